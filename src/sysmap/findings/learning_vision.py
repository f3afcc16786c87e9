"""Goals: whether people of several sectors share them, and whether they come nearer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, Need, finding
from sysmap.findings.sentences import list_names, list_texts, percent
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.learning.vision import read_goal_standings

__all__ = ["goal_progress", "shared_vision", "way_gone"]

GOALS = Need(
    lambda analysis: bool(analysis.nodes("Goal")),
    Message("There are no goals: no row in goals.csv."),
    Message("List the goals in goals.csv (id, name, baseline, actual, target), and build the map again."),
)
HOLDERS = Need(
    lambda analysis: analysis.whole_has("SHARES"),
    Message("The data do not say who shares which goal."),
    Message("Fill the column shared_by of goals.csv, and build the map again."),
)


@finding(
    topic="learning",
    order=660,
    title=Message("Shared vision"),
    meaning=Message(
        "Goals that stakeholders of fewer than two sectors share (SHARES). High when nobody holds one of them, else "
        "medium; info when all are shared."
    ),
    source="Senge 1990",
    needs=(GOALS, HOLDERS),
)
def shared_vision(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals: which are held by fewer than two sectors, which by nobody."""
    goals = read_goal_standings(analysis)
    apart = tuple(goal.goal for goal in goals if goal.shared is False)
    orphans = tuple(goal.goal for goal in goals if not goal.holders)
    unknown = sum(goal.shared is None for goal in goals)
    values: dict[str, Any] = {
        "n": Number(len(apart)),
        "all": Number(len(goals)),
        "names": list_names(analysis, apart),
        "orphans": list_names(analysis, orphans),
        "first": analysis.name((orphans or apart or ("",))[0]) if apart else "",
        "unknown": Number(unknown),
    }
    why = [Message("A goal of one sector is a plan; a goal of two and more is a vision.")]
    why += [Message("Held by nobody: {orphans}.").filled(**values)] if orphans else []
    why += [Message("Of {unknown} the sectors are not known.").filled(**values)] if unknown else []
    yield Finding(
        kind="shared_vision",
        id="shared_vision",
        title=plural(
            "{n} of {all} goals is not shared by two sectors: {names}",
            "{n} of {all} goals are not shared by two sectors: {names}",
            len(apart),
        ).filled(**values)
        if apart
        else Message("No goal is known to be held by one sector alone"),
        why=Joined(why),
        next_step=Message("Ask those of other sectors whom {first} concerns what they would add to it.").filled(
            **values
        )
        if apart
        else Message("Read the goals aloud once a year, and ask whether they still hold."),
        evidence=apart or tuple(goal.goal for goal in goals),
        severity="high" if orphans else "medium" if apart else "info",
        weight=len(apart),
        numbers={"goals": len(goals), "not_shared": len(apart), "unheld": len(orphans), "unknown": unknown},
    )


SOME_LOST_GROUND = Message("{n} of {all} goals that are measured did not lose ground; away from the target: {away}")
NO_GROUND_LOST = plural(
    "The one goal that is measured lost no ground", "None of the {all} goals that are measured lost ground"
)


@finding(
    topic="learning",
    order=670,
    title=Message("Goals: from baseline to target"),
    meaning=Message(
        "How far each goal has come: (actual - baseline) / (target - baseline). Medium when one moved away from its "
        "target, info else."
    ),
    needs=(GOALS,),
)
def goal_progress(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals with a baseline, an actual value and a target; nothing if there are none."""
    progress = {goal.goal: goal.progress for goal in read_goal_standings(analysis) if goal.progress is not None}
    if not progress:
        return
    ordered = sorted(progress, key=lambda uid: (-progress[uid], uid))
    away = tuple(uid for uid in reversed(ordered) if progress[uid] < 0)
    unmeasured = len(analysis.nodes("Goal")) - len(progress)
    values = {
        "n": Number(len(progress) - len(away)),
        "all": Number(len(progress)),
        "away": list_names(analysis, away),
        "blank": Number(unmeasured),
        "said": list_texts(
            [
                Message("{name} {share}").filled(name=analysis.name(uid), share=way_gone(progress[uid]))
                for uid in ordered[:5]
            ]
        ),
        "last": analysis.name(ordered[-1]),
    }
    why = [Message("Of the way from baseline to target: {said}.").filled(**values)]
    why += [Message("{blank} not measured.").filled(**values)] if unmeasured else []
    yield Finding(
        kind="goal_progress",
        id="goal_progress",
        title=(SOME_LOST_GROUND if away else NO_GROUND_LOST.counted(len(progress))).filled(**values),
        why=Joined(why),
        next_step=Message("Ask what keeps {last} back, beginning with its causes on the map.").filled(**values),
        evidence=away or tuple(ordered),
        severity="medium" if away else "info",
        weight=len(away),
        numbers={"measured": len(progress), "away": len(away), "not_measured": unmeasured},
    )


def way_gone(progress: float) -> Text:
    """How far a goal has come, in words. `progress` is 0 at the baseline and 1 at the target; below 0 it lost ground.

    >>> str(way_gone(0.29)), str(way_gone(-0.1))
    ('29%', '10% further from the target')
    """
    if progress >= 0:
        return percent(progress)
    return Message("{share} further from the target").filled(share=percent(-progress))
