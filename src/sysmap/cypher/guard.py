"""The guard of `sysmap query`: it refuses a query that could write to the database or read a file.

It allows what it knows instead of forbidding what it knows. A statement must begin with a clause that reads. A
procedure, or a function with a dot in its name, must stand on a short list. A word that writes may stand only after `.`
or `:`, where it is the name of a property, label or type.
"""

from __future__ import annotations

import re

from sysmap.cypher.tokens import Token, tokenize
from sysmap.errors import Cause, QueryRefused
from sysmap.messages import Joined, Message

__all__ = ["PROCEDURES", "check_read_only"]

BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "EXPLAIN", "PROFILE"})
FORBIDDEN = frozenset(
    {
        "ALTER",
        "CREATE",
        "DEALLOCATE",
        "DELETE",
        "DENY",
        "DETACH",
        "DROP",
        "FOREACH",
        "GRANT",
        "INSERT",
        "LOAD",
        "MERGE",
        "NODETACH",
        "REALLOCATE",
        "REMOVE",
        "RENAME",
        "REVOKE",
        "SET",
        "SHOW",
        "TERMINATE",
        "USE",
    }
)
PROCEDURES = frozenset(
    {
        "db.labels",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "dbms.components",
    }
)
"""The procedures that a query may CALL, in lower case. They describe the graph and take no arguments."""
NAMESPACES = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "point", "time"})
"""What may stand before the dot of a function. All others (apoc, gds ...) can do more than read the graph."""

EMPTY = Cause("C010", "the query is empty", "give one statement, such as MATCH (n) RETURN count(n) AS n")
WRONG_BEGINNING = Cause("C011", "a query cannot begin with {word}", "it begins with {beginnings}")
SEVERAL_STATEMENTS = Cause("C012", "there is more than one statement", "give one at a time")
READS_ONLY = Message("queries here only read the graph; quote a name that is no command with backticks")
WORD_NOT_ALLOWED = Cause("C013", "{word} is not allowed", READS_ONLY)
CALL_NOT_ALLOWED = Cause("C014", "CALL {procedure} is not allowed", "allowed: {procedures}")
FUNCTION_NOT_ALLOWED = Cause("C015", "{function}() is not allowed", READS_ONLY)

ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
PAIRED_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u+([0-9A-Fa-f]{4})")


def check_read_only(text: str) -> None:
    r"""Accept a single statement that can only read the graph.

    Raises `QueryRefused`, which names the word that is not allowed.

    Engines differ in when they decode an escape such as `\u0027`, so the text is checked as it stands and with its
    escapes decoded.

    >>> check_read_only("MATCH (n) RETURN n.set")
    >>> check_read_only("MATCH (n) /* */ sEt n.x = 1")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    sysmap.errors.QueryRefused: 'sEt' is not allowed (queries here only read the graph; quote ... with backticks)
    """
    # Some engines count backslashes in pairs (PAIRED_ESCAPE): for them `\\u0027` is a backslash and the text u0027.
    readings = {
        text,
        ESCAPE.sub(lambda m: chr(int(m[1], 16)), text),
        PAIRED_ESCAPE.sub(lambda m: m[1] + chr(int(m[2], 16)), text),
    }
    for reading in sorted(readings, key=lambda reading: reading != text):
        _check(tokenize(reading))


def _check(tokens: tuple[Token, ...]) -> None:
    """Check one reading of the query, word by word."""
    while tokens and tokens[-1].text == ";":
        tokens = tokens[:-1]
    if not tokens:
        raise QueryRefused(EMPTY)
    if tokens[0].kind != "word" or tokens[0].key not in BEGINNINGS:
        raise QueryRefused(WRONG_BEGINNING, word=repr(tokens[0].text), beginnings=Joined(sorted(BEGINNINGS), ", "))
    for here, token in enumerate(tokens):
        if token.text == ";":
            raise QueryRefused(SEVERAL_STATEMENTS)
        if token.kind == "word" and not _is_a_name(tokens, here):
            if token.key in FORBIDDEN:
                raise QueryRefused(WORD_NOT_ALLOWED, word=repr(token.text))
            if token.key == "CALL":
                _check_call(tokens[here + 1 :])
        if token.text == "(":
            _check_function(tokens[:here])


def _is_a_name(tokens: tuple[Token, ...], here: int) -> bool:
    """Whether the word at index `here` is certainly a property, label or type: it follows `x.` or a single `:`.

    After a number it is not certain (`1.SET` may be read as `1.` and `SET`), nor after `..` or `::`.
    """
    if here < 2:  # noqa: PLR2004 - the sign, and the token before it
        return False
    before, sign = tokens[here - 2], tokens[here - 1].text
    if sign == ":":
        return before.text != ":"
    return sign == "." and (before.kind in ("word", "name") or before.text in (")", "]", "}"))


def _check_call(rest: tuple[Token, ...]) -> None:
    """Check the name of the procedure that `rest`, the tokens after CALL, begins with."""
    if rest and rest[0].text in ("{", "("):
        return  # a subquery: its words are checked like all others
    procedure = ""
    for token in rest:  # names and dots in turn; the first token that does not fit ends the name
        if (token.text != "." and token.kind not in ("word", "name")) or (
            procedure and procedure[-1] != "." and token.text != "."
        ):
            break
        procedure += token.text.strip("`").lower()
    if procedure not in PROCEDURES:
        raise QueryRefused(CALL_NOT_ALLOWED, procedure=procedure or "...", procedures=Joined(sorted(PROCEDURES), ", "))


def _check_function(before: tuple[Token, ...]) -> None:
    """Check the function that is called by the bracket after the tokens `before`.

    A name with dots must be of a known namespace.
    """
    start = len(before) - 1
    while start > 1 and before[start].kind in ("word", "name") and before[start - 1].text == ".":
        start -= 2
    first = before[start]
    if start == len(before) - 1 or first.text.strip("`").lower() in NAMESPACES:
        return
    function = "".join(token.text.strip("`") for token in before[start:])
    if function.lower() not in PROCEDURES:
        raise QueryRefused(FUNCTION_NOT_ALLOWED, function=function)
