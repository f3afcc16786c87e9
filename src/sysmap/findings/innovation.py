"""Whether innovations will survive: the valley of death, the pipeline, and how fast a report becomes a trial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, PROBLEMS
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import by_count, enumerated, joined, listed, number
from sysmap.findings.severity import by_problems, graded
from sysmap.measures.port import values
from sysmap.models.innovation_remedies import Remedy
from sysmap.models.innovation_valley import Crossing, crossings, pipeline
from sysmap.records.innovation_stages import is_stalled
from sysmap.records.learning_responses import Response, responses
from sysmap.schema import Words

__all__ = ["ASKED", "MISSING", "SOMEBODY", "innovation_pipeline", "risk_tone", "slow_answers", "valley_of_death"]

HALF, QUARTER = 0.5, 0.25

MISSING = {
    "sponsor": Words(en="a sponsor with power", id="sponsor yang berkuasa"),
    "adopter": Words(en="an adopter", id="pengadopsi"),
    "funder": Words(en="funding for twelve months more", id="dana untuk dua belas bulan lagi"),
    "across": Words(en="somebody across the boundary", id="pihak dari seberang batas internal-eksternal"),
    "champion": Words(en="an internal champion", id="pejuang internal"),
    "lead": Words(en="a second lead", id="pemimpin kedua"),
    "owned": Words(en="an owner for its problem", id="penanggung jawab atas masalahnya"),
    "moving": Words(en="movement", id="kemajuan tahap"),
}
ASKED = {
    "sponsor": Words(en="ask {who} to sponsor it", id="minta {who} menjadi sponsornya"),
    "adopter": Words(en="ask {who} to adopt it", id="ajak {who} mengadopsinya"),
    "funder": Words(en="agree with {who} on funding for the time after the trial", id="sepakati dengan {who} dana untuk masa sesudah uji coba"),
    "across": Words(en="bring in {who} from across the boundary", id="libatkan {who} dari seberang batas"),
    "champion": Words(en="win {who} as its champion inside", id="jadikan {who} pejuangnya di dalam"),
    "lead": Words(en="let {who} lead it too", id="ajak {who} ikut memimpinnya"),
    "owned": Words(en="agree with {who} on who answers for {target}", id="sepakati dengan {who} siapa yang bertanggung jawab atas {target}"),
    "moving": Words(en="decide by a date whether it goes on", id="putuskan dengan tenggat apakah dilanjutkan"),
}
SOMEBODY = Words(en="somebody who works on its problem", id="pihak yang menangani masalahnya")
FIND = Words(en="find among those who work on its problem: {items}", id="carikan di antara pihak yang menangani masalahnya: {items}")
FIND_PROBLEM = Words(en="write down which problem it answers, and find among those who work on that: {items}",
                     id="catat masalah mana yang dijawabnya, lalu carikan di antara pihak yang menanganinya: {items}")


@finding(
    topic="innovation", order=410, story="dies", answers=("dying",),
    title=Words(en="The valley of death", id="Lembah kematian inovasi"),
    meaning=Words(
        en="Living innovations between idea and routine (readiness 4-7; without it prototype or pilot), what they lack of eight things that carry one across, and the tie "
           "that would add each: a sponsor with power, an adopter, funding for twelve months more, people on both sides of the boundary, an internal champion, two leads (or one "
           "free to bridge), an owned problem, movement within a year. High when half is missing, medium from a quarter, else low.",
        id="Inovasi yang masih berjalan di antara gagasan dan rutinitas (kesiapan 4-7; bila tidak ada: purwarupa atau uji coba), apa yang belum dimilikinya dari delapan hal "
           "pengantar, dan hubungan yang menambahkannya: sponsor berkuasa, pengadopsi, dana dua belas bulan lagi, pihak di kedua sisi batas, pejuang internal, dua pemimpin (atau "
           "satu yang leluasa menjembatani), masalah yang ada penanggung jawabnya, kemajuan dalam setahun. Tinggi bila separuh belum ada, sedang mulai seperempat, selebihnya rendah."),
    source="sysmap; after Branscomb & Auerswald 2002", needs=(INNOVATIONS,))
def valley_of_death(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each innovation in the valley that lacks something; one for all where none does."""
    inside = [one for one in crossings(analysis) if one.inside]
    for one in inside:
        if one.lacks:
            yield _at_risk(analysis, one)
    if inside and not any(one.lacks for one in inside):
        uids = tuple(one.innovation for one in inside)
        yield Finding(
            "valley_of_death", "valley_of_death",
            Words(en="Nothing is known to be missing for the innovations between idea and routine: {names}",
                  id="Tidak ada yang diketahui kurang pada inovasi di antara gagasan dan rutinitas: {names}").filled(names=listed(analysis, uids)),
            Words(en="Of eight things that carry an innovation across (valley of death), none is missing.",
                  id="Dari delapan hal yang mengantar inovasi menyeberang (lembah kematian), tidak ada yang kurang."),
            Words(en="Look again when funding ends or people move.", id="Periksa lagi bila dana habis atau orangnya berganti."),
            uids, "info", weight=len(uids), numbers={"inside": len(uids), "at_risk": 0})


