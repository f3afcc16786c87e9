"""The sheets of nodes of a folder: a sheet may hold several kinds, and numbers in it may be what other tables name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sysmap.schema import NodeKind, Vocabulary
from sysmap.tables.cells import known_choice
from sysmap.tables.headers import known_header
from sysmap.tables.name_column import Naming, find_number
from sysmap.tables.naming.aliases import Aliases
from sysmap.tables.node_columns import node_headers, type_columns, type_fields
from sysmap.tables.nodes import NodeTable, read_nodes
from sysmap.tables.notes import Notes
from sysmap.tables.references import kinds_by_name
from sysmap.tables.relations import TieTable
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import plain_header

__all__ = ["read_parts"]


def read_parts(
    sheets: Iterable[tuple[NodeKind, Sheet | None, Notes]],
    ties: Sequence[TieTable],
    vocabulary: Vocabulary,
    aliases: Aliases,
) -> list[tuple[NodeTable, Notes]]:
    """The nodes of every sheet, one table for each kind in it, with the notes of its file.

    `ties` are the tables that may name the nodes; `aliases` says which names mean one and the same.
    """
    parts = [
        (kind, part, notes)
        for file_kind, sheet, notes in sheets
        if sheet
        for kind, part in _kinds_in_sheet(_with_long_lists(sheet, file_kind, vocabulary), file_kind, vocabulary)
    ]
    # Only numbers of rows are looked up there, and most tables have none.
    counted = any(find_number(part) is not None for _, part, _ in parts)
    naming = _names_in_tables([(kind, part) for kind, part, _ in parts], ties, vocabulary) if counted else {}
    tables = [
        (read_nodes(part, kind, vocabulary, notes, aliases.of(kind.label), named_by=naming), notes)
        for kind, part, notes in parts
    ]
    aliases.tried += [table.joining for table, _ in tables]
    return tables


def _with_long_lists(sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary) -> Sheet:
    """The sheet with the rows wider than its header, where its last column names other nodes: they may be its list."""
    column = node_headers(vocabulary, kind).get(plain_header(sheet.header[-1])) if sheet.beyond else None
    return sheet.with_wide_rows() if column in {ref.column for ref in kind.refs} else sheet


def _kinds_in_sheet(sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary) -> list[tuple[NodeKind, Sheet]]:
    """A sheet of nodes by kind: a column `type` may say of some rows that they are of another kind."""
    known, fields = kinds_by_name(vocabulary), type_fields(kind)
    for index in sorted(type_columns(sheet, kind)):
        cells = sheet.column(index)
        labels = {
            cell: kind.label
            if any(known_choice(field, cell) for field in fields)
            else known.get(plain_header(cell), kind.label)
            for cell in set(cells)
        }
        if set(labels.values()) != {kind.label}:
            rows: dict[str, list[int]] = {kind.label: []}
            for row, cell in enumerate(cells):
                rows.setdefault(labels[cell], []).append(row)
            return [(vocabulary.node(label), sheet.select_rows(chosen)) for label, chosen in rows.items() if chosen]
    return [(kind, sheet)]


def _names_in_tables(
    sheets: Iterable[tuple[NodeKind, Sheet]], ties: Iterable[TieTable], vocabulary: Vocabulary
) -> Naming:
    """Label -> the columns that name nodes of this label, each with its distinct cells that are filled."""
    naming: dict[str, list[set[str]]] = {kind.label: [] for kind in vocabulary.nodes}

    def add(labels: Iterable[str], cells: Iterable[str]) -> None:
        distinct = {cell.strip() for cell in cells} - {""}
        for label in set(labels) if distinct else ():
            naming[label].append(distinct)

    for kind, sheet in sheets:
        for ref in kind.refs:
            tie = vocabulary.tie(ref.tie)
            for index, header in enumerate(sheet.header):
                if known_header(header, ref.spellings | ref.titles):
                    add(tie.targets if ref.outgoing else tie.sources, sheet.column(index))
    for table in ties:
        own = table.own
        add(own.sources if own else naming, table.cells("source"))
        add(own.targets if own else naming, table.cells("target"))
    return naming
