"""Rows to a networkx graph and back, and the three views of it: collaboration, responsibility, causal.

The keys of nodes and ties are their uids. Both enter a graph in the order of their uids, so that the order of the rows
changes nothing. No function here changes its argument.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, TypeVar

import networkx as nx

from sysmap.tables.edges import Edges
from sysmap.tables.rows import NodeRow, TieRow, Value

__all__ = [
    "build_graph",
    "build_network",
    "causal_view",
    "collaboration_view",
    "graph_on_day",
    "graph_rows",
    "responsibility_view",
]

AnyRow = TypeVar("AnyRow", NodeRow, TieRow)
Tie: TypeAlias = tuple[str, str, str, dict[str, Any]]

CAUSAL = ("Factor", "Goal", "Innovation", "Problem")
"""Labels that `INFLUENCES` joins in the causal view."""

BEGINNINGS = {"Problem": "reported", "GrowSession": "date"}
"""Labels of nodes that begin with an event, and the field that holds its day."""


def build_graph(nodes: Iterable[NodeRow], ties: Iterable[TieRow], **about: object) -> nx.MultiDiGraph:
    """The rows as a graph; `about` (map, config, files, interrupted) becomes `G.graph`.

    A node's key is its uid, its attributes are `label` and its properties; a tie's key is its uid, its attributes
    `type` and its properties. A property that is itself called `label` (on a node) or `type` (on a tie) is kept with
    `_` appended. Raises `ValueError` for a tie whose end is not among the nodes.

    >>> rows = [NodeRow("Stakeholder", f"stakeholder:{id}", {"id": id, "name": id}) for id in "AB"]
    >>> tie = TieRow("PARTNERS_WITH", "PARTNERS_WITH:a>b", "stakeholder:A", "stakeholder:B", {"weight": 2})
    >>> build_graph(rows, [tie], map="tiny").edges["stakeholder:A", "stakeholder:B", "PARTNERS_WITH:a>b"]
    {'type': 'PARTNERS_WITH', 'weight': 2}
    """
    graph = nx.MultiDiGraph(**about)
    graph.add_nodes_from((row.uid, _attributes("label", row.label, row.props)) for row in _sorted(nodes))
    known = len(graph)
    graph.add_edges_from(
        (row.source, row.target, row.uid, _attributes("type", row.type, row.props)) for row in _sorted(ties)
    )
    if strangers := list(graph)[known:]:
        raise ValueError(f"ties end at nodes that are not there: {strangers[:3]}")
    return graph


def graph_rows(graph: nx.MultiDiGraph) -> tuple[tuple[NodeRow, ...], tuple[TieRow, ...]]:
    """The rows from which `build_graph` made this graph, in the order of their uids.

    >>> rows = (NodeRow("Problem", "problem:1", {"id": "1"}),)
    >>> graph_rows(build_graph(rows, ())) == (rows, ())
    True
    """
    nodes = (
        NodeRow(attributes["label"], uid, _properties("label", attributes))
        for uid, attributes in graph.nodes(data=True)
    )
    ties = (
        TieRow(attributes["type"], uid, source, target, _properties("type", attributes))
        for source, target, uid, attributes in graph.edges(keys=True, data=True)
    )
    return tuple(_sorted(nodes)), tuple(_sorted(ties))


def graph_on_day(graph: nx.MultiDiGraph, day: date, *, ended: bool = False) -> nx.MultiDiGraph:
    """Only the nodes that are there on `day`, and the ties that hold: `since` <= day <= `until`.

    What has no `since` or `until` is open on that side. A problem without `since` begins on the day of its report, a
    session on its own day. A tie holds only while both of its ends are there. An innovation has the stage in which it
    was on the day. `ended`: keep what has ended before the day, too, so that only what begins later is left out.

    Returns a copy, or the graph itself where nothing differs. A partial date means the whole period: since 2020 = from
    2020-01-01, until 2020-05 = to 2020-05-31.

    >>> graph = nx.MultiDiGraph([("a", "b", "tie", {"since": "2020", "until": "2021-05"})])
    >>> [graph_on_day(graph, date(*day)).number_of_edges() for day in ((2019, 12, 31), (2021, 5, 31), (2021, 6, 1))]
    [0, 1, 0]
    """
    today = day.isoformat()
    absent = [
        uid
        for uid, node in graph.nodes(data=True)
        if ("since" in node or "until" in node or node.get("label") in BEGINNINGS)
        and not _holds(_life(node, ended=ended), today)
    ]
    inactive = [
        (source, target, uid)
        for source, target, uid, tie in graph.edges(keys=True, data=True)
        if ("since" in tie or "until" in tie) and not _holds(_life(tie, ended=ended), today)
    ]
    stages = {
        uid: stage
        for uid, node in graph.nodes(data=True)
        if ("stage_since" in node or "stage_history" in node) and (stage := _stage_on(node, today)) is not None
    }
    if not (inactive or absent or stages):
        return graph
    active: nx.MultiDiGraph = graph.copy()
    active.remove_edges_from(inactive)
    for uid, stage in stages.items():
        _set_stage(active.nodes[uid], stage)
    active.remove_nodes_from(absent)
    return active


def _life(thing: Mapping[str, Any], *, ended: bool) -> Mapping[str, Any]:
    """The dates between which a node or tie is there: its own, or the day of the event that it is or begins with.

    With `ended` it has no end.
    """
    event = BEGINNINGS.get(thing.get("label", ""), "since")
    return {"since": thing.get("since") or thing.get(event), "until": None if ended else thing.get("until")}


def _stage_on(innovation: Mapping[str, Any], today: str) -> str | None:
    """The stage that an innovation had on an ISO date, "" if it is not known; None if it is the one that it has now.

    It has its stage since `stage_since`, or the last entry for this stage in its history. Before that, and where it has
    no stage, the last entry by that date says it.
    """
    stage = innovation.get("stage")
    entries = sorted(str(entry).partition(" ")[::2] for entry in innovation.get("stage_history") or ())
    entered = innovation.get("stage_since") or max((day for day, name in entries if name == stage), default=None)
    if stage and (not entered or _holds({"since": entered}, today)):
        return None
    return ([""] + [name for day, name in entries if _holds({"since": day}, today)])[-1] if stage or entries else None


def _set_stage(innovation: dict[str, Any], stage: str) -> None:
    """Give an innovation an earlier stage; what was said of its later one is no longer known."""
    if innovation.get("stage"):
        innovation.pop("trl", None)
    innovation.pop("stage_since", None)
    innovation.pop("stage", None)
    innovation |= {"stage": stage} if stage else {}


def collaboration_view(graph: nx.MultiDiGraph) -> nx.Graph:
    """All stakeholders and their partnerships, undirected. Stakeholders without a partner are nodes too.

    Parallel partnerships are one edge: `weight` is the sum of theirs (a partnership without a weight counts 1), `ties`
    are their uids. A partnership of a stakeholder with itself is left out. Nodes have no attributes.

    >>> graph = nx.MultiDiGraph([("a", "b", k, {"type": "PARTNERS_WITH"}) for k in ("MoU", "funding")])
    >>> nx.set_node_attributes(graph, "Stakeholder", "label")
    >>> collaboration_view(graph).edges["a", "b"]
    {'weight': 2, 'ties': ('MoU', 'funding')}
    """
    view = nx.Graph()
    view.add_nodes_from(uid for uid, label in graph.nodes(data="label") if label == "Stakeholder")
    _merge(
        view, (tie for tie in _ties(graph, {"PARTNERS_WITH"}) if tie[0] != tie[1] and tie[0] in view and tie[1] in view)
    )
    return view


def responsibility_view(graph: nx.MultiDiGraph, works: Collection[str], carries: Collection[str]) -> nx.Graph:
    """Stakeholders, innovations and problems, undirected: joined where one works on, carries or addresses the other.

    `works` are ties from stakeholder to problem, `carries` from stakeholder to innovation. Edges are merged as in
    `collaboration_view`.

    >>> graph = nx.MultiDiGraph([("s", "p", "t", {"type": "WORKS_ON"})])
    >>> graph.add_nodes_from([("s", {"label": "Stakeholder"}), ("p", {"label": "Problem"})])
    >>> list(responsibility_view(graph, ["WORKS_ON"], []).edges)
    [('s', 'p')]
    """
    allowed = (
        {(type, "Stakeholder", "Problem") for type in works}
        | {("ADDRESSES", "Innovation", "Problem")}
        | {(type, "Stakeholder", "Innovation") for type in carries}
    )
    labels = {
        uid: label for uid, label in graph.nodes(data="label") if label in ("Stakeholder", "Innovation", "Problem")
    }
    view = nx.Graph()
    view.add_nodes_from(labels)
    _merge(
        view,
        (
            tie
            for tie in _ties(graph, {type for type, _, _ in allowed})
            if (tie[3]["type"], labels.get(tie[0]), labels.get(tie[1])) in allowed
        ),
    )
    return view


def causal_view(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Problems, factors, innovations and goals, and the ties `INFLUENCES` among them, directed.

    Ties keep their attributes (`polarity`, `delay`, `strength`, `held_by` where given), nodes theirs.

    >>> graph = nx.MultiDiGraph([("x", "y", "t", {"type": "INFLUENCES", "polarity": "+"})])
    >>> nx.set_node_attributes(graph, "Factor", "label")
    >>> causal_view(graph).edges["x", "y", "t"]["polarity"]
    '+'
    """
    view = nx.MultiDiGraph()
    view.add_nodes_from(
        (uid, attributes) for uid, attributes in graph.nodes(data=True) if attributes.get("label") in CAUSAL
    )
    view.add_edges_from(
        (source, target, uid, tie)
        for source, target, uid, tie in _ties(graph, {"INFLUENCES"})
        if source in view and target in view
    )
    return view


