"""Goals: whether people of several sectors share them, and whether they come nearer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, Need, finding
from sysmap.findings.sentences import list_first, list_names, percent
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.learning.vision import GoalStanding, find_goal_pulls, read_goal_standings

__all__ = ["find_fallen_back", "find_unshared", "goal_progress", "shared_vision", "way_gone"]

GOALS = Need(
    lambda analysis: bool(analysis.nodes("Goal")),
    Message("There are no goals: no row in goals.csv."),
    Message("List the goals in goals.csv (id, name, baseline, actual, target), and build the map again."),
)
HOLDERS = Need(
    lambda analysis: analysis.asks("SHARES"),
    Message("The data do not say who shares which goal."),
    Message("Fill the column shared_by of goals.csv, and build the map again."),
)
SECTORS = Need(
    lambda analysis: analysis.asks_field("Stakeholder", "sector"),
    Message("The data do not say which sector each stakeholder belongs to."),
    Message("Fill the column sector of stakeholders.csv, and build the map again."),
)


def find_unshared(analysis: Analysis) -> Iterator[Subject]:
    """Yield (goal, "holder") for a goal that nobody shares, (goal, "sectors") for one that a single sector shares."""
    for goal in _sort_unshared(analysis):
        yield _unshared_subject(goal)


def _unshared_subject(goal: GoalStanding) -> Subject:
    return goal.goal, "sectors" if goal.holders else "holder"


def _sort_unshared(analysis: Analysis) -> list[GoalStanding]:
    """The goals that are not shared by two sectors: those that nobody shares first, then by name."""
    return sorted(
        (goal for goal in read_goal_standings(analysis) if goal.shared is False),
        key=lambda goal: (bool(goal.holders), analysis.name(goal.goal), goal.goal),
    )


@finding(
    topic="learning",
    order=660,
    title=Message("Shared vision"),
    meaning=Message(
        "Goals that stakeholders of fewer than two sectors share (SHARES), in one sentence. Low where there are any; "
        "info when all are shared."
    ),
    source="Senge 1990",
    needs=(GOALS, HOLDERS, SECTORS),
    search=find_unshared,
)
def shared_vision(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals: which are held by fewer than two sectors, which by nobody."""
    goals, unshared = read_goal_standings(analysis), _sort_unshared(analysis)
    apart = tuple(goal.goal for goal in unshared)
    orphans = tuple(goal.goal for goal in unshared if not goal.holders)
    invited = _choose_sharers(analysis, unshared[0]) if unshared else ()
    values: dict[str, Any] = {
        "n": Number(len(apart)),
        "all": Number(len(goals)),
        "names": list_names(analysis, apart),
        "first": analysis.name(apart[0]) if apart else "",
        "invited": list_names(analysis, invited, most=3),
    }
    yield Finding(
        kind="shared_vision",
        id="shared_vision",
        title=plural(
            "{n} of {all} goals is not known to be shared by two sectors: {names}",
            "{n} of {all} goals are not known to be shared by two sectors: {names}",
            len(apart),
        ).filled(**values)
        if apart
        else Message("No goal is known to be held by one sector alone"),
        why=Joined(_explain_vision(analysis, goals, orphans)),
        next_step=_advise_vision(apart, invited).filled(**values),
        evidence=apart or tuple(goal.goal for goal in goals),
        severity="low" if apart else "info",
        weight=len(apart),
        numbers={
            "goals": len(goals),
            "not_shared": len(apart),
            "unheld": len(orphans),
            "unknown": sum(goal.shared is None for goal in goals),
        },
        items=tuple(map(_unshared_subject, unshared)),
        step=Step(_unshared_subject(unshared[0]), Tie("SHARES", invited[0] if invited else None, apart[0]), invited[:3])
        if unshared
        else None,
    )


def _explain_vision(analysis: Analysis, goals: tuple[GoalStanding, ...], orphans: tuple[str, ...]) -> Iterator[Text]:
    """Why sharing matters, of how many goals the tables say anything, and of how many the sectors are not known."""
    unknown = sum(goal.shared is None for goal in goals)
    yield Message("A goal of one sector is a plan; a goal of two and more is a vision.")
    if orphans:
        yield plural(
            "Of {all} goals the tables say of {said} who shares it; of none is that said here: {orphans}.",
            "Of {all} goals the tables say of {said} who shares them; of none is that said here: {orphans}.",
            len(goals) - len(orphans),
        ).filled(all=Number(len(goals)), said=Number(len(goals) - len(orphans)), orphans=list_names(analysis, orphans))
    if unknown:
        yield Message("Of {unknown} the sectors are not known.").filled(unknown=Number(unknown))


