"""Made maps of every degree of emptiness, each from a seed: what is in them is dealt by lot, and nothing else is asked.

Each table, field and kind of tie of the vocabulary is absent, partly filled or full. The kinds of nodes, their fields
and the kinds of ties are read off the vocabulary, so a new one is in the maps too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.graph import build_graph
from sysmap.schema import Field, NodeKind, TieKind, node_uid, tie_uid
from sysmap.tables.rows import MapConfig, NodeRow, TieRow, Value
from sysmap.tables.settings import Settings
from sysmap.vocabulary import VOCABULARY

DAY = date(2026, 6, 30)
"""The day of every made map."""
WORDS = ("beras", "air", "data", "dana", "lahan", "pasar")
"""What texts without choices say."""
DEGREES = (0.0, 0.15, 0.6, 1.0)
"""How full a field or a kind of tie is: absent, less than a quarter, partly, full."""
LIFETIME = ("since", "until")
"""Fields that are dealt more seldom, because nothing is left of a map where everything has ended."""


def make_map(seed: int, *, most: int = 10, **settings: Any) -> Analysis:
    """The analysis of the map of this seed, with at most `most` nodes of a kind."""
    lots = Random(seed)
    nodes = [row for kind in VOCABULARY.nodes for row in deal_nodes(kind, lots, most)]
    ties = {row.uid: row for kind in VOCABULARY.ties for row in deal_ties(kind, nodes, lots)}
    labels = {row.label for row in nodes}
    # A table without a row is there, or not; one with rows always is.
    files = {kind.file for kind in VOCABULARY.nodes if kind.label in labels or lots.random() < 0.3}
    files |= {kind.file for kind in VOCABULARY.ties if kind.file and lots.random() < 0.5}
    files |= {"links.csv"} if ties else set()
    return analyse(nodes, ties.values(), files, **settings)


def analyse(
    nodes: Iterable[NodeRow], ties: Iterable[TieRow], files: Collection[str], day: date = DAY, **settings: Any
) -> Analysis:
    """The analysis of rows; `files` are the names of the tables that are there."""
    rows, joined = list(nodes), list(ties)
    counts = {kind.file: sum(row.label == kind.label for row in rows) for kind in VOCABULARY.nodes}
    graph = build_graph(rows, joined, map="made", files={name: counts.get(name, 1) for name in sorted(files)})
    config = MapConfig("made", "Made", "id", settings=Settings(**settings))
    return Analysis(graph, VOCABULARY, config, graph.graph["files"], day)


def deal_nodes(kind: NodeKind, lots: Random, most: int) -> Iterator[NodeRow]:
    """The rows of one table, none to `most`; each field is as full as a degree that is dealt to it."""
    count = lots.choice((0, 1, *(lots.randint(2, most) for _ in range(4))))
    degrees = deal_degrees(VOCABULARY.node_columns(kind.label), lots)
    fields = [field for field in VOCABULARY.node_columns(kind.label) if field.name not in ("id", "name")]
    for number in range(count):
        id = f"{kind.name[0]}{number}"
        props: dict[str, Value] = {"id": id, "name": f"{kind.label} {number}"}
        props |= {field.name: deal_value(field, lots) for field in fields if lots.random() < degrees[field.name]}
        if kind.label == "Innovation" and "stage" in props and lots.random() < 0.3:
            props["stage_history"] = sorted(f"{deal_day(lots)} {stage}" for stage in ("idea", "pilot"))
        yield NodeRow(kind.label, node_uid(kind.name, id), with_order(props))


def deal_ties(kind: TieKind, nodes: list[NodeRow], lots: Random) -> Iterator[TieRow]:
    """Ties of one kind: absent, at a few of the nodes, at most or at each of them."""
    degree = lots.choice(DEGREES)
    degrees = deal_degrees(VOCABULARY.tie_columns(kind.type), lots)
    for source_label, target_label in kind.ends:
        sources = [row.uid for row in nodes if row.label == source_label]
        for target in (row.uid for row in nodes if row.label == target_label):
            others = [uid for uid in sources if uid != target]
            if lots.random() >= degree or not others:
                continue
            for source in lots.sample(others, min(len(others), lots.randint(1, 2))):
                ends = (source, target) if kind.directed else (min(source, target), max(source, target))
                fields = VOCABULARY.tie_columns(kind.type)
                props = {field.name: deal_value(field, lots) for field in fields if lots.random() < degrees[field.name]}
                yield TieRow(kind.type, tie_uid(kind.type, *ends), *ends, with_order(props))


def deal_degrees(fields: Iterable[Field], lots: Random) -> Mapping[str, float]:
    """How full each field is."""
    return {field.name: lots.choice(DEGREES) / (5 if field.name in LIFETIME else 1) for field in fields}


def deal_value(field: Field, lots: Random) -> Value:
    """A value that the field admits."""
    if field.choices:
        return lots.choice(field.choices).value
    if field.type == "date":
        return deal_day(lots)
    if field.type in {"integer", "number"}:
        low = 1 if field.low is None else int(field.low)
        return lots.choice((low, low + 1, low + 9)) if field.high is None else lots.randint(low, int(field.high))
    word = lots.choice(WORDS)
    return [word] if field.many else word


def deal_day(lots: Random) -> str:
    """A day within three years before `DAY`, or in the half year after it."""
    return (DAY + timedelta(days=lots.randint(-1100, 180))).isoformat()


def with_order(props: Mapping[str, Value]) -> Mapping[str, Value]:
    """The properties with `since` before `until`, as a table that was read has them."""
    since, until = props.get("since"), props.get("until")
    if isinstance(since, str) and isinstance(until, str) and until < since:
        return {**props, "since": until, "until": since}
    return props


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a map that can be taken away: a table, a kind of tie, or a field of one of them.

    `what` is "table", "tie" or "field"; `owner` is a label or a type.
    """

    what: str
    owner: str
    field: str = ""

    def __str__(self) -> str:
        """What a failing test calls it."""
        return f"{self.what} {self.owner}{'.' if self.field else ''}{self.field}"


def list_parts(analysis: Analysis) -> tuple[Part, ...]:
    """Every part that this map has, tables first."""
    labels = {label for _, label in analysis.whole.nodes(data="label")}
    types = {type for _, _, type in analysis.whole.edges(data="type")}
    fields = {
        *((props["label"], name) for _, props in analysis.whole.nodes(data=True) for name in props),
        *((tie["type"], name) for _, _, tie in analysis.whole.edges(data=True) for name in tie),
    }
    return (
        *(Part("table", label) for label in sorted(labels)),
        *(Part("tie", type) for type in sorted(types)),
        *(Part("field", owner, name) for owner, name in sorted(fields) if name not in {"label", "type", "id", "name"}),
    )


def take_away(analysis: Analysis, part: Part) -> Analysis:
    """The same map as if this part of it had never been written down."""
    name = f"{part.owner}.{part.field}" if part.field else part.owner
    smaller = analysis.without((name,))
    gone = {kind.file for kind in analysis.vocabulary.nodes if kind.label == part.owner and not part.field}
    gone |= {kind.file for kind in analysis.vocabulary.ties if kind.type == part.owner and not part.field}
    files = {file: rows for file, rows in smaller.files.items() if file not in gone}
    return replace(smaller, files=files, results={})


def add_nodes(analysis: Analysis, *rows: NodeRow) -> Analysis:
    """The same map with further nodes without ties."""
    whole: nx.MultiDiGraph = analysis.whole.copy()
    whole.add_nodes_from((row.uid, {"label": row.label, **row.props}) for row in rows)
    return replace(analysis, whole=whole, results={})
