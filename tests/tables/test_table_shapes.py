"""Where a table begins and ends: HXL tags, notes at the foot, groups of headers, tables without a header."""

from __future__ import annotations

import pytest

from sysmap.tables.notes import Notes
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.sheets import Sheet, read_sheet

TIES = {"source", "target", "weight", "sector", "date"}
NODES = {"id", "name", "sector", "partners", "since", "works_on"}


def read(text: str, known: set[str], settings: ReadSettings | None = None) -> tuple[Sheet, Notes]:
    notes = Notes("a.csv")
    sheet = read_sheet(
        text.encode(), notes, lambda header: header.strip().casefold() in known, settings or ReadSettings()
    )
    assert sheet is not None
    return sheet, notes


@pytest.mark.parametrize(
    ("text", "known", "header", "lines"),
    [
        ("source,target\n#org+lead,#org+partner\nA,B\n", TIES, ("source", "target"), [3]),
        ("Lead,Other,Field\n#org +lead,#org+partner,#sector\nA,B,Health\n", TIES, ("source", "target", "sector"), [3]),
        ("#org+funder,#org+impl,#adm1\nA,B,North\n", TIES, ("source", "target", "adm1"), [2]),
        ("Wer,Mit wem\n#org,#org+partner\nA,B\n", TIES, ("source", "target"), [3]),
        ("Agency,Partner,Where\n#org,#org+partner,#adm1\nA,B,North\n", NODES, ("name", "partners", "Where"), [3]),
        ("Report 2025,,\nAgency,,Cluster\n#org,,#sector\nA,,Health\n", NODES, ("name", "", "sector"), [4]),
    ],
)
def test_hxl_tags_are_a_better_header(text: str, known: set[str], header: tuple[str, ...], lines: list[int]) -> None:
    sheet, notes = read(text, known)
    assert (sheet.header, list(sheet.lines)) == (header, lines)
    assert not [fault for fault in notes.faults if fault.level != "warning"]


@pytest.mark.parametrize(
    "text",
    [
        "name,sector\n#REF!,#N/A\n",  # values of failed formulas
        "name,sector\n#gerakan,pemerintah\n",  # not every cell is a tag
        "name,sector\nA,x\n#org,#sector\n",  # not the row below the header
    ],
)
def test_what_is_no_row_of_tags_is_data(text: str) -> None:
    assert len(read(text, NODES)[0].rows) == text.count("\n") - 1


def test_what_the_tags_say_is_told() -> None:
    _, notes = read("Lead,Other\n#org+lead,#org+partner\nA,B\n", TIES)
    assert [str(text) for text in notes.understood] == [
        "columns from their HXL tags: 'Lead' is source and 'Other' is target"
    ]


def test_notes_at_the_foot_are_lost_by_one_cause() -> None:
    sheet, notes = read(
        "name;sector\nSumber: Waras;\nA;x\n\nJumlah;1\nCatatan: per Mei;\n;* sementara\nSUMBER : Bappeda;\n", NODES
    )
    assert sheet.lines == [2, 3]  # the first stands within the table
    assert notes.lost == {5, 6, 7, 8}
    assert [(fault.id, fault.line, fault.column) for fault in notes.faults] == [
        ("F261", 5, 1),
        ("F261", 6, 1),
        ("F261", 7, 2),
        ("F261", 8, 1),
    ]


@pytest.mark.parametrize(
    "last",
    [
        "Sumber Rejeki;",
        "Jumlah penduduk;12",
        "Total;Stunting",
        "Catatan;",
        "Sumber: A;x",
        "Totalindo;3",
        "Notes and more: x;",
    ],
)
def test_names_at_the_foot_stay(last: str) -> None:
    sheet, notes = read(f"name;sector\nA;x\n{last}\n", NODES)
    assert (sheet.lines, notes.lost) == ([2, 3], set())


@pytest.mark.parametrize("last", ["Jumlah;", "Total;12", "GRAND TOTAL;1.250,5", "total;Rp 12", "Jumlah;10 %"])
def test_sums_at_the_foot_are_none(last: str) -> None:
    assert read(f"name;sector\nA;x\n{last}\n", NODES)[0].lines == [2]


@pytest.mark.parametrize(
    ("text", "known", "header"),
    [
        ("Bappeda,UGM\nUGM,PKK\n", TIES, ("source", "target")),
        ("Bappeda,UGM,3\nUGM,PKK,1\n", TIES, ("source", "target", "weight")),
        ("3,Bappeda,UGM\n1,UGM,PKK\n", TIES, ("", "source", "target")),
        ("1,2\n2,3\n3,1\n", TIES, ("source", "target")),
        ("Bappeda,pemerintah\nUGM,akademisi\n", NODES, ("name", "")),
    ],
)
def test_a_table_without_a_header_keeps_its_first_row_and_asks(text: str, known: set[str], header: object) -> None:
    sheet, notes = read(text, known)
    assert (sheet.header, sheet.lines[0], len(sheet.rows)) == (header, 1, text.count("\n"))
    assert [(fault.id, fault.level, fault.line) for fault in notes.faults] == [("F260", "question", 1)]
    answered, silent = read(text, known, ReadSettings(header="none"))
    assert (answered.rows, silent.faults) == (sheet.rows, [])
    assert read(text, known, ReadSettings(header="first"))[0].rows == sheet.rows[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Kantor,Pagu\nUGM,12\n",  # words above numbers
        "kantor_a,kantor_b\nUGM,PKK\n",  # written as only headers are
        "Nama kantor,Urusan\nUGM,Riset\n",
        ";A;B\nA;0;1\nB;1;0\n",  # a matrix
        "Siapa,UGM,PKK,Bappeda\nUGM,x,,x\nPKK,,x,\n",
        "Siapa,Dengan siapa? [UGM]\nUGM,sering\n",
        "Bappeda,UGM\n",  # nothing below
    ],
)
def test_a_first_row_unlike_those_below_is_the_header(text: str) -> None:
    sheet, notes = read(text, TIES)
    assert (sheet.header_line, len(sheet.rows)) == (1, text.count("\n") - 1)
    assert not notes.faults


def test_a_known_word_is_a_header_whatever_the_settings_say() -> None:
    assert read("name,x\nA,b\n", NODES, ReadSettings(header="none"))[0].rows == [["A", "b"]]


def test_groups_of_headers_above_the_header_are_skipped() -> None:
    sheet, notes = read("name,,partners,\nid,name,partners,since\n1,A,B,2020\n", NODES)
    assert (sheet.header, sheet.header_line) == (("id", "name", "partners", "since"), 2)
    assert [(fault.id, fault.line) for fault in notes.faults] == [("F009", 1)]


def test_rows_that_are_too_wide_are_lost() -> None:
    sheet, notes = read("id,name\n1,a,b\n2,c\n", NODES)
    assert (sheet.lines, notes.lost, [fault.level for fault in notes.faults]) == ([3], {2}, ["error"])
