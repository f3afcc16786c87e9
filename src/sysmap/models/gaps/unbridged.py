"""What is true of problems that hang together and that nobody joins, by the ways of working that anybody asked for."""

from __future__ import annotations

from itertools import combinations

from sysmap.analysis import Analysis, kept
from sysmap.models.coverage import asked_ways
from sysmap.models.gaps.ranking import find_gaps
from sysmap.records.coverage_work import read_work
from sysmap.records.innovation_around import CARRIERS

__all__ = ["claims_of_no_bridge", "ways_of_bridging"]

SESSIONS = ("INVOLVES", "ACTION")
"""Types of tie by which a GROW session makes two stakeholders work together."""


def ways_of_bridging(analysis: Analysis) -> tuple[str, ...]:
    """In which ways nobody joins two unbridged problems, as far as anybody asked; () if in no way at all.

    As `sysmap.models.coverage.asked_ways`, but all parts in innovations and sessions must have been asked for too.
    """
    ways = asked_ways(analysis)
    return ways or (() if all(map(analysis.asks, (*CARRIERS, *SESSIONS))) else ("directly",))


@kept
def claims_of_no_bridge(analysis: Analysis) -> tuple[tuple[str, ...], ...]:
    """Return all problems that nobody joins: (problem, problem, *ways), as `ways_of_bridging` gives them.

    A claim of fewer ways is weaker: nobody who works on one of the two by one of these ties works on the other by them,
    is a partner of one who does, or is of one house with it.
    """
    work, ways = read_work(analysis), ways_of_bridging(analysis)
    works = tuple(sorted(set(filter(analysis.asks, analysis.settings.works))))
    number = {uid: row for row, uid in enumerate(work.people)}
    does: dict[tuple[str, str], list[int]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type in works and source in number:
            does.setdefault((target, type), []).append(number[source])
    joined = (work.partners + work.related).tocsr()

    def is_bridged(pair: tuple[str, str], types: tuple[str, ...]) -> bool:
        rows, columns = ([row for type in types for row in does.get((uid, type), ())] for uid in pair)
        return bool(rows and columns and joined[rows][:, columns].nnz)

    linked = {tuple(sorted((work.problems[p], work.problems[q]))) for p, q in zip(*work.linked.nonzero(), strict=True)}
    sets = [types for size in range(len(works)) for types in combinations(works, size + 1)]
    claims = [(*pair, *types) for pair in sorted(linked) for types in sets if not is_bridged((pair[0], pair[1]), types)]
    if ways in {(), ("directly",)}:
        claims += [(*pair, "directly") for pair in sorted(linked) if not is_bridged((pair[0], pair[1]), works)]
    return (*claims, *(pair for pair in find_gaps(analysis).unbridged if not ways))
