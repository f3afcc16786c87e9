"""Which columns of a file of nodes say what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sysmap.errors import Cause
from sysmap.messages import Listing, Message
from sysmap.schema import Field, NodeKind, Ref, Vocabulary
from sysmap.tables.cells import known_choice
from sysmap.tables.choice_columns import fit_choices
from sysmap.tables.ends import Ends, find_ends, header_words
from sysmap.tables.headers import Wanted, loose_header, match_headers, spelled, terms_of, wanted_headers
from sysmap.tables.name_column import NAMED_BY, Naming, find_name, find_number, name_keys, says_numbers
from sysmap.tables.notes import Notes
from sysmap.tables.numbers import is_number
from sysmap.tables.references import kinds_by_name
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import TYPE_HEADERS, Term
from sysmap.tables.text import plain_header, show_cell

__all__ = ["NodeColumns", "node_columns", "node_headers", "type_columns", "type_fields", "wanted_in_nodes"]

TYPE_FITS_SEVERAL = Cause(
    "F051", "{header} was taken for {column}, some values fit another column too", "call the column {columns}"
)
TYPE_FITS_NONE = Cause(
    "F052", "{header} was taken for {column}, though none of its values is known", "call the column {columns}"
)
_ID_BY = Message("id from {header}")
_PARTNERS_BY = Message("partners from {header}")
_COUNTS = Message("{header} counts the rows")

_LABEL = ":LABEL"
_TYPED_AS = ("sector", "kind")
"""The fields that a column `type` may be; the first of them where no value tells which."""
_FLAGS = frozenset(("true", "false"))


def wanted_in_nodes(vocabulary: Vocabulary, kind: NodeKind) -> list[Wanted]:
    """The columns that a file of this kind may have, the nearer ones first."""
    refs = [ref for ref in kind.refs if not ref.proven]
    return [
        column._replace(titles=column.titles | name_keys(kind)) if column.name == "name" else column
        for column in wanted_headers([*kind.fields, *refs, *vocabulary.node_fields])
    ]


def node_headers(vocabulary: Vocabulary, kind: NodeKind) -> dict[str, str]:
    """Header key -> column, of all columns that a file of this kind may have."""
    return spelled(wanted_in_nodes(vocabulary, kind))


@dataclass
class NodeColumns:
    """The columns of a sheet of nodes.

    `found` are the declared ones by name, `refs` further ones that name other nodes, `unread` those that nothing is
    read from. `offices` names the offices of persons where a row is a person, `partners` nodes that need no row of
    their own. `ties` are the rows that are ties and no nodes.
    """

    found: dict[str, int]
    refs: list[tuple[Ref, int]]
    unread: set[int]
    offices: int | None = None
    partners: int | None = None
    ties: Sequence[int] = ()


def node_columns(
    sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary, notes: Notes, named_by: Naming | None = None
) -> NodeColumns:
    """The columns of a sheet of nodes of this kind. `named_by`: what the other tables call such nodes."""
    wanted = wanted_in_nodes(vocabulary, kind)
    own = {plain_header(header) for header, column in vocabulary.header_synonyms.items() if column == "name"}
    naming, typed = find_name(sheet, kind, wanted, own, notes), type_columns(sheet, kind)
    unread = {i for i, header in enumerate(sheet.header) if _says_kind(sheet, i, header, kind, vocabulary)}
    typed -= unread
    found = match_headers(sheet, wanted, vocabulary, notes, typed | unread | naming.taken())
    if naming.name is not None:
        found["name"] = naming.name
    if naming.contact is not None:
        found.setdefault("contact", naming.contact)
    free = [field for field in type_fields(kind) if field.name not in found]
    if typed and free:
        found |= _decide_type(sheet, min(typed), free, terms_of(wanted), notes)
    found = fit_choices(sheet, found, kind.fields, notes)
    columns = NodeColumns(found, list(_own_refs(sheet, kind, vocabulary)), unread, naming.offices)
    _number(columns, sheet, (named_by or {}).get(kind.label, ()), notes)
    _find_ends(columns, sheet, kind, notes)
    return columns


def _number(columns: NodeColumns, sheet: Sheet, named_by: Sequence[Collection[str]], notes: Notes) -> None:
    """Decide whether a column that counts the rows gives their ids, or nothing."""
    number = None if "id" in columns.found else find_number(sheet)
    if number is None or number in columns.found.values():
        return
    header = show_cell(sheet.header[number])
    if says_numbers(sheet, number, named_by):
        columns.found["id"] = number
        notes.understand(_ID_BY.filled(header=header))
    else:
        columns.unread.add(number)
        notes.understand(_COUNTS.filled(header=header))


def _own_refs(sheet: Sheet, kind: NodeKind, vocabulary: Vocabulary) -> Iterator[tuple[Ref, int]]:
    """The columns that the user's own headers call a tie."""
    own = {plain_header(header): meaning for header, meaning in vocabulary.header_synonyms.items()}
    ties = {tie.type: tie for tie in vocabulary.ties}
    for index, header in enumerate(sheet.header):
        tie = ties.get(own.get(plain_header(header), ""))
        if tie and kind.label in (*tie.sources, *tie.targets):
            yield Ref(header, tie.type, kind.label in tie.sources, tie.title), index


