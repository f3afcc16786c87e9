"""A file of dated values, such as the stages of innovations, to a list on each node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sysmap.messages import in_context
from sysmap.schema import Field, History, Vocabulary
from sysmap.tables.cells import choose_parser
from sysmap.tables.columns import decimal_comma, extra_columns, match_headers, read_column, spelled, wanted_headers
from sysmap.tables.notes import Notes
from sysmap.tables.references import Index
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet

__all__ = ["history_fields", "read_history", "with_history", "without_histories"]


def history_fields(vocabulary: Vocabulary, history: History) -> list[Field]:
    """The columns of a file of dated values: the node, the value, the date."""
    kind = vocabulary.node(history.label)
    value = next(field for field in kind.fields if field.name == history.field)
    return [
        Field(history.ref, kind.title, kind.meaning, synonyms=(kind.name, *kind.synonyms)),
        value,
        Field("date", in_context("GrowSession.date", "Date"), history.meaning, "date", synonyms=("tanggal", "day", "hari", "since", "sejak")),
    ]


def read_history(sheet: Sheet, history: History, index: Index, notes: Notes) -> dict[str, list[str]]:
    """Uid -> its dated values, `YYYY-MM-DD value`, oldest first; rows that say the same count once."""
    vocabulary = index.vocabulary
    fields = history_fields(vocabulary, history)
    columns = match_headers(sheet, wanted_headers(fields), vocabulary, notes)
    extras = extra_columns(sheet, set(columns.values()), spelled(wanted_headers(fields)), notes)
    for name, at in extras.items():
        notes.warning(sheet.header_line, at + 1, f"column {name!r} is not kept: {history.file} has {', '.join(field.name for field in fields)} only",
                      "take it out, or put it in another file")
    missing = [field.name for field in fields if field.name not in columns]
    if missing:
        notes.error(sheet.header_line, 0, f"no column is called {' or '.join(missing)}", f"write the header {','.join(field.name for field in fields)}")
        return {}
    values, dates = (read_column(sheet, columns[field.name], choose_parser(field, decimal_comma(sheet)), notes) for field in fields[1:])
    found: dict[str, set[str]] = {}
    for line, row, value, day in zip(sheet.lines, sheet.rows, values, dates, strict=True):
        uid = _node(row, line, history, columns[history.ref], index=index, notes=notes)
        if uid and value is not None and day is not None:
            found.setdefault(uid, set()).add(f"{day} {value}")
        elif uid and not all(row[columns[field.name]].strip() for field in fields):
            notes.error(line, 0, f"the row has no {history.field} or no date", "give both")
    return {uid: sorted(items) for uid, items in found.items()}


def _node(row: Sequence[str], line: int, history: History, column: int, *, index: Index, notes: Notes) -> str | None:
    found = index.find(row[column], (history.label,))
    if len(found) == 1:
        return found[0]
    text = row[column].strip()
    problem = index.ambiguous(text, found) if found else index.dangling(text, (history.label,))
    notes.error(line, column + 1, *problem)
    return None


def without_histories(sheet: Sheet, extras: Mapping[str, int], label: str, vocabulary: Vocabulary, notes: Notes) -> dict[str, int]:
    """The user's own columns of a file of nodes, but for one that a file of dated values makes: that is a fault, for the file would overwrite it."""
    made = {history.into: history for history in vocabulary.histories if history.label == label}
    for name, index in extras.items():
        if history := made.get(name.casefold()):
            notes.error(sheet.header_line, index + 1, f"column {name!r} is what {history.file} is read into",
                        f"move its values to {history.file} ({', '.join(field.name for field in history_fields(vocabulary, history))}) and take the column out")
    return {name: index for name, index in extras.items() if name.casefold() not in made}


def with_history(nodes: Sequence[NodeRow], into: str, items: Mapping[str, list[str]]) -> list[NodeRow]:
    """The nodes with their dated values."""
    def grown(node: NodeRow) -> NodeRow:
        added: dict[str, Value] = {into: items[node.uid]}
        return replace(node, props={**node.props, **added})
    return [grown(node) if node.uid in items else node for node in nodes]
