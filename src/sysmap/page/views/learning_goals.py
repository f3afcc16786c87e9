"""The shared vision: how near each goal is, which sectors share it and which do not yet, and what contributes to it."""

from __future__ import annotations

from typing import Any

from sysmap.findings.learning_vision import way_gone
from sysmap.messages import Message
from sysmap.models.learning.vision import GoalPull, GoalStanding, find_goal_pulls, read_goal_standings
from sysmap.page.scores import round_score
from sysmap.page.views.port import ViewData, view
from sysmap.rendering.facts import Facts, clean_value

__all__ = ["WORDS", "goals_view"]

WORDS = {
    "goals": Message("Goals"),
    "goal_title": Message("Shared vision"),
    "goal_count": Message("{n} goals"),
    "goal_count_one": Message("{n} goal"),
    "goal_shared_count": Message("{n} shared by two sectors or more"),
    "goal_unheld_count": Message("{n} held by nobody"),
    "goal_away_count": Message("{n} losing ground"),
    "goal_by": Message("by {when}"),
    "goal_no_horizon": Message("no date to reach it by"),
    "goal_no_measure": Message("No measure is named."),
    "goal_shared": Message("{n} sectors share it"),
    "goal_alone": Message("one sector only"),
    "goal_unheld": Message("nobody holds it"),
    "goal_unclear": Message("sectors of its holders not known"),
    "goal_baseline": Message("start {n}"),
    "goal_actual": Message("now {n}"),
    "goal_target": Message("target {n}"),
    "goal_no_baseline": Message("start not recorded"),
    "goal_no_actual": Message("present value not recorded"),
    "goal_no_target": Message("target not set"),
    "goal_way": Message("{share} of the way"),
    "goal_reached": Message("reached"),
    "goal_unmoved": Message("the target is where it started"),
    "goal_holders": Message("Who shares it"),
    "goal_no_sector": Message("sector not stated"),
    "goal_not_yet": Message("Nobody yet from: {names}"),
    "goal_apart": Message("Works for it, but does not share it yet"),
    "goal_pull": Message("What contributes to it"),
    "goal_no_pull": Message("Nothing on the map contributes to it."),
}


@view("goals", WORDS, order=20, topic="learning")
def goals_view(facts: Facts) -> ViewData:
    """Every goal: first those that nobody holds, then those of one sector, then those furthest from their target.

    None without a goal.

    In its lists of nodes, a node that is not drawn is None, so that the page still counts it.
    """
    analysis = facts.analysis
    pulls = {pull.goal: pull for pull in find_goal_pulls(analysis)}
    standings = sorted(
        (standing for standing in read_goal_standings(analysis) if standing.goal in facts.index),
        key=lambda goal: (
            bool(goal.holders),
            goal.shared is not False,
            goal.progress is None,
            goal.progress or 0,
            goal.goal,
        ),
    )
    (field,) = (field for field in analysis.vocabulary.node("Stakeholder").fields if field.name == "sector")
    present = {
        clean_value(analysis.props(uid)["sector"])
        for uid in analysis.nodes("Stakeholder")
        if analysis.props(uid).get("sector")
    }
    labels = {choice.value: facts.translate(choice.label) for choice in field.choices if choice.value in present}
    labels |= {own: facts.repeat(own) for own in sorted(present - set(labels))}
    return (
        {"sectors": list(labels.items()), "goals": [_goal(facts, goal, pulls[goal.goal]) for goal in standings]}
        if standings
        else None
    )


def _goal(facts: Facts, goal: GoalStanding, pull: GoalPull) -> dict[str, Any]:
    """A goal for the board; `progress` is 0 at the start and 1 at the target, `share` says it in words."""
    values = facts.visible_values("Goal", facts.analysis.props(goal.goal))
    data: dict[str, Any] = {name: values.get(name) for name in ("horizon", "measure")}
    data |= {name: round_score(getattr(goal, name)) for name in ("baseline", "actual", "target", "progress")}
    return data | {
        "n": facts.index[goal.goal],
        "shared": goal.shared,
        "share": None if goal.progress is None else facts.translate(way_gone(goal.progress)),
        "holders": [
            [facts.index.get(uid), clean_value(facts.analysis.props(uid).get("sector"))] for uid in goal.holders
        ],
        "pull": [facts.index.get(uid) for uid in (*pull.innovations, *pull.problems)],
        "apart": [facts.index.get(uid) for uid in pull.apart],
    }
