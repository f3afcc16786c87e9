"""What a measure is: a decorated function from an `Analysis` to numbers, its description, and its error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sysmap.analysis import Analysis, kept
from sysmap.errors import Cause, UnknownName
from sysmap.messages import Joined, Message, Text
from sysmap.rooms import insert_in_order
from sysmap.topics import topic_of

__all__ = [
    "MEASURES",
    "Estimate",
    "Level",
    "Measure",
    "Score",
    "Values",
    "measure",
    "measure_columns",
    "measure_estimate",
    "measure_values",
]

Score = float | int | str | None
"""A number, or a text (the name of a community), or None if it is undefined; an undefined score is never 0 or NaN."""
Level = Literal["node", "tie", "group", "graph"]
View = Literal["collaboration", "causal", "innovation", "learning", "problem"]
Values = Mapping[str, Score]
"""By the level of the measure: uid of a node -> score, uid of a tie -> score, name of a group -> score, or
`{"": score}` for the graph."""

WEIGHTS = {True: Message("Weights count."), False: Message("Weights do not count.")}

NO_MEASURE = Cause("M001", "no measure is called {name}")
MEASURES: dict[str, Measure] = {}


@dataclass(frozen=True, slots=True)
class Estimate:
    """How values were estimated: from `sources` of all `of` stakeholders, drawn at random with `seed`.

    `errors`: the standard error of each value, under the same key; None if too few were drawn to compute it.
    """

    sources: int
    of: int
    seed: int
    errors: Values


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure and its description.

    `topic`, `order`: its topic, and its place among the measures (columns of measures.csv, lists). `title`: the plain
    name; `term`: the technical one. `level`: what a value belongs to. `view`: the data
    it needs. Where nobody asked about partnerships, a measure of the `collaboration` is None for every stakeholder.
    `low`, `high`: the inclusive range of its values, None if unbounded. `how`: how it is computed, and whether the
    weights of ties count. `advice`: what to do with it.
    `compute`: the decorated function. `names`: for values that are texts, value -> label, if the values themselves are
    not labels.
    `estimate`: for a measure that is estimated on large networks, the function that returns the `Estimate` of an
    analysis, or None if the values of that analysis are exact.
    """

    name: str
    topic: str
    order: int
    title: Text
    term: str
    level: Level
    view: View
    low: float | None
    high: float | None
    unit: Text
    how: Text
    advice: Text
    source: str
    compute: Callable[[Analysis], Values]
    names: Mapping[str, Text] = field(default_factory=dict)
    estimate: Callable[[Analysis], Estimate | None] | None = None


def measure(
    *,
    topic: str,
    order: int,
    title: Text,
    term: str,
    level: Level = "node",
    view: View = "collaboration",
    low: float | None = 0,
    high: float | None = None,
    unit: Text,
    how: Text,
    advice: Text,
    source: str,
    weighted: bool = False,
    names: Mapping[str, Text] | None = None,
    estimate: Callable[[Analysis], Estimate | None] | None = None,
) -> Callable[[Callable[[Analysis], Values]], Callable[[Analysis], Values]]:
    """Register the decorated function as a measure under its own name.

    `weighted`: whether the weights of ties count, which `how` then says. Raises ValueError where `view` is no `View`.
    """
    if view not in get_args(View):
        raise ValueError(f"no measure is of the view {view!r}: choose one of {', '.join(get_args(View))}")

    def register(compute: Callable[[Analysis], Values]) -> Callable[[Analysis], Values]:
        name, full_how = compute.__name__, Joined((how, WEIGHTS[weighted]))
        entry = Measure(
            name, topic_of(topic), order, title, term, level, view, low, high, unit,
            full_how, advice, source, compute, names or {}, estimate,
        )  # fmt: skip
        insert_in_order(MEASURES, name, entry)
        return compute

    return register


@kept
def measure_values(analysis: Analysis, name: str) -> Values:
    """Return the values of the measure called `name`. Raises UnknownName if there is no such measure.

    Without partnership data every value of a measure of the collaboration view is None. A NaN that a library returns
    becomes None.
    """
    if name not in MEASURES:
        raise UnknownName(NO_MEASURE, name, MEASURES)
    return _compute_values(analysis, MEASURES[name])


def measure_estimate(analysis: Analysis, name: str) -> Estimate | None:
    """Return how the values of a measure were estimated, or None if they are exact.

    Wherever a value is shown, show this too.
    """
    described = MEASURES[name]
    return described.estimate(analysis) if described.estimate and not _is_blank(analysis, described) else None


def measure_columns(analysis: Analysis, name: str) -> dict[str, Values]:
    """Return column name -> values: the measure under its name.

    For estimates also `<name>_error` (standard error), `<name>_sources`, `<name>_seed`.
    """
    values, estimate = measure_values(analysis, name), measure_estimate(analysis, name)
    if estimate is None:
        return {name: values}
    return {
        name: values,
        f"{name}_error": estimate.errors,
        f"{name}_sources": dict.fromkeys(values, estimate.sources),
        f"{name}_seed": dict.fromkeys(values, estimate.seed),
    }


def _is_blank(analysis: Analysis, described: Measure) -> bool:
    """Whether a measure has no values because nobody asked about partnerships, or because there are no stakeholders."""
    return described.view == "collaboration" and not (analysis.ties_assessed and analysis.nodes("Stakeholder"))


def _compute_values(analysis: Analysis, described: Measure) -> Values:
    if _is_blank(analysis, described):
        keys = {"node": analysis.nodes("Stakeholder"), "graph": ("",)}
        return dict.fromkeys(keys.get(described.level, ()))
    return {key: _to_plain(score) for key, score in described.compute(analysis).items()}


def _to_plain(score: Any) -> Score:
    """Turn a numpy scalar into Python's own type, and NaN (which is not equal to itself) into None."""
    plain: Score = score.item() if hasattr(score, "item") else score
    return plain if plain == plain else None  # noqa: PLR0124  that is the test for NaN
