"""Every text at the terminal comes from a catalogue: each command speaks a language that brackets its messages."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from babel.dates import get_month_names
from click.testing import CliRunner

from pseudo_language import LANGUAGE, strangers, words_of, words_of_tables
from sysmap.build import renderers
from sysmap.cli import cli
from sysmap.cli._command import Group
from sysmap.cli._shield import Shield
from sysmap.cli.doctor import PACKAGES
from sysmap.cypher.queries import all_queries
from sysmap.errors import Cause, DataError, OutputError
from sysmap.findings.port import FINDINGS
from sysmap.measures.port import MEASURES
from sysmap.vocabulary import VOCABULARY

pytestmark = pytest.mark.usefixtures("pseudo")
TRANSLATED_CAUSE = Cause("X902", "{path}: {reason}", "check the path and run again")
"""A cause whose texts stand in the catalogue."""


@pytest.fixture(scope="module")
def home(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the shipped case was built."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(built_once, folder / "sysmap-out")
    return folder


def _words(*texts: object) -> set[str]:
    return {word for text in texts for word in words_of(str(text))}


def _commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, Group):
        for child_name, child in command.commands.items():
            yield from _commands(child, f"{name} {child_name}".strip())


COMMANDS = dict(_commands(cli))


def names_at_the_terminal() -> set[str]:
    """What is called the same in every language.

    Commands, options, files, columns, kinds, terms of the field, papers, packages.
    """
    texts: list[object] = [
        "sysmap out uid python OPTIONS COMMAND ARGS --help",
        list(get_month_names(locale="en").values()),
        [renderer.filename for renderer in renderers().values()],
    ]
    for name, command in COMMANDS.items():
        texts += [name, (command.help or "").partition("Example:")[2]]
        for parameter in command.params:
            texts += [
                parameter.opts,
                parameter.secondary_opts,
                parameter.metavar,
                getattr(parameter.type, "choices", ""),
                parameter.name,
            ]
    texts += [*((measure.name, measure.term, measure.source) for measure in MEASURES.values())]
    texts += [*((kind.name, kind.source) for kind in FINDINGS.values())]
    texts += [*((query.name, [param.name for param in query.params]) for query in all_queries().values()), PACKAGES]
    texts += [
        *((kind.label, kind.file) for kind in VOCABULARY.nodes),
        *((tie.type, tie.file, "links.csv") for tie in VOCABULARY.ties),
        *map(version, PACKAGES),
    ]
    for _, field in VOCABULARY.fields():
        texts += [field.name, [choice.value for choice in field.choices]]
    return _words(*texts)


@pytest.fixture(scope="module")
def known(gunungkidul_words: set[str]) -> set[str]:
    return gunungkidul_words | names_at_the_terminal()


@pytest.fixture(scope="module")
def gunungkidul_words() -> set[str]:
    from sysmap.resources import shipped

    return words_of_tables(shipped("datasets") / "gunungkidul")


def speak(*words: object) -> str:
    """What a command says in the pseudo-language, on stdout and stderr."""
    return CliRunner().invoke(cli, [str(word) for word in words] + ["--lang", LANGUAGE], prog_name="sysmap").output


@pytest.mark.parametrize(
    "words",
    [
        ("analyze",),
        ("analyze", "--write-back", "-q"),
        ("gaps",),
        ("gaps", "--all", "all.csv"),
        ("suggest",),
        ("suggest", "--evaluate"),
        ("loops", "--top", 50),
        ("archetypes",),
        ("mental-models",),
        ("leverage",),
        ("whatif", "--push", "air-pintar=1"),
        ("whatif", "--push", "air-pintar=1", "--scenario", "kunjungan=-1"),
        ("whatif", "--push", "air-tanah=1", "--lambda", 3),
        ("map",),
    ],
    ids=str,
)
def test_a_command_that_asks_the_map(home: Path, known: set[str], monkeypatch, words: tuple[object, ...]) -> None:
    monkeypatch.chdir(home)
    text = speak(*words)
    assert "⟦" in text or words == ("map",)
    assert strangers([text], known) == {}


@pytest.mark.parametrize(
    "words",
    [
        ("queries",),
        ("measures",),
        ("findings",),
        ("vocabulary",),
        ("vocabulary", "Stakeholder"),
        ("vocabulary", "FUNDS"),
        ("doctor",),
        ("--version",),
    ],
    ids=str,
)
def test_a_command_that_lists_what_there_is(known: set[str], words: tuple[str, ...]) -> None:
    text = speak(*words)
    assert "⟦" in text
    assert strangers([text], known) == {}


def test_what_is_checked_loaded_and_built(gunungkidul: Path, tmp_path: Path, known: set[str], monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    known = known | _words(tmp_path)
    for words in (
        ("check", gunungkidul),
        ("load", gunungkidul, "--dry-run"),
        ("load", gunungkidul),
        ("build", gunungkidul, "-v"),
        ("new", "a"),
        ("new", "b", "--grow"),
        ("network", gunungkidul / "partnerships.csv"),
    ):
        text = speak(*words)
        assert "⟦" in text
        if words[0] != "network":  # its warning comes from the tables
            assert strangers([text], known) == {}, words


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command(name: str, known: set[str]) -> None:
    text = speak(*name.split(), "--help")
    assert text.startswith("⟦Usage:⟧ sysmap")
    assert strangers([text], known) == {}


@pytest.mark.parametrize(
    "words",
    [
        ("gaps", "--bogus"),
        ("gap",),
        ("build",),
        ("gaps", "--top", 0),
        ("gaps", "--top", "many"),
        ("gaps", "--format", "xml"),
        ("gaps", "--as-of", "soon"),
        ("query", "a", "b"),
        (),
        ("gaps", "--all", "."),
        ("check", "--strict=1", "x"),
        ("whatif",),
        ("whatif", "--push", "x"),
        ("suggest", "--evaluate", "--top", "1"),
        ("new", "x", "--sample", "--grow"),
        ("query",),
    ],
    ids=str,
)
def test_a_wrong_usage(known: set[str], words: tuple[object, ...]) -> None:
    text = speak(*words)
    assert "⟦Error: ⟨" in text
    assert strangers([text], known | _words("bogus many xml soon strict")) == {}


def test_faults_of_tables(tmp_path: Path, known: set[str]) -> None:
    (tmp_path / "stakeholders.csv").write_text(
        "id,name,power,sector\nA,Dinas,9,GOVERMENT\nA,Desa,x,media\n", encoding="utf-8"
    )
    (tmp_path / "partnerships.csv").write_text("source,target\nA,Zebra\n", encoding="utf-8")
    for words in (("check", tmp_path), ("build", tmp_path)):
        text = speak(*words)
        assert text.count("stakeholders.csv:") >= 3
        assert strangers([text], known | _words("goverment zebra dinas desa", tmp_path)) == {}


@pytest.mark.parametrize(
    "error",
    [
        DataError(
            [
                TRANSLATED_CAUSE.fault("a.csv", 2, 1, path="x", reason="y"),
                TRANSLATED_CAUSE.fault("a.csv", 3, 1, level="warning", path="x", reason="y"),
            ]
        ),
        OutputError(TRANSLATED_CAUSE, path="x", reason="y"),
        OSError(errno.ENOSPC, "no room", "x"),
        KeyboardInterrupt(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_faults_and_errors(error: BaseException) -> None:
    @click.group(cls=Shield)
    def program() -> None:
        """A program with one command."""

    @program.command()
    @click.option("--lang", expose_value=False)
    def go() -> None:
        """Raise."""
        raise error

    text = CliRunner().invoke(program, ["go", "--lang", LANGUAGE]).output
    assert "⟦" in text
    assert strangers([text], _words("csv no room")) == {}
