"""The strongest collaboration gaps by the problem that most calls for each, so that one sentence can carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sysmap.analysis import Analysis, kept
from sysmap.models.coverage import problem_order
from sysmap.models.gaps.congruence import measure_fit_by_problem
from sysmap.models.gaps.crowds import find_crowds
from sysmap.models.gaps.ranking import Gap, find_gaps
from sysmap.models.partners.doubles import doubles_of, may_be_partners
from sysmap.models.partners.parts import find_parts
from sysmap.records.coverage_work import problem_severities

__all__ = ["ProblemGaps", "find_agreements", "find_gaps_by_problem"]


@dataclass(frozen=True, slots=True)
class ProblemGaps:
    """The strongest gaps of two who do not work together in any recorded way, for one problem.

    `gaps`: those that this problem most calls for, the strongest first; one that may be closed already, under another
    name, comes after all others. `pairs`, `partners`: of all pairs who work on the problem and need each other, how
    many there are, and how many are partners.
    `unjoined`: the problems that hang together with it, where nobody joins the two.
    """

    problem: str
    gaps: tuple[Gap, ...]
    pairs: int
    partners: int
    unjoined: tuple[str, ...]


@kept
def find_gaps_by_problem(analysis: Analysis) -> tuple[ProblemGaps, ...]:
    """Return the gaps of each problem, the gravest problem first, of equally grave ones that of the strongest gap.

    Left out are pairs that work together already (`find_agreements`), that only share crowded problems, and that may be
    one and the same, or part and whole, by their names.
    """
    crowded = {crowd.problem for crowd in find_crowds(analysis)}
    by_problem: dict[str, list[Gap]] = {}
    for gap in _find_certain(analysis):
        if not gap.together and not crowded.issuperset(gap.problems):
            problem = _main_problem(analysis, gap, crowded)
            by_problem.setdefault(problem, []).append(gap)
    fits = {fit.between[0]: fit for fit in measure_fit_by_problem(analysis)}
    unbridged, severity = find_gaps(analysis).unbridged, problem_severities(analysis)

    def order(problem: str) -> tuple[float, float, Any]:
        need = max(gap.need for gap in by_problem[problem])
        return -severity[problem], -need, problem_order(analysis, problem)

    return tuple(
        ProblemGaps(
            problem,
            tuple(sorted(by_problem[problem], key=lambda gap: _gap_order(analysis, gap))),
            fits[problem].needed if problem in fits else 0,
            fits[problem].met if problem in fits else 0,
            tuple(other for pair in unbridged if problem in pair for other in pair if other != problem),
        )
        for problem in sorted(by_problem, key=order)
    )


def find_agreements(analysis: Analysis) -> tuple[Gap, ...]:
    """Return the strongest gaps of two who work together, and only lack an agreement of their own."""
    return tuple(gap for gap in _find_certain(analysis) if gap.together)


def _find_certain(analysis: Analysis) -> list[Gap]:
    """The strongest gaps without those between two that may be one, or part and whole."""
    parts = {frozenset(pair) for pair in find_parts(analysis)}
    return [
        gap
        for gap in find_gaps(analysis).top
        if gap.target not in doubles_of(analysis, gap.source) and frozenset((gap.source, gap.target)) not in parts
    ]


def _main_problem(analysis: Analysis, gap: Gap, crowded: set[str]) -> str:
    """The gravest problem that both work on; else the less grave one of the gravest link. Not a crowded one."""
    if gap.shared:
        candidates = [uid for uid in gap.shared if uid not in crowded] or list(gap.shared)
        return min(candidates, key=lambda uid: problem_order(analysis, uid))
    return max(gap.links[0], key=lambda uid: problem_order(analysis, uid))


def _gap_order(analysis: Analysis, gap: Gap) -> tuple[bool, bool, float, str, str, str]:
    """Those who share the problem come before those whose problems hang together, and the strongest first."""
    names = analysis.name(gap.source), analysis.name(gap.target)
    unsure = may_be_partners(analysis, gap.source, gap.target)
    return unsure, not gap.shared, -gap.need, *names, gap.source
