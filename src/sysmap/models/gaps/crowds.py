"""Crowded problems: many work on them, but few of those together.

The answer there is one meeting, not a long list of pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import Work, read_work

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Crowd", "find_crowds"]

FEW_TIED = 0.1
"""If less than this share of the pairs are partners, the problem is reported as one crowd instead of as many gaps."""
REACH = 0.9
"""The share of the workers that the convenors should reach within two steps of partnership."""
MOST = 8
"""The largest number of convenors."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A problem that many work on, but few of those together.

    `workers`: how many work on it; `pairs`: the pairs of them that are not of one house; `tied`: how many of these
    pairs are partners.
    `convenors`: up to 8 of the workers, chosen greedily, who together reach the share `reached` (0 to 1) of all workers
    within two steps of partnership, themselves included. Each is a partner of at least two of the workers; who is a
    partner of most comes first. `partners`: how many of the workers are partners of at least one of them, or are one.
    """

    problem: str
    workers: int
    pairs: int
    tied: int
    convenors: tuple[str, ...]
    reached: float
    partners: int


@kept
def find_crowds(analysis: Analysis) -> tuple[Crowd, ...]:
    """Find the crowded problems, most workers first.

    They have `Settings.crowded` or more workers, of whose pairs less than a tenth are partners.
    """
    work = read_work(analysis)
    by_problem = work.does.tocsc()
    crowds = (
        _build_crowd(analysis, work, p, by_problem[:, [p]].nonzero()[0])
        for p, count in enumerate(work.workers.tolist())
        if count >= analysis.settings.crowded
    )
    return tuple(
        sorted(
            (crowd for crowd in crowds if crowd.tied < FEW_TIED * crowd.pairs),
            key=lambda crowd: (-crowd.workers, crowd.problem),
        )
    )


def _build_crowd(analysis: Analysis, work: Work, p: int, workers: np.ndarray[Any, Any]) -> Crowd:
    """Build the crowd of problem number `p`; `workers` are the numbers of those who work on it."""
    import numpy as np
    from scipy.sparse import eye_array

    # In the order of their names, so that of equal ones the first by name is chosen.
    workers = np.array(sorted(workers.tolist(), key=lambda s: (analysis.name(work.people[s]), s)))
    tied, related = (matrix[workers][:, workers].toarray() > 0 for matrix in (work.partners, work.related))
    # near[a, b] is 1 if b is a or a partner of a; multiplied by itself it tells who is within two steps. The partner in
    # the middle need not work on the problem, so only the outer sides are cut down to the workers.
    near = (work.partners + eye_array(len(work.people), dtype="int64", format="csr")).tocsr()
    direct = tied | np.eye(len(workers), dtype=bool)
    chosen, reached = _choose_convenors(direct, (near[workers] @ near[:, workers]).toarray() > 0)
    return Crowd(
        work.problems[p],
        len(workers),
        int(np.triu(~related, 1).sum()),
        int(np.triu(tied & ~related, 1).sum()),
        tuple(work.people[workers[row]] for row in chosen),
        reached,
        int(direct[chosen].any(axis=0).sum()),
    )


def _choose_convenors(direct: np.ndarray[Any, Any], reach: np.ndarray[Any, Any]) -> tuple[list[int], float]:
    """Choose rows one by one until `REACH` of the columns are reached, or `MOST` rows are chosen.

    Always the row that reaches most of the columns not reached yet in one step (`direct`), of equal ones within two
    (`reach`; both workers x workers, bool, with themselves), then the first. Rows with fewer than two partners are
    never chosen. Returns the rows and the share of columns that they reach within two steps.
    """
    import numpy as np

    able = direct.sum(axis=1) > 2  # noqa: PLR2004  itself and two partners
    chosen: list[int] = []
    left = np.ones(reach.shape[1], dtype=bool)
    while len(chosen) < MOST and left.sum() > (1 - REACH) * left.size:
        first, second = ((steps & left).sum(axis=1) * able for steps in (direct, reach))
        best = int((first * (left.size + 1) + second).argmax())
        if not second[best]:
            break
        chosen.append(best)
        left &= ~reach[best]
    return chosen, float(1 - left.mean())
