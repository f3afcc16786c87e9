from __future__ import annotations

import pytest

from sysmap.errors import Fault
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet, read_sheet

KNOWN = {"id", "name", "type", "source", "target"}


def read(data: str | bytes) -> tuple[Sheet, list[Fault]]:
    notes = Notes("a.csv")
    sheet = read_sheet(
        data if isinstance(data, bytes) else data.encode(), notes, lambda header: header.strip().casefold() in KNOWN
    )
    assert sheet is not None
    return sheet, notes.faults


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    sheet, faults = read(f"id{delimiter}name\n1{delimiter}a\n")
    assert (sheet.header, sheet.rows, sheet.delimiter, faults) == (("id", "name"), [["1", "a"]], delimiter, [])


def test_one_column_of_texts_with_commas_in_quotes() -> None:
    assert read('name\n"a, b"\nc\n')[0].rows == [["a, b"], ["c"]]


@pytest.mark.parametrize("first", ["sep=;\n", "SEP=;\r\n"])
def test_the_sep_line_of_excel(first: str) -> None:
    sheet, faults = read(first + "id;name\n1;a,b\n")
    assert (sheet.rows, sheet.lines, faults) == ([["1", "a,b"]], [3], [])


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_encodings(bom: bytes, encoding: str) -> None:
    sheet, faults = read(bom + "id,name\n1,é ꦏ\n".encode(encoding))
    assert (sheet.rows, faults) == ([["1", "é ꦏ"]], [])


def test_cp1252_is_said_once_with_its_first_line() -> None:
    sheet, faults = read("id,name\n1,a\n2,Médecins\n3,Guinée\n".encode("cp1252"))
    assert [row[1] for row in sheet.rows] == ["a", "Médecins", "Guinée"]
    assert [(fault.line, fault.level) for fault in faults] == [(3, "warning")]


def test_bytes_that_are_no_text_are_named() -> None:
    notes = Notes("a.csv")
    assert read_sheet(b"id,name\n1,\xe9\n2,\x81\n", notes, KNOWN.__contains__) is None
    assert (notes.faults[0].line, "0x81" in str(notes.faults[0].problem)) == (3, True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    sheet, _ = read(end.join(["id,name", "1,a", "2,b", ""]))
    assert (sheet.rows, sheet.lines) == ([["1", "a"], ["2", "b"]], [2, 3])


def test_other_unicode_line_ends_end_no_line() -> None:
    sheet, _ = read("id,name\n1,a\u2028b\x0bc\x85d\n2,b\n")
    assert (sheet.rows[0][1], sheet.lines) == ("a\u2028b\x0bc\x85d", [2, 3])


def test_quoted_newlines_keep_physical_lines() -> None:
    sheet, faults = read('id,name\n1,"a\nb\r\nc"\n2,d\n')
    assert (sheet.rows, sheet.lines, faults) == ([["1", "a\nb\r\nc"], ["2", "d"]], [2, 5], [])


def test_ragged_rows() -> None:
    sheet, faults = read("id,name,type\n1\n2,a,b,,\n3,a,b,c\n4,a,b\n")
    assert sheet.rows == [["1", "", ""], ["2", "a", "b"], ["4", "a", "b"]]
    assert [(fault.line, fault.column) for fault in faults] == [(4, 4)]


@pytest.mark.parametrize(
    ("text", "line", "left"),
    [
        ('id,name\n1,"open\n2,b\n3,c\n', 2, ["2", "3"]),
        ('id,name\n1,"open\n2,"b"\n3,c\n', 2, ["2", "3"]),
        ('id,name\n1,a\n2,b\n3,"open', 4, ["1", "2"]),
        ('id,name\n1,"a\nb",x\n2,"c\nd","open\n3,c\n', 5, ["3"]),
    ],
)
def test_an_unclosed_quote_is_named_and_other_rows_are_read(text: str, line: int, left: list[str]) -> None:
    sheet, faults = read(text)
    errors = [fault for fault in faults if "quote" in str(fault.problem)]
    assert [fault.line for fault in errors] == [line]
    assert [row[0] for row in sheet.rows] == left


def test_very_many_unclosed_quotes_end_the_reading() -> None:
    _, faults = read("id,name\n" + '1,"x\n' * 101)
    assert "20 quotes" in str(faults[-1].problem)


def test_title_rows_are_skipped_and_said() -> None:
    sheet, faults = read("Daftar pemangku kepentingan 2024,,\n\nid,name,type\n1,a,b\n")
    assert (sheet.header, sheet.header_line, sheet.lines) == (("id", "name", "type"), 3, [4])
    assert [(fault.line, fault.level) for fault in faults] == [(1, "warning")]


def test_blank_rows_and_columns_at_the_end() -> None:
    sheet, faults = read("id,name,,\n1,a,,\n,,,\n , ,\n\n\n")
    assert (sheet.header, sheet.rows, faults) == (("id", "name"), [["1", "a"]], [])


def test_300_columns_and_a_cell_of_300_kb() -> None:
    sheet, faults = read(
        ",".join(["id", *(f"c{i}" for i in range(299))]) + "\n" + ",".join(["x" * 300_000] * 300) + "\n"
    )
    assert (len(sheet.header), len(sheet.rows[0][299]), faults) == (300, 300_000, [])


def test_nul_bytes_are_named_and_other_lines_read() -> None:
    sheet, faults = read("id,name\n1,a\0b\n2,c\n")
    assert (sheet.rows, faults[0].line, faults[0].column) == ([["2", "c"]], 2, 2)
    assert "0x00" in str(faults[0].problem)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_a_file_without_a_header_is_a_fault(data: bytes) -> None:
    notes = Notes("a.csv")
    assert read_sheet(data, notes, KNOWN.__contains__) is None
    assert "empty" in str(notes.faults[0].problem)
