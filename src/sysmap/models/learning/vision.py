"""The shared vision: who holds each goal, and how far the world has moved from the baseline to the target."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import open_problems
from sysmap.records.innovation_around import CARRIERS
from sysmap.records.innovation_stages import is_living

__all__ = ["GoalPull", "GoalStanding", "find_goal_pulls", "read_goal_standings"]

ENOUGH = 2
"""Sectors that make a goal a shared one."""


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal, its `holders` (`SHARES`) and their `sectors`. `shared`: by two sectors or more; None where sectors are not known.

    `progress` = (actual - baseline) / (target - baseline): 0 at the start, 1 when reached, below 0 when things got worse; None
    where one of the three is not given, or the target is the baseline.
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
    """What bears on a goal (`CONTRIBUTES_TO`): `innovations` and `problems`; `apart`: who works on a living one of them and does not share the goal."""

    goal: str
    innovations: tuple[str, ...]
    problems: tuple[str, ...]
    apart: tuple[str, ...]


@kept
def read_goal_standings(analysis: Analysis) -> tuple[GoalStanding, ...]:
    """Every goal, in the order of uids."""
    return tuple(_standing(analysis, uid) for uid in analysis.nodes("Goal"))


def _standing(analysis: Analysis, uid: str) -> GoalStanding:
    holders = tuple(sorted({source for source, _, type in analysis.graph.in_edges(uid, data="type") if type == "SHARES"}))
    found = [analysis.props(who).get("sector") for who in holders]
    sectors = tuple(sorted({sector for sector in found if sector}))
    shared = True if len(sectors) >= ENOUGH else None if None in found else False
    baseline, actual, target = (_number(analysis.props(uid).get(name)) for name in ("baseline", "actual", "target"))
    progress = None
    if baseline is not None and actual is not None and target is not None and target != baseline:
        progress = (actual - baseline) / (target - baseline)
    return GoalStanding(uid, holders, sectors, shared, baseline, actual, target, progress)


@kept
def find_goal_pulls(analysis: Analysis) -> tuple[GoalPull, ...]:
    """What bears on every goal, in the order of uids; found once."""
    return tuple(_pull(analysis, one) for one in read_goal_standings(analysis))


def _pull(analysis: Analysis, one: GoalStanding) -> GoalPull:
    found = {source for source, _, type in analysis.graph.in_edges(one.goal, data="type") if type == "CONTRIBUTES_TO"}
    innovations, problems = (tuple(uid for uid in analysis.nodes(label) if uid in found) for label in ("Innovation", "Problem"))
    living, settled = [uid for uid in innovations if is_living(analysis, uid)], set(problems).difference(open_problems(analysis))
    work = {"OWNS", *analysis.settings.works}
    busy = {source for source, _, type in analysis.graph.in_edges(living, data="type") if type in CARRIERS}
    busy |= {source for source, _, type in analysis.graph.in_edges(set(problems) - settled, data="type") if type in work}
    return GoalPull(one.goal, innovations, problems, tuple(sorted(busy.difference(one.holders))))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
