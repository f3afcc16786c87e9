"""Every shipped query gives the same rows on both real engines, over random maps.

The gaps are checked by brute force too.
"""

from __future__ import annotations

import itertools
import os
import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from sysmap.analysis import Analysis
from sysmap.build import write_back
from sysmap.cypher.queries import all_queries, bind, find_query
from sysmap.measures.port import measure_values
from sysmap.models.causes.depth import measure_depth
from sysmap.models.causes.leverage import score_levers
from sysmap.models.causes.loops import list_loops
from sysmap.models.causes.mental_models import compare_mental_models
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.grow import read_sessions
from sysmap.models.innovation_valley import find_crossings
from sysmap.models.learning.disciplines import read_profiles
from sysmap.models.learning.vision import read_goal_standings
from sysmap.records.learning_responses import find_responses
from sysmap.resources import shipped
from sysmap.schema import node_uid, tie_uid
from sysmap.stores import GraphStore, open_store
from sysmap.tables.folder import read_folder
from sysmap.tables.rows import Dataset, MapConfig, NodeRow, TieRow
from sysmap.tables.settings import Settings
from sysmap.vocabulary import VOCABULARY

SEEDS = range(8)
MAPS = [*(f"agree-{seed}" for seed in SEEDS), "agree-tiny"]
ALL = [*MAPS, "agree-gunungkidul"]
OURS = f"-{os.getpid()}"
"""Ends the maps' names: workers load into one Neo4j, and none may wait for another."""
DAY = "2024-06-15"
OFTEN_SAID = {
    "as_of": DAY,
    "top": "1000",
    "power": "4",
    "stalled": "12",
    "source": "s0",
    "target": "s5",
    "stakeholder": "s1",
    "node": "p0",
}
OF_THE_RUN = {"run", "started", "finished", "written"}

STAGES = ["idea", "proposal", "prototype", "pilot", "scaling", "embedded", "stopped", None]
DATES = [None, None, None, "2019", "2024-06", "2024-06-15", "2024-06-16", "2030-01-01"]
NAMES = ["Dinas Air", "dinas air", "Ünïversitas", "水利", 'O\'Neil \\ "x"', "`tick`", "z", "a", None]
THINGS = ["data", "dana", "air"]
PAIRS = [
    ("Stakeholder", "PARTNERS_WITH", "Stakeholder", 10),
    ("Stakeholder", "BELONGS_TO", "Stakeholder", 4),
    ("Stakeholder", "WORKS_ON", "Problem", 12),
    ("Stakeholder", "OWNS", "Problem", 3),
    ("Stakeholder", "LEADS", "Innovation", 4),
    ("Stakeholder", "FUNDS", "Innovation", 3),
    ("Stakeholder", "SPONSORS", "Innovation", 2),
    ("Stakeholder", "ADOPTS", "Innovation", 2),
    ("Stakeholder", "CHAMPIONS", "Innovation", 1),
    ("Innovation", "ADDRESSES", "Problem", 5),
    ("Problem", "DEPENDS_ON", "Problem", 3),
    ("Problem", "INFLUENCES", "Problem", 3),
    ("Stakeholder", "SHARES", "Goal", 4),
]


def random_map(seed: int) -> Dataset:
    """A small map with every irregularity.

    Holes, equal names, dates in part, two ties between two nodes, loops of belonging.
    """
    lot = random.Random(seed)
    nodes = {
        label: [_node(lot, label, number) for number in range(count)]
        for label, count in (
            ("Stakeholder", lot.randint(6, 12)),
            ("Problem", lot.randint(3, 7)),
            ("Innovation", 4),
            ("Goal", 2),
        )
    }
    ties = {
        tie.uid: tie
        for source, type, target, count in PAIRS
        for _ in range(count)
        if (tie := _tie(lot, nodes[source], type, nodes[target]))
    }
    rows, more = learning(random.Random(1000 + seed), nodes)
    depth = random.Random(3000 + seed)
    rows = tuple(
        replace(row, props={**row.props, **_given(leverage_level=depth.choice([12, 9, 5, 2, None]))})
        if row.label == "Innovation"
        else row
        for row in rows
    )
    rows = tuple(with_life(random.Random(4000 + seed), rows))
    ties |= {tie.uid: tie for tie in views(random.Random(2000 + seed), nodes["Problem"])}
    return Dataset(
        MapConfig(f"agree-{seed}{OURS}", "Agree"), VOCABULARY, {"stakeholders.csv": 1}, rows, (*ties.values(), *more)
    )


