"""A cell's text to a value: numbers, dates, choices, lists; what is wrong or was assumed comes with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Literal, NamedTuple

from sysmap.errors import Cause, Fault, Level, nearest
from sysmap.messages import AnyText, Day, Joined, Listing, Message
from sysmap.schema import Field
from sysmap.tables.dates import read_date
from sysmap.tables.notes import did_you_mean
from sysmap.tables.rows import Value
from sysmap.tables.terms import choice_term
from sysmap.tables.text import clean_text, fold_text, guard_cell, show_cell, split_parts

__all__ = [
    "Cell",
    "Parse",
    "choose_parser",
    "extra_parser",
    "guard_extra",
    "known_choice",
    "read_number",
    "spellings",
    "write_number",
]

# Every problem with a cell is told after the header of its column: `sektor: 'pers' is not ...`.
NOT_A_NUMBER = Cause("F011", "{value} is not a number", "give {expected}")
OUT_OF_RANGE = Cause("F012", "{value} is outside {low}-{high}", "give {expected}")
TOO_SMALL = Cause("F013", "{value} is too small", "give {expected}")
TOO_LARGE = Cause("F014", "{value} is too large", "give {expected}")
NOT_WHOLE = Cause("F015", "{value} is not a whole number", "give {expected}")
TWO_NUMBERS = Cause("F016", "{value} may be {decimal} or {thousands}", "write {decimal} or {thousands}")
NOT_YES_OR_NO = Cause("F017", "{value} is neither yes nor no", "write yes or no")
NOT_A_CHOICE = Cause("F018", "{value} is not one of the choices", "choose {choices}")
UNKNOWN_CHOICE = Cause("F019", "{value} is not a known choice; it was kept as written", "known: {choices}")
DAY_NUMBER = Cause(
    "F028", "{value} is a day number of Excel, taken as {day}", "give the column a date format before saving as CSV"
)

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

_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_COMMA = re.compile(r"[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_ONE_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_WHOLE = re.compile(r"0|-?[1-9]\d*", re.ASCII)
_COUNT = re.compile(r"-?(?:0|[1-9]\d*)[.,]\d+", re.ASCII)
_NUMBER_LIKE = re.compile(r"(?:0|[1-9]\d*)(?:[.,]\d+)*$", re.ASCII)
_TRUE = frozenset(("true", "yes", "y", "1", "ya", "benar", "x", "✓"))
_FALSE = frozenset(("false", "no", "n", "0", "tidak", "bukan", "salah"))
_LARGEST = 2**63
"""Whole numbers in a graph database have 64 bits."""


class Cell(NamedTuple):
    """What a cell says: its value, and the cause of a fault where something is wrong or was assumed.

    `values` are the parameters of the cause. Warnings of one `group` are noted once for a column. Where the cell should
    have held a choice of the field `choices`, the remedy is sought among these, but only when the fault is made: that
    takes its time.
    """

    value: Value | None
    cause: Cause | None = None
    values: Mapping[str, object] = MappingProxyType({})
    level: Level = "error"
    group: str = ""
    choices: Field | None = None

    def fault(self, file: str, line: int, column: int, header: str, more: AnyText = "") -> Fault:
        """The fault of a cell that has a cause.

        `header` is the column's header in the file; `more` is said after the problem.
        """
        if self.cause is None:
            raise ValueError("there is nothing wrong with this cell")
        values, remedy = self.values, None
        if self.choices:
            values = {**values, "choices": _list_choices(self.choices, "or" if self.choices.closed else "and")}
            remedy = _nearest_choices(self.choices, self.group)
        fault = self.cause.fault(file, line, column, level=self.level, **values)
        parts = (f"{header}:", fault.problem, more) if more else (f"{header}:", fault.problem)
        return replace(fault, problem=Joined(parts), remedy=remedy or fault.remedy)


Parse = Callable[[str], Cell]
_BLANK = Cell(None)


def read_number(text: str, comma: bool) -> float | None:
    """The number that `text` is, or None.

    `comma`: the comma is the decimal mark. Then `0,75` and `1.234,5` are numbers too, and `12.500` is not: it may be
    two numbers.

    >>> read_number("0,75", comma=True), read_number("0,75", comma=False)
    (0.75, None)
    >>> read_number("12.500", comma=True), read_number("12.500", comma=False)
    (None, 12.5)
    """
    plain = text.strip()
    # The dot groups thousands only where the comma is the decimal mark; one group alone may as well be three decimals.
    if comma and _GROUPED.fullmatch(plain):
        return None if _ONE_GROUP.fullmatch(plain) else float(plain.replace(".", "").replace(",", "."))
    if comma and _COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    if not _PLAIN.fullmatch(plain):
        return None
    number = float(plain)
    return number if math.isfinite(number) else None


def write_number(value: float, comma: bool = False) -> str:
    """A number as we write it: the shortest text that reads back as the same number, without an exponent.

    >>> write_number(1e-05), write_number(0.5, comma=True), write_number(3)
    ('0.00001', '0,5', '3')
    """
    text = repr(value)
    if "e" in text:
        text = format(Decimal(text), "f")
    if isinstance(value, float) and "." not in text:
        text += ".0"
    return text.replace(".", ",") if comma else text


def choose_parser(field: Field, comma: bool) -> Parse:
    """What reads the cells of a field's column."""
    if field.type in ("integer", "number"):
        return partial(_number, field, comma)
    if field.type == "date":
        return _date
    if field.type == "boolean":
        return _boolean
    if field.choices:
        return partial(_many_choices if field.many else _choice, field, spellings(field))
    return _many if field.many else _text


