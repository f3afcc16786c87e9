"""The values of a file's columns: its table, and each of its columns read cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sysmap.errors import Fault
from sysmap.messages import AnyText, Message, plural
from sysmap.schema import Vocabulary
from sysmap.tables.cells import Cell, Parse, extra_parser
from sysmap.tables.ends import may_be_end
from sysmap.tables.headers import known_header
from sysmap.tables.notes import Notes
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import Value
from sysmap.tables.sheets import READ_PLAINLY, Sheet, read_bytes, read_sheet, read_table_in
from sysmap.tables.sources.port import Cells
from sysmap.tables.text import plain_header

__all__ = ["decimal_comma", "read_column", "read_table"]


_MORE_LINES = plural("(and {n} more line)", "(and {n} more lines)")
_MORE_VALUES = plural("(and {n} more value)", "(and {n} more values)")

_GROUPS = 20
"""How many unknown values of a column are noted one by one."""


def read_table(
    path: Path,
    headers: Iterable[str],
    vocabulary: Vocabulary,
    notes: Notes,
    read: ReadSettings = READ_PLAINLY,
    *,
    cells: Cells | None = None,
) -> Sheet | None:
    """The sheet of a file whose columns may have these headers, the user's own synonyms, or are ends of a tie.

    `cells` are those of the sheet where they have been read already. None, with a note, where there is no sheet.
    """
    keys = {*headers, *map(plain_header, vocabulary.header_synonyms)}

    def is_header(text: str) -> bool:
        return known_header(text, keys) or may_be_end(text)

    if cells is not None:
        return read_table_in(cells, notes, is_header, read)
    data = read_bytes(path, notes)
    return None if data is None else read_sheet(data, notes, is_header, read)


def decimal_comma(sheet: Sheet) -> bool:
    """Whether a comma in a number may be the decimal mark: only where it is not the delimiter."""
    return sheet.delimiter != ","


def read_column(sheet: Sheet, index: int, parse: Parse | None, notes: Notes) -> list[Value | None]:
    """The values of a column, row by row; each distinct cell is read once.

    `parse` None means a column of the user's own.

    Every cell with an error is noted. Warnings of one group are noted once, on their first line, with the number of the
    others.
    """
    cells = sheet.column(index)
    distinct = set(cells)
    parse = parse or extra_parser(distinct, decimal_comma(sheet))
    parsed = {cell: parse(cell) for cell in distinct}
    if any(cell.cause for cell in parsed.values()):
        _note_cells(sheet, index, [parsed[cell] for cell in cells], notes)
    values = {raw: cell.value for raw, cell in parsed.items()}
    return [values[cell] for cell in cells]


def _note_cells(sheet: Sheet, index: int, cells: Sequence[Cell], notes: Notes) -> None:
    groups: dict[str, tuple[Cell, list[int]]] = {}
    # A cell that is wrong on many lines is the same fault but for its line.
    errors: dict[int, Fault] = {}
    place = index + 1, sheet.header[index]
    for line, cell in zip(sheet.lines, cells, strict=True):
        if cell.cause and cell.level == "error":
            fault = errors.get(id(cell)) or errors.setdefault(id(cell), cell.fault(notes.file, line, *place))
            notes.faults.append(replace(fault, line=line))
        elif cell.cause:
            groups.setdefault(cell.group, (cell, []))[1].append(line)
    each = list(groups.values())
    for cell, lines in each[:_GROUPS]:
        notes.faults.append(cell.fault(notes.file, lines[0], *place, _more(_MORE_LINES, len(lines) - 1)))
    if each[_GROUPS:]:
        cell, lines = each[_GROUPS]
        notes.faults.append(cell.fault(notes.file, lines[0], *place, _more(_MORE_VALUES, len(each) - _GROUPS - 1)))


def _more(text: Message, count: int) -> AnyText:
    return text.counted(count) if count else ""
