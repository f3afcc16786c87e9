"""Whether the system learns: the five disciplines as a profile, a vision that is shared, goals that come nearer, a part for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import by_count, decimal, enumerated, joined, listed, number, percent
from sysmap.findings.severity import shortfall
from sysmap.measures.port import values
from sysmap.models.learning.disciplines import Profile, months_since_asked, paces, profiles, spreads, trends
from sysmap.models.learning.equal_role import equal_role
from sysmap.models.learning.vision import goal_standings
from sysmap.records.learning_assessments import waves
from sysmap.schema import Words

__all__ = ["discipline_profile", "discipline_spread", "discipline_trend", "equal_part", "goal_progress", "learning_pace", "learning_rounds", "shared_vision", "way_gone"]

ASSESSMENTS = Need(
    lambda analysis: bool(waves(analysis)),
    Words(en="Nobody was asked about the five disciplines: there is no row in assessments.csv.",
          id="Kelima disiplin belum ditanyakan: tidak ada baris di assessments.csv."),
    Words(en="Ask each unit (five people and more) and write the means in assessments.csv (stakeholder, discipline, wave, score, respondents, since).",
          id="Tanyakan ke tiap unit (lima orang atau lebih) dan catat rata-ratanya di assessments.csv (stakeholder, discipline, wave, score, respondents, since)."))
GOALS = Need(
    lambda analysis: bool(analysis.nodes("Goal")),
    Words(en="There are no goals: no row in goals.csv.", id="Belum ada tujuan: tidak ada baris di goals.csv."),
    Words(en="List the goals in goals.csv (id, name, baseline, actual, target), and build the map again.",
          id="Daftarkan tujuan di goals.csv (id, name, baseline, actual, target), lalu buat lagi petanya."))
HOLDERS = Need(
    lambda analysis: analysis.whole_has("SHARES"),
    Words(en="The data do not say who shares which goal.", id="Data tidak menyebut siapa menganut tujuan mana."),
    Words(en="Fill the column shared_by of goals.csv, and build the map again.", id="Isi kolom shared_by di goals.csv, lalu buat lagi petanya."))
A_YEAR = 12
WIDE, APART = 1.5, 1.0


def _labels(analysis: Analysis) -> Mapping[str, Words]:
    """What the disciplines are called."""
    field, = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    return {choice.value: choice.label for choice in field.choices}


@finding(
    topic="learning", order=610,
    title=Words(en="Rounds of asking", id="Putaran penilaian"),
    meaning=Words(en="How often and when the five disciplines were asked about, and whose answers are not shown because fewer than five people gave them. Medium when the last "
                     "round is more than 12 months old, low when there was one round only or no date, else info.",
                  id="Berapa kali dan kapan kelima disiplin ditanyakan, dan jawaban siapa yang tidak ditampilkan karena kurang dari lima orang. Sedang bila putaran terakhir lebih "
                     "dari 12 bulan lalu, rendah bila baru satu putaran atau tanpa tanggal, selebihnya info."),
    source="Senge 1990", needs=(ASSESSMENTS,))
def learning_rounds(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all rounds."""
    asked, months = waves(analysis), months_since_asked(analysis)
    last = [one for one in profiles(analysis) if one.wave == max(asked)]
    hidden = tuple(one.stakeholder for one in last if one.suppressed)
    told = {"n": number(len(asked)), "units": number(len(last)), "hidden": listed(analysis, hidden), "months": number(months or 0)}
    severity: Severity = "medium" if months is not None and months > A_YEAR else "low" if months is None or len(asked) == 1 else "info"
    why = [Words(en="No round has a date.", id="Tidak ada putaran yang bertanggal.") if months is None else
           by_count(months, "The last was {months} month ago.", "The last was {months} months ago.", "Yang terakhir {months} bulan lalu.").filled(**told)]
    if hidden:
        why.append(Words(en="Fewer than five people answered for {hidden}: not shown.", id="Kurang dari lima orang menjawab untuk {hidden}: tidak ditampilkan.").filled(**told))
    yield Finding(
        "learning_rounds", "learning_rounds",
        by_count(len(asked), "The five disciplines were asked about in {n} round, of {units} units in the last",
                 "The five disciplines were asked about in {n} rounds, of {units} units in the last",
                 "Kelima disiplin ditanyakan dalam {n} putaran, {units} unit pada yang terakhir").filled(**told),
        joined(*why),
        Words(en="Ask five people and more in {hidden} next time.", id="Lain kali tanyai lima orang atau lebih di {hidden}.").filled(**told) if hidden else
        Words(en="Ask again within a year, in the same words.", id="Tanyakan lagi dalam setahun, dengan pertanyaan yang sama."),
        tuple(one.stakeholder for one in last), severity, weight=len(last),
        numbers={"rounds": len(asked), "units": len(last), "suppressed": len(hidden), "months_since": months})


