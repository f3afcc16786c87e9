"""Numbers as people write them: what a text may be worth, and what it proves of the marks in its file."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sysmap.tables.text import clean_text

__all__ = [
    "POINT",
    "Figures",
    "Marks",
    "is_number",
    "read_figures",
    "read_number",
    "read_worded",
    "write_exactly",
    "write_number",
]


class Marks(NamedTuple):
    """Which sign is the decimal mark of a file.

    `decimal` is the one that was proved or said. Where there is none, `usual` is that of the map's language: `12,500`
    is 12.5 where the comma is usual, and `12.500` may be two numbers there. Both are empty where the file proves both.
    """

    decimal: str = ""
    usual: str = ""


class Figures(NamedTuple):
    """What a text is worth: with a decimal `point`, and with a decimal `comma`.

    `proves` is the decimal mark that it must have been written with, empty where it may have been either. `unit` is
    what stands behind the figures.
    """

    point: float
    comma: float
    proves: str = ""
    unit: str = ""

    def value(self, marks: Marks) -> float | None:
        """The number, or None where it may be two.

        >>> two = read_figures("12.500")
        >>> two.value(Marks(",")), two.value(Marks("", ".")), two.value(Marks("", ","))
        (12500.0, 12.5, None)
        """
        if self.point == self.comma:
            return self.point
        if marks.decimal:
            return self.comma if marks.decimal == "," else self.point
        if not marks.usual:
            return None
        usual, other = (self.comma, self.point) if marks.usual == "," else (self.point, self.comma)
        # The smaller of the two takes the sign for a decimal mark.
        return usual if abs(usual) < abs(other) else None


POINT = Marks(".")
_WHOLE = re.compile(r"\d+", re.ASCII)
_EXPONENT = re.compile(r"(?:\d+[.,]?\d*|[.,]\d+)[eE][+-]?\d+", re.ASCII)
_BLANKS = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:([.,])\d+)?", re.ASCII)
_ONE_MARK = re.compile(r"(\d*)([.,])(\d*)", re.ASCII)
_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:(\.)\d{3}(?:\.\d{3})+|(,)\d{3}(?:,\d{3})+)", re.ASCII)
_BOTH = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+(,)\d+|(?:,\d{3})+(\.)\d+)", re.ASCII)
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})

_MONEY = re.compile(r"(?i:rp\b\.?|rp(?=\d)|idr|us\$|usd|\$|€|eur)\s*")
_NO_CENTS = re.compile(r"([.,])\s*[-\u2013\u2014]{1,2}$")
_TIMES: Mapping[str, float] = {
    **dict.fromkeys(("ribu", "rb", "thousand"), 1e3),
    **dict.fromkeys(("juta", "jt", "million"), 1e6),
    **dict.fromkeys(("miliar", "milyar", "billion"), 1e9),
    **dict.fromkeys(("triliun", "trilyun", "trillion"), 1e12),
}
_WORDED = re.compile(r"([+-]?[\d.,]*\d[\d.,]*(?: \d{3}(?!\d)[\d.,]*)*(?:[eE][+-]?\d+)?)\s*(.*)", re.ASCII)
_UNIT = re.compile(r"%|[^\W\d_]{2,}(?:[ /][^\W\d_]{2,})?")
_VAGUE = frozenset(
    (
        *("lebih", "kurang", "an", "atau", "sampai", "hingga", "dan", "ke", "dari", "per"),
        *("or", "and", "more", "less", "plus", "of", "to", "until"),
    )
)
"""Words behind figures that say it is no one number: `500 lebih`, `3 atau`."""


@lru_cache(maxsize=65536)
def read_figures(text: str) -> Figures | None:
    """A number in figures alone, or None.

    >>> read_figures("1.234,50"), read_figures("0.125"), read_figures("12 500"), read_figures("1_000")
    (Figures(point=1234.5, comma=1234.5, proves=',', unit=''), Figures(point=0.125, comma=0.125, proves='.', unit=''), \
Figures(point=12500.0, comma=12500.0, proves='', unit=''), None)
    """
    plain = text.strip().translate(_MINUS)
    sign = -1.0 if plain[:1] == "-" else 1.0
    found = _unsigned(plain[1:] if plain[:1] in "+-" else plain) if plain else None
    if found is None or not (math.isfinite(found.point) and math.isfinite(found.comma)):
        return None
    return found._replace(point=sign * found.point, comma=sign * found.comma)


def _unsigned(text: str) -> Figures | None:
    if _WHOLE.fullmatch(text):
        return _same(text)
    if _EXPONENT.fullmatch(text):
        return _same(text.replace(",", "."))
    if match := _GROUPS.fullmatch(text):
        return _same(re.sub("[.,]", "", text), "," if match[1] else ".")
    if match := _BLANKS.fullmatch(text) or _BOTH.fullmatch(text):
        mark = next(filter(None, match.groups()), "")
        whole, _, decimals = text.rpartition(mark) if mark else (text, "", "")
        return _same(f"{re.sub('[., ]', '', whole)}.{decimals or 0}", mark)
    return _one_mark(text)


def _one_mark(text: str) -> Figures | None:
    """Figures with one point or one comma; before three figures it may be either mark."""
    match = _ONE_MARK.fullmatch(text)
    if not match or len(text) == 1:
        return None
    whole, mark, decimals = match.groups()
    if _GROUP.fullmatch(text):
        grouped, decimal = float(whole + decimals), float(f"{whole}.{decimals}")
        return Figures(decimal, grouped) if mark == "." else Figures(grouped, decimal)
    return _same(f"{whole or 0}.{decimals or 0}", mark if decimals else "")


def _same(text: str, proves: str = "") -> Figures:
    value = float(text)
    return Figures(value, value, proves)


@lru_cache(maxsize=65536)
def read_worded(text: str) -> Figures | None:
    """A number with what people put around it: a currency, `juta`, a unit, `%`, `,-`; or None.

    A sum of money has no third decimal, so that its only mark groups thousands.

    >>> [read_worded(text).comma for text in ("Rp 12.500", "25jt", "12.500 jiwa", "Rp 1.000,-")]
    [12500.0, 25000000.0, 12500.0, 1000.0]
    >>> read_worded("±500"), read_worded("500 lebih"), read_worded("5%").unit
    (None, None, '%')
    """
    plain = " ".join(clean_text(text).translate(_MINUS).split())
    bare = _MONEY.sub("", plain, count=1) if _MONEY.match(plain.lstrip("+-")) else plain
    money = bare != plain
    cents = _NO_CENTS.search(bare)
    match = _WORDED.fullmatch(bare[: cents.start()] if cents else bare)
    found = read_figures(match[1]) if match else None
    if not match or not found:
        return None
    if match[2] and not (found := _with_words(found, match[2])):
        return None
    mark = cents[1] if cents else ""
    if mark or (money and found.unit == "" and found.point != found.comma and not _times(match[2])):
        found = _grouped(found, mark)
    return found


def _with_words(found: Figures, words: str) -> Figures | None:
    """Figures with the words behind them: how many times, and the unit."""
    times = _times(words)
    rest = words.strip("() .").casefold()
    if times:
        _, _, rest = rest.partition(" ")
    rest = rest.strip("() .")
    if rest in ("persen", "percent"):
        rest = "%"
    if (rest and not _UNIT.fullmatch(rest)) or _VAGUE.intersection(rest.split()):
        return None
    times = times or 1.0
    return Figures(round(found.point * times, 6), round(found.comma * times, 6), found.proves, rest)


def _times(words: str) -> float:
    first = words.strip("() .").casefold().split(" ")[0].rstrip(".")
    return _TIMES.get(first, 0.0)


def _grouped(found: Figures, decimal: str) -> Figures:
    """A sum of money: whichever reading is the larger one groups thousands, and proves the other mark."""
    if found.point == found.comma:
        return found._replace(proves=found.proves or decimal)
    larger = max(found.point, found.comma, key=abs)
    return Figures(larger, larger, "," if found.comma == larger else ".", found.unit)


def read_number(text: str, marks: Marks = POINT) -> float | None:
    """The number that a text in figures is, or None: it is none, or may be two.

    >>> read_number("0,75"), read_number("12.500"), read_number("12.500", Marks(",")), read_number("12 jiwa")
    (0.75, 12.5, 12500.0, None)
    """
    found = read_figures(text)
    return found.value(marks) if found else None


def is_number(text: str) -> bool:
    """Whether a text is a number in figures, whatever its decimal mark."""
    return read_figures(text) is not None


def write_number(value: float, comma: bool = False) -> str:
    """A number as we write it: the shortest text that reads back as the same number, without an exponent.

    >>> write_number(1e-05), write_number(0.5, comma=True), write_number(3)
    ('0.00001', '0,5', '3')
    """
    text = repr(value)
    if "e" in text:
        text = format(Decimal(text), "f")
    if isinstance(value, float) and "." not in text:
        text += ".0"
    return text.replace(".", ",") if comma else text


def write_exactly(value: float, comma: bool = False) -> str:
    """A number as `write_number` writes it, with a zero more where three decimals might be taken for thousands.

    >>> write_exactly(12.125), write_exactly(0.125), write_exactly(12.5)
    ('12.1250', '0.125', '12.5')
    """
    text = write_number(value, comma)
    return text + "0" if _GROUP.fullmatch(text.lstrip("-")) else text
