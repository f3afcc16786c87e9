"""The row of a table that a message is about, as a terminal shows it: the faulty cell is pointed at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sysmap.errors import Fault
    from sysmap.tables.notes import Notes
    from sysmap.tables.sheets import Sheet

__all__ = ["Tables", "source_lines"]

Tables: TypeAlias = "Mapping[str, tuple[Sheet, Notes]]"
"""The tables that were read, with what was noted of each, by their known files."""

HIDDEN = "···"
"""What stands for a cell of a personal column."""
LONGEST_CELL = 40
NARROW = 40
"""On a terminal that is narrower, no row is shown."""
MORE = "…"


def source_lines(fault: Fault, tables: Tables, width: int) -> list[str]:
    """The row that a fault is about and a line that points at its cell, at most `width` characters wide.

    No lines where the fault is about a
    whole file, where its row is not in the table, or where the terminal is too narrow.
    """
    place = next(((sheet, notes) for sheet, notes in tables.values() if notes.file == fault.file), None)
    if place is None or width < NARROW or not fault.column:
        return []
    sheet, notes = place
    if fault.line == sheet.header_line:
        row, hidden = list(sheet.origin.header[1] if sheet.origin else sheet.header), frozenset[int]()
    elif sheet.origin:
        row, hidden = dict(sheet.origin.rows).get(fault.line, []), frozenset(notes.personal)
    elif fault.line in sheet.lines:
        row, hidden = sheet.rows[sheet.lines.index(fault.line)], frozenset(notes.personal)
    else:
        return []
    return _draw(row, fault, hidden, width) if fault.column <= len(row) else []


def _draw(row: list[str], fault: Fault, hidden: Collection[int], width: int) -> list[str]:
    cells = [HIDDEN if at in hidden else _shown(cell) for at, cell in enumerate(row, 1)]
    separator = " | "
    start = sum(len(cell) + len(separator) for cell in cells[: fault.column - 1])
    number = f"{fault.line:>6} | "
    room = width - len(number) - 1
    text, left = separator.join(cells), 0
    end = start + max(1, len(cells[fault.column - 1]))
    if end > room:
        left = min(start, end - room + len(MORE))
    shown = (MORE if left else "") + text[left + (len(MORE) if left else 0) : left + room]
    pointer = " " * (start - left) + "^" * min(end - start, room - (start - left))
    return [number + shown, " " * len(number) + pointer]


def _shown(cell: str) -> str:
    """A cell on one line, signs that cannot be printed spelled out, cut where it is long."""
    plain = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in cell.strip())
    return plain if len(plain) <= LONGEST_CELL else plain[: LONGEST_CELL - len(MORE)] + MORE
