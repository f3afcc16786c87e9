"""The command `new`: start a dataset: empty CSV templates that Excel opens, or one workbook, and a sysmap.toml."""

from __future__ import annotations

from pathlib import Path

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import follow_map, in_words, say
from sysmap.errors import Cause, OutputError
from sysmap.messages import Message

__all__ = ["COMMAND", "DEFAULT_LANGUAGE"]

DEFAULT_LANGUAGE = "id"
"""The language of the headers where none is asked for; the help of --lang says it too."""
IN_A_SESSION = Message(
    "Next: one row of grow.csv for the session (goal and reality in words; the last step as G, R, O, W or done; problems, people, options and choice by id or "
    "name, several joined by |), one row of links.csv for each action: the session, ACTION, who does it, what, due. Write dates as 2026-01-31.\n"
    "Then add the rows to those of your dataset, and build the map again."
)

IN_A_FOLDER = Message("Next: fill in stakeholders and problems, then `sysmap check {folder}`.")
IN_A_SURVEY = Message(
    "Next: upload {file} to KoboToolbox, ODK or any server that takes an XLSForm, and ask every organisation. Then put the export of the answers into {map}, "
    "under any name, and `sysmap check {map}`."
)
SURVEY = "survey.xlsx"
ONE_OF_THEM = Message("give only one of --sample, --grow, --xlsx and --survey")
EXISTS = Cause("L006", "{folder} already has {files}", "nothing was written; choose another folder")


@command(group="start", order=1)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--sample", is_flag=True, help="Fill it with the illustrative case of Gunungkidul instead of empty tables."
)
@click.option("--grow", is_flag=True, help="Only what a GROW session needs: grow.csv, and links.csv for its actions.")
@click.option("--xlsx", is_flag=True, help="One workbook with drop-down lists and notes instead of CSV tables.")
@click.option(
    "--survey",
    "surveyed",
    metavar="MAP",
    type=click.Path(path_type=Path, file_okay=False),
    help="Only a form that asks the stakeholders of this folder of tables with whom they work and on what (XLSForm).",
)
@options.language_option(help="Language of the headers, such as id or en. [default: id]")
def new(folder: Path, sample: bool, grow: bool, xlsx: bool, surveyed: Path | None, lang: str | None) -> None:
    """Start a dataset: empty CSV templates that Excel opens, or one workbook, and a sysmap.toml.

    \b
    Example:
      sysmap new my-map --lang en
      sysmap new peta-kita --xlsx
      sysmap new meeting --grow
      sysmap new survey --survey datasets/gunungkidul
    """
    from sysmap.tables.templates import session_templates
    from sysmap.vocabulary import VOCABULARY

    language = lang or DEFAULT_LANGUAGE
    follow_map(language)
    if sample + grow + xlsx + (surveyed is not None) > 1:
        raise click.UsageError(in_words(ONE_OF_THEM))
    files = (
        _sample()
        if sample
        else session_templates(VOCABULARY, language)
        if grow
        else _survey(surveyed)
        if surveyed
        else _empty(folder.resolve().name, language, xlsx=xlsx)
    )
    existing = sorted(name for name in files if (folder / name).exists())
    if existing:
        raise OutputError(EXISTS, folder=folder, files=", ".join(existing))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    click.echo(f"{folder}: {', '.join(files)}")
    if surveyed:
        say(IN_A_SURVEY.filled(file=str(folder / SURVEY), map=str(surveyed)))
    else:
        say(IN_A_SESSION if grow else IN_A_FOLDER.filled(folder=str(folder)))


def _empty(name: str, language: str, *, xlsx: bool) -> dict[str, bytes]:
    """The files of an empty map that is called as its folder: its tables as CSV or as one workbook, and sysmap.toml."""
    from secrets import token_hex

    from sysmap.tables.finding import CONFIG
    from sysmap.tables.template_workbook import FILE_NAME, template_workbook
    from sysmap.tables.templates import config_template, templates
    from sysmap.vocabulary import VOCABULARY

    id = token_hex(8)
    if not xlsx:
        return templates(VOCABULARY, language, name, id)
    return {
        FILE_NAME.render(language): template_workbook(VOCABULARY, language),
        CONFIG: config_template(language, name, id),
    }


def _survey(tables: Path) -> dict[str, bytes]:
    """The form for the stakeholders of a folder of tables. Raises DataError where that has faults."""
    from sysmap.tables.folder import read_folder
    from sysmap.tables.survey.form import form_workbook
    from sysmap.vocabulary import VOCABULARY

    return {SURVEY: form_workbook(read_folder(tables, VOCABULARY))}


def _sample() -> dict[str, bytes]:
    """The files of the illustrative case: name -> content."""
    from sysmap.resources import shipped

    return {path.name: path.read_bytes() for path in sorted((shipped("datasets") / "gunungkidul").iterdir())}


COMMAND = new
