"""The columns of a file to values: each is read as it proves it is written, and cells may speak of their neighbours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sysmap.errors import Cause, Fault
from sysmap.messages import AnyText, Message
from sysmap.schema import Field, Vocabulary
from sysmap.tables.cell import Cell, Habits, quote
from sysmap.tables.cells import OWN, WRONG_ENCODING, choose_parser, extra_parser
from sysmap.tables.checks import check_period
from sysmap.tables.ends import may_be_end
from sysmap.tables.evidence import date_order, decimal_marks
from sysmap.tables.headers import known_header
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import markers
from sysmap.tables.numbers import Marks
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import Value
from sysmap.tables.sheets import READ_PLAINLY, Sheet, read_bytes, read_sheet, read_table_in
from sysmap.tables.sources.port import Cells
from sysmap.tables.text import clean_text, mend_text, plain_header, show_cell

__all__ = ["Columns", "find_marks", "note_encoding", "read_fields", "read_own", "read_table"]

TWO_ENDS = Cause(
    "F210",
    "{value} says something else of {other} than that column does; the column was followed",
    "correct one of the two",
)
TWO_SIGNS = Cause(
    "F211", "{value} is negative, and {other} says {sign}; the value counts as not known", "correct one of the two"
)

_UNDERSTOOD: Mapping[str, Message] = {
    "spans": Message("{header}: a span of time gives its beginning and its end"),
    "serials": Message("{header}: day numbers of Excel are read as dates"),
    "words": Message("{header}: words are read as numbers from 1 (very low) to {high} (very high)"),
    "percents": Message("{header}: percentages are read"),
    "signs": Message("{header}: the sign of a number is the direction of the effect, its size the strength"),
    "minus": Message("{header}: a negative number is an effect in the opposite direction"),
}

_NUMBERS = ("integer", "number")

Columns = dict[str, Sequence[Value | None]]
"""Property name -> its values, row by row."""


@dataclass(slots=True)
class _Column:
    """A column while its sheet is read: its cells, what each distinct one says, and what neighbours said of it."""

    index: int
    header: str
    declared: Field
    cells: Sequence[str]
    parsed: Mapping[str, Cell]
    changed: dict[int, Cell] = field(default_factory=dict)

    def cell(self, row: int) -> Cell:
        return self.changed.get(row) or self.parsed[self.cells[row]]

    def rows(self) -> Iterator[tuple[int, Cell]]:
        """The rows whose cells say more than a value."""
        special = {text for text, cell in self.parsed.items() if cell.cause or cell.also or cell.unread}
        if special or self.changed:
            for row, text in enumerate(self.cells):
                if text in special or row in self.changed:
                    yield row, self.cell(row)

    def values(self) -> list[Value | None]:
        values = {text: cell.value for text, cell in self.parsed.items()}
        column = [values[text] for text in self.cells]
        for row, cell in self.changed.items():
            column[row] = cell.value
        return column

    def written(self) -> list[Value | None]:
        """What was written in the cells that could not be read; empty where all could, or where it is personal."""
        if self.declared.sensitivity == "personal":
            return []
        unread = {row: self.cells[row].strip() for row, cell in self.rows() if cell.unread}
        return [unread.get(row) for row in range(len(self.cells))] if unread else []


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


def find_marks(
    sheet: Sheet, found: Mapping[str, int], fields: Mapping[str, Field], own: Collection[int], notes: Notes
) -> Marks:
    """The decimal mark of a sheet. `found` are its declared columns by name, `own` those of the user's own."""
    numbers = {i: fields[name] for name, i in found.items() if name in fields and fields[name].type in _NUMBERS}
    return decimal_marks(sheet, numbers, own, notes)


def read_fields(
    sheet: Sheet,
    found: Mapping[str, int],
    fields: Mapping[str, Field],
    notes: Notes,
    marks: Marks,
    *,
    rows: Sequence[int] | None = None,
    old: Collection[str] = (),
) -> Columns:
    """The values of the declared columns of a sheet, row by row, and beside them what could not be read.

    Only the chosen `rows` are read, though all of them prove how a column is written. The dates of the fields in `old`
    may lie before 1900.
    """
    part = sheet if rows is None else sheet.select_rows(rows)
    columns = {
        name: _parse(
            part, index, fields[name], _habits(sheet, index, fields[name], Habits(marks, old=name in old), notes)
        )
        for name, index in found.items()
        if name in fields and name != "id"
    }
    _spread(part, columns, fields)
    for column in columns.values():
        _note_cells(part, column, notes)
    values = _values(part, columns)
    check_period(part, values, found, notes)
    return values


