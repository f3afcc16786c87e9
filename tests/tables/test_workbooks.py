"""Workbooks in: typed cells, merged and hidden ones, and the same map as from CSV files."""

from __future__ import annotations

import csv
import io
import random
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from sysmap.tables.finding import CONFIG
from sysmap.tables.folder import examine_folder
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Dataset
from sysmap.tables.sources.port import Cells, read_cells
from sysmap.vocabulary import VOCABULARY

ROOT = Path(__file__).resolve().parents[2]
Rows = Sequence[Sequence[str]]


def sheets_of(data: bytes, name: str = "book.xlsx") -> tuple[tuple[Cells, ...], Notes]:
    notes = Notes(name)
    return read_cells(data, notes, lambda _: False), notes


def texts(cells: Cells) -> list[list[str]]:
    return [row for _, row in cells.rows]


def xlsx(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook in which every cell is a text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_numbers": False, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    sheet.write_string(i, j, cell)
    return out.getvalue()


NAMESPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


def ods_of(tables: str, before: str = "") -> bytes:
    """A LibreOffice workbook around its tables."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        archive.writestr(
            "content.xml", f"<office:document-content{NAMESPACES}>{before}{body}</office:document-content>"
        )
    return out.getvalue()


def ods(sheets: Mapping[str, Rows]) -> bytes:
    """A LibreOffice workbook in which every cell is a text."""

    def cell(text: str) -> str:
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'

    def row(cells: Iterable[str]) -> str:
        return f"<table:table-row>{''.join(map(cell, cells))}</table:table-row>"

    return ods_of(
        "".join(
            f'<table:table table:name="{name}">{"".join(map(row, rows))}</table:table>' for name, rows in sheets.items()
        )
    )


def same_map(first: Dataset, second: Dataset) -> bool:
    def told(dataset: Dataset) -> list[tuple[str, int, int, str, str]]:
        files = {place: file for file, place in dataset.places.items()}
        return sorted(
            (files.get(fault.file, fault.file), fault.line, fault.column, fault.id, str(fault.problem))
            for fault in dataset.faults
        )

    return (first.nodes, first.ties, dict(first.files), told(first)) == (
        second.nodes,
        second.ties,
        dict(second.files),
        told(second),
    )


def as_workbooks(folder: Path, into: Path) -> tuple[Dataset, Dataset, Dataset]:
    """The map of a folder of CSV files, and of the same tables as one .xlsx and as one .ods."""
    sheets: dict[str, Rows] = {}
    for path in sorted(folder.glob("*.csv")):
        text = path.read_bytes().decode("utf-8-sig")
        delimiter = max(",;", key=text.partition("\n")[0].count)
        sheets[path.stem] = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    found = [examine_folder(folder, VOCABULARY, map_name="m")]
    for name, make in (("peta.xlsx", xlsx), ("peta.ods", ods)):
        place = into / name.replace(".", "-")
        place.mkdir()
        (place / name).write_bytes(make(sheets))
        if (folder / CONFIG).exists():
            shutil.copy(folder / CONFIG, place)
        found.append(examine_folder(place, VOCABULARY, map_name="m"))
    return found[0], found[1], found[2]


@pytest.mark.parametrize("name", ["tiny", "gunungkidul"])
def test_a_folder_of_csv_files_and_one_workbook_are_the_same_map(name: str, tmp_path: Path) -> None:
    plain, excel, libre = as_workbooks(ROOT / "datasets" / name, tmp_path)
    assert plain.nodes
    assert same_map(plain, excel)
    assert same_map(plain, libre)


@pytest.mark.parametrize("seed", range(12))
def test_random_maps_are_the_same_from_workbooks(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    words = ("Dinas Air", "UGM", "007", "=1+1", " PKK ", "", 'Ünï <&> "q"', "12.5", "+")
    folder = tmp_path / "csv"
    folder.mkdir()
    tables = {
        "stakeholders": ("kode", "nama", "sektor", "kuasa", "catatan saya"),
        "problems": ("nama", "keparahan", "penanggung jawab"),
        "partnerships": ("dari", "ke", "bobot", "sejak"),
    }
    for stem, header in tables.items():
        rows = [[draw.choice(words) for _ in header] for _ in range(draw.randrange(6))]
        with (folder / f"{stem}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
    plain, excel, libre = as_workbooks(folder, tmp_path)
    assert same_map(plain, excel)
    assert same_map(plain, libre)


def test_the_sheet_of_other_names_is_read_as_the_file_is(tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("nama,sektor\nDinas Kesehatan,pemerintah\nUGM,akademisi\n", "utf-8")
    (folder / "partnerships.csv").write_text("dari,ke\nDinkes,UGM\n", "utf-8")
    (folder / "aliases.csv").write_text("name,is,not\nDinkes,Dinas Kesehatan,\n", "utf-8")
    plain, excel, libre = as_workbooks(folder, tmp_path)
    assert [len(dataset.ties) for dataset in (plain, excel, libre)] == [1, 1, 1]
    assert same_map(plain, excel)
    assert same_map(plain, libre)


def typed_book() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("data")
        formats = {
            code: book.add_format({"num_format": code})
            for code in ("yyyy-mm-dd", "000", "0%", "dd/mm/yyyy hh:mm", '0.00 "dm"')
        }
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.write_datetime(1, 0, datetime(2025, 11, 10), formats["yyyy-mm-dd"])  # noqa: DTZ001
        sheet.write_datetime(1, 1, datetime(2025, 11, 10, 8, 30), formats["dd/mm/yyyy hh:mm"])  # noqa: DTZ001
        sheet.write_number(1, 2, 0.05, formats["0%"])
        sheet.write_number(2, 0, 7, formats["000"])
        sheet.write_string(2, 1, "007")
        sheet.write_number(2, 2, 7)
        sheet.write_number(3, 0, 12.345)
        sheet.write_number(3, 1, 12500)
        sheet.write_number(3, 2, 0.1 + 0.2)
        sheet.write_formula(4, 0, "=1+1", None, 2)
        sheet.write_formula(4, 1, '="x"', None, "x")
        sheet.write_formula(4, 2, "=1/0", None, "#DIV/0!")
        sheet.write_boolean(5, 0, True)
        sheet.write_number(5, 1, 3404012345670001)
        sheet.write_number(5, 2, 1.5, formats['0.00 "dm"'])
    return out.getvalue()


def test_cells_are_read_as_what_they_are() -> None:
    (cells,), notes = sheets_of(typed_book())
    assert texts(cells) == [
        ["a", "b", "c"],
        ["2025-11-10", "2025-11-10 08:30:00", "5%"],
        ["007", "007", "7"],
        ["12.3450", "12500", "0.3"],
        ["2", "x", "#DIV/0!"],
        ["true", "3404012345670001", "1.5"],
    ]
    assert notes.faults == []
    assert cells.notes
    assert [(fault.file, fault.id) for fault in cells.notes.faults] == [("book.xlsx [data]", "F286")]


def test_cells_of_libreoffice_are_read_as_what_they_are() -> None:
    def cell(type: str, value: str, shown: str = "") -> str:
        return f'<table:table-cell office:value-type="{type}" {value}><text:p>{shown}</text:p></table:table-cell>'

    row = (
        cell("date", 'office:date-value="2025-11-10"', "10 Nov 2025")
        + cell("float", 'office:value="12.345"', "12,345")
        + cell("float", 'office:value="7"', "007")
        + cell("percentage", 'office:value="0.05"', "5%")
        + cell("boolean", 'office:boolean-value="true"', "TRUE")
        + cell("time", 'office:time-value="PT08H30M00S"', "8:30")
        + '<table:table-cell office:value-type="string"><office:annotation><text:p>catatan</text:p></office:annotation>'
        '<text:p>a<text:s text:c="2"/>b<text:line-break/>c</text:p></table:table-cell>'
        + '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>'
        + '<table:table-cell table:number-columns-repeated="16000"/>'
    )
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    data = ods_of(f'<table:table table:name="t"><table:table-row>{row}</table:table-row>{blank}</table:table>')
    (cells,), notes = sheets_of(data, "book.ods")
    assert texts(cells) == [["2025-11-10", "12.3450", "007", "5%", "true", "08:30:00", "a  b\nc", "x", "x"]]
    assert notes.faults == []


def test_merged_cells_are_filled_down_and_hidden_rows_are_read_and_both_are_said(tmp_path: Path) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("masalah")
        sheet.write_row(0, 0, ["nama", "penanggung jawab"])
        sheet.merge_range(1, 1, 3, 1, "BPBD")
        for row, name in enumerate(("Banjir", "Longsor", "Gempa", "Kabut"), 1):
            sheet.write(row, 0, name)
        sheet.set_row(2, None, None, {"hidden": True})
        hidden = book.add_worksheet("stakeholders")
        hidden.write_row(0, 0, ["nama", "x"])
        hidden.hide()
        book.add_worksheet("rencana (ignore)").write_row(0, 0, ["nama", "sektor"])
    (tmp_path / "peta.xlsx").write_bytes(out.getvalue())
    dataset = examine_folder(tmp_path, VOCABULARY)
    (cells,), notes = sheets_of(out.getvalue(), "peta.xlsx")
    assert [row[1:] for row in texts(cells)] == [["penanggung jawab"], ["BPBD"], ["BPBD"], ["BPBD"], []]
    assert [(fault.file, fault.id) for fault in notes.faults] == [("peta.xlsx [stakeholders]", "F288")]
    told = {(fault.file, fault.id): str(fault.problem) for fault in dataset.faults}
    assert told["peta.xlsx [masalah]", "F285"] == "1 hidden row was read all the same: line 3"
    assert "1 group of merged cells filled down" in map(str, dataset.understood["peta.xlsx [masalah]"])
    assert dataset.files == {"problems.csv": 4}


def test_a_workbook_is_one_table_beside_csv_files(tmp_path: Path) -> None:
    (tmp_path / "stakeholders.xlsx").write_bytes(xlsx({"Sheet1": [["nama", "sektor"], ["UGM", "akademisi"], ["", ""]]}))
    (tmp_path / "partnerships.csv").write_text("dari,ke\nUGM,UGM 2\n", "utf-8")
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.places == {"stakeholders.csv": "stakeholders.xlsx [Sheet1]", "partnerships.csv": "partnerships.csv"}
    assert {fault.file for fault in dataset.faults if fault.line == 2} == {"partnerships.csv"}


def test_sheets_that_are_no_tables_of_a_map_are_told(tmp_path: Path) -> None:
    sheets = {"Instansi": [["nama"], ["UGM"]], "Anggaran": [["x", "y"], ["1", "2"]], "Catatan": [["rapat"]]}
    (tmp_path / "peta.xlsx").write_bytes(xlsx(sheets))
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert [(fault.file, fault.id) for fault in dataset.faults if fault.id == "F004"] == [
        ("peta.xlsx [Anggaran]", "F004")
    ]
    assert dataset.unread == ("peta.xlsx [Catatan]",)


def test_a_formula_that_was_never_computed_is_told() -> None:
    parts = {
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="1" Target="worksheets/s.xml"/></Relationships>',
        "xl/worksheets/s.xml": "<worksheet><sheetData><row><c t='str'><v>nama</v></c></row>"
        "<row><c><f>A1</f></c><c t='inlineStr'><is><r><t>a</t></r><rPh><t>no</t></rPh></is></c></row></sheetData></worksheet>",
    }
    (cells,), _ = sheets_of(packed(parts))
    assert cells.rows == [(1, ["nama"]), (2, ["", "a"])]
    assert cells.notes
    assert [fault.id for fault in cells.notes.faults] == ["F287"]


def packed(parts: Mapping[str, str | bytes], **more: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def hostile(name: str, sheet: str | bytes) -> bytes:
    return packed(
        {
            "xl/workbook.xml": f'<workbook xmlns:r="r"><sheets><sheet name="{name}" r:id="1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="1" Target="worksheets/s.xml"/></Relationships>',
            "xl/worksheets/s.xml": sheet,
        }
    )


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>'
CORNERS = "".join(f'<row r="{i}"><c r="XFD{i}"><v>1</v></c></row>' for i in range(1, 1400))


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (hostile("a", LAUGHS), "F282"),
        (hostile("a", "<a>" * 5000), "F282"),
        (hostile("a", "<worksheet><sheetData><row>"), "F282"),
        (hostile("a", b" " * (257 * 2**20)), "F283"),
        (hostile("a", f"<worksheet><sheetData>{CORNERS}</sheetData></worksheet>"), "F289"),
        (hostile("a", '<worksheet><sheetData><row r="9999999"/></sheetData></worksheet>'), "F282"),
        (hostile("a", '<worksheet><sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'), "F282"),
        (hostile("a", '<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>'), "F282"),
        (hostile("a", "<worksheet/>")[:-40], "F282"),
        (packed({"word/document.xml": "<a/>"}), "F280"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "F280"),
        (b"nama,sektor\nUGM,akademisi\n", "F281"),
        (b"", "F281"),
        (ods_of("<table:table-row>"), "F282"),
        (packed({"content.xml": "", "META-INF/manifest.xml": "<m><encryption-data/></m>"}), "F284"),
    ],
)
def test_a_workbook_that_cannot_be_read_is_one_clear_sentence(data: bytes, id: str, tmp_path: Path) -> None:
    (tmp_path / "stakeholders.xlsx").write_bytes(data)
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert [fault.id for fault in dataset.errors if fault.file == "stakeholders.xlsx"] == [id]


def test_macros_and_links_to_other_files_are_never_opened(tmp_path: Path) -> None:
    parts = {
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="stakeholders" r:id="1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="1" Target="worksheets/s.xml"/>'
        '<Relationship Id="2" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
        "xl/worksheets/s.xml": "<worksheet><sheetData><row><c t='str'><v>nama</v></c></row>"
        "<row><c t='str'><f>[1]x!A1</f><v>UGM</v></c></row></sheetData></worksheet>",
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
    }
    (tmp_path / "map.xlsm").write_bytes(packed(parts))
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.errors == ()
    assert [node.props["name"] for node in dataset.nodes] == ["UGM"]
