"""PRSM's own file (.prsm): factors and links, plain or packed, of the old and the new form.

Source: the program's reader and writer (micrology/prsm, 3.2). A packed file is UTF-16 of lz-string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from sysmap.exchange.foreign import Cell, Connection, Direction, Element, Foreign, Sign
from sysmap.exchange.json_files import as_cell, as_text, read_json
from sysmap.exchange.lz_string import unpack_utf16
from sysmap.exchange.port import importer
from sysmap.exchange.signs import read_sign
from sysmap.messages import Message

__all__ = ["read_prsm"]

TITLE = Message("PRSM (.prsm)")
PACKED = re.compile(r"\s*\{\s*\"")
UNNAMED = "Sample"
"""The label that a style has as long as nobody has named it."""
COLOR = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})|rgba?\((\d+),\s*(\d+),\s*(\d+)", re.IGNORECASE)
BRIGHT, DARK = 150, 100
_Row = Mapping[str, Any]


def _sniff(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{"):
        is_one = b'"nodes"' in head and (b'"grp"' in head or b'"samples"' in head or b'"lastNodeSample"' in head)
        return "nodes with grp" if is_one else ""
    try:
        start = unpack_utf16(head.decode("utf-8-sig", "ignore")[:400])
    except ValueError:
        return ""
    return "a packed map" if PACKED.match(start) else ""


@importer("prsm", TITLE, order=40, sniff=_sniff)
def read_prsm(data: bytes) -> Foreign:
    """Types and signs are what the group's style is called; users, votes, history and the room stay where they are."""
    text = data.decode("utf-8-sig", errors="replace")
    if not text.lstrip().startswith("{"):
        # The packed text is one of UTF-16 units: two of them may be one sign.
        text = unpack_utf16(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    content = read_json(text.encode("utf-8"), TITLE)
    styles = content.get("styles") or {}
    titles = content.get("attributeTitles") or {}
    names = {place: _labels(styles.get(place) or {}) for place in ("nodes", "edges")}
    return Foreign(
        tuple(_element(node, names["nodes"], titles) for node in content.get("nodes") or ()),
        tuple(_connection(edge, names["edges"], styles.get("edges") or {}) for edge in content.get("edges") or ()),
        title=as_text(content.get("mapTitle")),
        description=as_text(content.get("description") if isinstance(content.get("description"), str) else ""),
    )


def _labels(styles: _Row) -> dict[str, str]:
    """Group -> what people called it; unnamed groups are left out."""
    labels = {group: as_text(style.get("groupLabel")) for group, style in styles.items() if isinstance(style, dict)}
    return {group: label for group, label in labels.items() if label and label != UNNAMED}


def _plain(text: object) -> str:
    """A text without the marks of HTML that old files hold."""
    return as_text(unescape(re.sub(r"<(?:br|/p|/div|/li)\s*/?>|<[^>]+>", " ", str(text or ""))))


def _element(node: _Row, labels: Mapping[str, str], titles: _Row) -> Element:
    columns: dict[str, Cell] = {}
    note = node.get("note") or node.get("title")
    if isinstance(note, dict):  # the new form keeps what an editor made: a list of inserted texts
        note = "".join(str(part.get("insert", "")) for part in note.get("ops", ()) if isinstance(part, dict))
    if plain := _plain(note):
        columns["description"] = plain
    for key, value in node.items():
        if re.fullmatch(r"att\d+", key) and value not in (None, "", "*deleted*"):
            columns[as_text(titles.get(key)) or key] = as_cell(value)
    x, y = node.get("x"), node.get("y")
    group = node.get("grp", f"group{int(node['group']) % 9}" if isinstance(node.get("group"), int) else "group0")
    return Element(
        str(node["id"]),
        _plain(node.get("label")),
        labels.get(group, ""),
        columns,
        None if x is None or y is None else (float(x), float(y)),
    )


def _connection(edge: _Row, labels: Mapping[str, str], styles: _Row) -> Connection:
    group = edge.get("grp") or "edge0"
    style = styles.get(group) or {}
    type, label = labels.get(group, ""), _plain(edge.get("label"))
    sign: Sign = next((found for word in (type, label) if (found := read_sign(word))), "")
    guess = ""
    if not sign and not type and (sign := _sign_of_color(edge.get("color") or style.get("color"))):
        guess = "color"
    columns: dict[str, Cell] = {"label": label} if label and not read_sign(label) else {}
    if note := _plain(edge.get("note")):
        columns["note"] = note
    return Connection(
        str(edge.get("id", "")),
        str(edge.get("from", edge.get("source", ""))),
        str(edge.get("to", edge.get("target", ""))),
        "" if read_sign(type) else type,
        _direction(edge.get("arrows", style.get("arrows"))),
        sign,
        delay=label if re.search(r"\b(?:delay|jeda|tunda|lag)", label, re.IGNORECASE) else "",
        columns=columns,
        guess=guess,
    )


def _sign_of_color(color: object) -> Sign:
    text = str(color.get("color", "") if isinstance(color, dict) else color or "")
    if text in {"green", "red"}:
        return "+" if text == "green" else "-"
    if not (found := COLOR.search(text)):
        return ""
    red, green, _ = [int(part, 16) for part in found.groups()[:3]] if found[1] else map(int, found.groups()[3:])
    return "-" if red > BRIGHT and green < DARK else "+" if green > BRIGHT and red < DARK else ""


def _direction(arrows: object) -> Direction:
    """Heads as vis-network writes them: a text such as "to, from", or a record of which end has one."""
    if isinstance(arrows, dict):
        ends = {end for end, head in arrows.items() if head is True or (isinstance(head, dict) and head.get("enabled"))}
    elif isinstance(arrows, str):
        ends = _words(arrows.split(","))
    else:
        ends = {"to"}
    return "mutual" if ends >= {"to", "from"} else "directed" if ends & {"to", "from"} else "undirected"


def _words(parts: Iterable[str]) -> set[str]:
    return {part.strip() for part in parts if part.strip()}
