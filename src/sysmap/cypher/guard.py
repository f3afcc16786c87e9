"""The guard at the door of `sysmap query` and `serve`: a query that could write, or read a file, does not get in.

It knows what is allowed rather than all that is not: a statement begins with a reading clause, a procedure or a
name with a dot that is called stands on a short list, and no word that writes stands anywhere but after `.` or `:`.
"""

from __future__ import annotations

import re

from sysmap.cypher.tokens import Token, tokenize
from sysmap.errors import QueryRefused

__all__ = ["PROCEDURES", "check_read_only"]

BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "EXPLAIN", "PROFILE"})
FORBIDDEN = frozenset({
    "ALTER", "CREATE", "DEALLOCATE", "DELETE", "DENY", "DETACH", "DROP", "FOREACH", "GRANT", "INSERT", "LOAD", "MERGE", "NODETACH",
    "REALLOCATE", "REMOVE", "RENAME", "REVOKE", "SET", "SHOW", "TERMINATE", "USE",
})
PROCEDURES = frozenset({
    "db.labels", "db.propertykeys", "db.relationshiptypes", "db.schema.nodetypeproperties", "db.schema.reltypeproperties",
    "db.schema.visualization", "dbms.components",
})
"""The procedures a query may CALL, in lower case: they describe the graph and take no argument."""
NAMESPACES = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "point", "time"})
"""What may stand before the dot of a function: everything else (apoc, gds ...) can do more than read the graph."""
REMEDY = "queries here only read the graph; quote a name that is no command with backticks"

ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
PAIRED_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u+([0-9A-Fa-f]{4})")


def check_read_only(text: str) -> None:
    r"""Pass a single statement that can only read the graph; `QueryRefused` says which word it was otherwise.

    Engines differ in when they decode `\u0027`: every reading has to pass.

    >>> check_read_only("MATCH (n) RETURN n.set")
    >>> check_read_only("MATCH (n) /* */ sEt n.x = 1")
    Traceback (most recent call last):
    sysmap.errors.QueryRefused: 'sEt' is not allowed (queries here only read the graph; quote a name that is no command with backticks)
    """
    decoded = {text, ESCAPE.sub(lambda m: chr(int(m[1], 16)), text), PAIRED_ESCAPE.sub(lambda m: m[1] + chr(int(m[2], 16)), text)}
    for reading in sorted(decoded, key=lambda reading: reading != text):
        _check(tokenize(reading))


def _check(tokens: tuple[Token, ...]) -> None:
    while tokens and tokens[-1].text == ";":
        tokens = tokens[:-1]
    if not tokens:
        raise QueryRefused("the query is empty", "give one statement, such as MATCH (n) RETURN count(n) AS n")
    if tokens[0].kind != "word" or tokens[0].key not in BEGINNINGS:
        raise QueryRefused(f"a query cannot begin with {tokens[0].text!r}", "it begins with " + ", ".join(sorted(BEGINNINGS)))
    for here, token in enumerate(tokens):
        if token.text == ";":
            raise QueryRefused("there is more than one statement", "give one at a time")
        if token.kind == "word" and not _is_a_name(tokens, here):
            if token.key in FORBIDDEN:
                raise QueryRefused(f"{token.text!r} is not allowed", REMEDY)
            if token.key == "CALL":
                _check_call(tokens[here + 1:])
        if token.text == "(" and here > 1:
            _check_function(tokens[:here])


def _is_a_name(tokens: tuple[Token, ...], here: int) -> bool:
    """Whether the word is surely a property, label or type: it follows `x.` or a single `:`.

    Not after a number (`1.SET` may be read as `1.` and `SET`), nor after `..` or `::`.
    """
    if here < 2:  # noqa: PLR2004 - a sign and what stands before it
        return False
    before, sign = tokens[here - 2], tokens[here - 1].text
    if sign == ":":
        return before.text != ":"
    return sign == "." and (before.kind in ("word", "name") or before.text in (")", "]", "}"))


def _check_call(rest: tuple[Token, ...]) -> None:
    if rest and rest[0].text in ("{", "("):
        return      # a subquery: its words are looked at like all others
    called = ""
    for token in rest:
        if (token.text != "." and token.kind not in ("word", "name")) or (called and called[-1] != "." and token.text != "."):
            break
        called += token.text.strip("`").lower()
    if called not in PROCEDURES:
        raise QueryRefused(f"CALL {called or '...'} is not allowed", "allowed: " + ", ".join(sorted(PROCEDURES)))


def _check_function(before: tuple[Token, ...]) -> None:
    """Look at what is called by the bracket after `before`: a dotted name has to be of a known namespace."""
    start = len(before) - 1
    while start > 1 and before[start].kind in ("word", "name") and before[start - 1].text == ".":
        start -= 2
    first = before[start]
    if start == len(before) - 1 or first.text.strip("`").lower() in NAMESPACES:
        return
    called = "".join(token.text.strip("`") for token in before[start:])
    if called.lower() not in PROCEDURES:
        raise QueryRefused(f"{called}() is not allowed", REMEDY)