def _text(cell: str) -> Cell:
    return Cell(clean_text(cell) or None)


def _many(cell: str) -> Cell:
    return Cell(split_parts(clean_text(cell)) or None)


def _number(field: Field, comma: bool, cell: str) -> Cell:
    text = cell.strip()
    if not text:
        return _BLANK
    whole = field.type == "integer"
    value = read_number(text, comma)
    if value is None:
        return _not_a_number(field, comma, text)
    if not field.admits(value):
        return _number_fault(_range_cause(field, value), field, text)
    if whole and not value.is_integer():
        return _number_fault(NOT_WHOLE, field, text)
    if whole and abs(value) >= _LARGEST:
        return _number_fault(TOO_LARGE, field, text)
    return Cell(int(value) if whole else value)


def _not_a_number(field: Field, comma: bool, text: str) -> Cell:
    if comma and _ONE_GROUP.fullmatch(text):
        return Cell(
            None,
            TWO_NUMBERS,
            {"value": show_cell(text), "decimal": text.replace(".", ","), "thousands": text.replace(".", "")},
        )
    return _number_fault(NOT_A_NUMBER, field, text)


def _range_cause(field: Field, value: float) -> Cause:
    if field.low is not None and field.high is not None:
        return OUT_OF_RANGE
    return TOO_LARGE if field.high is not None and value > field.high else TOO_SMALL


def _number_fault(cause: Cause, field: Field, text: str) -> Cell:
    # The bounds are shown as they may be typed into a cell, without signs that group thousands.
    bounds = {
        name: f"{bound:g}"
        for name, bound in (("low", field.low), ("above", field.above), ("high", field.high))
        if bound is not None
    }
    kind = _A_WHOLE_NUMBER if field.type == "integer" else _A_NUMBER
    limits = _RANGES.get(("low" in bounds, "above" in bounds, "high" in bounds))
    expected = Joined((kind, limits.filled(**bounds))) if limits else kind
    return Cell(None, cause, {"value": show_cell(text), "expected": expected, **bounds})


def _date(cell: str) -> Cell:
    text = cell.strip()
    if not text:
        return _BLANK
    found = read_date(text)
    if found.cause:
        return Cell(None, found.cause, found.values)
    if found.serial:
        return Cell(
            found.iso,
            DAY_NUMBER,
            {"value": show_cell(text), "day": Day(date.fromisoformat(found.iso))},
            "warning",
            "serial",
        )
    return Cell(found.iso)


