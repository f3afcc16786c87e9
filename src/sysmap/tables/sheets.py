"""The file of a table to its header and its rows, each with its physical line number and as wide as the header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import sysmap.tables.sources  # noqa: F401  its files register what reads them
from sysmap.errors import Cause
from sysmap.messages import Listing, Message, Number, plural
from sysmap.tables.notes import Notes
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.shapes.foot import without_foot
from sysmap.tables.shapes.headless import headers_for, lacks_header
from sysmap.tables.shapes.tags import headers_by_tags, is_tag_row
from sysmap.tables.sources.packages import LARGEST, TOO_LARGE, Unreadable
from sysmap.tables.sources.port import Cells, IsHeader, Origin, PlacedRow, read_cells
from sysmap.tables.sources.workbooks import WORKBOOKS
from sysmap.tables.text import fold_text, list_some, show_cell

__all__ = [
    "EXAMPLE",
    "READ_PLAINLY",
    "TOO_WIDE",
    "Sheet",
    "note_rows_above",
    "read_bytes",
    "read_sheet",
    "read_table_in",
]

UNREADABLE_FILE = Cause(
    "F007", "cannot be read: {reason}", "check that it is a file you may read, and that no program holds it open"
)
EMPTY_FILE = Cause("F008", "is empty: there is not even a header row", "write a header row, or take the file away")
ROWS_ABOVE = Cause("F009", "the rows above the header were skipped: {lines}", "nothing to do, or take them out")
TOO_WIDE = Cause(
    "F010",
    "has {value} in field {number}, but the header has {columns}",
    "put a text that holds {delimiter} between quotes, or name the column in the header",
)

EXAMPLE = Message("(example)")
"""What the first cell of a template's example begins with, in any language."""
_NO_EXAMPLE = Message("without the example row")
NO_HEADER_ROW = Cause(
    "F260",
    "no word of this row is a known header, and it looks like the rows below: it was read as data, {columns}",
    'say header = "none" under [read] in sysmap.toml, or header = "first" if it is the header after all',
)

_NO_HEADER = Message("no header: {columns}")
_COLUMN = Message("column {number} is {column}")
_COLUMNS = plural("{n} column", "{n} columns")
_LINES = plural("line {lines}", "lines {lines}")

READ_PLAINLY = ReadSettings()
_LOOK = 20
"""How many rows are looked at to find the header."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `rows[i]` stands on physical line `lines[i]` (where it begins) and is as wide as `header`.

    `read` says how its cells are to be read where they do not prove it themselves. `beyond` are the cells of rows that
    are wider than the header, by line; such a row is no row of the table, unless its last column is a list. `typed`:
    its numbers come from a workbook, so that their points are no habit of whoever wrote them. `origin` is the grid whose
    ties its rows are, as `Cells` has it.
    """

    file: str
    header: tuple[str, ...]
    header_line: int
    lines: Sequence[int]
    rows: Sequence[list[str]]
    delimiter: str = ","
    typed: bool = False
    read: ReadSettings = field(default_factory=ReadSettings)
    beyond: Mapping[int, Sequence[str]] = field(default_factory=dict)
    origin: Origin | None = None

    def column(self, index: int) -> list[str]:
        """All cells of a column, as written."""
        return [row[index] for row in self.rows]

    def count_rows(self) -> int:
        """How many rows below the header the file has."""
        return len(self.origin.rows) if self.origin else len(self.rows) + len(self.beyond)

    def select_rows(self, chosen: Sequence[int]) -> Sheet:
        """The sheet with the chosen rows only."""
        return replace(self, lines=[self.lines[i] for i in chosen], rows=[self.rows[i] for i in chosen])

    def with_wide_rows(self) -> Sheet:
        """The sheet with the rows that are wider than the header, in their places; `beyond` keeps what is too much."""
        width = len(self.header)
        wide = [(line, list(cells[:width])) for line, cells in self.beyond.items()]
        placed = sorted([*zip(self.lines, self.rows, strict=True), *wide], key=lambda row: row[0])
        return replace(self, lines=[line for line, _ in placed], rows=[cells for _, cells in placed])


