"""Every way in which a TOML file of ours can be wrong: one table of sentences, and how they show keys and values.

A `Cause` is a constant: a stable id, and what is wrong and what to do about it as texts with `{named}` parameters. `{where}` is
always the place as `where` writes it, `{value}` a value as `spelled` writes it; lists of names come as `one_of` writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice

from sysmap.errors import Fault, nearest
from sysmap.tables.toml_lines import KeyPath

__all__ = ["Cause", "bare_or_quoted", "one_of", "place_values", "spelled", "where"]


@dataclass(frozen=True, slots=True)
class Cause:
    """One way to be wrong. `problem` and `remedy` are format strings; `id` never changes, whatever their wording.

    >>> print(Cause("toml-example", "{where} is {value}", "give {least} or more").fault("a.toml", 3, 1, where="top", value="0", least="1"))
    a.toml:3:1: top is 0 (give 1 or more)
    """

    id: str
    problem: str
    remedy: str

    def fault(self, file: str, line: int, column: int, /, **values: object) -> Fault:
        """A fault of this cause at a place of a file."""
        return Fault(file, line, column, self.problem.format(**values), self.remedy.format(**values))

    def offering(self, name: str, known: Iterable[str]) -> tuple[Cause, dict[str, str]]:
        """The cause to tell of a name that is not among `known`, and its parameters: where known names are close, these are its remedy."""
        names = list(known)
        close = nearest(name, names)
        return replace(self, remedy=DID_YOU_MEAN) if close else self, {"close": one_of(close), "known": one_of(names)}


DID_YOU_MEAN = "did you mean {close}?"

# The file as a whole.
UNREADABLE_FILE = Cause("toml-file", "the file cannot be read: {reason}", "check that the file is there and that you may read it")
NOT_UTF8 = Cause("toml-utf8", "the file is not UTF-8: byte 0x{byte:02x} means nothing there", "save the file as UTF-8")
TOO_LONG = Cause("toml-long", "the file has {count} characters, more than {most}", "leave out what is not about the map")
TOO_DEEP = Cause("toml-deep", "here more than {most} lists or tables stand one inside the other", "no entry needs more than six; close the brackets")
TOO_MANY_DIGITS = Cause("toml-digits", "this number has more than {most} digits", "write a shorter number")
TOO_MANY_ENTRIES = Cause("toml-entries", "from here on there are more than {most} entries", "leave out what is not about the map")

# What is not written as TOML asks for.
NO_VALUE = Cause("toml-value", "the value is missing here", 'write key = "a text", or a number, true or false without quotes')
WITHOUT_QUOTES = Cause("toml-quotes", "the text {value} stands without quotes", "write {quoted}; only numbers, dates, true and false stand without")
CURLY_QUOTES = Cause("toml-curly", "the quotation marks are curly ones here", "write straight ones: {quoted}")
CAPITAL_TRUTH = Cause("toml-capital", "{value} is written with a capital letter", "write true or false")
NO_ENTRY = Cause("toml-entry", "this line cannot be read", 'write key = "value", or [table] on a line of its own')
NO_KEY = Cause("toml-key", "a key is missing here", 'write key = "value"')
KEY_QUOTES = Cause("toml-key-quotes", "the key {value} stands without quotes", "write {quoted} = ...; only a key of the signs a-z, A-Z, 0-9, - and _ stands without")
NO_EQUALS = Cause("toml-equals", "after the key the sign = is missing", 'write key = "value"')
NO_END_OF_LINE = Cause("toml-line", "the line goes on after its entry has ended", "write one entry to a line; a text stands in one pair of quotes")
TABLE_NOT_CLOSED = Cause("toml-table", "the name of this table is not closed", "write [table] on a line of its own; a name with a blank stands in quotes")
TEXT_NOT_CLOSED = Cause("toml-text", "the text that begins here is not closed on its line", "put a quotation mark at its end")
LONG_TEXT_NOT_CLOSED = Cause("toml-long-text", "the text that begins here is not closed", "put three quotation marks at its end")
LIST_NOT_CLOSED = Cause("toml-list", "the list that begins on line {opened} is not closed before this", "put ] at its end")
BRACES_NOT_CLOSED = Cause("toml-braces", "the braces that open on line {opened} are not closed before this", "put }} at their end; all between braces stands on one line")
NO_COMMA_IN_LIST = Cause("toml-comma", "in the list that begins on line {opened} a comma or the closing ] is missing here",
                         "write a comma between two values of a list, and ] after the last")
NO_COMMA_IN_BRACES = Cause("toml-brace-comma", "between the braces that open on line {opened} a comma or the closing }} is missing here",
                           "write a comma between two entries, and }} after the last; all of it stands on one line")
TWICE = Cause("toml-twice", "{where} is given a second time; it stands already on line {first}", "keep one of the two")
TWICE_IN_LINE = Cause("toml-twice-in-line", "a key is given a second time here", "keep one of the two")
BACKSLASH = Cause("toml-backslash", "in this text a backslash stands before a sign that it has no meaning with",
                  "write two backslashes for one, or put the text between ' and '")
ESCAPE = Cause("toml-escape", "in this text \\u or \\U is not followed by the number of a character", "write \\u and four of the signs 0-9 and A-F")
CONTROL = Cause("toml-control", "here stands a character that cannot be seen, {character}", "delete it, or write an ordinary blank")
NO_DATE = Cause("toml-date", "here stands no day of the calendar", "write it as 2024-01-31, without quotes")
NOT_TOML = Cause("toml-other", "from here on the line cannot be read", 'write key = "value", or [table] on a line of its own')

# Keys, and the kind of value that each of them takes.
UNKNOWN_KEY = Cause("toml-unknown-key", "{where} is not a known key", "choose {known}")
NO_PAIRS = Cause("toml-no-pairs", "{where} is missing", "write {example}, the kinds of node that the tie goes from and to")
NOT_TEXT = Cause("toml-not-text", "{where} is {value}, not a text", 'write {key} = "...", with the text in quotes')
EMPTY_TEXT = Cause("toml-empty-text", "{where} is empty", 'write {key} = "...", with a text in quotes')
NOT_TRUTH = Cause("toml-not-truth", "{where} is {value}", "write true or false, without quotes")
NOT_WHOLE = Cause("toml-not-whole", "{where} is {value}", "give a whole number from {low} to {high}")
NOT_WHOLE_FROM = Cause("toml-not-whole-from", "{where} is {value}", "give a whole number from {low} on")
NOT_NUMBER = Cause("toml-not-number", "{where} is {value}, not a number", "give a number, without quotes and with a decimal point, such as 2.5")
NOT_ONE_OF = Cause("toml-not-one-of", "{where} is {value}", "choose {known}")
NOT_TEXTS = Cause("toml-not-texts", "{where} is {value}, not a list of texts", 'write {key} = ["...", "..."]')
TEXT_WITHOUT_LIST = Cause("toml-not-list", "{where} is a single text, {value}, not a list of texts", "write {key} = [{value}]")
NOT_TEXT_IN_LIST = Cause("toml-not-text-in-list", "{where} holds {value}, which is not a text", "put it in quotes")
NOT_TABLE = Cause("toml-not-table", "{where} is {value}, not a table", "write [{table}] on a line of its own, and its entries below it")
NOT_WORDS = Cause("toml-not-words", "{where} is {value}, not a text", 'write {key} = "...", or {key} = {{ en = "...", id = "..." }}')
NOT_PAIRS = Cause("toml-not-pairs", "{where} is {value}, not a list of pairs", "write {example}, the kinds of node that the tie goes from and to")
NOT_DAY = Cause("toml-not-day", "{where} is {value}, not a day", "write it as 2024-01-31")
NOT_KNOWN = Cause("toml-not-known", "{where} holds {value}, which is not known", "choose {known}")

# What sysmap.toml says.
NO_DAY = Cause("toml-no-day", "{where}: {value} {reason}", "write it as 2024-01-31")
NO_NAME = Cause("toml-name", "{where} is {value}, which holds a slash or a sign that cannot be seen", "give a short name, such as gunungkidul")
NO_WEIGHT = Cause("toml-weights", "{where}: every weight_... is 0, so that nothing tells one suggestion from another", "give one of them 1 or more")
TIE_NAME = Cause("toml-tie-name", "{value} cannot be the name of a tie", "write it in upper-case letters, digits and _, such as WORKS_ON")
TIE_TAKEN = Cause("toml-tie-taken", "{value} is declared already", "choose another name for your tie")
SENTENCE_ENDS = Cause("toml-sentence-ends", "{where} does not name both ends of the tie", "write it with {{source}} and {{target}}")
SENTENCE_BRACES = Cause("toml-sentence-braces", "{where} has other braces than those of {{source}} and {{target}}", "take the other braces out")
NO_IDENTITY = Cause("toml-identity", "{where} holds {value}, which the tie does not have as a field", "choose {known}")
NO_IDENTITY_AT_ALL = Cause("toml-identity-none", "{where} holds {value}, but the tie has no fields", "declare it under fields, or leave identity out")
FIELD_NAME = Cause("toml-field-name", "{value} cannot be the name of a field",
                   "write letters, digits and _, and not a digit first; {reserved} and names that begin with {ours} are taken")
RANGE_WITHOUT_NUMBER = Cause("toml-range", "{where} is set, but the field is not a number", 'write type = "number" or type = "integer", or leave low and high out')
LOW_OVER_HIGH = Cause("toml-low-high", "{where} is above high", "give a low that is not above high")
UNKNOWN_LABEL = Cause("toml-label", "{where} holds {value}, which is not a kind of node", "choose {known}")
NO_CHOICES = Cause("toml-choices", "{value} is not a field that takes choices", 'write [choices."Stakeholder.sector"]')
CHOICES_UNQUOTED = Cause("toml-choices-quotes", "{value} alone is not a field that takes choices", "write both names in one pair of quotes: [choices.{quoted}]")
EMPTY_CHOICE = Cause("toml-empty-choice", "a choice has an empty name", "write the word that stands in the table's cells before the sign =")
EMPTY_WORDS = Cause("toml-empty-words", "{where} holds no text", 'write {key} = "...", or {key} = {{ en = "...", id = "..." }}')
UNKNOWN_COLUMN = Cause("toml-column", "{where} is {value}, which is not a known column", "see `sysmap vocabulary`")

# What a look file says.
UNKNOWN_KIND = Cause("toml-kind", "{where} is not a kind of node", "choose {known}")

_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_LONGEST = 60
_ITEMS = 6


def one_of(names: Iterable[str]) -> str:
    """Names to choose from.

    >>> one_of(["system", "light", "dark"])
    'system, light or dark'
    """
    *others, last = [*names] or [""]
    return f"{', '.join(others)} or {last}" if others else last


def spelled(value: object, limit: int = _LONGEST) -> str:
    r"""A value as TOML writes it, with what cannot be seen spelled out, and cut to about `limit` characters.

    >>> spelled(True), spelled(["a", 1, {"b": 2.5}]), spelled("a\u00a0b")
    ('true', '["a", 1, { b = 2.5 }]', '"a\\u00A0b"')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = _cut((f"{bare_or_quoted(str(key))} = {spelled(one, limit // 2)}" for key, one in value.items()), len(value), limit)
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{_cut((spelled(one, limit // 2) for one in value), len(value), limit)}]"
    return _quoted(value, limit) if isinstance(value, str) else str(value)


def _cut(shown: Iterable[str], count: int, limit: int) -> str:
    """The first few of `count` items, joined by commas, with `...` where items are left out."""
    told: list[str] = []
    for one in islice(shown, _ITEMS):
        if sum(map(len, told)) > limit:
            break
        told.append(one)
    return ", ".join([*told, "..."] if len(told) < count else told)


def _quoted(text: str, limit: int = _LONGEST) -> str:
    short = text if len(text) <= limit else text[: max(limit, 8) - 3] + "..."
    return "".join(one if one.isprintable() else _escaped(one) for one in json.dumps(short, ensure_ascii=False))


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"  # noqa: PLR2004 - TOML writes the others with eight signs


def bare_or_quoted(key: str) -> str:
    """A key as TOML writes it: in quotes where it holds more than letters, digits, hyphens and underscores."""
    return key if key and len(key) <= _LONGEST and _BARE.issuperset(key) else _quoted(key)


def where(path: KeyPath) -> str:
    """A key path as people find it in the file: the table in brackets, then the key. Indexes of lists are left out.

    >>> where(("title",)), where(("ties", "MENTORS", "ends", 0)), where(("choices", "Stakeholder.sector"))
    ('title', '[ties.MENTORS] ends', '[choices] "Stakeholder.sector"')
    """
    keys = [bare_or_quoted(part) for part in path if isinstance(part, str)]
    return f"[{'.'.join(keys[:-1])}] {keys[-1]}" if keys[1:] else "".join(keys)


def place_values(path: KeyPath) -> dict[str, str]:
    """The parameters that every cause may use for a place: `where`, the last `key`, and the whole path as the header of a `table`."""
    keys = [bare_or_quoted(part) for part in path if isinstance(part, str)]
    return {"where": where(path), "key": keys[-1] if keys else "", "table": ".".join(keys)}