def with_life(lot: random.Random, rows: Iterable[NodeRow]) -> Iterator[NodeRow]:
    """Every fourth node begins or ends on some day."""
    for row in rows:
        since, until = (lot.choice(DATES[3:]) if lot.random() < 0.12 else None for _ in range(2))
        yield replace(row, props={**_given(since=since, until=until), **row.props})


def views(lot: random.Random, problems: list[NodeRow]) -> Iterator[TieRow]:
    """What some hold to be the causes, often of the same two problems, with all sorts of signs."""
    for _ in range(24):
        tie = _tie(lot, problems[:3], "INFLUENCES", problems[:3])
        if tie:
            holder, key = lot.choice([None, "s1", "Petani", "petani", "O'Neil"]), lot.choice(["", "1"])
            uid = tie_uid("INFLUENCES", tie.source, tie.target, holder or "", key)
            yield replace(
                tie,
                uid=uid,
                props={**tie.props, **_given(polarity=lot.choice(["+", "+", "-", "-", "?", None]), held_by=holder)},
            )


def learning(lot: random.Random, nodes: dict[str, list[NodeRow]]) -> tuple[tuple[NodeRow, ...], tuple[TieRow, ...]]:
    """The nodes with ratings of power, dates and histories, sessions and assessments.

    The ties of those two, and who reported what.
    """
    drawn = {"power": [1, 4, 5, None], "reported": DATES[2:], "stage_since": DATES[2:]}
    fields = {"Stakeholder": "power", "Problem": "reported", "Innovation": "stage_since"}
    rows = [
        replace(row, props={**row.props, **_given(**{field: lot.choice(drawn[field])})})
        if (field := fields.get(row.label))
        else row
        for row in itertools.chain(*nodes.values())
    ]
    rows = [
        replace(
            row,
            props={
                **row.props,
                "stage_history": sorted(
                    f"{day} {lot.choice(STAGES[:-1])}" for day in lot.sample(DATES[3:], lot.randint(0, 3))
                ),
            },
        )
        if row.label == "Innovation"
        else row
        for row in rows
    ]
    sessions = [
        NodeRow(
            "GrowSession",
            f"grow:g{n}",
            _given(id=f"g{n}", name=lot.choice(NAMES) or "g", date=lot.choice(DATES), goal=lot.choice(["water", None])),
        )
        for n in range(4)
    ]
    asked = [
        NodeRow(
            "Assessment",
            f"assessment:a{n}",
            _given(
                id=f"a{n}",
                name=f"a{n}",
                discipline=lot.choice(["mental_models", "team_learning", None]),
                wave=lot.choice([1, 2, None]),
                score=lot.choice([1, 2.5, 4, 5, None]),
                respondents=lot.choice([0, 4, 5, 12, None]),
                since=lot.choice(DATES),
            ),
        )
        for n in range(16)
    ]
    ties = [
        tie
        for type, target in (
            ("OPTION", "Innovation"),
            ("CHOSE", "Innovation"),
            ("INVOLVES", "Stakeholder"),
            ("CONSIDERS", "Problem"),
            ("ACTION", "Stakeholder"),
        )
        for _ in range(6)
        if (tie := _tie(lot, sessions, type, nodes[target]))
    ]
    ties = [
        replace(tie, props={**tie.props, **_given(what="x", due=lot.choice(DATES), done=lot.choice(DATES))})
        if tie.type == "ACTION"
        else tie
        for tie in ties
    ]
    ties += [TieRow("ASSESSES", f"{row.uid}>", row.uid, lot.choice(nodes["Stakeholder"]).uid, {}) for row in asked]
    ties += [
        tie
        for type, target in (("REPORTED", "Problem"), ("TAKES_PART_IN", "Innovation"))
        for _ in range(3)
        if (tie := _tie(lot, nodes["Stakeholder"], type, nodes[target]))
    ]
    return (*rows, *sessions, *asked), tuple({tie.uid: tie for tie in ties}.values())


def _given(**props: Any) -> dict[str, Any]:
    return {key: value for key, value in props.items() if value is not None}


