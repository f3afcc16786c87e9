"""Which tie a row is: its relation's text, its ends, and what the one says of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from sysmap.errors import nearest
from sysmap.schema import TieKind, Vocabulary
from sysmap.tables.cells import known_choice
from sysmap.tables.notes import Notes
from sysmap.tables.references import Index, Labels, kinds_by_name
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import clean_text, join_names, plain_header, show_cell

__all__ = ["BY_ENDS", "Found", "TieTable", "find_ties", "kinds_by_relation"]

BY_ENDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Stakeholder", "Problem"): ("WORKS_ON", "role"),
    ("Stakeholder", "Innovation"): ("TAKES_PART_IN", "role"),
    ("Stakeholder", "Stakeholder"): ("RELATES_TO", "kind"),
}
"""What a text that is no known relation becomes between two labels, and which field keeps the text."""
CAUSAL = "INFLUENCES"
"""The tie of a file that has polarities and says no relation."""


_Key = tuple[str, str, str]
"""What a row says of its kind: its relation, source_kind and target_kind, as written."""


@dataclass(frozen=True, slots=True)
class TieTable:
    """A sheet of ties: `own` where the whole file is of one kind; `columns` its structural columns; `causal` if it has polarities."""

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

    def saying(self) -> Iterable[_Key]:
        """What each row says of its kind."""
        return zip(self.cells("relation"), self.cells("source_kind"), self.cells("target_kind"), strict=True)


class Found(NamedTuple):
    """A tie found in row `row`: its kind, its ends, and the relation's text where that is to be kept in `field`."""

    row: int
    kind: TieKind
    source: str
    target: str
    field: str = ""
    text: str = ""


@dataclass(slots=True)
class _Plan:
    """What rows of one relation, source_kind and target_kind may be."""

    sources: Labels
    targets: Labels
    pairs: dict[tuple[str, str], tuple[TieKind, str]]
    text: str = ""
    problem: str = ""
    remedy: str = ""
    column: str = ""


def kinds_by_relation(vocabulary: Vocabulary) -> dict[str, list[TieKind]]:
    """Spelling of a relation -> the kinds of tie it may mean."""
    found: dict[str, list[TieKind]] = {}
    for kind in vocabulary.ties:
        for spelling in kind.spellings:
            found.setdefault(plain_header(spelling), []).append(kind)
    titled: dict[str, list[TieKind]] = {}
    for kind in vocabulary.ties:
        for title in kind.titles:
            titled.setdefault(plain_header(title), []).append(kind)
    return titled | found


def find_ties(table: TieTable, index: Index, notes: Notes) -> Iterator[Found]:
    """Every tie of a table whose ends are known; all else is noted, texts that are no relation once for each kind they became."""
    finder = _Finder(table, index, notes)
    yield from finder.found()
    finder.say_relations()


