"""A file of nodes to rows: who they are, and what their columns say of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sysmap.messages import AnyText
from sysmap.schema import NodeKind, Ref, Vocabulary, node_uid
from sysmap.tables.checks import check_twins
from sysmap.tables.columns import Columns, find_marks, note_encoding, read_fields, read_own
from sysmap.tables.headers import extra_columns, header_of
from sysmap.tables.history import without_histories
from sysmap.tables.identity import Identifier, Identities
from sysmap.tables.marks import holds_marks, marked_node
from sysmap.tables.name_column import Naming
from sysmap.tables.naming.aliases import note_claims
from sysmap.tables.naming.joining import ALIASES, DIFFERS, Claim, Joining
from sysmap.tables.node_columns import node_columns, wanted_in_nodes
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import markers
from sysmap.tables.personal import keep_personal
from sysmap.tables.relations import TieTable
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.shapes.marks import tie_weight
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import fold_text, make_ids, split_parts
from sysmap.tables.tie_columns import tie_table
from sysmap.tables.uniting import Uniter

__all__ = ["NodeTable", "read_nodes"]

NAMING = ("id", "name", ALIASES)
"""The columns that say who a row is; all others say what it is like."""
PART_OF = "BELONGS_TO"
"""The tie from a person to an office."""
_MAY_BE_OLD = ("since", "until")
"""Dates of nodes that may lie far back: a university may have begun before 1900."""


@dataclass(frozen=True, slots=True)
class NodeTable:
    """The rows of one sheet of nodes, and its reference cells: (reference, line, column, uid, cell).

    `lines` are those on which the nodes stand first, by uid; `joining` is what the declared names come to. `uids` are
    the nodes of the sheet's rows, None for a row that is none. `own` are the columns of the user's own by header.
    `ties`, where it is there, are rows that are ties. `weights` are those of reference cells, by line and column.
    """

    label: str
    sheet: Sheet
    rows: tuple[NodeRow, ...]
    refs: tuple[tuple[Ref, int, int, str, str], ...]
    lines: Mapping[str, int]
    joining: Joining
    uids: tuple[str | None, ...]
    own: Mapping[str, int]
    ties: TieTable | None
    weights: Mapping[tuple[int, int], float] = field(default_factory=dict)

    def with_ref(self, ref: Ref, header: str) -> NodeTable:
        """The table with a column of the user's own read as references, and no longer as a property."""
        rows = [
            replace(row, props={name: value for name, value in row.props.items() if name != header})
            for row in self.rows
        ]
        refs = tuple(_reference_cells(self.sheet, ref, self.own[header], self.uids))
        return replace(self, rows=tuple(rows), refs=(*self.refs, *refs))

    def with_marks(self, ref: Ref, headers: Collection[str]) -> NodeTable:
        """The table with columns of the user's own whose headers are names of nodes, and whose marks are references."""
        rows = [
            replace(row, props={name: value for name, value in row.props.items() if name not in headers})
            for row in self.rows
        ]
        sheet, marks, weights = self.sheet, list(self.refs), dict(self.weights)
        for header in headers:
            index, weighed = self.own[header], not holds_marks(sheet, self.own[header])
            for line, uid, row in zip(sheet.lines, self.uids, sheet.rows, strict=True):
                weight = tie_weight(row[index], sheet.read, typed=sheet.typed) if uid is not None else None
                if uid is not None and weight:
                    marks.append((ref, line, index + 1, uid, header))
                    weights |= {(line, index + 1): weight} if weighed else {}
        return replace(self, rows=tuple(rows), refs=tuple(marks), weights=weights)


def _reference_cells(
    sheet: Sheet, ref: Ref, index: int, uids: Sequence[str | None]
) -> Iterator[tuple[Ref, int, int, str, str]]:
    """The cells of a reference column that are filled; where it holds marks, each stands for the node in its header."""
    if node := marked_node(sheet, index):
        for line, uid, row in zip(sheet.lines, uids, sheet.rows, strict=True):
            if uid is not None and tie_weight(row[index], sheet.read):
                yield ref, line, index + 1, uid, node
        return
    for line, uid, row in zip(sheet.lines, uids, sheet.rows, strict=True):
        if uid is not None and row[index] and not row[index].isspace():
            yield ref, line, index + 1, uid, row[index]


def read_nodes(
    sheet: Sheet,
    kind: NodeKind,
    vocabulary: Vocabulary,
    notes: Notes,
    claims: Iterable[Claim] = (),
    *,
    named_by: Naming | None = None,
) -> NodeTable:
    """The nodes of a sheet. A faulty cell is left out of its row.

    A row from which no id can be made is left out altogether. `claims` are names that were declared to mean one and the
    same. `named_by`: what the other tables call such nodes.
    """
    return _Reader(sheet, kind, vocabulary, notes, named_by or {}).read(claims)


