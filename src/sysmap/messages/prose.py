"""Numbers, shares, days and lists as people write them in a language.

Babel knows how; it is imported with the first of them.

English is written as in Britain: 64,210 · 30 June 2026 · a, b and c.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from sysmap.messages.text import AnyText, Text, render

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

__all__ = ["Day", "Listing", "Number", "Percent"]

_ENGLISH = "en_GB"
_REMEMBERED = 8192
"""How many formatted numbers are kept: a page names the same ones again and again."""


@dataclass(frozen=True, slots=True)
class Number(Text):
    """A number with its thousands marked and so many decimals; `signed` puts a plus before what is above zero.

    >>> Number(64210).render("en"), Number(64210).render("id"), Number(-1 / 3, 2).render("id")
    ('64,210', '64.210', '-0,33')
    """

    value: float
    digits: int = 0
    signed: bool = False

    def render(self, language: str) -> str:
        """The number as the language writes it."""
        # A whole number is not sent through a float, which would lose its last digits.
        digits = str(self.value) if isinstance(self.value, int) and not self.digits else f"{self.value:.{self.digits}f}"
        return _number(digits, self.digits, self.signed, language)


@dataclass(frozen=True, slots=True)
class Percent(Text):
    """A share of 1 as whole per cent.

    >>> Percent(0.5).render("id")
    '50%'
    """

    share: float

    def render(self, language: str) -> str:
        """The share as the language writes it."""
        return _percent(f"{self.share:.0%}", language)


@dataclass(frozen=True, slots=True)
class Day(Text):
    """A day with its month in words.

    >>> Day(date(2026, 6, 30)).render("en"), Day(date(2026, 6, 30)).render("id")
    ('30 June 2026', '30 Juni 2026')
    """

    day: date

    def render(self, language: str) -> str:
        """The day as the language writes it."""
        return _day(self.day, language)


@dataclass(frozen=True, slots=True)
class Listing(Text):
    """All of these in one breath; with `joint="or"` one of these.

    >>> Listing("abc").render("en"), Listing("abc").render("id")
    ('a, b and c', 'a, b, dan c')
    >>> Listing("ab", "or").render("en"), Listing("ab", "or").render("id")
    ('a or b', 'a atau b')
    """

    items: tuple[AnyText, ...]
    joint: Literal["and", "or"] = "and"

    def __init__(self, items: Iterable[AnyText], joint: Literal["and", "or"] = "and") -> None:
        object.__setattr__(self, "items", tuple(items))
        object.__setattr__(self, "joint", joint)

    def render(self, language: str) -> str:
        """The items as the language joins them."""
        from babel.lists import format_list

        style: Literal["standard", "or"] = "standard" if self.joint == "and" else "or"
        return format_list([render(item, language) for item in self.items], style, _locale(language))


@cache
def _locale(language: str) -> Locale:
    """Babel's conventions of a language; those of English where Babel does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_ENGLISH if language == "en" else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_ENGLISH)


@cache
def _pattern(language: str, digits: int, signed: bool) -> NumberPattern:
    """The language's own pattern of a number, set to so many decimals."""
    from babel.numbers import parse_pattern

    locale = _locale(language)
    pattern = parse_pattern(locale.decimal_formats[None].pattern)
    pattern.frac_prec = (digits, digits)
    if signed:
        pattern.prefix = (locale.number_symbols["latn"]["plusSign"], pattern.prefix[1])
    return pattern


@lru_cache(_REMEMBERED)
def _number(digits: str, decimals: int, signed: bool, language: str) -> str:
    """A number that is rounded already, as the language writes it; one that is not finite stays as it is."""
    from decimal import Decimal, localcontext

    value = Decimal(digits)
    if not value.is_finite():
        return digits
    with localcontext(prec=len(digits) + decimals + 1):
        return str(_pattern(language, decimals, signed).apply(value, _locale(language)))


@lru_cache(_REMEMBERED)
def _percent(whole: str, language: str) -> str:
    from decimal import Decimal

    from babel.numbers import format_percent

    return format_percent(Decimal(whole.removesuffix("%")).scaleb(-2), locale=_locale(language))


@lru_cache(_REMEMBERED)
def _day(day: date, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, "long", _locale(language))
