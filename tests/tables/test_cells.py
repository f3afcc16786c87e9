from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.messages import UserText
from sysmap.schema import Choice, Field
from sysmap.tables.cell import Habits
from sysmap.tables.cells import choose_parser, extra_parser, guard_extra, known_choice
from sysmap.tables.numbers import Marks, is_number, read_number, read_worded, write_exactly, write_number
from sysmap.tables.text import show_cell

W = UserText("w")
SCORE = Field("score", W, W, "number", low=1, high=5)
WEIGHT = Field("weight", W, W, "number", above=0)
COUNT = Field("count", W, W, "integer", low=0)
STAGE = Field(
    "stage",
    W,
    W,
    choices=(
        Choice("in_progress", UserText({"en": "in progress", "id": "berjalan"}), ("ongoing",)),
        Choice("-", UserText({"en": "less", "id": "kurang"})),
    ),
    closed=True,
)
SECTOR = Field("sector", W, W, choices=(Choice("government", UserText({"en": "government", "id": "pemerintah"})),))


POINT, COMMA = Marks("."), Marks(",")
ENGLISH, INDONESIAN, UNSURE = Marks("", "."), Marks("", ","), Marks()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1.0),
        (" 2.50 ", 2.5),
        ("2,50", 2.5),
        ("-3", -3.0),
        ("\u22123", -3.0),
        ("1e3", 1000.0),
        ("1.0E3", 1000.0),
        (".5", 0.5),
        (",5", 0.5),
        ("0,75", 0.75),
        ("0.125", 0.125),
        ("12.3456", 12.3456),
        ("1234.567", 1234.567),
        ("1.234,5", 1234.5),
        ("1,234.56", 1234.56),
        ("1.234.567", 1234567.0),
        ("1,234,567", 1234567.0),
        ("12 500", 12500.0),
        ("12\u00a0500,5", 12500.5),
        ("nan", None),
        ("inf", None),
        ("1_000", None),
        ("0x10", None),
        ("\uff11", None),
        ("\u0661\u0662", None),
        ("1e999", None),
        ("", None),
        ("\u00b1500", None),
        ("500-600", None),
        ("1.23.4", None),
    ],
)
def test_numbers_that_are_one_number_whatever_the_mark(text: str, value: float | None) -> None:
    assert [read_number(text, marks) for marks in (POINT, COMMA, ENGLISH, INDONESIAN, UNSURE)] == [value] * 5
    assert is_number(text) == (value is not None)


@pytest.mark.parametrize(
    ("text", "marks", "value"),
    [
        ("12.500", POINT, 12.5),
        ("12.500", COMMA, 12500.0),
        ("12.500", ENGLISH, 12.5),
        ("12.500", INDONESIAN, None),
        ("12,500", POINT, 12500.0),
        ("12,500", COMMA, 12.5),
        ("12,500", ENGLISH, None),
        ("12,500", INDONESIAN, 12.5),
        ("12.500", UNSURE, None),
        ("12,500", UNSURE, None),
    ],
)
def test_three_figures_behind_a_mark_may_be_two_numbers(text: str, marks: Marks, value: float | None) -> None:
    assert read_number(text, marks) == value


@pytest.mark.parametrize(
    ("text", "value", "proves"),
    [
        ("Rp 25.000.000", 25e6, ","),
        ("Rp25 juta", 25e6, ""),
        ("25jt", 25e6, ""),
        ("Rp 12.500", 12500, ","),
        ("Rp. 1.000,-", 1000, ","),
        ("2,5 miliar", 2.5e9, ","),
        ("3 ribu", 3000, ""),
        ("12.500,00 rupiah", 12500, ","),
        ("4 (tinggi)", 4, ""),
        ("12500 jiwa", 12500, ""),
        ("5%", 5, ""),
        ("-Rp 5.000", -5000, ","),
    ],
)
def test_what_people_write_around_a_number(text: str, value: float, proves: str) -> None:
    found = read_worded(text)
    assert found
    assert (found.point, found.comma, found.proves) == (value, value, proves)


@pytest.mark.parametrize("text", ["500 lebih", "3 atau 4", "Rp", "jt", "5 M", "kira-kira 500", "5 dari 10", "+-5"])
def test_words_that_make_no_one_number(text: str) -> None:
    assert read_worded(text) is None


