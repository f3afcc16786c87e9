"""GROW sessions: whether they were noted to the end, and whether they decided together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, Need, finding
from sysmap.findings.sentences import list_first, list_names, list_texts
from sysmap.findings.severity import MEDIUM_FROM
from sysmap.findings.steps import Field, Step, Subject, Tie
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.grow import Session, read_sessions
from sysmap.records.coverage_work import open_problems

__all__ = ["SESSIONS", "find_apart", "find_incomplete", "grow_sessions", "incomplete_session", "session_not_together"]

SESSIONS = Need(
    lambda analysis: "grow.csv" in analysis.files or bool(analysis.nodes("GrowSession")),
    Message("There are no data on GROW sessions."),
    Message("Hold a session, and write down in grow.csv what it decided."),
)
MOST_WHO = 5
"""Up to so many people are named as those who act, as many as a list in a sentence names."""
MOST_TOLD = 3
"""Of so many sessions it is told what they lack; the others are counted."""

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
NO_ACTIONS = Message("No action of any session is noted.")
AGAIN_WITH = Message("Let {people} go over {name} again together with {invited}.")
AGAIN = Message("Let {people} go over {name} again together with somebody from another sector.")
NOT_KNOWN = plural(
    "Of {unknown} it is not known whether it was decided together.",
    "Of {unknown} it is not known whether they were decided together.",
)


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
    unknown = sum(session.together is None for session in sessions)
    yield Finding(
        kind="grow_sessions",
        id="grow_sessions",
        title=SESSIONS_HELD.counted(len(sessions)).filled(
            n=Number(len(sessions)), complete=Number(complete), together=Number(together)
        ),
        why=Joined(
            [
                (ACTIONS_AGREED.counted(len(actions)) if actions else NO_ACTIONS).filled(
                    n=Number(len(actions)), done=Number(done), late=Number(late)
                ),
                *([NOT_KNOWN.counted(unknown).filled(unknown=Number(unknown))] if unknown else []),
            ]
        ),
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


def _list_missing(session: Session) -> Iterator[Subject]:
    """What a session lacks, one thing after the other: each is solved by one line in the tables."""
    for part in session.lacks:
        if part == "options" and not session.options:
            yield session.session, "first option"
        elif part == "dates":
            undated = (action for action in session.actions if action.due is None)
            yield from ((session.session, action.stakeholder, action.tie) for action in undated)
        else:
            yield session.session, part


def _sort_incomplete(analysis: Analysis) -> list[Session]:
    """The sessions that lack something: those that lack most first, of equals the newest."""
    return sorted(
        (session for session in reversed(read_sessions(analysis)) if session.lacks),
        key=lambda session: -len(session.lacks),
    )


def find_incomplete(analysis: Analysis) -> Iterator[Subject]:
    """Yield (session, part) for each part that a session lacks; for an action without a date (session, who, tie)."""
    for session in _sort_incomplete(analysis):
        yield from _list_missing(session)


@finding(
    topic="grow",
    order=530,
    story="promised",
    answers=("overdue",),
    title=Message("GROW session left unfinished"),
    meaning=Message(
        "Sessions without a goal, the reality, two options, an action with somebody to do it, or a due date for each "
        "action, in one sentence. Only what other sessions say is missed. Always low."
    ),
    source="Whitmore 1992",
    needs=(SESSIONS,),
    search=find_incomplete,
)
def incomplete_session(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all sessions that lack a part; nothing if there are none."""
    sessions = _sort_incomplete(analysis)
    if not sessions:
        return
    first, people = sessions[0], _list_people(analysis, sessions[0])
    values = {
        "names": list_names(analysis, [session.session for session in sessions]),
        "n": Number(len(sessions)),
        "all": Number(len(read_sessions(analysis))),
        "first": analysis.name(first.session),
        "missing": _name_missing(first),
        "each": list_first([_describe_missing(analysis, session) for session in sessions], most=MOST_TOLD),
        "people": list_names(analysis, people),
    }
    yield Finding(
        kind="incomplete_session",
        id="incomplete_session",
        title=plural(
            "{n} of {all} GROW sessions was left unfinished: {names}",
            "{n} of {all} GROW sessions were left unfinished: {names}",
            len(sessions),
        ).filled(**values),
        why=Message("Not noted: {each}. What is not settled in the meeting is settled by nobody.").filled(**values),
        next_step=(
            Message("Let {people} meet once more for {first} and add {missing}.")
            if people
            else Message("Meet once more for {first} and add {missing}.")
        ).filled(**values),
        evidence=tuple(uid for session in sessions for uid in (session.session, *session.problems)),
        severity="low",
        weight=len(sessions),
        numbers={"sessions": len(sessions), "missing": sum(len(session.lacks) for session in sessions)},
        items=tuple(subject for session in sessions for subject in _list_missing(session)),
        step=_plan_completion(first, people),
    )


def _describe_missing(analysis: Analysis, session: Session) -> Text:
    """The name of a session with what it lacks."""
    return Message("{name} ({missing})").filled(name=analysis.name(session.session), missing=_name_missing(session))


def _name_missing(session: Session) -> Text:
    """What a session lacks, as a list in words."""
    two = Message("two options")
    parts = [two if part == "options" and not session.options else PART_NAMES[part] for part in session.lacks]
    return list_texts(parts)


def _list_people(analysis: Analysis, session: Session) -> tuple[str, ...]:
    """Who could come together again: those who took part, else those who have an action; by name."""
    people = session.involved or tuple({action.stakeholder for action in session.actions})
    return tuple(sorted(people, key=lambda uid: (analysis.name(uid), uid)))