def _boolean(cell: str) -> Cell:
    text = fold_text(cell)
    if text in _TRUE:
        return Cell(True)
    if text in _FALSE:
        return Cell(False)
    return Cell(None, NOT_YES_OR_NO, {"value": show_cell(cell)}) if text else _BLANK


def _spelling(text: str) -> str:
    """Case, blanks, underscores and hyphens do not tell choices apart; `-` alone is a choice of its own."""
    loose = fold_text(text)
    return " ".join(loose.replace("_", " ").replace("-", " ").split()) or loose


@lru_cache(maxsize=1024)
def spellings(field: Field) -> Mapping[str, str]:
    """Spelling -> value of the choice, for all spellings that are accepted, in the form in which they are compared."""
    titles = {_spelling(title): choice.value for choice in reversed(field.choices) for title in reversed(choice.titles)}
    return titles | {
        _spelling(spelling): choice.value
        for choice in reversed(field.choices)
        for spelling in reversed(choice.spellings)
    }


def known_choice(field: Field, cell: str) -> str | None:
    """The value of the choice that a cell spells, or None."""
    return spellings(field).get(_spelling(cell))


def _choice(field: Field, known: Mapping[str, str], cell: str) -> Cell:
    text = clean_text(cell)
    if not text:
        return _BLANK
    value = known.get(_spelling(text))
    if value:
        return Cell(value)
    quoted = {"value": show_cell(text)}
    if field.closed:
        return Cell(None, NOT_A_CHOICE, quoted, group=text, choices=field)
    return Cell(text, UNKNOWN_CHOICE, quoted, "warning", text, field)


def _list_choices(field: Field, style: Literal["and", "or"]) -> Listing:
    return Listing(map(choice_term, field.choices), style)


@lru_cache(maxsize=1024)
def _nearest_choices(field: Field, text: str) -> AnyText:
    """The remedy that offers the choices whose spellings are near to `text`; empty where none is near."""
    known, choices = spellings(field), {choice.value: choice for choice in field.choices}
    return did_you_mean(choice_term(choices[known[spelling]]) for spelling in nearest(_spelling(text), known))


def _many_choices(field: Field, known: Mapping[str, str], cell: str) -> Cell:
    """The choices of a cell that holds several; of the parts that are not choices, the first is the cell's fault."""
    parts = [_choice(field, known, part) for part in split_parts(clean_text(cell))]
    values = [str(part.value) for part in parts if part.value is not None]
    faulty = next((part for part in parts if part.cause), _BLANK)
    return faulty._replace(value=values or None)


def extra_parser(cells: Iterable[str], comma: bool) -> Parse:
    """What reads a column of the user's own: numbers where every cell is a number, text otherwise.

    Codes are not numbers: a leading zero, a plus or an exponent makes the whole column text.

    >>> extra_parser(["3", "4.5"], comma=False)("3").value, extra_parser(["007", "8"], comma=False)("8").value
    (3.0, '8')
    """
    texts = {cell.strip() for cell in cells} - {""}
    if not texts or not all(_is_count(text, comma) for text in texts):
        return _extra_text
    whole = all(_WHOLE.fullmatch(text) for text in texts)
    return partial(_extra_number, comma, whole)


def guard_extra(text: str) -> str:
    """A text of a user's own column, guarded; one that looks like a number too, so that it stays a text."""
    bare = text.lstrip("'")
    return "'" + text if _NUMBER_LIKE.match(bare) else guard_cell(text)


def _is_count(text: str, comma: bool) -> bool:
    if _WHOLE.fullmatch(text):
        return abs(int(text)) < _LARGEST
    return bool(_COUNT.fullmatch(text) or (comma and _GROUPED.fullmatch(text))) and read_number(text, comma) is not None


def _extra_number(comma: bool, whole: bool, cell: str) -> Cell:
    text = cell.strip()
    if not text:
        return _BLANK
    return Cell(int(text) if whole else read_number(text, comma))


def _extra_text(cell: str) -> Cell:
    text = clean_text(cell)
    # Written with an apostrophe so that a column of such texts stays text.
    return Cell(text[1:] if text[:1] == "'" and _NUMBER_LIKE.match(text.lstrip("'")) else text or None)
