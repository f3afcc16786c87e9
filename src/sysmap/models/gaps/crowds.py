"""Problems that many work on and few of them together: there the answer is a meeting, and no list of pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import Work, read_work

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Crowd", "find_crowds"]

FEW_TIED = 0.1
"""Below this share of pairs tied, a crowded problem is told as one sentence."""
REACH = 0.9
"""Share of the workers that those who are convened should reach within two steps."""
MOST = 8
"""How many are convened at most."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A problem with `workers` on it, of whose `pairs` (but for those of one house) only `tied` have a partnership.

    `convenors` are the up to 8 of them, found greedily, who reach `reached` (0 to 1) of all workers within two steps
    of partnership, themselves included.
    """

    problem: str
    workers: int
    pairs: int
    tied: int
    convenors: tuple[str, ...]
    reached: float


@kept
def find_crowds(analysis: Analysis) -> tuple[Crowd, ...]:
    """Crowded problems (`Settings.crowded` workers and up) with fewer than a tenth of their pairs tied, largest first."""
    who = read_work(analysis)
    by_problem = who.does.tocsc()
    crowded = (_crowd(who, p, by_problem[:, [p]].nonzero()[0]) for p, count in enumerate(who.workers.tolist())
               if count >= analysis.settings.crowded)
    return tuple(sorted((one for one in crowded if one and one.tied < FEW_TIED * one.pairs),
                        key=lambda one: (-one.workers, one.problem)))


def _crowd(who: Work, p: int, workers: np.ndarray[Any, Any]) -> Crowd:
    import numpy as np
    from scipy.sparse import eye_array

    workers = np.sort(workers)
    tied, related = (matrix[workers][:, workers].toarray() > 0 for matrix in (who.partners, who.related))
    near = (who.partners + eye_array(len(who.people), dtype="int64", format="csr")).tocsr()
    chosen, reached = _convenors((near[workers] @ near[:, workers]).toarray() > 0)
    return Crowd(who.problems[p], len(workers), int(np.triu(~related, 1).sum()), int(np.triu(tied & ~related, 1).sum()),
                 tuple(who.people[workers[row]] for row in chosen), reached)


def _convenors(reach: np.ndarray[Any, Any]) -> tuple[list[int], float]:
    """Rows that together reach most columns, chosen one by one, and the share they reach."""
    import numpy as np

    chosen: list[int] = []
    left = np.ones(reach.shape[1], dtype=bool)
    while len(chosen) < MOST and left.sum() > (1 - REACH) * left.size:
        best = int((reach & left).sum(axis=1).argmax())
        chosen.append(best)
        left &= ~reach[best]
    return chosen, float(1 - left.mean())
