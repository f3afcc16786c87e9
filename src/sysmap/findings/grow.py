"""GROW sessions: whether they were finished, decided together, and kept."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import enumerated, listed
from sysmap.findings.severity import by_problems, graded
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.grow import Session, read_sessions
from sysmap.records.coverage_work import open_problems

__all__ = ["chosen_option_stuck", "grow_sessions", "incomplete_session", "overdue_actions", "session_not_together"]

SESSIONS = Need(
    lambda analysis: "grow.csv" in analysis.files or bool(analysis.nodes("GrowSession")),
    Message("There are no data on GROW sessions: no grow.csv."),
    Message("Hold a session with the tables of sysmap new --grow, and build the map again."),
)
HALF = 0.5

PARTS = {
    "goal": Message("a goal"),
    "reality": Message("how things stand (reality)"),
    "options": Message("a second option"),
    "actions": Message("an action with somebody to do it (what next)"),
    "dates": Message("a due date for each action"),
}


@finding(
    topic="grow",
    order=550,
    story="promised",
    title=Message("GROW sessions"),
    meaning=Message(
        "How many sessions were held (goal, reality, options, what next), how many are complete and how many were decided together. Always info."
    ),
    source="Whitmore 1992",
    needs=(SESSIONS,),
)
def grow_sessions(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all sessions, where one was held."""
    found = read_sessions(analysis)
    if not found:
        return
    complete, together = sum(not one.lacks for one in found), sum(one.together is True for one in found)
    actions = [action for one in found for action in one.actions]
    done, late = sum(action.done is not None for action in actions), sum(action.overdue is True for action in actions)
    told = {
        "n": Number(len(found)),
        "complete": Number(complete),
        "together": Number(together),
        "actions": Number(len(actions)),
        "done": Number(done),
        "late": Number(late),
    }
    yield Finding(
        "grow_sessions",
        "grow_sessions",
        plural(
            "{n} GROW session: {complete} complete, {together} decided together",
            "{n} GROW sessions: {complete} complete, {together} decided together",
            len(found),
        ).filled(**told),
        plural(
            "{n} action: {done} done, {late} overdue.", "{n} actions: {done} done, {late} overdue.", len(actions)
        ).filled(**{**told, "n": told["actions"]}),
        Message("Open each session with what came of the last."),
        tuple(one.session for one in found),
        "info",
        weight=len(found),
        numbers={
            "sessions": len(found),
            "complete": complete,
            "together": together,
            "actions": len(actions),
            "done": done,
            "overdue": late,
        },
    )


