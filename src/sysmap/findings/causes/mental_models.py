"""Where groups see the causes otherwise: the links they dispute, and the two that are furthest apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import by_count, decimal, enumerated, joined, number
from sysmap.findings.severity import by_problems
from sysmap.models.causes.mental_models import Dispute, Views, mental_models
from sysmap.records.causes_holders import holder_name, holders
from sysmap.records.coverage_work import severities
from sysmap.schema import Words

__all__ = ["disputed_causes", "minds_apart"]

SHOWN = 5
"""How many disputes are told, those of most holders first; the others are counted."""

VIEWS = Need(
    lambda analysis: bool(holders(analysis)),
    Words(en="No causal link is said to be the view of anybody in particular.", id="Tidak ada hubungan sebab-akibat yang disebut sebagai pandangan pihak tertentu."),
    Words(en="Ask groups apart what causes what, write their links with held_by in links.csv, and build the map again.",
          id="Tanyai tiap kelompok secara terpisah apa menyebabkan apa, tulis hubungannya dengan held_by di links.csv, lalu buat lagi petanya."))

ALL_OTHERS = Words(en="the common map", id="peta bersama")
SAID = Words(en="Raises it: {raises}. Lowers it: {lowers}.", id="Menaikkan: {raises}. Menurunkan: {lowers}.")
HANGS = "{n} feedback loop runs through it.", "{n} feedback loops run through it.", "Lingkar umpan balik yang melewatinya: {n}."


@finding(
    topic="causes_mental_models", order=130, story="stays",
    title=Words(en="Causes on which groups disagree", id="Sebab yang dipandang berlawanan"),
    meaning=Words(en="Causal links that raise their target for some and lower it for others (held_by), the five with most holders. As severe as the gravest open "
                     "problem at either end (high from 4, medium from 3, or when no problem is rated), else low.",
                  id="Hubungan yang menurut sebagian menaikkan akibatnya dan menurut yang lain menurunkannya (held_by), lima dengan penganut terbanyak. Seberat "
                     "masalah terbuka terberat di salah satu ujungnya (tinggi mulai 4, sedang mulai 3 atau bila belum ada yang dinilai), selebihnya rendah."),
    source="Langfield-Smith & Wirth 1992", needs=(CAUSES, VIEWS))
def disputed_causes(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the disputes of most holders, or one that says that nothing is disputed."""
    disputes = mental_models(analysis).disputes
    for one in disputes[:SHOWN]:
        yield _dispute(analysis, one, len(disputes))
    if not disputes:
        yield Finding(
            "disputed_causes", "disputed_causes", Words(en="No cause is disputed", id="Tidak ada sebab yang dipandang berlawanan"),
            Words(en="Holders of links: {n}.", id="Pemilik pandangan: {n}.").filled(n=number(len(holders(analysis)))),
            Words(en="Ask groups that have not been heard yet.", id="Tanyai kelompok yang belum didengar."), (), "info", numbers={"disputed": 0})


def _names(analysis: Analysis, some: Sequence[str], *more: Words) -> Words:
    return enumerated([*(Words(en=name, id=name) for name in (holder_name(analysis, holder) for holder in some)), *more])


