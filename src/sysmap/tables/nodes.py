"""A file of nodes to rows: who they are, and what their columns say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sysmap.messages import AnyText
from sysmap.schema import NodeKind, Ref, Vocabulary, node_uid
from sysmap.tables.cells import choose_parser
from sysmap.tables.checks import check_period, check_twins
from sysmap.tables.columns import decimal_comma, read_column
from sysmap.tables.headers import extra_columns, header_of
from sysmap.tables.history import without_histories
from sysmap.tables.identity import ALIASES, Identifier, Identities
from sysmap.tables.naming.joining import Claim, Joining
from sysmap.tables.node_columns import node_columns, wanted_in_nodes
from sysmap.tables.notes import Notes
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.uniting import Uniter

__all__ = ["DIFFERS", "NodeTable", "read_nodes"]

NAMING = ("id", "name", ALIASES)
"""The columns that say who a row is; all others say what it is like."""
DIFFERS = "differs_from"
"""The field that holds the names of nodes which a node is not."""


@dataclass(frozen=True, slots=True)
class NodeTable:
    """The rows of one file of nodes, and its reference cells: (reference, line, column, uid, cell).

    `lines` are those on which the nodes stand first, by uid; `joining` is what the declared names come to.
    """

    rows: tuple[NodeRow, ...]
    refs: tuple[tuple[Ref, int, int, str, str], ...]
    count: int
    lines: Mapping[str, int]
    joining: Joining


def read_nodes(
    sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes, claims: Iterable[Claim] = ()
) -> NodeTable:
    """The nodes of a sheet. A faulty cell is left out of its row.

    A row from which no id can be made is left out altogether. `claims` are names that were declared to mean one and the
    same.
    """
    return _Reader(sheet, kind, vocabulary, notes).read(claims)


class _Reader:
    """One sheet of nodes while it is read.

    `found` are the indexes of its declared columns, `columns` their values by name.
    """

    def __init__(self, sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes) -> None:
        self.sheet, self.kind, self.vocabulary, self.notes = sheet, kind, vocabulary, notes
        self.wanted = wanted_in_nodes(vocabulary, kind)
        self.found = node_columns(sheet, kind, vocabulary, notes)
        self.columns: dict[str, Sequence[Value | None]] = {}

    def header(self, name: str) -> AnyText:
        """What the reader calls a column."""
        return header_of(self.sheet, self.found, name, self.wanted)

    def read(self, claims: Iterable[Claim]) -> NodeTable:
        sheet, kind, found, notes = self.sheet, self.kind, self.found, self.notes
        extras = without_histories(
            sheet, extra_columns(sheet, set(found.values()), self.wanted, notes), kind.label, self.vocabulary, notes
        )
        fields = {field.name: field for field in self.vocabulary.node_columns(kind.label)}
        self.columns = {
            name: read_column(sheet, index, choose_parser(fields[name], decimal_comma(sheet)), notes)
            for name, index in found.items()
            if name in fields and name not in NAMING
        }
        check_period(sheet, self.columns, found, notes)
        self.columns |= {name: read_column(sheet, index, None, notes) for name, index in extras.items()}
        who = Identifier(sheet, kind, found, self.columns, self.header, notes).identify(claims)
        uniter = Uniter(sheet, self.columns, {**found, **extras}, fields, self.any_header, who.told, notes)
        classes = who.classes()
        rows = [self.row(id, who, props) for id, props in uniter.unite(classes).items()]
        lines = {node_uid(kind.name, id): sheet.lines[at[0]] for id, at in classes.items()}
        check_twins(sheet, [(lines[row.uid], row) for row in rows], found, notes)
        return NodeTable(tuple(rows), tuple(self.refs(who.ids)), len(sheet.rows), lines, who.joining)

    def row(self, id: str, who: Identities, props: Mapping[str, Value]) -> NodeRow:
        """One node; who it is goes before what else is said of it."""
        named: dict[str, Value] = {"id": id, "name": who.names[id]}
        lists = {ALIASES: who.joining.also, DIFFERS: who.joining.apart}
        listed: dict[str, Value] = {
            name: sorted({*_texts(props.get(name)), *more}) for name, texts in lists.items() if (more := texts.get(id))
        }
        return NodeRow(self.kind.label, node_uid(self.kind.name, id), {**named, **props, **listed})

    def any_header(self, name: str) -> AnyText:
        """The header of a column in the file; a property of the user's own is called as its column."""
        return self.header(name) if name in self.found or name in NAMING else name

    def refs(self, ids: Sequence[str | None]) -> Iterator[tuple[Ref, int, int, str, str]]:
        for ref in self.kind.refs:
            index = self.found.get(ref.column)
            if index is None:
                continue
            for line, id, row in zip(self.sheet.lines, ids, self.sheet.rows, strict=True):
                if id is not None and row[index] and not row[index].isspace():
                    yield ref, line, index + 1, node_uid(self.kind.name, id), row[index]


def _texts(value: Value | None) -> Iterable[str]:
    return value if isinstance(value, list) else ()
