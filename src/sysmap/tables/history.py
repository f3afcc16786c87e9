"""A file of dated values, such as the stages of innovations, to a list on each node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sysmap.errors import Cause
from sysmap.messages import Joined, Listing, in_context
from sysmap.schema import Field, History, Vocabulary
from sysmap.tables.columns import find_marks, note_encoding, read_fields
from sysmap.tables.headers import extra_columns, header_of, match_headers, terms_of, wanted_headers
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import markers
from sysmap.tables.references import Index
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import show_cell

__all__ = ["history_fields", "read_history", "with_history", "without_histories"]

COLUMN_NOT_KEPT = Cause(
    "F101", "column {header} is not kept: {file} has {columns} only", "take it out, or put it in another file"
)
MISSING_COLUMNS = Cause("F102", "no column is called {columns}", "write the header {header}")
NO_VALUE_OR_DATE = Cause("F103", "the row has no {value} or no {date}", "give both")
MADE_COLUMN = Cause(
    "F104",
    "column {header} is what {file} is read into",
    "move its values to {file} ({columns}) and take the column out",
)


def history_fields(vocabulary: Vocabulary, history: History) -> list[Field]:
    """The columns of a file of dated values: the node, the value, the date."""
    kind = vocabulary.node(history.label)
    value = next(field for field in kind.fields if field.name == history.field)
    return [
        Field(history.ref, kind.title, kind.meaning, synonyms=(kind.name, *kind.synonyms)),
        value,
        Field(
            "date",
            in_context("GrowSession.date", "Date"),
            history.meaning,
            "date",
            synonyms=("tanggal", "day", "hari", "since", "sejak"),
        ),
    ]


def read_history(sheet: Sheet, history: History, index: Index, notes: Notes) -> dict[str, list[str]]:
    """Uid -> its dated values, each as `YYYY-MM-DD value`, oldest first; rows that say the same count once."""
    fields = history_fields(index.vocabulary, history)
    wanted = wanted_headers(fields)
    terms = terms_of(wanted)
    columns = match_headers(sheet, wanted, index.vocabulary, notes)
    for name, at in extra_columns(sheet, set(columns.values()), wanted, notes).items():
        notes.warning(
            sheet.header_line,
            at + 1,
            COLUMN_NOT_KEPT,
            header=show_cell(name),
            file=history.file,
            columns=Listing(terms.values()),
        )
    if missing := [terms[field.name] for field in fields if field.name not in columns]:
        header = Joined((terms[field.name] for field in fields), sheet.delimiter)
        notes.error(sheet.header_line, 0, MISSING_COLUMNS, columns=Listing(missing, "or"), header=header)
        return {}
    named = {field.name: field for field in fields[1:]}
    read = read_fields(sheet, columns, named, notes, find_marks(sheet, columns, named, (), notes))
    note_encoding(sheet, columns[history.ref], notes)
    values, dates = read[history.field], read["date"]
    items: dict[str, set[str]] = {}
    nothing = markers(sheet.read)
    for line, row, value, day in zip(sheet.lines, sheet.rows, values, dates, strict=True):
        uid = _node(row, line, history, columns[history.ref], index=index, notes=notes)
        if uid and value is not None and day is not None:
            items.setdefault(uid, set()).add(f"{day} {value}")
        elif uid and not any(nothing.is_nothing(row[columns[field.name]]) for field in fields):
            notes.lost.add(line)
        elif uid:
            notes.lose(
                line,
                0,
                NO_VALUE_OR_DATE,
                value=header_of(sheet, columns, history.field, wanted),
                date=header_of(sheet, columns, "date", wanted),
            )
    return {uid: sorted(texts) for uid, texts in items.items()}


def _node(row: Sequence[str], line: int, history: History, column: int, *, index: Index, notes: Notes) -> str | None:
    """The uid of the node that a row is about; None, with a note, where its cell means no node or several."""
    uids = index.find(row[column], (history.label,))
    if len(uids) == 1:
        return uids[0]
    text = row[column].strip()
    if uids:
        index.note_several(notes, line, column + 1, text, uids)
    else:
        index.note_missing(notes, line, column + 1, text, (history.label,))
    return None


def without_histories(
    sheet: Sheet, extras: Mapping[str, int], label: str, vocabulary: Vocabulary, notes: Notes
) -> dict[str, int]:
    """The user's own columns of a file of nodes, without those that a file of dated values makes.

    That file would overwrite them.
    """
    histories = {history.into: history for history in vocabulary.histories if history.label == label}
    for name, index in extras.items():
        if history := histories.get(name.casefold()):
            columns = Listing(terms_of(wanted_headers(history_fields(vocabulary, history))).values())
            notes.error(
                sheet.header_line, index + 1, MADE_COLUMN, header=show_cell(name), file=history.file, columns=columns
            )
    return {name: index for name, index in extras.items() if name.casefold() not in histories}


def with_history(nodes: Sequence[NodeRow], into: str, items: Mapping[str, list[str]]) -> list[NodeRow]:
    """The nodes, with their dated values as the property `into`. `items` maps uids to values."""

    def extend(node: NodeRow) -> NodeRow:
        history: dict[str, Value] = {into: items[node.uid]}
        return replace(node, props={**node.props, **history})

    return [extend(node) if node.uid in items else node for node in nodes]
