"""Spans of time as people write them in one cell: `2021-2026`, `TW II 2025`, `Jan-Mar 2025`, `2021 s.d. sekarang`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sysmap.errors import Cause
from sysmap.tables.dates import DMY, MDY, TWO_DAYS, ReadDate, first_day, last_day, read_date
from sysmap.tables.text import show_cell

__all__ = ["Span", "read_span"]

_OPEN = frozenset(
    ("sekarang", "saat ini", "kini", "now", "present", "today", "current", "ongoing", "seterusnya", "masih berjalan")
)
_TILL = r"s\s*[./]?\s*d\b\.?|sampai dengan|sampai|hingga|until|till|through|to"
_UNTIL = re.compile(rf"(?:{_TILL})\s*(.+)")
_SINCE = re.compile(r"(?:sejak|mulai|since|from|dari)\s+(.+)")
_BETWEEN = re.compile(rf"(?<=[\w.,])\s*(?:(?<!\w)(?:{_TILL})|[-\u2013\u2014/])\s*(?=\w)")
_QUARTER = r"(?:tw|triwulan|trw|kuartal|kwartal|quarter|q)"
_HALF = r"(?:semester|smt|sem)"
_YEARS_WORD = r"(?:tahun|thn|th|ta)?\.?"
_PARTS = (
    (re.compile(rf"{_QUARTER}[\s.-]*(iv|i{{1,3}}|[1-4])[\s,/-]+{_YEARS_WORD}\s*(\d{{4}})"), 3, (1, 2)),
    (re.compile(rf"(\d{{4}})[\s,/-]*{_QUARTER}[\s.-]*(iv|i{{1,3}}|[1-4])"), 3, (2, 1)),
    (re.compile(rf"{_HALF}[\s.-]*(i{{1,2}}|[12])[\s,/-]+{_YEARS_WORD}\s*(\d{{4}})"), 6, (1, 2)),
)
"""Parts of a year: how they are written, how many months one has, which groups say its number and the year."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_SHORT_END = re.compile(r"(\d\d)(\d\d)\s*[-\u2013/]\s*(\d\d)", re.ASCII)
_LEADING_DAY = re.compile(r"\d{1,2}(?=\s)", re.ASCII)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Span:
    """What a cell says of time: one date (`date`), or the two ends of a span, empty where it says nothing of one.

    `is_open`: it lasts still. `cause` and `values` say why a cell cannot be read. `serial`: the date was a day number
    of Excel. `proves`: the orders of day and month that its dates must have been written in; `asks`: a date in it may
    be two.
    """

    date: str = ""
    since: str = ""
    until: str = ""
    is_open: bool = False
    cause: Cause | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    serial: bool = False
    proves: frozenset[str] = frozenset()

    @property
    def asks(self) -> bool:
        """Whether a date in it may be two days."""
        return self.cause is TWO_DAYS


@lru_cache(maxsize=65536)
def read_span(text: str, order: str = "") -> Span:
    """Read a date or a span of time; `order` is that of `read_date`.

    >>> read_span("2025/2026").until, read_span("TW II 2025").since, read_span("s.d. 2026").until
    ('2026', '2025-04', '2026')
    >>> read_span("2021 - sekarang").is_open, read_span("Jan-Mar 2025").since
    (True, '2025-01')
    """
    one = read_date(text, order)
    if not one.cause or one.cause is TWO_DAYS or len(text) > _LONGEST:
        return _of_date(one)
    span = _span(" ".join(text.casefold().split()), order)
    if span is None:
        return _of_date(one)
    return replace(span, values={**span.values, "value": show_cell(text.strip())}) if span.cause else span


def _of_date(one: ReadDate) -> Span:
    return Span(
        one.iso, cause=one.cause, values=one.values, serial=one.serial, proves=frozenset(filter(None, (one.proves,)))
    )


def _span(text: str, order: str) -> Span | None:
    if text in _OPEN:
        return Span(is_open=True)
    if match := _UNTIL.fullmatch(text):
        return _one_end(match[1], "until", order)
    if match := _SINCE.fullmatch(text):
        return _span(match[1], order) or _one_end(match[1], "since", order)
    for pattern, months, (number, year) in _PARTS:
        if match := pattern.fullmatch(text):
            part = _ROMAN.get(match[number]) or int(match[number])
            return Span(since=_month(match[year], (part - 1) * months + 1), until=_month(match[year], part * months))
    if match := _SHORT_END.fullmatch(text):
        century, first, last = match.groups()
        return Span(since=century + first, until=century + last) if last > first else None
    return next((span for left, right in _cuts(text) if (span := _two_ends(left, right, order))), None)


def _month(year: str, month: int) -> str:
    return f"{year}-{month:02}"


def _one_end(text: str, end: str, order: str) -> Span | None:
    if text in _OPEN:
        return Span(is_open=True)
    one = _of_date(read_date(text, order))
    if one.cause:
        return one
    return replace(one, date="", since=one.date) if end == "since" else replace(one, date="", until=one.date)


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a text into two at a word or a sign that may mean "until"; at words and blanks first."""
    cuts = sorted(_BETWEEN.finditer(text), key=lambda match: -len(match[0]))
    return ((text[: match.start()].strip(), text[match.end() :].strip()) for match in cuts)


def _two_ends(left: str, right: str, order: str) -> Span | None:
    """The span between two dates; None where these are none, or the second lies before the first."""
    if right in _OPEN:
        begin = _of_date(read_date(left, order))
        return begin if begin.asks else replace(begin, date="", since=begin.date, is_open=True) if begin.date else None
    until = read_date(right, order)
    for text in _completed(left, right):
        since = read_date(text, order)
        ends, proofs = (since, until), frozenset((since.proves, until.proves)) & {DMY, MDY}
        if all(end.iso and not end.serial for end in ends):
            ordered = first_day(since.iso) <= last_day(until.iso)
            return Span(since=since.iso, until=until.iso, proves=proofs) if ordered else None
        if all(end.iso or end.cause is TWO_DAYS for end in ends):
            asked = since if since.cause else until
            return replace(_of_date(asked), proves=proofs) if asked.cause else None
    return None


def _completed(left: str, right: str) -> Iterator[str]:
    """The first date of a span; what it leaves out stands in the second: `1-3 Maret 2025`, `Jan-Mar 2025`."""
    yield left
    if not _YEAR.search(left) and (year := _YEAR.search(right)):
        yield f"{left} {year[1]}"
        if left.isdigit() and _LEADING_DAY.match(right):
            yield left + _LEADING_DAY.sub("", right, count=1)
