"""A file of nodes to rows: its columns, ids where it has none, duplicates and twins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sysmap.errors import Cause
from sysmap.messages import AnyText, Listing, plural
from sysmap.schema import NodeKind, Ref, Vocabulary, node_uid
from sysmap.tables.cells import choose_parser
from sysmap.tables.checks import check_period, check_twins
from sysmap.tables.columns import decimal_comma, read_column
from sysmap.tables.headers import extra_columns, header_of
from sysmap.tables.history import without_histories
from sysmap.tables.node_columns import node_columns, wanted_in_nodes
from sysmap.tables.notes import Notes
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import list_some, make_ids, show_cell, unguard_cell

__all__ = ["NodeTable", "read_nodes"]

NO_ID = Cause("F053", "the row has no {id} and no {columns}", "fill in {id} or {columns}")
IDS_MADE = Cause(
    "F054",
    "{rows} without {id}: it was made from {columns}",
    "add a column {id}, so that a name may change and the node stay",
)
CONTRADICTION = Cause(
    "F055",
    "{node} stands on line {line} already, with another {columns}",
    "give one of them another {id}, or take one out",
)
REPEATED_ROW = Cause("F056", "repeats line {line} ({node}); they count as one", "take one of them out")
ADDED_ROW = Cause("F057", "adds to line {line} ({node}); they count as one", "take one of them out")

_ROWS = plural("{n} row", "{n} rows")


@dataclass(frozen=True, slots=True)
class NodeTable:
    """The rows of one file of nodes, and its reference cells: (reference, line, column, uid, cell)."""

    rows: tuple[NodeRow, ...]
    refs: tuple[tuple[Ref, int, int, str, str], ...]
    count: int


def read_nodes(sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes) -> NodeTable:
    """The nodes of a sheet. A faulty cell is left out of its row.

    A row from which no id can be made is left out altogether.
    """
    return _Reader(sheet, kind, vocabulary, notes).read()


Names = Sequence[str | None]
"""A text for each row, None where the row is left out."""


class _Reader:
    """One sheet of nodes while it is read.

    `found` are the indexes of its declared columns, `columns` their values by name.
    """

    def __init__(self, sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes) -> None:
        self.sheet, self.kind, self.vocabulary, self.notes = sheet, kind, vocabulary, notes
        self.wanted = wanted_in_nodes(vocabulary, kind)
        self.found = node_columns(sheet, kind, vocabulary, notes)
        self.columns: dict[str, list[Value | None]] = {}

    def header(self, name: str) -> AnyText:
        """What the reader calls a column."""
        return header_of(self.sheet, self.found, name, self.wanted)

    def read(self) -> NodeTable:
        sheet, kind, found, notes = self.sheet, self.kind, self.found, self.notes
        extras = without_histories(
            sheet, extra_columns(sheet, set(found.values()), self.wanted, notes), kind.label, self.vocabulary, notes
        )
        fields = {field.name: field for field in self.vocabulary.node_columns(kind.label)}
        self.columns = {
            name: read_column(sheet, index, choose_parser(fields[name], decimal_comma(sheet)), notes)
            for name, index in found.items()
            if name in fields and name != "id"
        }
        check_period(sheet, self.columns, found, notes)
        self.columns |= {name: read_column(sheet, index, None, notes) for name, index in extras.items()}
        ids, names = self.identify()
        rows = self.merge(ids, names)
        check_twins(sheet, rows, found, notes)
        return NodeTable(tuple(row for _, row in rows), tuple(self.refs(ids)), len(sheet.rows))

    def identify(self) -> tuple[Names, Names]:
        """The id of each row, and the name it has unless a column gives one.

        A missing id is made from the `id_from` columns.
        """
        sheet = self.sheet
        written = (
            [unguard_cell(cell.strip()) for cell in sheet.column(self.found["id"])]
            if "id" in self.found
            else [""] * len(sheet.rows)
        )
        if all(written):
            return written, written
        sources = {i: text for i, id in enumerate(written) if not id and (text := " ".join(self.id_parts(i)))}
        # All ids are made at once: two names that give the same id both get a mark, whichever comes first in the file.
        made = make_ids(dict.fromkeys(sources.values()), written)
        ids: list[str | None] = [id or (made[sources[i]] if i in sources else None) for i, id in enumerate(written)]
        columns = [self.header(name) for name in self.kind.id_from]
        for line, id in zip(sheet.lines, ids, strict=True):
            if id is None:
                self.notes.error(line, 0, NO_ID, id=self.header("id"), columns=Listing(columns, "or"))
        if sources:
            self.notes.warning(
                0, 0, IDS_MADE, rows=_ROWS.counted(len(sources)), id=self.header("id"), columns=Listing(columns)
            )
        return ids, [id or sources.get(i) for i, id in enumerate(written)]

    def id_parts(self, row: int) -> Iterator[str]:
        """What a row says in the columns that an id is made from."""
        for name in self.kind.id_from:
            if name in self.columns:
                value = self.columns[name][row]
            else:
                value = self.sheet.rows[row][self.found[name]].strip() if name in self.found else None
            if value is not None and value != "":
                yield str(value)

    def merge(self, ids: Names, names: Names) -> list[tuple[int, NodeRow]]:
        """One node for each id, with its first line.

        Rows that repeat or complete another count once, contradictions are faults.
        """
        lines: dict[str, int] = {}
        nodes: dict[str, dict[str, Value]] = {}
        pairs = list(self.columns.items())
        for i, (line, id, name) in enumerate(zip(self.sheet.lines, ids, names, strict=True)):
            if id is None or name is None:
                continue
            props: dict[str, Value] = {"id": id, "name": name}
            # A column `name` replaces the name that the row has by its id.
            props |= {key: value for key, values in pairs if (value := values[i]) is not None}
            if id not in nodes:
                nodes[id], lines[id] = props, line
                continue
            differing = [key for key, value in props.items() if nodes[id].get(key, value) != value]
            if differing:
                self.notes.error(
                    line,
                    self.found.get(differing[0], -1) + 1,
                    CONTRADICTION,
                    node=show_cell(id),
                    line=lines[id],
                    columns=list_some(map(self.any_header, differing)),
                    id=self.header("id"),
                )
                continue
            cause = REPEATED_ROW if props.keys() <= nodes[id].keys() else ADDED_ROW
            self.notes.warning(line, 0, cause, line=lines[id], node=show_cell(id))
            nodes[id] |= props
        return [
            (lines[id], NodeRow(self.kind.label, node_uid(self.kind.name, id), props)) for id, props in nodes.items()
        ]

    def any_header(self, name: str) -> AnyText:
        """The header of a column in the file; a property of the user's own is called as its column."""
        return self.header(name) if name in self.found or name == "name" else name

    def refs(self, ids: Names) -> Iterator[tuple[Ref, int, int, str, str]]:
        for ref in self.kind.refs:
            index = self.found.get(ref.column)
            if index is None:
                continue
            for line, id, row in zip(self.sheet.lines, ids, self.sheet.rows, strict=True):
                if id is not None and row[index] and not row[index].isspace():
                    yield ref, line, index + 1, node_uid(self.kind.name, id), row[index]
