"""The port of a measure: a decorated function from an `Analysis` to numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sysmap.analysis import Analysis
from sysmap.errors import UnknownName
from sysmap.schema import Words

__all__ = ["MEASURES", "Level", "Measure", "Score", "Values", "measure", "values"]

Score = float | int | str | None
"""A number, a text (a community's name), or None where it is undefined: never 0, never NaN."""
Level = Literal["node", "tie", "group", "graph"]
Values = Mapping[str, Score]
"""uid -> score (level node), tie uid -> score (tie), group -> score (group), or `{"": score}` (graph)."""

WEIGHTS = {True: Words(en="Weights count.", id="Bobot dihitung."), False: Words(en="Weights do not count.", id="Bobot tidak dihitung.")}

MEASURES: dict[str, Measure] = {}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure and all that is said of it; `low`, `high` are its inclusive range, None where unbounded.

    `title` is the plain name, `term` the technical one; `how` says how it is computed, and whether the weights of ties
    count; `advice` what to do with it; `names` what people call its texts, where these are no names already.
    """

    name: str
    title: Words
    term: str
    level: Level
    view: str
    low: float | None
    high: float | None
    unit: Words
    how: Words
    advice: Words
    source: str
    compute: Callable[[Analysis], Values]
    names: Mapping[str, Words]


def measure(*, title: Words, term: str, level: Level = "node", view: str = "collaboration", low: float | None = 0,
            high: float | None = None, unit: Words, how: Words, advice: Words, source: str, weighted: bool = False, names: Mapping[str, Words] | None = None,
            ) -> Callable[[Callable[[Analysis], Values]], Callable[[Analysis], Values]]:
    """Register the decorated function as a measure under its own name."""
    def register(compute: Callable[[Analysis], Values]) -> Callable[[Analysis], Values]:
        name = compute.__name__
        if name in MEASURES:
            raise ValueError(f"measure {name!r} is declared twice")
        told = Words(*(f"{how[language]} {WEIGHTS[weighted][language]}" for language in ("en", "id")))
        MEASURES[name] = Measure(name, title, term, level, view, low, high, unit, told, advice, source, compute, names or {})
        return compute
    return register


def values(analysis: Analysis, name: str) -> Values:
    """The values of the measure called `name`, computed once per analysis; `UnknownName` where there is none.

    Without partnership data every measure of the collaboration view is None, as is every NaN a library returns.
    """
    if name not in MEASURES:
        raise UnknownName("measure", name, MEASURES)
    return analysis.once(("measure", name), lambda: _computed(analysis, MEASURES[name]))


def _computed(analysis: Analysis, one: Measure) -> Values:
    if one.view == "collaboration" and not (analysis.ties_assessed and analysis.nodes("Stakeholder")):
        blank = {"node": analysis.nodes("Stakeholder"), "graph": ("",)}
        return dict.fromkeys(blank.get(one.level, ()))
    return {key: _plain(score) for key, score in one.compute(analysis).items()}


def _plain(score: Any) -> Score:
    """A numpy scalar as Python's own; NaN, which is unequal to itself, as None."""
    plain: Score = score.item() if hasattr(score, "item") else score
    return plain if plain == plain else None  # noqa: PLR0124  that is the test for NaN
