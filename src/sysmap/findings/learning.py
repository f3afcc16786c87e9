"""Whether the system learns: the five disciplines as a profile, a vision that is shared, goals that come nearer, a part for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import enumerated, listed, percent
from sysmap.findings.severity import shortfall
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

__all__ = ["discipline_profile", "discipline_spread", "discipline_trend", "equal_part", "goal_progress", "learning_pace", "learning_rounds", "shared_vision", "way_gone"]

ASSESSMENTS = Need(
    lambda analysis: bool(dated_waves(analysis)),
    Message("Nobody was asked about the five disciplines: there is no row in assessments.csv."),
    Message("Ask each unit (five people and more) and write the means in assessments.csv (stakeholder, discipline, wave, score, respondents, since)."))
GOALS = Need(
    lambda analysis: bool(analysis.nodes("Goal")),
    Message("There are no goals: no row in goals.csv."),
    Message("List the goals in goals.csv (id, name, baseline, actual, target), and build the map again."))
HOLDERS = Need(
    lambda analysis: analysis.whole_has("SHARES"),
    Message("The data do not say who shares which goal."),
    Message("Fill the column shared_by of goals.csv, and build the map again."))
A_YEAR = 12
WIDE, APART = 1.5, 1.0


def _labels(analysis: Analysis) -> Mapping[str, Text]:
    """What the disciplines are called."""
    field, = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    return {choice.value: choice.label for choice in field.choices}


@finding(
    topic="learning", order=610,
    title=Message("Rounds of asking"),
    meaning=Message("How often and when the five disciplines were asked about, and whose answers are not shown because fewer than five people gave them. Medium when the last "
                    "round is more than 12 months old, low when there was one round only or no date, else info."),
    source="Senge 1990", needs=(ASSESSMENTS,))
def learning_rounds(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all rounds."""
    asked, months = dated_waves(analysis), months_since_asked(analysis)
    last = [one for one in read_profiles(analysis) if one.wave == max(asked)]
    hidden = tuple(one.stakeholder for one in last if one.suppressed)
    told = {"n": Number(len(asked)), "units": Number(len(last)), "hidden": listed(analysis, hidden), "months": Number(months or 0)}
    severity: Severity = "medium" if months is not None and months > A_YEAR else "low" if months is None or len(asked) == 1 else "info"
    why = [Message("No round has a date.") if months is None else
           plural("The last was {months} month ago.", "The last was {months} months ago.", months).filled(**told)]
    if hidden:
        why.append(Message("Fewer than five people answered for {hidden}: not shown.").filled(**told))
    yield Finding(
        "learning_rounds", "learning_rounds",
        plural("The five disciplines were asked about in {n} round, of {units} units in the last",
               "The five disciplines were asked about in {n} rounds, of {units} units in the last", len(asked)).filled(**told),
        Joined(why),
        Message("Ask five people and more in {hidden} next time.").filled(**told) if hidden else
        Message("Ask again within a year, in the same words."),
        tuple(one.stakeholder for one in last), severity, weight=len(last),
        numbers={"rounds": len(asked), "units": len(last), "suppressed": len(hidden), "months_since": months})


@finding(
    topic="learning", order=620,
    title=Message("Trend of the disciplines"),
    meaning=Message("The mean change of each discipline from the first to the last round, over the units that five people and more answered for in both (two units at least). "
                    "Low when one fell, else info."),
    source="Senge 1990", needs=(ASSESSMENTS,))
