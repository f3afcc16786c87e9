"""Faults by cause: what is wrong in one way in one column is told once, with how often and where."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from sysmap.errors import Fault
from sysmap.messages import AnyText, Joined, Listing, Message, Number, plural

__all__ = ["FaultGroup", "group_faults"]

_PLACES_SHOWN = 3
_TIMES = plural("{n} time: {places}", "{n} times: {places}")
_LINES = Message("lines {lines}")
_QUOTED_LINE = Message("{quoted} in line {line}")
_MORE = Message("{n} more")


@dataclass(frozen=True, slots=True)
class FaultGroup:
    """All faults of one cause and weight in one column of one file, in the order of their lines; at least one."""

    faults: tuple[Fault, ...]

    @property
    def first(self) -> Fault:
        """The fault that is told for all."""
        return self.faults[0]

    def problem(self) -> AnyText:
        """The problem of the first, how many there are, and the first three places with what stands there.

        >>> first = Fault("a.csv", 3, 2, "name: no office is called 'X'", "add it", quoted="'X'")
        >>> other = Fault("a.csv", 9, 2, "name: no office is called 'Y'", "add it", quoted="'Y'")
        >>> str(FaultGroup((first, other)).problem())
        "name: no office is called 'X'; 2 times: 'X' in line 3 and 'Y' in line 9"
        """
        if len(self.faults) == 1:
            return self.first.problem
        return Joined((self.first.problem, _TIMES.counted(len(self.faults)).filled(places=self._places())), "; ")

    def _places(self) -> AnyText:
        """Where the first ones stand, and how many more there are; with what stands there, if not all say the same."""
        shown, rest = self.faults[:_PLACES_SHOWN], len(self.faults) - _PLACES_SHOWN
        more = [_MORE.filled(n=Number(rest))] if rest > 0 else []
        if not self.first.quoted or all(fault.quoted == self.first.quoted for fault in shown):
            return _LINES.filled(lines=Listing([*(str(fault.line) for fault in shown), *more]))
        return Listing([*(_QUOTED_LINE.filled(quoted=fault.quoted, line=fault.line) for fault in shown), *more])

    def render(self, language: str) -> str:
        """Place, problem and remedy in one line."""
        one = self.first
        return Fault(one.file, one.line, one.column, self.problem(), one.remedy, one.level).render(language)


def group_faults(faults: Iterable[Fault]) -> list[FaultGroup]:
    """The faults by file, column, cause and weight; a fault that has no cause is alone. Sorted by their first places.

    >>> rows = [Fault("a.csv", line, 1, "is blank", "", cause=None) for line in (2, 3)]
    >>> len(group_faults(rows))
    2
    """
    groups: dict[Hashable, list[Fault]] = {}
    for fault in sorted(faults):
        groups.setdefault(fault.kind, []).append(fault)
    return [FaultGroup(tuple(group)) for group in groups.values()]
