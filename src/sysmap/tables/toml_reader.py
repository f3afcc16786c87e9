"""One reader for every TOML file of ours: a declared shape in, its values and every fault at its line out.

A shape is a frozen dataclass with a default for every entry; its annotations say what each entry may hold (see
`toml_kinds`). pydantic's engine checks all of it and names each value that does not fit by its key path; here that
becomes a `Fault` at the line of that path. What does not fit is left out, so that the rest can be used and its own
faults be found. A caller then looks at what only a vocabulary can tell, and notes it with the same `Reading`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import sysmap.tables.toml_causes as causes
from sysmap.errors import DID_YOU_MEAN, Cause, Fault, nearest
from sysmap.messages import Listing
from sysmap.schema import Vocabulary
from sysmap.tables.toml_kinds import Entry, entry_of
from sysmap.tables.toml_lines import KeyPath, Outline
from sysmap.tables.toml_spelling import place_values, spell
from sysmap.tables.toml_syntax import parse

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from pydantic_core import ErrorDetails, SchemaValidator

__all__ = ["Reading", "read_toml"]

Shape = TypeVar("Shape")
Entries = TypeVar("Entries", bound="DataclassInstance")

MOST_OFFERS = 1000
"""For so many unknown names of a file the nearest known ones are sought; comparing names takes most of the time."""

_UNKNOWN_KEY = ("unexpected_keyword_argument", "extra_forbidden")
"""What pydantic calls a key that is not declared."""
_DECLARING = {("ties", 2), ("ties", 4), ("choices", 3)}
"""The first key and the length of paths whose last key declares a name: a tie, a field of it, a choice."""


@dataclass(slots=True)
class Reading(Generic[Shape]):
    """A TOML file that was read.

    `entries`: what fits of it, and the defaults for the rest. `values`: the same as tomllib gives it. `noted`: all that
    is wrong, with its path, in the order in which it was found. `left_out`: the paths that do not fit, each with its
    value, or None where it could not be read. `lost`: the names that would have been declared there; where such a name
    is used, nobody can say whether it is known. `closed`: tables whose entries are not told, because nobody can say
    what they should be.
    """

    file: str
    outline: Outline
    values: dict[str, Any]
    entries: Shape
    noted: list[tuple[KeyPath, Fault]] = field(default_factory=list)
    left_out: dict[KeyPath, object] = field(default_factory=dict)
    lost: set[str | int] = field(default_factory=set)
    closed: set[KeyPath] = field(default_factory=set)
    offers: int = 0

    @property
    def faults(self) -> list[Fault]:
        """All that is wrong, without what stands within a table that is itself a fault."""
        return [
            fault
            for path, fault in self.noted
            if not any(path[:length] in self.closed for length in range(1, len(path)))
        ]

    def fault(self, path: KeyPath, cause: Cause, **parameters: Any) -> None:
        """Note what is wrong with the entry at a path."""
        self.noted.append(
            (path, cause.fault(self.file, *self.outline.place_of(path), **place_values(path), **parameters))
        )

    def unknown(self, path: KeyPath, cause: Cause, name: str, known: Iterable[str]) -> None:
        """Note that the entry at a path names what is not known.

        The nearest known names are offered, else all of them.
        """
        names = list(known)
        self.offers += 1
        close = nearest(name, names) if self.offers <= MOST_OFFERS else ()
        self.fault(path, cause, value=spell(name), known=Listing(names, "or"))
        if close:
            self.noted[-1] = path, replace(self.noted[-1][1], remedy=DID_YOU_MEAN.filled(names=Listing(close, "or")))

    def leave_out(self, path: KeyPath, value: object = None) -> None:
        """Remember that there is an entry at a path which does not fit."""
        self.left_out[path] = value
        if path and (path[0], len(path)) in _DECLARING:
            self.lost.add(path[-1])

    def is_left_out(self, path: KeyPath) -> bool:
        """Whether an entry, or a table around it, does not fit or could not be read.

        What seems to be missing there may be in it.
        """
        return any(path[:length] in self.left_out for length in range(1, len(path) + 1))

    def check_known(self, table: KeyPath, entries: Entries, vocabulary: Vocabulary) -> Entries:
        """Note each word in the lists of a table that is not one of the words declared for it.

        `entries` is the dataclass that the table was read into; the same comes back, with its default for each list
        that has a fault.
        """
        defaults = type(entries)()
        wrong: dict[str, Any] = {}
        for name, entry in entry_of(type(entries)).keys.items():
            path = (*table, name)
            if not entry.kind.of or path not in self.outline.offsets:
                continue
            known = entry.kind.of(vocabulary)
            words = self.left_out.get(path) or getattr(entries, name)
            for at, word in enumerate(words if isinstance(words, list | tuple) else ()):
                if isinstance(word, str) and word not in known and word not in self.lost:
                    self.unknown((*path, at), causes.NOT_KNOWN, word, known)
                    wrong[name] = getattr(defaults, name)
        return replace(entries, **wrong)


def read_toml(text: str, shape: type[Shape], file: str) -> Reading[Shape]:
    """Read a TOML text as a declared shape. It never raises for what the text holds.

    >>> from sysmap.tables.settings import Settings
    >>> reading = read_toml('top = "five"', Settings, "a.toml")
    >>> print(reading.faults[0], reading.entries.top, sep="; ")
    a.toml:1:1: top is "five" (give a whole number from 1 on); 50
    """
    parsed = parse(text, file)
    reading = Reading(file, parsed.outline, parsed.values, shape(), [((), fault) for fault in parsed.faults])
    for path in parsed.left_out:
        reading.leave_out(path)
    # An empty file needs no library.
    while reading.values and not _fits(reading, shape):
        pass
    return reading


def _fits(reading: Reading[Any], shape: Any) -> bool:
    """Whether all values of a reading fit its shape.

    What does not fit is noted and left out, which may bring more to light.
    """
    from pydantic_core import ValidationError

    try:
        reading.entries = _validator(shape).validate_python(reading.values)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        for detail in details:
            _note(reading, entry_of(shape), detail)
        for detail in details:
            _leave_out(reading, detail["loc"])
        return False
    return True


@cache
def _validator(shape: Any) -> SchemaValidator:
    from pydantic_core import SchemaValidator

    schema: Any = entry_of(shape).schema
    return SchemaValidator(schema)


def _note(reading: Reading[Any], whole: Entry, detail: ErrorDetails) -> None:
    """Note what one of pydantic's errors means. `whole` is what the file may hold."""
    path, value = detail["loc"], detail["input"]
    if detail["type"] in _UNKNOWN_KEY:
        reading.unknown(path, causes.UNKNOWN_KEY, str(path[-1]), whole.at(path[:-1]).keys)
        return
    kind = whole.at(path).kind
    cause: Cause | None = None
    if isinstance(path[-1], int):
        cause = kind.item
        if not cause:
            path = _up_to_list(path)
            value = _value_at(reading, path)
    elif isinstance(value, str):
        cause = kind.single if value else kind.empty
    reading.fault(path, cause or kind.cause, value=spell(value), **kind.parameters)


def _up_to_list(path: KeyPath) -> KeyPath:
    """A path without the indexes within the value, so that it names the entry of a table."""
    return path[: next((at for at, part in enumerate(path) if isinstance(part, int)), len(path))]


def _value_at(reading: Reading[Any], path: KeyPath) -> Any:
    value: Any = reading.values
    for key in path:
        value = value[key]
    return value


def _leave_out(reading: Reading[Any], path: KeyPath) -> None:
    """Take out the entry at a path, or around it."""
    path = _up_to_list(path)
    table = _value_at(reading, path[:-1])
    # Another item of the same list may have taken it out already.
    if path[-1] in table:
        reading.leave_out(path, table.pop(path[-1]))
