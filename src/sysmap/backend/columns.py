"""Networks made of columns: for a million ties a networkx graph is itself the cost.

`nx.from_pandas_edgelist`, `nx.from_scipy_sparse_array` and `nx.from_numpy_array` with `backend="sysmap"` give a `ColumnNetwork`,
which networkx's functions take as a graph: those of the backend answer as they would for the `nx.Graph` of the same call, and
`.graph()` is that graph.

>>> import networkx as nx, pandas as pd
>>> ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"]})
>>> network = nx.from_pandas_edgelist(ties, backend="sysmap")
>>> nx.closeness_centrality(network)["b"]
1.0
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from sysmap.backend.network import Floats, Ints, Network, as_floats
from sysmap.backend.taking import make

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ColumnNetwork", "Degrees", "from_numpy_array", "from_pandas_edgelist", "from_scipy_sparse_array"]

Columns = Mapping[Any, NDArray[Any]]
Kind = type[nx.Graph] | None


class ColumnNetwork(Network):
    """Nodes and ties from columns, in the order in which networkx would have added them; parallel ties are one, the last counts.

    `near` and `far` are the positions of the ends in `nodes`, `columns` the attributes, all of them row by row.

    >>> network = ColumnNetwork(["a", "b", "c"], np.array([0, 2, 1]), np.array([1, 0, 0]), {"w": np.array([3, 4, 5])}, directed=False)
    >>> network.heads.tolist(), network.weights("w").tolist()
    ([1, 2, 0, 0], [5.0, 4.0, 5.0, 4.0])
    """

    def __init__(self, nodes: Sequence[Hashable], near: Ints, far: Ints, columns: Columns, *, directed: bool) -> None:
        self._names, self._columns = list(nodes), columns
        self._directed, self._parallel, self._view = directed, False, False
        self._near, self._far, self._last = _single(near.astype(np.int64), far.astype(np.int64), len(nodes), directed=directed)

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._names)

    def __contains__(self, node: object) -> bool:
        try:
            return node in self.position
        except TypeError:       # unhashable: networkx says no, not "error"
            return False

    @property
    def nodes(self) -> list[Hashable]:
        """The nodes, in the order in which they came."""
        return self._names

    @property
    def starts(self) -> Ints:
        """Where the neighbours of each node begin in `heads`; one more than there are nodes."""
        starts: Ints = self._grouped.indptr
        return starts

    @property
    def heads(self) -> Ints:
        """The far end of each tie."""
        heads: Ints = self._grouped.data
        return heads

    def weights(self, attribute: str | None, join: Callable[[Iterable[Any]], Any] = sum) -> Floats:   # noqa: ARG002 - no tie is parallel
        """The weight of each tie; 1 where there is no such column. Raises `NotImplementedError` where it is not a finite number."""
        if attribute is None or attribute not in self._columns:
            return np.ones(len(self.heads))
        values: Floats = as_floats(self._columns[attribute][self._last])[self._grouped.indices]
        return values

    @cached_property
    def degree(self) -> Degrees:
        """How many ties each node has, a self-loop counting twice; `degree(weight="length")` adds up what they weigh."""
        return self.degrees(None)

    def degrees(self, weight: str | None) -> Degrees:
        """The degrees, or what the ties weigh, by node: whole numbers where the column holds such."""
        known = weight is not None and weight in self._columns
        sums = sum((np.bincount(ends, values, len(self)) for ends, values in self._counted(self.weights(weight))), np.zeros(len(self)))
        return Degrees(self, sums if known and self._columns[weight].dtype.kind == "f" else sums.astype(np.int64))

    def _counted(self, values: Floats) -> Iterator[tuple[Ints, Floats]]:
        """The ends at which a tie counts: an arrow at both, a self-loop, which stands in the arrays once, twice."""
        yield self.tails, values
        yield self.heads, values if self._directed else values * self.loops

    def adjacency(self) -> Iterator[tuple[Hashable, dict[Hashable, dict[Any, Any]]]]:
        """Each node with its neighbours and what is said of the ties, made for this one look: nothing of it is kept."""
        said = [column[self._last][self._grouped.indices].tolist() for column in self._columns.values()]
        heads = self.heads.tolist()
        for node, (first, last) in zip(self._names, pairwise(self.starts.tolist()), strict=True):
            yield node, {self._names[heads[at]]: dict(zip(self._columns, (column[at] for column in said), strict=True)) for at in range(first, last)}

    def renamed(self, names: Sequence[Hashable]) -> ColumnNetwork:
        """The same network under other names, one for each node in their order."""
        other: ColumnNetwork = object.__new__(ColumnNetwork)
        other.__dict__.update({name: value for name, value in self.__dict__.items() if name not in ("position", "degree")}, _names=list(names))
        return other

    def graph(self) -> nx.Graph[Any]:
        """The networkx graph that the same call makes without the backend."""
        graph: nx.Graph[Any] = nx.DiGraph() if self._directed else nx.Graph()
        graph.add_nodes_from(self._names)
        near, far = ([self._names[place] for place in ends.tolist()] for ends in (self._near, self._far))
        said = [column[self._last].tolist() for column in self._columns.values()]
        rows = zip(*said, strict=True) if said else iter([()] * len(near))
        graph.add_edges_from((*ends, dict(zip(self._columns, row, strict=True))) for *ends, row in zip(near, far, rows, strict=True))
        return graph

    @property
    def _adj(self) -> Mapping[Hashable, int]:
        """What networkx's `nbunch_iter` asks for nodes."""
        return self.position

    @cached_property
    def _grouped(self) -> sparse.csr_array:
        """Row = near end, column = number of the tie, value = far end: each row is in the order in which its ties came."""
        tails, heads, ties = self._near, self._far, np.arange(len(self._near))
        if not self._directed:
            tails, heads = np.column_stack([tails, heads]).ravel(), np.column_stack([heads, tails]).ravel()
            ties = np.repeat(ties, 2)
            if (loops := self._near == self._far).any():
                keep = ~np.column_stack([np.zeros_like(loops), loops]).ravel()
                tails, heads, ties = tails[keep], heads[keep], ties[keep]
        return sparse.csr_array((heads, (tails, ties)), shape=(len(self), len(self._near)))


