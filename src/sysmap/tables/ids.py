"""Ids that a program took for numbers: `1101.0` and `1.101E3` for `1101`, and those whose digits it cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sysmap.errors import Cause
from sysmap.tables.notes import Notes
from sysmap.tables.text import show_cell

__all__ = ["NUMBER_FOR_ID", "as_number", "has_cut_digits", "note_cut_digits", "unite_numbers"]

NUMBER_FOR_ID = Cause(
    "F302", "{value} was read as the id {id}", "nothing to do, or give the column the format text before saving as CSV"
)
CUT_DIGITS = Cause(
    "F317",
    "{value} is a long number whose last digits Excel has cut",
    "give the column the format text, and write the ids again",
)

_WHOLE = re.compile(r"[1-9]\d*|0", re.ASCII)
_DECIMAL = re.compile(r"([1-9]\d*|0)[.,]0+", re.ASCII)
_POWER = re.compile(r"([1-9])(?:[.,](\d+))?[eE]\+?(\d{1,3})", re.ASCII)


def as_number(text: str) -> str:
    """The digits of the whole number that a text is, however it is written; empty where it is none.

    A leading zero makes a code of it, and no number.

    >>> [as_number(text) for text in ("1101", "1101.0", "1.101E3", "1.101E+03", "007", "7.5", "3.27E+15")]
    ['1101', '1101', '1101', '1101', '', '', '']
    """
    if not text[:1].isdigit():
        return ""
    if _WHOLE.fullmatch(text):
        return text
    if decimal := _DECIMAL.fullmatch(text):
        return decimal[1]
    power = _POWER.fullmatch(text)
    if not power or has_cut_digits(text):
        return ""
    digits = power[1] + (power[2] or "").rstrip("0")
    return digits + "0" * (int(power[3]) + 1 - len(digits)) if len(digits) <= int(power[3]) + 1 else ""


def has_cut_digits(text: str) -> bool:
    """Whether a text is a long number as Excel shows it, some of its last digits gone.

    >>> has_cut_digits("3.27407E+15"), has_cut_digits("1.101E3"), has_cut_digits("1E5")
    (True, False, False)
    """
    power = _POWER.fullmatch(text)
    return power is not None and int(power[3]) >= _LONG and len(power[2] or "") < int(power[3])


_LONG = 11
"""From this power of ten on Excel shows a number in E-notation by itself."""


def note_cut_digits(cells: Iterable[tuple[int, str]], column: int, notes: Notes) -> None:
    """Note the cells of a column of ids, each with its line, that are long numbers with digits gone."""
    for line, cell in cells:
        if cell[-1:].isdigit() and has_cut_digits(cell.strip()):
            notes.warning(line, column, CUT_DIGITS, value=show_cell(cell.strip()))


def unite_numbers(columns: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """The texts that are an id of another column written as a number, each with that id.

    Two texts of one column never become one.

    >>> unite_numbers([["1101", "7"], ["1101.0", "7", "7.0"]])
    {'1101.0': '1101'}
    """
    written: dict[str, list[set[str]]] = {}
    for column in columns:
        numbers: dict[str, set[str]] = {}
        for text in column:
            if number := as_number(text):
                numbers.setdefault(number, set()).add(text)
        for number, texts in numbers.items():
            written.setdefault(number, []).append(texts)
    return {
        text: number
        for number, sets in sorted(written.items())
        if all(len(texts) == 1 for texts in sets)
        for text in sorted(set().union(*sets))
        if text != number and {number} in sets
    }
