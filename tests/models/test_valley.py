"""The valley of death on small maps, each item of the checklist by hand; the illustrative case.

What holds on every map.
"""

import itertools
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asked_ties import ASKED
from sysmap.analysis import Analysis
from sysmap.graph import build_graph
from sysmap.measures.innovation import check_items
from sysmap.measures.port import measure_values
from sysmap.models.innovation_remedies import Remedy
from sysmap.models.innovation_valley import find_crossings, group_by_stage
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

CASE = Path(__file__).parents[2] / "datasets" / "gunungkidul"
DAY = date(2026, 1, 1)
ONE = "innovation:i"


@pytest.fixture(scope="module")
def case():
    dataset = read_folder(CASE, VOCABULARY)
    graph = build_graph(dataset.nodes, dataset.ties, map="gunungkidul", files=dict(dataset.files))
    return Analysis(graph, dataset.vocabulary, dataset.config, dataset.files, date.fromisoformat(dataset.config.date))


WHOLE = (
    "Stakeholder boss power=5 boundary=internal",
    "Stakeholder user boundary=external",
    "Stakeholder lead boundary=internal",
    "Stakeholder other boundary=external",
    "Problem p severity=4",
    "Innovation i stage=pilot stage_since=2025-06-01",
    "i ADDRESSES p",
    "boss OWNS p",
    "boss SPONSORS i",
    "boss FUNDS i until=2027-01-01",
    "boss CHAMPIONS i",
    "user ADOPTS i",
    "lead LEADS i",
    "other LEADS i",
    "boss PARTNERS_WITH lead",
    "lead PARTNERS_WITH user",
)
"""An innovation that has all eight."""


def test_an_innovation_that_has_all_eight(mapped):
    [one] = find_crossings(mapped(*WHOLE))
    assert (one.inside, one.lacks, one.unknown, one.risk, one.months, one.severity, one.problem) == (
        True,
        (),
        (),
        0,
        7,
        4,
        "problem:p",
    )
    assert one.path == (ONE, "stakeholder:boss", "stakeholder:lead", "stakeholder:user")
    assert one.remedies == ()


@pytest.mark.parametrize(
    ("without", "more", "item", "expected"),
    [
        ("boss SPONSORS i", "", "sponsor", False),
        ("boss SPONSORS i", "lead SPONSORS i", "sponsor", True),  # nobody rated its power: taken on trust
        ("Stakeholder boss power=5 boundary=internal", "Stakeholder boss power=3 boundary=internal", "sponsor", False),
        ("boss SPONSORS i", "boss SPONSORS i until=2025-12-31", "sponsor", False),  # has ended
        ("user ADOPTS i", "", "adopter", False),
        ("boss FUNDS i until=2027-01-01", "", "funder", False),
        (
            "boss FUNDS i until=2027-01-01",
            "boss FUNDS i until=2026-12-31",
            "funder",
            False,
        ),  # a day short of twelve months
        ("boss FUNDS i until=2027-01-01", "boss FUNDS i until=2027-01", "funder", True),  # to the end of January
        ("boss FUNDS i until=2027-01-01", "boss FUNDS i", "funder", True),  # no end
        ("boss CHAMPIONS i", "", "champion", False),
        ("boss CHAMPIONS i", "user CHAMPIONS i", "champion", False),  # from outside
        ("boss CHAMPIONS i", "Stakeholder x|x CHAMPIONS i", "champion", None),  # nobody said which side
        ("boss OWNS p", "", "owned", False),
        ("i ADDRESSES p", "", "owned", None),
        ("boss OWNS p", "Problem q|i ADDRESSES q|boss OWNS p", "owned", False),  # one of two is not
        ("boss OWNS p", "Problem q status=resolved|i ADDRESSES q|boss OWNS p", "owned", True),
        (
            "Innovation i stage=pilot stage_since=2025-06-01",
            "Innovation i stage=pilot stage_since=2024-12-01",
            "moving",
            False,
        ),  # 13 months
        (
            "Innovation i stage=pilot stage_since=2025-06-01",
            "Innovation i stage=pilot stage_since=2024-12-02",
            "moving",
            True,
        ),  # 12 whole ones
        ("Innovation i stage=pilot stage_since=2025-06-01", "Innovation i stage=pilot", "moving", None),
    ],
)
def test_each_item(mapped, without, more, item, expected):
    new = more.split("|") if more else []
    first = [line for line in new if line.split()[0] in ("Stakeholder", "Innovation", "Problem")]
    rest = [line for line in WHOLE if line != without]
    assert (
        check_items(mapped(*ASKED, *first, *rest, *(line for line in new if line not in first), day=DAY), ONE)[item]
        is expected
    )


