"""For each item an innovation lacks: the tie that would add it, and who is near enough to be asked first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.measures.innovation import Item
from sysmap.records.innovation_around import Around

__all__ = ["Remedy", "find_remedies"]


@dataclass(frozen=True, slots=True)
class Remedy:
    """The tie `type` from `source` to `target` that would add an item; `source` is None where nobody suggests itself.

    `type` is "" for what no tie adds: an innovation that stands still needs a decision.
    """

    item: Item
    type: str
    source: str | None
    target: str


TYPES: Mapping[Item, str] = {"sponsor": "SPONSORS", "adopter": "ADOPTS", "funder": "FUNDS", "across": "TAKES_PART_IN",
                             "champion": "CHAMPIONS", "lead": "LEADS", "owned": "OWNS", "moving": ""}


def find_remedies(analysis: Analysis, near: Around, lacks: Iterable[Item]) -> Iterator[Remedy]:
    """A remedy for each missing item; for each problem without an owner one.

    Asked first is who is a partner of a lead, then who works on the problem addressed, then who has more power.
    """
    for item in lacks:
        targets = [near.innovation] if item != "owned" else [uid for uid in near.problems if not _tied(analysis, uid, "OWNS")]
        for target in targets:
            fit = WHO.get(item)
            yield Remedy(item, TYPES[item], _nearest(analysis, near, fit(analysis, near, target)) if fit else None, target)


def _tied(analysis: Analysis, target: str, *types: str) -> set[str]:
    """Who is tied to it by these."""
    return {source for source, _, type in analysis.graph.in_edges(target, data="type") if type in types}


@kept
def _givers(analysis: Analysis, types: tuple[str, ...]) -> set[str]:
    """Who gives such a tie to anything, found once."""
    return {source for source, _, type in analysis.graph.edges(data="type") if type in types}


def _workers(analysis: Analysis, near: Around) -> set[str]:
    """Who works on a problem it addresses, owners among them."""
    return {uid for problem in near.problems for uid in _tied(analysis, problem, "OWNS", *analysis.settings.works)}


def _nearest(analysis: Analysis, near: Around, fit: set[str]) -> str | None:
    partners = {partner for lead in near.by["LEADS"] for partner in analysis.collaboration[lead]}
    workers = _workers(analysis, near)
    return min(fit, key=lambda uid: (uid not in partners, uid not in workers, -(analysis.props(uid).get("power") or 0), uid), default=None)


@kept
def _side(analysis: Analysis, side: str) -> set[str]:
    return {
        uid for uid in analysis.nodes("Stakeholder") if analysis.props(uid).get("boundary") == side}


def _sponsors(analysis: Analysis, near: Around, _: str) -> set[str]:
    """Who works on the problem and has the power."""
    return {uid for uid in _workers(analysis, near) if (analysis.props(uid).get("power") or 0) >= analysis.settings.salient}


def _adopters(analysis: Analysis, near: Around, _: str) -> set[str]:
    """Who is affected by the problem, and does not lead the innovation."""
    affected = {uid for problem in near.problems for uid in _tied(analysis, problem, "AFFECTED_BY")}
    return affected.difference(near.by["LEADS"])


def _funders(analysis: Analysis, near: Around, _: str) -> set[str]:
    """Who funds it already (to go on); else who funds or sponsors another innovation."""
    return set(near.by["FUNDS"]) or _givers(analysis, ("FUNDS", "SPONSORS"))


def _others_side(analysis: Analysis, near: Around, _: str) -> set[str]:
    """Who works on the problem on the side where nobody of the innovation stands."""
    present = {analysis.props(uid).get("boundary") for uid in near.people}
    return _workers(analysis, near) & set().union(*(_side(analysis, side) for side in ("internal", "external") if side not in present))


def _champions(analysis: Analysis, near: Around, _: str) -> set[str]:
    """Who works on the problem inside; else who champions another innovation there."""
    inside = _side(analysis, "internal")
    return inside & _workers(analysis, near) or inside & _givers(analysis, ("CHAMPIONS",))


def _leads(analysis: Analysis, near: Around, _: str) -> set[str]:
    return _workers(analysis, near).difference(near.by["LEADS"])


def _owners(analysis: Analysis, near: Around, problem: str) -> set[str]:
    """Who works on that problem, or leads what answers it."""
    return _tied(analysis, problem, *analysis.settings.works).union(near.by["LEADS"])


WHO: Mapping[Item, Callable[[Analysis, Around, str], set[str]]] = {
    "sponsor": _sponsors, "adopter": _adopters, "funder": _funders, "across": _others_side, "champion": _champions, "lead": _leads,
    "owned": _owners}
