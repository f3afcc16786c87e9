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

What went wrong is declared once, where it is found, as a `Cause` with a number of its own, such as `F012`; a `Fault` or an
error is that cause with the names and numbers of the case::

    OUT_OF_RANGE = Cause("F012", "{column} is {value}, outside {range}", "give a number from {low} to {high}")

    OUT_OF_RANGE.fault("stakeholders.csv", 3, 5, column="interest", value="0.25", range="1-5", low=1, high=5)
    raise QueryRefused(WRITES, word="DELETE")
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from sysmap.messages import AnyText, Message, render

__all__ = [
    "CAUSES",
    "Cause",
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


Level = Literal["error", "warning"]
_WARNING = Message("warning")
_NUMBER = re.compile(r"[A-Z]\d{3}")

CAUSES: dict[str, Cause] = {}
"""Every declared cause by its number; the modules that declare them register them when they are imported."""


@dataclass(frozen=True, slots=True, init=False)
class Cause:
    """Something that can go wrong: its lasting number, what the problem is and what to do, as texts with named parameters.

    >>> cause = Cause("T001", "{column} is {value}", "give a number from {low} to {high}")
    >>> print(cause.fault("a.csv", 3, 5, column="interest", value="0.25", low=1, high=5))
    a.csv:3:5: interest is 0.25 (give a number from 1 to 5)
    """

    id: str
    problem: Message
    remedy: Message | None

    def __init__(self, id: str, problem: str, remedy: str = "", /) -> None:
        if not _NUMBER.fullmatch(id):
            raise ValueError(f"cause {id!r}: choose a letter and three digits, such as F012")
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "problem", Message(problem))
        object.__setattr__(self, "remedy", Message(remedy) if remedy else None)
        if CAUSES.setdefault(id, self) != self:
            raise ValueError(f"cause {id} is declared twice: {CAUSES[id].problem!r} and {self.problem!r}")

    def fault(self, file: str, line: int, column: int, /, *, level: Level = "error", **values: object) -> Fault:
        """The fault of this cause at one place of the input, with the values of the case."""
        return Fault(file, line, column, self.problem.filled(**values), _remedy(self, values), level, self)


def _remedy(cause: Cause, values: dict[str, object]) -> AnyText:
    return cause.remedy.filled(**values) if cause.remedy else ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one place in the input.

    `line` is the physical line (1-based; 0 where the whole file or folder is meant), `column` the
    field's number in its row (1-based; 0 where the whole row is meant). Faults sort by their place.

    >>> print(Fault("stakeholders.csv", 3, 5, "interest is 0.25, outside 1-5", "give a number from 1 to 5"))
    stakeholders.csv:3:5: interest is 0.25, outside 1-5 (give a number from 1 to 5)
    """

    file: str
    line: int
    column: int
    problem: AnyText
    remedy: AnyText
    level: Level = "error"
    cause: Cause | None = None

    @property
    def id(self) -> str:
        """The number of its cause."""
        return self.cause.id if self.cause else ""

    def __lt__(self, other: Fault) -> bool:
        # Texts take time to render, so they are compared only where the places are the same.
        place, other_place = self._place, other._place
        return self._texts < other._texts if place == other_place else place < other_place

    @property
    def _place(self) -> tuple[str, int, int, str]:
        return self.file, self.line, self.column, self.id

    @property
    def _texts(self) -> tuple[str, str, str]:
        return str(self.problem), str(self.remedy), self.level

    def render(self, language: str) -> str:
        """Place, problem and remedy in one line."""
        place = self.file + (f":{self.line}" if self.line else "") + (f":{self.column}" if self.column else "")
        mark = f"{_WARNING.render(language)}: " if self.level == "warning" else ""
        return f"{place}: {mark}{_with_remedy(self.problem, self.remedy, language)}"

    def __str__(self) -> str:
        return self.render("en")


def _with_remedy(problem: AnyText, remedy: AnyText, language: str) -> str:
    told = render(remedy, language)
    return f"{render(problem, language)} ({told})" if told else render(problem, language)


class SysmapError(Exception):
    """The root: a cause with the values of the case, or a message in one sentence and the remedy in another."""

    exit_code: ClassVar[int] = 1

    def __init__(self, problem: Cause | AnyText, remedy: AnyText = "", /, **values: object) -> None:
        super().__init__(problem)
        self.cause = problem if isinstance(problem, Cause) else None
        self.message = problem.problem.filled(**values) if isinstance(problem, Cause) else problem
        self.remedy = _remedy(problem, values) if isinstance(problem, Cause) else remedy

    def render(self, language: str) -> str:
        """The problem, and the remedy in brackets."""
        return _with_remedy(self.message, self.remedy, language)

    def __str__(self) -> str:
        return self.render("en")


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
