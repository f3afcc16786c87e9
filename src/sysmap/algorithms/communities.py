"""Groups with many ties inside and few outside, found quickly."""

from __future__ import annotations

from collections import deque
from random import Random
from typing import Any

import networkx as nx

__all__ = ["quick_communities"]

Weights = list[dict[int, float]]
"""For each node its neighbours, each with the weight of the tie, and the node itself with twice that of the ties inside it."""


def quick_communities(G: nx.Graph, weight: str | None = "weight", seed: int = 0) -> list[list[Any]]:  # noqa: N803  networkx's name
    """Communities of high modularity by Louvain's method, each node asked again only when a neighbour has moved.

    networkx's `louvain_communities` asks all nodes in every round; most of them have no reason to move. The modularity is
    the same within the spread over seeds, the groups are others.

    Parameters
    ----------
    G : graph
        Undirected, weights above 0.
    weight : str, optional
        The property that weighs a tie; where a tie has none it weighs 1.
    seed : int
        Of the order in which nodes are asked.

    Returns
    -------
    list of lists
        Every node in one of them, in the order of `G`; the largest first, equal ones by their first node.

    Examples
    --------
    >>> quick_communities(nx.barbell_graph(4, 0))
    [[0, 1, 2, 3], [4, 5, 6, 7]]

    References
    ----------
    Blondel, V. D. et al. (2008). Fast unfolding of communities in large networks. J. Stat. Mech. P10008.
    The queue: Traag, V. A., Waltman, L., & van Eck, N. J. (2019). From Louvain to Leiden. Scientific Reports 9, 5233.

    """
    nodes, random = list(G), Random(seed)  # noqa: S311  an order, no secret
    number = {node: at for at, node in enumerate(nodes)}
    ties: Weights = [{number[other]: float(tie.get(weight, 1)) * (2 if other == node else 1) for other, tie in near.items()}
                     for node, near in G.adjacency()]
    place = list(range(len(nodes)))
    while True:
        group_of = _moved(ties, random)
        count = max(group_of, default=-1) + 1
        place = [group_of[at] for at in place]
        if count == len(ties):
            break
        ties = _merged(ties, group_of, count)
    groups: list[list[Any]] = [[] for _ in range(count)]
    for node, at in zip(nodes, place, strict=True):
        groups[at].append(node)
    return sorted(groups, key=lambda group: (-len(group), number[group[0]]))


def _moved(ties: Weights, random: Random) -> list[int]:
    """The group of each node, 0, 1, ..., once nobody gains by moving to the group of a neighbour."""
    degree = [sum(near.values()) for near in ties]
    whole = sum(degree) or 1.0
    group_of, held = list(range(len(ties))), degree[:]
    order = list(range(len(ties)))
    random.shuffle(order)
    queue, waiting = deque(order), [True] * len(ties)
    while queue:
        node = queue.popleft()
        waiting[node] = False
        left, share = group_of[node], degree[node] / whole
        held[left] -= degree[node]
        to: dict[int, float] = {left: 0.0}
        for other, tie in ties[node].items():
            if other != node:
                to[group_of[other]] = to.get(group_of[other], 0.0) + tie
        best, most = left, to[left] - share * held[left]
        for group, tie in to.items():
            if (gain := tie - share * held[group]) > most + 1e-9:  # a gain that is only rounding would go round in circles
                best, most = group, gain
        held[best] += degree[node]
        if best != left:
            group_of[node] = best
            for other in ties[node]:
                if group_of[other] != best and not waiting[other]:
                    waiting[other] = True
                    queue.append(other)
    names = {group: at for at, group in enumerate(dict.fromkeys(group_of))}
    return [names[group] for group in group_of]


def _merged(ties: Weights, group_of: list[int], count: int) -> Weights:
    """The groups as nodes of their own."""
    merged: Weights = [{} for _ in range(count)]
    for node, near in enumerate(ties):
        into = merged[group_of[node]]
        for other, tie in near.items():
            into[group_of[other]] = into.get(group_of[other], 0.0) + tie
    return merged
