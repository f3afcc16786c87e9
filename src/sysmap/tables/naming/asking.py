"""The questions of who is who: one for all names in a file that may be one, one for causes that were drawn twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

import networkx as nx

from sysmap.algorithms.loops import find_loops
from sysmap.errors import Cause, Fault
from sysmap.messages import AnyText, Message, Number
from sysmap.schema import Vocabulary
from sysmap.tables.naming.doubles import find_doubles
from sysmap.tables.naming.near import ASKED, COPY, NAMESAKES, Likeness, Named
from sysmap.tables.nodes import NodeTable
from sysmap.tables.notes import Notes
from sysmap.tables.relations import TieTable
from sysmap.tables.rows import NodeRow, TieRow
from sysmap.tables.text import fold_text, show_cell

__all__ = ["ask_who_is_who", "node_places"]

MAY_BE_ONE = Cause(
    "F342",
    "{name} and {other} may be one and the same: {reason}",
    "`sysmap names {folder}` lists all such pairs; answer with --accept or --reject",
)
DRAWN_TWICE = Cause(
    "F343",
    "{copies} names repeat {factors} others with a number or the word copy: causes that were drawn twice? Joined, "
    "{islands} islands become {fewer}{loops}",
    "`sysmap names {folder} --accept copies` joins them; `--reject copies` keeps them apart",
)
_LOOPS = Message(", and {loops} loops become {more}")
_CAUSAL = "INFLUENCES"
Place = tuple[str, int]


def ask_who_is_who(
    nodes: Iterable[NodeRow],
    ties: Callable[[], Iterable[TieRow]],
    places: Mapping[str, Place],
    vocabulary: Vocabulary,
    folder: Path,
) -> list[Fault]:
    """The questions of who is who in a folder. `places` are the files and lines of nodes, by uid."""
    faults: list[Fault] = []
    by_label: dict[str, dict[str, Mapping[str, object]]] = {}
    for node in nodes:
        by_label.setdefault(node.label, {})[node.uid] = node.props
    for label, props in by_label.items():
        asked = [pair for pair in find_doubles(props, vocabulary.node(label)) if pair.confidence >= ASKED]
        copies = [pair for pair in asked if pair.reason is COPY]
        file = vocabulary.node(label).file
        for pair in asked:
            if pair.reason is not COPY:
                faults += _ask(pair, places, file, folder)
        if copies:
            notes = Notes(places.get(copies[0].one.uid, (file, 0))[0])
            notes.question(0, 0, DRAWN_TWICE, **_joining(copies, ties()), folder=str(folder))
            faults += notes.faults
    return faults


def node_places(
    nodes: Iterable[NodeRow],
    tables: Iterable[tuple[NodeTable, Notes]],
    joins: Iterable[tuple[TieTable | None, Notes]],
) -> dict[str, Place]:
    """Uid -> where a node stands first: in a table of nodes, else as an end of a tie."""
    places = {uid: (notes.file, line) for table, notes in tables for uid, line in table.lines.items()}
    named: dict[str, Place] = {}
    if not places:
        for table, notes in joins:
            for end in ("source", "target") if table else ():
                for cell, line in zip(table.cells(end), table.sheet.lines, strict=True) if table else ():
                    named.setdefault(cell, (notes.file, line))
        folded = {fold_text(cell): place for cell, place in reversed(named.items())}
        places = {node.uid: place for node in nodes if (place := folded.get(fold_text(str(node.props["name"]))))}
    return places


def _ask(pair: Likeness, places: Mapping[str, Place], file: str, folder: Path) -> list[Fault]:
    """The question whether two nodes are one, where the later of them stands."""
    before, after = sorted((pair.one, pair.other), key=lambda node: places.get(node.uid, (file, 0))[1])
    place = places.get(after.uid, (file, 0))
    notes = Notes(place[0])
    notes.question(
        place[1],
        0,
        MAY_BE_ONE,
        name=_call(after, pair.reason),
        other=_call(before, pair.reason),
        reason=pair.reason,
        folder=str(folder),
    )
    return notes.faults


def _call(node: Named, reason: AnyText) -> str:
    """A node as the question names it; with its id where both have one name."""
    name = show_cell(node.name)
    return f"{name} ({unquote(node.uid.partition(':')[2])})" if reason is NAMESAKES else name


def _joining(copies: Iterable[Likeness], ties: Iterable[TieRow]) -> dict[str, AnyText]:
    """What joining the copies does: how many there are, and how islands and loops become fewer or more."""
    before = nx.DiGraph((tie.source, tie.target) for tie in ties if tie.type == _CAUSAL)
    base = {pair.one.uid: pair.other.uid for pair in copies}
    nx.set_edge_attributes(before, None, "sign")
    after = nx.DiGraph()
    after.add_edges_from((base.get(one, one), base.get(other, other), {"sign": None}) for one, other in before.edges)
    searches = [find_loops(graph) for graph in (before, after)]
    loops: AnyText = ""
    if not any(search.truncated for search in searches):
        counts = [Number(len(search.loops)) for search in searches]
        loops = _LOOPS.filled(loops=counts[0], more=counts[1])
    islands = [Number(nx.number_weakly_connected_components(graph)) for graph in (before, after)]
    return {
        "copies": Number(len(base)),
        "factors": Number(len(set(base.values()))),
        "islands": islands[0],
        "fewer": islands[1],
        "loops": loops,
    }
