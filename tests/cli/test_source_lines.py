"""The row beneath a message: right cell pointed at, as wide as the terminal, and nothing personal in it."""

from __future__ import annotations

import pytest

from sysmap.cli._source_lines import source_lines
from sysmap.errors import Fault
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet

SHEET = Sheet(
    "a.csv", ("nama", "NIK", "sektor"), 1, [2, 4], [["Dinkes", "3403011204850001", "pers"], ["x" * 200, "", "y"]]
)


def drawn(line: int, column: int, width: int = 80, personal: int = 2) -> list[str]:
    notes = Notes("a.csv")
    notes.keep_back({personal: "NIK"}, 3)
    return source_lines(Fault("a.csv", line, column, "wrong", ""), {"stakeholders.csv": (SHEET, notes)}, width)


def test_the_cell_is_pointed_at_and_personal_cells_are_hidden() -> None:
    row, pointer = drawn(2, 3)
    assert row == "     2 | Dinkes | ··· | pers"
    assert row[pointer.index("^") : pointer.rindex("^") + 1] == "pers"


def test_a_header_hides_nothing() -> None:
    assert drawn(1, 2)[0] == "     1 | nama | NIK | sektor"


@pytest.mark.parametrize(("line", "column"), [(0, 0), (3, 1), (2, 0), (2, 9)])
def test_where_there_is_no_such_cell_nothing_is_drawn(line: int, column: int) -> None:
    assert drawn(line, column) == []


@pytest.mark.parametrize("width", range(40, 90, 7))
@pytest.mark.parametrize("column", [1, 2, 3])
def test_no_line_is_wider_than_the_terminal(width: int, column: int) -> None:
    lines = drawn(4, column, width)
    assert lines
    assert all(len(line) <= width for line in lines)
    assert "^" in lines[1]


def test_a_narrow_terminal_gets_no_row() -> None:
    assert drawn(2, 3, width=30) == []
