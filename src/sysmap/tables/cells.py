"""A cell's text to a value: numbers, dates, choices, lists; what is wrong or was assumed comes with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from sysmap.errors import nearest
from sysmap.schema import Field
from sysmap.tables.dates import read_date
from sysmap.tables.rows import Value
from sysmap.tables.text import clean_text, fold_text, guard_cell, show_cell, split_parts

__all__ = ["Cell", "Parse", "choose_parser", "extra_parser", "guarded_extra", "known_choice", "read_number", "spellings", "write_number"]

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
    """What a cell says. `problem` is empty where all is well; `group` joins warnings of a column that are said once.

    Where `choices` stand, the remedy is sought among them, and only when it is wanted: it takes its time.
    """

    value: Value | None
    problem: str = ""
    remedy: str = ""
    level: Literal["error", "warning"] = "error"
    group: str = ""
    choices: Field | None = None

    def advice(self) -> str:
        """What to do about it."""
        return _nearest_choice(self.choices, self.group) if self.choices else self.remedy


Parse = Callable[[str], Cell]
_BLANK = Cell(None)


def read_number(text: str, comma: bool) -> float | None:
    """The number that `text` is, or None; with `comma`, `0,75` and `1.234,5` are numbers too and `12.500` is none: it may be two.

    >>> number("0,75", comma=True), number("0,75", comma=False), number("12.500", comma=True), number("12.500", comma=False)
    (0.75, None, None, 12.5)
    """
    plain = text.strip()
    # The dot groups thousands only where the comma is the decimal mark; one group alone may as well be three decimals.
    if comma and _GROUPED.fullmatch(plain):
        return None if _ONE_GROUP.fullmatch(plain) else float(plain.replace(".", "").replace(",", "."))
    if comma and _COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    if not _PLAIN.fullmatch(plain):
        return None
    found = float(plain)
    return found if math.isfinite(found) else None


def write_number(value: float, comma: bool = False) -> str:
    """A number as we write it: shortest that reads back the same, never with an exponent.

    >>> written_number(1e-05), written_number(0.5, comma=True), written_number(3)
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
    expected = f"give a {'whole ' if whole else ''}number{' ' + field.interval if field.interval else ''}"
    value = read_number(text, comma)
    if value is None:
        return _not_a_number(text, comma, expected)
    if not field.admits(value):
        return Cell(None, f"{show_cell(text)} is outside {field.interval}", expected)
    if whole and not (value.is_integer() and abs(value) < _LARGEST):
        return Cell(None, f"{show_cell(text)} is not a whole number", expected)
    return Cell(int(value) if whole else value)


def _not_a_number(text: str, comma: bool, expected: str) -> Cell:
    if comma and _ONE_GROUP.fullmatch(text):
        decimal, thousands = text.replace(".", ","), text.replace(".", "")
        return Cell(None, f"{show_cell(text)} may be {decimal} or {thousands}", f"write {decimal} or {thousands}")
    return Cell(None, f"{show_cell(text)} is not a number", expected)


def _date(cell: str) -> Cell:
    text = cell.strip()
    if not text:
        return _BLANK
    found = read_date(text)
    if found.problem:
        return Cell(None, f"{show_cell(text)} {found.problem}", found.remedy)
    if found.serial:
        said = f"{show_cell(text)} is a day number of Excel, taken as {found.iso}"
        return Cell(found.iso, said, "give the column a date format before saving as CSV", "warning", "serial")
    return Cell(found.iso)


def _boolean(cell: str) -> Cell:
    text = fold_text(cell)
    if text in _TRUE:
        return Cell(True)
    if text in _FALSE:
        return Cell(False)
    return Cell(None, f"{show_cell(cell)} is neither yes nor no", "write yes or no, ya or tidak") if text else _BLANK


def _spelling(text: str) -> str:
    """Case, blanks, underscores and hyphens do not tell choices apart; `-` alone is a choice of its own."""
    loose = fold_text(text)
    return " ".join(loose.replace("_", " ").replace("-", " ").split()) or loose


@lru_cache(maxsize=1024)
def spellings(field: Field) -> Mapping[str, str]:
    """Every accepted spelling of a field's choices, in the form they are compared by, and the choice's value."""
    titles = {_spelling(title): choice.value for choice in reversed(field.choices) for title in reversed(choice.titles)}
    return titles | {_spelling(spelling): choice.value for choice in reversed(field.choices) for spelling in reversed(choice.spellings)}


def known_choice(field: Field, cell: str) -> str | None:
    """The value of the choice that a cell spells, or None."""
    return spellings(field).get(_spelling(cell))


def _choice(field: Field, known: Mapping[str, str], cell: str) -> Cell:
    text = clean_text(cell)
    if not text:
        return _BLANK
    found = known.get(_spelling(text))
    if found:
        return Cell(found)
    if field.closed:
        return Cell(None, f"{show_cell(text)} is none of the choices", group=text, choices=field)
    return Cell(text, f"{show_cell(text)} is no known {field.name}; it was kept as written", level="warning", group=text, choices=field)


@lru_cache(maxsize=1024)
def _nearest_choice(field: Field, text: str) -> str:
    known = spellings(field)
    close = dict.fromkeys(known[spelling] for spelling in nearest(_spelling(text), known))
    return f"did you mean {' or '.join(close)}?" if close else "known: " + ", ".join(choice.value for choice in field.choices)


def _many_choices(field: Field, known: Mapping[str, str], cell: str) -> Cell:
    found = [_choice(field, known, part) for part in split_parts(clean_text(cell))]
    values = [str(one.value) for one in found if one.value is not None]
    wrong = next((one for one in found if one.problem), _BLANK)
    return wrong._replace(value=values or None)


def extra_parser(cells: Iterable[str], comma: bool) -> Parse:
    """What reads a column of the user's own: numbers where every cell is one, text otherwise.

    Codes are no numbers: leading zeros, a plus, an exponent make the column text.

    >>> extra_parser(["3", "4.5"], comma=False)("3"), extra_parser(["007", "8"], comma=False)("8").value
    (Cell(value=3.0, problem='', remedy='', level='error', group='', choices=None), '8')
    """
    texts = {cell.strip() for cell in cells} - {""}
    if not texts or not all(_is_count(text, comma) for text in texts):
        return _extra_text
    whole = all(_WHOLE.fullmatch(text) for text in texts)
    return partial(_extra_number, comma, whole)


def guarded_extra(text: str) -> str:
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
