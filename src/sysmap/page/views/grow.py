"""The board of GROW sessions: goal, reality, options, what next; what is missing, whether it was decided together, and what became of it."""

from __future__ import annotations

from typing import Any

from sysmap.messages import Message
from sysmap.models.grow import Action, Session, read_sessions
from sysmap.page.views.port import Told, view
from sysmap.records.times import days_between
from sysmap.rendering.facts import Facts, clean_value, pair

__all__ = ["WORDS", "grow_view"]

WORDS = {
    "grow": Message("GROW sessions"),
    "grow_goal": Message("Goal"),
    "grow_reality": Message("Reality"),
    "grow_options": Message("Options"),
    "grow_next": Message("What next"),
    "grow_goal_asks": Message("What do we want to reach?"),
    "grow_reality_asks": Message("How do things stand?"),
    "grow_options_asks": Message("What could we do?"),
    "grow_next_asks": Message("Who does what by when?"),
    "grow_count": Message("{n} sessions"),
    "grow_count_one": Message("{n} session"),
    "grow_complete_count": Message("{n} complete"),
    "grow_together_count": Message("{n} decided together"),
    "grow_done_count": Message("{n} of {all} actions done"),
    "grow_late_count": Message("{n} overdue"),
    "grow_as_of": Message("as of {day}"),
    "grow_undated": Message("no date"),
    "grow_steps": Message("Steps taken"),
    "grow_step_open": Message("{step}: not yet"),
    "grow_step_done": Message("{step}: taken"),
    "grow_complete": Message("complete"),
    "grow_lacks": Message("unfinished"),
    "grow_together": Message("decided together"),
    "grow_apart": Message("not decided together"),
    "grow_perhaps": Message("together? not known"),
    "grow_who": Message("Who met"),
    "grow_nobody": Message("Nobody is named."),
    "grow_sectors": Message("{n} sectors: {names}"),
    "grow_one_sector": Message("one sector only: {names}"),
    "grow_no_sector": Message("sectors not stated"),
    "grow_affected": Message("affected"),
    "grow_heard": Message("{n} of them affected by the problem"),
    "grow_unheard": Message("none of them is affected by the problem"),
    "grow_not_asked": Message("who is affected is not recorded"),
    "grow_problems": Message("Problems considered"),
    "grow_chosen": Message("chosen"),
    "grow_stuck": Message("stands still"),
    "grow_done": Message("done {day}"),
    "grow_due": Message("due {day}"),
    "grow_late": Message("overdue by {n} days"),
    "grow_late_unknown": Message("overdue"),
    "grow_no_due": Message("no due date"),
    "grow_some_action": Message("an action without words"),
    "grow_no_goal": Message("No goal was written down."),
    "grow_no_reality": Message("How things stand was not written down."),
    "grow_no_options": Message("No option was named: a choice needs two."),
    "grow_one_option": Message("Only one option: a choice needs two."),
    "grow_no_choice": Message("Nothing has been chosen yet."),
    "grow_no_actions": Message("Nobody has anything to do yet."),
}


@view("grow", WORDS, order=50, topic="grow")
def grow_view(facts: Facts) -> Told:
    """Every session held by the day of the analysis, the newest first; None without one. A node that is not drawn is counted, without a number."""
    held = [one for one in read_sessions(facts.analysis) if one.session in facts.index]
    return {"day": facts.analysis.as_of.isoformat(), "steps": _steps(facts), "sectors": _sectors(facts),
            "sessions": [_told(facts, one) for one in reversed(held)]} if held else None


def _steps(facts: Facts) -> list[list[Any]]:
    """[value, words] of each step of GROW, in order."""
    field, = (field for field in facts.analysis.vocabulary.node("GrowSession").fields if field.name == "status")
    return [[choice.value, pair(choice.label)] for choice in field.choices]


def _sectors(facts: Facts) -> dict[str, list[str]]:
    field, = (field for field in facts.analysis.vocabulary.node("Stakeholder").fields if field.name == "sector")
    return {choice.value: pair(choice.label) for choice in field.choices}


def _told(facts: Facts, one: Session) -> dict[str, Any]:
    def at(uids: tuple[str, ...]) -> list[int | None]:
        return [facts.index.get(uid) for uid in uids]
    props = facts.told("GrowSession", facts.analysis.props(one.session))
    asked = any(type == "AFFECTED_BY" for _, _, type in facts.analysis.graph.in_edges(one.problems, data="type"))
    return {"n": facts.index[one.session], "date": clean_value(one.date), "step": clean_value(one.step), "goal": props.get("goal"), "reality": props.get("reality"),
            "problems": at(one.problems), "involved": at(one.involved), "options": at(one.options), "chosen": at(one.chosen), "stuck": at(one.stuck),
            "actions": [_action(facts, action) for action in one.actions], "lacks": one.lacks, "together": one.together,
            "sectors": [clean_value(sector) for sector in one.sectors], "affected": at(one.affected), "asked": asked}


def _action(facts: Facts, one: Action) -> dict[str, Any]:
    """An action that may be told; `late`: days past its due date, None where that is not known to the day."""
    late = days_between(one.due, facts.analysis.as_of.isoformat()) if one.overdue and one.due else None
    return {"who": facts.index.get(one.stakeholder), "what": clean_value(one.what), "due": clean_value(one.due), "done": clean_value(one.done), "overdue": one.overdue, "late": late}
