"""Cypher cut into words: strings, comments and quoted names set apart, so that nothing can hide in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from sysmap.errors import QueryRefused

__all__ = ["Token", "partners", "tokenize"]

Kind = Literal["word", "name", "text", "number", "parameter", "sign"]

PIECES = re.compile(r"""
    (?P<blank>\s+)
  | (?P<comment>//[^\r\n]* | /\*(?s:.*?)\*/)
  | (?P<text>'(?:[^'\\]|\\(?s:.))*' | "(?:[^"\\]|\\(?s:.))*")
  | (?P<name>`(?:[^`]|``)*`)
  | (?P<parameter>\$\s*(?:\w+|`(?:[^`]|``)*`))
  | (?P<number>\d\w*)
  | (?P<word>\w+)
  | (?P<sign>.)
""", re.VERBOSE)
OPEN = {"(": ")", "[": "]", "{": "}"}
HARMLESS = "\t\n\r "


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query: `text` as written, `key` as an engine reads it (a word folded, a quoted name bare)."""

    kind: Kind
    text: str
    key: str


def tokenize(text: str) -> tuple[Token, ...]:
    """The query's tokens, blanks and comments left out.

    Raises `QueryRefused` for what engines read differently, and so could hide a word: a string, name or comment that is
    not closed, a comment in a comment, a backslash outside a string, an invisible character.

    >>> [token.key for token in tokenize("match (n:`A b`) // all")]
    ['MATCH', '(', 'N', ':', 'A b', ')']
    """
    found: list[Token] = []
    for match in PIECES.finditer(text):
        kind, piece = match.lastgroup or "", match.group()
        _refuse_the_ambiguous(kind, piece)
        if kind == "word":
            found.append(Token("word", piece, _folded(piece)))
        elif kind == "name":
            found.append(Token("name", piece, piece[1:-1].replace("``", "`")))
        elif kind not in ("blank", "comment"):
            found.append(Token(kind, piece, piece))  # type: ignore[arg-type]  # the groups of PIECES are the kinds
    return tuple(found)


def partners(tokens: tuple[Token, ...]) -> dict[int, int]:
    """Index of each bracket -> index of the one that matches it, both ways; brackets without one are left out.

    >>> partners(tokenize("(a[1])"))
    {2: 4, 4: 2, 0: 5, 5: 0}
    """
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for here, token in enumerate(tokens):
        if token.kind == "sign" and token.text in OPEN:
            waiting.append(here)
        elif token.kind == "sign" and waiting and OPEN[tokens[waiting[-1]].text] == token.text:
            there = waiting.pop()
            pairs[there], pairs[here] = here, there
    return pairs


def _folded(word: str) -> str:
    """Upper case, as an engine may make it: long s, full-width letters and their like are letters too."""
    return unicodedata.normalize("NFKC", word).casefold().upper()


def _refuse_the_ambiguous(kind: str, piece: str) -> None:
    if kind == "sign" and piece in "'\"`":
        raise QueryRefused(f"a {piece} is never closed", "close it")
    if kind == "sign" and piece == "\\":
        raise QueryRefused("a backslash stands outside a string", "write the character itself")
    if kind == "comment" and piece.startswith("/*") and "/*" in piece[1:]:
        raise QueryRefused("a comment begins within a comment", "end the first one before the second")
    if "\\" in piece and kind in ("name", "parameter"):
        raise QueryRefused(f"a backslash stands in the name {piece}", "write the character itself")
    if kind != "text" and any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in HARMLESS for c in piece):
        raise QueryRefused(f"an invisible character stands outside a string: {piece.strip()[:40]!a}", "take it out")
