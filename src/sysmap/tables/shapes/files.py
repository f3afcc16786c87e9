"""Grids in files: which files are looked through for one, and their ties as the cells of a plain table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sysmap.tables.notes import Notes
from sysmap.tables.shapes.grid import ONE_KIND, Grid, GridReading, Shape, find_grid, hints_at_grid
from sysmap.tables.sources.port import Cells, IsHeader, read_cells

__all__ = ["begins_plainly", "read_grid"]

_LARGEST_GRID = 20_000_000
"""A file of more bytes is no grid that people fill in."""
_FIRST_BYTES, _FIRST_ROWS = 4096, 5


def begins_plainly(path: Path, is_header: IsHeader) -> bool:
    """Whether a file is a plain table, or none, by its first rows; or it is too large for a grid.

    A plain table has two known headers in a row, and nothing in these rows looks like a grid.
    """
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_GRID:
            return True
        with path.open("rb") as file:
            start = file.read(_FIRST_BYTES)
    except OSError:
        return True
    sheets = read_cells(start, Notes(path.name), is_header)
    rows = [row for cells in sheets for _, row in cells.rows]
    known = any(sum(map(is_header, row)) > 1 for row in rows[:_FIRST_ROWS])
    return known and not any(hints_at_grid(row, rows[at + 1 :]) for at, row in enumerate(rows[:_FIRST_ROWS]))


def read_grid(
    cells: Cells, reading: GridReading, causal: bool | None = None, shapes: Sequence[Shape] = ONE_KIND
) -> tuple[Cells, Grid] | None:
    """The ties in the cells of a grid as cells of a plain table, and the grid; None where they are no grid.

    What the grid was read as is noted. The other arguments are those of `find_grid`.
    """
    grid = find_grid(cells.rows, replace(reading, typed=cells.typed), causal, shapes)
    if grid is None:
        return None
    reading.notes.understand(grid.said)
    reading.notes.places = grid.origin.columns
    return replace(cells, rows=grid.rows, origin=grid.origin), grid
