"""The sign of an influence, as people and programs write it."""

from __future__ import annotations

from sysmap.exchange.foreign import Sign
from sysmap.tables.text import fold_text

__all__ = ["read_sign"]

_UP = frozenset(
    (
        *("+", "positive", "pos", "same", "s", "1", "activates", "stimulates", "increases", "adds to", "positif"),
        *("meningkatkan", "searah", "same direction", "adds to / same direction", "+ve", "positive influence"),
        *("menambah", "menaikkan", "memperkuat", "pengaruh positif", "++", "--"),
    )
)
_DOWN = frozenset(
    (
        *("-", "\u2212", "\u2013", "negative", "neg", "opposite", "o", "-1", "inhibits", "decreases", "reduces"),
        *("menurunkan", "berlawanan", "opposite direction", "subtracts from / opposite direction", "subtracts from"),
        *("-ve", "negative influence", "negatif", "mengurangi", "memperlemah", "pengaruh negatif", "+-", "-+"),
    )
)
_UNKNOWN = frozenset(("?", "unknown", "tidak diketahui"))


def read_sign(text: str) -> Sign:
    """The sign that a text says; empty where it says none. Two letters are a sign twice over: `--` is `+`.

    >>> [read_sign(text) for text in ("Opposite", "+", "--", "?", "Kemitraan")]
    ['-', '+', '+', '?', '']
    """
    word = fold_text(text)
    return "+" if word in _UP else "-" if word in _DOWN else "?" if word in _UNKNOWN else ""
