"""The goals' data equal what the models say; what is not recorded is not said."""

import pytest

from sysmap.models.learning.vision import find_goal_pulls, read_goal_standings
from sysmap.page.views.learning_goals import goals_view
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


def test_every_goal_is_the_model_s(gunungkidul):
    facts = Facts(gunungkidul, Look())
    told = goals_view(facts)
    known, pulls = (
        {one.goal: one for one in found} for found in (read_goal_standings(gunungkidul), find_goal_pulls(gunungkidul))
    )
    assert sorted(facts.uids[row["n"]] for row in told["goals"]) == sorted(known)
    for row in told["goals"]:
        one, pull = known[facts.uids[row["n"]]], pulls[facts.uids[row["n"]]]
        assert (row["baseline"], row["actual"], row["target"], row["shared"]) == (
            one.baseline,
            one.actual,
            one.target,
            one.shared,
        )
        assert row["progress"] == pytest.approx(one.progress, rel=1e-8)
        assert tuple(facts.uids[at] for at, _ in row["holders"]) == one.holders
        assert tuple(sorted({sector for _, sector in row["holders"]})) == one.sectors
        assert tuple(facts.uids[at] for at in row["pull"]) == (*pull.innovations, *pull.problems)
        assert tuple(facts.uids[at] for at in row["apart"]) == pull.apart
    assert told["goals"][0]["shared"] is False  # the one that needs others comes first
    assert [value for value, _ in told["sectors"]] == ["government", "academia", "business", "community", "media"]


def test_who_works_for_a_goal_without_sharing_it_by_hand(analysis_of, node, tie):
    goal, other = node("Goal", "g"), node("Goal", "other")
    lives, stopped, problem, solved = (
        node("Innovation", "lives", stage="pilot"),
        node("Innovation", "stopped", stage="stopped"),
        node("Problem", "p"),
        node("Problem", "solved", status="resolved"),
    )
    lead, owner, holder, late, past = (
        node("Stakeholder", name) for name in ("lead", "owner", "holder", "late", "past")
    )
    ties = [
        *(tie("CONTRIBUTES_TO", row, goal) for row in (lives, stopped, problem, solved)),
        tie("LEADS", lead, lives),
        tie("OWNS", owner, problem),
        tie("SHARES", holder, goal),
        tie("SPONSORS", holder, lives),
        tie("LEADS", late, stopped),
        tie("WORKS_ON", past, solved),
    ]
    first, second = find_goal_pulls(
        analysis_of([goal, other, lives, stopped, problem, solved, lead, owner, holder, late, past], ties)
    )
    assert first.apart == (
        "stakeholder:lead",
        "stakeholder:owner",
    )  # neither who shares it, nor who works on what is over
    assert first.innovations == ("innovation:lives", "innovation:stopped")
    assert (second.innovations, second.problems, second.apart) == ((), (), ())


def test_what_is_not_recorded_is_none(analysis_of, node):
    told = goals_view(
        Facts(analysis_of([node("Goal", "g", target=5), node("Goal", "h", baseline=5, actual=6, target=5)], []), Look())
    )
    bare, level = told["goals"]
    assert (bare["baseline"], bare["actual"], bare["target"], bare["progress"], bare["share"], bare["horizon"]) == (
        None,
        None,
        5,
        None,
        None,
        None,
    )
    assert level["progress"] is None  # the target is the baseline: there is no way to go
    assert goals_view(Facts(analysis_of([node("Stakeholder", "a")], []), Look())) is None
