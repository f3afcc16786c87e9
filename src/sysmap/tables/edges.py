"""One table of ties as columns, for networks of so many that a row cannot be a thing of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sysmap.errors import DataError, Fault
from sysmap.schema import Vocabulary
from sysmap.tables.cells import choose_parser
from sysmap.tables.checks import check_period
from sysmap.tables.columns import decimal_comma, match_headers, read_column, read_table, wanted_headers
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import clean_text, join_names
from sysmap.tables.ties import tie_headers, tie_table

__all__ = ["Edges", "read_edges"]

READ = ("weight", "since", "until")
"""The fields of a tie that are read; all others say nothing to a measure of the network."""

Column = Sequence[Value | None]


@dataclass(frozen=True, slots=True)
class Edges:
    """Ties as columns: row i joins `names[source[i]]` and `names[target[i]]`; `names` are sorted.

    `weight`, `since` and `until` hold what the file says, row by row, None where it says nothing; a column that the file
    does not have is None itself. `warnings`: what was read all the same, and should be looked at.
    """

    names: tuple[str, ...]
    source: Sequence[int]
    target: Sequence[int]
    weight: Column | None
    since: Column | None
    until: Column | None
    warnings: tuple[Fault, ...]


def read_edges(path: Path, vocabulary: Vocabulary, type: str = "PARTNERS_WITH") -> Edges:
    """The ties of a table whose columns are called as those of ties of this `type` are: source, target, weight ...

    Raises `DataError` with every fault of the file.
    """
    notes, kind = Notes(path.name), vocabulary.tie(type)
    sheet = read_table(path, tie_headers(vocabulary, kind), vocabulary, notes)
    table = tie_table(sheet, kind, vocabulary, notes) if sheet else None
    if not (sheet and table):
        raise DataError(notes.found)
    fields = [field for field in vocabulary.tie_columns(type) if field.name in READ]
    columns = match_headers(sheet, wanted_headers(fields), vocabulary, notes, set(table.columns.values()))
    values = {field.name: read_column(sheet, columns[field.name], choose_parser(field, decimal_comma(sheet)), notes)
              for field in fields if field.name in columns}
    check_period(sheet, values, columns, notes)
    ends = [_ends(sheet, table.columns[end], end, notes) for end in ("source", "target")]
    _say_unread(sheet, {table.columns["source"], table.columns["target"], *columns.values()}, notes)
    faults = tuple(sorted(notes.found))
    if any(fault.level == "error" for fault in faults):
        raise DataError(faults)
    names = sorted({name for end in ends for name in end})
    place = {name: at for at, name in enumerate(names)}
    source, target = ([place[name] for name in end] for end in ends)
    return Edges(tuple(names), source, target, values.get("weight"), values.get("since"), values.get("until"), faults)


def _ends(sheet: Sheet, index: int, end: str, notes: Notes) -> list[str]:
    """The names in a column, each distinct cell cleaned once; a blank one is a fault."""
    cells = sheet.column(index)
    names = {cell: clean_text(cell).strip() for cell in set(cells)}
    found = [names[cell] for cell in cells]
    if not all(names.values()):
        for line, name in zip(sheet.lines, found, strict=True):
            if not name:
                notes.error(line, index + 1, f"{end} is blank", "write whom the tie joins, or take the row out")
    return found


def _say_unread(sheet: Sheet, read: set[int], notes: Notes) -> None:
    unread = [header for index, header in enumerate(sheet.header) if header and index not in read]
    if unread:
        notes.warning(sheet.header_line, 0, f"not read: {join_names(unread)}", "nothing to do: a measure of the network asks for source, target, weight, since and until")
