"""Eigenvector centrality and PageRank: networkx's own iterations, on a sparse matrix."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx
import numpy as np

from sysmap.backend.network import Floats, Network
from sysmap.backend.taking import take_over

__all__ = ["eigenvector_centrality", "pagerank"]


def _refuse_start(asked: Mapping[str, Any]) -> str:
    if asked["nstart"] is not None:
        return "a start vector sets the order of the answer in networkx"
    return "" if len(asked["G"]) else "the null graph"


@take_over(size=100, warm=100, refuse=_refuse_start)
def eigenvector_centrality(G: Network, max_iter: int = 100, tol: float = 1e-6, nstart: None = None,
                           weight: str | None = None) -> dict[Hashable, float]:
    """Eigenvector centrality by networkx's power iteration of A + I (`nx.eigenvector_centrality`), its stopping rule included.

    Raises `PowerIterationFailedConvergence` as networkx does.
    """
    pull = G.matrix(G.weights(weight or None)).T.tocsr()
    values = np.full(len(G), 1 / len(G))
    for _ in range(max_iter):
        last, values = values, values + pull @ values
        values = values / (np.linalg.norm(values) or 1)
        if np.abs(values - last).sum() < len(G) * tol:
            return dict(zip(G.nodes, values.tolist(), strict=True))
    raise nx.PowerIterationFailedConvergence(max_iter)


@take_over(size=100, warm=100)
def pagerank(G: Network, alpha: float = 0.85, personalization: Mapping[Hashable, float] | None = None,
             max_iter: int = 100, tol: float = 1e-6, nstart: Mapping[Hashable, float] | None = None,
             weight: str | None = "weight", dangling: Mapping[Hashable, float] | None = None) -> dict[Hashable, float]:
    """PageRank by networkx's power iteration (`nx.pagerank`), its stopping rule included.

    Raises `PowerIterationFailedConvergence`, and `ZeroDivisionError` for a personalization of zeros, as networkx does.
    """
    if not len(G):
        return {}
    ties = G.matrix(G.weights(weight))
    given = ties.sum(axis=1)
    ends = np.flatnonzero(given == 0)
    scale = np.zeros(len(G))
    np.divide(1, given, out=scale, where=given != 0)
    pull = ties.T.tocsr()
    home = _shares(G, personalization)
    if np.isnan(home).any():
        raise ZeroDivisionError
    from_ends = home if dangling is None else _shares(G, dangling)
    values = _shares(G, nstart)
    for _ in range(max_iter):
        last = values
        values = alpha * (pull @ (last * scale) + last[ends].sum() * from_ends) + (1 - alpha) * home
        if np.abs(values - last).sum() < len(G) * tol:
            return dict(zip(G.nodes, values.tolist(), strict=True))
    raise nx.PowerIterationFailedConvergence(max_iter)


def _shares(network: Network, given: Mapping[Hashable, float] | None) -> Floats:
    """The numbers given to nodes, 0 where none is given, as shares of their sum; all alike where nothing is given."""
    if given is None:
        return np.full(len(network), 1 / len(network))
    values = np.array([given.get(node, 0) for node in network.nodes], dtype=float)
    with np.errstate(invalid="ignore"):
        shares: Floats = values / values.sum()
    return shares
