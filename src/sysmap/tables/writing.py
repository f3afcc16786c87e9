"""Rows to CSV files that read back as the same rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from sysmap.errors import Cause, OutputError
from sysmap.schema import Field, NodeKind, Vocabulary, tie_uid
from sysmap.tables.cells import guard_extra, guard_list, guard_text
from sysmap.tables.finding import CONFIG, LINKS, known_files
from sysmap.tables.headers import loose_header
from sysmap.tables.node_columns import node_headers
from sysmap.tables.numbers import write_exactly, write_number
from sysmap.tables.rows import NodeRow, TieRow, Value
from sysmap.tables.terms import TYPE_HEADERS
from sysmap.tables.text import guard_cell, plain_header
from sysmap.tables.tie_columns import tie_headers

__all__ = ["csv_text", "dataset_files", "write_folder"]

CANNOT_WRITE = Cause(
    "F111", "{folder} cannot be written: {reason}", "check the disk and your rights, or choose another folder"
)

CellsByColumn = dict[str, str]
"""The cells of one row, as text, by the names of their columns."""


def csv_text(
    header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ",", *, guarded: bool = True
) -> str:
    r"""A table as CSV text, lines ended by CR LF; texts that a spreadsheet would run are guarded by an apostrophe.

    None is an empty cell, a list is joined by `|`; where the delimiter is not a comma, the comma is the decimal mark.

    >>> csv_text(["name", "value"], [["=1+1", 0.5], ["-3", None]])
    "name,value\r\n'=1+1,0.5\r\n-3,\r\n"
    >>> csv_text(["name"], [["=1+1"]], guarded=False)
    'name\r\n=1+1\r\n'
    """
    guard = guard_cell if guarded else str

    def text(value: object) -> str:
        return guard(value) if isinstance(value, str) else _plain(value, delimiter, guard)

    return _lines([[text(name) for name in header], *([text(value) for value in row] for row in rows)], delimiter)


def _lines(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _plain(value: object, delimiter: str, guard: Callable[[str], str] = guard_cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return write_number(value, comma=delimiter != ",")
    if isinstance(value, (list, tuple)):
        return guard("|".join(map(str, value)))
    return guard(str(value))


def dataset_files(
    nodes: Iterable[NodeRow],
    ties: Iterable[TieRow],
    vocabulary: Vocabulary,
    *,
    config_text: str = "",
    files: Iterable[str] = (),
    delimiter: str = ",",
) -> dict[str, str]:
    r"""File name -> text, for a folder that `read_folder` reads back as these rows.

    `vocabulary` includes the user's own words, which `config_text`, the sysmap.toml, declares. `files` are written even
    where they have no rows: an empty file is not an absent one.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> problem = NodeRow("Problem", "problem:P1", {"id": "P1", "name": "Stunting", "severity": 4.0})
    >>> dataset_files([problem], [], VOCABULARY)
    {'problems.csv': 'id,name,severity\r\nP1,Stunting,4\r\n'}
    """
    rows, files = list(nodes), tuple(files)
    writer = _Writer(vocabulary, delimiter, {node.uid: node for node in rows})
    texts: dict[str, str] = {}
    for kind in vocabulary.nodes:
        of_kind = [node for node in rows if node.label == kind.label]
        if of_kind or kind.file in files:
            texts[kind.file] = writer.node_file(kind, of_kind)
    tie_rows = list(ties)
    own_files = {kind.type: kind.file for kind in vocabulary.ties if kind.file}
    for file in dict.fromkeys([*own_files.values(), LINKS]):
        in_file = [tie for tie in tie_rows if own_files.get(tie.type, LINKS) == file]
        if in_file or file in files:
            texts[file] = writer.tie_file(file, in_file)
    texts |= dict(writer.history_files(rows, files))
    if config_text:
        texts[CONFIG] = config_text
    return {name: texts[name] for name in (*known_files(vocabulary), CONFIG) if name in texts}


def write_folder(
    folder: Path,
    nodes: Iterable[NodeRow],
    ties: Iterable[TieRow],
    vocabulary: Vocabulary,
    *,
    config_text: str = "",
    files: Iterable[str] = (),
    delimiter: str = ",",
) -> tuple[Path, ...]:
    """Write `dataset_files` into a folder and return the paths, CSV with a BOM so that Excel reads it.

    Raises `OutputError`.
    """
    texts = dataset_files(nodes, ties, vocabulary, config_text=config_text, files=files, delimiter=delimiter)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_bytes(text.encode("utf-8" if name == CONFIG else "utf-8-sig"))
    except OSError as error:
        raise OutputError(CANNOT_WRITE, folder=folder, reason=error.strerror or error) from error
    return tuple(folder / name for name in texts)


class _Writer:
    def __init__(self, vocabulary: Vocabulary, delimiter: str, nodes: Mapping[str, NodeRow]) -> None:
        self.vocabulary, self.delimiter, self.nodes = vocabulary, delimiter, nodes

    def cell(self, value: Value, field: Field | None) -> str:
        """A value as it is written. Only free texts are guarded, and not numbers, dates and closed choices."""
        if isinstance(value, str):
            if field is None:
                return guard_extra(value)
            if field.name in ("id", "name"):
                return guard_cell(value)
            return value if field.closed or field.type == "date" else guard_text(value)
        if isinstance(value, list):
            return guard_list(value)
        if isinstance(value, float):
            text = write_exactly(value, comma=self.delimiter != ",")
            return text[:-2] if field and text[-2:] in (".0", ",0") else text
        return _plain(value, self.delimiter)

    def table(
        self, first: Sequence[str], rows: Sequence[CellsByColumn], known: Mapping[str, str], order: Sequence[str]
    ) -> str:
        """A file: the columns of `first`, then the used ones in `order`, then the user's own by name.

        A user's own column may have a header that would be read as a declared column. Then the declared column is
        written too, though it is empty, so that each header keeps its meaning when the file is read.
        """
        # Columns that no row uses are left out, for files that people can read.
        used = {name for row in rows for name in row}
        extras = sorted(used - set(order) - set(first))
        keys = {plain_header(form) for name in extras for form in (name, loose_header(name))}
        claimed = {known[key] for key in keys if key in known}
        if any(plain_header(name) in TYPE_HEADERS for name in extras):
            claimed |= {"sector", "kind"} & set(order)
        header = [
            *first,
            *(name for name in dict.fromkeys(order) if name not in first and name in used | claimed),
            *extras,
        ]
        return _lines([header, *([row.get(name, "") for name in header] for row in rows)], self.delimiter)

    def node_file(self, kind: NodeKind, nodes: Sequence[NodeRow]) -> str:
        fields = {field.name: field for field in self.vocabulary.node_columns(kind.label)}
        apart = {history.into for history in self.vocabulary.histories if history.label == kind.label}
        rows = [
            row
            for node in nodes
            for row in self.spread({name: value for name, value in node.props.items() if name not in apart}, fields)
        ]
        order = [
            *(field.name for field in (*kind.fields, *self.vocabulary.node_fields)),
            *(ref.column for ref in kind.refs if not ref.proven),
        ]
        return self.table(("id", "name"), rows, node_headers(self.vocabulary, kind), order)

    def tie_file(self, file: str, ties: Sequence[TieRow]) -> str:
        own = next((kind for kind in self.vocabulary.ties if kind.file == file), None)
        kinds = [own] if own else self.vocabulary.ties
        order = [
            "key",
            *(field.name for kind in kinds for field in kind.fields),
            *(field.name for field in self.vocabulary.tie_fields),
        ]
        first = ("source", "target") if own else ("source", "source_kind", "relation", "target", "target_kind")
        rows = [row for tie in ties for row in self.tie_rows(tie, linked=own is None)]
        return self.table(first, rows, tie_headers(self.vocabulary, own), order)

    def tie_rows(self, tie: TieRow, *, linked: bool) -> Iterator[CellsByColumn]:
        """The rows of a tie."""
        fields = {field.name: field for field in self.vocabulary.tie_columns(tie.type)}
        source, target = self.nodes[tie.source], self.nodes[tie.target]
        ends = {"source": guard_cell(str(source.props["id"])), "target": guard_cell(str(target.props["id"]))}
        if linked:
            ends |= {"relation": tie.type, "source_kind": self.kind(source), "target_kind": self.kind(target)}
        key = tie.uid.removeprefix(tie_uid(tie.type, tie.source, tie.target))
        if key.startswith("@"):
            ends["key"] = guard_cell(unquote(key[1:]))
        yield from (ends | row for row in self.spread(tie.props, fields))

    def spread(self, props: Mapping[str, Value], fields: Mapping[str, Field]) -> Iterator[CellsByColumn]:
        """The rows of one node or tie, as many as its longest list that no single cell may hold.

        Such a list was made of rows that differed in a text when they were read.
        """
        lists = {
            name: value
            for name, value in props.items()
            if isinstance(value, list) and not (name in fields and fields[name].many)
        }
        # All else stands in every row, so that the rows do not contradict each other when they are read.
        plain = {name: self.cell(value, fields.get(name)) for name, value in props.items() if name not in lists}
        for i in range(max(map(len, lists.values()), default=1)):
            yield (
                plain | {name: self.cell(items[i], fields.get(name)) for name, items in lists.items() if i < len(items)}
            )

    def kind(self, node: NodeRow) -> str:
        return self.vocabulary.node(node.label).name

    def history_files(self, nodes: Sequence[NodeRow], files: Iterable[str]) -> Iterator[tuple[str, str]]:
        for history in self.vocabulary.histories:
            rows = [
                (str(node.props["id"]), item)
                for node in nodes
                if node.label == history.label
                for item in _items(node.props.get(history.into))
            ]
            if rows or history.file in files:
                cells = ((guard_cell(id), *reversed(item.split(" ", 1))) for id, item in rows)
                yield history.file, _lines([(history.ref, history.field, "date"), *cells], self.delimiter)


def _items(value: Value | None) -> Sequence[str]:
    return value if isinstance(value, list) else ()