def build_network(edges: Edges, uids: Sequence[str], day: date, backend: str = "networkx") -> nx.Graph:
    """The ties of a table that hold on `day`, as a collaboration view.

    `uids` are its nodes, in the order of `edges.names`.

    The rows of one pair are one edge; `weight` is the sum of theirs (a row without a weight counts 1). A tie of a node
    with itself is left out. The order of the rows changes nothing. `backend`: the networkx backend that builds the
    network; one that keeps networks as columns of numbers builds no graph of Python objects.

    >>> edges = Edges(("A", "B", "C"), [0, 1, 1], [1, 0, 1], [2.0, None, 1.0], None, None, ())
    >>> network = build_network(edges, edges.names, date(2026, 1, 1))
    >>> list(network), list(network.edges(data="weight"))
    (['A', 'B', 'C'], [('A', 'B', 3.0)])
    """
    import numpy as np
    from scipy.sparse import coo_array

    ends = np.sort(np.array([edges.source, edges.target], dtype=np.int32).reshape(2, -1), axis=0)
    weight = (
        np.ones(ends.shape[1])
        if edges.weight is None
        else np.array([1.0 if value is None else value for value in edges.weight])
    )
    active = ends[0] != ends[1]
    if edges.since or edges.until:
        blank, today = [None] * len(active), day.isoformat()
        active &= [
            _holds({"since": since, "until": until}, today)
            for since, until in zip(edges.since or blank, edges.until or blank, strict=True)
        ]
    matrix = coo_array((weight[active], ends[:, active]), shape=(len(uids), len(uids))).tocsr()
    network = nx.from_scipy_sparse_array(matrix, backend=backend)
    return nx.relabel_nodes(network, dict(enumerate(uids)), backend=backend)


