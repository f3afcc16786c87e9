"""Brandes' algorithm for betweenness (Brandes 2001, 2008), for many sources at the same time.

For a source s, sigma(v) is the number of shortest paths from s to v. The dependency of s on v is

    delta(v) = sum over t of (share of the shortest paths from s to t that pass v)
             = sum over w of sigma(v) / sigma(w) * (1 + delta(w)),

where w runs over the nodes one step behind v: those with a tie v -> w and a distance from s that is larger by one. A
forward pass counts sigma wave by wave, a backward pass sums delta from the farthest wave to the nearest. Betweenness is
the sum of the dependencies of all sources.

Three versions give the same numbers:

- `_by_tables`: dense tables, nodes x sources, for shallow graphs. All pairs change in few waves, so that a product of
  the sparse matrix with the whole table in each wave is the quickest: O(waves * ties * sources), in C.
- `_by_lists`: sparse lists of the pairs (source, node) of each wave, for deeper graphs, where a wave holds few of the
  pairs.
- `_from_distances`: for weighted ties, from tables of distances that Dijkstra's algorithm gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network
from sysmap.backend.spreading import depth_limit, distance_tables, estimate_depth, map_in_threads

__all__ = ["SHALLOW", "Dependencies", "node_dependencies", "tie_dependencies", "weighted_dependencies"]

Counts = Floats | Ints

_TABLE_CELLS = 2**21  # cells of one table, sources x nodes (or ties): 16 MB of floats
_CACHED_CELLS = 2**15  # cells that fit into the fast cache of a processor
SHALLOW = 30  # up to so many waves the dense tables are used; each wave costs a pass over them
_MOST_TIES = 500  # if a shortest path has more ties, networkx, which goes tie by tie, is quicker


class Dependencies(NamedTuple):
    """Sums over all sources, one value for each node.

    `through`: the dependencies of the sources on the node. `ends`: for how many pairs (source, other node it reaches)
    the node is one of the two. `squares`: the squares of the dependencies.
    """

    through: Floats
    ends: Floats
    squares: Floats


def node_dependencies(network: Network, sources: Ints) -> Dependencies:
    """Return the dependencies of `sources` (positions) on all nodes; every tie is one step.

    Raises `NotImplementedError` on a long and thin graph, where networkx is as quick.
    """
    depth = estimate_depth(network, sources, depth_limit(network))
    if depth > depth_limit(network):
        raise NotImplementedError("networkx is as quick on a long and thin graph")
    shallow = depth <= SHALLOW
    dependencies_of = _by_tables if shallow else _by_lists
    # The tables of one batch stay in the cache; the lists have room for more sources.
    batch_size = (
        max(8, _CACHED_CELLS // max(1, len(network))) if shallow else max(16, _TABLE_CELLS // max(1, len(network)))
    )
    batches = [sources[first : first + batch_size] for first in range(0, len(sources), batch_size)]
    total = np.zeros((len(Dependencies._fields), len(network)))
    for batch_total in map_in_threads(lambda batch: dependencies_of(network, batch), batches):
        total += batch_total
    return Dependencies(*total)


def tie_dependencies(network: Network, sources: Ints) -> Floats:
    """Return the dependencies of `sources` on each tie, in the order of `network.heads`; every tie is one step.

    The graph must be at most `SHALLOW` steps deep and have no parallel ties.
    """
    batch_size = max(8, _CACHED_CELLS // max(1, len(network)))
    total = np.zeros(len(network.heads))
    for batch_total in map_in_threads(
        lambda batch: _tie_dependencies_of_batch(network, batch),
        [sources[first : first + batch_size] for first in range(0, len(sources), batch_size)],
    ):
        total += batch_total
    return total


class _Tables(NamedTuple):
    """Dense tables, nodes x sources.

    `paths` is sigma, the number of shortest paths from the source to the node. `share` is 1 / sigma, or 0 where sigma
    is 0. `onward` is delta / sigma, the dependency divided by the number of paths. `waves[i]` is True where the node is
    i + 1 steps from the source.
    """

    paths: Floats
    share: Floats
    onward: Floats
    waves: list[NDArray[np.bool_]]


def _build_tables(network: Network, sources: Ints) -> _Tables:
    """Count the paths from all `sources`, wave by wave, and sum the dependencies back."""
    paths = np.zeros((len(network), len(sources)))
    paths[sources, np.arange(len(sources))] = 1
    unseen, arriving_paths, waves = 1 - paths, paths.copy(), []
    while unseen.any():
        # The paths to a node are the sum of those to the nodes before it; nodes that were reached earlier are set to 0
        # again.
        arriving_paths = network.arriving @ arriving_paths
        arriving_paths *= unseen
        wave = arriving_paths > 0
        if not wave.any():
            break
        waves.append(wave)
        unseen -= wave
        paths += arriving_paths
    share = np.divide(1, paths, out=np.zeros_like(paths), where=paths > 0)
    wave_share = np.empty_like(paths)
    onward, from_beyond = np.zeros_like(paths), np.zeros_like(paths)
    # From the farthest wave to the nearest: onward(v) = sum over w of share(w) + onward(w), with w one step behind v.
    # The product with `pattern` sums over all nodes w with a tie v -> w; `from_beyond *= wave` then keeps only the
    # nodes v of
    # the next nearer wave. The result of the last round is not used: it would be what passes the sources, which do not
    # count.
    for wave in reversed(waves):
        from_beyond *= wave
        onward += from_beyond
        from_beyond += np.multiply(share, wave, out=wave_share)
        from_beyond = network.pattern @ from_beyond
    return _Tables(paths, share, onward, waves)


def _by_tables(network: Network, sources: Ints) -> Dependencies:
    """Return the dependencies of a batch of sources, from dense tables."""
    paths, _, through, _ = _build_tables(network, sources)
    through *= paths  # delta = onward * sigma, in place
    reached = paths > 0
    return Dependencies(
        through.sum(axis=1),
        _count_ends(sources, reached.sum(axis=1), reached.sum(axis=0)),
        np.einsum("ns,ns->n", through, through),
    )


def _tie_dependencies_of_batch(network: Network, sources: Ints) -> Floats:
    """Return the dependencies of a batch of sources on each tie.

    A tie u -> w lies on shortest paths if w is one step farther from the source than u. Its dependency is then
    sigma(u) / sigma(w) * (1 + delta(w)) = sigma(u) * (share(w) + onward(w)).
    """
    paths, share, onward, waves = _build_tables(network, sources)
    beyond_head = onward + share
    distances = np.zeros(paths.shape, dtype=np.int8)
    for distance, wave in enumerate(waves, 1):
        distances += wave.view(np.int8) * np.int8(distance)
    dependency = np.empty(len(network.heads))
    # Ties are taken in chunks, so that tables of ties x sources stay in the cache. The distance of an unreached node is
    # 0 in
    # `distances`, like that of the source; both do no harm: an unreached tail has no paths, and a head with distance 0
    # is never one step farther than a tail.
    chunk = max(1, _CACHED_CELLS // len(sources))
    for first in range(0, len(dependency), chunk):
        tails, heads = network.tails[first : first + chunk], network.heads[first : first + chunk]
        carried = paths.take(tails, axis=0)  # several times as quick as paths[tails]
        carried *= distances.take(heads, axis=0) - distances.take(tails, axis=0) == 1
        dependency[first : first + chunk] = np.einsum("ts,ts->t", carried, beyond_head.take(heads, axis=0))
    return dependency


def _count_ends(sources: Ints, arrivals: Counts, reached: Counts) -> Floats:
    """Return for each node in how many pairs (source, other node that it reaches) it is an end.

    `arrivals`: how many sources reach each node. `reached`: how many nodes each source reaches. A source reaches
    itself, so both numbers of a source are too large by one.
    """
    ends: Floats = arrivals.astype(float)
    ends[sources] += reached - 2  # one for the source in `arrivals`, one for it in `reached`
    return ends


@dataclass(frozen=True, slots=True)
class _Wave:
    """The pairs (source, node) at one distance. `paths`: sources x nodes, value = sigma.

    `source`: the row of each stored entry.
    """

    paths: sparse.csr_array
    source: Ints


def _by_lists(network: Network, sources: Ints) -> Dependencies:
    """Return the dependencies of a batch of sources, from the lists of pairs of each wave."""
    nodes = len(network)
    waves = list(_spread_paths(network, sources))
    through, squares, scratch = np.zeros(nodes), np.zeros(nodes), np.zeros(len(sources) * nodes)
    dependency = np.zeros(waves[-1].paths.nnz)
    # Backward pass; `dependency` holds delta for each stored entry of `wave`. (1 + delta) / sigma of each node w is
    # added to
    # all nodes before w by one sparse product. Of these sums only the entries of the next nearer wave are wanted: they
    # are
    # written into a dense row of cells (source * nodes + node), read at the cells of that wave, and erased again.
    for wave, nearer in zip(waves[:0:-1], waves[-2::-1], strict=True):
        through += np.bincount(wave.paths.indices, dependency, nodes)
        squares += np.bincount(wave.paths.indices, dependency**2, nodes)  # each pair of source and node is in one wave
        per_path = sparse.csr_array(
            ((1 + dependency) / wave.paths.data, wave.paths.indices, wave.paths.indptr), shape=wave.paths.shape
        )
        backward = per_path @ network.arriving
        cells = np.repeat(np.arange(len(sources)), np.diff(backward.indptr)) * nodes + backward.indices
        scratch[cells] = backward.data
        dependency = scratch[nearer.source * nodes + nearer.paths.indices] * nearer.paths.data
        scratch[cells] = 0
    arrivals = np.bincount(np.concatenate([wave.paths.indices for wave in waves]), minlength=nodes)
    return Dependencies(
        through, _count_ends(sources, arrivals, np.bincount(np.concatenate([wave.source for wave in waves]))), squares
    )


def _spread_paths(network: Network, sources: Ints) -> Iterator[_Wave]:
    """Yield the waves from nearest to farthest, starting with the sources themselves (distance 0)."""
    node_count, count = len(network), len(sources)
    source = np.arange(count)
    paths = sparse.csr_array((np.ones(count), (source, sources)), shape=(count, node_count))
    visited = np.zeros(count * node_count, dtype=bool)
    visited[source * node_count + sources] = True
    while paths.nnz:
        yield _Wave(paths, source)
        next_paths = paths @ network.pattern
        source = np.repeat(np.arange(count), np.diff(next_paths.indptr))
        cells = source * node_count + next_paths.indices
        is_new = ~visited[cells]
        visited[cells[is_new]] = True
        # The new rows: how many new entries each source has, summed up to row starts.
        source = source[is_new]
        starts = np.concatenate([[0], np.cumsum(np.bincount(source, minlength=count))])
        paths = sparse.csr_array((next_paths.data[is_new], next_paths.indices[is_new], starts), shape=next_paths.shape)


def weighted_dependencies(
    network: Network, sources: Ints, weights: Floats, *, endpoints: bool = False
) -> tuple[Floats, Floats]:
    """Return the dependencies of `sources` on each node and on each tie (in the order of `network.heads`).

    Weights are lengths.

    With `endpoints`, the ends of paths count for the nodes too. Raises `NotImplementedError` if a weight is 0 or below,
    if one is so small that it is lost by rounding when it is added to a path, or if paths have very many ties.
    """
    if weights.size and weights.min() <= weights.max() * len(network) * np.finfo(float).eps:
        raise NotImplementedError("weights that are not above 0")
    batch_size = max(1, _TABLE_CELLS // max(1, len(weights)))
    through, through_ties = np.zeros(len(network)), np.zeros(len(network.heads))
    lengths = network.matrix(weights)
    for first in range(0, len(sources), batch_size):
        for batch, table in distance_tables(lengths, sources[first : first + batch_size]):
            node_part, tie_part, end_part = _from_distances(network, batch, table, weights)
            through += node_part + end_part if endpoints else node_part
            through_ties += tie_part
    return through, through_ties


def _from_distances(network: Network, sources: Ints, table: Floats, weights: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the dependencies on nodes and ties, and the ends, from one table of distances, sources x nodes.

    A tie is tight for a source, that is, lies on shortest paths, if its weight equals the difference between the
    distances of its two ends. Equality is exact, as in networkx. The tight ties of all sources form one large graph
    without circles, whose nodes are the pairs (node, source), numbered node * sources + source. Sums over all its paths
    are sums of powers of its matrix, so sigma and delta need no sorting by distance.
    """
    by_node = np.ascontiguousarray(table.T)
    reached = np.isfinite(by_node)
    is_tight = by_node[network.tails] + weights[:, None] == by_node[network.heads]
    tight_tie, source_number = np.nonzero(is_tight & reached[network.tails])
    tail_pair, head_pair = (ends[tight_tie] * len(sources) + source_number for ends in (network.tails, network.heads))
    successors = sparse.csr_array((np.ones(len(tight_tie)), (tail_pair, head_pair)), shape=(table.size, table.size))
    # sigma: the number of ways from the pair (source, source) to each pair.
    start = np.zeros(table.size)
    start[sources * len(sources) + np.arange(len(sources))] = 1
    paths = _sum_of_powers(successors.T.tocsr(), start)
    # With sigma(v) / sigma(w) as weight of v -> w, delta is the sum of all powers but the 0th, applied to ones.
    successors.data = np.repeat(paths, np.diff(successors.indptr)) / paths[successors.indices]
    dependency = _sum_of_powers(successors, reached.ravel().astype(float)) - reached.ravel()
    share = paths[tail_pair] / paths[head_pair] * (1 + dependency[head_pair])
    dependency[start > 0] = 0
    through_ties: Floats = np.bincount(tight_tie, share, len(network.heads)).astype(float)
    return (
        dependency.reshape(by_node.shape).sum(axis=1),
        through_ties,
        _count_ends(sources, reached.sum(axis=1), reached.sum(axis=0)),
    )


def _sum_of_powers(matrix: sparse.csr_array, term: Floats) -> Floats:
    """Return term + matrix term + matrix^2 term + ... The series ends, because no shortest path visits a node twice.

    Raises `NotImplementedError` if it takes more than `_MOST_TIES` products.
    """
    total = term.copy()
    for _ in range(_MOST_TIES):
        term = matrix @ term
        if not term.any():
            return total
        total += term
    raise NotImplementedError("shortest paths of very many ties")
