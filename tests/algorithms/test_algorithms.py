"""Brokerage, key players, E-I, hierarchy, equality.

By brute force on all small graphs, by hand, by published figures, and by chance itself.
"""

import itertools
import math
import statistics
from collections import Counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.algorithms import (
    brokerage_roles,
    centralization,
    ei_by_chance,
    ei_index,
    ei_index_by_group,
    ei_index_by_node,
    ei_permutation_test,
    expected_brokerage_roles,
    expected_brokerage_totals,
    fragmentation,
    fragmentation_error,
    gini,
    group_reach,
    hierarchy,
    key_players_negative,
    key_players_positive,
)
from sysmap.algorithms.adjacency import adjacency, triangles

UNTRACED = pytest.mark.no_cover  # brute force, which tracing makes twice as slow; other tests reach these lines


def all_graphs(size, *, directed=False):
    """All labelled graphs with `size` nodes."""
    pairs = list(itertools.permutations(range(size), 2) if directed else itertools.combinations(range(size), 2))
    for chosen in itertools.product([0, 1], repeat=len(pairs)):
        graph = nx.empty_graph(size, create_using=nx.DiGraph if directed else nx.Graph)
        graph.add_edges_from(itertools.compress(pairs, chosen))
        yield graph


def small_graphs(largest=5):
    return itertools.chain.from_iterable(all_graphs(size) for size in range(1, largest + 1))


def role_of(first, broker, last):
    if first == broker == last:
        return "coordinator"
    return (
        "itinerant"
        if first == last
        else "gatekeeper"
        if broker == last
        else "representative"
        if first == broker
        else "liaison"
    )


def roles_by_definition(graph, groups):
    """Count the roles by the definition, path by path."""
    directed = graph.is_directed()
    counts_by_node = {
        b: dict.fromkeys(("coordinator", "itinerant", "gatekeeper", "representative", "liaison"), 0) for b in graph
    }
    for a, b, c in itertools.permutations(graph, 3):
        if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c) and (directed or a < c):
            counts_by_node[b][role_of(groups[a], groups[b], groups[c])] += 1
    if not directed:
        for counts in counts_by_node.values():
            counts["gatekeeper/representative"] = counts.pop("gatekeeper") + counts.pop("representative")
    return counts_by_node


GROUPS = ({0: "x", 1: "x", 2: "y", 3: "z", 4: "y"}, {0: "x", 1: "y", 2: "x", 3: "x", 4: "y"})


@UNTRACED
@pytest.mark.parametrize("groups", GROUPS)
def test_roles_on_all_graphs_of_up_to_five_nodes(groups):
    for graph in small_graphs():
        assert brokerage_roles(graph, groups) == roles_by_definition(graph, groups)


@UNTRACED
@pytest.mark.parametrize("groups", GROUPS)
def test_roles_on_all_directed_graphs_of_four_nodes(groups):
    for graph in all_graphs(4, directed=True):
        assert brokerage_roles(graph, groups) == roles_by_definition(graph, groups)


@settings(deadline=None)
@given(st.integers(1, 12), st.floats(0, 1), st.integers(0, 999), st.booleans())
def test_roles_on_random_graphs(size, density, seed, directed):
    graph = nx.gnp_random_graph(size, density, seed=seed, directed=directed)
    groups = {node: node % 3 for node in graph}
    assert brokerage_roles(graph, groups) == roles_by_definition(graph, groups)


def test_parallel_ties_and_ties_with_oneself_change_no_role():
    graph = nx.MultiDiGraph([(0, 1), (0, 1), (1, 2), (1, 1)])
    assert brokerage_roles(graph, {0: "x", 1: "y", 2: "y"})[1] == {
        "coordinator": 0,
        "itinerant": 0,
        "gatekeeper": 1,
        "representative": 0,
        "liaison": 0,
    }


def test_a_node_without_a_group_is_left_out_with_its_ties():
    graph = nx.path_graph(4)
    roles = brokerage_roles(graph, {0: "x", 1: "x", 2: "x", 3: None})
    assert roles[3] is None
    assert (roles[1]["coordinator"], roles[2]["coordinator"]) == (1, 0)
    assert brokerage_roles(graph, {}) == dict.fromkeys(graph)
    assert expected_brokerage_roles(graph, {}) == {}