def _node(lot: random.Random, label: str, number: int) -> NodeRow:
    id = f"{label[0].lower()}{number}"
    props: dict[str, Any] = {"id": id, "name": lot.choice(NAMES) or id}
    if label == "Stakeholder":
        props |= {
            "sector": lot.choice(["government", "media", "academia", None]),
            "boundary": lot.choice(["internal", "external", None]),
            "offers": lot.sample(THINGS, lot.randint(0, 2)) or None,
            "needs": lot.sample(THINGS, lot.randint(0, 2)) or None,
        }
    if label == "Problem":
        props |= {
            "severity": lot.choice([1, 2, 4, 5, None]),
            "status": lot.choice(["reported", "resolved", None, None]),
        }
    if label == "Innovation":
        props |= {"stage": lot.choice(STAGES), "trl": lot.choice([None, None, 3, 4, 7, 8])}
    kind = VOCABULARY.node(label).name
    return NodeRow(label, node_uid(kind, id), {key: value for key, value in props.items() if value is not None})


def _tie(lot: random.Random, sources: list[NodeRow], type: str, targets: list[NodeRow]) -> TieRow | None:
    source, target = lot.choice(sources).uid, lot.choice(targets).uid
    if source == target:
        return None
    if type == "PARTNERS_WITH":
        source, target = sorted((source, target))
    kind = lot.choice(["", "MoU"])
    props = {
        "weight": lot.choice([1, 2.5]),
        "since": lot.choice(DATES[:5]),
        "until": lot.choice(DATES),
        "kind": kind or None,
    }
    return TieRow(
        type,
        tie_uid(type, source, target, kind),
        source,
        target,
        {key: value for key, value in props.items() if value is not None},
    )


@pytest.fixture(scope="module")
def engines(neo4j_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[GraphStore]]:
    """An embedded store and a Neo4j with every random map and tiny in each, and what was found of them written back."""
    stores = [
        open_store(str(tmp_path_factory.mktemp("agree") / "graph"), VOCABULARY),
        open_store(neo4j_address, VOCABULARY),
    ]
    for dataset in (*map(random_map, SEEDS), tiny(), case("gunungkidul"), untied()):
        for store in stores:
            store.apply(store.plan(dataset), allow_removals=True)
        found = analysis_of(stores[0], dataset.config.name)
        assert all(write_back(found, store) == write_back(found, store) for store in stores)
    yield stores
    for store in stores:
        store.close()


def analysis_of(store: GraphStore, map: str, day: str = DAY) -> Analysis:
    return Analysis(
        store.graph(map),
        VOCABULARY,
        MapConfig(map, map, settings=Settings(top=1000, per_stakeholder=1000)),
        {},
        date.fromisoformat(day),
    )


def case(name: str) -> Dataset:
    """A dataset that is shipped, under a name of ours."""
    found = read_folder(shipped("datasets") / name, VOCABULARY)
    return Dataset(MapConfig(f"agree-{name}{OURS}", name), VOCABULARY, found.files, found.nodes, found.ties)


def tiny() -> Dataset:
    return case("tiny")


def untied() -> Dataset:
    """Gunungkidul as one would have it who was never asked for partnerships."""
    found = case("gunungkidul")
    files = {name: count for name, count in found.files.items() if name != "partnerships.csv"}
    ties = tuple(tie for tie in found.ties if tie.type != "PARTNERS_WITH")
    return replace(found, config=replace(found.config, name=f"agree-untied{OURS}"), files=files, ties=ties)


def rows(store: GraphStore, name: str, map: str, **given: str) -> list[dict[str, Any]]:
    query = find_query(name)
    said = {p.name: value for p in query.params if (value := (OFTEN_SAID | given).get(p.name)) is not None}
    return [dict(row) for row in store.query(query.text, map=map + OURS, **bind(query, said))]


@pytest.mark.parametrize("name", all_queries())
@pytest.mark.parametrize("map", ALL)
def test_both_engines_answer_alike(engines: list[GraphStore], name: str, map: str) -> None:
    embedded, served = (rows(store, name, map) for store in engines)
    assert all(tuple(row) == find_query(name).returns for row in embedded + served)
    embedded, served = (
        [{key: value for key, value in row.items() if key not in OF_THE_RUN} for row in found]
        for found in (embedded, served)
    )
    assert embedded == served


def test_no_query_is_empty_on_all_maps(engines: list[GraphStore]) -> None:
    """Else two engines that both understood nothing would agree."""
    empty = [name for name in all_queries() if not any(rows(engines[0], name, f"agree-{seed}") for seed in SEEDS)]
    assert empty == []


