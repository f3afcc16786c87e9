import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.places.layout import SPACING, choose_spacing, lay_out, place_beside


def least_distance(places):
    points = np.array(list(places.values()))
    distance = np.sqrt(((points[:, None] - points) ** 2).sum(axis=2))
    np.fill_diagonal(distance, np.inf)
    return distance.min()


def named(graph):
    graph = nx.relabel_nodes(graph, str)
    nx.set_edge_attributes(graph, 1, "weight")
    return graph, sorted(graph)


CASES = {
    "one": nx.empty_graph(1),
    "pair": nx.path_graph(2),
    "isolates": nx.empty_graph(30),
    "star": nx.star_graph(60),
    "complete": nx.complete_graph(40),
    "path": nx.path_graph(80),
    "two islands": nx.disjoint_union(nx.complete_graph(8), nx.cycle_graph(9)),
    "groups": nx.random_partition_graph([20] * 8, 0.3, 0.01, seed=1),
    "random": nx.gnm_random_graph(300, 900, seed=2),
}


@pytest.mark.parametrize("name", CASES)
def test_no_two_nodes_touch(name):
    graph, order = named(CASES[name])
    places = lay_out(graph, order)
    assert list(places) == order
    if len(order) > 1:
        assert least_distance(places) >= SPACING


def test_nothing_is_laid_out_as_nothing():
    assert lay_out(nx.Graph(), []) == {}


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 40), st.integers(0, 80), st.integers(0, 1000))
def test_random_maps_never_overlap_and_never_change(count, ties, seed):
    graph, order = named(nx.gnm_random_graph(count, ties, seed=seed))
    places = lay_out(graph, order)
    assert least_distance(places) >= SPACING
    assert lay_out(graph, order) == places


def test_groups_read_as_groups():
    """A node is nearer, in the mean, to its own planted group's middle than to any other's."""
    graph, order = named(nx.random_partition_graph([25] * 6, 0.35, 0.005, seed=3))
    group = {node: int(node) // 25 for node in order}
    points = {node: np.array(place) for node, place in lay_out(graph, order).items()}
    middles = [np.mean([points[node] for node in order if group[node] == at], axis=0) for at in range(6)]
    at_home = [
        min(range(6), key=lambda at: np.linalg.norm(points[node] - middles[at])) == group[node] for node in order
    ]
    assert np.mean(at_home) > 0.95


def test_isolates_stand_in_a_block_below():
    graph, order = named(nx.disjoint_union(nx.complete_graph(6), nx.empty_graph(9)))
    places = lay_out(graph, order)
    joined = [places[node][1] for node in order if graph.degree(node)]
    alone = [places[node] for node in order if not graph.degree(node)]
    assert min(y for _, y in alone) > max(joined) + SPACING
    assert len({y for _, y in alone}) < len(alone)  # rows of several


def test_small_maps_are_roomy_and_large_ones_dense():
    assert choose_spacing(5) > choose_spacing(200) > choose_spacing(2000) == SPACING


def test_new_nodes_come_beside_their_neighbours():
    graph, order = named(nx.complete_graph(12))
    kept = lay_out(graph, order)
    graph.add_edge("0", "new", weight=1)
    graph.add_node("alone")
    places = place_beside(kept, graph, [*order, "new", "alone"])
    assert {node: places[node] for node in order} == kept
    assert np.hypot(*(np.array(places["new"]) - places["0"])) < 4 * SPACING
    assert places["alone"][1] > max(y for _, y in kept.values())
    assert least_distance(places) >= SPACING
