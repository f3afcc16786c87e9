"""What is written as TOML means what it was made of: tomllib reads it back."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sysmap.tables.toml_spelling import quote, spell

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
"""Any text; lone surrogates are in no text that a file can hold."""


@given(TEXTS)
@example('"\\')
@example("\x00\x7f\x85\u2028\r\n\t")
@example("\ufffe\U000e0001\U0010ffff")
def test_tomllib_reads_every_text_back(text: str) -> None:
    written = quote(text)
    assert written[1:-1].isprintable()
    assert tomllib.loads(f"a = {written}\n[b]\n{written} = 1") == {"a": text, "b": {text: 1}}


@given(st.recursive(TEXTS | st.integers() | st.booleans(), lambda inner: st.lists(inner, max_size=3), max_leaves=6))
def test_tomllib_reads_back_what_is_shown_whole(value: object) -> None:
    assert tomllib.loads(f"a = {spell(value, 10_000)}") == {"a": value}


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, "x" * 57 + "...")])
def test_a_long_text_is_cut_where_it_is_shown_and_not_where_it_is_written(length: int, shown: str) -> None:
    assert spell("x" * length) == f'"{shown}"'
    assert quote("x" * length) == f'"{"x" * length}"'


@pytest.mark.parametrize(
    ("value", "limit", "spelled"),
    [
        ("x" * 60, 60, f'"{"x" * 60}"'),
        ("x" * 61, 60, f'"{"x" * 57}..."'),
        ("abcdefghij", 4, '"abcde..."'),
        (list(range(6)), 60, "[0, 1, 2, 3, 4, 5]"),
        (list(range(7)), 60, "[0, 1, 2, 3, 4, 5, ...]"),
        ({"a b": 1, "c": {}}, 60, '{ "a b" = 1, c = {} }'),
    ],
)
def test_what_is_long_is_cut(value: object, limit: int, spelled: str) -> None:
    assert spell(value, limit) == spelled
