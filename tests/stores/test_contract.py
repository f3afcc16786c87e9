"""One contract for every engine: the embedded one, and a real Neo4j."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sysmap.errors import DataError, LimitReached, QueryRefused, StoreBusy, UnknownName
from sysmap.messages import UserText
from sysmap.schema import TieKind, node_uid, tie_uid
from sysmap.stores import GapNode, GraphStore, open_store
from sysmap.tables.rows import Dataset, MapConfig, NodeRow, TieRow
from sysmap.vocabulary import VOCABULARY


def stakeholder(id: str, **props: Any) -> NodeRow:
    return NodeRow("Stakeholder", node_uid("stakeholder", id), {"id": id, "name": f"Name of {id}", **props})


def problem(id: str, **props: Any) -> NodeRow:
    return NodeRow("Problem", node_uid("problem", id), {"id": id, "name": f"Problem {id}", **props})


def tie(type: str, source: NodeRow, target: NodeRow, identity: str = "", **props: Any) -> TieRow:
    return TieRow(type, tie_uid(type, source.uid, target.uid, identity), source.uid, target.uid, props)


def dataset(
    nodes: Sequence[NodeRow], ties: Sequence[TieRow] = (), map: str = "m", files: Mapping[str, int] | None = None
) -> Dataset:
    return Dataset(
        MapConfig(map, f"Map {map}", text=f'name = "{map}"\n'),
        VOCABULARY,
        files if files is not None else {"stakeholders.csv": len(nodes)},
        tuple(nodes),
        tuple(ties),
    )


def small(map: str = "m") -> Dataset:
    """Twenty stakeholders in a ring of partnerships, two problems, two who work on each."""
    people = [stakeholder(f"s{i:02}", power=i % 5 + 1, offers=["water", "maps"] if i % 2 else []) for i in range(20)]
    problems = [problem("p1", severity=5), problem("p2", severity=2.5)]
    partners = [
        tie(
            "PARTNERS_WITH",
            *sorted((people[i], people[(i + 1) % 20]), key=lambda row: row.uid),
            "MoU",
            kind="MoU",
            weight=1.0,
        )
        for i in range(20)
    ]
    works = [tie("WORKS_ON", people[i], problems[i % 2]) for i in range(4)]
    return dataset([*people, *problems], [*partners, *works], map)


def without(data: Dataset, *uids: str) -> Dataset:
    """The dataset without these nodes and the ties that hang on them, or without these ties."""
    return replace(
        data,
        nodes=tuple(n for n in data.nodes if n.uid not in uids),
        ties=tuple(t for t in data.ties if not {t.uid, t.source, t.target} & set(uids)),
    )


def with_props(data: Dataset, uid: str, **props: Any) -> Dataset:
    """The dataset with these properties of one row set; None takes one away."""

    def renewed(row: Any) -> Any:
        merged = {key: value for key, value in {**row.props, **props}.items() if value is not None}
        return replace(row, props=merged) if row.uid == uid else row

    return replace(data, nodes=tuple(map(renewed, data.nodes)), ties=tuple(map(renewed, data.ties)))


def load(store: GraphStore, data: Dataset, *, force: bool = False, **options: Any) -> Any:
    return store.apply(store.plan(data, force=force), **options)


def counts(report: Any) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


def contents(store: GraphStore, map: str = "m") -> tuple[Any, ...]:
    """All that a reader of the map sees, in the order in which it is seen, so that order and types count too."""
    graph = store.graph(map)
    return repr(graph.graph), repr(list(graph.nodes(data=True))), repr(list(graph.edges(keys=True, data=True)))


def run(address: str, text: str, **params: Any) -> list[dict[str, Any]]:
    """Do something behind the store's back, as a user would in a tool of their own."""
    if "://" in address:
        import neo4j

        auth = (os.environ.get("SYSMAP_USER", "neo4j"), os.environ["SYSMAP_PASSWORD"])
        with neo4j.GraphDatabase.driver(address, auth=auth, notifications_min_severity="OFF") as driver:
            return [record.data() for record in driver.execute_query(text, params).records]
    import arcadedb

    db = arcadedb.open_database(address)
    try:
        with db.transaction():
            found = db.command("opencypher", text, params)
            return found.to_list() if found else []
    finally:
        db.close()


