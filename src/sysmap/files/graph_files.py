"""The map as a graph file for other programs (Gephi, yEd, Cytoscape, R): GraphML and GEXF.

Each node or tie is written as one line. networkx's writers first build a tree of all values, which takes several times
as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from sysmap.analysis import Analysis, kept
from sysmap.messages import Message
from sysmap.places.kept import place_nodes
from sysmap.rendering.facts import Facts
from sysmap.rendering.palette import KIND_COLORS, LIGHT
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text

__all__ = ["Flat", "flat", "gexf", "graphml"]

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, escaped or not."""
SPECIAL = re.compile('[&<>"\t\n\r]')
ESCAPES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
SIZE = 10.0
TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
"""The names of types in both formats."""
GRAPHML = (
    '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
GEXF = (
    '<?xml version="1.0" encoding="utf-8"?>\n<gexf version="1.2" xmlns="http://www.gexf.net/1.2draft" '
    'xmlns:viz="http://www.gexf.net/1.2draft/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd">\n<meta><creator>sysmap</creator></meta>\n'
    '<graph defaultedgetype="directed" mode="static">'
)

Props = dict[str, Any]
Columns = dict[str, type]


@dataclass(frozen=True, slots=True)
class Flat:
    """The map with simple values only.

    `nodes` as (uid, properties), `ties` as (uid, source, target, properties), and the type of each column.
    """

    nodes: list[tuple[str, Props]]
    ties: list[tuple[str, str, str, Props]]
    node_columns: Columns
    tie_columns: Columns


@renderer("graphml", "graph.graphml", Message("Graph file (GraphML)"), order=20)
def graphml(analysis: Analysis, look: Look, path: Path) -> None:
    """Write all nodes, and the ties that hold on the day of the analysis, with their visible properties as GraphML."""
    write_text(path, "\n".join(_graphml(flat(analysis, look))) + "\n")


@renderer("gexf", "graph.gexf", Message("Graph file with places and colours (GEXF)"), order=30)
def gexf(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the same as GEXF, each node with its place and colour on the page.

    In GEXF y grows upwards, on the page downwards.
    """
    places = place_nodes(analysis, path.parent)
    colors = {
        kind.label: LIGHT[f"c{KIND_COLORS[at % len(KIND_COLORS)]}"] for at, kind in enumerate(analysis.vocabulary.nodes)
    }
    looks = {label: _color(color) for label, color in colors.items()}
    positions = {_text(uid): f'<viz:position x="{x}" y="{-y}" z="0.0"/>' for uid, (x, y) in places.items()}
    write_text(path, "\n".join(_gexf(flat(analysis, look), looks, positions)) + "\n")


@kept
def flat(analysis: Analysis, look: Look) -> Flat:
    """The map with lists joined by `|`, one type a column, no characters that XML forbids, nothing personal.

    A node's label is `kind_of_node` and a tie's type is `kind_of_tie`; a node's name is `label`, as graph programs
    expect.
    """
    facts = Facts(analysis, look)
    nodes = [
        (
            _text(uid),
            {
                "label": _text(analysis.name(uid)),
                "kind_of_node": props["label"],
                **_simplify(facts.visible_values(props["label"], props)),
            },
        )
        for uid, props in sorted(analysis.graph.nodes(data=True))
        if uid not in facts.withheld
    ]
    ties = [
        (
            _text(uid),
            _text(source),
            _text(target),
            {"kind_of_tie": tie["type"], **_simplify(facts.visible_values(tie["type"], tie))},
        )
        for source, target, uid, tie in analysis.graph.edges(keys=True, data=True)
        if facts.withheld.isdisjoint((source, target))
    ]
    ties.sort(key=lambda tie: tie[0])
    return Flat(nodes, ties, _unify_types([props for _, props in nodes]), _unify_types([props for *_, props in ties]))


def _simplify(props: Mapping[str, Any]) -> Props:
    """Properties with simple values. Names that have a meaning in one of the formats get an underscore at the end."""
    reserved = {
        "label",
        "id",
        "kind_of_node",
        "kind_of_tie",
        "viz",
        "key",
        "source",
        "target",
        "start",
        "end",
        "spells",
    }
    return {
        f"{_text(name)}_" if name in reserved else _text(name): _value(value)
        for name, value in props.items()
        if value is not None
    }


def _value(value: object) -> Any:
    if isinstance(value, list):
        return _text(" | ".join(map(str, value)))
    return _text(value) if isinstance(value, str) else value


def _text(value: object) -> str:
    return FORBIDDEN.sub("", str(value))


def _unify_types(items: list[Props]) -> Columns:
    """Convert the values in place, so that each column has one type, as both formats require; return the types.

    Ints and floats together become floats; any other mixture becomes text.
    """
    types: dict[str, set[type]] = {}
    for props in items:
        for name, value in props.items():
            types.setdefault(name, set()).add(type(value))
    columns = {
        name: float if used == {int, float} else str if len(used) > 1 else used.pop() for name, used in types.items()
    }
    for props in items:
        for name, value in props.items():
            if type(value) is not columns[name]:
                props[name] = columns[name](value)
    return columns


def _graphml(map: Flat) -> Iterator[str]:
    keys, tie_keys = _keys("n", map.node_columns), _keys("t", map.tie_columns)
    yield GRAPHML
    for kind, known, columns in (("node", keys, map.node_columns), ("edge", tie_keys, map.tie_columns)):
        yield from (
            f'<key id="{key}" for="{kind}" attr.name="{_xml(name)}" attr.type="{TYPES[columns[name]]}"/>'
            for name, key in known.items()
        )
    yield '<graph edgedefault="directed">'
    for uid, props in map.nodes:
        yield f'<node id="{_xml(uid)}">{_data(props, keys)}</node>'
    for uid, source, target, props in map.ties:
        yield f'<edge id="{_xml(uid)}" source="{_xml(source)}" target="{_xml(target)}">{_data(props, tie_keys)}</edge>'
    yield "</graph>\n</graphml>"


def _keys(letter: str, columns: Columns, without: str = "") -> dict[str, str]:
    """Column -> the short key that stands for its name in the file, but for the column `without`."""
    return {name: f"{letter}{number}" for number, name in enumerate(columns) if name != without}


def _data(props: Props, keys: Mapping[str, str]) -> str:
    return "".join([f'<data key="{keys[name]}">{_xml(value)}</data>' for name, value in props.items()])


def _gexf(map: Flat, looks: Mapping[str, str], places: Mapping[str, str]) -> Iterator[str]:
    """GEXF has a place of its own for a node's name, and for a tie's weight if it is a number.

    `looks`: colour and size as XML, by kind of node. `places`: position as XML, by uid.
    """
    weighted = map.tie_columns.get("weight") in (int, float)
    keys, tie_keys = _keys("n", map.node_columns, "label"), _keys("t", map.tie_columns, "weight" if weighted else "")
    yield GEXF
    for kind, known, columns in (("node", keys, map.node_columns), ("edge", tie_keys, map.tie_columns)):
        yield f'<attributes class="{kind}" mode="static">'
        yield from (
            f'<attribute id="{key}" title="{_xml(name)}" type="{TYPES[columns[name]]}"/>' for name, key in known.items()
        )
        yield "</attributes>"
    yield "<nodes>"
    for uid, props in map.nodes:
        look = looks[props["kind_of_node"]] + places.get(uid, "")
        yield f'<node id="{_xml(uid)}" label="{_xml(props["label"])}">{_values(props, keys)}{look}</node>'
    yield "</nodes>\n<edges>"
    for uid, source, target, props in map.ties:
        weight = f' weight="{props["weight"]}"' if weighted and "weight" in props else ""
        yield f'<edge id="{_xml(uid)}" source="{_xml(source)}" target="{_xml(target)}"{weight}>{_values(props, tie_keys)}</edge>'
    yield "</edges>\n</graph>\n</gexf>"


def _values(props: Props, keys: Mapping[str, str]) -> str:
    cells = [f'<attvalue for="{keys[name]}" value="{_xml(value)}"/>' for name, value in props.items() if name in keys]
    return f"<attvalues>{''.join(cells)}</attvalues>" if cells else ""


def _color(color: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}" a="1.0"/><viz:size value="{SIZE}"/>'


def _xml(value: object) -> str:
    """A value as XML: between tags, or in double quotes as an attribute."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return escape(text, ESCAPES) if SPECIAL.search(text) else text