@pytest.mark.parametrize("directed", [False, True])
def test_expected_roles_are_the_moments_over_all_graphs_weighed_by_their_chance(directed):
    """Enumerates all graphs with four nodes, each weighted by its probability at density 1/3 or 1/2."""
    groups = {0: "x", 1: "x", 2: "y", 3: "z"} if directed else {0: "x", 1: "x", 2: "x", 3: "y"}
    sample = nx.gnm_random_graph(4, 6 if directed else 2, seed=1, directed=directed)
    density = nx.density(sample)
    weighed = []
    for graph in all_graphs(4, directed=directed):
        ties = graph.number_of_edges()
        rest = (12 if directed else 6) - ties
        weighed.append((density**ties * (1 - density) ** rest, brokerage_roles(graph, groups)))
    for broker, expected in (
        (0, expected_brokerage_roles(sample, groups)["x"]),
        (3, expected_brokerage_roles(sample, groups)[groups[3]]),
    ):
        for name, chance in expected.items():
            mean = sum(weight * found[broker][name] for weight, found in weighed)
            square = sum(weight * found[broker][name] ** 2 for weight, found in weighed)
            assert chance.mean == pytest.approx(mean)
            assert chance.deviation == pytest.approx(math.sqrt(max(0, square - mean**2)), abs=1e-7)


@pytest.mark.parametrize(
    ("directed", "groups"), [(False, "xxyyz"), (False, "xxxxy"), (True, "xxyy"), (True, "xxxy"), (True, "xyzw")]
)
def test_expected_totals_are_the_moments_over_all_graphs_weighed_by_their_chance(directed, groups):
    groups = dict(enumerate(groups))
    start = nx.path_graph(len(groups), create_using=nx.DiGraph if directed else nx.Graph)
    density = nx.density(start)
    first, second = Counter(), Counter()
    for graph in all_graphs(len(groups), directed=directed):
        ties = graph.number_of_edges()
        chance = density**ties * (1 - density) ** (
            nx.complete_graph(len(groups), start.__class__).number_of_edges() - ties
        )
        whole = Counter()
        for counts in brokerage_roles(graph, groups).values():
            whole.update(counts)
        for name, count in whole.items():
            first[name] += chance * count
            second[name] += chance * count**2
    for name, expected in expected_brokerage_totals(start, groups).items():
        assert expected.mean == pytest.approx(first[name], abs=1e-12)
        assert expected.deviation**2 == pytest.approx(second[name] - first[name] ** 2, abs=1e-12)


def test_the_worked_example():
    graph = nx.Graph(["AB", "CD", "BC"])
    graph.add_node("E")
    groups = {"A": "government", "B": "government", "C": "academia", "D": "community", "E": "business"}
    roles = brokerage_roles(graph, groups)  # by hand
    assert {node: {name: count for name, count in found.items() if count} for node, found in roles.items()} == {
        "A": {},
        "B": {"gatekeeper/representative": 1},
        "C": {"liaison": 1},
        "D": {},
        "E": {},
    }
    ordered = brokerage_roles(graph.to_directed(), groups)
    assert (ordered["B"]["gatekeeper"], ordered["B"]["representative"], ordered["C"]["liaison"]) == (1, 1, 2)
    assert ei_index(graph, groups) == pytest.approx(1 / 3)
    assert ei_by_chance([2, 1, 1, 1]) == pytest.approx(0.8)
    assert hierarchy(graph) == {"A": 1, "B": 0, "C": 0, "D": 1, "E": None}
    assert fragmentation(graph) == pytest.approx(17 / 30)
    assert fragmentation(graph, "B") == pytest.approx(5 / 6)


# ------------------------------------------------------------------------------------------------ hierarchy


