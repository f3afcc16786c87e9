"""What is not TOML: each error at its line and column, in plain words, and all of them at once."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.errors import Cause
from sysmap.tables import toml_causes, toml_syntax
from sysmap.tables.toml_syntax import LONGEST, parse


@pytest.mark.parametrize(
    ("text", "line", "column", "problem", "remedy"),
    [
        ("\nname = \n", 2, 8, "the value is missing here", 'write key = "a text"'),
        ("a = \r\n", 1, 5, "the value is missing here", ""),
        (
            "name = Dinas Kesehatan # ours\n",
            1,
            8,
            "the text Dinas Kesehatan stands without quotes",
            'write "Dinas Kesehatan"',
        ),
        ("[analysis]\nworks = [OWNS, FUNDS]\n", 2, 10, "the text OWNS stands without quotes", 'write "OWNS"'),
        ("works = [\n  'OWNS',\n  FUNDS\n]\n", 3, 3, "the text FUNDS stands without quotes", 'write "FUNDS"'),
        ("title = “Air bersih”\n", 1, 9, "the quotation marks are curly ones", 'write straight ones: "Air bersih"'),
        ("directed = True\n", 1, 12, "True is written with a capital letter", "write true or false"),
        ("= 1\n", 1, 1, "this line cannot be read", 'write key = "value"'),
        ("\u00e9 = 1\n", 1, 1, "the key \u00e9 stands without quotes", 'write "\u00e9" = ...'),
        (
            '[headers]\nNama Lembaga = "name"\n',
            2,
            1,
            "the key Nama Lembaga stands without quotes",
            'write "Nama Lembaga" = ...',
        ),
        ("a. = 1\n", 1, 4, "a key is missing here", 'write key = "value"'),
        ("name\n", 1, 5, "after the key the sign = is missing", 'write key = "value"'),
        ('a = "b" "c"\n', 1, 9, "the line goes on after its entry has ended", "one entry to a line"),
        ("[ties.A\nb = 1\n", 1, 8, "the name of this table is not closed", "write [table]"),
        ("[Nama Lembaga]\n", 1, 7, "the name of this table is not closed", "a name with a blank stands in quotes"),
        ("\n\na = 'b\nc = 1\n", 3, 5, "the text that begins here is not closed on its line", "quotation mark"),
        ('a = "b\nc = 1\n', 1, 5, "the text that begins here is not closed on its line", "quotation mark"),
        ('x = 1\na = "b', 2, 5, "the text that begins here is not closed on its line", "quotation mark"),
        ('x = 1\na = """b\nc = 1\n', 2, 5, "the text that begins here is not closed", "three quotation marks"),
        ("x = 1\na = '''b\nc = 1\n", 2, 5, "the text that begins here is not closed", "three quotation marks"),
        (
            'a = [["A", "B"]\nc = 1\n',
            2,
            1,
            "the list that begins on line 1 is not closed before this",
            "put ] at its end",
        ),
        ("x = 1\na = [1,\n2", 2, 5, "the list that begins on line 2 is not closed", "put ] at its end"),
        (
            'a = [\n"A"\n"B"]\n',
            3,
            1,
            "in the list that begins on line 1 a comma or the closing ] is missing here",
            "a comma between two values",
        ),
        ("a = { b = 1\n", 1, 12, "the braces that open on line 1 are not closed", "on one line"),
        ("a = { b = 1,\n c = 2 }\n", 1, 13, "the braces that open on line 1 are not closed", "on one line"),
        (
            "a = { b = 1 c = 2 }\n",
            1,
            13,
            "between the braces that open on line 1 a comma",
            "a comma between two entries",
        ),
        ("a = 1\n\na = 2\n", 3, 1, "a is given a second time; it stands already on line 1", "keep one of the two"),
        (
            "[t]\nb = 1\n[u]\n[t]\n",
            4,
            1,
            "t is given a second time; it stands already on line 1",
            "keep one of the two",
        ),
        (
            "\na = 1\na.b = 2\n",
            3,
            1,
            "[a] b is given a second time; it stands already on line 2",
            "keep one of the two",
        ),
        ("a = { b = 1, b = 2 }\n", 1, 19, "a key is given a second time here", "keep one of the two"),
        ('a = "C:\\data"\n', 1, 10, "a backslash stands before a sign", "write two backslashes"),
        ('a = "\\u12"\n', 1, 8, "\\u or \\U is not followed by the number of a character", "four of the signs"),
        ("title\u00a0= 1\n", 1, 6, "here stands a character that cannot be seen, U+00A0", "ordinary blank"),
        ('a = "b\x07"\n', 1, 7, "here stands a character that cannot be seen, U+0007", "delete it"),
        ("a = 1\rb = 2\n", 1, 6, "here stands a character that cannot be seen, U+000D", "delete it"),
        ("date = 31/01/2024\n", 1, 10, "here stands no day of the calendar", "write it as 2024-01-31"),
        ("date = 2024-02-31\n", 1, 8, "here stands no day of the calendar", "write it as 2024-01-31"),
        ("date = 2024-13-01\n", 1, 12, "here stands no day of the calendar", "write it as 2024-01-31"),
    ],
)
def test_each_error_stands_where_it_is_mended(text: str, line: int, column: int, problem: str, remedy: str) -> None:
    (fault,) = parse(text, "a.toml").faults
    assert (fault.file, fault.line, fault.column, fault.level) == ("a.toml", line, column, "error")
    assert problem in str(fault.problem)
    assert remedy in str(fault.remedy)


