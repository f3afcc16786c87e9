"""A file of nodes to rows: its columns, ids where it has none, duplicates and twins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sysmap.schema import NodeKind, Ref, Vocabulary, node_uid
from sysmap.tables.cells import choose_parser, known_choice, read_number
from sysmap.tables.checks import check_period, check_twins
from sysmap.tables.columns import (
    TYPE_HEADERS,
    decimal_comma,
    extra_columns,
    match_headers,
    read_column,
    spelled,
    wanted_headers,
)
from sysmap.tables.history import without_histories
from sysmap.tables.notes import Notes
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import make_ids, plain_header, show_cell, unguard_cell

__all__ = ["NodeTable", "node_headers", "read_nodes"]

_TYPED_AS = ("sector", "kind")
"""The fields that a column `type` may be; the first where no value tells."""

_FLAGS = frozenset(("true", "false"))


@dataclass(frozen=True, slots=True)
class NodeTable:
    """The rows of one file of nodes, and its reference cells: (reference, line, column, uid, cell)."""

    rows: tuple[NodeRow, ...]
    refs: tuple[tuple[Ref, int, int, str, str], ...]
    count: int


def node_headers(vocabulary: Vocabulary, kind: NodeKind) -> dict[str, str]:
    """Spelling -> column, of all columns a file of this kind may have."""
    return spelled(wanted_headers([*kind.fields, *kind.refs, *vocabulary.node_fields]))


def read_nodes(sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes) -> NodeTable:
    """The nodes of a sheet; a faulty cell is left out of its row, a row without id and name altogether."""
    known = wanted_headers([*kind.fields, *kind.refs, *vocabulary.node_fields])
    found = match_headers(sheet, known, vocabulary, notes, _type_columns(sheet))
    found |= _decided(sheet, kind, found, notes)
    extras = without_histories(sheet, extra_columns(sheet, set(found.values()), spelled(known), notes), kind.label, vocabulary, notes)
    fields = {field.name: field for field in vocabulary.node_columns(kind.label)}
    columns = {name: read_column(sheet, index, choose_parser(fields[name], decimal_comma(sheet)), notes)
               for name, index in found.items() if name in fields and name != "id"}
    check_period(sheet, columns, found, notes)
    columns |= {name: read_column(sheet, index, None, notes) for name, index in extras.items()}
    ids, names = _ids(sheet, kind, found, columns, notes)
    rows = _unique(sheet, kind, ids, names, columns=columns, found=found, notes=notes)
    check_twins(rows, found, notes)
    return NodeTable(tuple(row for _, row in rows), tuple(_refs(sheet, kind, ids, found)), len(sheet.rows))


def _type_columns(sheet: Sheet) -> set[int]:
    return {index for index, header in enumerate(sheet.header) if plain_header(header) in TYPE_HEADERS}


def _decided(sheet: Sheet, kind: NodeKind, found: dict[str, int], notes: Notes) -> dict[str, int]:
    """What a column `type` is: the field, of those not there yet, that knows most of its values."""
    columns = sorted(_type_columns(sheet))
    typed = [field for name in _TYPED_AS for field in kind.fields if field.name == name]
    candidates = typed or [field for field in kind.fields if field.choices and not field.closed]
    open_fields = [field for field in candidates if field.name not in found]
    if not columns or not open_fields:
        return {}
    index = columns[0]
    values = {cell.strip() for cell in sheet.column(index)} - {""}
    counts = {field.name: sum(known_choice(field, value) is not None for value in values) for field in open_fields}
    best = max(open_fields, key=lambda field: counts[field.name])
    if not counts[best.name] and (best.name not in _TYPED_AS or all(value.casefold() in _FLAGS or read_number(value, comma=True) is not None for value in values)):
        return {}
    rivals = sum(count > 0 for count in counts.values()) > 1
    if values and (rivals or not counts[best.name]):
        why = "some values fit another column too" if rivals else "though none of its values is known"
        notes.warning(sheet.header_line, index + 1, f"{show_cell(sheet.header[index])} was taken for {best.name}, {why}",
                      f"call the column {' or '.join(counts)}")
    return {best.name: index}


Names = Sequence[str | None]


def _ids(sheet: Sheet, kind: NodeKind, found: dict[str, int], columns: dict[str, list[Value | None]], notes: Notes) -> tuple[Names, Names]:
    """Each row's id and what it is called for want of a name; an id that is not given is made, the same for the same row."""
    given = [unguard_cell(cell.strip()) for cell in sheet.column(found["id"])] if "id" in found else [""] * len(sheet.rows)
    if all(given):
        return given, given
    # All names are made into ids at once: two that give the same id both get a mark, whichever comes first.
    made_of = {i: text for i, id in enumerate(given) if not id and (text := " ".join(_made_of(sheet, kind, found, columns, i)))}
    made = make_ids(dict.fromkeys(made_of.values()), given)
    ids: list[str | None] = [id or (made[made_of[i]] if i in made_of else None) for i, id in enumerate(given)]
    for line, id in zip(sheet.lines, ids, strict=True):
        if id is None:
            notes.error(line, 0, f"the row has no id and no {', '.join(kind.id_from)}", "give it an id or a name")
    if made_of:
        count = f"{len(made_of)} row" + ("s" if len(made_of) > 1 else "")
        notes.warning(0, 0, f"{count} without an id: it was made from {', '.join(kind.id_from)}", "add an id column, so that a name may change and the node stay")
    return ids, [id or made_of.get(i) for i, id in enumerate(given)]