@dataclass
class _Finder:
    table: TieTable
    index: Index
    notes: Notes
    plans: dict[_Key, _Plan] = field(default_factory=dict)
    said: dict[str, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.vocabulary = self.index.vocabulary
        self.relations = kinds_by_relation(self.vocabulary)
        self.labels = kinds_by_name(self.vocabulary)

    def found(self) -> Iterator[Found]:
        table, find, label_of, plans = self.table, self.index.find, self.index.label_of, self.plans
        ends = zip(table.cells("source"), table.cells("target"), strict=True)
        for i, ((source, target), key) in enumerate(zip(ends, table.saying(), strict=True)):
            plan = plans.get(key) or self.plan(key)
            sources, targets = find(source, plan.sources), find(target, plan.targets)
            # Nearly every row is one plain tie; what is more takes the slow road.
            if len(sources) == 1 == len(targets):
                known = plan.pairs.get((label_of[sources[0]], label_of[targets[0]]))
                if known:
                    yield self.tie(i, plan, known, sources[0], targets[0])
                    continue
            yield from self.slowly(i, plan, table.sheet.rows[i])

    def tie(self, row: int, plan: _Plan, known: tuple[TieKind, str], source: str, target: str) -> Found:
        kind, into = known
        if not (into and plan.text):
            return Found(row, kind, source, target)
        self.said.setdefault(kind.type, {}).setdefault(plan.text, row)
        owned = next(one for one in kind.fields if one.name == into)
        return Found(row, kind, source, target, into, known_choice(owned, plan.text) or plan.text)

    def plan(self, key: _Key) -> _Plan:
        plan = self.plans[key] = self.made(*map(str.strip, key))
        return plan

    def made(self, relation: str, source_kind: str, target_kind: str) -> _Plan:
        kinds = [self.table.own] if self.table.own else self.relations.get(plain_header(relation), []) if relation else []
        pairs = {pair: (kind, "") for kind in reversed(kinds) for pair in kind.ends}
        pairs = pairs or {pair: (self.vocabulary.tie(type), into) for pair, (type, into) in BY_ENDS.items() if self.has(type)}
        if not relation and self.table.causal:
            pairs |= {pair: (self.vocabulary.tie(CAUSAL), "") for pair in self.vocabulary.tie(CAUSAL).ends}
        plan = _Plan(self.index.labels, self.index.labels, pairs, clean_text(relation))
        if kinds:
            plan.sources = tuple(dict.fromkeys(source for source, _ in pairs))
            plan.targets = tuple(dict.fromkeys(target for _, target in pairs))
        plan.sources = self.narrowed(plan, plan.sources, source_kind, "source_kind")
        plan.targets = self.narrowed(plan, plan.targets, target_kind, "target_kind")
        return plan

    def has(self, type: str) -> bool:
        return any(kind.type == type for kind in self.vocabulary.ties)

    def narrowed(self, plan: _Plan, labels: Labels, said: str, column: str) -> Labels:
        if not said:
            return labels
        label = self.labels.get(plain_header(said))
        if label is None:
            close = nearest(said, [kind.name for kind in self.vocabulary.nodes])
            plan.problem, plan.column = f"{column} {show_cell(said)} is no kind of node", column
            plan.remedy = f"did you mean {' or '.join(close)}?" if close else "known: " + ", ".join(kind.name for kind in self.vocabulary.nodes)
            return labels
        return (label,)

    def slowly(self, i: int, plan: _Plan, row: Sequence[str]) -> Iterator[Found]:
        """A row that is not one plain tie: several references in a cell, several candidates, or a fault."""
        if plan.problem:
            self.error(i, plan.column, plan.problem, plan.remedy)
            return
        ends = [self.end(i, row, "source", plan.sources, plan), self.end(i, row, "target", plan.targets, plan)]
        # Ends that may each mean several nodes are often told apart by what the relation can join.
        for (_, sources), (_, targets) in product(*ends):
            fitting = [(s, t, known) for s, t in product(sources, targets) if (known := self.known(plan, s, t))]
            if len(fitting) == 1:
                source, target, known = fitting[0]
                yield self.tie(i, plan, known, source, target)
            elif fitting:
                column, found = ("source", sources) if len(sources) > 1 else ("target", targets)
                self.error(i, column, *self.index.ambiguous(self.table.cell(row, column), found))
            else:
                self.error(i, "relation", *self.misfit(plan, sources[0], targets[0]))

    def end(self, i: int, row: Sequence[str], column: str, labels: Labels, plan: _Plan) -> list[tuple[str, tuple[str, ...]]]:
        cell = self.table.cell(row, column)
        if not cell:
            self.error(i, column, f"{column} is blank", "write the id or the name of a node, or take the row out")
            return []
        # A word such as `supports` names a tie to a problem, and is said of people too: then the ends decide.
        wide = self.index.labels if self.is_word(plan) else labels
        found = [(text, self.index.find(text, labels) or self.index.find(text, wide)) for text in self.index.split(cell, labels)]
        for text, uids in found:
            if not uids:
                self.error(i, column, *self.index.dangling(text, labels))
        return [(text, uids) for text, uids in found if uids]

    def is_word(self, plan: _Plan) -> bool:
        return bool(plan.text) and not self.table.own and not self.has(plan.text.upper().replace(" ", "_"))

    def known(self, plan: _Plan, source: str, target: str) -> tuple[TieKind, str] | None:
        pair = self.index.label_of[source], self.index.label_of[target]
        if pair in plan.pairs or not self.is_word(plan) or pair not in BY_ENDS:
            return plan.pairs.get(pair)
        type, into = BY_ENDS[pair]
        return (self.vocabulary.tie(type), into) if self.has(type) else None

    def misfit(self, plan: _Plan, source: str, target: str) -> tuple[str, str]:
        pair = tuple(self.vocabulary.node(self.index.label_of[uid]).title.render("en").lower() for uid in (source, target))
        fitting = [kind.type for kind in self.vocabulary.ties if (self.index.label_of[source], self.index.label_of[target]) in kind.ends]
        what = f"relation {show_cell(plan.text)}" if plan.text else (self.table.own.type if self.table.own else "a row without a relation")
        return f"{what} cannot join {pair[0]} to {pair[1]}", f"known between them: {', '.join(fitting)}" if fitting else "nothing joins these two"

    def error(self, i: int, column: str, problem: str, remedy: str) -> None:
        self.notes.error(self.table.sheet.lines[i], self.table.columns.get(column, -1) + 1, problem, remedy)

    def say_relations(self) -> None:
        """One warning for each kind of tie that unknown relations became."""
        into = dict(BY_ENDS.values())
        for type, texts in sorted(self.said.items()):
            first, row = next(iter(texts.items()))
            text = f"{join_names(map(show_cell, texts), 3)} {'are' if len(texts) > 1 else 'is'} no known relation; taken as {type} with the text as {into[type]}"
            close = nearest(first, [kind.type.lower() for kind in self.vocabulary.ties], 1)
            self.notes.warning(self.table.sheet.lines[row], self.table.columns.get("relation", -1) + 1, text,
                               f"did you mean {close[0]}?" if close else "nothing to do, or declare a tie of that name in sysmap.toml")