def holds(row: TieRow | NodeRow) -> bool:
    begins = {"Problem": "reported", "GrowSession": "date"}.get(row.label, "") if isinstance(row, NodeRow) else ""
    since = str(row.props.get("since", row.props.get(begins, "")))
    until = str(row.props.get("until", "9999"))
    return DAY[: len(since)] >= since and DAY[: len(until)] <= until


def on_the_day(dataset: Dataset) -> tuple[dict[str, NodeRow], list[TieRow]]:
    """The nodes that are there, and the ties that hold between them."""
    there = {node.uid: node for node in dataset.nodes if holds(node)}
    return there, [tie for tie in dataset.ties if holds(tie) and tie.source in there and tie.target in there]


def stage_by_hand(node: NodeRow) -> object:
    """The stage of an innovation on the day."""
    stage, history = node.props.get("stage"), [str(entry).split() for entry in node.props.get("stage_history", ())]  # type: ignore[union-attr]
    entered = str(node.props.get("stage_since") or max([day for day, name in history if name == stage] or [""]))
    if stage and entered <= DAY:
        return stage
    return ([None] + [name for day, name in history if day <= DAY])[-1]


def work_by_hand(dataset: Dataset, ties: list[TieRow], open_problems: set[str]) -> dict[str, set[str]]:
    """Who works on which open problem: directly, or through a living innovation that it carries."""
    stages = {node.uid: stage_by_hand(node) for node in dataset.nodes if node.label == "Innovation"}
    answers = {(tie.source, tie.target) for tie in ties if tie.type == "ADDRESSES" and stages[tie.source] != "stopped"}
    does: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.type in ("WORKS_ON", "OWNS"):
            does[tie.source] |= {tie.target} & open_problems
        if tie.type in ("LEADS", "SPONSORS", "FUNDS", "ADOPTS"):
            does[tie.source] |= {problem for innovation, problem in answers if innovation == tie.target} & open_problems
    return does


def houses_by_hand(dataset: Dataset, ties: list[TieRow]) -> dict[str, set[str]]:
    """Each stakeholder with all it belongs to, itself among them."""
    above = {node.uid: {node.uid} for node in dataset.nodes if node.label == "Stakeholder"}
    for _ in above:
        for tie in ties:
            if tie.type == "BELONGS_TO":
                above[tie.source] |= above[tie.target]
    return above


def gaps_by_hand(dataset: Dataset) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """The definition of a gap, pair by pair.

    (on shared problems, on linked problems), each with the sum of severity.
    """
    there, ties = on_the_day(dataset)
    props = {
        node.uid: node.props
        for node in there.values()
        if node.label == "Problem" and node.props.get("status") != "resolved"
    }
    middle = statistics.median([problem["severity"] for problem in props.values() if "severity" in problem] or [1])
    does, above = work_by_hand(dataset, ties, set(props)), houses_by_hand(dataset, ties)
    partners = {frozenset((tie.source, tie.target)) for tie in ties if tie.type == "PARTNERS_WITH"}
    linked = {frozenset((tie.source, tie.target)) for tie in ties if tie.type in ("DEPENDS_ON", "INFLUENCES")}
    gaps: tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]] = ({}, {})
    for s, t in itertools.combinations(sorted(above), 2):
        if frozenset((s, t)) not in partners and not above[s] & above[t]:
            both = does[s] & does[t]
            behind = both or {
                problem for p in does[s] for q in does[t] if frozenset((p, q)) in linked for problem in (p, q)
            }
            if behind:
                gaps[not both][s, t] = float(sum(props[uid].get("severity", middle) for uid in behind))
    return gaps


@pytest.mark.parametrize("dataset", [*map(random_map, SEEDS), tiny()], ids=MAPS)
def test_gap_queries_equal_the_definition(engines: list[GraphStore], dataset: Dataset) -> None:
    for name, expected in zip(("gaps-shared-problem", "gaps-linked-problem"), gaps_by_hand(dataset), strict=True):
        found = rows(engines[0], name, dataset.config.name.removesuffix(OURS))
        assert {
            (f"stakeholder:{row['stakeholder_id']}", f"stakeholder:{row['other_id']}"): row["severity"] for row in found
        } == expected