@finding(
    topic="learning", order=620,
    title=Words(en="Trend of the disciplines", id="Arah perkembangan disiplin"),
    meaning=Words(en="The mean change of each discipline from the first to the last round, over the units that five people and more answered for in both (two units at least). "
                     "Low when one fell, else info.",
                  id="Perubahan rata-rata tiap disiplin dari putaran pertama ke terakhir, atas unit yang dijawab lima orang atau lebih pada keduanya (sekurangnya dua unit). Rendah "
                     "bila ada yang turun, selebihnya info."),
    source="Senge 1990", needs=(ASSESSMENTS,))
def discipline_trend(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all disciplines that can be compared."""
    # The change of one unit alone would be its own score.
    found = sorted((one for one in trends(analysis) if one.units > 1), key=lambda one: (-round(one.change, 9), one.discipline))
    if not found:
        return
    labels, fell = _labels(analysis), [one for one in found if round(one.change, 9) < 0]
    told = {"most": labels[found[0].discipline], "least": labels[found[-1].discipline], "units": number(max(one.units for one in found)),
            "all": enumerated([Words(en="{name} {change}", id="{name} {change}").filled(name=labels[one.discipline], change=_signed(one.change)) for one in found])}
    yield Finding(
        "discipline_trend", "discipline_trend",
        Words(en="From round {first} to {last}: {all}", id="Dari putaran {first} ke {last}: {all}").filled(first=found[0].first, last=found[0].last, **told),
        Words(en="Mean change of scores from 1 to 5 over {units} units; five disciplines are a profile and never one score.",
              id="Perubahan rata-rata skor 1 sampai 5 atas {units} unit; lima disiplin adalah profil, bukan satu skor.").filled(**told),
        Words(en="Ask what helped {most}, and try it on {least}.", id="Tanyakan apa yang memajukan {most}, lalu coba pada {least}.").filled(**told),
        tuple(sorted({one.stakeholder for one in profiles(analysis) if one.respondents})), "low" if fell else "info", weight=len(found),
        numbers={one.discipline: round(one.change, 6) for one in found} | {"units": max(one.units for one in found)})


def _signed(change: float) -> Words:
    text = decimal(change)
    return text if round(change, 2) <= 0 else Words(en=f"+{text.en}", id=f"+{text.id}")


@finding(
    topic="learning", order=630,
    title=Words(en="Profile of a unit", id="Profil unit"),
    meaning=Words(en="The five disciplines of each unit in the last round: a profile, never one score; with the change since the first round. Always info.",
                  id="Kelima disiplin tiap unit pada putaran terakhir: profil, bukan satu skor; beserta perubahannya sejak putaran pertama. Selalu info."),
    source="Senge 1990", needs=(ASSESSMENTS,), personal=True)
def discipline_profile(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each unit with a score that may be shown."""
    asked = list(waves(analysis))
    before = {one.stakeholder: one.scores for one in profiles(analysis) if one.wave == asked[0] != asked[-1]}
    for one in profiles(analysis):
        if one.wave == asked[-1] and one.respondents:
            yield _profile(analysis, one, before.get(one.stakeholder, {}))


def _profile(analysis: Analysis, one: Profile, before: Mapping[str, float | None]) -> Finding:
    labels = _labels(analysis)
    scores = {name: score for name, score in one.scores.items() if score is not None}
    ordered = sorted(scores, key=lambda name: -scores[name])
    said = [Words(en="{name} {score}{change}", id="{name} {score}{change}").filled(
        name=labels[name], score=decimal(scores[name], 1), change=_change(scores[name], before.get(name))) for name in ordered]
    told = {"unit": analysis.name(one.stakeholder), "said": enumerated(said), "n": number(one.respondents or 0), "weakest": labels[ordered[-1]], "strongest": labels[ordered[0]]}
    return Finding(
        "discipline_profile", f"discipline_profile:{one.stakeholder}",
        Words(en="{unit}: {said}", id="{unit}: {said}").filled(**told),
        Words(en="Scores from 1 to 5, of {n} respondents and more; in brackets the change since the first round.",
              id="Skor 1 sampai 5, dari sekurangnya {n} responden; dalam kurung perubahan sejak putaran pertama.").filled(**told),
        Words(en="Let {unit} choose one habit to practise for {weakest}.", id="Biarkan {unit} memilih satu kebiasaan untuk melatih {weakest}.").filled(**told),
        (one.stakeholder,), "info", numbers={**scores, "wave": one.wave, "respondents": one.respondents})


def _change(score: float, earlier: float | None) -> Words | str:
    return "" if earlier is None else Words(en=" ({change})", id=" ({change})").filled(change=_signed(round(score - earlier, 9)))


@finding(
    topic="learning", order=640,
    title=Words(en="Where units are furthest apart", id="Di mana jarak antarunit terlebar"),
    meaning=Words(en="The discipline with the widest range between units in the last round. Medium from 1.5 points, low from 1, else info.",
                  id="Disiplin dengan jarak terlebar antarunit pada putaran terakhir. Sedang mulai 1,5 poin, rendah mulai 1, selebihnya info."),
    source="Senge 1990", needs=(ASSESSMENTS,), personal=True)
def discipline_spread(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the widest spread, where two units can be compared."""
    found = spreads(analysis)
    if not found:
        return
    one, labels = found[0], _labels(analysis)
    told = {"name": labels[one.discipline], "lowest": analysis.name(one.lowest), "highest": analysis.name(one.highest), "low": decimal(one.low, 1), "high": decimal(one.high, 1),
            "n": number(one.units), "spread": decimal(one.spread, 1)}
    yield Finding(
        "discipline_spread", "discipline_spread",
        Words(en="Units are furthest apart in {name}: from {low} ({lowest}) to {high} ({highest})",
              id="Jarak antarunit terlebar pada {name}: dari {low} ({lowest}) sampai {high} ({highest})").filled(**told),
        Words(en="{spread} points between {n} units: they see the same system with other eyes.",
              id="Selisih {spread} poin di antara {n} unit: mereka memandang sistem yang sama dengan mata berbeda.").filled(**told),
        Words(en="Let {highest} and {lowest} draw the causes of one shared problem together.",
              id="Ajak {highest} dan {lowest} menggambar bersama sebab satu masalah yang sama.").filled(**told),
        (one.lowest, one.highest), "medium" if one.spread >= WIDE else "low" if one.spread >= APART else "info", weight=one.spread,
        numbers={each.discipline: each.spread for each in found} | {"units": one.units})


@finding(
    topic="learning", order=650,
    title=Words(en="Learning and solving side by side", id="Belajar dan menyelesaikan, berdampingan"),
    meaning=Words(en="How many units have both a change over the rounds and a problem with an answer, so that the two can be drawn beside each other. Never a cause. Always info.",
                  id="Berapa unit punya perubahan antarputaran sekaligus masalah yang terjawab, sehingga keduanya dapat digambar berdampingan. Bukan sebab-akibat. Selalu info."),
    needs=(ASSESSMENTS,), personal=True)
def learning_pace(analysis: Analysis) -> Iterator[Finding]:
    """One finding, where two units can be compared."""
    found = sorted(paces(analysis), key=lambda one: (-round(one.change, 9), one.stakeholder))
    if len(found) > 1:
        said = [Words(en="{name} {change} and {days} days", id="{name} {change} dan {days} hari").filled(
            name=analysis.name(one.stakeholder), change=_signed(one.change), days=number(round(one.days))) for one in found[:3]]
        yield Finding(
            "learning_pace", "learning_pace",
            Words(en="{n} units can be compared by how much they learned and how long their problems waited",
                  id="{n} unit dapat dibandingkan menurut kemajuan belajarnya dan lama masalahnya menunggu").filled(n=number(len(found))),
            Words(en="Mean change and median days to a pilot, the most changed first: {said}. So few say nothing of a cause.",
                  id="Perubahan rata-rata dan median hari sampai uji coba, yang paling berubah lebih dulu: {said}. Jumlah sekecil ini tidak menunjukkan sebab.",
                  ).filled(said=enumerated(said)),
            Words(en="Ask the units what they make of it.", id="Tanyakan kepada unit-unit itu apa tafsirnya."),
            tuple(one.stakeholder for one in found), "info", weight=len(found), numbers={"units": len(found)})


@finding(
    topic="learning", order=660,
    title=Words(en="Shared vision", id="Visi bersama"),
    meaning=Words(en="Goals that stakeholders of fewer than two sectors share (SHARES). High when nobody holds one of them, else medium; info when all are shared.",
                  id="Tujuan yang dianut (SHARES) pihak dari kurang dari dua sektor. Tinggi bila ada yang tidak dianut siapa pun, selebihnya sedang; info bila semua dianut bersama."),
    source="Senge 1990", needs=(GOALS, HOLDERS))
def shared_vision(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals."""
    found = goal_standings(analysis)
    apart = tuple(one.goal for one in found if one.shared is False)
    orphans = tuple(one.goal for one in found if not one.holders)
    unknown = sum(one.shared is None for one in found)
    told: dict[str, Any] = {"n": number(len(apart)), "all": number(len(found)), "names": listed(analysis, apart), "orphans": listed(analysis, orphans),
                            "first": analysis.name((orphans or apart or ("",))[0]) if apart else "", "unknown": number(unknown)}
    why = [Words(en="A goal of one sector is a plan; a goal of two and more is a vision.", id="Tujuan satu sektor adalah rencana; tujuan beberapa sektor adalah visi.")]
    why += [Words(en="Held by nobody: {orphans}.", id="Tidak dianut siapa pun: {orphans}.").filled(**told)] if orphans else []
    why += [Words(en="Of {unknown} the sectors are not known.", id="Untuk {unknown} tujuan, sektornya belum diketahui.").filled(**told)] if unknown else []
    yield Finding(
        "shared_vision", "shared_vision",
        by_count(len(apart), "{n} of {all} goals is not shared by two sectors: {names}", "{n} of {all} goals are not shared by two sectors: {names}",
                 "{n} dari {all} tujuan belum dianut dua sektor: {names}").filled(**told) if apart else
        Words(en="No goal is known to be held by one sector alone", id="Tidak ada tujuan yang diketahui dianut satu sektor saja"),
        joined(*why),
        Words(en="Ask those of other sectors whom {first} concerns what they would add to it.",
              id="Tanyakan kepada sektor lain yang berkepentingan dengan {first} apa yang ingin mereka tambahkan.").filled(**told) if apart else
        Words(en="Read the goals aloud once a year, and ask whether they still hold.", id="Bacakan tujuan setahun sekali, dan tanyakan apakah masih berlaku."),
        apart or tuple(one.goal for one in found), "high" if orphans else "medium" if apart else "info", weight=len(apart),
        numbers={"goals": len(found), "not_shared": len(apart), "unheld": len(orphans), "unknown": unknown})


@finding(
    topic="learning", order=670,
    title=Words(en="Goals: from baseline to target", id="Tujuan: dari nilai awal ke sasaran"),
    meaning=Words(en="How far each goal has come: (actual - baseline) / (target - baseline). Medium when one moved away from its target, info else.",
                  id="Seberapa jauh tiap tujuan bergerak: (nilai kini - nilai awal) / (sasaran - nilai awal). Sedang bila ada yang menjauh dari sasaran, selebihnya info."),
    needs=(GOALS,))
def goal_progress(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals with a baseline, an actual value and a target."""
    found = {one.goal: one.progress for one in goal_standings(analysis) if one.progress is not None}
    if not found:
        return
    ordered = sorted(found, key=lambda uid: (-found[uid], uid))
    away = tuple(uid for uid in reversed(ordered) if found[uid] < 0)
    blank = len(analysis.nodes("Goal")) - len(found)
    told = {"n": number(len(found) - len(away)), "all": number(len(found)), "away": listed(analysis, away), "blank": number(blank),
            "said": enumerated([Words(en="{name} {share}", id="{name} {share}").filled(name=analysis.name(uid), share=way_gone(found[uid])) for uid in ordered[:5]]),
            "last": analysis.name(ordered[-1])}
    why = [Words(en="Of the way from baseline to target: {said}.", id="Dari jarak nilai awal ke sasaran: {said}.").filled(**told)]
    why += [Words(en="{blank} not measured.", id="{blank} belum diukur.").filled(**told)] if blank else []
    yield Finding(
        "goal_progress", "goal_progress",
        Words(en="{n} of {all} goals that are measured did not lose ground; away from the target: {away}",
              id="{n} dari {all} tujuan yang diukur tidak mundur; yang menjauh dari sasaran: {away}").filled(**told) if away else
        by_count(len(found), "The one goal that is measured lost no ground", "None of the {all} goals that are measured lost ground",
                 "Tidak ada dari {all} tujuan yang diukur yang mundur").filled(**told),
        joined(*why), Words(en="Ask what keeps {last} back, beginning with its causes on the map.", id="Tanyakan apa yang menahan {last}, mulai dari sebab-sebabnya di peta.").filled(**told),
        away or tuple(ordered), "medium" if away else "info", weight=len(away), numbers={"measured": len(found), "away": len(away), "not_measured": blank})


def way_gone(progress: float) -> Words:
    """The share of the way from baseline to target, in words; below 0 it was lost.

    >>> way_gone(0.29).en, way_gone(-0.1).en
    ('29%', '10% backwards')
    """
    return percent(progress) if progress >= 0 else Words(en="{share} backwards", id="mundur {share}").filled(share=percent(-progress))


PART_NAMES = {
    "OWNS": Words(en="an owner", id="penanggung jawab"), "WORKS_ON": Words(en="somebody who works on it", id="penangan"), "LEADS": Words(en="a lead", id="pemimpin"),
    "SPONSORS": Words(en="a sponsor", id="sponsor"), "FUNDS": Words(en="a funder", id="pendana"), "ADOPTS": Words(en="an adopter", id="pengadopsi"),
    "CHAMPIONS": Words(en="a champion", id="pejuang"),
}


@finding(
    topic="learning", order=680,
    title=Words(en="A part for everybody", id="Peran bagi semua"),
    meaning=Words(en="Of the stakeholders that an open problem or a living innovation names, the share with both a partner and a part in the work (equal role is not the same number "
                     "of ties for all); and parts that nobody holds. High below 25%, medium below 50%, low below 100%.",
                  id="Dari pihak yang disebut masalah terbuka atau inovasi yang berjalan, bagian yang punya mitra sekaligus peran dalam pekerjaannya (peran setara bukan berarti jumlah "
                     "mitra sama); dan peran yang kosong. Tinggi di bawah 25%, sedang di bawah 50%, rendah di bawah 100%."),
    needs=(PARTNERSHIPS, PROBLEMS, WORK))
def equal_part(analysis: Analysis) -> Iterator[Finding]:
    """One finding, where somebody is named."""
    found = equal_role(analysis)
    if found.share is None:
        return
    silent = tuple(sorted({*found.roleless, *(found.tieless or ())}))
    vacant = [Words(en="{part} in {n}", id="{part} di {n}").filled(part=PART_NAMES[type], n=number(len(found.vacant[type])))
              for type in PART_NAMES if found.vacant.get(type)]
    load, busiest = max(((count, uid) for some in found.load.values() for uid, count in some.items()), default=(0, ""))
    told = {"share": percent(found.share), "n": number(len(silent)), "all": number(len(found.named)), "roleless": listed(analysis, found.roleless),
            "tieless": listed(analysis, found.tieless or ()), "first": analysis.name(silent[0]) if silent else "", "vacant": enumerated(vacant),
            "busiest": analysis.name(busiest) if busiest else "", "load": number(load)}
    why = [Words(en="Named, but without a part: {roleless}.", id="Disebut, tetapi tanpa peran: {roleless}.").filled(**told)] if found.roleless else []
    why += [Words(en="Without a partner: {tieless}.", id="Tanpa mitra: {tieless}.").filled(**told)] if found.tieless else []
    why += [Words(en="Nobody holds: {vacant}.", id="Peran kosong: {vacant}.").filled(**told)] if vacant else []
    why += [Words(en="The fullest hands: {busiest}, {load} times the same part.", id="Beban terbesar: {busiest}, {load} kali peran yang sama.").filled(**told)] if busiest else []
    yield Finding(
        "equal_part", "equal_part",
        Words(en="{share} of the {all} stakeholders that the work names have a partner and a part in it", id="{share} dari {all} pihak yang disebut punya mitra dan peran").filled(**told),
        joined(*why),
        Words(en="Ask {first} which part it would take.", id="Tanyakan kepada {first} peran apa yang ingin diambilnya.").filled(**told) if silent else
        Words(en="Fill the empty parts.", id="Isi peran yang kosong."),
        silent, shortfall(found.share), weight=len(silent),
        numbers={"share": found.share, "named": len(found.named), "roleless": len(found.roleless), "tieless": len(found.tieless or ()), "gini": values(analysis, "gini")[""]}
        | {f"vacant_{type.lower()}": len(uids) for type, uids in found.vacant.items()})
