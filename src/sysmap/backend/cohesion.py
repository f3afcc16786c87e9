"""Components, cores, bridges and triangles: what holds together."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import numpy as np
from scipy import sparse

from sysmap.backend.network import Floats, Network
from sysmap.backend.rust import rust_graph
from sysmap.backend.taking import take_over

__all__ = ["articulation_points", "bridges", "clustering", "connected_components", "core_number", "transitivity", "triangles",
           "weakly_connected_components"]


@take_over(size=sys.maxsize, warm=1000)
def connected_components(G: Network) -> Iterator[set[Hashable]]:
    """The components, by their first node (`nx.connected_components`).

    Taken over only once the graph is converted: networkx does it in less time than one conversion, and stops at the first
    component if its caller does.
    """
    from scipy.sparse.csgraph import connected_components as labelled

    _, labels = labelled(G.pattern, directed=True, connection="weak")
    order = np.argsort(labels, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    for group in sorted((group.tolist() for group in groups if group.size), key=lambda members: members[0]):
        yield {G.nodes[place] for place in group}


@take_over(size=sys.maxsize, warm=500)
def weakly_connected_components(G: Network) -> Iterator[set[Hashable]]:
    """The components when direction does not count, by their first node (`nx.weakly_connected_components`)."""
    yield from connected_components(G)


def _refuse_core(asked: Mapping[str, Any]) -> str:
    if asked["G"].is_directed():
        return "networkx counts a tie in both directions twice"
    return ""


@take_over(size=300, warm=200, refuse=_refuse_core)
def core_number(G: Network) -> dict[Hashable, int]:
    """The largest k-core that holds each node (`nx.core_number`).

    A graph with self-loops goes back to networkx, which refuses it.
    """
    import rustworkx

    if G.loops.any():
        raise NotImplementedError("self-loops")
    cores: Any = rustworkx.graph_core_number(rust_graph(G))       # its stub says int
    return {node: int(cores[place]) for place, node in enumerate(G.nodes)}


@take_over(size=100, warm=100, refuse=lambda asked: "" if asked["root"] is None else "from a root")
def bridges(G: Network, root: None = None) -> Iterator[tuple[Hashable, Hashable]]:
    """The ties whose loss would cut something off, in the order of `G.edges` (`nx.bridges`); parallel ties are none."""
    import rustworkx

    found = {tuple(sorted(pair)) for pair in rustworkx.bridges(rust_graph(G))}
    single = G.weights(None)[G.once] == 1
    for tail, head, alone in zip(G.tails[G.once].tolist(), G.heads[G.once].tolist(), single.tolist(), strict=True):
        if alone and (tail, head) in found:
            yield G.nodes[tail], G.nodes[head]


@take_over(size=100, warm=100)
def articulation_points(G: Network) -> Iterator[Hashable]:
    """The nodes whose loss would cut something off, in the graph's order (`nx.articulation_points`)."""
    import rustworkx

    cutting = rustworkx.articulation_points(rust_graph(G))
    for place in sorted(cutting):
        yield G.nodes[place]


def _refuse_some_nodes(asked: Mapping[str, Any]) -> str:
    return "" if asked["nodes"] is None else "some nodes are quicker in networkx"


@take_over(size=1000, warm=1000, refuse=_refuse_some_nodes)
def triangles(G: Network, nodes: None = None) -> dict[Hashable, int]:
    """The triangles through each node (`nx.triangles`)."""
    return dict(zip(G.nodes, _triangles(G).astype(int).tolist(), strict=True))


def _refuse_clustering(asked: Mapping[str, Any]) -> str:
    return "parallel ties" if asked["G"].is_multigraph() else _refuse_some_nodes(asked)


@take_over(size=200, warm=200, refuse=_refuse_clustering)
def clustering(G: Network, nodes: None = None, weight: str | None = None) -> dict[Hashable, float]:
    """The share of closed triangles about each node (`nx.clustering`): Onnela 2005 with weights, Fagiolo 2007 with direction."""
    both = np.diff(G.pattern.indptr)
    if G.is_directed():
        pattern = G.pattern
        degree = both + np.diff(G.arriving.indptr)
        possible = 2 * (degree * (degree - 1) - 2 * pattern.multiply(G.arriving).sum(axis=1))
        ties = _rooted(G, weight) if weight is not None else pattern
        closed = _corners(sparse.csr_array(ties + ties.T))
    else:
        possible = both * (both - 1)
        closed = 2 * _triangles(G) if weight is None else _corners(_rooted(G, weight))
    shares = np.zeros(len(G))
    np.divide(closed, possible, out=shares, where=closed != 0)
    return {node: share or 0 for node, share in zip(G.nodes, shares.tolist(), strict=True)}     # networkx's 0 is whole


def _refuse_transitivity(asked: Mapping[str, Any]) -> str:
    graph = asked["G"]
    return "direction or parallel ties" if graph.is_directed() or graph.is_multigraph() else ""


@take_over(size=200, warm=200, refuse=_refuse_transitivity)
def transitivity(G: Network) -> float:
    """The share of closed triangles in the whole graph (`nx.transitivity`)."""
    closed, degree = 2 * _triangles(G).sum(), np.diff(G.pattern.indptr).astype(float)
    return float(closed / (degree * (degree - 1)).sum()) if closed else 0


def _corners(ties: sparse.csr_array) -> Floats:
    """The diagonal of the cube of a symmetric matrix."""
    values: Floats = (ties @ ties).multiply(ties).sum(axis=1)
    return values


def _rooted(network: Network, weight: str) -> sparse.csr_array:
    """The cube root of each weight as a share of the largest."""
    values = network.weights(weight)
    largest = values.max(initial=-np.inf)
    if largest == 0:
        raise NotImplementedError("no weight is above 0")
    return network.matrix(np.cbrt(values / (largest if values.size else 1)), loops=False)


def _triangles(network: Network) -> Floats:
    """The triangles through each node, each found once: from its least connected corner.

    Ties point from the less to the more connected node, so no row is long (Chiba & Nishizeki 1985).
    """
    pattern = network.pattern
    rank = np.empty(len(network), dtype=np.int64)
    rank[np.argsort(np.diff(pattern.indptr), kind="stable")] = np.arange(len(network))
    ties = pattern.tocoo()
    up = rank[ties.row] < rank[ties.col]
    out = sparse.csr_array((ties.data[up], (ties.row[up], ties.col[up])), shape=pattern.shape)
    closing = (out @ out).multiply(out)         # first to last corner, by way of the middle one
    sharing = (out @ out.T).multiply(out)       # first to middle corner, with a common last one
    values: Floats = closing.sum(axis=1) + closing.sum(axis=0) + sharing.sum(axis=0)
    return values
