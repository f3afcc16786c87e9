"""Closeness, harmonic centrality and global efficiency: sums of the distances between all nodes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network
from sysmap.backend.registry import take_over
from sysmap.backend.spreading import (
    Waves,
    depth_limit,
    distance_tables,
    estimate_depth,
    map_in_threads,
    order_by_proximity,
    search_waves,
)

__all__ = ["closeness_centrality", "global_efficiency", "harmonic_centrality", "length_matrix"]

_FEW = 100  # networkx finishes fewer searches than this in the time of one conversion and one batch


def _refuse_one_node(arguments: Mapping[str, Any]) -> str:
    if arguments["u"] is not None:
        return "networkx is quicker for a single node"
    if arguments["sp"] is not None:
        return "the lengths are there already: networkx only adds them up"
    return "distance is a function" if callable(arguments["distance"]) else ""


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse_one_node)
def closeness_centrality(
    G: Network, u: None = None, distance: str | None = None, wf_improved: bool = True, *, sp: None = None
) -> dict[Hashable, float]:
    """Closeness of all nodes, from the distances *to* each node (`nx.closeness_centrality`).

    `sp`, lengths that were computed before, is new in networkx 3.7.
    """
    reaching, total = _sum_distances(G, _all_sources(G), distance)
    shares = np.zeros(len(G))
    np.divide(reaching, total, out=shares, where=total > 0)
    if wf_improved and len(G) > 1:
        shares *= reaching / (len(G) - 1)
    return dict(zip(G.nodes, shares.tolist(), strict=True))


def _refuse_functions(arguments: Mapping[str, Any]) -> str:
    return "distance is a function" if callable(arguments["distance"]) else ""


def _ask_for_many_nodes(arguments: Mapping[str, Any]) -> bool:
    """Return whether both `nbunch` and `sources` hold many nodes: networkx searches from the smaller of the two."""
    graph = arguments["G"]
    ends = (arguments["nbunch"], arguments["sources"])
    return all(
        end is None or (end not in graph and len(end) >= _FEW if hasattr(end, "__len__") else False) for end in ends
    )


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse_functions, pays_off=_ask_for_many_nodes)
def harmonic_centrality(
    G: Network,
    nbunch: Iterable[Hashable] | None = None,
    distance: str | None = None,
    sources: Iterable[Hashable] | None = None,
) -> dict[Hashable, float]:
    """Sum of 1/distance from `sources` to each node of `nbunch` (`nx.harmonic_centrality`).

    0 for a node that cannot be reached.
    """
    targets = set(_nodes_of(G, nbunch))
    starts = np.array([G.position[node] for node in set(_nodes_of(G, sources))], dtype=np.int32)
    _, total = _sum_distances(G, _all_sources(G) if sources is None else starts, distance, inverse=True)
    return {node: float(total[G.position[node]]) or 0 for node in targets}


@take_over(
    min_nodes=100,
    min_nodes_converted=100,
    refuse=lambda arguments: "the graph is directed" if arguments["G"].is_directed() else "",
)
def global_efficiency(G: Network) -> float:
    """Mean of 1/distance over all ordered pairs (`nx.global_efficiency`)."""
    pairs = len(G) * (len(G) - 1)
    if not pairs:
        return 0
    return float(_sum_distances(G, _all_sources(G), None, inverse=True)[1].sum() / pairs)


def _nodes_of(network: Network, bunch: Iterable[Hashable] | None) -> Iterable[Hashable]:
    """Return the nodes that networkx would read from `bunch`: None, one node or several, by its own rules."""
    return network.nodes if bunch is None else nx.Graph.nbunch_iter(network, bunch)


def _all_sources(network: Network) -> Ints:
    """Return the positions of all nodes, neighbours close together."""
    return order_by_proximity(network) if len(network) else np.zeros(0, dtype=np.int32)


def _sum_distances(
    network: Network, sources: Ints, distance: str | None, *, inverse: bool = False
) -> tuple[Floats, Floats]:
    """Return for each node how many other sources reach it, and their distances' sum (`inverse`: of 1/distance)."""
    limit = depth_limit(network)
    if distance is None and estimate_depth(network, sources, limit) <= limit:
        parts = map_in_threads(
            lambda waves: _sum_of_waves(len(network), waves, inverse=inverse), list(search_waves(network, sources))
        )
    else:
        matrix = network.pattern if distance is None else length_matrix(network, distance)
        parts = (_sum_of_table(batch, table, inverse=inverse) for batch, table in distance_tables(matrix, sources))
    reaching, total = np.zeros(len(network)), np.zeros(len(network))
    for part_reaching, part_total in parts:
        reaching += part_reaching
        total += part_total
    return reaching, total


def _sum_of_waves(size: int, waves: Waves, *, inverse: bool) -> tuple[Floats, Floats]:
    """The sums of `_sum_distances` from one batch of waves: the bits of a wave are the pairs at the same distance."""
    reaching, total = np.zeros(size), np.zeros(size)
    for steps, rows, bits in waves:
        arrivals = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
        reaching[rows] += arrivals
        total[rows] += arrivals / steps if inverse else arrivals * steps
    return reaching, total


def _sum_of_table(batch: Ints, table: Floats, *, inverse: bool) -> tuple[Floats, Floats]:
    """The sums of `_sum_distances` from a table of distances, sources (`batch`) x nodes; the table is changed."""
    table[np.arange(len(batch)), batch] = np.inf  # a source does not count for itself
    reaching = np.isfinite(table).sum(axis=0).astype(float)
    if inverse:
        table[table == 0] = np.inf  # networkx ignores distances of 0
        return reaching, (1 / table).sum(axis=0)
    table[np.isinf(table)] = 0
    return reaching, table.sum(axis=0)


def length_matrix(network: Network, attribute: str) -> sparse.csr_array:
    """Return the matrix of the lengths of ties; of parallel ties the shortest.

    Raises `NotImplementedError` if a length is negative.
    """
    values = network.weights(attribute, min)
    if (values < 0).any():
        raise NotImplementedError("negative distances")
    return network.matrix(values, loops=False)