def _at_risk(analysis: Analysis, one: Crossing) -> Finding:
    risk, severity = one.risk or 0.0, one.severity or 0.0
    told = {"name": analysis.name(one.innovation), "n": number(len(one.lacks)), "all": number(8 - len(one.unknown)),
            "missing": enumerated([MISSING[item] for item in one.lacks])}
    return Finding(
        "valley_of_death", f"valley_of_death:{one.innovation}",
        by_count(len(one.lacks), "{name} is in the valley of death: {n} of {all} things that carry an innovation across is missing",
                 "{name} is in the valley of death: {n} of {all} things that carry an innovation across are missing",
                 "{name} berada di lembah kematian: {n} dari {all} hal yang mengantar inovasi menyeberang belum ada").filled(**told),
        joined(Words(en="It lacks {missing}.", id="Yang belum ada: {missing}.").filled(**told), *_more(analysis, one)),
        _step(analysis, one),
        tuple(dict.fromkeys((one.innovation, *([one.problem] if one.problem else []), *(r.source for r in one.remedies if r.source)))),
        risk_tone(risk),
        # Equal risks go by the severity of the problem; no two risks that differ are that near.
        weight=risk * 8 + severity / 100,
        numbers={"risk": risk, "missing": len(one.lacks), "known": 8 - len(one.unknown), "months_in_stage": one.months, "severity": one.severity})


def risk_tone(risk: float) -> Severity:
    """How grave a risk in the valley is: high when half of what is known is missing, medium from a quarter.

    >>> risk_tone(0.5), risk_tone(0.25), risk_tone(0.125)
    ('high', 'medium', 'low')
    """
    return graded(risk, high=HALF, medium=QUARTER)


def _more(analysis: Analysis, one: Crossing) -> Iterator[Words]:
    """What a reader should know beside what is missing."""
    if one.months is not None:
        yield by_count(one.months, "{n} month at this stage.", "{n} months at this stage.", "Sudah {n} bulan di tahap ini.").filled(n=number(one.months))
    if one.unknown:
        yield Words(en="Not known: {items}.", id="Belum diketahui: {items}.").filled(items=enumerated([MISSING[item] for item in one.unknown]))
    if one.unrated:
        yield Words(en="Nobody rated the power of its sponsor, which is taken on trust.", id="Kuasa sponsornya belum dinilai dan dianggap cukup.")
    if one.path:
        yield Words(en="From sponsor to adopter: {path}.", id="Dari sponsor ke pengadopsi: {path}.").filled(
            path=" > ".join(analysis.name(uid) for uid in one.path[1:]))