def test_all_errors_are_told_at_once_and_the_rest_is_read() -> None:
    text = 'title = Air\nname = "gk"\n[ties.A\nends = 5\n[headers]\nx = "y"\nNama OPD = "name"\n[t]\nu = [1\nv = 2\nw = """\n'
    parsed = parse(text, "a.toml")
    assert [fault.line for fault in parsed.faults] == [1, 3, 7, 10, 11]
    assert parsed.values == {"name": "gk", "headers": {"x": "y"}, "t": {"v": 2}}
    assert parsed.left_out == {
        ("title",),
        ("ties", "A"),
        ("ties", "A", "ends"),
        ("headers", "Nama", "OPD"),
        ("t", "u"),
        ("t", "w"),
    }


def test_of_very_many_errors_the_first_are_told() -> None:
    assert [fault.line for fault in parse("a b\n" * 1000, "a.toml").faults] == list(range(1, 21))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a = 1\nb = " + "[" * 2000, 2, "more than 32 lists or tables stand one inside the other"),
        ("a = 1\nb = " + "{ c = " * 2000, 2, "more than 32 lists or tables stand one inside the other"),
        ("[a" + ".a" * 50_000 + "]\n", 1, "more than 32 lists or tables stand one inside the other"),
        ("a = 1\n\nb = " + "9" * 4301, 3, "this number has more than 100 digits"),
        ("a = [\n" + "1,\n" * 60_000 + "]", 50_001, "more than 50,000 entries"),
        ("#\n" * (LONGEST // 2) + "#", LONGEST // 2 + 1, "more than 1,000,000"),
    ],
)
def test_what_is_too_large_is_one_fault_with_its_line(text: str, line: int, problem: str) -> None:
    parsed = parse(text, "a.toml")
    (fault,) = parsed.faults
    assert fault.line == line
    assert problem in str(fault.problem)
    assert parsed.values == {}


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_no_text_is_too_much(toml_jumbles: st.SearchStrategy[str], data: st.DataObject) -> None:
    """A text is read as tomllib reads it, or has at least one fault, each within the text."""
    text = data.draw(toml_jumbles)
    parsed = parse(text, "a.toml")
    try:
        assert (parsed.values, parsed.faults) == (tomllib.loads(text), [])
    except tomllib.TOMLDecodeError:
        assert parsed.faults
    for fault in parsed.faults:
        line = text.split("\n")[fault.line - 1]
        assert 1 <= fault.column <= len(line) + 1


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_broken_line_below_costs_nothing_above(toml_documents: st.SearchStrategy[str], data: st.DataObject) -> None:
    text = data.draw(toml_documents)
    broken = parse(f"{text}\n[[[\n", "a.toml")
    assert broken.values == tomllib.loads(text)
    assert [fault.line for fault in broken.faults] == [text.count("\n") + 2]


def test_every_message_of_tomllib_is_translated() -> None:
    """The messages of this Python's tomllib, as its source has them.

    One that is not in the table would be told without its reason.
    """
    import inspect
    import re

    source = inspect.getsource(tomllib._parser)
    messages = [
        re.sub(r"\{.*", "", message)
        for message in re.findall(
            r"""(?:suffixed_err|TOMLDecodeError)\(\s*(?:src,\s*[\w.+ -]+,\s*)?f?["](.+?)["]""", source
        )
    ]
    assert len(messages) >= 15
    begins = [begin for begin, _ in toml_syntax._CAUSES]
    assert [
        message
        for message in messages
        if not any(message.startswith(begin) or begin.startswith(message) for begin in begins)
    ] == []


CAUSES = [cause for cause in vars(toml_causes).values() if isinstance(cause, Cause)]


def test_every_cause_has_a_number_of_this_module_and_a_remedy() -> None:
    assert [cause.id for cause in CAUSES] == [f"T{number:03}" for number in range(1, len(CAUSES) + 1)]
    assert all(cause.remedy for cause in CAUSES)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("name = Dinas Kesehatan\n", ("a.toml:1:8: teks Dinas Kesehatan ", 'tulis "Dinas Kesehatan"')),
        ("a = 1\n\na = 2\n", ("a.toml:3:1: a ", " baris 1 ")),
        ("a = [\n" + "1,\n" * 60_000 + "]", ("a.toml:50001:1: ", " 50.000 ")),
    ],
)
def test_a_fault_speaks_the_readers_language(text: str, parts: tuple[str, ...]) -> None:
    (fault,) = parse(text, "a.toml").faults
    assert [part for part in parts if part not in fault.render("id")] == []
    assert fault.render("id") != fault.render("en")
