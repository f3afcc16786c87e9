"""Cut Cypher into tokens. Strings, comments and quoted names are told from other text: no word can hide in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from sysmap.errors import Cause, QueryRefused

__all__ = ["Token", "match_brackets", "tokenize"]

Kind = Literal["word", "name", "text", "number", "parameter", "sign"]

PIECES = re.compile(
    r"""
    (?P<blank>\s+)
  | (?P<comment>//[^\r\n]* | /\*(?s:.*?)\*/)
  | (?P<text>'(?:[^'\\]|\\(?s:.))*' | "(?:[^"\\]|\\(?s:.))*")
  | (?P<name>`(?:[^`]|``)*`)
  | (?P<parameter>\$\s*(?:\w+|`(?:[^`]|``)*`))
  | (?P<number>\d\w*)
  | (?P<word>\w+)
  | (?P<sign>.)
""",
    re.VERBOSE,
)
OPEN = {"(": ")", "[": "]", "{": "}"}
HARMLESS = "\t\n\r "
"""The invisible characters that every engine reads as a blank."""

NEVER_CLOSED = Cause("C001", "a {quote} is never closed", "close it")
BACKSLASH_OUTSIDE = Cause("C002", "a backslash stands outside a string", "write the character itself")
NESTED_COMMENT = Cause("C003", "a comment begins within a comment", "end the first one before the second")
BACKSLASH_IN_NAME = Cause("C004", "a backslash stands in the name {name}", "write the character itself")
INVISIBLE_CHARACTER = Cause("C005", "an invisible character stands outside a string: {text}", "take it out")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query.

    `text` as it is written, `key` as an engine reads it (a word in upper case, a quoted name without its quotes).
    """

    kind: Kind
    text: str
    key: str


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut a query into its tokens, without blanks and comments.

    Raises `QueryRefused` for text that engines read in different ways, because it could hide a word: a string, name or
    comment that is not closed, a comment in a comment, a backslash outside a string, an invisible character.

    >>> [token.key for token in tokenize("match (n:`A b`) // all")]
    ['MATCH', '(', 'N', ':', 'A b', ')']
    """
    tokens: list[Token] = []
    for match in PIECES.finditer(text):
        kind, piece = match.lastgroup or "", match.group()
        _refuse_ambiguous(kind, piece)
        if kind == "word":
            tokens.append(Token("word", piece, _fold(piece)))
        elif kind == "name":
            tokens.append(Token("name", piece, piece[1:-1].replace("``", "`")))
        elif kind not in ("blank", "comment"):
            tokens.append(Token(kind, piece, piece))  # type: ignore[arg-type]  # the groups of PIECES are the kinds
    return tuple(tokens)


def match_brackets(tokens: tuple[Token, ...]) -> dict[int, int]:
    """Which brackets belong together: the index of each bracket -> the index of the other, in both directions.

    A bracket that matches no other is left out.

    >>> match_brackets(tokenize("(a[1])"))
    {2: 4, 4: 2, 0: 5, 5: 0}
    """
    pairs: dict[int, int] = {}
    still_open: list[int] = []
    for here, token in enumerate(tokens):
        if token.kind == "sign" and token.text in OPEN:
            still_open.append(here)
        elif token.kind == "sign" and still_open and OPEN[tokens[still_open[-1]].text] == token.text:
            there = still_open.pop()
            pairs[there], pairs[here] = here, there
    return pairs


def _fold(word: str) -> str:
    """A word in upper case, as an engine may read it: a long s or a full-width letter counts as the plain letter."""
    return unicodedata.normalize("NFKC", word).casefold().upper()


def _refuse_ambiguous(kind: str, piece: str) -> None:
    if kind == "sign" and piece in "'\"`":
        raise QueryRefused(NEVER_CLOSED, quote=piece)
    if kind == "sign" and piece == "\\":
        raise QueryRefused(BACKSLASH_OUTSIDE)
    if kind == "comment" and piece.startswith("/*") and "/*" in piece[1:]:
        raise QueryRefused(NESTED_COMMENT)
    if "\\" in piece and kind in ("name", "parameter"):
        raise QueryRefused(BACKSLASH_IN_NAME, name=piece)
    if kind != "text" and any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in HARMLESS for c in piece):
        raise QueryRefused(INVISIBLE_CHARACTER, text=ascii(piece.strip()[:40]))
