"""The command `check`: check a folder of CSVs: every fault at once, with file, line, column and remedy.

Loads nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import follow_map, in_words, say, terminal_language
from sysmap.cli._printing import count_rows, print_rows
from sysmap.errors import DataError, Fault
from sysmap.messages import Joined, plural

if TYPE_CHECKING:
    from sysmap.tables.rows import Dataset

__all__ = ["COMMAND"]

COLUMNS = ("id", "level", "file", "line", "column", "problem", "remedy")
ROWS = plural("{file}: {n} row", "{file}: {n} rows")
FAULTS = plural("{n} fault", "{n} faults")
WARNINGS = plural("{n} warning", "{n} warnings")


def _row(fault: Fault) -> dict[str, Any]:
    """A fault as a row; the problem and the remedy are in the reader's language."""
    return {name: getattr(fault, name) for name in COLUMNS}


def _print_check(dataset: Dataset, style: str) -> None:
    """Print every fault, the rows of each file, and how much there is.

    As one object in JSON, as a row a fault in CSV and Markdown.
    """
    if style == "json":
        faults = [
            {**_row(fault), "problem": in_words(fault.problem), "remedy": in_words(fault.remedy)}
            for fault in dataset.faults
        ]
        click.echo(
            json.dumps(
                {
                    "map": dataset.config.name,
                    "files": dict(dataset.files),
                    "nodes": len(dataset.nodes),
                    "ties": len(dataset.ties),
                    "faults": faults,
                },
                ensure_ascii=False,
                indent=2,
            )
        )
    elif style == "table":
        for fault in dataset.faults:
            say(fault.render(terminal_language()))
        for name, count in dataset.files.items():
            say(ROWS.counted(count).filled(file=name))
        say(
            Joined(
                (
                    count_rows(dataset),
                    Joined((FAULTS.counted(len(dataset.errors)), WARNINGS.counted(len(dataset.warnings))), ", "),
                ),
                "; ",
            )
        )
    else:
        print_rows(map(_row, dataset.faults), style, COLUMNS)


@command(group="tables", order=1)
@options.dataset
@options.map_name
@options.strict
@options.spoken
@options.formats
def check(folder: Path, map_name: str | None, strict: bool, style: str) -> None:
    """Check a folder of CSVs: every fault at once, with file, line, column and remedy. Loads nothing.

    \b
    Example:
      sysmap check datasets/gunungkidul
    """
    from sysmap.tables.folder import examine_folder
    from sysmap.vocabulary import VOCABULARY

    dataset = examine_folder(folder, VOCABULARY, map_name=map_name, strict=strict)
    if dataset.files:
        follow_map(dataset.config.language)
    _print_check(dataset, style)
    if dataset.errors:
        raise click.exceptions.Exit(DataError.exit_code)


COMMAND = check
