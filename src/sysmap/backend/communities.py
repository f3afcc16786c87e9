"""Leiden communities, which networkx before 3.7 leaves to backends, and the modularity of communities."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Hashable, Mapping
from random import Random
from typing import Any

import networkx as nx
import numpy as np

from sysmap.backend.network import Network
from sysmap.backend.registry import take_over

__all__ = ["leiden_communities", "modularity"]

_ROUNDS = 10  # half a second for 10,000 nodes; 20 rounds gain .031 of modularity over one, 10 all of it but .001
_DEFAULTS = {
    name: parameter.default for name, parameter in inspect.signature(nx.community.leiden_communities).parameters.items()
}
_METRIC = _DEFAULTS.get("metric", "modularity")  # networkx 3.7 made the constant Potts model its default
_THETA = _DEFAULTS.get("theta", 0.001)  # before 3.7 nobody can say; this is graspologic-native's own


def _refuse(arguments: Mapping[str, Any]) -> str:
    if arguments["metric"] != "modularity":
        return "of the metrics only modularity"  # its constant Potts model finds less than networkx's own
    if arguments["G"].is_directed():
        return "the graph is directed"
    return "" if arguments["max_level"] is None else "the number of levels cannot be limited"


@take_over(min_nodes=0, min_nodes_converted=0, refuse=_refuse)  # at any size: before 3.7 networkx has none of its own
def leiden_communities(
    G: Network,
    weight: str | None = "weight",
    resolution: float = 1,
    max_level: None = None,
    seed: Random | None = None,
    *,
    metric: str = _METRIC,
    theta: float = _THETA,
) -> list[set[Hashable]]:
    """Communities by the Leiden algorithm (`nx.community.leiden_communities`), ordered by their first nodes.

    The same seed gives the same communities in every run. A node without ties is a community of its own. `metric` and
    `theta`, how freely communities are merged, are new in networkx 3.7. Raises
    `ImportError` if the package graspologic-native is missing (the extra `leiden`), and `NotImplementedError` if there
    are self-loops or weights below 0.
    """
    try:
        import graspologic_native
    except ImportError as error:
        raise ImportError(
            "Leiden communities are made by graspologic-native: pip install graspologic-native"
        ) from error
    weights = G.weights(weight)
    if G.loops.any() or (weights < 0).any():
        raise NotImplementedError("self-loops, or weights below 0")
    if not weights.any():
        return [{node} for node in G.nodes]
    assert seed is not None  # networkx converts any seed to a Random
    _, community_of = graspologic_native.leiden_csr(
        G.starts.astype(np.int64),
        G.heads,
        weights,
        len(G),
        resolution=resolution,
        randomness=theta,
        iterations=_ROUNDS,
        seed=seed.getrandbits(32),
    )
    communities: dict[int, set[Hashable]] = {}
    for position, node in enumerate(G.nodes):
        communities.setdefault(community_of[position], set()).add(node)
    return list(communities.values())


def _refuse_modularity(arguments: Mapping[str, Any]) -> str:
    if not isinstance(arguments["communities"], list):
        return "an iterator can be read only once"
    return "" if len(arguments["G"]) else "the null graph"


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse_modularity)
def modularity(
    G: Network, communities: list[Collection[Hashable]], weight: str | None = "weight", resolution: float = 1
) -> float:
    """Modularity (`nx.community.modularity`): the share of ties inside communities minus the share expected by chance.

    If the communities are no partition of the nodes, or there are no ties, networkx gets the call back and raises its
    error.
    """
    members = [node for group_of in communities for node in group_of]
    if len(members) != len(G) or set(members) != set(G):
        raise NotImplementedError("the communities are no partition of the nodes")
    group_of = np.empty(len(G), dtype=np.int64)
    group_of[[G.position[node] for node in members]] = np.repeat(
        np.arange(len(communities)), [len(members_of_group) for members_of_group in communities]
    )
    end_groups, weights = (group_of[G.tails], group_of[G.heads]), G.weights(weight)
    # One value for each community: the weight that leaves its nodes, that arrives at them, and that stays inside.
    leaving, arriving = (np.bincount(group_of_end, weights, len(communities)) for group_of_end in end_groups)
    inside = np.bincount(end_groups[0], weights * (end_groups[0] == end_groups[1]), len(communities))
    if not G.is_directed():  # the arrays hold each tie in both directions, but a self-loop once
        loops = np.bincount(end_groups[0], weights * G.loops, len(communities))
        leaving = arriving = leaving + loops
        inside = inside + loops
    total = leaving.sum()
    if not total:
        raise NotImplementedError("a graph without ties")
    return float((inside / total - resolution * leaving * arriving / total**2).sum())
