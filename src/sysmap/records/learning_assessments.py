"""Scores of the five disciplines of a learning organisation, by stakeholder and wave; what too few people said is suppressed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.times import months_since

__all__ = ["FEWEST", "Answer", "dated_waves", "known_disciplines", "read_answers", "too_few"]

FEWEST = 5
"""An answer of fewer people is suppressed: one could tell who said what. So is one of nobody knows how many."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What `respondents` people said of a discipline: the mean `score`, 1 to 5; None where they are fewer than five."""

    score: float | None
    respondents: int


def known_disciplines(analysis: Analysis) -> tuple[str, ...]:
    """The disciplines that the vocabulary knows, in its order."""
    field, = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    return tuple(choice.value for choice in field.choices)


def dated_waves(analysis: Analysis) -> Mapping[int, str | None]:
    """Wave -> the day it was last asked, None where undated; in order."""
    days: dict[int, list[str]] = defaultdict(list)
    for uid in _assessed(analysis):
        days[_wave(analysis, uid)].append(str(analysis.props(uid).get("since") or ""))
    return {wave: max(days[wave]) or None for wave in sorted(days)}


def too_few(respondents: object) -> bool:
    """Whether fewer than `FEWEST` answered; where it is not said, nobody knows that it was enough.

    >>> too_few(4), too_few(5), too_few(None)
    (True, False, True)
    """
    return not isinstance(respondents, int | float) or respondents < FEWEST


@kept
def read_answers(analysis: Analysis) -> Mapping[tuple[str, int], Mapping[str, Answer]]:
    """(stakeholder, wave) -> discipline -> what was said by the day of the analysis; found once.

    Two assessments of the same are one: their mean, weighted by the respondents, and suppressed if one of them is. A wave that is not
    given is the first.
    """
    given: dict[tuple[str, int], dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for uid in _assessed(analysis):
        props = analysis.props(uid)
        score, discipline = props.get("score"), props.get("discipline")
        for unit in {unit for _, unit, type in analysis.graph.out_edges(uid, data="type") if type == "ASSESSES"}:
            if discipline and score is not None:
                given[unit, _wave(analysis, uid)][discipline].append(Answer(float(score), int(props.get("respondents") or 0)))
    return {key: {name: _one(said) for name, said in sorted(by.items())} for key, by in sorted(given.items())}


def _assessed(analysis: Analysis) -> tuple[str, ...]:
    """Assessments that were made by the day of the analysis; undated ones too."""
    return tuple(uid for uid in analysis.nodes("Assessment")
                 if not (day := analysis.props(uid).get("since")) or months_since(day, analysis.as_of) is not None)


def _wave(analysis: Analysis, uid: str) -> int:
    return int(analysis.props(uid).get("wave") or 1)


def _one(said: list[Answer]) -> Answer:
    people = sum(answer.respondents for answer in said)
    if too_few(min(answer.respondents for answer in said)):
        return Answer(None, people)
    mean = sum((answer.score or 0) * answer.respondents for answer in said) / people
    return Answer(round(mean, 9), people)
