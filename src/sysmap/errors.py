"""Everything that can go wrong, as one tree. Each class knows its exit code and what to do next.

::

    SysmapError                 1   something went wrong that is no bug
    ├── UnknownName             2   no measure, query, map, choice ... of that name
    ├── Ambiguous               2   one word that fits several things: the remedy lists them
    ├── QueryRefused            2   a query that would write, read files, or is not Cypher
    ├── DataError               3   the input has faults: all of them, with file, line, column, remedy
    ├── StoreError              4   the graph database
    │   ├── StoreDown               does not answer, or cannot be opened
    │   ├── StoreDenied             wrong user or password, or no right to do this
    │   └── StoreBusy               somebody else is writing
    ├── LimitReached            5   a guard stopped the work; an option lets it go on
    └── OutputError             6   a file or folder could not be written

A bug is none of these: it keeps its traceback and exits 1. Ctrl-C exits 130.

What can go wrong is declared once, near the code that notices it, as a `Cause` with an id of its own, such as `F012`. A
`Fault` (a place in the input) and an error (an exception) are such a cause, filled with the names and numbers of the
case::

    OUT_OF_RANGE = Cause("F012", "{column} is {value}, outside {range}", "give a number from {low} to {high}")

    OUT_OF_RANGE.fault("stakeholders.csv", 3, 5, column="interest", value="0.25", range="1-5", low=1, high=5)
    raise QueryRefused(WRITES, word="DELETE")

The letter of an id names the room that declares it (F: tables, T: TOML files, V: schema, S: stores, C: cypher, M:
records, measures and models, N: findings, R: rendering and reports, P: page, B: build, L: commands, E: this module), so
that two rooms never choose the same one; X is for examples and tests. An id that was once released is never given to
another cause. `docs/faults.md` lists them all.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from sysmap.messages import AnyText, Joined, Listing, Message, Text, plural, render

__all__ = [
    "CAUSES",
    "Ambiguous",
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


Level = Literal["error", "warning", "question"]
"""How much a fault weighs: an error forbids loading; a warning tells what was read all the same; a question tells what
was left open until somebody answers it."""
_MARKS: Mapping[Level, Message] = {"warning": Message("warning"), "question": Message("question")}
_ID = re.compile(r"[A-Z]\d{3}")

CAUSES: dict[str, Cause] = {}
"""Every declared cause by its id. A module's causes are here once that module has been imported."""


@dataclass(frozen=True, slots=True, init=False)
class Cause:
    """Something that can go wrong.

    Its lasting id, a text for the problem and a text for the remedy, both with named parameters.

    A text is given as an English string. Give a `Message` for one that several causes share, and a `plural` for a
    problem that depends on a count; the parameter `n` is then the count.

    >>> cause = Cause("X001", "{column} is {value}", "give a number from {low} to {high}")
    >>> print(cause.fault("a.csv", 3, 5, column="interest", value="0.25", low=1, high=5))
    a.csv:3:5: interest is 0.25 (give a number from 1 to 5)
    """

    id: str
    problem: Message
    remedy: Message | None

    def __init__(self, id: str, problem: str | Message, remedy: str | Message = "", /) -> None:
        if not _ID.fullmatch(id):
            raise ValueError(f"cause {id!r}: choose a letter and three digits, such as F012")
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "problem", problem if isinstance(problem, Message) else Message(problem))
        object.__setattr__(
            self, "remedy", remedy if isinstance(remedy, Message) else Message(remedy) if remedy else None
        )
        if CAUSES.setdefault(id, self) != self:
            raise ValueError(f"cause {id} is declared twice: {CAUSES[id].problem!r} and {self.problem!r}")

    def fault(self, file: str, line: int, column: int, /, *, level: Level = "error", **values: object) -> Fault:
        """The fault of this cause at one place of the input, with the values of the case."""
        quoted = values.get("value", values.get("name", ""))
        return Fault(
            file, line, column, *self.filled(**values), level, self, quoted if isinstance(quoted, (str, Text)) else ""
        )

    def filled(self, **values: object) -> tuple[Message, AnyText]:
        """Problem and remedy with the values of the case; the remedy is empty where the cause has none."""
        count = values.get("n")
        problem = (
            self.problem.counted(count)
            if self.problem.many is not None and isinstance(count, int)
            else self.problem.filled(**values)
        )
        return problem.filled(**{name: value for name, value in values.items() if name != "n"}), self.remedy.filled(
            **values
        ) if self.remedy else ""

    def explain(self, **values: object) -> Joined:
        """Problem and remedy as one text, for advice that is neither a fault nor an error.

        >>> str(Cause("X002", "{word} differs between engines", "use uid").explain(word="id()"))
        'id() differs between engines: use uid'
        """
        return Joined((text for text in self.filled(**values) if text), ": ")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong at one place of the input.

    `line` is the line in the file, from 1; 0 means the whole file or folder. `column` is the number of the field in its
    row, from 1; 0 means the whole row. `quoted` is what stands there, as a message shows it; empty where nothing is
    quoted. Faults sort by their place.

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
    quoted: AnyText = ""

    @property
    def id(self) -> str:
        """The id of its cause; empty where none was declared."""
        return self.cause.id if self.cause else ""

    @property
    def kind(self) -> Hashable:
        """What it has in common with others that are told together: file, column, cause and level.

        A fault of a whole file, and one that has no cause, is told alone.
        """
        return (self.file, self.column, self.id, self.level) if self.id and self.line else self

    def __lt__(self, other: Fault) -> bool:
        # Texts take time to render, so they are compared only where the places are the same.
        place, other_place = self._sort_place, other._sort_place
        return self._texts < other._texts if place == other_place else place < other_place

    @property
    def place(self) -> str:
        """File, line and column as people write them: `stakeholders.csv:3:5`."""
        return self.file + (f":{self.line}" if self.line else "") + (f":{self.column}" if self.column else "")

    @property
    def _sort_place(self) -> tuple[str, int, int, str]:
        return self.file, self.line, self.column, self.id

    @property
    def _texts(self) -> tuple[str, str, str]:
        return str(self.problem), str(self.remedy), self.level

    def render(self, language: str) -> str:
        """Place, problem and remedy in one line."""
        return f"{self.place}: {self.mark(language)}{_with_remedy(self.problem, self.remedy, language)}"

    def mark(self, language: str) -> str:
        """What stands before the problem of a fault that is no error: `warning: ` or `question: `; else nothing."""
        word = _MARKS.get(self.level)
        return f"{word.render(language)}: " if word else ""

    def __str__(self) -> str:
        return self.render("en")


