"""Bytes of unknown encoding to text: UTF-8 with or without BOM, UTF-16, and Windows-1252 where it is neither."""

from __future__ import annotations

import codecs

from sysmap.tables.notes import Notes

__all__ = ["decode"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096
_MANY_NULS = 0.3
REMEDY = "save the file as 'CSV UTF-8' (in Excel: Save as, CSV UTF-8)"


def decode(data: bytes, notes: Notes) -> str | None:
    """The text of a file, or None where its bytes are no text; what was assumed is noted.

    >>> notes = Notes("a.csv")
    >>> decoded("Médecins".encode("cp1252"), notes), notes.found[0].level
    ('Médecins', 'warning')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom):], encoding, notes)
    wide = _wide(data[:_SAMPLE])
    return _strict(data, wide or "utf-8", notes)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a BOM shows in Latin text by its every second byte being NUL."""
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
            notes.error(0, 0, f"is not the {encoding} its first bytes promise", REMEDY)
            return None
        return _cp1252(data, line, byte, notes)


def _cp1252(data: bytes, line: int, byte: int, notes: Notes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        where, what = _line(data, error.start), data[error.start]
        notes.error(where, 0, f"byte 0x{what:02x} is neither UTF-8 nor Windows-1252", REMEDY)
        return None
    notes.warning(line, 0, f"byte 0x{byte:02x} is not UTF-8; the file was read as Windows-1252 (cp1252)", "look at its accents; " + REMEDY)
    return text


def _line(data: bytes, offset: int) -> int:
    before = data[:offset]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
