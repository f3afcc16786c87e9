"""The learning organisation: five disciplines as profiles over the rounds of asking, never as one score. Scores of units are personal."""

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
from sysmap.page.views.port import Told, view
from sysmap.records.learning_assessments import dated_waves, known_disciplines
from sysmap.rendering.facts import Facts, clean_value, pair

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
    "learn_hidden_in": Message("round {wave}: {n} units where fewer than five people answered; those scores are not shown"),
    "learn_hidden_one": Message("round {wave}: {n} unit where fewer than five people answered; those scores are not shown"),
    "learn_all": Message("All units together"),
    "learn_mean": Message("All units, {wave}"),
    "learn_scale": Message("Centre 1 (not at all), edge 5 (fully). Five disciplines are a profile, never one score."),
    "learn_discipline": Message("Discipline"),
    "learn_change": Message("Change"),
    "learn_spread": Message("Distance between units"),
    "learn_of": Message("{n} units"),
    "learn_few": Message("fewer than {n} units: not shown"),
    "learn_private": Message("The profiles of single units are personal and not in this page. --include-personal puts them in."),
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
def learning_view(facts: Facts) -> Told:
    """Rounds, means, trend and spread; profiles and paces of units only where personal data may be told. None where nobody was asked."""
    analysis = facts.analysis
    asked = dated_waves(analysis)
    if not asked:
        return None
    names = known_disciplines(analysis)
    field, = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    private = "score" in facts.hidden("Assessment")
    told = {"disciplines": [pair(choice.label) for choice in field.choices], "waves": [_round(analysis, wave, day) for wave, day in asked.items()],
            "months": months_since_asked(analysis), "company": COMPANY if private else 1, "private": private,
            "means": _means(analysis, COMPANY if private else 1),
            "trend": [[names.index(one.discipline), round_score(one.change), one.units] for one in measure_trends(analysis) if one.units > 1 or not private],
            "spread": [round_score(measure_values(analysis, "discipline_spread").get(name)) for name in names]}
    return told if private else told | _of_units(facts, names)


def _round(analysis: Analysis, wave: int, day: str | None) -> dict[str, Any]:
    """A round: when it was, how many units were asked, and of how many something is suppressed."""
    mine = [one for one in read_profiles(analysis) if one.wave == wave]
    return {"wave": wave, "day": clean_value(day), "units": len(mine), "suppressed": sum(bool(one.suppressed) for one in mine)}


def _means(analysis: Analysis, fewest: int) -> list[list[list[Any]]]:
    """[mean or None, units] for each discipline of each round."""
    found = {(one.wave, one.discipline): one for one in average_scores(analysis)}

    def told(wave: int, name: str) -> list[Any]:
        one = found.get((wave, name))
        return [round_score(one.score) if one and one.units >= fewest else None, one.units if one else 0]
    return [[told(wave, name) for name in known_disciplines(analysis)] for wave in dated_waves(analysis)]


def _of_units(facts: Facts, names: tuple[str, ...]) -> dict[str, Any]:
    analysis = facts.analysis
    pace = [[facts.index[one.stakeholder], round_score(one.change), round_score(one.days)] for one in measure_paces(analysis) if one.stakeholder in facts.index]
    return {"units": list(_units(facts, names)), "paces": pace if len(pace) > 1 else [],
            "apart": [[names.index(one.discipline), one.low, one.high, facts.index.get(one.lowest), facts.index.get(one.highest)] for one in measure_spreads(analysis)]}


def _units(facts: Facts, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Each unit by name with its rounds: [scores, suppressed disciplines, fewest respondents], None where it was not asked."""
    asked = list(dated_waves(facts.analysis))
    found = {(one.stakeholder, one.wave): one for one in read_profiles(facts.analysis)}
    for uid in sorted({uid for uid, _ in found if uid in facts.index}, key=lambda uid: facts.index[uid]):
        rounds = [found.get((uid, wave)) for wave in asked]
        yield {"n": facts.index[uid], "rounds": [None if one is None else [
            [round_score(one.scores[name]) for name in names], [names.index(name) for name in one.suppressed], one.respondents] for one in rounds]}
