"""The command `check`: check a folder of CSVs: every fault at once, with file, line, column and remedy. Loads nothing."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows
from sysmap.errors import DataError

if TYPE_CHECKING:
    from sysmap.tables.rows import Dataset

__all__ = ["COMMAND"]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _print_check(dataset: Dataset, style: str) -> None:
    faults = [asdict(fault) for fault in dataset.faults]
    if style == "json":
        click.echo(json.dumps({"map": dataset.config.name, "files": dict(dataset.files), "nodes": len(dataset.nodes),
                               "ties": len(dataset.ties), "faults": faults}, ensure_ascii=False, indent=2))
    elif style == "table":
        for fault in dataset.faults:
            click.echo(str(fault))
        for name, count in dataset.files.items():
            click.echo(f"{name}: {count:,} rows")
        click.echo(f"{len(dataset.nodes):,} nodes, {len(dataset.ties):,} ties; {_counted(len(dataset.errors), 'fault')}, "
                   f"{_counted(len(dataset.warnings), 'warning')}")
    else:
        print_rows(faults, style, ("file", "line", "column", "level", "problem", "remedy"))


@click.command()
@options.dataset
@options.map_name
@options.strict
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
    _print_check(dataset, style)
    if dataset.errors:
        raise click.exceptions.Exit(DataError.exit_code)


COMMAND = check
