"""The guard word by word: the lists stand here a second time, so that none can lose a word unseen."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sysmap.cypher.guard import check_read_only
from sysmap.cypher.tokens import tokenize
from sysmap.errors import QueryRefused

FORBIDDEN = [
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
]
PROCEDURES = [
    "db.labels",
    "db.propertyKeys",
    "db.relationshipTypes",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
    "db.schema.visualization",
    "dbms.components",
]
NAMESPACES = ["date", "datetime", "duration", "localdatetime", "localtime", "point", "time"]
BEGINNINGS = [
    "MATCH (n)",
    "OPTIONAL MATCH (n)",
    "UNWIND [1] AS n",
    "WITH 1 AS n",
    "CALL { MATCH (n) RETURN n }",
    "EXPLAIN MATCH (n)",
    "PROFILE MATCH (n)",
]


class Refusal(NamedTuple):
    """What a refused query is told, in English."""

    problem: str
    remedy: str


def refused(text: str) -> Refusal:
    with pytest.raises(QueryRefused) as refusal:
        check_read_only(text)
    return Refusal(str(refusal.value.message), str(refusal.value.remedy))


@pytest.mark.parametrize("word", FORBIDDEN)
def test_each_word_that_writes_is_refused_by_its_name_and_may_be_a_name(word: str) -> None:
    for written in (word, word.lower(), word.title()):
        assert repr(written) in refused(f"MATCH (n) {written} n").problem
    check_read_only(
        f"MATCH (n:{word})-[:{word.lower()}]->() RETURN n.{word}, n.`{word}`, [n][0].{word}, {{a: 1}}.{word}, (n).{word}"
    )


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_each_procedure_that_describes_the_graph_may_be_called(procedure: str) -> None:
    for written in (
        procedure,
        procedure.lower(),
        procedure.upper(),
        ".".join(f"`{part}`" for part in procedure.split(".")),
    ):
        check_read_only(f"CALL {written}")
        check_read_only(f"CALL {written}() YIELD *")
    assert f"{procedure}s".lower() in refused(f"CALL {procedure}s()").problem.lower()
    assert procedure.lower() in refused("CALL db.other()").remedy


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_each_namespace_of_functions_that_reckon_may_be_used(namespace: str) -> None:
    for written in (namespace, namespace.upper(), f"`{namespace}`"):
        check_read_only(f"RETURN {written}.x(1), {written}.x.y(1), {written}(1)")
    assert f"{namespace}s.x()" in refused(f"RETURN {namespace}s.x(1)").problem
    assert f"a.{namespace}.x()" in refused(f"RETURN a.{namespace}.x(1)").problem


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_each_beginning(beginning: str) -> None:
    check_read_only(f"{beginning} RETURN n")
    assert beginning.split(maxsplit=1)[0] in refused("YIELD n").remedy
    assert "'YIELD'" in refused("YIELD n").problem


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (";;", "empty"),
        ("RETURN 1; RETURN 2", "more than one"),
        ("CALL", "CALL ... is not allowed"),
        ("CALL db labels()", "CALL db is not allowed"),
        ("CALL db.labels.x", "CALL db.labels.x is not"),
        ("RETURN apoc.x.y(1)", "apoc.x.y() is not allowed"),
        ("RETURN `apoc` . `x`(1)", "apoc.x() is not"),
        ("`MATCH` (n) RETURN n", "'`MATCH`'"),
        ("RETURN.f(1)", "RETURN.f() is not"),
        ("WITH 1 AS a CALL SET", "CALL set is not"),
    ],
)
def test_what_a_refusal_says(text: str, message: str) -> None:
    refusal = refused(text)
    assert message in refusal.problem
    assert refusal.remedy
    assert message not in refusal.remedy


def test_semicolons_at_the_end_are_no_second_statement() -> None:
    check_read_only("RETURN 1;")
    check_read_only("RETURN 1 ; ;\n// done\n;")


def test_a_name_stands_after_one_colon_or_the_dot_of_a_name() -> None:
    check_read_only("MATCH (:Set) RETURN 1 AS a")
    check_read_only("MATCH p = ()-[:LOAD]-() RETURN p")
    for text in (
        "RETURN 1 :: SET",
        "RETURN 1.SET",
        "RETURN n..SET",
        "MATCH (n) RETURN 'a'.SET",
        "MATCH (n) RETURN $a.SET",
    ):
        assert "SET" in refused(text).problem


def test_the_reading_as_typed_is_judged_first() -> None:
    # As typed a backslash stands outside a string; decoded, SET would be found.
    assert "backslash" in refused("MATCH (n) \\u0053ET n.x = 1").problem


def test_an_engine_that_leaves_doubled_backslashes_alone_is_thought_of() -> None:
    # As typed all is a comment. Where every \\u000a is a line end, the quote after the first opens a string that holds
    # SET. Where a backslash
    # that is itself escaped escapes nothing, the comment goes on up to the second, and SET is a command.
    text = "RETURN 1 AS a //\\\\u000a '\\u000a SET n.x = 1 //'"
    assert [token.key for token in tokenize(text)] == ["RETURN", "1", "AS", "A"]
    assert "SET" not in [token.key for token in tokenize(text.replace("\\u000a", "\n"))]
    assert "'SET'" in refused(text).problem


def test_an_engine_that_decodes_doubled_backslashes_too_is_thought_of() -> None:
    # As typed, and where an escaped backslash escapes nothing, all is a comment; where \\u002a is a star it ends before
    # SET.
    text = "RETURN 1 AS a /* \\\\u002a/ SET n.x = 1 */"
    assert [token.key for token in tokenize(text)] == ["RETURN", "1", "AS", "A"]
    assert "'SET'" in refused(text).problem


def test_escapes_behind_doubled_backslashes_are_read_as_hexadecimal_too() -> None:
    # As typed all is one comment. Where every \\u002a is a star, a quote after the first opens a string that holds SET;
    # where an escaped
    # backslash escapes nothing, the comment goes on up to the second star.
    text = "RETURN 1 AS a /* \\\\u002a/ ' \\u002a/ SET n.x = 1 //' */"
    assert [token.key for token in tokenize(text)] == ["RETURN", "1", "AS", "A"]
    assert "SET" not in [token.key for token in tokenize(text.replace("\\u002a", "*"))]
    assert "'SET'" in refused(text).problem


@pytest.mark.parametrize("letter", ["\\u004c", "\\u004C", "\\u006c", "\\uu006c"])
def test_escapes_are_read_as_hexadecimal(letter: str) -> None:
    # In a comment the line end comes first: what follows is a command with an escaped letter.
    assert refused(f"RETURN 1 //\\u000a {letter}OAD CSV FROM 'x' AS r").problem == refused(
        "RETURN 1 // \\u000a LOAD CSV FROM 'x' AS r"
    ).problem.replace("LOAD", chr(int(letter[-4:], 16)) + "OAD")
