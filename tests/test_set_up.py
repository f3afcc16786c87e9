"""README's lines for setting sysmap up are run as they stand, in a fresh checkout, each by its own shell."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sysmap.resources import DISTRIBUTION

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST = re.findall(r"^```\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)[0]
INSTEAD = dict(re.findall(r"^\| ([^|]+?) \| `([^`]+)` \|$", README, re.MULTILINE))
EXTRA = f'pip install "{DISTRIBUTION}[neo4j-local]"'
LEFT_OUT = shutil.ignore_patterns(".*", "sysmap-out", "build", "dist", "node_modules", "__pycache__", "tests", "site")
BUILT = "sysmap-out/gunungkidul/map.html"
WINDOWS = sys.platform == "win32"

on_windows = pytest.mark.skipif(not WINDOWS, reason="the line is for the Command Prompt of Windows")
on_posix = pytest.mark.posix("the line is for sh")
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run(line, bin=(...))`: what a line prints that a shell runs in a copy of the checkout.

    `bin` names programs of this environment it may use.

    Nothing else of this environment is on the path, so `python3` is the system's own.
    """
    checkout, programs = tmp_path / "checkout", tmp_path / "bin"
    shutil.copytree(ROOT, checkout, ignore=LEFT_OUT)
    programs.mkdir()
    hidden = ("PYTHON", "VIRTUAL_ENV", "PIP_REQUIRE", "COV_", "COVERAGE", "SYSMAP_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    tools = {
        "UV_TOOL_DIR": "uv",
        "UV_TOOL_BIN_DIR": "bin",
        "PIPX_HOME": "pipx",
        "PIPX_BIN_DIR": "bin",
        "PIPX_MAN_DIR": "man",
    }
    clean |= {name: str(tmp_path / folder) for name, folder in tools.items()}
    if not WINDOWS:
        clean["PATH"] = f"{programs}:/usr/bin:/bin"

    def go(line: str, *bin: str) -> str:
        for name in bin:
            (programs / name).symlink_to(Path(sys.executable).with_name(name))
        shell = ["cmd", "/c", line] if WINDOWS else ["sh", "-euc", line]
        found = subprocess.run(
            shell, cwd=checkout, env=clean, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert found.returncode == 0, found.stdout + found.stderr
        return found.stdout

    return go


def doctor(run: Run) -> dict[str, dict[str, str]]:
    """What `sysmap doctor` says of each thing."""
    return {row["what"]: row for row in json.loads(run("sysmap doctor --format json"))}


@on_posix
@pytest.mark.skipif(
    not Path("/usr/bin/python3").exists() or sys.platform == "darwin",
    reason="there is no Python of the system that is new enough",
)
def test_the_first_line_works_with_the_systems_own_python(run: Run) -> None:
    """Debian's and Ubuntu's refuses to be installed into (PEP 668).

    The same shell then runs the line that adds what a Neo4j needs.
    """
    said = run(f"{FIRST}\n{EXTRA}\nsysmap doctor\npython3 -c 'import sys; print(sys.base_prefix)'")
    assert BUILT in said
    assert re.search(r"^jgo +\d", said, re.MULTILINE)
    assert said.splitlines()[-1] == "/usr"


@on_posix
@pytest.mark.parametrize("tool", ["pipx", "uv"])
def test_the_line_for_a_tool_works(run: Run, tool: str) -> None:
    """As does the command that `sysmap doctor` gives there for what is missing.

    (pipx too makes environments with uv where it finds it.)
    """
    assert BUILT in run(INSTEAD[tool], "pipx", "uv")
    remedy = doctor(run)["jgo"]["remedy"]
    assert remedy.endswith(f' "{DISTRIBUTION}[neo4j-local]"')
    run(remedy)
    assert re.match(r"\d", doctor(run)["jgo"]["state"])


@on_windows
def test_the_line_for_windows_works(run: Run) -> None:
    assert BUILT.replace("/", "\\") in run(INSTEAD["Windows, in the Command Prompt"])
