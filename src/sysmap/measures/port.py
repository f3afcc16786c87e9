"""The port of a measure: a decorated function from an `Analysis` to numbers, and what is said of those that are estimates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sysmap.analysis import Analysis, kept
from sysmap.errors import Cause, UnknownName
from sysmap.messages import Joined, Message, Text
from sysmap.rooms import insert_in_order
from sysmap.topics import topic_of

__all__ = ["MEASURES", "Estimate", "Level", "Measure", "Score", "Values", "measure", "measure_columns", "measure_estimate", "measure_values"]

Score = float | int | str | None
"""A number, a text (a community's name), or None where it is undefined: never 0, never NaN."""
Level = Literal["node", "tie", "group", "graph"]
Values = Mapping[str, Score]
"""uid -> score (level node), tie uid -> score (tie), group -> score (group), or `{"": score}` (graph)."""

WEIGHTS = {True: Message("Weights count."), False: Message("Weights do not count.")}

NO_MEASURE = Cause("M001", "no measure is called {name}")
MEASURES: dict[str, Measure] = {}


@dataclass(frozen=True, slots=True)
class Estimate:
    """What estimated values rest on: `sources` drawn with `seed` among `of` stakeholders.

    `errors`: the standard error of each value, under its key; None where too few were drawn to tell.
    """

    sources: int
    of: int
    seed: int
    errors: Values


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure and all that is said of it; `low`, `high` are its inclusive range, None where unbounded.

    `topic` and `order`: where it belongs and its place among the measures (columns of measures.csv, lists). `title` is the plain name, `term` the technical one; `how` says how it is computed, and whether the weights of ties
    count; `advice` what to do with it; `names` what people call its texts, where these are no names already. `estimate`, of a
    measure that is estimated on large networks, says what from; None there where it is exact.
    """

    name: str
    topic: str
    order: int
    title: Text
    term: str
    level: Level
    view: str
    low: float | None
    high: float | None
    unit: Text
    how: Text
    advice: Text
    source: str
    compute: Callable[[Analysis], Values]
    names: Mapping[str, Text] = field(default_factory=dict)
    estimate: Callable[[Analysis], Estimate | None] | None = None


def measure(*, topic: str, order: int, title: Text, term: str, level: Level = "node", view: str = "collaboration", low: float | None = 0,
            high: float | None = None, unit: Text, how: Text, advice: Text, source: str, weighted: bool = False,
            names: Mapping[str, Text] | None = None, estimate: Callable[[Analysis], Estimate | None] | None = None,
            ) -> Callable[[Callable[[Analysis], Values]], Callable[[Analysis], Values]]:
    """Register the decorated function as a measure under its own name."""
    def register(compute: Callable[[Analysis], Values]) -> Callable[[Analysis], Values]:
        name = compute.__name__
        told = Joined((how, WEIGHTS[weighted]))
        insert_in_order(MEASURES, name, Measure(name, topic_of(topic), order, title, term, level, view, low, high, unit, told, advice, source, compute, names or {}, estimate))
        return compute
    return register


@kept
def measure_values(analysis: Analysis, name: str) -> Values:
    """The values of the measure called `name`, computed once per analysis; `UnknownName` where there is none.

    Without partnership data every measure of the collaboration view is None, as is every NaN a library returns.
    """
    if name not in MEASURES:
        raise UnknownName(NO_MEASURE, name, MEASURES)
    return _computed(analysis, MEASURES[name])


def measure_estimate(analysis: Analysis, name: str) -> Estimate | None:
    """What the values of a measure are estimated from; None where they are exact. It is said wherever a value is shown."""
    one = MEASURES[name]
    return one.estimate(analysis) if one.estimate and not _is_blank(analysis, one) else None


def measure_columns(analysis: Analysis, name: str) -> dict[str, Values]:
    """The values of a measure under its name; of estimates also `<name>_error` (standard error), `<name>_sources`, `<name>_seed`."""
    found, told = measure_values(analysis, name), measure_estimate(analysis, name)
    if told is None:
        return {name: found}
    return {name: found, f"{name}_error": told.errors, f"{name}_sources": dict.fromkeys(found, told.sources), f"{name}_seed": dict.fromkeys(found, told.seed)}


def _is_blank(analysis: Analysis, one: Measure) -> bool:
    return one.view == "collaboration" and not (analysis.ties_assessed and analysis.nodes("Stakeholder"))


def _computed(analysis: Analysis, one: Measure) -> Values:
    if _is_blank(analysis, one):
        blank = {"node": analysis.nodes("Stakeholder"), "graph": ("",)}
        return dict.fromkeys(blank.get(one.level, ()))
    return {key: _plain(score) for key, score in one.compute(analysis).items()}


def _plain(score: Any) -> Score:
    """A numpy scalar as Python's own; NaN, which is unequal to itself, as None."""
    plain: Score = score.item() if hasattr(score, "item") else score
    return plain if plain == plain else None  # noqa: PLR0124  that is the test for NaN
