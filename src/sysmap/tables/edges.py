"""One table of ties as columns, for networks so large that an object for each row would take too much memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sysmap.errors import Cause, DataError, Fault
from sysmap.messages import Listing
from sysmap.schema import Vocabulary
from sysmap.tables.cells import choose_parser
from sysmap.tables.checks import check_period
from sysmap.tables.columns import decimal_comma, read_column, read_table
from sysmap.tables.headers import match_headers, terms_of, wanted_headers
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import Term
from sysmap.tables.text import clean_text, list_some
from sysmap.tables.tie_columns import note_directions, tie_headers, tie_table, ways

__all__ = ["Edges", "read_edges"]

BLANK_NAME = Cause("F106", "{header} is blank", "write whom the tie joins, or take the row out")
NOT_READ = Cause("F107", "not read: {headers}", "nothing to do: a measure of the network asks for {columns}")

READ = ("weight", "since", "until")
"""The fields of a tie that are read; measures of the network do not use any other."""

Column = Sequence[Value | None]


@dataclass(frozen=True, slots=True)
class Edges:
    """Ties as columns: row i joins `names[source[i]]` and `names[target[i]]`; `names` are sorted.

    `weight`, `since` and `until` hold what the file says, row by row, None where it says nothing; a column that the
    file does not have is None itself. `warnings` are what was read all the same, and should be looked at.
    """

    names: tuple[str, ...]
    source: Sequence[int]
    target: Sequence[int]
    weight: Column | None
    since: Column | None
    until: Column | None
    warnings: tuple[Fault, ...]


def read_edges(path: Path, vocabulary: Vocabulary, type: str = "PARTNERS_WITH") -> Edges:
    """The ties of a table that has the columns of ties of this `type`: source, target, weight ...

    Raises `DataError` with every fault of the file.
    """
    notes, kind = Notes(path.name), vocabulary.tie(type)
    sheet = read_table(path, tie_headers(vocabulary, kind), vocabulary, notes)
    table = tie_table(sheet, kind, vocabulary, notes) if sheet else None
    if not (sheet and table):
        raise DataError(notes.faults)
    if said := ways(table):
        note_directions(table, "one" in said, False, notes)
    fields = [field for field in vocabulary.tie_columns(type) if field.name in READ]
    columns = match_headers(sheet, wanted_headers(fields), vocabulary, notes, set(table.columns.values()))
    values = {
        field.name: read_column(sheet, columns[field.name], choose_parser(field, decimal_comma(sheet)), notes)
        for field in fields
        if field.name in columns
    }
    check_period(sheet, values, columns, notes)
    ends = [_ends(sheet, table.columns[end], notes) for end in ("source", "target")]
    terms = terms_of(
        wanted_headers([*(field for field in vocabulary.headers if field.name in ("source", "target")), *fields])
    )
    _note_unread(
        sheet, {table.columns["source"], table.columns["target"], *columns.values()}, tuple(terms.values()), notes
    )
    faults = tuple(sorted(notes.faults))
    if any(fault.level == "error" for fault in faults):
        raise DataError(faults)
    names = sorted({name for end in ends for name in end})
    indexes = {name: index for index, name in enumerate(names)}
    source, target = ([indexes[name] for name in end] for end in ends)
    return Edges(tuple(names), source, target, values.get("weight"), values.get("since"), values.get("until"), faults)


def _ends(sheet: Sheet, index: int, notes: Notes) -> list[str]:
    """The names in a column, row by row, each distinct cell cleaned once; a blank one is a fault."""
    cells = sheet.column(index)
    names = {cell: clean_text(cell).strip() for cell in set(cells)}
    column = [names[cell] for cell in cells]
    if not all(names.values()):
        for line, name in zip(sheet.lines, column, strict=True):
            if not name:
                notes.error(line, index + 1, BLANK_NAME, header=sheet.header[index])
    return column


def _note_unread(sheet: Sheet, read: set[int], asked: Sequence[Term], notes: Notes) -> None:
    unread = [header for index, header in enumerate(sheet.header) if header and index not in read]
    if unread:
        notes.warning(sheet.header_line, 0, NOT_READ, headers=list_some(unread), columns=Listing(asked))
