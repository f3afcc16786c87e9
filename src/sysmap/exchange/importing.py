"""From a file of another program to a folder of our tables: recognised, read, given a meaning, written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sysmap.errors import Ambiguous, Cause, DataError, UnknownName
from sysmap.exchange.foreign import Foreign
from sysmap.exchange.mapping import MAPPING, Mapped, read_mapping, write_mapping
from sysmap.exchange.meaning import Reading, read_types
from sysmap.exchange.port import IMPORTERS, Importer, recognise
from sysmap.exchange.translating import Translation, translate
from sysmap.schema import Vocabulary
from sysmap.tables.table_names import PLACES
from sysmap.tables.toml_spelling import quote
from sysmap.tables.writing import dataset_files

__all__ = ["Imported", "choose_importer", "import_file", "write_import"]

LARGEST = 300_000_000
"""Bytes of a file that is imported; a larger one is no map that people drew."""
UNKNOWN_FORMAT = Cause(
    "X011", "is in no format that is read", "save it in one of these: {formats}; or say which it is with --as"
)
TOO_LARGE = Cause("X012", "has {size} MB, more than {most}", "import a part of it")
NO_FORMAT = Cause("X013", "no format is called {name}")
SEVERAL_FORMATS = Cause("X014", "{file} may be of more than one format", "write {choices}")
CHANGED = Cause(
    "X015",
    "nothing was written: {files} were changed after the last import",
    "import into another folder, or delete them to have them made anew",
)
EMPTY = Cause("X016", "holds no elements", "look whether the right file was saved")


@dataclass(frozen=True, slots=True)
class Imported:
    """A file as rows, and how it was read: its format with the evidence for it, the meaning of its words."""

    format: Importer
    evidence: str
    foreign: Foreign
    types: Reading
    relations: Mapping[str, str]
    made: Translation


def choose_importer(file: str, data: bytes, name: str = "") -> tuple[Importer, str]:
    """The importer called `name`, or the only one that recognises the file, and the evidence.

    Raises UnknownName, DataError where no format fits, and Ambiguous where several do.
    """
    if name:
        if name not in IMPORTERS:
            raise UnknownName(NO_FORMAT, name, IMPORTERS)
        return IMPORTERS[name], ""
    found = list(recognise(data))
    if not found:
        titles = ", ".join(str(known.title) for known in IMPORTERS.values())
        raise DataError([UNKNOWN_FORMAT.fault(file, 0, 0, formats=titles)])
    if len(found) > 1:
        raise Ambiguous(SEVERAL_FORMATS, [f"--as {known.name}" for known, _ in found], file=file)
    return found[0]


def import_file(path: Path, vocabulary: Vocabulary, *, format: str = "", mapped: Mapped | None = None) -> Imported:
    """Read a file and give its words a meaning; what `mapped` says goes before what is found.

    Raises DataError, UnknownName, Ambiguous.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise DataError([TOO_LARGE.fault(path.name, 0, 0, size=size // 1_000_000, most=LARGEST // 1_000_000)])
    data = path.read_bytes()
    known, evidence = choose_importer(path.name, data, format)
    foreign = known.read(data)
    if not foreign.elements:
        raise DataError([EMPTY.fault(path.name, 0, 0)])
    given = mapped or Mapped()
    types = read_types(foreign, vocabulary, given.types)
    made = translate(foreign, types, given.relations, vocabulary)
    return Imported(known, evidence, foreign, types, _relations(made, given), made)


def _relations(made: Translation, given: Mapped) -> dict[str, str]:
    """The file's words for connections, each with the type of tie that its connections became."""
    # A word that becomes several kinds of tie, by its ends, is not written down: one line would make it one.
    found = {word: next(iter(types)) for word, types in made.words.items() if word and len(types) == 1}
    return found | dict(given.relations)


def write_import(imported: Imported, folder: Path, vocabulary: Vocabulary, language: str) -> tuple[Path, ...]:
    """Write the tables, sysmap.toml, places and mapping.toml into a folder; returns their paths.

    Raises DataError where somebody has changed a table since the last import; then nothing is written.
    """
    tables = _tables(imported, folder, vocabulary, language)
    old = folder / MAPPING
    if old.is_file():
        there = {name: (folder / name).read_bytes() for name in tables if (folder / name).is_file()}
        if changed := read_mapping(old.read_text(encoding="utf-8"), vocabulary).changed(there):
            raise DataError([CHANGED.fault(MAPPING, 0, 0, files=", ".join(changed))])
    mapped = Mapped(imported.types, imported.relations)
    text = write_mapping(imported.format.title, imported.foreign, mapped, tables, language)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {**tables, MAPPING: text.encode("utf-8")}.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in (*tables, MAPPING))


def _tables(imported: Imported, folder: Path, vocabulary: Vocabulary, language: str) -> dict[str, bytes]:
    """Name of a file -> what is written there."""
    made, foreign = imported.made, imported.foreign
    config = f"title = {quote(foreign.title or folder.name)}\nlanguage = {quote(language)}\n"
    texts = dataset_files(made.nodes, made.ties.values(), vocabulary, config_text=config)
    files = {name: text.encode("utf-8" if name.endswith(".toml") else "utf-8-sig") for name, text in texts.items()}
    if made.places:
        files[PLACES] = json.dumps(dict(sorted(made.places.items())), ensure_ascii=False, indent=0).encode("utf-8")
    return files