@finding(
    topic="grow",
    order=530,
    story="promised",
    answers=("overdue",),
    title=Message("GROW session left unfinished"),
    meaning=Message(
        "A session without a goal, the reality, two options, an action with somebody to do it, or a due date for each action. Medium when two parts or more are "
        "missing, else low."
    ),
    source="Whitmore 1992",
    needs=(SESSIONS,),
)
def incomplete_session(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session that lacks a part."""
    for one in read_sessions(analysis):
        if one.lacks:
            told = {"name": analysis.name(one.session), "missing": enumerated([PARTS[part] for part in one.lacks])}
            yield Finding(
                "incomplete_session",
                f"incomplete_session:{one.session}",
                Message("{name} was left unfinished: it lacks {missing}").filled(**told),
                Message("What is not settled in the meeting is settled by nobody."),
                Message("Meet once more and add {missing}.").filled(**told),
                (one.session, *one.problems),
                graded(len(one.lacks), high=len(PARTS) + 1, medium=2),
                weight=len(one.lacks),
                numbers={"missing": len(one.lacks)},
            )


@finding(
    topic="grow",
    order=540,
    title=Message("Not decided together"),
    meaning=Message(
        "A session whose people come from one sector only, or among whom nobody is affected by the problem considered (AFFECTED_BY). As severe as the gravest of its "
        "open problems: high from 4, medium from 3 (or when no problem is rated), else low."
    ),
    needs=(SESSIONS,),
)
def session_not_together(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session that was not decided together."""
    for one in read_sessions(analysis):
        if one.together is False:
            sufferers = tuple(
                sorted(
                    {
                        source
                        for source, _, type in analysis.graph.in_edges(one.problems, data="type")
                        if type == "AFFECTED_BY"
                    }
                )
            )
            told = {
                "name": analysis.name(one.session),
                "n": Number(len(one.involved)),
                "people": listed(analysis, one.involved),
                "sectors": Number(len(one.sectors)),
                "affected": listed(analysis, sufferers, most=3),
            }
            yield Finding(
                "session_not_together",
                f"session_not_together:{one.session}",
                Message("{name} was not decided together: {people}").filled(**told),
                Joined(
                    (
                        plural(
                            "Those who met come from {sectors} sector.",
                            "Those who met come from {sectors} sectors.",
                            len(one.sectors),
                        ).filled(**told),
                        _heard(analysis, one),
                    )
                ),
                Message("Go over it again with those affected: {affected}.").filled(**told)
                if sufferers
                else Message("Invite another sector and those affected, and go over it again."),
                (one.session, *one.involved),
                _by_problems(analysis, one),
                weight=len(one.involved),
                numbers={"involved": len(one.involved), "sectors": len(one.sectors), "affected": len(one.affected)},
            )


def _heard(analysis: Analysis, one: Session) -> Text:
    if one.affected:
        return Message("Affected among them: {names}.").filled(names=listed(analysis, one.affected))
    return Message("None of them is known to be affected by the problem.")


def _by_problems(analysis: Analysis, one: Session) -> Severity:
    living = set(open_problems(analysis))
    problems = tuple(uid for uid in one.problems if uid in living)
    return by_problems(analysis, problems) if problems else "medium"


@finding(
    topic="grow",
    order=510,
    story="promised",
    answers=("overdue",),
    title=Message("Overdue actions"),
    meaning=Message(
        "Actions of a session that are past their due date and not done. High when half of its actions and more are, else medium."
    ),
    needs=(SESSIONS,),
)
def overdue_actions(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session with an overdue action."""
    for one in read_sessions(analysis):
        if one.overdue:
            first, people = one.overdue[0], tuple(dict.fromkeys(action.stakeholder for action in one.overdue))
            told = {
                "name": analysis.name(one.session),
                "n": Number(len(one.overdue)),
                "all": Number(len(one.actions)),
                "who": listed(analysis, people),
                "first": analysis.name(first.stakeholder),
                "what": first.what or Message("an action"),
                "due": first.due,
            }
            yield Finding(
                "overdue_actions",
                f"overdue_actions:{one.session}",
                plural(
                    "{n} of {all} actions of {name} is overdue: {who}",
                    "{n} of {all} actions of {name} are overdue: {who}",
                    len(one.overdue),
                ).filled(**told),
                Message("The oldest: {what} ({first}, due {due}).").filled(**told),
                Message("Ask {first} what stands in the way, and agree on a new date or another hand.").filled(**told),
                (one.session, *people),
                graded(len(one.overdue) / len(one.actions), high=HALF, medium=0),
                weight=len(one.overdue),
                numbers={"overdue": len(one.overdue), "actions": len(one.actions), "oldest_due": first.due},
            )


@finding(
    topic="grow",
    order=520,
    story="promised",
    answers=("overdue",),
    title=Message("Chosen, but standing still"),
    meaning=Message(
        "An innovation that a session chose, and that has stopped or stands still (more than 12 months in one stage, a setting). As severe as the gravest open "
        "problem of the session: high from 4, medium from 3 (or when no problem is rated), else low."
    ),
    needs=(SESSIONS,),
)
def chosen_option_stuck(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session whose choice stands still."""
    for one in read_sessions(analysis):
        if one.stuck:
            others = tuple(uid for uid in one.options if uid not in one.chosen)
            told = {
                "name": analysis.name(one.session),
                "stuck": listed(analysis, one.stuck),
                "others": listed(analysis, others),
            }
            yield Finding(
                "chosen_option_stuck",
                f"chosen_option_stuck:{one.session}",
                plural(
                    "{name} chose {stuck}, which stands still",
                    "{name} chose {stuck}, which stand still",
                    len(one.stuck),
                ).filled(**told),
                Message("A choice that nobody carries on costs the trust of those who made it."),
                Message("Meet again: remove what holds it, or turn to {others}.").filled(**told)
                if others
                else Message("Meet again: remove what holds it, or find another option."),
                (one.session, *one.stuck),
                _by_problems(analysis, one),
                weight=len(one.stuck),
                numbers={"stuck": len(one.stuck), "chosen": len(one.chosen)},
            )
