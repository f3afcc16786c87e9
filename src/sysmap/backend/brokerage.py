"""Constraint and effective size: who can bridge (Burt 1992), as sparse products."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import numpy as np
from scipy import sparse

from sysmap.backend.network import Floats, Network
from sysmap.backend.taking import take_over

__all__ = ["constraint", "effective_size"]


def _refuse_constraint(asked: Mapping[str, Any]) -> str:
    graph = asked["G"]
    if asked["nodes"] is not None and graph.is_multigraph():
        return "networkx counts parallel ties one way for all nodes and another way for some"
    return "the null graph" if not len(graph) else ""


@take_over(size=100, warm=100, refuse=_refuse_constraint)
def constraint(G: Network, nodes: Iterable[Hashable] | None = None,
               weight: str | None = None) -> dict[Hashable, float]:
    """Burt's constraint (`nx.constraint`); NaN for who has no tie to another.

    For all nodes this is networkx's own sparse formula, its rule for NaN included; for some nodes networkx asks instead
    whether the node has a tie that leaves it. Weights that are True or False count 1 and 0, two ways add up to 2; networkx's
    sparse formula makes that 1.
    """
    mutual, total = _mutual(G, weight)
    if nodes is not None and (mutual.data <= 0).any():
        raise NotImplementedError("weights of 0 or below, node by node")
    share = _scaled(mutual, total)
    with np.errstate(invalid="ignore", over="ignore"):
        contacts = share > 0
        values = (share.multiply(contacts) + (share @ share).multiply(contacts)).power(2).sum(axis=1)
        alone = total - 2 * share.diagonal() == 0 if nodes is None else np.diff(G.starts) == 0
    return _named(G, nodes, np.where(alone, math.nan, values))


def _refuse_effective_size(asked: Mapping[str, Any]) -> str:
    graph = asked["G"]
    if graph.is_multigraph():
        return "effective size of parallel ties is not defined"
    return "the null graph" if not len(graph) else ""


@take_over(size=0, warm=0, refuse=_refuse_effective_size)      # whatever the size: it is right, and networkx is not
def effective_size(G: Network, nodes: Iterable[Hashable] | None = None,
                   weight: str | None = None) -> dict[Hashable, float]:
    """Burt's effective size; NaN for who has no tie to another.

    The sum over contacts j of 1 - sum_q p_iq m_jq, p scaled by a node's sum and m by its strongest tie (Burt 1992). networkx's
    own path for all nodes scales m by the strongest tie of q, not of j (its pull request 8906): wrong, and not copied.
    A tie of weight 0 is no contact. For some nodes of an undirected, unweighted graph networkx uses Borgatti's n - 2t/n, which
    differs only at self-loops.
    """
    if nodes is not None and weight is None and not G.is_directed():
        return _named(G, nodes, _borgatti(G))
    mutual, total = _mutual(G, weight)
    if (mutual.data < 0).any() or (nodes is not None and (mutual.data == 0).any()):
        raise NotImplementedError("weights below 0")
    mutual.eliminate_zeros()
    strongest = mutual.max(axis=1).toarray()
    contacts = sparse.csr_array((np.ones(mutual.nnz), mutual.indices, mutual.indptr), shape=mutual.shape)
    redundant = _scaled(mutual, total).multiply(contacts @ _scaled(mutual, strongest)).sum(axis=1)
    values = np.diff(contacts.indptr) - redundant
    leaving = G.pattern if nodes is not None else contacts - sparse.diags_array(contacts.diagonal())
    return _named(G, nodes, np.where(leaving.sum(axis=1) == 0, math.nan, values))


def _borgatti(network: Network) -> Floats:
    pattern = network.pattern
    loops = np.zeros(len(network))
    loops[network.heads[network.loops]] = 1
    count = pattern.sum(axis=1)
    ties = (pattern @ pattern).multiply(pattern).sum(axis=1) / 2 + pattern @ loops
    with np.errstate(invalid="ignore"):
        return np.where(count == 0, math.nan, count - 2 * ties / count)


def _mutual(network: Network, weight: str | None) -> tuple[sparse.csr_array, Floats]:
    """a_ij + a_ji, and each node's sum of it."""
    ties = network.matrix(network.weights(weight))
    mutual = sparse.csr_array(ties + ties.T)
    return mutual, mutual.sum(axis=1)


def _scaled(matrix: sparse.csr_array, by: Floats) -> sparse.csr_array:
    """Each row divided by its own number."""
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.repeat(1 / by, np.diff(matrix.indptr))
        return sparse.csr_array((matrix.data * factor, matrix.indices, matrix.indptr), shape=matrix.shape)


def _named(network: Network, nodes: Iterable[Hashable] | None, values: Floats) -> dict[Hashable, float]:
    if nodes is None:
        return dict(zip(network.nodes, values.tolist(), strict=True))
    return {node: float(values[network.position[node]]) for node in nodes}
