"""Columns of the user's own that name other nodes: read as ties where that is proved, offered where it is not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sysmap.errors import Cause
from sysmap.messages import Message
from sysmap.schema import Ref, TieKind, Vocabulary
from sysmap.tables.headers import known_header
from sysmap.tables.marks import holds_weights, marked_node
from sysmap.tables.nodes import NodeTable
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import markers
from sysmap.tables.references import Index
from sysmap.tables.relations import BY_ENDS
from sysmap.tables.terms import tie_term
from sysmap.tables.text import fold_text, list_some, plain_header, show_cell

__all__ = ["headers_line", "with_more_ties"]

NAMES_NODES = Cause(
    "F231",
    "{header} names {kinds}: is each of them a {tie}? It was kept as a property of its own",
    "write {line} under [headers] in sysmap.toml, or {keep} if it is none",
)

MARKS = Cause(
    "F235",
    "{headers} hold marks for {kinds}: is each mark a {tie}? They were kept as properties of their own",
    "write {lines} under [headers] in sysmap.toml",
)

_TIES_BY = Message("{tie} from {header}")
_TIES_BY_MARKS = Message("{tie} from the marks under {headers}")
_KEPT = Message("{header} is kept as it is: it names no {kinds}")

_HALF = 0.5
_LEAST_IDS = 3
"""From so many different ids on a column of ids is told from a column of codes."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def headers_line(header: str, meaning: str) -> str:
    """The line under `[headers]` of sysmap.toml that says what a header means.

    >>> headers_line("Bermitra dengan", "PARTNERS_WITH")
    '"Bermitra dengan" = "PARTNERS_WITH"'
    """
    escaped = header.replace("\\", "\\\\").replace('"', '\\"')
    return f'{header if _BARE.fullmatch(header) else chr(34) + escaped + chr(34)} = "{meaning}"'


def with_more_ties(tables: Sequence[tuple[NodeTable, Notes]], vocabulary: Vocabulary) -> list[tuple[NodeTable, Notes]]:
    """The tables, whose columns of the user's own are ties where that is proved; others that may be are asked about.

    A question is about a column whose cells are mostly names of known nodes, or ids that are no plain numbers.
    """
    if not any(table.own for table, _ in tables):
        return list(tables)
    index = Index(vocabulary, [row for table, _ in tables for row in table.rows])
    return [(_Offers(table, index, notes).find(), notes) for table, notes in tables]


