"""A network made of columns is the graph that networkx makes of them: same order, same answers."""

from __future__ import annotations

import random

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from sysmap.backend.columns import ColumnNetwork

KINDS = [None, nx.Graph, nx.DiGraph]
CALLS = [("betweenness_centrality", {}), ("betweenness_centrality", {"weight": "length"}), ("closeness_centrality", {}),
         ("harmonic_centrality", {"distance": "length"}), ("pagerank", {"weight": "length"}), ("constraint", {"weight": "length"}),
         ("eigenvector_centrality", {"max_iter": 5000}), ("clustering", {}), ("edge_betweenness_centrality", {})]
UNDIRECTED = [("core_number", {}), ("triangles", {}), ("bridges", {}), ("connected_components", {}), ("global_efficiency", {})]


def table(seed):
    """Rows with parallel ties, some of them turned over, and self-loops."""
    dice = random.Random(seed)
    names = [dice.choice([place, f"stakeholder {place}"]) if seed % 3 == 2 else (f"stakeholder {place}" if seed % 3 else place) for place in range(20)]
    rows = [(dice.choice(names), dice.choice(names), dice.choice([.5, 1.0, 2.0]), dice.randrange(9)) for _ in range((1, 20, 60)[seed // 3 % 3])]
    return pd.DataFrame(rows, columns=["from", "to", "length", "year"])


def in_full(graph):
    """Nodes, neighbours and attributes, in their order."""
    return [(node, [(other, list(said.items())) for other, said in nbrs.items()]) for node, nbrs in graph.adjacency()]


def answer(name, graph, kwargs, **how):
    found = getattr(nx, name)(graph, **kwargs, **how)
    return found if isinstance(found, dict | float) else list(found)


def alike(made, plain):
    """`made` without a networkx graph, `plain` with one."""
    assert isinstance(made, ColumnNetwork)
    assert in_full(made.graph()) == in_full(plain)
    assert (len(made), list(made), made.is_directed(), made.is_multigraph()) == (len(plain), list(plain), plain.is_directed(), False)
    calls = CALLS if plain.is_directed() else CALLS + UNDIRECTED
    for name, kwargs in calls:
        if name == "core_number" and nx.number_of_selfloops(plain):
            continue
        ours, theirs = answer(name, made, kwargs), answer(name, plain, kwargs, backend="networkx")
        if isinstance(theirs, list):
            assert ours == theirs, name
        elif isinstance(theirs, dict):
            assert list(ours) == list(theirs), name
            assert ours == pytest.approx(theirs, rel=1e-9, abs=1e-9, nan_ok=True), name
        else:
            assert ours == pytest.approx(theirs), name


@pytest.mark.filterwarnings("ignore:(invalid value|divide by zero)")     # networkx divides by 0 on purpose in places
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(9))
def test_a_table(seed, kind):
    rows = table(seed)
    for said in (None, "length", ["length", "year"], True):
        asked = {"source": "from", "target": "to", "edge_attr": said, "create_using": kind}
        made, plain = (nx.from_pandas_edgelist(rows, backend=backend, **asked) for backend in ("sysmap", "networkx"))
        assert in_full(made.graph()) == in_full(plain)
    alike(made, plain)


@pytest.mark.filterwarnings("ignore:(invalid value|divide by zero)")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["csr", "csc", "coo", "lil"])
def test_a_sparse_matrix(form, kind):
    """Not symmetric, with loops, parallel cells, and nodes without ties."""
    dice = np.random.default_rng(1)
    cells = sparse.coo_array((dice.integers(1, 4, 60).astype(float), dice.integers(0, 20, (2, 60))), shape=(25, 25))
    matrix = cells if form == "coo" else cells.asformat(form)
    alike(*(nx.from_scipy_sparse_array(matrix, create_using=kind, edge_attribute="length", backend=backend) for backend in ("sysmap", "networkx")))


@pytest.mark.filterwarnings("ignore:(invalid value|divide by zero)")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("dtype", "nodes"), [(float, None), (int, "abcdefghij"), ("u1", list(range(10, 20)))])
def test_an_array(dtype, nodes, kind):
    matrix = np.random.default_rng(2).integers(0, 3, (10, 10)).astype(dtype)
    alike(*(nx.from_numpy_array(matrix, create_using=kind, edge_attr="length", nodelist=nodes, backend=backend)
            for backend in ("sysmap", "networkx")))
    for cells in (matrix, matrix.astype(bool)):
        made, plain = (nx.from_numpy_array(cells, edge_attr="length", backend=backend) for backend in ("sysmap", "networkx"))
        assert in_full(made.graph()) == in_full(plain)
        assert nx.pagerank(made) == pytest.approx(nx.pagerank(plain))
    plain = nx.from_numpy_array(matrix, edge_attr=None, backend="sysmap")
    assert in_full(plain.graph()) == in_full(nx.from_numpy_array(matrix, edge_attr=None))


