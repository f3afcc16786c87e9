"""No line of code, comment or documentation is longer than 120 characters.

Only data may be: a text, or a row of a table, that is told in one piece.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST: int = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["line-length"]
SCRIPTS = [path for path in (ROOT / "scripts").iterdir() if path.read_bytes().startswith(b"#!/usr/bin/env python3")]
FILES = sorted(
    [*(path for folder in ("src", "tests", "benchmarks", "docs") for path in (ROOT / folder).rglob("*.py")), *SCRIPTS]
)
PRAGMA = re.compile(r"\s+# (noqa|type:|pragma:|fmt:).*")
"""What a line says to a tool, at its end; the formatter does not count it either."""
OPENS, CLOSES = getattr(tokenize, "FSTRING_START", -1), getattr(tokenize, "FSTRING_END", -1)
"""The ends of a text with values in it; before Python 3.12 all of it is one token."""
Place = tuple[int, int]


def documentation(tree: ast.AST) -> set[int]:
    """The lines of strings that stand alone: docstrings, and what is said below a constant."""
    alone = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    return {line for node in alone for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}


def texts(text: str) -> Iterator[tuple[Place, Place]]:
    """Where each string literal begins and ends; a text with values in it is one, whatever stands in the values."""
    opened: list[Place] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == OPENS:
            opened.append(token.start)
        elif token.type == CLOSES:
            start = opened.pop()
            if not opened:
                yield start, token.end
        elif token.type == tokenize.STRING and not opened:
            yield token.start, token.end


def letters_of_data(text: str) -> dict[int, int]:
    """Line -> how many of its characters belong to string literals that are no documentation."""
    told, found = documentation(ast.parse(text)), dict[int, int]()
    for (first, begin), (last, end) in texts(text):
        if first in told:
            continue
        for line in range(first, last + 1):
            left, right = (begin if line == first else 0), (end if line == last else LONGEST * 100)
            found[line] = found.get(line, 0) + right - left
    return found


def too_long(text: str) -> list[int]:
    """The numbers of the lines that would be too long even without the data in them."""
    bare = (PRAGMA.sub("", line) for line in text.splitlines())
    lines = {number: line for number, line in enumerate(bare, 1) if len(line) > LONGEST}
    data = letters_of_data(text) if lines else {}
    return [number for number, line in lines.items() if len(line) - data.get(number, 0) > LONGEST or number not in data]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_data_is_longer(path: Path) -> None:
    assert too_long(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f'"""{"x" * 200}"""\n', [1]),
        (f"# {'x' * 200}\n", [1]),
        (f"a = {' + '.join('b' * 60)}\n", [1]),
        (f"a = 1  # noqa: {'x' * 200}\n", []),
        (f'a = "{"x" * 200}"\n', []),
        (f'a = f"{"x" * 200}{{b}}"\n', []),
        (f'a = """\n{"x" * 200}\n"""\n', []),
        (f'a = "{"x" * 20}" + {" + ".join("b" * 60)}\n', [1]),
    ],
)
def test_what_counts_as_data(text: str, lines: list[int]) -> None:
    assert too_long(text) == lines
