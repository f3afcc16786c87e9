"""Leiden communities, which networkx names and leaves to backends."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from random import Random
from typing import Any

import numpy as np

from sysmap.backend.network import Network
from sysmap.backend.taking import take_over

__all__ = ["leiden_communities"]

_ROUNDS = 10    # 10,000 nodes: half a second, and of what 20 rounds gain over one (.031 of modularity) all but .001


def _refuse(asked: Mapping[str, Any]) -> str:
    return "" if asked["max_level"] is None else "levels are not told apart"


@take_over(size=0, warm=0, refuse=_refuse)      # whatever the size: networkx has none of its own
def leiden_communities(G: Network, weight: str | None = "weight", resolution: float = 1, max_level: None = None,
                       seed: Random | None = None) -> list[set[Hashable]]:
    """Communities by the Leiden algorithm (`nx.community.leiden_communities`), in the order of their first nodes.

    The same seed gives the same communities in every run. A node without ties is one of its own. Raises `ImportError` without the
    extra `sysmap[leiden]`, and `NotImplementedError` for self-loops and weights below 0.
    """
    try:
        import graspologic_native
    except ImportError as fault:
        raise ImportError("Leiden communities are made by graspologic-native: pip install 'sysmap[leiden]'") from fault
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
