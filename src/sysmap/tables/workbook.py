"""An Excel workbook to write into: the same cells give the same bytes, and a text is never a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import IO, Any

__all__ = ["WorkbookWriter", "new_workbook", "width_of"]

_LONGEST = 32_767
"""Characters that a cell can hold."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WIDEST, _NARROWEST = 60, 8
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_SHEET_NAME = 31


@contextmanager
def new_workbook(
    target: Path | IO[bytes], day: date, title: str = "", *, keep_rows: bool = True
) -> Iterator[WorkbookWriter]:
    """A workbook that is written to `target` at the end of the block; `day` stands in the place of the clock's.

    With `keep_rows` False each row is let go as soon as the next one begins, which suits large tables.
    """
    import xlsxwriter

    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "constant_memory": not keep_rows,
        "in_memory": keep_rows,
    }
    with xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, options) as book:
        book.set_properties({"title": title, "author": "sysmap", "created": datetime.combine(day, time())})
        yield WorkbookWriter(book)


class WorkbookWriter:
    """A workbook, its formats by what they are for, and the names that its sheets have already."""

    def __init__(self, book: Any) -> None:
        self.book = book
        looks: Mapping[str, Mapping[str, Any]] = {
            "header": {"bold": True, "bg_color": "#E8EEF2", "bottom": 1, "valign": "top", "text_wrap": True},
            "day": {"num_format": "yyyy-mm-dd"},
            "text": {"num_format": "@"},
            "plain": {},
            "example": {"italic": True, "font_color": "#6B7280", "num_format": "@"},
            "title": {"bold": True, "font_size": 14},
            "wrap": {"text_wrap": True, "valign": "top"},
        }
        self.formats = {name: book.add_format(dict(look)) for name, look in looks.items()}

    def add_sheet(self, name: str) -> Any:
        """A new sheet; its name without what a name of a sheet cannot have."""
        return self.book.add_worksheet(_FORBIDDEN.sub(" ", name)[:_SHEET_NAME].strip("' ") or None)

    def write(self, sheet: Any, row: int, column: int, value: object, look: str = "") -> None:
        """Write a cell as what it is: a number, a day, or a text. None, and a number that is none, is blank."""
        shown = self.formats.get(look)
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, shown)
        elif isinstance(value, (int, float)):
            if isfinite(value):
                sheet.write_number(row, column, value, shown)
        elif isinstance(value, str) and not look and _DAY.fullmatch(value) and value >= "1900-03-01":
            sheet.write_datetime(row, column, datetime.fromisoformat(value), self.formats["day"])
        elif value is not None:
            text = "|".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
            sheet.write_string(row, column, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", shown)


def width_of(texts: Iterable[object]) -> int:
    """How wide a column with these cells is made."""
    longest = max((len(line) for text in texts for line in str(text).splitlines() or [""]), default=0)
    return max(_NARROWEST, min(_WIDEST, longest + 2))
