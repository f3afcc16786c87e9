"""Borgatti's key players: the few whose loss breaks a network most, and the few who are nearest to all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from sysmap.algorithms.adjacency import adjacency

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Numbers = np.ndarray[Any, np.dtype[np.int64]]
    Bits = np.ndarray[Any, np.dtype[np.uint64]]

__all__ = ["fragmentation", "fragmentation_error", "group_reach", "key_players_negative", "key_players_positive"]

WORD = 64
AT_ONCE = 16 * WORD
"""How many searches run in one go, each as one bit: 128 bytes a node and tie."""
CLOSE = 1e-12
"""What differs by less is equal: the order of summing must not choose."""


def fragmentation(G: nx.Graph, removed: Collection[Hashable] = (), sample: int | None = None, seed: int = 0) -> float | None:  # noqa: N803
    """Borgatti's distance-weighted fragmentation D_F of what is left without the `removed` nodes.

    D_F = 1 - 2 sum_{i<j} (1/d_ij) / (n (n - 1)), 1/d being 0 where there is no way; of a directed graph the sum is over
    ordered pairs, without the 2.

    Parameters
    ----------
    G : graph
        Ties have no lengths: each is one step.
    removed : collection of nodes
        They leave with their ties; n counts those who stay.
    sample : int, optional
        In larger graphs, search only from so many nodes; without it the value is exact.
    seed : int
        What the drawing of those nodes begins with.

    Returns
    -------
    float or None
        0 (all are tied to all) to 1 (nobody reaches anybody); None where fewer than two are left.

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
    places = {node: number for number, node in enumerate(nodes)}
    return _fragmentation(_inward(G, nodes), _sources(len(nodes), sample, seed), [places[node] for node in removed])


def fragmentation_error(G: nx.Graph, removed: Collection[Hashable] = (), sample: int | None = None, seed: int = 0) -> float | None:  # noqa: N803
    """The standard error of `fragmentation` of the same arguments; 0 where all nodes are searched from.

    D_F is 1 less the mean reach of a node, sum_j (1/d_ij) / (n - 1); so the error is sqrt((1 - m/n) s^2 / m), s^2 being the
    variance of the reach among the m nodes drawn, without replacement, of n. None where fewer than two were.

    >>> fragmentation_error(nx.path_graph(4)), fragmentation_error(nx.cycle_graph(9), sample=2, seed=3)
    (0.0, 0.0)

    References: Cochran, W. G. (1977). Sampling Techniques, theorem 2.2. Wiley.
    """
    import numpy as np

    nodes = list(G)
    gone = [number for number, node in enumerate(nodes) if node in set(removed)]
    searching, left = np.setdiff1d(_sources(len(nodes), sample, seed), gone), len(nodes) - len(gone)
    if len(searching) < 2:  # noqa: PLR2004  one alone does not vary
        return None
    reach = _reaches(_inward(G, nodes), searching, gone) / (left - 1)
    return float(np.sqrt((1 - len(searching) / left) * reach.var(ddof=1) / len(searching)))


def group_reach(G: nx.Graph, members: Collection[Hashable]) -> float | None:  # noqa: N803
    """Borgatti's distance-weighted reach of a set K: sum_j (1/d_Kj) / n, d_Kj the steps from its nearest member to j.

    Members count 1, who cannot be reached 0: above 0 to 1 (every node is a member or tied to one). None for an empty set.

    >>> group_reach(nx.path_graph(4), [1])
    0.875
    """
    nodes = list(G)
    chosen = [number for number, node in enumerate(nodes) if node in set(members)]
    return float(_nearness(_inward(G, nodes), chosen).max(axis=0).mean()) if chosen else None


def key_players_negative(G: nx.Graph, k: int, candidates: Sequence[Hashable] | None = None, sample: int | None = None,  # noqa: N803
                         seed: int = 0) -> tuple[tuple[Hashable, ...], float | None]:
    """The k nodes whose removal leaves the highest `fragmentation` (KPP-NEG), and that fragmentation.

    Chosen one by one, then exchanged for others as long as an exchange helps: a heuristic, exact for k = 1. Equal choices
    go by the order of `candidates`, the nodes who may be chosen (all, in the order of `G`). `sample`, `seed`: as there.
    Fewer than k are given where no more than one node would be left.

    >>> key_players_negative(nx.path_graph(5), 1)[0]
    (2,)

    References: Borgatti 2006 (see `fragmentation`).
    """
    nodes = list(G)
    inward, sources = _inward(G, nodes), _sources(len(nodes), sample, seed)

    def score(chosen: list[int]) -> float:
        found = _fragmentation(inward, sources, chosen)
        return -1.0 if found is None else found

    def scores(chosen: list[int], others: list[int]) -> list[float]:
        return [score([*chosen, other]) for other in others]

    chosen = _search(scores, _numbers(nodes, candidates), min(k, len(nodes) - 2))
    return tuple(nodes[number] for number in chosen), _fragmentation(inward, sources, chosen)


