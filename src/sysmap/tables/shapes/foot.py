"""Notes below a table: sources, remarks and sums, which are rows to a spreadsheet and data to nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sysmap.errors import Cause
from sysmap.tables.notes import Notes
from sysmap.tables.sources.port import PlacedRow
from sysmap.tables.text import fold_text, show_cell

__all__ = ["SUMS", "without_foot"]

NOTE_BELOW = Cause(
    "F261", "{value} is a note below the table, and no row of it", "nothing to do, or keep notes in a file of their own"
)

_NOTE = re.compile(r"(?:catatan|sumber|keterangan|note|source)\s*:|\*", re.IGNORECASE)
SUMS = frozenset(("jumlah", "total", "grand total"))
"""What rows and columns of sums are called."""
_NUMBER = re.compile(r"(?:rp\.?\s*)?[-+\u2212]?\d[\d.,\s]*%?", re.IGNORECASE)


def without_foot(rows: Sequence[PlacedRow], notes: Notes) -> Sequence[PlacedRow]:
    """The rows of a table without the notes and sums at its foot, which are noted as lost.

    Only rows from which on nothing but such rows follows are meant: `Jumlah` within the table may be a name.
    """
    end = len(rows)
    while end and _is_note(rows[end - 1][1]):
        end -= 1
    for line, cells in rows[end:]:
        index = next(i for i, cell in enumerate(cells) if cell.strip())
        notes.lose(line, index + 1, NOTE_BELOW, value=show_cell(cells[index].strip()))
    return rows[:end] if end < len(rows) else rows


def _is_note(cells: Sequence[str]) -> bool:
    """Whether a row is a note or a sum.

    >>> _is_note(["", "Sumber: Bappeda"]), _is_note(["Sumber Rejeki", ""]), _is_note(["Jumlah", "", "12"])
    (True, False, True)
    >>> _is_note(["Jumlah penduduk", "12"]), _is_note(["Total", "Stunting"])
    (False, False)
    """
    filled = [text for cell in cells if (text := cell.strip())]
    if len(filled) == 1 and _NOTE.match(filled[0]):
        return True
    sums = bool(cells) and fold_text(cells[0]) in SUMS
    return sums and all(_NUMBER.fullmatch(text) for text in filled[1:])
