"""Burt's hierarchy: whether what hems a node in comes from one contact."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import networkx as nx

from sysmap.algorithms.adjacency import adjacency, triangles

__all__ = ["hierarchy"]


def hierarchy(G: nx.Graph, weight: str | None = None) -> dict[Any, float | None]:  # noqa: N803  networkx's name
    """How far the constraint on each node is concentrated in a single contact (Coleman-Theil disorder).

    With c_ij the constraint of contact j on i (`nx.local_constraint`), C their sum and n the number of i's contacts,
    h_i = sum_j r_j ln r_j / (n ln n), r_j = c_ij / (C / n); 1 where n = 1.

    Parameters
    ----------
    G : graph
        Ties of a directed graph count in both directions together, as in `nx.constraint`.
    weight : string, optional
        Edge attribute with weights above 0; without it all ties weigh the same.

    Returns
    -------
    dict
        Node -> hierarchy, 0 (all contacts constrain alike) to 1 (one does); None for a node without contacts.

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
    share = ties.data / ties.sum(axis=1)[rows]
    reach = share.copy()
    for _, sides in triangles(ties):
        for i, q, j in permutations(range(3)):
            reach += np.bincount(sides[i, j], share[sides[i, q]] * share[sides[q, j]], minlength=len(reach))
    count = np.diff(ties.indptr)
    local = reach ** 2
    mean = np.bincount(rows, local, minlength=len(nodes)) / np.maximum(count, 1)
    ratio = local / mean[rows]
    total = np.bincount(rows, ratio * np.log(ratio), minlength=len(nodes))
    scale = np.where(count > 1, count * np.log(np.maximum(count, 2)), 1)
    # Rounding may leave the sum a hair outside.
    value = np.where(count > 1, np.clip(total / scale, 0, 1), 1)
    return {node: float(one) if known else None for node, one, known in zip(nodes, value, count, strict=True)}
