from __future__ import annotations

import errno
import io
import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.errors import Fault
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet, read_bytes, read_sheet
from sysmap.tables.sources import csv_files

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


@pytest.mark.parametrize(
    ("text", "line", "column", "left"),
    [
        # Lines counted by hand: the row begins on line 2; its cells break 1, 2 and 3 times before the quote that stays
        # open.
        ('id,name\n1,"a\nb","open\n2,c\n', 3, 2, [("2", 4)]),
        ('id,name\n1,"a\nb\nc","open\n2,c\n', 4, 2, [("2", 5)]),
        ('id,name\n1,"a\nb\nc","d\ne",f,"open\n2,c\n3,d\n', 5, 3, [("2", 6), ("3", 7)]),
        ('id,name\n1,"a\r\nb","c\rd","open\r\n2,c\r\n', 4, 2, [("2", 5)]),  # each kind of break is one line
        ('id,name\n1,"a\n\n\nb","c\n\nd","open\n2,c\n', 7, 2, [("2", 8)]),  # empty lines within a cell are lines
        (
            'id,name\n0,"x\ny"\n1,"a\nb","c\nd",e,"open\n2,c\n',
            6,
            3,
            [("0", 2), ("2", 7)],
        ),  # rows of several lines above it
        ('id,name\n1,"a\nb","c\nd","open', 4, 2, []),  # the last line of the file
    ],
)
def test_the_line_of_an_unclosed_quote_after_cells_of_several_lines(
    text: str, line: int, column: int, left: list[tuple[str, int]]
) -> None:
    sheet, faults = read(text)
    assert [(fault.line, fault.column) for fault in faults] == [(line, column)]
    assert "never closed" in str(faults[0].problem)
    assert [(row[0], at) for row, at in zip(sheet.rows, sheet.lines, strict=True)] == left


@st.composite
def rows_with_an_open_quote(draw: st.DrawFn) -> tuple[str, int, list[tuple[int, list[str]]]]:
    """A file in which one quote is never closed.

    Its text, the line of that quote, and the rows that stand whole with their lines.
    """
    cell = st.lists(st.sampled_from(["a", "b,c", "\n", "\r\n"]), min_size=1, max_size=4).map(
        lambda parts: "x" + "".join(parts)
    )
    rows = draw(st.lists(st.lists(cell, min_size=2, max_size=2), min_size=1, max_size=5))
    bad = draw(st.integers(0, len(rows) - 1))
    text, opened, whole = "id,name\n", 0, []
    for number, row in enumerate(rows):
        line = 1 + text.count("\n")
        quoted = [f'"{cell}"' for cell in row]
        if number == bad:
            before = ",".join(quoted[: draw(st.integers(0, 2))]) + ","
            opened = line + before.count("\n")
            text += before + '"open\n'
        else:
            whole.append((line, row))
            text += ",".join(quoted) + "\n"
    return text, opened, whole


@given(rows_with_an_open_quote())
def test_wherever_a_quote_stays_open_its_line_is_named_and_every_other_row_is_read(
    case: tuple[str, int, list[tuple[int, list[str]]]],
) -> None:
    text, opened, whole = case
    sheet, faults = read(text)
    assert [fault.line for fault in faults if "never closed" in str(fault.problem)] == [opened]
    assert list(zip(sheet.lines, sheet.rows, strict=True)) == whole


def test_two_unclosed_quotes_are_each_on_their_line() -> None:
    _, faults = read('id,name\n1,"a\nb","open\n2,c\n3,"d\ne","f\ng",x,"open too\n4,h\n')
    assert [(fault.line, fault.column) for fault in faults] == [(3, 2), (7, 3)]


def test_a_file_that_cannot_be_read_is_a_fault_of_the_whole_file(tmp_path: Path) -> None:
    notes = Notes("a.csv")
    assert read_bytes(tmp_path / "absent.csv", notes) is None
    assert [(fault.line, fault.column) for fault in notes.faults] == [(0, 0)]
    assert str(notes.faults[0].problem) == f"cannot be read: {os.strerror(errno.ENOENT)}"
    (tmp_path / "a.csv").write_bytes(b"id\n")
    assert read_bytes(tmp_path / "a.csv", Notes("a.csv")) == b"id\n"


def test_a_sheet_of_the_chosen_rows_is_the_same_sheet() -> None:
    sheet, _ = read("Daftar\nid;name\n1;a\n2;b\n3;c\n")
    assert sheet.select_rows([2, 0]) == Sheet("a.csv", ("id", "name"), 2, [5, 3], [["3", "c"], ["1", "a"]], ";")
    assert sheet.column(1) == ["a", "b", "c"]
    assert Sheet("a.csv", (), 1, [], []).delimiter == ","


@pytest.mark.parametrize(("first", "delimiter"), [("sep=|\r", "|"), ("sep=\t\n", "\t"), ("Sep=,\r\n", ",")])
def test_sep_says_the_delimiter_though_another_would_make_more_cells(first: str, delimiter: str) -> None:
    sheet, _ = read(f"{first}id{delimiter}name;x;y\n1{delimiter}a;b;c\n")
    assert (sheet.delimiter, sheet.rows, sheet.header_line) == (delimiter, [["1", "a;b;c"]], 2)


