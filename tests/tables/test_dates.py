from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.tables.dates import NO_SUCH_DAY, ZERO_DAY, ReadDate, first_day, last_day, read_date
from sysmap.tables.spans import read_span


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-01-31", "2024-01-31"),
        ("2024/1/31", "2024-01-31"),
        ("20240131", "2024-01-31"),
        ("2020", "2020"),
        ("2020.0", "2020"),
        ("2020-05", "2020-05"),
        ("05/2020", "2020-05"),
        ("31/12/2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"),
        ("5/5/2024", "2024-05-05"),
        ("31.12.2024", "2024-12-31"),
        ("31 Januari 2025", "2025-01-31"),
        ("1 Agustus 2024", "2024-08-01"),
        ("31-Des-2024", "2024-12-31"),
        ("Jan 31, 2025", "2025-01-31"),
        ("May 2024", "2024-05"),
        ("Mei 2024", "2024-05"),
        ("29 Feb 2024", "2024-02-29"),
        ("2024-01-31T00:00:00+00:00", "2024-01-31"),
        ("2024-01-31 10:30", "2024-01-31"),
        ("31/12/2024 08:00 WIB", "2024-12-31"),
        ("2024-01-31T23:59:59.123Z", "2024-01-31"),
    ],
)
def test_dates_that_are_one_date(text: str, iso: str) -> None:
    assert read_date(text).iso == iso
    assert not read_date(text).problem


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("01/02/2024", "may be 1 February 2024 or 2 January 2024"),
        ("24 Jan", "ambiguous"),
        ("1/2/24", "may be 1 February 2024 or 2 January 2024"),
        ("30/02/2024", "not a day"),
        ("2024-02-30", "not a day"),
        ("2023-02-29", "not a day"),
        ("2024-13", "not a month"),
        ("31/31/2024", "not a day"),
        ("soon", "not a date"),
        ("Januari", "not a date"),
        ("0000", "not a year"),
        ("2024-Q1", "not a date"),
        ("12", "not a date"),
    ],
)
def test_dates_that_are_none_or_several(text: str, why: str) -> None:
    assert why in str(read_date(text).problem)
    assert read_date(text).cause.remedy
    assert not read_date(text).iso


def test_excel_day_numbers() -> None:
    # 45292 is 1 January 2024 in Excel's 1900 system: by hand, 124 years of 365 days, 31 leap days (1900's false one
    # too) and the first.
    assert (read_date("45292").iso, read_date("45292").serial) == ("2024-01-01", True)
    assert read_date("45292.5").iso == "2024-01-01"


def test_bounds_of_a_partial_date() -> None:
    assert [first_day(iso) for iso in ("2020", "2020-05", "2020-05-06")] == ["2020-01-01", "2020-05-01", "2020-05-06"]
    assert [last_day(iso) for iso in ("2020", "2020-05", "2020-05-06")] == ["2020-12-31", "2020-05-31", "2020-05-06"]


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        ("2024-01", "2024-01-01", "2024-01-31"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-31"),
    ],
)
def test_the_first_and_the_last_month_of_a_year(month: str, first: str, last: str) -> None:
    year, number = month.split("-")
    for text in (month, f"{year}/{number}", f"{number}-{year}", f"{int(number)}/{year}", f"{number}.{year}"):
        assert read_date(text).iso == month
    assert (first_day(month), last_day(month)) == (first, last)


@pytest.mark.parametrize("text", ["2024-00", "2024-13", "0/2024", "00-2024", "13/2024", "0000-01", "1/0000"])
def test_months_that_no_year_has(text: str) -> None:
    assert str(read_date(text).problem) == f"{text!r} is not a month of the calendar"


MONTHS = {
    1: "January Januari Jan",
    2: "February Februari Pebruari Feb Peb",
    3: "March Maret Mar Mrt",
    4: "April Apr",
    5: "May Mei",
    6: "June Juni Jun",
    7: "July Juli Jul",
    8: "August Agustus Agust Aug Agu Ags Agt",
    9: "September Sept Sep",
    10: "October Oktober Oct Okt",
    11: "November Nopember Nov Nop",
    12: "December Desember Dec Des",
}


