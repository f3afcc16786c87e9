"""Shortest paths counted from some sources, and each tie's and node's part in them (Brandes 2001, 2008), many sources at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network
from sysmap.backend.spreading import distances_from, in_threads

__all__ = ["along_weights", "by_steps"]

_CELLS = 2**21          # pairs of source and node kept at once: what fits a processor's cache twice over, and 256 sources of 10,000
_MOST_STEPS = 500       # a shortest path of more ties: networkx's way, tie by tie, is the better one


@dataclass(frozen=True, slots=True)
class _Wave:
    """The nodes that are as many steps from their source: row = source, value = the number of shortest paths."""

    paths: sparse.csr_array
    source: Ints


def by_steps(network: Network, sources: Ints, *, endpoints: bool) -> Floats:
    """For each node the shortest paths through it from `sources`, each pair's shares summing to 1, ties counted as one step each.

    With `endpoints` a node at the end of a path counts too.
    """
    size = max(16, _CELLS // max(1, len(network)))
    size = min(size, max(1, -(-len(sources) // 2)))       # two threads have work
    batches = [sources[first:first + size] for first in range(0, len(sources), size)]
    total = np.zeros(len(network))
    for part in in_threads(lambda batch: _batch(network, batch, endpoints=endpoints), batches):
        total += part
    return total


def _batch(network: Network, sources: Ints, *, endpoints: bool) -> Floats:
    nodes = len(network)
    waves = list(_outward(network, sources))
    total, scratch = np.zeros(nodes), np.zeros(len(sources) * nodes)
    beyond = np.zeros(waves[-1].paths.nnz)
    for wave, nearer in zip(waves[:0:-1], waves[-2::-1], strict=True):
        total += np.bincount(wave.paths.indices, beyond + endpoints, nodes)
        owed = sparse.csr_array(((1 + beyond) / wave.paths.data, wave.paths.indices, wave.paths.indptr), shape=wave.paths.shape)
        back = owed @ network.arriving
        cells = np.repeat(np.arange(len(sources)), np.diff(back.indptr)) * nodes + back.indices
        scratch[cells] = back.data
        beyond = scratch[nearer.source * nodes + nearer.paths.indices] * nearer.paths.data
        scratch[cells] = 0
    if endpoints:
        np.add.at(total, sources, np.bincount(np.concatenate([wave.source for wave in waves]), minlength=len(sources)) - 1)
    return total


def _outward(network: Network, sources: Ints) -> Iterator[_Wave]:
    nodes, count = len(network), len(sources)
    source = np.arange(count)
    paths = sparse.csr_array((np.ones(count), (source, sources)), shape=(count, nodes))
    seen = np.zeros(count * nodes, dtype=bool)
    seen[source * nodes + sources] = True
    while paths.nnz:
        yield _Wave(paths, source)
        ahead = paths @ network.pattern
        source = np.repeat(np.arange(count), np.diff(ahead.indptr))
        cells = source * nodes + ahead.indices
        fresh = ~seen[cells]
        seen[cells[fresh]] = True
        source = source[fresh]
        starts = np.concatenate([[0], np.cumsum(np.bincount(source, minlength=count))])
        paths = sparse.csr_array((ahead.data[fresh], ahead.indices[fresh], starts), shape=ahead.shape)


def along_weights(network: Network, sources: Ints, weights: Floats, *, endpoints: bool = False) -> tuple[Floats, Floats]:
    """What `by_steps` says when ties are as long as their weights: for each node, and for each tie of `network.heads`.

    Raises `NotImplementedError` where a weight is 0 or below, is lost beside the others in rounding, or paths are very long.
    """
    if weights.size and weights.min() <= weights.max() * len(network) * np.finfo(float).eps:
        raise NotImplementedError("weights that are not above 0")
    size = max(1, _CELLS // max(1, len(weights)))
    through, along = np.zeros(len(network)), np.zeros(len(network.heads))
    lengths = network.matrix(weights)
    for first in range(0, len(sources), size):
        for some, table in distances_from(lengths, sources[first:first + size]):
            nodes, ties = _tight(network, some, table, weights, endpoints=endpoints)
            through += nodes
            along += ties
    return through, along


def _tight(network: Network, sources: Ints, table: Floats, weights: Floats, *, endpoints: bool) -> tuple[Floats, Floats]:
    """The parts from one table of distances: a tie is on a shortest path where it makes up the difference of its ends."""
    far = table[:, network.heads]
    source, tie = np.nonzero((table[:, network.tails] + weights == far) & np.isfinite(far))
    base = source * len(network)
    near_end, far_end = base + network.tails[tie], base + network.heads[tie]
    onward = sparse.csr_array((np.ones(len(tie)), (near_end, far_end)), shape=(table.size, table.size))
    start = np.zeros(table.size)
    start[np.arange(len(sources)) * len(network) + sources] = 1
    paths = _carried(onward.T.tocsr(), start)
    onward.data = np.repeat(paths, np.diff(onward.indptr)) / paths[onward.indices]
    reached = np.isfinite(table).ravel()
    beyond = _carried(onward, reached.astype(float)) - reached
    share = paths[near_end] / paths[far_end] * (1 + beyond[far_end])
    beyond[start > 0] = 0
    at_ends = np.zeros(len(network))
    if endpoints:
        at_ends += reached.reshape(table.shape).sum(axis=0)
        np.add.at(at_ends, sources, reached.reshape(table.shape).sum(axis=1) - 2.0)
    return beyond.reshape(table.shape).sum(axis=0) + at_ends, np.bincount(tie, share, len(network.heads))


def _carried(step: sparse.csr_array, start: Floats) -> Floats:
    """start + step start + step^2 start + ...: it ends, for no path visits a node twice."""
    total = start.copy()
    for _ in range(_MOST_STEPS):
        start = step @ start
        if not start.any():
            return total
        total += start
    raise NotImplementedError("shortest paths of very many ties")