def read_own(sheet: Sheet, extras: Mapping[str, int], notes: Notes, marks: Marks) -> Columns:
    """The values of the user's own columns."""
    habits = Habits(marks=marks, nothing=markers(sheet.read))
    columns: dict[str, _Column] = {}
    for name, index in extras.items():
        cells = sheet.column(index)
        distinct = set(cells)
        parse = extra_parser(distinct, habits)
        columns[name] = _Column(index, sheet.header[index], OWN, cells, {cell: parse(cell) for cell in distinct})
        _note_cells(sheet, columns[name], notes)
        if index + 1 in notes.personal:
            # What could not be read there is kept nowhere else.
            columns[name].declared = replace(OWN, sensitivity="personal")
    return _values(sheet, columns)


def _values(sheet: Sheet, columns: Mapping[str, _Column]) -> Columns:
    """The values of all columns, and what was written where one could not be read."""
    taken = {header.casefold() for header in sheet.header} | {name.casefold() for name in columns}
    values: Columns = {}
    for name, column in columns.items():
        values[name] = column.values()
        if written := column.written():
            values[_free(f"{name}_written", taken)] = written
    return values


def _free(name: str, taken: Collection[str]) -> str:
    """A name that no column of the user's has."""
    number, free = 1, name
    while free.casefold() in taken:
        number, free = number + 1, f"{name}_{number + 1}"
    return free


def _habits(sheet: Sheet, index: int, field: Field, habits: Habits, notes: Notes) -> Habits:
    """What a whole column proves of how its cells are written, beside what is known of its file."""
    nothing = markers(sheet.read)
    order = date_order(sheet, index, notes) if field.type == "date" else ""
    none = nothing.none_in(sheet.column(index)) if field.many else frozenset[str]()
    return replace(habits, order=order, nothing=nothing, none=none)


def _parse(sheet: Sheet, index: int, field: Field, habits: Habits) -> _Column:
    cells = sheet.column(index)
    parse = choose_parser(field, habits)
    parsed = {cell: parse(cell) for cell in set(cells)}
    if field.type == "date" and all(cell.habit == "serials" for text, cell in parsed.items() if text.strip()):
        # In a column of day numbers alone they are no slip.
        parsed = {text: cell._replace(cause=None) for text, cell in parsed.items()}
    return _Column(index, sheet.header[index], field, cells, parsed)


def _spread(sheet: Sheet, columns: dict[str, _Column], fields: Mapping[str, Field]) -> None:
    """Give the neighbours of a cell what it says of them; a neighbour that speaks for itself is followed."""
    for column in list(columns.values()):
        for row, cell in list(column.rows()):
            for other, value in cell.also.items():
                if other not in fields:
                    continue
                target = columns.get(other) or columns.setdefault(other, _empty(sheet, fields[other]))
                said = target.cell(row)
                if said.value is None and not said.unread:
                    target.changed[row] = Cell(value)
                elif said.value != value:
                    column.changed[row] = _conflict(column, row, target, said)


def _empty(sheet: Sheet, field: Field) -> _Column:
    """A column that the file does not have."""
    return _Column(-1, field.name, field, [""] * len(sheet.rows), {"": Cell(None)})


def _conflict(column: _Column, row: int, target: _Column, said: Cell) -> Cell:
    """A cell that speaks against its neighbour."""
    cell, value = column.cell(row), quote(column.declared, column.cells[row].strip())
    values: dict[str, object] = {"value": value, "other": target.header}
    if cell.habit == "minus":
        return Cell(None, TWO_SIGNS, {**values, "sign": str(said.value)}, unread=True)
    return cell._replace(cause=cell.cause or TWO_ENDS, values={**cell.values, **values}, also={})


def _note_cells(sheet: Sheet, column: _Column, notes: Notes) -> None:
    # A cell that is wrong on many lines is the same fault but for its line.
    faults: dict[int, Fault] = {}
    for row, cell in column.rows():
        if cell.cause:
            line = sheet.lines[row]
            fault = faults.get(id(cell)) or faults.setdefault(
                id(cell), cell.fault(notes.file, line, column.index + 1, column.header)
            )
            notes.faults.append(replace(fault, line=line))
    for habit in sorted({cell.habit for cell in column.parsed.values() if cell.habit}):
        if habit != "serials" or not any(cell.cause for cell in column.parsed.values()):
            high = f"{column.declared.high:g}" if column.declared.high is not None else ""
            notes.understand(_UNDERSTOOD[habit].filled(header=column.header, high=high))


def note_encoding(sheet: Sheet, index: int, notes: Notes) -> None:
    """Note the names in a column that were saved in a wrong encoding."""
    cells = sheet.column(index)
    if "".join(cells).isascii():
        return
    mended: dict[str, str] = {cell: text for cell in set(cells) if (text := mend_text(cell))}
    if mended:
        for line, cell in zip(sheet.lines, cells, strict=True):
            if cell in mended:
                values: dict[str, AnyText] = {
                    "value": show_cell(clean_text(cell)),
                    "mended": show_cell(clean_text(mended[cell])),
                }
                notes.warning(line, index + 1, WRONG_ENCODING, **values)
