"""The shared vision: who shares each goal, and how far it has come from its baseline to its target."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import open_problems
from sysmap.records.innovation_around import CARRIERS
from sysmap.records.innovation_stages import is_living

__all__ = ["GoalPull", "GoalStanding", "find_goal_pulls", "read_goal_standings"]

ENOUGH = 2
"""Holders from at least so many sectors make a goal a shared one."""


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal, its `holders` (uids of those who share it, `SHARES`) and their `sectors`.

    `shared`: whether the holders come from two or more sectors; None if sectors are missing that would decide it.
    `progress` = (actual - baseline) / (target - baseline): 0 at the start, 1 when reached, negative if things got
    worse. None if one of the three is not given, or if target and baseline are equal.
    """

    goal: str
    holders: tuple[str, ...]
    sectors: tuple[str, ...]
    shared: bool | None
    baseline: float | None
    actual: float | None
    target: float | None
    progress: float | None


@dataclass(frozen=True, slots=True)
class GoalPull:
    """What affects a goal (`CONTRIBUTES_TO`): `innovations` and `problems`.

    `apart`: the stakeholders who work on a living innovation or an open problem of these, but do not share the goal.
    """

    goal: str
    innovations: tuple[str, ...]
    problems: tuple[str, ...]
    apart: tuple[str, ...]


@kept
def read_goal_standings(analysis: Analysis) -> tuple[GoalStanding, ...]:
    """Return the standing of every goal, in the order of uids."""
    return tuple(_read_standing(analysis, uid) for uid in analysis.nodes("Goal"))


def _read_standing(analysis: Analysis, uid: str) -> GoalStanding:
    holders = tuple(
        sorted({source for source, _, type in analysis.graph.in_edges(uid, data="type") if type == "SHARES"})
    )
    by_holder = [analysis.props(who).get("sector") for who in holders]
    sectors = tuple(sorted({sector for sector in by_holder if sector}))
    shared = True if len(sectors) >= ENOUGH else None if None in by_holder else False
    baseline, actual, target = (_to_number(analysis.props(uid).get(name)) for name in ("baseline", "actual", "target"))
    progress = None
    if baseline is not None and actual is not None and target is not None and target != baseline:
        progress = (actual - baseline) / (target - baseline)
    return GoalStanding(uid, holders, sectors, shared, baseline, actual, target, progress)


@kept
def find_goal_pulls(analysis: Analysis) -> tuple[GoalPull, ...]:
    """Return what affects each goal, in the order of uids."""
    return tuple(_find_pull(analysis, standing) for standing in read_goal_standings(analysis))


def _find_pull(analysis: Analysis, standing: GoalStanding) -> GoalPull:
    contributing = {
        source for source, _, type in analysis.graph.in_edges(standing.goal, data="type") if type == "CONTRIBUTES_TO"
    }
    innovations, problems = (
        tuple(uid for uid in analysis.nodes(label) if uid in contributing) for label in ("Innovation", "Problem")
    )
    living, settled = (
        [uid for uid in innovations if is_living(analysis, uid)],
        set(problems).difference(open_problems(analysis)),
    )
    work = {"OWNS", *analysis.settings.works}
    busy = {source for source, _, type in analysis.graph.in_edges(living, data="type") if type in CARRIERS}
    busy |= {
        source for source, _, type in analysis.graph.in_edges(set(problems) - settled, data="type") if type in work
    }
    return GoalPull(standing.goal, innovations, problems, tuple(sorted(busy.difference(standing.holders))))


def _to_number(value: object) -> float | None:
    """The value as a float, None if it is not a number."""
    return float(value) if isinstance(value, int | float) else None
