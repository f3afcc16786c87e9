"""Any graph whatever: what the backend says is what networkx says, and it holds by its own laws."""

from __future__ import annotations

import math

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sysmap.backend import brandes
from sysmap.backend.network import Network

NODES = st.integers(0, 11)
TIES = st.lists(st.tuples(NODES, NODES, st.sampled_from([0.5, 1, 2, 3.25])), max_size=40)
KINDS = st.sampled_from([nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def build_graph(kind, ties, alone):
    graph = kind()
    graph.add_nodes_from(alone)
    graph.add_weighted_edges_from(ties)
    return graph


GRAPHS = st.builds(build_graph, KINDS, TIES, st.lists(NODES, unique=True, min_size=1))


@relaxed
@given(
    GRAPHS,
    st.sampled_from(
        [
            ("betweenness_centrality", "weight"),
            ("closeness_centrality", "distance"),
            ("harmonic_centrality", "distance"),
            ("pagerank", "weight"),
            ("constraint", "weight"),
        ]
    ),
    st.booleans(),
)
def test_the_same_numbers(graph, function, weighted):
    name, argument = function
    kwargs = {argument: "weight" if weighted else None}
    ours, theirs = (getattr(nx, name)(graph, backend=backend, **kwargs) for backend in ("sysmap", "networkx"))
    assert list(ours) == list(theirs)
    assert list(ours.values()) == pytest.approx(list(theirs.values()), rel=1e-9, abs=1e-9, nan_ok=True)


@relaxed
@given(GRAPHS, st.data())
def test_three_ways_to_count_shortest_paths_agree(graph, data):
    """Tables, lists of pairs and ties of weight 1 are three algorithms.

    They give one answer, and `endpoints` adds the same.
    """
    network = Network(graph)
    sources = network.starts[:-1] * 0 + range(len(network))
    chosen = sources[data.draw(st.lists(st.integers(0, len(network) - 1), unique=True, min_size=1))]
    by_tables, by_lists = brandes._by_tables(network, chosen), brandes._by_lists(network, chosen)
    for ours, theirs in zip(by_lists, by_tables, strict=True):
        assert ours == pytest.approx(theirs)
    by_distances, through_ties = brandes.weighted_dependencies(network, chosen, network.weights(None, min))
    assert by_distances == pytest.approx(by_tables.through)
    assert through_ties == pytest.approx(brandes.tie_dependencies(network, chosen))


def test_where_no_path_passes_the_answer_is_0_and_not_a_rounding():
    """A ring of 4 with a tail, by hand: opposite nodes of the ring have two paths, each counts a half."""
    graph = nx.Graph([(0, 1), (1, 2), (2, 3), (3, 0), (0, 4)])
    scores = nx.betweenness_centrality(graph, normalized=False, backend="sysmap")
    assert scores == {0: 3.5, 1: 1.0, 2: 0.5, 3: 1.0, 4: 0.0}
    assert nx.edge_betweenness_centrality(graph, normalized=False, backend="sysmap")[0, 4] == 4


@relaxed
@given(GRAPHS)
def test_effective_size_lies_between_nothing_and_the_number_of_contacts(graph):
    plain = nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    for node, size in nx.effective_size(plain, weight="weight", backend="sysmap").items():
        contacts = len(set(nx.all_neighbors(plain, node)))
        assert math.isnan(size) if not contacts else 0 < size <= contacts + 1e-9


def test_a_long_thin_graph():
    """A path of 3,000 nodes and a grid of 20 x 60: too deep for the bit searches, and for the dense tables."""
    path = nx.path_graph(3000)
    near = nx.closeness_centrality(path, backend="sysmap")
    assert near[0] == pytest.approx(2 / 3000)  # (n - 1) / (1 + ... + n - 1)
    assert near[1500] == pytest.approx(2999 / (1500 * 1501 / 2 + 1499 * 1500 / 2))
    with pytest.raises(NotImplementedError):  # networkx's way is the better one
        nx.betweenness_centrality(path, k=2, seed=1, backend="sysmap")
    nx.set_edge_attributes(path, 2, "weight")
    with pytest.raises(NotImplementedError):
        nx.betweenness_centrality(path, weight="weight", k=2, seed=1, backend="sysmap")
    grid = nx.grid_2d_graph(20, 60)
    ours, theirs = (nx.betweenness_centrality(grid, k=9, seed=2, backend=backend) for backend in ("sysmap", "networkx"))
    assert list(ours.values()) == pytest.approx(list(theirs.values()))


def test_many_more_nodes_than_one_batch():
    graph = nx.gnm_random_graph(2600, 5000, seed=3)
    graph.add_nodes_from(["alone", ("far", "away")])
    some = list(graph)[::400]
    near, far = nx.closeness_centrality(graph, backend="sysmap"), nx.harmonic_centrality(graph, backend="sysmap")
    for node in [*some, "alone"]:
        assert near[node] == pytest.approx(nx.closeness_centrality(graph, node, backend="networkx"))
        assert far[node] == pytest.approx(nx.harmonic_centrality(graph, [node], backend="networkx")[node])