@given(st.floats(allow_nan=False, allow_infinity=False), st.booleans())
def test_written_numbers_read_back(value: float, comma: bool) -> None:
    assert read_number(write_number(value, comma), COMMA if comma else POINT) == value
    exactly = write_exactly(value, comma)
    assert {read_number(exactly, marks) for marks in (POINT, COMMA, ENGLISH, INDONESIAN, UNSURE)} == {value}


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (SCORE, " 3 ", 3.0),
        (COUNT, "3.0", 3),
        (STAGE, "In Progress", "in_progress"),
        (STAGE, "berjalan", "in_progress"),
        (STAGE, "-", "-"),
        (SECTOR, "PEMERINTAH ", "government"),
        (SECTOR, "", None),
        (SCORE, " ", None),
    ],
)
def test_values(field: Field, cell: str, value: object) -> None:
    assert choose_parser(field)(cell)[:2] == (value, None)


@pytest.mark.parametrize(
    ("field", "cell", "problem", "remedy"),
    [
        (SCORE, "6", "outside 1-5", "give a number from 1 to 5"),
        (SCORE, "tall", "not a number", "give a number from 1 to 5"),
        (COUNT, "2.5", "not a whole number", "give a whole number of at least 0"),
        (COUNT, "-2", "too small", "give a whole number of at least 0"),
        (COUNT, "99999999999999999999", "too large", "give a whole number of at least 0"),
        (WEIGHT, "0", "too small", "give a number above 0"),
        (Field("n", W, W, "number", high=9), "9.5", "too large", "give a number of at most 9"),
        (Field("n", W, W, "number", above=0, high=0.5), "0.75", "too large", "give a number above 0 and at most 0.5"),
        (Field("n", W, W, "number"), "x", "not a number", "give a number"),
        (STAGE, "inprogres", "not one of the choices", "did you mean in_progress?"),
        (STAGE, "xyz", "not one of the choices", "choose in_progress or -"),
    ],
)
def test_faults_say_what_was_expected(field: Field, cell: str, problem: str, remedy: str) -> None:
    found = choose_parser(field)(cell)
    assert found.value is None
    fault = found.fault("a.csv", 2, 3, "header")
    assert (fault.level, str(fault.problem), str(fault.remedy)) == (
        "warning",
        f"header: {show_cell(cell)} is {problem}",
        remedy,
    )


def test_a_number_that_may_be_two_is_a_question() -> None:
    found = choose_parser(Field("cost", W, W, "number"), Habits(INDONESIAN))("12.500")
    fault = found.fault("a.csv", 2, 3, "cost")
    assert (found.value, found.unread, fault.level) == (None, True, "question")
    assert str(fault.problem) == "'12.500' may be 12.5 or 12500"
    assert str(fault.remedy).startswith(
        'say decimal = "." under [read] in sysmap.toml if it is 12.5, or decimal = "," if it is 12500'
    )


def test_where_only_one_of_two_numbers_is_possible_it_is_meant() -> None:
    assert choose_parser(SCORE, Habits(INDONESIAN))("4.500").value == 4.5
    assert choose_parser(COUNT, Habits(INDONESIAN))("12.500").value == 12500


def test_an_open_choice_is_kept_and_warned_of() -> None:
    found = choose_parser(SECTOR)("GOVERMENT")
    assert (found.value, found.level, str(found.fault("a.csv", 2, 3, "sector").remedy)) == (
        "GOVERMENT",
        "warning",
        "did you mean government?",
    )
    assert known_choice(SECTOR, "Pemerintah") == "government"


@pytest.mark.parametrize(("cell", "value"), [("ya", True), ("No", False), ("1", True), ("", None)])
def test_booleans(cell: str, value: bool | None) -> None:
    assert choose_parser(Field("b", W, W, "boolean"))(cell).value is value


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1", "2", ""], [1, 2, None]),
        (["1", "2.5"], [1.0, 2.5]),
        (["007", "8"], ["007", "8"]),
        (["1E5", "2"], ["1E5", "2"]),
        (["NA", "2"], [None, 2]),
        (["-", "x"], [None, "x"]),
        (["1.234,5", "2"], [1234.5, 2.0]),
        (["+62812", "2"], ["+62812", "2"]),
        (["'5", "6"], ["5", "6"]),
        (["-1", "0"], [-1, 0]),
        (["99999999999999999999"], ["99999999999999999999"]),
    ],
)
def test_a_column_of_the_users_own(cells: list[str], values: list[object]) -> None:
    parse = extra_parser(cells)
    found = [parse(cell).value for cell in cells]
    assert found == values
    assert list(map(type, found)) == list(map(type, values))


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)
        .map(lambda t: t.strip(" \u00a0\r\n"))
        .filter(bool),
        min_size=1,
    )
)
def test_texts_of_the_users_own_stay_texts(texts: list[str]) -> None:
    cells = [guard_extra(text) for text in texts]
    for marks in (POINT, COMMA, UNSURE):
        parse = extra_parser(cells, Habits(marks))
        assert [parse(cell).value for cell in cells] == texts
