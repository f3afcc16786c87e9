from __future__ import annotations

import pytest

from sysmap.tables.dates import first_day, last_day, read_date


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
        ("Jan-24", "ambiguous"),
        ("24 Jan", "ambiguous"),
        ("1/2/24", "year of two figures"),
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
