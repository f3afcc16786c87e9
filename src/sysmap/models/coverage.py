"""Which problems somebody owns, works on, has an answer to; settled problems and stopped innovations do not count."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import open_problems, problem_severities

__all__ = ["Coverage", "find_coverage"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Uids of open problems, the gravest first.

    `unowned`: no `OWNS`. `unattended`: nobody owns or works on it. `unaddressed`: no living innovation addresses it.
    `proven`: an innovation at pilot, scaling or embedded does. `share`: severity of the proven over that of all, 0 to 1;
    None where there is no open problem.
    """

    problems: tuple[str, ...]
    unowned: tuple[str, ...]
    unattended: tuple[str, ...]
    unaddressed: tuple[str, ...]
    proven: tuple[str, ...]
    share: float | None


@kept
def find_coverage(analysis: Analysis) -> Coverage:
    """The coverage of an analysis, found once."""
    severity = problem_severities(analysis)
    problems = tuple(sorted(open_problems(analysis), key=lambda uid: (-severity[uid], uid)))
    owned, attended = _targets(analysis, ("OWNS",)), _targets(analysis, ("OWNS", *analysis.settings.works))
    stages = [(problem, analysis.props(innovation).get("stage")) for innovation, problem, type in analysis.graph.edges(data="type")
              if type == "ADDRESSES"]
    living = {problem for problem, stage in stages if stage not in analysis.settings.dead_stages}
    proven = {problem for problem, stage in stages if stage in analysis.settings.proven_stages}
    whole = sum(severity.values())
    unowned, unattended, unaddressed = (
        tuple(uid for uid in problems if uid not in found) for found in (owned, attended, living))
    return Coverage(
        problems, unowned, unattended, unaddressed,
        proven=tuple(uid for uid in problems if uid in proven),
        share=sum(severity[uid] for uid in problems if uid in proven) / whole if whole else None)


def _targets(analysis: Analysis, types: tuple[str, ...]) -> set[str]:
    return {target for _, target, type in analysis.graph.edges(data="type") if type in types}
