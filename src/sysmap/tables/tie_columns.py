"""Which columns of a file of ties say what a row joins, and which say more of the tie."""

from __future__ import annotations

from sysmap.errors import Cause
from sysmap.messages import Listing
from sysmap.schema import Field, TieKind, Vocabulary
from sysmap.tables.headers import Wanted, match_headers, spelled, terms_of, wanted_headers
from sysmap.tables.notes import Notes
from sysmap.tables.relations import CAUSAL, TieTable
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import TYPE_HEADERS
from sysmap.tables.text import fold_text, plain_header, show_cell

__all__ = ["DIRECTION_WORDS", "tie_headers", "tie_table", "wanted_by_type", "wanted_in_file"]

DIRECTIONS = Cause("F081", "{header} holds directions; it was left out", "each kind of tie has its own direction")
NO_ENDS = Cause(
    "F082", "no column is called {columns}", "call the two columns that say what a row joins {source} and {target}"
)

DIRECTION_WORDS = frozenset(("directed", "undirected", "mutual", "berarah", "tidak berarah", "dua arah"))


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
    typed = [i for i, header in enumerate(sheet.header) if plain_header(header) in TYPE_HEADERS]
    columns = match_headers(sheet, wanted_headers(_structural(vocabulary, own)), vocabulary, notes, typed)
    if typed and _is_direction(sheet, typed[0]):
        notes.warning(sheet.header_line, typed[0] + 1, DIRECTIONS, header=show_cell(sheet.header[typed[0]]))
        columns["direction"] = typed[0]
    elif typed and own is None and "relation" not in columns:
        columns["relation"] = typed[0]
    if missing := [name for name in ("source", "target") if name not in columns]:
        terms = terms_of(wanted_in_file(vocabulary, own))
        notes.error(
            sheet.header_line,
            0,
            NO_ENDS,
            columns=Listing((terms[name] for name in missing), "or"),
            source=terms["source"],
            target=terms["target"],
        )
        return None
    causal = next((kind for kind in vocabulary.ties if kind.type == CAUSAL and own is None), None)
    # The faults of these columns are noted later, when they are read for the ties that have them.
    fields = (
        match_headers(sheet, wanted_headers(causal.fields), vocabulary, Notes(""), set(columns.values()))
        if causal
        else {}
    )
    return TieTable(sheet, own, columns, "polarity" in fields)


def _is_direction(sheet: Sheet, index: int) -> bool:
    values = {fold_text(cell) for cell in sheet.column(index)} - {""}
    return bool(values) and values <= DIRECTION_WORDS


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
