"""What GROW sessions promised: the actions that are overdue, and the chosen innovations that do not move."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from sysmap.analysis import Analysis
from sysmap.findings.grow import SESSIONS
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_first, list_names
from sysmap.findings.steps import Field, Step, Subject, Tie
from sysmap.messages import Day, Joined, Message, Number, Text, plural
from sysmap.models.grow import Action, Session, read_sessions
from sysmap.records.innovation_around import CARRIERS, read_surroundings
from sysmap.records.innovation_stages import months_by_innovation
from sysmap.tables.dates import last_day

__all__ = ["chosen_option_stuck", "find_overdue", "find_stuck", "overdue_actions"]

MOST_WHO = 5
"""Up to so many people are named as those who act, as many as a list in a sentence names."""
MOST_TOLD = 3
"""So many actions, innovations or sessions are told one by one; the others are counted."""


def _sort_overdue(analysis: Analysis) -> list[tuple[Session, Action]]:
    """Every overdue action with its session: the one that is overdue longest first, equals by name."""
    late = [(session, action) for session in read_sessions(analysis) for action in session.overdue]
    return sorted(late, key=lambda pair: (pair[1].due or "", analysis.name(pair[1].stakeholder), pair[1].tie))


def _action_subject(session: Session, action: Action) -> Subject:
    return (session.session, action.stakeholder, action.tie)


def find_overdue(analysis: Analysis) -> Iterator[Subject]:
    """Yield (session, stakeholder, tie) of every overdue action, the one that is overdue longest first."""
    for pair in _sort_overdue(analysis):
        yield _action_subject(*pair)


@finding(
    topic="grow",
    order=510,
    story="promised",
    answers=("overdue",),
    title=Message("Overdue actions"),
    meaning=Message(
        "All actions of sessions that are past their due date and are not noted as done, in one sentence. Always high."
    ),
    needs=(SESSIONS,),
    search=find_overdue,
    urgent=1,
)
def overdue_actions(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all overdue actions; nothing if there are none."""
    late = _sort_overdue(analysis)
    if not late:
        return
    people = tuple(dict.fromkeys(action.stakeholder for _, action in late))
    sessions = tuple(dict.fromkeys(session.session for session, _ in late))
    agreed = sum(len(session.actions) for session in read_sessions(analysis))
    values = {
        "n": Number(len(late)),
        "all": Number(agreed),
        "who": list_names(analysis, people),
        "first": analysis.name(people[0]),
        "late": list_first([_describe_action(analysis, action) for _, action in late], most=MOST_TOLD),
    }
    item = _action_subject(*late[0])
    yield Finding(
        kind="overdue_actions",
        id="overdue_actions",
        title=plural(
            "{n} of {all} actions that were agreed on is overdue: {who}",
            "{n} of {all} actions that were agreed on are overdue: {who}",
            len(late),
        ).filled(**values),
        why=plural("It is about {late}.", "The one overdue longest comes first: {late}.", len(late)).filled(**values),
        next_step=Message(
            "Ask {first} first what stands in the way. For each overdue action, agree on a new date or on somebody "
            "else, and note which are done."
        ).filled(**values),
        evidence=(*sessions, *people),
        severity="high",
        weight=len(late),
        numbers={
            "overdue": len(late),
            "actions": agreed,
            "sessions": len(sessions),
            "oldest_due": late[0][1].due,
        },
        items=tuple(_action_subject(*pair) for pair in late),
        step=Step(item, Field(item[2], "done"), people[:MOST_WHO]),
    )


def _describe_action(analysis: Analysis, action: Action) -> Text:
    """An action in a few words: what, who, and until when."""
    return Message("{what} ({who}, due {due})").filled(
        what=action.what or Message("an action"),
        who=analysis.name(action.stakeholder),
        due=Day(_last_day_of(action.due or "")),
    )


