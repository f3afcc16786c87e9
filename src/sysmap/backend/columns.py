"""Networks made directly from columns. For a million ties, building a networkx graph would be the main cost.

`nx.from_pandas_edgelist`, `nx.from_scipy_sparse_array` and `nx.from_numpy_array` with `backend="sysmap"` return a
`ColumnNetwork`. The functions of the backend accept it as a graph and answer as they would for the `nx.Graph` that the
same call makes without the backend; `.graph()` builds that graph.

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
from sysmap.backend.registry import take_over_constructor

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ColumnNetwork", "Degrees", "from_numpy_array", "from_pandas_edgelist", "from_scipy_sparse_array"]

Columns = Mapping[Any, NDArray[Any]]
GraphClass = type[nx.Graph] | None


class ColumnNetwork(Network):
    """A network whose ties are the rows of a table, in the order in which networkx would have added them.

    `near` and `far` hold the positions (in `nodes`) of the two ends of each row, `columns` the attributes: name -> one
    value for each row. Of parallel rows only one tie stays, with the attributes of the last row.

    >>> ends, weights = (np.array([0, 2, 1]), np.array([1, 0, 0])), {"w": np.array([3, 4, 5])}
    >>> network = ColumnNetwork(["a", "b", "c"], *ends, weights, directed=False)
    >>> network.heads.tolist(), network.weights("w").tolist()
    ([1, 2, 0, 0], [5.0, 4.0, 5.0, 4.0])
    """

    def __init__(self, nodes: Sequence[Hashable], near: Ints, far: Ints, columns: Columns, *, directed: bool) -> None:
        self._names, self._columns = list(nodes), columns
        self._directed, self._parallel, self._view = directed, False, False
        self._near, self._far, self._row_of_tie = _merge_parallel(
            near.astype(np.int64), far.astype(np.int64), len(nodes), directed=directed
        )

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._names)

    def __contains__(self, node: object) -> bool:
        try:
            return node in self.position
        except TypeError:  # unhashable: networkx answers False here, too
            return False

    @property
    def nodes(self) -> list[Hashable]:
        """The nodes, in the order in which they were given."""
        return self._names

    @property
    def starts(self) -> Ints:
        """The index in `heads` at which the neighbours of each node start, and the end of the last: n + 1 values."""
        starts: Ints = self._ties_by_tail.indptr
        return starts

    @property
    def heads(self) -> Ints:
        """The position of the far end of each tie."""
        heads: Ints = self._ties_by_tail.data
        return heads

    def weights(self, attribute: str | None, join: Callable[[Iterable[Any]], Any] = sum) -> Floats:  # noqa: ARG002 - there are no parallel ties
        """Return the weight of each tie; 1 if there is no such column.

        Raises `NotImplementedError` if a value is not a finite number.
        """
        if attribute is None or attribute not in self._columns:
            return np.ones(len(self.heads))
        values: Floats = as_floats(self._columns[attribute][self._row_of_tie])[self._ties_by_tail.indices]
        return values

    @cached_property
    def degree(self) -> Degrees:
        """The number of ties of each node; a self-loop counts twice.

        `degree(weight="length")` gives the sums of the weights.
        """
        return self.degrees(None)

    def degrees(self, weight: str | None) -> Degrees:
        """Return the degrees, or with `weight` the sums of the weights; integers unless the column holds floats."""
        has_column = weight is not None and weight in self._columns
        sums = sum(
            (
                np.bincount(positions, values, len(self))
                for positions, values in self._counting_ends(self.weights(weight))
            ),
            np.zeros(len(self)),
        )
        return Degrees(self, sums if has_column and self._columns[weight].dtype.kind == "f" else sums.astype(np.int64))

    def _counting_ends(self, values: Floats) -> Iterator[tuple[Ints, Floats]]:
        """Yield (positions, values) such that their sums by position are the degrees.

        An undirected tie is in the arrays from both ends, so its tails suffice; only self-loops, which are in them
        once, must count again. A directed tie is in them once and counts at both ends.
        """
        yield self.tails, values
        yield self.heads, values if self._directed else values * self.loops

    def adjacency(self) -> Iterator[tuple[Hashable, dict[Hashable, dict[Any, Any]]]]:
        """Yield (node, neighbour -> attributes), as networkx does.

        The dictionaries are built for this call and not kept.
        """
        columns = [column[self._row_of_tie][self._ties_by_tail.indices].tolist() for column in self._columns.values()]
        heads = self.heads.tolist()
        for node, (start, stop) in zip(self._names, pairwise(self.starts.tolist()), strict=True):
            yield (
                node,
                {
                    self._names[heads[i]]: dict(zip(self._columns, (column[i] for column in columns), strict=True))
                    for i in range(start, stop)
                },
            )

    def with_names(self, names: Sequence[Hashable]) -> ColumnNetwork:
        """Return the same network with other names, one for each node in their order."""
        copy: ColumnNetwork = object.__new__(ColumnNetwork)
        copy.__dict__.update(
            {name: value for name, value in self.__dict__.items() if name not in ("position", "degree")},
            _names=list(names),
        )
        return copy

    def graph(self) -> nx.Graph[Any]:
        """Return the networkx graph that the same call makes without the backend."""
        graph: nx.Graph[Any] = nx.DiGraph() if self._directed else nx.Graph()
        graph.add_nodes_from(self._names)
        near, far = ([self._names[position] for position in ends.tolist()] for ends in (self._near, self._far))
        columns = [column[self._row_of_tie].tolist() for column in self._columns.values()]
        attributes = zip(*columns, strict=True) if columns else iter([()] * len(near))
        graph.add_edges_from(
            (*ends, dict(zip(self._columns, values, strict=True)))
            for *ends, values in zip(near, far, attributes, strict=True)
        )
        return graph

    @property
    def _adj(self) -> Mapping[Hashable, int]:
        """Node -> position; `nbunch_iter` of networkx looks nodes up here."""
        return self.position

    @cached_property
    def _ties_by_tail(self) -> sparse.csr_array:
        """The ties by near end, as a matrix.

        Row = near end, column = number of the tie, value = position of the far end.

        scipy's conversion is a stable sort by row in linear time, so the entries of each row are in the order in which
        the ties were given. `data` of the matrix is `heads`, `indptr` is `starts`, and `indices` says which tie each
        entry is.
        """
        tails, heads, ties = self._near, self._far, np.arange(len(self._near))
        if not self._directed:
            # Each tie from both ends, one after the other: t0, h0, t1, h1, ...; a self-loop only once.
            tails, heads = np.column_stack([tails, heads]).ravel(), np.column_stack([heads, tails]).ravel()
            ties = np.repeat(ties, 2)
            if (loops := self._near == self._far).any():
                keep = ~np.column_stack([np.zeros_like(loops), loops]).ravel()
                tails, heads, ties = tails[keep], heads[keep], ties[keep]
        return sparse.csr_array((heads, (tails, ties)), shape=(len(self), len(self._near)))


class Degrees:
    """The degrees of a network, used like networkx's degree views.

    Iterate over pairs, index by node, or call with a weight.
    """

    def __init__(self, network: ColumnNetwork, degrees: NDArray[Any]) -> None:
        self._network, self._degrees = network, degrees

    def __iter__(self) -> Iterator[tuple[Hashable, float]]:
        return zip(self._network.nodes, self._degrees.tolist(), strict=True)

    def __getitem__(self, node: Hashable) -> float:
        degree: float = self._degrees[self._network.position[node]].item()
        return degree

    def __call__(self, *, weight: str | None = None) -> Degrees:
        """Return the degrees of all nodes, or with `weight` the sums of the weights of their ties."""
        return self._network.degrees(weight)


def _merge_parallel(near: Ints, far: Ints, size: int, *, directed: bool) -> tuple[Ints, Ints, Ints | slice]:
    """Merge parallel rows. Returns the ends of each tie (near, far), and for each tie the number of its last row.

    A tie gets the place of its first row and the attributes of its last one, as in networkx. Each row has a key, near *
    n + far, with the smaller end first if undirected; equal keys are parallel. If no rows are parallel, a slice stands
    for the row numbers, so that columns are not copied.
    """
    import pandas as pd

    key = near * size + far if directed else np.minimum(near, far) * size + np.maximum(near, far)
    tie_number, unique_keys = pd.factorize(key)
    last: Ints | slice = slice(None)
    if len(unique_keys) < len(key):
        last = np.empty(len(unique_keys), dtype=np.int64)
        last[tie_number] = np.arange(len(key))  # numpy assigns in order, so the last row wins
        near, far = unique_keys // size, unique_keys % size
    return near.astype(np.int32), far.astype(np.int32), last


def _refuse_class(arguments: Mapping[str, Any]) -> str:
    return (
        ""
        if arguments["create_using"] in {None, nx.Graph, nx.DiGraph}
        else "a graph class other than Graph and DiGraph"
    )


@take_over_constructor(refuse=_refuse_class)
def from_pandas_edgelist(
    df: pd.DataFrame,
    source: str | int = "source",
    target: str | int = "target",
    edge_attr: Any = None,
    create_using: GraphClass = None,
    edge_key: str | None = None,
) -> ColumnNetwork:
    """A network from the rows of a table (`nx.from_pandas_edgelist`).

    Raises `ValueError` if a cell of `source` or `target` is empty.
    """
    import pandas as pd

    all_ends = pd.concat([df[source], df[target]])
    codes, names = pd.factorize(all_ends)
    if (codes < 0).any():
        raise ValueError("a tie with an empty end")
    # Number the nodes in the order in which networkx would add them: both ends of the first row, of the second, and so
    # on.
    codes, order = pd.factorize(codes.reshape(2, -1).T.ravel())
    try:
        columns = {name: df[name].to_numpy(copy=True) for name in _choose_columns(df, source, target, edge_attr)}
    except (KeyError, TypeError) as error:
        raise nx.NetworkXError(f"Invalid edge_attr argument: {edge_attr}") from error
    return ColumnNetwork(
        names.take(order).tolist(), codes[::2], codes[1::2], columns, directed=create_using is nx.DiGraph
    )


def _choose_columns(table: pd.DataFrame, source: str | int, target: str | int, edge_attr: Any) -> list[Any]:
    """Return the names of the attribute columns, by networkx's rules.

    None for none, True for all, or one name, or several.
    """
    if edge_attr is None:
        return []
    chosen = [name for name in table.columns if name not in {source, target}] if edge_attr is True else edge_attr
    names = list(chosen) if isinstance(chosen, list | tuple) else [chosen]
    if not names:
        raise nx.NetworkXError(f"Invalid edge_attr argument: No columns found with name: {names}")
    return names


def _refuse_matrix(arguments: Mapping[str, Any]) -> str:
    matrix = arguments["A"]
    if not sparse.issparse(matrix) or matrix.dtype.kind not in "biuf":
        return "the matrix is not sparse, or does not hold real numbers"
    return _refuse_class(arguments)


@take_over_constructor(refuse=_refuse_matrix)
def from_scipy_sparse_array(
    A: Any, parallel_edges: bool = False, create_using: GraphClass = None, edge_attribute: str = "weight"
) -> ColumnNetwork:
    """A network from a square matrix (`nx.from_scipy_sparse_array`), with the nodes 0, 1, 2, ...

    Each stored entry is a tie, even a 0.
    """
    _require_square(A)
    # networkx goes through the entries in the order of their storage: by column for this format.
    if A.format == "csc":
        columns = np.repeat(np.arange(A.shape[1]), np.diff(A.indptr))
        return _from_cells(range(A.shape[0]), (A.indices, columns), {edge_attribute: A.data}, create_using)
    cells = A.tocoo()
    return _from_cells(range(A.shape[0]), (cells.row, cells.col), {edge_attribute: cells.data}, create_using)


def _refuse_array(arguments: Mapping[str, Any]) -> str:
    if arguments["A"].dtype.kind not in "biuf":
        return "the array does not hold real numbers"
    if not isinstance(arguments["nonedge"], int | float | np.number):
        return "what stands for no tie is not a number"
    return _refuse_class(arguments)


@take_over_constructor(refuse=_refuse_array)
def from_numpy_array(
    A: NDArray[Any],
    parallel_edges: bool = False,
    create_using: GraphClass = None,
    edge_attr: str | None = "weight",
    *,
    nodelist: Sequence[Hashable] | None = None,
    nonedge: float = 0,
) -> ColumnNetwork:
    """A network from a square array (`nx.from_numpy_array`): each entry that is not `nonedge` is a tie.

    `nonedge`, which may be NaN, is new in networkx 3.7; before, it is 0.
    """
    if A.ndim != 2:  # noqa: PLR2004 - rows and columns
        raise nx.NetworkXError(f"Input array must be 2D, not {A.ndim}")
    _require_square(A)
    nodes = range(len(A)) if nodelist is None else nodelist
    if len(nodes) != len(A):
        raise ValueError("nodelist must have the same length as A.shape[0]")
    is_tie: NDArray[np.bool_] = ~np.isnan(A) if np.isnan(nonedge) else np.not_equal(A, nonedge)
    rows, columns = is_tie.nonzero()
    return _from_cells(nodes, (rows, columns), {edge_attr: A[rows, columns]} if edge_attr else {}, create_using)


def _require_square(matrix: Any) -> None:
    """Raise networkx's error if the matrix is not square."""
    if matrix.shape[0] != matrix.shape[1]:
        raise nx.NetworkXError(f"Adjacency matrix not square: nx,ny={matrix.shape}")


def _from_cells(
    nodes: Sequence[Hashable], ends: tuple[Ints, Ints], columns: Columns, create_using: GraphClass
) -> ColumnNetwork:
    """Build a network from the rows and columns (`ends`) of the cells of a matrix."""
    if len(set(nodes)) < len(nodes):
        raise NotImplementedError("two nodes have the same name")
    return ColumnNetwork(nodes, *ends, columns, directed=create_using is nx.DiGraph)
