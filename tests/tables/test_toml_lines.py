"""The places of keys, against tomllib: for whatever text tomllib accepts, the same key paths.

For any text at all, no exception.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.tables.toml_lines import DEEPEST, MOST_DIGITS, MOST_ENTRIES, outline


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from paths(one, (*path, key))


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_a_text_that_tomllib_accepts_has_the_same_key_paths(
    toml_documents: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(toml_documents)
    found = outline(text)
    assert set(found.offsets) == set(paths(tomllib.loads(text)))
    assert found.excess is None
    assert found.unclosed is None


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_each_key_path_stands_where_its_key_is_spelled(
    toml_documents: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(toml_documents)
    found = outline(text)
    for path, offset in found.offsets.items():
        if isinstance(path[-1], str):
            spelled = re.match(r"""[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'""", text[offset:])
            assert spelled
            assert [path[-1]] == list(tomllib.loads(f"{spelled[0]} = 1"))
        line, column = found.place(offset)
        assert found.offset(line, column) == offset
        assert line == text.count("\n", 0, offset) + 1


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_any_text_has_an_outline_and_tomllibs_paths_where_it_has_any(
    toml_jumbles: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(toml_jumbles)
    found = outline(text)
    try:
        expected = set(paths(tomllib.loads(text)))
    except tomllib.TOMLDecodeError:
        return
    assert set(found.offsets) == expected


def test_the_lines_of_all_that_toml_can_write() -> None:
    text = (
        'a."b c" = 1\r\n'
        "[t.'u.v'] # x = 1\r\n"
        "\r\n"
        'list = [ # one\r\n  "x", [2,\r\n 3],\r\n  { y.z = """\r\nlong\r\n""" , w = \'\'\'\r\n[no]\r\n\'\'\'},\r\n]\r\n'
        "[[s]]\r\nk = 1\r\n[[s]]\r\n[s.deep]\r\nk = 2\r\n"
    )
    found = outline(text)
    assert {path: found.place_of(path) for path in found.offsets} == {
        ("a",): (1, 1),
        ("a", "b c"): (1, 3),
        ("t",): (2, 2),
        ("t", "u.v"): (2, 4),
        ("t", "u.v", "list"): (4, 1),
        ("t", "u.v", "list", 0): (5, 3),
        ("t", "u.v", "list", 1): (5, 8),
        ("t", "u.v", "list", 1, 0): (5, 9),
        ("t", "u.v", "list", 1, 1): (6, 2),
        ("t", "u.v", "list", 2): (7, 3),
        ("t", "u.v", "list", 2, "y"): (7, 5),
        ("t", "u.v", "list", 2, "y", "z"): (7, 7),
        ("t", "u.v", "list", 2, "w"): (9, 7),
        ("s",): (13, 3),
        ("s", 0): (13, 3),
        ("s", 0, "k"): (14, 1),
        ("s", 1): (15, 3),
        ("s", 1, "deep"): (16, 4),
        ("s", 1, "deep", "k"): (17, 1),
    }
    assert set(found.offsets) == set(paths(tomllib.loads(text)))


def test_a_path_that_is_not_there_stands_where_the_table_around_it_does() -> None:
    found = outline("\n[a]\nb = 1\n")
    assert [found.place_of(path) for path in (("a", "c", 5), ("z",), ())] == [(2, 2), (1, 1), (1, 1)]


@pytest.mark.parametrize(
    ("key", "path"), [(r"\U0010FFFF", "\U0010ffff"), (r"\U00110000", r"\U00110000"), (r"\UFFFFFFFF", r"\UFFFFFFFF")]
)
def test_beyond_the_last_character_a_key_stays_as_it_is_written(key: str, path: str) -> None:
    assert outline(f'"{key}" = 1').offsets == {(path,): 0}


def test_only_a_line_feed_ends_a_line() -> None:
    """As in tomllib: a form feed or a Unicode line separator in a text or comment begins no new line."""
    assert outline('# \u2028 \x85\na = "\u2029"\nb = 1').place_of(("b",)) == (3, 1)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("a = 1\nb = " + "[" * 5_000_000, "depth", (2, 5 + DEEPEST)),
        ("a = " + "{a=" * 100_000, "depth", None),
        ("a" + ".a" * 1_000_000 + " = 1", "depth", None),
        ("[a" + ".a" * 1_000_000 + "]", "depth", None),
        ("[" + ".".join("a" * (DEEPEST - 1)) + "]\nb.c = 1", "depth", (2, 3)),
        ("a = 1\n\nb = [\n" + "9" * 5_000_000 + "]", "digits", (4, 1)),
        ("a = 1." + "0" * 5000, "digits", (1, 7)),
        ("a = " + "1_" * 5000, "digits", (1, 5)),
        ("a = [" + "1," * MOST_ENTRIES + "]", "entries", (1, 6 + 2 * (MOST_ENTRIES - 1))),
    ],
)
def test_what_tomllib_could_not_bear_is_seen_beforehand(text: str, kind: str, place: tuple[int, int] | None) -> None:
    found = outline(text)
    assert found.excess
    assert found.excess[0] == kind
    assert place is None or found.place(found.excess[1]) == place


def test_what_is_just_within_the_bounds_is_borne_by_tomllib() -> None:
    deep = DEEPEST - 1
    text = f"a = {'[' * deep}{']' * deep}\nb = {'9' * MOST_DIGITS}\n[{'.'.join('c' * DEEPEST)}]\n"
    assert outline(text).excess is None
    assert set(outline(text).offsets) == set(paths(tomllib.loads(text)))


@pytest.mark.parametrize(
    "text",
    [
        'a = """' + '\\"' * 500_000,
        "a = '''" + "''x" * 300_000,
        '"\n' * 300_000,
        "a = [" + "'" * 500_000,
        "\r" * 900_000,
        "[[" * 400_000,
    ],
)
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    """Each of them makes a reader that goes back over what it has read take the square of its length: hours."""
    outline(text)


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ("a = [1, [2]", 4),
        ("a = [1, [2", 8),
        ('a = {b = "', 9),
        ("a = [']", 5),
        ('a = """b', 4),
        ("a = 1", None),
        ("a = [1] # [", None),
    ],
)
def test_what_is_left_open_is_known(text: str, unclosed: int | None) -> None:
    assert outline(text).unclosed == unclosed
