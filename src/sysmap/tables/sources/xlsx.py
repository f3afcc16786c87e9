"""Excel workbooks (.xlsx): the parts of the archive that hold sheets, texts and formats of numbers.

Only values are read: of a formula the one that was computed last. Macros, links to other files, drawings and comments
are other parts, which nobody opens.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sysmap.tables.sources.grid import Grid, date_text, number_text
from sysmap.tables.sources.packages import DAMAGED, Attributes, Package, Unreadable

__all__ = ["SheetPart", "book_part", "read_grid", "read_styles", "read_texts", "sheet_parts"]

Style = Literal["", "date", "percent"] | int
"""How a number is shown: a day, a percentage, with at least so many digits, or in another way."""

_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENTS = frozenset((9, 10))
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_ZEROS = re.compile(r"0{2,}")
_ESCAPE = re.compile(r"_x(?!0000|[Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class SheetPart(NamedTuple):
    """A sheet of a workbook: its name, the part that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


def book_part(package: Package) -> str | None:
    """The part that lists the sheets; None where the archive is no Excel workbook."""
    named = _related(package, "_rels/.rels", "").items()
    office = [part for kind, part in named if kind.endswith("/officeDocument")]
    return next((part for part in (*office, "xl/workbook.xml") if package.has(part)), None)


def _related(package: Package, part: str, folder: str, *, by: str = "Type") -> dict[str, str]:
    """The parts that a part refers to, by the kind or the id of the reference."""
    found: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, attributes.get("Target", "")))
            found[attributes.get(by, "")] = target.lstrip("/")

    if package.has(part):
        package.walk(part, start)
    return found


def sheet_parts(package: Package, book: str) -> tuple[list[SheetPart], bool]:
    """The sheets of a workbook in their order, and whether its days are counted from 1904."""
    folder, name = posixpath.split(book)
    targets = _related(package, f"{folder}/_rels/{name}.rels".lstrip("/"), folder, by="Id")
    sheets: list[SheetPart] = []
    since_1904 = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal since_1904
        if name == "sheet":
            id = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            part = targets.get(id, "")
            if "chartsheets/" not in part and "dialogsheets/" not in part:
                sheets.append(
                    SheetPart(attributes.get("name", ""), part, attributes.get("state", "visible") != "visible")
                )
        elif name == "workbookPr":
            since_1904 = attributes.get("date1904") in ("1", "true")

    package.walk(book, start)
    return sheets, since_1904


def read_texts(package: Package, book: str) -> list[str]:
    """The texts that cells refer to by number; what is said of their pronunciation is left out."""
    part = posixpath.join(posixpath.dirname(book), "sharedStrings.xml")
    texts: list[str] = []
    pieces: list[str] = []
    reading, spoken = False, False

    def start(name: str, _: Attributes) -> None:
        nonlocal reading, spoken
        reading = name == "t" and not spoken
        spoken = spoken or name == "rPh"

    def end(name: str) -> None:
        nonlocal reading, spoken
        reading = False
        spoken = spoken and name != "rPh"
        if name == "si":
            texts.append(_plain("".join(pieces)))
            pieces.clear()

    def text(data: str) -> None:
        if reading:
            pieces.append(data)

    if package.has(part):
        package.walk(part, start, end, text)
    return texts


