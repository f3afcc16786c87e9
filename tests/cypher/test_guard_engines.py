"""Texts that pass the guard are run where they could write: neither engine writes, and no file comes back.

The guard reads Cypher its own way; what counts is how the engines read it. Pieces that could hide a word from one and
not from the other (quotes, comments, escapes, odd blanks) are thrown together at random.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysmap.cypher.guard import check_read_only
from sysmap.errors import QueryRefused

BEGINNINGS = [
    "MATCH (n:Hidden) ",
    "RETURN ",
    "MATCH (n:Hidden) RETURN n.x AS y ",
    "RETURN 1 AS y ",
    "MATCH (n:Hidden) WHERE n.q = 'z' ",
    "MATCH (n:Hidden) WITH n ",
]
PIECES = [
    "MATCH (n:Hidden) ",
    "RETURN 1 AS a ",
    "WITH 1 AS x ",
    "SET n.x = 2 ",
    "CREATE (:B) ",
    "DELETE n ",
    "LOAD CSV FROM 'file:///secret.csv' AS r ",
    "RETURN 1 AS b",
    "MERGE (:B) ",
    "REMOVE n.x ",
    "FOREACH (i IN [1] | CREATE (:B)) ",
    "INSERT (:B) ",
    "CALL ",
    "{ CREATE (:B) } ",
    "WHERE n.q = '",
    "UNWIND [1] AS u ",
    "AS z ",
    "'",
    '"',
    "`",
    "''",
    "\\",
    "\\'",
    "\\\\",
    "/*",
    "*/",
    "//",
    "--",
    "\n",
    "\r",
    ":",
    ".",
    "|",
    "(",
    ")",
    "{",
    "}",
    "1.",
    "x",
    "$",
    " ",
    "\\u0027",
    "\\u000a",
    "\\u002a",
    "\\u002f",
    "\\u0022",
    "\\u005c",
    "\\u0060",
    "\\u0043REATE (:B) ",
    "\u017fET n.x = 2 ",
    "cr/**/eate",
    "\u2028",
    "\u00a0",
    "\x0c",
    "\x0b",
    "\x1c",
    "\ufeff",
    "\u200b",
]
ENDS = ["", "", " RETURN 1 AS b", " AS c", "'", "*/ RETURN 1 AS q"]


def passing(seed: int, tries: int) -> Iterator[str]:
    lot = random.Random(seed)
    for _ in range(tries):
        text = lot.choice(BEGINNINGS) + "".join(lot.choice(PIECES) for _ in range(lot.randint(2, 7))) + lot.choice(ENDS)
        try:
            check_read_only(text)
        except QueryRefused:
            continue
        yield text


def test_the_embedded_engine_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCADEDB_LOG_CONSOLE", "0")
    monkeypatch.setenv("ARCADEDB_LOG_DIR", str(tmp_path))
    import arcadedb

    database = arcadedb.create_database(str(tmp_path / "graph"))
    with database.transaction():
        database.command("opencypher", "CREATE (:Hidden {x: 1, q: 'z'})", {})
    ran = 0
    for text in passing(seed=1, tries=5000):
        try:
            with database.transaction():
                database.command("opencypher", text, {})
                ran += 1
        except arcadedb.ArcadeDBError:
            continue
        assert database.query(
            "opencypher", "MATCH (n) RETURN count(n) AS nodes, sum(coalesce(n.x, 0)) AS x", {}
        ).to_list() == [{"nodes": 1, "x": 1}], text
    assert ran > 30  # or the test would say nothing
    database.close()


def test_neo4j_writes_nothing(neo4j_address: str) -> None:
    import neo4j

    ran = 0

    def run(session: neo4j.Session, text: str) -> Any:
        with session.begin_transaction() as transaction:
            transaction.run("CREATE (:Hidden {x: 1, q: 'z'})").consume()
            return transaction.run(text).consume().counters  # and is rolled back, not having been committed

    with (
        neo4j.GraphDatabase.driver(
            neo4j_address,
            auth=(os.environ.get("SYSMAP_USER", "neo4j"), os.environ["SYSMAP_PASSWORD"]),
            notifications_min_severity="OFF",
        ) as driver,
        driver.session(database="neo4j") as session,
    ):
        for text in passing(seed=2, tries=5000):
            for language in ("CYPHER 5 ", "CYPHER 25 "):
                try:
                    counters = run(session, language + text)
                except neo4j.exceptions.Neo4jError:
                    continue
                ran += 1
                assert not counters.contains_updates, text
    assert ran > 30
