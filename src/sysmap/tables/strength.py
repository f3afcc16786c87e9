"""How strong ties are and when: weights that make a row no tie, and the column that says of which time a row is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sysmap.errors import Cause
from sysmap.schema import Field
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import plain_header, show_cell

__all__ = ["TimeColumn", "any_weight", "note_weightless", "time_column"]

NO_STRENGTH = Cause("F310", "{header} is {value}: there is no tie", "nothing to do, or give it a weight above 0")
NEGATIVE = Cause(
    "F311",
    "{header} is {value}: a weight says how strong a tie is, so the row was left out",
    "write a weight above 0; what kind of tie it is has a column of its own",
)

_WEIGHT = "weight"
_YEARS = frozenset(("year", "tahun", "thn"))
_DAYS = frozenset(("date", "tanggal", "tgl"))
_YEAR = re.compile(r"\d{4}", re.ASCII)


class TimeColumn(NamedTuple):
    """The column that says of which time a row is. `is_wave`: it holds years, when somebody looked."""

    place: int
    is_wave: bool


def any_weight(field: Field) -> Field:
    """The field as it is read: a weight may be 0 or less, which says that there is no tie."""
    return replace(field, above=None, low=None) if field.name == _WEIGHT else field


def note_weightless(
    sheet: Sheet, columns: Mapping[str, int], values: Mapping[str, Sequence[Value | None]], notes: Notes
) -> set[int]:
    """The rows whose weight says that they are no tie, each noted."""
    found = set()
    for i, weight in enumerate(values.get(_WEIGHT, ())):
        if isinstance(weight, (int, float)) and weight <= 0:
            found.add(i)
            index = columns[_WEIGHT]
            cause, value = NEGATIVE if weight < 0 else NO_STRENGTH, show_cell(sheet.rows[i][index].strip())
            notes.lose(sheet.lines[i], index + 1, cause, header=sheet.header[index], value=value)
    return found


def time_column(sheet: Sheet, taken: Collection[int]) -> TimeColumn | None:
    """The column, of those not taken, that says of which year or day each row is."""
    for index, header in enumerate(sheet.header):
        key = plain_header(header)
        if index in taken or key not in _YEARS | _DAYS:
            continue
        cells = {cell.strip() for cell in set(sheet.column(index))} - {""}
        if cells and (key in _DAYS or all(map(_YEAR.fullmatch, cells))):
            return TimeColumn(index, key in _YEARS)
    return None
