"""Who should work together and does not: pair by pair where few share a problem, by problem where many do."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import by_count, joined, listed, number, percent
from sysmap.findings.severity import by_problems, is_rated, shortfall
from sysmap.models.gaps.crowds import Crowd, crowds
from sysmap.models.gaps.ranking import Gap, gaps
from sysmap.records.coverage_work import severities
from sysmap.schema import Words

__all__ = ["collaboration_gap", "congruence", "crowded_problem", "unbridged_problems"]

HALF = 0.5
FIRST = 5
"""So many gaps can be urgent: where all is urgent, nothing comes first."""

UNRATED = Words(en="No problem has a severity, so all weigh the same.",
                id="Tidak ada masalah yang diberi tingkat keparahan, jadi semuanya berbobot sama.")


@finding(
    topic="gaps", order=200,
    title=Words(en="Work and partnerships fit together", id="Kecocokan pekerjaan dan kemitraan"),
    meaning=Words(
        en="Of all pairs whose work calls for coordination (they share a problem, or their problems hang together), the share that "
           "has a partnership. High below 25%, medium below 50%, low below 100%.",
        id="Dari semua pasangan yang pekerjaannya perlu dikoordinasikan (menangani masalah yang sama atau saling terkait), bagian yang "
           "sudah bermitra. Tinggi di bawah 25%, sedang di bawah 50%, rendah di bawah 100%."),
    source="Cataldo, Wagstrom, Herbsleb & Carley 2006", needs=COORDINATION)
def congruence(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of needed pairs that are partners, the number of gaps, and how they are shown."""
    found = gaps(analysis)
    numbers = {"pairs": found.pairs, "needed": found.needed, "met": found.met, "gaps": found.count,
               "congruence": found.congruence, "congruence_weighted": found.weighted}
    if found.congruence is None:
        yield Finding("congruence", "congruence", Words(
            en="No two stakeholders need to coordinate, as far as the data say", id="Menurut data, tidak ada dua pihak yang perlu berkoordinasi"),
            Words(en="Nobody shares a problem or works on problems that hang together (congruence: n/a).",
                  id="Tidak ada yang menangani masalah yang sama atau saling terkait (kongruensi: tidak berlaku)."),
            Words(en="Check that the data say who works on what.", id="Periksa apakah data sudah menyebut siapa menangani apa."),
            (), "info", numbers=numbers)
        return
    told = {"needed": number(found.needed), "met": number(found.met), "gaps": number(found.count), "share": percent(found.congruence),
            "top": number(len(found.top)), "rest": number(found.count - len(found.top))}
    why = Words(en="They share a problem, or their problems hang together (congruence). {gaps} lack a partnership: {top} are shown "
                   "on the map, {rest} more are counted.",
                id="Mereka menangani masalah yang sama atau saling terkait (kongruensi). {gaps} belum bermitra: {top} tampak "
                   "di peta, {rest} lainnya hanya dihitung.")
    yield Finding(
        "congruence", "congruence",
        by_count(found.needed, "{met} of {needed} pair that needs to coordinate is a partnership ({share})",
                 "{met} of {needed} pairs that need to coordinate are partners ({share})",
                 "{met} dari {needed} pasangan yang perlu berkoordinasi sudah bermitra ({share})").filled(**told),
        why.filled(**told) if is_rated(analysis) else joined(why.filled(**told), UNRATED),
        Words(en="Start with the gaps that weigh most; not every pair needs an agreement of its own.",
              id="Mulai dari kesenjangan yang paling berat; tidak semua pasangan perlu perjanjian sendiri.") if found.count else
        Words(en="Keep these partnerships alive.", id="Rawat kemitraan-kemitraan ini."),
        tuple(sorted({uid for gap in found.top for uid in (gap.source, gap.target)})),
        shortfall(found.congruence),
        weight=found.count, numbers=numbers)


@finding(
    topic="gaps", order=210, story="together",
    title=Words(en="Collaboration gap", id="Kesenjangan kolaborasi"),
    meaning=Words(
        en="Two stakeholders who work on one problem, or on problems that hang together, and are not partners. The highest-ranked "
           "ones; pairs that only share crowded problems are told there. As severe as the gravest problem they share, or the "
           "lesser of two that hang together: high from 4 (the five strongest only), medium from 3 (or when no problem is rated), else low.",
        id="Dua pihak yang menangani masalah yang sama atau saling terkait, tetapi belum bermitra. Hanya peringkat teratas; pasangan "
           "yang hanya berbagi masalah yang ramai ditangani disebut di sana. Tingkatnya mengikuti masalah bersama yang terparah, "
           "atau yang lebih ringan dari dua masalah terkait: tinggi mulai 4 (hanya lima terkuat), sedang mulai 3 (atau bila tidak ada penilaian), selebihnya rendah."),
    source="Cataldo et al. 2006; weighting after Newman 2001", needs=COORDINATION)