HOSTILE = [
    "'; MATCH (n) DETACH DELETE n; //",
    "`) DETACH DELETE n //",
    '"}) SET n.x=1 //',
    "$map {x} ${y} %7B",
    "\\u0027 \\",
    "<script>alert(1)</script>",
    "line\nbreak\ttab",
    "\u202eabc \u200b \U0001f600 \u0645\u0631\u062d\u0628\u0627",
    "a:b/c>d|e#f@g%h",
    " ",
    "null",
    "\x00nul",
]
HOSTILE_MAP = "desa \u00e9 'x' `y` $z {q}"
MAPS = ("m", "fresh", "a", "a/b", HOSTILE[0], HOSTILE_MAP)
EMPTY = "MATCH (n) WHERE n.map IN $maps OR n:Pet OR n.uid STARTS WITH 'm/' DETACH DELETE n"


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.posix("workers take turns by flock"))])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with none of our maps, on each engine.

    All workers share one Neo4j, so these tests take turns on it.
    """
    if request.param == "embedded":
        yield str(tmp_path / "out" / "graph")
        return
    import fcntl

    address = request.getfixturevalue("neo4j_address")
    with (Path(tempfile.gettempdir()) / "sysmap-test-contract.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        run(address, EMPTY, maps=MAPS)
        yield address
        run(address, EMPTY, maps=MAPS)


@pytest.fixture
def store(address: str) -> Iterator[GraphStore]:
    opened = open_store(address, VOCABULARY)
    yield opened
    opened.close()


@pytest.fixture
def reopened(store: GraphStore, address: str) -> Iterator[Any]:
    """Close the store while something is done behind its back, and open it again."""
    opened = [store]

    def behind(text: str, **params: Any) -> GraphStore:
        opened[-1].close()
        run(address, text, **params)
        opened.append(open_store(address, VOCABULARY))
        return opened[-1]

    yield behind
    opened[-1].close()


def test_a_first_load_adds_everything_and_a_second_changes_nothing(store):
    data = small()
    assert counts(load(store, data)) == (46, 0, 0, 0)
    first = contents(store)
    assert counts(load(store, data)) == (0, 0, 0, 46)
    assert contents(store) == first


def test_the_graph_is_the_rows(store):
    data = small()
    load(store, data)
    graph = store.graph("m")
    assert graph.graph == {
        "map": "m",
        "config": 'name = "m"\n',
        "files": {"stakeholders.csv": 22},
        "interrupted": False,
    }
    assert {uid: {"label": row.label, **row.props} for row in data.nodes for uid in [row.uid]} == dict(
        graph.nodes(data=True)
    )
    assert {(t.source, t.target, t.uid): {"type": t.type, **t.props} for t in data.ties} == {
        (a, b, key): attributes for a, b, key, attributes in graph.edges(keys=True, data=True)
    }
    assert [type(value) for value in graph.nodes["problem:p2"].values()] == [str, str, str, float]


def test_a_plan_writes_nothing(store):
    plan = store.plan(small())
    assert counts(plan.report) == (46, 0, 0, 0)
    assert "m" not in store.maps()
    with pytest.raises(UnknownName, match="no map is called 'm'"):
        store.graph("m")


def test_a_change_is_written_and_a_key_that_the_row_lacks_goes(store):
    data = with_props(small(), "stakeholder:s01", power=None, name="Renamed", note="new")
    data = with_props(data, data.ties[0].uid, weight=2.5)
    load(store, small())
    assert counts(load(store, data)) == (0, 2, 0, 44)
    node = store.graph("m").nodes["stakeholder:s01"]
    assert (node["name"], node["note"], "power" in node) == ("Renamed", "new", False)
    assert {w for *_, w in store.graph("m").edges(data="weight")} == {1.0, 2.5, None}


def test_rows_that_are_gone_are_removed(store):
    load(store, small())
    data = without(small(), "stakeholder:s10")
    assert counts(load(store, data)) == (0, 0, 3, 43)
    assert contents(store)[1:] == fresh_contents(store, data)


def fresh_contents(store, data):
    """What a clean load of the same rows, as a map of its own, would show."""
    load(store, replace(data, config=replace(data.config, name="fresh")))
    return contents(store, "fresh")[1:]


def test_a_mass_removal_is_refused_until_it_is_allowed(store):
    load(store, small())
    before = contents(store)
    cut = without(small(), *(f"stakeholder:s{i:02}" for i in range(5, 15)))
    with pytest.raises(LimitReached, match=r"remove 21 of the 46 .* add --allow-removals"):
        load(store, cut)
    assert contents(store) == before
    assert counts(load(store, cut, allow_removals=True)) == (0, 0, 21, 25)


def test_a_tenth_may_go_unasked(store):
    data = dataset([stakeholder(str(i)) for i in range(10)])
    load(store, data)
    assert counts(load(store, without(data, "stakeholder:3"))) == (0, 0, 1, 9)


def test_force_writes_every_row_and_so_undoes_hand_edits(reopened, store):
    load(store, small())
    first = contents(store)
    store = reopened("MATCH (n:Stakeholder {uid: 'm/stakeholder:s01'}) SET n.name = 'by hand'")
    assert counts(load(store, small())) == (0, 0, 0, 46)
    assert store.graph("m").nodes["stakeholder:s01"]["name"] == "by hand"
    assert counts(load(store, small(), force=True)) == (0, 46, 0, 0)
    assert contents(store) == first


def test_what_the_user_added_stays_and_is_read(reopened, store):
    load(store, small())
    store = reopened(
        "MATCH (n:Stakeholder {uid: 'm/stakeholder:s01'})-[r:WORKS_ON]->(p) SET n.mine = 'kept', r.mine = 7 "
        "CREATE (n)-[:KNOWS]->(:Pet {name: 'Cat'})"
    )
    load(store, with_props(small(), "stakeholder:s01", name="Renamed"))
    graph = store.graph("m")
    assert (graph.nodes["stakeholder:s01"]["mine"], graph.nodes["stakeholder:s01"]["name"]) == ("kept", "Renamed")
    assert [mine for *_, mine in graph.edges("stakeholder:s01", data="mine") if mine] == [7]
    assert len(graph) == 22
    assert list(store.query("MATCH (p:Pet) RETURN p.name AS name")) == [{"name": "Cat"}]


def test_a_node_that_the_users_own_tie_holds_is_kept_without_ours(reopened, store):
    load(store, small())
    store = reopened("MATCH (n:Stakeholder {uid: 'm/stakeholder:s10'}) SET n.mine = 1 CREATE (n)-[:KNOWS]->(:Pet)")
    report = load(store, without(small(), "stakeholder:s10"))
    assert (counts(report), report.kept) == ((0, 0, 2, 43), ("stakeholder:s10",))
    assert list(store.query("MATCH (n:Stakeholder)-[:KNOWS]->(:Pet) RETURN n")) == [
        {"n": {"mine": 1, "uid": "m/stakeholder:s10"}}
    ]
    assert "stakeholder:s10" not in store.graph("m")
    assert counts(load(store, without(small(), "stakeholder:s10"))) == (0, 0, 0, 43)
    assert counts(load(store, small())) == (3, 0, 0, 43)
    assert store.graph("m").nodes["stakeholder:s10"]["mine"] == 1
    assert list(store.query("MATCH (n:Stakeholder {uid: 'm/stakeholder:s10'}) RETURN count(n) AS n")) == [{"n": 1}]


def test_a_load_that_did_not_end_is_told_and_finished(reopened, store):
    load(store, small())
    whole = contents(store)
    store = reopened(
        "MATCH (l:SysmapLoad {map: 'm'}) WITH l LIMIT 1 SET l.status = 'running' WITH l MATCH (n:Stakeholder {map: 'm'}) WHERE n.id > 's1' DETACH DELETE n"
    )
    assert store.graph("m").graph["interrupted"] is True
    plan = store.plan(small())
    assert (plan.interrupted, counts(plan.report)) == (True, (21, 0, 0, 25))
    store.apply(plan)
    assert contents(store) == whole
    assert sorted(
        row["status"] for row in store.query("MATCH (l:SysmapLoad {map: 'm'}) RETURN l.status AS status")
    ) == ["done", "interrupted"]


def test_maps_share_a_database_and_nothing_else(store):
    load(store, small("a"))
    load(store, small("a/b"))
    load(store, small(HOSTILE_MAP))
    assert [map for map in store.maps() if map in MAPS] == ["a", "a/b", HOSTILE_MAP]
    assert contents(store, "a")[1:] == contents(store, "a/b")[1:] == contents(store, HOSTILE_MAP)[1:]
    load(store, without(small("a"), "stakeholder:s10"))
    assert (len(store.graph("a")), len(store.graph("a/b"))) == (21, 22)
    with pytest.raises(UnknownName, match="did you mean a/b"):
        store.graph("a/c")


def test_every_load_leaves_its_record(store):
    load(store, small())
    load(store, without(small(), "stakeholder:s10"))
    rows = list(store.query("MATCH (l:SysmapLoad {map: $map}) RETURN l{.*} AS about", map="m"))
    assert [(row["about"]["status"], row["about"]["files"]) for row in rows] == [
        ("done", '{"stakeholders.csv": 22}')
    ] * 2
    assert {row["about"]["counts"] for row in rows} == {
        '{"added": 46, "changed": 0, "removed": 0, "unchanged": 0}',
        '{"added": 0, "changed": 0, "removed": 3, "unchanged": 43}',
    }
    assert all(row["about"]["run"].startswith(row["about"]["started"]) and row["about"]["finished"] for row in rows)


def test_hostile_text_is_only_text(store):
    nodes = [stakeholder(text, **{f"column {text}".replace("\0", ""): text, "tags": [text, text]}) for text in HOSTILE]
    ties = [
        tie(
            "PARTNERS_WITH",
            *sorted((a, b), key=lambda row: row.uid),
            text,
            kind=text,
            **{f"column {text}".replace("\0", ""): text},
        )
        for a, b, text in zip(nodes, [*nodes[1:], nodes[0]], HOSTILE, strict=True)
    ]
    data = dataset(nodes, ties, map=HOSTILE[0])
    load(store, data)
    for _ in range(2):
        graph = store.graph(HOSTILE[0])
        assert {row.uid: {"label": "Stakeholder", **row.props} for row in nodes} == dict(graph.nodes(data=True))
        assert {row.uid: {"type": "PARTNERS_WITH", **row.props} for row in ties} == {
            key: a for *_, key, a in graph.edges(keys=True, data=True)
        }
        assert counts(load(store, data, force=True)) == (0, 24, 0, 0)
    assert counts(load(store, data)) == (0, 0, 0, 24)
    first = without(data, nodes[0].uid)
    assert load(store, first, allow_removals=True).removed == 3
    assert len(store.graph(HOSTILE[0])) == len(HOSTILE) - 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (None, "x"),
        ("", "x"),
        ("a\0b", "x"),
        ("uid", "x"),
        ("map", "x"),
        ("sm_x", "x"),
        ("@rid", "x"),
        ("k", None),
        ("k", [1, "a"]),
        ("k", ["a", None]),
        ("k", {"a": 1}),
        ("k", float("nan")),
        ("k", float("inf")),
        ("k", 2**63),
    ],
)
def test_rows_that_no_database_could_hold_are_refused(store, key, value):
    bad = NodeRow("Stakeholder", "stakeholder:b", {"id": "b", "name": "B", key: value})
    with pytest.raises(DataError) as caught:
        store.plan(dataset([stakeholder("a"), bad]))
    assert [fault.file for fault in caught.value.faults] == ["stakeholder:b"]


def test_rows_that_would_be_lost_or_doubled_are_refused(store):
    a, b, c = stakeholder("a"), stakeholder("b"), stakeholder("c")
    twice, loose = tie("RELATES_TO", a, b), tie("RELATES_TO", a, c)
    with pytest.raises(DataError) as caught:
        store.plan(dataset([a, b, b], [twice, twice, loose]))
    assert [(fault.file, str(fault.problem)) for fault in caught.value.faults] == [
        (b.uid, "2 rows have this uid"),
        (twice.uid, "2 rows have this uid"),
        (loose.uid, "there is no node stakeholder:c"),
    ]


def test_numbers_texts_and_lists_come_back_as_they_went(store):
    values = {
        "i": 7,
        "big": 2**63 - 1,
        "f": 7.0,
        "tiny": 5e-324,
        "huge": 1e308,
        "yes": True,
        "empty": "",
        "none": [],
        "one": [""],
        "many": ["b", "a", "b"],
        "day": "2024-01-31",
        "zero": 0,
        "minus": -0.5,
    }
    load(
        store,
        dataset(
            [stakeholder("a", **values), stakeholder("b")],
            [tie("RELATES_TO", stakeholder("a"), stakeholder("b"), **values)],
        ),
    )
    graph = store.graph("m")
    for found in (graph.nodes["stakeholder:a"], next(iter(graph.edges(data=True)))[2]):
        assert {key: (type(found[key]), found[key]) for key in values} == {
            key: (type(value), value) for key, value in values.items()
        }


def test_a_users_own_tie_is_one_like_any_other(address):
    own = TieKind(
        "MENGAJAR_\u00c9",
        UserText({"en": "teaches", "id": "mengajar"}),
        UserText({"en": "{source} teaches {target}", "id": "{source} mengajar {target}"}),
        (("Stakeholder", "Stakeholder"),),
    )
    people = [stakeholder("a"), stakeholder("b")]
    data = dataset(people, [tie(own.type, *people)])
    store = open_store(address, VOCABULARY.with_words({}, (own,), {}))
    load(store, data)
    store.close()
    store = open_store(address, VOCABULARY)
    assert [type for *_, type in store.graph("m").edges(data="type")] == [own.type]
    assert counts(load(store, dataset(people), allow_removals=True)) == (0, 0, 1, 2)
    store.close()


def test_writing_back_is_stamped_and_no_load_minds_it(store):
    load(store, small())
    before = contents(store)
    assert (
        store.write_back(
            "m",
            {
                "sm_betweenness": {"stakeholder:s01": 0.5, "problem:p1": None, "stakeholder:gone": 1.0},
                "sm_group": {"stakeholder:s01": "g1"},
            },
        )
        == 2
    )
    row = next(
        iter(
            store.query(
                "MATCH (n:Stakeholder {uid: 'm/stakeholder:s01'}) RETURN n.sm_betweenness AS b, n.sm_group AS g, n.sm_run AS run"
            )
        )
    )
    assert (row["b"], row["g"], row["run"][:2]) == (0.5, "g1", "20")
    assert contents(store) == before
    assert counts(load(store, small())) == (0, 0, 0, 46)
    assert counts(load(store, with_props(small(), "stakeholder:s01", power=None))) == (0, 1, 0, 45)
    assert next(iter(store.query("MATCH (n:Stakeholder {map: 'm', id: 's01'}) RETURN n.sm_group AS g")))["g"] == "g1"
    for name in ("name", "sm_hash", "sm_keys", "sm_run", "sm_at"):
        with pytest.raises(ValueError, match="choose names"):
            store.write_back("m", {name: {"stakeholder:s01": 1}})
    with pytest.raises(UnknownName, match="nowhere"):
        store.write_back("nowhere", {})


GAPS = (
    GapNode(
        ("stakeholder:s02", "stakeholder:s05"), ("problem:p1", "problem:p2"), {"rank": 1, "kind": "shared", "need": 2.5}
    ),
    GapNode(("stakeholder:s07", "stakeholder:s09"), ("problem:p2",), {"rank": 2, "kind": HOSTILE[0], "need": 0.5}),
)
ASKED = """MATCH (s:Stakeholder {map: $map})<-[:SYSMAP_BETWEEN]-(g:SysmapGap {map: $map})-[:SYSMAP_ABOUT]->(p:Problem {map: $map})
RETURN g.rank AS rank, g.kind AS kind, g.need AS need, s.id AS who, p.id AS problem ORDER BY rank, who, problem"""
KEPT = [(1, "shared", 2.5, who, problem) for who in ("s02", "s05") for problem in ("p1", "p2")] + [
    (2, HOSTILE[0], 0.5, who, "p2") for who in ("s07", "s09")
]


def asked(store: GraphStore, map: str = "m") -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in store.query(ASKED, map=map)]


def test_gaps_are_data_that_queries_read_and_no_load_or_reader_of_the_map_sees(store):
    load(store, small())
    load(store, small("a"))
    before = contents(store)
    store.write_back("m", {}, GAPS)
    store.write_back("a", {}, GAPS[1:])
    assert asked(store) == KEPT
    assert [row[0] for row in asked(store, "a")] == [2, 2]
    gap = next(
        iter(
            store.query(
                "MATCH (g:SysmapGap {uid: 'm/gap:stakeholder:s02>stakeholder:s05'}) RETURN g.map AS map, g.run AS run, g.at AS at"
            )
        )
    )
    assert gap["map"] == "m"
    assert gap["run"].startswith(gap["at"])
    assert contents(store) == before
    assert counts(load(store, small())) == (0, 0, 0, 46)
    assert asked(store) == KEPT


def test_a_run_replaces_all_that_the_one_before_wrote(store):
    load(store, small())
    store.write_back(
        "m", {"sm_old": {"stakeholder:s01": 1, "stakeholder:s02": 2}, "sm_both": {"stakeholder:s01": 1}}, GAPS
    )
    assert store.write_back("m", {"sm_both": {"stakeholder:s01": 7}}, GAPS[:1]) == 1
    found = {
        row["id"]: row
        for row in store.query(
            "MATCH (n:Stakeholder {map: 'm'}) WHERE n.id IN ['s01', 's02'] RETURN n.id AS id, n{.*} AS props, "
            "n.sm_both AS both, n.sm_old AS old, n.sm_run AS run, n.sm_hash AS hash"
        )
    }
    assert (found["s01"]["both"], found["s01"]["old"], found["s01"]["run"] is None) == (7, None, False)
    assert [key for key in found["s02"]["props"] if key.startswith("sm_")] in (
        ["sm_hash", "sm_keys"],
        ["sm_keys", "sm_hash"],
    )
    assert asked(store) == KEPT[:4]
    store.write_back("m", {})
    assert asked(store) == []


def test_a_gap_keeps_no_node_and_goes_with_it(store):
    load(store, small())
    store.write_back("m", {}, GAPS)
    report = load(store, without(small(), "stakeholder:s02"))
    assert (report.kept, asked(store)) == ((), KEPT[4:])
    report = load(store, without(small(), "stakeholder:s02", "problem:p2"))
    assert (report.kept, asked(store)) == ((), [])
    assert list(store.query("MATCH (g:SysmapGap {map: 'm'}) RETURN count(g) AS n")) == [{"n": 0}]


def test_a_query_gets_plain_values(store):
    load(store, small())
    rows = list(
        store.query(
            """MATCH (n:Stakeholder {uid: $map + '/stakeholder:s01'})-[r:WORKS_ON]->(p)
        RETURN n.id AS id, p, r, [p] AS list, {a: date('2024-01-31')} AS map, date('2024-01-31') AS day,
        datetime('2024-01-31T10:00:00.5+07:00') AS moment, localdatetime('2024-01-31T10:00:00') AS local, null AS nothing, 1.0 AS one""",
            map="m",
        )
    )
    node = {
        "id": "p2",
        "map": "m",
        "name": "Problem p2",
        "severity": 2.5,
        "sm_keys": ["id", "name", "severity"],
        "uid": "m/problem:p2",
    }
    for found in (rows[0]["p"], *rows[0]["list"]):
        assert len(found.pop("sm_hash")) == 16
        assert found == node
    assert set(rows[0].pop("r")) == {"uid", "sm_hash", "sm_keys"}
    assert rows == [
        {
            "id": "s01",
            "p": node,
            "list": [node],
            "map": {"a": "2024-01-31"},
            "day": "2024-01-31",
            "moment": "2024-01-31T10:00:00.500+07:00",
            "local": "2024-01-31T10:00",
            "nothing": None,
            "one": 1.0,
        }
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("MATCH (n) SET n.x = 1", "SET"),
        ("CREATE (n)", "CREATE"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"),
        ("MATCH (n RETURN n", "."),
        ("RETURN nothing", "nothing"),
        ("RETURN 1/0 AS x", "zero"),
        ("RETURN $who AS who", "who"),
        ("MATCH p = (:Stakeholder)-[]->() RETURN p", "nodes"),
    ],
)
def test_a_query_that_is_not_read_only_or_not_cypher_is_refused(store, text, problem):
    load(store, small())
    with pytest.raises(QueryRefused, match=problem) as caught:
        list(store.query(text))
    assert "\n" not in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert contents(store)[1].count("stakeholder:") == 20


def test_a_query_answers_where_nothing_was_loaded(store):
    assert list(store.query("RETURN 1 AS one")) == [{"one": 1}]
    assert counts(load(store, small())) == (46, 0, 0, 0)


def test_progress_is_told_by_steps(store):
    told: list[tuple[str, int, int]] = []
    load(store, small(), progress=lambda step, *done: told.append((str(step), *done)))
    assert [step for step in told if step[1] == step[2]] == [("nodes", 22, 22), ("ties", 24, 24)]


def test_closing_twice_is_nothing(store):
    store.close()
    store.close()


KILLED = """
import sys, time, os, signal, threading
sys.path[:0] = {path!r}
import importlib.util
spec = importlib.util.spec_from_file_location("contract", {file!r})
contract = importlib.util.module_from_spec(spec)
spec.loader.exec_module(contract)
from sysmap.stores import loading
loading.BATCH = 20
store = contract.open_store({address!r}, contract.VOCABULARY)
print("ready", flush=True)
def progress(step, done, total):
    if str(step) == {step!r} and done >= {done}:
        os.kill(os.getpid(), signal.SIGKILL)
