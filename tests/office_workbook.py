"""A workbook as an office has it: titles, merged cells, notes, numbers and dates of all sorts, lists, a matrix."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

__all__ = ["write_office_workbook"]

STAKEHOLDERS: list[list[Any]] = [
    ["DAFTAR PEMANGKU KEPENTINGAN KABUPATEN", None, None, None, None, None, None],
    ["Tahun 2025", None, None, None, None, None, None],
    [None, None, None, None, None, None, None],
    ["No", "Nama Instansi", "Singkatan", "Sektor", "Kuasa", "Masalah yang ditangani", "Mitra"],
    [
        1,
        "Badan Perencanaan Pembangunan Daerah",
        "Bappeda",
        "Pemerintah",
        5,
        "Stunting, Air bersih",
        "Dinas Kesehatan, UGM",
    ],
    [2, "Dinas Kesehatan", "Dinkes", None, "tinggi", "Stunting", "Bappeda"],
    [3, "Dinas Pertanian, Pangan dan Perikanan", None, None, 4, "Stunting", None],
    [4, "UGM", None, "Perguruan Tinggi", 3, "Stunting; Air bersih", "Bappeda"],
    [5, "PKK", None, "Masyarakat", "rendah", "Stunting", "-"],
    [6, "PT Air Sejahtera", None, "Swasta", 3, "Air bersih", "tidak ada"],
    [None, "Catatan: kuasa menurut rapat 3 Maret", None, None, None, None, None],
    [None, "Sumber: Bappeda", None, None, None, None, None],
]
PROBLEMS: list[list[Any]] = [
    ["No", "Isu Strategis", "Tingkat Keparahan", "Jangkauan (jiwa)", "Penanggung Jawab", "Tanggal Laporan"],
    [1, "Stunting", 5, "12.500", "Dinas Kesehatan", date(2025, 11, 10)],
    [2, "Air bersih", 4, "1.250.000", None, "15 Nopember 2025"],
]
PARTNERSHIPS: list[list[Any]] = [
    ["Pihak 1", "Pihak 2", "Bentuk kerja sama", "Sejak"],
    ["Bappeda", "PT Air Sejahtera", "MoU", "25/11/2024"],
    ["PKK", "Dinkes", "koordinasi", "10/11/2025"],
    ["UGM", "PKK", "PKS", 2023],
]


def write_office_workbook(path: Path) -> None:
    """Write the workbook: three tables and a sheet of remarks; the sector of the first three offices is one cell."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Pemangku Kepentingan"
    for row in STAKEHOLDERS:
        first.append(row)
    first.merge_cells("A1:G1")
    first.merge_cells("D5:D7")
    for title, rows in (("Masalah", PROBLEMS), ("Kemitraan", PARTNERSHIPS)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.create_sheet("Petunjuk").append(["Isilah semua lembar sebelum rapat."])
    book.save(path)