@pytest.mark.parametrize("map", MAPS)
def test_gap_queries_say_what_the_analysis_says(engines: list[GraphStore], map: str) -> None:
    """The same pairs as the matrices of `sysmap.models.gaps.ranking`.

    The same severity and need too, but for links beside what is shared.
    """
    analysis = analysis_of(engines[0], map + OURS)
    for kind in ("shared", "linked"):
        found = {
            (f"stakeholder:{row['stakeholder_id']}", f"stakeholder:{row['other_id']}"): row
            for row in rows(engines[0], f"gaps-{kind}-problem", map)
        }
        expected = {(gap.source, gap.target): gap for gap in find_gaps(analysis).top if gap.kind == kind}
        assert found.keys() == expected.keys()
        for pair, gap in expected.items():
            if kind == "linked" or not gap.links:
                assert found[pair]["severity"] == gap.severity
                assert found[pair].get("need", gap.need) == pytest.approx(gap.need, abs=1e-6)
            else:
                assert found[pair]["need"] < gap.need


@pytest.mark.parametrize("map", MAPS)
def test_what_was_written_back_is_what_was_found(engines: list[GraphStore], map: str) -> None:
    """Every gap in its order with its problems, every measure, and what each query's title says, from the analysis."""
    found = analysis_of(engines[0], map + OURS)
    top = find_gaps(found).top
    told = [
        (
            row["rank"],
            f"stakeholder:{row['stakeholder_id']}",
            f"stakeholder:{row['other_id']}",
            sorted(row["problems"]),
            row["need"],
        )
        for row in rows(engines[1], "gaps-ranked", map)
    ]
    assert told == [
        (rank, gap.source, gap.target, sorted(map_name(found, gap.problems)), round(gap.need, 6))
        for rank, gap in enumerate(top, 1)
    ]
    mine = [gap for gap in top if "stakeholder:s1" in (gap.source, gap.target)]
    assert len(rows(engines[1], "gaps-of-stakeholder", map)) == len(mine) * (map != "agree-tiny")
    assert sum(row["gaps"] for row in rows(engines[1], "gaps-by-stakeholder", map)) == 2 * len(top)
    assert sum(row["gaps"] for row in rows(engines[1], "gaps-across-sectors", map)) == len(top)
    assert sum(row["gaps"] for row in rows(engines[1], "problems-behind-gaps", map)) == sum(
        len(gap.problems) for gap in top
    )
    for row, gap in zip(rows(engines[1], "gap-go-betweens", map), top, strict=True):
        shared = set(found.collaboration[gap.source]) & set(found.collaboration[gap.target])
        assert sorted(row["go_betweens"]) == sorted(map_name(found, tuple(shared)))
    for name, query, column in (
        ("betweenness", "bridging-stakeholders", "betweenness"),
        ("constraint", "free-to-bridge", "constraint"),
    ):
        for row in rows(engines[1], query, map):
            assert row[column] == pytest.approx(
                measure_values(found, name)[f"stakeholder:{row['stakeholder_id']}"], abs=1e-6
            )
    cuts = {f"stakeholder:{row['stakeholder_id']}": row for row in rows(engines[1], "cut-points", map)}
    assert set(cuts) == set(nx.articulation_points(found.collaboration))
    for uid, row in cuts.items():
        assert sorted(row["only_tied_to_it"]) == sorted(
            map_name(found, tuple(t for t in found.collaboration[uid] if found.collaboration.degree[t] == 1))
        )
    grouped = [score for score in measure_values(found, "community").values() if score is not None]
    assert {row["community"]: row["stakeholders"] for row in rows(engines[1], "communities", map)} == Counter(grouped)
    (kept,) = rows(engines[1], "analysis-kept", map)
    assert (kept["as_of"], kept["gaps"], kept["loaded_since"]) == (DAY, len(top), False)


DAYS = [*((map, DAY) for map in ALL), ("agree-gunungkidul", "2026-09-30"), ("agree-untied", "2026-09-30")]