@settings(deadline=None)
@given(st.integers(1, 10), st.floats(0, 1), st.integers(0, 999), st.booleans(), st.booleans())
def test_hierarchy_is_burts_formula_on_networkxs_local_constraint(size, density, seed, directed, weighted):
    graph = nx.gnp_random_graph(size, density, seed=seed, directed=directed)
    for number, (a, b) in enumerate(graph.edges):
        graph.edges[a, b]["weight"] = number % 4 + 0.5
    weight = "weight" if weighted else None
    scores = hierarchy(graph, weight=weight)
    for node in graph:
        contacts = set(nx.all_neighbors(graph, node))
        if len(contacts) < 2:
            assert scores[node] == (1 if contacts else None)
            continue
        local = [nx.local_constraint(graph, node, contact, weight=weight) for contact in contacts]
        ratios = [value / statistics.fmean(local) for value in local]
        expected = sum(ratio * math.log(ratio) for ratio in ratios) / (len(contacts) * math.log(len(contacts)))
        assert scores[node] == pytest.approx(expected, abs=1e-9)


def test_triangles_are_networkxs():
    graph = nx.gnp_random_graph(30, 0.3, seed=3)
    corners = [
        frozenset(corner)
        for block, _ in triangles(adjacency(graph, list(graph)))
        for corner in zip(*(numbers.tolist() for numbers in block), strict=True)
    ]
    assert len(corners) == len(set(corners)) == sum(nx.triangles(graph).values()) / 3


def test_triangles_come_block_by_block(monkeypatch):
    graph = nx.complete_graph(8)
    monkeypatch.setattr("sysmap.algorithms.adjacency.PAIRS_PER_BLOCK", 3)
    blocks = [len(corners[0]) for corners, _ in triangles(adjacency(graph, list(graph)))]
    assert sum(blocks) == math.comb(8, 3)
    assert len(blocks) > 5


# ------------------------------------------------------------------------------------------------ E-I


@pytest.mark.parametrize("groups", GROUPS)
def test_chance_is_the_mean_over_all_ways_to_hand_out_the_groups(groups):
    graph = nx.gnm_random_graph(5, 6, seed=2)
    labels = list(groups.values())
    mean = statistics.fmean(
        ei_index(graph, dict(zip(graph, order, strict=True))) for order in itertools.permutations(labels)
    )
    assert ei_by_chance([labels.count(group) for group in dict.fromkeys(labels)]) == pytest.approx(mean)


def test_the_permutation_test_comes_near_the_exact_share():
    graph, labels = nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(3)), list("xxxyyy")
    graph.add_edge(0, 3)
    groups = dict(zip(graph, labels, strict=True))
    observed = ei_index(graph, groups)
    all_indices = [
        ei_index(graph, dict(zip(graph, order, strict=True))) for order in set(itertools.permutations(labels))
    ]
    shares = ei_permutation_test(graph, groups, draws=2000, seed=7)[None]
    assert shares.inward == pytest.approx(
        sum(index <= observed + 1e-9 for index in all_indices) / len(all_indices), abs=0.03
    )  # 2 of 20
    assert shares.outward == pytest.approx(
        sum(index >= observed - 1e-9 for index in all_indices) / len(all_indices), abs=0.03
    )


def test_the_permutation_test_is_seeded_and_never_0():
    graph = nx.disjoint_union(nx.complete_graph(6), nx.complete_graph(6))
    groups = {node: node < 6 for node in graph}
    assert ei_permutation_test(graph, groups, seed=3) == ei_permutation_test(graph, groups, seed=3)
    assert ei_permutation_test(graph, groups, draws=99)[None].inward >= 0.01
    assert ei_permutation_test(nx.empty_graph(3), dict.fromkeys(range(3), "x")) == {}


def test_groups_and_nodes_have_an_index_of_their_own():
    graph = nx.Graph(["ab", "bc", "cd", "ce"])
    groups = {"a": 1, "b": 1, "c": 2, "d": 2, "e": None, "f": 3}
    graph.add_node("f")
    assert ei_index_by_group(graph, groups) == {1: 0, 2: 0, 3: None}  # a-b in, b-c across, c-d in; e is left out
    assert ei_index_by_node(graph, groups) == {"a": -1, "b": 0, "c": 0, "d": -1, "e": None, "f": None}
    assert ei_index(graph, groups) == pytest.approx(-1 / 3)
    assert ei_index(nx.empty_graph(2), {0: 1, 1: 2}) is None
    assert ei_by_chance([1]) is None
    assert ei_by_chance([2, 3], own=0) == pytest.approx((6 - 1) / 7)


