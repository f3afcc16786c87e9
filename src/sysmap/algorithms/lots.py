"""Labels dealt out again by lot: the ways to deal them, the share as extreme, the correction for many tests.

A permutation test compares a value with those of other labellings, which are as likely if the labels mean nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import comb
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

__all__ = ["DRAWS", "FEWEST_WAYS", "adjust", "count_ways", "deal_labels", "share_as_high", "tells_all_ways"]

DRAWS = 999
"""How many labellings are drawn beside the observed one, where there are more."""
FEWEST_WAYS = 20
"""With fewer labellings even the most extreme one is no rarer than 1 in 20: too few to tell anything from chance."""
TOLERANCE = 1e-12
"""Values that differ by less count as equal."""


def count_ways(labels: Sequence[int]) -> int:
    """Return in how many ways these labels can be dealt out among those who have them.

    >>> count_ways([0, 0, 1]), count_ways([0, 1, 2])
    (3, 6)
    """
    ways, dealt = 1, 0
    for count in Counter(labels).values():
        dealt += count
        ways *= comb(dealt, count)
    return ways


def tells_all_ways(labels: Sequence[int], draws: int = DRAWS) -> bool:
    """Whether `deal_labels` gives every way to deal them out, and not a sample."""
    return count_ways(labels) <= draws + 1


def deal_labels(labels: Sequence[int], draws: int = DRAWS, seed: int = 0) -> np.ndarray[Any, Any]:
    """Return labellings as rows, one column for each label; the first row is the observed one.

    All ways where there are at most `draws` others, each once; else `draws` permutations. The same arguments give the
    same rows, so that all that is tested is compared with one set of lots.

    >>> deal_labels([0, 0, 1]).tolist()
    [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
    """
    import numpy as np

    observed = np.array(labels, dtype=np.int64)
    observed = observed.astype(np.min_scalar_type(int(observed.max(initial=0))))
    others: list[Any]
    if tells_all_ways(labels, draws):
        others = [row for row in _iterate_ways(sorted(labels)) if row != list(labels)]
    else:
        rng = np.random.default_rng(seed)
        others = [rng.permutation(observed) for _ in range(draws)]
    return np.array([observed, *others], dtype=observed.dtype).reshape(len(others) + 1, len(labels))


def _iterate_ways(labels: list[int]) -> Iterator[list[int]]:
    """Yield each arrangement of sorted labels once, in the order of the dictionary."""
    row = list(labels)
    while True:
        yield list(row)
        # The next arrangement: raise the last place that can be raised, and sort what stands behind it.
        place = next((i for i in range(len(row) - 2, -1, -1) if row[i] < row[i + 1]), None)
        if place is None:
            return
        other = next(i for i in range(len(row) - 1, place, -1) if row[i] > row[place])
        row[place], row[other] = row[other], row[place]
        row[place + 1 :] = row[:place:-1]


def share_as_high(values: np.ndarray[Any, Any]) -> float:
    """Return the share of the values that are at least as high as the first, which is the observed one.

    That is (b + 1) / (m + 1) for b of m others (Phipson & Smyth 2010). NaN, where a value is not defined, is evidence
    for neither side and counts as high.

    >>> import numpy as np
    >>> share_as_high(np.array([3, 1, 3, 2]))
    0.5
    """
    return float((~(values < values[0] - TOLERANCE)).mean())


def adjust(shares: Sequence[float]) -> list[float]:
    """Return p-values that are tested together, corrected so that those up to q hold a share q of false ones at most.

    Benjamini & Hochberg (1995): the k-th smallest of n is multiplied by n / k, and is no more than any larger one.

    >>> adjust([0.01, 0.04, 0.03, 0.2])
    [0.04, 0.05333333333333334, 0.05333333333333334, 0.2]
    """
    corrected, least = [0.0] * len(shares), 1.0
    order = sorted(range(len(shares)), key=lambda place: -shares[place])
    for behind, place in enumerate(order):
        least = min(least, shares[place] * len(shares) / (len(shares) - behind))
        corrected[place] = least
    return corrected