def _last_day_of(due: str) -> date:
    """The last day of a due date, which may be a day, a month or a year.

    >>> _last_day_of("2026-02"), _last_day_of("2026")
    (datetime.date(2026, 2, 28), datetime.date(2026, 12, 31))
    """
    year, month, day = map(int, last_day(due).split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def _sort_stalled(analysis: Analysis) -> list[tuple[Session, str]]:
    """Every chosen innovation that stands still with the session that chose it, the longest first, equals by name.

    Where several sessions chose it, with the last of them.
    """
    last = {uid: session for session in read_sessions(analysis) for uid in session.stalled}
    months = months_by_innovation(analysis)
    return sorted(
        ((session, uid) for uid, session in last.items()),
        key=lambda pair: (-(months[pair[1]] or 0), analysis.name(pair[1]), pair[1]),
    )


def _sort_choiceless(analysis: Analysis) -> list[Session]:
    """Every session of whose choices all have stopped, the newest first."""
    return [
        session
        for session in reversed(read_sessions(analysis))
        if session.chosen and len(session.stopped) == len(session.chosen)
    ]


def find_stuck(analysis: Analysis) -> Iterator[Subject]:
    """Yield (session, innovation) of each choice that stands still, and (session, "choice") where all have stopped."""
    for session, uid in _sort_stalled(analysis):
        yield session.session, uid
    for session in _sort_choiceless(analysis):
        yield session.session, "choice"


@finding(
    topic="grow",
    order=520,
    story="promised",
    answers=("overdue",),
    title=Message("Chosen, but standing still"),
    meaning=Message(
        "Innovations that a session chose and that stand still (more than 12 months in one stage, a setting), in one "
        "sentence; and sessions of whose choices all have stopped. High for the former, low for the latter and where "
        "nobody is known who could act."
    ),
    needs=(SESSIONS,),
    search=find_stuck,
    urgent=1,
)
def chosen_option_stuck(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all choices that stand still, and one on the sessions whose choices have stopped."""
    if stalled := _sort_stalled(analysis):
        yield _describe_stalled(analysis, stalled)
    if choiceless := _sort_choiceless(analysis):
        yield _describe_choiceless(analysis, choiceless)


def _describe_stalled(analysis: Analysis, stalled: list[tuple[Session, str]]) -> Finding:
    """The finding on the choices that stand still; the next step is about the one that does so longest."""
    (session, first), innovations = stalled[0], tuple(uid for _, uid in stalled)
    who = _find_who(analysis, session, first)
    values = {
        "stuck": list_names(analysis, innovations),
        "n": Number(len(stalled)),
        "session": analysis.name(session.session),
        "first": analysis.name(first),
        "months": Number(months_by_innovation(analysis)[first] or 0),
        "who": list_names(analysis, who),
        "others": list_names(analysis, [uid for uid in session.options if uid not in session.chosen]),
    }
    item = (session.session, first)
    return Finding(
        kind="chosen_option_stuck",
        id="chosen_option_stuck",
        title=plural(
            "{stuck} was chosen in a GROW session and stands still",
            "{n} innovations that were chosen in GROW sessions stand still: {stuck}",
            len(stalled),
        ).filled(**values),
        why=Joined(
            (
                Message("{session} chose {first}, which has been in one stage for {months} months.").filled(**values),
                Message("A choice that nobody carries on costs the trust of those who made it."),
            )
        ),
        next_step=_advise_stalled(session, who=bool(who)).filled(**values),
        evidence=(*dict.fromkeys(session.session for session, _ in stalled), *innovations),
        severity="high" if who else "low",
        weight=len(stalled),
        numbers={"stuck": len(stalled), "months": months_by_innovation(analysis)[first]},
        items=tuple((session.session, uid) for session, uid in stalled),
        step=Step(item, Field(first, "stage", _other_stages(analysis, first)), who),
    )


def _advise_stalled(session: Session, *, who: bool) -> Message:
    """What to do about a choice that stands still; `who`: whether somebody is known who could act."""
    others = set(session.options) - set(session.chosen)
    if not who:
        return Message("Find somebody to lead {first}, or stop it and say so.")
    if others:
        return Message(
            "Let {who} say at the next meeting what holds {first}: move it on to the next stage, or stop it and turn to "
            "{others}."
        )
    return Message(
        "Let {who} say at the next meeting what holds {first}: move it on to the next stage, or stop it and choose "
        "again."
    )


def _find_who(analysis: Analysis, session: Session, innovation: str) -> tuple[str, ...]:
    """Who could move an innovation on: its leads, else others with a part in it, else those of the session."""
    by = read_surroundings(analysis, innovation).by
    for people in (*(by[type] for type in CARRIERS), session.involved, _list_actors(session)):
        if people:
            return tuple(sorted(people, key=analysis.name)[:MOST_WHO])
    return ()


def _list_actors(session: Session) -> tuple[str, ...]:
    """Those who have an action of the session."""
    return tuple(dict.fromkeys(action.stakeholder for action in session.actions))


def _other_stages(analysis: Analysis, innovation: str) -> tuple[str, ...]:
    """The stages that an innovation could go to."""
    (field,) = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    return tuple(choice.value for choice in field.choices if choice.value != analysis.props(innovation).get("stage"))


def _describe_choiceless(analysis: Analysis, sessions: list[Session]) -> Finding:
    """The finding on the sessions of whose choices all have stopped; the next step is about the newest."""
    newest = sessions[0]
    others = tuple(uid for uid in newest.options if uid not in newest.chosen)
    who = tuple(sorted(newest.involved or _list_actors(newest), key=analysis.name))[:MOST_WHO]
    values = {
        "n": Number(len(sessions)),
        "sessions": list_names(analysis, [session.session for session in sessions]),
        "session": analysis.name(newest.session),
        "stopped": list_names(analysis, newest.stopped),
        "others": list_names(analysis, others),
        "who": list_names(analysis, who),
    }
    choose = plural("{others} was thought of too.", "{others} were thought of too.", len(others))
    ask = Message("Let {who} meet again and choose.") if who else Message("Meet again and choose.")
    return Finding(
        kind="chosen_option_stuck",
        id="chosen_option_stuck:stopped",
        title=plural(
            "What {sessions} chose has stopped, and nothing was chosen in its place",
            "What {n} GROW sessions chose has stopped, and nothing was chosen in its place: {sessions}",
            len(sessions),
        ).filled(**values),
        why=Message("{session} chose {stopped}.").filled(**values),
        next_step=Joined((ask.filled(**values), choose.filled(**values))) if others else ask.filled(**values),
        evidence=tuple(uid for session in sessions for uid in (session.session, *session.stopped)),
        severity="low",
        weight=len(sessions),
        numbers={"sessions": len(sessions)},
        items=tuple((session.session, "choice") for session in sessions),
        step=Step((newest.session, "choice"), Tie("CHOSE", newest.session, others[0] if others else None), who),
    )
