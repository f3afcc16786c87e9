"""Numbers, days and lists as people write them. The expected texts are those of CLDR, read by eye."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.messages import Day, Listing, Number, Percent


@pytest.mark.parametrize(
    ("number", "en", "id"),
    [
        (Number(0), "0", "0"),
        (Number(999), "999", "999"),
        (Number(64210), "64,210", "64.210"),
        (Number(-1234567), "-1,234,567", "-1.234.567"),
        (Number(10**30), "1" + ",000" * 10, "1" + ".000" * 10),
        (Number(-1 / 3, 2), "-0.33", "-0,33"),
        (Number(1234.5, 1), "1,234.5", "1.234,5"),
        (Number(2.675, 2), "2.67", "2,67"),  # the float lies below: rounded once, and not its decimal text
        (Number(0.00012, 5), "0.00012", "0,00012"),
        (Number(0.29, 2, signed=True), "+0.29", "+0,29"),
        (Number(-0.29, 2, signed=True), "-0.29", "-0,29"),
        (Number(nan, 2), "nan", "nan"),
        (Number(inf), "inf", "inf"),
    ],
)
def test_numbers(number, en, id):
    assert (number.render("en"), number.render("id")) == (en, id)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12), st.integers(0, 6))
def test_english_numbers_are_those_that_python_writes(value, digits):
    assert Number(value, digits).render("en") == f"{value:,.{digits}f}"


@given(st.integers())
def test_whole_numbers_keep_every_digit(value):
    assert Number(value).render("en") == f"{value:,}"
    assert int(Number(value).render("id").replace(".", "")) == value


def test_other_languages_have_their_own_signs():
    assert Percent(0.5).render("en") == Percent(0.5).render("id") == "50%"
    assert Percent(0.5).render("fr").replace("\u202f", " ").replace("\xa0", " ") == "50 %"
    assert Number(1234567).render("hi") == "12,34,567"


def test_days_and_lists():
    day = Day(date(2026, 6, 30))
    assert (day.render("en"), day.render("id")) == ("30 June 2026", "30 Juni 2026")
    assert [Listing("abc"[:n]).render("en") for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [Listing("abc"[:n]).render("id") for n in range(4)] == ["", "a", "a dan b", "a, b, dan c"]


@pytest.mark.parametrize("language", ["zxx", "qps", "", "../../x", "en_XX_YY"])
def test_a_language_babel_does_not_know_is_written_as_english(language):
    assert Number(1234).render(language) == "1,234"
    assert Day(date(2026, 1, 2)).render(language) == "2 January 2026"


def test_babel_is_imported_with_the_first_number_and_not_before():
    code = (
        "import sys; from sysmap.messages import Message, Number; Message('gap').render('en'); assert 'babel' not in sys.modules;"
        "Number(1).render('id'); assert 'babel' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
