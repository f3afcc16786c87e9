"""The places of a map's nodes, kept in `positions.json` beside the pictures: a node stays where readers found it."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.places.layout import arrange, find_layout_groups, place_beside
from sysmap.rendering.facts import drawn_nodes
from sysmap.rendering.writing import write_text

__all__ = ["KEPT", "Places", "find_linked_groups", "place_nodes", "read_places", "simple_graph", "write_places"]

KEPT = "positions.json"
Places = dict[str, tuple[float, float]]


@kept
def place_nodes(analysis: Analysis, folder: Path) -> Places:
    """A place for each drawn node, in pixels; those kept in `folder` are taken over, and all are kept there for the next time.

    When fewer than half of the nodes have a place it is another map: all are laid out afresh.
    """
    return _placed(analysis, folder / KEPT)


def _placed(analysis: Analysis, file: Path) -> Places:
    order = drawn_nodes(analysis)
    kept = read_places(file)
    graph = simple_graph(analysis, order)
    stay = sum(uid in kept for uid in order)
    found = place_beside(kept, graph, order) if stay and stay * 2 >= len(order) else arrange(graph, order, find_linked_groups(analysis, order), analysis.settings.seed)
    write_places(file, found)
    return found


def write_places(file: Path, found: Places) -> None:
    """Write places for the next time; nothing where there are none."""
    if found:
        lines = ",\n".join(f"{json.dumps(uid)}: [{x}, {y}]" for uid, (x, y) in sorted(found.items()))
        write_text(file, f"{{\n{lines}\n}}\n")


def read_places(file: Path) -> Places:
    """The kept places; a file that is missing or was spoilt by hand counts as none."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return {str(uid): (float(x), float(y)) for uid, (x, y) in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


@kept
def find_linked_groups(analysis: Analysis, order: tuple[str, ...]) -> list[list[str]]:
    """The groups that the layout sets apart, the largest first; who has no tie is in none."""
    return find_layout_groups(simple_graph(analysis, order), order, analysis.settings.seed)


@kept
def simple_graph(analysis: Analysis, order: tuple[str, ...]) -> nx.Graph:
    """The drawn nodes with their ties of every kind, undirected; parallel ties weigh together. Edges in a fixed order."""
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(order)
    for source, target in sorted((a, b) if a < b else (b, a) for a, b in analysis.graph.edges() if a != b):
        if source in graph and target in graph:
            weight = graph.get_edge_data(source, target, {"weight": 0})["weight"] + 1
            graph.add_edge(source, target, weight=weight)
    return graph