class _Reader:
    """One sheet of nodes while it is read.

    `found` are the indexes of its declared columns, `columns` their values by name.
    """

    def __init__(self, sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes, named_by: Naming) -> None:
        self.sheet, self.kind, self.vocabulary, self.notes = sheet, kind, vocabulary, notes
        self.wanted = wanted_in_nodes(vocabulary, kind)
        self.where = node_columns(sheet, kind, vocabulary, notes, named_by)
        self.found = self.where.found
        self.ties: TieTable | None = None
        if ties := self.where.ties:
            self.ties = _tie_rows(sheet, ties, vocabulary, notes)
            self.sheet = sheet.select_rows([i for i in range(len(sheet.rows)) if i not in set(ties)])
        self.columns: Columns = {}

    def header(self, name: str) -> AnyText:
        """What the reader calls a column."""
        return header_of(self.sheet, self.found, name, self.wanted)

    def read(self, claims: Iterable[Claim]) -> NodeTable:
        sheet, kind, found, notes = self.sheet, self.kind, self.found, self.notes
        extras = self.own_columns()
        fields = {field.name: field for field in self.vocabulary.node_columns(kind.label)}
        keep_personal(sheet, extras, fields.values(), found, notes)
        told = {name: index for name, index in found.items() if name not in NAMING}
        marks = find_marks(sheet, found, fields, extras.values(), notes)
        self.columns = read_fields(sheet, told, fields, notes, marks, old=_MAY_BE_OLD)
        self.columns |= read_own(sheet, extras, notes, marks)
        for name, index in found.items():
            if name not in self.columns:
                note_encoding(sheet, index, notes)
        who = Identifier(sheet, kind, found, self.columns, self.header, notes).identify(claims)
        note_claims(who.joining, notes)
        uniter = Uniter(sheet, self.columns, self.places(extras), fields, self.any_header, who.told, notes)
        classes = who.classes()
        rows = [self.row(id, who, props) for id, props in uniter.unite(classes).items()]
        lines = {node_uid(kind.name, id): sheet.lines[at[0]] for id, at in classes.items()}
        check_twins(sheet, [(lines[row.uid], row) for row in rows], found, notes)
        uids = tuple(None if id is None else node_uid(kind.name, id) for id in who.ids)
        refs = [cell for ref, index in self.reference_columns() for cell in _reference_cells(sheet, ref, index, uids)]
        nodes = self.with_unlisted(rows)
        return NodeTable(kind.label, sheet, nodes, tuple(refs), lines, who.joining, uids, extras, self.ties)

    def places(self, extras: Mapping[str, int]) -> dict[str, int]:
        """The column of the sheet that each property is from; what a neighbour said counts as from the first."""
        known = {**self.found, **extras}
        return {name: known.get(name.rpartition("_written")[0], 0) for name in self.columns} | known

    def own_columns(self) -> dict[str, int]:
        """The user's own columns, property name -> index."""
        read = {*self.found.values(), *self.where.unread, *(index for _, index in self.where.refs)}
        if self.where.offices is not None:
            read.add(self.where.offices)
        settled = {header for header, meaning in self.vocabulary.header_synonyms.items() if not meaning}
        extras = extra_columns(self.sheet, read, self.wanted, self.notes, settled)
        return without_histories(self.sheet, extras, self.kind.label, self.vocabulary, self.notes)

    def reference_columns(self) -> Iterator[tuple[Ref, int]]:
        """The reference columns of the sheet: those of the kind, and those of the user's own."""
        for ref in self.kind.refs:
            index = self.found.get(ref.column)
            if ref.tie == PART_OF and index is None:
                index = self.where.offices
            if index is not None:
                yield ref, index
        yield from self.where.refs

    def with_unlisted(self, nodes: Sequence[NodeRow]) -> tuple[NodeRow, ...]:
        """The nodes, and those that need no row of their own: offices of persons, partners in a table of pairs."""
        offices, partners = self.where.offices, self.where.partners
        if offices is not None:
            if "kind" not in self.found:
                nodes = [replace(node, props={**node.props, "kind": "person"}) for node in nodes]
            nodes = [*nodes, *self.unlisted(self.sheet.column(offices), nodes, {"kind": "organisation"})]
        if partners is not None:
            nodes = [*nodes, *self.unlisted(self.sheet.column(partners), nodes, {})]
        return tuple(nodes)

    def unlisted(self, cells: Iterable[str], nodes: Sequence[NodeRow], props: Mapping[str, Value]) -> Iterator[NodeRow]:
        """A node for each name in these cells that none of the nodes has."""
        known = {fold_text(str(node.props[name])) for node in nodes for name in ("id", "name")}
        nothing = markers(self.sheet.read)
        parts = {part for cell in set(cells) for part in split_parts(cell) if not nothing.names_nothing(part)}
        names = {fold_text(part): part for part in sorted(parts, reverse=True)}
        taken = [str(node.props["id"]) for node in nodes]
        for name, id in make_ids((name for key, name in names.items() if key not in known), taken).items():
            yield NodeRow(self.kind.label, node_uid(self.kind.name, id), {"id": id, "name": name, **props})

    def row(self, id: str, who: Identities, props: Mapping[str, Value]) -> NodeRow:
        """One node; who it is goes before what else is said of it."""
        named: dict[str, Value] = {"id": id, "name": who.names[id]}
        declared = who.joining.props(id)
        if DIFFERS in props and DIFFERS in declared:
            declared[DIFFERS] = sorted({*_texts(props[DIFFERS]), *_texts(declared[DIFFERS])})
        return NodeRow(self.kind.label, node_uid(self.kind.name, id), {**named, **props, **declared})

    def any_header(self, name: str) -> AnyText:
        """The header of a column in the file; a property of the user's own is called as its column."""
        return self.header(name) if name in self.found or name in NAMING else name


def _tie_rows(sheet: Sheet, rows: Sequence[int], vocabulary: Vocabulary, notes: Notes) -> TieTable | None:
    """Rows of a sheet of nodes that are ties, as a table without the columns that are blank in them."""
    chosen = sheet.select_rows(rows)
    header = [text if any(map(str.strip, chosen.column(index))) else "" for index, text in enumerate(sheet.header)]
    return tie_table(replace(chosen, header=tuple(header)), None, vocabulary, notes)


def _texts(value: Value | None) -> Iterable[str]:
    return value if isinstance(value, list) else ()
