"""Each error class becomes one line and its exit code; a bug keeps its traceback; a password is never shown."""

from __future__ import annotations

import errno

import click
import pytest
from click.testing import CliRunner

from sysmap.cli._shield import Shield
from sysmap.errors import (
    DataError,
    Fault,
    LimitReached,
    OutputError,
    QueryRefused,
    StoreBusy,
    StoreDenied,
    StoreDown,
    UnknownName,
)
from sysmap.messages import Message, catalogues


def answer(error: BaseException):
    @click.group(cls=Shield)
    def program() -> None:
        """A program with one command."""

    @program.command()
    def go() -> None:
        """Raise."""
        raise error

    return CliRunner().invoke(program, ["go"])


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UnknownName("measure", "degre", ["degree"]), 2, "did you mean degree?"),
        (QueryRefused("this writes", "read instead"), 2, "read instead"),
        (DataError([Fault("a.csv", 2, 1, "no", "yes")]), 3, "a.csv:2:1: no (yes)"),
        (StoreDown("no answer", "start it"), 4, "start it"),
        (StoreDenied("wrong password", "try another"), 4, "wrong password"),
        (StoreBusy("pid 7 writes", "wait"), 4, "pid 7"),
        (LimitReached("too many", "--allow-removals"), 5, "--allow-removals"),
        (OutputError("disk full", "make room"), 6, "make room"),
        (OSError(errno.ENOSPC, "No space left on device", "map.html"), 6, "map.html: no space left on device"),
        (PermissionError(errno.EACCES, "Permission denied", "out"), 6, "out: permission denied"),
        (KeyboardInterrupt(), 130, "run the same command again"),
    ],
)
def test_an_error_is_one_line_and_its_code(error: BaseException, code: int, said: str) -> None:
    result = answer(error)
    assert result.exit_code == code
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_bug_is_not_hidden() -> None:
    result = answer(ZeroDivisionError("a bug"))
    assert isinstance(result.exception, ZeroDivisionError)


def test_a_catalogue_that_cannot_be_read_is_said_once_on_stderr(tmp_path, monkeypatch) -> None:
    broken = tmp_path / "id/LC_MESSAGES/sysmap.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"no catalogue")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    catalogues.forget()

    @click.group(cls=Shield)
    def program() -> None:
        """A program with one command."""

    @program.command()
    def go() -> None:
        """Say two words in Indonesian."""
        click.echo(Message("gap").render("id") + Message("tie").render("id"))

    found = CliRunner().invoke(program, ["go"])
    catalogues.forget()
    assert (found.exit_code, found.stdout) == (0, "gaptie\n")
    assert found.stderr.count("warning: ") == found.stderr.count("'id'") == 1
