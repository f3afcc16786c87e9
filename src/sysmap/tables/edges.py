"""One table of ties as columns, for networks so large that an object for each row would take too much memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sysmap.errors import Cause, DataError, Fault
from sysmap.messages import Listing, Number, plural
from sysmap.schema import TieKind, Vocabulary
from sysmap.tables.columns import find_marks, note_encoding, read_fields, read_table
from sysmap.tables.fitting import TableHeaders
from sysmap.tables.garbage import paused_garbage_collection
from sysmap.tables.headers import match_headers, terms_of, wanted_headers
from sysmap.tables.merging import SELF_TIE
from sysmap.tables.named import Named, are_two_kinds, name_ends, note_named
from sysmap.tables.notes import Notes
from sysmap.tables.overrides import NO_OVERRIDES, Overrides, note_unknown_headers
from sysmap.tables.periods import Period
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.references import NOBODY
from sysmap.tables.relations import BLANK_END, TieTable
from sysmap.tables.repeats import Joined, Rows, join_repeats
from sysmap.tables.rows import Value
from sysmap.tables.shapes.files import begins_plainly, read_grid
from sysmap.tables.shapes.grid import GridReading
from sysmap.tables.sheets import READ_PLAINLY, Sheet, read_bytes
from sysmap.tables.sources.port import Cells, read_cells
from sysmap.tables.strength import any_weight, note_weightless, time_column
from sysmap.tables.terms import tie_term
from sysmap.tables.text import clean_text, list_some, show_cell
from sysmap.tables.tie_columns import note_directions, tie_headers, tie_table, wanted_by_type, ways

if TYPE_CHECKING:
    from sysmap.tables.repeats import Numbers, Whole

__all__ = ["Edges", "read_edges"]

NOT_READ = Cause("F107", "not read: {headers}", "nothing to do: a measure of the network asks for {columns}")
REPEATED = Cause(
    "F312",
    plural(
        "{n} row repeats a tie ({differing} with another weight); a tie counts once, with its largest weight: line {lines}",
        "{n} rows repeat ties ({differing} with another weight); a tie counts once, with its largest weight: lines {lines}",
    ),
    "nothing to do, or --repeat sum to add the weights",
)
AT_TIMES = Cause(
    "F313",
    plural(
        "{n} row says a tie of another row at another time; each holds for its own time: line {lines}",
        "{n} rows say ties of other rows at another time; each holds for its own time: lines {lines}",
    ),
    "nothing to do, or --repeat max to make one tie of them, the strongest",
)
TWO_KINDS = Cause(
    "F314",
    "no name stands in both {source} and {target}: things of two kinds (a two-mode network), measured as one network",
    "do not rank the ones among the others; in a folder called links.csv they are read as stakeholders and problems",
)

READ = ("weight", "since", "until")
"""The fields of a tie that are read; measures of the network do not use any other."""
_ENDS = ("source", "target")
_NOBODY, _SEVERAL = -1, -2
_SHOWN = 3
"""How many lines of one cause are named."""

Column = Sequence[Value | None]


@dataclass(frozen=True, slots=True)
class Edges:
    """Ties as columns: row i joins `names[source[i]]` and `names[target[i]]`; `names` are sorted.

    `weight`, `since` and `until` hold what the file says, row by row, None where it says nothing; a column that the
    file does not have is None itself. `warnings` are what was read all the same, and should be looked at; `lost` the
    lines of the rows that are no tie.
    """

    names: tuple[str, ...]
    source: Sequence[int]
    target: Sequence[int]
    weight: Column | None
    since: Column | None
    until: Column | None
    warnings: tuple[Fault, ...]
    lost: tuple[int, ...] = ()


@paused_garbage_collection()
def read_edges(
    path: Path,
    vocabulary: Vocabulary,
    type: str = "PARTNERS_WITH",
    read: ReadSettings = READ_PLAINLY,
    overrides: Overrides = NO_OVERRIDES,
) -> Edges:
    """The ties of a table that has the columns of ties of this `type`: source, target, weight ...

    Rows that repeat a tie are joined as in a map. `overrides` say what else headers and cells mean. Raises `DataError`
    with every fault of the file.
    """
    notes, vocabulary, read = Notes(path.name), overrides.words(vocabulary), overrides.read(read)
    kind = vocabulary.tie(type)
    table = _open_table(path, kind, vocabulary, read, notes)
    sheet = table.sheet
    notes.faults += note_unknown_headers(overrides.headers, sheet.header, path.name)
    if said := ways(table):
        note_directions(table, "one" in said, False, notes)
    columns, wave = _find_columns(table, kind, vocabulary, notes)
    fields = {field.name: any_weight(field) for field in vocabulary.tie_columns(type)}
    values = read_fields(sheet, columns, fields, notes, find_marks(sheet, columns, fields, (), notes))
    for end in _ENDS:
        note_encoding(sheet, table.columns[end], notes)
    cells, numbered = _number_cells(table)
    named = name_ends([_count_cells(cells, column) for column in numbered], read)
    names = sorted({name for found in named.names.values() for name in found})
    ends = _number_ends(cells, numbered, named, names)
    _note_two_kinds(table, ends, notes)
    note_named(named, table.ends(), notes)
    weightless = note_weightless(sheet, columns, values, notes)
    ends = _leave_out(table, kind, ends, names, weightless=weightless, notes=notes)
    if any(fault.level == "error" for fault in notes.faults):
        raise DataError(tuple(sorted(notes.faults)))
    joined = join_repeats(rows := _rows(table, kind, ends, values, len(names)), read.repeat, wave=wave)
    if joined:
        _note_joined(sheet, ends, joined, read.repeat, notes)
        ends = _Ends(*(column[joined.rows] for column in ends))
    weight, since, until = _columns(joined or rows, values, joined=joined is not None)
    faults, lost = tuple(sorted(notes.faults)), tuple(sorted(notes.lost))
    return Edges(tuple(names), ends.source.tolist(), ends.target.tolist(), weight, since, until, faults, lost)


def _columns(
    rows: Rows | Joined, values: Mapping[str, Column], *, joined: bool
) -> tuple[Column | None, Column | None, Column | None]:
    """Weights, beginnings and ends, row by row; None for a column that there is not."""
    weight = _or_none(rows.weight) if joined or "weight" in values else None
    if rows.periods is None:
        return weight, None, None
    since = [begin or None for begin, _ in rows.periods] if "since" in values else None
    return weight, since, [end or None for _, end in rows.periods]


def _open_table(path: Path, kind: TieKind, vocabulary: Vocabulary, read: ReadSettings, notes: Notes) -> TieTable:
    """The table in a file with its ends found. Raises `DataError` where there is none."""
    cells = _grid_in(path, vocabulary, read, notes)
    sheet = read_table(path, tie_headers(vocabulary, kind), vocabulary, notes, read, cells=cells)
    table = tie_table(sheet, kind, vocabulary, notes) if sheet else None
    if not table:
        asked = [header for header, column in vocabulary.header_synonyms.items() if column in _ENDS]
        raise DataError([*notes.faults, *note_unknown_headers(asked, sheet.header if sheet else (), path.name)])
    return table


def _grid_in(path: Path, vocabulary: Vocabulary, read: ReadSettings, notes: Notes) -> Cells | None:
    """The ties of a file that is a matrix or a survey, as the cells of a plain table; None where it is a plain one."""
    is_header = TableHeaders(vocabulary).has
    if begins_plainly(path, is_header) or (data := read_bytes(path, own := Notes(path.name))) is None:
        return None
    for cells in read_cells(data, own, is_header):
        reading = GridReading.of(vocabulary, is_header, cells.notes or own, read)
        if found := read_grid(cells, reading, causal=False):
            notes.take(reading.notes)
            notes.places = reading.notes.places
            return found[0]
    return None


def _find_columns(table: TieTable, kind: TieKind, vocabulary: Vocabulary, notes: Notes) -> tuple[dict[str, int], bool]:
    """The columns that are read, by name, and whether the dates are when somebody looked; the others are told."""
    sheet, taken = table.sheet, set(table.columns.values())
    wanted = [
        column
        for column in wanted_by_type(vocabulary, kind.type, kind)
        if column.name in READ or column.name in kind.identity
    ]
    found = match_headers(sheet, wanted, vocabulary, notes, taken)
    time = None if "since" in found else time_column(sheet, taken | set(found.values()))
    if time:
        found["since"] = time.place
    fields = [field for field in vocabulary.tie_columns(kind.type) if field.name in READ]
    ends = [field for field in vocabulary.headers if field.name in _ENDS]
    read = {*taken, *found.values()}
    unread = [header for index, header in enumerate(sheet.header) if header and index not in read]
    if unread:
        columns = Listing(terms_of(wanted_headers([*ends, *fields])).values())
        notes.warning(sheet.header_line, 0, NOT_READ, headers=list_some(unread), columns=columns)
    return found, bool(time and time.is_wave)


class _Ends(NamedTuple):
    """Ties as columns: the index of the row that says each, and the numbers of the names at its ends."""

    row: Whole
    source: Whole
    target: Whole


def _number_cells(table: TieTable) -> tuple[Sequence[str], list[Whole]]:
    """The distinct cells of both ends, and the columns of the ends as indexes of these."""
    import numpy as np

    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    columns = [table.cells(end) for end in _ENDS]
    numbered = [np.fromiter(map(numbers.__getitem__, column), np.int64, len(column)) for column in columns]
    return list(numbers), numbered


def _count_cells(cells: Sequence[str], column: Whole) -> dict[str, int]:
    """How often each cell stands in a column of their indexes, of those that do."""
    import numpy as np

    counts = np.bincount(column, minlength=len(cells)).tolist()
    return {cell: number for cell, number in zip(cells, counts, strict=True) if number}


def _number_ends(cells: Sequence[str], columns: Sequence[Whole], named: Named, names: Sequence[str]) -> _Ends:
    """The ends of every row as numbers of names, `_NOBODY` where a cell names nobody; a list is several ties.

    `columns` are the ends as indexes of `cells`.
    """
    import numpy as np

    numbers = {name: number for number, name in enumerate(names)}
    held = [named.names[cell] for cell in cells]
    first = (numbers[found[0]] if len(found) == 1 else _SEVERAL if found else _NOBODY for found in held)
    number_of = np.fromiter(first, np.int64, len(held))
    source, target = (number_of[column] for column in columns)
    ends = _Ends(np.arange(len(source)), source, target)
    several = (source == _SEVERAL) | (target == _SEVERAL)
    if not several.any():
        return ends
    more = [
        (row, *pair)
        for row in np.flatnonzero(several).tolist()
        for pair in product(*([numbers[name] for name in held[column[row]]] or [_NOBODY] for column in columns))
    ]
    added = np.array(more, dtype=np.int64).reshape(-1, 3).T
    every = [np.concatenate((column[~several], extra)) for column, extra in zip(ends, added, strict=True)]
    order = np.argsort(every[0], kind="stable")
    return _Ends(*(column[order] for column in every))


def _leave_out(
    table: TieTable, kind: TieKind, ends: _Ends, names: Sequence[str], *, weightless: set[int], notes: Notes
) -> _Ends:
    """The ties without those of nobody, to oneself or without weight, which are noted; a row of no tie is lost."""
    import numpy as np

    sheet, kept = table.sheet, ~np.isin(ends.row, list(weightless))
    for end, column in zip(_ENDS, (ends.source, ends.target), strict=True):
        index = table.columns[end]
        for row in sorted(set(ends.row[column == _NOBODY].tolist())):
            text = sheet.rows[row][index].strip()
            if sheet.origin and not text:
                continue  # a name of the grid without ties
            cause = NOBODY if text else BLANK_END
            notes.warning(sheet.lines[row], index + 1, cause, header=sheet.header[index], value=show_cell(text))
        kept &= column != _NOBODY
    selves = kept & (ends.source == ends.target)
    for row, name in zip(ends.row[selves].tolist(), ends.source[selves].tolist(), strict=True):
        place = sheet.lines[row], table.columns["target"] + 1
        notes.warning(*place, SELF_TIE, node=show_cell(names[name]), tie=tie_term(kind))
    kept &= ~selves
    used = np.zeros(len(sheet.rows), dtype=bool)
    used[ends.row[kept]] = True
    if not sheet.origin:
        notes.lost.update(sheet.lines[row] for row in np.flatnonzero(~used).tolist())
    return _Ends(*(column[kept] for column in ends))


def _rows(table: TieTable, kind: TieKind, ends: _Ends, values: Mapping[str, Column], names: int) -> Rows:
    """What tells the ties apart, and what may differ in rows that say the same one."""
    import numpy as np

    low, high = np.minimum(ends.source, ends.target), np.maximum(ends.source, ends.target)
    weight = np.full(len(ends.row), np.nan)
    if "weight" in values:
        weight = np.array([np.nan if value is None else value for value in values["weight"]], dtype=float)[ends.row]
    apart = [values[name] for name in kind.identity if name in values]
    apart += [[clean_text(cell) for cell in table.cells("key")]] if "key" in table.columns else []
    identity = None
    if apart:
        codes: dict[object, int] = {}
        column = [codes.setdefault(each, len(codes)) for each in zip(*apart, strict=True)]
        identity = np.array(column, dtype=np.int64)[ends.row]
    periods: list[Period] | None = None
    if "since" in values or "until" in values:
        blank: Column = [None] * len(table.sheet.rows)
        every = zip(values.get("since", blank), values.get("until", blank), strict=True)
        dated = [(str(since or ""), str(until or "")) for since, until in every]
        periods = [dated[row] for row in ends.row.tolist()]
    return Rows(low * names + high, identity, weight, periods)


def _note_joined(sheet: Sheet, ends: _Ends, joined: Joined, repeat: str, notes: Notes) -> None:
    lines = [sheet.lines[row] for row in ends.row[joined.repeated].tolist()] if joined.repeated else []
    if lines and repeat != "sum":
        differing = Number(joined.differing)
        notes.warning(lines[0], 0, REPEATED, n=len(lines), differing=differing, lines=list_some(lines, _SHOWN))
    if joined.at_times:
        lines = [sheet.lines[row] for row in ends.row[joined.at_times].tolist()]
        notes.warning(lines[0], 0, AT_TIMES, n=len(lines), lines=list_some(lines, _SHOWN))


def _note_two_kinds(table: TieTable, ends: _Ends, notes: Notes) -> None:
    """Note that the ends are of two kinds, where none of one is one of the other."""
    import numpy as np

    if not len(ends.row) or np.isin(ends.source, ends.target).any():
        return
    pairs = set(zip(ends.source.tolist(), ends.target.tolist(), strict=True))
    if are_two_kinds([(source, target) for source, target in pairs if _NOBODY not in (source, target)]):
        source, target = (table.sheet.header[table.columns[end]] for end in _ENDS)
        notes.warning(table.sheet.header_line, 0, TWO_KINDS, source=source, target=target)


def _or_none(numbers: Numbers) -> list[Value | None]:
    """The numbers of a column, None for NaN."""
    return [None if number != number else number for number in numbers.tolist()]  # noqa: PLR0124 - only NaN differs
