"""Closeness, harmonic centrality and efficiency: how far everybody is from everybody."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network
from sysmap.backend.spreading import (
    Waves,
    distances_from,
    in_threads,
    long_and_thin,
    near_each_other,
    spread,
    steps_from,
)
from sysmap.backend.taking import take_over

__all__ = ["closeness_centrality", "global_efficiency", "harmonic_centrality", "lengths"]

_FEW = 100      # so few searches networkx does itself in the time of one conversion and one batch


def _refuse_one_node(asked: Mapping[str, Any]) -> str:
    if asked["u"] is not None:
        return "one node is quicker in networkx"
    return "distance is a function" if callable(asked["distance"]) else ""


@take_over(size=100, warm=100, refuse=_refuse_one_node)
def closeness_centrality(G: Network, u: None = None, distance: str | None = None,
                         wf_improved: bool = True) -> dict[Hashable, float]:
    """Closeness of all nodes, by the distance *to* them (`nx.closeness_centrality`)."""
    others, total = _totals(G, _everybody(G), distance)
    shares = np.zeros(len(G))
    np.divide(others, total, out=shares, where=total > 0)
    if wf_improved and len(G) > 1:
        shares *= others / (len(G) - 1)
    return dict(zip(G.nodes, shares.tolist(), strict=True))


def _refuse_functions(asked: Mapping[str, Any]) -> str:
    return "distance is a function" if callable(asked["distance"]) else ""


def _many(asked: Mapping[str, Any]) -> bool:
    """Whether there are many nodes at both ends: networkx searches from the fewer."""
    graph = asked["G"]
    ends = (asked["nbunch"], asked["sources"])
    return all(end is None or (end not in graph and len(end) >= _FEW if hasattr(end, "__len__") else False) for end in ends)


@take_over(size=100, warm=100, refuse=_refuse_functions, pays=_many)
def harmonic_centrality(G: Network, nbunch: Iterable[Hashable] | None = None, distance: str | None = None,
                        sources: Iterable[Hashable] | None = None) -> dict[Hashable, float]:
    """Sum of 1/distance from `sources` to each node of `nbunch` (`nx.harmonic_centrality`); 0 where nobody comes."""
    wanted = set(_bunch(G, nbunch))
    starts = np.array([G.position[node] for node in set(_bunch(G, sources))], dtype=np.int32)
    _, total = _totals(G, _everybody(G) if sources is None else starts, distance, inverse=True)
    return {node: float(total[G.position[node]]) or 0 for node in wanted}


@take_over(size=100, warm=100, refuse=lambda asked: "ties have a direction" if asked["G"].is_directed() else "")
def global_efficiency(G: Network) -> float:
    """Mean of 1/distance over all pairs (`nx.global_efficiency`)."""
    pairs = len(G) * (len(G) - 1)
    if not pairs:
        return 0
    return float(_totals(G, _everybody(G), None, inverse=True)[1].sum() / pairs)


def _bunch(network: Network, bunch: Iterable[Hashable] | None) -> Iterable[Hashable]:
    """The nodes that networkx would read from `bunch`, by its own rules."""
    return network.nodes if bunch is None else nx.Graph.nbunch_iter(network, bunch)


def _everybody(network: Network) -> Ints:
    return near_each_other(network) if len(network) else np.zeros(0, dtype=np.int32)


def _totals(network: Network, sources: Ints, distance: str | None, *, inverse: bool = False) -> tuple[Floats, Floats]:
    """For each node: how many sources come to it, itself left out, and the sum of their distances (or of 1/distance)."""
    narrow = long_and_thin(network)
    if distance is None and steps_from(network, sources, narrow) <= narrow:
        parts = in_threads(lambda waves: _count(len(network), waves, inverse=inverse), list(spread(network, sources)))
    else:
        matrix = network.pattern if distance is None else lengths(network, distance)
        parts = (_sum(some, table, inverse=inverse) for some, table in distances_from(matrix, sources))
    others, total = np.zeros(len(network)), np.zeros(len(network))
    for came, value in parts:
        others += came
        total += value
    return others, total


def _count(size: int, waves: Waves, *, inverse: bool) -> tuple[Floats, Floats]:
    others, total = np.zeros(size), np.zeros(size)
    for steps, rows, bits in waves:
        came = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
        others[rows] += came
        total[rows] += came / steps if inverse else came * steps
    return others, total


def _sum(some: Ints, table: Floats, *, inverse: bool) -> tuple[Floats, Floats]:
    table[np.arange(len(some)), some] = np.inf      # nobody comes to himself
    came = np.isfinite(table).sum(axis=0).astype(float)
    if inverse:
        table[table == 0] = np.inf      # networkx leaves them out
        return came, (1 / table).sum(axis=0)
    table[np.isinf(table)] = 0
    return came, table.sum(axis=0)


def lengths(network: Network, attribute: str) -> sparse.csr_array:
    """The ties as lengths; of parallel ones the shortest. `NotImplementedError` where one is below 0."""
    values = network.weights(attribute, min)
    if (values < 0).any():
        raise NotImplementedError("distances below 0")
    return network.matrix(values, loops=False)
