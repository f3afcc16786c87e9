"""All sets of a few nodes tried at the same time: which breaks a network most, and which reaches most of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["MOST_NODES", "TOLERANCE", "most_breaking", "most_reaching", "tries_all_sets"]

MOST_SETS = 20_000
"""Up to so many sets of candidates, all of them are tried."""
MOST_NODES = 64
"""As many nodes as an integer has bits."""
TOLERANCE = 1e-12
"""Scores that differ by less count as equal, so that rounding errors do not decide who is chosen."""
_SETS_PER_BLOCK = 1024


def tries_all_sets(candidates: int, k: int) -> bool:
    """Whether all sets of k candidates are tried, so that the best is known to be the best.

    >>> tries_all_sets(50, 3), tries_all_sets(51, 3)
    (True, False)
    """
    return comb(candidates, k) <= MOST_SETS


def most_breaking(incoming: csr_array, sets: list[tuple[int, ...]]) -> tuple[tuple[int, ...], int]:
    """Return the set of positions whose removal leaves the highest fragmentation, and how many others are equal.

    Of equal ones the first is taken.

    For at most 64 nodes. All sets are searched at the same time: `reached[v]` holds for each set, as bits, which nodes
    have been reached from v once the set is gone.
    """
    import numpy as np

    size, every = incoming.shape[0], np.arange(len(sets))
    alive = np.full(len(sets), (1 << size) - 1, dtype=np.uint64)
    for member in zip(*sets, strict=True):
        alive &= ~(np.uint64(1) << np.array(member, dtype=np.uint64))
    bits = [np.uint64(1) << np.uint64(node) for node in range(size)]
    reached = [np.where(alive & bit, bit, np.uint64(0)) for bit in bits]
    neighbours = [incoming.indices[incoming.indptr[node] : incoming.indptr[node + 1]] for node in range(size)]
    frontier, total, step = reached, np.zeros(len(sets)), 0
    while any(front.any() for front in frontier):
        step += 1
        arrived = []
        for node in range(size):
            wave = np.zeros_like(every, dtype=np.uint64)
            for other in neighbours[node]:
                wave |= frontier[other]
            arrived.append(np.where(alive & bits[node], wave & ~reached[node], np.uint64(0)))
        reached = [known | new for known, new in zip(reached, arrived, strict=True)]
        total += sum(np.bitwise_count(new).astype(np.int64) for new in arrived) / step
        frontier = arrived
    # The less there is left to reach, the more is broken; all sets leave the same number of nodes.
    is_best = total <= total.min() + TOLERANCE
    return sets[int(np.argmax(is_best))], int(is_best.sum()) - 1


def most_reaching(
    inverse: np.ndarray[Any, np.dtype[np.float64]], sets: Sequence[tuple[int, ...]]
) -> tuple[tuple[int, ...], int]:
    """Return the set of rows that is nearest to all, of equal ones the first, and how many others are equal.

    `inverse` holds 1/distance from each candidate (row) to each node; the reach of a set is the sum of its largest
    entries.
    """
    import numpy as np

    index = np.array(sets)
    blocks = (index[start : start + _SETS_PER_BLOCK] for start in range(0, len(sets), _SETS_PER_BLOCK))
    reach = np.concatenate([inverse[block].max(axis=1).sum(axis=1) for block in blocks])
    is_best = reach >= reach.max() - TOLERANCE
    return sets[int(np.argmax(is_best))], int(is_best.sum()) - 1
