"""A TOML text to the values and places that it holds; what is not TOML becomes faults with their lines.

tomllib stops at the first error. Here the statement with the error is blanked out and the text is read again, so that
all errors are told at once. tomllib's own messages are translated in one table.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

import sysmap.tables.toml_causes as causes
from sysmap.errors import Cause, Fault
from sysmap.messages import Number
from sysmap.tables.toml_lines import DEEPEST, MOST_DIGITS, MOST_ENTRIES, KeyPath, Outline, Statement, outline
from sysmap.tables.toml_spelling import place_values, spell

__all__ = ["LONGEST", "Parsed", "parse"]

LONGEST = 1_000_000
"""Characters of a file; the largest that we know of has some thousand."""
MOST_ERRORS = 20
"""Errors of TOML that are told at once: each of them is found by reading the text again."""
SMALL = 100_000
"""Characters up to which that is done; of a larger text the first error is told."""

_EXCESS = {
    "depth": (causes.TOO_DEEP, DEEPEST),
    "digits": (causes.TOO_MANY_DIGITS, MOST_DIGITS),
    "entries": (causes.TOO_MANY_ENTRIES, MOST_ENTRIES),
}

_CAUSES: tuple[tuple[str, Cause], ...] = (
    ("Invalid value", causes.NO_VALUE),
    ("Invalid statement", causes.NO_ENTRY),
    ("Invalid initial character for a key part", causes.NO_KEY),
    ("Expected '=' after a key", causes.NO_EQUALS),
    ("Expected newline or end of document", causes.NO_END_OF_LINE),
    ("Expected ']", causes.TABLE_NOT_CLOSED),
    ("Cannot ", causes.TWICE),
    ("Duplicate inline table key", causes.TWICE_IN_LINE),
    ("Unclosed array", causes.NO_COMMA_IN_LIST),
    ("Unclosed inline table", causes.NO_COMMA_IN_BRACES),
    ("Unterminated string", causes.TEXT_NOT_CLOSED),
    ('Expected "', causes.TEXT_NOT_CLOSED),
    ("Illegal character '\\n'", causes.TEXT_NOT_CLOSED),
    ("Found invalid character '\\n'", causes.TEXT_NOT_CLOSED),
    ("Illegal character", causes.CONTROL),
    ("Found invalid character", causes.CONTROL),
    ("Unescaped", causes.BACKSLASH),
    ("Invalid hex value", causes.ESCAPE),
    ("Escaped character", causes.ESCAPE),
    ("Invalid date", causes.NO_DATE),
)
"""How the messages of tomllib begin, and what is said instead."""
_UNSEEN_SHOWS_AS = (
    causes.NO_VALUE,
    causes.NO_ENTRY,
    causes.NO_KEY,
    causes.NO_EQUALS,
    causes.NO_END_OF_LINE,
    causes.TABLE_NOT_CLOSED,
)
"""What a character that cannot be seen, such as a hard blank out of a web page, makes tomllib say."""

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_ENTRY = re.compile(
    r"""[ \t]*+(?:\[{1,2}[^\[\],\n]++\]{1,2}|(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')(?:\.[\w."'-]++)?[ \t]*+=[^\n]*+)\s*?(?:\#.*+)?$""",
    re.MULTILINE,
)
"""A line that is an entry of its own, and no part of a list."""
_WORD = re.compile(r"""[^\s,\[\]{}#"'=][^,\[\]{}#"'=\n\r]*""")
"""What stands where a value should, up to a sign that ends it."""
_CURLY = re.compile("[\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb]([^\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\"'\n]*)")
_NAKED_KEY = re.compile(r"""([^\s="'\[\]{}#.][^="'\[\]{}#\n]*+)=""")
_LIKE_A_DATE = re.compile(r"""[^=\n]*=\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!["'.\d])""")