def collaboration_gap(analysis: Analysis) -> Iterator[Finding]:
    """One finding per gap among the top ones that crowded problems do not explain."""
    crowded = {one.problem for one in crowds(analysis)}
    told = [gap for gap in gaps(analysis).top if not crowded.issuperset(gap.problems)]
    for place, gap in enumerate(told):
        yield _gap(analysis, gap, leading=place < FIRST)


def _gap(analysis: Analysis, gap: Gap, *, leading: bool) -> Finding:
    first, second = (gap.shared[0], gap.shared[0]) if gap.shared else gap.links[0]
    more = len(gap.shared) - 1
    told = {"one": analysis.name(gap.source), "other": analysis.name(gap.target), "problem": analysis.name(first),
            "second": analysis.name(second), "more": number(max(more, 0)), "behind": listed(analysis, gap.problems)}
    title = Words(en="{one} works on {problem} and {other} on {second}, two problems that hang together, but they are not partners",
                  id="{one} menangani {problem} dan {other} menangani {second}, dua masalah yang saling terkait, tetapi keduanya belum bermitra")
    step = Words(en="Ask the two to lay their plans side by side: what is done about {problem} changes {second}, or the other way round.",
                 id="Minta keduanya menyandingkan rencana: penanganan {problem} memengaruhi {second}, atau sebaliknya.")
    if gap.kind == "shared":
        title = by_count(more, "{one} and {other} both work on {problem} and {more} more problem, but are not partners",
                         "{one} and {other} both work on {problem} and {more} more problems, but are not partners",
                         "{one} dan {other} sama-sama menangani {problem} dan {more} masalah lain, tetapi belum bermitra",
                         ) if more else Words(en="{one} and {other} both work on {problem}, but are not partners",
                                              id="{one} dan {other} sama-sama menangani {problem}, tetapi belum bermitra")
        step = Words(en="Bring the two to one table to agree who does what about {problem}.",
                     id="Ajak keduanya duduk bersama untuk membagi peran dalam menangani {problem}.")
    why = Words(en="Apart, they may do the same work twice, or undo each other's (collaboration gap). Behind it: {behind}.",
                id="Sendiri-sendiri, pekerjaan mereka bisa tumpang tindih atau saling meniadakan (kesenjangan kolaborasi). "
                   "Masalah di baliknya: {behind}.").filled(**told)
    known = severities(analysis)
    severity = by_problems(analysis, gap.shared or (min(gap.links[0], key=lambda uid: known[uid]),))
    return Finding(
        "collaboration_gap", f"collaboration_gap:{gap.source}:{gap.target}", title.filled(**told),
        why if is_rated(analysis) else joined(why, UNRATED),
        step.filled(**told), (gap.source, gap.target, *gap.problems), severity if leading or severity != "high" else "medium", weight=gap.need,
        numbers={"need": gap.need, "required": gap.required, "severity": gap.severity, "problems": len(gap.problems)})


@finding(
    topic="gaps", order=230,
    title=Words(en="Crowded problem", id="Masalah yang ramai ditangani sendiri-sendiri"),
    meaning=Words(
        en="Many work on it (20 or more, a setting) and fewer than a tenth of their pairs are partners: it needs a meeting, not a list of pairs. "
           "As severe as the problem: high from 4, medium from 3 (or when no problem is rated), else low.",
        id="Banyak pihak menanganinya (20 atau lebih, dapat diatur) tetapi kurang dari sepersepuluh pasangannya bermitra: perlu pertemuan, bukan "
           "daftar pasangan. Tingkatnya mengikuti keparahan masalah: tinggi mulai 4, sedang mulai 3 (atau bila tidak ada penilaian), selebihnya rendah."),
    needs=COORDINATION)
