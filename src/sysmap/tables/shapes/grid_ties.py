"""The cells of a grid to ties: each filled cell is a tie, says that there is none, or is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from sysmap.errors import Cause
from sysmap.messages import AnyText, Message, plural
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import markers
from sysmap.tables.personal import STAYS_HOME
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.shapes.foot import SUMS, without_foot
from sysmap.tables.shapes.marks import figure, is_frequency, says_no_tie, tie_weight
from sysmap.tables.sources.port import Origin, PlacedRow
from sysmap.tables.text import fold_text, list_some, show_cell

__all__ = ["GridTies", "Tie"]

UNREAD_CELL = Cause(
    "F390",
    "{value} of {name} under {header} says neither that there is a tie nor that there is none; it counts as not known",
    "write a number, x, or how often (rarely, sometimes, often, always); or say empty = [{value}] under [read] in "
    "sysmap.toml",
)
NO_NAME = Cause("F391", "the row has no name in the column that says whose it is", "fill it in, or take the row out")
NO_HEADING = Cause(
    "F392",
    plural(
        "{n} filled cell stands under no name; it was left out",
        "{n} filled cells stand under no name; they were left out",
    ),
    "write into the header whom the column is about, or take it out",
)

_OFTEN = Message("rarely, sometimes, often and always as the weights 1 to 4")
_SELVES = plural("without {n} cell that joins a name with itself", "without {n} cells that join a name with itself")
_LONE = plural("{n} name without a tie stays", "{n} names without a tie stay")
_NO_SUMS = Message("without the sums under {headers}")
_UNUSED = Message("without {headers}")
_OTHERWISE = Message('if it is a plain table, say grids = "none" under [read] in sysmap.toml')

_HALF = 0.5
_RELATION = "INFLUENCES"
_CAUSAL_HEADER = ("source", "relation", "target", "polarity", "strength")
_HEADER = ("source", "target", "weight")


class Tie(NamedTuple):
    """A tie that a cell says: the line of its row, the number of its column, both names, and the weight.

    Where names are listed in one cell, `target` is the whole cell.
    """

    line: int
    column: int
    source: str
    target: str
    weight: float

    @property
    def key(self) -> tuple[str, str]:
        """Both names as they are compared."""
        return fold_text(self.source), fold_text(self.target)


class GridTies:
    """A grid while it is read: its header, the rows below without the notes at their foot, and the ties so far.

    `names` are all names in it, by how they are compared: the line and column where each stands first, and how it is
    written. `unused` are headers of columns that no tie comes from.
    """

    def __init__(
        self, header: PlacedRow, below: Sequence[PlacedRow], notes: Notes, read: ReadSettings, *, typed: bool
    ) -> None:
        self.line, self.header = header[0], [" ".join(cell.split()) for cell in header[1]]
        self.notes, self.read, self.typed = notes, read, typed
        self.below = list(without_foot(below, notes))
        self.names: dict[str, tuple[int, int, str]] = {}
        self.headings: dict[str, tuple[int, int, str]] = {}
        self.ties: list[Tie] = []
        self.selves = 0
        self.often = self.causal = self.two_kinds = self.lists = False
        self.who = self._column_of_names()
        self.unused: list[str] = []
        self.sums: list[str] = []

    def cell(self, row: Sequence[str], at: int) -> str:
        """A cell of a row, blank beyond its end."""
        return row[at].strip() if at < len(row) else ""

    def column(self, at: int) -> list[str]:
        """All cells of a column below the header."""
        return [self.cell(row, at) for _, row in self.below]

    def _column_of_names(self) -> int:
        """The first column that does not only number the rows."""
        numbers = [cell.rstrip(".") for cell in self.column(0) if cell]
        behind = [cell for cell in self.column(1) if cell]
        counted = numbers and all(map(str.isdecimal, numbers)) and len(set(numbers)) == len(numbers)
        return int(bool(counted and behind and not any(figure(cell) is not None for cell in behind)))

    def keep_back(self, personal: Mapping[int, str]) -> None:
        """Let no message tell the cells of these columns, header by index, and say that they stay home."""
        if personal:
            self.notes.keep_back({at + 1: header for at, header in personal.items()}, len(self.header))
            self.notes.understand(STAYS_HOME.filled(headers=list_some(map(show_cell, personal.values()))))

    def headed(self) -> dict[int, str]:
        """The columns behind that of the names of rows which have a name themselves, without those of sums."""
        rows = {fold_text(name) for name in self.column(self.who)}
        named = {at: name for at, name in enumerate(self.header) if at > self.who and name}
        sums = {at for at, name in named.items() if (key := fold_text(name)) in SUMS and key not in rows}
        self.sums = [named[at] for at in sorted(sums)]
        return {at: name for at, name in named.items() if at not in sums}

    def read_cells(
        self, who: int, others: Mapping[int, str], is_refused: Callable[[str], Cause | None] = lambda _: None
    ) -> bool:
        """Read the ties from the names in column `who` to those above the columns; whether most cells could be read.

        `is_refused` gives the cause for which a name of a row is no name.
        """
        words = markers(self.read)
        filled = unread = 0
        self.headings = {fold_text(name): (self.line, at + 1, name) for at, name in reversed(list(others.items()))}
        for line, row in self.below:
            name = self.cell(row, who)
            if words.names_nothing(name) or (cause := is_refused(name)):
                self.notes.lose(line, 0, NO_NAME if words.names_nothing(name) else cause or NO_NAME)
                continue
            self.names.setdefault(fold_text(name), (line, who + 1, name))
            for at, other in others.items():
                if text := self.cell(row, at):
                    filled += 1
                    unread += not self.read_cell(Tie(line, at + 1, name, other, 1), text)
        return unread <= _HALF * filled

    def read_cell(self, tie: Tie, text: str) -> bool:
        """Read a filled cell as a tie or as none; whether that could be done."""
        weight = tie_weight(text, self.read, typed=self.typed)
        if weight is None:
            values = {"value": show_cell(text), "name": show_cell(tie.source), "header": show_cell(tie.target)}
            self.notes.warning(tie.line, tie.column, UNREAD_CELL, **values)
            return False
        self.often |= is_frequency(text)
        if weight and len(set(tie.key)) == 1:
            self.selves += 1
        elif weight:
            self.ties.append(tie._replace(weight=weight))
        return True

    def read_lists(self, who: int, at: int, is_refused: Callable[[str], Cause | None]) -> None:
        """Read the ties from the names in column `who` to those in the cells of another column, several in a cell."""
        self.lists = True
        words = markers(self.read)
        for line, row in self.below:
            name, text = self.cell(row, who), self.cell(row, at)
            if words.names_nothing(name) or (cause := is_refused(name)):
                self.notes.lose(line, 0, NO_NAME if words.names_nothing(name) else cause or NO_NAME)
                continue
            self.names.setdefault(fold_text(name), (line, who + 1, name))
            if not words.names_nothing(text):
                self.ties.append(Tie(line, at + 1, name, text, 1))

    def note_nameless(self, first: int) -> None:
        """Note the filled cells from column `first` on that stand under no name."""
        width = max((len(row) for _, row in self.below), default=0)
        for at in range(first, width):
            if at >= len(self.header) or not self.header[at]:
                lines = [
                    line
                    for line, row in self.below
                    if (text := self.cell(row, at)) and not says_no_tie(text, self.read)
                ]
                if lines and at + 1 not in self.notes.personal:
                    self.notes.warning(lines[0], at + 1, NO_HEADING, n=len(lines))

    def lone(self) -> Iterator[tuple[int, int, str, bool]]:
        """Line, column and spelling of each name that no tie has; and whether it is that of a column of another kind."""
        ends = [{tie.key[end] for tie in self.ties} for end in (0, 1)]
        if not self.two_kinds:
            ends = [ends[0] | ends[1]] * 2
        found = {key: (*place, False) for key, place in self.names.items() if key not in ends[0]}
        other = [(*place, self.two_kinds) for key, place in self.headings.items() if key not in ends[1]]
        known = set() if self.two_kinds else {fold_text(name) for *_, name, _ in found.values()}
        yield from found.values()
        yield from (place for place in other if fold_text(place[2]) not in known)

    def rows(self) -> list[tuple[int, int, int, list[str]]]:
        """The rows of the table of ties: line, columns of both ends in the file, and cells."""
        rows = [(tie.line, 0, tie.column, self._tie_row(tie)) for tie in self.ties]
        for line, column, name, is_target in self.lone():
            blank = Tie(line, column, "" if is_target else name, name if is_target else "", 0)
            rows.append((line, column, column, self._tie_row(blank)))
        return sorted(rows, key=lambda row: row[0])

    def _tie_row(self, tie: Tie) -> list[str]:
        if self.causal:
            sign, size = ("-" if tie.weight < 0 else "+", _plain(abs(tie.weight))) if tie.weight else ("", "")
            return [tie.source, _RELATION, tie.target, sign, size]
        pair = [tie.source, tie.target]
        return pair if self.lists else [*pair, _plain(tie.weight) if tie.weight else ""]

    def table(self) -> tuple[PlacedRow, ...]:
        """The table of ties, its header first. A row whose target is blank is a name without ties."""
        header = _CAUSAL_HEADER if self.causal else _HEADER[:2] if self.lists else _HEADER
        return (self.line, [*header]), *((line, cells) for line, *_, cells in self.rows())

    def origin(self) -> Origin:
        """The grid as it stands in the file."""
        whose = {line: column for line, column, _ in self.names.values()}
        who = next(iter(whose.values()), 0)
        columns: dict[tuple[int, int], int] = {}
        target = 3 if self.causal else 2
        for line, _, column, cells in self.rows():
            columns[line, 1] = who
            for number in range(target, len(cells) + 1):
                columns[line, number] = column if columns.get((line, number), column) == column else 0
        return Origin((self.line, self.header), tuple(self.below), columns, self.two_kinds)

    def remarks(self) -> list[AnyText]:
        """What is to be said of a grid beside what it is."""
        lone = 0 if self.lists else sum(1 for _ in self.lone())
        return [
            *([_OFTEN] if self.often else []),
            *([_SELVES.counted(self.selves)] if self.selves else []),
            *([_LONE.counted(lone)] if lone else []),
            *([_NO_SUMS.filled(headers=list_some(map(show_cell, self.sums)))] if self.sums else []),
            *([_UNUSED.filled(headers=list_some(map(show_cell, self.unused)))] if self.unused else []),
            _OTHERWISE,
        ]


def _plain(weight: float) -> str:
    """A weight as it is written in a table: no exponent, no point without digits behind it.

    >>> _plain(2.0), _plain(0.5)
    ('2', '0.5')
    """
    return str(int(weight)) if weight.is_integer() else f"{Decimal(repr(weight)):f}"
