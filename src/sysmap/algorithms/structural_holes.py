"""Burt's hierarchy: whether the constraint on a node comes from a single contact."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import networkx as nx

from sysmap.algorithms.adjacency import adjacency, triangles

__all__ = ["hierarchy"]


def hierarchy(G: nx.Graph, weight: str | None = None) -> dict[Any, float | None]:
    """How much the constraint on each node is concentrated in a single contact (Coleman-Theil disorder).

    Let c_ij be the constraint of contact j on i (`nx.local_constraint`), C the sum of c_ij over the n contacts of i,
    and r_j = c_ij / (C / n). Then the hierarchy of i is sum_j r_j ln r_j / (n ln n), and 1 if n = 1.

    Parameters
    ----------
    G : graph
        In a directed graph the ties of both directions are added, as in `nx.constraint`.
    weight : string, optional
        Edge attribute with weights above 0. Without it all ties weigh the same.

    Returns
    -------
    dict
        Node -> hierarchy, 0 (all contacts constrain equally) to 1 (a single contact constrains); None for a node
        without contacts.

    Examples
    --------
    >>> [round(value, 3) for value in hierarchy(nx.path_graph(3)).values()]
    [1.0, 0.0, 1.0]

    References
    ----------
    Burt, R. S. (1992). Structural Holes, chapter 2. Harvard University Press.

    """
    import numpy as np

    nodes = list(G)
    ties = adjacency(G, nodes, weight)
    ties = (ties + ties.T).tocsr()
    ties.sort_indices()
    rows = np.repeat(np.arange(len(nodes)), np.diff(ties.indptr))
    proportion = ties.data / ties.sum(axis=1)[rows]
    # All arrays below have one entry for each tie i -> j, in the order of `ties.data`.
    # invested = p_ij + sum_q p_iq p_qj: what i invests in j directly and through common contacts q. Each triangle i, q,
    # j
    # adds one such product, for each of its six orders.
    invested = proportion.copy()
    for _, sides in triangles(ties):
        for i, q, j in permutations(range(3)):
            invested += np.bincount(
                sides[i, j], proportion[sides[i, q]] * proportion[sides[q, j]], minlength=len(invested)
            )
    count = np.diff(ties.indptr)
    constraint = invested**2
    mean = np.bincount(rows, constraint, minlength=len(nodes)) / np.maximum(count, 1)
    ratio = constraint / mean[rows]
    total = np.bincount(rows, ratio * np.log(ratio), minlength=len(nodes))
    scale = np.where(count > 1, count * np.log(np.maximum(count, 2)), 1)
    # Rounding may leave the ratio slightly outside 0 to 1.
    value = np.where(count > 1, np.clip(total / scale, 0, 1), 1)
    return {node: float(score) if contacts else None for node, score, contacts in zip(nodes, value, count, strict=True)}
