"""The port of a format: a decorated function from another program's file to our tables, and one from a map to its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sysmap.messages import Text
from sysmap.rooms import insert_in_order
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Dataset

__all__ = ["EXPORTERS", "IMPORTERS", "Exporter", "Files", "Importer", "exporter", "importer", "recognise"]

Files = Mapping[str, bytes]
"""Name of a file -> what it holds."""
Sniff = Callable[[bytes], str]
Read = Callable[[bytes, Notes], Files]
Write = Callable[[Dataset], Files]
SNIFFED = 65_536
"""Bytes of a file that are looked at to tell its format."""

IMPORTERS: dict[str, Importer] = {}
EXPORTERS: dict[str, Exporter] = {}


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that can be read.

    `sniff` is given the first `SNIFFED` bytes of a file and says by what it knows the format, or nothing (an empty text); the
    file's name plays no part. `read` gives the tables of a folder as sysmap reads it; what is wrong or was assumed goes to the notes.
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
    """Register the decorated function as what reads the format called `name`."""
    def register(read: Read) -> Read:
        insert_in_order(IMPORTERS, name, Importer(name, order, title, sniff, read))
        return read
    return register


def exporter(name: str, title: Text, *, order: int) -> Callable[[Write], Write]:
    """Register the decorated function as what writes the format called `name`."""
    def register(write: Write) -> Write:
        insert_in_order(EXPORTERS, name, Exporter(name, order, title, write))
        return write
    return register


def recognise(data: bytes) -> Iterator[tuple[Importer, str]]:
    """Each format that a file may be of, with the evidence for it; nothing where no format is known by its first bytes."""
    for found in IMPORTERS.values():
        if evidence := found.sniff(data[:SNIFFED]):
            yield found, evidence
