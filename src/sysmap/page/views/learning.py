"""The learning organisation: a profile of five disciplines for each round of asking, never one score.

Scores of units are personal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sysmap.analysis import Analysis
from sysmap.measures.port import measure_values
from sysmap.messages import Message, in_context
from sysmap.models.learning.disciplines import (
    COMPANY,
    average_scores,
    measure_paces,
    measure_spreads,
    measure_trends,
    months_since_asked,
    read_profiles,
)
from sysmap.page.scores import round_score
from sysmap.page.views.port import ViewData, view
from sysmap.records.learning_assessments import dated_waves, known_disciplines
from sysmap.rendering.facts import Facts, clean_value

__all__ = ["WORDS", "learning_view"]

WORDS = {
    "learning": Message("Learning"),
    "learn_title": Message("Five disciplines of a learning organisation"),
    "learn_rounds": Message("{n} rounds of asking"),
    "learn_round": Message("{n} round of asking"),
    "learn_units": Message("{n} units in the last"),
    "learn_ago": Message("last asked {n} months ago"),
    "learn_undated": Message("no round has a date"),
    "learn_wave": Message("Round {n}"),
    "learn_hidden_in": Message(
        "round {wave}: {n} units where fewer than five people answered; those scores are not shown"
    ),
    "learn_hidden_one": Message(
        "round {wave}: {n} unit where fewer than five people answered; those scores are not shown"
    ),
    "learn_all": Message("All units together"),
    "learn_mean": Message("All units, {wave}"),
    "learn_scale": Message("Centre 1 (not at all), edge 5 (fully). Five disciplines are a profile, never one score."),
    "learn_discipline": Message("Discipline"),
    "learn_change": Message("Change"),
    "learn_spread": Message("Distance between units"),
    "learn_of": Message("{n} units"),
    "learn_few": Message("fewer than {n} units: not shown"),
    "learn_private": Message(
        "The profiles of single units are personal and not in this page. --include-personal puts them in."
    ),
    "learn_each": Message("Unit by unit"),
    "learn_compare": Message("Compare"),
    "learn_compare_how": Message("Choose up to {n} units to lay over the whole."),
    "learn_numbers": Message("In numbers"),
    "learn_suppressed": Message("{wave}: fewer than five answered: not shown"),
    "learn_partly": Message("{wave}, {names}: fewer than five answered: not shown"),
    "learn_answered": Message("{wave}: at least {n} answered"),
    "learn_pace": Message("Learning and solving side by side"),
    "learn_pace_how": Message("{n} units: too few to say anything of a cause. Ask them what they make of it."),
    "learn_pace_x": Message("Days from report to first pilot (median of its problems)"),
    "learn_pace_y": Message("Mean change of the disciplines"),
    "learn_unit": in_context("learning", "Unit"),
}


@view("learning", WORDS, order=60, topic="learning")
def learning_view(facts: Facts) -> ViewData:
    """Rounds, means, trends and spreads; profiles and paces of units only where personal data may be shown.

    None where nobody was asked.
    """
    analysis = facts.analysis
    waves = dated_waves(analysis)
    if not waves:
        return None
    names = known_disciplines(analysis)
    (field,) = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    private = "score" in facts.hidden("Assessment")
    data = {
        "disciplines": [facts.translate(choice.label) for choice in field.choices],
        "waves": [_round(analysis, wave, day) for wave, day in waves.items()],
        "months": months_since_asked(analysis),
        "company": COMPANY if private else 1,
        "private": private,
        "means": _means(analysis, COMPANY if private else 1),
        "trend": [
            [names.index(trend.discipline), round_score(trend.change), trend.units]
            for trend in measure_trends(analysis)
            if trend.units > 1 or not private
        ],
        "spread": [round_score(measure_values(analysis, "discipline_spread").get(name)) for name in names],
    }
    return data if private else data | _units_and_paces(facts, names)


def _round(analysis: Analysis, wave: int, day: str | None) -> dict[str, Any]:
    """A round of asking: its day, how many units were asked, and of how many of them a score is suppressed."""
    profiles = [profile for profile in read_profiles(analysis) if profile.wave == wave]
    return {
        "wave": wave,
        "day": clean_value(day),
        "units": len(profiles),
        "suppressed": sum(bool(profile.suppressed) for profile in profiles),
    }


def _means(analysis: Analysis, fewest: int) -> list[list[list[Any]]]:
    """[mean, number of units] for each discipline of each round.

    The mean is None where fewer than `fewest` units answered.
    """
    averages = {(average.wave, average.discipline): average for average in average_scores(analysis)}

    def cell(wave: int, name: str) -> list[Any]:
        average = averages.get((wave, name))
        return [
            round_score(average.score) if average and average.units >= fewest else None,
            average.units if average else 0,
        ]

    return [[cell(wave, name) for name in known_disciplines(analysis)] for wave in dated_waves(analysis)]


def _units_and_paces(facts: Facts, names: tuple[str, ...]) -> dict[str, Any]:
    """What may be shown only with personal data.

    The units' profiles, their paces (two or more), and the widest spreads.
    """
    analysis = facts.analysis
    paces = [
        [facts.index[pace.stakeholder], round_score(pace.change), round_score(pace.days)]
        for pace in measure_paces(analysis)
        if pace.stakeholder in facts.index
    ]
    return {
        "units": list(_units(facts, names)),
        "paces": paces if len(paces) > 1 else [],
        "apart": [
            [
                names.index(spread.discipline),
                spread.low,
                spread.high,
                facts.index.get(spread.lowest),
                facts.index.get(spread.highest),
            ]
            for spread in measure_spreads(analysis)
        ],
    }


def _units(facts: Facts, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Each unit, by name, with its rounds.

    [scores, suppressed disciplines, fewest respondents], None where it was not asked.
    """
    profiles = {(profile.stakeholder, profile.wave): profile for profile in read_profiles(facts.analysis)}
    for uid in sorted({uid for uid, _ in profiles if uid in facts.index}, key=lambda uid: facts.index[uid]):
        rounds = [profiles.get((uid, wave)) for wave in dated_waves(facts.analysis)]
        yield {
            "n": facts.index[uid],
            "rounds": [
                None
                if profile is None
                else [
                    [round_score(profile.scores[name]) for name in names],
                    [names.index(name) for name in profile.suppressed],
                    profile.respondents,
                ]
                for profile in rounds
            ],
        }