def test_a_stored_0_is_a_tie():
    matrix = sparse.csr_array(([0, 1], [1, 0], [0, 1, 2]), shape=(2, 2))
    made, plain = (nx.from_scipy_sparse_array(matrix, create_using=nx.DiGraph, backend=backend) for backend in ("sysmap", "networkx"))
    assert in_full(made.graph()) == in_full(plain)
    assert nx.closeness_centrality(made) == nx.closeness_centrality(plain)


def test_nothing_at_all():
    empty = pd.DataFrame({"source": [], "target": []})
    for made in (nx.from_pandas_edgelist(empty, backend="sysmap"), nx.from_numpy_array(np.zeros((0, 0)), backend="sysmap")):
        assert (len(made), nx.closeness_centrality(made), nx.pagerank(made), list(nx.bridges(made))) == (0, {}, {}, [])
    assert nx.closeness_centrality(nx.from_numpy_array(np.zeros((2, 2)), backend="sysmap")) == {0: 0, 1: 0}


def test_some_nodes_and_sampled_sources():
    rows = table(7)
    made, plain = (nx.from_pandas_edgelist(rows, "from", "to", backend=backend) for backend in ("sysmap", "networkx"))
    some = [*list(plain)[::2], "nobody"]
    for name, kwargs in [("harmonic_centrality", {"nbunch": some}), ("harmonic_centrality", {"sources": some}),
                         ("betweenness_centrality", {"k": 5, "seed": 1})]:
        assert answer(name, made, kwargs) == pytest.approx(answer(name, plain, kwargs))


def test_what_the_backend_lacks_networkx_answers_where_that_is_asked_for():
    """networkx turns no graph of a backend into its own unasked."""
    rows = table(7)
    made, plain = (nx.from_pandas_edgelist(rows, "from", "to", backend=backend) for backend in ("sysmap", "networkx"))
    with pytest.raises(NotImplementedError):
        nx.average_clustering(made)
    with nx.config(fallback_to_nx=True):
        assert nx.average_clustering(made) == nx.average_clustering(plain)
    assert nx.average_clustering(made.graph()) == nx.average_clustering(plain)
    assert nx.density(made) == nx.density(plain)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(6))
def test_degrees_neighbours_and_other_names(seed, kind):
    rows = table(seed)
    made, plain = (nx.from_pandas_edgelist(rows, "from", "to", True, create_using=kind, backend=backend) for backend in ("sysmap", "networkx"))
    assert in_full(made) == in_full(plain)
    assert dict(made.degree) == dict(plain.degree)
    assert [made.degree[node] for node in plain] == [plain.degree[node] for node in plain]
    for weight in ("length", "year", "no such"):
        assert dict(made.degree(weight=weight)) == dict(plain.degree(weight=weight))
        assert list(map(type, dict(made.degree(weight=weight)).values())) == list(map(type, dict(plain.degree(weight=weight)).values()))
    mapping = {node: (number, "new") for number, node in enumerate(plain) if number % 2}
    for ours, theirs in ((nx.relabel_nodes(made, mapping), nx.relabel_nodes(plain, mapping)),
                         (nx.convert_node_labels_to_integers(made, 5), nx.convert_node_labels_to_integers(plain, 5))):
        assert list(ours) == list(theirs)
        assert dict(ours.adjacency()) == dict(theirs.adjacency())       # in any order: networkx keeps none when it renames
    assert list(made) == list(plain)
    assert nx.closeness_centrality(nx.relabel_nodes(made, mapping)) == pytest.approx(nx.closeness_centrality(nx.relabel_nodes(plain, mapping)))