def _step(analysis: Analysis, one: Crossing) -> Words:
    """What to do for each missing item, as one sentence; what nobody is near enough to be asked for is asked for at once."""
    unasked = [remedy.item for remedy in one.remedies if remedy.source is None and remedy.type]
    together = len(unasked) > 1 or (unasked and one.problem is None)
    steps = [_asked(analysis, remedy) for remedy in one.remedies if not (together and remedy.source is None and remedy.type)]
    if together:
        items = enumerated([MISSING[item] for item in dict.fromkeys(unasked)])
        steps.append((FIND if one.problem else FIND_PROBLEM).filled(items=items))
    return Words(*(text[:1].upper() + text[1:] + "." for text in ("; ".join(step[language] for step in steps) for language in ("en", "id"))))


def _asked(analysis: Analysis, remedy: Remedy) -> Words:
    who = SOMEBODY if remedy.source is None else analysis.name(remedy.source)
    return ASKED[remedy.item].filled(who=who, target=analysis.name(remedy.target))


@finding(
    topic="innovation", order=420, story="dies",
    title=Words(en="The pipeline of innovations", id="Jalur inovasi"),
    meaning=Words(en="How many innovations stand at each stage, and which stand still: more than 12 months (a setting) in one stage before the routine. Low when one stands "
                     "still, else info.",
                  id="Berapa inovasi di tiap tahap, dan mana yang mandek: lebih dari 12 bulan (dapat diatur) di satu tahap sebelum melembaga. Rendah bila ada yang mandek, "
                     "selebihnya info."),
    needs=(INNOVATIONS,))
