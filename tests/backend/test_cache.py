"""A converted graph is used again, and never out of date."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref

import networkx as nx
import pytest


def converted(graph):
    return list(graph.__networkx_cache__.get("backends", {}).get("sysmap", {}).values())


@pytest.fixture
def triangle():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 3), ("a", "c", 1), ("b", "c", 2)])
    return graph


def test_one_conversion_serves_all_functions_and_weights(triangle):
    nx.constraint(triangle, backend="sysmap")
    nx.closeness_centrality(triangle, distance="weight", backend="sysmap")
    first, *others = converted(triangle)
    assert all(other is first for other in others)


def test_a_weight_set_behind_networkx_s_back_is_seen(triangle):
    before = nx.effective_size(triangle, weight="weight", backend="sysmap")
    triangle["a"]["b"]["weight"] = 30
    after = nx.effective_size(triangle, weight="weight", backend="sysmap")
    assert after != before
    assert after == pytest.approx(
        nx.effective_size(triangle, nodes=list(triangle), weight="weight", backend="networkx")
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda graph: graph.add_edge("c", "d"),
        lambda graph: graph.remove_edge("a", "b"),
        lambda graph: graph.add_node("z"),
        lambda graph: graph.remove_node("a"),
    ],
)
def test_a_change_through_networkx_is_seen(triangle, change):
    nx.closeness_centrality(triangle, backend="sysmap")
    change(triangle)
    assert nx.closeness_centrality(triangle, backend="sysmap") == nx.closeness_centrality(triangle, backend="networkx")


def test_a_view_of_a_graph_that_changes_is_seen(triangle):
    view = triangle.subgraph(["a", "b", "c", "d"])
    nx.closeness_centrality(view, backend="sysmap")
    triangle.remove_edge("a", "b")
    assert nx.closeness_centrality(view, backend="sysmap") == nx.closeness_centrality(view, backend="networkx")


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_a_view_that_hides_ties(kind):
    graph = kind([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("a", "c")])
    view = nx.subgraph_view(
        graph, filter_edge=lambda *tie: tie[:2] not in {("a", "c"), ("c", "d"), ("d", "c"), ("c", "a")}
    )
    for seen in (view, view.reverse(copy=False) if graph.is_directed() else view, graph.to_undirected(as_view=True)):
        for name in ("closeness_centrality", "pagerank", "constraint"):
            ours, theirs = (getattr(nx, name)(seen, backend=backend) for backend in ("sysmap", "networkx"))
            assert ours == pytest.approx(theirs, nan_ok=True)


def test_a_graph_with_a_conversion_can_be_copied_and_pickled_and_is_let_go(triangle):
    nx.closeness_centrality(triangle, backend="sysmap")
    for twin in (copy.deepcopy(triangle), pickle.loads(pickle.dumps(triangle)), triangle.copy()):
        twin.add_edge("c", "d")
        assert nx.closeness_centrality(twin, backend="sysmap") == nx.closeness_centrality(twin, backend="networkx")
    alive = weakref.ref(converted(triangle)[0])
    gc.disable()
    try:
        triangle.__networkx_cache__.clear()
        assert alive() is None, "a ring of references keeps the arrays"
    finally:
        gc.enable()


def test_a_network_is_a_graph_to_networkx(triangle):
    nx.closeness_centrality(triangle, backend="sysmap")
    network = converted(triangle)[0]
    assert nx.closeness_centrality(network) == nx.closeness_centrality(triangle, backend="networkx")
    again = network.graph()
    assert nx.utils.graphs_equal(again, triangle)
    multi = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a")])
    nx.pagerank(multi, backend="sysmap")
    assert nx.utils.graphs_equal(converted(multi)[0].graph(), multi)


def test_without_caching_nothing_is_kept(triangle):
    with nx.config(cache_converted_graphs=False):
        nx.closeness_centrality(triangle, backend="sysmap")
    assert converted(triangle) == []