def _with_remedy(problem: AnyText, remedy: AnyText, language: str) -> str:
    advice = render(remedy, language)
    return f"{render(problem, language)} ({advice})" if advice else render(problem, language)


class SysmapError(Exception):
    """The root of all errors that are no bugs. It is raised with a cause and the values of the case.

    A problem and a remedy as plain texts are accepted too.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, problem: Cause | AnyText, remedy: AnyText = "", /, **values: object) -> None:
        super().__init__(problem)
        self.cause = problem if isinstance(problem, Cause) else None
        self.message, self.remedy = problem.filled(**values) if isinstance(problem, Cause) else (problem, remedy)

    @property
    def id(self) -> str:
        """The id of its cause; empty where none was declared."""
        return self.cause.id if self.cause else ""

    def render(self, language: str) -> str:
        """The problem in this language, and the remedy in brackets."""
        return _with_remedy(self.message, self.remedy, language)

    def __str__(self) -> str:
        return self.render("en")


LONGEST = 80
"""Characters of a known name that are shown; longer ones are cut."""
MOST = 20
"""How many known names are listed where none is like the one that was asked for, or where several fit."""
NOTHING_CALLED = Cause("E002", "no {kind} is called {name}")
DID_YOU_MEAN = Message("did you mean {names}?")
KNOWN = Message("known: {names}")
NOTHING_KNOWN = Message("known: none")


class UnknownName(SysmapError):
    """Nothing of a kind is called `name`. The remedy offers the known names that are most like it, or else lists them.

    The cause is declared once for each kind of thing and names the parameter `name`, which is filled here; other values
    are given as for every error. In place of a cause, a noun such as "measure" is accepted too.

    >>> raise UnknownName(Cause("X003", "no measure is called {name}"), "betweeness", ["betweenness", "degree"])
    Traceback (most recent call last):
    sysmap.errors.UnknownName: no measure is called 'betweeness' (did you mean betweenness?)
    """

    exit_code = 2

    def __init__(self, cause: Cause | AnyText, name: str, known: Iterable[str], **values: object) -> None:
        if isinstance(cause, Cause):
            super().__init__(cause, **values, name=repr(name))
        else:
            super().__init__(NOTHING_CALLED, kind=cause, name=repr(name))
        names = sorted(known)
        self.name, self.nearest = name, nearest(name, names)
        self.remedy = _offer(self.nearest, names)


def _offer(close: Sequence[str], known: Sequence[str]) -> Message:
    """What to do about an unknown name: the names most like it, else the first of those that are known."""
    names = [name if len(name) <= LONGEST else f"{name[:LONGEST]}…" for name in close or known[:MOST]]
    if close:
        return DID_YOU_MEAN.filled(names=Listing(names, "or"))
    return KNOWN.filled(names=Joined(names, ", ")) if names else NOTHING_KNOWN


class Ambiguous(SysmapError):
    """What was written, or left out, fits several things. The remedy lists them, spelled so that one can be copied.

    The remedy of its cause names the parameter `choices`, which is filled here; the other values are given as for every
    error.

    >>> raise Ambiguous(Cause("X004", "{file} holds two maps", "add {choices}"), ["--map a", "--map b"], file="m")
    Traceback (most recent call last):
    sysmap.errors.Ambiguous: m holds two maps (add --map a or --map b)
    """

    exit_code = 2

    def __init__(self, cause: Cause, choices: Iterable[str], **values: object) -> None:
        self.choices = tuple(choices)
        shown = [*self.choices[:MOST], *(["…"] if self.choices[MOST:] else [])]
        super().__init__(cause, **values, choices=Listing(shown, "or"))


class QueryRefused(SysmapError):
    """A query that would write or read files, or that the engine does not understand."""

    exit_code = 2


FAULTY_INPUT = Cause(
    "E001",
    plural("{n} fault in the input", "{n} faults in the input"),
    "nothing was loaded; mend the lines and run again",
)


class DataError(SysmapError):
    """The input has faults; `faults` holds every one of them, warnings too.

    Its sentence counts those that are errors; what is wrong in one way in one column counts once.
    """

    exit_code = 3

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(FAULTY_INPUT, n=len({fault.kind for fault in self.faults if fault.level == "error"}))


class StoreError(SysmapError):
    """The graph database could not do it."""

    exit_code = 4


class StoreDown(StoreError):
    """It does not answer, or cannot be opened."""


class StoreDenied(StoreError):
    """It refused the user, the password or the act."""


class StoreBusy(StoreError):
    """Somebody else is writing or has the place; the message says who where that is known."""


class LimitReached(SysmapError):
    """A guard stopped the work; the remedy names the option that lets it go on."""

    exit_code = 5


class OutputError(SysmapError):
    """A file or folder could not be written or read: disk full, no permission, vanished."""

    exit_code = 6
