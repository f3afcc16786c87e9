"""Communities: groups with many ties inside and few to the outside, found quickly."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from random import Random
from typing import Any

import networkx as nx

__all__ = ["quick_communities"]

TOLERANCE = 1e-9
"""A gain that is smaller is a rounding error: to act on it could go on for ever, or let chance choose."""
Weights = list[dict[int, float]]
"""For each node: neighbour -> weight of the tie. The entry of the node itself is twice the weight of the ties inside
it."""


def quick_communities(G: nx.Graph, weight: str | None = "weight", seed: int = 0, runs: int = 1) -> list[list[Any]]:
    """Find communities of high modularity (Louvain), reconsidering a node only after one of its neighbours has moved.

    networkx's `louvain_communities` reconsiders all nodes in every round, although most of them have no reason to move.
    The modularity reached here is the same within the variation between seeds, but the groups may be different ones.

    Each connected component is searched by itself, as if there were no other: modularity compares with the ties of the
    whole graph, so that six groups can become one beside a component that has nothing to do with them. A node without
    ties is a group of its own.

    Parameters
    ----------
    G : graph
        Undirected, with weights above 0.
    weight : str, optional
        Edge attribute that holds the weight. A tie without it weighs 1.
    seed : int
        Seed for the order in which nodes are considered; the same for each component.
    runs : int
        How often each component is searched, each time in another order. The groups of the highest modularity are
        taken, of equal ones the first.

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
    nodes = list(G)
    number = {node: i for i, node in enumerate(nodes)}
    weights: Weights = [
        {number[other]: float(edge.get(weight, 1)) * (2 if other == node else 1) for other, edge in neighbours.items()}
        for node, neighbours in G.adjacency()
    ]
    groups = [
        [nodes[member] for member in group]
        for members in _split_into_components(weights)
        for group in _best_groups(weights, members, seed, runs)
    ]
    return sorted(groups, key=lambda group: (-len(group), number[group[0]]))


def _split_into_components(weights: Weights) -> Iterator[list[int]]:
    """Yield the sorted members of each connected component, in the order of their first members."""
    seen = [False] * len(weights)
    for start in range(len(weights)):
        if seen[start]:
            continue
        seen[start], members = True, [start]
        for node in members:
            for other in weights[node]:
                if not seen[other]:
                    seen[other] = True
                    members.append(other)
        yield sorted(members)


def _best_groups(weights: Weights, members: list[int], seed: int, runs: int) -> list[list[int]]:
    """Return the groups of one component, each sorted: the best of so many searches."""
    if len(members) == 1:
        return [members]
    place = {member: i for i, member in enumerate(members)}
    inner: Weights = [{place[other]: weight for other, weight in weights[member].items()} for member in members]
    found: list[int] = []
    best = float("-inf")
    for run in range(runs):
        group_of = _search_groups(inner, Random(seed + run))  # noqa: S311  not used for secrets
        quality = _modularity(inner, group_of) if runs > 1 else 0.0
        if quality > best + TOLERANCE:
            best, found = quality, group_of
    groups: list[list[int]] = [[] for _ in range(max(found) + 1)]
    for member, group in zip(members, found, strict=True):
        groups[group].append(member)
    return groups


def _search_groups(weights: Weights, random: Random) -> list[int]:
    """Return the group number (0, 1, ...) of each node.

    Each round assigns groups and then merges each group into one node, until no two nodes join any more.
    """
    group_of_node = list(range(len(weights)))
    while True:
        group_of = _assign_groups(weights, random)
        count = max(group_of) + 1
        group_of_node = [group_of[i] for i in group_of_node]
        if count == len(weights):
            return group_of_node
        weights = _merge_groups(weights, group_of, count)


def _modularity(weights: Weights, group_of: list[int]) -> float:
    """Return the modularity of the groups in this graph: the share of the ties inside them, less that by chance."""
    count = max(group_of) + 1
    inside, degree = [0.0] * count, [0.0] * count
    for node, neighbours in enumerate(weights):
        group = group_of[node]
        degree[group] += sum(neighbours.values())
        inside[group] += sum(weight for other, weight in neighbours.items() if group_of[other] == group)
    total = sum(degree)
    return sum(own / total - (all_ties / total) ** 2 for own, all_ties in zip(inside, degree, strict=True))


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
            if (gain := weight - share * group_degree[group]) > best_gain + TOLERANCE:
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
