"""The five disciplines of a learning organisation (Senge 1990) as they were assessed: profile, spread, trend, never one score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import read_work
from sysmap.records.learning_assessments import dated_waves, known_disciplines, read_answers
from sysmap.records.learning_responses import find_responses
from sysmap.records.times import months_since

__all__ = ["COMPANY", "Average", "Pace", "Profile", "Spread", "Trend", "average_scores", "measure_paces", "measure_spreads", "measure_trends", "months_since_asked", "read_profiles"]

COMPANY = 3
"""Units that a mean needs where the scores of units are not told: of two, either could work out the other's."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A stakeholder in one wave: discipline -> mean score (1 to 5), None where it was not asked or is suppressed.

    `suppressed` are the disciplines that fewer than five answered; `respondents` the fewest that answered a shown one, None without one.
    """

    stakeholder: str
    wave: int
    scores: Mapping[str, float | None]
    suppressed: tuple[str, ...]
    respondents: int | None


@dataclass(frozen=True, slots=True)
class Spread:
    """How far stakeholders are apart in a discipline in one wave: `spread` = `high` - `low`, the scores of `highest` and `lowest`."""

    discipline: str
    wave: int
    low: float
    high: float
    lowest: str
    highest: str
    units: int

    @property
    def spread(self) -> float:
        """Points between the two, 0 to 4."""
        return round(self.high - self.low, 9)


@dataclass(frozen=True, slots=True)
class Trend:
    """The mean change of a discipline from the first to the last wave, over the `units` that have a score in both."""

    discipline: str
    first: int
    last: int
    change: float
    units: int


@dataclass(frozen=True, slots=True)
class Average:
    """The mean score of a discipline in one wave, over the `units` that have one; each unit counts the same."""

    discipline: str
    wave: int
    score: float
    units: int


@dataclass(frozen=True, slots=True)
class Pace:
    """A unit's mean change over the disciplines asked in the first and the last wave, beside the median days its problems took to a pilot."""

    stakeholder: str
    change: float
    days: float


@kept
def read_profiles(analysis: Analysis) -> tuple[Profile, ...]:
    """Every stakeholder that was assessed by the day of the analysis, by uid and wave."""
    def of(stakeholder: str, wave: int) -> Profile:
        said = read_answers(analysis)[stakeholder, wave]
        shown = [answer.respondents for answer in said.values() if answer.score is not None]
        return Profile(stakeholder, wave, {name: said[name].score if name in said else None for name in known_disciplines(analysis)},
                       tuple(name for name, answer in said.items() if answer.score is None), min(shown, default=None))
    return tuple(of(*key) for key in read_answers(analysis))


def months_since_asked(analysis: Analysis) -> int | None:
    """Whole months since the last assessment; None where none is dated."""
    days = [day for day in dated_waves(analysis).values() if day]
    return months_since(max(days), analysis.as_of) if days else None


def measure_spreads(analysis: Analysis) -> tuple[Spread, ...]:
    """The spread of each discipline in the last wave, the widest first; only where two stakeholders have a score."""
    last = max(dated_waves(analysis), default=0)
    found = []
    for name in known_disciplines(analysis):
        known = {one.stakeholder: score for one in read_profiles(analysis) if one.wave == last and (score := one.scores[name]) is not None}
        if len(known) > 1:
            ordered = sorted((score, uid) for uid, score in known.items())
            (low, lowest), high = ordered[0], ordered[-1][0]
            found.append(Spread(name, last, low, high, lowest, next(uid for score, uid in ordered if score == high), len(known)))
    return tuple(sorted(found, key=lambda one: -one.spread))


def measure_trends(analysis: Analysis) -> tuple[Trend, ...]:
    """The change of each discipline, in the vocabulary's order; only where a stakeholder has a score in the first and the last wave."""
    asked = list(dated_waves(analysis))
    scores = {(one.stakeholder, one.wave): one.scores for one in read_profiles(analysis)}
    units = {stakeholder for stakeholder, _ in scores}
    found = []
    for name in known_disciplines(analysis) if len(asked) > 1 else ():
        pairs = [tuple(scores[unit, wave][name] for wave in (asked[0], asked[-1])) for unit in sorted(units)
                 if all((unit, wave) in scores for wave in (asked[0], asked[-1]))]
        changes = [after - before for before, after in pairs if before is not None and after is not None]
        if changes:
            found.append(Trend(name, asked[0], asked[-1], sum(changes) / len(changes), len(changes)))
    return tuple(found)


def average_scores(analysis: Analysis) -> tuple[Average, ...]:
    """The mean of each discipline in each wave, wave by wave in the vocabulary's order; only where a stakeholder has a score."""
    found = []
    for wave in dated_waves(analysis):
        for name in known_disciplines(analysis):
            known = [score for one in read_profiles(analysis) if one.wave == wave and (score := one.scores[name]) is not None]
            if known:
                found.append(Average(name, wave, sum(known) / len(known), len(known)))
    return tuple(found)


def measure_paces(analysis: Analysis) -> tuple[Pace, ...]:
    """Units that were assessed twice and work on an answered problem, by uid: material for a scatter, too few to prove anything."""
    asked = list(dated_waves(analysis))
    days = {one.problem: one.days for one in find_responses(analysis) if one.days is not None}
    who = read_work(analysis)
    does = dict(zip(who.people, ([who.problems[p] for p in who.does[[row]].indices.tolist()] for row in range(len(who.people))), strict=True))
    scores = {(one.stakeholder, one.wave): one.scores for one in read_profiles(analysis)}
    found = []
    for unit in sorted({unit for unit, _ in scores}):
        before, after = (scores.get((unit, asked[end]), {}) for end in (0, -1))
        changes = [late - early for name in before if (early := before[name]) is not None and (late := after.get(name)) is not None]
        taken = [days[problem] for problem in does.get(unit, ()) if problem in days]
        if len(asked) > 1 and changes and taken:
            found.append(Pace(unit, sum(changes) / len(changes), float(median(taken))))
    return tuple(found)
