"""The five disciplines of the learning organisation: how often they were asked about, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import list_names, list_texts
from sysmap.messages import Joined, Listing, Message, Number, Text, plural
from sysmap.models.learning.disciplines import (
    Profile,
    Trend,
    measure_paces,
    measure_spreads,
    measure_trends,
    months_since_asked,
    read_profiles,
)
from sysmap.records.learning_assessments import dated_waves

__all__ = ["discipline_profile", "discipline_spread", "discipline_trend", "learning_pace", "learning_rounds"]

ASSESSMENTS = Need(
    lambda analysis: bool(dated_waves(analysis)),
    Message("Nobody was asked about the five disciplines: there is no row in assessments.csv."),
    Message(
        "Ask each unit (five people and more) and write the means in assessments.csv (stakeholder, discipline, wave, "
        "score, respondents, since)."
    ),
)
A_YEAR = 12
"""Months after which the last round is old."""
WIDE = 1.0
"""Points between the lowest and the highest unit, on the scale from 1 to 5, that make a spread worth a look."""


def _name_disciplines(analysis: Analysis) -> Mapping[str, Text]:
    """Discipline -> its label in the vocabulary."""
    (field,) = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    return {choice.value: choice.label for choice in field.choices}


@finding(
    topic="learning",
    order=610,
    title=Message("Rounds of asking"),
    meaning=Message(
        "How often and when the five disciplines were asked about, and whose answers are not shown because fewer than "
        "five people gave them. Low when the last round is more than 12 months old or when there was one round only, "
        "else info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
)
def learning_rounds(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all rounds of asking."""
    waves, months = dated_waves(analysis), months_since_asked(analysis)
    last = [profile for profile in read_profiles(analysis) if profile.wave == max(waves)]
    hidden = tuple(
        sorted(
            (profile.stakeholder for profile in last if profile.suppressed), key=lambda uid: (analysis.name(uid), uid)
        )
    )
    values = {
        "n": Number(len(waves)),
        "units": Number(len(last)),
        "hidden": list_names(analysis, hidden),
        "months": Number(months or 0),
    }
    is_single = len(waves) == 1 and analysis.asks_field("Assessment", "wave")
    severity: Severity = "low" if is_single or (months is not None and months > A_YEAR) else "info"
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
            "The five disciplines were asked about in {n} round (units in the last: {units})",
            "The five disciplines were asked about in {n} rounds (units in the last: {units})",
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
        "The mean change of each discipline from the first to the last round, over the units that five people and more "
        "answered for in both (two units at least). Low when one fell, else info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
)
def discipline_trend(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all disciplines that can be compared."""
    # With one unit the mean would reveal the scores of that unit.
    trends = sorted(
        (trend for trend in measure_trends(analysis) if trend.units > 1),
        key=lambda trend: (-round(trend.change, 9), trend.discipline),
    )
    if not trends:
        return
    labels, falling = _name_disciplines(analysis), [trend for trend in trends if round(trend.change, 9) < 0]
    values = {
        "most": _list_equals(labels, trends, trends[0]),
        "least": _list_equals(labels, trends, trends[-1]),
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
        next_step=_advise_trend(trends).filled(**values),
        evidence=tuple(sorted({profile.stakeholder for profile in read_profiles(analysis) if profile.respondents})),
        severity="low" if falling else "info",
        weight=len(trends),
        numbers={trend.discipline: round(trend.change, 6) for trend in trends}
        | {"units": max(trend.units for trend in trends)},
    )


def _advise_trend(trends: list[Trend]) -> Message:
    """What to do, from the trends in the order of their change: learn from the best, or ask why all fall or rise."""
    best, worst = round(trends[0].change, 9), round(trends[-1].change, 9)
    if best > max(0, worst):
        return Message("Ask what helped {most}, and try it on {least}.")
    if worst < 0:
        return Message("Ask the units what holds {least} back.")
    return Message("Ask the units what helped, and keep to it.")


def _list_equals(labels: Mapping[str, Text], trends: list[Trend], trend: Trend) -> Text:
    """The names of all disciplines that changed as much as this one."""
    return list_texts([labels[other.discipline] for other in trends if round(other.change - trend.change, 9) == 0])


def _signed(change: float) -> Number:
    """A change with two digits, and a `+` if it is positive."""
    return Number(change, 2, signed=round(change, 2) > 0)


@finding(
    topic="learning",
    order=630,
    title=Message("Profile of a unit"),
    meaning=Message(
        "The five disciplines of each unit in the last round: a profile, never one score; with the change since the "
        "first round. Always info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
    personal=True,
)
def discipline_profile(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each unit whose scores may be shown (enough people answered)."""
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
    """The finding on one unit; `first_scores` are its scores in the first round, empty if there are none."""
    labels = _name_disciplines(analysis)
    scores = {name: score for name, score in profile.scores.items() if score is not None}
    ordered = sorted(scores, key=lambda name: -scores[name])
    weakest = [name for name in ordered if scores[name] == scores[ordered[-1]]]
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
        "weakest": Listing([labels[name] for name in weakest], "or"),
    }
    return Finding(
        kind="discipline_profile",
        id=f"discipline_profile:{profile.stakeholder}",
        title=Message("{unit}: {said}").filled(**values),
        why=Message(
            "Scores from 1 to 5, of {n} respondents and more; in brackets the change since the first round."
        ).filled(**values),
        next_step=(
            Message("Let {unit} choose one habit to practise for {weakest}.")
            if len(weakest) < len(ordered)
            else Message("Let {unit} choose one habit to practise.")
        ).filled(**values),
        evidence=(profile.stakeholder,),
        severity="info",
        numbers={**scores, "wave": profile.wave, "respondents": profile.respondents},
    )


