"""Tests that use what Windows does not have say so by the mark `posix`.

None imports such a module for the whole file.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
POSIX_MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"}
POSIX_SIGNALS = {"SIGKILL", "SIGXFSZ", "SIGHUP", "SIGUSR1"}
FILES = sorted(path for path in TESTS.rglob("*.py") if "tools" not in path.parts)


def imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    return {(node.module or "").partition(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def needs_posix(function: ast.FunctionDef) -> bool:
    inner = list(ast.walk(function))
    names = {node.attr for node in inner if isinstance(node, ast.Attribute)}
    return bool(names & POSIX_SIGNALS) or any(imported(node) & POSIX_MODULES for node in inner)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_what_needs_posix_is_marked(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node.lineno for node in tree.body if imported(node) & POSIX_MODULES]
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and needs_posix(function):
            assert "posix" in " ".join(map(ast.unparse, function.decorator_list)), (
                f"{path.name}:{function.lineno} {function.name}"
            )
