"""How evenly a quantity is distributed over the nodes of a network."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["centralization", "gini"]


def centralization(scores: Iterable[float], most: float) -> float | None:
    """Freeman's centralization: how much the network depends on one node, 0 (all scores are equal) to 1 (a star).

    It is the sum of (largest score - score) over all nodes, divided by `most`, the largest value this sum can take on a
    network of the same size: (n - 1)(n - 2) for degree, n - 1 for normalised betweenness. None if there are no scores
    or `most` is 0 or less.

    >>> centralization([3, 1, 1, 1], most=6)
    1.0

    References: Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1,
    215-239.
    """
    values = list(scores)
    highest = max(values, default=0)
    return sum(highest - score for score in values) / most if values and most > 0 else None


def gini(amounts: Iterable[float]) -> float | None:
    """The Gini coefficient of amounts >= 0.

    Half the mean absolute difference of two amounts, divided by the mean amount.

    0 if all amounts are equal, (n - 1)/n if one node has everything. None if the amounts sum to 0, or if there are
    none.

    >>> gini([0, 0, 0, 1]), gini([2, 2]), gini([0, 0])
    (0.75, 0.0, None)

    References: Gini, C. (1912). Variabilita e mutabilita; Sen, A. (1973). On Economic Inequality, 29-31.
    """
    ordered = sorted(amounts)
    # With the amounts in rising order, the sum of all pairwise differences is the sum of (2 * rank - n - 1) * amount.
    size, total = len(ordered), sum(ordered)
    if not total:
        return None
    return sum((2 * rank - size - 1) * amount for rank, amount in enumerate(ordered, 1)) / (size * total)