# ------------------------------------------------------------------------------------------------ key players


def fragmentation_by_definition(graph, removed):
    """D_F by the definition, pair by pair."""
    remaining = graph.subgraph(set(graph) - set(removed))
    size = len(remaining)
    if size < 2:
        return None
    inverse_sum = sum(
        1 / steps for _, others in nx.all_pairs_shortest_path_length(remaining) for steps in others.values() if steps
    )
    return 1 - inverse_sum / (size * (size - 1))


@UNTRACED
def reach_by_definition(graph, members):
    distances = nx.multi_source_dijkstra_path_length(graph, set(members), weight=None)
    return sum(1 / max(1, distance) for distance in distances.values()) / len(graph)


def test_key_players_on_all_graphs_of_up_to_five_nodes():
    for graph in small_graphs():
        for k in (1, 2):
            removed, value, _ = key_players_negative(graph, k)
            assert value == (None if len(graph) < 2 else pytest.approx(fragmentation_by_definition(graph, removed)))
            chosen, reach, _ = key_players_positive(graph, k)
            assert reach == pytest.approx(reach_by_definition(graph, chosen))
            best_reach = max(
                reach_by_definition(graph, nodes) for nodes in itertools.combinations(graph, min(k, len(graph)))
            )
            assert reach == pytest.approx(best_reach)
            if len(graph) - k >= 2:
                best = max(fragmentation_by_definition(graph, nodes) for nodes in itertools.combinations(graph, k))
                assert value == pytest.approx(best)


@settings(deadline=None, max_examples=50)
@given(st.integers(2, 9), st.floats(0, 1), st.integers(0, 999), st.booleans())
def test_fragmentation_and_reach_on_random_graphs(size, density, seed, directed):
    graph = nx.gnp_random_graph(size, density, seed=seed, directed=directed)
    for removed in ([], [0], [0, 1]):
        assert fragmentation(graph, removed) == pytest.approx(fragmentation_by_definition(graph, removed), abs=1e-12)
    assert group_reach(graph, [0, 1]) == pytest.approx(reach_by_definition(graph, [0, 1]))


@pytest.mark.parametrize("removed", [[], [7]])
def test_over_all_samples_the_squared_error_is_the_variance(monkeypatch, removed):
    """Cochran's theorems 2.2 and 2.4, over all draws of 4 nodes out of those who stay."""
    kite = nx.krackhardt_kite_graph()
    estimates = []
    for draw in itertools.combinations([node for node in kite if node not in removed], 4):
        monkeypatch.setattr("sysmap.algorithms.key_players._draw_sources", lambda *_, draw=draw: np.array(draw))
        estimates.append((fragmentation(kite, removed), fragmentation_error(kite, removed) ** 2))
    values, squares = zip(*estimates, strict=True)
    assert np.mean(values) == pytest.approx(fragmentation_by_definition(kite, removed))
    assert np.mean(squares) == pytest.approx(np.var(values))


def test_the_error_is_0_for_all_sources_and_none_for_one():
    assert fragmentation_error(nx.krackhardt_kite_graph()) == 0
    assert fragmentation_error(nx.path_graph(5), sample=1) is None


def test_exchanges_improve_a_greedy_choice():
    """Two stars with a node between them.

    The greedy choice takes the middle first, but removing both centres breaks more (by hand).
    """
    graph = nx.Graph(
        [("m", "x"), ("m", "y"), *(("x", f"x{leaf}") for leaf in range(3)), *(("y", f"y{leaf}") for leaf in range(3))]
    )
    assert set(key_players_negative(graph, 2)[0]) == {"x", "y"}
    assert set(key_players_positive(graph, 2)[0]) == {"x", "y"}


def test_the_kite_s_key_players():
    kite = nx.krackhardt_kite_graph()
    assert key_players_negative(kite, 1)[0] == (7,)  # Krackhardt's node with the highest betweenness holds the tail
    assert key_players_positive(kite, 2)[1] == pytest.approx(
        reach_by_definition(
            kite, max(itertools.combinations(kite, 2), key=lambda some: reach_by_definition(kite, some))
        )
    )


