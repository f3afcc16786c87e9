"""The places of a map's nodes, kept in `positions.json` beside the pictures: a node stays where readers know it."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.places.layout import arrange, find_layout_groups, place_beside
from sysmap.rendering.facts import drawn_nodes
from sysmap.rendering.writing import write_text
from sysmap.tables.table_names import PLACES

__all__ = [
    "KEPT",
    "Place",
    "Places",
    "find_linked_groups",
    "place_nodes",
    "read_places",
    "simple_graph",
    "write_places",
]

KEPT = PLACES
Place = tuple[float, float]
"""x to the right and y down, in pixels of the unzoomed picture."""
Places = dict[str, Place]
"""uid -> place."""


@kept
def place_nodes(analysis: Analysis, folder: Path) -> Places:
    """A place for each drawn node: as kept in `folder`, or beside its neighbours if it is new.

    The places are then kept there.

    Where fewer than half of the nodes have a kept place, the file is taken for another map's and all nodes are laid out
    afresh.
    """
    file = folder / KEPT
    order = drawn_nodes(analysis)
    graph = simple_graph(analysis, order)
    known = read_places(file)
    stay = sum(uid in known for uid in order)
    if stay and stay * 2 >= len(order):
        places = place_beside(known, graph, order)
    else:
        places = arrange(graph, order, find_linked_groups(analysis, order), analysis.settings.seed)
    write_places(file, places)
    return places


def write_places(file: Path, places: Places) -> None:
    """Write the places for the next time, sorted by uid; no file is written where there are no places."""
    if places:
        lines = ",\n".join(f"{json.dumps(uid)}: [{x}, {y}]" for uid, (x, y) in sorted(places.items()))
        write_text(file, f"{{\n{lines}\n}}\n")


def read_places(file: Path) -> Places:
    """The places in a file; empty where the file is missing or was damaged by hand."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return {str(uid): (float(x), float(y)) for uid, (x, y) in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


@kept
def find_linked_groups(analysis: Analysis, order: tuple[str, ...]) -> list[list[str]]:
    """The groups that the layout sets apart, the largest first; a node without ties is in no group.

    `order`: the drawn nodes.
    """
    return find_layout_groups(simple_graph(analysis, order), order, analysis.settings.seed)


@kept
def simple_graph(analysis: Analysis, order: tuple[str, ...]) -> nx.Graph:
    """The nodes in `order` with all their ties as an undirected graph without loops, its edges in a fixed order.

    The `weight` of an edge counts the ties between its two nodes.
    """
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(order)
    for source, target in sorted((a, b) if a < b else (b, a) for a, b in analysis.graph.edges() if a != b):
        if source in graph and target in graph:
            weight = graph.get_edge_data(source, target, {"weight": 0})["weight"] + 1
            graph.add_edge(source, target, weight=weight)
    return graph