@dataclass(slots=True)
class Parsed:
    """What a text holds: values as tomllib gives them, where they stand, and what is wrong.

    `left_out`: the paths of the statements that could not be read; whether there is something else at them nobody can
    say.
    """

    values: dict[str, Any]
    outline: Outline
    faults: list[Fault] = field(default_factory=list)
    left_out: set[KeyPath] = field(default_factory=set)


def parse(text: str, file: str) -> Parsed:
    r"""Read a TOML text. It never raises.

    A text that is too large, too deep or no TOML gives faults, and the values of what is left.

    >>> parsed = parse('title = "Air"\nname = Bappeda\n', "sysmap.toml")
    >>> parsed.values, parsed.faults[0].line, parsed.faults[0].column
    ({'title': 'Air'}, 2, 8)
    """
    if len(text) > LONGEST:
        return Parsed(
            {},
            outline(""),
            [
                causes.TOO_LONG.fault(
                    file, text.count("\n", 0, LONGEST) + 1, 0, count=Number(len(text)), most=Number(LONGEST)
                )
            ],
        )
    parsed = Parsed({}, outline(text))
    for _ in range(MOST_ERRORS if len(text) <= SMALL else 1):
        if parsed.outline.excess:
            kind, offset = parsed.outline.excess
            cause, most = _EXCESS[kind]
            parsed.faults.append(cause.fault(file, *parsed.outline.place(offset), most=Number(most)))
            break
        try:
            parsed.values = tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            text = _without_error(text, str(error), parsed, file)
            if not text:
                break
            # What an open bracket or quotation mark had swallowed are statements again.
            parsed.outline = outline(text)
        else:
            break
    return parsed


def _without_error(text: str, message: str, parsed: Parsed, file: str) -> str:
    """Note tomllib's error as a fault.

    Give the text without the statement in which it stands, or "" where nothing can be taken out.
    """
    error = _error(text, message, parsed.outline)
    fault = error.fault(file)
    if fault in parsed.faults:
        return ""
    parsed.faults.append(fault)
    first, last = error.unreadable()
    parsed.left_out |= {statement.path for statement in parsed.outline.statements if first <= statement.start < last}
    return text[:first] + re.sub(r"[^\n]", " ", text[first:last]) + text[last:] if first < last else ""