def test_people_on_both_sides_of_the_boundary(mapped):
    lines = (
        *ASKED,
        "Innovation i stage=pilot",
        "Stakeholder a boundary=internal",
        "Stakeholder b boundary=internal",
        "Stakeholder c boundary=external",
        "a LEADS i",
        "b LEADS i",
    )
    assert check_items(mapped(*lines), ONE)["across"] is False
    assert check_items(mapped(*lines, "a PARTNERS_WITH c"), ONE)["across"] is True
    assert check_items(mapped(*lines, "c TAKES_PART_IN i"), ONE)["across"] is True
    assert check_items(mapped(*lines, "Stakeholder d", "d ADOPTS i"), ONE)["across"] is None
    assert (
        check_items(mapped(*lines, files=("stakeholders.csv", "innovations.csv")), ONE)["across"] is None
    )  # nobody asked who works with whom
    assert check_items(mapped(*ASKED, "Innovation i stage=pilot"), ONE)["across"] is False
    assert check_items(mapped("Innovation i stage=pilot"), ONE)["across"] is None


def test_one_lead_is_enough_where_it_is_free_to_bridge(mapped):
    lines = (
        "Innovation i stage=pilot",
        *(f"Stakeholder {name}" for name in "abcde"),
        "a PARTNERS_WITH b",
        "b PARTNERS_WITH c",
        "c PARTNERS_WITH d",
    )
    # Constraint on the path a-b-c-d, by hand: the ends 1, the middle 1/2; the median 3/4.
    leads = {name: check_items(mapped(*lines, f"{name} LEADS i"), ONE)["lead"] for name in "abe"}
    assert leads == {"a": False, "b": True, "e": False}
    assert check_items(mapped(*lines, "a LEADS i", "e LEADS i"), ONE)["lead"] is True
    assert (
        check_items(mapped("Innovation i stage=pilot", "Stakeholder a", "a LEADS i", files=("innovations.csv",)), ONE)[
            "lead"
        ]
        is None
    )


@pytest.mark.parametrize(
    ("about", "inside"),
    [
        ("trl=4", True),
        ("trl=7", True),
        ("trl=3", False),
        ("trl=8", False),
        ("trl=8 stage=pilot", False),
        ("trl=5 stage=idea", True),
        ("stage=pilot", True),
        ("stage=prototype", True),
        ("stage=idea", False),
        ("stage=scaling", False),
        ("", None),
    ],
)
def test_the_gate(mapped, about, inside):
    [one] = find_crossings(mapped(*ASKED, f"Innovation i {about}"))
    assert one.inside is inside
    assert one.risk == (None if inside is None else pytest.approx(1) if inside else 0)
    assert bool(one.remedies) is bool(inside)


def test_a_stopped_one_does_not_count(mapped):
    analysis = mapped("Innovation i stage=stopped trl=5 stage_since=2020-01-01")
    assert find_crossings(analysis) == ()
    assert measure_values(analysis, "valley_risk") == measure_values(analysis, "months_in_stage") == {ONE: None}


def test_the_tie_that_would_add_each_names_who_is_near(mapped):
    analysis = mapped(
        *ASKED,
        "Innovation i stage=pilot stage_since=2024-01-01",
        "Problem p",
        "i ADDRESSES p",
        "Stakeholder lead boundary=external",
        "lead LEADS i",
        "Stakeholder far power=5 boundary=internal",
        "Stakeholder near power=4 boundary=internal",
        "far WORKS_ON p",
        "near WORKS_ON p",
        "lead PARTNERS_WITH near",
        "Stakeholder hurt",
        "hurt AFFECTED_BY p",
        "Stakeholder bank",
        "Innovation j stage=scaling",
        "bank FUNDS j",
    )
    [one] = [one for one in find_crossings(analysis) if one.innovation == ONE]
    assert one.remedies == (
        Remedy("sponsor", "SPONSORS", "stakeholder:near", ONE),
        Remedy("adopter", "ADOPTS", "stakeholder:hurt", ONE),
        Remedy("funder", "FUNDS", "stakeholder:bank", ONE),
        Remedy("champion", "CHAMPIONS", "stakeholder:near", ONE),
        Remedy("lead", "LEADS", "stakeholder:near", ONE),
        Remedy("owned", "OWNS", "stakeholder:near", "problem:p"),
        Remedy("moving", "", None, ONE),
    )


