"""Which field a column is by what its cells say, where its header alone would mean another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sysmap.messages import Message
from sysmap.schema import Field
from sysmap.tables.cells import known_choice
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import field_term
from sysmap.tables.text import show_cell, split_parts

__all__ = ["fit_choices"]

_READ_AS = Message("{header} is {column}")
_HALF = 0.5


def fit_choices(
    sheet: Sheet, found: Mapping[str, int], fields: Sequence[Field], notes: Notes
) -> dict[str, int]:  # fmt: skip
    """The columns in `found`, each at the field whose choices its cells are.

    A column moves only where its cells are no choices of its own field and half of them are those of one that the sheet
    does not have otherwise.
    """
    fitted = dict(found)
    with_choices = [field for field in fields if field.choices]
    for field in with_choices:
        if (index := fitted.get(field.name)) is None:
            continue
        cells = {part for cell in set(sheet.column(index)) for part in split_parts(cell)}
        if not cells or _known(cells, field):
            continue
        others = [other for other in with_choices if other.name not in fitted]
        best = max(others, key=lambda other: _known(cells, other), default=None)
        if best and _known(cells, best) >= _HALF * len(cells):
            fitted[best.name] = fitted.pop(field.name)
            notes.understand(_READ_AS.filled(header=show_cell(sheet.header[index]), column=field_term(best)))
    return fitted


def _known(cells: Iterable[str], field: Field) -> int:
    return sum(known_choice(field, cell) is not None for cell in cells)