def discipline_trend(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all disciplines that can be compared."""
    # The change of one unit alone would be its own score.
    found = sorted((one for one in measure_trends(analysis) if one.units > 1), key=lambda one: (-round(one.change, 9), one.discipline))
    if not found:
        return
    labels, fell = _labels(analysis), [one for one in found if round(one.change, 9) < 0]
    told = {"most": labels[found[0].discipline], "least": labels[found[-1].discipline], "units": Number(max(one.units for one in found)),
            "all": enumerated([Message("{name} {change}").filled(name=labels[one.discipline], change=_signed(one.change)) for one in found])}
    yield Finding(
        "discipline_trend", "discipline_trend",
        Message("From round {first} to {last}: {all}").filled(first=found[0].first, last=found[0].last, **told),
        Message("Mean change of scores from 1 to 5 over {units} units; five disciplines are a profile and never one score.").filled(**told),
        Message("Ask what helped {most}, and try it on {least}.").filled(**told),
        tuple(sorted({one.stakeholder for one in read_profiles(analysis) if one.respondents})), "low" if fell else "info", weight=len(found),
        numbers={one.discipline: round(one.change, 6) for one in found} | {"units": max(one.units for one in found)})


def _signed(change: float) -> Number:
    return Number(change, 2, signed=round(change, 2) > 0)


@finding(
    topic="learning", order=630,
    title=Message("Profile of a unit"),
    meaning=Message("The five disciplines of each unit in the last round: a profile, never one score; with the change since the first round. Always info."),
    source="Senge 1990", needs=(ASSESSMENTS,), personal=True)
def discipline_profile(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each unit with a score that may be shown."""
    asked = list(dated_waves(analysis))
    before = {one.stakeholder: one.scores for one in read_profiles(analysis) if one.wave == asked[0] != asked[-1]}
    for one in read_profiles(analysis):
        if one.wave == asked[-1] and one.respondents:
            yield _profile(analysis, one, before.get(one.stakeholder, {}))


def _profile(analysis: Analysis, one: Profile, before: Mapping[str, float | None]) -> Finding:
    labels = _labels(analysis)
    scores = {name: score for name, score in one.scores.items() if score is not None}
    ordered = sorted(scores, key=lambda name: -scores[name])
    said = [Message("{name} {score}{change}").filled(
        name=labels[name], score=Number(scores[name], 1), change=_change(scores[name], before.get(name))) for name in ordered]
    told = {"unit": analysis.name(one.stakeholder), "said": enumerated(said), "n": Number(one.respondents or 0), "weakest": labels[ordered[-1]], "strongest": labels[ordered[0]]}
    return Finding(
        "discipline_profile", f"discipline_profile:{one.stakeholder}",
        Message("{unit}: {said}").filled(**told),
        Message("Scores from 1 to 5, of {n} respondents and more; in brackets the change since the first round.").filled(**told),
        Message("Let {unit} choose one habit to practise for {weakest}.").filled(**told),
        (one.stakeholder,), "info", numbers={**scores, "wave": one.wave, "respondents": one.respondents})


def _change(score: float, earlier: float | None) -> Text | str:
    return "" if earlier is None else Message(" ({change})").filled(change=_signed(round(score - earlier, 9)))


@finding(
    topic="learning", order=640,
    title=Message("Where units are furthest apart"),
    meaning=Message("The discipline with the widest range between units in the last round. Medium from 1.5 points, low from 1, else info."),
    source="Senge 1990", needs=(ASSESSMENTS,), personal=True)
def discipline_spread(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the widest spread, where two units can be compared."""
    found = measure_spreads(analysis)
    if not found:
        return
    one, labels = found[0], _labels(analysis)
    told = {"name": labels[one.discipline], "lowest": analysis.name(one.lowest), "highest": analysis.name(one.highest), "low": Number(one.low, 1), "high": Number(one.high, 1),
            "n": Number(one.units), "spread": Number(one.spread, 1)}
    yield Finding(
        "discipline_spread", "discipline_spread",
        Message("Units are furthest apart in {name}: from {low} ({lowest}) to {high} ({highest})").filled(**told),
        Message("{spread} points between {n} units: they see the same system with other eyes.").filled(**told),
        Message("Let {highest} and {lowest} draw the causes of one shared problem together.").filled(**told),
        (one.lowest, one.highest), "medium" if one.spread >= WIDE else "low" if one.spread >= APART else "info", weight=one.spread,
        numbers={each.discipline: each.spread for each in found} | {"units": one.units})


@finding(
    topic="learning", order=650,
    title=Message("Learning and solving side by side"),
    meaning=Message("How many units have both a change over the rounds and a problem with an answer, so that the two can be drawn beside each other. Never a cause. Always info."),
    needs=(ASSESSMENTS,), personal=True)
def learning_pace(analysis: Analysis) -> Iterator[Finding]:
    """One finding, where two units can be compared."""
    found = sorted(measure_paces(analysis), key=lambda one: (-round(one.change, 9), one.stakeholder))
    if len(found) > 1:
        said = [Message("{name} {change} and {days} days").filled(
            name=analysis.name(one.stakeholder), change=_signed(one.change), days=Number(round(one.days))) for one in found[:3]]
        yield Finding(
            "learning_pace", "learning_pace",
            Message("{n} units can be compared by how much they learned and how long their problems waited").filled(n=Number(len(found))),
            Message("Mean change and median days to a pilot, the most changed first: {said}. So few say nothing of a cause.").filled(said=enumerated(said)),
            Message("Ask the units what they make of it."),
            tuple(one.stakeholder for one in found), "info", weight=len(found), numbers={"units": len(found)})


@finding(
    topic="learning", order=660,
    title=Message("Shared vision"),
    meaning=Message("Goals that stakeholders of fewer than two sectors share (SHARES). High when nobody holds one of them, else medium; info when all are shared."),
    source="Senge 1990", needs=(GOALS, HOLDERS))
def shared_vision(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals."""
    found = read_goal_standings(analysis)
    apart = tuple(one.goal for one in found if one.shared is False)
    orphans = tuple(one.goal for one in found if not one.holders)
    unknown = sum(one.shared is None for one in found)
    told: dict[str, Any] = {"n": Number(len(apart)), "all": Number(len(found)), "names": listed(analysis, apart), "orphans": listed(analysis, orphans),
                            "first": analysis.name((orphans or apart or ("",))[0]) if apart else "", "unknown": Number(unknown)}
    why = [Message("A goal of one sector is a plan; a goal of two and more is a vision.")]
    why += [Message("Held by nobody: {orphans}.").filled(**told)] if orphans else []
    why += [Message("Of {unknown} the sectors are not known.").filled(**told)] if unknown else []
    yield Finding(
        "shared_vision", "shared_vision",
        plural("{n} of {all} goals is not shared by two sectors: {names}", "{n} of {all} goals are not shared by two sectors: {names}", len(apart)).filled(**told) if apart else
        Message("No goal is known to be held by one sector alone"),
        Joined(why),
        Message("Ask those of other sectors whom {first} concerns what they would add to it.").filled(**told) if apart else
        Message("Read the goals aloud once a year, and ask whether they still hold."),
        apart or tuple(one.goal for one in found), "high" if orphans else "medium" if apart else "info", weight=len(apart),
        numbers={"goals": len(found), "not_shared": len(apart), "unheld": len(orphans), "unknown": unknown})


@finding(
    topic="learning", order=670,
    title=Message("Goals: from baseline to target"),
    meaning=Message("How far each goal has come: (actual - baseline) / (target - baseline). Medium when one moved away from its target, info else."),
    needs=(GOALS,))
def goal_progress(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all goals with a baseline, an actual value and a target."""
    found = {one.goal: one.progress for one in read_goal_standings(analysis) if one.progress is not None}
    if not found:
        return
    ordered = sorted(found, key=lambda uid: (-found[uid], uid))
    away = tuple(uid for uid in reversed(ordered) if found[uid] < 0)
    blank = len(analysis.nodes("Goal")) - len(found)
    told = {"n": Number(len(found) - len(away)), "all": Number(len(found)), "away": listed(analysis, away), "blank": Number(blank),
            "said": enumerated([Message("{name} {share}").filled(name=analysis.name(uid), share=way_gone(found[uid])) for uid in ordered[:5]]),
            "last": analysis.name(ordered[-1])}
    why = [Message("Of the way from baseline to target: {said}.").filled(**told)]
    why += [Message("{blank} not measured.").filled(**told)] if blank else []
    yield Finding(
        "goal_progress", "goal_progress",
        Message("{n} of {all} goals that are measured did not lose ground; away from the target: {away}").filled(**told) if away else
        plural("The one goal that is measured lost no ground", "None of the {all} goals that are measured lost ground", len(found)).filled(**told),
        Joined(why), Message("Ask what keeps {last} back, beginning with its causes on the map.").filled(**told),
        away or tuple(ordered), "medium" if away else "info", weight=len(away), numbers={"measured": len(found), "away": len(away), "not_measured": blank})


def way_gone(progress: float) -> Text:
    """The share of the way from baseline to target, in words; below 0 it was lost.

    >>> str(way_gone(0.29)), str(way_gone(-0.1))
    ('29%', '10% further from the target')
    """
    return percent(progress) if progress >= 0 else Message("{share} further from the target").filled(share=percent(-progress))


PART_NAMES = {
    "OWNS": Message("an owner"), "WORKS_ON": Message("somebody who works on it"), "LEADS": Message("a lead"),
    "SPONSORS": Message("a sponsor"), "FUNDS": Message("a funder"), "ADOPTS": Message("an adopter"),
    "CHAMPIONS": Message("a champion"),
}


def _vacant(type: str, count: int) -> Text:
    """A part that nobody holds, and in how many problems or innovations."""
    if type in ("OWNS", "WORKS_ON"):
        return plural("{part} ({n} problem)", "{part} ({n} problems)", count).filled(part=PART_NAMES[type])
    return plural("{part} ({n} innovation)", "{part} ({n} innovations)", count).filled(part=PART_NAMES[type])


@finding(
    topic="learning", order=680,
    title=Message("A part for everybody"),
    meaning=Message("Of the stakeholders that an open problem or a living innovation names, the share with both a partner and a part in the work (equal role is not the same number "
                    "of ties for all); and parts that nobody holds. High below 25%, medium below 50%, low below 100%."),
    needs=(PARTNERSHIPS, PROBLEMS, WORK))
def equal_part(analysis: Analysis) -> Iterator[Finding]:
    """One finding, where somebody is named."""
    found = measure_equal_role(analysis)
    if found.share is None:
        return
    silent = tuple(sorted({*found.roleless, *(found.tieless or ())}))
    vacant = [_vacant(type, len(found.vacant[type])) for type in PART_NAMES if found.vacant.get(type)]
    load, busiest = max(((count, uid) for some in found.load.values() for uid, count in some.items()), default=(0, ""))
    told = {"share": percent(found.share), "n": Number(len(silent)), "all": Number(len(found.named)), "roleless": listed(analysis, found.roleless),
            "tieless": listed(analysis, found.tieless or ()), "first": analysis.name(silent[0]) if silent else "", "vacant": enumerated(vacant),
            "busiest": analysis.name(busiest) if busiest else "", "load": Number(load)}
    why = [Message("Named, but without a part: {roleless}.").filled(**told)] if found.roleless else []
    why += [Message("Without a partner: {tieless}.").filled(**told)] if found.tieless else []
    why += [Message("Nobody holds: {vacant}.").filled(**told)] if vacant else []
    why += [Message("The fullest hands: {busiest}, {load} times the same part.").filled(**told)] if busiest else []
    yield Finding(
        "equal_part", "equal_part",
        Message("{share} of the {all} stakeholders that the work names have a partner and a part in it").filled(**told),
        Joined(why),
        Message("Ask {first} which part it would take.").filled(**told) if silent else
        Message("Fill the empty parts."),
        silent, shortfall(found.share), weight=len(silent),
        numbers={"share": found.share, "named": len(found.named), "roleless": len(found.roleless), "tieless": len(found.tieless or ()), "gini": measure_values(analysis, "gini")[""]}
        | {f"vacant_{type.lower()}": len(uids) for type, uids in found.vacant.items()})
