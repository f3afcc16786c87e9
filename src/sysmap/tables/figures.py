"""A cell of a column of numbers to its value: marks, units, percents, ratings in words, ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from sysmap.errors import Cause
from sysmap.messages import Joined, Message, Number
from sysmap.schema import Field
from sysmap.tables.cell import BLANK, Cell, Habits, quote, says_nothing
from sysmap.tables.numbers import Figures, read_worded
from sysmap.tables.text import fold_text, show_cell

__all__ = ["number_cell", "two_numbers"]

NOT_A_NUMBER = Cause("F011", "{value} is not a number", "give {expected}")
OUT_OF_RANGE = Cause("F012", "{value} is outside {low}-{high}", "give {expected}")
TOO_SMALL = Cause("F013", "{value} is too small", "give {expected}")
TOO_LARGE = Cause("F014", "{value} is too large", "give {expected}")
NOT_WHOLE = Cause("F015", "{value} is not a whole number", "give {expected}")
TWO_NUMBERS = Cause(
    "F016",
    "{value} may be {decimal} or {thousands}",
    'say decimal = "{if_decimal}" under [read] in sysmap.toml if it is {decimal}, or decimal = "{if_thousands}" if it '
    "is {thousands}; until then it counts as not known",
)
OTHER_UNIT = Cause("F205", "{value} is given in {unit}, and the column counts {own}", "give {expected}")

_A_NUMBER = Message("a number")
_A_WHOLE_NUMBER = Message("a whole number")
_RANGES: Mapping[tuple[bool, bool, bool], Message] = {
    (True, False, True): Message("from {low} to {high}"),
    (True, False, False): Message("of at least {low}"),
    (False, True, True): Message("above {above} and at most {high}"),
    (False, True, False): Message("above {above}"),
    (False, False, True): Message("of at most {high}"),
}
"""How a range is told, by which of the bounds `low`, `above` and `high` it has."""

_PLAIN = re.compile(r"-?(?:\d+(?:\.\d{1,2}|\.\d{4,})?|0\.\d+)", re.ASCII)
"""Numbers that are the same in every habit; nearly all cells of large tables."""
_LARGEST = 2**63
"""Whole numbers in a graph database have 64 bits."""

_DEGREES = (
    ("sangat rendah", "very low"),
    ("rendah", "low"),
    ("sedang", "cukup", "medium", "moderate"),
    ("tinggi", "high"),
    ("sangat tinggi", "very high"),
)
_RATINGS: Mapping[float, Mapping[str, float]] = {
    high: {word: value for words, value in zip(_DEGREES, values, strict=True) for word in words}
    for high, values in ((5, (1.0, 2.0, 3.0, 4.0, 5.0)), (4, (1.0, 2.0, 2.5, 3.0, 4.0)))
}
"""What a word is worth on a scale from 1 to 5, and on one from 1 to 4."""
_UNITS = (
    frozenset(("jiwa", "orang", "penduduk", "warga", "individu", "people", "person", "persons")),
    frozenset(("rupiah", "idr", "the map's currency")),
)
"""Words for the same unit."""
_PERCENT = "%"


def number_cell(field: Field, habits: Habits, cell: str) -> Cell:
    """What a cell of a number says."""
    text = cell.strip()
    if _PLAIN.fullmatch(text):
        return _checked(field, float(text), text)
    if habits.nothing.is_nothing(cell):
        return says_nothing(field, cell) if text else BLANK
    if rating := _rating(field, text):
        return Cell(rating, habit="words")
    found = read_worded(text)
    if found is None or not _fits(field, found.unit):
        return _misfit(field, found, text)
    return _marked(field, habits, found, text)


def _rating(field: Field, text: str) -> float | None:
    scale = _RATINGS.get(field.high or 0) if field.low == 1 else None
    return scale.get(fold_text(text)) if scale else None


def _marked(field: Field, habits: Habits, found: Figures, text: str) -> Cell:
    """The cell of figures whose marks may have two meanings: where only one of the two is possible, it is meant."""
    value = found.value(habits.marks)
    if value is None:
        possible = [one for one in (found.point, found.comma) if _admits(field, one)]
        value = possible[0] if len(possible) == 1 else None
    if value is None:
        return two_numbers(field, found, text)
    if found.unit != _PERCENT:
        return _checked(field, value, text)
    return _checked(field, value / 100 if field.high == 1 else value, text)._replace(habit="percents")


def _admits(field: Field, value: float) -> bool:
    return field.admits(value) and (field.type != "integer" or value.is_integer())


def _checked(field: Field, value: float, text: str) -> Cell:
    """The cell of a number, or its fault where the field does not admit it."""
    if field.name == "strength" and value < 0 and field.admits(-value):
        return Cell(-value, also={"polarity": "-"}, habit="minus")
    if not field.admits(value):
        return _fault(_range_cause(field, value), field, text)
    if field.type != "integer":
        return Cell(value)
    if not value.is_integer():
        return _fault(NOT_WHOLE, field, text)
    return _fault(TOO_LARGE, field, text) if abs(value) >= _LARGEST else Cell(int(value))


def _range_cause(field: Field, value: float) -> Cause:
    if field.low is not None and field.high is not None:
        return OUT_OF_RANGE
    return TOO_LARGE if field.high is not None and value > field.high else TOO_SMALL


def _fault(cause: Cause, field: Field, text: str, **more: object) -> Cell:
    # The bounds are shown as they may be typed into a cell, without signs that group thousands.
    bounds = {
        name: f"{bound:g}"
        for name, bound in (("low", field.low), ("above", field.above), ("high", field.high))
        if bound is not None
    }
    kind = _A_WHOLE_NUMBER if field.type == "integer" else _A_NUMBER
    limits = _RANGES.get(("low" in bounds, "above" in bounds, "high" in bounds))
    expected = Joined((kind, limits.filled(**bounds))) if limits else kind
    return Cell(None, cause, {"value": quote(field, text), "expected": expected, **bounds, **more}, unread=True)


def two_numbers(field: Field, found: Figures, text: str) -> Cell:
    """A number that is one thing with a decimal point, and another with a decimal comma: a question."""
    smaller, larger = sorted((found.point, found.comma), key=abs)
    decimal, grouping = (".", ",") if smaller == found.point else (",", ".")
    values = {
        "value": quote(field, text),
        "decimal": Number(smaller, len(f"{smaller:.6f}".rstrip("0").partition(".")[2])),
        "thousands": f"{larger:.0f}",
        "if_decimal": decimal,
        "if_thousands": grouping,
    }
    return Cell(None, TWO_NUMBERS, values, "question", unread=True, of_file=True)


@lru_cache(maxsize=1024)
def _unit_words(field: Field) -> frozenset[str]:
    """The words that mean the unit of a field; empty where it has none."""
    own = frozenset(form.casefold() for form in field.unit.forms()) if field.unit else frozenset[str]()
    return own.union(*(words for words in _UNITS if words & own))


def _fits(field: Field, unit: str) -> bool:
    """Whether figures with this unit may stand in the column of a field."""
    if unit == _PERCENT:
        return field.high == 1 or (field.unit is None and field.low is None and field.high is None)
    return not unit or field.unit is None or unit in _unit_words(field)


def _misfit(field: Field, found: Figures | None, text: str) -> Cell:
    if found and found.unit and field.unit:
        return _fault(OTHER_UNIT, field, text, unit=show_cell(found.unit), own=field.unit)
    return _fault(NOT_A_NUMBER, field, text)
