"""Nothing that writes, reads files or calls the unknown gets past the guard, however it is dressed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sysmap.cypher.guard import FORBIDDEN, check_read_only
from sysmap.errors import QueryRefused

READS = [
    "MATCH (n {map: $map}) RETURN n.name AS name ORDER BY name",
    "match (n) return n",
    "MATCH (n:Set)-[r:CREATE]->(m:`Load`) RETURN n.set, m.delete, r.merge",
    "RETURN 'CREATE (n)' AS a, \"it's SET\" AS b, 'it\\'s DELETE' AS c",
    "// CREATE (n)\nMATCH (n) /* DELETE n */ RETURN n; ",
    "MATCH (n) WHERE EXISTS { (n)-->() } RETURN COUNT { (n)--() } AS ties",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n, c",
    "CALL { MATCH (n) RETURN n } RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.`labels`",
    "CALL dbms.components() YIELD versions RETURN versions",
    "UNWIND [1, 2] AS x RETURN x",
    "OPTIONAL MATCH (n) RETURN n",
    "EXPLAIN MATCH (n) RETURN n",
    "RETURN date('2024-01-31') AS d, duration.between(date('2024-01-01'), date('2024-02-01')) AS e, date.truncate('year', date()) AS f",
    "MATCH (`set`) RETURN `set`.name",
    "MATCH p = (a)-[*1..3]->(b) RETURN [n IN nodes(p) | n.uid] AS path",
    "MATCH (n) WHERE n.a > 1.5 RETURN 1e3, 0x1F, n['set'], $set, {`drop`: 1}.`drop`",
    "RETURN '\\u0041' AS a",
]

WRITES = [
    "",
    " ; ",
    "//",
    "CREATE (n)",
    "MERGE (n:A {id: 1})",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) REMOVE n.x",
    "DROP INDEX x",
    "FOREACH (x IN [1] | CREATE (n))",
    "MATCH (n) INSERT (m)",
    "USE system MATCH (n) RETURN n",
    "CALL { USE other MATCH (n) RETURN n } RETURN n",
    "SHOW USERS",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "GRANT ROLE a TO b",
    "TERMINATE TRANSACTIONS 'x'",
    "STOP DATABASE neo4j",
    "CYPHER 25 MATCH (n) DELETE n",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "WITH 1 AS x load\n/* */csv with headers FROM 'file:///etc/passwd' AS row RETURN row",
    "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
    "CALL `apoc`.load . json('x')",
    "CALL dbms.listConfig()",
    "CALL db.labels.x()",
    "OPTIONAL CALL apoc.x()",
    "CALL\tapoc.export.csv.all('x', {})",
    "CALL db . index . fulltext . queryNodes('a', 'b')",
    "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)', {})",
    "RETURN `apoc`.`cypher`.`x` (1)",
    "MATCH (n) RETURN gds.util.asNode(1)",
    "MATCH (n) RETURN n; MATCH (m) RETURN m",
    "MATCH (n) RETURN n;;CREATE (m)",
    "MATCH (n) WHERE n.a > 1.SET n.x = 1",
    "MATCH (n) WHERE n.a = $1.SET n.x = 1",
    "MATCH (n) RETURN [1][0..SET",
    "RETURN 1 IS :: SET",
    "\\u0043REATE (n)",
    "MATCH (n) \\u0053ET n.x = 1",
    "WITH 1 AS x \\uuu004cOAD CSV FROM 'x' AS r RETURN r",
    "RETURN '\\u0027 AS a CREATE (n) //'",
    "// \\u000a CREATE (n)",
    "MATCH (n) // \\u000d\nRETURN '\\u0027 CREATE (n) //'",
    "RETURN `a\\u0060 CREATE (n) //`",
    "MATCH (n) \u017fET n.x = 1",
    "MATCH (n) \uff33\uff25\uff34 n.x = 1",
    "MATCH (n) // \u2028 SET n.x = 1",
    "MATCH (n) \x0bSET n.x = 1",
    "MATCH (n) /* /* */ ' */ SET n.x = 1 // '",
    "MATCH (n) RETURN 'open",
    'MATCH (n) RETURN "open',
    "MATCH (n) RETURN `open",
    "MATCH (n) /* open SET n.x = 1",
    "RETURN $\\u0053ET",
    "MATCH (n) S\u200dET n.x = 1",
    "MATCH (n) RETURN \x00 n",
]


@pytest.mark.parametrize("text", READS)
def test_what_reads_gets_in(text: str) -> None:
    check_read_only(text)


@pytest.mark.parametrize("text", WRITES)
def test_what_could_do_more_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused) as refusal:
        check_read_only(text)
    assert refusal.value.remedy
    assert refusal.value.render("id") != str(refusal.value)


gap = st.lists(
    st.sampled_from([" ", "\t", "\n", "\r\n", "\u00a0", "/* x */", "/**/", "// it's\n", "// `\n", '/* " */']),
    min_size=1,
    max_size=4,
).map("".join)
harmless = st.sampled_from(
    [
        "MATCH (n)",
        "MATCH (n) WHERE n.a = 'it\\'s' ",
        'MATCH (n) WHERE n.b = "\'"',
        "MATCH (n:`a``b`)",
        "MATCH (n {x: '\\\\'})",
        "UNWIND ['//', '/*'] AS x MATCH (n)",
        "MATCH (n) WHERE n.`//` = 1",
        "MATCH (n) WHERE n.x = '\\\\\\''",
    ]
)
letters = {"S": "sS\u017f", "K": "kK\u212a"}


@given(harmless, gap, gap, st.sampled_from(sorted(FORBIDDEN)), st.data())
def test_no_dress_hides_a_word(before: str, left: str, right: str, word: str, data: st.DataObject) -> None:
    dressed = "".join(data.draw(st.sampled_from(letters.get(letter, letter.lower() + letter))) for letter in word)
    with pytest.raises(QueryRefused):
        check_read_only(f"{before}{left}{dressed}{right}n.x = 1 RETURN 'a'")


@given(harmless, gap, st.sampled_from(sorted(FORBIDDEN)), st.data())
def test_no_escape_hides_a_word(before: str, left: str, word: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(word) - 1), min_size=1))
    dressed = "".join(f"\\u{ord(letter):04x}" if place in places else letter for place, letter in enumerate(word))
    with pytest.raises(QueryRefused):
        check_read_only(f"{before}{left}{dressed} n.x = 1")


@given(st.sampled_from("'\"`"), st.text(max_size=20))
def test_a_word_after_a_closed_quote_is_seen(quote: str, inside: str) -> None:
    assume(quote not in inside and "\\" not in inside)
    with pytest.raises(QueryRefused):
        check_read_only(f"MATCH (n) WHERE n.{'a = ' if quote != '`' else ''}{quote}{inside}{quote} SET n.x = 1")


@given(st.text())
def test_any_text_is_either_passed_or_refused(text: str) -> None:
    try:
        check_read_only("MATCH (n) RETURN n " + text)
    except QueryRefused:
        return
    assert not set(text.upper().split()) & FORBIDDEN or any(sign in text for sign in "'\"`/.:")


@given(st.text(alphabet="abc '\"`\\/*\nSET.:u0027", max_size=30))
def test_a_write_after_any_closed_beginning_is_refused(noise: str) -> None:
    """If the noise alone is a whole query, then the noise and a write is not."""
    try:
        check_read_only("RETURN 1 AS a " + noise + "\n x")
    except QueryRefused:
        return
    with pytest.raises(QueryRefused):
        check_read_only("RETURN 1 AS a " + noise + "\n x SET a.x = 1")
