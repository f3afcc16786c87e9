"""The five disciplines of a learning organisation (Senge 1990) as assessed: profiles, spreads, trends.

There is never one overall score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import read_work
from sysmap.records.learning_assessments import dated_waves, known_disciplines, read_answers
from sysmap.records.learning_responses import find_responses
from sysmap.records.times import months_since

__all__ = [
    "COMPANY",
    "Average",
    "Pace",
    "Profile",
    "Spread",
    "Trend",
    "average_scores",
    "measure_paces",
    "measure_spreads",
    "measure_trends",
    "months_since_asked",
    "read_profiles",
]

COMPANY = 3
"""Where the scores of single units are not shown, a mean needs so many units: of two, each could compute the score of
the other."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The assessment of one stakeholder in one wave.

    `scores`: discipline -> mean score (1 to 5); None if it was not asked or is suppressed. `suppressed`: the
    disciplines that too few answered. `respondents`: the smallest number of people behind a score that is shown; None
    if no score is shown.
    """

    stakeholder: str
    wave: int
    scores: Mapping[str, float | None]
    suppressed: tuple[str, ...]
    respondents: int | None


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the `units` (stakeholders) are apart in a discipline in one wave.

    `high`, `low`: the highest and the lowest score; `highest`, `lowest`: the stakeholders that have them, the first by
    name; `highest_equal`, `lowest_equal`: how many others have the same score.
    """

    discipline: str
    wave: int
    low: float
    high: float
    lowest: str
    highest: str
    units: int
    highest_equal: int = 0
    lowest_equal: int = 0

    @property
    def spread(self) -> float:
        """`high` - `low`, in points from 0 to 4."""
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
    """The pace of one unit.

    `change`: its mean change over the disciplines that have a score in the first and the last wave. `days`: the median
    days that the problems it works on took from report to pilot.
    """

    stakeholder: str
    change: float
    days: float


@kept
def read_profiles(analysis: Analysis) -> tuple[Profile, ...]:
    """Return the profile of every stakeholder in every wave in which it was assessed, by uid and wave."""

    def build_profile(stakeholder: str, wave: int) -> Profile:
        answers = read_answers(analysis)[stakeholder, wave]
        shown = [answer.respondents for answer in answers.values() if answer.score is not None]
        return Profile(
            stakeholder,
            wave,
            {name: answers[name].score if name in answers else None for name in known_disciplines(analysis)},
            tuple(name for name, answer in answers.items() if answer.score is None),
            min(shown, default=None),
        )

    return tuple(build_profile(*key) for key in read_answers(analysis))


def months_since_asked(analysis: Analysis) -> int | None:
    """Return the whole months since the last assessment; None if no assessment has a date."""
    days = [day for day in dated_waves(analysis).values() if day]
    return months_since(max(days), analysis.as_of) if days else None


def measure_spreads(analysis: Analysis) -> tuple[Spread, ...]:
    """Return the spread of each discipline in the last wave, the widest first.

    Only if at least two stakeholders have a score.
    """
    last = max(dated_waves(analysis), default=0)
    spreads = []
    for name in known_disciplines(analysis):
        scores = {
            profile.stakeholder: score
            for profile in read_profiles(analysis)
            if profile.wave == last and (score := profile.scores[name]) is not None
        }
        if len(scores) > 1:
            low, high = min(scores.values()), max(scores.values())
            lowest, highest = (
                sorted((uid for uid in scores if scores[uid] == score), key=lambda uid: (analysis.name(uid), uid))
                for score in (low, high)
            )
            spreads.append(
                Spread(
                    name,
                    last,
                    low,
                    high,
                    lowest[0],
                    highest[0],
                    len(scores),
                    highest_equal=len(highest) - 1,
                    lowest_equal=len(lowest) - 1,
                )
            )
    return tuple(sorted(spreads, key=lambda spread: -spread.spread))


def measure_trends(analysis: Analysis) -> tuple[Trend, ...]:
    """Return the change of each discipline, in the vocabulary's order.

    Only if a stakeholder has a score in the first and the last wave.
    """
    asked = list(dated_waves(analysis))
    scores = {(profile.stakeholder, profile.wave): profile.scores for profile in read_profiles(analysis)}
    units = {stakeholder for stakeholder, _ in scores}
    trends = []
    for name in known_disciplines(analysis) if len(asked) > 1 else ():
        pairs = [
            tuple(scores[unit, wave][name] for wave in (asked[0], asked[-1]))
            for unit in sorted(units)
            if all((unit, wave) in scores for wave in (asked[0], asked[-1]))
        ]
        changes = [after - before for before, after in pairs if before is not None and after is not None]
        if changes:
            trends.append(Trend(name, asked[0], asked[-1], sum(changes) / len(changes), len(changes)))
    return tuple(trends)


def average_scores(analysis: Analysis) -> tuple[Average, ...]:
    """Return the mean of each discipline in each wave, wave by wave in the vocabulary's order.

    Only if a stakeholder has a score.
    """
    averages = []
    for wave in dated_waves(analysis):
        for name in known_disciplines(analysis):
            scores = [
                score
                for profile in read_profiles(analysis)
                if profile.wave == wave and (score := profile.scores[name]) is not None
            ]
            if scores:
                averages.append(Average(name, wave, sum(scores) / len(scores), len(scores)))
    return tuple(averages)


def measure_paces(analysis: Analysis) -> tuple[Pace, ...]:
    """Return the pace of each unit that was assessed twice and works on an answered problem, by uid.

    It is meant for a scatter plot; the units are too few to prove anything.
    """
    asked = list(dated_waves(analysis))
    days = {response.problem: response.days for response in find_responses(analysis) if response.days is not None}
    work = read_work(analysis)
    problems = dict(
        zip(
            work.people,
            ([work.problems[p] for p in work.does[[row]].indices.tolist()] for row in range(len(work.people))),
            strict=True,
        )
    )
    scores = {(profile.stakeholder, profile.wave): profile.scores for profile in read_profiles(analysis)}
    paces = []
    for unit in sorted({unit for unit, _ in scores}):
        before, after = (scores.get((unit, asked[end]), {}) for end in (0, -1))
        changes = [
            late - early
            for name in before
            if (early := before[name]) is not None and (late := after.get(name)) is not None
        ]
        taken = [days[problem] for problem in problems.get(unit, ()) if problem in days]
        if len(asked) > 1 and changes and taken:
            paces.append(Pace(unit, sum(changes) / len(changes), float(median(taken))))
    return tuple(paces)
