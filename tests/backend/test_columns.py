"""A network made of columns is the graph that networkx makes of them: same order, same answers."""

from __future__ import annotations

import inspect
import math
import random

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from sysmap.backend.columns import ColumnNetwork

KINDS = [None, nx.Graph, nx.DiGraph]
CALLS = [
    ("betweenness_centrality", {}),
    ("betweenness_centrality", {"weight": "length"}),
    ("closeness_centrality", {}),
    ("harmonic_centrality", {"distance": "length"}),
    ("pagerank", {"weight": "length"}),
    ("constraint", {"weight": "length"}),
    ("eigenvector_centrality", {"max_iter": 5000}),
    ("clustering", {}),
    ("edge_betweenness_centrality", {}),
]
UNDIRECTED = [
    ("core_number", {}),
    ("triangles", {}),
    ("bridges", {}),
    ("connected_components", {}),
    ("global_efficiency", {}),
]


def table(seed):
    """Rows with parallel ties, some of them turned over, and self-loops."""
    dice = random.Random(seed)
    names = [
        dice.choice([place, f"stakeholder {place}"])
        if seed % 3 == 2
        else (f"stakeholder {place}" if seed % 3 else place)
        for place in range(20)
    ]
    rows = [
        (dice.choice(names), dice.choice(names), dice.choice([0.5, 1.0, 2.0]), dice.randrange(9))
        for _ in range((1, 20, 60)[seed // 3 % 3])
    ]
    return pd.DataFrame(rows, columns=["from", "to", "length", "year"])


def contents(graph):
    """Nodes, neighbours and attributes, in their order."""
    return [
        (node, [(other, list(attributes.items())) for other, attributes in nbrs.items()])
        for node, nbrs in graph.adjacency()
    ]


def answer(name, graph, kwargs, **options):
    result = getattr(nx, name)(graph, **kwargs, **options)
    return result if isinstance(result, dict | float) else list(result)


def assert_same_network(network, plain):
    """Compare `network`, made from columns, with `plain`, the networkx graph of the same call."""
    assert isinstance(network, ColumnNetwork)
    assert contents(network.graph()) == contents(plain)
    assert (len(network), list(network), network.is_directed(), network.is_multigraph()) == (
        len(plain),
        list(plain),
        plain.is_directed(),
        False,
    )
    calls = CALLS if plain.is_directed() else CALLS + UNDIRECTED
    for name, kwargs in calls:
        if name == "core_number" and nx.number_of_selfloops(plain):
            continue
        ours, theirs = answer(name, network, kwargs), answer(name, plain, kwargs, backend="networkx")
        if isinstance(theirs, list):
            assert ours == theirs, name
        elif isinstance(theirs, dict):
            assert list(ours) == list(theirs), name
            assert ours == pytest.approx(theirs, rel=1e-9, abs=1e-9, nan_ok=True), name
        else:
            assert ours == pytest.approx(theirs), name


@pytest.mark.filterwarnings("ignore:(invalid value|divide by zero)")  # networkx divides by 0 on purpose in places
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(9))
def test_a_table(seed, kind):
    rows = table(seed)
    for edge_attr in (None, "length", ["length", "year"], True):
        arguments = {"source": "from", "target": "to", "edge_attr": edge_attr, "create_using": kind}
        network, plain = (
            nx.from_pandas_edgelist(rows, backend=backend, **arguments) for backend in ("sysmap", "networkx")
        )
        assert contents(network.graph()) == contents(plain)
    assert_same_network(network, plain)


@pytest.mark.filterwarnings("ignore:(invalid value|divide by zero)")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["csr", "csc", "coo", "lil"])
def test_a_sparse_matrix(form, kind):
    """Not symmetric, with loops, parallel cells, and nodes without ties."""
    dice = np.random.default_rng(1)
    cells = sparse.coo_array((dice.integers(1, 4, 60).astype(float), dice.integers(0, 20, (2, 60))), shape=(25, 25))
    matrix = cells if form == "coo" else cells.asformat(form)
    assert_same_network(
        *(
            nx.from_scipy_sparse_array(matrix, create_using=kind, edge_attribute="length", backend=backend)
            for backend in ("sysmap", "networkx")
        )
    )