@pytest.mark.parametrize(
    ("month", "word"), [(month, word) for month, words in MONTHS.items() for word in words.split()]
)
def test_each_name_of_a_month_in_either_language(month: int, word: str) -> None:
    for written in (word, word.upper(), word.lower()):
        assert read_date(f"7 {written} 2024").iso == f"2024-{month:02}-07"
        assert (
            read_date(f"{written} 7, 2024").iso
            == read_date(f"2024 {written} 7").iso
            == read_date(f"07.{written}.2024").iso
            == f"2024-{month:02}-07"
        )
        assert read_date(f"{written} 2024").iso == read_date(f"2024-{written}").iso == f"2024-{month:02}"


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_every_day_in_every_way_that_is_one_day(day: date) -> None:
    iso, name = day.isoformat(), MONTHS[day.month].split()[1]
    for text in (
        iso,
        iso.replace("-", "/"),
        iso.replace("-", "."),
        iso.replace("-", ""),
        f"{day.year:04}-{day.month}-{day.day}",
        f"{day.day} {name} {day.year:04}",
        f" {iso} ",
        f"{iso}T07:30",
        f"{iso} 07.30",
        f"{iso} 7:30:15.25 WITA",
        f"{iso}T07:30:15+07:00",
        f"{iso} 7:30 PM",
        f"{iso} 7:30 +0700",
    ):
        assert read_date(text) == ReadDate(iso)


@pytest.mark.parametrize("year", [2023, 2024])
@pytest.mark.parametrize("sign", list("/- "))
def test_figures_are_a_day_where_the_calendar_allows_one_order_only(year: int, sign: str) -> None:
    for first, second in product(range(33), repeat=2):
        check_figures(first, second, year, sign)