def test_two_nodes_under_one_name_are_one_in_networkx_alone():
    made = nx.from_pandas_edgelist(table(7), "from", "to", backend="sysmap")
    with pytest.raises(NotImplementedError):
        nx.relabel_nodes(made, dict.fromkeys(made, "one"))
    with pytest.raises(NotImplementedError):
        nx.relabel_nodes(made, str)


def test_the_table_may_change_afterwards():
    rows = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "length": [1.0, 2.0]})
    made = nx.from_pandas_edgelist(rows, edge_attr="length", backend="sysmap")
    rows.loc[0, "length"] = 5.0
    assert made.weights("length").tolist() == [1, 1, 2, 2]


@pytest.mark.parametrize(("call", "fault", "said"), [
    (lambda rows: nx.from_pandas_edgelist(rows, "nowhere", "to", backend="sysmap"), KeyError, "nowhere"),
    (lambda rows: nx.from_pandas_edgelist(rows, "from", "to", "no such", backend="sysmap"), nx.NetworkXError, "Invalid edge_attr"),
    (lambda rows: nx.from_pandas_edgelist(rows, "from", "to", [], backend="sysmap"), nx.NetworkXError, "No columns found"),
    (lambda rows: nx.from_pandas_edgelist(rows.assign(to=None), "from", "to", backend="sysmap"), ValueError, "empty end"),
    (lambda rows: nx.from_pandas_edgelist(rows, "from", "to", create_using=nx.MultiGraph, backend="sysmap"), NotImplementedError, "arguments"),
    (lambda _: nx.from_numpy_array(np.zeros((2, 3)), backend="sysmap"), nx.NetworkXError, "not square"),
    (lambda _: nx.from_numpy_array(np.zeros(3), backend="sysmap"), nx.NetworkXError, "2D"),
    (lambda _: nx.from_numpy_array(np.zeros((2, 2)), nodelist="abc", backend="sysmap"), ValueError, "same length"),
    (lambda _: nx.from_numpy_array(np.zeros((2, 2)), nodelist="aa", backend="sysmap"), NotImplementedError, "raised"),
    (lambda _: nx.from_scipy_sparse_array(sparse.csr_array((2, 3)), backend="sysmap"), nx.NetworkXError, "not square"),
    (lambda _: nx.from_scipy_sparse_array(np.zeros((2, 2)), backend="sysmap"), NotImplementedError, "arguments")])
def test_what_is_wrong_is_told_as_networkx_tells_it(call, fault, said):
    with pytest.raises(fault, match=said):
        call(table(7))


def test_a_column_that_is_no_weight():
    rows = table(7).assign(length="long")
    made = nx.from_pandas_edgelist(rows, "from", "to", "length", backend="sysmap")
    with pytest.raises(NotImplementedError, match="not implemented"):
        nx.closeness_centrality(made, distance="length")
    assert made.graph().edges == nx.from_pandas_edgelist(rows, "from", "to").edges


def test_only_who_asks_for_it_gets_one():
    rows = table(7)
    with nx.config(backend_priority=["sysmap"]):
        assert isinstance(nx.from_pandas_edgelist(rows, "from", "to"), nx.Graph)
    with nx.config.backend_priority(generators=["sysmap"]):
        assert isinstance(nx.from_pandas_edgelist(rows, "from", "to"), ColumnNetwork)
