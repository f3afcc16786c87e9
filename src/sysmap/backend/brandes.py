"""Shortest paths counted from some sources, and each tie's and node's part in them (Brandes 2001, 2008), many sources at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network
from sysmap.backend.spreading import distances_from, in_threads, long_and_thin, steps_from

__all__ = ["SHALLOW", "Parts", "along_weights", "by_steps", "ties_by_steps"]

Counts = Floats | Ints

_CELLS = 2**21          # pairs of source and node (or tie) kept at once: 16 MB a table
_CACHED = 2**15         # such pairs in a processor's near cache
SHALLOW = 30           # waves; a table for each is dear beyond
_MOST_STEPS = 500       # a shortest path of more ties: networkx's way, tie by tie, is the better one


class Parts(NamedTuple):
    """Shortest paths at each node.

    `through`: those that pass it, each pair's shares summing to 1. `ends`: how often it is an end of one. `squares`: what each
    source adds to `through`, squared and summed.
    """

    through: Floats
    ends: Floats
    squares: Floats


def by_steps(network: Network, sources: Ints) -> Parts:
    """The shortest paths from `sources`, every tie one step. Raises `NotImplementedError` on a long and thin graph."""
    steps = steps_from(network, sources, long_and_thin(network))
    if steps > long_and_thin(network):
        raise NotImplementedError("networkx is as quick on a long and thin graph")
    shallow = steps <= SHALLOW
    work = _shallow if shallow else _deep
    size = max(8, _CACHED // max(1, len(network))) if shallow else max(16, _CELLS // max(1, len(network)))
    batches = [sources[first:first + size] for first in range(0, len(sources), size)]
    total = np.zeros((len(Parts._fields), len(network)))
    for parts in in_threads(lambda batch: work(network, batch), batches):
        total += parts
    return Parts(*total)


def ties_by_steps(network: Network, sources: Ints) -> Floats:
    """For each tie of `network.heads` the shortest paths from `sources` that pass it, every tie one step.

    For a graph of up to `SHALLOW` steps, without parallel ties.
    """
    size = max(8, _CACHED // max(1, len(network)))
    total = np.zeros(len(network.heads))
    for part in in_threads(lambda batch: _along(network, batch), [sources[first:first + size] for first in range(0, len(sources), size)]):
        total += part
    return total


class _Tables(NamedTuple):
    """Row = node, column = source.

    `paths`: how many shortest paths come to the node. `share`: what one is of all of them. `onward`: how many go on through it,
    for each that comes.
    `waves`: who is one step away, two, ...
    """

    paths: Floats
    share: Floats
    onward: Floats
    waves: list[NDArray[np.bool_]]


def _tables(network: Network, sources: Ints) -> _Tables:
    """Whole tables wave after wave: in a shallow graph most pairs change in few of them."""
    paths = np.zeros((len(network), len(sources)))
    paths[sources, np.arange(len(sources))] = 1
    unseen, latest, waves = 1 - paths, paths.copy(), []
    while unseen.any():
        latest = network.arriving @ latest
        latest *= unseen
        wave = latest > 0
        if not wave.any():
            break
        waves.append(wave)
        unseen -= wave
        paths += latest
    share = np.divide(1, paths, out=np.zeros_like(paths), where=paths > 0)
    own = np.empty_like(paths)
    onward, beyond = np.zeros_like(paths), np.zeros_like(paths)
    for wave in reversed(waves):
        beyond *= wave
        onward += beyond
        beyond += np.multiply(share, wave, out=own)
        beyond = network.pattern @ beyond
    return _Tables(paths, share, onward, waves)


def _shallow(network: Network, sources: Ints) -> Parts:
    """By tables."""
    paths, _, through, _ = _tables(network, sources)
    through *= paths
    reached = paths > 0
    return Parts(through.sum(axis=1), _ends(sources, reached.sum(axis=1), reached.sum(axis=0)),
                 np.einsum("ns,ns->n", through, through))


def _along(network: Network, sources: Ints) -> Floats:
    """A tie carries what its far end takes and passes on, once for each path to its near end, if the far end is one step farther."""
    paths, share, onward, waves = _tables(network, sources)
    owed = onward + share
    steps = np.zeros(paths.shape, dtype=np.int8)
    for count, wave in enumerate(waves, 1):
        steps += wave.view(np.int8) * np.int8(count)
    along = np.empty(len(network.heads))
    size = max(1, _CACHED // len(sources))
    for first in range(0, len(along), size):
        near, far = network.tails[first:first + size], network.heads[first:first + size]
        carried = paths.take(near, axis=0)      # several times as quick as paths[near]
        carried *= steps.take(far, axis=0) - steps.take(near, axis=0) == 1
        along[first:first + size] = np.einsum("ts,ts->t", carried, owed.take(far, axis=0))
    return along


def _ends(sources: Ints, arrived: Counts, reached: Counts) -> Floats:
    """How often each node is an end of a path, from how many sources come to it and how many nodes each source reaches."""
    ends: Floats = arrived.astype(float)
    ends[sources] += reached - 2     # both count the source itself
    return ends


@dataclass(frozen=True, slots=True)
class _Wave:
    """The nodes that are as many steps from their source: row = source, value = the number of shortest paths."""

    paths: sparse.csr_array
    source: Ints


def _deep(network: Network, sources: Ints) -> Parts:
    """With lists of pairs: on a long, thin graph each wave is a few."""
    nodes = len(network)
    waves = list(_outward(network, sources))
    through, squares, scratch = np.zeros(nodes), np.zeros(nodes), np.zeros(len(sources) * nodes)
    beyond = np.zeros(waves[-1].paths.nnz)
    for wave, nearer in zip(waves[:0:-1], waves[-2::-1], strict=True):
        through += np.bincount(wave.paths.indices, beyond, nodes)
        squares += np.bincount(wave.paths.indices, beyond**2, nodes)     # each pair of source and node is in one wave
        part = sparse.csr_array(((1 + beyond) / wave.paths.data, wave.paths.indices, wave.paths.indptr), shape=wave.paths.shape)
        back = part @ network.arriving
        cells = np.repeat(np.arange(len(sources)), np.diff(back.indptr)) * nodes + back.indices
        scratch[cells] = back.data
        beyond = scratch[nearer.source * nodes + nearer.paths.indices] * nearer.paths.data
        scratch[cells] = 0
    arrived = np.bincount(np.concatenate([wave.paths.indices for wave in waves]), minlength=nodes)
    return Parts(through, _ends(sources, arrived, np.bincount(np.concatenate([wave.source for wave in waves]))), squares)


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
            nodes, ties, at_ends = _tight(network, some, table, weights)
            through += nodes + at_ends if endpoints else nodes
            along += ties
    return through, along


def _tight(network: Network, sources: Ints, table: Floats, weights: Floats) -> tuple[Floats, Floats, Floats]:
    """The parts from one table of distances: a tie is on a shortest path where it makes up the difference of its ends."""
    by_node = np.ascontiguousarray(table.T)
    reached = np.isfinite(by_node)
    found = by_node[network.tails] + weights[:, None] == by_node[network.heads]
    tie, source = np.nonzero(found & reached[network.tails])
    near_end, far_end = (ends[tie] * len(sources) + source for ends in (network.tails, network.heads))
    onward = sparse.csr_array((np.ones(len(tie)), (near_end, far_end)), shape=(table.size, table.size))
    start = np.zeros(table.size)
    start[sources * len(sources) + np.arange(len(sources))] = 1
    paths = _carried(onward.T.tocsr(), start)
    onward.data = np.repeat(paths, np.diff(onward.indptr)) / paths[onward.indices]
    beyond = _carried(onward, reached.ravel().astype(float)) - reached.ravel()
    share = paths[near_end] / paths[far_end] * (1 + beyond[far_end])
    beyond[start > 0] = 0
    along: Floats = np.bincount(tie, share, len(network.heads)).astype(float)
    return (beyond.reshape(by_node.shape).sum(axis=1), along,
            _ends(sources, reached.sum(axis=1), reached.sum(axis=0)))


def _carried(step: sparse.csr_array, start: Floats) -> Floats:
    """The sum of start, step start, step^2 start, ...: it ends, for no shortest path visits a node twice."""
    total = start.copy()
    for _ in range(_MOST_STEPS):
        start = step @ start
        if not start.any():
            return total
        total += start
    raise NotImplementedError("shortest paths of very many ties")
