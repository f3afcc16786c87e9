"""A file of ties, or the reference columns of a file of nodes, to ties with their properties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from sysmap.errors import Cause
from sysmap.messages import Joined, Listing, Message, Number
from sysmap.schema import Ref, TieKind, Vocabulary, node_uid
from sysmap.tables.choice_columns import fit_choices
from sysmap.tables.columns import Columns, find_marks, read_fields, read_own
from sysmap.tables.headers import extra_columns, match_headers, spelled
from sysmap.tables.merging import Row, TieSet
from sysmap.tables.named import Named, are_two_kinds, name_ends, note_named
from sysmap.tables.naming.spelling import choose_spelling
from sysmap.tables.nodes import NodeTable
from sysmap.tables.none_said import cells_for_none
from sysmap.tables.notes import Notes
from sysmap.tables.numbers import Marks
from sysmap.tables.personal import keep_personal
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.references import Index, Labels, Place, kinds_by_name
from sysmap.tables.relations import CAUSAL, Relation, RowTie, TieTable, find_ties, kinds_by_relation
from sysmap.tables.rows import STUB, NodeRow, Value
from sysmap.tables.sheets import TOO_WIDE, Sheet
from sysmap.tables.strength import any_weight, note_weightless, time_column
from sysmap.tables.terms import tie_term
from sysmap.tables.text import clean_text, fold_text, list_some, make_ids, plain_header, show_cell
from sysmap.tables.tie_columns import note_directions, wanted_by_type, wanted_in_file, ways

__all__ = ["add_refs", "add_ties", "named_nodes", "unlisted_nodes", "with_two_kinds"]

NODES_FROM_NAMES = Cause(
    "F083",
    "there is no file of nodes; from the names in this file were made: {counts}",
    "add {files} to say more of them",
)
TWO_COLUMNS = Cause(
    "F309",
    "no name stands in both {source} and {target}: read as stakeholders and the problems they work on",
    "if both columns hold stakeholders, call the file partnerships.csv",
)
FOREIGN_COLUMN = Cause("F084", "{tie} has no {header}; it was kept as written", "take it out if it says nothing")
LONG_LIST = Cause(
    "F316", "{value} stands beyond the header; it was read as a part of {header}", "put the list between quotes"
)
_TIME = Message("{header} as the time of each tie")

TWO_KINDS = ("Stakeholder", "Problem")
"""What a file joins whose two columns hold things of two kinds, unless it says so itself."""
_ENDS = ("source", "target")


def named_nodes(tables: Sequence[tuple[TieTable, Notes]], vocabulary: Vocabulary, read: ReadSettings) -> list[NodeRow]:
    """The nodes that files of ties name, for a folder that has no file of nodes; noted once for each file."""
    columns = [Counter(table.cells(end)) for table, _ in tables for end in _ENDS]
    named = name_ends(columns, read)
    names: dict[str, dict[str, None]] = {}
    for table, notes in tables:
        before = {label: len(texts) for label, texts in names.items()}
        for label, name in _named_ends(table, named, vocabulary, notes):
            names.setdefault(label, {})[name] = None
        counts = Counter({label: len(texts) - before.get(label, 0) for label, texts in names.items()})
        _note_named(+counts, vocabulary, notes)
        note_named(named, table.ends(), notes)
    rows = []
    for label, texts in names.items():
        ids = make_ids(texts)
        rows += [
            NodeRow(label, node_uid(vocabulary.node(label).name, id), {"id": id, "name": name})
            for name, id in ids.items()
        ]
    return rows


def _named_ends(table: TieTable, named: Named, vocabulary: Vocabulary, notes: Notes) -> Iterator[tuple[str, str]]:
    """Label and name of each end of each row. A row that does not say what it joins adds no kind to a known name."""
    two_kinds = _joins_two_kinds(table, named, notes)
    labels = {
        relation: TWO_KINDS if two_kinds else _labels(table, relation, vocabulary)
        for relation in set(table.relations())
    }
    known = kinds_by_relation(vocabulary)
    vague = {key for key in labels if not (two_kinds or table.own or table.causal or plain_header(key[0]) in known)}
    ends = [(pair, key) for *pair, key in zip(*map(table.cells, _ENDS), table.relations(), strict=True)]
    sure: set[str] = set()
    for pair, key in sorted(ends, key=lambda row: row[1] in vague) if vague else ends:
        for label, cell in zip(labels[key], pair, strict=True):
            for name in named.names[cell]:
                if key not in vague:
                    sure.add(name)
                if key not in vague or name not in sure:
                    yield label, name


def with_two_kinds(table: TieTable, read: ReadSettings) -> TieTable:
    """A table of partnerships as one of any ties, where it has nothing but ends, and these are of two kinds."""
    named = name_ends([Counter(table.cells(end)) for end in _ENDS], read)
    ends_only = len(table.sheet.header) == len(_ENDS)
    return replace(table, own=None) if ends_only and are_two_kinds(_pairs(table, named)) else table


def _pairs(table: TieTable, named: Named) -> set[tuple[str, str]]:
    """The names at both ends of each tie."""
    cells = set(zip(*map(table.cells, _ENDS), strict=True))
    return {pair for source, target in cells for pair in product(named.names[source], named.names[target])}


def _joins_two_kinds(table: TieTable, named: Named, notes: Notes) -> bool:
    """Whether a file that does not say what it joins has things of two kinds in its two columns; then it is noted."""
    if table.sheet.origin and table.sheet.origin.two_kinds:
        return True
    if table.own or table.causal or any(map(any, table.relations())) or not are_two_kinds(_pairs(table, named)):
        return False
    source, target = (table.sheet.header[table.columns[end]] for end in _ENDS)
    notes.warning(table.sheet.header_line, 0, TWO_COLUMNS, source=source, target=target)
    return True


def _note_named(counts: Mapping[str, int], vocabulary: Vocabulary, notes: Notes) -> None:
    if not counts:
        return
    kinds = {label: vocabulary.node(label) for label in counts}
    texts = (
        Joined((Number(count), (kinds[label].title if count == 1 else kinds[label].plural).lower_first()))
        for label, count in counts.items()
    )
    notes.warning(0, 0, NODES_FROM_NAMES, counts=Listing(texts), files=list_some(kind.file for kind in kinds.values()))


def _labels(table: TieTable, key: Relation, vocabulary: Vocabulary) -> tuple[str, str]:
    """The labels of both ends of a row, as far as the row says them.

    Where its tie joins many kinds, both are factors.
    """
    relation, source_kind, target_kind = map(plain_header, key)
    relation = relation or (CAUSAL.casefold() if table.causal else "")
    kinds = [table.own] if table.own else kinds_by_relation(vocabulary).get(relation, [])
    pairs = [pair for kind in kinds for pair in kind.ends] or [("Stakeholder", "Stakeholder")]
    source, target = ("Factor", "Factor") if ("Factor", "Factor") in pairs else pairs[0]
    known = kinds_by_name(vocabulary)
    return known.get(source_kind, source), known.get(target_kind, target)


def add_refs(table: NodeTable, index: Index, vocabulary: Vocabulary, ties: TieSet, notes: Notes) -> None:
    """The ties that the reference columns of a file of nodes make."""
    for uid, name in table.none:
        index.none.note(uid, name)
    none: dict[int, frozenset[str]] = {}
    # Cells of which there is nothing to say mean the same wherever they stand in a column.
    plain: dict[tuple[str, int, bool, str], dict[str, str]] = defaultdict(dict)
    for ref, line, column, uid, cell in table.refs:
        kind, own_label = vocabulary.tie(ref.tie), index.label_of[uid]
        known, place = plain[ref.tie, column, ref.outgoing, own_label], Place(notes, line, column)
        weight = table.weights.get((line, column))
        if other := known.get(cell):
            _add_ref(ties, kind, (uid, other) if ref.outgoing else (other, uid), place, weight)
            continue
        labels = _other_labels(ref, kind, own_label)
        if line in table.sheet.beyond and column == len(table.sheet.header):
            cell = _whole_list(table.sheet, cell, index, labels, place)  # noqa: PLW2901 - the same list, longer
        if cell in _none_in(table.sheet, column, none) and not index.find(cell, labels):
            index.none.note(uid, ref.tie)
        noted = len(notes.faults)
        found = index.resolve(cell, labels, place, beside=True)
        for text, uids in found:
            if len(uids) > 1:
                index.note_several(notes, line, column, text, uids)
            else:
                _add_ref(ties, kind, (uid, uids[0]) if ref.outgoing else (uids[0], uid), place, weight)
        if len(found) == 1 and len(notes.faults) == noted and line not in table.sheet.beyond:
            known[cell] = found[0][1][0]


def _other_labels(ref: Ref, kind: TieKind, own_label: str) -> Labels:
    """The labels that the nodes in a reference column may have, of nodes of this label."""
    ends = kind.ends if ref.outgoing else tuple((target, source) for source, target in kind.ends)
    return tuple(dict.fromkeys(other for own, other in ends if own == own_label))


def _add_ref(ties: TieSet, kind: TieKind, ends: tuple[str, str], place: Place, weight: float | None) -> None:
    """Add the tie from the first to the second of two nodes that the cell in this place makes."""
    props: dict[str, Value] = {} if weight is None else {"weight": weight}
    ties.add(kind, *ends, Row(props, place.line, place.notes, {"target": place.column - 1}))


def _none_in(sheet: Sheet, column: int, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """The cells of a column that say "there is none"; `known` keeps those of each column."""
    if column not in known:
        known[column] = cells_for_none(sheet, column - 1)
    return known[column]


def _whole_list(sheet: Sheet, cell: str, index: Index, labels: Labels, place: Place) -> str:
    """A list in the last column with its items that stand beyond the header, where all of them are known."""
    notes, line, _ = place
    more = [text for text in map(str.strip, sheet.beyond[line][len(sheet.header) :]) if text]
    if not all(index.find(text, labels) for text in more):
        return cell
    notes.withdraw(line, TOO_WIDE)
    column, header = len(sheet.header) + 1, show_cell(sheet.header[-1])
    notes.warning(line, column, LONG_LIST, value=Listing(map(show_cell, more)), header=header)
    return ";".join([cell, *more])


def unlisted_nodes(tables: Iterable[NodeTable], joins: Iterable[TieTable], index: Index) -> list[NodeRow]:
    """A node for each name that means none of those that there are, where its kind is told by what names it."""
    vocabulary, nowhere = index.vocabulary, Notes("")
    for table in tables:
        add_refs(table, index, vocabulary, TieSet(vocabulary), nowhere)
    for join in joins:
        for _ in find_ties(join, index, nowhere):
            pass
    stubs = []
    for label in (label for label in index.labels if label in index.missing):
        spelled_alike: dict[str, dict[str, int]] = {}
        for name in index.missing[label]:
            spelled_alike.setdefault(fold_text(name), {})[name] = 1
        names = sorted(map(choose_spelling, spelled_alike.values()))
        for name, id in make_ids(names, index.ids(label)).items():
            uid = node_uid(vocabulary.node(label).name, id)
            stubs.append(NodeRow(label, uid, {"id": id, "name": name, STUB: True}))
    return stubs


def add_ties(table: TieTable, index: Index, vocabulary: Vocabulary, ties: TieSet, notes: Notes) -> None:
    """The ties of a file of ties, with their properties. A row that is no tie is lost, with a note that says why."""
    sheet = table.sheet
    by_type: dict[str, list[RowTie]] = defaultdict(list)
    for tie in _with_other_way(table, find_ties(table, index, notes), index, notes):
        by_type[tie.kind.type].append(tie)
    columns = _sort_columns(table, sorted(by_type), vocabulary, notes)
    used: set[int] = set()
    for rows in by_type.values():
        used |= _add_type(table, rows, vocabulary, ties, notes, columns=columns)
    if not sheet.origin:
        notes.lost.update(line for i, line in enumerate(sheet.lines) if i not in used)


def _with_other_way(table: TieTable, found: Iterable[RowTie], index: Index, notes: Notes) -> Iterator[RowTie]:
    """The ties that were found, and the same the other way round where a row says that they go both ways."""
    said = ways(table)
    if not said:
        yield from found
        return
    undirected = one_way = False
    for tie in found:
        yield tie
        if not tie.kind.directed:
            undirected |= said[tie.row] == "one"
        elif said[tie.row] == "both" and (index.label_of[tie.target], index.label_of[tie.source]) in tie.kind.ends:
            yield tie._replace(source=tie.target, target=tie.source)
        else:
            one_way |= said[tie.row] == "both"
    note_directions(table, undirected, one_way, notes)


class _Columns(NamedTuple):
    """The columns of a file of ties, as indexes by name.

    `structural` say what a row joins, `matched` are those of each type of tie. `foreign` only other types have.
    `extras` are the user's, `own` their values. `marks` says which sign is the decimal mark. `wave`: the date of a
    row is when somebody looked.
    """

    structural: frozenset[int]
    matched: Mapping[str, Mapping[str, int]]
    foreign: frozenset[int]
    extras: Mapping[str, int]
    own: Columns
    marks: Marks
    wave: bool


def _sort_columns(table: TieTable, types: Sequence[str], vocabulary: Vocabulary, notes: Notes) -> _Columns:
    """Which column of a file is which."""
    sheet, structural = table.sheet, frozenset(table.columns.values())
    wanted = wanted_in_file(vocabulary, table.own)
    known = spelled(wanted)
    matched = {
        type: fit_choices(
            sheet,
            match_headers(sheet, wanted_by_type(vocabulary, type, table.own), vocabulary, notes, structural),
            vocabulary.tie_columns(type),
            notes,
        )
        for type in ([table.own.type] if table.own else types)
    }
    declared = structural.union(*(columns.values() for columns in matched.values()))
    # A column that only other kinds of tie have (polarity, in a file of works_on) is not a column of the user's own.
    strangers = {
        i
        for i, header in enumerate(sheet.header)
        if i not in declared and not table.own and plain_header(header) in known
    }
    time = None if any("since" in columns for columns in matched.values()) else time_column(sheet, declared | strangers)
    if time:
        notes.understand(_TIME.filled(header=show_cell(sheet.header[time.place])))
        matched = {type: {**columns, "since": time.place} for type, columns in matched.items()}
        declared |= {time.place}
    extras = extra_columns(sheet, declared | strangers, wanted, notes)
    for type, found in matched.items():
        keep_personal(sheet, extras, vocabulary.tie_columns(type), found, notes)
    declared_fields = {field.name: field for type in matched for field in vocabulary.tie_columns(type)}
    places = {name: i for columns in matched.values() for name, i in columns.items()}
    marks = find_marks(sheet, places, declared_fields, extras.values(), notes)
    own = read_own(sheet, extras, notes, marks)
    return _Columns(structural, matched, declared | strangers, extras, own, marks, bool(time and time.is_wave))


def _add_type(
    table: TieTable,
    rows: Sequence[RowTie],
    vocabulary: Vocabulary,
    ties: TieSet,
    notes: Notes,
    *,
    columns: _Columns,
) -> set[int]:
    """Add the ties of one kind; returns the rows that are ties. Its columns are read for its own rows only."""
    kind, matched = rows[0].kind, columns.matched[rows[0].kind.type]
    # One row may be several ties, but its cells are read, and their faults noted, once.
    chosen = list(dict.fromkeys(tie.row for tie in rows))
    whole = len(chosen) == len(table.sheet.rows)
    sheet = table.sheet if whole else table.sheet.select_rows(chosen)
    at = range(len(chosen)) if whole else {row: i for i, row in enumerate(chosen)}
    fields = {field.name: any_weight(field) for field in vocabulary.tie_columns(kind.type)}
    values = read_fields(table.sheet, matched, fields, notes, columns.marks, rows=None if whole else chosen)
    weightless = note_weightless(sheet, matched, values, notes)
    foreign = {sheet.header[i]: i for i in columns.foreign - columns.structural - set(matched.values())}
    values |= {name: _read_foreign(sheet, i, kind, notes) for name, i in foreign.items()}
    pairs = [(name, column) for name, column in values.items() if any(value is not None for value in column)]
    extras = [(name, column) for name, column in columns.own.items() if any(value is not None for value in column)]
    key = table.columns.get("key")
    places = {**table.columns, **matched, **columns.extras}
    used: set[int] = set()
    for tie in rows:
        i = at[tie.row]
        if i in weightless:
            continue
        props: dict[str, Value] = {name: value for name, column in pairs if (value := column[i]) is not None}
        if extras:
            props |= {name: value for name, column in extras if (value := column[tie.row]) is not None}
        if tie.text:
            props.setdefault(tie.field, tie.text)
        own_key = "" if key is None else clean_text(sheet.rows[i][key])
        row = Row(props, sheet.lines[i], notes, places, sheet.header, columns.wave)
        if ties.add(kind, tie.source, tie.target, row, key=own_key):
            used.add(tie.row)
    return used


def _read_foreign(sheet: Sheet, index: int, kind: TieKind, notes: Notes) -> list[Value | None]:
    """A column that only other kinds of tie have: its cells are kept as text, with a warning."""
    values: list[Value | None] = [clean_text(cell) or None for cell in sheet.column(index)]
    line = next((line for line, value in zip(sheet.lines, values, strict=True) if value is not None), 0)
    if line:
        notes.warning(line, index + 1, FOREIGN_COLUMN, tie=tie_term(kind), header=show_cell(sheet.header[index]))
    return values