def crowded_problem(analysis: Analysis) -> Iterator[Finding]:
    """One finding per crowded problem, naming those to convene."""
    for crowd in crowds(analysis):
        told = {"problem": analysis.name(crowd.problem), "workers": number(crowd.workers), "share": percent(crowd.tied / crowd.pairs),
                "untied": number(crowd.pairs - crowd.tied)}
        yield Finding(
            "crowded_problem", f"crowded_problem:{crowd.problem}",
            Words(en="{workers} stakeholders work on {problem}, but {share} of the pairs among them are partners",
                  id="{workers} pihak menangani {problem}, tetapi {share} pasangan di antara mereka yang bermitra").filled(**told),
            Words(en="So many cannot close {untied} gaps one by one; they need one table.",
                  id="Sebanyak itu tidak mungkin menutup {untied} kesenjangan satu per satu; mereka perlu satu meja bersama.").filled(**told),
            _convene(analysis, crowd), (crowd.problem, *crowd.convenors), by_problems(analysis, (crowd.problem,)), weight=crowd.workers,
            numbers={"workers": crowd.workers, "pairs": crowd.pairs, "tied": crowd.tied, "convenors": len(crowd.convenors),
                     "reached": crowd.reached})


def _convene(analysis: Analysis, crowd: Crowd) -> Words:
    """Whom to call; where a few reach less than half, all of them."""
    told = {"names": listed(analysis, crowd.convenors, len(crowd.convenors)), "n": number(len(crowd.convenors)), "workers": number(crowd.workers),
            "reached": percent(crowd.reached), "problem": analysis.name(crowd.problem)}
    if crowd.reached < HALF:
        return Words(en="Invite all {workers} to one meeting on {problem}: too few of them are in touch to pass the word on.",
                     id="Undang semua {workers} pihak ke satu pertemuan tentang {problem}: terlalu sedikit yang saling terhubung untuk meneruskan kabar.",
                     ).filled(**told)
    if len(crowd.convenors) == 1:
        return Words(en="Ask {names} to convene the others: it reaches {reached} of them within two steps of partnership.",
                     id="Minta {names} mengumpulkan yang lain: ia menjangkau {reached} dari mereka dalam dua langkah kemitraan.").filled(**told)
    return Words(en="Convene these {n}: {names}. They reach {reached} of all {workers} within two steps of partnership.",
                 id="Kumpulkan {n} pihak ini: {names}. Mereka menjangkau {reached} dari {workers} pihak dalam dua langkah kemitraan.").filled(**told)


@finding(
    topic="gaps", order=220, story="together",
    title=Words(en="Problems that hang together and nobody joins", id="Masalah saling terkait yang tidak dijembatani"),
    meaning=Words(
        en="Two problems that depend on or influence each other, where nobody works on both and no partnership joins those who do "
           "(integrative gap). As severe as the graver of the two: high from 4, medium from 3 (or when no problem is rated), else low.",
        id="Dua masalah yang saling bergantung atau memengaruhi, tetapi tidak ada yang menangani keduanya dan tidak ada kemitraan "
           "di antara penanganannya (kesenjangan integratif). Tingkatnya mengikuti yang lebih parah: tinggi mulai 4, sedang mulai 3 "
           "(atau bila tidak ada penilaian), selebihnya rendah."),
    source="Fried, Hamilton & Berardo 2022, the tie clause ours", needs=COORDINATION)
def unbridged_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding per pair of linked problems that nobody bridges."""
    known = severities(analysis)
    for pair in gaps(analysis).unbridged:
        told = dict(zip(("one", "other"), map(analysis.name, pair), strict=True))
        yield Finding(
            "unbridged_problems", f"unbridged_problems:{pair[0]}:{pair[1]}",
            Words(en="{one} and {other} hang together, but nobody works on both and no partners join them",
                  id="{one} dan {other} saling terkait, tetapi tidak ada yang menangani keduanya dan tidak ada mitra yang menghubungkannya").filled(**told),
            Words(en="What is done about one can undo what is done about the other (integrative gap).",
                  id="Penanganan yang satu dapat menggagalkan penanganan yang lain (kesenjangan integratif).").filled(**told),
            Words(en="Give one stakeholder both problems, or make partners of one who works on {one} and one who works on {other}.",
                  id="Beri satu pihak kedua masalah itu, atau mitrakan satu pihak yang menangani {one} dengan satu yang menangani {other}.").filled(**told),
            pair, by_problems(analysis, pair), weight=min(known[uid] for uid in pair), numbers={"severity": sum(known[uid] for uid in pair)})
