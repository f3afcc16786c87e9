"""Which files of a folder are which tables of a map, and which are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sysmap.errors import Cause, Fault, nearest
from sysmap.messages import Listing
from sysmap.schema import Vocabulary
from sysmap.tables.notes import Notes, did_you_mean

__all__ = ["CONFIG", "LINKS", "Found", "config_file", "find_tables", "known_files", "list_files"]

UNREADABLE_FOLDER = Cause("F001", "cannot be read as a folder: {reason}", "give a folder of CSV files")
SECOND_FILE = Cause("F003", "is a second {file}", "keep one of the two")
UNKNOWN_FILE = Cause("F004", "is not one of the files that are read", "known: {files}")

CONFIG = "sysmap.toml"
LINKS = "links.csv"


def known_files(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The tables a map may have, each by the name of its file, in the order they are read."""
    ties = [kind.file for kind in vocabulary.ties if kind.file]
    return tuple(
        dict.fromkeys(
            [
                *(kind.file for kind in vocabulary.nodes),
                *ties,
                LINKS,
                *(history.file for history in vocabulary.histories),
            ]
        )
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A table in a folder: `file` is the table of a map that it is, `place` what its user calls it."""

    file: str
    place: str
    path: Path


def list_files(folder: Path) -> list[Path] | Fault:
    """The files of a folder by name, or the fault that the system refuses to list them."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() or path.suffix.casefold() == ".csv")
    except OSError as error:
        return UNREADABLE_FOLDER.fault(str(folder), 0, 0, reason=error.strerror or error)


def config_file(paths: Sequence[Path]) -> Path | None:
    """The sysmap.toml among the files of a folder, whatever the case of its name."""
    return next((path for path in paths if path.name.casefold() == CONFIG), None)


def find_tables(paths: Sequence[Path], vocabulary: Vocabulary) -> tuple[dict[str, Found], list[Fault]]:
    """Known file -> where it was found among the files of a folder, and what is to be said of the others."""
    names = {name.casefold(): name for name in known_files(vocabulary)}
    found: dict[str, Found] = {}
    faults: list[Fault] = []
    for path in paths:
        name = names.get(path.name.casefold())
        if name in found:
            faults.append(SECOND_FILE.fault(path.name, 0, 0, file=name))
        elif name:
            found[name] = Found(name, path.name, path)
        elif path.suffix.casefold() == ".csv":
            notes, known = Notes(path.name), sorted({*names.values(), CONFIG})
            close = did_you_mean(nearest(path.name, known, 1))
            notes.warning(0, 0, UNKNOWN_FILE, remedy=close, files=Listing(known))
            faults += notes.faults
    return found, faults
