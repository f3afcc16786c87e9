"""What stands in a cell that says nothing: one table of such markers for everything that reads cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.text import fold_text

__all__ = ["Markers", "markers"]

_NONE = frozenset(("tidak ada", "none", "nihil"))
"""Words of people who were asked and answered: there is none."""
_DASHES = frozenset(("-", "--", "---", "\u2013", "\u2014", "\u2212"))
_UNKNOWN = frozenset(
    (
        *("", "na", "n/a", "nan", "null", "?", ".", "tbd", "unknown"),
        *("belum ada", "kosong", "tidak diketahui"),
        *("#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!"),
    )
)


@dataclass(frozen=True, slots=True)
class Markers:
    """The texts that say nothing in a map, folded as `fold_text` does.

    `none` says that there is none; `dash` does so where the column is answered elsewhere; `unknown` never does.
    """

    none: frozenset[str]
    dash: frozenset[str]
    unknown: frozenset[str]

    def is_nothing(self, cell: str) -> bool:
        """Whether a cell gives no value: it is blank or a marker.

        >>> [markers(ReadSettings()).is_nothing(cell) for cell in ("N/A", "Tidak ada", " - ", "Namibia")]
        [True, True, True, False]
        """
        key = fold_text(cell)
        return key in self.unknown or key in self.dash or key in self.none

    def names_nothing(self, cell: str) -> bool:
        """Whether a cell names nobody: it says nothing, or is a formula that a spreadsheet left behind."""
        return cell.lstrip()[:1] == "=" or self.is_nothing(cell)

    def says_none(self, cell: str) -> bool:
        """Whether a cell says "we asked, there is none", wherever it stands; a dash does not by itself.

        >>> [markers(ReadSettings()).says_none(cell) for cell in ("Tidak ada", "NONE", "-", "NA", "")]
        [True, True, False, False, False]
        """
        return fold_text(cell) in self.none

    def only_dashes(self, column: Iterable[str]) -> frozenset[str]:
        """The dashes of a column in which nothing else stands, as they are written; empty for any other column.

        >>> words = markers(ReadSettings())
        >>> sorted(words.only_dashes(["-", "", " -"])), sorted(words.only_dashes(["-", "NA"]))
        ([' -', '-'], [])
        """
        filled = {cell for cell in set(column) if cell.strip()}
        return frozenset(filled) if all(fold_text(cell) in self.dash for cell in filled) else frozenset()

    def dash_says_none(self, column: Iterable[str]) -> bool:
        """Whether `-` says none in a column with these cells: only where another of them is answered.

        >>> words = markers(ReadSettings())
        >>> words.dash_says_none(["-", "Stunting"]), words.dash_says_none(["-", "", "NA"])
        (True, False)
        """
        return any(not self.is_nothing(cell) or self.says_none(cell) for cell in column)

    def none_in(self, column: Iterable[str]) -> frozenset[str]:
        """The cells of a column that say "we asked, there is none", as they are written.

        >>> sorted(markers(ReadSettings()).none_in(["-", "Stunting", "NA", "nihil"]))
        ['-', 'nihil']
        """
        cells = set(column)
        folded = {cell: fold_text(cell) for cell in cells}
        said = self.none | self.dash if self.dash_says_none(cells) else self.none
        return frozenset(cell for cell, key in folded.items() if key in said)


@lru_cache(maxsize=64)
def markers(read: ReadSettings) -> Markers:
    """The markers of a map: those that everybody uses, and what its `[read]` adds (`empty`, `none`) or takes (`keep`).

    >>> markers(ReadSettings(keep=("NA",))).is_nothing("NA"), markers(ReadSettings(none=("0",))).says_none("0")
    (False, True)
    """
    keep, none, empty = (frozenset(map(fold_text, texts)) for texts in (read.keep, read.none, read.empty))
    return Markers((_NONE | none) - empty - keep, _DASHES - none - empty - keep, (_UNKNOWN | empty) - none - keep)
