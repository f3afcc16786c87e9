"""Ties that stand in a grid: a matrix, or a survey that asks one question of several (`With whom? [UGM]`).

A grid becomes a plain table of ties, each with the line of its row in the file.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sysmap.messages import AnyText, Joined
from sysmap.schema import Vocabulary
from sysmap.tables.name_column import name_keys
from sysmap.tables.notes import Notes
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.shapes.grid_ties import GridTies
from sysmap.tables.shapes.matrix import is_rectangular, is_square, read_rectangular, read_square
from sysmap.tables.shapes.roster import NOBODY_ANSWERS, asked_about, asked_in_one_cell, count_questions, read_roster
from sysmap.tables.sheets import note_rows_above
from sysmap.tables.sources.port import IsHeader, Origin, PlacedRow
from sysmap.tables.text import fold_text

__all__ = ["EVERY_SHAPE", "ONE_KIND", "Grid", "GridReading", "Shape", "find_grid", "hints_at_grid"]

Shape = Literal["square", "survey", "rectangular"]
ONE_KIND: tuple[Shape, ...] = ("square", "survey")
EVERY_SHAPE: tuple[Shape, ...] = (*ONE_KIND, "rectangular")
_LOOK = 5
"""Among so many rows the header of a grid is sought."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The ties of a grid as the rows of a table, its header first.

    `causal`: they are influences. `said`: what the grid was.
    """

    rows: tuple[PlacedRow, ...]
    causal: bool
    said: AnyText
    origin: Origin


def _no_header(_text: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class GridReading:
    """How a grid is read.

    `notes` takes in what is noted of a sheet that is a grid. `is_header` says whether a text may be a header of a plain
    table, `name_keys` are the keys of headers of those who answer. `typed`: the numbers come from a workbook.
    """

    notes: Notes
    read: ReadSettings = field(default_factory=ReadSettings)
    is_header: IsHeader = _no_header
    name_keys: Collection[str] = frozenset()
    typed: bool = False

    @classmethod
    def of(cls, vocabulary: Vocabulary, is_header: IsHeader, notes: Notes, read: ReadSettings) -> GridReading:
        """How a grid is read where those who answer are stakeholders of a vocabulary."""
        return cls(notes, read, is_header, name_keys(vocabulary.node("Stakeholder")))


def find_grid(
    rows: Sequence[PlacedRow],
    reading: GridReading,
    causal: bool | None = None,
    shapes: Collection[Shape] = ONE_KIND,
) -> Grid | None:
    """The ties of a sheet that is a grid of one of these shapes; None where it is none.

    `causal` says whether its ties are influences; where it is None, numbers from -1 to 1 that are not all 0 or 1 tell.

    >>> rows = [(1, ["", "A", "B"]), (2, ["A", "0", "2"]), (3, ["B", "", "0"])]
    >>> find_grid(rows, GridReading(Notes("matrix.csv"))).rows
    ((1, ['source', 'target', 'weight']), (2, ['A', 'B', '2']))
    """
    if reading.read.grids == "none":
        return None
    for at, header in enumerate(rows[:_LOOK]):
        ties = GridTies(header, rows[at + 1 :], Notes(reading.notes.file), reading.read, typed=reading.typed)
        if (found := _read(ties, reading, causal, shapes)) is not None:
            note_rows_above(rows[:at], reading.notes)
            reading.notes.take(ties.notes)
            said = Joined([*found, *ties.remarks()], ", ")
            return Grid(ties.table(), ties.causal, said, ties.origin())
        reading.notes.faults += [fault for fault in ties.notes.faults if fault.cause == NOBODY_ANSWERS]
    return None


def _read(ties: GridTies, reading: GridReading, causal: bool | None, shapes: Collection[Shape]) -> list[AnyText] | None:
    """What a grid is that begins at a header, its ties read; None where no grid begins there."""
    if "square" in shapes and is_square(ties):
        return read_square(ties, causal)
    if "survey" in shapes and (asked := asked_about(ties, reading.is_header)):
        return read_roster(ties, asked, reading.name_keys)
    if "survey" in shapes and (column := asked_in_one_cell(ties.header)) is not None:
        return read_roster(ties, {column: ""}, reading.name_keys)
    if "rectangular" in shapes and is_rectangular(ties, reading.is_header):
        return read_rectangular(ties)
    return None


def hints_at_grid(header: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row may be the header of a grid: it asks with whom somebody works, or names rows below it.

    >>> hints_at_grid(["No", "Name", "A"], [["1", "A", "0"]]), hints_at_grid(["Source", "Target"], [["A", "B"]])
    (True, False)
    """
    if count_questions(header) or asked_in_one_cell(header) is not None:
        return True
    rows = {fold_text(cell) for cells in below for cell in cells[:2]} - {""}
    return any(fold_text(text) in rows for text in header)
