from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.messages import UserText
from sysmap.schema import Choice, Field
from sysmap.tables.cells import choose_parser, extra_parser, guard_extra, known_choice
from sysmap.tables.numbers import Marks, read_number, write_number
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


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [
        ("1", False, 1.0),
        (" 2.50 ", False, 2.5),
        ("-3", False, -3.0),
        ("1e3", False, 1000.0),
        (".5", False, 0.5),
        ("12.500", False, 12.5),
        ("0,75", True, 0.75),
        ("0.75", True, 0.75),
        ("1.234,5", True, 1234.5),
        ("1.234.567", True, 1234567.0),
        (",5", True, 0.5),
        ("0,75", False, None),
        ("12.500", True, None),
        ("1,234", False, None),
        ("nan", False, None),
        ("inf", False, None),
        ("1_000", False, None),
        ("\uff11", False, None),
        ("1e999", False, None),
        ("", False, None),
        ("Rp 5", True, None),
    ],
)
def test_number(text: str, comma: bool, value: float | None) -> None:
    assert read_number(text, comma) == value


@given(st.floats(allow_nan=False, allow_infinity=False), st.booleans())
def test_written_numbers_read_back(value: float, comma: bool) -> None:
    assert read_number(write_number(value, comma), comma) == value


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
    assert choose_parser(field, comma=False)(cell)[:2] == (value, None)


@pytest.mark.parametrize(
    ("field", "cell", "problem", "remedy"),
    [
        (SCORE, "6", "outside 1-5", "give a number from 1 to 5"),
        (SCORE, "high", "not a number", "give a number from 1 to 5"),
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
    found = choose_parser(field, comma=False)(cell)
    assert found.value is None
    fault = found.fault("a.csv", 2, 3, "header")
    assert (fault.level, str(fault.problem), str(fault.remedy)) == (
        "error",
        f"header: {show_cell(cell)} is {problem}",
        remedy,
    )


def test_a_number_that_may_be_two_is_asked_about() -> None:
    found = choose_parser(Field("cost", W, W, "number"), comma=True)("12.500")
    assert (found.value, str(found.fault("a.csv", 2, 3, "cost").remedy)) == (None, "write 12,500 or 12500")


def test_an_open_choice_is_kept_and_warned_of() -> None:
    found = choose_parser(SECTOR, comma=False)("GOVERMENT")
    assert (found.value, found.level, str(found.fault("a.csv", 2, 3, "sector").remedy)) == (
        "GOVERMENT",
        "warning",
        "did you mean government?",
    )
    assert known_choice(SECTOR, "Pemerintah") == "government"


@pytest.mark.parametrize(("cell", "value"), [("ya", True), ("No", False), ("1", True), ("", None)])
def test_booleans(cell: str, value: bool | None) -> None:
    assert choose_parser(Field("b", W, W, "boolean"), comma=False)(cell).value is value


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1", "2", ""], [1, 2, None]),
        (["1", "2.5"], [1.0, 2.5]),
        (["007", "8"], ["007", "8"]),
        (["1E5", "2"], ["1E5", "2"]),
        (["NA", "2"], ["NA", "2"]),
        (["+62812", "2"], ["+62812", "2"]),
        (["'5", "6"], ["5", "6"]),
        (["-1", "0"], [-1, 0]),
        (["99999999999999999999"], ["99999999999999999999"]),
    ],
)
def test_a_column_of_the_users_own(cells: list[str], values: list[object]) -> None:
    parse = extra_parser(cells, comma=False)
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
    for comma in (False, True):
        parse = extra_parser(cells, comma)
        assert [parse(cell).value for cell in cells] == texts
