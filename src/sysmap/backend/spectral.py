"""Eigenvector centrality and PageRank: the same power iterations as in networkx, on a sparse matrix."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx
import numpy as np

from sysmap.backend.network import Floats, Network
from sysmap.backend.registry import take_over

__all__ = ["eigenvector_centrality", "pagerank"]


def _refuse_start(arguments: Mapping[str, Any]) -> str:
    if arguments["nstart"] is not None:
        return "in networkx the start vector determines the order of the answer"
    return "" if len(arguments["G"]) else "the null graph"


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse_start)
def eigenvector_centrality(
    G: Network, max_iter: int = 100, tol: float = 1e-6, nstart: None = None, weight: str | None = None
) -> dict[Hashable, float]:
    """Eigenvector centrality (`nx.eigenvector_centrality`).

    Power iteration of A + I with networkx's start and stopping rule.

    Raises `PowerIterationFailedConvergence` as networkx does.
    """
    incoming = G.matrix(G.weights(weight or None)).T.tocsr()
    values = np.full(len(G), 1 / len(G))
    for _ in range(max_iter):
        previous, values = values, values + incoming @ values
        values = values / (np.linalg.norm(values) or 1)
        if np.abs(values - previous).sum() < len(G) * tol:
            return dict(zip(G.nodes, values.tolist(), strict=True))
    raise nx.PowerIterationFailedConvergence(max_iter)


@take_over(min_nodes=100, min_nodes_converted=100)
def pagerank(
    G: Network,
    alpha: float = 0.85,
    personalization: Mapping[Hashable, float] | None = None,
    max_iter: int = 100,
    tol: float = 1e-6,
    nstart: Mapping[Hashable, float] | None = None,
    weight: str | None = "weight",
    dangling: Mapping[Hashable, float] | None = None,
) -> dict[Hashable, float]:
    """PageRank (`nx.pagerank`): power iteration with networkx's start and stopping rule.

    As networkx does, raises `PowerIterationFailedConvergence`, and `ZeroDivisionError` if all personalization values
    are 0.
    """
    if not len(G):
        return {}
    ties = G.matrix(G.weights(weight))
    out_weight = ties.sum(axis=1)
    dead_ends = np.flatnonzero(out_weight == 0)
    scale = np.zeros(len(G))
    np.divide(1, out_weight, out=scale, where=out_weight != 0)
    incoming = ties.T.tocsr()
    restart = _normalize(G, personalization)
    if np.isnan(restart).any():
        raise ZeroDivisionError
    # A node without outgoing ties passes its rank on to all nodes, in the proportions of `dangling` or of the restart.
    from_dead_ends = restart if dangling is None else _normalize(G, dangling)
    values = _normalize(G, nstart)
    for _ in range(max_iter):
        previous = values
        values = (
            alpha * (incoming @ (previous * scale) + previous[dead_ends].sum() * from_dead_ends) + (1 - alpha) * restart
        )
        if np.abs(values - previous).sum() < len(G) * tol:
            return dict(zip(G.nodes, values.tolist(), strict=True))
    raise nx.PowerIterationFailedConvergence(max_iter)


def _normalize(network: Network, values_by_node: Mapping[Hashable, float] | None) -> Floats:
    """Return the values of all nodes as shares of their sum, 0 for nodes without a value.

    Equal shares if the argument is None.
    """
    if values_by_node is None:
        return np.full(len(network), 1 / len(network))
    values = np.array([values_by_node.get(node, 0) for node in network.nodes], dtype=float)
    with np.errstate(invalid="ignore"):
        shares: Floats = values / values.sum()
    return shares