def _sorted(rows: Iterable[AnyRow]) -> list[AnyRow]:
    return sorted(rows, key=lambda row: row.uid)


def _attributes(ours: str, value: str, props: Mapping[str, Value]) -> dict[str, Any]:
    """Our attribute first, then the properties.

    A property called as ours, with or without underscores after it, gets one underscore more.
    """
    return {ours: value, **{name + "_" * (name.rstrip("_") == ours): content for name, content in props.items()}}


def _properties(ours: str, attributes: Mapping[str, Any]) -> dict[str, Value]:
    """The inverse of `_attributes`."""
    return {
        name.removesuffix("_") if name.rstrip("_") == ours else name: content
        for name, content in attributes.items()
        if name != ours
    }


def _holds(tie: Mapping[str, Any], today: str) -> bool:
    """Whether a tie holds on an ISO date.

    Dates compare as text; today is cut to the precision of each date, such as `2024-05`.
    """
    since, until = (str(tie.get(end) or "")[: len(today)] for end in ("since", "until"))
    return (not since or since <= today[: len(since)]) and (not until or today[: len(until)] <= until)


def _ties(graph: nx.MultiDiGraph, types: Collection[str]) -> list[Tie]:
    """Ties of these types as (source, target, uid, attributes), in the order of their uids."""
    ties = [tie for tie in graph.edges(keys=True, data=True) if tie[3].get("type") in types]
    return sorted(ties, key=lambda tie: str(tie[2]))


def _merge(view: nx.Graph, ties: Iterable[Tie]) -> None:
    """Add the ties to the view; all ties of one pair become one undirected edge."""
    edges: dict[tuple[str, str], dict[str, Any]] = {}
    for source, target, uid, tie in ties:
        pair = (target, source) if (target, source) in edges else (source, target)
        edge = edges.setdefault(pair, {"weight": 0, "ties": ()})
        edge["weight"] += tie.get("weight", 1)
        edge["ties"] += (uid,)
    view.add_edges_from((*pair, edge) for pair, edge in edges.items())
