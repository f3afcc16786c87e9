"""Breadth-first searches from many nodes at the same time, and shortest paths along weighted ties."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network

__all__ = [
    "Waves",
    "depth_limit",
    "distance_tables",
    "entries_of_rows",
    "estimate_depth",
    "map_in_threads",
    "order_by_proximity",
    "search_waves",
]

Waves = Iterator[tuple[int, Ints, NDArray[np.uint64]]]
"""The waves of one batch of searches, see `search_waves`."""
Batch = TypeVar("Batch")
Part = TypeVar("Part")

_WORDS = 16  # words of 64 bits for each node: 1,024 sources in one batch
_TABLE_CELLS = 2**22  # cells of one table of distances: 32 MB


def map_in_threads(work: Callable[[Batch], Part], batches: Sequence[Batch]) -> Iterator[Part]:
    """Yield `work(batch)` for each batch, in order.

    Threads help because numpy and scipy release Python's global lock while they compute.
    """
    if len(batches) < 2:  # noqa: PLR2004 - a single batch needs no thread
        yield from map(work, batches)
        return
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        yield from threads.map(work, batches)


def order_by_proximity(network: Network) -> Ints:
    """Return the positions of all nodes, ordered such that neighbours are close together (reverse Cuthill-McKee).

    A batch of consecutive sources then lies in one region, so on a long, thin graph its waves touch few nodes at a
    time.
    """
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    return cast("Ints", reverse_cuthill_mckee(network.pattern, symmetric_mode=not network.is_directed()))


def search_waves(network: Network, sources: Ints) -> Iterator[Waves]:
    """Search breadth-first from `sources`. Yields one iterator of waves for each batch of up to 1,024 sources.

    A wave is (steps, rows, bits): `rows` are the positions of the nodes that some search reaches first at this
    distance, and `bits` has one row of 16 words for each of them. Bit b of the row of node v is 1 if the search from
    source b of the batch reaches v now. One OR over the rows of the nodes before v advances all 1,024 searches by one
    step (Then et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8(4), 2014).
    """
    for first in range(0, len(sources), 64 * _WORDS):
        yield _search_batch(network, sources[first : first + 64 * _WORDS])


def estimate_depth(network: Network, sources: Ints, limit: int) -> int:
    """Return the largest distance that the first 64 sources find.

    The search stops at the first distance above `limit`.
    """
    depth = 0
    for waves in search_waves(network, sources[:64]):
        for steps, _, _ in waves:
            depth = steps
            if steps > limit:
                break
    return depth


def depth_limit(network: Network) -> int:
    """Return the depth from which waves do not pay off.

    Each costs a fixed overhead, and on a path it holds only two nodes.

    A graph that is deeper than this is called long and thin here.
    """
    return max(100, len(network) // 10)


def _search_batch(network: Network, sources: Ints) -> Waves:
    """Yield the waves of one batch, see `search_waves`. The tables `wave` and `visited` are nodes x words."""
    incoming, outgoing = network.arriving, network.pattern
    source_number = np.arange(len(sources))
    # Source number c owns bit c % 64 of word c // 64; -(-a // b) rounds up.
    wave = np.zeros((len(network), -(-len(sources) // 64)), dtype=np.uint64)
    np.bitwise_or.at(wave, (sources, source_number // 64), np.uint64(1) << (source_number % 64).astype(np.uint64))
    # `all_searches` has the bits of all sources: a node whose row equals it needs no further visits.
    visited, all_searches = wave.copy(), np.bitwise_or.reduce(wave, axis=0)
    rows: Ints = np.unique(sources)
    unfinished = np.diff(incoming.indptr) > 0
    steps = 0
    while rows.size:
        steps += 1
        candidates = np.flatnonzero(_find_candidates(outgoing, rows) & unfinished)
        if not candidates.size:
            return
        row_starts, positions = entries_of_rows(incoming, candidates)
        # Gather the rows of all nodes with a tie to a candidate, one run for each candidate, and OR each run together.
        bits = np.bitwise_or.reduceat(wave.take(incoming.indices[positions], axis=0), row_starts, axis=0)
        bits &= ~visited[candidates]
        has_new = bits.any(axis=1)
        # Only the rows of the last wave are not 0, so clearing those is enough.
        wave[rows] = 0
        rows, bits = candidates[has_new], bits[has_new]
        wave[rows] = bits
        visited[rows] |= bits
        unfinished[rows] = (visited[rows] != all_searches).any(axis=1)
        yield steps, rows, bits


def _find_candidates(outgoing: sparse.csr_array, rows: Ints) -> NDArray[np.bool_]:
    """Return a mask of the nodes that have a tie from one of `rows`.

    If `rows` are a quarter of all nodes or more, it is True everywhere: looking would cost more than it saves.
    """
    reached = np.ones(outgoing.shape[0], dtype=bool)
    if 4 * rows.size < reached.size:
        reached[:] = False
        reached[outgoing.indices[entries_of_rows(outgoing, rows)[1]]] = True
    return reached


def entries_of_rows(matrix: sparse.csr_array, rows: Ints) -> tuple[Ints, Ints]:
    """Return (row_starts, positions).

    The positions in `matrix.indices` of all entries of `rows`, one row after the other.

    `row_starts[i]` is the index in `positions` at which the entries of rows[i] start.
    """
    lengths = matrix.indptr[rows + 1] - matrix.indptr[rows]
    row_starts = np.cumsum(lengths) - lengths
    return row_starts, np.repeat(matrix.indptr[rows] - row_starts, lengths) + np.arange(lengths.sum())


def distance_tables(matrix: sparse.csr_array, sources: Ints) -> Iterator[tuple[Ints, Floats]]:
    """Yield (batch of sources, table): the lengths of the shortest paths, sources x nodes, inf if there is no path.

    `matrix` holds the lengths of the ties, row = tail and column = head; none may be negative.
    """
    from scipy.sparse.csgraph import dijkstra

    batch_size = max(1, _TABLE_CELLS // max(1, matrix.shape[0]))
    for first in range(0, len(sources), batch_size):
        batch = sources[first : first + batch_size]
        table: Any = dijkstra(matrix, indices=batch)
        yield batch, table
