"""Burt's constraint and effective size (Burt 1992), as sparse matrix products."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import numpy as np
from scipy import sparse

from sysmap.backend.network import Floats, Network
from sysmap.backend.registry import take_over

__all__ = ["constraint", "effective_size"]


def _refuse_constraint(arguments: Mapping[str, Any]) -> str:
    graph = arguments["G"]
    if arguments["nodes"] is not None and graph.is_multigraph():
        return "networkx counts parallel ties differently for all nodes and for some nodes"
    return "the null graph" if not len(graph) else ""


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse_constraint)
def constraint(G: Network, nodes: Iterable[Hashable] | None = None, weight: str | None = None) -> dict[Hashable, float]:
    """Burt's constraint (`nx.constraint`); NaN for a node without ties to others.

    For all nodes this is networkx's own sparse formula, including its rule for NaN: a node is without ties if its
    weights sum to 0. For some nodes networkx asks instead whether the node has outgoing ties. Weights True and False
    count as 1 and 0, so a tie in both directions weighs 2; networkx's sparse formula makes that 1.
    """
    mutual, total = _mutual_weights(G, weight)
    if nodes is not None and (mutual.data <= 0).any():
        raise NotImplementedError("weights of 0 or below, for some nodes")
    proportion = _divide_rows(mutual, total)
    with np.errstate(invalid="ignore", over="ignore"):
        # c_ij = (p_ij + sum over q of p_iq p_qj)^2, summed over the contacts j of i.
        is_contact = proportion > 0
        values = (proportion.multiply(is_contact) + (proportion @ proportion).multiply(is_contact)).power(2).sum(axis=1)
        without_ties = total - 2 * proportion.diagonal() == 0 if nodes is None else np.diff(G.starts) == 0
    return _by_node(G, nodes, np.where(without_ties, math.nan, values))


def _refuse_effective_size(arguments: Mapping[str, Any]) -> str:
    graph = arguments["G"]
    if graph.is_multigraph():
        return "effective size of parallel ties is not defined"
    return "the null graph" if not len(graph) else ""


@take_over(
    min_nodes=0, min_nodes_converted=0, refuse=_refuse_effective_size
)  # at any size: networkx's own answer is wrong
def effective_size(
    G: Network, nodes: Iterable[Hashable] | None = None, weight: str | None = None
) -> dict[Hashable, float]:
    """Burt's effective size (`nx.effective_size`); NaN for a node without ties to others.

    It is the sum over the contacts j of i of 1 - sum_q p_iq m_jq. Here p_iq is the weight between i and q divided by
    the sum of the weights of i, and m_jq the weight between j and q divided by the largest weight of j (Burt 1992).
    networkx's code for all nodes divides m_jq by the largest weight of q instead (its pull request 8906); this error is
    not copied.

    A tie of weight 0 makes no contact. For some nodes of an undirected graph without weights networkx uses Borgatti's
    formula n - 2t/n, which differs only at self-loops; so it is used here too.
    """
    if nodes is not None and weight is None and not G.is_directed():
        return _by_node(G, nodes, _borgatti_sizes(G))
    mutual, total = _mutual_weights(G, weight)
    if (mutual.data < 0).any() or (nodes is not None and (mutual.data == 0).any()):
        raise NotImplementedError("weights below 0")
    mutual.eliminate_zeros()
    strongest = mutual.max(axis=1).toarray()
    contacts = sparse.csr_array((np.ones(mutual.nnz), mutual.indices, mutual.indptr), shape=mutual.shape)
    redundant = _divide_rows(mutual, total).multiply(contacts @ _divide_rows(mutual, strongest)).sum(axis=1)
    values = np.diff(contacts.indptr) - redundant
    other_contacts = G.pattern if nodes is not None else contacts - sparse.diags_array(contacts.diagonal())
    return _by_node(G, nodes, np.where(other_contacts.sum(axis=1) == 0, math.nan, values))


def _borgatti_sizes(network: Network) -> Floats:
    """Return Borgatti's effective size, n - 2t/n.

    N contacts with t ties among them, self-loops of contacts included.
    """
    pattern = network.pattern
    loops = np.zeros(len(network))
    loops[network.heads[network.loops]] = 1
    contacts = pattern.sum(axis=1)
    ties_among_contacts = (pattern @ pattern).multiply(pattern).sum(axis=1) / 2 + pattern @ loops
    with np.errstate(invalid="ignore"):
        return np.where(contacts == 0, math.nan, contacts - 2 * ties_among_contacts / contacts)


def _mutual_weights(network: Network, weight: str | None) -> tuple[sparse.csr_array, Floats]:
    """Return the matrix a_ij + a_ji, and its row sums."""
    ties = network.matrix(network.weights(weight))
    mutual = sparse.csr_array(ties + ties.T)
    return mutual, mutual.sum(axis=1)


def _divide_rows(matrix: sparse.csr_array, divisors: Floats) -> sparse.csr_array:
    """Return the matrix with each row divided by the divisor of the row."""
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.repeat(1 / divisors, np.diff(matrix.indptr))
        return sparse.csr_array((matrix.data * factor, matrix.indices, matrix.indptr), shape=matrix.shape)


def _by_node(network: Network, nodes: Iterable[Hashable] | None, values: Floats) -> dict[Hashable, float]:
    """Return node -> value, for all nodes or for the given ones."""
    if nodes is None:
        return dict(zip(network.nodes, values.tolist(), strict=True))
    return {node: float(values[network.position[node]]) for node in nodes}
