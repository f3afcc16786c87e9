"""Which table of a map a sheet is, by the headers in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sysmap.schema import Vocabulary
from sysmap.tables.cells import known_choice
from sysmap.tables.ends import find_ends, may_be_end
from sysmap.tables.headers import known_header, loose_header, spelled, wanted_headers
from sysmap.tables.history import history_fields
from sysmap.tables.node_columns import node_headers
from sysmap.tables.references import kinds_by_name
from sysmap.tables.sheets import Sheet
from sysmap.tables.sources.port import Cells, PlacedRow
from sysmap.tables.table_names import LINKS
from sysmap.tables.terms import TYPE_HEADERS
from sysmap.tables.text import fold_text, plain_header
from sysmap.tables.tie_columns import DIRECTION_WORDS, tie_headers

__all__ = ["PARTNERSHIPS", "Fit", "TableHeaders", "looks_like_table"]

_LOOK = 20
"""How many rows are looked at to find the header."""
_FEWEST = 2
"""Headers that must be known where nothing else says what a table is."""
PARTNERSHIPS = "partnerships.csv"
_GRID = re.compile(r"(.+?)\s*\[.+\]\s*")


@dataclass(frozen=True, slots=True)
class Fit:
    """A table of a map that a sheet fits, and the headers that tell."""

    file: str
    headers: tuple[str, ...]


def looks_like_table(rows: Sequence[PlacedRow]) -> bool:
    """Whether there are at least two rows with at least two filled cells."""
    return sum(sum(bool(cell.strip()) for cell in cells) >= _FEWEST for _, cells in rows[: 5 * _LOOK]) >= _FEWEST


class TableHeaders:
    """The headers that the tables of a map may have: known file -> header key -> column."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        nodes = {kind.file: node_headers(vocabulary, kind) for kind in vocabulary.nodes}
        ties = {kind.file: tie_headers(vocabulary, kind) for kind in vocabulary.ties if kind.file}
        dated = {
            history.file: spelled(wanted_headers(history_fields(vocabulary, history)))
            for history in vocabulary.histories
        }
        own = {plain_header(header): column for header, column in vocabulary.header_synonyms.items()}
        self.tables = {
            file: known | {header: column for header, column in own.items() if column in known.values()}
            for file, known in {**nodes, **ties, LINKS: tie_headers(vocabulary, None), **dated}.items()
        }
        self.keys = frozenset(key for known in self.tables.values() for key in known)

    def has(self, header: str) -> bool:
        """Whether a text may be a header in any table."""
        return known_header(header, self.keys) or may_be_end(header)

    def best_fit(self, rows: Sequence[PlacedRow], files: Sequence[str] = ()) -> Fit | None:
        """The table whose headers fit best, of the given ones or of all.

        None where none fits, or several equally well. A header counts the more, the fewer tables have it. Of the tables
        that a name leaves open, the first wins a draw.
        """
        fitting = _Fitting(rows, self)
        scores = {
            file: score for file in files or self.tables if file in self.tables and (score := fitting.score(file))
        }
        if not scores:
            return Fit(PARTNERSHIPS, ()) if (not files or PARTNERSHIPS in files) and fitting.is_grid() else None
        best = max(scores, key=lambda file: scores[file])
        if fitting.is_table_of_ties(best):
            return Fit(fitting.ties_file(), fitting.known(best))
        known = fitting.known(best)
        drawn = sum(score == scores[best] for score in scores.values()) > 1
        return None if not files and (drawn or len(known) < _FEWEST) else Fit(best, known)

    def split_by_kind(self, cells: Cells, file: str) -> dict[str, Cells]:
        """Known file -> the rows of a sheet that belong there.

        All in `file`, unless it is a table of nodes with a column that says of some rows that they are of another kind.
        """
        own = next((kind.label for kind in self.vocabulary.nodes if kind.file == file), "")
        fitting = _Fitting(cells.rows, self)
        typed = next((i for i, key in enumerate(fitting.keys) if key in TYPE_HEADERS), None)
        if not own or typed is None:
            return {file: cells}
        known = kinds_by_name(self.vocabulary)
        head = len(cells.rows) - len(fitting.below)
        rows: dict[str, list[PlacedRow]] = {}
        for line, row in cells.rows[head:]:
            label = known.get(plain_header(row[typed]), "") if typed < len(row) else ""
            # What a row is has been read: it is no more a property of it.
            bare = [*row[:typed], "", *row[typed + 1 :]] if label else row
            rows.setdefault(label or own, []).append((line, bare))
        if set(rows) <= {own}:
            return {file: cells}
        return {
            self.vocabulary.node(label).file: replace(cells, rows=[*cells.rows[:head], *of_kind])
            for label, of_kind in rows.items()
        }


