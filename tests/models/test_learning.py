"""Learning by hand.

Disciplines, suppression, spread and trend, goals, the way from report to pilot, a part for everybody.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.measures.port import measure_values
from sysmap.models.learning.disciplines import (
    average_scores,
    measure_paces,
    measure_spreads,
    measure_trends,
    months_since_asked,
    read_profiles,
)
from sysmap.models.learning.equal_role import measure_equal_role
from sysmap.models.learning.vision import read_goal_standings
from sysmap.records.learning_assessments import dated_waves
from sysmap.records.learning_responses import find_responses

DAY = date(2026, 9, 30)


def asked(unit, discipline, wave, score, people=9, *, since="2026-01-01"):
    id = f"{unit}.{discipline}.{wave}"
    return [
        f"Assessment {id} discipline={discipline} wave={wave} score={score} respondents={people} since={since}",
        f"{id} ASSESSES {unit}",
    ]


def mapped_assessments(mapped, *assessments, more=()):
    return mapped(
        *(f"Stakeholder {name}" for name in "ABC"), *(line for lines in assessments for line in lines), *more, day=DAY
    )


def test_profile_spread_and_trend(mapped):
    analysis = mapped_assessments(
        mapped,
        asked("A", "systems_thinking", 1, 2),
        asked("A", "systems_thinking", 2, 3),
        asked("B", "systems_thinking", 1, 4),
        asked("B", "systems_thinking", 2, 4.5),
        asked("C", "systems_thinking", 2, 5),
        asked("A", "team_learning", 2, 1),
    )
    [first] = [one for one in read_profiles(analysis) if (one.stakeholder, one.wave) == ("stakeholder:A", 2)]
    assert dict(first.scores) == {
        "personal_mastery": None,
        "mental_models": None,
        "systems_thinking": 3,
        "team_learning": 1,
        "shared_vision": None,
    }
    [spread] = measure_spreads(analysis)  # team learning has one unit only
    assert (spread.spread, spread.low, spread.high, spread.lowest, spread.highest, spread.units) == (
        2,
        3,
        5,
        "stakeholder:A",
        "stakeholder:C",
        3,
    )
    [trend] = measure_trends(analysis)  # A +1, B +0.5; C was not asked before
    assert (trend.discipline, trend.change, trend.units) == ("systems_thinking", 0.75, 2)
    assert measure_values(analysis, "discipline_spread") == {
        "personal_mastery": None,
        "mental_models": None,
        "systems_thinking": 2,
        "team_learning": None,
        "shared_vision": None,
    }


@pytest.mark.parametrize(("people", "shown"), [(0, False), (4, False), (5, True)])
def test_what_fewer_than_five_said_is_suppressed_everywhere(mapped, people, shown):
    analysis = mapped_assessments(mapped, asked("A", "team_learning", 1, 2, people), asked("B", "team_learning", 1, 4))
    one, other = read_profiles(analysis)
    assert (one.scores["team_learning"], one.suppressed) == ((2, ()) if shown else (None, ("team_learning",)))
    assert other.scores["team_learning"] == 4
    assert len(measure_spreads(analysis)) == shown
    assert measure_values(analysis, "discipline_spread")["team_learning"] == (2 if shown else None)


def test_where_nobody_says_how_many_answered_nothing_is_shown(mapped):
    analysis = mapped("Stakeholder A", "Assessment x discipline=team_learning score=3", "x ASSESSES A")
    assert read_profiles(analysis)[0].suppressed == ("team_learning",)


def test_two_assessments_of_the_same_are_their_weighted_mean_and_a_small_one_hides_it(mapped):
    lines = [
        "Stakeholder A",
        "Assessment x discipline=team_learning score=2 respondents=5",
        "Assessment y discipline=team_learning score=4 respondents=15",
        "x ASSESSES A",
        "y ASSESSES A",
    ]
    assert read_profiles(mapped(*lines))[0].scores["team_learning"] == 3.5
    small = mapped(*lines, "Assessment z discipline=team_learning score=1 respondents=2", "z ASSESSES A")
    assert read_profiles(small)[0].scores["team_learning"] is None


def test_waves_have_their_days_and_none_comes_before_its_own(mapped):
    analysis = mapped_assessments(
        mapped,
        asked("A", "team_learning", 1, 3, since="2025-06-16"),
        asked("A", "team_learning", 2, 3, since="2026-06-15"),
        asked("A", "team_learning", 3, 3, since="2027-01-01"),
    )
    assert dated_waves(analysis) == {1: "2025-06-16", 2: "2026-06-15"}
    assert months_since_asked(analysis) == 3
    assert months_since_asked(mapped_assessments(mapped)) is None
    assert measure_trends(mapped_assessments(mapped, asked("A", "team_learning", 1, 3))) == ()


@given(st.data())
def test_scores_and_spreads_stay_in_their_range(mapped, data):
    names = ("personal_mastery", "mental_models", "systems_thinking")
    drawn = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from("ABC"),
                st.sampled_from(names),
                st.integers(1, 3),
                st.sampled_from([1, 1.5, 3, 4.75, 5]),
                st.integers(0, 12),
            ),
            unique_by=lambda row: row[:3],
        )
    )
    analysis = mapped_assessments(mapped, *(asked(*row) for row in drawn))
    for one in read_profiles(analysis):
        assert all(score is None or 1 <= score <= 5 for score in one.scores.values())
    assert all(0 <= one.spread <= 4 for one in measure_spreads(analysis))
    assert all(-4 <= one.change <= 4 for one in measure_trends(analysis))
    assert all(score is None or 0 <= score <= 4 for score in measure_values(analysis, "discipline_spread").values())


def test_goals(mapped):
    analysis = mapped(
        "Goal a baseline=10 actual=15 target=30",
        "Goal b baseline=30 actual=35 target=10",
        "Goal c baseline=5 actual=6 target=5",
        "Goal d",
        "Stakeholder A sector=media",
        "Stakeholder B sector=business",
        "Stakeholder C",
        "A SHARES a",
        "B SHARES a",
        "A SHARES b",
        "C SHARES c",
    )
    found = {one.goal.removeprefix("goal:"): (one.progress, one.shared) for one in read_goal_standings(analysis)}
    assert found == {"a": (0.25, True), "b": (-0.25, False), "c": (None, None), "d": (None, False)}


def piloted(analysis, **histories):
    for innovation, entries in histories.items():
        analysis.whole.nodes[f"innovation:{innovation}"]["stage_history"] = entries
    return analysis


def test_days_from_report_to_pilot(mapped):
    analysis = piloted(
        mapped(
            "Problem p reported=2024-03-01 severity=3",
            "Problem q reported=2024-01-01",
            "Problem r reported=2024",
            "Problem s",
            "Problem t reported=2027-01-01",
            "Problem u reported=2026-09-01",
            "Stakeholder A",
            "A REPORTED p since=2024-02-01",
            "A REPORTED s since=2024-05-01",
            "Innovation i stage=scaling",
            "Innovation j stage=pilot stage_since=2023-12-01",
            "Innovation k stage=scaling",
            "Innovation x stage=stopped",
            "i ADDRESSES p",
            "x ADDRESSES p",
            "j ADDRESSES q",
            "i ADDRESSES r",
            "k ADDRESSES s",
            day=DAY,
        ),
        i=["2023 idea", "2024-03-01 pilot", "2025-01-01 scaling"],
        x=["2024-02-11 pilot", "2024-06-01 stopped"],
    )
    found = {one.problem.removeprefix("problem:"): one for one in find_responses(analysis)}
    assert set(found) == set("pqrsu")  # t is reported later than the day that is looked at
    assert (found["p"].reported, found["p"].reporters, found["p"].innovation, found["p"].days) == (
        "2024-02-01",
        ("stakeholder:A",),
        "innovation:x",
        10,
    )  # stopped since, yet it was tried
    assert (found["q"].days, found["r"].days) == (0, None)  # there before the report; a year is no day
    assert (found["s"].days, found["s"].waiting) == (None, None)  # scaled, and nobody knows since when
    assert (found["u"].days, found["u"].waiting) == (None, 29)
    assert measure_values(analysis, "responsiveness") == {
        f"problem:{name}": days for name, days in zip("pqrsu", (10, 0, None, None, None), strict=True)
    }
    assert measure_values(analysis, "typical_responsiveness") == {"": 5}


def test_a_settled_problem_waits_for_nothing(mapped):
    [one] = find_responses(mapped("Problem p reported=2024-03-01 status=resolved", day=DAY))
    assert one.waiting is None


@given(
    st.lists(st.sampled_from(["2023-01-01", "2024", "2024-02-10", "2024-06-30", "2027-01-01"]), max_size=3),
    st.sampled_from(["2023-06-01", "2024", "2024-02-10"]),
)
def test_responsiveness_equals_the_definition(mapped, pilots, report):
    analysis = mapped(
        f"Problem p reported={report}",
        *(f"Innovation i{n}" for n in range(len(pilots))),
        *(f"i{n} ADDRESSES p" for n in range(len(pilots))),
        day=DAY,
    )
    piloted(analysis, **{f"i{n}": [f"{day} pilot"] for n, day in enumerate(pilots)})
    come = sorted(day for day in pilots if day < "2026-09-30")
    expected = None
    if come and len(come[0]) == len(report) == 10:
        expected = max(0, (date.fromisoformat(come[0]) - date.fromisoformat(report)).days)
    assert measure_values(analysis, "responsiveness") == {"problem:p": expected}


def test_learning_beside_solving(mapped):
    analysis = mapped_assessments(
        mapped,
        asked("A", "team_learning", 1, 2),
        asked("A", "team_learning", 2, 3),
        asked("B", "team_learning", 1, 3),
        asked("B", "team_learning", 2, 3),
        more=(
            "Problem p reported=2024-01-01",
            "Innovation i stage=pilot stage_since=2024-01-31",
            "i ADDRESSES p",
            "A WORKS_ON p",
            "C WORKS_ON p",
        ),
    )
    assert [(one.stakeholder, one.change, one.days) for one in measure_paces(analysis)] == [("stakeholder:A", 1, 30)]


def test_a_part_for_everybody(mapped):
    analysis = mapped(
        *(f"Stakeholder {name}" for name in "ABCDE"),
        "Problem p",
        "Problem q status=resolved",
        "Innovation i",
        "Innovation x stage=stopped",
        "A OWNS p",
        "B AFFECTED_BY p",
        "C LEADS i",
        "D WORKS_ON q",
        "E LEADS x",
        "A PARTNERS_WITH B",
    )
    found = measure_equal_role(analysis)
    assert (found.named, found.roleless, found.tieless) == (
        ("stakeholder:A", "stakeholder:B", "stakeholder:C"),
        ("stakeholder:B",),
        ("stakeholder:C",),
    )
    assert found.share == pytest.approx(1 / 3)
    assert (found.vacant["OWNS"], found.vacant["WORKS_ON"], found.vacant["LEADS"], found.vacant["SPONSORS"]) == (
        (),
        ("problem:p",),
        (),
        ("innovation:i",),
    )
    assert found.load["OWNS"] == {"stakeholder:A": 1}
    assert measure_equal_role(mapped("Stakeholder A", "Problem p", "A OWNS p", files=("problems.csv",))).share is None


def test_averages_count_each_unit_once_and_leave_out_the_suppressed(mapped):
    analysis = mapped_assessments(
        mapped,
        asked("A", "team_learning", 1, 2),
        asked("B", "team_learning", 1, 5, people=40),
        asked("C", "team_learning", 1, 1, people=4),
    )
    assert [(one.discipline, one.wave, one.score, one.units) for one in average_scores(analysis)] == [
        ("team_learning", 1, 3.5, 2)
    ]
