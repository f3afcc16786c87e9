"""Which columns of a file of ties say what a row joins, and which say more of the tie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from sysmap.errors import Cause
from sysmap.messages import Listing, Message
from sysmap.schema import Field, TieKind, Vocabulary
from sysmap.tables.cells import known_choice
from sysmap.tables.ends import find_ends
from sysmap.tables.headers import Wanted, loose_header, match_headers, spelled, terms_of, wanted_headers
from sysmap.tables.notes import Notes
from sysmap.tables.relations import CAUSAL, TieTable, kinds_by_relation
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import TYPE_HEADERS, Term
from sysmap.tables.text import fold_text, plain_header, show_cell

__all__ = ["DIRECTION_WORDS", "note_directions", "tie_headers", "tie_table", "wanted_by_type", "wanted_in_file", "ways"]

DIRECTIONS = Cause("F081", "{header} holds directions; it was left out", "each kind of tie has its own direction")
ONE_WAY = Cause(
    "F232",
    "{header} says of some ties that they go both ways, which such ties cannot; they were read as written",
    "nothing to do, or add a row for the other way",
)
NO_ENDS = Cause(
    "F082", "no column is called {columns}", "call the two columns that say what a row joins {source} and {target}"
)

ENDS_BY = Message("ends from {source} and {target}")

_DIRECTIONS_BY = Message("directions from {header}")

_DIRECTION_HEADERS = frozenset(map(plain_header, ("direction", "directed", "arah", "arah hubungan")))
_ONE_WAY = frozenset(("directed", "one-way", "one way", "berarah", "satu arah", "searah", "->", "\u2192"))
_BOTH_WAYS = frozenset(
    (
        *("mutual", "bidirectional", "both", "two-way", "two way", "reciprocal", "<->", "\u2194"),
        *("dua arah", "timbal balik", "saling"),
    )
)
_NO_WAY = frozenset(("undirected", "tidak berarah", "none"))
DIRECTION_WORDS = _ONE_WAY | _BOTH_WAYS | _NO_WAY
_HALF = 0.5


def tie_headers(vocabulary: Vocabulary, own: TieKind | None) -> dict[str, str]:
    """Header key -> column, of all columns that a file of ties of this kind (or of any kind) may have."""
    return spelled(wanted_in_file(vocabulary, own))


def wanted_in_file(vocabulary: Vocabulary, own: TieKind | None) -> list[Wanted]:
    """The columns that a file of ties of this kind (or of any kind) may have."""
    kinds = [own] if own else vocabulary.ties
    fields = dict.fromkeys([*(field for kind in kinds for field in kind.fields), *vocabulary.tie_fields])
    return wanted_headers([*_structural(vocabulary, own), *fields])


def _structural(vocabulary: Vocabulary, own: TieKind | None) -> list[Field]:
    return [field for field in vocabulary.headers if not (own and field.name == "relation")]


def tie_table(sheet: Sheet, own: TieKind | None, vocabulary: Vocabulary, notes: Notes) -> TieTable | None:
    """The sheet with its structural columns found, or None, with a note, where it does not say what ties join."""
    typed = [i for i, header in enumerate(sheet.header) if plain_header(loose_header(header)) in TYPE_HEADERS]
    directions = _directions(sheet, typed)
    columns = match_headers(
        sheet, wanted_headers(_structural(vocabulary, own)), vocabulary, notes, {*typed, *directions}
    )
    if directions:
        columns["direction"] = directions[0]
    typed = [index for index in typed if index not in directions]
    if own and (named := next((i for i in typed if _names_ties(sheet, i, own, vocabulary)), None)) is not None:
        columns["relation"] = named
        own = own if _names_ties(sheet, named, own, vocabulary) <= {own.type} else None
    elif typed and own is None:
        columns.setdefault("relation", typed[0])
    if not {"source", "target"} <= columns.keys() and (ends := find_ends(sheet)):
        columns = {name: index for name, index in columns.items() if index not in ends} | ends._asdict()
        said = [show_cell(sheet.header[index]) for index in ends]
        notes.understand(ENDS_BY.filled(source=said[0], target=said[1]))
    if not {"source", "target"} <= columns.keys():
        _note_no_ends(sheet, columns, terms_of(wanted_in_file(vocabulary, own)), notes)
        return None
    causal = next((kind for kind in vocabulary.ties if kind.type == CAUSAL and own is None), None)
    # The faults of these columns are noted later, when they are read for the ties that have them.
    fields = (
        match_headers(sheet, wanted_headers(causal.fields), vocabulary, Notes(""), set(columns.values()))
        if causal
        else {}
    )
    return TieTable(sheet, own, columns, "polarity" in fields)


def _directions(sheet: Sheet, typed: Sequence[int]) -> list[int]:
    """The indexes of the columns that hold directions."""
    return [
        i
        for i, header in enumerate(sheet.header)
        if (i in typed or plain_header(header) in _DIRECTION_HEADERS) and _is_direction(sheet, i)
    ]


def _note_no_ends(sheet: Sheet, columns: Mapping[str, int], terms: Mapping[str, Term], notes: Notes) -> None:
    missing = Listing((terms[name] for name in ("source", "target") if name not in columns), "or")
    notes.error(sheet.header_line, 0, NO_ENDS, columns=missing, source=terms["source"], target=terms["target"])


def _names_ties(sheet: Sheet, index: int, own: TieKind, vocabulary: Vocabulary) -> set[str]:
    """The types of tie that a column names, where at least half of its cells are no kinds of the file's own tie."""
    cells = {cell.strip() for cell in sheet.column(index)} - {""}
    known, choices = kinds_by_relation(vocabulary), [field for field in own.fields if field.choices]
    named = [
        known[plain_header(cell)][0].type
        for cell in cells
        if plain_header(cell) in known and not any(known_choice(field, cell) for field in choices)
    ]
    return set(named) if len(named) >= _HALF * len(cells) else set()


