"""The board of GROW sessions: goal, reality, options, what next.

What a session lacks, and what became of its actions.
"""

from __future__ import annotations

from typing import Any

from sysmap.messages import Message
from sysmap.models.grow import Action, Session, is_complete, read_sessions
from sysmap.page.views.port import ViewData, view
from sysmap.records.times import days_between
from sysmap.rendering.facts import Facts, clean_value

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
def grow_view(facts: Facts) -> ViewData:
    """Every session held by the day of the analysis, the newest first; None without one.

    In its lists of nodes, a node that is not drawn is None, so that the page still counts it.
    """
    sessions = [session for session in read_sessions(facts.analysis) if session.session in facts.index]
    return (
        {
            "day": facts.analysis.as_of.isoformat(),
            "steps": _steps(facts),
            "sectors": _sectors(facts),
            "sessions": [_session(facts, session) for session in reversed(sessions)],
        }
        if sessions
        else None
    )


def _steps(facts: Facts) -> list[list[Any]]:
    """[value, label] of each step of GROW, in order."""
    (field,) = (field for field in facts.analysis.vocabulary.node("GrowSession").fields if field.name == "status")
    return [[choice.value, facts.translate(choice.label)] for choice in field.choices]


def _sectors(facts: Facts) -> dict[str, list[str]]:
    """The labels of the declared sectors, by their value."""
    (field,) = (field for field in facts.analysis.vocabulary.node("Stakeholder").fields if field.name == "sector")
    return {choice.value: facts.translate(choice.label) for choice in field.choices}


def _session(facts: Facts, session: Session) -> dict[str, Any]:
    """A session for the board; `asked`: whether the map says of anybody that one of its problems affects them."""

    def numbers(uids: tuple[str, ...]) -> list[int | None]:
        return [facts.index.get(uid) for uid in uids]

    values = facts.visible_values("GrowSession", facts.analysis.props(session.session))
    asked = any(type == "AFFECTED_BY" for _, _, type in facts.analysis.graph.in_edges(session.problems, data="type"))
    return {
        "n": facts.index[session.session],
        "date": clean_value(session.date),
        "step": clean_value(session.step),
        "goal": values.get("goal"),
        "reality": values.get("reality"),
        "problems": numbers(session.problems),
        "involved": numbers(session.involved),
        "options": numbers(session.options),
        "chosen": numbers(session.chosen),
        "stuck": numbers(session.stuck),
        "actions": [_action(facts, action) for action in session.actions],
        "lacks": session.lacks,
        "complete": is_complete(facts.analysis, session),
        "together": session.together,
        "sectors": [clean_value(sector) for sector in session.sectors],
        "affected": numbers(session.affected),
        "asked": asked,
    }


def _action(facts: Facts, action: Action) -> dict[str, Any]:
    """An action for the board; `late`: days past its due date, None where the due date is not known to the day."""
    late = days_between(action.due, facts.analysis.as_of.isoformat()) if action.overdue and action.due else None
    return {
        "who": facts.index.get(action.stakeholder),
        "what": clean_value(action.what),
        "due": clean_value(action.due),
        "done": clean_value(action.done),
        "overdue": action.overdue,
        "late": late,
    }