@dataclass(frozen=True, slots=True)
class _Error:
    """An error of tomllib, and what surrounds it.

    `offset`: where tomllib stopped. `at_end`: that is the end of the text. `opened`: the offset of the innermost
    bracket or quotation mark that is open there, or None. `statement`: the one in which the error lies.
    """

    text: str
    message: str
    offset: int
    at_end: bool
    opened: int | None
    statement: Statement | None
    outline: Outline

    def fault(self, file: str) -> Fault:
        """The error in plain words, at the place where a person has to mend it."""
        cause, at = self.cause(), self.offset
        if cause is causes.TWICE and self.statement:
            path, start = self.statement.path, self.statement.start
            first = self.first(path, start)
            return cause.fault(file, *self.outline.place(start), first=first, **place_values(path))
        if self.opened is not None and (self.at_end or cause is causes.TEXT_NOT_CLOSED):
            at = self.opened
        elif cause is causes.KEY_QUOTES and self.statement:
            at = self.statement.start
        opened = self.outline.place(at if self.opened is None else self.opened)[0]
        value = self.unquoted()
        return cause.fault(
            file,
            *self.outline.place(at),
            opened=opened,
            character=self.character(),
            value=spell(value)[1:-1],
            quoted=spell(value),
        )

    def cause(self) -> Cause:
        """What tomllib's message means here.

        An open bracket or a forgotten quotation mark shows itself as many an error.
        """
        cause = next((cause for begins, cause in _CAUSES if self.message.startswith(begins)), causes.NOT_TOML)
        if self.opened is not None and (self.at_end or self.begins_anew() or self.breaks_braces()):
            return self.unclosed(self.opened)
        if cause in _UNSEEN_SHOWS_AS and self.character():
            return causes.CONTROL
        if cause in (causes.NO_ENTRY, causes.NO_EQUALS) and self.key():
            return causes.KEY_QUOTES
        if cause is causes.NO_VALUE and self.word():
            curly = _CURLY.match(self.text, self.offset)
            return (
                causes.CURLY_QUOTES
                if curly
                else causes.CAPITAL_TRUTH
                if self.word().lower() in ("true", "false")
                else causes.WITHOUT_QUOTES
            )
        if cause is causes.NO_END_OF_LINE and self.statement and _LIKE_A_DATE.match(self.text, self.statement.start):
            return causes.NO_DATE
        return cause

    def begins_anew(self) -> bool:
        """Whether the error stands on a later line than the open bracket, and that line is an entry of its own."""
        start = self.text.rfind("\n", 0, self.offset) + 1
        return (
            self.opened is not None
            and self.text[self.opened] in "[{"
            and self.opened < start
            and _ENTRY.match(self.text, start) is not None
        )

    def breaks_braces(self) -> bool:
        """Whether a line ends at the error while braces are open."""
        return (
            self.opened is not None
            and self.text[self.opened] == "{"
            and self.text[self.offset : self.offset + 1] in ("\n", "\r")
        )

    def unclosed(self, opened: int) -> Cause:
        if self.text[opened] in "[{":
            return causes.LIST_NOT_CLOSED if self.text[opened] == "[" else causes.BRACES_NOT_CLOSED
        return causes.LONG_TEXT_NOT_CLOSED if self.text.startswith(('"""', "'''"), opened) else causes.TEXT_NOT_CLOSED

    def first(self, path: KeyPath, start: int) -> int:
        """The line on which a path, or the nearest table or value around it, was given before the offset `start`."""
        before = (self.outline.offsets.get(path[:length], self.offset) for length in range(len(path), 0, -1))
        return self.outline.place(next((offset for offset in before if offset < start), start))[0]

    def character(self) -> str:
        """The character at the error as Unicode names it, such as U+0007, where it cannot be seen.

        "" for any other and at the end of a line.
        """
        rest = self.text[self.offset : self.offset + 2]
        return (
            f"U+{ord(rest[0]):04X}"
            if rest and not rest[0].isprintable() and rest[0] not in "\n\t" and rest != "\r\n"
            else ""
        )

    def word(self) -> str:
        """What stands at the error without quotes, or between curly ones."""
        word = _CURLY.match(self.text, self.offset) or _WORD.match(self.text, self.offset)
        return word[word.lastindex or 0].strip() if word else ""

    def key(self) -> str:
        """The key that stands without quotes where the statement begins."""
        key = _NAKED_KEY.match(self.text, self.statement.start) if self.statement else None
        return key[1].rstrip() if key else ""

    def unquoted(self) -> str:
        return self.word() if self.message.startswith("Invalid value") else self.key()

    def unreadable(self) -> tuple[int, int]:
        """From where to where to blank the text: the statement; below the line of a table all that belongs to it.

        Of an open list its own lines.
        """
        if self.statement is None:
            return 0, 0
        if self.begins_anew():
            return self.statement.start, self.text.rfind("\n", 0, self.offset) + 1
        if not self.statement.is_header:
            return self.statement.start, self.statement.end
        below = (
            statement.start
            for statement in self.outline.statements
            if statement.is_header and statement.start > self.statement.start
        )
        return self.statement.start, next(below, len(self.text))


def _error(text: str, message: str, whole: Outline) -> _Error:
    """The error that a message of tomllib tells of a text. `whole` is the outline of the text."""
    at = _AT.search(message)
    offset = whole.offset(int(at[1]), int(at[2])) if at else len(text)
    opened = outline(text[:offset]).unclosed
    statement = whole.statement_at(opened if opened is not None and at is None else offset)
    return _Error(text, message, offset, at is None, opened, statement, whole)
