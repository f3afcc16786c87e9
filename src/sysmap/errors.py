"""Everything that can go wrong, as one tree. Each class knows its exit code and what to do next.

::

    SysmapError                 1   something went wrong that is no bug
    ├── UnknownName             2   no measure, query, map, choice ... of that name
    ├── QueryRefused            2   a query that would write, read files, or is not Cypher
    ├── DataError               3   the input has faults: all of them, with file, line, column, remedy
    ├── StoreError              4   the graph database
    │   ├── StoreDown               does not answer, or cannot be opened
    │   ├── StoreDenied             wrong user or password, or no right to do this
    │   └── StoreBusy               somebody else is writing
    ├── LimitReached            5   a guard stopped the work; an option lets it go on
    └── OutputError             6   a file or folder could not be written

A bug is none of these: it keeps its traceback and exits 1. Ctrl-C exits 130.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

__all__ = [
    "DataError",
    "Fault",
    "LimitReached",
    "OutputError",
    "QueryRefused",
    "StoreBusy",
    "StoreDenied",
    "StoreDown",
    "StoreError",
    "SysmapError",
    "UnknownName",
    "nearest",
]


def nearest(name: str, names: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The up to `count` known names closest to `name`, best first; case does not matter.

    >>> nearest("GOVERMENT", ["government", "media"])
    ('government',)
    """
    known = {candidate.casefold(): candidate for candidate in sorted(names, reverse=True)}
    return tuple(known[key] for key in difflib.get_close_matches(name.strip().casefold(), sorted(known), count, 0.6))


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with one place in the input.

    `line` is the physical line (1-based; 0 where the whole file or folder is meant), `column` the
    field's number in its row (1-based; 0 where the whole row is meant).

    >>> print(Fault("stakeholders.csv", 3, 5, "interest is 0.25, outside 1-5", "give a number from 1 to 5"))
    stakeholders.csv:3:5: interest is 0.25, outside 1-5 (give a number from 1 to 5)
    """

    file: str
    line: int
    column: int
    problem: str
    remedy: str
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = self.file + (f":{self.line}" if self.line else "") + (f":{self.column}" if self.column else "")
        mark = "warning: " if self.level == "warning" else ""
        return f"{place}: {mark}{self.problem} ({self.remedy})"


class SysmapError(Exception):
    """The root: a message in one sentence, and the remedy in another."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} ({self.remedy})" if self.remedy else self.message


LONGEST = 80
"""Letters of a known name that are worth offering."""


class UnknownName(SysmapError):
    """No `what` is called `name`; the nearest known names are offered.

    >>> raise UnknownName("measure", "betweeness", ["betweenness", "degree"])
    Traceback (most recent call last):
    sysmap.errors.UnknownName: no measure is called 'betweeness' (did you mean betweenness?)
    """

    exit_code = 2

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        close = nearest(name, names)
        told = [one if len(one) <= LONGEST else f"{one[:LONGEST]}…" for one in close or names[:20]]
        remedy = f"did you mean {' or '.join(told)}?" if close else "known: " + (", ".join(told) or "none")
        super().__init__(f"no {what} is called {name!r}", remedy)
        self.what, self.name, self.nearest = what, name, close


class QueryRefused(SysmapError):
    """A query that would write or read files, or that the engine does not understand."""

    exit_code = 2


class DataError(SysmapError):
    """The input has faults; `faults` holds every one of them, warnings too."""

    exit_code = 3

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        count = sum(fault.level == "error" for fault in self.faults)
        super().__init__(f"{count} fault{'' if count == 1 else 's'} in the input", "nothing was loaded; mend the lines and run again")


class StoreError(SysmapError):
    """The graph database could not do it."""

    exit_code = 4


class StoreDown(StoreError):
    """It does not answer, or cannot be opened."""


class StoreDenied(StoreError):
    """It refused the user, the password or the act."""


class StoreBusy(StoreError):
    """Somebody else is writing; the message says who."""


class LimitReached(SysmapError):
    """A guard stopped the work; the remedy names the option that lets it go on."""

    exit_code = 5


class OutputError(SysmapError):
    """A file or folder could not be written or read: disk full, no permission, vanished."""

    exit_code = 6
