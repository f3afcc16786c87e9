"""Workbooks to sheets of cells, whatever program made them.

They are read without a library: python-calamine ends the whole process at a sheet with one cell in its last corner and
does not tell hidden rows or formats; openpyxl takes six times as long and stops at styles that it does not know.
"""

from __future__ import annotations

from sysmap.errors import Cause
from sysmap.tables.notes import Notes
from sysmap.tables.sources.grid import Grid
from sysmap.tables.sources.ods import CONTENT, read_grids
from sysmap.tables.sources.packages import Package, Unreadable, open_package
from sysmap.tables.sources.port import Cells, IsHeader, source
from sysmap.tables.sources.signatures import note_no_table
from sysmap.tables.sources.xlsx import book_part, read_grid, read_styles, read_texts, sheet_parts

__all__ = ["WORKBOOKS", "read_workbook"]

HIDDEN_SHEET = Cause("F288", "is hidden and was not read", "unhide it if it belongs to the map")

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_IGNORE = "(ignore)"
"""What the name of a sheet ends with that is not meant to be read; Kumu has the same habit."""


@source(*WORKBOOKS)
def read_workbook(data: bytes, notes: Notes, is_header: IsHeader) -> tuple[Cells, ...]:  # noqa: ARG001  of the port
    """The sheets of a workbook that are not hidden and not blank; none, with a note, where it cannot be read."""
    package = open_package(data, notes)
    if package is None:
        return ()
    try:
        grids = _grids(package, notes)
        if grids is None:
            note_no_table(data, notes)
            return ()
        return tuple(grid.placed(notes) for grid in grids if grid.rows)
    except Unreadable as error:
        notes.faults.append(error.fault(notes.file))
        return ()


def _grids(package: Package, notes: Notes) -> list[Grid] | None:
    """The sheets that are to be read; None where the archive is no workbook."""
    if package.has(CONTENT):
        return [
            grid
            for grid, hidden in read_grids(package)
            if _is_read(grid.name, notes, hidden=hidden and bool(grid.rows))
        ]
    book = book_part(package)
    if book is None:
        return None
    sheets, since_1904 = sheet_parts(package, book)
    texts, styles = read_texts(package, book), read_styles(package, book)
    return [
        read_grid(package, sheet, texts, styles, since_1904=since_1904)
        for sheet in sheets
        if _is_read(sheet.name, notes, hidden=sheet.hidden)
    ]


def _is_read(name: str, notes: Notes, *, hidden: bool) -> bool:
    """Whether a sheet is to be read; that a hidden one is not is noted."""
    if name.casefold().rstrip().endswith(_IGNORE):
        return False
    if hidden:
        own = Notes(f"{notes.file} [{name}]")
        own.warning(0, 0, HIDDEN_SHEET)
        notes.faults += own.faults
    return not hidden
