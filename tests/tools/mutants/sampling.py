"""All changes that a module allows, each with a name that stays when other code moves, and a sample drawn by a seed."""

from __future__ import annotations

import ast
import difflib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mutants.operators import replacements

__all__ = ["Mutant", "mutants", "sample"]

Place = tuple[ast.AST, str, int | None, ast.AST]
"""A node of the tree: its parent, the field it stands in, its index where the field is a list, and the node itself."""

SPOKEN = frozenset({"Cause", "Message", "plural", "cast", "TypeVar", "measure", "finding", "isinstance"})
"""Calls whose arguments are texts for people, or types."""
QUIET = frozenset({"dtype", "format", "strict"})
"""Keywords that name a representation, or that say what never happens."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change.

    `scope` is the function or class it lies in ("" is the module), `was` and `becomes` the code before and after.

    A constant is shown with the expression around it. `module` is the path below `src/sysmap`; `key` tells the changes
    of all modules apart, equal ones in one scope by their number.
    """

    module: str
    scope: str
    operator: str
    was: str
    becomes: str
    key: str
    line: int
    tree: ast.Module
    place: Place
    replacement: ast.AST

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What an entry in the list of equivalent mutants says."""
        return self.module, self.scope, self.was, self.becomes

    def rank(self, seed: int) -> str:
        """The place in the draw.

        It depends on the seed and on this change alone, so that an edit elsewhere leaves the sample as it is.
        """
        return hashlib.sha256(f"{seed}\0{self.key}".encode()).hexdigest()

    def text(self) -> str:
        """The module with this change."""
        parent, field, index, node = self.place
        _put(parent, field, index, self.replacement)
        try:
            return ast.unparse(ast.fix_missing_locations(self.tree)) + "\n"
        finally:
            _put(parent, field, index, node)

    def diff(self) -> list[str]:
        """The lines before and after; each statement on one line, without comments."""
        before, after = ast.unparse(self.tree).splitlines(), self.text().splitlines()
        return [
            line
            for line in difflib.unified_diff(before, after, n=0, lineterm="")
            if line[:3] not in ("---", "+++") and line[:2] != "@@"
        ]


def mutants(source: Path, module: str) -> list[Mutant]:
    """All mutants of a module, in the order of the code."""
    tree = ast.parse((source / module).read_text(encoding="utf-8"))
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for scope, place in _places(tree, tree, ""):
        parent, field, _, node = place
        for operator, replacement in replacements(node, parent, field):
            name = "default" if isinstance(parent, ast.arguments) else operator
            change = (scope, name, _shown(node), _shown(replacement))
            seen[change] += 1
            key = "\0".join((*change, str(seen[change])))
            was, becomes = _around(place, replacement)
            line = getattr(node, "lineno", 0) or min(
                (part.lineno for part in ast.walk(node) if hasattr(part, "lineno")), default=0
            )
            found.append(Mutant(module, scope, name, was, becomes, key, line, tree, place, replacement))
    return found


def sample(of: Iterable[Mutant], seed: int, size: int | None) -> list[Mutant]:
    """So many mutants drawn by the seed (all of them where no size is given), in the order of modules and lines."""
    drawn = sorted(of, key=lambda mutant: mutant.rank(seed))[:size]
    return sorted(drawn, key=lambda mutant: (mutant.module, mutant.line, mutant.operator, mutant.key))


def _around(place: Place, replacement: ast.AST) -> tuple[str, str]:
    """The code before and after: of the node, or of the expression it stands in if it is a constant."""
    parent, field, index, node = place
    if not isinstance(node, ast.Constant) or not isinstance(parent, ast.expr | ast.keyword):
        return _shown(node), _shown(replacement)
    was = _shown(parent)
    _put(parent, field, index, replacement)
    becomes = _shown(parent)
    _put(parent, field, index, node)
    return was, becomes


def _shown(node: ast.AST) -> str:
    """The node as code on one line."""
    if isinstance(node, ast.If | ast.While):
        return f"{'if' if isinstance(node, ast.If) else 'while'} {ast.unparse(node.test)}"
    if isinstance(node, ast.IfExp):
        return f"... if {ast.unparse(node.test)} else ..."
    return " ".join(ast.unparse(node).split())


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def _places(node: ast.AST, tree: ast.AST, scope: str) -> Iterator[tuple[str, Place]]:
    """Every place below a node where a change may be made, with its scope."""
    for field, value in ast.iter_fields(node):
        if _is_silent(node, field):
            continue
        several = isinstance(value, list)
        for index, child in enumerate(value if several else [value]):
            if not isinstance(child, ast.AST) or _is_spoken(child) or _is_a_label(node, field, child):
                continue
            yield scope, (node, field, index if several else None, child)
            inner = f"{scope}.{child.name}".lstrip(".") if isinstance(child, ast.FunctionDef | ast.ClassDef) else scope
            yield from _places(child, tree, inner)


def _is_silent(node: ast.AST, field: str) -> bool:
    """Whether this field of the node says nothing that runs, or how a thing looks: annotations, decorators, formats."""
    return field in (
        "annotation",
        "returns",
        "decorator_list",
        "keywords" if isinstance(node, ast.ClassDef) else "",
        "format_spec",
    )


def _is_a_label(node: ast.AST, field: str, child: ast.AST) -> bool:
    """Whether the child is text between the values of an f-string, or the name under which a value is kept."""
    match node:
        case ast.JoinedStr():
            return isinstance(child, ast.Constant)
        case ast.Call(func=ast.Attribute(attr="once"), args=[first, *_]):
            return field == "args" and child is first
    return False


def _is_spoken(node: ast.AST) -> bool:
    """Whether the node is for people or for the type checker alone."""
    match node:
        case (
            ast.Import()
            | ast.ImportFrom()
            | ast.Assert()
            | ast.Expr(value=ast.Constant())
            | ast.Assign(targets=[ast.Name(id="__all__")])
            | ast.Subscript(value=ast.Name(id="Literal"))
        ):
            return True
        case ast.If(test=test):
            return "TYPE_CHECKING" in ast.unparse(test)
        case ast.keyword(arg=name):
            return name in QUIET
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in SPOKEN
    return False
