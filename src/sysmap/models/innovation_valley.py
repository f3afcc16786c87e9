"""The valley of death: innovations between idea and routine, what each lacks to cross, and the tie that would add it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.measures.innovation import Item, check_items
from sysmap.measures.port import measure_values
from sysmap.models.innovation_remedies import Remedy, find_remedies
from sysmap.records.coverage_work import problem_severities
from sysmap.records.innovation_around import Around, read_surroundings
from sysmap.records.innovation_stages import is_inside, is_living

__all__ = ["Crossing", "find_crossings", "group_by_stage"]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A living innovation on its way: whether it is in the valley, and how it stands on the checklist.

    `inside`: None where neither readiness nor stage is given. `lacks`, `unknown`: items of the checklist that are missing,
    and those that the data cannot tell. `risk`: as the measure `valley_risk` gives it. `unrated`: a sponsor was taken on
    trust, for nobody rated its power. `months` in its stage, None where undated. `problem`: the gravest open one it
    addresses, None without one, and its `severity`. `path`: the shortest chain innovation - sponsor - partners - adopter,
    empty where there is none. `remedies`: for each missing item, in the valley only.
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
    remedies: tuple[Remedy, ...]


@kept
def find_crossings(analysis: Analysis) -> tuple[Crossing, ...]:
    """Every living innovation, the highest risk first; equal risks by the severity of the problem addressed, then by uid."""
    return tuple(sorted(
        (_crossing(analysis, uid) for uid in analysis.nodes("Innovation") if is_living(analysis, uid)),
        key=lambda one: (one.risk is None, -(one.risk or 0), -(one.severity or 0), one.innovation)))


def group_by_stage(analysis: Analysis) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """Each stage that the vocabulary knows, in its order, with the innovations there; last, if any, those without a known stage."""
    field, = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    known = [choice.value for choice in field.choices]
    stages = {uid: analysis.props(uid).get("stage") for uid in analysis.nodes("Innovation")}
    found = [(stage, tuple(uid for uid, at in stages.items() if at == stage)) for stage in known]
    rest = tuple(uid for uid, at in stages.items() if at not in known)
    return (*found, *([(None, rest)] if rest else []))


def _crossing(analysis: Analysis, uid: str) -> Crossing:
    near, inside, has = read_surroundings(analysis, uid), is_inside(analysis, uid), check_items(analysis, uid)
    lacks, unknown = (tuple(item for item, found in has.items() if found is wanted) for wanted in (False, None))
    known, sponsors = problem_severities(analysis), near.by["SPONSORS"]
    problem = min(near.problems, key=lambda one: (-known[one], one), default=None)
    return Crossing(
        uid, analysis.props(uid).get("stage"), inside, lacks, unknown, cast("float | None", measure_values(analysis, "valley_risk")[uid]),
        unrated=bool(sponsors) and all(analysis.props(sponsor).get("power") is None for sponsor in sponsors),
        months=cast("int | None", measure_values(analysis, "months_in_stage")[uid]),
        problem=problem, severity=None if problem is None else known[problem],
        path=_path(analysis, near), remedies=tuple(find_remedies(analysis, near, lacks)) if inside else ())


def _path(analysis: Analysis, near: Around) -> tuple[str, ...]:
    """A shortest chain from a sponsor to an adopter over partnerships."""
    chains = [chain for one in near.by["SPONSORS"] for other in near.by["ADOPTS"] if (chain := _chain(analysis, one, other))]
    return (near.innovation, *min(chains, key=lambda chain: (len(chain), chain))) if chains else ()


def _chain(analysis: Analysis, one: str, other: str) -> list[str]:
    try:
        return cast("list[str]", nx.shortest_path(analysis.collaboration, one, other))
    except nx.NetworkXNoPath:
        return []