def _plain(text: str) -> str:
    """A text with its escaped signs, such as `_x000D_` for a carriage return, written out."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def read_styles(package: Package, book: str) -> list[Style]:
    """How each style of cells shows numbers."""
    codes: dict[int, str] = {}
    styles: list[Style] = []
    inside = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal inside
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            number = int(attributes.get("numFmtId", 0))
            styles.append(_style(number, codes.get(number, "")))

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    part = posixpath.join(posixpath.dirname(book), "styles.xml")
    if package.has(part):
        package.walk(part, start, end)
    return styles


def _style(number: int, code: str) -> Style:
    if not code:
        return "date" if number in _DATES else "percent" if number in _PERCENTS else ""
    if _ZEROS.fullmatch(code):
        return len(code)
    bare = _LITERAL.sub("", code.partition(";")[0]).casefold()
    if "general" in bare or "standard" in bare:
        return ""
    return "date" if re.search(r"[dmyhs]", bare) else "percent" if "%" in bare else ""


@dataclass(slots=True)
class _Reader:
    """One sheet while it is read.

    Of the cell that is being read: its type, its style, its column from 0, whether that is written, whether it has a
    formula and a value, and the pieces of its text.
    """

    grid: Grid
    texts: list[str]
    styles: list[Style]
    since_1904: bool
    line: int = 0
    row: list[str] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    type: str = "n"
    style: str = ""
    column: int = 0
    placed: bool = True
    formula: bool = False
    valued: bool = False
    pieces: list[str] = field(default_factory=list)
    reading: bool = False
    spoken: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            letters = attributes.get("r", "").rstrip("0123456789")
            column = self.columns.get(letters)
            self.column = self.new_column(letters) if column is None else column
            self.type, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.formula = self.valued = False
            self.placed = bool(letters)
            self.pieces.clear()
        elif name in ("v", "t"):
            self.reading = not self.spoken
            self.valued = True
        elif name == "f":
            self.formula = True
        elif name == "row":
            self.begin_row(attributes)
        elif name == "rPh":
            self.spoken = True
        elif name == "mergeCell":
            self.grid.merged += _range(attributes.get("ref", ""))

    def new_column(self, letters: str) -> int:
        """The column of the letters in a cell's reference; a cell without one stands behind the last."""
        return self.columns.setdefault(letters, _column(letters)) if letters else len(self.row)

    def begin_row(self, attributes: Attributes) -> None:
        self.line = int(attributes.get("r") or self.line + 1)
        if not 0 < self.line <= _LAST_ROW:
            raise ValueError(f"row {self.line}")
        self.row = []
        if attributes.get("hidden") in ("1", "true"):
            self.grid.hidden.append(self.line)

    def text(self, data: str) -> None:
        if self.reading:
            self.pieces.append(data)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self.reading = False
        elif name == "c":
            if self.valued:
                missing = self.column - len(self.row)
                if missing < 0:
                    raise ValueError(f"cells of row {self.line} in no order")
                if missing:
                    self.row.extend([""] * missing)
                self.row.append(self.value("".join(self.pieces)))
            else:
                self.end_blank()
        elif name == "row":
            self.grid.add(self.line, self.row)
        elif name == "rPh":
            self.spoken = False

    def end_blank(self) -> None:
        """End a cell without a value: it takes its place where its place is not written, and may be a formula."""
        if not self.placed:
            self.row.append("")
        if self.formula:
            self.grid.not_computed.append(self.line)

    def value(self, raw: str) -> str:
        """A cell as text; numbers, days and flags are written in the one way that cannot be misread."""
        type = self.type
        if type == "s":
            return self.texts[int(raw)] if raw else ""
        if type == "n":
            return self.number(raw) if raw else ""
        if type == "b":
            return "true" if raw.strip() == "1" else "false"
        return raw.replace("T", " ").removesuffix(" 00:00:00") if type == "d" else _plain(raw)

    def number(self, raw: str) -> str:
        style = self.styles[int(self.style)] if self.style and int(self.style) < len(self.styles) else ""
        if style == "":
            return raw if raw.isascii() and raw.isdigit() else number_text(float(raw))
        number = float(raw)
        if style == "date":
            return date_text(number, since_1904=self.since_1904)
        if style == "percent":
            return f"{number_text(round(number * 100, 10))}%"
        text = number_text(number)
        if isinstance(style, int) and text.isdigit() and len(text) < style:
            text = text.zfill(style)
            self.grid.zeros.append(self.line)
        return text


def read_grid(package: Package, sheet: SheetPart, texts: list[str], styles: list[Style], *, since_1904: bool) -> Grid:
    """The rows of a sheet. Raises `Unreadable`."""
    grid = Grid(sheet.name)
    reader = _Reader(grid, texts, styles, since_1904)
    try:
        package.walk(sheet.part, reader.start, reader.end, reader.text)
    except IndexError as error:
        raise Unreadable(DAMAGED, str(error)) from error
    return grid


def _column(letters: str) -> int:
    """The number of a column, from 0: 0 for `A`, 27 for `AB`."""
    number = 0
    for sign in letters[:4]:
        number = number * 26 + ord(sign) - 64
    if not 0 < number <= _LAST_COLUMN:
        raise ValueError(f"column {letters[:9]}")
    return number - 1


def _range(reference: str) -> Iterator[tuple[int, int, int]]:
    """A merged range of several rows: first row, first column, last row."""
    first, _, last = reference.partition(":")
    begin, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if begin and end and begin[2] != end[2]:
        yield int(begin[2]), _column(begin[1]), int(end[2])
