"""Which of several spellings of one name is shown."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import normalize

__all__ = ["choose_spelling"]


def choose_spelling(counts: Mapping[str, int]) -> str:
    """The spelling that a node is called by, of those that are equal after folding; `counts`: how often each stands.

    One in mixed case goes before one in capitals or small letters only, one without needless blanks and invisible signs
    before others, then the most frequent. The order of the rows decides nothing.

    >>> choose_spelling({"DINAS KESEHATAN": 3, "Dinas  kesehatan": 1, "Dinas Kesehatan": 1})
    'Dinas Kesehatan'
    """
    if len(counts) == 1:
        return next(iter(counts))
    return min(counts, key=lambda text: (*_oddities(text), -counts[text], text))


def _oddities(text: str) -> tuple[bool, bool, int]:
    """What makes a spelling look unlike a name, the odder the larger."""
    words = text.split()
    one_case = text in (text.upper(), text.lower())
    untidy = " ".join(words) != text or not text.isprintable() or normalize("NFC", text) != text
    return one_case, untidy, sum(word[:1].islower() for word in words)
