"""Cohesion: components, cores, bridges, cut nodes, triangles and clustering."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import numpy as np
from scipy import sparse

from sysmap.backend.network import Floats, Network
from sysmap.backend.registry import take_over
from sysmap.backend.rust import rust_graph

__all__ = [
    "articulation_points",
    "bridges",
    "clustering",
    "connected_components",
    "core_number",
    "transitivity",
    "triangles",
    "weakly_connected_components",
]


@take_over(min_nodes=sys.maxsize, min_nodes_converted=1000)
def connected_components(G: Network) -> Iterator[set[Hashable]]:
    """The components, ordered by their first node (`nx.connected_components`).

    It runs here only if the graph is converted already: networkx needs less time than one conversion takes, and if its
    caller stops after the first component, it searches no further.
    """
    from scipy.sparse.csgraph import connected_components as label_components

    _, labels = label_components(G.pattern, directed=True, connection="weak")
    order = np.argsort(labels, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    for group in sorted((group.tolist() for group in groups if group.size), key=lambda members: members[0]):
        yield {G.nodes[position] for position in group}


@take_over(min_nodes=sys.maxsize, min_nodes_converted=500)
def weakly_connected_components(G: Network) -> Iterator[set[Hashable]]:
    """The components without regard to direction, ordered by their first node (`nx.weakly_connected_components`)."""
    yield from connected_components(G)


def _refuse_directed(arguments: Mapping[str, Any]) -> str:
    if arguments["G"].is_directed():
        return "in networkx a tie in both directions counts twice"
    return ""


@take_over(min_nodes=300, min_nodes_converted=200, refuse=_refuse_directed)
def core_number(G: Network) -> dict[Hashable, int]:
    """The largest k-core that holds each node (`nx.core_number`).

    If the graph has self-loops, networkx gets the call back and raises its error.
    """
    import rustworkx

    if G.loops.any():
        raise NotImplementedError("self-loops")
    cores: Any = rustworkx.graph_core_number(rust_graph(G))  # its type stub wrongly says int
    return {node: int(cores[position]) for position, node in enumerate(G.nodes)}


@take_over(
    min_nodes=100,
    min_nodes_converted=100,
    refuse=lambda arguments: "" if arguments["root"] is None else "only one component is asked for",
)
def bridges(G: Network, root: None = None) -> Iterator[tuple[Hashable, Hashable]]:
    """The ties whose removal disconnects a component, in the order of `G.edges` (`nx.bridges`).

    Parallel ties are never bridges.
    """
    import rustworkx

    bridge_positions = {tuple(sorted(pair)) for pair in rustworkx.bridges(rust_graph(G))}
    # The weight of a tie without attribute is the number of its parallel ties.
    is_single = G.weights(None)[G.once] == 1
    for tail, head, single_tie in zip(
        G.tails[G.once].tolist(), G.heads[G.once].tolist(), is_single.tolist(), strict=True
    ):
        if single_tie and (tail, head) in bridge_positions:
            yield G.nodes[tail], G.nodes[head]


@take_over(min_nodes=100, min_nodes_converted=100)
def articulation_points(G: Network) -> Iterator[Hashable]:
    """The nodes whose removal disconnects a component, in the order of the graph (`nx.articulation_points`)."""
    import rustworkx

    positions = rustworkx.articulation_points(rust_graph(G))
    for position in sorted(positions):
        yield G.nodes[position]


def _refuse_some_nodes(arguments: Mapping[str, Any]) -> str:
    return "" if arguments["nodes"] is None else "networkx is quicker for some nodes only"


@take_over(min_nodes=1000, min_nodes_converted=1000, refuse=_refuse_some_nodes)
def triangles(G: Network, nodes: None = None) -> dict[Hashable, int]:
    """The number of triangles through each node (`nx.triangles`)."""
    return dict(zip(G.nodes, _count_triangles(G).astype(int).tolist(), strict=True))


def _refuse_clustering(arguments: Mapping[str, Any]) -> str:
    return "parallel ties" if arguments["G"].is_multigraph() else _refuse_some_nodes(arguments)


@take_over(min_nodes=200, min_nodes_converted=200, refuse=_refuse_clustering)
def clustering(G: Network, nodes: None = None, weight: str | None = None) -> dict[Hashable, float]:
    """The share of possible triangles around each node that exist (`nx.clustering`).

    After Onnela 2005 with weights, Fagiolo 2007 if directed.
    """
    out_degree = np.diff(G.pattern.indptr)
    if G.is_directed():
        pattern = G.pattern
        degree = out_degree + np.diff(G.arriving.indptr)
        # Fagiolo 2007: with d ties in and out and b mutual ties, d (d - 1) - 2 b pairs of ties can close, in two
        # directions each.
        possible = 2 * (degree * (degree - 1) - 2 * pattern.multiply(G.arriving).sum(axis=1))
        weights = _cube_roots(G, weight) if weight is not None else pattern
        closed = _cube_diagonal(sparse.csr_array(weights + weights.T))
    else:
        possible = out_degree * (out_degree - 1)
        closed = 2 * _count_triangles(G) if weight is None else _cube_diagonal(_cube_roots(G, weight))
    scores = np.zeros(len(G))
    np.divide(closed, possible, out=scores, where=closed != 0)
    return {
        node: score or 0 for node, score in zip(G.nodes, scores.tolist(), strict=True)
    }  # networkx gives the integer 0


def _refuse_transitivity(arguments: Mapping[str, Any]) -> str:
    graph = arguments["G"]
    return "direction or parallel ties" if graph.is_directed() or graph.is_multigraph() else ""


@take_over(min_nodes=200, min_nodes_converted=200, refuse=_refuse_transitivity)
def transitivity(G: Network) -> float:
    """The share of paths of two ties that are closed, in the whole graph (`nx.transitivity`)."""
    closed, degree = 2 * _count_triangles(G).sum(), np.diff(G.pattern.indptr).astype(float)
    return float(closed / (degree * (degree - 1)).sum()) if closed else 0


def _cube_diagonal(ties: sparse.csr_array) -> Floats:
    """Return the diagonal of the cube of a symmetric matrix.

    The weighted number of closed walks of three ties from each node.
    """
    values: Floats = (ties @ ties).multiply(ties).sum(axis=1)
    return values


def _cube_roots(network: Network, weight: str) -> sparse.csr_array:
    """Return the matrix of the cube roots of weight / largest weight.

    Raises `NotImplementedError` if the largest weight is 0.
    """
    values = network.weights(weight)
    largest = values.max(initial=-np.inf)
    if largest == 0:
        raise NotImplementedError("the largest weight is 0")
    return network.matrix(np.cbrt(values / (largest if values.size else 1)), loops=False)


def _count_triangles(network: Network) -> Floats:
    """Return the number of triangles through each node.

    Each tie is oriented from the node with fewer ties to the node with more, so that no row has more than sqrt(2m)
    entries and the products below stay small (Chiba & Nishizeki 1985). Each triangle then has a first, a middle and a
    last corner, with the ties first -> middle, middle -> last and first -> last, and is found exactly once.
    """
    pattern = network.pattern
    rank = np.empty(len(network), dtype=np.int64)
    rank[np.argsort(np.diff(pattern.indptr), kind="stable")] = np.arange(len(network))
    entries = pattern.tocoo()
    upward = rank[entries.row] < rank[entries.col]
    oriented = sparse.csr_array((entries.data[upward], (entries.row[upward], entries.col[upward])), shape=pattern.shape)
    closing = (oriented @ oriented).multiply(oriented)  # (first, last): how many middle corners lie between them
    sharing = (oriented @ oriented.T).multiply(oriented)  # (first, middle): how many last corners they share
    values: Floats = closing.sum(axis=1) + closing.sum(axis=0) + sharing.sum(axis=0)
    return values