contract.load(store, contract.big({size}), progress=progress, allow_removals=True)
"""


def big(size: int) -> Dataset:
    people = [stakeholder(f"{i:04}", power=i % 5 + 1, size=size) for i in range(size)]
    return dataset(
        people,
        [
            tie("RELATES_TO", people[i], people[(i * 7 + 1) % size], "advice", kind="advice", size=size)
            for i in range(size)
        ],
    )


@pytest.mark.posix("SIGKILL")
@pytest.mark.parametrize(
    ("step", "done", "first"),
    [("nodes", 40, False), ("ties", 100, False), ("ties", 60, True), ("removed ties", 40, True)],
)
def test_a_load_that_is_killed_is_finished_by_the_next(address, step, done, first):
    """kill -9 in the middle, then load again: the same as a clean load."""
    if first:
        store = open_store(address, VOCABULARY)
        load(store, big(200))
        store.close()
    code = KILLED.format(path=sys.path, file=__file__, address=address, step=step, done=done, size=120)
    killed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
    assert (killed.returncode, killed.stdout) == (-signal.SIGKILL, "ready\n"), killed.stderr
    if first:
        store = open_store(address, VOCABULARY, read_only=True)
        assert store.graph("m").graph["interrupted"] is True
        store.close()
    store = open_store(address, VOCABULARY)
    load(store, big(120), allow_removals=True)
    assert contents(store)[1:] == fresh_contents(store, big(120))
    assert store.graph("m").graph["interrupted"] is False
    store.close()


HELD = """
import sys
sys.path[:0] = {path!r}
from sysmap.cypher.statements import Statements
from sysmap.stores import open_store
from sysmap.vocabulary import VOCABULARY
store = open_store({address!r}, VOCABULARY)
with store._engine.writer("m"):
    print("ready", flush=True)
    sys.stdin.read()
