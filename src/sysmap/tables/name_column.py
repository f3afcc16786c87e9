"""Which column of a file of nodes names them, and which only counts them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sysmap.messages import Message
from sysmap.schema import Field, NodeKind
from sysmap.tables.cells import known_choice
from sysmap.tables.headers import Wanted, known_header, loose_header
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import fold_text, plain_header, show_cell, split_parts

__all__ = ["NAMED_BY", "NameColumns", "Naming", "find_name", "find_number", "name_keys", "says_numbers"]

NAMED_BY = Message("name from {header}")
_CONTACT_BY = Message("{header} is the contact of {office}")
_PERSONS_BY = Message("a row is a person of {header}")

_PLAIN = frozenset(map(plain_header, ("nama", "name", "nama lengkap", "full name", "nama orang")))
"""Headers of names that may be those of persons, where offices stand beside them."""
_OFFICES = (
    *("instansi", "opd", "skpd", "perangkat daerah", "lembaga", "organisasi", "institusi", "satuan kerja", "satker"),
    *("unit kerja", "instansi/lembaga", "lembaga/instansi", "organization", "organisation", "institution", "agency"),
)
_OFFICE_KEYS = frozenset(plain_header(f"{before}{word}{behind}") for word in _OFFICES for before, behind in (
    ("", ""), ("nama", ""), ("", "name"), ("name of ", ""), ("asal ", ""),
))  # fmt: skip
_NUMBERS = frozenset(
    (*("no", "nr", "nomor", "nomer", "number", "num", "#", "urut", "no urut", "nomor urut", "index", "idx", "row"),
     *("unnamed0", "unnamed"))
)  # fmt: skip
_SIGNS = re.compile(r"[.:\s_-]+")
_FORMS = ("{}", "nama{}", "{}name", "nameof{}", "nameofthe{}", "namadari{}", "judul{}", "{}title", "daftar{}")
_HALF = 0.5


def name_keys(kind: NodeKind) -> frozenset[str]:
    """Header keys of the column that names nodes of a kind: what they are called, alone or with "name" beside it."""
    called = [plain_header(text) for text in (*kind.words, *kind.synonyms, *kind.titles, kind.name)]
    return frozenset(form.format(word) for word in called for form in _FORMS)


class NameColumns(NamedTuple):
    """The columns that may name the nodes of a file: the one that does, one of contact persons, one of offices.

    `offices`: the rows are persons, and these name the offices that they are part of. `others` may name them too.
    """

    name: int | None = None
    contact: int | None = None
    offices: int | None = None
    others: tuple[int, ...] = ()

    def taken(self) -> set[int]:
        """The indexes of the columns whose meaning is settled."""
        return {index for index in (self.name, self.contact, self.offices) if index is not None} | set(self.others)


Naming = Mapping[str, Sequence[Collection[str]]]
"""Label -> the columns of all tables that name such nodes, each with its distinct cells."""


def find_name(
    sheet: Sheet, kind: NodeKind, wanted: Sequence[Wanted], own: Collection[str], notes: Notes
) -> NameColumns:  # fmt: skip
    """The columns that may name the nodes of a sheet; none where the user's `own` headers say which one does."""
    column = next((column for column in wanted if column.name == "name"), None)
    if column is None or any(plain_header(header) in own for header in sheet.header):
        return NameColumns()
    keys = column.spellings | column.titles
    others = frozenset(key for other in wanted if other.name != "name" for key in other.spellings)
    choices = [field for field in kind.fields if field.choices]
    indexes = [
        i for i, header in enumerate(sheet.header)
        if known_header(header, keys) and not known_header(header, others)
    ]  # fmt: skip
    filled = [i for i in indexes if len(indexes) == 1 or _may_name(sheet.column(i), choices)]
    if len({plain_header(sheet.header[i]) for i in filled}) < len(filled):
        return NameColumns()
    plain = [i for i in filled if _key(sheet, i) in _PLAIN]
    offices = [i for i in filled if _key(sheet, i) in _OFFICE_KEYS]
    # Our own two headers, as we write them, say that a row is whom they name.
    ours = {"id", "name"} <= set(sheet.header)
    if len(plain) == 1 == len(offices) and kind.label == "Stakeholder" and not ours:
        return _with_persons(sheet, plain[0], offices[0], filled, notes)
    if not filled:
        return NameColumns()
    best = filled[0] if len(filled) == 1 else _most_distinct(sheet, filled, ours=ours)
    if len(filled) > 1 or _key(sheet, best) not in _PLAIN:
        notes.understand(NAMED_BY.filled(header=show_cell(sheet.header[best])))
    return NameColumns(best, others=tuple(i for i in filled if i != best))


def _most_distinct(sheet: Sheet, indexes: Sequence[int], *, ours: bool) -> int:
    """The column with most different values; `ours`: the one that is called `name`."""
    return max(
        indexes,
        key=lambda i: (
            ours and sheet.header[i] == "name",
            len({fold_text(cell) for cell in set(sheet.column(i))}),
            _key(sheet, i) in _PLAIN,
            -i,
        ),
    )


def _key(sheet: Sheet, index: int) -> str:
    return plain_header(loose_header(sheet.header[index]))


def _may_name(cells: Iterable[str], choices: Sequence[Field]) -> bool:
    """Whether a column names nodes beside others that may: it is filled, and does not say of what sort they are."""
    values = {cell.strip() for cell in cells} - {""}
    sorts = sum(any(known_choice(field, value) for field in choices) for value in values)
    return bool(values) and sorts <= _HALF * len(values)


def _with_persons(sheet: Sheet, person: int, office: int, filled: Sequence[int], notes: Notes) -> NameColumns:
    """Offices with a contact person each; or, where the map says so, persons of offices."""
    others = tuple(i for i in filled if i not in (person, office))
    if sheet.read.rows == "persons":
        notes.understand(_PERSONS_BY.filled(header=show_cell(sheet.header[office])))
        return NameColumns(person, offices=office, others=others)
    notes.understand(NAMED_BY.filled(header=show_cell(sheet.header[office])))
    notes.understand(_CONTACT_BY.filled(header=show_cell(sheet.header[person]), office=show_cell(sheet.header[office])))
    return NameColumns(office, contact=person, others=others)


def find_number(sheet: Sheet) -> int | None:
    """The column that only counts the rows; None where no column does."""
    for index, header in enumerate(sheet.header):
        bare = _SIGNS.sub("", header.casefold())
        if bare in {_SIGNS.sub("", word) for word in _NUMBERS} or (not header and index == 0):
            cells = [cell for cell in map(str.strip, sheet.column(index)) if cell]
            if cells and all(cell.rstrip(".").isdecimal() for cell in cells) and len(set(cells)) == len(cells):
                return index
    return None


def says_numbers(sheet: Sheet, index: int, columns: Sequence[Collection[str]]) -> bool:
    """Whether another column names the rows by their number: half of its cells are such numbers."""
    numbers = {cell.strip() for cell in sheet.column(index)}
    for cells in columns:
        parts = {part for cell in cells for part in split_parts(cell)}
        if parts and len(parts & numbers) >= _HALF * len(parts):
            return True
    return False
