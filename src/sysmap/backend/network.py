"""A networkx graph as arrays: the one conversion that every function of the backend shares."""

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

_EXACT = 2**53      # beyond it a float no longer holds every whole number


class Network:
    """The nodes and neighbours of a graph, in its own order, as arrays.

    `heads[starts[i]:starts[i + 1]]` are the positions of the neighbours (successors) of `nodes[i]`; an undirected tie stands
    there from both ends, a self-loop once, parallel ties once. It keeps the dictionaries of the graph, not the graph:
    the graph keeps this in its cache, and a ring of references would outlive both.

    >>> import networkx as nx
    >>> network = Network(nx.Graph([("a", "b"), ("a", "c")]))
    >>> network.nodes, network.heads.tolist()
    (['a', 'b', 'c'], [1, 2, 0, 0])
    """

    __networkx_backend__ = "sysmap"

    def __init__(self, graph: nx.Graph[Any]) -> None:
        self._adj, self._node = graph._adj, graph._node     # noqa: SLF001 - `graph.adj` would lead back to the graph
        self._directed, self._parallel = bool(graph.is_directed()), bool(graph.is_multigraph())
        self._view = hasattr(graph, "_graph")

    def fresh(self) -> Network:
        """The network as it stands now. A view is read anew: its cache is not cleared when the graph behind it changes."""
        if not self._view:
            return self
        now = object.__new__(Network)
        # copied, for the length of a view's neighbourhood counts ties that the view hides
        now._adj, now._node = {node: dict(nbrs) for node, nbrs in self._adj.items()}, dict(self._node)
        now._directed, now._parallel, now._view = self._directed, self._parallel, True
        return now

    def __len__(self) -> int:
        return len(self._node)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._node)

    def __contains__(self, node: object) -> bool:
        try:
            return node in self._node
        except TypeError:       # unhashable: networkx says no, not "error"
            return False

    def is_directed(self) -> bool:
        """Whether ties have a direction."""
        return self._directed

    def is_multigraph(self) -> bool:
        """Whether parallel ties are kept apart."""
        return self._parallel

    def number_of_nodes(self) -> int:
        """How many nodes there are."""
        return len(self)

    def number_of_edges(self) -> int:
        """How many ties there are, parallel ones counted once."""
        return int(self.once.sum())

    def graph(self) -> nx.Graph[Any]:
        """The graph again, for what the backend does not do."""
        kind = {(False, False): nx.Graph, (True, False): nx.DiGraph, (False, True): nx.MultiGraph,
                (True, True): nx.MultiDiGraph}[self._directed, self._parallel]
        graph: nx.Graph[Any] = nx.from_dict_of_dicts(self._adj, create_using=kind, multigraph_input=self._parallel)
        graph.add_nodes_from(self._node.items())
        return graph

    @cached_property
    def nodes(self) -> list[Hashable]:
        """The nodes, in the graph's order."""
        return list(self._node)

    @cached_property
    def position(self) -> dict[Hashable, int]:
        """Where each node stands."""
        return {node: place for place, node in enumerate(self.nodes)}

    @cached_property
    def starts(self) -> Ints:
        """Where the neighbours of each node begin in `heads`; one more than there are nodes."""
        degrees = np.fromiter(map(len, self._neighbourhoods()), dtype=np.int32, count=len(self))
        return np.concatenate([[0], np.cumsum(degrees)]).astype(np.int32)

    @cached_property
    def heads(self) -> Ints:
        """The far end of each tie."""
        found = map(self.position.__getitem__, chain.from_iterable(self._neighbourhoods()))
        return np.fromiter(found, dtype=np.int32, count=int(self.starts[-1]))

    @cached_property
    def tails(self) -> Ints:
        """The near end of each tie."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    @cached_property
    def loops(self) -> NDArray[np.bool_]:
        """Which ties join a node to itself."""
        itself: NDArray[np.bool_] = self.heads == self.tails
        return itself

    @cached_property
    def once(self) -> NDArray[np.bool_]:
        """Each tie once, as `G.edges` has it: from the end that comes first in the graph's order."""
        if self._directed:
            return np.ones(len(self.heads), dtype=bool)
        return self.heads >= self.tails

    def edges(self) -> list[tuple[Hashable, Hashable]]:
        """The ties as `G.edges` lists them, parallel ones once."""
        names = self.nodes
        return [(names[tail], names[head]) for tail, head in
                zip(self.tails[self.once].tolist(), self.heads[self.once].tolist(), strict=True)]

    def weights(self, attribute: str | None, join: Callable[[Iterable[Any]], Any] = sum) -> Floats:
        """The weight of each tie, read from the graph now; 1 where it has none. Parallel ties are put together by `join`.

        Raises `NotImplementedError` (networkx then answers itself) where a weight is not a finite number.
        """
        if attribute is None and not (self._parallel and join is sum):
            return np.ones(len(self.heads))
        ties: Iterable[Mapping[Any, Any]] = chain.from_iterable(nbrs.values() for nbrs in self._neighbourhoods())
        if self._parallel:
            read = [join(data.get(attribute, 1) for data in keyed.values()) for keyed in ties]
        else:
            read = [data.get(attribute, 1) for data in ties]
        return as_floats(read)

    def matrix(self, values: Floats, *, loops: bool = True) -> sparse.csr_array:
        """`values` of the ties as a square matrix: row = near end, column = far end."""
        if loops or not self.loops.any():
            return sparse.csr_array((values, self.heads, self.starts), shape=(len(self), len(self)))
        keep = ~self.loops
        return sparse.csr_array((values[keep], (self.tails[keep], self.heads[keep])), shape=(len(self), len(self)))

    @cached_property
    def pattern(self) -> sparse.csr_array:
        """1 where there is a tie between two different nodes."""
        return self.matrix(np.ones(len(self.heads)), loops=False)

    @cached_property
    def arriving(self) -> sparse.csr_array:
        """`pattern` turned over: each node's row holds the nodes from which a tie arrives."""
        return self.pattern.T.tocsr() if self._directed else self.pattern

    def _neighbourhoods(self) -> Iterable[Mapping[Hashable, Any]]:
        neighbourhoods: Iterable[Mapping[Hashable, Any]] = self._adj.values()
        return neighbourhoods


def as_floats(read: list[Any] | NDArray[Any]) -> Floats:
    """Numbers as floats; `NotImplementedError` where one is none, is not finite, or is too large a whole number to be exact."""
    if not len(read):
        return np.ones(0)
    try:
        values = np.array(read)
    except ValueError as fault:
        raise NotImplementedError("weights that are not numbers") from fault
    if values.dtype.kind not in "biuf" or values.ndim != 1:
        raise NotImplementedError("weights that are not numbers")
    if values.dtype.kind in "iu" and max(int(values.max()), -int(values.min())) > _EXACT:
        raise NotImplementedError("whole numbers too large for a float")
    floats = values.astype(float)
    if not np.isfinite(floats).all():
        raise NotImplementedError("weights that are not finite")
    return floats
