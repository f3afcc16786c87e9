"""Workbooks are zip archives of XML parts: opening one safely, and walking through a part.

A workbook may come from anybody. What it unpacks to is known from the archive's directory before anything is unpacked;
document types, and with them every entity, are refused; macros and links to other files are parts that nobody opens.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from xml.parsers import expat

from sysmap.errors import Cause, Fault
from sysmap.messages import AnyText, Number
from sysmap.tables.notes import Notes
from sysmap.tables.sources.signatures import is_archive, note_no_table

__all__ = [
    "DAMAGED",
    "LARGEST",
    "PASSWORD",
    "TOO_LARGE",
    "TOO_MANY_CELLS",
    "Attributes",
    "Package",
    "Unreadable",
    "local_name",
    "open_package",
]

NO_WORKBOOK = Cause("F281", "is no workbook", "save it as .xlsx, .ods or CSV in the program that made it")
DAMAGED = Cause("F282", "is damaged: {detail}", "open it in a spreadsheet program and save it anew")
TOO_LARGE = Cause(
    "F283",
    "unpacks to more than {detail} MB",
    "save its tables as CSV, which may be of any size, or take out what is no table",
)
TOO_MANY_CELLS = Cause(
    "F289",
    "has a sheet of more than {detail} million cells",
    "save its tables as CSV, which may be of any size, or take out what is no table",
)
PASSWORD = Cause("F284", "has a password", "save it without one")

LARGEST = 256 * 2**20
"""Bytes that all parts that are read may unpack to: about six million cells, which take half a minute."""
_DEEPEST = 100
"""How deeply elements may stand in each other; in a workbook they do ten deep."""

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Unreadable(Exception):
    """A workbook that cannot be read, with the cause and the detail that it asks for."""

    def __init__(self, cause: Cause, detail: AnyText = "") -> None:
        super().__init__(cause.id)
        self.cause, self.detail = cause, detail

    def fault(self, file: str) -> Fault:
        """The fault of a whole file."""
        return self.cause.fault(file, 0, 0, detail=self.detail) if self.detail else self.cause.fault(file, 0, 0)


def local_name(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


class Package:
    """The parts of a workbook by their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.unpacked = 0
        self.names = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in archive.infolist()}

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.casefold() in self.names

    def walk(self, name: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Walk through the XML of a part; names come without their prefix. Raises `Unreadable`."""
        info = self.names.get(name.casefold())
        if info is None:
            raise Unreadable(DAMAGED, PurePosixPath(name).name)
        self.unpacked += info.file_size
        if self.unpacked > LARGEST:
            raise Unreadable(TOO_LARGE, Number(LARGEST // 2**20))
        if info.flag_bits & 1:
            raise Unreadable(PASSWORD)
        try:
            with self.archive.open(info) as part:
                _parser(start, end, text).ParseFile(part)
        except (
            expat.ExpatError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            ValueError,
            OSError,
        ) as error:
            raise Unreadable(DAMAGED, str(error)) from error

    def read(self, name: str) -> bytes:
        """The bytes of a small part; none where there is no such part, or where it is large."""
        info = self.names.get(name.casefold())
        try:
            return self.archive.read(info) if info and info.file_size <= LARGEST else b""
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
            return b""


def _parser(start: Start, end: End | None, text: Text | None) -> expat.XMLParserType:
    """A parser that hands on elements and texts, and refuses document types and endless depth."""
    parser = expat.ParserCreate()
    parser.buffer_text, parser.buffer_size = True, 2**20
    depth = 0
    locals_: dict[str, str] = {}

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError("elements stand too deeply in each other")
        start(locals_.get(name) or locals_.setdefault(name, local_name(name)), attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(locals_[name])

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = refuse
    if text:
        parser.CharacterDataHandler = text
    return parser


def open_package(data: bytes, notes: Notes) -> Package | None:
    """The parts of a workbook; None, with a note, where the bytes are those of no workbook."""
    if not is_archive(data):
        if not note_no_table(data, notes):
            notes.error(0, 0, NO_WORKBOOK)
        return None
    try:
        return Package(zipfile.ZipFile(io.BytesIO(data)))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        notes.error(0, 0, DAMAGED, detail=str(error))
        return None
