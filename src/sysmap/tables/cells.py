"""A cell's text to a value: dates, choices, lists, and what reads each kind of column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from sysmap.errors import Cause
from sysmap.messages import Day, UserText
from sysmap.schema import Field
from sysmap.tables.cell import BLANK, Cell, Habits, Parse, loose_spelling, quote, says_nothing, spellings
from sysmap.tables.figures import number_cell, two_numbers
from sysmap.tables.numbers import Marks, read_figures, read_number
from sysmap.tables.spans import Span, read_span
from sysmap.tables.text import clean_text, fold_text, guard_cell, mend_text, split_parts

__all__ = [
    "choose_parser",
    "extra_parser",
    "guard_extra",
    "guard_list",
    "guard_text",
    "known_choice",
    "unguard_text",
]

NOT_YES_OR_NO = Cause("F017", "{value} is neither yes nor no", "write yes or no")
NOT_A_CHOICE = Cause("F018", "{value} is not one of the choices", "choose {choices}")
UNKNOWN_CHOICE = Cause("F019", "{value} is not a known choice; it was kept as written", "known: {choices}")
DAY_NUMBER = Cause(
    "F028", "{value} is a day number of Excel, taken as {day}", "give the column a date format before saving as CSV"
)
NO_ONE_DATE = Cause("F206", "{value} is a span of time, and this column holds one date", "write its first or last day")
OPEN_START = Cause("F207", "{value} says no beginning", "write the date on which it began")
WRONG_ENCODING = Cause(
    "F209",
    "{value} was saved in a wrong encoding; it seems to be {mended}",
    "correct it, and save the file as 'CSV UTF-8', which Excel offers under Save as",
)
EARLY = Cause("F208", "{value} is before 1900", "correct it if it is a slip")

_WHOLE = re.compile(r"0|-?[1-9]\d*", re.ASCII)
_COUNT = re.compile(r"-?(?:0|[1-9]\d*)[.,]\d+|-?[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d+)?", re.ASCII)
_NUMBER_LIKE = re.compile(r"(?:0|[1-9]\d*)(?:[.,]\d+)*$", re.ASCII)
_TRUE = frozenset(("true", "yes", "y", "1", "ya", "benar", "x", "✓"))
_FALSE = frozenset(("false", "no", "n", "0", "tidak", "bukan", "salah"))
_LARGEST = 2**63
"""Whole numbers in a graph database have 64 bits."""
_LONGEST_WHOLE = 21
_FIRST_USUAL_YEAR = "1900"
_SIGNED = {"+", "-"}
_SIGN = re.compile(r"[-+/\u00b1\u2212\u2013]+")
_PLAIN_HABITS = Habits()
OWN = Field("own", UserText("own"), UserText("own"))
"""A column of the user's own, of which nothing is declared."""


def choose_parser(field: Field, habits: Habits = _PLAIN_HABITS) -> Parse:
    """What reads the cells of a field's column."""
    if field.type in ("integer", "number"):
        return partial(number_cell, field, habits)
    if field.type == "date":
        return partial(_date, field, habits)
    if field.type == "boolean":
        return partial(_boolean, field, habits)
    if field.choices:
        return partial(_many_choices if field.many else _choice, field, habits, spellings(field))
    return partial(_many if field.many else _text, field, habits)


def _text(field: Field, habits: Habits, cell: str) -> Cell:
    text = unguard_text(cell)
    if habits.nothing.is_nothing(cell):
        # What has no name is told where the names are.
        return says_nothing(field, cell) if text and field.name != "name" else BLANK
    mended = mend_text(text)
    return (
        Cell(text, WRONG_ENCODING, {"value": quote(field, text), "mended": quote(field, mended)})
        if mended
        else Cell(text)
    )


def _many(field: Field, habits: Habits, cell: str) -> Cell:
    if cell in habits.none:
        return BLANK
    raw = cell.strip()
    if raw[:1] == "'" and _holds_marker(raw.lstrip("'")):
        return Cell(split_parts(raw[1:]))
    parts = split_parts(clean_text(cell))
    known = [part for part in parts if not habits.nothing.is_nothing(part)]
    # Invisible signs alone are blank to whoever looks at them.
    dropped = next((part for part in parts if part not in known and fold_text(part)), "")
    if dropped:
        return says_nothing(field, dropped if known else cell)._replace(value=known or None)
    return Cell(known) if known else BLANK


def _date(field: Field, habits: Habits, cell: str) -> Cell:
    if habits.nothing.is_nothing(cell):
        return says_nothing(field, cell) if cell.strip() else BLANK
    span, value = read_span(cell, habits.order), {"value": quote(field, cell.strip())}
    if span.cause:
        return Cell(None, span.cause, {**span.values, **value}, "question" if span.asks else "warning", unread=True)
    if field.name in ("since", "until"):
        found = _one_end(field.name, span, value)
    else:
        found = Cell(span.date) if span.date else Cell(None, NO_ONE_DATE, value, unread=True)
    if found.cause or not isinstance(found.value, str):
        return found
    if span.serial:
        return found._replace(
            cause=DAY_NUMBER, values={**value, "day": Day(date.fromisoformat(span.date))}, habit="serials"
        )
    if found.value < _FIRST_USUAL_YEAR and not habits.old:
        return found._replace(cause=EARLY, values=value)
    return found


