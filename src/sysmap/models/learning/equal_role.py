"""Equal role: whether everybody whom a problem or an innovation names has a tie and a part in it, and every part somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import open_problems
from sysmap.records.innovation_around import CARRIERS
from sysmap.records.innovation_stages import is_living

__all__ = ["EqualRole", "measure_equal_role"]

NAMING = ("AFFECTED_BY", "REPORTED", "SUPPORTS", "OPPOSES")
"""Ties by which a stakeholder is named without a part in the work."""


@dataclass(frozen=True, slots=True)
class EqualRole:
    """Stakeholders that an open problem or a living innovation `named`, and those of them with a partner and a part.

    `roleless`: named, but with no part (affected, heard or heard of only); `tieless`: with no partner, None where nobody
    asked who works with whom. `share` with both, 0 to 1, None where nobody is named or nobody asked. `vacant`: part -> the
    problems (OWNS, WORKS_ON) or innovations (the others) in which nobody holds it; `load`: part -> stakeholder -> in how many.
    """

    named: tuple[str, ...]
    roleless: tuple[str, ...]
    tieless: tuple[str, ...] | None
    share: float | None
    vacant: Mapping[str, tuple[str, ...]]
    load: Mapping[str, Mapping[str, int]]


@kept
def measure_equal_role(analysis: Analysis) -> EqualRole:
    """Who is named, who has a part, and which parts are empty, on the day of the analysis; found once."""
    problems = open_problems(analysis)
    innovations = tuple(uid for uid in analysis.nodes("Innovation") if is_living(analysis, uid))
    work = dict.fromkeys(("OWNS", *analysis.settings.works))
    places = {**dict.fromkeys(work, problems), **dict.fromkeys(CARRIERS, innovations)}
    held: dict[str, dict[str, set[str]]] = {type: {} for type in places}
    named = set()
    for target in (*problems, *innovations):
        for source, _, type in analysis.graph.in_edges(target, data="type"):
            if type in places:
                held[type].setdefault(source, set()).add(target)
            if type in (*places, *NAMING):
                named.add(source)
    busy = {source for some in held.values() for source in some}
    filled = {type: set().union(*some.values()) for type, some in held.items()}
    tieless = {uid for uid in named if not analysis.collaboration.degree[uid]} if analysis.ties_assessed else None
    return EqualRole(
        tuple(sorted(named)), tuple(sorted(named - busy)), None if tieless is None else tuple(sorted(tieless)),
        len(named & busy - tieless) / len(named) if named and tieless is not None else None,
        {type: tuple(uid for uid in where if uid not in filled[type]) for type, where in places.items()},
        {type: {uid: len(mine) for uid, mine in sorted(some.items())} for type, some in held.items()})
