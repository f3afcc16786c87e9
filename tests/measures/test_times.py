"""Dates that are known in part: the months of a year from its first to its last, by hand and by counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.records.times import a_year_after, days_between, is_past, months_since

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("iso", "today", "months"),
    [
        ("2024-01", date(2024, 1, 1), 0),  # the first day it may mean is today
        ("2024-01", date(2024, 1, 31), 0),
        ("2024-01", date(2024, 2, 1), 1),
        ("2024-01", date(2024, 12, 31), 11),
        ("2024-01", date(2025, 1, 1), 12),
        ("2024-01", date(2023, 12, 31), None),  # is to come
        ("2024-12", date(2024, 11, 30), None),
        ("2024-12", date(2024, 12, 1), 0),
        ("2024-12", date(2024, 12, 31), 0),
        ("2024-12", date(2025, 1, 1), 1),  # over the turn of the year
        ("2024-12", date(2025, 12, 1), 12),
        ("2024", date(2024, 12, 31), 11),
        ("2024", date(2025, 1, 1), 12),
        ("2024-01-31", date(2024, 2, 29), 0),  # the 31st has not come again
        ("2024-01-31", date(2024, 3, 30), 1),
        ("2024-01-31", date(2024, 3, 31), 2),
        ("2024-12-31", date(2025, 1, 30), 0),
        ("2024-12-31", date(2025, 1, 31), 1),
        ("", date(2024, 1, 1), None),
        (None, date(2024, 1, 1), None),
    ],
)
def test_whole_months(iso, today, months):
    assert months_since(iso, today) == months


@given(DAYS, DAYS)
def test_months_are_as_many_as_one_counts(start, today):
    # Brute force: of all days after the first, those with its number in the month; where a month is too short, the
    # first day of the next.
    days = [start + timedelta(count) for count in range(1, (today - start).days + 1)]
    counted = sum(day.day == start.day or (day.day == 1 and (day - timedelta(1)).day < start.day) for day in days)
    assert months_since(start.isoformat(), today) == (counted if start <= today else None)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-01-31", "2024-02-01", 1),
        ("2024-12-31", "2025-01-01", 1),
        ("2025-01-01", "2024-12-31", -1),
        ("2024-01-01", "2025-01-01", 366),
        ("2024-01", "2024-12-31", None),
        ("2024-01-31", "2024-12", None),
        ("2024-01", "2024-12", None),
        ("2024-05-05", "2024-05-05", 0),
    ],
)
def test_days_are_counted_where_both_are_known_to_the_day(start, end, days):
    assert days_between(start, end) == days


@pytest.mark.parametrize(
    ("iso", "today", "past"),
    [
        ("2024-01", date(2024, 1, 31), False),
        ("2024-01", date(2024, 2, 1), True),
        ("2024-12", date(2024, 12, 31), False),
        ("2024-12", date(2025, 1, 1), True),
        ("2024", date(2024, 12, 31), False),
        ("2024", date(2025, 1, 1), True),
        ("2024-02", date(2024, 2, 29), False),
        ("2024-02", date(2024, 3, 1), True),
        ("2024-05-05", date(2024, 5, 5), False),
        ("2024-05-05", date(2024, 5, 6), True),
        (None, date(2024, 5, 6), None),
        ("", date(2024, 5, 6), None),
    ],
)
def test_past_is_what_can_only_have_been_before_today(iso, today, past):
    assert is_past(iso, today) is past


@pytest.mark.parametrize(
    ("today", "then"),
    [
        (date(2024, 1, 31), "2025-01-31"),
        (date(2024, 12, 31), "2025-12-31"),
        (date(2024, 2, 29), "2025-02-29"),
        (date(999, 1, 1), "1000-01-01"),
    ],
)
def test_a_year_after_is_the_same_day(today, then):
    # 29 February of a common year is no day, but a text that lies between the 28th and 1 March.
    assert a_year_after(today) == then