class Degrees:
    """Node -> degree: iterated as pairs, asked by node, or called for weights, as networkx's views of degrees are."""

    def __init__(self, network: ColumnNetwork, degrees: NDArray[Any]) -> None:
        self._network, self._degrees = network, degrees

    def __iter__(self) -> Iterator[tuple[Hashable, float]]:
        return zip(self._network.nodes, self._degrees.tolist(), strict=True)

    def __getitem__(self, node: Hashable) -> float:
        degree: float = self._degrees[self._network.position[node]].item()
        return degree

    def __call__(self, *, weight: str | None = None) -> Degrees:
        """The degrees of all nodes, or with `weight` the sums of what their ties weigh."""
        return self._network.degrees(weight)


def _single(near: Ints, far: Ints, size: int, *, directed: bool) -> tuple[Ints, Ints, Ints | slice]:
    """The ends of each tie once, in the order in which they came first, and the row where each came last."""
    import pandas as pd

    key = near * size + far if directed else np.minimum(near, far) * size + np.maximum(near, far)
    number, ties = pd.factorize(key)
    last: Ints | slice = slice(None)
    if len(ties) < len(key):
        last = np.empty(len(ties), dtype=np.int64)
        last[number] = np.arange(len(key))      # the last of equals stays
        near, far = ties // size, ties % size
    return near.astype(np.int32), far.astype(np.int32), last


def _refuse_kind(asked: Mapping[str, Any]) -> str:
    return "" if asked["create_using"] in {None, nx.Graph, nx.DiGraph} else "a kind of graph other than Graph and DiGraph"


