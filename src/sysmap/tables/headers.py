"""Which column of a file is which: headers in both languages, the user's own, and what is left over."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sysmap.errors import Cause
from sysmap.messages import AnyText, Text
from sysmap.schema import OURS, RESERVED, Field, Ref, Vocabulary
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet
from sysmap.tables.terms import Term, column_term
from sysmap.tables.text import plain_header, show_cell

__all__ = [
    "Wanted",
    "extra_columns",
    "header_of",
    "known_header",
    "loose_header",
    "match_headers",
    "spelled",
    "terms_of",
    "wanted_headers",
]

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
OTHER_UNIT = Cause(
    "F230",
    "{header} is not taken for {column}, which is not counted in {unit}; it was kept as a property of its own",
    "convert it, or write {line} under [headers] in sysmap.toml",
)

_AROUND = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\d?[.)]?\s+|\d{1,2}[.)]\s*)(?=\w)|[\s*:?]+$")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_RANGE = re.compile(r"\s*(\d+)\s*(?:-|\u2013|s/d|s\.d\.|sampai|to)\s*(\d+)\s*", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:ribu\w*|juta\w*|mili[ay]r|triliun|thousands?|millions?|billions?|persen|percent)\b|%", re.IGNORECASE
)
_NEO4J = re.compile(
    r"(?P<name>[^:]*):(?P<what>ID|TYPE|string|int|integer|long|float|double|boolean|date|datetime|point)(?:\[\])?"
    r"(?:\([^)]*\))?",
    re.IGNORECASE,
)
_NEO4J_OWN = ("ID", "TYPE")
_NEAR = 0.8
_SHORTEST = 4


class Wanted(NamedTuple):
    """A column that a file may have.

    Its name, its label, the keys of all headers that mean it, and of its titles in every language. `units` are the keys
    of what may stand in brackets behind it; none where anything may. `interval` is the range of its numbers.
    """

    name: str
    label: Text
    spellings: frozenset[str]
    titles: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    interval: str = ""

    def is_counted_in(self, unit: str) -> bool:
        """Whether the words in the brackets of a header say what this column holds: its unit, its range, or a hint."""
        if _RANGE.fullmatch(unit):
            return not self.interval or plain_header(_RANGE.sub(r"\1-\2", unit)) == plain_header(self.interval)
        return plain_header(unit) in self.units if self.units else not _MANY.search(unit)


def wanted_headers(declared: Iterable[Field | Ref]) -> list[Wanted]:
    """The columns that fields and reference columns ask for. Where two answer to one header, the earlier one has it."""
    return [
        Wanted(column.column, column.label, column.spellings, column.titles)
        if isinstance(column, Ref)
        else Wanted(column.name, column.label, column.spellings, column.titles, _unit_keys(column), column.interval)
        for column in declared
    ]


def _unit_keys(field: Field) -> frozenset[str]:
    words = (*field.units, *field.unit.forms()) if field.unit else field.units
    return frozenset(map(plain_header, words))


def loose_header(header: str) -> str:
    """A header without what stands around its words.

    A number before them, a mark of what must be filled in, a bracket, and the type that Neo4j writes behind a name.

    >>> [loose_header(header) for header in ("2. Jangkauan (jiwa) *", "id:ID(Stakeholder)", ":TYPE", ":LABEL")]
    ['Jangkauan', 'ID', 'TYPE', ':LABEL']
    """
    if neo4j := _NEO4J.fullmatch(header.strip()):
        return neo4j["what"] if neo4j["what"].upper() in _NEO4J_OWN else neo4j["name"] or header
    return _BRACKET.sub("", _AROUND.sub("", header)).strip()


def _unit_of(header: str) -> str:
    """What stands in brackets at the end of a header; empty where nothing does."""
    bracket = _BRACKET.search(_AROUND.sub("", header))
    return bracket[1].strip() if bracket else ""


def known_header(header: str, keys: Container[str]) -> bool:
    """Whether a header is known by one of these keys, as it stands or without what stands around its words."""
    return plain_header(header) in keys or plain_header(loose_header(header)) in keys


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
    return _Matching(sheet, columns, notes).match(vocabulary, taken)


@dataclass
class _Matching:
    """The headers of a sheet while each is given the column that it means.

    `free` are the keys of those that have none yet, `found` the indexes of the columns that were found.
    """

    sheet: Sheet
    columns: Sequence[Wanted]
    notes: Notes
    free: dict[int, str] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)

    def match(self, vocabulary: Vocabulary, taken: Collection[int]) -> dict[str, int]:
        """The columns that are found, round by round."""
        # Rounds, so that a column `kind` is never given away to `relation`, which goes by that name too.
        self.free = {i: plain_header(header) for i, header in enumerate(self.sheet.header) if header and i not in taken}
        own = {plain_header(header): column for header, column in vocabulary.header_synonyms.items()}
        known = {column.name for column in self.columns}
        ties = {tie.type for tie in vocabulary.ties}
        self.free = {i: key for i, key in self.free.items() if own.get(key, key) and own.get(key) not in ties}
        self.take({key: name for key, name in own.items() if name in known})
        self.take({plain_header(column.name): column.name for column in self.columns})
        self.take(spelled([column for column in self.columns if column.name not in self.found]))
        self.take_loose()
        return self.found

    def take(self, spellings: Mapping[str, str]) -> None:
        """Find columns by the keys of their headers; two that mean one column are a fault, unless one is blank."""
        for column, first, second in _take(self.free, spellings, self.found):
            filled = [index for index in (first, second) if any(map(str.strip, self.sheet.column(index)))]
            if len(filled) == 1:
                self.found[column] = filled[0]
            elif filled:
                self.note(
                    SAME_MEANING,
                    column,
                    second,
                    first=show_cell(self.sheet.header[first]),
                    second=show_cell(self.sheet.header[second]),
                )

    def take_loose(self) -> None:
        """Find columns by their headers without what stands around the words; one that two mean belongs to neither."""
        known = spelled([column for column in self.columns if column.name not in self.found])
        wanted = {column.name: column for column in self.columns}
        loose: dict[str, list[int]] = {}
        for index in self.free:
            header = self.sheet.header[index]
            name = known.get(plain_header(loose_header(header)))
            if name is None or loose_header(header) == header:
                continue
            unit = _unit_of(header)
            if unit and not wanted[name].is_counted_in(unit):
                line = f'"{header}" = "{name}"'
                self.note(OTHER_UNIT, name, index, header=show_cell(header), unit=show_cell(unit), line=line)
            else:
                loose.setdefault(name, []).append(index)
        self.found |= {name: indexes[0] for name, indexes in loose.items() if len(indexes) == 1}

    def note(self, cause: Cause, column: str, index: int, **values: object) -> None:
        """Note what is to be said of a header: an error where it is a contradiction, else a warning."""
        say: Callable[..., None] = self.notes.error if cause is SAME_MEANING else self.notes.warning
        say(self.sheet.header_line, index + 1, cause, column=terms_of(self.columns)[column], **values)


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


def extra_columns(
    sheet: Sheet, taken: Collection[int], columns: Sequence[Wanted], notes: Notes, settled: Collection[str] = ()
) -> dict[str, int]:
    """The user's own columns, property name -> index; what cannot be one is noted.

    `taken` are the indexes of the columns that are declared, `columns` those that this file may have, `settled` the
    headers that the user has said to be his own.
    """
    extras: dict[str, int] = {}
    known, nearly = spelled(columns), spelled([column._replace(titles=frozenset()) for column in columns])
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
            if header not in settled and (near := _near_column(header, known, nearly)):
                cause = SECOND_COLUMN if plain_header(header) in known else UNKNOWN_COLUMN
                notes.warning(
                    sheet.header_line, index + 1, cause, header=show_cell(header), column=terms_of(columns)[near]
                )
    return extras


def _note_headless(sheet: Sheet, index: int, notes: Notes) -> None:
    line = next((line for line, row in zip(sheet.lines, sheet.rows, strict=True) if row[index].strip()), 0)
    if line:
        notes.warning(line, index + 1, NO_HEADER, number=index + 1)


def _near_column(header: str, known: Mapping[str, str], nearly: Mapping[str, str]) -> str | None:
    """The known column that a header means, or, by the spellings in `nearly`, nearly means."""
    key = plain_header(header)
    if key in known or len(key) < _SHORTEST or plain_header(loose_header(header)) in known:
        return known.get(key)
    close = difflib.get_close_matches(key, sorted(nearly), 1, _NEAR)
    return nearly[close[0]] if close else None
