"""Remedies for innovations: for each missing item, the tie that would add it, and who to ask first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.measures.innovation import Item
from sysmap.records.innovation_around import Around

__all__ = ["Remedy", "find_remedies"]


@dataclass(frozen=True, slots=True)
class Remedy:
    """The tie `type` from `source` to `target` that would add a missing item.

    `source`: the stakeholder to ask first (uid); None if nobody qualifies. `target`: the innovation, or the problem
    that needs an owner.
    `type`: "" if no tie can add the item: an innovation that has stalled needs a decision.
    """

    item: Item
    type: str
    source: str | None
    target: str


TYPES: Mapping[Item, str] = {
    "sponsor": "SPONSORS",
    "adopter": "ADOPTS",
    "funder": "FUNDS",
    "across": "TAKES_PART_IN",
    "champion": "CHAMPIONS",
    "lead": "LEADS",
    "owned": "OWNS",
    "moving": "",
}
"""Item -> the type of tie that adds it."""


def find_remedies(analysis: Analysis, around: Around, lacks: Iterable[Item]) -> Iterator[Remedy]:
    """Yield one remedy for each missing item; for "owned", one for each problem without an owner.

    Among those who qualify, a partner of a lead is asked first, then who works on a problem addressed, then who has
    more power, then the first by name.
    """
    for item in lacks:
        targets = (
            [around.innovation]
            if item != "owned"
            else [uid for uid in around.problems if not _sources_of(analysis, uid, "OWNS")]
        )
        for target in targets:
            find_qualified = QUALIFIED.get(item)
            source = (
                _choose_first(analysis, around, find_qualified(analysis, around, target)) if find_qualified else None
            )
            yield Remedy(item, TYPES[item], source, target)


def _sources_of(analysis: Analysis, target: str, *types: str) -> set[str]:
    """Uids of those who have a tie of one of these types to the target."""
    return {source for source, _, type in analysis.graph.in_edges(target, data="type") if type in types}


@kept
def _all_sources(analysis: Analysis, types: tuple[str, ...]) -> set[str]:
    """Uids of those who have a tie of one of these types to anything."""
    return {source for source, _, type in analysis.graph.edges(data="type") if type in types}


def _workers(analysis: Analysis, around: Around) -> set[str]:
    """Who works on, or owns, a problem that the innovation addresses."""
    return {
        uid for problem in around.problems for uid in _sources_of(analysis, problem, "OWNS", *analysis.settings.works)
    }


def _choose_first(analysis: Analysis, around: Around, qualified: set[str]) -> str | None:
    """Choose who to ask first (see `find_remedies`); None if nobody qualifies."""
    partners = {partner for lead in around.by["LEADS"] for partner in analysis.collaboration[lead]}
    workers = _workers(analysis, around)
    return min(
        qualified,
        key=lambda uid: (
            uid not in partners,
            uid not in workers,
            -(analysis.props(uid).get("power") or 0),
            analysis.name(uid),
            uid,
        ),
        default=None,
    )


@kept
def _stakeholders_on(analysis: Analysis, side: str) -> set[str]:
    """Stakeholders on this side of the boundary ("internal" or "external")."""
    return {uid for uid in analysis.nodes("Stakeholder") if analysis.props(uid).get("boundary") == side}


def _possible_sponsors(analysis: Analysis, around: Around, _: str) -> set[str]:
    """Who works on a problem it addresses and has high power."""
    return {
        uid
        for uid in _workers(analysis, around)
        if (analysis.props(uid).get("power") or 0) >= analysis.settings.salient
    }


def _possible_adopters(analysis: Analysis, around: Around, _: str) -> set[str]:
    """Who is affected by a problem it addresses and does not lead the innovation."""
    affected = {uid for problem in around.problems for uid in _sources_of(analysis, problem, "AFFECTED_BY")}
    return affected.difference(around.by["LEADS"])


def _possible_funders(analysis: Analysis, around: Around, _: str) -> set[str]:
    """Who funds it already (and might continue); if nobody does, who funds or sponsors another innovation."""
    return set(around.by["FUNDS"]) or _all_sources(analysis, ("FUNDS", "SPONSORS"))


def _people_on_missing_side(analysis: Analysis, around: Around, _: str) -> set[str]:
    """Who works on a problem it addresses and is on the side of the boundary where nobody of the innovation is."""
    present = {analysis.props(uid).get("boundary") for uid in around.people}
    return _workers(analysis, around) & set().union(
        *(_stakeholders_on(analysis, side) for side in ("internal", "external") if side not in present)
    )


def _possible_champions(analysis: Analysis, around: Around, _: str) -> set[str]:
    """Who works on a problem it addresses and is internal; if nobody, internal champions of other innovations."""
    inside = _stakeholders_on(analysis, "internal")
    return inside & _workers(analysis, around) or inside & _all_sources(analysis, ("CHAMPIONS",))


def _possible_leads(analysis: Analysis, around: Around, _: str) -> set[str]:
    return _workers(analysis, around).difference(around.by["LEADS"])


def _possible_owners(analysis: Analysis, around: Around, problem: str) -> set[str]:
    """Who works on that problem, or leads the innovation."""
    return _sources_of(analysis, problem, *analysis.settings.works).union(around.by["LEADS"])


QUALIFIED: Mapping[Item, Callable[[Analysis, Around, str], set[str]]] = {
    "sponsor": _possible_sponsors,
    "adopter": _possible_adopters,
    "funder": _possible_funders,
    "across": _people_on_missing_side,
    "champion": _possible_champions,
    "lead": _possible_leads,
    "owned": _possible_owners,
}
"""Item -> the function that finds who qualifies, from the innovation's surroundings and the target; "moving" has
none."""
