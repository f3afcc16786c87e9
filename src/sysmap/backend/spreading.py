"""Breadth-first search from many nodes at once, and shortest paths along weighted ties."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network

__all__ = ["Waves", "distances_from", "in_threads", "long_and_thin", "near_each_other", "spread", "steps_from", "tie_positions"]

Waves = Iterator[tuple[int, Ints, NDArray[np.uint64]]]
Batch = TypeVar("Batch")
Part = TypeVar("Part")

_WORDS = 16             # of 64 bits: 1,024 sources go together
_TABLE = 2**22          # cells of a table of distances: 32 MB


def in_threads(work: Callable[[Batch], Part], batches: Sequence[Batch]) -> Iterator[Part]:
    """`work` of each batch, in order; numpy and scipy let other threads run while they compute."""
    if len(batches) < 2:    # noqa: PLR2004 - one batch needs no thread
        yield from map(work, batches)
        return
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        yield from threads.map(work, batches)


def near_each_other(network: Network) -> Ints:
    """All nodes, neighbours close together: a batch of such sources keeps its wave narrow on a long, thin graph."""
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    return cast("Ints", reverse_cuthill_mckee(network.pattern, symmetric_mode=not network.is_directed()))


def spread(network: Network, sources: Ints) -> Iterator[Waves]:
    """The waves from `sources`, 1,024 sources at a time. Each wave is (steps, rows, bits).

    Bit b of the row of node v says that the wave from source b has come to v just now. One `or` over the rows of v's
    neighbours moves 1,024 searches one step (the idea: Then et al., The more the merrier: efficient multi-source
    graph traversal, PVLDB 8(4), 2014).
    """
    for first in range(0, len(sources), 64 * _WORDS):
        yield _waves(network, sources[first:first + 64 * _WORDS])


def steps_from(network: Network, sources: Ints, most: int) -> int:
    """How many steps away the farthest node is, as a few of `sources` see it; beyond `most` it is not counted out."""
    last = 0
    for waves in spread(network, sources[:64]):
        for steps, _, _ in waves:
            last = steps
            if steps > most:
                break
    return last


def long_and_thin(network: Network) -> int:
    """From how many steps on a wave is too narrow to pay for its overhead: on a path each is two nodes."""
    return max(100, len(network) // 10)


def _waves(network: Network, sources: Ints) -> Waves:
    into, out = network.arriving, network.pattern
    count = np.arange(len(sources))
    wave = np.zeros((len(network), -(-len(sources) // 64)), dtype=np.uint64)
    np.bitwise_or.at(wave, (sources, count // 64), np.uint64(1) << (count % 64).astype(np.uint64))
    seen, everyone = wave.copy(), np.bitwise_or.reduce(wave, axis=0)
    rows: Ints = np.unique(sources)
    open_rows = np.diff(into.indptr) > 0
    steps = 0
    while rows.size:
        steps += 1
        ahead = np.flatnonzero(_reached(out, rows) & open_rows)
        if not ahead.size:
            return
        begin, positions = tie_positions(into, ahead)
        bits = np.bitwise_or.reduceat(wave.take(into.indices[positions], axis=0), begin, axis=0)
        bits &= ~seen[ahead]
        fresh = bits.any(axis=1)
        wave[rows] = 0
        rows, bits = ahead[fresh], bits[fresh]
        wave[rows] = bits
        seen[rows] |= bits
        open_rows[rows] = (seen[rows] != everyone).any(axis=1)
        yield steps, rows, bits


def _reached(out: sparse.csr_array, rows: Ints) -> NDArray[np.bool_]:
    """Which nodes have a tie from one of `rows`; all of them, unasked, where most do."""
    reached = np.ones(out.shape[0], dtype=bool)
    if 4 * rows.size < reached.size:
        reached[:] = False
        reached[out.indices[tie_positions(out, rows)[1]]] = True
    return reached


def tie_positions(matrix: sparse.csr_array, rows: Ints) -> tuple[Ints, Ints]:
    """Where the ties of `rows` stand in `matrix.indices`, one row after another, and where each row begins among them."""
    lengths = matrix.indptr[rows + 1] - matrix.indptr[rows]
    begin = np.cumsum(lengths) - lengths
    return begin, np.repeat(matrix.indptr[rows] - begin, lengths) + np.arange(lengths.sum())


def distances_from(matrix: sparse.csr_array, sources: Ints) -> Iterator[tuple[Ints, Floats]]:
    """The length of the shortest path from `sources` to every node (inf where there is none), some sources at a time."""
    from scipy.sparse.csgraph import dijkstra

    step = max(1, _TABLE // max(1, matrix.shape[0]))
    for first in range(0, len(sources), step):
        some = sources[first:first + step]
        table: Any = dijkstra(matrix, indices=some)
        yield some, table
