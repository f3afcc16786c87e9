"""Whether the system learns: the five disciplines as a profile, a vision that is shared, goals that come nearer, a part for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import list_names, list_texts, percent
from sysmap.findings.severity import grade_share
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.learning.disciplines import (
    Profile,
    measure_paces,
    measure_spreads,
    measure_trends,
    months_since_asked,
    read_profiles,
)
from sysmap.models.learning.equal_role import measure_equal_role
from sysmap.models.learning.vision import read_goal_standings
from sysmap.records.learning_assessments import dated_waves

__all__ = [
    "discipline_profile",
    "discipline_spread",
    "discipline_trend",
    "equal_part",
    "goal_progress",
    "learning_pace",
    "learning_rounds",
    "shared_vision",
    "way_gone",
]

ASSESSMENTS = Need(
    lambda analysis: bool(dated_waves(analysis)),
    Message("Nobody was asked about the five disciplines: there is no row in assessments.csv."),
    Message(
        "Ask each unit (five people and more) and write the means in assessments.csv (stakeholder, discipline, wave, score, respondents, since)."
    ),
)
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
A_YEAR = 12
VERY_WIDE, WIDE = 1.5, 1.0


def _name_disciplines(analysis: Analysis) -> Mapping[str, Text]:
    """What the disciplines are called."""
    (field,) = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    return {choice.value: choice.label for choice in field.choices}


@finding(
    topic="learning",
    order=610,
    title=Message("Rounds of asking"),
    meaning=Message(
        "How often and when the five disciplines were asked about, and whose answers are not shown because fewer than five people gave them. Medium when the last "
        "round is more than 12 months old, low when there was one round only or no date, else info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
)
def learning_rounds(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all rounds."""
    waves, months = dated_waves(analysis), months_since_asked(analysis)
    last = [profile for profile in read_profiles(analysis) if profile.wave == max(waves)]
    hidden = tuple(profile.stakeholder for profile in last if profile.suppressed)
    values = {
        "n": Number(len(waves)),
        "units": Number(len(last)),
        "hidden": list_names(analysis, hidden),
        "months": Number(months or 0),
    }
    severity: Severity = (
        "medium" if months is not None and months > A_YEAR else "low" if months is None or len(waves) == 1 else "info"
    )
    why = [
        Message("No round has a date.")
        if months is None
        else plural("The last was {months} month ago.", "The last was {months} months ago.", months).filled(**values)
    ]
    if hidden:
        why.append(Message("Fewer than five people answered for {hidden}: not shown.").filled(**values))
    yield Finding(
        kind="learning_rounds",
        id="learning_rounds",
        title=plural(
            "The five disciplines were asked about in {n} round, of {units} units in the last",
            "The five disciplines were asked about in {n} rounds, of {units} units in the last",
            len(waves),
        ).filled(**values),
        why=Joined(why),
        next_step=Message("Ask five people and more in {hidden} next time.").filled(**values)
        if hidden
        else Message("Ask again within a year, in the same words."),
        evidence=tuple(profile.stakeholder for profile in last),
        severity=severity,
        weight=len(last),
        numbers={"rounds": len(waves), "units": len(last), "suppressed": len(hidden), "months_since": months},
    )


