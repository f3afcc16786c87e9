"""GROW sessions: whether they were finished, decided together, and kept."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import list_names, list_texts
from sysmap.findings.severity import grade, grade_by_problems
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

PART_NAMES = {
    "goal": Message("a goal"),
    "reality": Message("how things stand (reality)"),
    "options": Message("a second option"),
    "actions": Message("an action with somebody to do it (what next)"),
    "dates": Message("a due date for each action"),
}
"""Part that a session can lack -> its name in the sentence "it lacks ..."."""

SESSIONS_HELD = plural(
    "{n} GROW session: {complete} complete, {together} decided together",
    "{n} GROW sessions: {complete} complete, {together} decided together",
)
ACTIONS_AGREED = plural("{n} action: {done} done, {late} overdue.", "{n} actions: {done} done, {late} overdue.")


@finding(
    topic="grow",
    order=550,
    story="promised",
    title=Message("GROW sessions"),
    meaning=Message(
        "How many sessions were held (goal, reality, options, what next), how many are complete and how many were "
        "decided together. Always info."
    ),
    source="Whitmore 1992",
    needs=(SESSIONS,),
)
def grow_sessions(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all sessions; nothing if none was held."""
    sessions = read_sessions(analysis)
    if not sessions:
        return
    complete = sum(not session.lacks for session in sessions)
    together = sum(session.together is True for session in sessions)
    actions = [action for session in sessions for action in session.actions]
    done = sum(action.done is not None for action in actions)
    late = sum(action.overdue is True for action in actions)
    yield Finding(
        kind="grow_sessions",
        id="grow_sessions",
        title=SESSIONS_HELD.counted(len(sessions)).filled(
            n=Number(len(sessions)), complete=Number(complete), together=Number(together)
        ),
        why=ACTIONS_AGREED.counted(len(actions)).filled(n=Number(len(actions)), done=Number(done), late=Number(late)),
        next_step=Message("Open each session with what came of the last."),
        evidence=tuple(session.session for session in sessions),
        severity="info",
        weight=len(sessions),
        numbers={
            "sessions": len(sessions),
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
        "A session without a goal, the reality, two options, an action with somebody to do it, or a due date for each "
        "action. Medium when two parts or more are missing, else low."
    ),
    source="Whitmore 1992",
    needs=(SESSIONS,),
)
def incomplete_session(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session that lacks a part."""
    for session in read_sessions(analysis):
        if session.lacks:
            values = {
                "name": analysis.name(session.session),
                "missing": list_texts([PART_NAMES[part] for part in session.lacks]),
            }
            yield Finding(
                kind="incomplete_session",
                id=f"incomplete_session:{session.session}",
                title=Message("{name} was left unfinished: it lacks {missing}").filled(**values),
                why=Message("What is not settled in the meeting is settled by nobody."),
                next_step=Message("Meet once more and add {missing}.").filled(**values),
                evidence=(session.session, *session.problems),
                severity=grade(len(session.lacks), high=len(PART_NAMES) + 1, medium=2),
                weight=len(session.lacks),
                numbers={"missing": len(session.lacks)},
            )


@finding(
    topic="grow",
    order=540,
    title=Message("Not decided together"),
    meaning=Message(
        "A session whose people come from one sector only, or among whom nobody is affected by the problem considered "
        "(AFFECTED_BY). As severe as the gravest of its open problems: high from 4, medium from 3 (or when no problem "
        "is rated), else low."
    ),
    needs=(SESSIONS,),
)
def session_not_together(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session that was not decided together."""
    for session in read_sessions(analysis):
        if session.together is False:
            yield _describe_not_together(analysis, session)


def _describe_not_together(analysis: Analysis, session: Session) -> Finding:
    """The finding on one session that was not decided together."""
    affected = _find_affected(analysis, session)
    values = {
        "name": analysis.name(session.session),
        "n": Number(len(session.involved)),
        "people": list_names(analysis, session.involved),
        "sectors": Number(len(session.sectors)),
        "affected": list_names(analysis, affected, most=3),
    }
    return Finding(
        kind="session_not_together",
        id=f"session_not_together:{session.session}",
        title=Message("{name} was not decided together: {people}").filled(**values),
        why=Joined(
            (
                plural(
                    "Those who met come from {sectors} sector.",
                    "Those who met come from {sectors} sectors.",
                    len(session.sectors),
                ).filled(**values),
                _name_affected(analysis, session),
            )
        ),
        next_step=Message("Go over it again with those affected: {affected}.").filled(**values)
        if affected
        else Message("Invite another sector and those affected, and go over it again."),
        evidence=(session.session, *session.involved),
        severity=_rate_session(analysis, session),
        weight=len(session.involved),
        numbers={
            "involved": len(session.involved),
            "sectors": len(session.sectors),
            "affected": len(session.affected),
        },
    )


def _find_affected(analysis: Analysis, session: Session) -> tuple[str, ...]:
    """All stakeholders who are affected by the problems of the session, whether they took part or not."""
    ties = analysis.graph.in_edges(session.problems, data="type")
    return tuple(sorted({source for source, _, type in ties if type == "AFFECTED_BY"}))


def _name_affected(analysis: Analysis, session: Session) -> Text:
    """Which of those who took part are affected."""
    if session.affected:
        return Message("Affected among them: {names}.").filled(names=list_names(analysis, session.affected))
    return Message("None of them is known to be affected by the problem.")


def _rate_session(analysis: Analysis, session: Session) -> Severity:
    """As severe as the gravest open problem of the session; medium if it has none that is still open."""
    still_open = set(open_problems(analysis))
    problems = tuple(uid for uid in session.problems if uid in still_open)
    return grade_by_problems(analysis, problems) if problems else "medium"


@finding(
    topic="grow",
    order=510,
    story="promised",
    answers=("overdue",),
    title=Message("Overdue actions"),
    meaning=Message(
        "Actions of a session that are past their due date and not done. High when half of its actions and more are, "
        "else medium."
    ),
    needs=(SESSIONS,),
)
def overdue_actions(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session with an overdue action."""
    for session in read_sessions(analysis):
        if session.overdue:
            first, people = session.overdue[0], tuple(dict.fromkeys(action.stakeholder for action in session.overdue))
            values = {
                "name": analysis.name(session.session),
                "n": Number(len(session.overdue)),
                "all": Number(len(session.actions)),
                "who": list_names(analysis, people),
                "first": analysis.name(first.stakeholder),
                "what": first.what or Message("an action"),
                "due": first.due,
            }
            yield Finding(
                kind="overdue_actions",
                id=f"overdue_actions:{session.session}",
                title=plural(
                    "{n} of {all} actions of {name} is overdue: {who}",
                    "{n} of {all} actions of {name} are overdue: {who}",
                    len(session.overdue),
                ).filled(**values),
                why=Message("The oldest: {what} ({first}, due {due}).").filled(**values),
                next_step=Message(
                    "Ask {first} what stands in the way, and agree on a new date or another hand."
                ).filled(**values),
                evidence=(session.session, *people),
                severity=grade(len(session.overdue) / len(session.actions), high=HALF, medium=0),
                weight=len(session.overdue),
                numbers={"overdue": len(session.overdue), "actions": len(session.actions), "oldest_due": first.due},
            )


@finding(
    topic="grow",
    order=520,
    story="promised",
    answers=("overdue",),
    title=Message("Chosen, but standing still"),
    meaning=Message(
        "An innovation that a session chose, and that has stopped or stands still (more than 12 months in one stage, a "
        "setting). As severe as the gravest open problem of the session: high from 4, medium from 3 (or when no "
        "problem is rated), else low."
    ),
    needs=(SESSIONS,),
)
def chosen_option_stuck(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session that chose an innovation which stopped or stands still."""
    for session in read_sessions(analysis):
        if session.stuck:
            others = tuple(uid for uid in session.options if uid not in session.chosen)
            values = {
                "name": analysis.name(session.session),
                "stuck": list_names(analysis, session.stuck),
                "others": list_names(analysis, others),
            }
            yield Finding(
                kind="chosen_option_stuck",
                id=f"chosen_option_stuck:{session.session}",
                title=plural(
                    "{name} chose {stuck}, which stands still",
                    "{name} chose {stuck}, which stand still",
                    len(session.stuck),
                ).filled(**values),
                why=Message("A choice that nobody carries on costs the trust of those who made it."),
                next_step=Message("Meet again: remove what holds it, or turn to {others}.").filled(**values)
                if others
                else Message("Meet again: remove what holds it, or find another option."),
                evidence=(session.session, *session.stuck),
                severity=_rate_session(analysis, session),
                weight=len(session.stuck),
                numbers={"stuck": len(session.stuck), "chosen": len(session.chosen)},
            )