def read_bytes(path: Path, notes: Notes) -> bytes | None:
    """The bytes of a file; None, with a note, where the system refuses to read it, or it is a huge workbook."""
    try:
        if path.suffix.casefold() in WORKBOOKS and path.stat().st_size > LARGEST:
            notes.faults.append(Unreadable(TOO_LARGE, Number(LARGEST // 2**20)).fault(notes.file))
            return None
        return path.read_bytes()
    except OSError as error:
        notes.error(0, 0, UNREADABLE_FILE, reason=error.strerror or error)
        return None


def read_sheet(data: bytes, notes: Notes, is_header: IsHeader, read: ReadSettings = READ_PLAINLY) -> Sheet | None:
    r"""The table in a file's bytes, or None where there is none; faults go to `notes`.

    `is_header` says whether a text may be a header in this file: so the header row is found, and the sheet where there
    are several. `read` goes with the sheet.

    >>> sheet = read_sheet(b"Daftar 2024\nid;name\nS1;Bappeda\n", Notes("a.csv"), {"id", "name"}.__contains__)
    >>> sheet.header, sheet.lines, sheet.rows
    (('id', 'name'), [3], [['S1', 'Bappeda']])
    """
    sheets = read_cells(data, notes, is_header)
    if not sheets:
        return None
    cells = max(sheets, key=lambda cells: _known_headers(cells.rows[:_LOOK], is_header))
    if cells.notes:
        notes.take(cells.notes)
    return read_table_in(cells, notes, is_header, read)


def _known_headers(rows: Sequence[PlacedRow], is_header: IsHeader) -> int:
    """How many known headers the row has that has most of them."""
    return max((sum(map(is_header, cells)) for _, cells in rows), default=0)


def read_table_in(cells: Cells, notes: Notes, is_header: IsHeader, read: ReadSettings = READ_PLAINLY) -> Sheet | None:
    """The table in the cells of a sheet, or None where there is none. The other arguments are those of `read_sheet`."""
    if cells.origin:
        return replace(
            _sheet(cells.rows[0], cells.rows[1:], cells.delimiter, notes), read=read, typed=True, origin=cells.origin
        )
    head = _find_head(cells.rows, is_header, read)
    if head is None:
        notes.error(0, 0, EMPTY_FILE)
        return None
    rows, at = cells.rows, head.index
    note_rows_above(rows[:at], notes)
    line, header = rows[at]
    if head.tags is not None:
        # Tags that are the first row are the header as well.
        header = headers_by_tags([] if head.tags == at else header, rows[head.tags][1], is_header, notes)
    header = headers_for(rows, is_header) if head.is_data else _clean_header(header)
    if head.is_data:
        _ask_for_header(line, header, notes, read)
    first = at if head.is_data else 1 + (at if head.tags is None else head.tags)
    body = without_foot(_without_example(rows[first:], notes), notes)
    return replace(_sheet((line, header), body, cells.delimiter, notes), read=read, typed=cells.typed)


def note_rows_above(above: Sequence[PlacedRow], notes: Notes) -> None:
    """Note the rows above the header, if there are any."""
    if above:
        lines = list_some(line for line, _ in above)
        notes.warning(above[0][0], 0, ROWS_ABOVE, lines=_LINES.counted(len(above)).filled(lines=lines))


def _without_example(rows: Sequence[PlacedRow], notes: Notes) -> Sequence[PlacedRow]:
    """The rows without the first one where its first cell says that it is the template's example."""
    first = next((cell for _, cells in rows[:1] for cell in cells if cell.strip()), "")
    if not fold_text(first).startswith(tuple(map(fold_text, EXAMPLE.forms()))):
        return rows
    notes.understand(_NO_EXAMPLE)
    return rows[1:]


def _ask_for_header(line: int, header: Sequence[str], notes: Notes, read: ReadSettings) -> None:
    """Say as what the columns of a table without a header were read, and ask unless sysmap.toml has answered."""
    columns = [_COLUMN.filled(number=i, column=name) for i, name in enumerate(header, 1) if name]
    if read.header == "none":
        notes.understand(_NO_HEADER.filled(columns=Listing(columns)))
    else:
        notes.question(line, 0, NO_HEADER_ROW, columns=Listing(columns))


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a table begins: the indexes of its header and of its row of tags; `is_data`: it has no header."""

    index: int
    tags: int | None = None
    is_data: bool = False


def _clean_header(cells: Sequence[str]) -> list[str]:
    header = [" ".join(cell.split()) for cell in cells]
    # Spreadsheets save the blank columns on the right as well.
    while not header[-1]:
        header.pop()
    return header


def _find_head(rows: Sequence[PlacedRow], is_header: IsHeader, read: ReadSettings) -> _Head | None:
    """Where the table begins: None where there are no rows."""
    if not rows:
        return None
    known = [sum(map(is_header, cells)) for _, cells in rows[:_LOOK]]
    index = _header_index(rows, known)
    tags = next((i for i, (_, cells) in enumerate(rows[:_LOOK]) if is_tag_row(cells)), None)
    if tags == 0 or (tags is not None and (tags == index + 1 or not any(known))):
        return _Head(max(tags - 1, 0), tags)
    return _Head(index, is_data=read.header != "first" and not any(known) and lacks_header(rows))


def _header_index(rows: Sequence[PlacedRow], known: Sequence[int]) -> int:
    """The index of the first row with two known headers, else of the first with one, else 0.

    Of two such rows one below the other the lower is the header where it knows more and the upper has gaps: then that
    names groups of columns.
    """
    index = next((i for least in (2, 1) for i, count in enumerate(known) if count >= least), 0)
    upper, lower = ([cell for cell in cells if cell.strip()] for _, cells in (*rows[index : index + 2], (0, []))[:2])
    names_groups = len(upper) < len(lower) and known[index] < max(known[index + 1 : index + 2], default=0)
    return index + 1 if names_groups else index


def _sheet(first: PlacedRow, body: Sequence[PlacedRow], delimiter: str, notes: Notes) -> Sheet:
    header_line, header = first
    width = len(header)
    lines: list[int] = []
    padded: list[list[str]] = []
    beyond: dict[int, Sequence[str]] = {}
    for line, cells in body:
        if len(cells) > width and _is_too_wide(cells, width, line, delimiter, notes):
            beyond[line] = cells
            continue
        lines.append(line)
        padded.append(cells if len(cells) == width else (cells + [""] * (width - len(cells)))[:width])
    return Sheet(notes.file, tuple(header), header_line, lines, padded, delimiter, beyond=beyond)


def _is_too_wide(cells: Sequence[str], width: int, line: int, delimiter: str, notes: Notes) -> bool:
    """Whether a row has text beyond the header's last column, which is a fault; blank cells there are left out."""
    column = next((i for i, cell in enumerate(cells[width:], width + 1) if cell and not cell.isspace()), 0)
    if column:
        notes.lose(
            line,
            column,
            TOO_WIDE,
            level="error",
            value=show_cell(cells[column - 1]),
            number=column,
            columns=_COLUMNS.counted(width),
            delimiter=show_cell(delimiter),
        )
    return bool(column)
