"""Rows <-> graph is the identity; the views hold what they say. Expected values are by hand."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.graph import (
    build_graph,
    build_network,
    causal_view,
    collaboration_view,
    graph_on_day,
    graph_rows,
    responsibility_view,
)
from sysmap.tables.edges import Edges
from sysmap.tables.rows import NodeRow, TieRow


def node(label, id, **props):
    return NodeRow(label, f"{label.lower()}:{id}", {"id": id, "name": id, **props})


def tie(type, source, target, suffix="", **props):
    return TieRow(type, f"{type}:{source}>{target}{suffix}", source, target, props)


VALUES = st.one_of(
    st.text(max_size=5),
    st.integers(),
    st.booleans(),
    st.floats(allow_nan=False),
    st.lists(st.text(max_size=3), max_size=2),
)
NAMES = st.one_of(
    st.sampled_from(["label", "label_", "type", "type__", "key", "u_for_edge", "weight"]),
    st.text(min_size=1, max_size=4),
)
PROPS = st.dictionaries(NAMES, VALUES, max_size=4)


@st.composite
def rows(draw):
    ids = draw(st.lists(st.text(min_size=1, max_size=4), unique=True, min_size=1, max_size=6))
    nodes = [NodeRow(draw(st.sampled_from(["Stakeholder", "Problem"])), f"n:{id}", draw(PROPS)) for id in ids]
    ends = st.sampled_from([row.uid for row in nodes])
    keys = draw(st.lists(st.text(min_size=1, max_size=4), unique=True, max_size=8))
    return nodes, [
        TieRow(draw(st.sampled_from(["A", "B"])), f"t:{key}", draw(ends), draw(ends), draw(PROPS)) for key in keys
    ]


@given(rows(), st.randoms())
def test_rows_to_graph_and_back_is_the_identity_in_any_order(given_rows, random):
    nodes, ties = given_rows
    expected = (tuple(sorted(nodes, key=lambda row: row.uid)), tuple(sorted(ties, key=lambda row: row.uid)))
    random.shuffle(nodes)
    random.shuffle(ties)
    graph = build_graph(nodes, ties, map="m", files={"a.csv": 1})
    assert graph_rows(graph) == expected
    assert graph.graph == {"map": "m", "files": {"a.csv": 1}}
    assert list(graph) == [row.uid for row in expected[0]]


def test_a_tie_to_nowhere_is_refused():
    with pytest.raises(ValueError, match="stakeholder:B"):
        build_graph([node("Stakeholder", "A")], [tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:B")])


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        (None, None, date(2020, 1, 1), True),
        ("", "", date(2020, 1, 1), True),
        ("2020", None, date(2019, 12, 31), False),
        ("2020", None, date(2020, 1, 1), True),
        ("2020-05", None, date(2020, 4, 30), False),
        (None, "2020", date(2020, 12, 31), True),
        (None, "2020", date(2021, 1, 1), False),
        (None, "2020-05", date(2020, 5, 31), True),
        (None, "2020-05", date(2020, 6, 1), False),
        ("2020-05-02", "2020-05-02", date(2020, 5, 2), True),
        ("2020-05-02T10:00:00", None, date(2020, 5, 2), True),
    ],
)
def test_a_tie_holds_between_its_dates(since, until, day, holds):
    props = {name: value for name, value in (("since", since), ("until", until)) if value is not None}
    graph = build_graph(
        [node("Stakeholder", "A"), node("Stakeholder", "B")],
        [tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:B", **props)],
    )
    active = graph_on_day(graph, day)
    assert active.number_of_edges() == holds
    assert list(active) == list(graph)
    assert (active is graph) == holds  # a copy is made only where a tie has to go
    assert graph.number_of_edges() == 1


@pytest.mark.parametrize(
    ("kind", "props", "day", "there"),
    [
        ("Stakeholder", {"until": "2024"}, date(2024, 12, 31), True),
        ("Stakeholder", {"until": "2024"}, date(2025, 1, 1), False),
        ("Stakeholder", {"since": "2030"}, date(2026, 1, 1), False),
        ("Problem", {"reported": "2025-03-02"}, date(2025, 3, 1), False),
        ("Problem", {"reported": "2025-03-02"}, date(2025, 3, 2), True),
        ("Problem", {"reported": "2025-03-02", "since": "2024"}, date(2024, 5, 1), True),
        ("GrowSession", {"date": "2025-03"}, date(2025, 2, 28), False),
        ("Goal", {"horizon": "2024"}, date(2026, 1, 1), True),  # a horizon is no end
    ],
)
def test_a_node_is_there_between_its_dates_and_ties_only_while_both_ends_are(kind, props, day, there):
    a, b = node(kind, "A", **props), node("Stakeholder", "B")
    graph = build_graph([a, b], [tie("RELATES_TO", b.uid, a.uid)])
    active = graph_on_day(graph, day)
    assert (a.uid in active, active.number_of_edges()) == (there, int(there))
    assert b.uid in active
    assert len(graph) == 2


def test_collaboration_merges_parallel_partnerships_and_keeps_those_alone():
    graph = build_graph(
        [node("Stakeholder", id) for id in "ABC"] + [node("Problem", "p")],
        [
            tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:B", "#MoU", weight=2.5),
            tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:B", "#funding"),
            tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:A"),
            tie("RELATES_TO", "stakeholder:A", "stakeholder:C"),
        ],
    )
    view = collaboration_view(graph)
    assert list(view) == ["stakeholder:A", "stakeholder:B", "stakeholder:C"]
    assert list(view.edges(data=True)) == [
        (
            "stakeholder:A",
            "stakeholder:B",
            {
                "weight": 3.5,
                "ties": (
                    "PARTNERS_WITH:stakeholder:A>stakeholder:B#MoU",
                    "PARTNERS_WITH:stakeholder:A>stakeholder:B#funding",
                ),
            },
        )
    ]


def test_responsibility_joins_who_works_on_what_and_what_addresses_what():
    graph = build_graph(
        [node("Stakeholder", "A"), node("Problem", "p"), node("Innovation", "i"), node("Goal", "g")],
        [
            tie("WORKS_ON", "stakeholder:A", "problem:p"),
            tie("OWNS", "stakeholder:A", "problem:p"),
            tie("LEADS", "stakeholder:A", "innovation:i"),
            tie("ADDRESSES", "innovation:i", "problem:p"),
            tie("CHAMPIONS", "stakeholder:A", "innovation:i", weight=9),
            tie("SHARES", "stakeholder:A", "goal:g"),
        ],
    )
    view = responsibility_view(graph, ("WORKS_ON", "OWNS"), ("LEADS",))
    assert sorted(view) == ["innovation:i", "problem:p", "stakeholder:A"]
    assert view.edges["stakeholder:A", "problem:p"] == {
        "weight": 2,
        "ties": ("OWNS:stakeholder:A>problem:p", "WORKS_ON:stakeholder:A>problem:p"),
    }
    assert view.edges["stakeholder:A", "innovation:i"]["weight"] == 1
    assert view.has_edge("innovation:i", "problem:p")


def test_the_causal_view_is_signed_directed_and_leaves_stakeholders_out():
    graph = build_graph(
        [node("Stakeholder", "A"), *(node("Factor", id) for id in "xyz")],
        [
            tie("INFLUENCES", "factor:x", "factor:y", polarity="+"),
            tie("INFLUENCES", "factor:y", "factor:x", polarity="-", delay="long"),
            tie("INFLUENCES", "factor:x", "factor:y", "#farmers", polarity="-"),
            tie("INFLUENCES", "stakeholder:A", "factor:z"),
        ],
    )
    view = causal_view(graph)
    assert isinstance(view, nx.MultiDiGraph)
    assert sorted(view) == ["factor:x", "factor:y", "factor:z"]
    assert view.number_of_edges("factor:x", "factor:y") == 2
    assert view.edges["factor:y", "factor:x", "INFLUENCES:factor:y>factor:x"] == {
        "type": "INFLUENCES",
        "polarity": "-",
        "delay": "long",
    }


def test_three_of_the_ends_that_are_not_there_are_named():
    ties = [tie("PARTNERS_WITH", "stakeholder:A", f"stakeholder:{id}") for id in "BCDE"]
    with pytest.raises(ValueError, match=r"not there: \['stakeholder:B', 'stakeholder:C', 'stakeholder:D'\]$"):
        build_graph([node("Stakeholder", "A")], ties)


def test_a_view_s_ties_come_in_the_order_of_their_uids_whatever_their_properties():
    ties = [
        tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:B", suffix, weight=weight)
        for suffix, weight in (("#1", 3), ("#2", 1), ("#3", 2))
    ]
    for ends in (("A", "B"), ("B", "A")):
        graph = nx.MultiDiGraph()
        graph.add_nodes_from((f"stakeholder:{id}", {"label": "Stakeholder"}) for id in ends)
        graph.add_edges_from(
            (row.source, row.target, row.uid, {"type": row.type, **row.props}) for row in reversed(ties)
        )
        assert collaboration_view(graph).edges["stakeholder:A", "stakeholder:B"] == {
            "weight": 6,
            "ties": tuple(row.uid for row in ties),
        }


def test_partnerships_either_way_round_are_one_edge_and_others_than_stakeholders_have_none():
    graph = build_graph(
        [node("Stakeholder", "A"), node("Stakeholder", "B"), node("Problem", "p")],
        [
            tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:B", weight=2),
            tie("PARTNERS_WITH", "stakeholder:B", "stakeholder:A", weight=3),
            tie("PARTNERS_WITH", "stakeholder:A", "problem:p"),
            tie("PARTNERS_WITH", "problem:p", "stakeholder:B"),
        ],
    )
    assert list(collaboration_view(graph).edges(data="weight")) == [("stakeholder:A", "stakeholder:B", 5)]


def test_responsibility_is_a_tie_s_own_kind_between_its_own_ends():
    graph = build_graph(
        [node("Stakeholder", "A"), node("Problem", "p"), node("Innovation", "i")],
        [
            tie("WORKS_ON", "stakeholder:A", "innovation:i"),
            tie("LEADS", "stakeholder:A", "problem:p"),
            tie("ADDRESSES", "stakeholder:A", "problem:p"),
            tie("WORKS_ON", "problem:p", "stakeholder:A"),
        ],
    )
    assert not responsibility_view(graph, ["WORKS_ON"], ["LEADS"]).edges


def test_the_causal_view_joins_four_kinds_and_leaves_ties_with_others_out():
    kinds = ("Factor", "Goal", "Innovation", "Problem")
    graph = build_graph(
        [node(kind, "x") for kind in (*kinds, "Stakeholder")],
        [
            *(tie("INFLUENCES", f"{one.lower()}:x", f"{other.lower()}:x") for one in kinds for other in kinds),
            tie("INFLUENCES", "factor:x", "stakeholder:x"),
            tie("DEPENDS_ON", "problem:x", "factor:x"),
        ],
    )
    view = causal_view(graph)
    assert sorted(view) == ["factor:x", "goal:x", "innovation:x", "problem:x"]
    assert {type for _, _, type in view.edges(data="type")} == {"INFLUENCES"}
    assert view.number_of_edges() == 16


def held(edges, day=date(2024, 6, 1)):
    """The weights of a table's ties as a network, by pair."""
    network = build_network(edges, edges.names, day)
    assert list(network) == list(edges.names)
    return {tuple(sorted((a, b))): weight for a, b, weight in network.edges(data="weight")}


def test_a_table_s_rows_of_one_pair_are_one_edge_and_ties_with_oneself_are_none():
    edges = Edges(("A", "B", "C", "D"), [0, 1, 1, 2, 2], [1, 0, 1, 1, 2], [2.0, None, 9.0, 0.5, 1.0], None, None, ())
    assert held(edges) == {("A", "B"): 3, ("B", "C"): 0.5}
    assert held(Edges(edges.names, edges.source, edges.target, None, None, None, ())) == {("A", "B"): 2, ("B", "C"): 1}
    assert held(Edges(("A", "B"), [], [], None, None, None, ())) == {}


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (["2024-06-01", "2024-06-02", None, "2025"], None),
        (None, ["2024-06-01", "2024-05-31", "", "2023"]),
        (["2024-06", "2024-07", "2020", "2020"], ["2024-06", "2030", None, "2024-05"]),
    ],
)
def test_a_table_s_ties_hold_between_their_dates(since, until):
    # Of four ties A-B, A-C, A-D, A-E the first and the third hold on 1 June 2024.
    edges = Edges(("A", "B", "C", "D", "E"), [0, 0, 0, 0], [1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0], since, until, ())
    assert held(edges) == {("A", "B"): 1, ("A", "D"): 3}
