"""A dataset from texts, and random TOML: what several tests of the tables need."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY


@pytest.fixture
def examine(tmp_path: Path) -> Callable[..., Dataset]:
    def examined(strict: bool = False, **files: str | bytes) -> Dataset:
        for stem, content in files.items():
            name = "sysmap.toml" if stem == "toml" else f"{stem}.csv"
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return examine_folder(tmp_path, VOCABULARY, strict=strict)

    return examined


SIGNS = st.text(st.sampled_from("ab01 =.,[]{}\"'#\\\n\r\tu-_é\u2028:+"), max_size=60)
LINES = (
    "a = 1",
    "b.c = 'x'",
    "[t]",
    "[t.u]",
    "[[l]]",
    "[[l.m]]",
    "x = [1, [2], {y = 3}]",
    'k = """',
    "z",
    "'''",
    "q = {",
    "}",
    "]",
    "# [c]",
    '"d e" = "\\""',
    "",
)
JUMBLES = st.one_of(SIGNS, st.lists(st.sampled_from(LINES), max_size=8).map("\n".join))


class TomlWriter:
    """Writes tables as TOML in a way that is drawn anew at each place where TOML leaves a choice."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.end = self.one_of("\n", "\r\n")

    def one_of(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def key(self, key: str) -> str:
        forms = [json.dumps(key), '"' + "".join(f"\\u{ord(sign):04X}" for sign in key) + '"']
        forms += [key] if re.fullmatch(r"[\w-]+", key, re.ASCII) else []
        forms += [f"'{key}'"] if "'" not in key and key.isprintable() else []
        return self.one_of(*forms)

    def dotted(self, keys: list[str]) -> str:
        return self.one_of(".", " . ").join(map(self.key, keys))

    def gap(self) -> str:
        """What may stand between the items of a list."""
        return self.one_of("", " ", self.end, f'# ], {{ \' """ {self.end}', f" {self.end}\t")

    def value(self, value: Any) -> str:
        if isinstance(value, list):
            inner = ",".join(self.gap() + self.value(one) + self.gap() for one in value)
            return f"[{inner}{self.one_of('', ',') if value else ''}{self.gap()}]"
        if isinstance(value, dict):
            return (
                "{ " + ", ".join(f"{self.dotted(keys)} = {self.value(one)}" for keys, one in self.leaves(value)) + " }"
            )
        return value

    def leaves(self, table: dict[str, Any]) -> Iterator[tuple[list[str], Any]]:
        """The entries of a table; some tables in it are written as dotted keys."""
        for key, one in table.items():
            if isinstance(one, dict) and one and self.one_of(True, False):
                yield from (([key, *keys], leaf) for keys, leaf in self.leaves(one))
            else:
                yield [key], one

    def document(self, table: dict[str, Any], path: tuple[str, ...] = ()) -> str:
        """The entries of a table, then the tables in it, each in one of the forms that TOML has for it."""
        lines, below = [], []
        for key, one in table.items():
            inner = (*path, key)
            if isinstance(one, dict) and self.one_of(True, False):
                below.append(f"[{self.dotted(list(inner))}] # =[{self.end}{self.document(one, inner)}")
            elif (
                isinstance(one, list)
                and one
                and all(isinstance(item, dict) for item in one)
                and self.one_of(True, False)
            ):
                below += [f"[[{self.dotted(list(inner))}]]{self.end}{self.document(item, inner)}" for item in one]
            else:
                lines += [f"{self.dotted(keys)} = {self.value(leaf)}" for keys, leaf in self.leaves({key: one})]
        return "".join(
            f"{self.one_of('', '  ')}{line}{self.one_of('', ' # x = [')}{self.end}" for line in lines
        ) + "".join(below)


SCALARS = st.sampled_from(
    [
        "1",
        "-2.5e3",
        "0xAF",
        "true",
        "inf",
        "1979-05-27T07:32:00Z",
        "1979-05-27 07:32:00",
        "07:32:00",
        '"a # = ["',
        "'b \\'",
        '"\\"\\\\"',
        '""',
        "''",
        '"""c\n"" \\""" d"""',
        "'''e'\n''''",
        '""""f"""""',
        '"\\u00e9 ]"',
        "1_000",
    ]
)
KEYS = st.one_of(
    st.sampled_from(["a", "b", "c-1", "2", "d e", "f.g", 'h"', "", "é"]),
    st.text(max_size=3).filter(lambda key: "\x7f" not in key and all(ord(sign) < 0x10000 for sign in key)),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=4)


@st.composite
def documents(draw: Any) -> str:
    return TomlWriter(draw).document(draw(TABLES))


@pytest.fixture(scope="session")
def toml_documents() -> st.SearchStrategy[str]:
    """Texts that are TOML, in all the ways in which TOML can be written."""
    return documents()


@pytest.fixture(scope="session")
def toml_jumbles() -> st.SearchStrategy[str]:
    """Texts of the signs and lines that TOML is made of, in any order; few of them are TOML."""
    return JUMBLES
