"""The valley of death: innovations between idea and routine, what each still needs, and the tie that would add it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import cast

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.measures.innovation import Item, check_items
from sysmap.measures.port import measure_values
from sysmap.models.coverage import problem_order
from sysmap.models.innovation_remedies import Remedy, find_remedies
from sysmap.records.coverage_work import problem_severities
from sysmap.records.innovation_around import Around, read_surroundings
from sysmap.records.innovation_stages import is_inside, is_living
from sysmap.records.times import a_year_after

__all__ = ["Crossing", "find_crossings", "group_by_stage"]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A living innovation: whether it is in the valley of death, and what the checklist says about it.

    `inside`: whether it is in the valley; None if neither readiness nor stage is given. `lacks`, `unknown`: the items
    of the checklist that are missing, and those about which the data cannot tell. `risk`: the value of the measure
    `valley_risk`.
    `unrated`: it has sponsors, but nobody rated their power; they count as powerful. `months`: in its stage; None if
    undated.
    `problem`, `severity`: the most severe open problem that it addresses; None if there is none.
    `path`: the shortest chain innovation, sponsor, partners, adopter; empty if there is none.
    `funded_until`: the day on which the last of its funding ends, if that is within a year; None if none has an end.
    `remedies`: for each missing item; empty outside the valley.
    """

    innovation: str
    stage: str | None
    inside: bool | None
    lacks: tuple[Item, ...]
    unknown: tuple[Item, ...]
    risk: float | None
    unrated: bool
    months: int | None
    problem: str | None
    severity: float | None
    path: tuple[str, ...]
    funded_until: date | None
    remedies: tuple[Remedy, ...]


@kept
def find_crossings(analysis: Analysis) -> tuple[Crossing, ...]:
    """Return every living innovation, the highest risk first.

    Of equal risks the one that lacks most, then the one with the most severe problem, then by name and uid.
    """
    return tuple(
        sorted(
            (_build_crossing(analysis, uid) for uid in analysis.nodes("Innovation") if is_living(analysis, uid)),
            key=lambda crossing: (
                crossing.risk is None,
                -(crossing.risk or 0),
                -len(crossing.lacks),
                -(crossing.severity or 0),
                analysis.name(crossing.innovation),
                crossing.innovation,
            ),
        )
    )


def group_by_stage(analysis: Analysis) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """Return (stage, innovations) for each stage of the vocabulary, in its order.

    Last (None, innovations) if some have no known stage.
    """
    (field,) = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    known = [choice.value for choice in field.choices]
    stages = {uid: analysis.props(uid).get("stage") for uid in analysis.nodes("Innovation")}
    groups = [(stage, tuple(uid for uid, at in stages.items() if at == stage)) for stage in known]
    rest = tuple(uid for uid, at in stages.items() if at not in known)
    return (*groups, *([(None, rest)] if rest else []))


def _build_crossing(analysis: Analysis, uid: str) -> Crossing:
    around, inside, items = read_surroundings(analysis, uid), is_inside(analysis, uid), check_items(analysis, uid)
    lacks, unknown = (tuple(item for item, state in items.items() if state is chosen) for chosen in (False, None))
    severities, sponsors = problem_severities(analysis), around.by["SPONSORS"]
    problem = min(around.problems, key=lambda addressed: problem_order(analysis, addressed), default=None)
    return Crossing(
        uid,
        analysis.props(uid).get("stage"),
        inside,
        lacks,
        unknown,
        cast("float | None", measure_values(analysis, "valley_risk")[uid]),
        unrated=bool(sponsors) and all(analysis.props(sponsor).get("power") is None for sponsor in sponsors),
        months=cast("int | None", measure_values(analysis, "months_in_stage")[uid]),
        problem=problem,
        severity=None if problem is None else severities[problem],
        path=_find_path(analysis, around),
        funded_until=_funding_end(analysis, around),
        remedies=tuple(find_remedies(analysis, around, lacks)) if inside else (),
    )


def _funding_end(analysis: Analysis, around: Around) -> date | None:
    """The day on which the last of its funding ends; None if it has none, or if that lasts for another year."""
    last = max(around.funding, default=None)
    if last is None or last >= a_year_after(analysis.as_of):
        return None
    year, month, day = map(int, last.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def _find_path(analysis: Analysis, around: Around) -> tuple[str, ...]:
    """The innovation, then the shortest chain of partners from a sponsor to an adopter; empty if there is none."""
    chains = [
        chain
        for sponsor in around.by["SPONSORS"]
        for adopter in around.by["ADOPTS"]
        if (chain := _shortest_chain(analysis, sponsor, adopter))
    ]
    return (around.innovation, *min(chains, key=lambda chain: (len(chain), chain))) if chains else ()


def _shortest_chain(analysis: Analysis, one: str, other: str) -> list[str]:
    try:
        return cast("list[str]", nx.shortest_path(analysis.collaboration, one, other))
    except nx.NetworkXNoPath:
        return []