def _dispute(analysis: Analysis, one: Dispute, everything: int) -> Finding:
    sides = {sign: _names(analysis, some, *([ALL_OTHERS] if one.common == sign else [])) for sign, some in ((1, one.raises), (-1, one.lowers))}
    problems = tuple(uid for uid in (one.source, one.target) if uid in severities(analysis))
    severity: Severity = by_problems(analysis, problems) if problems else "low"
    told = {"source": analysis.name(one.source), "target": analysis.name(one.target), "raises": sides[1], "lowers": sides[-1], "n": number(one.loops),
            "who": _names(analysis, (*one.raises, *one.lowers))}
    why = [SAID, by_count(one.loops, *HANGS)]
    if everything > SHOWN:
        why.append(Words(en=f"{everything} links are disputed in all.", id=f"Seluruhnya {everything} hubungan dipandang berlawanan."))
    return Finding(
        "disputed_causes", f"disputed_causes:{one.source}>{one.target}",
        Words(en="Does {source} raise or lower {target}? The groups disagree",
              id="Apakah {source} menaikkan atau menurunkan {target}? Pandangan kelompok berlawanan").filled(**told),
        joined(*why).filled(**told),
        Words(en="Bring {who} to one table: let each tell what it has seen, then agree which figures would decide it and who collects them. Both may be right, at "
                 "different times or places.",
              id="Pertemukan {who}: biarkan masing-masing menceritakan yang dilihatnya, lalu sepakati angka yang dapat memutuskannya dan siapa yang mengumpulkannya. "
                 "Bisa jadi keduanya benar, pada waktu atau tempat yang berbeda.").filled(**told),
        (one.source, one.target, *(holder for holder in (*one.raises, *one.lowers) if holder in analysis.whole), *one.ties), severity,
        weight=len(one.raises) + len(one.lowers), numbers={"raises": len(one.raises), "lowers": len(one.lowers), "loops": one.loops, "disputed": everything})


@finding(
    topic="causes_mental_models", order=140,
    title=Words(en="Mental models furthest apart", id="Model mental yang paling berjauhan"),
    meaning=Words(en="The two groups whose causal maps differ most, by what they agree on, dispute, or have in one map only. Low where they dispute a link, else a fact.",
                  id="Dua kelompok yang peta sebab-akibatnya paling berbeda, menurut yang disepakati, yang berlawanan, dan yang hanya ada di satu peta. Rendah "
                     "bila ada yang berlawanan, selebihnya fakta."),
    source="Langfield-Smith & Wirth 1992; Markóczy & Goldberg 1995", needs=(CAUSES, VIEWS))
def minds_apart(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the two furthest apart; none where no two groups have a view of the same link, or all are alike."""
    apart = [one for one in mental_models(analysis).pairs if one.distance]
    if apart:
        yield _apart(analysis, apart[0], sum(one.distance == apart[0].distance for one in apart))


def _apart(analysis: Analysis, one: Views, as_far: int) -> Finding:
    counts = {"agreed": len(one.agreed), "disputed": len(one.disputed), "missing": len(one.only_one) + len(one.only_other)}
    told = {name: number(count) for name, count in counts.items()} | {
        "one": holder_name(analysis, one.one), "other": holder_name(analysis, one.other), "distance": decimal(one.distance or 0)}
    why = [Words(en="Of the links that either states they agree on {agreed} and dispute {disputed}; {missing} stand in one map only. Distance {distance}: 0 is alike, 1 opposite.",
                 id="Dari hubungan yang disebut salah satunya, {agreed} disepakati, {disputed} berlawanan, dan {missing} hanya ada di satu peta. Jarak {distance}: "
                    "0 sama, 1 berlawanan.")]
    if as_far > 1:
        why.append(by_count(as_far - 1, "Another pair is as far apart.", "{n} other pairs are as far apart.", "Pasangan lain yang sejauh itu: {n}.").filled(n=number(as_far - 1)))
    return Finding(
        "minds_apart", f"minds_apart:{one.one}>{one.other}",
        Words(en="{one} and {other} are furthest apart in what they hold to be the causes",
              id="{one} dan {other} paling berjauhan dalam memandang sebab-akibat").filled(**told),
        joined(*why).filled(**told),
        Words(en="Before they plan together, let each draw its map and explain it to the other; sysmap whatif --held-by shows what either expects of a push.",
              id="Sebelum menyusun rencana bersama, biarkan masing-masing menggambar petanya dan menjelaskannya; sysmap whatif --held-by menunjukkan apa yang "
                 "diharapkan masing-masing dari suatu dorongan."),
        tuple(dict.fromkeys([*(holder for holder in (one.one, one.other) if holder in analysis.whole), *(uid for link in one.disputed for uid in link)])),
        "low" if one.disputed else "info", weight=one.distance or 0, numbers={"distance": one.distance, **counts})