def _plan_completion(session: Session, people: tuple[str, ...]) -> Step:
    """The step that adds the first thing that a session lacks."""
    item = next(_list_missing(session))
    wanted: dict[str, Any] = {
        "goal": Field(session.session, "goal"),
        "reality": Field(session.session, "reality"),
        "first option": Tie("OPTION", session.session, None),
        "options": Tie("OPTION", session.session, None),
        "actions": Tie("ACTION", session.session, people[0] if people else None),
    }
    return Step(item, wanted.get(item[1]) or Field(item[-1], "due"), people[:MOST_WHO])


def _list_apart(analysis: Analysis, session: Session) -> Iterator[Subject]:
    """In which respects a session is known not to have been decided together."""
    if session.together is False:
        if _find_affected(analysis, session) and not session.affected:
            yield session.session, "affected"
        if len(session.sectors) == 1 and all(analysis.props(uid).get("sector") for uid in session.involved):
            yield session.session, "sectors"


def _sort_apart(analysis: Analysis) -> list[Session]:
    """The sessions that were not decided together: those on the gravest problems first, of equals the newest."""
    return sorted(
        (session for session in reversed(read_sessions(analysis)) if session.together is False),
        key=lambda session: -_find_gravity(analysis, session),
    )


def find_apart(analysis: Analysis) -> Iterator[Subject]:
    """Yield (session, "affected") where nobody affected took part, (session, "sectors") where all are of one sector."""
    for session in _sort_apart(analysis):
        yield from _list_apart(analysis, session)


@finding(
    topic="grow",
    order=540,
    title=Message("Not decided together"),
    meaning=Message(
        "Sessions whose people come from one sector only, or among whom nobody is affected by the problem considered "
        "(AFFECTED_BY), in one sentence. Medium when an open problem of theirs is rated 3 or more (or when no problem "
        "is rated), else low."
    ),
    needs=(SESSIONS,),
    search=find_apart,
    important=1,
)
def session_not_together(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all sessions that were not decided together; nothing if there are none."""
    sessions = _sort_apart(analysis)
    if not sessions:
        return
    first = sessions[0]
    people, invited = _list_people(analysis, first), _choose_invited(analysis, first)
    values = {
        "name": analysis.name(first.session),
        "n": Number(len(sessions)),
        "names": list_names(analysis, [session.session for session in sessions]),
        "people": list_names(analysis, people),
        "invited": list_names(analysis, invited, most=3),
    }
    yield Finding(
        kind="session_not_together",
        id="session_not_together",
        title=plural(
            "{names} was not decided together: {people}",
            "{n} GROW sessions were not decided together: {names}",
            len(sessions),
        ).filled(**values),
        why=Joined(_explain_apart(analysis, first, several=len(sessions) > 1)).filled(**values),
        next_step=(AGAIN_WITH if invited else AGAIN).filled(**values),
        evidence=tuple(dict.fromkeys(uid for session in sessions for uid in (session.session, *session.involved))),
        severity="medium" if _find_gravity(analysis, first) >= MEDIUM_FROM else "low",
        weight=len(sessions),
        numbers={
            "sessions": len(sessions),
            "involved": len(first.involved),
            "sectors": len(first.sectors),
            "affected": len(first.affected),
        },
        items=tuple(subject for session in sessions for subject in _list_apart(analysis, session)),
        step=Step(
            next(_list_apart(analysis, first)),
            Tie("INVOLVES", first.session, invited[0] if invited else None),
            people[:MOST_WHO],
        ),
    )


def _explain_apart(analysis: Analysis, session: Session, *, several: bool) -> Iterator[Text]:
    """Who met, and who was missing; where there are `several` sessions, the first is named."""
    if several:
        yield Message("In {name} met {people}.")
    lacking = {subject[1] for subject in _list_apart(analysis, session)}
    if "sectors" in lacking:
        yield Message("Those who met come from one sector.")
    if "affected" in lacking:
        yield Message("None of them is known to be affected by the problem.")


def _find_affected(analysis: Analysis, session: Session) -> tuple[str, ...]:
    """All stakeholders who are affected by the problems of the session, whether they took part or not."""
    return _find_sources(analysis, session, ("AFFECTED_BY",))


def _find_sources(analysis: Analysis, session: Session, types: tuple[str, ...]) -> tuple[str, ...]:
    """The stakeholders with such a tie to a problem of the session, by name."""
    ties = analysis.graph.in_edges(session.problems, data="type")
    return tuple(
        sorted({source for source, _, type in ties if type in types}, key=lambda uid: (analysis.name(uid), uid))
    )


def _choose_invited(analysis: Analysis, session: Session) -> tuple[str, ...]:
    """Who should be asked to join: those affected, those of another sector first; else others who have a part in it.

    Empty if the map names nobody.
    """
    affected = _find_affected(analysis, session)

    def is_new(uid: str) -> bool:
        return analysis.props(uid).get("sector") not in {None, *session.sectors}

    if affected and not session.affected:
        return tuple(sorted(affected, key=lambda uid: not is_new(uid)))
    works = ("OWNS", *analysis.settings.works, "REPORTED")
    return tuple(uid for uid in dict.fromkeys((*affected, *_find_sources(analysis, session, works))) if is_new(uid))


def _find_gravity(analysis: Analysis, session: Session) -> float:
    """The severity of the gravest open problem of a session that is rated; 3 if it has none."""
    still_open = set(open_problems(analysis))
    ratings = (analysis.props(uid).get("severity") for uid in session.problems if uid in still_open)
    return max((float(rating) for rating in ratings if isinstance(rating, int | float)), default=MEDIUM_FROM)
