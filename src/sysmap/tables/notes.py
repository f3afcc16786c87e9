"""Where the faults of one file are gathered while it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sysmap.errors import Cause, Fault, Level
from sysmap.messages import AnyText, Listing, Message
from sysmap.tables.hidden_cells import without_cells
from sysmap.tables.text import split_parts

__all__ = ["Notes", "did_you_mean"]

_DID_YOU_MEAN = Message("did you mean {names}?")


def did_you_mean(names: Iterable[AnyText]) -> AnyText:
    """The remedy that offers known names; an empty text where there are no names to offer.

    >>> print(did_you_mean(["sector", "since"]))
    did you mean sector or since?
    """
    offered = Listing(dict.fromkeys(names), "or")
    return _DID_YOU_MEAN.filled(names=offered) if offered.items else ""


class Notes:
    """The faults, warnings and questions of one file, in the order in which they were noted.

    `lost` are the lines of rows that are not used, `understood` what the file was read as: sentences for who wants to
    see a wrong reading. `mends`: number of a column -> cell as written -> how it would be written plainly. `personal`
    are the headers of columns whose cells are not told, by their numbers, and `width` is the number of all columns.
    `places`, of ties that were made from a grid, maps their line and column to the column in the file.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.lost: set[int] = set()
        self.understood: list[AnyText] = []
        self.mends: dict[int, dict[str, str]] = {}
        self.personal: dict[int, str] = {}
        self.width = 0
        self.places: Mapping[tuple[int, int], int] | None = None

    def keep_back(self, personal: Mapping[int, str], width: int) -> None:
        """Let no fault tell what stands in the cells of these columns: header by number, of so many columns in all."""
        self.personal.update(personal)
        self.width = max(self.width, width)

    def told(self) -> list[Fault]:
        """What was noted, without the cells of personal columns."""
        return without_cells(self.faults, self.personal, self.width)

    def error(self, line: int, column: int, cause: Cause, /, *, remedy: AnyText = "", **values: object) -> None:
        """Note what forbids loading.

        `values` are the parameters of the cause; `remedy` replaces the cause's own remedy.
        """
        self._add(line, column, cause, "error", remedy=remedy, values=values)

    def warning(self, line: int, column: int, cause: Cause, /, *, remedy: AnyText = "", **values: object) -> None:
        """Note what was read all the same, and should be looked at. The arguments are those of `error`."""
        self._add(line, column, cause, "warning", remedy=remedy, values=values)

    def question(self, line: int, column: int, cause: Cause, /, *, remedy: AnyText = "", **values: object) -> None:
        """Note what only a person can say; the remedy is the line that answers it. Until then nothing rests on it.

        The arguments are those of `error`.
        """
        self._add(line, column, cause, "question", remedy=remedy, values=values)

    def lose(
        self,
        line: int,
        column: int,
        cause: Cause,
        /,
        *,
        level: Level = "warning",
        remedy: AnyText = "",
        **values: object,
    ) -> None:
        """Note a row that is not used at all, and why. The arguments are those of `error`."""
        if self.places is None:
            # One tie of a row in a grid is not the row.
            self.lost.add(line)
        self._add(line, column, cause, level, remedy=remedy, values=values)

    def withdraw(self, line: int, cause: Cause) -> None:
        """Take back what was noted of a cause in a row that could be read after all."""
        self.lost.discard(line)
        self.faults = [fault for fault in self.faults if (fault.line, fault.cause) != (line, cause)]

    def withdraw_column(self, column: int) -> None:
        """Take back what was noted of the cells of a column that was read as something else after all."""
        self.faults = [fault for fault in self.faults if fault.column != column or fault.line in self.lost]

    def understand(self, text: AnyText) -> None:
        """Note how something in the file was read, as a part of a sentence: "dates d/m/y (proved by line 14)"."""
        if text not in self.understood:
            self.understood.append(text)

    def mend(self, column: int, cell: str, plain: str) -> None:
        """Note how a cell of a column would be written plainly: its list parted by `;`, its date as 2024-01-31 ...

        A list that is parted by `|` or `;` already is plain enough, and a grid stays as it is.
        """
        if self.places is None and split_parts(plain) != split_parts(cell):
            self.mends.setdefault(column, {})[cell] = plain

    def take(self, other: Notes) -> None:
        """Go on with what was noted of a part of the file, under the name of that part."""
        self.file = other.file
        self.faults += other.faults
        self.understood += other.understood
        self.personal |= other.personal
        self.width = max(self.width, other.width)
        self.lost |= other.lost

    def _add(
        self, line: int, column: int, cause: Cause, level: Level, *, remedy: AnyText, values: dict[str, object]
    ) -> None:
        if self.places is not None and column:
            column = self.places.get((line, column), 0)
        fault = cause.fault(self.file, line, column, level=level, **values)
        self.faults.append(replace(fault, remedy=remedy) if remedy else fault)
