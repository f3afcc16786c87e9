"""Whether partnerships go out of a group or stay inside (E-I index), always beside what chance gives.

Groups are those of the setting `grouping`, sectors unless said otherwise. Krackhardt & Stern 1988.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sysmap import algorithms
from sysmap.algorithms.homophily import Permuted
from sysmap.analysis import Analysis, kept
from sysmap.measures.grouping import groups
from sysmap.measures.port import Values, measure
from sysmap.schema import Words

__all__ = ["DRAWS", "ei_by_chance", "ei_index", "ei_index_of_group", "ei_index_of_group_by_chance", "ei_p", "outward", "permuted", "sizes"]

DRAWS = 500
"""How often groups are handed out anew."""
INDEX = Words(en="-1 all inside, +1 all across", id="-1 semua di dalam, +1 semua lintas")
SOURCE = "Krackhardt & Stern 1988"
BESIDE = Words(en="Read it beside what chance gives: members of a small group look outward whatever they choose.",
               id="Baca bersama angka kebetulannya: anggota kelompok kecil tampak terbuka apa pun pilihannya.")


@measure(
    topic="brokerage", order=380,
    title=Words(en="Looks beyond its own group", id="Bermitra ke luar kelompoknya"), term="E-I index of a node", low=-1, high=1, unit=INDEX,
    how=Words(en="Partners of other groups (sectors, or as set) less partners of its own, divided by all its partners.",
              id="Mitra dari kelompok lain (sektor, atau sesuai pengaturan) dikurangi mitra dari kelompok sendiri, dibagi semua mitranya."),
    advice=Words(en="Near -1: knows only its own kind, so introduce it to others. Near +1: a door to other groups.",
                 id="Mendekati -1: hanya mengenal kelompoknya, kenalkan ke pihak lain. Mendekati +1: pintu ke kelompok lain."),
    source=SOURCE)
def outward(analysis: Analysis) -> Values:
    """E-I of each stakeholder's own partnerships, -1 to 1; None without a partner, or without a group."""
    return algorithms.ei_index_by_node(analysis.collaboration, groups(analysis, analysis.settings.grouping))


@measure(
    topic="brokerage", order=390,
    title=Words(en="Openness of the groups", id="Keterbukaan kelompok"), term="E-I index", level="graph", low=-1, high=1, unit=INDEX,
    how=Words(en="Partnerships across groups (sectors, or as set) less those inside one, divided by all.",
              id="Kemitraan lintas kelompok (sektor, atau sesuai pengaturan) dikurangi kemitraan di dalam satu kelompok, dibagi semuanya."),
    advice=BESIDE, source=SOURCE)
def ei_index(analysis: Analysis) -> Values:
    """E-I of the whole network, -1 to 1; None where no partnership joins two stakeholders with a group."""
    return {"": algorithms.ei_index(analysis.collaboration, groups(analysis, analysis.settings.grouping))}


@measure(
    topic="brokerage", order=400,
    title=Words(en="Openness that chance would give", id="Keterbukaan bila terjadi kebetulan"), term="expected E-I index", level="graph", low=-1, high=1,
    unit=INDEX,
    how=Words(en="Possible pairs across groups less possible pairs inside one, divided by all possible pairs.",
              id="Pasangan lintas kelompok yang mungkin dikurangi pasangan di dalam satu kelompok yang mungkin, dibagi semua pasangan yang mungkin."),
    advice=Words(en="The openness found is a silo only where it lies clearly below this.",
                 id="Keterbukaan yang ditemukan baru berarti silo bila jelas di bawah angka ini."),
    source=SOURCE)
def ei_by_chance(analysis: Analysis) -> Values:
    """(Emax - Imax)/(Emax + Imax) from the sizes of the groups, -1 to 1; None below two stakeholders with a group."""
    return {"": algorithms.ei_by_chance(list(sizes(analysis, analysis.settings.grouping).values()))}


@measure(
    topic="brokerage", order=410,
    title=Words(en="Chance of being so closed by accident", id="Peluang setertutup ini karena kebetulan"), term="permutation p of the E-I index",
    level="graph", high=1, unit=Words(en="share, 0-1", id="bagian, 0-1"),
    how=Words(en="Groups are handed out anew 500 times by lot, with a fixed seed: the share of times that is at least as closed.",
              id="Kelompok diundi ulang 500 kali dengan benih acak tetap: bagian undian yang sama atau lebih tertutup."),
    advice=Words(en="Below 0.05 the groups are silos; above, their sizes may explain it all.",
                 id="Di bawah 0,05 kelompok memang silo; di atasnya, ukuran kelompok saja dapat menjelaskannya."),
    source="Krackhardt & Stern 1988; Phipson & Smyth 2010")
def ei_p(analysis: Analysis) -> Values:
    """Share of permutations at least as inward, above 0 to 1; None where there is no index."""
    found = permuted(analysis, analysis.settings.grouping).get(None)
    return {"": found.inward if found else None}


@measure(
    topic="brokerage", order=420,
    title=Words(en="Openness of each group", id="Keterbukaan tiap kelompok"), term="E-I index of a group", level="group", low=-1, high=1, unit=INDEX,
    how=Words(en="Of the partnerships of a group's members: those that leave it less those inside, divided by all.",
              id="Dari kemitraan anggota satu kelompok: yang keluar dikurangi yang di dalam, dibagi semuanya."),
    advice=BESIDE, source=SOURCE)
def ei_index_of_group(analysis: Analysis) -> Values:
    """E-I of each group, -1 to 1; None for a group without a partnership."""
    return algorithms.ei_index_by_group(analysis.collaboration, groups(analysis, analysis.settings.grouping))


@measure(
    topic="brokerage", order=430,
    title=Words(en="Openness of each group that chance would give", id="Keterbukaan tiap kelompok bila terjadi kebetulan"),
    term="expected E-I index of a group", level="group", low=-1, high=1, unit=INDEX,
    how=Words(en="Possible pairs that leave the group less possible pairs inside, divided by all possible pairs of its members.",
              id="Pasangan keluar kelompok yang mungkin dikurangi pasangan di dalam yang mungkin, dibagi semua pasangan anggotanya yang mungkin."),
    advice=Words(en="A group far below this keeps to itself.", id="Kelompok yang jauh di bawah angka ini menutup diri."), source=SOURCE)
def ei_index_of_group_by_chance(analysis: Analysis) -> Values:
    """The index that the size of each group gives, -1 to 1; None where no pair is possible."""
    found = sizes(analysis, analysis.settings.grouping)
    return {group: algorithms.ei_by_chance(list(found.values()), own) for own, group in enumerate(found)}


def sizes(analysis: Analysis, field: str) -> dict[str, int]:
    """Group -> how many stakeholders it has, in the order in which the groups come."""
    return dict(Counter(group for group in groups(analysis, field).values() if group is not None))


@kept
def permuted(analysis: Analysis, field: str) -> Mapping[str | None, Permuted]:
    """The permutation test of each group of `field`, the whole under None; drawn once."""
    return algorithms.ei_permutation_test(
        analysis.collaboration, groups(analysis, field), DRAWS, seed=analysis.settings.seed)
