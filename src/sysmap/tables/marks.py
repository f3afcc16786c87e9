"""Columns of marks, one for each answer: `works_on/flood` holds 1 where the row is about the flood, and 0 elsewhere."""

from __future__ import annotations

from sysmap.tables.sheets import Sheet
from sysmap.tables.text import fold_text

__all__ = ["holds_marks", "is_marked", "marked_node"]

_YES = frozenset(("1", "1.0", "true", "yes", "y", "ya", "x", "v", "\u2713", "\u2714"))
_NO = frozenset(("", "0", "0.0", "false", "no", "n", "tidak", "-", "na", "n/a"))


def is_marked(cell: str) -> bool:
    """Whether a cell holds a mark that says yes."""
    return fold_text(cell) in _YES


def marked_node(sheet: Sheet, index: int) -> str:
    """What the marks of a column stand for, by the end of its header; empty where it does not hold marks."""
    column, slash, node = sheet.header[index].rpartition("/")
    return node.strip() if column and slash and holds_marks(sheet, index) else ""


def holds_marks(sheet: Sheet, index: int) -> bool:
    """Whether every cell of a column is a mark or says no, and at least one is a mark."""
    cells = set(map(fold_text, set(sheet.column(index))))
    return cells <= _YES | _NO and bool(cells & _YES)
