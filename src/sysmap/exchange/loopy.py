"""LOOPY: the saved file, and the link that carries a whole map in its address.

Source: the program's own reader and writer (ncase/loopy, v1.1). A file's texts are percent-encoded once,
a link's twice.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from sysmap.errors import DataError
from sysmap.exchange.foreign import Connection, Element, Foreign, Sign
from sysmap.exchange.json_files import NOT_JSON, as_text, read_json
from sysmap.exchange.port import importer
from sysmap.messages import Message, Text, plural
from sysmap.tables.text import list_some, show_cell

__all__ = ["read_loopy"]

TITLE = Message("LOOPY (saved file or link)")
REMARKS = plural(
    "not carried: {n} text written beside the map: {texts}", "not carried: {n} texts written beside the map: {texts}"
)
DATA = re.compile(rb"[?&#]data=([^&\s\"<>]+)")
FILE = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\[\s*\[\s*(?:\[\s*-?[\d.]+\s*,|\])")
_NODE, _EDGE = 5, 4


def _sniff(head: bytes) -> str:
    if (found := DATA.search(head)) and found[1].startswith((b"[[[", b"%5B%5B%5B")):
        return "a link with data=[[["
    return "an array of nodes, edges and labels" if FILE.match(head) else ""


@importer("loopy", TITLE, order=60, sniff=_sniff)
def read_loopy(data: bytes) -> Foreign:
    """Every circle is a cause, every arrow an influence; the hue says nothing of what a circle is."""
    link = DATA.search(data)
    content = read_json(unquote(link[1].decode("ascii", "replace").replace("+", " ")).encode() if link else data, TITLE)
    try:
        nodes, edges, labels = content[0], content[1], content[2]
        elements = tuple(_element(node) for node in nodes)
        connections = tuple(_connection(at, edge) for at, edge in enumerate(edges, 1))
        remarks = [_text(label[2]) for label in labels]
    except (LookupError, TypeError, ValueError) as error:
        raise DataError([NOT_JSON.fault("", 0, 0, format=TITLE, reason=str(error))]) from error
    lost: list[Text] = [REMARKS.counted(len(remarks)).filled(texts=list_some(map(show_cell, remarks), 5))]
    return Foreign(elements, connections, causal=True, lost=tuple(lost) if remarks else ())


def _text(value: object) -> str:
    return as_text(unquote(str(value)))


def _element(node: list[Any]) -> Element:
    name = _text(node[4])
    return Element(str(node[0]), "" if name == "?" else name, place=(float(node[1]), float(node[2])))


def _connection(at: int, edge: list[Any]) -> Connection:
    strength = float(edge[3])
    sign: Sign = "+" if strength > 0 else "-" if strength < 0 else "?"
    return Connection(str(at), str(edge[0]), str(edge[1]), sign=sign)
