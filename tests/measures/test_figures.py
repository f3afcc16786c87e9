"""Measures against figures that others published, and against the worked example by hand."""

import networkx as nx
import pytest

from sysmap.measures.port import MEASURES, measure_values
from sysmap.measures.results import build_table, rank_nodes


def scores(analysis, name, digits=3):
    return {
        uid.removeprefix("stakeholder:"): score if score is None or isinstance(score, str) else round(score, digits)
        for uid, score in measure_values(analysis, name).items()
    }


def test_krackhardts_kite(networked):
    kite = networked(nx.krackhardt_kite_graph())
    between = scores(kite, "betweenness")  # networkx's tests
    assert {node: between[node] for node in "75683"} == {"7": 0.389, "5": 0.231, "6": 0.231, "8": 0.222, "3": 0.102}
    assert [scores(kite, "closeness")[node] for node in "56"] == [0.643, 0.643]  # R igraph


def test_florentine_families(networked):
    families = nx.florentine_families_graph()  # networkx's tests
    between = scores(networked(families), "betweenness")
    assert [between[name] for name in ("Medici", "Guadagni", "Albizzi", "Strozzi")] == [0.522, 0.255, 0.212, 0.103]
    families.add_node("Pucci")
    assert scores(networked(families), "betweenness")["Medici"] == 0.452


BURT = (
    ("A", "B", 2),
    ("A", "F", 3),
    ("A", "G", 5),
    ("A", "E", 2),
    ("E", "G", 8),
    ("F", "G", 3),
    ("B", "G", 4),
    ("B", "D", 1),
    ("D", "G", 3),
    ("G", "C", 10),
)


def test_burts_and_borgattis_graph(networked):
    plain = nx.Graph((a, b) for a, b, _ in BURT)
    plain.add_node("alone")
    analysis = networked(plain)  # Borgatti 1997; networkx's tests
    assert {node: scores(analysis, "constraint")[node] for node in "GAC"} == {"G": 0.4, "A": 0.595, "C": 1}
    assert {node: scores(analysis, "effective_size", 2)[node] for node in "GAC"} == {"G": 4.67, "A": 2.5, "C": 1}
    assert scores(analysis, "efficiency")["A"] == round(2.5 / 4, 3)
    assert {scores(analysis, name)["alone"] for name in ("constraint", "effective_size", "efficiency")} == {None}


def test_burts_and_borgattis_graph_with_weights(networked):
    graph = nx.Graph()
    graph.add_weighted_edges_from(BURT)
    analysis = networked(graph)  # networkx's tests, its nodes= path
    assert {node: scores(analysis, "constraint")[node] for node in "GAC"} == {"G": 0.299, "A": 0.795, "C": 1}
    assert {node: scores(analysis, "effective_size", 2)[node] for node in "GAC"} == {"G": 5.47, "A": 2.47, "C": 1}


def test_the_worked_example_with_b_c_added(tiny):
    analysis = tiny("B PARTNERS_WITH C")  # by hand
    assert scores(analysis, "constraint") == {"A": 1, "B": 0.5, "C": 0.5, "D": 1, "E": None}
    assert scores(analysis, "effective_size") == {"A": 1, "B": 2, "C": 2, "D": 1, "E": None}
    assert scores(analysis, "degree") == {"A": 1, "B": 2, "C": 2, "D": 1, "E": 0}
    assert scores(analysis, "betweenness") == {
        "A": 0,
        "B": 0.333,
        "C": 0.333,
        "D": 0,
        "E": 0,
    }  # 2 of the 6 pairs of others
    assert scores(analysis, "harmonic") == {"A": 1.833, "B": 2.5, "C": 2.5, "D": 1.833, "E": 0}
    assert scores(analysis, "closeness")["A"] == 0.375  # 3/(1+2+3) x 3/4
    assert scores(analysis, "clustering") == {"A": None, "B": 0, "C": 0, "D": None, "E": None}
    assert scores(analysis, "cut_point") == {"A": 0, "B": 1, "C": 1, "D": 0, "E": 0}
    assert scores(analysis, "component") == {"A": 1, "B": 1, "C": 1, "D": 1, "E": 2}
    assert scores(analysis, "core_number") == {"A": 1, "B": 1, "C": 1, "D": 1, "E": 0}
    assert set(measure_values(analysis, "bridge").values()) == {1}
    assert {
        name: measure_values(analysis, name)[""]
        for name in ("density", "component_count", "largest_component", "transitivity")
    } == {"density": 0.3, "component_count": 2, "largest_component": 0.8, "transitivity": 0}


def test_strength_adds_the_weights_of_parallel_partnerships(mapped):
    analysis = mapped("Stakeholder A", "Stakeholder B", "A PARTNERS_WITH B weight=2.5 key=x", "A PARTNERS_WITH B key=y")
    assert measure_values(analysis, "strength") == {"stakeholder:A": 3.5, "stakeholder:B": 3.5}
    assert measure_values(analysis, "degree") == {"stakeholder:A": 1, "stakeholder:B": 1}
    assert len(measure_values(analysis, "bridge")) == 2


def test_eigenvector_scores_the_pieces_with_the_largest_eigenvalue(networked):
    two_triangles = nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(3))
    two_triangles.add_edge(10, 11)
    found = scores(networked(two_triangles), "eigenvector", 6)  # by hand: equal scores in both triangles, length 1
    assert {found[str(node)] for node in range(6)} == {round(6**-0.5, 6)}
    assert {found["10"], found["11"]} == {0}
    assert set(scores(networked(nx.empty_graph(3)), "eigenvector").values()) == {None}


def test_communities_are_numbered_by_size_and_named_by_their_member_with_most_partners(networked):
    graph = nx.disjoint_union(nx.star_graph(3), nx.complete_graph(3))  # star 0-3 with centre 0, triangle 4-6
    graph.add_node(9)
    analysis = networked(graph)
    assert scores(analysis, "community") == {**dict.fromkeys("0123", "1. 0"), **dict.fromkeys("456", "2. 4"), "9": None}
    assert measure_values(analysis, "modularity")[""] == pytest.approx(0.5)  # by hand: 3/6 - (6/12)^2, twice


def test_ranks_share_places_and_leave_the_undefined_out(tiny):
    analysis = tiny("B PARTNERS_WITH C")
    assert rank_nodes(analysis, "degree")["stakeholder:A"] == (3, 5)
    assert rank_nodes(analysis, "degree")["stakeholder:B"] == rank_nodes(analysis, "degree")["stakeholder:C"] == (1, 5)
    assert rank_nodes(analysis, "clustering")["stakeholder:B"] == (1, 2)
    assert rank_nodes(analysis, "community") == {}


def test_the_table_holds_every_measure_as_plain_values(tiny):
    nodes = build_table(tiny())
    assert list(nodes["name"]) == list("1234ABCDE")
    nodes = nodes[nodes["label"] == "Stakeholder"]
    assert set(nodes.columns) == {"uid", "name", "label"} | {
        name for name, one in MEASURES.items() if one.level == "node"
    }
    assert nodes["constraint"].iloc[4] is None
    assert type(nodes["core_number"].iloc[0]) is int
    assert list(build_table(tiny(), "tie")["source"]) == ["stakeholder:A", "stakeholder:C"]
    assert len(build_table(tiny(), "graph")) == 1
