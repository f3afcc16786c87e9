"""MICMAC: influence and dependence of the variables of a system, along direct and indirect paths (Godet 1986)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["StableImpact", "cross_impact", "stable_cross_impact"]

HIGHEST_POWER = 50
"""The highest power of the matrix that is tried. A ranking that still changes there counts as not stable."""
POWERS_UNCHANGED = 3
"""For how many further powers a ranking must stay the same to count as stable."""
TOLERANCE = 1e-9
"""Sums whose relative difference is at most this share the same rank."""


def cross_impact(matrix: Numbers | csr_array, longest: int) -> tuple[Numbers, Numbers]:
    """Return (influence, dependence) along paths of at most `longest` links.

    Two arrays with one value for each variable.

    They are the row sums and the column sums of |A| + |A|^2 + ... + |A|^longest, where A is `matrix`, n x n, row =
    cause and column = effect. A path may visit a variable more than once, so feedback loops count again each time
    round.

    >>> import numpy as np
    >>> influence, dependence = cross_impact(np.array([[0, -1, 0], [0, 0, 1], [0, 0, 0]]), 2)
    >>> influence.tolist(), dependence.tolist()
    ([2.0, 1.0, 0.0], [0.0, 1.0, 2.0])
    """
    import numpy as np

    strength = abs(matrix).astype(float)
    # The row sums of |A|^k are |A| times the row sums of |A|^(k-1), and likewise for columns: no power is ever formed.
    row_sums = column_sums = np.ones(strength.shape[0])
    influence, dependence = np.zeros(strength.shape[0]), np.zeros(strength.shape[0])
    for _ in range(longest):
        row_sums, column_sums = strength @ row_sums, column_sums @ strength
        influence, dependence = influence + row_sums, dependence + column_sums
    return influence, dependence


@dataclass(frozen=True, slots=True)
class StableImpact:
    """Ranks of the variables (1 = strongest; equal ones share a rank) by the row and column sums of |A|^`power`.

    `stable`: the ranks stayed the same over the next powers. If not, either they changed up to the last power that was
    tried, or no path is longer than `power` links (`ended`).
    """

    influence: tuple[int, ...]
    dependence: tuple[int, ...]
    power: int
    stable: bool
    ended: bool


def stable_cross_impact(matrix: Numbers | csr_array, highest_power: int = HIGHEST_POWER) -> StableImpact:
    """Godet's own method: raise |A| to the power k until both rankings, by influence and by dependence, stay the same.

    >>> import numpy as np
    >>> stable_cross_impact(np.array([[0, 1], [1, 1]]))
    StableImpact(influence=(2, 1), dependence=(2, 1), power=1, stable=True, ended=False)
    """
    strength = abs(matrix).astype(float)
    row_sums, column_sums = strength.sum(axis=1), strength.sum(axis=0)
    ranks, unchanged_since = (_rank(row_sums), _rank(column_sums)), 1
    for power in range(2, highest_power + 1):
        row_sums, column_sums = _scale_to_largest(strength @ row_sums), _scale_to_largest(column_sums @ strength)
        if not row_sums.any():
            return StableImpact(*ranks, power - 1, stable=False, ended=True)
        next_ranks = _rank(row_sums), _rank(column_sums)
        if next_ranks != ranks:
            ranks, unchanged_since = next_ranks, power
        elif power - unchanged_since == POWERS_UNCHANGED:
            return StableImpact(*ranks, unchanged_since, stable=True, ended=False)
    return StableImpact(*ranks, highest_power, stable=False, ended=False)


def _scale_to_largest(sums: Numbers) -> Numbers:
    """Divide the sums by the largest one.

    Without this the powers of a matrix would overflow; ranks are not affected.
    """
    largest = sums.max(initial=0)
    return sums / largest if largest else sums


def _rank(sums: Numbers) -> tuple[int, ...]:
    """Return the rank of each sum, 1 for the largest.

    A sum that is equal to the next larger one, but for rounding, shares its rank.
    """
    import numpy as np

    order = np.argsort(-sums, kind="stable")
    ranks = [0] * len(sums)
    for position, i in enumerate(order.tolist()):
        previous = order[position - 1]
        ranks[i] = (
            ranks[previous] if position and sums[previous] - sums[i] <= TOLERANCE * sums[previous] else position + 1
        )
    return tuple(ranks)
