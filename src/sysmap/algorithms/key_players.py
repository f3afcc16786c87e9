"""Borgatti's key players.

The nodes whose removal breaks a network most (KPP-NEG), and the nodes nearest to all others (KPP-POS).

All distances come from breadth-first searches that run in parallel as bits of integers, see `_search_in_waves`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from sysmap.algorithms.adjacency import adjacency
from sysmap.algorithms.key_player_sets import MOST_NODES, TOLERANCE, most_breaking, most_reaching, tries_all_sets

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Numbers = np.ndarray[Any, np.dtype[np.int64]]
    Bits = np.ndarray[Any, np.dtype[np.uint64]]

__all__ = [
    "Players",
    "fragmentation",
    "fragmentation_error",
    "group_reach",
    "key_players_negative",
    "key_players_positive",
]

WORD_BITS = 64
"""Bits of one integer of the tables of searches."""
SEARCHES_PER_BLOCK = 16 * WORD_BITS
"""How many searches run at the same time, one bit each. A table then takes 128 bytes for each node, and for each tie
while it is used."""


def fragmentation(
    G: nx.Graph, removed: Collection[Hashable] = (), sample: int | None = None, seed: int = 0
) -> float | None:
    """Borgatti's distance-weighted fragmentation D_F of the graph that is left without the `removed` nodes.

    D_F = 1 - 2 sum_{i<j} (1/d_ij) / (n (n - 1)), where d_ij is the distance from i to j, and 1/d_ij is 0 if there is no
    path. In a directed graph the sum runs over ordered pairs and the factor 2 is dropped.

    Parameters
    ----------
    G : graph
        Every tie counts as one step; weights are ignored.
    removed : collection of nodes
        They are removed with their ties; n is the number of nodes that remain.
    sample : int, optional
        If the graph has more nodes than this, search only from a random sample of this size. Without it the value is
        exact.
    seed : int
        Seed of the random sample.

    Returns
    -------
    float or None
        0 (every node is tied to every other) to 1 (no node reaches another); None if fewer than two nodes remain.

    Examples
    --------
    >>> graph = nx.path_graph(4)
    >>> graph.add_node("alone")
    >>> round(fragmentation(graph), 3), round(fragmentation(graph, [1]), 3)
    (0.567, 0.833)

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory 12, 21-34. https://doi.org/10.1007/s10588-006-7084-x

    """
    nodes = list(G)
    position = {node: number for number, node in enumerate(nodes)}
    return _measure_fragmentation(
        _incoming_ties(G, nodes), _draw_sources(len(nodes), sample, seed), [position[node] for node in removed]
    )


def fragmentation_error(
    G: nx.Graph, removed: Collection[Hashable] = (), sample: int | None = None, seed: int = 0
) -> float | None:
    """The standard error of `fragmentation` with the same arguments; 0 if the search starts from all nodes.

    D_F is 1 minus the mean reach of the nodes, where the reach of i is sum_j (1/d_ij) / (n - 1). So the standard error
    is sqrt((1 - m/n) s^2 / m), where s^2 is the variance of the reach among the m nodes drawn from n without
    replacement. None if m < 2.

    >>> fragmentation_error(nx.path_graph(4)), fragmentation_error(nx.cycle_graph(9), sample=2, seed=3)
    (0.0, 0.0)

    References: Cochran, W. G. (1977). Sampling Techniques, theorem 2.2. Wiley.
    """
    import numpy as np

    nodes = list(G)
    removed_positions = [number for number, node in enumerate(nodes) if node in set(removed)]
    drawn, remaining = (
        np.setdiff1d(_draw_sources(len(nodes), sample, seed), removed_positions),
        len(nodes) - len(removed_positions),
    )
    if len(drawn) < 2:  # noqa: PLR2004  a single value has no variance
        return None
    reach = _reach_of_sources(_incoming_ties(G, nodes), drawn, removed_positions) / (remaining - 1)
    return float(np.sqrt((1 - len(drawn) / remaining) * reach.var(ddof=1) / len(drawn)))


def group_reach(G: nx.Graph, members: Collection[Hashable]) -> float | None:
    """Borgatti's distance-weighted reach of a set K of nodes.

    Sum_j (1/d_Kj) / n, where d_Kj is the distance from K to j.

    The distance from K is that from the nearest member. Members count 1 and unreachable nodes 0, so the value lies in
    (0, 1]; it is 1 if every node is a member or is tied to one. None for an empty set.

    >>> group_reach(nx.path_graph(4), [1])
    0.875
    """
    nodes = list(G)
    positions = [number for number, node in enumerate(nodes) if node in set(members)]
    return float(_inverse_distances(_incoming_ties(G, nodes), positions).max(axis=0).mean()) if positions else None


class Players(NamedTuple):
    """A set of nodes, its value, and how many other sets of its size have the same.

    `equals` is None where not all sets were tried.
    """

    nodes: tuple[Hashable, ...]
    value: float | None
    equals: int | None


def key_players_negative(
    G: nx.Graph,
    k: int,
    candidates: Sequence[Hashable] | None = None,
    sample: int | None = None,
    seed: int = 0,
) -> Players:
    """Find the k nodes whose removal leaves the highest `fragmentation` (KPP-NEG): that is their value.

    Where there are at most `MOST_SETS` sets of k candidates, all are tried (unless `sample` draws); else greedy choice,
    then exchanges as long as one helps: a heuristic. `tries_all_sets` says which. `candidates` are the nodes that may
    be chosen (default: all, in the order of `G`); of equally good sets the first is taken. `sample` and `seed` mean the
    same as in `fragmentation`. At least two nodes always remain, so in a small graph fewer than k are returned.

    >>> key_players_negative(nx.path_graph(5), 1)[0]
    (2,)

    References: Borgatti 2006 (see `fragmentation`).
    """
    nodes = list(G)
    incoming, sources = _incoming_ties(G, nodes), _draw_sources(len(nodes), sample, seed)
    pool, size = _positions_of(nodes, candidates), min(k, len(nodes) - 2)
    if size > 0 and len(sources) == len(nodes) <= MOST_NODES and tries_all_sets(len(pool), size):
        best, equals = most_breaking(incoming, list(combinations(pool, size)))
        value = _measure_fragmentation(incoming, sources, best)
        return Players(tuple(nodes[number] for number in best), value, equals)

    def score(chosen: list[int]) -> float:
        value = _measure_fragmentation(incoming, sources, chosen)
        return -1.0 if value is None else value

    def scores(chosen: list[int], candidates_left: list[int]) -> list[float]:
        return [score([*chosen, candidate]) for candidate in candidates_left]

    chosen = _choose_players(scores, pool, size)
    return Players(tuple(nodes[number] for number in chosen), _measure_fragmentation(incoming, sources, chosen), None)


def key_players_positive(
    G: nx.Graph,
    k: int,
    candidates: Sequence[Hashable] | None = None,
) -> Players:
    """Find the k nodes with the highest `group_reach` (KPP-POS): that is their value.

    The method is that of `key_players_negative`. The reach is monotone and submodular, so even the heuristic's result
    is at least 1 - 1/e of the optimum (Nemhauser, Wolsey & Fisher 1978). Memory: one float for each pair of a candidate
    and a node.

    >>> key_players_positive(nx.path_graph(6), 2)
    Players(nodes=(1, 4), value=1.0, equals=0)

    References: Borgatti 2006 (see `fragmentation`).
    """
    import numpy as np

    nodes = list(G)
    pool = _positions_of(nodes, candidates)
    inverse = _inverse_distances(_incoming_ties(G, nodes), pool)
    row = {position: i for i, position in enumerate(pool)}

    def scores(chosen: list[int], candidates_left: list[int]) -> list[float]:
        reached = inverse[[row[position] for position in chosen]].max(axis=0, initial=0)
        return [float(np.maximum(reached, inverse[row[candidate]]).sum()) for candidate in candidates_left]

    size = min(k, len(pool))
    if size > 0 and tries_all_sets(len(pool), size):
        best, equals = most_reaching(inverse, list(combinations(range(len(pool)), size)))
        chosen = [pool[i] for i in best]
    else:
        chosen, equals = _choose_players(scores, pool, size), None
    value = float(inverse[[row[player] for player in chosen]].max(axis=0).mean()) if chosen else None
    return Players(tuple(nodes[position] for position in chosen), value, equals)


def _choose_players(scores: Callable[[list[int], list[int]], list[float]], pool: list[int], k: int) -> list[int]:
    """Choose k players greedily, then exchange single members as long as that raises the score.

    Returns them in pool order.

    `scores(chosen, others)` gives, for each of `others`, the score of the set `chosen` plus this one.
    """
    chosen: list[int] = []
    best = float("-inf")
    while len(chosen) < k and len(chosen) < len(pool):
        rest_of_pool = [player for player in pool if player not in chosen]
        best, added = _best_player(scores(chosen, rest_of_pool), rest_of_pool)
        chosen.append(added)
    improved = True
    while improved:
        improved = False
        for member in tuple(chosen):
            others = [player for player in chosen if player != member]
            rest_of_pool = [player for player in pool if player not in chosen]
            score, replacement = (
                _best_player(scores(others, rest_of_pool), rest_of_pool) if rest_of_pool else (best, member)
            )
            if score > best + TOLERANCE:
                best, chosen, improved = score, [*others, replacement], True
    return sorted(chosen, key=pool.index)


def _best_player(scores: list[float], players: list[int]) -> tuple[float, int]:
    """Return the highest score and the player who has it; of equal ones the first."""
    highest = max(scores)
    return next((score, player) for score, player in zip(scores, players, strict=True) if score >= highest - TOLERANCE)


def _positions_of(nodes: list[Any], candidates: Sequence[Hashable] | None) -> list[int]:
    """Return the positions of the candidates in `nodes`, or all positions if there are no candidates given."""
    if candidates is None:
        return list(range(len(nodes)))
    position = {node: number for number, node in enumerate(nodes)}
    return [position[node] for node in candidates]


def _incoming_ties(G: nx.Graph, nodes: list[Any]) -> csr_array:
    """Return the transposed adjacency matrix: the row of a node holds the nodes from which a tie arrives."""
    return adjacency(G, nodes).T.tocsr()


def _draw_sources(size: int, sample: int | None, seed: int) -> Numbers:
    """Return the positions from which to search: all, or a sorted random sample."""
    import numpy as np

    if sample is None or size <= sample:
        return np.arange(size)
    return np.sort(np.random.default_rng(seed).choice(size, sample, replace=False))


def _measure_fragmentation(incoming: csr_array, sources: Numbers, removed: Sequence[int]) -> float | None:
    """Compute `fragmentation` from positions: `sources` may include removed nodes, which are skipped."""
    import numpy as np

    remaining = incoming.shape[0] - len(removed)
    drawn = np.setdiff1d(sources, removed)
    if remaining < 2 or not len(drawn):  # noqa: PLR2004  a distance needs two nodes
        return None
    # In wave number `step` each bit is one pair of a source and a node at this distance.
    total: float = sum(
        int(np.bitwise_count(arrived).sum()) / step
        for block in _split_sources(drawn)
        for step, arrived in _search_in_waves(incoming, block, removed)
    )
    return max(0.0, float(1 - total / (len(drawn) * (remaining - 1))))


def _reach_of_sources(
    incoming: csr_array, sources: Numbers, removed: Sequence[int]
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return for each source the sum of 1/distance to all other nodes."""
    import numpy as np

    return np.concatenate(
        [
            sum(
                (
                    _unpack_bits(arrived, len(block)).sum(axis=0) / step
                    for step, arrived in _search_in_waves(incoming, block, removed)
                ),
                np.zeros(len(block)),
            )
            for block in _split_sources(sources)
        ]
    )


