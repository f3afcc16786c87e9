"""The port of a source.

A decorated function from a file's bytes to sheets of cells, each row with its place in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sysmap.tables.notes import Notes

__all__ = ["SOURCES", "Cells", "IsHeader", "Origin", "PlacedRow", "Reader", "read_cells", "source"]

PlacedRow = tuple[int, list[str]]
"""The line on which a row begins (1-based), and its cells as written."""
IsHeader = Callable[[str], bool]
"""Whether a text may be a header in this file. A reader finds with it where the table begins and what separates the
cells."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The grid that rows of ties were made from: its header and rows as they stand in the file.

    `columns` maps the line of a row and the number of a column in it to the number of the column in the file, 0 where
    it may be one of several. `two_kinds`: its rows and columns are things of two kinds.
    """

    header: PlacedRow
    rows: Sequence[PlacedRow]
    columns: Mapping[tuple[int, int], int]
    two_kinds: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """One sheet as it is in the file: every row that is not blank, with the header and any notes above it.

    `sheet` is the sheet's name, empty in a file that is one table. `delimiter` is what separated the cells. `typed`:
    its numbers were numbers in the file, and are written here with a point, whatever people write. `notes` is what was
    noted of this sheet alone, where the file has several. `origin` is the grid whose ties the rows are; then a row whose
    target is blank is a name without ties.
    """

    sheet: str
    rows: Sequence[PlacedRow]
    delimiter: str = ","
    typed: bool = False
    notes: Notes | None = None
    origin: Origin | None = None


Reader = Callable[[bytes, Notes, IsHeader], tuple[Cells, ...]]

SOURCES: dict[str, Reader] = {}
"""Ending of a file's name, such as `.csv` -> what reads such files."""
_DEFAULT = ".csv"
"""How a file with any other ending is read: as text with a delimiter."""


def source(*endings: str) -> Callable[[Reader], Reader]:
    """Register the decorated function as the reader of files with these endings.

    The reader returns the sheets it finds, an empty tuple where the file holds no text; what is wrong or was assumed it
    notes.
    """

    def register(read: Reader) -> Reader:
        for ending in endings:
            if ending in SOURCES:
                raise ValueError(f"files that end in {ending!r} have a reader already")
            SOURCES[ending] = read
        return read

    return register


def read_cells(data: bytes, notes: Notes, is_header: IsHeader) -> tuple[Cells, ...]:
    """The sheets in the bytes of a file. The ending of its name, `notes.file`, chooses the reader."""
    ending = PurePath(notes.file).suffix.casefold()
    return SOURCES.get(ending, SOURCES[_DEFAULT])(data, notes, is_header)
