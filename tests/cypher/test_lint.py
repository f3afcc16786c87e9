"""Each construct that engines take differently is named; what means the same is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysmap.cypher.lint import portability
from sysmap.errors import QueryRefused
from sysmap.resources import shipped

DIFFERENT = [
    ("MATCH (n) RETURN max(n.a) IS NULL AS x", "predicate"),
    ("MATCH (n) RETURN NOT count(n) = 3 AS x", "predicate"),
    ("MATCH (n) RETURN CASE WHEN count(n) > 3 THEN 1 ELSE 0 END AS x", "predicate"),
    ("MATCH (n) WITH n ORDER BY n.a RETURN size(collect(n.a)) > 2 AS x", "predicate"),
    ("MATCH (n) RETURN 3 < coalesce(sum(n.a), 0) AS x", "predicate"),
    ("MATCH (n) WITH n ORDER BY n.a RETURN collect(n.a)[0] AS x", "indexed"),
    ("MATCH (n) WITH n ORDER BY n.a RETURN collect(n.a)[0].i AS x", "indexed"),
    ("MATCH (n) RETURN collect(n.a) AS x", "ORDER BY"),
    ("MATCH (n) RETURN n.a AS x UNION MATCH (n) RETURN n.b AS x", "UNION"),
    ("MATCH p = SHORTEST 1 (a)-[*]->(b) RETURN length(p) AS x", "SHORTEST"),
    ("MATCH (n) RETURN apoc.text.join(['a'], '') AS x", "apoc.*"),
    ("MATCH (n) RETURN elementId(n) AS x", "uid"),
    ("MATCH (n) RETURN id(n) AS x", "uid"),
    ("MATCH (n) RETURN labels(n)[0] AS x", "labels()"),
    ("MATCH (n) RETURN head(labels(n)) AS x", "labels()"),
    ("CREATE CONSTRAINT c FOR (n:L) REQUIRE n.uid IS NOT NULL", "Enterprise"),
    ("CREATE CONSTRAINT c FOR (n:L) REQUIRE (n.uid) IS NODE KEY", "Enterprise"),
    ("MATCH (n:Work)-[:Work]->() RETURN n.a AS x", "Work is both"),
    ("MATCH (n {uid: $uid}) RETURN n.a AS x", "without its label"),
    ("MATCH ({uid: $uid})-->(m) RETURN m.a AS x", "without its label"),
    ("MATCH ()-[r:T {uid: $uid}]->() DELETE r", "from an end"),
    ("MATCH ()<-[r:T {uid: $uid}]-() DELETE r", "from an end"),
    ("MATCH p = (a)-->(b) RETURN p", "is a path"),
    ("MATCH (x), p = shortestPath((a)-[*]-(b)) RETURN x.a AS a, p AS way ORDER BY a", "is a path"),
    ("MATCH (a:A) UNWIND a.list AS x MATCH (b:A) WHERE b.x = x RETURN b.x AS x ORDER BY x", "WITH before it"),
]
SAME = [
    "MATCH (a:A) UNWIND a.list AS x WITH a, x MATCH (b:A) WHERE b.x = x AND EXISTS { MATCH (b)--(a) } RETURN b.x AS x ORDER BY x",
    "UNWIND $rows AS row MATCH (a:A {uid: row.a}) MATCH (b:B {uid: row.b}) RETURN a.uid AS a, b.uid AS b ORDER BY a, b",
    "MATCH (n) WITH n.a AS a, count(*) AS c WHERE c > 3 RETURN a, c ORDER BY c DESC, a",
    "MATCH (n) RETURN n.a AS a, count(n) AS c ORDER BY count(n) DESC",
    "MATCH (n) WHERE COUNT { (n)--() } > 3 AND EXISTS { (n)-->() } RETURN n.a AS a",
    "MATCH (n) WITH n ORDER BY n.a RETURN collect(n.a) AS list, round(avg(n.b) + sum(n.c) / count(*), 3) AS mean",
    "CALL { MATCH (n) RETURN n.a AS x UNION ALL MATCH (n) RETURN n.b AS x } RETURN x ORDER BY x",
    "MATCH p = shortestPath((a:A)-[*..9]-(b:B)) RETURN [n IN nodes(p) | n.uid] AS way, length(p) AS steps",
    "MATCH (n:A {uid: $uid})-[r:T {uid: $tie}]->() DELETE r",
    "MATCH (a) MATCH (a)-[r:T {uid: $tie}]->() DELETE r",
    "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:L) REQUIRE n.uid IS UNIQUE",
    "MATCH (n) RETURN [l IN labels(n) WHERE l <> 'X'] AS l, n.id AS id, n.uid AS uid, n.shortest AS s",
    "MATCH (n) RETURN '// max(x) IS NULL' AS text /* UNION */",
    "",
]


@pytest.mark.parametrize(("text", "words"), DIFFERENT)
def test_what_differs_is_named(text: str, words: str) -> None:
    sentences = portability(text)
    assert len(sentences) == 1
    assert words in str(sentences[0])
    assert sentences[0].render("id") != str(sentences[0])


@pytest.mark.parametrize("text", SAME)
def test_what_means_the_same_is_left_alone(text: str) -> None:
    assert portability(text) == ()


def test_a_broken_text_is_refused() -> None:
    with pytest.raises(QueryRefused):
        portability("RETURN 'open")


@pytest.mark.parametrize("path", sorted(shipped("cypher").rglob("*.cypher")), ids=lambda path: path.stem)
def test_all_cypher_that_is_shipped_means_the_same_everywhere(path: Path) -> None:
    for statement in path.read_text(encoding="utf-8").split(";\n"):
        assert portability(statement) == (), statement
