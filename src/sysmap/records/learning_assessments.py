"""Scores of the five disciplines of a learning organisation, by stakeholder and wave.

Scores from too few people are suppressed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.times import months_since

__all__ = ["FEWEST", "Answer", "dated_waves", "known_disciplines", "read_answers", "too_few"]

FEWEST = 5
"""Scores from fewer people are suppressed, because one could tell who said what; so are scores from an unknown number
of people."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The mean `score` that `respondents` people gave a discipline, 1 to 5; None if they are fewer than `FEWEST`."""

    score: float | None
    respondents: int


def known_disciplines(analysis: Analysis) -> tuple[str, ...]:
    """Return the disciplines that the vocabulary knows, in its order."""
    (field,) = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    return tuple(choice.value for choice in field.choices)


def dated_waves(analysis: Analysis) -> Mapping[int, str | None]:
    """Return wave -> the last day on which it was asked, None if undated; in the order of waves."""
    days: dict[int, list[str]] = defaultdict(list)
    for uid in _past_assessments(analysis):
        days[_wave(analysis, uid)].append(str(analysis.props(uid).get("since") or ""))
    return {wave: max(days[wave]) or None for wave in sorted(days)}


def too_few(respondents: object) -> bool:
    """Whether fewer than `FEWEST` answered, or the number is unknown.

    >>> too_few(4), too_few(5), too_few(None)
    (True, False, True)
    """
    return not isinstance(respondents, int | float) or respondents < FEWEST


@kept
def read_answers(analysis: Analysis) -> Mapping[tuple[str, int], Mapping[str, Answer]]:
    """Return (stakeholder, wave) -> discipline -> answer, from all assessments made by the day of the analysis.

    Several assessments of the same stakeholder, wave and discipline become one: their mean, weighted by the
    respondents; it is suppressed if one of them is. A wave that is not given counts as wave 1.
    """
    answers: dict[tuple[str, int], dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for uid in _past_assessments(analysis):
        props = analysis.props(uid)
        score, discipline = props.get("score"), props.get("discipline")
        for unit in {unit for _, unit, type in analysis.graph.out_edges(uid, data="type") if type == "ASSESSES"}:
            if discipline and score is not None:
                answers[unit, _wave(analysis, uid)][discipline].append(
                    Answer(float(score), int(props.get("respondents") or 0))
                )
    return {
        key: {name: _merge(parts) for name, parts in sorted(by_discipline.items())}
        for key, by_discipline in sorted(answers.items())
    }


def _past_assessments(analysis: Analysis) -> tuple[str, ...]:
    """Uids of the assessments made by the day of the analysis, and of undated ones."""
    return tuple(
        uid
        for uid in analysis.nodes("Assessment")
        if not (day := analysis.props(uid).get("since")) or months_since(day, analysis.as_of) is not None
    )


def _wave(analysis: Analysis, uid: str) -> int:
    return int(analysis.props(uid).get("wave") or 1)


def _merge(parts: list[Answer]) -> Answer:
    """Merge several answers into one."""
    people = sum(answer.respondents for answer in parts)
    if too_few(min(answer.respondents for answer in parts)):
        return Answer(None, people)
    mean = sum((answer.score or 0) * answer.respondents for answer in parts) / people
    return Answer(round(mean, 9), people)
