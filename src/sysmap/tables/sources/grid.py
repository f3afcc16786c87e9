"""A sheet of a workbook while it is read: its rows as texts, what is merged, hidden or shown in another way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sysmap.errors import Cause
from sysmap.messages import Number, plural
from sysmap.tables.notes import Notes
from sysmap.tables.sources.packages import TOO_MANY_CELLS, Unreadable
from sysmap.tables.sources.port import Cells, PlacedRow
from sysmap.tables.text import list_some

__all__ = ["Grid", "date_text", "number_text"]

HIDDEN_ROWS = Cause(
    "F285",
    plural(
        "{n} hidden row was read all the same: line {lines}", "{n} hidden rows were read all the same: lines {lines}"
    ),
    "take them out if they are not meant",
)
ZEROS = Cause(
    "F286",
    plural(
        "{n} number is shown with zeros before it by its format alone, and was read as it is shown: line {lines}",
        "{n} numbers are shown with zeros before them by their format alone, and were read as they are shown: lines {lines}",
    ),
    "make the cells text, so that every program keeps them",
)
NOT_COMPUTED = Cause(
    "F287",
    plural("{n} formula has no value: line {lines}", "{n} formulas have no value: lines {lines}"),
    "open the file in a spreadsheet program and save it, so that they are computed",
)
MERGED = plural("{n} group of merged cells filled down", "{n} groups of merged cells filled down")

MOST_CELLS = 20_000_000
"""Cells of a sheet, blank ones within its rows among them."""
_EXACT = 1e15
_DECIMALS_OF_A_GROUP = 3


@dataclass
class Grid:
    """The rows of a sheet that are not blank, and what is to be said of them.

    `merged` are ranges as (first row, first column, last row), rows from 1 and columns from 0.
    """

    name: str
    rows: list[PlacedRow] = field(default_factory=list)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    zeros: list[int] = field(default_factory=list)
    not_computed: list[int] = field(default_factory=list)
    cells: int = 0

    def add(self, line: int, cells: list[str]) -> None:
        """Add a row; a blank one is left out."""
        self.cells += len(cells)
        if self.cells > MOST_CELLS:
            raise Unreadable(TOO_MANY_CELLS, Number(MOST_CELLS // 10**6))
        if any(cells) and not "".join(cells).isspace():
            self.rows.append((line, cells))

    def placed(self, notes: Notes) -> Cells:
        """The sheet, merged cells filled down; what is to be said of it is noted under its own name."""
        own = Notes(f"{notes.file} [{self.name}]")
        if filled := self.fill_down():
            own.understand(MERGED.counted(filled))
        lines = {line for line, _ in self.rows}
        self.say(own, HIDDEN_ROWS, [line for line in self.hidden if line in lines])
        self.say(own, NOT_COMPUTED, sorted(set(self.not_computed)))
        self.say(own, ZEROS, self.zeros)
        return Cells(self.name, self.rows, typed=True, notes=own)

    @staticmethod
    def say(notes: Notes, cause: Cause, lines: Iterable[int]) -> None:
        """Warn of lines, where there are any."""
        if told := list(lines):
            notes.warning(told[0], 0, cause, n=len(told), lines=list_some(dict.fromkeys(told)))

    def fill_down(self) -> int:
        """Write the first cell of every merged range into its rows below; returns in how many ranges there were any."""
        lines = [line for line, _ in self.rows]
        filled = 0
        for first, column, last in self.merged:
            begin, end = bisect_left(lines, first), bisect_left(lines, last + 1)
            if end - begin < 2 or lines[begin] != first or column >= len(self.rows[begin][1]):  # noqa: PLR2004
                continue
            value = self.rows[begin][1][column]
            self.cells += end - begin
            if self.cells > MOST_CELLS:
                raise Unreadable(TOO_MANY_CELLS, Number(MOST_CELLS // 10**6))
            for _, cells in self.rows[begin + 1 : end]:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = value
            filled += bool(value)
        return filled


def number_text(number: float) -> str:
    """A number as it is written so that it can be read in one way only.

    >>> [number_text(number) for number in (7.0, 0.5, 12.5, 12.345, 1e21)]
    ['7', '0.5', '12.5', '12.3450', '1000000000000000000000']
    """
    if abs(number) < _EXACT and number == int(number):
        return str(int(number))
    text = repr(number)
    if "e" in text:
        text = f"{number:.20f}".rstrip("0").rstrip(".") if abs(number) < 1 else f"{number:.0f}"
    # `12.345` may be twelve thousand to a reader who groups by points; another digit behind them is proof.
    return text + "0" if len(text.partition(".")[2]) == _DECIMALS_OF_A_GROUP else text


def date_text(serial: float, *, since_1904: bool = False) -> str:
    """The day that a spreadsheet counts from its first one, as ISO writes it, with the time where it has one.

    >>> date_text(45971), date_text(45971.5), date_text(0.25), date_text(0)
    ('2025-11-10', '2025-11-10 12:00:00', '6:00:00', '1900-01-00')
    """
    if 0 < serial < 1:
        return str(timedelta(seconds=round(serial * 86_400)))
    if serial == 0 and not since_1904:
        return "1900-01-00"
    # Excel believes that 1900 was a leap year: up to its 29 February it counts a day less.
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 if serial > 60 else 31)  # noqa: DTZ001, PLR2004
    try:
        day = first + timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return number_text(serial)
    return day.isoformat(" ").removesuffix(" 00:00:00")
