"""CSV files as they really are: encodings, delimiters, Excel's first line, quotes that are never closed."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator, Sequence
from itertools import chain, islice

from sysmap.errors import Cause
from sysmap.messages import Number
from sysmap.tables.notes import Notes
from sysmap.tables.sources.decoding import decode
from sysmap.tables.sources.port import Cells, IsHeader, PlacedRow, source
from sysmap.tables.sources.signatures import note_no_table
from sysmap.tables.text import show_cell

__all__ = ["read_csv"]

OPEN_QUOTE = Cause(
    "F034", "a quote is opened here and never closed", 'close it, or write "" for a quote inside a quoted text'
)
MANY_OPEN_QUOTES = Cause(
    "F035", "{count} quotes were never closed; the rest was not read", "mend the quotes and run again"
)
NUL_BYTE = Cause("F036", "holds a NUL byte (0x00) in {value}", "take the byte out; the file may be damaged")

DELIMITERS = (",", ";", "\t", "|")
_LOOK = 20
"""How many rows are looked at to find the delimiter."""
_OPEN_QUOTES = 20
"""After so many unclosed quotes a file is given up: each costs reading the rest of it again."""
_LONGEST_CELL = 2**31 - 1
"""Cells of 300 kB are real; csv's own limit is 131,072 characters."""
_END = "\ue000"
"""A line put after the last; it comes back as a row of its own unless a quote was left open."""


@source(".csv", ".tsv", ".txt")
def read_csv(data: bytes, notes: Notes, is_header: IsHeader) -> tuple[Cells, ...]:
    r"""The one sheet of a CSV file; an empty tuple, with a note, where its bytes are not text.

    >>> cells, = read_csv(b"Daftar 2024\nid;name\nS1;Bappeda\n", Notes("a.csv"), {"id", "name"}.__contains__)
    >>> cells.delimiter, cells.rows
    (';', [(1, ['Daftar 2024']), (2, ['id', 'name']), (3, ['S1', 'Bappeda'])])
    """
    text = None if note_no_table(data, notes) else decode(data, notes)
    if text is None:
        return ()
    # Excel's own first line, `sep=;`, is an instruction and not a row.
    first = text[:6].rstrip("\r\n").casefold()
    declared = first[4] if first.startswith("sep=") and len(first) == 5 else None  # noqa: PLR2004
    csv.field_size_limit(_LONGEST_CELL)
    lines = list(io.StringIO(text, newline=""))
    delimiter = declared or _delimiter(lines, is_header)
    start = 1 if declared else 0
    if '"' not in text and "\0" not in text:
        return (Cells("", _plain_rows(lines, start, delimiter), delimiter),)
    rows = _rows(lines, start, delimiter, notes)
    return (Cells("", [row for row in rows if _is_readable(row, notes)], delimiter),)


def _plain_rows(lines: list[str], start: int, delimiter: str) -> list[PlacedRow]:
    """Every row of a text without quotes that is not blank: there a line is a row, and this is the quicker way."""
    numbered = ((number, line.rstrip("\r\n")) for number, line in enumerate(lines[start:], start + 1))
    return [
        (number, line.split(delimiter))
        for number, line in numbered
        if line and (not (line[0] == delimiter or line[0].isspace()) or line.replace(delimiter, "").strip())
    ]


def _delimiter(lines: Sequence[str], is_header: IsHeader) -> str:
    """The delimiter under which most known headers are found.

    Where several find as many, the one that makes most cells.
    """
    sample = [line for line in islice(lines, 10 * _LOOK) if line.strip()][:_LOOK]

    def score(delimiter: str) -> tuple[int, int]:
        rows = list(csv.reader(sample, delimiter=delimiter))
        known = max((sum(map(is_header, row)) for row in rows), default=0)
        return known, max(map(len, rows), default=0)

    return max(DELIMITERS, key=score)


def _rows(lines: list[str], start: int, delimiter: str, notes: Notes) -> Iterator[PlacedRow]:
    """Every row with the line it begins on.

    A row whose quote is never closed is a fault; reading goes on with the line below it.
    """
    for _ in range(_OPEN_QUOTES):
        opened = yield from _until_open(lines, start, delimiter)
        if opened is None:
            return
        column = len(next(csv.reader([lines[opened]], delimiter=delimiter), []))
        notes.error(opened + 1, column, OPEN_QUOTE)
        start = opened + 1
    notes.error(start + 1, 0, MANY_OPEN_QUOTES, count=Number(_OPEN_QUOTES))


def _until_open(lines: list[str], start: int, delimiter: str) -> Generator[PlacedRow, None, int | None]:
    """Yield rows up to an unclosed quote.

    Return the index of the line that opens it, or None where every quote is closed.

    An unclosed quote makes csv.reader merge lines: until the end of the file, or until the next quote, which may stand
    rows below.
    """
    before = start
    reader = csv.reader(chain(islice(lines, start, None), (_END,)), delimiter=delimiter)
    for row in reader:
        here = start + reader.line_num
        if here - before > 1:
            # The row took the line that was put after the last one: its last cell was opened and never closed. The
            # cells
            # before it may hold line breaks of their own, which are not to blame.
            if here > len(lines):
                return before + _count_breaks(row[:-1])
            # The quote that ended this row belongs to a row below it: text follows it, which strict parsing refuses.
            refused = _refused_line(lines[before:here], delimiter)
            if refused is not None:
                merged = next(csv.reader(lines[before : before + refused], delimiter=delimiter), [])
                return before + _count_breaks(merged[:-1])
        if here <= len(lines):
            yield before + 1, row
        before = here
    return None


def _count_breaks(cells: Sequence[str]) -> int:
    """Count the line breaks that the cells hold."""
    return sum(text.count("\n") + text.count("\r") - text.count("\r\n") for text in cells)


def _refused_line(lines: Sequence[str], delimiter: str) -> int | None:
    """The index of the line where a quote of a later row closed a cell that an earlier line left open.

    None if the lines are meant as one row.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        list(reader)
    except csv.Error:
        return reader.line_num - 1
    return None


def _is_readable(row: PlacedRow, notes: Notes) -> bool:
    """Whether a row is to be read: it is not blank, and holds no NUL byte, which is a fault."""
    line, cells = row
    text = "".join(cells)
    if "\0" in text:
        column = next(i for i, cell in enumerate(cells, 1) if "\0" in cell)
        notes.error(line, column, NUL_BYTE, value=show_cell(cells[column - 1]))
        return False
    return bool(text) and not text.isspace()