def test_equal_risks_go_by_the_severity_of_the_problem(mapped):
    lines = [f"Innovation {name} stage=pilot" for name in "abc"]
    analysis = mapped(
        *lines,
        "Problem mild severity=2",
        "Problem grave severity=5",
        "a ADDRESSES mild",
        "b ADDRESSES grave",
        "c ADDRESSES mild",
    )
    assert [one.innovation for one in find_crossings(analysis)] == ["innovation:b", "innovation:a", "innovation:c"]


def test_months_come_from_the_history_where_the_stage_has_no_date(mapped):
    analysis = mapped("Innovation i stage=pilot", day=DAY)
    analysis.whole.nodes[ONE]["stage_history"] = ["2024 idea", "2025-03 pilot", "2026-02-01 scaling"]
    assert measure_values(analysis, "months_in_stage") == {ONE: 10}


def test_the_pipeline(mapped):
    found = dict(
        group_by_stage(
            mapped("Innovation a stage=pilot", "Innovation b", "Innovation c stage=pilot", "Innovation d stage=stopped")
        )
    )
    assert list(found) == ["idea", "proposal", "prototype", "pilot", "scaling", "embedded", "stopped", None]
    assert found["pilot"] == ("innovation:a", "innovation:c")
    assert found[None] == ("innovation:b",)


def test_panen_hujan_cerdas_is_in_the_valley_and_two_have_crossed(case):
    first, *rest = find_crossings(case)
    assert (first.innovation, first.lacks, first.risk, first.months) == (
        "innovation:panen-hujan",
        ("sponsor", "adopter", "funder", "champion", "moving"),
        5 / 8,
        30,
    )  # the case's README
    crossed = {one.innovation: one for one in rest if not one.inside}
    for uid in ("innovation:air-pintar", "innovation:dapur-sehat"):
        assert (crossed[uid].risk, crossed[uid].lacks) == (0, ())
        assert crossed[uid].path[0] == uid
    assert "innovation:kebun-tambang" not in {one.innovation for one in find_crossings(case)}


@given(st.data())
def test_a_tie_that_is_added_never_raises_the_risk(mapped, data):
    people = [f"Stakeholder {name} boundary={data.draw(st.sampled_from(['internal', 'external']))}" for name in "abc"]
    stage = data.draw(
        st.sampled_from(
            [
                "Innovation i stage=pilot",
                "Innovation i trl=5 stage_since=2020-05",
                "Innovation i stage=prototype stage_since=2025-12-31",
            ]
        )
    )
    kinds = ["LEADS", "SPONSORS", "FUNDS", "ADOPTS", "CHAMPIONS"]
    ties = data.draw(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(kinds)), unique=True))
    lines = [*ASKED, *people, stage, *(f"{who} {kind} i" for who, kind in ties)]
    more = data.draw(
        st.sampled_from([tie for tie in ((who, kind) for who in "abc" for kind in kinds) if tie not in ties] or [None])
    )
    before = measure_values(mapped(*lines), "valley_risk")[ONE]
    after = measure_values(mapped(*lines, *([f"{more[0]} {more[1]} i"] if more else [])), "valley_risk")[ONE]
    assert 0 <= after <= before <= 1


@given(st.data())
def test_the_chain_is_the_shortest_of_all(mapped, data):
    pairs = data.draw(st.lists(st.sampled_from(list(itertools.combinations("abcde", 2))), unique=True))
    sponsors, adopters = (data.draw(st.sets(st.sampled_from("abcde"), min_size=1)) for _ in range(2))
    analysis = mapped(
        "Innovation i stage=pilot",
        *(f"Stakeholder {name}" for name in "abcde"),
        *(f"{a} PARTNERS_WITH {b}" for a, b in pairs),
        *(f"{name} SPONSORS i" for name in sponsors),
        *(f"{name} ADOPTS i" for name in adopters),
    )
    graph = nx.Graph(pairs)
    graph.add_nodes_from("abcde")
    # Brute force over the simple paths.
    lengths = [
        len(path)
        for one in sponsors
        for other in adopters
        for path in ([[one]] if one == other else nx.all_simple_paths(graph, one, other))
    ]
    [one] = find_crossings(analysis)
    assert len(one.path) == (min(lengths) + 1 if lengths else 0)
