"""Which tie a row is: what its relation may mean, which nodes its ends are, and which kinds of tie can join them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import product
from typing import NamedTuple

from sysmap.errors import Cause, nearest
from sysmap.messages import AnyText, Listing, Message
from sysmap.schema import TieKind, Vocabulary
from sysmap.tables.cells import known_choice
from sysmap.tables.notes import Notes, did_you_mean
from sysmap.tables.references import Index, Labels, Place, kinds_by_name
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import Term, field_term, kind_term, tie_term
from sysmap.tables.text import clean_text, list_some, plain_header, show_cell

__all__ = ["BY_ENDS", "RowTie", "TieTable", "find_ties", "kinds_by_relation"]

UNKNOWN_KIND = Cause("F071", "{header} {value} is not a kind of node", "choose {kinds}")
BLANK_END = Cause("F072", "{header} is blank", "write the id or the name of a node, or take the row out")
RELATION_MISFITS = Cause("F073", "{header} {relation} cannot join {source} to {target}", "known between them: {ties}")
TIE_MISFITS = Cause("F074", "{tie} cannot join {source} to {target}", "known between them: {ties}")
NOTHING_MISFITS = Cause(
    "F075", "a row without a relation cannot join {source} to {target}", "known between them: {ties}"
)
UNKNOWN_RELATIONS = Cause(
    "F076", "not a known relation: {relations}", "nothing to do, or declare a tie of that name in sysmap.toml"
)

SIGN = Cause(
    "F233", "{relation} is a sign, and {tie} has none; it was left out", "write what the one does for the other"
)

_SIGNS = frozenset(("+", "-", "++", "--", "\u2212", "\u2013", "\u00b1", "?"))
_TAKEN_AS = Message("{words} (taken as {tie} with the text as {field})")
_SAY_KINDS = Message("write the id, or say {source_kind} and {target_kind}")
_NOTHING_JOINS = Message("nothing joins these two")

BY_ENDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Stakeholder", "Problem"): ("WORKS_ON", "role"),
    ("Stakeholder", "Innovation"): ("TAKES_PART_IN", "role"),
    ("Stakeholder", "Stakeholder"): ("RELATES_TO", "kind"),
}
"""What a text that is no known relation becomes between two labels, and which field keeps the text."""
CAUSAL = "INFLUENCES"
"""The tie of a file that has polarities and says no relation."""

Relation = tuple[str, str, str]
"""What a row says of the kind of its tie: its relation, source_kind and target_kind, as written."""


@dataclass(frozen=True, slots=True)
class TieTable:
    """A sheet of ties. `own` is its kind where the whole file is of one kind; `causal`: it has polarities.

    `columns` are the indexes of its structural columns: source, target, relation, source_kind, target_kind, key.
    """

    sheet: Sheet
    own: TieKind | None
    columns: Mapping[str, int]
    causal: bool = False

    def cell(self, row: Sequence[str], column: str) -> str:
        """A structural cell, blank where the file has no such column."""
        index = self.columns.get(column)
        return "" if index is None else row[index].strip()

    def cells(self, column: str) -> Sequence[str]:
        """A structural column, as written; blanks where the file has no such column."""
        index = self.columns.get(column)
        return [""] * len(self.sheet.rows) if index is None else self.sheet.column(index)

    def ends(self) -> Iterator[tuple[int, int, str]]:
        """Line, column number and text of the cells of both ends."""
        for end in ("source", "target"):
            for line, cell in zip(self.sheet.lines, self.cells(end), strict=True):
                yield line, self.columns[end] + 1, cell

    def relations(self) -> Iterable[Relation]:
        """What each row says of the kind of its tie."""
        return zip(self.cells("relation"), self.cells("source_kind"), self.cells("target_kind"), strict=True)


class RowTie(NamedTuple):
    """A tie that row `row` is.

    Its kind, its ends' uids, and the relation's text where that is to be kept in `field`.
    """

    row: int
    kind: TieKind
    source: str
    target: str
    field: str = ""
    text: str = ""


_PlainEnd = tuple[str, str]
"""Uid and label of the one node that a cell means."""


class _PlainEnds(dict[str, _PlainEnd | None]):
    """Cell -> the one node of some labels that it means at first sight; None where it needs a closer look."""

    def __init__(self, index: Index, labels: Labels) -> None:
        super().__init__()
        self.index, self.labels = index, labels

    def __missing__(self, cell: str) -> _PlainEnd | None:
        uids = self.index.find(cell, self.labels)
        plain = len(uids) == 1 and cell.strip() not in self.index.renumbered
        self[cell] = (uids[0], self.index.label_of[uids[0]]) if plain else None
        return self[cell]


@dataclass(slots=True)
class _Meaning:
    """What rows of one relation, source_kind and target_kind may mean.

    `sources` and `targets` are the labels that their ends may have. `pairs` maps the labels of both ends to the kind of
    tie that joins them and the field that keeps the relation's `text`, which is empty where the text is the kind's own.
    `fault`, where there is one, notes at a line what is wrong with every such row. `plain_sources` and
    `plain_targets` tell what the cells of its ends mean at first sight.
    """

    sources: Labels
    targets: Labels
    pairs: dict[tuple[str, str], tuple[TieKind, str]]
    text: str = ""
    fault: Callable[[int], None] | None = None
    plain_sources: Mapping[str, _PlainEnd | None] = field(default_factory=dict)
    plain_targets: Mapping[str, _PlainEnd | None] = field(default_factory=dict)


def kinds_by_relation(vocabulary: Vocabulary) -> dict[str, list[TieKind]]:
    """Header key of a relation -> the kinds of tie that it may mean."""
    spelled: dict[str, list[TieKind]] = {}
    titled: dict[str, list[TieKind]] = {}
    for kind in vocabulary.ties:
        for spelling in kind.spellings:
            spelled.setdefault(plain_header(spelling), []).append(kind)
        for title in kind.titles:
            titled.setdefault(plain_header(title), []).append(kind)
    return titled | spelled


def find_ties(table: TieTable, index: Index, notes: Notes) -> Iterator[RowTie]:
    """Every tie of a table whose ends are known; all else is noted, unknown relations once."""
    finder = _Finder(table, index, notes)
    yield from finder.find()
    finder.note_relations()


@dataclass
class _Finder:
    table: TieTable
    index: Index
    notes: Notes
    meanings: dict[Relation, _Meaning] = field(default_factory=dict)
    kept_texts: dict[str, dict[str, int]] = field(default_factory=dict)
    """Type of tie -> the unknown relations that became it, each with its first row."""
    plain: dict[Labels, _PlainEnds] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.vocabulary = self.index.vocabulary
        self.kinds_by_relation = kinds_by_relation(self.vocabulary)
        self.labels = kinds_by_name(self.vocabulary)

    def find(self) -> Iterator[RowTie]:
        table, meanings = self.table, self.meanings
        ends = zip(table.cells("source"), table.cells("target"), strict=True)
        for i, ((source, target), relation) in enumerate(zip(ends, table.relations(), strict=True)):
            meaning = meanings.get(relation) or self.meaning(relation)
            begin, end = meaning.plain_sources[source], meaning.plain_targets[target]
            known = meaning.pairs.get((begin[1], end[1])) if begin and end else None
            # Nearly every row is one plain tie; all others take the slow road.
            if not (begin and end and known):
                yield from self.find_slowly(i, meaning, table.sheet.rows[i])
            elif known[1] and meaning.text:
                yield self.tie(i, meaning, known, begin[0], end[0])
            else:
                yield RowTie(i, known[0], begin[0], end[0])

    def tie(self, row: int, meaning: _Meaning, known: tuple[TieKind, str], source: str, target: str) -> RowTie:
        kind, into = known
        if into and meaning.text in _SIGNS:
            self.notes.warning(*self.place(row, "relation"), SIGN, relation=show_cell(meaning.text), tie=tie_term(kind))
            return RowTie(row, kind, source, target)
        if not (into and meaning.text):
            return RowTie(row, kind, source, target)
        self.kept_texts.setdefault(kind.type, {}).setdefault(meaning.text, row)
        owner = next(field for field in kind.fields if field.name == into)
        return RowTie(row, kind, source, target, into, known_choice(owner, meaning.text) or meaning.text)

    def meaning(self, relation: Relation) -> _Meaning:
        """What rows of this relation may mean; each relation is thought about once."""
        meaning = self.meanings[relation] = self.interpret(*map(str.strip, relation))
        meaning.plain_sources, meaning.plain_targets = (
            self.plain_ends(meaning.sources),
            self.plain_ends(meaning.targets),
        )
        return meaning

    def plain_ends(self, labels: Labels) -> _PlainEnds:
        """What cells mean at first sight among nodes of these labels."""
        return self.plain.setdefault(labels, _PlainEnds(self.index, labels))

    def interpret(self, relation: str, source_kind: str, target_kind: str) -> _Meaning:
        kinds = (
            [self.table.own]
            if self.table.own
            else self.kinds_by_relation.get(plain_header(relation), [])
            if relation
            else []
        )
        pairs = {pair: (kind, "") for kind in reversed(kinds) for pair in kind.ends}
        # A relation that nobody knows, or none at all, may be anything: then the labels of the ends decide.
        pairs = pairs or {
            pair: (self.vocabulary.tie(type), into) for pair, (type, into) in BY_ENDS.items() if self.has(type)
        }
        if not relation and self.table.causal:
            pairs |= {pair: (self.vocabulary.tie(CAUSAL), "") for pair in self.vocabulary.tie(CAUSAL).ends}
        meaning = _Meaning(self.index.labels, self.index.labels, pairs, clean_text(relation))
        if kinds:
            meaning.sources = tuple(dict.fromkeys(source for source, _ in pairs))
            meaning.targets = tuple(dict.fromkeys(target for _, target in pairs))
        meaning.sources = self.narrow(meaning, meaning.sources, source_kind, "source_kind")
        meaning.targets = self.narrow(meaning, meaning.targets, target_kind, "target_kind")
        return meaning

    def has(self, type: str) -> bool:
        return any(kind.type == type for kind in self.vocabulary.ties)

    def narrow(self, meaning: _Meaning, labels: Labels, kind_name: str, column: str) -> Labels:
        """The labels an end may have where the row says its kind; an unknown kind becomes the meaning's fault."""
        if not kind_name:
            return labels
        label = self.labels.get(plain_header(kind_name))
        if label is None:
            meaning.fault = partial(self.note_unknown_kind, kind_name=kind_name, column=column)
            return labels
        return (label,)

    def find_slowly(self, i: int, meaning: _Meaning, row: Sequence[str]) -> Iterator[RowTie]:
        """A row that is not one plain tie: several references in a cell, several candidates, or a fault."""
        if meaning.fault:
            meaning.fault(i)
            return
        ends = [
            self.end(i, row, "source", meaning.sources, meaning),
            self.end(i, row, "target", meaning.targets, meaning),
        ]
        # Ends that may each mean several nodes are often told apart by what the relation can join.
        for (_, sources), (_, targets) in product(*ends):
            fitting = [(s, t, known) for s, t in product(sources, targets) if (known := self.known(meaning, s, t))]
            if len(fitting) == 1:
                source, target, known = fitting[0]
                yield self.tie(i, meaning, known, source, target)
            elif fitting:
                column, uids = ("source", sources) if len(sources) > 1 else ("target", targets)
                kinds = {self.index.label_of[uid] for uid in uids}
                remedy = (
                    _SAY_KINDS.filled(source_kind=self.header("source_kind"), target_kind=self.header("target_kind"))
                    if len(kinds) > 1
                    else ""
                )
                self.index.note_several(
                    self.notes, *self.place(i, column), self.table.cell(row, column), uids, remedy=remedy
                )
            else:
                self.note_misfit(i, meaning, sources[0], targets[0])

    def end(
        self, i: int, row: Sequence[str], column: str, labels: Labels, meaning: _Meaning
    ) -> list[tuple[str, tuple[str, ...]]]:
        """Each reference in the cell of one end, with the uids it may mean.

        What means nothing is noted and left out.
        """
        cell = self.table.cell(row, column)
        place = Place(self.notes, *self.place(i, column))
        if not cell and self.table.sheet.origin:
            return []  # a name of the grid without ties
        if not cell:
            self.notes.warning(place.line, place.column, BLANK_END, header=self.header(column))
            return []
        # A word such as `supports` names a tie to a problem, and is said of people too: then the ends decide.
        wide = self.index.labels if self.is_word(meaning) else ()
        return self.index.resolve(cell, labels, place, wide=wide, nobody=self.zero)

    @cached_property
    def zero(self) -> frozenset[str]:
        """`0`, where it is a tie to nobody: among ends that are names."""
        ends = {cell.strip() for column in ("source", "target") for cell in set(self.table.cells(column))} - {"0"}
        return frozenset() if any(map(str.isdecimal, ends)) else frozenset("0")

    def is_word(self, meaning: _Meaning) -> bool:
        """Whether the relation is a word of everyday speech, and not the type of a tie."""
        return bool(meaning.text) and not self.table.own and not self.has(meaning.text.upper().replace(" ", "_"))

    def known(self, meaning: _Meaning, source: str, target: str) -> tuple[TieKind, str] | None:
        """The kind of tie that joins two nodes, and the field that keeps the relation's text.

        None where no kind can.
        """
        pair = self.index.label_of[source], self.index.label_of[target]
        if pair in meaning.pairs or not self.is_word(meaning) or pair not in BY_ENDS:
            return meaning.pairs.get(pair)
        type, into = BY_ENDS[pair]
        return (self.vocabulary.tie(type), into) if self.has(type) else None

    def place(self, i: int, column: str) -> tuple[int, int]:
        """Line and column of a structural cell; column 0 where the file has no such column."""
        return self.table.sheet.lines[i], self.table.columns.get(column, -1) + 1

    def header(self, column: str) -> AnyText:
        """What a structural column is called: its header in the file, or the header to write."""
        if column in self.table.columns:
            return self.table.sheet.header[self.table.columns[column]]
        return field_term(next(field for field in self.vocabulary.headers if field.name == column))

    def note_unknown_kind(self, i: int, kind_name: str, column: str) -> None:
        terms = {kind.name: kind_term(kind) for kind in self.vocabulary.nodes}
        self.notes.error(
            *self.place(i, column),
            UNKNOWN_KIND,
            remedy=did_you_mean(terms[name] for name in nearest(kind_name, terms)),
            header=self.header(column),
            value=show_cell(kind_name),
            kinds=Listing(terms.values(), "or"),
        )

    def note_misfit(self, i: int, meaning: _Meaning, source: str, target: str) -> None:
        """Note a row whose kind of tie cannot join its ends."""
        pair = self.index.label_of[source], self.index.label_of[target]
        fitting = [tie_term(kind) for kind in self.vocabulary.ties if pair in kind.ends]
        own = self.table.own
        cause = RELATION_MISFITS if meaning.text else TIE_MISFITS if own else NOTHING_MISFITS
        titles = [self.vocabulary.node(label).title.lower_first() for label in pair]
        self.notes.error(
            *self.place(i, "relation"),
            cause,
            remedy="" if fitting else _NOTHING_JOINS,
            ties=Listing(fitting),
            header=self.header("relation"),
            relation=show_cell(meaning.text),
            tie=tie_term(own) if own else "",
            source=titles[0],
            target=titles[1],
        )

    def note_relations(self) -> None:
        """One warning for all unknown relations, with the kind of tie that each became."""
        fields = dict(BY_ENDS.values())
        names = {kind.type.lower(): Term(kind.type.lower(), kind.title.lower_first()) for kind in self.vocabulary.ties}
        taken = []
        for type, texts in sorted(self.kept_texts.items()):
            kind = self.vocabulary.tie(type)
            into = field_term(next(field for field in kind.fields if field.name == fields[type]))
            taken.append(_TAKEN_AS.filled(words=list_some(map(show_cell, texts)), tie=tie_term(kind), field=into))
        if taken:
            words = {text: row for texts in self.kept_texts.values() for text, row in texts.items()}
            first = min(words, key=words.__getitem__)
            self.notes.warning(
                *self.place(words[first], "relation"),
                UNKNOWN_RELATIONS,
                remedy=did_you_mean(names[name] for name in nearest(first, names, 1)) if len(words) == 1 else "",
                relations=Listing(taken),
            )
