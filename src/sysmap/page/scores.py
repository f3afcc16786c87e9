"""The measures as the page shows them: values by node number, with their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sysmap.findings.sentences import describe_estimate
from sysmap.measures.port import MEASURES, Measure, Score, measure_estimate, measure_values
from sysmap.rendering.facts import Facts, clean_value, pair

__all__ = ["graph_numbers", "list_scores", "round_score", "text_facets"]


UNRANKED = frozenset({"component"})
"""Measures whose number is a name: which piece, not how much."""


def round_score(score: Score) -> Score:
    """A score as it travels: nine significant digits; None stays None.

    >>> rounded(1 / 3), rounded(None)
    (0.333333333, None)
    """
    value = clean_value(score)
    return float(f"{value:.9g}") if isinstance(value, float) else value


FIRST = ("degree", "betweenness", "closeness", "constraint", "cut_point")
"""What a planner asks first; the rest follows in the registry's order."""


def _by_number(facts: Facts, level: str) -> Iterator[tuple[Measure, dict[int, Score]]]:
    for name in dict.fromkeys((*(name for name in FIRST if name in MEASURES), *MEASURES)):
        measure = MEASURES[name]
        if measure.level == level:
            found = measure_values(facts.analysis, name)
            yield measure, {facts.index[uid]: round_score(score) for uid, score in found.items() if uid in facts.index}


def _words(facts: Facts, measure: Measure) -> dict[str, Any]:
    """What is said of a measure; `estimated` only where it is."""
    said = describe_estimate(measure_estimate(facts.analysis, measure.name))
    return {"name": measure.name, "title": pair(measure.title), "term": measure.term, "unit": pair(measure.unit),
            "how": pair(measure.how), "advice": pair(measure.advice), "source": measure.source} | ({"estimated": pair(said)} if said else {})


def _errors(facts: Facts, measure: Measure, at: list[int]) -> dict[str, Any]:
    """The standard errors of estimates, in the order of the values."""
    told = measure_estimate(facts.analysis, measure.name)
    by_number = {facts.index[uid]: round_score(error) for uid, error in told.errors.items() if uid in facts.index} if told else {}
    return {"errors": [by_number.get(number) for number in at]} if told else {}


def _span(numbers: list[int]) -> list[int]:
    """First and last of an unbroken run of more than two; else all of them."""
    whole = len(numbers) > 2 and numbers[-1] - numbers[0] + 1 == len(numbers)  # noqa: PLR2004
    return [numbers[0], numbers[-1]] if whole else numbers


def _is_text(found: Mapping[int, Score]) -> bool:
    return any(isinstance(score, str) for score in found.values())


def list_scores(facts: Facts) -> list[dict[str, Any]]:
    """Every measure of nodes that is a number.

    `at` are the node numbers it applies to (only first and last where all between are meant); `values` theirs, None where undefined;
    `errors`, of estimates, their standard errors.
    """
    return [{**_words(facts, measure), "ranked": measure.name not in UNRANKED, "at": _span(sorted(found)),
             "values": [found[at] for at in sorted(found)], **_errors(facts, measure, sorted(found))}
            for measure, found in _by_number(facts, "node") if found and not _is_text(found)]


def text_facets(facts: Facts) -> list[dict[str, Any]]:
    """Every measure of nodes that is a name (a community), as something to filter and colour by; the largest first."""
    facets = []
    for measure, found in _by_number(facts, "node"):
        if not _is_text(found):
            continue
        sizes: dict[str, int] = {}
        for score in found.values():
            if score is not None:
                sizes[str(score)] = sizes.get(str(score), 0) + 1
        names = sorted(sizes, key=lambda name: (-sizes[name], len(name), name))
        place = {name: at for at, name in enumerate(names)}
        silent = len(names) if any(score is None for score in found.values()) else None
        facets.append({"key": measure.name, "title": pair(measure.title), "silent": silent,
                       "values": [pair(measure.names[name]) if name in measure.names else [name, name] for name in names] + ([] if silent is None else [["—", "—"]]),
                       "of": [-1 if at not in found else place.get(str(found[at]), silent) for at in range(len(facts.uids))]})
    return facets


def graph_numbers(facts: Facts) -> list[dict[str, Any]]:
    """Every measure of the whole map, with its one value."""
    return [{**_words(facts, measure), "value": round_score(measure_values(facts.analysis, name).get(""))}
            for name, measure in MEASURES.items() if measure.level == "graph"]
