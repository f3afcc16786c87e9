"""Days and months between dates that may be known in part; what is not known stays None."""

from __future__ import annotations

from datetime import date

from sysmap.tables.dates import first_day, last_day

__all__ = ["a_year_after", "days_between", "is_past", "months_since"]

WHOLE = 10
"""Characters of an ISO date that is known to the day."""


def months_since(iso: object, today: date) -> int | None:
    """Whole months from the first day that `iso` may mean to today; None for no date and for one to come.

    >>> months_since("2024-03-01", date(2026, 9, 30)), months_since("2026-08-31", date(2026, 9, 30)), months_since("2027", date(2026, 9, 30))
    (30, 0, None)
    """
    if not iso or (start := first_day(str(iso))) > today.isoformat():
        return None
    year, month, day = map(int, start.split("-"))
    return (today.year - year) * 12 + today.month - month - (today.day < day)


def days_between(start: str, end: str) -> int | None:
    """Days from one date to another, below 0 where the second comes first; None unless both are known to the day.

    >>> days_between("2024-02-28", "2024-03-01"), days_between("2024", "2024-03-01")
    (2, None)
    """
    if len(start) < WHOLE or len(end) < WHOLE:
        return None
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def is_past(iso: object, today: date) -> bool | None:
    """Whether the last day that `iso` may mean lies before today; None for no date.

    >>> is_past("2026-08", date(2026, 8, 31)), is_past("2026-08", date(2026, 9, 1)), is_past(None, date(2026, 9, 1))
    (False, True, None)
    """
    # The 31st stands for the end of a short month, which no day of that month comes after.
    return last_day(str(iso)) < today.isoformat() if iso else None


def a_year_after(today: date) -> str:
    """The same day of the next year as ISO text, to be compared as text.

    >>> a_year_after(date(2026, 9, 30))
    '2027-09-30'
    """
    return f"{today.year + 1:04}{today.isoformat()[4:]}"
