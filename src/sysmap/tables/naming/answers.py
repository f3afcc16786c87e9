"""The answers to the questions of who is who: which pairs somebody means, and the rows of aliases.csv that say so."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sysmap.errors import Cause, OutputError, UnknownName
from sysmap.schema import Vocabulary
from sysmap.tables.naming.aliases import ALIASES_FILE, COLUMNS
from sysmap.tables.naming.doubles import find_doubles
from sysmap.tables.naming.joining import ALIASES, Names
from sysmap.tables.naming.near import ASKED, COPY, SURE, Likeness
from sysmap.tables.rows import NodeRow
from sysmap.tables.text import guard_cell, make_ids, plain_header

__all__ = ["Answers", "Pair", "add_answers", "read_pairs"]

NO_SUCH_PAIR = Cause(
    "F344",
    "no two nodes of one kind are called {name}",
    "write both names as `sysmap names` lists them, with = between",
)
CANNOT_WRITE = Cause(
    "F345", "{file} cannot be written: {reason}", "check the disk and your rights, and that no program holds it open"
)
_WORDS = ("sure", "copies", "all")
_BOM = "\ufeff"
_HEADER = ("name", "is", "not", "kind")


class Pair(NamedTuple):
    """Two nodes of one kind, by uid, and what makes them look like one where something does."""

    label: str
    one: str
    other: str
    likeness: Likeness | None = None


def read_pairs(nodes: Iterable[NodeRow], vocabulary: Vocabulary) -> list[Pair]:
    """All pairs of nodes that may be one, kind by kind, the surest first."""
    pairs = []
    by_label: dict[str, dict[str, Mapping[str, object]]] = {kind.label: {} for kind in vocabulary.nodes}
    for node in nodes:
        by_label[node.label][node.uid] = node.props
    for label, props in by_label.items():
        pairs += [
            Pair(label, like.one.uid, like.other.uid, like) for like in find_doubles(props, vocabulary.node(label))
        ]
    return sorted(pairs, key=lambda pair: -pair.likeness.confidence if pair.likeness else 0.0)


@dataclass
class Answers:
    """The nodes of a folder and its open pairs, from which answers are made."""

    nodes: Sequence[NodeRow]
    pairs: Sequence[Pair]
    vocabulary: Vocabulary
    known: dict[str, Names] = field(init=False)
    ids: dict[str, NodeRow] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = {node.uid: node for node in self.nodes}
        self.known = {
            kind.label: Names(
                {str(node.props["id"]): str(node.props["name"]) for node in self.nodes if node.label == kind.label}
            )
            for kind in self.vocabulary.nodes
        }

    def chosen(self, text: str) -> list[Pair]:
        """The pairs that a text means: `sure`, `copies`, `all` (that are asked), or `NAME = OTHER`.

        Raises `UnknownName` where there are no two nodes of one kind that are called so.
        """
        if text in _WORDS:
            return [pair for pair in self.pairs if pair.likeness and _is_meant(pair.likeness, text)]
        for at, sign in enumerate(text):
            if sign == "=":
                for label, names in self.known.items():
                    one, other = (names.find(part.strip()) for part in (text[:at], text[at + 1 :]))
                    if len(one) == 1 == len(other) and one != other:
                        uids = [self.uid(label, id) for id in (*one, *other)]
                        return [self.pair(label, *uids)]
        raise UnknownName(
            NO_SUCH_PAIR, text, [f"{self.call(pair.one)} = {self.call(pair.other)}" for pair in self.pairs]
        )

    def pair(self, label: str, one: str, other: str) -> Pair:
        """The pair of these nodes, as it was found where it was."""
        return next((pair for pair in self.pairs if {pair.one, pair.other} == {one, other}), Pair(label, one, other))

    def uid(self, label: str, id: str) -> str:
        """The uid of a node of this kind."""
        return next(node.uid for node in self.nodes if node.label == label and node.props["id"] == id)

    def call(self, uid: str) -> str:
        """A text that means this node and no other of its kind, in its table as well: its name, or else its id."""
        node = self.ids[uid]
        id, name = str(node.props["id"]), str(node.props["name"])
        # A node that others were joined to may share its name with one of them.
        if ALIASES in node.props and make_ids([name])[name] != id:
            return id
        return self.known[node.label].call(id)

    def rows(self, accepted: Iterable[Pair], rejected: Iterable[Pair]) -> list[tuple[str, str, str, str]]:
        """The rows of aliases.csv that say it: name, is, not, kind."""
        rows = []
        for members in _classes(accepted):
            full = self.fullest(members)
            rows += [self.row(uid, full, same=True) for uid in sorted(members) if uid != full]
        for pair in dict.fromkeys(rejected):
            rows.append(self.row(pair.one, pair.other, same=False))
        return rows

    def row(self, one: str, other: str, *, same: bool) -> tuple[str, str, str, str]:
        """One row; the kind stands in it only where the names mean nodes of other kinds too."""
        texts, label = (self.call(one), self.call(other)), self.ids[one].label
        elsewhere = any(names.find(text) for name, names in self.known.items() if name != label for text in texts)
        kind = self.vocabulary.node(label).name if elsewhere else ""
        return texts[0], texts[1] if same else "", "" if same else texts[1], kind

    def fullest(self, members: Mapping[str, int]) -> str:
        """Which of the nodes of one class keeps its id: the one that others are short forms or copies of."""
        return min(members, key=lambda uid: (-members[uid], -len(str(self.ids[uid].props["name"])), uid))


def _is_meant(likeness: Likeness, word: str) -> bool:
    if word == "copies":
        return likeness.reason is COPY
    return likeness.confidence >= (SURE if word == "sure" else ASKED)


def _classes(pairs: Iterable[Pair]) -> list[dict[str, int]]:
    """The nodes that pairs join, class by class: uid -> how often it is the fuller of two."""
    group: dict[str, dict[str, int]] = {}
    for pair in pairs:
        one, other = (group.setdefault(uid, {uid: 0}) for uid in (pair.one, pair.other))
        if one is not other:
            other |= one
            for uid in one:
                group[uid] = other
        other[pair.other] += 1
        other[pair.one] -= 1
    return list({id(members): members for members in group.values()}.values())


def add_answers(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Add rows to the aliases.csv of a folder, or make it; nothing else is touched. Raises `OutputError`."""
    path = next((path for path in folder.iterdir() if path.name.casefold() == ALIASES_FILE), folder / ALIASES_FILE)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        text = path.read_bytes().decode() if path.exists() else _BOM
        beside.write_bytes((_BOM * text.startswith(_BOM) + _with_rows(text.removeprefix(_BOM), rows)).encode())
        beside.replace(path)
    except (OSError, UnicodeDecodeError) as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise OutputError(CANNOT_WRITE, file=path, reason=reason) from error
    return path


def _with_rows(text: str, rows: Sequence[Sequence[str]]) -> str:
    """The text of the file with further rows, in the order of its own columns."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count) if first else ","
    old = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) or [list(_HEADER[:3])]
    header = [column.strip().casefold() for column in old[0]]
    for name in (*_HEADER[:3], *(["kind"] if any(row[3] for row in rows) else [])):
        if not _place(header, name):
            header.append(name)
            old[0].append(name)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(line + [""] * (len(header) - len(line)) for line in old)
    places = [_place(header, name) - 1 for name in _HEADER]
    for row in rows:
        line = [""] * len(header)
        for place, cell in zip(places, row, strict=True):
            if place >= 0:
                line[place] = guard_cell(cell)
        writer.writerow(line)
    return out.getvalue()


def _place(header: Sequence[str], name: str) -> int:
    """The number of a column, from 1, by any of its headers; 0 where the file does not have it."""
    keys = next(field.spellings | field.titles for field in COLUMNS if field.name == name)
    return next((i for i, column in enumerate(header, 1) if plain_header(column) in keys), 0)