@finding(
    topic="learning",
    order=620,
    title=Message("Trend of the disciplines"),
    meaning=Message(
        "The mean change of each discipline from the first to the last round, over the units that five people and more answered for in both (two units at least). "
        "Low when one fell, else info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
)
def discipline_trend(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all disciplines that can be compared."""
    # The change of one unit alone would be its own score.
    trends = sorted(
        (trend for trend in measure_trends(analysis) if trend.units > 1),
        key=lambda trend: (-round(trend.change, 9), trend.discipline),
    )
    if not trends:
        return
    labels, falling = _name_disciplines(analysis), [trend for trend in trends if round(trend.change, 9) < 0]
    values = {
        "most": labels[trends[0].discipline],
        "least": labels[trends[-1].discipline],
        "units": Number(max(trend.units for trend in trends)),
        "all": list_texts(
            [
                Message("{name} {change}").filled(name=labels[trend.discipline], change=_signed(trend.change))
                for trend in trends
            ]
        ),
    }
    yield Finding(
        kind="discipline_trend",
        id="discipline_trend",
        title=Message("From round {first} to {last}: {all}").filled(
            first=trends[0].first, last=trends[0].last, **values
        ),
        why=Message(
            "Mean change of scores from 1 to 5 over {units} units; five disciplines are a profile and never one score."
        ).filled(**values),
        next_step=Message("Ask what helped {most}, and try it on {least}.").filled(**values),
        evidence=tuple(sorted({trend.stakeholder for trend in read_profiles(analysis) if trend.respondents})),
        severity="low" if falling else "info",
        weight=len(trends),
        numbers={trend.discipline: round(trend.change, 6) for trend in trends}
        | {"units": max(trend.units for trend in trends)},
    )


def _signed(change: float) -> Number:
    return Number(change, 2, signed=round(change, 2) > 0)


@finding(
    topic="learning",
    order=630,
    title=Message("Profile of a unit"),
    meaning=Message(
        "The five disciplines of each unit in the last round: a profile, never one score; with the change since the first round. Always info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
    personal=True,
)
def discipline_profile(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each unit with a score that may be shown."""
    waves = list(dated_waves(analysis))
    first_scores = {
        profile.stakeholder: profile.scores
        for profile in read_profiles(analysis)
        if profile.wave == waves[0] != waves[-1]
    }
    for profile in read_profiles(analysis):
        if profile.wave == waves[-1] and profile.respondents:
            yield _describe_profile(analysis, profile, first_scores.get(profile.stakeholder, {}))


def _describe_profile(analysis: Analysis, profile: Profile, first_scores: Mapping[str, float | None]) -> Finding:
    labels = _name_disciplines(analysis)
    scores = {name: score for name, score in profile.scores.items() if score is not None}
    ordered = sorted(scores, key=lambda name: -scores[name])
    scores_in_words = [
        Message("{name} {score}{change}").filled(
            name=labels[name],
            score=Number(scores[name], 1),
            change=_mention_change(scores[name], first_scores.get(name)),
        )
        for name in ordered
    ]
    values = {
        "unit": analysis.name(profile.stakeholder),
        "said": list_texts(scores_in_words),
        "n": Number(profile.respondents or 0),
        "weakest": labels[ordered[-1]],
        "strongest": labels[ordered[0]],
    }
    return Finding(
        kind="discipline_profile",
        id=f"discipline_profile:{profile.stakeholder}",
        title=Message("{unit}: {said}").filled(**values),
        why=Message(
            "Scores from 1 to 5, of {n} respondents and more; in brackets the change since the first round."
        ).filled(**values),
        next_step=Message("Let {unit} choose one habit to practise for {weakest}.").filled(**values),
        evidence=(profile.stakeholder,),
        severity="info",
        numbers={**scores, "wave": profile.wave, "respondents": profile.respondents},
    )


def _mention_change(score: float, earlier: float | None) -> Text | str:
    return "" if earlier is None else Message(" ({change})").filled(change=_signed(round(score - earlier, 9)))


@finding(
    topic="learning",
    order=640,
    title=Message("Where units are furthest apart"),
    meaning=Message(
        "The discipline with the widest range between units in the last round. Medium from 1.5 points, low from 1, else info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
    personal=True,
)
def discipline_spread(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the widest spread, where two units can be compared."""
    spreads = measure_spreads(analysis)
    if not spreads:
        return
    widest, labels = spreads[0], _name_disciplines(analysis)
    values = {
        "name": labels[widest.discipline],
        "lowest": analysis.name(widest.lowest),
        "highest": analysis.name(widest.highest),
        "low": Number(widest.low, 1),
        "high": Number(widest.high, 1),
        "n": Number(widest.units),
        "spread": Number(widest.spread, 1),
    }
    yield Finding(
        kind="discipline_spread",
        id="discipline_spread",
        title=Message("Units are furthest apart in {name}: from {low} ({lowest}) to {high} ({highest})").filled(
            **values
        ),
        why=Message("{spread} points between {n} units: they see the same system with other eyes.").filled(**values),
        next_step=Message("Let {highest} and {lowest} draw the causes of one shared problem together.").filled(
            **values
        ),
        evidence=(widest.lowest, widest.highest),
        severity="medium" if widest.spread >= VERY_WIDE else "low" if widest.spread >= WIDE else "info",
        weight=widest.spread,
        numbers={spread.discipline: spread.spread for spread in spreads} | {"units": widest.units},
    )


@finding(
    topic="learning",
    order=650,
    title=Message("Learning and solving side by side"),
    meaning=Message(
        "How many units have both a change over the rounds and a problem with an answer, so that the two can be drawn beside each other. Never a cause. Always info."
    ),
    needs=(ASSESSMENTS,),
    personal=True,
)
def learning_pace(analysis: Analysis) -> Iterator[Finding]:
    """One finding, where two units can be compared."""
    paces = sorted(measure_paces(analysis), key=lambda pace: (-round(pace.change, 9), pace.stakeholder))
    if len(paces) > 1:
        examples = [
            Message("{name} {change} and {days} days").filled(
                name=analysis.name(pace.stakeholder), change=_signed(pace.change), days=Number(round(pace.days))
            )
            for pace in paces[:3]
        ]
        yield Finding(
            kind="learning_pace",
            id="learning_pace",
            title=Message(
                "{n} units can be compared by how much they learned and how long their problems waited"
            ).filled(n=Number(len(paces))),
            why=Message(
                "Mean change and median days to a pilot, the most changed first: {said}. So few say nothing of a cause."
            ).filled(said=list_texts(examples)),
            next_step=Message("Ask the units what they make of it."),
            evidence=tuple(pace.stakeholder for pace in paces),
            severity="info",
            weight=len(paces),
            numbers={"units": len(paces)},
        )


@finding(
    topic="learning",
    order=660,
    title=Message("Shared vision"),
    meaning=Message(
        "Goals that stakeholders of fewer than two sectors share (SHARES). High when nobody holds one of them, else medium; info when all are shared."
    ),
    source="Senge 1990",
    needs=(GOALS, HOLDERS),
)
def shared_vision(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals."""
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


@finding(
    topic="learning",
    order=670,
    title=Message("Goals: from baseline to target"),
    meaning=Message(
        "How far each goal has come: (actual - baseline) / (target - baseline). Medium when one moved away from its target, info else."
    ),
    needs=(GOALS,),
)
def goal_progress(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals with a baseline, an actual value and a target."""
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
        title=Message("{n} of {all} goals that are measured did not lose ground; away from the target: {away}").filled(
            **values
        )
        if away
        else plural(
            "The one goal that is measured lost no ground",
            "None of the {all} goals that are measured lost ground",
            len(progress),
        ).filled(**values),
        why=Joined(why),
        next_step=Message("Ask what keeps {last} back, beginning with its causes on the map.").filled(**values),
        evidence=away or tuple(ordered),
        severity="medium" if away else "info",
        weight=len(away),
        numbers={"measured": len(progress), "away": len(away), "not_measured": unmeasured},
    )


def way_gone(progress: float) -> Text:
    """The share of the way from baseline to target, in words; below 0 it was lost.

    >>> str(way_gone(0.29)), str(way_gone(-0.1))
    ('29%', '10% further from the target')
    """
    return (
        percent(progress)
        if progress >= 0
        else Message("{share} further from the target").filled(share=percent(-progress))
    )


PART_NAMES = {
    "OWNS": Message("an owner"),
    "WORKS_ON": Message("somebody who works on it"),
    "LEADS": Message("a lead"),
    "SPONSORS": Message("a sponsor"),
    "FUNDS": Message("a funder"),
    "ADOPTS": Message("an adopter"),
    "CHAMPIONS": Message("a champion"),
}


def _describe_vacancy(type: str, count: int) -> Text:
    """A part that nobody holds, and in how many problems or innovations."""
    if type in ("OWNS", "WORKS_ON"):
        return plural("{part} ({n} problem)", "{part} ({n} problems)", count).filled(part=PART_NAMES[type])
    return plural("{part} ({n} innovation)", "{part} ({n} innovations)", count).filled(part=PART_NAMES[type])


@finding(
    topic="learning",
    order=680,
    title=Message("A part for everybody"),
    meaning=Message(
        "Of the stakeholders that an open problem or a living innovation names, the share with both a partner and a part in the work (equal role is not the same number "
        "of ties for all); and parts that nobody holds. High below 25%, medium below 50%, low below 100%."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
)
def equal_part(analysis: Analysis) -> Iterator[Finding]:
    """One finding, where somebody is named."""
    roles = measure_equal_role(analysis)
    if roles.share is None:
        return
    silent = tuple(sorted({*roles.roleless, *(roles.tieless or ())}))
    vacant = [_describe_vacancy(type, len(roles.vacant[type])) for type in PART_NAMES if roles.vacant.get(type)]
    load, busiest = max(
        ((count, uid) for counts in roles.load.values() for uid, count in counts.items()), default=(0, "")
    )
    values = {
        "share": percent(roles.share),
        "n": Number(len(silent)),
        "all": Number(len(roles.named)),
        "roleless": list_names(analysis, roles.roleless),
        "tieless": list_names(analysis, roles.tieless or ()),
        "first": analysis.name(silent[0]) if silent else "",
        "vacant": list_texts(vacant),
        "busiest": analysis.name(busiest) if busiest else "",
        "load": Number(load),
    }
    why = [Message("Named, but without a part: {roleless}.").filled(**values)] if roles.roleless else []
    why += [Message("Without a partner: {tieless}.").filled(**values)] if roles.tieless else []
    why += [Message("Nobody holds: {vacant}.").filled(**values)] if vacant else []
    why += [Message("The fullest hands: {busiest}, {load} times the same part.").filled(**values)] if busiest else []
    yield Finding(
        kind="equal_part",
        id="equal_part",
        title=Message("{share} of the {all} stakeholders that the work names have a partner and a part in it").filled(
            **values
        ),
        why=Joined(why),
        next_step=Message("Ask {first} which part it would take.").filled(**values)
        if silent
        else Message("Fill the empty parts."),
        evidence=silent,
        severity=grade_share(roles.share),
        weight=len(silent),
        numbers={
            "share": roles.share,
            "named": len(roles.named),
            "roleless": len(roles.roleless),
            "tieless": len(roles.tieless or ()),
            "gini": measure_values(analysis, "gini")[""],
        }
        | {f"vacant_{type.lower()}": len(uids) for type, uids in roles.vacant.items()},
    )
