"""The distribution has one name, and the command that adds an extra can be typed as it stands."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import pytest

from sysmap.resources import DISTRIBUTION, install_command

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
TEXTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.py")]


def test_the_name_is_that_of_the_project() -> None:
    assert PROJECT["name"] == DISTRIBUTION
    assert version(DISTRIBUTION) == PROJECT["version"]
    assert requires(DISTRIBUTION)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_extra_that_a_text_names_exists_and_is_asked_of_this_distribution(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r'install_command\("([\w-]+)"\)', text)) <= set(EXTRAS)
    assert "sysmap[" not in text, "the index has another project called sysmap"
    for extras in re.findall(rf"(?:{DISTRIBUTION}|(?<!\w)\.)\[([\w,-]+)\]", text):
        assert set(extras.split(",")) <= set(EXTRAS)


@pytest.mark.parametrize(
    ("python", "pip", "command"),
    [
        ("/usr/bin/python3", True, '/usr/bin/python3 -m pip install "sysmap-graph[parquet]"'),
        ("/home/a b/python", True, '"/home/a b/python" -m pip install "sysmap-graph[parquet]"'),
        ("/usr/bin/python3", False, 'uv pip install --python /usr/bin/python3 "sysmap-graph[parquet]"'),
    ],
)
def test_the_command_fits_the_environment(
    python: str, pip: bool, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object() if pip and name == "pip" else None)
    assert install_command("parquet") == command