def key_players_positive(G: nx.Graph, k: int, candidates: Sequence[Hashable] | None = None,  # noqa: N803
                         ) -> tuple[tuple[Hashable, ...], float | None]:
    """The k nodes with the highest `group_reach` (KPP-POS), and that reach.

    Chosen and exchanged as in `key_players_negative`. The reach is monotone and submodular, so that the choice is never
    worse than 1 - 1/e of the best (Nemhauser, Wolsey & Fisher 1978). Keeps one number for each candidate and node.

    >>> key_players_positive(nx.path_graph(6), 2)
    ((1, 4), 1.0)

    References: Borgatti 2006 (see `fragmentation`).
    """
    import numpy as np

    nodes = list(G)
    pool = _numbers(nodes, candidates)
    near = _nearness(_inward(G, nodes), pool)
    row = {number: place for place, number in enumerate(pool)}

    def scores(chosen: list[int], others: list[int]) -> list[float]:
        held = near[[row[number] for number in chosen]].max(axis=0, initial=0)
        return [float(np.maximum(held, near[row[other]]).sum()) for other in others]

    chosen = _search(scores, pool, min(k, len(pool)))
    return tuple(nodes[number] for number in chosen), float(near[[row[one] for one in chosen]].max(axis=0).mean()) if chosen else None


def _search(scores: Callable[[list[int], list[int]], list[float]], pool: list[int], k: int) -> list[int]:
    """Greedy, then the best exchange for each member in turn until none helps; in the order of the pool."""
    chosen: list[int] = []
    best = float("-inf")
    while len(chosen) < k and len(chosen) < len(pool):
        others = [one for one in pool if one not in chosen]
        best, added = _highest(scores(chosen, others), others)
        chosen.append(added)
    improved = True
    while improved:
        improved = False
        for member in tuple(chosen):
            rest = [one for one in chosen if one != member]
            others = [one for one in pool if one not in chosen]
            found, other = _highest(scores(rest, others), others) if others else (best, member)
            if found > best + CLOSE:
                best, chosen, improved = found, [*rest, other], True
    return sorted(chosen, key=pool.index)


def _highest(scores: list[float], others: list[int]) -> tuple[float, int]:
    """The highest score and who has it, the first of equals."""
    most = max(scores)
    return next((score, other) for score, other in zip(scores, others, strict=True) if score >= most - CLOSE)


def _numbers(nodes: list[Any], candidates: Sequence[Hashable] | None) -> list[int]:
    if candidates is None:
        return list(range(len(nodes)))
    places = {node: number for number, node in enumerate(nodes)}
    return [places[node] for node in candidates]


def _inward(G: nx.Graph, nodes: list[Any]) -> csr_array:  # noqa: N803
    """A row for each node: those from whom a tie comes to it."""
    return adjacency(G, nodes).T.tocsr()


def _sources(size: int, sample: int | None, seed: int) -> Numbers:
    import numpy as np

    if sample is None or size <= sample:
        return np.arange(size)
    return np.sort(np.random.default_rng(seed).choice(size, sample, replace=False))


def _fragmentation(inward: csr_array, sources: Numbers, removed: Sequence[int]) -> float | None:
    import numpy as np

    left = inward.shape[0] - len(removed)
    searching = np.setdiff1d(sources, removed)
    if left < 2 or not len(searching):  # noqa: PLR2004  a distance needs two
        return None
    total: float = sum(int(np.bitwise_count(came).sum()) / step for block in _blocks(searching)
                       for step, came in _waves(inward, block, removed))
    return max(0.0, float(1 - total / (len(searching) * (left - 1))))


def _reaches(inward: csr_array, sources: Numbers, removed: Sequence[int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The sum of 1/steps from each source to all others."""
    import numpy as np

    return np.concatenate([sum((_bits(came, len(block)).sum(axis=0) / step for step, came in _waves(inward, block, removed)), np.zeros(len(block)))
                           for block in _blocks(sources)])


def _bits(came: Bits, number: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Who came to each node, a column for each search."""
    import numpy as np

    return np.unpackbits(came.view(np.uint8), axis=1, bitorder="little")[:, :number]


def _nearness(inward: csr_array, members: Sequence[int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """1/steps from each member to each node, 1 to itself, 0 where there is no way."""
    import numpy as np

    size = inward.shape[0]
    near = np.zeros((len(members), size))
    near[np.arange(len(members)), members] = 1
    start = 0
    for block in _blocks(np.asarray(members, dtype=np.int64)):
        for step, came in _waves(inward, block):
            near[start:start + len(block)] += _bits(came, len(block)).T / step
        start += len(block)
    return near


def _blocks(sources: Numbers) -> Iterator[Numbers]:
    return (sources[start:start + AT_ONCE] for start in range(0, len(sources), AT_ONCE))


def _waves(inward: csr_array, sources: Numbers, removed: Sequence[int] = ()) -> Iterator[tuple[int, Bits]]:
    """Breadth-first from all sources at once: for each step the bits of those who come to each node for the first time."""
    import numpy as np

    size, number = inward.shape[0], np.arange(len(sources))
    seen = np.zeros((size, -(-len(sources) // WORD)), dtype="<u8")
    seen[sources, number // WORD] |= np.left_shift(np.uint64(1), (number % WORD).astype(np.uint64))
    receiving = np.flatnonzero(np.diff(inward.indptr))
    front, step = seen, 0
    while True:
        step += 1
        came = np.zeros_like(seen)
        if len(receiving):
            came[receiving] = np.bitwise_or.reduceat(front[inward.indices], inward.indptr[receiving], axis=0)
        came &= ~seen
        came[list(removed)] = 0
        if not came.any():
            return
        seen |= came
        front = came
        yield step, came
