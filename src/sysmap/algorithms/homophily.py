"""The E-I index (external-internal): whether ties leave their group or stay inside it, compared with chance."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

import networkx as nx

from sysmap.algorithms.lots import DRAWS, deal_labels, share_as_high

__all__ = ["Permuted", "ei_by_chance", "ei_index", "ei_index_by_group", "ei_index_by_node", "ei_permutation_test"]

Groups = Mapping[Any, Hashable | None]


class Permuted(NamedTuple):
    """The shares of permutations whose index is at most (`inward`) or at least (`outward`) the observed one.

    Each in (0, 1].
    """

    inward: float
    outward: float


def ei_index(G: nx.Graph, groups: Groups) -> float | None:
    """Krackhardt and Stern's E-I index: (external - internal) / all ties, -1 (all inside groups) to 1 (all across).

    `groups` maps each node to its group. Nodes without a group (None, or absent) are left out with all their ties; this
    holds for every function of this module. In a directed graph each direction counts as one tie. None if no tie is
    left.

    Always compare the value with `ei_by_chance`: if groups are small, most ties are external even if they are random.

    >>> ei_index(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    0.3333333333333333

    References: Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises. Social Psychology
    Quarterly 51, 123-140. https://doi.org/10.2307/2786835
    """
    pairs = _grouped_edges(G, groups)
    return _index(sum(groups[a] != groups[b] for a, b in pairs), len(pairs))


def ei_index_by_group(G: nx.Graph, groups: Groups) -> dict[Any, float | None]:
    """The E-I index of each group, over the ties with at least one end in the group; None if there are no such ties.

    >>> ei_index_by_group(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    {'gov': 0.0, 'science': 1.0, 'people': 1.0}
    """
    return {
        group: _index(external, external + internal)
        for group, (external, internal) in _count_by_group(G, groups).items()
    }


def ei_index_by_node(G: nx.Graph, groups: Groups) -> dict[Any, float | None]:
    """The E-I index of each node, over its own ties; None if it has no tie or no group.

    >>> ei_index_by_node(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    {0: -1.0, 1: 0.0, 2: 1.0, 3: 1.0}
    """
    external, total = dict.fromkeys(G, 0), dict.fromkeys(G, 0)
    for pair in _grouped_edges(G, groups):
        for node in pair:
            total[node] += 1
            external[node] += groups[pair[0]] != groups[pair[1]]
    return {node: _index(external[node], total[node]) for node in G}


def ei_by_chance(sizes: list[int], own: int | None = None) -> float | None:
    """The E-I index expected by chance: (possible external - possible internal ties) / possible ties.

    `sizes` are the sizes of the groups. `own` is the index in `sizes` of one group, for the expected value of that
    group; without it the value is for the whole network, and is exactly the mean index over all assignments of the
    group labels to the nodes. None if no tie is possible.

    >>> ei_by_chance([2, 1, 1, 1]), ei_by_chance([2, 1, 1, 1], own=0)
    (0.8, 0.7142857142857143)
    """
    total = sum(sizes)
    asked_sizes = sizes if own is None else sizes[own : own + 1]
    internal = sum(size * (size - 1) // 2 for size in asked_sizes)
    external = (total * (total - 1) // 2 - internal) if own is None else asked_sizes[0] * (total - asked_sizes[0])
    return _index(external, external + internal)


def ei_permutation_test(G: nx.Graph, groups: Groups, draws: int = DRAWS, seed: int = 0) -> dict[Any, Permuted]:
    """Compare the E-I index with that of randomly permuted groups.

    Returns group -> `Permuted`; the key None is the whole network.

    The ties stay and the group labels are dealt out anew among the nodes: in all ways if there are at most `draws`
    others, else `draws` times by lot (`deal_labels`). The observed labelling is one of them, so that no share is 0
    (Phipson & Smyth 2010). Groups without ties are left out, and so is the whole network if it has none.

    >>> ei_permutation_test(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})[None].outward
    1.0

    References: Krackhardt & Stern 1988; Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero.
    Statistical Applications in Genetics and Molecular Biology 9, 39.
    """
    import numpy as np

    nodes = [node for node in G if groups.get(node) is not None]
    number = {node: i for i, node in enumerate(nodes)}
    group_numbers = {group: i for i, group in enumerate(dict.fromkeys(groups[node] for node in nodes))}
    pairs = [(number[a], number[b]) for a, b in _grouped_edges(G, groups)]
    if not pairs:
        return {}
    sources, targets = np.array(pairs, dtype=np.int64).T
    rows = deal_labels([group_numbers[groups[node]] for node in nodes], draws, seed)
    indices = np.array([_index_by_group(row[sources], row[targets], len(group_numbers)) for row in rows])
    return {
        group: Permuted(share_as_high(-values), share_as_high(values))
        for group, values in zip([*group_numbers, None], indices.T, strict=True)
        if not np.isnan(values[0])
    }


def _index_by_group(source_groups: Any, target_groups: Any, count: int) -> Any:
    """Return the E-I index of each group and, as the last entry, of the whole network; NaN where there is no tie.

    The arrays hold the group (0 to count - 1) of both ends of each tie.
    """
    import numpy as np

    across = source_groups != target_groups
    external = np.bincount(source_groups[across], minlength=count) + np.bincount(target_groups[across], minlength=count)
    internal = np.bincount(source_groups[~across], minlength=count)
    externals, internals = np.append(external, across.sum()), np.append(internal, (~across).sum())
    ties = externals + internals
    return np.divide(externals - internals, ties, out=np.full(len(ties), np.nan), where=ties > 0)


def _grouped_edges(G: nx.Graph, groups: Groups) -> list[tuple[Any, Any]]:
    """Return the ties between two nodes that have a group: parallel ties once, no self-loops."""
    simple = G if not G.is_multigraph() else nx.DiGraph(G) if G.is_directed() else nx.Graph(G)
    return [(a, b) for a, b in simple.edges() if a != b and groups.get(a) is not None and groups.get(b) is not None]


def _count_by_group(G: nx.Graph, groups: Groups) -> dict[Any, tuple[int, int]]:
    """Return group -> (number of external ties, number of internal ties)."""
    external: dict[Any, int] = {groups[node]: 0 for node in G if groups.get(node) is not None}
    internal = dict(external)
    for a, b in _grouped_edges(G, groups):
        if groups[a] == groups[b]:
            internal[groups[a]] += 1
        else:
            external[groups[a]] += 1
            external[groups[b]] += 1
    return {group: (external[group], internal[group]) for group in external}


def _index(external: int, total: int) -> float | None:
    return (2 * external - total) / total if total else None
