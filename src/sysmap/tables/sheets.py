"""A table's file to a header and rows: where the header stands, how wide the rows are, with their physical line numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sysmap.tables.sources  # noqa: F401  its files register what reads them
from sysmap.tables.notes import Notes
from sysmap.tables.sources.port import Cells, IsHeader, Row, read_cells
from sysmap.tables.text import join_names, show_cell

__all__ = ["Sheet", "read_bytes", "read_sheet"]

_LOOK = 20
"""How many rows are looked at to find the header."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `rows[i]` stands on physical line `lines[i]` (where it begins) and is as wide as `header`."""

    file: str
    header: tuple[str, ...]
    header_line: int
    lines: Sequence[int]
    rows: Sequence[list[str]]
    delimiter: str = ","

    def column(self, index: int) -> list[str]:
        """All cells of a column, as written."""
        return [row[index] for row in self.rows]

    def only(self, chosen: Sequence[int]) -> Sheet:
        """The sheet with the chosen rows only."""
        lines, rows = [self.lines[i] for i in chosen], [self.rows[i] for i in chosen]
        return Sheet(self.file, self.header, self.header_line, lines, rows, self.delimiter)


def read_bytes(path: Path, notes: Notes) -> bytes | None:
    """What a file holds; None, noted, where the system refuses."""
    try:
        return path.read_bytes()
    except OSError as error:
        notes.error(0, 0, f"cannot be read: {error.strerror or error}", "check that it is a file you may read, and that no program holds it open")
        return None


def read_sheet(data: bytes, notes: Notes, is_header: IsHeader) -> Sheet | None:
    r"""The table in a file's bytes, or None where there is none; faults go to `notes`.

    `is_header` knows the headers that may stand here: by them the header row is found.

    >>> sheet = read_sheet(b"Daftar 2024\nid;name\nS1;Bappeda\n", Notes("a.csv"), {"id", "name"}.__contains__)
    >>> sheet.header, sheet.lines, sheet.rows
    (('id', 'name'), [3], [['S1', 'Bappeda']])
    """
    sheets = read_cells(data, notes, is_header)
    return _below_header(sheets[0], notes, is_header) if sheets else None


def _below_header(cells: Cells, notes: Notes, is_header: IsHeader) -> Sheet | None:
    rows = cells.rows
    head = _header_index(rows[:_LOOK], is_header)
    if head is None:
        notes.error(0, 0, "is empty: there is not even a header row", "write a header row, or take the file away")
        return None
    if head:
        above = join_names(line for line, _ in rows[:head])
        notes.warning(rows[0][0], 0, f"the rows above the header were skipped (line {above})", "nothing to do, or take them out")
    return _sheet(rows[head:], cells.delimiter, notes)


def _header_index(rows: Sequence[Row], is_header: IsHeader) -> int | None:
    """The first row with two known headers, or with one, or just the first."""
    if not rows:
        return None
    known = [sum(map(is_header, cells)) for _, cells in rows]
    return next((i for wanted in (2, 1) for i, count in enumerate(known) if count >= wanted), 0)


def _sheet(rows: Sequence[Row], delimiter: str, notes: Notes) -> Sheet:
    (header_line, first), body = rows[0], rows[1:]
    header = [" ".join(cell.split()) for cell in first]
    # Spreadsheets save the blank columns on the right as well.
    while not header[-1]:
        header.pop()
    width, lines, kept = len(header), [], []
    for line, cells in body:
        if len(cells) > width and _overfull(cells, width, line, notes):
            continue
        lines.append(line)
        kept.append(cells if len(cells) == width else (cells + [""] * (width - len(cells)))[:width])
    return Sheet(notes.file, tuple(header), header_line, lines, kept, delimiter)


def _overfull(cells: Sequence[str], width: int, line: int, notes: Notes) -> bool:
    column = next((i for i, cell in enumerate(cells[width:], width + 1) if cell and not cell.isspace()), 0)
    if column:
        problem = f"has {show_cell(cells[column - 1])} in field {column}, but the header has {width} columns"
        notes.error(line, column, problem, "put a text that holds the delimiter between quotes, or name the column in the header")
    return bool(column)
