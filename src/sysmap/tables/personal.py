"""Columns of the user's own that say something of persons, by their headers or their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sysmap.messages import Message
from sysmap.schema import Field
from sysmap.tables.ends import header_words
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import list_some, show_cell

__all__ = ["STAYS_HOME", "is_of_a_person", "keep_personal", "looks_personal"]

STAYS_HOME = Message("personal, so in no page, report or table: {headers}")

_WORDS = frozenset(
    (
        *(
            "nik",
            "nip",
            "ktp",
            "npwp",
            "paspor",
            "passport",
            "telepon",
            "telp",
            "tlp",
            "telpon",
            "hp",
            "handphone",
            "wa",
        ),
        *("whatsapp", "phone", "telephone", "cellphone", "ponsel", "email", "surel", "alamat", "address"),
        *("dob", "birthday", "birthdate", "ttl", "rekening", "nokk"),
    )
)
"""A header with such a word says something of persons, unless another word of it says that it does not."""
_NOT_PERSONAL = frozenset(("web", "website", "situs", "url", "ip", "laman", "jumlah"))
_TOGETHER = (
    frozenset(("no", "kk")),
    frozenset(("nomor", "kk")),
    frozenset(("kartu", "keluarga")),
    frozenset(("tanggal", "lahir")),
    frozenset(("tgl", "lahir")),
    frozenset(("tempat", "lahir")),
    frozenset(("birth", "date")),
    frozenset(("date", "birth")),
    frozenset(("e", "mail")),
    frozenset(("contact", "person")),
)
_NAMING = frozenset(("nama", "name"))
_PERSONS = frozenset(
    (
        *("pic", "petugas", "kontak", "responden", "narahubung", "enumerator", "surveyor", "pengisi", "pewawancara"),
        *("pimpinan", "kepala", "ketua", "pejabat", "direktur", "pegawai", "contact", "respondent", "interviewer"),
        *("officer", "director", "chair", "staff"),
    )
)
"""Beside the word "name" these say whose name it is."""
_DIGITS = re.compile(r"'?(?:\d[ .]?){15}\d(?:[ .]?\d[ .]?\d)?")
_PHONE = re.compile(r"'?(?:\+?62[\s.-]?|0)8\d(?:[\s.-]?\d){6,11}|\+\d{1,3}(?:[\s().-]?\d){7,13}")
_MAIL = re.compile(r"\S+@\S+\.\w{2,}")


def looks_personal(header: str, cells: Iterable[object]) -> bool:
    """Whether a column says something of persons: by its header, or because a cell is a number or address of one.

    >>> looks_personal("Nama PIC", []), looks_personal("Kode", ["3403011204850001"]), looks_personal("Luas", ["12"])
    (True, True, False)
    """
    words = {*header_words(header), *header_words(header.casefold())}
    if not words & _NOT_PERSONAL and (
        words & _WORDS or any(pair <= words for pair in _TOGETHER) or (words & _NAMING and words & _PERSONS)
    ):
        return True
    return any(map(is_of_a_person, {str(cell).strip() for cell in cells}))


def is_of_a_person(text: str) -> bool:
    """Whether a text is an identity number, a telephone number or a mail address, and nothing else."""
    return any(pattern.fullmatch(text) for pattern in (_DIGITS, _PHONE, _MAIL))


def keep_personal(
    sheet: Sheet, own: Mapping[str, int], declared: Iterable[Field], found: Mapping[str, int], notes: Notes
) -> None:
    """Let no message of a file show what its personal columns hold, and say once which of the user's `own` are such."""
    names = [
        header for header, index in own.items()
        if header not in sheet.read.public and looks_personal(header, set(sheet.column(index)))
    ]  # fmt: skip
    fields = [field.name for field in declared if field.sensitivity == "personal"]
    columns = [*(own[header] for header in names), *(found[name] for name in fields if name in found)]
    notes.keep_back({index + 1: sheet.header[index] for index in columns}, len(sheet.header))
    if names:
        notes.understand(STAYS_HOME.filled(headers=list_some(map(show_cell, names))))
