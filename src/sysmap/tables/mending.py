"""Mended copies of the tables of a folder: the same rows, written plainly, and a list of all that was changed.

What needs a person is not mended: a question stays a question.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sysmap.errors import Cause, OutputError
from sysmap.messages import Message, render
from sysmap.schema import NodeKind
from sysmap.tables.finding import CHANGES
from sysmap.tables.notes import Notes
from sysmap.tables.rows import STUB, Dataset, NodeRow
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import guard_cell, plain_header

__all__ = ["Change", "count_mends", "mend_folder"]

EXISTS = Cause("F381", "{folder} is there already, and is not empty", "nothing was written; name a folder that is new")
CANNOT_WRITE = Cause(
    "F382", "{folder} cannot be written: {reason}", "check the disk and your rights, or choose another folder"
)

_LEFT_OUT = Message("row left out: {why}")
_COLUMNS = ("file", "line", "column", "before", "after")


class Change(NamedTuple):
    """A cell that was written otherwise, or a row that was left out: then `column` and `before` are empty.

    A row that was added has no line: `after` is the name of a node that stood in no table.
    """

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
        if column not in notes.personal
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
    stubs = {kind.file: _stubs(dataset, kind) for kind in dataset.vocabulary.nodes}
    changes = tuple(change for sheet, notes in tables.values() for change in _changes(sheet, notes, language))
    changes += tuple(Change(file, 0, "", "", str(n.props["name"])) for file, nodes in stubs.items() for n in nodes)
    texts = {file: _table_text(sheet, notes, stubs.get(file, ())) for file, (sheet, notes) in tables.items()}
    texts |= {
        file: _csv_text(
            [("id", "name"), *((guard_cell(str(n.props[key])) for key in ("id", "name")) for n in nodes)], ","
        )
        for file, nodes in stubs.items()
        if nodes and file not in texts
    }
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


def _stubs(dataset: Dataset, kind: NodeKind) -> list[NodeRow]:
    """The nodes of a kind that are named and stand in no table."""
    return [node for node in dataset.nodes if node.label == kind.label and node.props.get(STUB)]


def _stub_row(sheet: Sheet, stub: NodeRow) -> list[str]:
    """A row for a node that stands in no table yet: its name, where the table has the names of nodes, and its id."""
    row = [""] * len(sheet.header)
    for at, header in enumerate(sheet.header):
        if plain_header(header) in ("id", "kode"):
            row[at] = guard_cell(str(stub.props["id"]))
    names = [plain_header(header) for header in sheet.header]
    at = next((names.index(name) for name in ("name", "nama", "label") if name in names), _fullest(sheet))
    row[at] = guard_cell(str(stub.props["name"]))
    return row


def _fullest(sheet: Sheet) -> int:
    """The column with the most different cells: where no header says it, the names stand there."""
    return max(range(len(sheet.header)), key=lambda at: len(set(sheet.column(at))))


def _table_text(sheet: Sheet, notes: Notes, stubs: Sequence[NodeRow]) -> str:
    """A table as CSV: the rows that are used, each cell written plainly, under the user's own headers; then stubs."""
    if sheet.origin:
        # A grid stays the grid that it is; what could not be read of it needs a person.
        kept = (row for line, row in sheet.origin.rows if line not in notes.lost)
        return _csv_text([sheet.origin.header[1], *kept], sheet.delimiter)
    rows = (
        _mended_row(row, notes.mends)
        for line, row in zip(sheet.lines, sheet.rows, strict=True)
        if line not in notes.lost
    )
    return _csv_text([sheet.header, *rows, *(_stub_row(sheet, stub) for stub in stubs)], sheet.delimiter)


def _changes(sheet: Sheet, notes: Notes, language: str) -> Iterator[Change]:
    why = {fault.line: fault.problem for fault in notes.faults if fault.line in notes.lost}
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        if line in notes.lost:
            continue
        for column, plain in sorted(notes.mends.items()):
            before = row[column - 1]
            if before in plain and column not in notes.personal:
                yield Change(notes.file, line, sheet.header[column - 1], before, plain[before])
    for line in sorted(notes.lost):
        text = _LEFT_OUT.filled(why=why.get(line, ""))
        yield Change(notes.file, line, "", "", render(text, language))


def _csv_text(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
