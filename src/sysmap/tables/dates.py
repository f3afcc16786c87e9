"""Dates as people write them, to ISO text. A date that may mean two days is a fault, never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from sysmap.errors import Cause
from sysmap.messages import AnyText, Day
from sysmap.tables.text import show_cell

__all__ = ["ReadDate", "first_day", "last_day", "read_date"]

NOT_A_DATE = Cause("F021", "{value} is not a date", "write it as 2024-01-31, 2024-01 or 2024")
NO_SUCH_DAY = Cause("F022", "{value} is not a day of the calendar", "write it as 2024-01-31, 2024-01 or 2024")
NO_SUCH_MONTH = Cause("F023", "{value} is not a month of the calendar", "write it as 2024-01-31, 2024-01 or 2024")
NO_SUCH_YEAR = Cause("F024", "{value} is not a year", "write it as 2024-01-31, 2024-01 or 2024")
TWO_DAYS = Cause("F025", "{value} may be {first} or {second}", "write {first_iso} or {second_iso}")
SHORT_YEAR = Cause(
    "F026",
    "{value} has a year of two figures, so it may be more than one date",
    "write it as 2024-01-31, 2024-01 or 2024",
)
DAY_OR_YEAR = Cause(
    "F027", "{value} is ambiguous: the figures may be a day or a year", "write it as 2024-01-31, 2024-01 or 2024"
)

_MONTHS = (
    "january januari jan",
    "february februari pebruari feb peb",
    "march maret mar mrt",
    "april apr",
    "may mei",
    "june juni jun",
    "july juli jul",
    "august agustus agust aug agu ags agt",
    "september sept sep",
    "october oktober oct okt",
    "november nopember nov nop",
    "december desember dec des",
)
MONTHS = {word: month for month, words in enumerate(_MONTHS, 1) for word in words.split()}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_TIME = re.compile(
    r"[T ]\s*\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?\s*(?:Z|[AaPp][Mm]|WIB|WITA|WIT|[+-]\d\d:?\d\d)?", re.ASCII
)
_YEAR = re.compile(r"(\d{4})(?:\.0)?", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})", re.ASCII)
_SHORT = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}", re.ASCII)
_WORDS = re.compile(r"[\s,./-]+")
_EXCEL_EPOCH = date(1899, 12, 30)
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as ISO text (`2024-01-31`, or `2024-01` or `2024` where no more is known), or why it cannot be read.

    `values` are the parameters of the cause. `serial`: it was a day number of Excel.
    """

    iso: str = ""
    cause: Cause | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    serial: bool = False

    @property
    def problem(self) -> AnyText:
        """What is wrong, as a sentence that quotes the date; empty where nothing is."""
        return self.cause.problem.filled(**self.values) if self.cause else ""


@lru_cache(maxsize=65536)
def read_date(text: str) -> ReadDate:
    """Read a date in figures, with a month's name in either language, with a time, or as an Excel day number.

    >>> read_date("31 Januari 2025").iso, read_date("2024-01-31T00:00:00+00:00").iso, read_date("2020").iso
    ('2025-01-31', '2024-01-31', '2020')
    >>> print(read_date("01/02/2024").problem)
    '01/02/2024' may be 1 February 2024 or 2 January 2024
    """
    found = _read(text)
    return replace(found, values={"value": show_cell(text.strip()), **found.values}) if found.cause else found


def _read(text: str) -> ReadDate:
    plain = text.strip()
    # A time is of no use here; the day is the one written, in its own time zone.
    timed = _TIME.search(plain)
    if timed and timed.end() == len(plain):
        plain = plain[: timed.start()].strip()
    for pattern, read in _FORMS:
        match = pattern.fullmatch(plain)
        if match:
            return read(match)
    return _named(plain)


def _day(year: int, month: int, day: int) -> ReadDate:
    try:
        return ReadDate(date(year, month, day).isoformat())
    except ValueError:
        return ReadDate(cause=NO_SUCH_DAY)


def _month(year: int, month: int) -> ReadDate:
    if 1 <= month <= _MONTHS_A_YEAR and year:
        return ReadDate(f"{year:04}-{month:02}")
    return ReadDate(cause=NO_SUCH_MONTH)


def _ymd(match: re.Match[str]) -> ReadDate:
    return _day(*map(int, match.groups()))


def _year(match: re.Match[str]) -> ReadDate:
    return ReadDate(match[1]) if int(match[1]) else ReadDate(cause=NO_SUCH_YEAR)


def _year_month(match: re.Match[str]) -> ReadDate:
    return _month(int(match[1] or match[4]), int(match[2] or match[3]))


def _serial(match: re.Match[str]) -> ReadDate:
    return ReadDate((_EXCEL_EPOCH + timedelta(days=int(match[1]))).isoformat(), serial=True)


def _figures(match: re.Match[str]) -> ReadDate:
    """Day and month in figures, in the one order that the calendar allows.

    Where it allows both, nobody can say which.
    """
    first, second, year = map(int, match.groups())
    if year and 1 <= first <= _MONTHS_A_YEAR and 1 <= second <= _MONTHS_A_YEAR and first != second:
        days = date(year, second, first), date(year, first, second)
        return ReadDate(
            cause=TWO_DAYS,
            values={
                "first": Day(days[0]),
                "second": Day(days[1]),
                "first_iso": days[0].isoformat(),
                "second_iso": days[1].isoformat(),
            },
        )
    return _day(year, first, second) if second > _MONTHS_A_YEAR else _day(year, second, first)


def _short(_match: re.Match[str]) -> ReadDate:
    return ReadDate(cause=SHORT_YEAR)


_FORMS = (
    (_ISO, _ymd),
    (_YEAR, _year),
    (_COMPACT, _ymd),
    (_YEAR_MONTH, _year_month),
    (_SERIAL, _serial),
    (_NUMERIC, _figures),
    (_SHORT, _short),
)


def _named(text: str) -> ReadDate:
    """A date with a month's name: `31 Januari 2025`, `Jan 31, 2025`, `Jan 2025`; `Jan-24` may be a day or a year."""
    words = [word for word in _WORDS.split(text.casefold()) if word]
    months = [MONTHS[word] for word in words if word in MONTHS]
    figures = [word for word in words if word not in MONTHS]
    if len(months) != 1 or not figures or not all(word.isascii() and word.isdigit() for word in figures):
        return ReadDate(cause=NOT_A_DATE)
    years = [word for word in figures if len(word) == 4]  # noqa: PLR2004 - a year has four figures
    days = [word for word in figures if len(word) <= 2]  # noqa: PLR2004 - a day at most two
    (month,) = months
    match years, days:
        case [year], [day] if len(figures) == 2:  # noqa: PLR2004 - a year and a day
            return _day(int(year), month, int(day))
        case [year], [] if len(figures) == 1:
            return _month(int(year), month)
    if days and len(figures) <= 2:  # noqa: PLR2004
        return ReadDate(cause=DAY_OR_YEAR)
    return ReadDate(cause=NOT_A_DATE)


def first_day(iso: str) -> str:
    """The first day that a date of ours may mean.

    >>> first_day("2020"), last_day("2020")
    ('2020-01-01', '2020-12-31')
    """
    return iso + "-01-01"[len(iso) - 4 :]


def last_day(iso: str) -> str:
    """The last day that a date of ours may mean.

    A month ends on its 31st here, whatever the calendar says: dates are only compared.
    """
    return iso + "-12-31"[len(iso) - 4 :]