@dataclass
class _Offers:
    """A table of nodes while its columns of the user's own are looked through."""

    table: NodeTable
    index: Index
    notes: Notes

    def __post_init__(self) -> None:
        self.vocabulary = self.index.vocabulary
        self.kind = self.vocabulary.node(self.table.label)

    def find(self) -> NodeTable:
        settled = {header for header, meaning in self.vocabulary.header_synonyms.items() if not meaning}
        proven = [ref for ref in self.kind.refs if ref.proven]
        nothing = markers(self.table.sheet.read)
        marks = self.marked(settled)
        for marked, headers in marks.items():
            self.ask_marks(marked, headers)
        asked = {header for headers in marks.values() for header in headers}
        for meant, headers in self.grid(settled).items():
            self.table = self.table.with_marks(meant, headers)
            self.notes.understand(
                _TIES_BY_MARKS.filled(tie=tie_term(self.vocabulary.tie(meant.tie)), headers=list_some(headers))
            )
            asked |= {*headers}
            for header in headers:
                self.notes.withdraw_column(self.table.own[header] + 1)
        for header, column in self.table.own.items():
            distinct = dict.fromkeys(self.table.sheet.column(column))
            cells = [cell for cell in distinct if not nothing.names_nothing(cell)]
            if header in settled or header in asked or not cells:
                continue
            ref = next((ref for ref in proven if known_header(header, ref.spellings | ref.titles)), None)
            if ref:
                self.prove(header, ref, cells)
            elif label := self.named_label(cells):
                self.ask(header, label)
        return self.table

    def marked(self, settled: Collection[str]) -> dict[Ref, list[str]]:
        """The columns of marks for known nodes, by the reference column that the beginning of their headers means."""
        found: dict[Ref, list[str]] = {}
        for header, column in self.table.own.items():
            node = "" if header in settled else marked_node(self.table.sheet, column)
            for ref in self.kind.refs if node else ():
                if known_header(header.rpartition("/")[0], ref.spellings | ref.titles):
                    tie = self.vocabulary.tie(ref.tie)
                    if self.index.find(node, tie.targets if ref.outgoing else tie.sources):
                        found.setdefault(ref, []).append(header)
        return found

    def grid(self, settled: Collection[str]) -> dict[Ref, list[str]]:
        """The columns of marks or weights whose header is the name of another table's node, by the column that would name it."""
        found: dict[Ref, list[str]] = {}
        for header, column in self.table.own.items():
            if header in settled or not holds_weights(self.table.sheet, column):
                continue
            for ref in self.kind.refs:
                tie = self.vocabulary.tie(ref.tie)
                usual, _ = BY_ENDS.get(tie.ends[0], ("", ""))
                if usual == ref.tie and self.index.find(header, tie.targets if ref.outgoing else tie.sources):
                    found.setdefault(ref, []).append(header)
        return found

    def ask_marks(self, ref: Ref, headers: Sequence[str]) -> None:
        """Ask once whether the marks of several columns are ties."""
        tie = self.vocabulary.tie(ref.tie)
        self.notes.question(
            self.table.sheet.header_line,
            self.table.own[headers[0]] + 1,
            MARKS,
            headers=list_some(map(show_cell, headers), 3),
            kinds=self.vocabulary.node((tie.targets if ref.outgoing else tie.sources)[0]).plural.lower_first(),
            tie=tie_term(tie),
            lines=list_some([headers_line(header, ref.tie) for header in headers], 20),
        )

    def prove(self, header: str, ref: Ref, cells: Sequence[str]) -> None:
        """Read a column as ties where half of its cells name nodes of the other end."""
        tie = self.vocabulary.tie(ref.tie)
        labels = tie.targets if ref.outgoing else tie.sources
        named = sum(
            any(self.index.find(part, labels) for part in self.index.split(cell, labels).texts) for cell in cells
        )
        if named >= _HALF * len(cells):
            self.notes.understand(_TIES_BY.filled(tie=tie.title.lower_first(), header=show_cell(header)))
            self.notes.withdraw_column(self.table.own[header] + 1)
            self.table = self.table.with_ref(ref, header)
        else:
            kinds = self.vocabulary.node(labels[0]).plural.lower_first()
            self.notes.understand(_KEPT.filled(header=show_cell(header), kinds=kinds))

    def named_label(self, cells: Sequence[str]) -> str | None:
        """The label of the nodes that most of these cells name; None where most of them name none."""
        for label in self.index.labels:
            parts = [self.index.split(cell, (label,)).texts for cell in cells]
            found = {part for each in parts for part in each if self.index.find(part, (label,))}
            whole = sum(found.issuperset(each) for each in parts)
            ids = {part for part in found if not part.strip().isdecimal()}
            named = any(self.is_name(part, label) for part in found if not part.strip().isdecimal())
            if whole > _HALF * len(cells) and (len(ids) >= _LEAST_IDS or named):
                return label
        return None

    def is_name(self, text: str, label: str) -> bool:
        """Whether a text is the name of a node of this label."""
        named = [self.index.node(uid).props["name"] for uid in self.index.find(text, (label,))]
        return fold_text(text) in {fold_text(str(name)) for name in named}

    def ask(self, header: str, label: str) -> None:
        """Ask whether a column is ties of the kind that fits best."""
        if (tie := self.fitting_tie(header, label)) is None:
            return
        self.notes.question(
            self.table.sheet.header_line,
            self.table.own[header] + 1,
            NAMES_NODES,
            header=show_cell(header),
            kinds=self.vocabulary.node(label).plural.lower_first(),
            tie=tie_term(tie),
            line=headers_line(header, tie.type),
            keep=headers_line(header, ""),
        )

    def fitting_tie(self, header: str, label: str) -> TieKind | None:
        """The kind of tie that a header speaks of, else the one that usually joins nodes of these labels."""
        pairs = ((self.kind.label, label), (label, self.kind.label))
        fitting = [kind for kind in self.vocabulary.ties if set(pairs) & set(kind.ends)]
        named = [kind for kind in fitting if plain_header(header) in kind.spellings | kind.titles]
        usual = {BY_ENDS[pair][0] for pair in pairs if pair in BY_ENDS}
        return next((kind for kind in (*named, *(kind for kind in fitting if kind.type in usual), *fitting)), None)
