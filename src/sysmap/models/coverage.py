"""Which open problems have an owner, workers, and an innovation that addresses them.

Settled problems and stopped innovations do not count.
"""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import open_problems, problem_severities

__all__ = ["Coverage", "find_coverage"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The open `problems` by uid, the most severe first, and those of them that lack something, in the same order.

    `unowned`: nobody owns it (no `OWNS`). `unattended`: nobody owns it or works on it. `unaddressed`: no living
    innovation addresses it. `proven`: an innovation in one of `Settings.proven_stages` (pilot, scaling, embedded)
    addresses it.
    `share`: the severities of the proven ones over those of all, 0 to 1; None if there is no open problem.
    """

    problems: tuple[str, ...]
    unowned: tuple[str, ...]
    unattended: tuple[str, ...]
    unaddressed: tuple[str, ...]
    proven: tuple[str, ...]
    share: float | None


@kept
def find_coverage(analysis: Analysis) -> Coverage:
    """Find out how the open problems are covered on the day of the analysis."""
    severity = problem_severities(analysis)
    problems = tuple(sorted(open_problems(analysis), key=lambda uid: (-severity[uid], uid)))
    owned, attended = _targets_of(analysis, ("OWNS",)), _targets_of(analysis, ("OWNS", *analysis.settings.works))
    stages = [
        (problem, analysis.props(innovation).get("stage"))
        for innovation, problem, type in analysis.graph.edges(data="type")
        if type == "ADDRESSES"
    ]
    living = {problem for problem, stage in stages if stage not in analysis.settings.dead_stages}
    proven = {problem for problem, stage in stages if stage in analysis.settings.proven_stages}
    whole = sum(severity.values())
    unowned, unattended, unaddressed = (
        tuple(uid for uid in problems if uid not in covered) for covered in (owned, attended, living)
    )
    return Coverage(
        problems,
        unowned,
        unattended,
        unaddressed,
        proven=tuple(uid for uid in problems if uid in proven),
        share=sum(severity[uid] for uid in problems if uid in proven) / whole if whole else None,
    )


def _targets_of(analysis: Analysis, types: tuple[str, ...]) -> set[str]:
    """Uids of all nodes that a tie of one of these types leads to."""
    return {target for _, target, type in analysis.graph.edges(data="type") if type in types}
