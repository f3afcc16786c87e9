"""A file of ties, or the reference columns of a file of nodes, to ties with their properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sysmap.schema import Field, TieKind, Vocabulary, node_uid
from sysmap.tables.cells import choose_parser
from sysmap.tables.checks import check_period
from sysmap.tables.columns import (
    TYPE_HEADERS,
    Wanted,
    decimal_comma,
    extra_columns,
    match_headers,
    read_column,
    spelled,
    wanted_headers,
)
from sysmap.tables.merging import TieSet
from sysmap.tables.nodes import NodeTable
from sysmap.tables.notes import Notes
from sysmap.tables.references import Index, kinds_by_name
from sysmap.tables.relations import CAUSAL, Found, TieTable, find_ties, kinds_by_relation
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import clean_text, fold_text, join_names, make_ids, plain_header, show_cell

__all__ = ["add_refs", "add_ties", "named_nodes", "tie_headers", "tie_table"]

_DIRECTIONS = frozenset(("directed", "undirected", "mutual", "berarah", "tidak berarah", "dua arah"))


def tie_headers(vocabulary: Vocabulary, own: TieKind | None) -> dict[str, str]:
    """Spelling -> column, of all columns that a file of ties of this kind (or of any kind) may have."""
    return spelled(wanted_headers([*_structural(vocabulary, own), *_fields(vocabulary, own)]))


def _structural(vocabulary: Vocabulary, own: TieKind | None) -> list[Field]:
    return [field for field in vocabulary.headers if not (own and field.name == "relation")]


def _fields(vocabulary: Vocabulary, own: TieKind | None) -> list[Field]:
    kinds = [own] if own else vocabulary.ties
    return list(dict.fromkeys([*(field for kind in kinds for field in kind.fields), *vocabulary.tie_fields]))


def tie_table(sheet: Sheet, own: TieKind | None, vocabulary: Vocabulary, notes: Notes) -> TieTable | None:
    """The sheet with its structural columns found, or None (noted) where it does not say what ties join."""
    typed = [i for i, header in enumerate(sheet.header) if plain_header(header) in TYPE_HEADERS]
    columns = match_headers(sheet, wanted_headers(_structural(vocabulary, own)), vocabulary, notes, typed)
    if typed and _is_direction(sheet, typed[0]):
        notes.warning(sheet.header_line, typed[0] + 1, f"{show_cell(sheet.header[typed[0]])} holds directions; it was left out", "each kind of tie has its own direction")
        columns["direction"] = typed[0]
    elif typed and own is None and "relation" not in columns:
        columns["relation"] = typed[0]
    missing = [name for name in ("source", "target") if name not in columns]
    if missing:
        notes.error(sheet.header_line, 0, f"no column is called {' or '.join(missing)}", "name the two columns that say what a row joins source and target")
        return None
    causal = next((kind for kind in vocabulary.ties if kind.type == CAUSAL and own is None), None)
    fields = match_headers(sheet, wanted_headers(causal.fields), vocabulary, Notes(""), set(columns.values())) if causal else {}
    return TieTable(sheet, own, columns, "polarity" in fields)


def _is_direction(sheet: Sheet, index: int) -> bool:
    values = {fold_text(cell) for cell in sheet.column(index)} - {""}
    return bool(values) and values <= _DIRECTIONS


def named_nodes(tables: Sequence[tuple[TieTable, Notes]], vocabulary: Vocabulary) -> list[NodeRow]:
    """The nodes that files of ties name, for a folder that has no file of nodes; said once for each file."""
    names: dict[str, dict[str, None]] = {}
    for table, notes in tables:
        source, target = table.columns["source"], table.columns["target"]
        before = sum(map(len, names.values()))
        labels = {key: _labels(table, key, vocabulary) for key in set(table.saying())}
        for row, key in zip(table.sheet.rows, table.saying(), strict=True):
            for label, cell in zip(labels[key], (row[source], row[target]), strict=True):
                if text := clean_text(cell).strip():
                    names.setdefault(label, {})[text] = None
        count = sum(map(len, names.values())) - before
        kinds = join_names(vocabulary.node(label).plural.render("en").lower() for label in names)
        notes.warning(0, 0, f"there is no file of nodes: {count} {kinds} were made from the names in this file",
                      "add " + join_names(vocabulary.node(label).file for label in names) + " to say more of them")
    rows = []
    for label, found in names.items():
        one_each = {fold_text(name): name for name in sorted(found, reverse=True)}
        ids = make_ids(one_each.values())
        rows += [NodeRow(label, node_uid(vocabulary.node(label).name, id), {"id": id, "name": name}) for name, id in ids.items()]
    return rows


def _labels(table: TieTable, key: tuple[str, str, str], vocabulary: Vocabulary) -> tuple[str, str]:
    """What the two ends of a row must be, as far as it says; a factor where a tie joins many kinds."""
    relation, source_kind, target_kind = map(plain_header, key)
    relation = relation or (CAUSAL.casefold() if table.causal else "")
    kinds = [table.own] if table.own else kinds_by_relation(vocabulary).get(relation, [])
    pairs = [pair for kind in kinds for pair in kind.ends] or [("Stakeholder", "Stakeholder")]
    source, target = ("Factor", "Factor") if ("Factor", "Factor") in pairs else pairs[0]
    known = kinds_by_name(vocabulary)
    return known.get(source_kind, source), known.get(target_kind, target)


def add_refs(table: NodeTable, index: Index, vocabulary: Vocabulary, ties: TieSet, notes: Notes) -> None:
    """The ties that the reference columns of a file of nodes make."""
    for ref, line, column, uid, cell in table.refs:
        kind = vocabulary.tie(ref.tie)
        mine = index.label_of[uid]
        labels = tuple(dict.fromkeys(
            (target if ref.outgoing else source) for source, target in kind.ends if (source if ref.outgoing else target) == mine))
        for text in index.split(cell, labels):
            found = index.find(text, labels)
            if len(found) != 1:
                problem, remedy = index.ambiguous(text, found) if found else index.dangling(text, labels)
                notes.error(line, column, problem, remedy)
                continue
            source, target = (uid, found[0]) if ref.outgoing else (found[0], uid)
            ties.add(kind, source, target, {}, line=line, columns={"target": column - 1}, notes=notes)


def add_ties(table: TieTable, index: Index, vocabulary: Vocabulary, ties: TieSet, notes: Notes) -> None:
    """The ties of a file of ties, with their properties."""
    sheet = table.sheet
    found: dict[str, list[Found]] = {}
    for tie in find_ties(table, index, notes):
        found.setdefault(tie.kind.type, []).append(tie)
    structural = set(table.columns.values())
    known = tie_headers(vocabulary, table.own)
    types = [table.own.type] if table.own else sorted(found)
    matched = {type: match_headers(sheet, _wanted(vocabulary, type, table.own), vocabulary, notes, structural) for type in types}
    declared = structural.union(*(columns.values() for columns in matched.values()))
    # A column of a kind of tie that no row here is of (polarity, in a file of works_on) is no column of the user's own.
    strangers = {i for i, header in enumerate(sheet.header) if i not in declared and not table.own and plain_header(header) in known}
    extras = extra_columns(sheet, declared | strangers, known, notes)
    own = {name: (i, read_column(sheet, i, None, notes)) for name, i in extras.items()}
    for type, rows in found.items():
        foreign = {sheet.header[i]: i for i in (declared | strangers) - structural - set(matched[type].values())}
        _add_type(table, rows, vocabulary, ties, notes, columns=matched[type], foreign=foreign, own=own)
    ties.say(notes)


def _wanted(vocabulary: Vocabulary, type: str, own: TieKind | None) -> list[Wanted]:
    """The columns of a kind of tie; in its own file a column called type or relation means its `kind`."""
    columns = wanted_headers(vocabulary.tie_columns(type))
    if own is None:
        return columns
    relation = next((field.spellings for field in vocabulary.headers if field.name == "relation"), frozenset())
    return [Wanted("kind", column.spellings | TYPE_HEADERS | relation, column.titles) if column.name == "kind" else column for column in columns]


def _add_type(table: TieTable, rows: Sequence[Found], vocabulary: Vocabulary, ties: TieSet, notes: Notes, *,
              columns: Mapping[str, int], foreign: Mapping[str, int], own: Mapping[str, tuple[int, list[Value | None]]]) -> None:
    """Add the ties of one kind: its columns are read for its rows only, the user's `own` are read already."""
    kind = rows[0].kind
    # One row may be several ties, but its cells are read, and their faults said, once.
    chosen = list(dict.fromkeys(tie.row for tie in rows))
    whole = len(chosen) == len(table.sheet.rows)
    sheet = table.sheet if whole else table.sheet.only(chosen)
    at = range(len(chosen)) if whole else {row: i for i, row in enumerate(chosen)}
    fields = {field.name: field for field in vocabulary.tie_columns(kind.type)}
    values = {name: read_column(sheet, i, choose_parser(fields[name], decimal_comma(sheet)), notes) for name, i in columns.items()}
    check_period(sheet, values, columns, notes)
    for name, i in foreign.items():
        values[name] = _foreign(sheet, i, kind, notes)
    pairs = [(name, column) for name, column in values.items() if any(value is not None for value in column)]
    extras = [(name, column) for name, (_, column) in own.items() if any(value is not None for value in column)]
    key = table.columns.get("key")
    places = {**table.columns, **columns, **{name: i for name, (i, _) in own.items()}}
    for tie in rows:
        i = at[tie.row]
        props: dict[str, Value] = {name: value for name, column in pairs if (value := column[i]) is not None}
        if extras:
            props |= {name: value for name, column in extras if (value := column[tie.row]) is not None}
        if tie.text:
            props.setdefault(tie.field, tie.text)
        own_key = "" if key is None else clean_text(sheet.rows[i][key])
        ties.add(kind, tie.source, tie.target, props, line=sheet.lines[i], columns=places, notes=notes, key=own_key)


def _foreign(sheet: Sheet, index: int, kind: TieKind, notes: Notes) -> list[Value | None]:
    """A column that only other kinds of tie have: what stands in it is kept as text, and said."""
    values: list[Value | None] = [clean_text(cell) or None for cell in sheet.column(index)]
    line = next((line for line, value in zip(sheet.lines, values, strict=True) if value is not None), 0)
    if line:
        notes.warning(line, index + 1, f"{kind.type} has no {show_cell(sheet.header[index])}; it was kept as written", "take it out if it says nothing")
    return values