@pytest.mark.filterwarnings("ignore:(invalid value|divide by zero)")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("dtype", "nodes"), [(float, None), (int, "abcdefghij"), ("u1", list(range(10, 20)))])
def test_an_array(dtype, nodes, kind):
    matrix = np.random.default_rng(2).integers(0, 3, (10, 10)).astype(dtype)
    assert_same_network(
        *(
            nx.from_numpy_array(matrix, create_using=kind, edge_attr="length", nodelist=nodes, backend=backend)
            for backend in ("sysmap", "networkx")
        )
    )
    for cells in (matrix, matrix.astype(bool)):
        network, plain = (
            nx.from_numpy_array(cells, edge_attr="length", backend=backend) for backend in ("sysmap", "networkx")
        )
        assert contents(network.graph()) == contents(plain)
        assert nx.pagerank(network) == pytest.approx(nx.pagerank(plain))
    plain = nx.from_numpy_array(matrix, edge_attr=None, backend="sysmap")
    assert contents(plain.graph()) == contents(nx.from_numpy_array(matrix, edge_attr=None))


since_3_7 = pytest.mark.skipif(
    "nonedge" not in inspect.signature(nx.from_numpy_array).parameters, reason="networkx before 3.7 has no nonedge"
)


@since_3_7
@pytest.mark.filterwarnings("ignore:(invalid value|divide by zero)")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("nonedge", [0, 2, math.nan, np.float64("nan"), np.int64(1), -1, True])
def test_another_number_than_0_stands_for_no_tie(nonedge, kind):
    matrix = np.random.default_rng(3).integers(0, 3, (10, 10))
    arrays = [matrix, matrix.astype(bool)]
    if nonedge != nonedge:  # noqa: PLR0124 - only NaN is not equal to itself
        arrays.append(np.where(matrix == 1, np.nan, matrix))
    for cells in arrays:
        network, plain = (
            nx.from_numpy_array(cells, create_using=kind, nonedge=nonedge, backend=backend)
            for backend in ("sysmap", "networkx")
        )
        assert contents(network.graph()) == contents(plain)


@since_3_7
def test_no_tie_that_is_not_a_number_is_networkx_s():
    with pytest.raises(NotImplementedError):
        nx.from_numpy_array(np.zeros((2, 2)), nonedge="none", backend="sysmap")


def test_a_stored_0_is_a_tie():
    matrix = sparse.csr_array(([0, 1], [1, 0], [0, 1, 2]), shape=(2, 2))
    network, plain = (
        nx.from_scipy_sparse_array(matrix, create_using=nx.DiGraph, backend=backend)
        for backend in ("sysmap", "networkx")
    )
    assert contents(network.graph()) == contents(plain)
    assert nx.closeness_centrality(network) == nx.closeness_centrality(plain)


def test_nothing_at_all():
    empty = pd.DataFrame({"source": [], "target": []})
    for network in (
        nx.from_pandas_edgelist(empty, backend="sysmap"),
        nx.from_numpy_array(np.zeros((0, 0)), backend="sysmap"),
    ):
        assert (len(network), nx.closeness_centrality(network), nx.pagerank(network), list(nx.bridges(network))) == (
            0,
            {},
            {},
            [],
        )
    assert nx.closeness_centrality(nx.from_numpy_array(np.zeros((2, 2)), backend="sysmap")) == {0: 0, 1: 0}


def test_some_nodes_and_sampled_sources():
    rows = table(7)
    network, plain = (
        nx.from_pandas_edgelist(rows, "from", "to", backend=backend) for backend in ("sysmap", "networkx")
    )
    some = [*list(plain)[::2], "nobody"]
    for name, kwargs in [
        ("harmonic_centrality", {"nbunch": some}),
        ("harmonic_centrality", {"sources": some}),
        ("betweenness_centrality", {"k": 5, "seed": 1}),
    ]:
        assert answer(name, network, kwargs) == pytest.approx(answer(name, plain, kwargs))


def test_networkx_answers_what_the_backend_lacks_if_configured():
    """networkx converts a graph of a backend to its own only if `fallback_to_nx` is set."""
    rows = table(7)
    network, plain = (
        nx.from_pandas_edgelist(rows, "from", "to", backend=backend) for backend in ("sysmap", "networkx")
    )
    with pytest.raises(NotImplementedError):
        nx.average_clustering(network)
    with nx.config(fallback_to_nx=True):
        assert nx.average_clustering(network) == nx.average_clustering(plain)
    assert nx.average_clustering(network.graph()) == nx.average_clustering(plain)
    assert nx.density(network) == nx.density(plain)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(6))
