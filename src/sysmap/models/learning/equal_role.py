"""Equal role: whether everybody who is named has a partner and a part in the work, and which parts nobody has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import open_problems
from sysmap.records.innovation_around import CARRIERS
from sysmap.records.innovation_stages import is_living

__all__ = ["NAMING", "EqualRole", "measure_equal_role"]

NAMING = ("AFFECTED_BY", "REPORTED", "SUPPORTS", "OPPOSES")
"""Types of ties that name a stakeholder without giving it a part in the work."""


@dataclass(frozen=True, slots=True)
class EqualRole:
    """The stakeholders whom open problems or living innovations name, and whether they have a partner and a part.

    All are uids.
    `named`: those with a tie to an open problem or a living innovation, be it a part in the work or one of `NAMING`.
    `roleless`: those of them without a part in the work (only affected, reporting, supporting or opposing). `tieless`:
    those without a partner; None if there are no partnership data.
    `share`: the share of `named` with both, 0 to 1; None if nobody is named or there are no partnership data.
    `vacant`: part (type of tie) -> the problems or innovations in which nobody has it. `load`: part -> stakeholder ->
    in how many it has it.
    """

    named: tuple[str, ...]
    roleless: tuple[str, ...]
    tieless: tuple[str, ...] | None
    share: float | None
    vacant: Mapping[str, tuple[str, ...]]
    load: Mapping[str, Mapping[str, int]]


@kept
def measure_equal_role(analysis: Analysis) -> EqualRole:
    """Find out who is named, who has a part, and which parts nobody has, on the day of the analysis."""
    problems = open_problems(analysis)
    innovations = tuple(uid for uid in analysis.nodes("Innovation") if is_living(analysis, uid))
    work = dict.fromkeys(("OWNS", *analysis.settings.works))
    places = {**dict.fromkeys(work, problems), **dict.fromkeys(CARRIERS, innovations)}
    # Part -> stakeholder -> the problems or innovations in which it has that part.
    held: dict[str, dict[str, set[str]]] = {type: {} for type in places}
    named = set()
    for target in (*problems, *innovations):
        for source, _, type in analysis.graph.in_edges(target, data="type"):
            if type in places:
                held[type].setdefault(source, set()).add(target)
            if type in (*places, *NAMING):
                named.add(source)
    with_part = {source for holders in held.values() for source in holders}
    filled = {type: set().union(*holders.values()) for type, holders in held.items()}
    tieless = {uid for uid in named if not analysis.collaboration.degree[uid]} if analysis.ties_assessed else None
    return EqualRole(
        tuple(sorted(named)),
        tuple(sorted(named - with_part)),
        None if tieless is None else tuple(sorted(tieless)),
        len(named & with_part - tieless) / len(named) if named and tieless is not None else None,
        {type: tuple(uid for uid in where if uid not in filled[type]) for type, where in places.items()},
        {type: {uid: len(targets) for uid, targets in sorted(holders.items())} for type, holders in held.items()},
    )
