"""Dates as people write them, to ISO text. A date that may mean two days is asked about, never guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from sysmap.errors import Cause
from sysmap.messages import AnyText, Day
from sysmap.tables.text import show_cell

__all__ = ["DMY", "MDY", "MONTHS", "TWO_DAYS", "ReadDate", "first_day", "last_day", "read_date"]

NOT_A_DATE = Cause("F021", "{value} is not a date", "write it as 2024-01-31, 2024-01 or 2024")
NO_SUCH_DAY = Cause("F022", "{value} is not a day of the calendar", "write it as 2024-01-31, 2024-01 or 2024")
NO_SUCH_MONTH = Cause("F023", "{value} is not a month of the calendar", "write it as 2024-01-31, 2024-01 or 2024")
NO_SUCH_YEAR = Cause("F024", "{value} is not a year", "write it as 2024-01-31, 2024-01 or 2024")
TWO_DAYS = Cause(
    "F025",
    "{value} may be {first} or {second}",
    'say dates = "d/m/y" or dates = "m/d/y" under [read] in sysmap.toml; until then it counts as not known',
)
DAY_OR_YEAR = Cause(
    "F027", "{value} is ambiguous: the figures may be a day or a year", "write it as 2024-01-31, 2024-01 or 2024"
)
ZERO_DAY = Cause(
    "F201",
    "{value} is what a spreadsheet makes of an empty date; it counts as not known",
    "clear it, or write the date",
)

DMY, MDY = "d/m/y", "m/d/y"
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
    r"[T ,]\s*(?i:(?:pukul|pkl\.?|jam)\s*)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?"
    r"\s*(?i:Z|[ap]m|wib|wita|wit|[+-]\d\d:?\d\d)?\Z",
    re.ASCII,
)
_WEEKDAY = re.compile(
    r"(?i:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?"
    r"|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b[\s,./-]*"
)
_YEAR = re.compile(r"(\d{4})(?:\.0)?", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})", re.ASCII)
_DOTTED = re.compile(r"[\d. ]+", re.ASCII)
_WORDS = re.compile(r"[\s,./-]+")
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.ASCII)
_FILLERS = frozenset(["tanggal", "tgl", "bulan", "tahun", "thn", "th", "ta", "of"])
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_ZERO = frozenset(("1899-12-30", "1899-12-31"))
_EXCEL_NO_DAY = (1900, 1, 0)
_MONTHS_A_YEAR = 12
_SHORT_YEARS = 69
"""A year of two figures below this one is of this century: 68 is 2068, and 69 is 1969."""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as ISO text (`2024-01-31`, or `2024-01` or `2024` where no more is known), or why it cannot be read.

    `values` are the parameters of the cause. `serial`: it was a day number of Excel. `proves`: the order of day and
    month that it must have been written in, empty where it may have been either.
    """

    iso: str = ""
    cause: Cause | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    serial: bool = False
    proves: str = ""

    @property
    def problem(self) -> AnyText:
        """What is wrong, as a sentence that quotes the date; empty where nothing is."""
        return self.cause.problem.filled(**self.values) if self.cause else ""


@lru_cache(maxsize=65536)
def read_date(text: str, order: str = "") -> ReadDate:
    """Read a date in figures, with a month's name in either language, with a time, or as an Excel day number.

    `order` says which of day and month stands first in figures (`d/m/y` or `m/d/y`) where it may be either.

    >>> read_date("31 Januari 2025").iso, read_date("2024-01-31T00:00:00+00:00").iso, read_date("2020").iso
    ('2025-01-31', '2024-01-31', '2020')
    >>> print(read_date("01/02/2024").problem)
    '01/02/2024' may be 1 February 2024 or 2 January 2024
    >>> read_date("01/02/2024", "d/m/y").iso, read_date("13/02/24").proves
    ('2024-02-01', 'd/m/y')
    """
    found = _read(text, order)
    return replace(found, values={"value": show_cell(text.strip()), **found.values}) if found.cause else found


def _read(text: str, order: str) -> ReadDate:
    plain = text.strip()
    # A time is of no use here; the day is the one written, in its own time zone. Nor is the day of the week.
    timed = _TIME.search(plain)
    plain = plain[: timed.start()].strip() if timed else plain
    plain = _WEEKDAY.sub("", plain, count=1) if _WEEKDAY.match(plain) else plain
    if match := _NUMERIC.fullmatch(plain):
        return _figures(match, order)
    for pattern, read in _FORMS:
        match = pattern.fullmatch(plain)
        if match:
            return read(match)
    return _named(plain)


def _day(year: int, month: int, day: int) -> ReadDate:
    if (year, month, day) == _EXCEL_NO_DAY:
        return ReadDate(cause=ZERO_DAY)
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return ReadDate(cause=NO_SUCH_DAY)
    return ReadDate(cause=ZERO_DAY) if iso in _EXCEL_ZERO else ReadDate(iso)


