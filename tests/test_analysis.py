"""One record: views at a date, names, what is there, and what is computed once."""

from datetime import date

from sysmap.analysis import kept


def test_views_hold_what_is_true_on_the_day_and_whole_holds_all(mapped):
    lines = ("Stakeholder A", "Stakeholder B", "A PARTNERS_WITH B since=2024 until=2025-06")
    assert mapped(*lines, day=date(2025, 6, 30)).collaboration.number_of_edges() == 1
    later = mapped(*lines, day=date(2025, 7, 1))
    assert later.collaboration.number_of_edges() == 0
    assert later.whole.number_of_edges() == 1
    assert later.whole_has("PARTNERS_WITH")


def test_a_node_is_called_by_its_name_else_its_id(mapped):
    analysis = mapped("Stakeholder A", "Problem p severity=3")
    analysis.whole.nodes["stakeholder:A"]["name"] = ""
    assert (analysis.name("stakeholder:A"), analysis.name("problem:p")) == ("A", "p")
    assert analysis.props("problem:p")["severity"] == 3
    assert analysis.nodes("Problem") == ("problem:p",)


def test_two_of_one_kind_and_one_name_are_told_apart_by_their_ids(mapped):
    analysis = mapped("Problem dac-health", "Problem wash-health", "Problem water", "Stakeholder health")
    for uid in ("problem:dac-health", "problem:wash-health", "stakeholder:health"):
        analysis.whole.nodes[uid]["name"] = "health"
    assert [analysis.name(uid) for uid in analysis.nodes("Problem")] == [
        "health (dac-health)",
        "health (wash-health)",
        "water",
    ]
    assert analysis.name("stakeholder:health") == "health"  # a stakeholder is no problem


def test_ties_are_assessed_where_the_file_is_there_or_a_tie(mapped):
    assert mapped("Stakeholder A").ties_assessed
    assert not mapped("Stakeholder A", files=("stakeholders.csv",)).ties_assessed
    assert mapped("Stakeholder A", "Stakeholder B", "A PARTNERS_WITH B", files=()).ties_assessed


def test_what_is_computed_is_computed_once(mapped):
    analysis, calls = mapped("Stakeholder A"), []

    @kept
    def doubled(_, number, add=0):
        calls.append((number, add))
        return 2 * number + add

    # The same call has one key, whatever of it is named or left to the default; another analysis computes for itself.
    assert [
        doubled(analysis, 4),
        doubled(analysis, 4, 0),
        doubled(analysis, 4, add=0),
        doubled(analysis, number=4),
    ] == [8] * 4
    assert calls == [(4, 0)]
    assert (doubled(analysis, 4, 1), doubled(mapped("Stakeholder A"), 4)) == (9, 8)
    assert calls == [(4, 0), (4, 1), (4, 0)]
    assert analysis.collaboration is analysis.collaboration
