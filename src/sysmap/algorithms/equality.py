"""How evenly something is spread over the nodes of a network."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["centralization", "gini"]


def centralization(scores: Iterable[float], most: float) -> float | None:
    """Freeman's centralization: how far the scores hang on one node, 0 (all alike) to 1 (a star).

    Sum of (largest score - score) over `most`, the largest that sum can be on so many nodes: (n - 1)(n - 2) for degree,
    n - 1 for normalised betweenness. None where `most` is 0 or less.

    >>> centralization([3, 1, 1, 1], most=6)
    1.0

    References: Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1, 215-239.
    """
    found = list(scores)
    highest = max(found, default=0)
    return sum(highest - score for score in found) / most if found and most > 0 else None


def gini(amounts: Iterable[float]) -> float | None:
    """Gini's coefficient of amounts of 0 and up: half the mean difference of two of them over their mean.

    0 where all have the same, (n - 1)/n where one has all. None where there is nothing to share.

    >>> gini([0, 0, 0, 1]), gini([2, 2]), gini([0, 0])
    (0.75, 0.0, None)

    References: Gini, C. (1912). Variabilita e mutabilita; Sen, A. (1973). On Economic Inequality, 29-31.
    """
    found = sorted(amounts)
    size, whole = len(found), sum(found)
    if not whole:
        return None
    return sum((2 * place - size - 1) * amount for place, amount in enumerate(found, 1)) / (size * whole)
