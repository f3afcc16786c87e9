"""Rows <-> graph is the identity; the views hold what they say. Expected values are by hand."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.graph import build_graph, causal_view, collaboration_view, graph_on_day, graph_rows, responsibility_view
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
        [node("Stakeholder", "A", since="2030"), node("Stakeholder", "B")],
        [tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:B", **props)],
    )
    active = graph_on_day(graph, day)
    assert active.number_of_edges() == holds
    assert list(active) == list(graph)
    assert graph.number_of_edges() == 1


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
