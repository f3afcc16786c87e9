"""Columns of marks, one for each answer: `works_on/flood` holds 1 where the row is about the flood, and 0 elsewhere."""

from __future__ import annotations

from sysmap.tables.shapes.marks import is_frequency, says_no_tie, tie_weight
from sysmap.tables.sheets import Sheet

__all__ = ["holds_marks", "holds_weights", "marked_node"]


def marked_node(sheet: Sheet, index: int) -> str:
    """What the marks of a column stand for, by the end of its header; empty where it does not hold marks."""
    column, slash, node = sheet.header[index].rpartition("/")
    return node.strip() if column and slash and holds_marks(sheet, index) else ""


def holds_marks(sheet: Sheet, index: int) -> bool:
    """Whether every cell of a column is a mark or says no, and at least one is a mark."""
    cells = set(sheet.column(index))
    return holds_weights(sheet, index) and all(
        tie_weight(cell, sheet.read) in (0, 1) and not is_frequency(cell) for cell in cells
    )


def holds_weights(sheet: Sheet, index: int) -> bool:
    """Whether every cell of a column is a mark, a weight above 0 or a word for how often, or says no; not all say no."""
    filled = {cell for cell in set(sheet.column(index)) if not says_no_tie(cell, sheet.read)}
    weights = [tie_weight(cell, sheet.read, typed=sheet.typed) for cell in filled]
    return bool(weights) and all(weight is not None and weight > 0 for weight in weights)
