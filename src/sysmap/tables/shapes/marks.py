"""What a cell of a grid says: that there is no tie, that there is one, how strong it is, or how often the two meet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from sysmap.tables.nothing import markers
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.text import fold_text

__all__ = ["FREQUENCIES", "figure", "is_frequency", "is_mark", "says_no_tie", "tie_weight"]

_MARKS = frozenset(("x", "v", "y", "ya", "yes", "true", "\u2713", "\u2714", "\u221a", "\u2611", "\u25cf", "\u2022"))
_NEVER = frozenset(("tidak", "tidak pernah", "no", "n", "never", "false"))
FREQUENCIES: Mapping[str, int] = {
    "jarang": 1,
    "rarely": 1,
    "seldom": 1,
    "kadang": 2,
    "kadang-kadang": 2,
    "kadang kadang": 2,
    "sometimes": 2,
    "sering": 3,
    "often": 3,
    "selalu": 4,
    "always": 4,
}
"""How often two work together, as the weight of their tie."""
_FIGURE = re.compile(r"[-+\u2212]?(?:\d+[.,]?\d*|[.,]\d+)", re.ASCII)
_GROUPED = re.compile(r"[-+\u2212]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
"""A number whose point or comma may part thousands or decimals: `12.500`."""


@lru_cache(maxsize=8192)
def _fold(cell: str) -> str:
    return fold_text(cell)


def figure(cell: str) -> float | None:
    """The number in a cell of a grid; None where there is none.

    >>> figure(" 0,5 "), figure("\u22121"), figure("1.2.3")
    (0.5, -1.0, None)
    """
    text = cell.strip()
    if not _FIGURE.fullmatch(text):
        return None
    return float(text.replace(",", ".").replace("\u2212", "-"))


def is_frequency(cell: str) -> bool:
    """Whether a cell says how often two work together."""
    return _fold(cell) in FREQUENCIES


def is_mark(cell: str) -> bool:
    """Whether a cell is a mark or a word that is no name: `x`, `ya`, `sering`, `tidak pernah`."""
    key = _fold(cell)
    return key in _MARKS or key in _NEVER or key in FREQUENCIES


def says_no_tie(cell: str, read: ReadSettings) -> bool:
    """Whether a cell of a grid says that there is no tie: it is blank, a marker, a 0 or a word for never.

    >>> [says_no_tie(cell, ReadSettings()) for cell in ("", "0", "0.0", "Tidak pernah", "-", "x", "1")]
    [True, True, True, True, True, False, False]
    """
    return not cell or _fold(cell) in _NEVER or markers(read).is_nothing(cell) or figure(cell) == 0


def tie_weight(cell: str, read: ReadSettings, *, typed: bool = False) -> float | None:
    """The weight of the tie that a cell of a grid says, 0 where it says that there is none; None for any other text.

    `typed`: numbers are written with a point, as those of a workbook. Otherwise `12.500` says nothing sure, unless
    `decimal` of `[read]` says which sign is the decimal mark.

    >>> [tie_weight(cell, ReadSettings()) for cell in ("x", "Sering", "0,5", "\u22122", "-", "12.500", "?x")]
    [1.0, 3.0, 0.5, -2.0, 0.0, None, None]
    """
    if says_no_tie(cell, read):
        return 0.0
    key = _fold(cell)
    if key in FREQUENCIES:
        return float(FREQUENCIES[key])
    if _GROUPED.fullmatch(cell.strip()) and not typed:
        if not read.decimal:
            return None
        return figure(cell if read.decimal in cell else cell.replace(",", "").replace(".", ""))
    return 1.0 if key in _MARKS else figure(cell)
