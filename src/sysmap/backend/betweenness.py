"""Betweenness of nodes and ties."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from random import Random
from typing import Any

import numpy as np

from sysmap.backend.brandes import SHALLOW, node_dependencies, tie_dependencies, weighted_dependencies
from sysmap.backend.network import Floats, Ints, Network
from sysmap.backend.registry import take_over
from sysmap.backend.rust import rust_graph
from sysmap.backend.spreading import estimate_depth

__all__ = ["betweenness_centrality", "betweenness_parts", "edge_betweenness_centrality"]


def _refuse(arguments: Mapping[str, Any]) -> str:
    return "the weight is a function" if callable(arguments["weight"]) else ""


def _refuse_for_ties(arguments: Mapping[str, Any]) -> str:
    return (
        "in networkx, parallel ties divide their betweenness by their keys"
        if arguments["G"].is_multigraph()
        else _refuse(arguments)
    )


def _has_enough_work(arguments: Mapping[str, Any]) -> bool:
    return arguments["k"] is None or arguments["k"] * len(arguments["G"]) > 10_000  # noqa: PLR2004 - measured on trees: with less work both take 10 ms


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse, pays_off=_has_enough_work)
def betweenness_centrality(
    G: Network,
    k: int | None = None,
    normalized: bool = True,
    weight: str | None = None,
    endpoints: bool = False,
    seed: Random | None = None,
) -> dict[Hashable, float]:
    """Betweenness (`nx.betweenness_centrality`). With `k`, the sources are the same that networkx draws from `seed`.

    rustworkx computes deep graphs without `k` and `weight`. Its threads add up in the order in which they finish, so
    the last of 16 digits may vary from run to run.
    """
    if k == len(G):
        k = None
    sources = _draw_sources(G, k, seed)
    if weight is not None:
        raw, _ = weighted_dependencies(G, sources, G.weights(weight, min), endpoints=endpoints)
    elif k is None and estimate_depth(G, sources, SHALLOW) > SHALLOW:
        raw = _run_rustworkx(G, endpoints=endpoints)
    else:
        dependencies = node_dependencies(G, sources)
        raw = dependencies.through + dependencies.ends if endpoints else dependencies.through
    scale = _scale_for_nodes(G, None if k is None else sources, normalized=normalized, endpoints=endpoints)
    return dict(zip(G.nodes, (raw * scale).tolist(), strict=True))


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse_for_ties, pays_off=_has_enough_work)
def edge_betweenness_centrality(
    G: Network, k: int | None = None, normalized: bool = True, weight: str | None = None, seed: Random | None = None
) -> dict[tuple[Hashable, Hashable], float]:
    """Betweenness of ties (`nx.edge_betweenness_centrality`), in the order of `G.edges`."""
    sources = _draw_sources(G, k, seed)
    is_shallow = weight is None and estimate_depth(G, sources, SHALLOW) <= SHALLOW
    if weight is None and k is None and not is_shallow:
        raw = _run_rustworkx_for_ties(G)
    else:
        dependencies = (
            tie_dependencies(G, sources) if is_shallow else weighted_dependencies(G, sources, G.weights(weight, min))[1]
        )
        raw = dependencies[G.once]
        if not G.is_directed():
            raw = raw + _opposite_direction(G, dependencies)
    source_count = len(G) if k is None else k
    scale = 1.0
    if len(G) > 1:
        scale = _scale_for_sources(len(G), source_count, normalized=normalized, directed=G.is_directed())
    return dict(zip(G.edges(), (raw * scale).tolist(), strict=True))


@take_over(
    min_nodes=100,
    min_nodes_converted=100,
    pays_off=lambda arguments: _has_enough_work({"G": arguments["G"], "k": len(arguments["sources"])}),
)
def betweenness_parts(G: Network, sources: Sequence[Hashable]) -> tuple[dict[Hashable, float], dict[Hashable, float]]:
    """What paths from `sources` add to each node's betweenness, and its squares (as `betweenness_parts`)."""
    dependencies = node_dependencies(G, np.array([G.position[node] for node in sources], dtype=np.int32))
    return (
        dict(zip(G.nodes, dependencies.through.tolist(), strict=True)),
        dict(zip(G.nodes, dependencies.squares.tolist(), strict=True)),
    )


def _draw_sources(network: Network, k: int | None, seed: Random | None) -> Ints:
    """Return the positions of all nodes, or of the `k` nodes that networkx draws."""
    if k is None:
        return np.arange(len(network), dtype=np.int32)
    assert seed is not None  # networkx converts any seed to a Random
    return np.array([network.position[node] for node in seed.sample(network.nodes, k)], dtype=np.int32)


def _run_rustworkx(network: Network, *, endpoints: bool) -> Floats:
    """Return the betweenness of all nodes, computed by rustworkx, before scaling."""
    import rustworkx

    scores = rustworkx.betweenness_centrality(rust_graph(network), normalized=False, endpoints=endpoints)
    values = np.array([scores[place] for place in range(len(network))], dtype=float)
    return values if network.is_directed() else 2 * values  # networkx's sum counts each pair from both ends


def _run_rustworkx_for_ties(network: Network) -> Floats:
    """Return the betweenness of each tie of `network.once`, computed by rustworkx, before scaling; 0 for self-loops."""
    import rustworkx

    scores = rustworkx.edge_betweenness_centrality(rust_graph(network), normalized=False)
    not_loops = ~network.loops[network.once]
    raw = np.zeros(not_loops.size)
    raw[not_loops] = [scores[i] for i in range(int(not_loops.sum()))]
    return raw if network.is_directed() else 2 * raw


def _opposite_direction(network: Network, dependencies: Floats) -> Floats:
    """Return, for each tie of `network.once`, the value of the same tie in the opposite direction; 0 for a self-loop.

    A tie u -> v has the key u * n + v. The opposite tie is found by binary search for v * n + u among the sorted keys.
    """
    key = network.tails.astype(np.int64) * len(network) + network.heads
    reversed_key = network.heads.astype(np.int64) * len(network) + network.tails
    order = np.argsort(key)
    opposite = dependencies[order[np.searchsorted(key[order], reversed_key[network.once])]]
    opposite[network.loops[network.once]] = 0
    return opposite


def _scale_for_nodes(network: Network, sources: Ints | None, *, normalized: bool, endpoints: bool) -> float | Floats:
    """Return the factor by which networkx scales the sums: one number, or one for each node.

    With sampled sources it is different for the sources themselves: a source is not between anything in its own search,
    so it has one search less. It is NaN if the node was the only source.
    """
    nodes = len(network) if endpoints else len(network) - 1
    directed = network.is_directed()
    if nodes < 2:  # noqa: PLR2004 - there are no pairs
        return 1.0
    if sources is None or endpoints:
        return _scale_for_sources(
            nodes, nodes if sources is None else len(sources), normalized=normalized, directed=directed
        )
    factors = np.full(len(network), _scale_for_sources(nodes, len(sources), normalized=normalized, directed=directed))
    other_sources = len(sources) - 1
    factors[sources] = (
        _scale_for_sources(nodes, other_sources, normalized=normalized, directed=directed)
        if other_sources
        else math.nan
    )
    return factors


def _scale_for_sources(nodes: int, sources: int, *, normalized: bool, directed: bool) -> float:
    """Return the factor of networkx for this number of sources: `nodes` are the nodes that may be ends of a path."""
    return 1 / (sources * (nodes - 1)) if normalized else nodes / (sources * (1 if directed else 2))
