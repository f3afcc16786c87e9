"""The shared vision: how far each goal has come, who shares it by sector and who does not yet, and what contributes to it."""

from __future__ import annotations

from typing import Any

from sysmap.findings.learning_vision import way_gone
from sysmap.messages import Message
from sysmap.models.learning.vision import GoalPull, GoalStanding, find_goal_pulls, read_goal_standings
from sysmap.page.scores import round_score
from sysmap.page.views.port import Told, view
from sysmap.rendering.facts import Facts, clean_value, pair

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
def goals_view(facts: Facts) -> Told:
    """Every goal: those that nobody holds first, then those of one sector, then those furthest from their target; None without a goal.

    A node that is not drawn is counted, without a number.
    """
    analysis = facts.analysis
    pulls = {one.goal: one for one in find_goal_pulls(analysis)}
    found = sorted((one for one in read_goal_standings(analysis) if one.goal in facts.index), key=lambda one: (bool(one.holders), one.shared is not False, one.progress is None, one.progress or 0, one.goal))
    field, = (field for field in analysis.vocabulary.node("Stakeholder").fields if field.name == "sector")
    present = {clean_value(analysis.props(uid)["sector"]) for uid in analysis.nodes("Stakeholder") if analysis.props(uid).get("sector")}
    labels = {choice.value: pair(choice.label) for choice in field.choices if choice.value in present}
    labels |= {own: [own, own] for own in sorted(present - set(labels))}
    return {"sectors": list(labels.items()), "goals": [_told(facts, one, pulls[one.goal]) for one in found]} if found else None


def _told(facts: Facts, one: GoalStanding, pull: GoalPull) -> dict[str, Any]:
    props = facts.told("Goal", facts.analysis.props(one.goal))
    told: dict[str, Any] = {name: props.get(name) for name in ("horizon", "measure")}
    told |= {name: round_score(getattr(one, name)) for name in ("baseline", "actual", "target", "progress")}
    return told | {
        "n": facts.index[one.goal], "shared": one.shared, "share": None if one.progress is None else pair(way_gone(one.progress)),
        "holders": [[facts.index.get(uid), clean_value(facts.analysis.props(uid).get("sector"))] for uid in one.holders],
        "pull": [facts.index.get(uid) for uid in (*pull.innovations, *pull.problems)], "apart": [facts.index.get(uid) for uid in pull.apart]}
