"""The written documentation is what the program makes of itself, and what it says to type can be typed."""

import json
import re
import runpy
import shlex
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sysmap.build import renderers
from sysmap.cli import cli
from sysmap.cypher.queries import all_queries
from sysmap.findings.port import FINDINGS
from sysmap.measures.port import MEASURES
from sysmap.tables.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
MADE = runpy.run_path(str(ROOT / "scripts" / "docs"))["made"]()
GUIDES = sorted(path for path in DOCS.glob("guide-*.md"))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def headings(name):
    return set(HEADING.findall((DOCS / name).read_text(encoding="utf-8")))


def commands(path, languages):
    """The words after `sysmap` of each line that a page says to type, in blocks of these languages."""
    for language, block in FENCE.findall(path.read_text(encoding="utf-8")):
        for line in block.splitlines() if language in languages else []:
            for part in line.split("&&"):
                words = shlex.split(part, comments=True)
                if words[:1] == ["sysmap"]:
                    yield words[1:]


def typed():
    """Every such line of the guides and README, whether or not a test can run it."""
    for path in [*GUIDES, ROOT / "README.md"]:
        for words in commands(path, ("", "sh", "console")) if path.exists() else []:
            yield pytest.param(words, id=f"{path.name}: {' '.join(words)}")


@pytest.mark.parametrize("path", list(MADE), ids=lambda path: path.name)
def test_a_generated_file_is_fresh(path):
    assert path.read_text(encoding="utf-8") == MADE[path], "run scripts/docs"


def test_every_measure_finding_query_and_command_is_documented():
    assert set(MEASURES) <= headings("measures.md")
    assert set(FINDINGS) <= headings("findings.md")
    assert set(all_queries()) <= headings("queries.md")
    assert {f"sysmap {name}" for name in cli.commands} <= headings("cli.md")


@pytest.mark.parametrize("command", list(cli.commands.values()), ids=lambda command: command.name)
def test_every_command_shows_an_example(command):
    children = list(getattr(command, "commands", {}).values())
    for one in (command, *children):
        assert "Example:" in (one.help or ""), one.name


@pytest.mark.parametrize("words", list(typed()))
def test_what_the_guides_say_to_type_is_understood(words):
    """Names and options exist; nothing is run."""
    command, context = cli, click.Context(cli, info_name="sysmap")
    if words == ["--help"]:
        return
    while isinstance(command, click.Group):
        assert words[0] in command.commands, words
        command = command.commands[words[0]]
        words = words[1:]
        context = click.Context(command, info_name=command.name, parent=context)
    if "--help" not in words:
        command.make_parser(context).parse_args(list(words))


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_what_a_guide_says_to_type_runs(path, tmp_path, monkeypatch):
    """From top to bottom, in one empty folder, as a reader would.

    `console` blocks (a server is installed) are only parsed; then its Python.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SYSMAP_DB", raising=False)
    for words in commands(path, ("sh",)):
        result = CliRunner().invoke(cli, words, prog_name="sysmap")
        assert result.exit_code == 0, (words, result.output)
    for language, block in FENCE.findall(path.read_text(encoding="utf-8")):
        if language == "python":
            exec(compile(block, path.name, "exec"), {})


@pytest.mark.parametrize("renderer", list(renderers().values()), ids=lambda renderer: renderer.name)
def test_each_file_that_a_build_makes_stands_in_the_analysts_guide(renderer):
    assert f"`{renderer.filename.replace('.parquet', '.csv')}`" in (DOCS / "guide-analyst.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_each_setting_stands_in_the_analysts_guide_with_its_default(setting):
    default = json.dumps(setting.default)
    assert f"| `{setting.name}` | `{default}` |" in (DOCS / "guide-analyst.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target