def _find_ends(columns: NodeColumns, sheet: Sheet, kind: NodeKind, notes: Notes) -> None:
    """Find two columns that are ends of a tie, and decide what they are here.

    Beside columns that only such nodes have, and where no column names them, the first end does and the second names
    their partners. Otherwise they are the ends of rows that are no nodes.
    """
    found = columns.found
    taken = {index for name, index in found.items() if name != "source"} | {index for _, index in columns.refs}
    ends = find_ends(sheet, taken | columns.unread)
    if ends is None:
        return
    partners = next((ref for ref in kind.refs if ref.proven), None)
    declared = {field.name for field in kind.fields} | {ref.column for ref in kind.refs}
    if partners and not {"id", "name"} & found.keys() and declared & found.keys():
        found["name"], columns.partners = ends
        columns.refs.append((partners, ends.target))
        notes.understand(NAMED_BY.filled(header=show_cell(sheet.header[ends.source])))
        notes.understand(_PARTNERS_BY.filled(header=show_cell(sheet.header[ends.target])))
    elif ties := [i for i, row in enumerate(sheet.rows) if _is_only_tie(row, ends, found)]:
        columns.ties = ties
        columns.unread |= set(ends)
        if found.get("source") in ends:
            del found["source"]


def _is_only_tie(row: Sequence[str], ends: Ends, found: Mapping[str, int]) -> bool:
    """Whether a row has both ends of a tie, and neither id nor name."""
    named = any(row[found[name]].strip() for name in ("id", "name") if name in found)
    return not named and all(row[index].strip() for index in ends)


def type_columns(sheet: Sheet, kind: NodeKind) -> set[int]:
    """The indexes of the columns called `type`, alone or of what is named here: `Organization Type`."""
    own = {word for text in (*kind.words, *kind.synonyms, *kind.titles) for word in header_words(text)}
    return {
        i
        for i, header in enumerate(sheet.header)
        if plain_header(loose_header(header)) in TYPE_HEADERS
        or len(set(header_words(header)) - own) == 1 == len(TYPE_HEADERS.intersection(header_words(header)))
    }


def _says_kind(sheet: Sheet, index: int, header: str, kind: NodeKind, vocabulary: Vocabulary) -> bool:
    """Whether a column says nothing but that each row is of this kind, as Neo4j writes the label of a node."""
    if header.strip().upper() != _LABEL and plain_header(header) not in TYPE_HEADERS:
        return False
    known = kinds_by_name(vocabulary)
    return {known.get(plain_header(cell)) for cell in set(sheet.column(index)) if cell.strip()} == {kind.label}


def type_fields(kind: NodeKind) -> list[Field]:
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
    return all(value.casefold() in _FLAGS or is_number(value) for value in values)