def test_degrees_neighbours_and_other_names(seed, kind):
    rows = table(seed)
    network, plain = (
        nx.from_pandas_edgelist(rows, "from", "to", True, create_using=kind, backend=backend)
        for backend in ("sysmap", "networkx")
    )
    assert contents(network) == contents(plain)
    assert dict(network.degree) == dict(plain.degree)
    assert [network.degree[node] for node in plain] == [plain.degree[node] for node in plain]
    for weight in ("length", "year", "no such"):
        assert dict(network.degree(weight=weight)) == dict(plain.degree(weight=weight))
        assert list(map(type, dict(network.degree(weight=weight)).values())) == list(
            map(type, dict(plain.degree(weight=weight)).values())
        )
    mapping = {node: (number, "new") for number, node in enumerate(plain) if number % 2}
    for ours, theirs in (
        (nx.relabel_nodes(network, mapping), nx.relabel_nodes(plain, mapping)),
        (nx.convert_node_labels_to_integers(network, 5), nx.convert_node_labels_to_integers(plain, 5)),
    ):
        assert list(ours) == list(theirs)
        assert dict(ours.adjacency()) == dict(theirs.adjacency())  # in any order: networkx keeps none when it renames
    assert list(network) == list(plain)
    assert nx.closeness_centrality(nx.relabel_nodes(network, mapping)) == pytest.approx(
        nx.closeness_centrality(nx.relabel_nodes(plain, mapping))
    )


def test_two_nodes_cannot_get_the_same_name():
    network = nx.from_pandas_edgelist(table(7), "from", "to", backend="sysmap")
    with pytest.raises(NotImplementedError):
        nx.relabel_nodes(network, dict.fromkeys(network, "one"))
    with pytest.raises(NotImplementedError):
        nx.relabel_nodes(network, str)


def test_the_table_may_change_afterwards():
    rows = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "length": [1.0, 2.0]})
    network = nx.from_pandas_edgelist(rows, edge_attr="length", backend="sysmap")
    rows.loc[0, "length"] = 5.0
    assert network.weights("length").tolist() == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda rows: nx.from_pandas_edgelist(rows, "nowhere", "to", backend="sysmap"), KeyError, "nowhere"),
        (
            lambda rows: nx.from_pandas_edgelist(rows, "from", "to", "no such", backend="sysmap"),
            nx.NetworkXError,
            "Invalid edge_attr",
        ),
        (
            lambda rows: nx.from_pandas_edgelist(rows, "from", "to", [], backend="sysmap"),
            nx.NetworkXError,
            "No columns found",
        ),
        (
            lambda rows: nx.from_pandas_edgelist(rows.assign(to=None), "from", "to", backend="sysmap"),
            ValueError,
            "empty end",
        ),
        (
            lambda rows: nx.from_pandas_edgelist(rows, "from", "to", create_using=nx.MultiGraph, backend="sysmap"),
            NotImplementedError,
            "arguments",
        ),
        (lambda _: nx.from_numpy_array(np.zeros((2, 3)), backend="sysmap"), nx.NetworkXError, "not square"),
        (lambda _: nx.from_numpy_array(np.zeros(3), backend="sysmap"), nx.NetworkXError, "2D"),
        (lambda _: nx.from_numpy_array(np.zeros((2, 2)), nodelist="abc", backend="sysmap"), ValueError, "same length"),
        (
            lambda _: nx.from_numpy_array(np.zeros((2, 2)), nodelist="aa", backend="sysmap"),
            NotImplementedError,
            "raised",
        ),
        (
            lambda _: nx.from_scipy_sparse_array(sparse.csr_array((2, 3)), backend="sysmap"),
            nx.NetworkXError,
            "not square",
        ),
        (lambda _: nx.from_scipy_sparse_array(np.zeros((2, 2)), backend="sysmap"), NotImplementedError, "arguments"),
    ],
)
def test_invalid_arguments_raise_what_networkx_raises(call, error, message):
    with pytest.raises(error, match=message):
        call(table(7))


def test_a_column_of_texts_is_not_a_weight():
    rows = table(7).assign(length="long")
    network = nx.from_pandas_edgelist(rows, "from", "to", "length", backend="sysmap")
    with pytest.raises(NotImplementedError, match="not implemented"):
        nx.closeness_centrality(network, distance="length")
    assert network.graph().edges == nx.from_pandas_edgelist(rows, "from", "to").edges


def test_only_who_asks_for_it_gets_one():
    rows = table(7)
    with nx.config(backend_priority=["sysmap"]):
        assert isinstance(nx.from_pandas_edgelist(rows, "from", "to"), nx.Graph)
    with nx.config.backend_priority(generators=["sysmap"]):
        assert isinstance(nx.from_pandas_edgelist(rows, "from", "to"), ColumnNetwork)