def innovation_pipeline(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all innovations, where there is one."""
    stages = {stage: uids for stage, uids in pipeline(analysis) if uids}
    living = [one.innovation for one in crossings(analysis)]
    if not stages:
        return
    still = tuple(uid for uid in living if is_stalled(analysis, uid))
    undated = tuple(uid for uid in living if is_stalled(analysis, uid) is None)
    told = {"stages": enumerated(list(_counted(analysis, {stage: len(uids) for stage, uids in stages.items()}))), "still": listed(analysis, still or living),
            "months": number(analysis.settings.stalled), "n": number(sum(map(len, stages.values()))), "first": analysis.name((still or (*living, ""))[0])
            if still or living else ""}
    why = [Words(en="In one stage for more than {months} months: {still}.", id="Lebih dari {months} bulan di satu tahap: {still}.").filled(**told) if still else
           Words(en="None is known to stand still.", id="Tidak ada yang diketahui mandek.")]
    if undated:
        why.append(Words(en="Without a date, so not known: {names}.", id="Tanpa tanggal, jadi belum diketahui: {names}.").filled(names=listed(analysis, undated)))
    yield Finding(
        "innovation_pipeline", "innovation_pipeline",
        by_count(sum(map(len, stages.values())), "{n} innovation: {stages}", "{n} innovations: {stages}", "{n} inovasi: {stages}").filled(**told),
        joined(*why),
        Words(en="Ask what holds {first}, and decide to go on or to stop.", id="Tanyakan apa yang menahan {first}, lalu putuskan lanjut atau berhenti.").filled(**told)
        if still else Words(en="Write the day of each new stage in stages.csv.", id="Catat hari masuknya tiap tahap baru di stages.csv."),
        still or tuple(living), "low" if still else "info", weight=len(still),
        numbers={"innovations": sum(map(len, stages.values())), "stalled": len(still), "undated": len(undated)}
        | {f"stage_{stage or 'unknown'}": len(uids) for stage, uids in stages.items()})


def _counted(analysis: Analysis, stages: dict[str | None, int]) -> Iterable[Words]:
    field, = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    labels = {choice.value: choice.label for choice in field.choices}
    for stage, count in stages.items():
        yield Words(en="{n} {stage}", id="{n} {stage}").filled(
            n=number(count), stage=labels.get(str(stage), Words(en="without a known stage", id="tanpa tahap yang diketahui")))


REPORTS = Need(
    lambda analysis: bool(responses(analysis)),
    Words(en="No problem has a day on which it was reported.", id="Tidak ada masalah yang diberi tanggal laporan."),
    Words(en="Fill the column reported of problems.csv and the days in stages.csv, and build the map again.",
          id="Isi kolom reported di problems.csv dan tanggal di stages.csv, lalu buat lagi petanya."))


@finding(
    topic="innovation", order=10, story="waits",
    title=Words(en="From report to first pilot", id="Dari laporan ke uji coba pertama"),
    meaning=Words(en="The median of the days from the first report of a problem to the first pilot of an innovation that addresses it, and which open problems still wait "
                     "(responsiveness). As severe as the gravest that waits: high from 4, medium from 3 (or when no problem is rated), else low; info when none waits.",
                  id="Median hari dari laporan pertama suatu masalah sampai uji coba pertama inovasi yang menjawabnya, dan masalah terbuka yang masih menunggu (daya tanggap). "
                     "Tingkatnya mengikuti yang terparah di antara yang menunggu: tinggi mulai 4, sedang mulai 3 (atau bila tidak ada penilaian), selebihnya rendah; info bila tidak ada."),
    needs=(PROBLEMS, INNOVATIONS, REPORTS))
def slow_answers(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all reported problems."""
    found = responses(analysis)
    waiting = sorted((one for one in found if one.waiting is not None), key=lambda one: (-(one.waiting or 0), one.problem))
    answered = [one for one in found if one.days is not None]
    typical = values(analysis, "typical_responsiveness")[""]
    told = {"n": number(len(waiting)), "all": number(len(found)), "answered": number(len(answered)),
            "median": Words(en="not known", id="belum diketahui") if typical is None else number(round(float(typical)))}
    yield Finding(
        "slow_answers", "slow_answers",
        by_count(len(waiting), "{n} of {all} reported problems waits for a first pilot; those answered took {median} days (median)",
                 "{n} of {all} reported problems wait for a first pilot; those answered took {median} days (median)",
                 "{n} dari {all} masalah yang dilaporkan menunggu uji coba pertama; yang terjawab butuh {median} hari (median)").filled(**told)
        if answered else
        Words(en="{n} of {all} reported problems wait for a first pilot", id="{n} dari {all} masalah yang dilaporkan menunggu uji coba pertama").filled(**told),
        joined(*_slowest(analysis, answered, waiting)),
        _tell_reporters(analysis, waiting[0]) if waiting else
        Words(en="Tell those who reported what came of it.", id="Kabari para pelapor apa hasilnya."),
        tuple(one.problem for one in waiting or answered),
        by_problems(analysis, tuple(one.problem for one in waiting)) if waiting else "info", weight=len(waiting),
        numbers={"reported": len(found), "answered": len(answered), "waiting": len(waiting), "median_days": typical})


def _slowest(analysis: Analysis, answered: list[Response], waiting: list[Response]) -> Iterator[Words]:
    if answered:
        yield Words(en="The slowest answer: {problem}, {days} days until {innovation} (responsiveness).",
                    id="Jawaban paling lambat: {problem}, {days} hari sampai {innovation} (daya tanggap).").filled(
            problem=analysis.name(answered[0].problem), days=number(answered[0].days or 0), innovation=analysis.name(answered[0].innovation or ""))
    if waiting:
        yield Words(en="The longest wait: {problem}, {days} days.", id="Penantian terlama: {problem}, {days} hari.").filled(
            problem=analysis.name(waiting[0].problem), days=number(waiting[0].waiting or 0))
    if not answered and not waiting:
        yield Words(en="No day of a pilot is known.", id="Tidak ada tanggal uji coba yang diketahui.")


def _tell_reporters(analysis: Analysis, one: Response) -> Words:
    told = {"problem": analysis.name(one.problem), "who": listed(analysis, one.reporters)}
    if one.reporters:
        return Words(en="Go back to {who}, who noticed {problem}, and agree on a first trial.",
                     id="Temui kembali {who} yang melaporkan {problem}, dan sepakati uji coba pertama.").filled(**told)
    return Words(en="Agree on a first trial for {problem}, and write down who noticed it.",
                 id="Sepakati uji coba pertama untuk {problem}, dan catat siapa yang melaporkannya.").filled(**told)
