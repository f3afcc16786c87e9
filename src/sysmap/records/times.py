"""Days and months between dates. A date may be known only in part ("2026", "2026-08"); what cannot be told is None."""

from __future__ import annotations

from datetime import date

from sysmap.tables.dates import first_day, last_day

__all__ = ["a_year_after", "days_between", "is_past", "months_since"]

WHOLE = 10
"""How many characters an ISO date has that is known to the day."""


def months_since(iso: object, today: date) -> int | None:
    """Return the whole months from the first day that `iso` may mean to today.

    None if there is no date or it is in the future.

    >>> [months_since(iso, date(2026, 9, 30)) for iso in ("2024-03-01", "2026-08-31", "2027")]
    [30, 0, None]
    """
    if not iso or (start := first_day(str(iso))) > today.isoformat():
        return None
    year, month, day = map(int, start.split("-"))
    return (today.year - year) * 12 + today.month - month - (today.day < day)


def days_between(start: str, end: str) -> int | None:
    """Return the days from `start` to `end`, negative if `end` is earlier; None unless both are known to the day.

    >>> days_between("2024-02-28", "2024-03-01"), days_between("2024", "2024-03-01")
    (2, None)
    """
    if len(start) < WHOLE or len(end) < WHOLE:
        return None
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def is_past(iso: object, today: date) -> bool | None:
    """Whether the last day that `iso` may mean is before today; None if there is no date.

    >>> is_past("2026-08", date(2026, 8, 31)), is_past("2026-08", date(2026, 9, 1)), is_past(None, date(2026, 9, 1))
    (False, True, None)
    """
    # `last_day` gives 31 for every month. In a short month no day comes after it either, so the comparison of texts
    # holds.
    return last_day(str(iso)) < today.isoformat() if iso else None


def a_year_after(today: date) -> str:
    """Return the same day of the next year as ISO text, for comparing texts only (29 February stays 29 February).

    >>> a_year_after(date(2026, 9, 30))
    '2027-09-30'
    """
    return f"{today.year + 1:04}{today.isoformat()[4:]}"