@make(refuse=_refuse_kind)
def from_pandas_edgelist(df: pd.DataFrame, source: str | int = "source", target: str | int = "target", edge_attr: Any = None,
                         create_using: Kind = None, edge_key: str | None = None) -> ColumnNetwork:
    """A network of a table's rows (`nx.from_pandas_edgelist`). `ValueError` where a cell of `source` or `target` is empty."""
    import pandas as pd

    both = pd.concat([df[source], df[target]])
    number, names = pd.factorize(both)
    if (number < 0).any():
        raise ValueError("a tie with an empty end")
    number, order = pd.factorize(number.reshape(2, -1).T.ravel())      # networkx meets both ends of a row, then the next row's
    try:
        columns = {name: df[name].to_numpy(copy=True) for name in _attributes(df, source, target, edge_attr)}
    except (KeyError, TypeError) as fault:
        raise nx.NetworkXError(f"Invalid edge_attr argument: {edge_attr}") from fault
    return ColumnNetwork(names.take(order).tolist(), number[::2], number[1::2], columns, directed=create_using is nx.DiGraph)


def _attributes(table: pd.DataFrame, source: str | int, target: str | int, asked: Any) -> list[Any]:
    """The columns asked for, by networkx's rules."""
    if asked is None:
        return []
    chosen = [name for name in table.columns if name not in {source, target}] if asked is True else asked
    names = list(chosen) if isinstance(chosen, list | tuple) else [chosen]
    if not names:
        raise nx.NetworkXError(f"Invalid edge_attr argument: No columns found with name: {names}")
    return names


def _refuse_matrix(asked: Mapping[str, Any]) -> str:
    matrix = asked["A"]
    if not sparse.issparse(matrix) or matrix.dtype.kind not in "biuf":
        return "a matrix that is not sparse, or holds no real numbers"
    return _refuse_kind(asked)


@make(refuse=_refuse_matrix)
def from_scipy_sparse_array(A: Any, parallel_edges: bool = False, create_using: Kind = None,
                            edge_attribute: str = "weight") -> ColumnNetwork:
    """A network of a square matrix, its nodes 0, 1, 2, ...; what is stored is a tie, 0 too (`nx.from_scipy_sparse_array`)."""
    _square(A)
    if A.format == "csc":
        columns = np.repeat(np.arange(A.shape[1]), np.diff(A.indptr))
        return _of_matrix(range(A.shape[0]), (A.indices, columns), {edge_attribute: A.data}, create_using)
    cells = A.tocoo()
    return _of_matrix(range(A.shape[0]), (cells.row, cells.col), {edge_attribute: cells.data}, create_using)


def _refuse_array(asked: Mapping[str, Any]) -> str:
    return "no array of real numbers" if asked["A"].dtype.kind not in "biuf" else _refuse_kind(asked)


@make(refuse=_refuse_array)
def from_numpy_array(A: NDArray[Any], parallel_edges: bool = False, create_using: Kind = None, edge_attr: str | None = "weight", *,
                     nodelist: Sequence[Hashable] | None = None) -> ColumnNetwork:
    """A network of a square array: a tie where it is not 0 (`nx.from_numpy_array`)."""
    if A.ndim != 2:     # noqa: PLR2004 - rows and columns
        raise nx.NetworkXError(f"Input array must be 2D, not {A.ndim}")
    _square(A)
    nodes = range(len(A)) if nodelist is None else nodelist
    if len(nodes) != len(A):
        raise ValueError("nodelist must have the same length as A.shape[0]")
    rows, columns = A.nonzero()
    return _of_matrix(nodes, (rows, columns), {edge_attr: A[rows, columns]} if edge_attr else {}, create_using)


def _square(matrix: Any) -> None:
    if matrix.shape[0] != matrix.shape[1]:
        raise nx.NetworkXError(f"Adjacency matrix not square: nx,ny={matrix.shape}")


def _of_matrix(nodes: Sequence[Hashable], ends: tuple[Ints, Ints], columns: Columns, kind: Kind) -> ColumnNetwork:
    if len(set(nodes)) < len(nodes):
        raise NotImplementedError("a node named twice")
    return ColumnNetwork(nodes, *ends, columns, directed=kind is nx.DiGraph)
