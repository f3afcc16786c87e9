"""LibreOffice workbooks (.ods): one part with all sheets.

Equal cells and equal rows beside each other are written once, with a count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sysmap.tables.sources.grid import Grid, number_text
from sysmap.tables.sources.packages import DAMAGED, PASSWORD, Attributes, Package, Unreadable, local_name

__all__ = ["CONTENT", "read_grids"]

CONTENT = "content.xml"
_ZEROS = re.compile(r"0\d+")
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


def read_grids(package: Package) -> list[tuple[Grid, bool]]:
    """The sheets in their order, each with whether it is hidden. Raises `Unreadable`."""
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise Unreadable(PASSWORD)
    reader = _Reader()
    try:
        package.walk(CONTENT, reader.start, reader.end, reader.text)
    except IndexError as error:
        raise Unreadable(DAMAGED, str(error)) from error
    return reader.grids


def _plain(attributes: Attributes) -> dict[str, str]:
    return {local_name(name): value for name, value in attributes.items()}


@dataclass
class _Reader:
    """The part while it is read: the sheet, the row, and the cell with its attributes and the lines of its text."""

    grids: list[tuple[Grid, bool]] = field(default_factory=list)
    hidden_styles: set[str] = field(default_factory=set)
    style: str = ""
    grid: Grid | None = None
    line: int = 1
    row: list[str] = field(default_factory=list)
    row_attributes: Mapping[str, str] = field(default_factory=dict)
    cell: Mapping[str, str] | None = None
    lines: list[str] = field(default_factory=list)
    aside: int = 0
    """How deeply the reader is in a remark, a drawing, or a table in a cell."""

    def start(self, name: str, attributes: Attributes) -> None:
        if self.aside or name in ("annotation", "shapes", "tracked-changes"):
            self.aside += 1
        elif name in ("table-cell", "covered-table-cell"):
            self.cell, self.lines = _plain(attributes), []
        elif self.cell is not None:
            self.start_text(name, attributes)
        elif name == "table-row":
            self.row, self.row_attributes = [], _plain(attributes)
        elif name == "table":
            plain = _plain(attributes)
            self.grid, self.line = Grid(plain.get("name", "")), 1
            hidden = plain.get("style-name") in self.hidden_styles or plain.get("display") == "false"
            self.grids.append((self.grid, hidden))
        elif name == "style":
            self.style = _plain(attributes).get("name", "")
        elif name == "table-properties" and _plain(attributes).get("display") == "false":
            self.hidden_styles.add(self.style)

    def start_text(self, name: str, attributes: Attributes) -> None:
        """Begin a paragraph, or write a blank that ODS writes as an element."""
        if name == "p":
            self.lines.append("")
        elif self.lines and name == "s":
            self.lines[-1] += " " * min(int(_plain(attributes).get("c", 1)), 1000)
        elif self.lines and name in ("tab", "line-break"):
            self.lines[-1] += "\t" if name == "tab" else "\n"

    def text(self, data: str) -> None:
        if self.cell is not None and self.lines and not self.aside:
            self.lines[-1] += data

    def end(self, name: str) -> None:
        if self.aside:
            self.aside -= 1
        elif name in ("table-cell", "covered-table-cell") and self.cell is not None:
            self.end_cell(self.cell)
            self.cell = None
        elif name == "table-row" and self.cell is None:
            self.end_row()

    def end_cell(self, cell: Mapping[str, str]) -> None:
        value = self.value(cell)
        count = int(cell.get("number-columns-repeated", 1))
        rows = int(cell.get("number-rows-spanned", 1))
        if self.grid and rows > 1:
            self.grid.merged.append((self.line, len(self.row), self.line + rows - 1))
        if len(self.row) + count <= _LAST_COLUMN:
            self.row += [value] * count
        elif value:
            raise ValueError("too many columns")

    def end_row(self) -> None:
        count = int(self.row_attributes.get("number-rows-repeated", 1))
        if count < 1:
            raise ValueError("a row that stands less than once")
        while self.row and not self.row[-1]:
            self.row.pop()
        if self.grid and self.row:
            if self.line + count - 1 > _LAST_ROW:
                raise ValueError("too many rows")
            for line in range(self.line, self.line + count):
                self.grid.add(line, list(self.row))
            if self.row_attributes.get("visibility", "visible") != "visible":
                self.grid.hidden += range(self.line, self.line + count)
        self.line += count

    def value(self, cell: Mapping[str, str]) -> str:
        """A cell as text; numbers, days and flags are written in the one way that cannot be misread."""
        type, shown = cell.get("value-type", ""), "\n".join(self.lines)
        if type == "date":
            return cell.get("date-value", "").replace("T", " ").removesuffix(" 00:00:00")
        if type == "boolean":
            return cell.get("boolean-value", "")
        if type == "time":
            found = _TIME.match(cell.get("time-value", ""))
            return ":".join(found.groups()) if found else shown
        if type in ("float", "currency", "percentage"):
            return self.number(float(cell.get("value", "nan")), type, shown)
        if self.grid and not type and not shown and cell.get("formula"):
            self.grid.not_computed.append(self.line)
        return shown or cell.get("string-value", "")

    def number(self, number: float, type: str, shown: str) -> str:
        if type == "percentage":
            return f"{number_text(round(number * 100, 10))}%"
        text = number_text(number)
        if self.grid and text != shown and _ZEROS.fullmatch(shown) and shown.lstrip("0") == text.lstrip("0"):
            self.grid.zeros.append(self.line)
            return shown
        return text
