"""The mutation tool: each operator by hand, the draw, the table and the list of equivalents.

And a small tree run for real.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from mutants import running
from mutants.report import equivalents, survivor, tallies, written
from mutants.running import Baseline, servers
from mutants.sampling import mutants, sample
from mutants.table import TABLE

posix = pytest.mark.posix("fork, and limits of processor time and memory")
ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/sysmap"


def changes(tmp_path: Path, text: str) -> set[tuple[str, str, str]]:
    """All changes of a module as (operator, was, becomes)."""
    (tmp_path / "x.py").write_text(text, encoding="utf-8")
    return {(mutant.operator, mutant.was, mutant.becomes) for mutant in mutants(tmp_path, "x.py")}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a < b", {("comparison", "a < b", "a >= b"), ("boundary", "a < b", "a <= b")}),
        (
            "a < b <= c",
            {
                ("comparison", "a < b <= c", "a >= b <= c"),
                ("comparison", "a < b <= c", "a < b > c"),
                ("boundary", "a < b <= c", "a <= b <= c"),
                ("boundary", "a < b <= c", "a < b < c"),
            },
        ),
        ("a is None", {("comparison", "a is None", "a is not None")}),
        ("a in b", {("comparison", "a in b", "a not in b")}),
        ("a and b", {("boolean", "a and b", "a or b")}),
        ("not a", {("boolean", "not a", "a")}),
        ("b if a else c", {("negation", "... if a else ...", "... if not a else ...")}),
        ("[b for b in c if b]", {("negation", " for b in c if b".strip(), "for b in c if not b")}),
        ("a + b", {("arithmetic", "a + b", "a - b")}),
        ("a // b", {("arithmetic", "a // b", "a * b")}),
        ("a & b", {("arithmetic", "a & b", "a | b")}),
        ("-a", {("arithmetic", "-a", "a")}),
        ("5", {("constant", "5", "6"), ("constant", "5", "4")}),
        ("0.5", {("constant", "0.5", "1.0")}),
        ("True", {("constant", "True", "False")}),
        ("'OWNS'", {("constant", "'OWNS'", "'OWNS_'")}),
        ("'a whole sentence'", set()),
        ("f(a, b)", {("swap", "f(a, b)", "f(b, a)")}),
        ("f(a, a)", set()),
        ("max(a, b)", {("twin", "max(a, b)", "min(a, b)")}),
        ("a.any()", {("twin", "a.any()", "a.all()")}),
        ("a[b:c]", {("slice", "b:c", ":c"), ("slice", "b:c", "b:")}),
        ("f'{a} of {b:>x}'", set()),
    ],
)
def test_the_changes_of_an_expression(tmp_path: Path, code: str, expected: set[tuple[str, str, str]]) -> None:
    assert changes(tmp_path, f"x = {code}\n") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("f(a)", {("removal", "f(a)", "pass")}),
        ("a += b", {("removal", "a += b", "pass"), ("arithmetic", "a += b", "a -= b")}),
        ("a[b] = c", {("removal", "a[b] = c", "pass")}),
        ("if a:\n        return b", {("negation", "if a", "if not a"), ("removal", "return b", "pass")}),
        ("raise a", {("removal", "raise a", "pass")}),
        ("'A docstring.'", set()),
        ("return a", set()),
        ("assert a < 5", set()),
        ("b: dict[str, 'x'] = a", set()),
        ("b = Message('one', context='two')", set()),
    ],
)
def test_the_changes_of_a_statement(tmp_path: Path, code: str, expected: set[tuple[str, str, str]]) -> None:
    assert changes(tmp_path, f"def g(a, b, c):\n    {code}\n") == expected


def test_what_does_not_run_is_left_alone(tmp_path: Path) -> None:
    assert (
        changes(
            tmp_path,
            '''"""A module."""
from typing import TYPE_CHECKING, Literal
if TYPE_CHECKING:
    x = 5
__all__ = ["g"]
Kind = Literal["one", "other"]
@decorated(5)
def g(a: "str" = b, *, c: "int | 5" = d) -> "str":
    """Says 5."""
''',
        )
        == set()
    )


def test_a_default_argument_is_told_from_other_constants(tmp_path: Path) -> None:
    assert changes(tmp_path, "def g(a=True): pass\n") == {("default", "True", "False")}


def test_every_mutant_of_the_table_compiles_and_leaves_the_tree_as_it_was() -> None:
    for module in ("records/times.py", "models/innovation_remedies.py"):
        plain = ast.unparse(ast.parse((SOURCE / module).read_text(encoding="utf-8"))) + "\n"
        for mutant in mutants(SOURCE, module):
            compile(mutant.text(), module, "exec")
            assert mutant.text() != plain, mutant
            assert ast.unparse(mutant.tree) + "\n" == plain


def test_the_draw_depends_on_the_seed_and_not_on_other_code(tmp_path: Path) -> None:
    one, other = "def g(a, b):\n    return a < b + 5\n", "def h(a):\n    return a and not 7\n"
    for name, text in (("x.py", one), ("y.py", "import this\n\n\n" + other + one)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    drawn = {(mutant.scope, mutant.was, mutant.becomes) for mutant in sample(mutants(tmp_path, "x.py"), 1, 3)}
    assert drawn == {(mutant.scope, mutant.was, mutant.becomes) for mutant in sample(mutants(tmp_path, "x.py"), 1, 3)}
    again = [mutant for mutant in mutants(tmp_path, "y.py") if mutant.scope == "g"]
    assert drawn == {(mutant.scope, mutant.was, mutant.becomes) for mutant in sample(again, 1, 3)}
    assert len({tuple(mutant.identity for mutant in sample(again, seed, 3)) for seed in range(9)}) > 1
    assert len(sample(again, 1, None)) == len(again) == 5


def test_the_table_names_a_dozen_modules_and_tests_that_are_there() -> None:
    assert len(TABLE) >= 12
    for module, words in TABLE.items():
        assert (SOURCE / module).is_file(), module
        assert all((ROOT / word.partition("::")[0]).is_file() for word in words if word.startswith("tests/")), module


def test_each_equivalent_mutant_meets_one_and_says_why() -> None:
    known = equivalents(ROOT / "tests/tools/mutants/equivalents.toml")
    there = {mutant.identity for module in TABLE for mutant in mutants(SOURCE, module)}
    assert known.keys() <= there, known.keys() - there
    assert all(len(reason.split()) > 3 for reason in known.values())


CODE = """def last(items, n=1):
    found = items[-n:]
    while len(found) > n:
        found = found[1:]
    if n > 5:
        return list(found)
    return found
