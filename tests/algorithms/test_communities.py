"""Quick communities: those that were planted, the modularity known from papers, and always a partition."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.algorithms import quick_communities


def test_planted_groups_are_found():
    graph = nx.random_partition_graph([30] * 5, 0.5, 0.01, seed=1)
    assert [set(group) for group in quick_communities(graph)] == sorted(graph.graph["partition"], key=min)


def test_the_karate_club_comes_near_the_best_there_is():
    """Brandes et al. 2008 (On modularity clustering, table 1): the largest modularity of any partition is .4198."""
    graph = nx.karate_club_graph()
    best = max(nx.community.modularity(graph, quick_communities(graph, None, seed), weight=None) for seed in range(10))
    assert best == pytest.approx(0.4198, abs=1e-4)


@pytest.mark.parametrize(
    "graph", [nx.barabasi_albert_graph(400, 3, seed=1), nx.les_miserables_graph(), nx.connected_caveman_graph(12, 6)]
)
def test_as_modular_as_networkx_s_louvain(graph):
    ours, theirs = (
        [nx.community.modularity(graph, method(seed)) for seed in range(5)]
        for method in (
            lambda seed: quick_communities(graph, seed=seed),
            lambda seed: nx.community.louvain_communities(graph, seed=seed),
        )
    )
    assert sum(ours) > 0.98 * sum(theirs)


def test_weights_count_and_nobody_is_lost():
    """A square whose two opposite sides are heavy, and one alone."""
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 9), ("b", "c", 1), ("c", "d", 9), ("d", "a", 1)])
    graph.add_node("alone")
    assert quick_communities(graph) == [["a", "b"], ["c", "d"], ["alone"]]
    assert quick_communities(nx.Graph()) == []
    assert quick_communities(nx.empty_graph(2)) == [[0], [1]]


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 30), st.integers(0, 60), st.integers(0, 1000))
def test_every_node_once_and_the_same_each_time(count, ties, seed):
    graph = nx.gnm_random_graph(count, ties, seed=seed)
    graph.add_edges_from([(node, node) for node in range(0, count, 5)])
    groups = quick_communities(graph, seed=seed)
    assert sorted(node for group in groups for node in group) == list(graph)
    assert groups == quick_communities(graph, seed=seed)
    assert [len(group) for group in groups] == sorted(map(len, groups), reverse=True)


def test_a_component_beside_them_and_isolates_change_no_group():
    """Modularity in one graph depends on all ties: six pairs of a ring become fewer groups beside a large clique."""
    ring = nx.cycle_graph(12)
    alone = quick_communities(ring, runs=5)
    beside = nx.disjoint_union(ring, nx.complete_graph(40))
    beside.add_nodes_from(range(100, 103))
    with_others = quick_communities(beside, runs=5)
    assert [group for group in with_others if group[0] < 12] == alone
    assert len(alone) > 1


def test_more_runs_are_never_worse():
    graph = nx.karate_club_graph()
    quality = [
        nx.community.modularity(graph, quick_communities(graph, None, 3, runs), weight=None) for runs in (1, 4, 16)
    ]
    assert quality == sorted(quality)
    assert quality[-1] == pytest.approx(0.4198, abs=1e-4)  # Brandes et al. 2008, table 1