def test_many_searches_run_in_blocks_and_a_sample_is_seeded(monkeypatch):
    graph = nx.connected_watts_strogatz_graph(300, 4, 0.2, seed=5)
    whole = fragmentation(graph)
    monkeypatch.setattr("sysmap.algorithms.key_players.SEARCHES_PER_BLOCK", 64)
    assert fragmentation(graph) == pytest.approx(whole) == pytest.approx(fragmentation_by_definition(graph, []))
    assert group_reach(graph, range(100)) == pytest.approx(reach_by_definition(graph, range(100)))
    assert (
        fragmentation(graph, sample=100, seed=1)
        == fragmentation(graph, sample=100, seed=1)
        == pytest.approx(whole, abs=0.02)
    )


def test_values_are_none_if_too_few_nodes_remain():
    assert fragmentation(nx.empty_graph(1)) is None
    assert fragmentation(nx.path_graph(3), [0, 1]) is None
    assert fragmentation(nx.empty_graph(3)) == 1
    assert group_reach(nx.path_graph(3), []) is None
    assert key_players_negative(nx.path_graph(2), 3)[:2] == ((), 0)
    assert key_players_positive(nx.empty_graph(2), 5)[:2] == ((0, 1), 1)
    assert key_players_positive(nx.empty_graph(0), 1)[:2] == ((), None)


# ------------------------------------------------------------------------------------------------ equality


def test_centralization():
    kite = nx.krackhardt_kite_graph()
    degrees = [count for _, count in kite.degree]
    assert centralization(degrees, most=72) == pytest.approx(24 / 72)  # 10 x 6 - 36, by hand
    star = nx.betweenness_centrality(nx.star_graph(5))
    assert centralization(star.values(), most=5) == pytest.approx(1)
    assert centralization(dict(nx.cycle_graph(5).degree).values(), most=12) == 0
    assert centralization([], most=1) is centralization([1, 1], most=0) is None


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20))
def test_gini_is_half_the_mean_difference_over_the_mean(amounts):
    if not sum(amounts):
        assert gini(amounts) is None
        return
    mean = statistics.fmean(amounts)
    difference = statistics.fmean(abs(first - second) for first in amounts for second in amounts)
    assert gini(amounts) == pytest.approx(difference / (2 * mean), abs=1e-12)


# ------------------------------------------------------------------------------------------------ all


@settings(deadline=None)
@given(st.integers(1, 10), st.floats(0, 1), st.integers(0, 999), st.randoms(use_true_random=False))
def test_names_and_order_of_nodes_do_not_matter_and_neither_does_a_node_without_ties(size, density, seed, chance):
    graph = nx.gnp_random_graph(size, density, seed=seed)
    groups = {node: node % 3 for node in graph}
    names = dict(zip(graph, chance.sample(range(100, 200), size), strict=True))
    renamed = nx.Graph()
    renamed.add_nodes_from(chance.sample(sorted(names.values()), size))
    renamed.add_edges_from((names[b], names[a]) for a, b in graph.edges)
    regrouped = {names[node]: group for node, group in groups.items()}
    assert {names[node]: found for node, found in brokerage_roles(graph, groups).items()} == brokerage_roles(
        renamed, regrouped
    )
    again = hierarchy(renamed)
    for node, found in hierarchy(graph).items():
        assert again[names[node]] == (found if found is None else pytest.approx(found))
    assert ei_index(renamed, regrouped) == ei_index(graph, groups)
    assert fragmentation(renamed) == (None if size < 2 else pytest.approx(fragmentation(graph)))
    larger = nx.Graph(graph)
    larger.add_node("new")
    assert {
        node: found for node, found in brokerage_roles(larger, groups | {"new": 0}).items() if node != "new"
    } == brokerage_roles(graph, groups)
    assert ei_index(larger, groups | {"new": 0}) == ei_index(graph, groups)
    assert {node: found for node, found in hierarchy(larger).items() if node != "new"} == hierarchy(graph)