def check_figures(first: int, second: int, year: int, sign: str) -> None:
    """Brute force over both orders."""
    days = {}
    for written, month, day in (
        (f"{year}-{second:02}-{first:02}", second, first),
        (f"{year}-{first:02}-{second:02}", first, second),
    ):
        with suppress(ValueError):
            days[date(year, month, day)] = written
    text = f"{first}{sign}{second}{sign}{year}"
    found = read_date(text)
    if len(days) == 1:
        assert (found.iso, found.cause) == (next(iter(days)).isoformat(), None)
        assert found.proves == ("" if first == second else "d/m/y" if first > 12 else "m/d/y")
    elif days:
        one, other = (f"{day.day} {MONTHS[day.month].split()[0]}" for day in days)
        assert found.cause
        assert (found.iso, found.cause.id, str(found.problem)) == (
            "",
            "F025",
            f"{text!r} may be {one} {year} or {other} {year}",
        )
        assert (read_date(text, "d/m/y").iso, read_date(text, "m/d/y").iso) == tuple(days.values())
    else:
        assert (found.iso, found.cause) == ("", NO_SUCH_DAY)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1 2 Jan", "is ambiguous"),
        ("1 2 3 Jan", "is not a date"),
        ("1 2 Jan 2024", "is not a date"),
        ("Jan 2024 2025", "is not a date"),
        ("Jan 123", "is not a date"),
        ("1 Jan 123", "is ambiguous"),
        ("Jan Feb 2024", "is not a date"),
        ("1 Jan 2024 2025", "is not a date"),
        ("Jan x 2024", "is not a date"),
        ("5 Jan 2024 7", "is not a date"),
        ("30 Feb 2024", "is not a day"),
        ("0 Jan 2024", "is not a day"),
        ("Jan 0000", "is not a month"),
        ("1 Jan ²⁰²⁴", "is not a date"),
        ("1234567", "is not a date"),
        ("2024-1-2-3", "is not a date"),
        ("10:30", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_words_and_figures_that_are_no_one_date(text: str, problem: str) -> None:
    found = read_date(text)
    assert str(found.problem).startswith(f"{text!r} {problem}")
    assert found.cause
    assert str(found.cause.remedy) == "write it as 2024-01-31, 2024-01 or 2024"
    assert (found.iso, found.serial) == ("", False)


@pytest.mark.parametrize(
    ("serial", "iso"),
    [
        # By hand: 36526 is 1 January 2000 (LibreOffice and Excel alike), 10000 is 18 May 1927, 99999 is 13 October
        # 2173.
        ("36526", "2000-01-01"),
        ("36527", "2000-01-02"),
        ("10000", "1927-05-18"),
        ("99999", "2173-10-13"),
        ("36526,75", "2000-01-01"),
    ],
)
def test_excel_counts_from_the_end_of_1899(serial: str, iso: str) -> None:
    assert read_date(serial) == ReadDate(iso, serial=True)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("31-12-24", "2024-12-31"),
        ("10-Nov-25", "2025-11-10"),
        ("24 Jan 98", "1998-01-24"),
        ("Nov-25", "2025-11"),
        ("Jan-24", "2024-01"),
        ("10.11.25", "2025-11-10"),
    ],
)
def test_a_year_of_two_figures_is_one_of_these_hundred_years(text: str, iso: str) -> None:
    assert read_date(text).iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("10.11.2025", "2025-11-10"),
        ("Senin, 10 November 2025", "2025-11-10"),
        ("Jum'at 7 Nov 2025", "2025-11-07"),
        ("10 November 2025 08.00 WIB", "2025-11-10"),
        ("10 November 2025 pukul 08.00", "2025-11-10"),
        ("Tahun 2025", "2025"),
        ("1st March 2024", "2024-03-01"),
    ],
)
def test_dots_days_of_the_week_and_times(text: str, iso: str) -> None:
    assert read_date(text).iso == iso


@pytest.mark.parametrize("text", ["30/12/1899", "1899-12-31", "1900-01-00", "1/0/1900", "0/1/1900"])
def test_the_zero_days_of_spreadsheets_are_no_dates(text: str) -> None:
    assert (read_date(text).iso, read_date(text).cause) == ("", ZERO_DAY)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2021-2026", "2021", "2026"),
        ("2025/2026", "2025", "2026"),
        ("2025/26", "2025", "2026"),
        ("2021 s.d. 2026", "2021", "2026"),
        ("2021 s/d 2026", "2021", "2026"),
        ("Jan-Mar 2025", "2025-01", "2025-03"),
        ("1-3 Maret 2025", "2025-03-01", "2025-03-03"),
        ("TW II 2025", "2025-04", "2025-06"),
        ("Triwulan 4 tahun 2025", "2025-10", "2025-12"),
        ("2025-Q1", "2025-01", "2025-03"),
        ("Semester II 2025", "2025-07", "2025-12"),
        ("s.d. 2026", "", "2026"),
        ("sejak 2021", "2021", ""),
        ("13/01/2025 - 25/12/2025", "2025-01-13", "2025-12-25"),
    ],
)
def test_spans_of_time(text: str, since: str, until: str) -> None:
    span = read_span(text)
    assert (span.date, span.since, span.until, span.is_open, span.cause) == ("", since, until, False, None)


def test_open_spans_and_what_is_no_span() -> None:
    assert (read_span("2021 - sekarang").since, read_span("2021 - sekarang").is_open) == ("2021", True)
    assert read_span("sekarang").is_open
    assert all(read_span(text).cause for text in ("2026-2021", "besok", "A - B", "1 - 2", "-"))
    asked = read_span("10/11/2025 - 25/12/2025")
    assert (asked.asks, asked.proves) == (True, {"d/m/y"})
    assert read_span("10/11/2025 - 25/12/2025", "d/m/y").since == "2025-11-10"
