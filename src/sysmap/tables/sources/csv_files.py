"""CSV files as they really are: encodings, delimiters, Excel's first line, quotes that are never closed."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator, Sequence
from itertools import chain, islice

from sysmap.tables.notes import Notes
from sysmap.tables.sources.decoding import decode
from sysmap.tables.sources.port import Cells, IsHeader, Row, source
from sysmap.tables.text import show_cell

__all__ = ["read_csv"]

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
    r"""The one sheet of a CSV file; none where its bytes are no text.

    >>> cells, = read_csv(b"Daftar 2024\nid;name\nS1;Bappeda\n", Notes("a.csv"), {"id", "name"}.__contains__)
    >>> cells.delimiter, cells.rows
    (';', [(1, ['Daftar 2024']), (2, ['id', 'name']), (3, ['S1', 'Bappeda'])])
    """
    text = decode(data, notes)
    if text is None:
        return ()
    # Excel's own first line, `sep=;`, is an instruction and not a row.
    first = text[:6].rstrip("\r\n").casefold()
    told = first[4] if first.startswith("sep=") and len(first) == 5 and text[5:6] in "\r\n" else None  # noqa: PLR2004
    csv.field_size_limit(_LONGEST_CELL)
    lines = list(io.StringIO(text, newline=""))
    delimiter = told or _delimiter(lines, is_header)
    return (Cells("", [row for row in _rows(lines, 1 if told else 0, delimiter, notes) if _whole(row, notes)], delimiter),)


def _delimiter(lines: Sequence[str], is_header: IsHeader) -> str:
    """The delimiter under which most known headers are found; of equals the one that makes most cells."""
    sample = [line for line in islice(lines, 10 * _LOOK) if line.strip()][:_LOOK]

    def score(delimiter: str) -> tuple[int, int]:
        rows = list(csv.reader(sample, delimiter=delimiter))
        known = max((sum(map(is_header, row)) for row in rows), default=0)
        return known, max(map(len, rows), default=0)
    return max(DELIMITERS, key=score)


def _rows(lines: list[str], start: int, delimiter: str, notes: Notes) -> Iterator[Row]:
    """Every row with the line it begins on; a row whose quote is never closed is a fault, and the next line is read again."""
    for _ in range(_OPEN_QUOTES):
        opened = yield from _until_open(lines, start, delimiter)
        if opened is None:
            return
        column = len(next(csv.reader([lines[opened]], delimiter=delimiter), []))
        notes.error(opened + 1, column, "a quote is opened here and never closed", 'close it, or write "" for a quote inside a quoted text')
        start = opened + 1
    notes.error(start + 1, 0, f"{_OPEN_QUOTES} quotes were never closed; the rest was not read", "mend the quotes and run again")


def _until_open(lines: list[str], start: int, delimiter: str) -> Generator[Row, None, int | None]:
    """Rows up to an unclosed quote; the index of the line that opens it, or None."""
    before = start
    reader = csv.reader(chain(islice(lines, start, None), (_END,)), delimiter=delimiter)
    for row in reader:
        here = start + reader.line_num
        # A quote that stays open swallows the lines below it: up to the end, or up to the next quote, which then stands oddly.
        if here - before > 1:
            if here > len(lines):
                return before + sum(map(_breaks, row[:-1]))
            if not _closed(lines[before:here], delimiter):
                return before
        if here <= len(lines):
            yield before + 1, row
        before = here
    return None


def _breaks(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _closed(lines: Sequence[str], delimiter: str) -> bool:
    """Whether a row of several lines is one by intent: a quote that a later row's quote happened to close shows here."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _whole(row: Row, notes: Notes) -> bool:
    """Whether a row is to be read: it is not blank, and holds no NUL byte (which is a fault)."""
    line, cells = row
    text = "".join(cells)
    if "\0" in text:
        column = next(i for i, cell in enumerate(cells, 1) if "\0" in cell)
        notes.error(line, column, f"holds a NUL byte (0x00) in {show_cell(cells[column - 1])}", "take the byte out; the file may be damaged")
        return False
    return bool(text) and not text.isspace()
