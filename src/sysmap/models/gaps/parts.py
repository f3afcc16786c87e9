"""Gaps between two of which one may be a part of the other, by their names: asked about before told as gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sysmap.analysis import Analysis, kept
from sysmap.models.gaps.ranking import is_gap
from sysmap.models.partners.doubles import doubles_of

__all__ = ["find_parts", "is_part_by_name"]

FEWEST_LETTERS = 4
"""A name of one word that is shorter says too little: it stands in many names by chance."""
MOST_WORDS = 12
"""A longer text is a description and no name; what stands in it is no whole of which it is a part."""


def is_part_by_name(name: str, other: str) -> bool:
    """Whether one of two names contains the other as whole words.

    >>> is_part_by_name("Dinas Kesehatan", "Puskesmas Wonosari, Dinas Kesehatan"), is_part_by_name("Air", "Dinas Air")
    (True, False)
    """
    short, long = sorted((_split(name), _split(other)), key=len)
    return short != long and short in _runs(long)


@kept
def find_parts(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """Return the gaps (part, whole) whose names contain each other, in the order of their names.

    Without those that may be one and the same: that is asked elsewhere.
    """
    by_words: dict[tuple[str, ...], list[str]] = {}
    for uid in analysis.nodes("Stakeholder"):
        by_words.setdefault(_split(analysis.name(uid)), []).append(uid)
    pairs = (
        (whole, part)
        for words, parts in by_words.items()
        for run in _runs(words)
        if run != words
        for whole in by_words.get(run, ())
        for part in parts
    )
    gaps = {
        (part, whole)
        for whole, part in pairs
        if part not in doubles_of(analysis, whole) and is_gap(analysis, part, whole)
    }
    return tuple(sorted(gaps, key=lambda pair: (*map(analysis.name, pair), pair)))


def _split(name: str) -> tuple[str, ...]:
    """The words of a name, without case and punctuation."""
    return tuple(re.findall(r"\w+", name.casefold()))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All runs of neighbouring words that say enough to be a name; none of a text that is longer than a name."""
    if len(words) > MOST_WORDS:
        return
    for start in range(len(words)):
        for stop in range(start + 1, len(words) + 1):
            if stop - start > 1 or len(words[start]) >= FEWEST_LETTERS:
                yield words[start:stop]
