"""MICMAC: how much the variables of a system influence one another, and depend on one another, along paths. Godet 1986."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:

    from scipy.sparse import csr_array

    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["StillImpact", "cross_impact", "stable_cross_impact"]

MOST = 50
"""The power beyond which a ranking that still moves is taken not to stand still."""
STILL = 3
"""Over how many powers more a ranking must stay for it to stand still."""
SAME = 1e-9
"""Sums that differ by less than this share of themselves rank alike."""


def cross_impact(matrix: Numbers | csr_array, most: int) -> tuple[Numbers, Numbers]:
    """Influence and dependence along paths of at most `most` links: row and column sums of the sum of |A|^k over k = 1 .. `most`.

    A path may pass a variable more than once: what feeds back counts again.

    >>> import numpy as np
    >>> influence, dependence = cross_impact(np.array([[0, -1, 0], [0, 0, 1], [0, 0, 0]]), 2)
    >>> influence.tolist(), dependence.tolist()
    ([2.0, 1.0, 0.0], [0.0, 1.0, 2.0])
    """
    import numpy as np

    size = abs(matrix).astype(float)
    out = into = np.ones(size.shape[0])
    influence, dependence = np.zeros(size.shape[0]), np.zeros(size.shape[0])
    for _ in range(most):
        out, into = size @ out, into @ size
        influence, dependence = influence + out, dependence + into
    return influence, dependence


@dataclass(frozen=True, slots=True)
class StillImpact:
    """Ranks (1 = strongest, equals share one) by row and column sums of |A|^`power`, and whether they stand `still`.

    Where not: either they had moved up to the last power tried, or no path is longer than `power` links (`ended`).
    """

    influence: tuple[int, ...]
    dependence: tuple[int, ...]
    power: int
    still: bool
    ended: bool


def stable_cross_impact(matrix: Numbers | csr_array, most: int = MOST) -> StillImpact:
    """Godet's own: raise |A| to the power k until both rankings, by influence and by dependence, stand still over the next powers.

    >>> import numpy as np
    >>> still_cross_impact(np.array([[0, 1], [1, 1]]))
    StillImpact(influence=(2, 1), dependence=(2, 1), power=1, still=True, ended=False)
    """
    size = abs(matrix).astype(float)
    out, into = size.sum(axis=1), size.sum(axis=0)
    ranks, since = (_ranks(out), _ranks(into)), 1
    for power in range(2, most + 1):
        out, into = _scaled(size @ out), _scaled(into @ size)
        if not out.any():
            return StillImpact(*ranks, power - 1, still=False, ended=True)
        further = _ranks(out), _ranks(into)
        if further != ranks:
            ranks, since = further, power
        elif power - since == STILL:
            return StillImpact(*ranks, since, still=True, ended=False)
    return StillImpact(*ranks, most, still=False, ended=False)


def _scaled(sums: Numbers) -> Numbers:
    """The sums with their largest as 1: powers of a matrix leave what a float can hold."""
    largest = sums.max(initial=0)
    return sums / largest if largest else sums


def _ranks(sums: Numbers) -> tuple[int, ...]:
    """1 for the largest; a sum that hardly differs from the one before it shares its rank."""
    import numpy as np

    order = np.argsort(-sums, kind="stable")
    found = [0] * len(sums)
    for place, at in enumerate(order.tolist()):
        before = order[place - 1]
        found[at] = found[before] if place and sums[before] - sums[at] <= SAME * sums[before] else place + 1
    return tuple(found)