def _month(year: int, month: int) -> ReadDate:
    if 1 <= month <= _MONTHS_A_YEAR and year:
        return ReadDate(f"{year:04}-{month:02}")
    return ReadDate(cause=NO_SUCH_MONTH)


def _whole_year(text: str) -> int:
    """A year as it is written, with four figures or two.

    >>> _whole_year("2025"), _whole_year("25"), _whole_year("98")
    (2025, 2025, 1998)
    """
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < _SHORT_YEARS else 1900)  # noqa: PLR2004


def _ymd(match: re.Match[str]) -> ReadDate:
    return _day(*map(int, match.groups()))


def _year(match: re.Match[str]) -> ReadDate:
    return ReadDate(match[1]) if int(match[1]) else ReadDate(cause=NO_SUCH_YEAR)


def _year_month(match: re.Match[str]) -> ReadDate:
    return _month(int(match[1] or match[4]), int(match[2] or match[3]))


def _serial(match: re.Match[str]) -> ReadDate:
    return ReadDate((_EXCEL_EPOCH + timedelta(days=int(match[1]))).isoformat(), serial=True)


_FORMS = (
    (_ISO, _ymd),
    (_YEAR, _year),
    (_COMPACT, _ymd),
    (_YEAR_MONTH, _year_month),
    (_SERIAL, _serial),
)


def _figures(match: re.Match[str], order: str) -> ReadDate:
    """Day and month in figures, in the one order that the calendar, the dots between them or `order` allow.

    Where nothing tells, nobody can say which.
    """
    first, second, year = int(match[1]), int(match[2]), _whole_year(match[3])
    if "." in match[0] and _DOTTED.fullmatch(match[0]):
        return _day(year, second, first)
    if (year, first + second, first * second) == (*_EXCEL_NO_DAY[:2], 0):
        return ReadDate(cause=ZERO_DAY)
    may_be_either = year and 1 <= first <= _MONTHS_A_YEAR and 1 <= second <= _MONTHS_A_YEAR and first != second
    if may_be_either and not order:
        return _two_days(date(year, second, first), date(year, first, second))
    if may_be_either:
        return _day(year, second, first) if order == DMY else _day(year, first, second)
    found = _day(year, first, second) if second > _MONTHS_A_YEAR else _day(year, second, first)
    if found.cause or first == second:
        return found
    return replace(found, proves=MDY if second > _MONTHS_A_YEAR else DMY)


def _two_days(first: date, second: date) -> ReadDate:
    return ReadDate(cause=TWO_DAYS, values={"first": Day(first), "second": Day(second)})


def _named(text: str) -> ReadDate:
    """A date with a month's name: `31 Januari 2025`, `Jan 31, 2025`, `10-Nov-25`, `Nov-25`; or a year with a word.

    `24-Jan` may be a day or a year.
    """
    words = [_NUMBERED.sub(r"\1", word) for word in _WORDS.split(text.casefold()) if word and word not in _FILLERS]
    places = [i for i, word in enumerate(words) if word in MONTHS]
    figures = [word for word in words if word not in MONTHS]
    if len(places) > 1 or not figures or not all(word.isascii() and word.isdigit() for word in figures):
        return ReadDate(cause=NOT_A_DATE)
    if not places:
        return _alone(figures)
    return _around(MONTHS[words[places[0]]], places[0], figures)


def _alone(figures: Sequence[str]) -> ReadDate:
    if len(figures) > 1 or len(figures[0]) != 4:  # noqa: PLR2004
        return ReadDate(cause=NOT_A_DATE)
    return ReadDate(figures[0]) if int(figures[0]) else ReadDate(cause=NO_SUCH_YEAR)


def _around(month: int, place: int, figures: Sequence[str]) -> ReadDate:
    """The date of a month that stands as the word `place` among these figures."""
    lengths = [len(word) for word in figures]
    if lengths == [4]:
        return _month(int(figures[0]), month)
    if 4 in lengths and len(lengths) == 2 and min(lengths) <= 2:  # noqa: PLR2004 - a year and a day
        year, day = figures if lengths[0] == 4 else figures[::-1]  # noqa: PLR2004
        return _day(int(year), month, int(day))
    if lengths == [2] and place == 0:
        return _month(_whole_year(figures[0]), month)
    if len(lengths) == 2 and lengths[1] == 2 >= lengths[0] and place < 2:  # noqa: PLR2004 - `10-Nov-25`
        return _day(_whole_year(figures[1]), month, int(figures[0]))
    return ReadDate(cause=DAY_OR_YEAR if min(lengths) <= 2 >= len(lengths) else NOT_A_DATE)  # noqa: PLR2004


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
