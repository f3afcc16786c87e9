"""The port of a format.

A decorated function from another program's file to our tables, and one from a map to its files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sysmap.exchange.foreign import Foreign
from sysmap.messages import Text
from sysmap.rooms import insert_in_order
from sysmap.tables.rows import Dataset

__all__ = ["EXPORTERS", "IMPORTERS", "Exporter", "Files", "Importer", "exporter", "importer", "recognise"]

Files = Mapping[str, bytes]
"""Name of a file -> what it holds."""
Sniff = Callable[[bytes], str]
Read = Callable[[bytes], Foreign]
Write = Callable[[Dataset], Files]
SNIFFED = 65_536
"""How many bytes of a file are looked at to recognise its format."""

IMPORTERS: dict[str, Importer] = {}
EXPORTERS: dict[str, Exporter] = {}


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that can be read.

    `sniff` takes the first `SNIFFED` bytes of a file and returns the evidence that it is of this format, or an empty
    text; the file's name is not looked at. `read` takes the whole file; it raises DataError where it cannot be read.
    """

    name: str
    order: int
    title: Text
    sniff: Sniff
    read: Read


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that can be written: `write` gives its files by name. The same map gives the same bytes."""

    name: str
    order: int
    title: Text
    write: Write


def importer(name: str, title: Text, *, order: int, sniff: Sniff) -> Callable[[Read], Read]:
    """Register the decorated function as the reader of the format called `name`. Lower `order` comes first."""

    def register(read: Read) -> Read:
        insert_in_order(IMPORTERS, name, Importer(name, order, title, sniff, read))
        return read

    return register


def exporter(name: str, title: Text, *, order: int) -> Callable[[Write], Write]:
    """Register the decorated function as the writer of the format called `name`. Lower `order` comes first."""

    def register(write: Write) -> Write:
        insert_in_order(EXPORTERS, name, Exporter(name, order, title, write))
        return write

    return register


def recognise(data: bytes) -> Iterator[tuple[Importer, str]]:
    """Each format that a file may be of, with the evidence for it.

    Nothing where no format recognises its first bytes.
    """
    for candidate in IMPORTERS.values():
        if evidence := candidate.sniff(data[:SNIFFED]):
            yield candidate, evidence
