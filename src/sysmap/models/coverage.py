"""Which open problems have an owner, workers, and an innovation that addresses them.

Settled problems and stopped innovations do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import open_problems, problem_severities, read_work

__all__ = ["Coverage", "asked_ways", "claims_of_no_work", "find_coverage", "order_problems", "problem_order"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The open `problems` by uid, the gravest first, and those of them that lack something, in the same order.

    `unowned`: nobody owns it (no `OWNS`). `unattended`: nobody works on it, directly or through an innovation
    (`sysmap.records.coverage_work.Work`). `unaddressed`: no living innovation addresses it. `proven`: an innovation in
    one of `Settings.proven_stages` (pilot, scaling, embedded) addresses it.
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
    problems = order_problems(analysis, open_problems(analysis))
    work = read_work(analysis)
    owned = {target for _, target, type in analysis.graph.edges(data="type") if type == "OWNS"}
    attended = {uid for uid, workers in zip(work.problems, work.workers.tolist(), strict=True) if workers}
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


def asked_ways(analysis: Analysis) -> tuple[str, ...]:
    """In which ways nobody works on an unattended problem, as far as anybody asked; () if in no way at all.

    ("directly",) where not all ties to innovations were asked for, by which a problem may be carried; the types of tie
    that were asked for where not even all of `Settings.works` were. Call it only if at least one of these was.
    """
    works, carries = analysis.settings.works, analysis.settings.carries
    asked = tuple(sorted(filter(analysis.asks, works)))
    if len(asked) < len(set(works)):
        return asked
    is_whole = not carries or all(map(analysis.asks, ("ADDRESSES", *carries)))
    return () if is_whole else ("directly",)


def claims_of_no_work(analysis: Analysis) -> tuple[tuple[str, ...], ...]:
    """Return all that is true of who does not work on open problems: (problem, *ways), as `asked_ways` gives them.

    A claim of fewer ways is weaker: it stays true where somebody works on the problem in another way.
    """
    ways, works = asked_ways(analysis), tuple(sorted(set(filter(analysis.asks, analysis.settings.works))))
    does = {(target, type) for _, target, type in analysis.graph.edges(data="type") if type in works}
    coverage, claims = find_coverage(analysis), list[tuple[str, ...]]()
    for problem in coverage.problems:
        missing = tuple(type for type in works if (problem, type) not in does)
        claims += [(problem, *some) for size in range(len(missing)) for some in combinations(missing, size + 1)]
        if missing == works and ways in {(), ("directly",)}:
            claims.append((problem, "directly"))
    return (*claims, *((problem,) for problem in coverage.unattended if not ways))


def order_problems(analysis: Analysis, problems: Iterable[str]) -> tuple[str, ...]:
    """Open problems, the gravest first: by severity, urgency, how many it reaches and affects, then name and id."""
    return tuple(sorted(problems, key=lambda uid: problem_order(analysis, uid)))


def problem_order(analysis: Analysis, problem: str) -> tuple[float, float, float, int, str, str]:
    """The key by which `order_problems` sorts an open problem; an unrated severity is the median of the rated ones."""
    props = analysis.props(problem)
    urgency, reach = (float(props.get(name) or 0) for name in ("urgency", "reach"))
    affected = _affected(analysis)[problem]
    return -problem_severities(analysis)[problem], -urgency, -reach, -affected, analysis.name(problem), problem


@kept
def _affected(analysis: Analysis) -> Counter[str]:
    """How many stakeholders are affected by each problem."""
    return Counter(target for _, target, type in analysis.graph.edges(data="type") if type == "AFFECTED_BY")
