"""Where each key of a TOML text stands.

tomllib gives the values of a text and forgets their places. `outline` goes over the text once and keeps them: for each
key path (`("ties", "MENTORS", "ends", 0)`) the offset at which its key, or the item of a list, begins. It understands
all of TOML 1.0, for texts that tomllib accepts it finds exactly the key paths of tomllib's result, and it raises for no
text at all. It also says how a text exceeds what tomllib can bear: nesting that is too deep for its recursion, numbers
too long to be converted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

__all__ = ["DEEPEST", "MOST_DIGITS", "MOST_ENTRIES", "KeyPath", "Outline", "Statement", "outline"]

KeyPath = tuple[str | int, ...]
"""The keys from the top of a TOML text down to a value; an item of a list is named by its index."""

DEEPEST = 32
"""Steps of a key path. tomllib calls itself for each bracket, and takes the square of a key's parts; our files need
six."""
MOST_DIGITS = 100
"""Digits in a row. Python refuses to convert more than 4,300, and the time grows with their square."""
MOST_ENTRIES = 50_000
"""Keys and items of lists in one text."""

_PIECE = re.compile(
    r'''
      (?P<newline>\n)
    | (?P<blank>[ \t\r]+ | \#[^\n]*)
    | (?P<text> """(?:[^"\\]++|\\.|"(?!""))*+"{3,5}
              | \'\'\'(?:[^']++|'(?!\'\'))*+'{3,5}
              | "(?!"")(?:[^"\\\n]++|\\[^\n])*+"
              | '(?!\'\')[^'\n]*+')
    | (?P<open> """.*+ | \'\'\'.*+ | "[^\n]*+ | '[^\n]*+)
    | (?P<sign>[\[\]{},=.])
    | (?P<word>[^ \t\r\n\[\]{},=."'\#]++)
    ''',
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_LAST_CHARACTER = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Statement:
    """One `[table]` line or one `key = value`, which may take several lines.

    Text[start:end], and the path that it names.
    """

    start: int
    end: int
    path: KeyPath
    is_header: bool


@dataclass(frozen=True)
class Outline:
    """What `outline` found in a text.

    `offsets`: where each key path begins. `excess`: the first thing of which there is too much, with its offset, or
    None; the pass ends there. `unclosed`: the offset of the innermost bracket or quotation mark that is open where the
    text ends, or None.
    """

    text: str
    offsets: Mapping[KeyPath, int]
    statements: tuple[Statement, ...]
    excess: tuple[Literal["depth", "digits", "entries"], int] | None
    unclosed: int | None

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column that are counted from 1."""
        return self._line_starts[min(line, len(self._line_starts)) - 1] + column - 1

    def place_of(self, path: KeyPath) -> tuple[int, int]:
        r"""Line and column of a key path, or of the nearest table or list around it that the text names.

        >>> outline('a = 1\n[b]\nc = [5,\n  6]').place_of(("b", "c", 1))
        (4, 3)
        """
        while path and path not in self.offsets:
            path = path[:-1]
        return self.place(self.offsets[path]) if path else (1, 1)

    def statement_at(self, offset: int) -> Statement | None:
        """The statement in which an offset lies, or the last that begins before it; None before the first."""
        at = bisect_right(self.statements, offset, key=lambda statement: statement.start)
        return self.statements[at - 1] if at else None


def outline(text: str) -> Outline:
    """Go over a text once and keep where its keys stand; see `Outline`.

    Time and memory grow with the length of the text.
    """
    walk = _Walk(text)
    for match in _PIECE.finditer(text):
        walk.take(match.lastgroup or "", match.group(), match.start())
        if walk.excess:
            break
    walk.end_statement(len(text))
    return Outline(text, walk.offsets, tuple(walk.statements), walk.excess, walk.unclosed())


@dataclass(slots=True)
class _Container:
    """A list or inline table that is open: its path, the offset of its bracket, and how many items it has so far."""

    path: KeyPath
    offset: int
    is_list: bool
    count: int = 0


@dataclass(slots=True)
class _Walk:
    """The state of one pass: which statement, containers and key are being read at the present piece of the text."""

    text: str
    offsets: dict[KeyPath, int] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    excess: tuple[Literal["depth", "digits", "entries"], int] | None = None
    table: KeyPath = ()
    tables_in_array: dict[KeyPath, int] = field(default_factory=dict)
    start: int | None = None
    """Where the present statement begins; None between statements."""
    path: KeyPath = ()
    """The path that the present statement names, as soon as it is known."""
    header: str = ""
    """`[` or `[[` while the line of a table is read."""
    key: list[tuple[str, int]] = field(default_factory=list)
    """The parts of the key that is being read, each with its offset."""
    in_key: bool = True
    value_path: KeyPath = ()
    """The path of the value that comes after `=`."""
    awaits_value: bool = False
    containers: list[_Container] = field(default_factory=list)
    open_text: int | None = None

    def take(self, kind: str, piece: str, offset: int) -> None:
        if kind == "newline":
            if not self.containers:
                self.end_statement(offset)
            return
        if kind == "blank":
            return
        if kind == "open":
            self.open_text = offset
        if len(piece) > MOST_DIGITS and kind == "word" and sum(map(str.isdigit, piece)) > MOST_DIGITS:
            self.excess = self.excess or ("digits", offset)
        if self.start is None:
            self.begin_statement(piece, offset)
            if self.header:
                return
        if self.header:
            self.take_header(kind, piece, offset)
        elif self.in_key:
            self.take_key(kind, piece, offset)
        else:
            self.take_value(kind, piece, offset)

    def begin_statement(self, piece: str, offset: int) -> None:
        self.start, self.path, self.key, self.in_key = offset, (), [], True
        if piece == "[":
            self.header = "[[" if self.text.startswith("[[", offset) else piece

    def end_statement(self, offset: int) -> None:
        if self.header and self.key and not self.path:
            self.open_table()
        if self.start is not None:
            self.statements.append(Statement(self.start, offset, self.path, bool(self.header)))
        self.start, self.header, self.awaits_value = None, "", False

    def unclosed(self) -> int | None:
        if self.open_text is not None and self.open_text >= (self.containers[-1].offset if self.containers else 0):
            return self.open_text
        return self.containers[-1].offset if self.containers else None

    def take_header(self, kind: str, piece: str, offset: int) -> None:
        if kind != "sign":
            self.key_part(kind, piece, offset)
        elif piece == "]" and not self.path:
            self.open_table()

    def open_table(self) -> None:
        """Make the table of the line `[a.b]` or `[[a.b]]` the present one.

        In an array of tables its last table is meant.
        """
        path: KeyPath = ()
        for number, (part, offset) in enumerate(self.key, 1):
            path = (*path, part)
            self.record(path, offset)
            if self.header == "[[" and number == len(self.key):
                self.tables_in_array[path] = self.tables_in_array.get(path, 0) + 1
            if path in self.tables_in_array and (number < len(self.key) or self.header == "[["):
                path = (*path, self.tables_in_array[path] - 1)
                self.record(path, offset)
        self.table = self.path = path

    def take_key(self, kind: str, piece: str, offset: int) -> None:
        if kind != "sign":
            self.key_part(kind, piece, offset)
        elif piece == "=" and self.key:
            path = self.containers[-1].path if self.containers else self.table
            for part, at in self.key:
                path = (*path, part)
                self.record(path, at)
                if self.excess:
                    return
            if not self.containers:
                self.path = path
            self.value_path, self.awaits_value, self.in_key = path, True, False
        elif piece == "}" and self.containers:
            self.close(is_list=False)

    def key_part(self, kind: str, piece: str, offset: int) -> None:
        if len(self.key) >= DEEPEST:
            self.excess = self.excess or ("depth", offset)
        else:
            self.key.append((_key(kind, piece), offset))

    def take_value(self, kind: str, piece: str, offset: int) -> None:
        if kind != "sign" or piece in "[{":
            self.begin_value(kind, piece, offset)
        elif piece == "," and self.containers:
            if self.containers[-1].is_list:
                self.awaits_value = True
            else:
                self.key, self.in_key = [], True
        elif piece in "]}" and self.containers:
            self.close(is_list=piece == "]")

    def begin_value(self, kind: str, piece: str, offset: int) -> None:
        if not self.awaits_value:
            return
        path = self.value_path
        if self.containers and self.containers[-1].is_list:
            within = self.containers[-1]
            path, within.count = (*within.path, within.count), within.count + 1
            self.record(path, offset)
        self.awaits_value = False
        if kind == "sign":
            self.containers.append(_Container(path, offset, piece == "["))
            self.awaits_value, self.in_key, self.key = piece == "[", piece == "{", []

    def close(self, *, is_list: bool) -> None:
        """Close the innermost list or table where the bracket is of its kind.

        Any other bracket is an error that tomllib tells.
        """
        if self.containers[-1].is_list == is_list:
            self.containers.pop()
            self.awaits_value, self.in_key = False, False

    def record(self, path: KeyPath, offset: int) -> None:
        self.offsets.setdefault(path, offset)
        if len(path) > DEEPEST:
            self.excess = self.excess or ("depth", offset)
        elif len(self.offsets) > MOST_ENTRIES:
            self.excess = self.excess or ("entries", offset)


def _key(kind: str, piece: str) -> str:
    """The key that a piece of text spells: a bare word as it is, a quoted one without its quotes and escapes."""
    if kind == "word":
        return piece
    inner = piece[1:-1] if kind == "text" else piece[1:]
    return _ESCAPE.sub(_unescaped, inner) if piece[0] == '"' else inner


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= _LAST_CHARACTER else match[0]
    return _ESCAPED.get(match[3], match[0])
