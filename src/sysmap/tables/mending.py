"""Mended copies of the tables of a folder: the same rows, written plainly, and a list of all that was changed.

What needs a person is not mended: a question stays a question.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sysmap.errors import Cause, OutputError
from sysmap.messages import Message, render
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Dataset
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import guard_cell

__all__ = ["CHANGES", "Change", "count_mends", "mend_folder"]

EXISTS = Cause("F381", "{folder} is there already, and is not empty", "nothing was written; name a folder that is new")
CANNOT_WRITE = Cause(
    "F382", "{folder} cannot be written: {reason}", "check the disk and your rights, or choose another folder"
)

CHANGES = "changes.csv"
_LEFT_OUT = Message("row left out: {why}")
_COLUMNS = ("file", "line", "column", "before", "after")


class Change(NamedTuple):
    """A cell that was written otherwise, or a row that was left out: then `column` and `before` are empty."""

    file: str
    line: int
    column: str
    before: str
    after: str


def count_mends(sheet: Sheet, notes: Notes) -> int:
    """How many cells of a sheet would be written otherwise."""
    lost = notes.lost
    return sum(
        row[column - 1] in mends
        for line, row in zip(sheet.lines, sheet.rows, strict=True)
        if line not in lost
        for column, mends in notes.mends.items()
    )


def mend_folder(
    folder: Path, tables: Mapping[str, tuple[Sheet, Notes]], dataset: Dataset
) -> tuple[tuple[Path, ...], tuple[Change, ...]]:
    """Write the mended tables, by file, into a new folder, with the map's sysmap.toml and the list of changes.

    Returns the paths and the changes. Raises OutputError where the folder holds anything, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(EXISTS, folder=folder)
    language, config_text = dataset.config.language, dataset.config.text
    changes = tuple(change for sheet, notes in tables.values() for change in _changes(sheet, notes, language))
    texts = {file: _table_text(sheet, notes) for file, (sheet, notes) in tables.items()}
    listed = ((c.file, str(c.line), *(guard_cell(text) for text in c[2:])) for c in changes)
    texts[CHANGES] = _csv_text([_COLUMNS, *listed], ",")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_bytes(text.encode("utf-8-sig"))
        if config_text:
            (folder / "sysmap.toml").write_text(config_text, encoding="utf-8")
    except OSError as error:
        raise OutputError(CANNOT_WRITE, folder=folder, reason=error.strerror or error) from error
    names = [*texts, "sysmap.toml"] if config_text else [*texts]
    return tuple(folder / name for name in names), changes


def _mended_row(row: list[str], mends: Mapping[int, Mapping[str, str]]) -> list[str]:
    cells = list(row)
    for column, plain in mends.items():
        cells[column - 1] = plain.get(row[column - 1], row[column - 1])
    return cells


def _table_text(sheet: Sheet, notes: Notes) -> str:
    """A table as CSV: the rows that are used, each cell written plainly, under the user's own headers."""
    rows = (
        _mended_row(row, notes.mends)
        for line, row in zip(sheet.lines, sheet.rows, strict=True)
        if line not in notes.lost
    )
    return _csv_text([sheet.header, *rows], sheet.delimiter)


def _changes(sheet: Sheet, notes: Notes, language: str) -> Iterator[Change]:
    why = {fault.line: fault.problem for fault in notes.faults if fault.line in notes.lost}
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        if line in notes.lost:
            continue
        for column, plain in sorted(notes.mends.items()):
            before = row[column - 1]
            if before in plain:
                yield Change(notes.file, line, sheet.header[column - 1], before, plain[before])
    for line in sorted(notes.lost):
        text = _LEFT_OUT.filled(why=why.get(line, ""))
        yield Change(notes.file, line, "", "", render(text, language))


def _csv_text(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
