"""Which rows of a file of nodes are one node: by id, by name where there is no id, by what somebody declared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sysmap.errors import Cause
from sysmap.messages import AnyText, Listing, plural
from sysmap.schema import NodeKind
from sysmap.tables.cell import says_nothing
from sysmap.tables.cells import OWN
from sysmap.tables.ids import note_cut_digits
from sysmap.tables.naming.joining import ALIASES, Claim, Joining, join_names
from sysmap.tables.naming.spelling import choose_spelling
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import Markers, markers
from sysmap.tables.rows import Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import clean_text, fold_text, make_ids, show_cell, split_parts, unguard_cell

__all__ = ["Identifier", "Identities"]

NO_ID = Cause(
    "F053", "the row has no {id} and no {columns}, and was left out", "fill in {columns}, or take the row out"
)
IDS_MADE = Cause(
    "F054",
    "{nodes} without {id}: it was made from {columns}",
    "add a column {id}, so that a name may change and the node stay",
)
TWO_NAMES = Cause(
    "F330", "{id} is {name} here and {other} on line {line}", "give one of them another {header}, or write one name"
)
ANOTHER_SPELLING = Cause(
    "F331",
    "{name} was taken for {other}: they differ in case, blanks or invisible characters only",
    "nothing to do, or write the same name",
)
NAMES_NOTHING = Cause("F332", "{name} names nothing; the row is called by its {id}", "write the name")

_NODES = plural("{n} node", "{n} nodes")
_JOINED = plural("{n} name joined to another, as declared", "{n} names joined to others, as declared")

_CODE = re.compile(r"[A-Z]{2}")


@dataclass(slots=True)
class Identities:
    """The id of each row, None where it is left out, and by id the name of each node.

    `joining` is what the declared names come to. `told` are the rows of which is said already why they are a node that
    another row is too.
    """

    ids: list[str | None]
    names: dict[str, str]
    joining: Joining
    told: set[int]

    def classes(self) -> dict[str, list[int]]:
        """Id -> its rows, for every node."""
        rows: dict[str, list[int]] = {}
        for i, id in enumerate(self.ids):
            if id:
                rows.setdefault(id, []).append(i)
        return rows


@dataclass
class Identifier:
    """The rows of one sheet of nodes while it is found out who they are.

    `found` are the indexes of its declared columns, `columns` their values by name (all but id, name and aliases);
    `header` says what the reader calls a column. `told` are the rows of which is said why they are a node that another
    row is too.
    """

    sheet: Sheet
    kind: NodeKind
    found: Mapping[str, int]
    columns: Mapping[str, Sequence[Value | None]]
    header: Callable[[str], AnyText]
    notes: Notes
    told: set[int] = field(default_factory=set)

    def identify(self, claims: Iterable[Claim]) -> Identities:
        """Which node each row is. `claims` are names that were declared to mean one and the same."""
        words = markers(self.sheet.read)
        names = self.cells("name", lambda cell: "" if words.names_nothing(cell) else clean_text(cell))
        written = self.written_ids(words)
        if "id" in self.found:
            note_cut_digits(zip(self.sheet.lines, written, strict=True), self.found["id"] + 1, self.notes)
        ids = self.complete(written, names)
        named = self.name_nodes(ids, names, written)
        self.note_nothing(ids, names)
        taken = set(written)
        joining = join_names(named, [*claims, *self.column_claims(ids, words)], taken.__contains__)
        if joining.root:
            self.notes.understand(_JOINED.counted(len(joining.root)))
        root = joining.root
        # Of the node that stands for several the first row is told too: it need not be the first of all.
        first = {id: i for i, id in reversed(list(enumerate(ids)))} if root else {}
        self.told |= {i for i, id in enumerate(ids) if id in root} | {first[id] for id in root.values()}
        return Identities([root.get(id, id) if id else None for id in ids], named, joining, self.told)

    def cells(self, name: str, clean: Callable[[str], str]) -> list[str]:
        """A column, each distinct cell cleaned once; blanks where the file does not have it."""
        if name not in self.found:
            return [""] * len(self.sheet.rows)
        cells = self.sheet.column(self.found[name])
        cleaned = {cell: clean(cell) for cell in set(cells)}
        return [cleaned[cell] for cell in cells]

    def written_ids(self, words: Markers) -> list[str]:
        """The id that each row writes; blank where it writes none. `NA` is one among other codes of two letters."""
        cells = set(self.cells("id", str.strip))
        nothing = {cell for cell in cells if words.names_nothing(cell)}
        others = cells - nothing
        if len(others) > 1 and all(map(_CODE.fullmatch, others)):
            nothing = {cell for cell in nothing if not _CODE.fullmatch(cell)}
        self.note_no_ids({cell for cell in nothing if fold_text(cell)})
        return self.cells("id", lambda cell: "" if cell.strip() in nothing else unguard_cell(cell.strip()))

    def note_no_ids(self, nothing: Collection[str]) -> None:
        """Note each cell of the column of ids that says nothing, though it is not blank."""
        index = self.found.get("id", -1)
        for line, row in zip(self.sheet.lines, self.sheet.rows, strict=True) if nothing else ():
            if (cell := row[index].strip()) in nothing:
                fault = says_nothing(OWN, cell).fault(self.notes.file, line, index + 1, self.sheet.header[index])
                self.notes.faults.append(fault)

    def complete(self, written: Sequence[str], names: Sequence[str]) -> list[str | None]:
        """The id of each row: as written, else that of the one node of its name, else made from its columns."""
        if all(written):
            return list(written)
        sources = {i: text for i, id in enumerate(written) if not id and (text := self.source(i, names))}
        folded = {text: fold_text(text) for text in set(sources.values())}
        spellings: dict[str, Counter[str]] = {}
        for text, count in Counter(sources.values()).items():
            spellings.setdefault(folded[text], Counter())[text] = count
        known = self.ids_by_name(written, names, spellings)
        chosen = {key: choose_spelling(counts) for key, counts in spellings.items() if len(known.get(key, ())) != 1}
        made = make_ids(chosen.values(), written)
        id_of = {key: made[chosen[key]] if key in chosen else next(iter(known[key])) for key in spellings}
        self.note_made(len(chosen), written, sources)
        return [id or (id_of[folded[sources[i]]] if i in sources else None) for i, id in enumerate(written)]

    def ids_by_name(
        self, written: Sequence[str], names: Sequence[str], keys: Iterable[str]
    ) -> Mapping[str, Mapping[str, None]]:
        """Folded name, of those asked for -> the ids that are written beside it."""
        known: dict[str, dict[str, None]] = {}
        if self.kind.id_from == ("name",) and any(written):
            asked = set(keys)
            for id, name in zip(written, names, strict=True):
                if id and name and (key := fold_text(name)) in asked:
                    known.setdefault(key, {})[id] = None
        return known

    def source(self, row: int, names: Sequence[str]) -> str:
        """What the id of a row is made from; blank where its columns say nothing."""
        parts = []
        for name in self.kind.id_from:
            if name == "name":
                value: Value | None = names[row]
            elif name in self.columns:
                value = self.columns[name][row]
            else:
                value = self.sheet.rows[row][self.found[name]].strip() if name in self.found else None
            if value is not None and value != "":
                parts.append(str(value))
        return " ".join(parts)

    def note_made(self, count: int, written: Sequence[str], sources: Mapping[int, str]) -> None:
        """Note the rows of which no id can be made, and how many nodes got one."""
        columns = [self.header(name) for name in self.kind.id_from]
        for i, (line, id) in enumerate(zip(self.sheet.lines, written, strict=True)):
            if not id and i not in sources:
                self.notes.lose(line, 0, NO_ID, id=self.header("id"), columns=Listing(columns, "or"))
        if count:
            self.notes.warning(
                0, 0, IDS_MADE, nodes=_NODES.counted(count), id=self.header("id"), columns=Listing(columns)
            )

    def name_nodes(self, ids: Sequence[str | None], names: Sequence[str], written: Sequence[str]) -> dict[str, str]:
        """Id -> name of each node. Of names that are equal after folding one is chosen; other names are a fault."""
        texts = [
            name or ("" if id is None or written[i] else self.source(i, names))
            for i, (id, name) in enumerate(zip(ids, names, strict=True))
        ]
        chosen: dict[str, str] = {}
        several: dict[str, Counter[str]] = {}
        for id, text in zip(ids, texts, strict=True):
            if id and chosen.setdefault(id, text) != text:
                several[id] = Counter()
                chosen[id] = chosen[id] or text
        for id, text in zip(ids, texts, strict=True):
            if id in several and text:
                several[id][text] += 1
        for id, counts in several.items():
            key = fold_text(chosen[id])
            chosen[id] = choose_spelling({text: count for text, count in counts.items() if fold_text(text) == key})
        if several:
            self.note_spellings(ids, names, chosen)
        return {id: name or id for id, name in chosen.items()}

    def note_spellings(self, ids: Sequence[str | None], names: Sequence[str], chosen: Mapping[str, str]) -> None:
        """Note each row that calls its node otherwise than it is called."""
        column = self.found.get("name", -1) + 1
        first: dict[str, int] = {}
        for i, (line, id, name) in enumerate(zip(self.sheet.lines, ids, names, strict=True)):
            if not (id and name):
                continue
            key = fold_text(name)
            if key != fold_text(chosen[id]):
                self.told.add(i)
                self.notes.error(
                    line,
                    column,
                    TWO_NAMES,
                    id=show_cell(id),
                    name=show_cell(name),
                    other=show_cell(chosen[id]),
                    line=first[id],
                    header=self.header("id"),
                )
                continue
            first.setdefault(id, line)
            if name != chosen[id]:
                self.told.add(i)
                self.notes.warning(line, column, ANOTHER_SPELLING, name=show_cell(name), other=show_cell(chosen[id]))

    def note_nothing(self, ids: Sequence[str | None], names: Sequence[str]) -> None:
        """Note each name that says nothing, where the id of its row names the node."""
        column = self.found.get("name", -1)
        if column < 0 or all(names):
            return
        for line, id, name, row in zip(self.sheet.lines, ids, names, self.sheet.rows, strict=True):
            if id and not name and row[column].strip():
                self.notes.warning(
                    line, column + 1, NAMES_NOTHING, name=show_cell(row[column].strip()), id=self.header("id")
                )

    def column_claims(self, ids: Sequence[str | None], words: Markers) -> list[Claim]:
        """What the column of other names declares."""
        cells = self.cells(ALIASES, lambda cell: "" if words.is_nothing(cell) else clean_text(cell))
        return [
            Claim(name, id, self.sheet.file, line)
            for id, cell, line in zip(ids, cells, self.sheet.lines, strict=True)
            if id and cell
            for name in split_parts(cell)
        ]
