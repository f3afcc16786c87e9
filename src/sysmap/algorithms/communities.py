"""Communities: groups with many ties inside and few to the outside, found quickly."""

from __future__ import annotations

from collections import deque
from random import Random
from typing import Any

import networkx as nx

__all__ = ["quick_communities"]

Weights = list[dict[int, float]]
"""For each node: neighbour -> weight of the tie. The entry of the node itself is twice the weight of the ties inside
it."""


def quick_communities(G: nx.Graph, weight: str | None = "weight", seed: int = 0) -> list[list[Any]]:
    """Find communities of high modularity (Louvain), reconsidering a node only after one of its neighbours has moved.

    networkx's `louvain_communities` reconsiders all nodes in every round, although most of them have no reason to move.
    The modularity reached here is the same within the variation between seeds, but the groups may be different ones.

    Parameters
    ----------
    G : graph
        Undirected, with weights above 0.
    weight : str, optional
        Edge attribute that holds the weight. A tie without it weighs 1.
    seed : int
        Seed for the order in which nodes are considered.

    Returns
    -------
    list of lists
        A partition of the nodes. Nodes are in the order of `G`; the largest group comes first, equal ones by their
        first node.

    Examples
    --------
    >>> quick_communities(nx.barbell_graph(4, 0))
    [[0, 1, 2, 3], [4, 5, 6, 7]]

    References
    ----------
    Blondel, V. D. et al. (2008). Fast unfolding of communities in large networks. J. Stat. Mech. P10008.
    The queue: Traag, V. A., Waltman, L., & van Eck, N. J. (2019). From Louvain to Leiden. Scientific Reports 9, 5233.

    """
    nodes, random = list(G), Random(seed)  # noqa: S311  not used for secrets
    number = {node: i for i, node in enumerate(nodes)}
    weights: Weights = [
        {number[other]: float(edge.get(weight, 1)) * (2 if other == node else 1) for other, edge in neighbours.items()}
        for node, neighbours in G.adjacency()
    ]
    group_of_node = list(range(len(nodes)))
    # Each round assigns groups and then merges each group into one node, until no two nodes join any more.
    # `group_of_node` maps the original nodes to the current, merged ones.
    while True:
        group_of = _assign_groups(weights, random)
        count = max(group_of, default=-1) + 1
        group_of_node = [group_of[i] for i in group_of_node]
        if count == len(weights):
            break
        weights = _merge_groups(weights, group_of, count)
    groups: list[list[Any]] = [[] for _ in range(count)]
    for node, i in zip(nodes, group_of_node, strict=True):
        groups[i].append(node)
    return sorted(groups, key=lambda group: (-len(group), number[group[0]]))


def _assign_groups(weights: Weights, random: Random) -> list[int]:
    """Move nodes to groups of neighbours until no move raises the modularity.

    Returns the group number (0, 1, ...) of each node.

    Joining group g changes the modularity by (weight of the ties to g) - (degree of the node) * (degree of g) / total,
    up to a constant factor; the node itself is taken out of its group first.
    """
    degree = [sum(neighbours.values()) for neighbours in weights]
    total = sum(degree) or 1.0
    group_of, group_degree = list(range(len(weights))), degree[:]
    order = list(range(len(weights)))
    random.shuffle(order)
    queue, waiting = deque(order), [True] * len(weights)
    while queue:
        node = queue.popleft()
        waiting[node] = False
        current, share = group_of[node], degree[node] / total
        group_degree[current] -= degree[node]
        weight_to: dict[int, float] = {current: 0.0}
        for other, weight in weights[node].items():
            if other != node:
                weight_to[group_of[other]] = weight_to.get(group_of[other], 0.0) + weight
        best, best_gain = current, weight_to[current] - share * group_degree[current]
        for group, weight in weight_to.items():
            if (
                gain := weight - share * group_degree[group]
            ) > best_gain + 1e-9:  # a gain that is only a rounding error could repeat for ever
                best, best_gain = group, gain
        group_degree[best] += degree[node]
        if best != current:
            group_of[node] = best
            # Only the neighbours outside the new group may have a reason to follow.
            for other in weights[node]:
                if group_of[other] != best and not waiting[other]:
                    waiting[other] = True
                    queue.append(other)
    numbers = {group: number for number, group in enumerate(dict.fromkeys(group_of))}
    return [numbers[group] for group in group_of]


def _merge_groups(weights: Weights, group_of: list[int], count: int) -> Weights:
    """Return the weights between the groups, as a graph with one node for each group.

    Ties inside a group add up at the group itself.
    """
    merged: Weights = [{} for _ in range(count)]
    for node, neighbours in enumerate(weights):
        group = merged[group_of[node]]
        for other, weight in neighbours.items():
            group[group_of[other]] = group.get(group_of[other], 0.0) + weight
    return merged