def _one_end(name: str, span: Span, value: Mapping[str, object]) -> Cell:
    """What a cell of `since` or `until` says of its own end, and of the other."""
    if span.date:
        return Cell(span.date)
    own, other, column = (span.since, span.until, "until") if name == "since" else (span.until, span.since, "since")
    if not own and not other and name == "since":
        return Cell(None, OPEN_START, value, unread=True)
    return Cell(own or None, also={column: other} if other else {}, habit="spans" if other else "")


def _boolean(field: Field, habits: Habits, cell: str) -> Cell:
    text = fold_text(cell)
    if text in _TRUE:
        return Cell(True)
    if text in _FALSE:
        return Cell(False)
    if habits.nothing.is_nothing(cell):
        return says_nothing(field, cell) if text else BLANK
    return Cell(None, NOT_YES_OR_NO, {"value": quote(field, cell.strip())}, unread=True)


def known_choice(field: Field, cell: str) -> str | None:
    """The value of the choice that a cell spells, or None."""
    return spellings(field).get(loose_spelling(cell))


def _choice(field: Field, habits: Habits, known: Mapping[str, str], cell: str) -> Cell:
    text = unguard_text(cell)
    value = known.get(loose_spelling(text)) if text else None
    if value:
        return Cell(value)
    # A marker that is one of the choices is that choice; only then is it a marker.
    if habits.nothing.is_nothing(cell):
        return says_nothing(field, cell) if text else BLANK
    if signed := known.keys() >= _SIGNED and _signed(text, habits.marks):
        return signed
    said = {"value": quote(field, text), "text": text}
    # A sign alone is no word of anybody's.
    if field.closed or _SIGN.fullmatch(cell.strip()):
        return Cell(None, NOT_A_CHOICE, said, choices=field, unread=True)
    return Cell(text, UNKNOWN_CHOICE, said, choices=field)


def _signed(text: str, marks: Marks) -> Cell | None:
    """A number where `+` or `-` is expected: its sign is the choice, its size the strength."""
    number = read_number(text, marks)
    if not number:
        return None
    size = abs(number)
    return Cell("+" if number > 0 else "-", also={"strength": size} if size < 1 else {}, habit="signs")


def _many_choices(field: Field, habits: Habits, known: Mapping[str, str], cell: str) -> Cell:
    """The choices of a cell that holds several; of the parts that are not choices, the first is the cell's fault."""
    if cell in habits.none and not known.get(loose_spelling(cell)):
        return BLANK
    parts = [_choice(field, habits, known, part) for part in split_parts(clean_text(cell))]
    values = [str(part.value) for part in parts if part.value is not None]
    faulty = next((part for part in parts if part.cause), BLANK)
    return faulty._replace(value=values or None)


def extra_parser(cells: Iterable[str], habits: Habits = _PLAIN_HABITS) -> Parse:
    """What reads a column of the user's own: numbers where every cell that says something is one, text otherwise.

    Codes are not numbers: a leading zero, a plus or an exponent makes the whole column text.

    >>> extra_parser(["3", "4.5"])("3").value, extra_parser(["007", "8"])("8").value
    (3.0, '8')
    """
    texts = {cell.strip() for cell in cells if not habits.nothing.is_nothing(cell)}
    if not texts or not all(map(_is_count, texts)):
        return partial(_own_text, habits)
    whole = all(_WHOLE.fullmatch(text) for text in texts)
    return partial(_own_number, habits, whole)


def _own_number(habits: Habits, whole: bool, cell: str) -> Cell:
    text = cell.strip()
    if habits.nothing.is_nothing(cell):
        return says_nothing(OWN, cell) if text else BLANK
    found = read_figures(text)
    value = found.value(habits.marks) if found else None
    if found and value is None:
        return two_numbers(OWN, found, text)
    return Cell(int(text) if whole else value)


def _own_text(habits: Habits, cell: str) -> Cell:
    text = clean_text(cell)
    # Written with an apostrophe so that a column of such texts stays text.
    if text[:1] == "'" and _NUMBER_LIKE.match(text.lstrip("'")):
        return Cell(text[1:])
    return _text(OWN, habits, cell)


def guard_text(text: str) -> str:
    """A free text, guarded; one that says nothing by itself too, so that it stays a text.

    >>> guard_text("NONE"), unguard_text("'NONE"), guard_text("'tis")
    ("'NONE", 'NONE', "'tis")
    """
    return "'" + text if text and _is_marker(text.lstrip("'")) else guard_cell(text)


def guard_list(values: Sequence[str]) -> str:
    """A list as a cell, guarded; one with a part that says nothing by itself too, so that it stays a part.

    >>> guard_list(["data", "-"]), guard_list(["data", "dana"])
    ("'data|-", 'data|dana')
    """
    text = "|".join(values)
    return "'" + text if _holds_marker(text.lstrip("'")) else guard_cell(text)


def _holds_marker(text: str) -> bool:
    return any(map(_is_marker, split_parts(text)))


def unguard_text(cell: str) -> str:
    """The text that `guard_text` was given, without outer blanks."""
    text = clean_text(cell)
    return text[1:] if text[:1] == "'" and _is_marker(text.lstrip("'")) else text


def _is_marker(text: str) -> bool:
    return bool(text) and _PLAIN_HABITS.nothing.is_nothing(text)


def guard_extra(text: str) -> str:
    """A text of a user's own column, guarded; one that looks like a number too, so that it stays a text."""
    return "'" + text if _NUMBER_LIKE.match(text.lstrip("'")) else guard_text(text)


def _is_count(text: str) -> bool:
    if _WHOLE.fullmatch(text):
        return len(text) < _LONGEST_WHOLE and abs(int(text)) < _LARGEST
    return bool(_COUNT.fullmatch(text)) and read_figures(text) is not None