@pytest.mark.parametrize(("map", "day"), DAYS)
def test_queries_on_innovations_say_what_the_models_say(engines: list[GraphStore], map: str, day: str) -> None:
    """Who is in the valley, what each lacks and what nobody knows, and who is a partner of whom, on the day."""
    found = analysis_of(engines[0], map + OURS, day)
    inside = {one.innovation.partition(":")[2]: one for one in find_crossings(found) if one.inside}
    assert {row["innovation_id"] for row in rows(engines[0], "valley-of-death", map, as_of=day)} == set(inside)
    at_risk = rows(engines[0], "innovations-at-risk", map, as_of=day)
    assert [row["risk"] for row in at_risk] == sorted(
        (round(one.risk or 0, 6) for one in inside.values() if one.lacks), reverse=True
    )
    for row in at_risk:
        one = inside[row["innovation_id"]]
        assert (tuple(row["missing"]), tuple(row["unknown"]), row["months"]) == (one.lacks, one.unknown, one.months)
    for row in rows(engines[0], "offers-that-meet-needs", map, as_of=day):
        assert row["partners"] == found.collaboration.has_edge(
            f"stakeholder:{row['giver_id']}", f"stakeholder:{row['taker_id']}"
        )
    disputes = {(row["source_id"], row["target_id"]): row for row in rows(engines[0], "disputed-links", map, as_of=day)}
    known = {
        (one.source.partition(":")[2], one.target.partition(":")[2]) for one in compare_mental_models(found).disputes
    }
    assert disputes.keys() >= known
    for pair in (
        disputes.keys() - known
    ):  # only who says both, under one spelling or two, is for the query a dispute and for the model unclear
        assert {held.casefold() for held in disputes[pair]["raises"]} & {
            held.casefold() for held in disputes[pair]["lowers"]
        }
    noticed = [row for row in rows(engines[0], "who-noticed", map, as_of=day) if row["noticed"]]
    assert {(row["problem_id"], row["stakeholder_id"], row["piloted"]) for row in noticed} == {
        (one.problem.partition(":")[2], who.partition(":")[2], one.pilot)
        for one in find_responses(found)
        for who in one.reporters
    }
    told = {
        row["problem_id"]: (row["reported"], row["piloted"], row["days"])
        for row in rows(engines[0], "responsiveness", map, as_of=day)
    }
    assert told == {one.problem.partition(":")[2]: (one.reported, one.pilot, one.days) for one in find_responses(found)}


@pytest.mark.parametrize(("map", "day"), DAYS)
def test_queries_on_learning_say_what_the_models_say(engines: list[GraphStore], map: str, day: str) -> None:
    """What is overdue, how far each session came, what was asked of how many, which goals nobody holds, on the day."""
    found = analysis_of(engines[0], map + OURS, day)
    late = Counter(
        (one.session, action.stakeholder, action.due) for one in read_sessions(found) for action in one.overdue
    )
    assert (
        Counter(
            (f"grow:{row['session_id']}", f"stakeholder:{row['stakeholder_id']}", row["due"])
            for row in rows(engines[0], "actions-overdue", map, as_of=day)
        )
        == late
    )
    board = {
        f"grow:{row['session_id']}": tuple(row[name] for name in ("options", "people", "sectors", "actions", "done"))
        for row in rows(engines[0], "grow-board", map, as_of=day)
    }
    assert board == {
        one.session: (
            len(one.options),
            len(one.involved),
            len(one.sectors),
            len(one.actions),
            sum(action.done is not None for action in one.actions),
        )
        for one in read_sessions(found)
    }
    for row in rows(engines[0], "disciplines-by-wave", map, as_of=day):
        said = [one.scores[row["discipline"]] for one in read_profiles(found) if one.wave == row["wave"]]
        scores = [score for score in said if score is not None]
        assert (row["units"], row["lowest"], row["highest"]) == pytest.approx(
            (len(scores), min(scores, default=None), max(scores, default=None)), abs=1e-6
        )
        assert row["mean"] == (pytest.approx(sum(scores) / len(scores), abs=1e-6) if scores else None)
        assert row["hidden"] == sum(
            row["discipline"] in one.suppressed for one in read_profiles(found) if one.wave == row["wave"]
        )
    assert {f"goal:{row['goal_id']}" for row in rows(engines[0], "unowned-goals", map, as_of=day)} == {
        one.goal for one in read_goal_standings(found) if not one.holders
    }


@pytest.mark.parametrize("map", ALL)
def test_loops_through_a_node_are_those_of_the_model(engines: list[GraphStore], map: str) -> None:
    """On the common map on the day.

    As many, as long, over the same nodes, of the same polarity, whichever node one asks for.
    """
    found = analysis_of(engines[0], map + OURS)
    listed = list_loops(found, 6).loops
    for uid in [
        uid for uid in ("problem:p0", "problem:p1", "factor:kunjungan", "problem:kekeringan") if uid in found.whole
    ]:
        told = rows(engines[0], "loops-through-node", map, node=uid.partition(":")[2])
        through = [loop for loop in listed if uid in loop.nodes]
        assert Counter((row["links"], row["polarity"], frozenset(row["names"])) for row in told) == Counter(
            (len(loop.nodes), loop.polarity, frozenset(map_name(found, loop.nodes))) for loop in through
        )
        assert [row["links"] for row in told] == sorted(row["links"] for row in told)
        assert all(
            row["ids"][0] == uid.partition(":")[2] and len(row["signs"]) == len(row["ids"]) == row["links"]
            for row in told
        )