"""
TEST = """from sysmap.x import last

def test_last():
    assert last([1, 2, 3]) == [3]
"""


@posix
def test_a_small_tree_is_run_for_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = tmp_path / "tree"
    for name in ("src/sysmap", "tests"):
        (tree / name).mkdir(parents=True)
    for name, text in (
        ("src/sysmap/__init__.py", ""),
        ("src/sysmap/x.py", CODE),
        ("tests/test_x.py", TEST),
        ("pyproject.toml", "[tool.pytest.ini_options]\n"),
    ):
        (tree / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(running, "COPIED", ("src", "tests", "pyproject.toml"))
    monkeypatch.setattr(running, "LEAST", 1)
    source = tree / "src/sysmap"
    expected = {
        ("1", "2"): "killed",
        ("1", "0"): "killed",  # the default
        ("-n:", ":"): "survived",  # the loop takes away what is too much
        ("len(found) > n", "len(found) <= n"): "timeout",
        ("len(found) > n", "len(found) >= n"): "killed",
        ("1:", ":"): "survived",
        ("n > 5", "n > 6"): "survived",
        ("n > 5", "n > 4"): "survived",
    }  # the loop has nothing to do, and n is never large
    drawn = [mutant for mutant in mutants(source, "x.py") if (mutant.was, mutant.becomes) in expected]
    told = []
    (tmp_path / "copies").mkdir()
    with servers(tree, tmp_path / "copies", 2, {"x.py": ("tests/test_x.py",)}) as them:
        them.measure(source, ["x.py"])
        outcomes = them.run(drawn, told.append)
    assert {(one.mutant.was, one.mutant.becomes): one.fate for one in outcomes} == expected
    assert sorted(map(id, told)) == sorted(map(id, outcomes))
    assert (source / "x.py").read_text(encoding="utf-8") == CODE
    assert (tmp_path / "copies/0/src/sysmap/x.py").read_text(encoding="utf-8") == CODE
    row, whole = tallies({"x.py": 20}, outcomes, {("x.py", "last", "n > 5", "n > 6"): "n is never so large"})
    assert (row.drawn, row.killed, row.timeouts, row.equivalent, row.rate) == (8, 4, 1, 1, 4 / 7)
    assert list(written([whole]))[-1] == "| all | 20 | 8 | 4 | 1 | 1 | 3 | 57.1% |"
    survived = next(one.mutant for one in outcomes if one.mutant.becomes == "n > 6")
    assert list(survivor(survived)) == ["src/sysmap/x.py:5 last, constant", "    - if n > 5:", "    + if n > 6:"]


@posix
def test_tests_that_fail_without_a_change_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = tmp_path / "tree"
    for name in ("src/sysmap", "tests"):
        (tree / name).mkdir(parents=True)
    for name, text in (
        ("src/sysmap/__init__.py", ""),
        ("src/sysmap/x.py", CODE),
        ("tests/test_x.py", TEST.replace("[3]", "[2]")),
    ):
        (tree / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(running, "COPIED", ("src", "tests"))
    (tmp_path / "copies").mkdir()
    with (
        servers(tree, tmp_path / "copies", 1, {"x.py": ("tests/test_x.py",)}) as them,
        pytest.raises(Baseline, match=r"x\.py: the tests fail without a change"),
    ):
        them.measure(tree / "src/sysmap", ["x.py"])
