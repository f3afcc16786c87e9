"""Cells that say "we asked, there is none": what they say stays with the node, as its property `none_of`.

A word for none counts in a column that names other things, in a column that holds a list, and at an end of a tie. A
dash counts there too, but only where another cell of the column is filled: a column of nothing but dashes was not
asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sysmap.errors import Cause
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import markers
from sysmap.tables.rows import NONE_OF, NodeRow, TieRow
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import show_cell

__all__ = ["NoneSaid", "cells_for_none", "note_only_dashes"]

ONLY_DASHES = Cause(
    "F413",
    "{header} holds nothing but {value}: it counts as a column that nobody asked for",
    'where somebody asked and there is none, write "tidak ada" or "none"; or list the column under [asked] in '
    "sysmap.toml",
)


class NoneSaid:
    """Which nodes said that they have none, of which kind of tie or which field."""

    def __init__(self) -> None:
        self.names: dict[str, set[str]] = {}

    def note(self, uid: str, name: str) -> None:
        """Remember that the node `uid` has none of the ties or the field called `name`."""
        self.names.setdefault(uid, set()).add(name)

    def with_none(self, nodes: Sequence[NodeRow], ties: Callable[[], Iterable[TieRow]]) -> list[NodeRow]:
        """The nodes, each with what it has none of; where a table gives it a tie or value after all, that counts."""
        noted = {node.uid: {*self.names.get(node.uid, ()), *_texts(node)} for node in nodes if self.may_say(node)}
        had: dict[str, set[str]] = {}
        for tie in ties() if noted else ():
            for uid in (tie.source, tie.target):
                if uid in noted:
                    had.setdefault(uid, set()).add(tie.type)
        return [
            _with_names(node, noted[node.uid] - had.get(node.uid, set())) if node.uid in noted else node
            for node in nodes
        ]

    def may_say(self, node: NodeRow) -> bool:
        """Whether anything is noted of a node, or stands in its row."""
        return node.uid in self.names or NONE_OF in node.props


def _texts(node: NodeRow) -> Sequence[str]:
    value = node.props.get(NONE_OF)
    return value if isinstance(value, list) else ()


def _with_names(node: NodeRow, names: Iterable[str]) -> NodeRow:
    kept = sorted(name for name in names if name not in node.props)
    props = {name: value for name, value in node.props.items() if name != NONE_OF}
    return replace(node, props={**props, NONE_OF: kept} if kept else props)


def cells_for_none(sheet: Sheet, index: int) -> frozenset[str]:
    """The cells of a column that say "we asked, there is none", as they are written."""
    return markers(sheet.read).none_in(sheet.column(index))


def note_only_dashes(sheet: Sheet, columns: Iterable[int], notes: Notes) -> None:
    """Note the columns, of lists or of names, in which there is nothing but dashes."""
    words = markers(sheet.read)
    for index in columns:
        if dashes := words.only_dashes(sheet.column(index)):
            header, value = show_cell(sheet.header[index]), show_cell(min(dashes).strip())
            notes.warning(sheet.header_line, index + 1, ONLY_DASHES, header=header, value=value)
