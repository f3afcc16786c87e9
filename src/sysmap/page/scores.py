"""The measures as the page shows them: their values by number of the node, and their texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sysmap.findings.sentences import describe_estimate
from sysmap.measures.port import MEASURES, Measure, Score, measure_estimate, measure_values
from sysmap.rendering.facts import Facts, clean_value

__all__ = ["graph_numbers", "list_scores", "round_score", "text_facets"]


UNRANKED = frozenset({"component"})
"""Measures whose number only names a piece of the map; their values are not ranked."""


def round_score(score: Score) -> Score:
    """A score as the page holds it: nine significant digits; None stays None.

    >>> round_score(1 / 3), round_score(None)
    (0.333333333, None)
    """
    value = clean_value(score)
    return float(f"{value:.9g}") if isinstance(value, float) else value


FIRST = ("degree", "betweenness", "closeness", "constraint", "cut_point")
"""The measures that the page lists first; the others follow in the order of their registry."""


def _values_by_number(facts: Facts, level: str) -> Iterator[tuple[Measure, dict[int, Score]]]:
    """Each measure of a level (`node`, `graph` ...) with the values of the drawn nodes, by their number."""
    for name in dict.fromkeys((*(name for name in FIRST if name in MEASURES), *MEASURES)):
        measure = MEASURES[name]
        if measure.level == level:
            values = measure_values(facts.analysis, name)
            yield measure, {facts.index[uid]: round_score(score) for uid, score in values.items() if uid in facts.index}


def _words(facts: Facts, measure: Measure) -> dict[str, Any]:
    """The texts of a measure; `estimated` says how its values were estimated, where they were."""
    note = describe_estimate(measure_estimate(facts.analysis, measure.name))
    return {
        "name": measure.name,
        "title": facts.translate(measure.title),
        "term": measure.term,
        "unit": facts.translate(measure.unit),
        "how": facts.translate(measure.how),
        "advice": facts.translate(measure.advice),
        "source": measure.source,
    } | ({"estimated": facts.translate(note)} if note else {})


def _errors(facts: Facts, measure: Measure, numbers: list[int]) -> dict[str, Any]:
    """The standard errors of estimated values, for the nodes with these numbers; empty where the values are exact."""
    estimate = measure_estimate(facts.analysis, measure.name)
    by_number = (
        {facts.index[uid]: round_score(error) for uid, error in estimate.errors.items() if uid in facts.index}
        if estimate
        else {}
    )
    return {"errors": [by_number.get(number) for number in numbers]} if estimate else {}


def _shorten_run(numbers: list[int]) -> list[int]:
    """The first and the last of ascending numbers if there are more than two and none is missing between them.

    Else all.

    >>> _shorten_run([3, 4, 5, 6]), _shorten_run([3, 4, 6])
    ([3, 6], [3, 4, 6])
    """
    whole = len(numbers) > 2 and numbers[-1] - numbers[0] + 1 == len(numbers)  # noqa: PLR2004
    return [numbers[0], numbers[-1]] if whole else numbers


def _is_text(values: Mapping[int, Score]) -> bool:
    return any(isinstance(score, str) for score in values.values())


def list_scores(facts: Facts) -> list[dict[str, Any]]:
    """Every measure of nodes whose values are numbers.

    `at` holds the numbers of the nodes that it applies to (first and last only, if all between them are meant),
    `values` the values in the same order (None where undefined), `errors` the standard errors of estimates.
    """
    return [
        {
            **_words(facts, measure),
            "ranked": measure.name not in UNRANKED,
            "at": _shorten_run(sorted(values)),
            "values": [values[at] for at in sorted(values)],
            **_errors(facts, measure, sorted(values)),
        }
        for measure, values in _values_by_number(facts, "node")
        if values and not _is_text(values)
    ]


def text_facets(facts: Facts) -> list[dict[str, Any]]:
    """Every measure of nodes whose values are names, such as communities.

    Something to filter and colour by, the largest first.

    `of` and `silent` are those of the facets in `scene.py`.
    """
    facets = []
    for measure, values in _values_by_number(facts, "node"):
        if not _is_text(values):
            continue
        sizes: dict[str, int] = {}
        for score in values.values():
            if score is not None:
                sizes[str(score)] = sizes.get(str(score), 0) + 1
        names = sorted(sizes, key=lambda name: (-sizes[name], len(name), name))
        number = {name: at for at, name in enumerate(names)}
        silent = len(names) if any(score is None for score in values.values()) else None
        labels = [
            facts.translate(measure.names[name]) if name in measure.names else facts.repeat(name) for name in names
        ]
        facets.append(
            {
                "key": measure.name,
                "title": facts.translate(measure.title),
                "silent": silent,
                "values": labels + ([] if silent is None else [facts.repeat("—")]),
                "of": [
                    -1 if at not in values else number.get(str(values[at]), silent) for at in range(len(facts.uids))
                ],
            }
        )
    return facets


def graph_numbers(facts: Facts) -> list[dict[str, Any]]:
    """Every measure of the map as a whole, with its one value."""
    return [
        {**_words(facts, measure), "value": round_score(measure_values(facts.analysis, name).get(""))}
        for name, measure in MEASURES.items()
        if measure.level == "graph"
    ]
