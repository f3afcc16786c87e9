"""Leiden communities, which networkx names and leaves to backends, and what communities are worth."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from random import Random
from typing import Any

import numpy as np

from sysmap.backend.network import Network
from sysmap.backend.taking import take_over

__all__ = ["leiden_communities", "modularity"]

_ROUNDS = 10    # 10,000 nodes: half a second, and of what 20 rounds gain over one (.031 of modularity) all but .001


def _refuse(asked: Mapping[str, Any]) -> str:
    return "" if asked["max_level"] is None else "levels are not told apart"


@take_over(size=0, warm=0, refuse=_refuse)      # whatever the size: networkx has none of its own
def leiden_communities(G: Network, weight: str | None = "weight", resolution: float = 1, max_level: None = None,
                       seed: Random | None = None) -> list[set[Hashable]]:
    """Communities by the Leiden algorithm (`nx.community.leiden_communities`), in the order of their first nodes.

    The same seed gives the same communities in every run. A node without ties is one of its own. Raises `ImportError` without the
    extra `leiden` (the package graspologic-native), and `NotImplementedError` for self-loops and weights below 0.
    """
    try:
        import graspologic_native
    except ImportError as fault:
        raise ImportError("Leiden communities are made by graspologic-native: pip install graspologic-native") from fault
    weights = G.weights(weight)
    if G.loops.any() or (weights < 0).any():
        raise NotImplementedError("self-loops, or weights below 0")
    if not weights.any():
        return [{node} for node in G.nodes]
    assert seed is not None     # networkx makes one of whatever it is given
    _, community = graspologic_native.leiden_csr(G.starts.astype(np.int64), G.heads, weights, len(G), resolution=resolution,
                                                 iterations=_ROUNDS, seed=seed.getrandbits(32))
    found: dict[int, set[Hashable]] = {}
    for place, node in enumerate(G.nodes):
        found.setdefault(community[place], set()).add(node)
    return list(found.values())


def _refuse_modularity(asked: Mapping[str, Any]) -> str:
    if not isinstance(asked["communities"], list):
        return "networkx reads what can be read once only"
    return "" if len(asked["G"]) else "the null graph"


@take_over(size=100, warm=100, refuse=_refuse_modularity)
def modularity(G: Network, communities: list[Collection[Hashable]], weight: str | None = "weight", resolution: float = 1) -> float:
    """The share of ties inside communities, less what chance would give (`nx.community.modularity`).

    What is no partition, and a graph without a tie, goes back to networkx, which refuses it.
    """
    members = [node for group in communities for node in group]
    if len(members) != len(G) or set(members) != set(G):
        raise NotImplementedError("no partition")
    group = np.empty(len(G), dtype=np.int64)
    group[[G.position[node] for node in members]] = np.repeat(np.arange(len(communities)), [len(each) for each in communities])
    ends, weights = (group[G.tails], group[G.heads]), G.weights(weight)
    leaving, arriving = (np.bincount(end, weights, len(communities)) for end in ends)
    inside = np.bincount(ends[0], weights * (ends[0] == ends[1]), len(communities))
    if not G.is_directed():     # each tie stands there from both ends, a self-loop once
        loops = np.bincount(ends[0], weights * G.loops, len(communities))
        leaving = arriving = leaving + loops
        inside = inside + loops
    total = leaving.sum()
    if not total:
        raise NotImplementedError("no tie")
    return float((inside / total - resolution * leaving * arriving / total**2).sum())
