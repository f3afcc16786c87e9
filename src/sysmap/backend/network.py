"""A networkx graph as arrays. All functions of the backend share this one conversion."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

__all__ = ["Floats", "Ints", "Network", "as_floats"]

Ints = NDArray[np.integer[Any]]
Floats = NDArray[np.float64]

_LARGEST_EXACT = 2**53  # the largest whole number up to which a float holds all of them exactly


class Network:
    """The nodes and ties of a graph as arrays, in the order of the graph (compressed rows, as in scipy's csr format).

    The position of a node is its index in `nodes`. `heads[starts[i]:starts[i + 1]]` are the positions of the neighbours
    (successors, if directed) of `nodes[i]`; `tails` has the position i for each of them. All arrays "of ties" have the
    length and order of `heads`. An undirected tie is in them twice, once from each end; a self-loop and parallel ties
    are in them once.

    The arrays are computed on first use. The network holds the dictionaries of the graph, not the graph itself: the
    graph has this network in its cache, and a cycle of references would keep both in memory.

    >>> import networkx as nx
    >>> network = Network(nx.Graph([("a", "b"), ("a", "c")]))
    >>> network.nodes, network.heads.tolist()
    (['a', 'b', 'c'], [1, 2, 0, 0])
    """

    __networkx_backend__ = "sysmap"

    def __init__(self, graph: nx.Graph[Any]) -> None:
        self._adj, self._node = graph._adj, graph._node  # noqa: SLF001 - `graph.adj` would hold a reference to the graph
        self._directed, self._parallel = bool(graph.is_directed()), bool(graph.is_multigraph())
        self._view = hasattr(graph, "_graph")

    def refresh(self) -> Network:
        """Return an up-to-date network.

        Only a view is read again: its cache is not cleared when the graph behind it changes.
        """
        if not self._view:
            return self
        current = object.__new__(Network)
        # copied, because len() of the neighbours of a view also counts ties that the view hides
        current._adj, current._node = {node: dict(nbrs) for node, nbrs in self._adj.items()}, dict(self._node)
        current._directed, current._parallel, current._view = self._directed, self._parallel, True
        return current

    def __len__(self) -> int:
        return len(self._node)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._node)

    def __contains__(self, node: object) -> bool:
        try:
            return node in self._node
        except TypeError:  # unhashable: networkx says no, not "error"
            return False

    def is_directed(self) -> bool:
        """Whether ties have a direction."""
        return self._directed

    def is_multigraph(self) -> bool:
        """Whether there may be parallel ties."""
        return self._parallel

    def number_of_nodes(self) -> int:
        """The number of nodes."""
        return len(self)

    def number_of_edges(self) -> int:
        """The number of ties; parallel ties count once."""
        return int(self.once.sum())

    def graph(self) -> nx.Graph[Any]:
        """Return the networkx graph, for functions that the backend does not have."""
        graph_class = {
            (False, False): nx.Graph,
            (True, False): nx.DiGraph,
            (False, True): nx.MultiGraph,
            (True, True): nx.MultiDiGraph,
        }[self._directed, self._parallel]
        graph: nx.Graph[Any] = nx.from_dict_of_dicts(
            self._adj, create_using=graph_class, multigraph_input=self._parallel
        )
        graph.add_nodes_from(self._node.items())
        return graph

    @cached_property
    def nodes(self) -> list[Hashable]:
        """The nodes, in the order of the graph."""
        return list(self._node)

    @cached_property
    def position(self) -> dict[Hashable, int]:
        """Node -> its position in `nodes`."""
        return {node: i for i, node in enumerate(self.nodes)}

    @cached_property
    def starts(self) -> Ints:
        """The index in `heads` at which the neighbours of each node start, and the end of the last: n + 1 values."""
        degrees = np.fromiter(map(len, self._neighbourhoods()), dtype=np.int32, count=len(self))
        return np.concatenate([[0], np.cumsum(degrees)]).astype(np.int32)

    @cached_property
    def heads(self) -> Ints:
        """The position of the far end of each tie."""
        positions = map(self.position.__getitem__, chain.from_iterable(self._neighbourhoods()))
        return np.fromiter(positions, dtype=np.int32, count=int(self.starts[-1]))

    @cached_property
    def tails(self) -> Ints:
        """The position of the near end of each tie."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    @cached_property
    def loops(self) -> NDArray[np.bool_]:
        """Mask of the ties that are self-loops."""
        is_loop: NDArray[np.bool_] = self.heads == self.tails
        return is_loop

    @cached_property
    def once(self) -> NDArray[np.bool_]:
        """Mask that selects each tie once, as `G.edges` lists it: from the end that comes first in the graph.

        All ties if directed.
        """
        if self._directed:
            return np.ones(len(self.heads), dtype=bool)
        return self.heads >= self.tails

    def edges(self) -> list[tuple[Hashable, Hashable]]:
        """The ties as pairs of nodes, in the order of `G.edges`; parallel ties once."""
        names = self.nodes
        return [
            (names[tail], names[head])
            for tail, head in zip(self.tails[self.once].tolist(), self.heads[self.once].tolist(), strict=True)
        ]

    def weights(self, attribute: str | None, join: Callable[[Iterable[Any]], Any] = sum) -> Floats:
        """Return the weight of each tie, read from the graph at each call; 1 if a tie has no such attribute.

        `join` combines the weights of parallel ties into one. Raises `NotImplementedError`, so that networkx answers
        itself, if a weight is not a finite number.
        """
        # Without an attribute every tie weighs 1, except that parallel ties add up to their number.
        if attribute is None and not (self._parallel and join is sum):
            return np.ones(len(self.heads))
        attributes: Iterable[Mapping[Any, Any]] = chain.from_iterable(nbrs.values() for nbrs in self._neighbourhoods())
        if self._parallel:
            values = [join(data.get(attribute, 1) for data in parallel.values()) for parallel in attributes]
        else:
            values = [data.get(attribute, 1) for data in attributes]
        return as_floats(values)

    def matrix(self, values: Floats, *, loops: bool = True) -> sparse.csr_array:
        """Return the values of the ties as a matrix n x n, row = tail and column = head.

        Without the diagonal if `loops` is False.
        """
        if loops or not self.loops.any():
            return sparse.csr_array((values, self.heads, self.starts), shape=(len(self), len(self)))
        keep = ~self.loops
        return sparse.csr_array((values[keep], (self.tails[keep], self.heads[keep])), shape=(len(self), len(self)))

    @cached_property
    def pattern(self) -> sparse.csr_array:
        """The matrix with 1 for each tie between two different nodes, row = tail and column = head."""
        return self.matrix(np.ones(len(self.heads)), loops=False)

    @cached_property
    def arriving(self) -> sparse.csr_array:
        """`pattern` transposed: the row of a node holds the nodes from which a tie arrives."""
        return self.pattern.T.tocsr() if self._directed else self.pattern

    def _neighbourhoods(self) -> Iterable[Mapping[Hashable, Any]]:
        """Return neighbour -> attributes for each node, in the order of the nodes."""
        neighbourhoods: Iterable[Mapping[Hashable, Any]] = self._adj.values()
        return neighbourhoods


def as_floats(numbers: list[Any] | NDArray[Any]) -> Floats:
    """Return the numbers as floats.

    Raises `NotImplementedError` if a value is not a number, is not finite, or is a whole number too large for an exact
    float.
    """
    if not len(numbers):
        return np.ones(0)
    try:
        values = np.array(numbers)
    except ValueError as error:
        raise NotImplementedError("weights that are not numbers") from error
    if values.dtype.kind not in "biuf" or values.ndim != 1:
        raise NotImplementedError("weights that are not numbers")
    if values.dtype.kind in "iu" and max(int(values.max()), -int(values.min())) > _LARGEST_EXACT:
        raise NotImplementedError("whole numbers too large for a float")
    floats = values.astype(float)
    if not np.isfinite(floats).all():
        raise NotImplementedError("weights that are not finite")
    return floats
