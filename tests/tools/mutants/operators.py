"""The changes that may be made to one place in the code.

Each takes a node of the syntax tree and gives nodes to put in its place.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

__all__ = ["replacements"]

Replacement = tuple[str, ast.AST]
"""The name of the operator, and what to put in the node's place."""

NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
SHIFTED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
TWINS = {"min": "max", "any": "all", "minimum": "maximum", "argmin": "argmax"}
TWINS |= {other: one for one, other in TWINS.items()}
"""Functions that are each other's opposite, as plain names and as methods."""
SYMMETRIC = frozenset({"min", "max", "minimum", "maximum", "isinstance", "cast", "gcd"})
"""Functions whose first two arguments may change places without a change in meaning, or that take a type."""
LONGEST = 30
"""Longer texts, and those with a space, are sentences: what they say is for other tests."""


def replacements(node: ast.AST, parent: ast.AST, field: str) -> Iterator[Replacement]:
    """All changes of one node, which stands in this field of its parent."""
    for find in (_comparisons, _booleans, _conditions, _arithmetic, _constants, _twins, _swaps, _slices):
        yield from find(node)
    if field in ("body", "orelse", "finalbody"):
        yield from _removals(node, parent)


def _changed(node: ast.AST, **fields: object) -> ast.AST:
    """A shallow copy of the node with these fields changed."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _comparisons(node: ast.AST) -> Iterator[Replacement]:
    """`a < b` as `a >= b` (comparison) and as `a <= b` (boundary)."""
    if not isinstance(node, ast.Compare):
        return
    for name, table in (("comparison", NEGATED), ("boundary", SHIFTED)):
        for place, operator in enumerate(node.ops):
            if type(operator) in table:
                yield name, _changed(node, ops=[*node.ops[:place], table[type(operator)](), *node.ops[place + 1 :]])


def _booleans(node: ast.AST) -> Iterator[Replacement]:
    """`a and b` as `a or b`; `not a` as `a`."""
    if isinstance(node, ast.BoolOp):
        yield "boolean", _changed(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "boolean", node.operand


def _conditions(node: ast.AST) -> Iterator[Replacement]:
    """`if a` as `if not a`, also in loops and comprehensions; comparisons and negations have their own operator."""
    if isinstance(node, ast.If | ast.While | ast.IfExp) and _plain(node.test):
        yield "negation", _changed(node, test=ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            if _plain(test):
                yield (
                    "negation",
                    _changed(node, ifs=[*node.ifs[:place], ast.UnaryOp(ast.Not(), test), *node.ifs[place + 1 :]]),
                )


def _plain(test: ast.expr) -> bool:
    return not isinstance(test, ast.Compare) and not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not))


def _arithmetic(node: ast.AST) -> Iterator[Replacement]:
    """`a + b` as `a - b`, `a += b` as `a -= b`, `-a` as `a`."""
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in ARITHMETIC:
        yield "arithmetic", _changed(node, op=ARITHMETIC[type(node.op)]())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Invert):
        yield "arithmetic", node.operand


def _constants(node: ast.AST) -> Iterator[Replacement]:
    """A whole number one up and one down, another number doubled, the other truth, a word with a sign more."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield "constant", ast.Constant(not value)
    elif isinstance(value, int):
        yield "constant", ast.Constant(value + 1)
        yield "constant", ast.Constant(value - 1)
    elif isinstance(value, float | complex):
        yield "constant", ast.Constant(value * 2 or 1.0)
    elif isinstance(value, str) and len(value) <= LONGEST and not any(map(str.isspace, value)):
        yield "constant", ast.Constant(value + "_")


def _twins(node: ast.AST) -> Iterator[Replacement]:
    """`min` as `max`, `any` as `all`, where they are called."""
    if not isinstance(node, ast.Call):
        return
    called = node.func
    if isinstance(called, ast.Name) and called.id in TWINS:
        yield "twin", _changed(node, func=ast.Name(TWINS[called.id], ast.Load()))
    if isinstance(called, ast.Attribute) and called.attr in TWINS:
        yield "twin", _changed(node, func=_changed(called, attr=TWINS[called.attr]))


def _swaps(node: ast.AST) -> Iterator[Replacement]:
    """`f(a, b)` as `f(b, a)`."""
    if not isinstance(node, ast.Call) or any(isinstance(one, ast.Starred) for one in node.args[:2]):
        return
    name = (
        node.func.id
        if isinstance(node.func, ast.Name)
        else node.func.attr
        if isinstance(node.func, ast.Attribute)
        else ""
    )
    match node.args:
        case [first, second, *rest] if name not in SYMMETRIC and ast.dump(first) != ast.dump(second):
            yield "swap", _changed(node, args=[second, first, *rest])


def _slices(node: ast.AST) -> Iterator[Replacement]:
    """`a[x:y]` as `a[:y]` and as `a[x:]`."""
    if isinstance(node, ast.Slice):
        for name in ("lower", "upper", "step"):
            if getattr(node, name) is not None:
                yield "slice", _changed(node, **{name: None})


def _removals(node: ast.AST, parent: ast.AST) -> Iterator[Replacement]:
    """A statement as `pass`, where the code can go on without it.

    A call, a change of something, a leap, an early return.
    """
    acts = isinstance(node, ast.AugAssign | ast.Raise | ast.Continue | ast.Break | ast.Delete)
    acts = acts or (isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant))
    acts = acts or (isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name | ast.Tuple))
    acts = acts or (isinstance(node, ast.Return) and isinstance(parent, ast.If))
    if acts:
        yield "removal", ast.Pass()
