"""The command `check`: check a folder of CSVs: every fault at once, with file, line, column and remedy.

Loads nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._faults import print_faults, print_questions
from sysmap.cli._language import follow_map, in_words, say
from sysmap.cli._printing import count_rows, print_rows
from sysmap.cli._source_lines import Tables
from sysmap.errors import DataError, Fault, Level
from sysmap.fault_groups import group_faults
from sysmap.messages import Joined, Listing, Message, Text, plural

if TYPE_CHECKING:
    from sysmap.tables.notes import Notes
    from sysmap.tables.overrides import Overrides
    from sysmap.tables.rows import Dataset
    from sysmap.tables.sheets import Sheet

__all__ = ["COMMAND"]

COLUMNS = ("id", "level", "file", "line", "column", "problem", "remedy")
ROWS = plural("{file}: {n} row", "{file}: {n} rows")
NOT_READ = Message("not read, for they hold no table: {files}")
NOT_USED = plural("{n} row not used", "{n} rows not used")
WOULD_MEND = Message("--fix --to NEW would write copies with {cells} mended and {rows} left out.")
CELLS = plural("{n} cell", "{n} cells")
LEFT_ROWS = plural("{n} row", "{n} rows")
MENDED = plural(
    "{n} change was made in the copies in {folder}; {list} says which.",
    "{n} changes were made in the copies in {folder}; {list} says which.",
)
FIX_AND_TO = Message("give --fix and --to together")
NOT_FILLED_IN = Message("not filled in yet, so it counts as not asked: {files}")
COUNTS: Mapping[Level, Message] = {
    "error": plural("{n} fault", "{n} faults"),
    "warning": plural("{n} warning", "{n} warnings"),
    "question": plural("{n} question", "{n} questions"),
}


def _row(fault: Fault) -> dict[str, Any]:
    """A fault as a row; the problem and the remedy are in the reader's language."""
    return {name: getattr(fault, name) for name in COLUMNS}


def _print_check(dataset: Dataset, style: str, tables: Tables) -> None:
    """Print every fault by its cause, what each file was read as, and how much there is.

    As one object in JSON with every place, as a row a fault in CSV and Markdown.
    """
    if style == "json":
        click.echo(json.dumps(_as_object(dataset), ensure_ascii=False, indent=2))
    elif style == "table":
        print_faults(dataset.faults, tables=tables)
        _describe_files(dataset)
        groups = group_faults(dataset.faults)
        numbers = Counter(group.first.level for group in groups)
        counts = [COUNTS[level].counted(numbers[level]) for level in COUNTS if level != "question" or numbers[level]]
        say(Joined((count_rows(dataset), Joined(counts, ", ")), "; "))
        print_questions(dataset.faults)
        _offer_mends(tables)
    else:
        print_rows(map(_row, dataset.faults), style, COLUMNS)


def _as_object(dataset: Dataset) -> dict[str, Any]:
    """All that is to be said of a folder, in the reader's language."""
    return {
        "map": dataset.config.name,
        "files": dict(dataset.files),
        "lost": {file: list(lines) for file, lines in dataset.lost.items()},
        "understood": {file: [in_words(text) for text in said] for file, said in dataset.understood.items()},
        "nodes": len(dataset.nodes),
        "ties": len(dataset.ties),
        "faults": [
            {**_row(fault), "problem": in_words(fault.problem), "remedy": in_words(fault.remedy)}
            for fault in dataset.faults
        ],
    }


def _describe_files(dataset: Dataset) -> None:
    """Say what each file was read as, and which files were not."""
    from sysmap.tables.text import list_some

    for name in dataset.files:
        say(_describe_file(dataset, name))
    if dataset.unread:
        say(NOT_READ.filled(files=list_some(dataset.unread)))
    if dataset.untouched:
        say(NOT_FILLED_IN.filled(files=Listing(dataset.untouched)))


def _describe_file(dataset: Dataset, name: str) -> Text:
    """How many rows a file has and how many of them are not used, and what it was read as."""
    place = dataset.places.get(name, name)
    lost = len(dataset.lost.get(place, ()))
    rows = [ROWS.counted(dataset.files[name]).filled(file=place), *([NOT_USED.counted(lost)] if lost else [])]
    return Joined((Joined(rows, ", "), *dataset.understood.get(place, ())), "; ")


def _offer_mends(tables: Tables) -> None:
    """Say how much `--fix` would mend; nothing where that is nothing."""
    from sysmap.tables.mending import count_mends

    cells = sum(count_mends(sheet, notes) for sheet, notes in tables.values())
    rows = sum(len(notes.lost) for _, notes in tables.values())
    if cells or rows:
        say(WOULD_MEND.filled(cells=CELLS.counted(cells), rows=LEFT_ROWS.counted(rows)))


def _mend(dataset: Dataset, tables: Tables, to: Path) -> None:
    """Write the mended copies into a new folder, and say what was done."""
    from sysmap.tables.finding import CHANGES
    from sysmap.tables.mending import mend_folder

    paths, changes = mend_folder(to, tables, dataset)
    say(MENDED.counted(len(changes)).filled(folder=str(to), list=str(to / CHANGES)))
    for path in paths:
        click.echo(path)


@command(group="tables", order=1)
@options.dataset
@options.map_name
@options.strict
@click.option(
    "--fix", is_flag=True, help="Write mended copies of the tables into the folder --to; yours stay as they are."
)
@click.option("--to", type=click.Path(path_type=Path), metavar="NEW", help="A new folder for what --fix writes.")
@options.reading
@options.spoken
@options.formats
def check(
    folder: Path, map_name: str | None, strict: bool, fix: bool, to: Path | None, overrides: Overrides, style: str
) -> None:
    """Check a folder of CSVs: every fault at once, with file, line, column and remedy. Loads nothing.

    \b
    Example:
      sysmap check datasets/gunungkidul
      sysmap check datasets/gunungkidul --fix --to mended
    """
    from sysmap.tables.folder import examine_folder
    from sysmap.vocabulary import VOCABULARY

    if fix != (to is not None):
        raise click.UsageError(in_words(FIX_AND_TO))
    if fix:
        overrides = replace(overrides, unlisted="add")
    tables: dict[str, tuple[Sheet, Notes]] = {}
    dataset = examine_folder(folder, VOCABULARY, map_name=map_name, strict=strict, overrides=overrides, tables=tables)
    if dataset.files:
        follow_map(dataset.config.language)
    _print_check(dataset, style, tables)
    if to:
        _mend(dataset, tables, to)
    if dataset.errors:
        raise click.exceptions.Exit(DataError.exit_code)


COMMAND = check
