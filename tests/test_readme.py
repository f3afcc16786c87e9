"""What README shows is what the program prints.

Its commands are run from top to bottom, and every line it quotes is looked for.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sysmap.cli import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = FENCE.findall(README)
SET_UP = [block.strip() for language, block in BLOCKS if not language]
FAULTS, *QUOTED = [block.splitlines() for language, block in BLOCKS if language == "text"]


def lines(words: str) -> list[str]:
    result = CliRunner().invoke(cli, shlex.split(words)[1:], prog_name="sysmap")
    assert result.exit_code in (0, 3), result.output
    return [line.rstrip() for line in result.output.splitlines()]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty place with the datasets, as a fresh checkout is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SYSMAP_DB", raising=False)
    monkeypatch.delenv("SYSMAP_LANG", raising=False)
    shutil.copytree(ROOT / "datasets", tmp_path / "datasets")
    return tmp_path


def test_exactly_two_commands_set_it_up():
    assert SET_UP == [
        "python3 -m venv .venv && . .venv/bin/activate && pip install . && sysmap build datasets/gunungkidul",
        "scripts/test",
    ]


@pytest.mark.usefixtures("folder")
def test_the_tour_prints_what_it_quotes():
    printed = lines(SET_UP[0].rpartition("&& ")[2])
    for language, block in BLOCKS:
        if language == "sh":
            printed += [line for command in block.splitlines() for line in lines(command)]
    for line in (line.rstrip() for block in QUOTED for line in block):
        assert line.strip() == "..." or line in printed, line


def test_the_three_slips_of_the_pen_are_told_as_quoted(folder):
    tiny = folder / "datasets" / "tiny"
    for name, right, wrong in (
        ("stakeholders.csv", "D,D,community,1|3", "D,D,comunity,1|7"),
        ("partnerships.csv", "C,D", "C,Dd"),
    ):
        text = (tiny / name).read_text(encoding="utf-8")
        assert right in text
        (tiny / name).write_text(text.replace(right, wrong), encoding="utf-8")
    assert lines("sysmap check datasets/tiny")[:3] == FAULTS


def test_the_summary_in_indonesian_begins_with_the_same_set_up():
    (summary,) = [
        block for language, block in FENCE.findall(README.partition("## Ringkasan")[2]) if language == "console"
    ]
    assert summary.splitlines()[0] == SET_UP[0].rpartition(" && ")[0]


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
