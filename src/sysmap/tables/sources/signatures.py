"""What a file is by its first bytes, where it is no table of text: a page, an archive, a workbook by another name."""

from __future__ import annotations

import re

from sysmap.errors import Cause
from sysmap.messages import AnyText, Message
from sysmap.tables.notes import Notes

__all__ = ["is_archive", "note_no_table"]

NO_TABLE = Cause("F280", "is {what}, not a table", "open it in a spreadsheet program and save it as .xlsx or CSV")

_FIND_TABLE = Message("put the table itself into the folder, as .xlsx or CSV")
_OLE = Message("an Excel file of the old kind (.xls), or a workbook with a password")
_SAVE_OPEN = Message("open it and save it as .xlsx, without a password")
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(!doctype html|html|head|body|meta|table|div|\?xml)\b",
    re.DOTALL | re.IGNORECASE,
)
_STARTS = (
    (b"%PDF", Message("a PDF"), _FIND_TABLE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE, _SAVE_OPEN),
    (b"\x1f\x8b", Message("a packed file (gzip)"), Message("unpack it first")),
    (b"\x89PNG", Message("a picture"), _FIND_TABLE),
    (b"\xff\xd8\xff", Message("a picture"), _FIND_TABLE),
    (b"{\\rtf", Message("a document for a word processor"), _FIND_TABLE),
    (b"PAR1", Message("a Parquet file"), Message("save it as CSV")),
    (b"SQLite format 3", Message("a database (SQLite)"), Message("save its tables as CSV")),
)
_LOOK = 1024


def is_archive(data: bytes) -> bool:
    """Whether a file is a zip archive, as workbooks are."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def note_no_table(data: bytes, notes: Notes) -> bool:
    """Whether the first bytes are those of no table, which is noted.

    >>> notes = Notes("a.csv")
    >>> note_no_table(b"<html><body>", notes), str(notes.faults[0].problem)
    (True, 'is an HTML page, not a table')
    """
    what = _what(data)
    if what:
        notes.error(0, 0, NO_TABLE, remedy=what[1], what=what[0])
    return bool(what)


def _what(data: bytes) -> tuple[Message, AnyText] | None:
    for start, what, advice in _STARTS:
        if data.startswith(start):
            return what, advice
    if is_archive(data):
        return _archive(data)
    if found := _MARKUP.match(data[:_LOOK]):
        is_page = found[1].lower() != b"?xml" or b"<html" in data[:_LOOK].lower()
        return Message("an HTML page") if is_page else Message("an XML file"), ""
    return None


def _archive(data: bytes) -> tuple[Message, Message]:
    """A zip archive by the names of the parts, which stand in it as they are."""
    if b"xl/workbook" in data:
        return Message("an Excel workbook"), Message("give its name the ending .xlsx")
    if b"application/vnd.oasis.opendocument.spreadsheet" in data[:_LOOK]:
        return Message("a LibreOffice workbook"), Message("give its name the ending .ods")
    return Message("a packed archive (zip)"), Message("unpack it, and put its tables into the folder")
