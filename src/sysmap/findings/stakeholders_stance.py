"""Who is for and against an innovation or a goal."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import STANCES
from sysmap.findings.port import Finding, Severity, finding
from sysmap.findings.sentences import list_first, list_names
from sysmap.findings.steps import Ended, Step, Subject
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.stakeholders_stance import Stance, find_stances

__all__ = ["contested", "find_opposed"]

MOST_TOLD = 3
"""So many innovations, goals or people are told one by one; the others are counted."""


def find_opposed(analysis: Analysis) -> Iterator[Subject]:
    """Yield (innovation or goal, stakeholder) for everybody who opposes it, the most opposed first."""
    for stance in _sort_opposed(analysis):
        yield from _list_opposition(stance)


def _list_opposition(stance: Stance) -> Iterator[Subject]:
    for uid in (*stance.opponents, *stance.torn):
        yield stance.about, uid


def _sort_opposed(analysis: Analysis) -> list[Stance]:
    """What somebody opposes: with the most opponents first, of equals with the fewest supporters, then by name."""
    return sorted(
        (stance for stance in find_stances(analysis) if stance.opposing),
        key=lambda stance: (
            -len(stance.opponents),
            len(stance.supporters),
            analysis.name(stance.about),
            stance.about,
        ),
    )


@finding(
    topic="stakeholders",
    order=730,
    title=Message("Supported and opposed"),
    meaning=Message(
        "Innovations and goals that somebody opposes (SUPPORTS, OPPOSES), and what both sides share. Medium, in one "
        "sentence, where at least half as many oppose as support; the others low, in one sentence. Low too where "
        "nobody was asked who supports."
    ),
    needs=(STANCES,),
    search=find_opposed,
    important=1,
)
def contested(analysis: Analysis) -> Iterator[Finding]:
    """One finding on what is opposed by many, and one on what is opposed by few."""
    opposed, asked = _sort_opposed(analysis), analysis.asks("SUPPORTS")
    by_grade: dict[Severity, list[Stance]] = {"medium": [], "low": []}
    for stance in opposed:
        is_balanced = asked and stance.opponents and 2 * len(stance.opponents) >= len(stance.supporters)
        by_grade["medium" if is_balanced else "low"].append(stance)
    for severity, stances in by_grade.items():
        if stances:
            yield _describe_contested(analysis, severity, stances)


def _describe_contested(analysis: Analysis, severity: Severity, stances: list[Stance]) -> Finding:
    """The finding on stances of one grade; why and the next step are about the first."""
    first = stances[0]
    step, advice = _plan_talk(analysis, first)
    values = {
        "n": Number(len(stances)),
        "each": list_first([_count_sides(analysis, stance) for stance in stances], most=MOST_TOLD),
    }
    title = _describe_opposition(analysis, first)
    if len(stances) > 1:
        title = Message("{n} innovations or goals are opposed: {each}").filled(**values)
    return Finding(
        kind="contested",
        id=f"contested:{severity}",
        title=title,
        why=_describe_sides(analysis, first, several=len(stances) > 1),
        next_step=advice,
        evidence=tuple(
            dict.fromkeys(
                uid for stance in stances for uid in (stance.about, *stance.supporters, *stance.opponents, *stance.torn)
            )
        ),
        severity=severity,
        weight=len(first.opponents),
        numbers={
            "contested": len(stances),
            "supporters": len(first.supporters),
            "opponents": len(first.opponents),
            "shared_goals": len(first.goals),
            "shared_problems": len(first.problems),
            "between": len(first.between),
        },
        items=tuple(subject for stance in stances for subject in _list_opposition(stance)),
        step=step,
    )


def _describe_opposition(analysis: Analysis, stance: Stance) -> Text:
    """The title of what is opposed: how many are for it and against it, and who opposes it."""
    values = {
        "about": analysis.name(stance.about),
        "for": Number(len(stance.supporters)),
        "against": Number(len(stance.opponents)),
        "opponents": list_names(analysis, stance.opponents),
        "torn": list_names(analysis, stance.torn),
    }
    if not stance.opponents:
        return plural(
            "{torn} both supports and opposes {about}", "{torn} both support and oppose {about}", len(stance.torn)
        ).filled(**values)
    if not analysis.asks("SUPPORTS"):
        return plural("{opponents} opposes {about}", "{opponents} oppose {about}", len(stance.opponents)).filled(
            **values
        )
    return plural(
        "{about} has {for} for it and {against} against: {opponents} opposes it",
        "{about} has {for} for it and {against} against: {opponents} oppose it",
        len(stance.opponents),
    ).filled(**values)


def _count_sides(analysis: Analysis, stance: Stance) -> Text:
    """An innovation or goal with the numbers of both sides."""
    values = {
        "about": analysis.name(stance.about),
        "for": Number(len(stance.supporters)),
        "against": Number(len({*stance.opponents, *stance.torn})),
    }
    if not analysis.asks("SUPPORTS"):
        return Message("{about} ({against} against)").filled(**values)
    return Message("{about} ({for} for, {against} against)").filled(**values)


def _describe_sides(analysis: Analysis, stance: Stance, *, several: bool) -> Text:
    """Who supports it, and which goals and problems both sides share; where there are `several`, it is named."""
    values = {"about": analysis.name(stance.about), "names": list_names(analysis, stance.supporters)}
    if several:
        values["opponents"] = list_names(analysis, (*stance.opponents, *stance.torn))
    about = [Message("{about} is opposed by {opponents}.").filled(**values)] if several else []
    if not analysis.asks("SUPPORTS"):
        return Joined((*about, Message("Nobody was asked who supports it.")))
    if not stance.supporters:
        return Joined((*about, Message("Nobody is known to support it.")))
    shared = (*stance.goals, *stance.problems)
    common = (
        Message("Both sides share: {shared}.").filled(shared=list_names(analysis, shared))
        if shared
        else Message("No goal or problem is known that both sides share.")
    )
    return Joined((*about, Message("For it: {names}.").filled(**values), common))


def _plan_talk(analysis: Analysis, stance: Stance) -> tuple[Step | None, Text]:
    """The next step as data and in words: who asks the first opponent for its reasons.

    That is somebody with partners on both sides, else a supporter, else who leads the innovation. As data it has no
    place in the tables where the opponent has said so several times.
    """
    first = next(_list_opposition(stance))[1]
    leads = sorted(
        {source for source, _, type in analysis.graph.in_edges(stance.about, data="type") if type == "LEADS"} - {first},
        key=lambda uid: (analysis.name(uid), uid),
    )
    who = tuple((stance.between or stance.supporters or leads)[:MOST_TOLD])
    ties = [
        key
        for source, _, key, tie in analysis.graph.in_edges(stance.about, keys=True, data=True)
        if source == first and tie["type"] == "OPPOSES"
    ]
    step = Step((stance.about, first), Ended(ties[0]), who) if len(ties) == 1 else None
    values = {"first": analysis.name(first), "who": list_names(analysis, who), "about": analysis.name(stance.about)}
    if stance.between:
        return step, Message(
            "Let {who}, who have partners on both sides, ask {first} for its reasons against {about} before it is decided."
        ).filled(**values)
    if who:
        return step, Message(
            "Let {who} ask {first} for its reasons against {about} before it is decided, and what would change its mind."
        ).filled(**values)
    return step, Message(
        "Ask {first} for its reasons against {about} before it is decided, and what would change its mind."
    ).filled(**values)
