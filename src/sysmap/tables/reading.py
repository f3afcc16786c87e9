"""A CSV file as it really is, to a header and rows with their physical line numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from sysmap.tables.decoding import decoded
from sysmap.tables.notes import Notes
from sysmap.tables.text import listed, shown

__all__ = ["Sheet", "read_bytes", "read_sheet"]

DELIMITERS = (",", ";", "\t", "|")
_LOOK = 20
"""How many rows are looked at to find the delimiter and the header."""
_OPEN_QUOTES = 20
"""After so many unclosed quotes a file is given up: each costs reading the rest of it again."""
_LONGEST_CELL = 2**31 - 1
"""Cells of 300 kB are real; csv's own limit is 131,072 characters."""
_END = "\ue000"
"""A line put after the last; it comes back as a row of its own unless a quote was left open."""

Row = tuple[int, list[str]]


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


def read_sheet(data: bytes, notes: Notes, is_header: Callable[[str], bool]) -> Sheet | None:
    r"""The table in a file's bytes, or None where there is none; faults go to `notes`.

    `is_header` knows the headers that may stand here: by them the delimiter and the header row are found.

    >>> sheet = read_sheet(b"Daftar 2024\nid;name\nS1;Bappeda\n", Notes("a.csv"), {"id", "name"}.__contains__)
    >>> sheet.header, sheet.lines, sheet.rows
    (('id', 'name'), [3], [['S1', 'Bappeda']])
    """
    text = decoded(data, notes)
    if text is None:
        return None
    # Excel's own first line, `sep=;`, is an instruction and not a row.
    first = text[:6].rstrip("\r\n").casefold()
    told = first[4] if first.startswith("sep=") and len(first) == 5 and text[5:6] in "\r\n" else None  # noqa: PLR2004
    csv.field_size_limit(_LONGEST_CELL)
    lines = list(io.StringIO(text, newline=""))
    delimiter = told or _delimiter(lines, is_header)
    rows = [row for row in _rows(lines, 1 if told else 0, delimiter, notes) if _whole(row, notes)]
    head = _header_index(rows[:_LOOK], is_header)
    if head is None:
        notes.error(0, 0, "is empty: there is not even a header row", "write a header row, or take the file away")
        return None
    if head:
        above = listed(line for line, _ in rows[:head])
        notes.warning(rows[0][0], 0, f"the rows above the header were skipped (line {above})", "nothing to do, or take them out")
    return _sheet(rows[head:], delimiter, notes)


def _delimiter(lines: Sequence[str], is_header: Callable[[str], bool]) -> str:
    """The delimiter under which most known headers are found; of equals the one that makes most cells."""
    sample = [line for line in islice(lines, 10 * _LOOK) if line.strip()][:_LOOK]

    def score(delimiter: str) -> tuple[int, int]:
        rows = list(csv.reader(sample, delimiter=delimiter))
        known = max((sum(map(is_header, row)) for row in rows), default=0)
        return known, max(map(len, rows), default=0)
    return max(DELIMITERS, key=score)


def _header_index(rows: Sequence[Row], is_header: Callable[[str], bool]) -> int | None:
    """The first row with two known headers, or with one, or just the first."""
    if not rows:
        return None
    known = [sum(map(is_header, cells)) for _, cells in rows]
    return next((i for wanted in (2, 1) for i, count in enumerate(known) if count >= wanted), 0)


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
        notes.error(line, column, f"holds a NUL byte (0x00) in {shown(cells[column - 1])}", "take the byte out; the file may be damaged")
        return False
    return bool(text) and not text.isspace()


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
        problem = f"has {shown(cells[column - 1])} in field {column}, but the header has {width} columns"
        notes.error(line, column, problem, "put a text that holds the delimiter between quotes, or name the column in the header")
    return bool(column)