def _is_direction(sheet: Sheet, index: int) -> bool:
    values = {fold_text(cell) for cell in sheet.column(index)} - {""}
    return bool(values) and values <= DIRECTION_WORDS


Way = Literal["one", "both", ""]


def ways(table: TieTable) -> list[Way]:
    """For each row whether it says that its tie goes one way or both; empty where no column holds directions."""
    if "direction" not in table.columns:
        return []
    cells = table.cells("direction")
    meaning = {cell: _way(fold_text(cell)) for cell in set(cells)}
    return [meaning[cell] for cell in cells]


def _way(text: str) -> Way:
    return "both" if text in _BOTH_WAYS else "one" if text in _ONE_WAY else ""


def note_directions(table: TieTable, undirected: bool, one_way: bool, notes: Notes) -> None:
    """Say what of a column of directions is used.

    `undirected`: some rows say one direction of a tie that has none. `one_way`: some say both of a tie that has one.
    """
    header = show_cell(table.sheet.header[table.columns["direction"]])
    place = table.sheet.header_line, table.columns["direction"] + 1
    if undirected:
        notes.warning(*place, DIRECTIONS, header=header)
    if one_way:
        notes.warning(*place, ONE_WAY, header=header)
    if not (undirected or one_way):
        notes.understand(_DIRECTIONS_BY.filled(header=header))


def wanted_by_type(vocabulary: Vocabulary, type: str, own: TieKind | None) -> list[Wanted]:
    """The columns of a kind of tie. In its own file a column called type or relation means its `kind`."""
    columns = wanted_headers(vocabulary.tie_columns(type))
    if own is None:
        return columns
    relation = next((field.spellings for field in vocabulary.headers if field.name == "relation"), frozenset())
    return [
        column._replace(spellings=column.spellings | TYPE_HEADERS | relation) if column.name == "kind" else column
        for column in columns
    ]
