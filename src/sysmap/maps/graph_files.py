"""The map as a graph file for other programs (Gephi, yEd, Cytoscape, R): GraphML and GEXF."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.maps.facts import Facts
from sysmap.maps.palette import KIND_COLORS, LIGHT
from sysmap.maps.places import places
from sysmap.maps.port import Look, renderer
from sysmap.maps.writing import write_bytes
from sysmap.schema import Words

__all__ = ["flat", "gexf", "graphml"]

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, escaped or not."""
SIZE = 10.0


@renderer("graphml", "graph.graphml", Words("Graph file (GraphML)", "Berkas graf (GraphML)"))
def graphml(analysis: Analysis, look: Look, path: Path) -> None:
    """Write all nodes and ties that hold, with the properties that may be shown, as GraphML."""
    stream = io.BytesIO()
    nx.write_graphml_xml(flat(analysis, look), stream, named_key_ids=False)
    write_bytes(path, stream.getvalue() + b"\n")


@renderer("gexf", "graph.gexf", Words("Graph file with places and colours (GEXF)", "Berkas graf dengan letak dan warna (GEXF)"))
def gexf(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the same as GEXF, each node in its place and colour on the page; y grows upward there."""
    graph = flat(analysis, look)
    found = places(analysis, path.parent)
    colors = {kind.label: LIGHT[f"c{KIND_COLORS[at % len(KIND_COLORS)]}"] for at, kind in enumerate(analysis.vocabulary.nodes)}
    for uid, node in graph.nodes(data=True):
        color = colors[node["kind_of_node"]]
        red, green, blue = (int(color[at:at + 2], 16) for at in (1, 3, 5))
        node["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": SIZE}
        if uid in found:
            node["viz"]["position"] = {"x": found[uid][0], "y": -found[uid][1], "z": 0.0}
    stream = io.BytesIO()
    nx.write_gexf(graph, stream)
    # networkx stamps the day; the same map is to give the same bytes.
    write_bytes(path, re.sub(rb' lastmodifieddate="[^"]*"', b"", stream.getvalue()) + b"\n")


def flat(analysis: Analysis, look: Look) -> nx.MultiDiGraph:
    """The map with plain values only: lists joined by `|`, characters XML forbids removed, personal properties left out.

    A node's label is `kind_of_node` and a tie's type is `kind_of_tie`; a node's name is `label`, as graph programs expect.
    """
    facts = Facts(analysis, look)
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for uid, props in sorted(analysis.graph.nodes(data=True)):
        if uid not in facts.withheld:
            graph.add_node(_text(uid), label=_text(analysis.name(uid)), kind_of_node=props["label"], **_plain(facts.told(props["label"], props)))
    for source, target, uid, tie in sorted(analysis.graph.edges(keys=True, data=True), key=lambda tie: str(tie[2])):
        if facts.withheld.isdisjoint((source, target)):
            graph.add_edge(_text(source), _text(target), _text(uid), kind_of_tie=tie["type"], **_plain(facts.told(tie["type"], tie)))
    return _one_type_a_column(graph)


def _plain(props: Mapping[str, Any]) -> dict[str, Any]:
    """Properties under names that no format means something by."""
    reserved = {"label", "id", "kind_of_node", "kind_of_tie", "viz", "key", "source", "target", "start", "end", "spells"}
    return {f"{_text(name)}_" if name in reserved else _text(name): _value(value) for name, value in props.items() if value is not None}


def _value(value: object) -> Any:
    if isinstance(value, list):
        return _text(" | ".join(map(str, value)))
    return _text(value) if isinstance(value, str) else value


def _text(value: object) -> str:
    return FORBIDDEN.sub("", str(value))


def _one_type_a_column(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Columns in which some values are text and others numbers become text: the formats know one type a column."""
    for items in (list(graph.nodes(data=True)), [(None, tie) for *_, tie in graph.edges(data=True)]):
        types: dict[str, set[type]] = {}
        for _, props in items:
            for name, value in props.items():
                types.setdefault(name, set()).add(type(value))
        for _, props in items:
            for name, value in props.items():
                if types[name] == {int, float}:
                    props[name] = float(value)
                elif len(types[name]) > 1:
                    props[name] = str(value)
    return graph
