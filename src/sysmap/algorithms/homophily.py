"""The E-I index: whether ties go out of a group or stay inside, and what chance would give."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

import networkx as nx

__all__ = ["Permuted", "ei_by_chance", "ei_index", "ei_index_by_group", "ei_index_by_node", "ei_permutation_test"]

Groups = Mapping[Any, Hashable | None]
CLOSE = 1e-12


class Permuted(NamedTuple):
    """Shares of permutations that are at least as inward, and at least as outward, as what was seen; above 0 to 1."""

    inward: float
    outward: float


def ei_index(G: nx.Graph, groups: Groups) -> float | None:  # noqa: N803  networkx's name
    """Krackhardt and Stern's E-I index: (external - internal) / all ties, -1 (all inside groups) to 1 (all across).

    `groups` maps each node to its group; nodes without one (None, or absent) are left out with all their ties, as they are
    in every function here; of a directed graph each direction is a tie. None where no tie is left. Never read it without `ei_by_chance`: where groups are small most
    ties go out whoever chooses them.

    >>> ei_index(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    0.3333333333333333

    References: Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises. Social Psychology
    Quarterly 51, 123-140. https://doi.org/10.2307/2786835
    """
    pairs = _pairs(G, groups)
    return _index(sum(groups[a] != groups[b] for a, b in pairs), len(pairs))


def ei_index_by_group(G: nx.Graph, groups: Groups) -> dict[Any, float | None]:  # noqa: N803
    """The index of each group, over the ties with at least one end in it; None where it has no tie.

    >>> ei_index_by_group(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    {'gov': 0.0, 'science': 1.0, 'people': 1.0}
    """
    return {group: _index(out, out + inside) for group, (out, inside) in _counts(G, groups).items()}


def ei_index_by_node(G: nx.Graph, groups: Groups) -> dict[Any, float | None]:  # noqa: N803
    """The index of each node, over its own ties; None where it has none, or no group.

    >>> ei_index_by_node(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    {0: -1.0, 1: 0.0, 2: 1.0, 3: 1.0}
    """
    out, every = dict.fromkeys(G, 0), dict.fromkeys(G, 0)
    for pair in _pairs(G, groups):
        for node in pair:
            every[node] += 1
            out[node] += groups[pair[0]] != groups[pair[1]]
    return {node: _index(out[node], every[node]) for node in G}


def ei_by_chance(sizes: list[int], own: int | None = None) -> float | None:
    """The index that chance gives: (possible external - possible internal) / possible ties, from the sizes of the groups.

    `own`: the place in `sizes` of the group asked about; None for the whole, where it is exactly the mean over all ways to
    hand the groups to the nodes. None where no tie is possible.

    >>> ei_by_chance([2, 1, 1, 1]), ei_by_chance([2, 1, 1, 1], own=0)
    (0.8, 0.7142857142857143)
    """
    whole = sum(sizes)
    chosen = sizes if own is None else sizes[own:own + 1]
    inside = sum(size * (size - 1) // 2 for size in chosen)
    out = (whole * (whole - 1) // 2 - inside) if own is None else chosen[0] * (whole - chosen[0])
    return _index(out, out + inside)


def ei_permutation_test(G: nx.Graph, groups: Groups, draws: int = 500, seed: int = 0) -> dict[Any, Permuted]:  # noqa: N803
    """How often groups handed out at random are at least as inward or outward: group -> shares, the whole under None.

    The network stays and the groups change places, `draws` times; what was seen counts as one more draw, so that no share
    is 0 (Phipson & Smyth 2010). A group, or the whole, without a tie is left out.

    >>> ei_permutation_test(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})[None].outward
    1.0

    References: Krackhardt & Stern 1988; Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero.
    Statistical Applications in Genetics and Molecular Biology 9, 39.
    """
    import numpy as np

    nodes = [node for node in G if groups.get(node) is not None]
    place = {node: number for number, node in enumerate(nodes)}
    named = {group: number for number, group in enumerate(dict.fromkeys(groups[node] for node in nodes))}
    of = np.array([named[groups[node]] for node in nodes], dtype=np.int64)
    pairs = [(place[a], place[b]) for a, b in _pairs(G, groups)]
    if not pairs:
        return {}
    one, other = np.array(pairs, dtype=np.int64).T
    chance = np.random.default_rng(seed)

    def seen(given: Any) -> Any:
        """E-I of each group and, last, of the whole; NaN without a tie."""
        first, second = given[one], given[other]
        apart = first != second
        out = np.bincount(first[apart], minlength=len(named)) + np.bincount(second[apart], minlength=len(named))
        inside = np.bincount(first[~apart], minlength=len(named))
        outs, ins = np.append(out, apart.sum()), np.append(inside, (~apart).sum())
        return np.divide(outs - ins, outs + ins, out=np.full(len(outs), np.nan), where=outs + ins > 0)

    observed = seen(of)
    inward, outward = np.ones(len(observed)), np.ones(len(observed))
    for _ in range(draws):
        drawn = seen(chance.permutation(of))
        # A draw that leaves a group without a tie speaks for neither side, and counts for both.
        inward += ~(drawn > observed + CLOSE)
        outward += ~(drawn < observed - CLOSE)
    shares = zip([*named, None], observed.tolist(), (inward / (draws + 1)).tolist(), (outward / (draws + 1)).tolist(), strict=True)
    return {group: Permuted(low, high) for group, found, low, high in shares if found == found}  # noqa: PLR0124  NaN differs from itself


def _pairs(G: nx.Graph, groups: Groups) -> list[tuple[Any, Any]]:  # noqa: N803
    """The ties between two nodes that have a group: parallel ones once, none with oneself."""
    plain = G if not G.is_multigraph() else nx.DiGraph(G) if G.is_directed() else nx.Graph(G)
    return [(a, b) for a, b in plain.edges() if a != b and groups.get(a) is not None and groups.get(b) is not None]


def _counts(G: nx.Graph, groups: Groups) -> dict[Any, tuple[int, int]]:  # noqa: N803
    """Group -> ties that leave it, ties inside."""
    out: dict[Any, int] = {groups[node]: 0 for node in G if groups.get(node) is not None}
    inside = dict(out)
    for a, b in _pairs(G, groups):
        if groups[a] == groups[b]:
            inside[groups[a]] += 1
        else:
            out[groups[a]] += 1
            out[groups[b]] += 1
    return {group: (out[group], inside[group]) for group in out}


def _index(out: int, every: int) -> float | None:
    return (2 * out - every) / every if every else None
