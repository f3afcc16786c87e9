"""Kumu's project file (JSON): elements, connections and named loops, with the places of the default map.

Source: Kumu's guides on import and the files that it exports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sysmap.exchange.foreign import Cell, Connection, Direction, Element, Foreign, NamedLoop, Sign
from sysmap.exchange.json_files import as_cell, as_text, read_json
from sysmap.exchange.port import importer
from sysmap.exchange.signs import read_sign
from sysmap.messages import Message, Text, plural

__all__ = ["read_project"]

TITLE = Message("Kumu project (JSON)")
OFF_MAP = plural(
    "{n} element is on no map (Kumu keeps it in its bin), and was left out",
    "{n} elements are on no map (Kumu keeps them in its bin), and were left out",
)
OTHER_MAPS = plural("not carried: {n} map beside the default one", "not carried: {n} maps beside the default one")
VIEWS = plural("not carried: {n} view", "not carried: {n} views")
IS = {"elements": ("label", "element type"), "connections": ("label", "connection type")}
SIGN_COLUMNS = ("connection polarity", "polarity", "relationship impact")
DIRECTIONS: Mapping[str, Direction] = {"mutual": "mutual", "undirected": "undirected"}
_Row = Mapping[str, Any]


def _sniff(head: bytes) -> str:
    is_one = all(key in head for key in (b'"elements"', b'"_id"', b'"attributes"'))
    return "elements with _id and attributes" if is_one else ""


@importer("kumu_project", TITLE, order=20, sniff=_sniff)
def read_project(data: bytes) -> Foreign:
    """The elements that the maps show, with all their attributes."""
    project = read_json(data, TITLE)
    maps = {one["_id"]: one for one in project.get("maps") or ()}
    default: _Row = maps.get(project.get("defaultMap")) or next(iter(maps.values()), {})
    shown = {one["element"] for map in maps.values() for one in map.get("elements") or ()}
    places = {one["element"]: one["position"] for one in default.get("elements") or () if one.get("position")}
    every = project.get("elements") or ()
    elements = tuple(_element(one, places) for one in every if one["_id"] in shown or not maps)
    lost: list[Text] = []
    left_out, others, views = len(every) - len(elements), len(maps) - 1, len(project.get("perspectives") or ())
    lost += [text.counted(n) for text, n in ((OFF_MAP, left_out), (OTHER_MAPS, others), (VIEWS, views)) if n > 0]
    return Foreign(
        elements,
        tuple(_connection(one) for one in project.get("connections") or ()),
        tuple(_loops(project.get("loops") or ())),
        title=as_text(project.get("name")),
        description=as_text(project.get("description")),
        lost=tuple(lost),
    )


def _element(one: _Row, places: Mapping[str, _Row]) -> Element:
    attributes = one.get("attributes") or {}
    place = places.get(one["_id"])
    return Element(
        one["_id"],
        # Kumu draws two blanks as the end of a line.
        " ".join(as_text(attributes.get("label")).split()),
        as_text(attributes.get("element type")),
        dict(_columns(attributes, IS["elements"])),
        None if place is None else (float(place["x"]), float(place["y"])),
    )


def _columns(attributes: _Row, known: tuple[str, ...]) -> Iterator[tuple[str, Cell]]:
    for name, value in attributes.items():
        cell = as_cell(value)
        if name not in known and cell not in ("", []):
            yield name, cell


def _connection(one: _Row) -> Connection:
    attributes = one.get("attributes") or {}
    type, label = as_text(attributes.get("connection type")), as_text(attributes.get("label"))
    words = (type, label, *(as_text(attributes.get(column)) for column in SIGN_COLUMNS))
    sign: Sign = next((found for word in words if (found := read_sign(word))), "")
    return Connection(
        one["_id"],
        as_text(one.get("from")),
        as_text(one.get("to")),
        "" if read_sign(type) else type,
        DIRECTIONS.get(str(one.get("direction")), "directed"),
        sign,
        delay="yes" if one.get("delayed") else "",
        columns=dict(_columns(attributes, ("connection type",))),
    )


def _loops(loops: Iterable[_Row]) -> Iterator[NamedLoop]:
    for one in loops:
        attributes = one.get("attributes") or {}
        name = as_text(attributes.get("label"))
        sign = as_text(attributes.get("loop type")) or name
        yield NamedLoop(name, sign[:1].upper() if sign[:1].upper() in {"R", "B"} else "", tuple(one["connections"]))