def _mention_change(score: float, earlier: float | None) -> Text | str:
    """The change since the first round, in brackets; empty if the unit was not asked then."""
    return "" if earlier is None else Message(" ({change})").filled(change=_signed(round(score - earlier, 9)))


@finding(
    topic="learning",
    order=640,
    title=Message("Where units are furthest apart"),
    meaning=Message(
        "The discipline with the widest range between units in the last round. Low from 1 point, else info."
    ),
    source="Senge 1990",
    needs=(ASSESSMENTS,),
    personal=True,
)
def discipline_spread(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the widest spread; nothing if no two units can be compared."""
    spreads = measure_spreads(analysis)
    if not spreads:
        return
    widest, labels = spreads[0], _name_disciplines(analysis)
    values = {
        "name": labels[widest.discipline],
        "lowest": _name_equals(analysis, widest.lowest, widest.lowest_equal),
        "highest": _name_equals(analysis, widest.highest, widest.highest_equal),
        "first": analysis.name(widest.highest),
        "second": analysis.name(widest.lowest),
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
        next_step=Message("Let {first} and {second} draw the causes of one shared problem together.").filled(**values),
        evidence=(widest.lowest, widest.highest),
        severity="low" if widest.spread >= WIDE else "info",
        weight=widest.spread,
        numbers={spread.discipline: spread.spread for spread in spreads} | {"units": widest.units},
    )


def _name_equals(analysis: Analysis, unit: str, equal: int) -> Text:
    """The name of a unit, and how many others have the same score."""
    if not equal:
        return list_names(analysis, (unit,))
    return Message("{name}, equal with {n} more", name=analysis.name(unit), n=equal)


@finding(
    topic="learning",
    order=650,
    title=Message("Learning and solving side by side"),
    meaning=Message(
        "How many units have both a change over the rounds and a problem with an answer, so that the two can be drawn "
        "beside each other. Never a cause. Always info."
    ),
    needs=(ASSESSMENTS,),
    personal=True,
)
def learning_pace(analysis: Analysis) -> Iterator[Finding]:
    """One finding; nothing if fewer than two units can be compared."""
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