def _made_of(sheet: Sheet, kind: NodeKind, found: dict[str, int], columns: dict[str, list[Value | None]], row: int) -> Iterator[str]:
    for name in kind.id_from:
        value = columns[name][row] if name in columns else sheet.rows[row][found[name]].strip() if name in found else None
        if value is not None and value != "":
            yield str(value)


def _unique(sheet: Sheet, kind: NodeKind, ids: Names, names: Names, *, columns: Mapping[str, list[Value | None]],
            found: Mapping[str, int], notes: Notes) -> list[tuple[int, NodeRow]]:
    """One row for each id: repeated rows count once, rows that contradict an earlier one are faults."""
    lines: dict[str, int] = {}
    kept: dict[str, dict[str, Value]] = {}
    pairs = list(columns.items())
    for i, (line, id, name) in enumerate(zip(sheet.lines, ids, names, strict=True)):
        if id is None or name is None:
            continue
        # A name of the row's own takes the place of this one.
        props: dict[str, Value] = {"id": id, "name": name}
        props |= {key: value for key, values in pairs if (value := values[i]) is not None}
        if id not in kept:
            kept[id], lines[id] = props, line
            continue
        differ = [key for key, value in props.items() if kept[id].get(key, value) != value]
        if differ:
            first = differ[0]
            notes.error(line, found.get(first, -1) + 1, f"{show_cell(id)} stands on line {lines[id]} already, with another {', '.join(differ)}",
                        "give one of them another id, or take one out")
            continue
        does = "repeats" if props.keys() <= kept[id].keys() else "adds to"
        notes.warning(line, 0, f"{does} line {lines[id]} ({show_cell(id)}); they count as one", "take one of them out")
        kept[id] |= props
    return [(lines[id], NodeRow(kind.label, node_uid(kind.name, id), props)) for id, props in kept.items()]


def _refs(sheet: Sheet, kind: NodeKind, ids: Names, found: dict[str, int]) -> Iterator[tuple[Ref, int, int, str, str]]:
    for ref in kind.refs:
        index = found.get(ref.column)
        if index is None:
            continue
        for line, id, row in zip(sheet.lines, ids, sheet.rows, strict=True):
            if id is not None and row[index] and not row[index].isspace():
                yield ref, line, index + 1, node_uid(kind.name, id), row[index]
