"""Roles, openness and equality on maps: the worked example by hand, groups by any field, and what is left undefined."""

import networkx as nx
import pytest

from sysmap.measures.grouping import find_groups
from sysmap.measures.port import MEASURES, measure_values


def scores(analysis, name, digits=3):
    return {
        uid.removeprefix("stakeholder:"): score if score is None else round(score, digits)
        for uid, score in measure_values(analysis, name).items()
    }


def test_the_worked_example_with_b_c_added(tiny):
    analysis = tiny("B PARTNERS_WITH C")  # by hand
    assert scores(analysis, "hierarchy") == {"A": 1, "B": 0, "C": 0, "D": 1, "E": None}
    assert scores(analysis, "bridging") == {"A": 0, "B": 1, "C": 1, "D": 0, "E": None}
    assert scores(analysis, "outward") == {"A": -1, "B": 0, "C": 1, "D": 1, "E": None}
    assert measure_values(analysis, "ei_index")[""] == pytest.approx(1 / 3)
    assert measure_values(analysis, "ei_by_chance")[""] == pytest.approx(0.8)
    assert measure_values(analysis, "ei_index_of_group") == {
        "government": 0,
        "academia": 1,
        "community": 1,
        "business": None,
    }
    assert scores(analysis, "ei_index_of_group_by_chance") == {
        "government": 0.714,
        "academia": 1,
        "community": 1,
        "business": 1,
    }
    assert 0.1 < measure_values(analysis, "ei_p")[""] <= 1  # three ties say little: chance is seldom more open
    assert measure_values(analysis, "gini")[""] == pytest.approx(
        1 / 3
    )  # partners 0 1 1 2 2: (0 - 2 + 0 + 4 + 8) / (5 x 6)


def test_the_kite_and_the_star(networked):
    kite = networked(nx.krackhardt_kite_graph())
    assert measure_values(kite, "centralization")[""] == pytest.approx(1 / 3)  # 24 of 72, by hand
    star = networked(nx.star_graph(4))
    assert [measure_values(star, name)[""] for name in ("centralization", "betweenness_centralization")] == [1, 1]
    assert [
        measure_values(networked(nx.path_graph(2)), name)[""]
        for name in ("centralization", "betweenness_centralization")
    ] == [None, None]


def test_without_groups_nothing_is_told_of_them(networked):
    analysis = networked(nx.path_graph(3))
    assert set(scores(analysis, "bridging").values()) == set(scores(analysis, "outward").values()) == {None}
    assert [measure_values(analysis, name)[""] for name in ("ei_index", "ei_by_chance", "ei_p")] == [None, None, None]
    assert measure_values(analysis, "ei_index_of_group") == {}


def test_groups_are_those_of_any_field_or_of_who_works_together(mapped):
    lines = (
        "Stakeholder A office=1",
        "Stakeholder B office=1",
        "Stakeholder C office=2",
        "A PARTNERS_WITH B",
        "B PARTNERS_WITH C",
    )
    assert scores(mapped(*lines, grouping="office"), "outward") == {"A": -1, "B": 0, "C": 1}
    assert scores(mapped(*lines), "outward") == {"A": None, "B": None, "C": None}
    assert set(find_groups(mapped(*lines), "community").values()) == {"1. B"}
    analysis = mapped(*lines)
    analysis.whole.nodes["stakeholder:A"]["office"] = ["2", "1"]
    assert find_groups(analysis, "office")["stakeholder:A"] == "1 | 2"


def test_values_stay_in_their_range_on_a_grouped_network(mapped):
    network = nx.connected_watts_strogatz_graph(30, 4, 0.3, seed=2)
    analysis = mapped(
        *(f"Stakeholder {node} sector={node % 4}" for node in network),
        *(f"{a} PARTNERS_WITH {b}" for a, b in network.edges),
    )
    for name in (
        "hierarchy",
        "bridging",
        "outward",
        "ei_index",
        "ei_by_chance",
        "ei_p",
        "ei_index_of_group",
        "ei_index_of_group_by_chance",
        "centralization",
        "betweenness_centralization",
        "gini",
    ):
        one = MEASURES[name]
        for score in measure_values(analysis, name).values():
            assert score is not None
            assert type(score) in (int, float)
            assert score >= one.low
            assert one.high is None or score <= one.high
