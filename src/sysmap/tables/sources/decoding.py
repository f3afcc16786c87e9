"""Bytes of unknown encoding to text: UTF-8 with or without a BOM, UTF-16, or else Windows-1252."""

from __future__ import annotations

import codecs

from sysmap.errors import Cause
from sysmap.tables.notes import Notes

__all__ = ["decode"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096
_MANY_NULS = 0.3

WRONG_ENCODING = Cause(
    "F031",
    "is not the {encoding} that its first bytes promise",
    "save the file as 'CSV UTF-8', which Excel offers under Save as",
)
NOT_TEXT = Cause(
    "F032",
    "byte 0x{byte} is neither UTF-8 nor Windows-1252",
    "save the file as 'CSV UTF-8', which Excel offers under Save as",
)
READ_AS_CP1252 = Cause(
    "F033",
    "byte 0x{byte} is not UTF-8; the file was read as cp1252, the encoding of older Windows programs",
    "look at its accents, and save the file as 'CSV UTF-8', which Excel offers under Save as",
)


def decode(data: bytes, notes: Notes) -> str | None:
    """The text of a file, or None where its bytes are not text; what was assumed is noted.

    >>> notes = Notes("a.csv")
    >>> decode("Médecins".encode("cp1252"), notes), notes.faults[0].level
    ('Médecins', 'warning')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, notes)
    wide = _wide(data[:_SAMPLE])
    return _strict(data, wide or "utf-8", notes)


def _wide(sample: bytes) -> str | None:
    """The UTF-16 that a file without a BOM is in, or None: in Latin text every second byte of UTF-16 is NUL."""
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) / half > _MANY_NULS:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) / half > _MANY_NULS else None


def _strict(data: bytes, encoding: str, notes: Notes) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # Old Excel saves `CSV` in the code page of the machine, which in Indonesia and the West is 1252.
        line, byte = _line(data, error.start), data[error.start]
        if encoding != "utf-8":
            notes.error(0, 0, WRONG_ENCODING, encoding=encoding)
            return None
        return _cp1252(data, line, byte, notes)


def _cp1252(data: bytes, line: int, byte: int, notes: Notes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        notes.error(_line(data, error.start), 0, NOT_TEXT, byte=f"{data[error.start]:02x}")
        return None
    notes.warning(line, 0, READ_AS_CP1252, byte=f"{byte:02x}")
    return text


def _line(data: bytes, offset: int) -> int:
    before = data[:offset]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