class _Fitting:
    """A sheet while it is compared with tables: the row that may be its header, and the rows below."""

    def __init__(self, rows: Sequence[PlacedRow], headers: TableHeaders) -> None:
        self.tables, self.vocabulary = headers.tables, headers.vocabulary
        head = max(range(min(len(rows), _LOOK)), key=lambda i: sum(map(headers.has, rows[i][1])))
        self.header = [" ".join(cell.split()) for cell in rows[head][1]]
        self.keys = [
            key if (key := plain_header(cell)) in headers.keys else plain_header(loose_header(cell))
            for cell in self.header
        ]
        self.below = [cells for _, cells in rows[head + 1 :]]

    def columns(self, file: str) -> set[str]:
        """The columns of a table that the header has."""
        known = self.tables[file]
        return {known[key] for key in self.keys if key in known}

    def known(self, file: str) -> tuple[str, ...]:
        """The headers that a table knows, as they are written."""
        return tuple(
            header for header, key in zip(self.header, self.keys, strict=True) if key and key in self.tables[file]
        )

    def is_table_of_ties(self, file: str) -> bool:
        """Whether the rows of a table join two nodes each."""
        return file == LINKS or any(kind.file == file for kind in self.vocabulary.ties)

    def score(self, file: str) -> float:
        """How well a table fits; 0 where what it cannot do without is missing."""
        columns = self.columns(file)
        known = [key for at, key in enumerate(self.keys) if key in self.tables[file] and not self.denies(file, at)]
        score = sum(1 / sum(key in headers for headers in self.tables.values()) for key in known)
        if self.is_table_of_ties(file):
            whole = {"source", "target"} <= columns
            if not whole and self.has_ends():
                return score + 1
        elif node := next((kind for kind in self.vocabulary.nodes if kind.file == file), None):
            whole = bool({"id", "name"} & columns) or set(node.id_from) <= columns
        else:
            whole = len(columns) >= len(set(self.tables[file].values()))
        return score if whole else 0.0

    def denies(self, file: str, index: int) -> bool:
        """Whether a column should hold choices of a kind of node, is filled, and holds none of them."""
        kind = next((kind for kind in self.vocabulary.nodes if kind.file == file), None)
        name = self.tables[file][self.keys[index]]
        field = next((field for field in kind.fields if field.name == name), None) if kind else None
        if field is None or not field.choices:
            return False
        cells = {row[index].strip() for row in self.below[: 10 * _LOOK] if index < len(row)} - {""}
        return bool(cells) and not any(known_choice(field, cell) for cell in cells)

    def has_ends(self) -> bool:
        """Whether two columns are the ends of a tie by what they are called: `Funder` and `Recipient`."""
        width = len(self.header)
        rows = [(cells + [""] * width)[:width] for cells in self.below[: 10 * _LOOK]]
        return find_ends(Sheet("", tuple(self.header), 0, range(len(rows)), rows)) is not None

    def ties_file(self) -> str:
        """Where ties belong: partnerships where they say nothing else, else the file of any ties."""
        own = self.tables[PARTNERSHIPS]
        for index, key in enumerate(self.keys):
            column = self.tables[LINKS].get(key)
            if key in TYPE_HEADERS or column == "relation" or own.get(key) == "kind":
                if not self.says_partnership(index):
                    return LINKS
            elif column and key not in own:
                return LINKS
        return PARTNERSHIPS

    def says_partnership(self, index: int) -> bool:
        """Whether a column of kinds says directions or kinds of partnership only."""
        kinds = next(
            field
            for tie in self.vocabulary.ties
            if tie.file == PARTNERSHIPS
            for field in tie.fields
            if field.name == "kind"
        )
        cells = {fold_text(row[index]) for row in self.below if index < len(row)} - {""}
        return cells <= DIRECTION_WORDS or all(kinds.choice(cell) for cell in cells)

    def is_grid(self) -> bool:
        """Whether the sheet is a square matrix, or asks one question of several: `With whom? [Bappeda]`."""
        asked = Counter(found[1] for cell in self.header if (found := _GRID.fullmatch(cell)))
        names = {fold_text(cell) for cell in self.header[1:]} - {""}
        first = {fold_text(row[0]) for row in self.below if row} - {""}
        return max(asked.values(), default=0) >= _FEWEST or (len(names) >= _FEWEST and names == first)
