"""Betweenness of nodes and ties."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from random import Random
from typing import Any

import numpy as np

from sysmap.backend.brandes import SHALLOW, along_weights, by_steps, ties_by_steps
from sysmap.backend.network import Floats, Ints, Network
from sysmap.backend.rust import rust_graph
from sysmap.backend.spreading import steps_from
from sysmap.backend.taking import take_over

__all__ = ["betweenness_centrality", "betweenness_parts", "edge_betweenness_centrality"]


def _refuse(asked: Mapping[str, Any]) -> str:
    return "the weight is a function" if callable(asked["weight"]) else ""


def _refuse_ties(asked: Mapping[str, Any]) -> str:
    return "parallel ties share by their keys" if asked["G"].is_multigraph() else _refuse(asked)


def _enough(asked: Mapping[str, Any]) -> bool:
    return asked["k"] is None or asked["k"] * len(asked["G"]) > 10_000     # noqa: PLR2004 - measured on trees: below, 10 ms either way


@take_over(size=100, warm=100, refuse=_refuse, pays=_enough)
def betweenness_centrality(G: Network, k: int | None = None, normalized: bool = True,
                           weight: str | None = None, endpoints: bool = False,
                           seed: Random | None = None) -> dict[Hashable, float]:
    """Betweenness (`nx.betweenness_centrality`); the `k` sources are those that networkx draws from `seed`.

    All nodes of a graph of many steps are rustworkx's: its threads add as they finish, so the last of 16 digits may vary.
    """
    if k == len(G):
        k = None
    sources = _drawn(G, k, seed)
    if weight is not None:
        raw, _ = along_weights(G, sources, G.weights(weight, min), endpoints=endpoints)
    elif k is None and steps_from(G, sources, SHALLOW) > SHALLOW:
        raw = _all_paths(G, endpoints=endpoints)
    else:
        parts = by_steps(G, sources)
        raw = parts.through + parts.ends if endpoints else parts.through
    scale = _scale(G, None if k is None else sources, normalized=normalized, endpoints=endpoints)
    return dict(zip(G.nodes, (raw * scale).tolist(), strict=True))


@take_over(size=100, warm=100, refuse=_refuse_ties, pays=_enough)
def edge_betweenness_centrality(G: Network, k: int | None = None, normalized: bool = True,
                                weight: str | None = None, seed: Random | None = None) -> dict[tuple[Hashable, Hashable], float]:
    """Betweenness of ties (`nx.edge_betweenness_centrality`), by `G.edges`."""
    sources = _drawn(G, k, seed)
    shallow = weight is None and steps_from(G, sources, SHALLOW) <= SHALLOW
    if weight is None and k is None and not shallow:
        raw = _all_paths_along(G)
    else:
        parts = ties_by_steps(G, sources) if shallow else along_weights(G, sources, G.weights(weight, min))[1]
        raw = parts[G.once]
        if not G.is_directed():
            raw = raw + _other_way(G, parts)
    count = len(G) if k is None else k
    scale = 1.0 if len(G) < 2 else _source_scale(len(G), count, normalized=normalized, directed=G.is_directed())  # noqa: PLR2004
    return dict(zip(G.edges(), (raw * scale).tolist(), strict=True))


@take_over(size=100, warm=100, pays=lambda asked: _enough({"G": asked["G"], "k": len(asked["sources"])}))
def betweenness_parts(G: Network, sources: Sequence[Hashable]) -> tuple[dict[Hashable, float], dict[Hashable, float]]:
    """What paths from `sources` add to each node's betweenness, and the squares (`sysmap.algorithms.betweenness_parts`)."""
    parts = by_steps(G, np.array([G.position[node] for node in sources], dtype=np.int32))
    return (dict(zip(G.nodes, parts.through.tolist(), strict=True)), dict(zip(G.nodes, parts.squares.tolist(), strict=True)))


def _drawn(network: Network, k: int | None, seed: Random | None) -> Ints:
    if k is None:
        return np.arange(len(network), dtype=np.int32)
    assert seed is not None     # networkx makes one of whatever it is given
    return np.array([network.position[node] for node in seed.sample(network.nodes, k)], dtype=np.int32)


def _all_paths(network: Network, *, endpoints: bool) -> Floats:
    import rustworkx

    found = rustworkx.betweenness_centrality(rust_graph(network), normalized=False, endpoints=endpoints)
    once = np.array([found[place] for place in range(len(network))], dtype=float)
    return once if network.is_directed() else 2 * once      # networkx's sum has each pair from both ends


def _all_paths_along(network: Network) -> Floats:
    import rustworkx

    found = rustworkx.edge_betweenness_centrality(rust_graph(network), normalized=False)
    ties = ~network.loops[network.once]
    raw = np.zeros(ties.size)
    raw[ties] = [found[place] for place in range(int(ties.sum()))]
    return raw if network.is_directed() else 2 * raw


def _other_way(network: Network, parts: Floats) -> Floats:
    """What each tie of `network.once` carries from its later to its earlier end."""
    place = network.tails.astype(np.int64) * len(network) + network.heads
    back = network.heads.astype(np.int64) * len(network) + network.tails
    order = np.argsort(place)
    found = parts[order[np.searchsorted(place[order], back[network.once])]]
    found[network.loops[network.once]] = 0
    return found


def _scale(network: Network, sources: Ints | None, *, normalized: bool, endpoints: bool) -> float | Floats:
    """The factor that networkx applies: at sampled sources another one, for each of them is an end in one run."""
    nodes = len(network) if endpoints else len(network) - 1
    directed = network.is_directed()
    if nodes < 2:       # noqa: PLR2004 - no pair
        return 1.0
    if sources is None or endpoints:
        return _source_scale(nodes, nodes if sources is None else len(sources), normalized=normalized, directed=directed)
    factors = np.full(len(network), _source_scale(nodes, len(sources), normalized=normalized, directed=directed))
    others = len(sources) - 1
    factors[sources] = _source_scale(nodes, others, normalized=normalized, directed=directed) if others else math.nan
    return factors


def _source_scale(nodes: int, sources: int, *, normalized: bool, directed: bool) -> float:
    return 1 / (sources * (nodes - 1)) if normalized else nodes / (sources * (1 if directed else 2))