def _advise_vision(apart: tuple[str, ...], invited: tuple[str, ...]) -> Message:
    """The next step on the first goal that is not shared; `invited`: whom to ask."""
    if not apart:
        return Message("Read the goals aloud once a year, and ask whether they still hold.")
    if invited:
        return Message("Ask {invited} what they would add to {first}, and whether they share it.")
    return Message("Ask those of other sectors whom {first} concerns what they would add to it.")


def _choose_sharers(analysis: Analysis, goal: GoalStanding) -> tuple[str, ...]:
    """Those whose work affects a goal and who do not share it yet, by name; of another sector than its holders."""
    (pull,) = (pull for pull in find_goal_pulls(analysis) if pull.goal == goal.goal)
    known = (uid for uid in pull.apart if analysis.props(uid).get("sector") not in {None, *goal.sectors})
    return tuple(sorted(known, key=lambda uid: (analysis.name(uid), uid)))


SOME_LOST_GROUND = Message("{n} of {all} goals that are measured did not lose ground; away from the target: {away}")
NO_GROUND_LOST = plural(
    "The one goal that is measured lost no ground", "None of the {all} goals that are measured lost ground"
)


def _sort_progress(analysis: Analysis) -> list[tuple[float, str]]:
    """(progress, goal) of every goal that is measured, the one that has come furthest first, equals by name."""
    known = [(goal.progress, goal.goal) for goal in read_goal_standings(analysis) if goal.progress is not None]
    return sorted(known, key=lambda pair: (-pair[0], analysis.name(pair[1]), pair[1]))


def find_fallen_back(analysis: Analysis) -> Iterator[Subject]:
    """Yield (goal,) for every goal that has moved away from its target, the one that has moved furthest first."""
    for progress, uid in reversed(_sort_progress(analysis)):
        if progress < 0:
            yield (uid,)


@finding(
    topic="learning",
    order=670,
    title=Message("Goals: from baseline to target"),
    meaning=Message(
        "How far each goal has come: (actual - baseline) / (target - baseline). Medium when one moved away from its "
        "target, info else."
    ),
    needs=(GOALS,),
    search=find_fallen_back,
    important=1,
)
def goal_progress(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals with a baseline, an actual value and a target; nothing if there are none."""
    ordered = _sort_progress(analysis)
    if not ordered:
        return
    items = tuple(find_fallen_back(analysis))
    away = tuple(uid for (uid,) in items)
    unmeasured = len(analysis.nodes("Goal")) - len(ordered)
    last = ordered[-1][1]
    holders = next(goal.holders for goal in read_goal_standings(analysis) if goal.goal == last)
    values = {
        "n": Number(len(ordered) - len(away)),
        "all": Number(len(ordered)),
        "away": list_names(analysis, away),
        "blank": Number(unmeasured),
        "said": list_first([_describe_progress(analysis, *pair) for pair in ordered], most=5),
        "last": analysis.name(last),
        "holders": list_names(analysis, sorted(holders, key=analysis.name), most=3),
    }
    why = [Message("Of the way from baseline to target: {said}.").filled(**values)]
    why += [Message("{blank} not measured.").filled(**values)] if unmeasured else []
    yield Finding(
        kind="goal_progress",
        id="goal_progress",
        title=(SOME_LOST_GROUND if away else NO_GROUND_LOST.counted(len(ordered))).filled(**values),
        why=Joined(why),
        next_step=_advise_progress(ordered[-1][0], is_held=bool(holders)).filled(**values),
        evidence=away or tuple(uid for _, uid in ordered),
        severity="medium" if away else "info",
        weight=len(away),
        numbers={"measured": len(ordered), "away": len(away), "not_measured": unmeasured},
        items=items,
    )


def _advise_progress(least: float, *, is_held: bool) -> Message:
    """The next step on the goal that has come least far; `is_held`: whether somebody shares it."""
    if least >= 1:
        return Message("All have been reached: set the next targets.")
    if is_held:
        return Message("Let {holders} ask what keeps {last} back, beginning with its causes on the map.")
    return Message("Ask what keeps {last} back, beginning with its causes on the map.")


def _describe_progress(analysis: Analysis, progress: float, goal: str) -> Text:
    """A goal with how far it has come."""
    return Message("{name} {share}").filled(name=analysis.name(goal), share=way_gone(progress))


def way_gone(progress: float) -> Text:
    """How far a goal has come, in words. `progress` is 0 at the baseline and 1 at the target; below 0 it lost ground.

    >>> str(way_gone(0.29)), str(way_gone(-0.1))
    ('29%', '10% further from the target')
    """
    if progress >= 0:
        return percent(progress)
    return Message("{share} further from the target").filled(share=percent(-progress))
