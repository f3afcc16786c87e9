"""Which columns of a file of nodes say what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sysmap.errors import Cause
from sysmap.messages import Listing
from sysmap.schema import Field, NodeKind, Vocabulary
from sysmap.tables.cells import known_choice, read_number
from sysmap.tables.headers import Wanted, match_headers, spelled, terms_of, wanted_headers
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import TYPE_HEADERS, Term
from sysmap.tables.text import plain_header, show_cell

__all__ = ["node_columns", "node_headers", "wanted_in_nodes"]

TYPE_FITS_SEVERAL = Cause(
    "F051", "{header} was taken for {column}, some values fit another column too", "call the column {columns}"
)
TYPE_FITS_NONE = Cause(
    "F052", "{header} was taken for {column}, though none of its values is known", "call the column {columns}"
)
_TYPED_AS = ("sector", "kind")
"""The fields that a column `type` may be; the first of them where no value tells which."""
_FLAGS = frozenset(("true", "false"))


def wanted_in_nodes(vocabulary: Vocabulary, kind: NodeKind) -> list[Wanted]:
    """The columns that a file of this kind may have, the nearer ones first."""
    return wanted_headers([*kind.fields, *kind.refs, *vocabulary.node_fields])


def node_headers(vocabulary: Vocabulary, kind: NodeKind) -> dict[str, str]:
    """Header key -> column, of all columns that a file of this kind may have."""
    return spelled(wanted_in_nodes(vocabulary, kind))


def node_columns(sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes) -> dict[str, int]:
    """The declared columns of a sheet of nodes of this kind: column name -> index."""
    typed = {index for index, header in enumerate(sheet.header) if plain_header(header) in TYPE_HEADERS}
    wanted = wanted_in_nodes(vocabulary, kind)
    found = match_headers(sheet, wanted, vocabulary, notes, typed)
    free = [field for field in _type_fields(kind) if field.name not in found]
    return found | _decide_type(sheet, min(typed), free, terms_of(wanted), notes) if typed and free else found


def _type_fields(kind: NodeKind) -> list[Field]:
    """The fields that a column `type` may mean."""
    typed = [field for name in _TYPED_AS for field in kind.fields if field.name == name]
    return typed or [field for field in kind.fields if field.choices and not field.closed]


def _decide_type(
    sheet: Sheet, index: int, fields: Sequence[Field], terms: Mapping[str, Term], notes: Notes
) -> dict[str, int]:
    """What a column `type` means: the field whose choices most of its values are."""
    values = {cell.strip() for cell in sheet.column(index)} - {""}
    counts = {field.name: sum(known_choice(field, value) is not None for value in values) for field in fields}
    best = max(fields, key=lambda field: counts[field.name])
    if not counts[best.name] and (best.name not in _TYPED_AS or _are_flags_or_numbers(values)):
        return {}
    rivals = sum(count > 0 for count in counts.values()) > 1
    if values and (rivals or not counts[best.name]):
        notes.warning(
            sheet.header_line,
            index + 1,
            TYPE_FITS_SEVERAL if rivals else TYPE_FITS_NONE,
            header=show_cell(sheet.header[index]),
            column=terms[best.name],
            columns=Listing((terms[name] for name in counts), "or"),
        )
    return {best.name: index}


def _are_flags_or_numbers(values: Iterable[str]) -> bool:
    """Whether all values are true, false or a number, and so cannot be sectors or kinds."""
    return all(value.casefold() in _FLAGS or read_number(value, comma=True) is not None for value in values)
