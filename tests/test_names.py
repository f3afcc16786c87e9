"""Every module says what it offers: `__all__`, sorted and complete."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src/sysmap"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__main__.py")
DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def offered(module: ast.Module) -> list[str] | None:
    """What `__all__` says, or None where there is none."""
    for node in module.body:
        target = (
            node.targets[0]
            if isinstance(node, ast.Assign)
            else node.target
            if isinstance(node, ast.AnnAssign)
            else None
        )
        if isinstance(target, ast.Name) and target.id == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return None


def place(name: str) -> tuple[int, str]:
    """CONSTANTS, then Classes, then functions, each by name."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_all_is_sorted_and_complete(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    names = offered(module)
    assert names is not None, "there is no __all__"
    assert names == sorted(set(names), key=place)
    public = {
        node.name
        for node in module.body
        if isinstance(node, DEFINITIONS)
        and not node.name.startswith("_")
        and not ("COMMAND" in names and node.decorator_list)
    }  # a command is known by its name at the terminal
    assert public <= set(names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_name_offered_is_there(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    bound = {node.name for node in module.body if isinstance(node, DEFINITIONS)}
    for node in ast.walk(module):
        if isinstance(node, ast.Import | ast.ImportFrom):
            bound |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.add(node.id)
    lazily = "_ROOMS" in bound  # the package's own door opens each name when it is first asked for
    assert lazily or set(offered(module) or ()) <= bound
