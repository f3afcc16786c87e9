"""What a file proves of how its numbers and dates are written, so that one plain cell decides for all others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import NamedTuple

from sysmap.errors import Cause
from sysmap.messages import AnyText, Message
from sysmap.schema import Field
from sysmap.tables.cell import quote
from sysmap.tables.dates import DMY, MDY
from sysmap.tables.notes import Notes
from sysmap.tables.numbers import Figures, Marks, read_figures, read_worded
from sysmap.tables.sheets import Sheet
from sysmap.tables.spans import read_span
from sysmap.tables.text import show_cell

__all__ = ["date_order", "decimal_marks"]

TWO_MARKS = Cause(
    "F202",
    "numbers are written in two ways: {point} in line {point_line} has a decimal point, {comma} in line {comma_line} "
    "a decimal comma",
    'write all of them in one way, or say decimal = "," or decimal = "." under [read] in sysmap.toml',
)
TWO_ORDERS = Cause(
    "F203",
    "dates in {header} are written in two ways: {dmy} in line {dmy_line} has the day first, {mdy} in line {mdy_line} "
    "the month",
    'write all of them in one way, or say dates = "d/m/y" or dates = "m/d/y" under [read] in sysmap.toml',
)
_COMMA_PROVED = Message("a comma is the decimal mark (proved by line {line})")
_POINT_PROVED = Message("a point is the decimal mark (proved by line {line})")
_ORDER_PROVED = Message("dates in {header} are {order} (proved by line {line})")

_ENGLISH = "en"
_PLAIN = re.compile(r"-?(?:\d+(?:\.\d{1,2}|\.\d{4,})?|0\.\d+)", re.ASCII)
"""Numbers that are the same in every habit; nearly all cells of large tables."""
_SECTION = re.compile(r"[1-9]\d?\.\d{1,2}", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)[^/]*", re.ASCII)


class _Proof(NamedTuple):
    """The first place where something is proved: its line, its column, and its cell as a message shows it."""

    line: int
    column: int
    cell: AnyText


def decimal_marks(sheet: Sheet, declared: Mapping[int, Field], own: Iterable[int], notes: Notes) -> Marks:
    """The decimal mark of a file: what `[read]` says, or what a cell in one of its columns proves.

    `declared` are the columns that hold numbers, `own` the indexes of the user's own; `6.1` there may be the number of
    a section, and proves nothing. Two proofs against each other are noted with their places.
    """
    usual = "." if sheet.read.language == _ENGLISH else ","
    if sheet.read.decimal:
        return Marks(sheet.read.decimal, usual)
    proofs: dict[str, _Proof] = {}
    unsure = False
    for index in [*declared, *own]:
        cells = set(sheet.column(index))
        read = read_worded if index in declared else _own_figures
        odd = {cell: found for cell in cells if not _PLAIN.fullmatch(cell) and (found := read(cell))}
        unsure = unsure or any(found.point != found.comma for found in odd.values())
        proving = {cell: found.proves for cell, found in odd.items() if found.proves}
        # What a workbook holds as a number has a point here, whatever people write.
        if not sheet.typed:
            pointed = (cell for cell in cells if "." in cell and _PLAIN.fullmatch(cell))
            proving |= {cell: "." for cell in pointed if index in declared or not _SECTION.fullmatch(cell)}
        _collect(sheet, index, proving, proofs, declared.get(index))
    if len(proofs) > 1:
        _note_two_marks(proofs, notes)
        return Marks()
    for mark, proof in proofs.items():
        if unsure:
            notes.understand((_COMMA_PROVED if mark == "," else _POINT_PROVED).filled(line=proof.line))
    return Marks(next(iter(proofs), ""), usual)


def _own_figures(cell: str) -> Figures | None:
    """A number in a column of the user's own; what may be the number of a section proves nothing."""
    found = read_figures(cell)
    return found._replace(proves="") if found and _SECTION.fullmatch(cell.strip()) else found


def _collect(
    sheet: Sheet, index: int, proving: Mapping[str, str], proofs: dict[str, _Proof], field: Field | None = None
) -> None:
    """Add the first place of each proof in a column, where no earlier line has one."""
    missing = set(proving.values())
    if not missing:
        return
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        what = proving.get(row[index])
        if what in missing:
            missing.remove(what)
            cell = row[index].strip()
            place = _Proof(line, index + 1, quote(field, cell) if field else show_cell(cell))
            proofs[what] = min(place, proofs.get(what, place), key=itemgetter(0, 1))
            if not missing:
                return


def _note_two_marks(proofs: dict[str, _Proof], notes: Notes) -> None:
    comma, point = proofs[","], proofs["."]
    first = min(comma, point, key=itemgetter(0, 1))
    notes.warning(
        first.line,
        first.column,
        TWO_MARKS,
        point=point.cell,
        point_line=point.line,
        comma=comma.cell,
        comma_line=comma.line,
    )


def date_order(sheet: Sheet, index: int, notes: Notes) -> str:
    """The order of day and month in a column of dates: what one of its cells proves, else what `[read]` says.

    Empty where neither does. Two proofs against each other are noted with their places; then only `[read]` can tell.
    """
    spans = {cell: read_span(cell) for cell in set(sheet.column(index)) if not _ISO_DAY.fullmatch(cell)}
    unsure = any(span.asks for span in spans.values())
    if not unsure and not any(span.proves for span in spans.values()):
        return sheet.read.dates
    proofs: dict[str, _Proof] = {}
    for order in (DMY, MDY):
        _collect(sheet, index, {cell: order for cell, span in spans.items() if order in span.proves}, proofs)
    if len(proofs) > 1:
        if not sheet.read.dates:
            _note_two_orders(sheet.header[index], proofs, notes)
        return sheet.read.dates
    for order, proof in proofs.items():
        if unsure:
            notes.understand(_ORDER_PROVED.filled(header=sheet.header[index], order=order, line=proof.line))
    return next(iter(proofs), sheet.read.dates)


def _note_two_orders(header: str, proofs: dict[str, _Proof], notes: Notes) -> None:
    dmy, mdy = proofs[DMY], proofs[MDY]
    first = min(dmy, mdy, key=itemgetter(0, 1))
    notes.warning(
        first.line,
        first.column,
        TWO_ORDERS,
        header=header,
        dmy=dmy.cell,
        dmy_line=dmy.line,
        mdy=mdy.cell,
        mdy_line=mdy.line,
    )
