"""Faults by cause: what is wrong in one way in one column is told once, with how often and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sysmap.errors import Fault
from sysmap.messages import AnyText, Joined, Listing, Message, Number, plural

__all__ = ["FaultGroup", "group_faults"]

_PLACES_SHOWN = 3
_TIMES = plural("{n} time: {places}", "{n} times: {places}")
_LINE = Message("line {line}")
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
        places = [self._place(fault) for fault in self.faults[:_PLACES_SHOWN]]
        rest = len(self.faults) - len(places)
        listed = Listing([*places, _MORE.filled(n=Number(rest))] if rest else places)
        return Joined((self.first.problem, _TIMES.counted(len(self.faults)).filled(places=listed)), "; ")

    def _place(self, fault: Fault) -> AnyText:
        """Where one of them stands; with what stands there only if not all say the same."""
        alike = all(other.quoted == self.first.quoted for other in self.faults[:_PLACES_SHOWN])
        if alike or not fault.quoted:
            return _LINE.filled(line=fault.line)
        return _QUOTED_LINE.filled(quoted=fault.quoted, line=fault.line)

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
    groups: dict[object, list[Fault]] = {}
    for fault in sorted(faults):
        key = (fault.file, fault.column, fault.id, fault.level) if fault.id and fault.line else fault
        groups.setdefault(key, []).append(fault)
    return [FaultGroup(tuple(group)) for group in groups.values()]
