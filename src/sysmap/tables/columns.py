"""Which column of a file is which: headers in both languages, the user's own, and what is left over."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sysmap.schema import OURS, RESERVED, Field, Ref, Vocabulary
from sysmap.tables.cells import Cell, Parse, extra_parser
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Value
from sysmap.tables.sheets import Sheet, read_bytes, read_sheet
from sysmap.tables.text import plain_header, show_cell

__all__ = ["TYPE_HEADERS", "Wanted", "decimal_comma", "extra_columns", "match_headers", "read_column", "read_table", "spelled", "wanted_headers"]

TYPE_HEADERS = frozenset(("type", "tipe", "jenis", "kategori", "category"))
"""Headers whose meaning their values decide: kind, sector, relation or direction."""
_NEAR = 0.75
_SHORTEST = 4
_GROUPS = 20
"""How many unknown values of a column are said one by one."""


class Wanted(NamedTuple):
    """A column that a file may have: its name, the keys of all headers that mean it, and of its titles in every language."""

    name: str
    spellings: frozenset[str]
    titles: frozenset[str] = frozenset()


def wanted_headers(declared: Iterable[Field | Ref]) -> list[Wanted]:
    """The columns that fields and reference columns ask for, the nearer ones first."""
    return [Wanted(one.column if isinstance(one, Ref) else one.name, one.spellings, one.titles) for one in declared]


def spelled(columns: Sequence[Wanted]) -> dict[str, str]:
    """Spelling -> column name; the nearer column wins, and a spelling before a title."""
    titles = {key: column.name for column in reversed(columns) for key in column.titles}
    return titles | {key: column.name for column in reversed(columns) for key in column.spellings}


def read_table(path: Path, headers: Iterable[str], vocabulary: Vocabulary, notes: Notes) -> Sheet | None:
    """The sheet of a file whose columns may be called so, or by the user's own synonyms; None, noted, where there is none."""
    data = read_bytes(path, notes)
    keys = {*headers, *map(plain_header, vocabulary.header_synonyms)}
    return None if data is None else read_sheet(data, notes, lambda header: plain_header(header) in keys)


def match_headers(sheet: Sheet, columns: Sequence[Wanted], vocabulary: Vocabulary, notes: Notes,
                  taken: Collection[int] = ()) -> dict[str, int]:
    """Column name -> index in the sheet; two headers that mean one column with equal right are a fault.

    The user's own synonyms come first, then a column's own name, then its synonyms; `taken` are spoken for.
    """
    # Three rounds, so that a column `kind` is never given away to `relation`, which goes by that name too.
    free = {i: plain_header(header) for i, header in enumerate(sheet.header) if header and i not in taken}
    own = {plain_header(header): column for header, column in vocabulary.header_synonyms.items()}
    names = {plain_header(column.name): column.name for column in columns}
    known = {column.name for column in columns}
    found: dict[str, int] = {}
    _take(free, {key: name for key, name in own.items() if name in known}, found, sheet, notes)
    _take(free, names, found, sheet, notes)
    _take(free, spelled([column for column in columns if column.name not in found]), found, sheet, notes)
    return found


def _take(free: dict[int, str], names: Mapping[str, str], found: dict[str, int], sheet: Sheet, notes: Notes) -> None:
    """Move the headers that `names` knows from `free` to `found`; what an earlier round has found is left free."""
    before = set(found)
    for index, key in list(free.items()):
        name = names.get(key)
        if name is None or name in before:
            continue
        del free[index]
        if name in found:
            other = sheet.header[found[name]]
            notes.error(sheet.header_line, index + 1, f"columns {show_cell(other)} and {show_cell(sheet.header[index])} both mean {name}",
                        "keep one of them, or rename the other")
        else:
            found[name] = index


def extra_columns(sheet: Sheet, taken: Collection[int], known: Mapping[str, str], notes: Notes) -> dict[str, int]:
    """The user's own columns, property name -> index; what cannot be one is noted.

    `known` maps the spellings this file knows to columns.
    """
    found: dict[str, int] = {}
    for index, header in enumerate(sheet.header):
        if index in taken:
            continue
        if not header:
            _headless(sheet, index, notes)
        elif header.casefold() in RESERVED or header.casefold().startswith(OURS):
            notes.error(sheet.header_line, index + 1, f"a column may not be called {show_cell(header)}: sysmap uses that name itself", "rename the column")
        elif header in found:
            notes.error(sheet.header_line, index + 1, f"two columns are called {show_cell(header)}", "rename one of them")
        else:
            found[header] = index
            _near(sheet, index, known, notes)
    return found


def _headless(sheet: Sheet, index: int, notes: Notes) -> None:
    line = next((line for line, row in zip(sheet.lines, sheet.rows, strict=True) if row[index].strip()), 0)
    if line:
        notes.warning(line, index + 1, f"column {index + 1} has no header; its values were left out", "give it a header, or take it out")


def _near(sheet: Sheet, index: int, known: Mapping[str, str], notes: Notes) -> None:
    header = sheet.header[index]
    key = plain_header(header)
    if key in known:
        notes.warning(sheet.header_line, index + 1, f"{show_cell(header)} means a column that is there already; it was kept as a property of its own",
                      "rename it if it is something else")
        return
    close = difflib.get_close_matches(key, sorted(known), 1, _NEAR) if len(key) >= _SHORTEST else []
    if close:
        notes.warning(sheet.header_line, index + 1, f"{show_cell(header)} is no known column; it was kept as a property of its own",
                      f"did you mean {known[close[0]]}?")


def decimal_comma(sheet: Sheet) -> bool:
    """Whether a comma in a number may be the decimal mark: only where it is not the delimiter."""
    return sheet.delimiter != ","


def read_column(sheet: Sheet, index: int, parse: Parse | None, notes: Notes) -> list[Value | None]:
    """The values of a column, each distinct cell read once; `parse` None means a column of the user's own.

    Every faulty cell is noted; warnings of one group once, with the first line and how many more there are.
    """
    cells = sheet.column(index)
    distinct = set(cells)
    parse = parse or extra_parser(distinct, decimal_comma(sheet))
    read = {cell: parse(cell) for cell in distinct}
    if any(cell.problem for cell in read.values()):
        _note_cells(sheet, index, [read[cell] for cell in cells], notes)
    values = {raw: cell.value for raw, cell in read.items()}
    return [values[cell] for cell in cells]


def _note_cells(sheet: Sheet, index: int, cells: Sequence[Cell], notes: Notes) -> None:
    groups: dict[str, tuple[Cell, list[int]]] = {}
    header = sheet.header[index]
    for line, cell in zip(sheet.lines, cells, strict=True):
        if cell.problem and cell.level == "error":
            notes.error(line, index + 1, f"{header}: {cell.problem}", cell.advice())
        elif cell.problem:
            groups.setdefault(cell.group, (cell, []))[1].append(line)
    each = list(groups.values())
    for cell, lines in each[:_GROUPS]:
        notes.warning(lines[0], index + 1, f"{header}: {cell.problem}{_more(len(lines) - 1, 'line')}", cell.advice())
    if each[_GROUPS:]:
        cell, lines = each[_GROUPS]
        notes.warning(lines[0], index + 1, f"{header}: {cell.problem}{_more(len(each) - _GROUPS - 1, 'value')}", cell.advice())


def _more(count: int, what: str) -> str:
    return f" (and {count} more {what}{'s' if count > 1 else ''})" if count else ""
