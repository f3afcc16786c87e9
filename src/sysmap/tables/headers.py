"""Which column of a file is which: headers in both languages, the user's own, and what is left over."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sysmap.errors import Cause
from sysmap.messages import AnyText, Text
from sysmap.schema import OURS, RESERVED, Field, Ref, Vocabulary
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import Term, column_term
from sysmap.tables.text import plain_header, show_cell

__all__ = ["Wanted", "extra_columns", "header_of", "match_headers", "spelled", "terms_of", "wanted_headers"]

SAME_MEANING = Cause("F041", "columns {first} and {second} both mean {column}", "keep one of them, or rename the other")
RESERVED_HEADER = Cause(
    "F042", "a column may not be called {header}: sysmap uses that name itself", "rename the column"
)
SAME_HEADER = Cause("F043", "two columns are called {header}", "rename one of them")
NO_HEADER = Cause("F044", "column {number} has no header; its values were left out", "give it a header, or take it out")
SECOND_COLUMN = Cause(
    "F045",
    "{header} means {column}, a column that is there already; it was kept as a property of its own",
    "rename it if it is something else",
)
UNKNOWN_COLUMN = Cause(
    "F046", "{header} is not a known column; it was kept as a property of its own", "did you mean {column}?"
)

_NEAR = 0.75
_SHORTEST = 4


class Wanted(NamedTuple):
    """A column that a file may have.

    Its name, its label, the keys of all headers that mean it, and of its titles in every language.
    """

    name: str
    label: Text
    spellings: frozenset[str]
    titles: frozenset[str] = frozenset()


def wanted_headers(declared: Iterable[Field | Ref]) -> list[Wanted]:
    """The columns that fields and reference columns ask for. Where two answer to one header, the earlier one has it."""
    return [
        Wanted(column.column if isinstance(column, Ref) else column.name, column.label, column.spellings, column.titles)
        for column in declared
    ]


def spelled(columns: Sequence[Wanted]) -> dict[str, str]:
    """Header key -> column name. An earlier column goes before a later one, and a spelling before a title."""
    titles = {key: column.name for column in reversed(columns) for key in column.titles}
    return titles | {key: column.name for column in reversed(columns) for key in column.spellings}


def terms_of(columns: Sequence[Wanted]) -> dict[str, Term]:
    """Column name -> the header that a reader may write for it."""
    known, first = spelled(columns), {column.name: column for column in reversed(columns)}
    return {
        name: column_term(name, first[name].label, known) for name in dict.fromkeys(column.name for column in columns)
    }


def header_of(sheet: Sheet, found: Mapping[str, int], name: str, columns: Sequence[Wanted]) -> AnyText:
    """What a column is called: its header as it stands in the file.

    Where the file does not have it, the header to write.
    """
    return sheet.header[found[name]] if name in found else terms_of(columns)[name]


def match_headers(
    sheet: Sheet, columns: Sequence[Wanted], vocabulary: Vocabulary, notes: Notes, taken: Collection[int] = ()
) -> dict[str, int]:
    """Column name -> index in the sheet. Two headers that mean one column with equal right are a fault.

    The user's own synonyms come first, then a column's own name, then its synonyms. The columns in `taken` are left
    alone.
    """
    # Three rounds, so that a column `kind` is never given away to `relation`, which goes by that name too.
    free = {i: plain_header(header) for i, header in enumerate(sheet.header) if header and i not in taken}
    own = {plain_header(header): column for header, column in vocabulary.header_synonyms.items()}
    names = {plain_header(column.name): column.name for column in columns}
    known = {column.name for column in columns}
    found: dict[str, int] = {}

    def take(spellings: Mapping[str, str]) -> None:
        for column, first, second in _take(free, spellings, found):
            notes.error(
                sheet.header_line,
                second + 1,
                SAME_MEANING,
                first=show_cell(sheet.header[first]),
                second=show_cell(sheet.header[second]),
                column=terms_of(columns)[column],
            )

    take({key: name for key, name in own.items() if name in known})
    take(names)
    take(spelled([column for column in columns if column.name not in found]))
    return found


def _take(free: dict[int, str], names: Mapping[str, str], found: dict[str, int]) -> list[tuple[str, int, int]]:
    """Move the headers that `names` knows from `free` to `found`; what an earlier round has found is left free.

    Returns each column that two headers of this round mean, with the indexes of both headers.
    """
    before = set(found)
    doubled = []
    for index, key in list(free.items()):
        name = names.get(key)
        if name is None or name in before:
            continue
        del free[index]
        if name in found:
            doubled.append((name, found[name], index))
        else:
            found[name] = index
    return doubled


def extra_columns(sheet: Sheet, taken: Collection[int], columns: Sequence[Wanted], notes: Notes) -> dict[str, int]:
    """The user's own columns, property name -> index; what cannot be one is noted.

    `taken` are the indexes of the columns that are declared, `columns` those that this file may have.
    """
    extras: dict[str, int] = {}
    known = spelled(columns)
    for index, header in enumerate(sheet.header):
        if index in taken:
            continue
        if not header:
            _note_headless(sheet, index, notes)
        elif header.casefold() in RESERVED or header.casefold().startswith(OURS):
            notes.error(sheet.header_line, index + 1, RESERVED_HEADER, header=show_cell(header))
        elif header in extras:
            notes.error(sheet.header_line, index + 1, SAME_HEADER, header=show_cell(header))
        else:
            extras[header] = index
            if near := _near_column(header, known):
                cause = SECOND_COLUMN if plain_header(header) in known else UNKNOWN_COLUMN
                notes.warning(
                    sheet.header_line, index + 1, cause, header=show_cell(header), column=terms_of(columns)[near]
                )
    return extras


def _note_headless(sheet: Sheet, index: int, notes: Notes) -> None:
    line = next((line for line, row in zip(sheet.lines, sheet.rows, strict=True) if row[index].strip()), 0)
    if line:
        notes.warning(line, index + 1, NO_HEADER, number=index + 1)


def _near_column(header: str, known: Mapping[str, str]) -> str | None:
    """The known column that a header means, or nearly means."""
    key = plain_header(header)
    if key in known or len(key) < _SHORTEST:
        return known.get(key)
    close = difflib.get_close_matches(key, sorted(known), 1, _NEAR)
    return known[close[0]] if close else None
