"""The page of the commands, made of the help that each one prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sysmap.docs.markdown import cell, code, fenced, link, made_by, page, table

__all__ = ["CommandHelp", "cli_page"]

INTRO = """# Commands

Each command below with what `--help` prints. Rows go to standard output as a table, or with `--format` as CSV, JSON or Markdown;
warnings and progress go to standard error.

What is printed is in the language of `--lang`, else of `SYSMAP_LANG`, of the map, of the system, else in English. The names of
columns in CSV, JSON and Markdown are the same in every language; the titles of a table are translated.

## Environment

| Variable | Stands for |
| --- | --- |
| `SYSMAP_DB` | `--db`: the graph database |
| `SYSMAP_USER`, `SYSMAP_PASSWORD`, `SYSMAP_PASSWORD_FILE` | who asks Neo4j; a password is never an option's value |
| `SYSMAP_LANG` | `--lang`, but only for what is printed; files follow `--lang` or the map alone |

## Exit codes

| Code | Means |
| --- | --- |
| 0 | it is done |
| 1 | a bug, or an error of no kind below |
| 2 | a wrong option, an unknown name, or a query that was refused |
| 3 | the input has faults: all of them are listed |
| 4 | the graph database is down, denies access, or is busy |
| 5 | a guard stopped the work; the message names the option that lets it go on |
| 6 | a file or folder could not be written |
| 130 | stopped by Ctrl-C |"""


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """A command by its full name (`sysmap db start`), what it does in one line, and what its `--help` prints."""

    name: str
    summary: str
    text: str


def cli_page(commands: Iterable[CommandHelp]) -> str:
    """The page of all commands, in the order given."""
    listed = list(commands)
    overview = table(
        ("Command", "Does"), ((link(code(command.name), command.name), cell(command.summary)) for command in listed)
    )
    return page(
        made_by("the commands' own help"),
        INTRO,
        "## Overview",
        overview,
        *(page(f"## {command.name}", fenced(command.text, "text")) for command in listed),
    )
