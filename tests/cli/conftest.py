"""A folder to work in, and the command line as a function."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sysmap.cli import cli
from sysmap.resources import shipped

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def english_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that speaks English, whatever the one is that runs the tests."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("SYSMAP_LANG", raising=False)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("check", folder)`: the command in an empty folder of its own; strings as a shell would pass them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SYSMAP_DB", raising=False)

    def call(*words: object, stdin: str | None = None) -> Result:
        return CliRunner().invoke(cli, [str(word) for word in words], input=stdin, prog_name="sysmap")

    return call


@pytest.fixture
def tiny() -> Path:
    return shipped("datasets") / "tiny"


@pytest.fixture
def gunungkidul() -> Path:
    return shipped("datasets") / "gunungkidul"


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `sysmap-out` that a build of the shipped case leaves."""
    out = tmp_path_factory.mktemp("built") / "sysmap-out"
    done = CliRunner().invoke(
        cli, ["build", str(shipped("datasets") / "gunungkidul"), "--out", str(out / "gunungkidul")], prog_name="sysmap"
    )
    assert done.exit_code == 0, done.output
    return out


@pytest.fixture
def built(run: Run, built_once: Path, tmp_path: Path) -> Run:
    """`run` where the shipped case was built.

    Each test has a copy of its own, and only the first waits for the build.
    """
    shutil.copytree(built_once, tmp_path / "sysmap-out")
    return run