def _unpack_bits(arrived: Bits, searches: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Unpack the bits into a table of 0 and 1: nodes x searches."""
    import numpy as np

    return np.unpackbits(arrived.view(np.uint8), axis=1, bitorder="little")[:, :searches]


def _inverse_distances(incoming: csr_array, members: Sequence[int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return 1/distance from each member to each node, members x nodes.

    1 for the member itself, 0 if there is no path.
    """
    import numpy as np

    size = incoming.shape[0]
    inverse = np.zeros((len(members), size))
    inverse[np.arange(len(members)), members] = 1
    start = 0
    for block in _split_sources(np.asarray(members, dtype=np.int64)):
        for step, arrived in _search_in_waves(incoming, block):
            inverse[start : start + len(block)] += _unpack_bits(arrived, len(block)).T / step
        start += len(block)
    return inverse


def _split_sources(sources: Numbers) -> Iterator[Numbers]:
    """Split the sources into blocks that are searched at the same time."""
    return (sources[start : start + SEARCHES_PER_BLOCK] for start in range(0, len(sources), SEARCHES_PER_BLOCK))


def _search_in_waves(incoming: csr_array, sources: Numbers, removed: Sequence[int] = ()) -> Iterator[tuple[int, Bits]]:
    """Search breadth-first from all sources at the same time. Yields (step, arrived) until no search finds a new node.

    `arrived` is nodes x words of 64 bits: bit b of row v is 1 if the search from source b reaches node v first in this
    step. One OR over the rows of the nodes before v advances all searches by one step (Then et al. 2014, PVLDB 8(4):
    The more the merrier). Removed nodes are never entered. Each step costs O((n + m) * words).
    """
    import numpy as np

    size, search = incoming.shape[0], np.arange(len(sources))
    visited = np.zeros((size, -(-len(sources) // WORD_BITS)), dtype="<u8")
    visited[sources, search // WORD_BITS] |= np.left_shift(np.uint64(1), (search % WORD_BITS).astype(np.uint64))
    # reduceat needs non-empty runs, so nodes without incoming ties are left out.
    receivers = np.flatnonzero(np.diff(incoming.indptr))
    frontier, step = visited, 0
    while True:
        step += 1
        arrived = np.zeros_like(visited)
        if len(receivers):
            arrived[receivers] = np.bitwise_or.reduceat(frontier[incoming.indices], incoming.indptr[receivers], axis=0)
        arrived &= ~visited
        arrived[list(removed)] = 0
        if not arrived.any():
            return
        visited |= arrived
        frontier = arrived
        yield step, arrived
