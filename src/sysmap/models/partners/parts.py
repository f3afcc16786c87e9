"""Stakeholders whose names contain each other: one may be a part of the other, so that a gap between them is none."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.models.partners.doubles import doubles_of
from sysmap.tables.naming.doubles import are_said_to_differ
from sysmap.tables.text import fold_text

__all__ = ["find_parts", "is_part_of_by_name"]


@kept
def find_parts(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """Return pairs (part, whole) of stakeholders, by name: the name of the part holds all words of the whole and more.

    The words stand together, in the same order: "Bidang Riset Bappeda" may be a part of "Bappeda". Left out are pairs
    that a tie BELONGS_TO joins already, that may be one and the same, or of which the data say that they differ.
    """
    uids = analysis.nodes("Stakeholder")
    words = {uid: tuple(fold_text(str(analysis.props(uid).get("name") or "")).split()) for uid in uids}
    by_name: dict[tuple[str, ...], list[str]] = {}
    for uid in uids:
        by_name.setdefault(words[uid], []).append(uid)
    pairs = (
        (part, whole) for part in uids for shorter in _runs_within(words[part]) for whole in by_name.get(shorter, ())
    )
    joined = _join_houses(analysis)
    return tuple(
        sorted(
            {
                (part, whole)
                for part, whole in pairs
                if whole not in joined.get(part, ())
                and whole not in doubles_of(analysis, part)
                and not are_said_to_differ(analysis.props(part), analysis.props(whole))
            },
            key=lambda pair: (analysis.name(pair[1]), analysis.name(pair[0]), pair),
        )
    )


MOST_WORDS, LEAST_LETTERS = 12, 3
"""A name of more words is a sentence; a single word of fewer letters says nothing."""


def _runs_within(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield each run of words of a name that is shorter than all."""
    for start in range(len(words) if len(words) <= MOST_WORDS else 0):
        for stop in range(start + 1, len(words) + 1):
            run = words[start:stop]
            if len(run) < len(words) and (len(run) > 1 or len(run[0]) >= LEAST_LETTERS):
                yield run


def _join_houses(analysis: Analysis) -> dict[str, frozenset[str]]:
    """Stakeholder -> all of its house: those whom ties BELONGS_TO join, directly or through others."""
    ties = ((source, target) for source, target, type in analysis.graph.edges(data="type") if type == "BELONGS_TO")
    return {uid: frozenset(house) for house in nx.connected_components(nx.Graph(ties)) for uid in house}


def is_part_of_by_name(analysis: Analysis, one: str, other: str) -> bool:
    """Return whether one of two stakeholders may be a part of the other, by their names."""
    pairs = _as_set(analysis)
    return (one, other) in pairs or (other, one) in pairs


@kept
def _as_set(analysis: Analysis) -> frozenset[tuple[str, str]]:
    return frozenset(find_parts(analysis))