@pytest.mark.parametrize("first", ["sep=;;\n", "sep=\n", "sep;=\n", "sep=;x\n", "xep=;\n"])
def test_what_only_looks_like_sep_is_a_row(first: str) -> None:
    sheet, faults = read(f"{first}id,name\n1,a\n")
    assert (sheet.delimiter, sheet.header_line, [fault.line for fault in faults]) == (",", 2, [1])


def test_sep_alone_is_a_file_without_a_header() -> None:
    notes = Notes("a.csv")
    assert read_sheet(b"sep=;", notes, KNOWN.__contains__) is None
    assert [(fault.line, fault.column) for fault in notes.faults] == [(0, 0)]


def test_of_delimiters_that_find_the_same_headers_the_one_that_makes_most_cells_is_taken() -> None:
    assert read("nama;a,b,c\n1;2,3,4\n")[0].delimiter == ","  # no header is found either way: three cells against two
    assert read("id;x,y,z\n1;2,3,4\n")[0].delimiter == ";"  # `id` is a header, `id;x` is none
    assert read("a\nb\n")[0].delimiter == ","  # the first of equals


def test_delimiter_and_header_are_found_within_the_first_twenty_rows() -> None:
    above = "".join(f"catatan {number}, x, y\n" for number in range(19))
    sheet, faults = read(above + "id;name\n1;a\n")
    assert (sheet.delimiter, sheet.header_line, sheet.rows) == (";", 20, [["1", "a"]])
    assert [(fault.line, fault.column) for fault in faults] == [(1, 0)]
    assert "lines 1, 2, 3" in str(faults[0].problem)
    assert "and 9 more" in str(faults[0].problem)
    late, _ = read("catatan 19, x, y\n" + above + "id,name,type\n1,a,b\n")
    assert (late.header, late.header_line) == (("catatan 19", "x", "y"), 1)
    assert read("catatan, x, y, z\n" + above + "id;name\n")[0].delimiter == ","


def test_blank_lines_above_the_header_are_not_counted_up_to_a_hundred_and_eighty() -> None:
    # Twenty rows are looked at, and for the delimiter two hundred lines.
    assert read("\n" * 199 + "id;name\n1;a,b,c\n")[0].delimiter == ";"
    assert read("\n" * 200 + "id;name\n1;a,b,c\n")[0].delimiter == ","


def test_two_known_headers_come_before_one_and_one_before_none() -> None:
    assert read("name,Bappeda\nid,name\n1,a\n")[0].header_line == 2
    assert read("Daftar,2024\nname,Bappeda\n1,a\n")[0].header_line == 2
    assert read("Daftar,2024\nLembaga,Bappeda\n")[0].header_line == 1
    assert read("id,name,type\nid,name\n")[0].header_line == 1  # the first of those with two or more


def test_a_file_without_a_header_is_a_fault_of_the_whole_file() -> None:
    notes = Notes("a.csv")
    read_sheet(b"", notes, KNOWN.__contains__)
    assert [(fault.line, fault.column) for fault in notes.faults] == [(0, 0)]


@pytest.mark.parametrize(("opened", "told"), [(19, 19), (20, 21)])
def test_after_twenty_open_quotes_the_rest_is_not_read(opened: int, told: int) -> None:
    sheet, faults = read("id,name\n" + "".join(f'{number},"x\n' for number in range(opened)) + "z,b\n")
    assert [(fault.line, fault.column) for fault in faults[:opened]] == [(number + 2, 2) for number in range(opened)]
    assert len(faults) == told
    if told > opened:
        assert (faults[-1].line, faults[-1].column, sheet.rows) == (22, 0, [])  # the line below the last of them
    else:
        assert sheet.rows == [["z", "b"]]


def test_a_nul_byte_is_shown_with_its_cell_and_field() -> None:
    _, faults = read("id,name,type\n1,a,b\n2,c,d\0e\n")
    assert [(fault.line, fault.column) for fault in faults] == [(3, 3)]
    assert "'d\\x00e'" in str(faults[0].problem)


def test_rows_are_as_wide_as_the_header() -> None:
    sheet, faults = read("id,name,type\n1\n2,a\n3,a,b\n4,a,b,\n5,a,b, ,c,d\n")
    assert sheet.rows == [["1", "", ""], ["2", "a", ""], ["3", "a", "b"], ["4", "a", "b"]]
    assert sheet.lines == [2, 3, 4, 5]
    assert [(fault.line, fault.column) for fault in faults] == [(6, 5)]
    assert "has 'c' in field 5, but the header has 3 columns" in str(faults[0].problem)


def test_a_header_is_kept_without_the_blanks_around_and_between_its_words() -> None:
    assert read("id,  Nama   Lembaga ,name, \n1,a,b,\n")[0].header == ("id", "Nama Lembaga", "name")
    assert read("id,,name\n1,x,b\n")[0].header == ("id", "", "name")


def test_a_text_without_quotes_is_read_the_quick_way_and_gives_the_same_rows() -> None:
    draw = random.Random(3)
    for _ in range(300):
        text = "".join(draw.choice("ab ;,\t|\n\r\u00a0'=") for _ in range(draw.randint(0, 40)))
        lines = list(io.StringIO(text, newline=""))
        for delimiter in csv_files.DELIMITERS:
            rows = csv_files._rows(lines, 0, delimiter, Notes("a.csv"))
            slow = [row for row in rows if csv_files._is_readable(row, Notes("a.csv"))]
            assert csv_files._plain_rows(lines, 0, delimiter) == slow
