"""Why two stakeholders might become partners: one sentence for each term of a suggestion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.models.gaps.ranking import behind_it, reason
from sysmap.records.coverage_work import work
from sysmap.schema import Words

__all__ = ["TERM_NAMES", "reasons"]

NAMED = 3
"""How many names a sentence holds; the others are counted."""
TERM_NAMES: Mapping[str, Words] = {
    "need": Words("need", "kebutuhan"),
    "partners": Words("partners", "mitra"),
    "work": Words("work", "pekerjaan"),
    "fit": Words("offers", "tawaran"),
    "bridge": Words("bridge", "jembatan"),
    "diversity": Words("diversity", "keberagaman"),
    "load": Words("load", "beban"),
}
"""What each term of a suggestion is called."""


def reasons(analysis: Analysis, source: str, target: str) -> dict[str, Words]:
    """A sentence for each term that can be said of the two; `bridge` and `load` always can."""
    return {**_by_work(analysis, source, target), **_by_partners(analysis, source, target), **_by_exchange(analysis, source, target),
            **_by_sector(analysis, source, target), **_by_load(analysis, source, target)}


def _by_work(analysis: Analysis, source: str, target: str) -> dict[str, Words]:
    who = work(analysis)
    behind = behind_it(who, who.people.index(source), who.people.index(target))
    if not behind.problems:
        return {}
    shared = tuple(who.problems[p] for p in behind.shared)
    said = {"need": reason(analysis, shared, tuple((who.problems[p], who.problems[q]) for p, q in behind.links))}
    if shared:
        fewest = min(behind.shared, key=lambda p: (who.workers[p], p))
        said["work"] = Words(en="{n} stakeholders work on {problem}, these two among them.",
                             id="Ada {n} pihak yang menangani {problem}, termasuk keduanya.").filled(
                                 n=int(who.workers[fewest]), problem=analysis.name(who.problems[fewest]))
    return said


def _by_partners(analysis: Analysis, source: str, target: str) -> dict[str, Words]:
    network = analysis.collaboration
    common = sorted(nx.common_neighbors(network, source, target), key=lambda uid: (network.degree[uid], uid))
    if common:
        return {"partners": Words(en="Partners in common: {names}.", id="Mitra bersama: {names}.").filled(
            names=_names(analysis, common))}
    if nx.has_path(network, source, target):
        return {"bridge": Words(en="They have no partner in common: the tie would open a new way between two circles.",
                                id="Keduanya tidak punya mitra bersama: kemitraan ini membuka jalan baru di antara dua lingkaran.")}
    return {"bridge": Words(en="No chain of partnerships joins them: the tie would join two pieces of the network.",
                            id="Tidak ada rantai kemitraan di antara keduanya: kemitraan ini menyatukan dua bagian jaringan.")}


def _by_exchange(analysis: Analysis, source: str, target: str) -> dict[str, Words]:
    said = []
    for giver, taker in ((source, target), (target, source)):
        wanted = {str(item).casefold() for item in analysis.props(taker).get("needs") or ()}
        given = [str(item) for item in analysis.props(giver).get("offers") or () if str(item).casefold() in wanted]
        if given:
            said.append(Words(en="{giver} offers {items}, which {taker} needs.", id="{giver} dapat memberi {items}, yang dibutuhkan {taker}.",
                              ).filled(giver=analysis.name(giver), items=", ".join(given), taker=analysis.name(taker)))
    return {"fit": Words(en=" ".join(one.en for one in said), id=" ".join(one.id for one in said))} if said else {}


def _by_sector(analysis: Analysis, source: str, target: str) -> dict[str, Words]:
    one, other = (analysis.props(uid).get("sector") for uid in (source, target))
    if not (one and other) or one == other:
        return {}
    return {"diversity": Words(en="They come from different sectors: {one} and {other}.",
                               id="Keduanya dari sektor yang berbeda: {one} dan {other}.").filled(
                                   one=_sector(analysis, str(one)), other=_sector(analysis, str(other)))}


def _sector(analysis: Analysis, value: str) -> Words:
    """A sector as people say it."""
    [field] = (field for field in analysis.vocabulary.node_columns("Stakeholder") if field.name == "sector")
    known = field.choice(value)
    return known.label if known else Words(en=value, id=value)


def _by_load(analysis: Analysis, source: str, target: str) -> dict[str, Words]:
    network = analysis.collaboration
    busier = max((source, target), key=lambda uid: (network.degree[uid], uid))
    many = "partner" if network.degree[busier] == 1 else "partners"
    return {"load": Words(en=f"Against it: {{name}} has {{n}} {many} to look after already.",
                          id="Yang memberatkan: {name} sudah punya {n} mitra yang harus dirawat.").filled(
                              name=analysis.name(busier), n=network.degree[busier])}


def _names(analysis: Analysis, uids: Sequence[str]) -> Words:
    names, more = ", ".join(analysis.name(uid) for uid in uids[:NAMED]), len(uids) - NAMED
    return Words(en=f"{names} and {more} more", id=f"{names}, dan {more} lainnya") if more > 0 else Words(en=names, id=names)