@pytest.mark.parametrize("map", ALL)
def test_queries_on_leverage_say_what_the_models_say(engines: list[GraphStore], map: str) -> None:
    found = analysis_of(engines[0], map + OURS)
    made = {
        lever.uid.partition(":")[2]: (impact.role, impact.influence, impact.dependence, *lever.scores.values())
        for lever, impact in zip(score_levers(found).levers, score_levers(found).impacts, strict=True)
    }
    told = {
        row["id"]: (
            row["role"],
            row["influence"],
            row["dependence"],
            row["structural"],
            row["influence"],
            row["loops"],
            row["push"],
        )
        for row in rows(engines[1], "causes-by-leverage", map)
    }
    assert told.keys() == made.keys()
    for id, row in told.items():
        assert row[0] == made[id][0]
        assert row[1:] == pytest.approx(made[id][1:], abs=1e-6)
    by_level = rows(engines[0], "innovations-by-leverage-level", map)
    deep = measure_depth(found)
    assert sum(row["level"] is None for row in by_level) == len(deep.unrated)
    assert [row["level"] for row in by_level if row["level"]] == sorted(
        found.props(uid)["leverage_level"] for uid in deep.rated
    )


def map_name(found: Analysis, uids: tuple[str, ...]) -> list[str]:
    return [found.props(uid)["name"] for uid in uids]


def test_the_gaps_of_tiny_are_the_worked_example(engines: list[GraphStore]) -> None:
    """By hand: A-D share problem 1; B-D hang together by 2 and 1 (datasets/tiny/README.md)."""
    for store in engines:
        (shared,) = rows(store, "gaps-shared-problem", "agree-tiny")
        assert (shared["stakeholder"], shared["other"], shared["problems"]) == ("A", "D", ["Problem 1"])
        assert shared["need"] == 0.5  # severity 1 / (2 workers - 1), over sqrt(2 problems x 2 problems)
        (linked,) = rows(store, "gaps-linked-problem", "agree-tiny")
        assert (linked["stakeholder"], linked["other"], linked["problems"]) == ("B", "D", ["Problem 1", "Problem 2"])


def test_each_file_runs_as_it_is(engines: list[GraphStore]) -> None:
    """Header and all, as one would paste it into the Neo4j Browser."""
    for path in sorted((shipped("cypher") / "queries").glob("*.cypher")):
        params = find_query(path.stem).params
        given = bind(find_query(path.stem), {p.name: OFTEN_SAID[p.name] for p in params if p.name in OFTEN_SAID})
        for store in engines:
            list(store.query(Path(path).read_text(encoding="utf-8"), map="agree-tiny" + OURS, **given))


def test_what_groups_dispute_and_who_noticed_in_the_illustrative_case(engines: list[GraphStore]) -> None:
    """By hand, from its links.csv and stages.csv; the days by calendar."""
    for store in engines:
        disputed = {row["target_id"]: row for row in rows(store, "disputed-links", "agree-gunungkidul")}
        assert {
            target: (row["source_id"], row["raises"], row["lowers"], row["common"]) for target, row in disputed.items()
        } == {
            "tekanan-wisata": ("fasilitas-wisata", ["pokdarwis", "spamdes"], ["dispar", "phri-pesisir"], None),
            "kekeringan": ("kunjungan", ["pokdarwis", "spamdes"], ["phri-pesisir"], None),
        }
        noticed = {
            (row["problem_id"], row["stakeholder_id"]): row
            for row in rows(store, "who-noticed", "agree-gunungkidul", as_of="2026-09-30")
        }
        assert len(noticed) == 14
        first = noticed["kekeringan", "kal-tirtosewu"]
        assert (first["noticed"], first["piloted"], first["days"]) == ("2022-08-15", "2024-03-01", 564)
        assert noticed["kekeringan", "radio-karst"]["days"] == 547
        assert (noticed["lansia-sendiri", "posyandu"]["piloted"], noticed["lansia-sendiri", "posyandu"]["days"]) == (
            None,
            None,
        )