"""


def open_and_load(address: str) -> None:
    store = open_store(address, VOCABULARY)
    try:
        load(store, small())
    finally:
        store.close()


def test_a_second_writer_is_told_who_the_first_is(address):
    open_and_load(address)
    with subprocess.Popen(
        [sys.executable, "-c", HELD.format(path=sys.path, address=address)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "ready\n"
        with pytest.raises(StoreBusy, match=rf"written by process {other.pid} on \S+ since 20"):
            open_and_load(address)
        other.communicate("")
    open_and_load(address)


def named(ids: str, prefix: str, map: str = "m", id: str = "") -> Dataset:
    """A map of stakeholders, one for each letter, whose names begin with the prefix."""
    data = dataset([stakeholder(letter, name=f"{prefix} {letter}") for letter in ids], map=map)
    return replace(data, config=replace(data.config, id=id))


@pytest.mark.parametrize(
    ("first", "second", "meets"),
    [
        (named("abcd", "A"), named("abcd", "B"), False),  # the same ids, other people
        (named("abcd", "A"), named("efgh", "A"), False),
        (named("abcd", "A"), named("abef", "A"), False),  # half of either is in the other
        (named("abcd", "A"), named("abce", "A"), True),
        (named("ab", "A"), named("abcdefgh", "A"), True),  # it has grown
        (named("abcd", "A", id="x1"), named("efgh", "B", id="x1"), True),
        (named("abcd", "A", id="x1"), named("abcd", "A", id="x2"), False),
        (named("abcd", "A"), named("abcd", "A", id="x1"), True),  # it has got an id of its own
    ],
)
def test_maps_of_one_name_do_not_meet(store: GraphStore, first: Dataset, second: Dataset, meets: bool) -> None:
    store.apply(store.plan(first))
    if meets:
        store.apply(store.plan(second), allow_removals=True)
        assert set(store.graph("m")) == {row.uid for row in second.nodes}
    else:
        with pytest.raises(LimitReached, match="another map") as refused:
            store.plan(second)
        assert "--allow-removals" not in str(refused.value)
        assert set(store.graph("m")) == {row.uid for row in first.nodes}


def test_the_id_of_a_map_outlives_its_nodes(store: GraphStore) -> None:
    first = named("abcd", "A")
    kept = store.plan(first).map_id
    store.apply(store.plan(first))
    second = named("abce", "A")
    store.apply(store.plan(second), allow_removals=True)
    assert store.plan(second).map_id == kept
    answered = replace(third := named("wxyz", "B"), config=replace(third.config, id=kept))
    store.apply(store.plan(answered), allow_removals=True)  # the user wrote the line that the refusal offers
    assert set(store.graph("m")) == {row.uid for row in answered.nodes}
