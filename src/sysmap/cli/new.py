"""The command `new`: start a dataset: empty CSV templates that Excel opens, and a sysmap.toml."""

from __future__ import annotations

from pathlib import Path

import click

from sysmap.errors import OutputError
from sysmap.messages import Message, languages

__all__ = ["COMMAND"]

IN_A_SESSION = Message("Next: one row of grow.csv for the session (goal and reality in words; the last step as G, R, O, W or done; problems, people, options and choice by id or "
       "name, several joined by |), one row of links.csv for each action: the session, ACTION, who does it, what, due. Write dates as 2026-01-31.\n"
       "Then add the rows to those of your dataset, and build the map again.")

IN_A_FOLDER = Message("Next: fill in stakeholders and problems, then `sysmap check {folder}`.")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="Fill it with the illustrative case of Gunungkidul instead of empty tables.")
@click.option("--grow", is_flag=True, help="Only what a GROW session needs: grow.csv, and links.csv for its actions.")
@click.option("--lang", type=click.Choice(languages()), default="id", envvar="SYSMAP_LANG", show_default=True, help="Language of the headers.")
def new(folder: Path, sample: bool, grow: bool, lang: str) -> None:
    """Start a dataset: empty CSV templates that Excel opens, and a sysmap.toml.

    \b
    Example:
      sysmap new my-map --lang en
      sysmap new meeting --grow
    """
    from sysmap.tables.templates import session_templates, templates
    from sysmap.vocabulary import VOCABULARY

    if sample and grow:
        raise click.UsageError("give --sample or --grow")
    files = _sample() if sample else session_templates(VOCABULARY, lang) if grow else templates(VOCABULARY, lang)
    there = sorted(name for name in files if (folder / name).exists())
    if there:
        raise OutputError(f"{folder} already has {', '.join(there)}", "nothing was written; choose another folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    click.echo(f"{folder}: {', '.join(files)}")
    click.echo((IN_A_SESSION if grow else IN_A_FOLDER.filled(folder=str(folder))).render(lang))


def _sample() -> dict[str, bytes]:
    from sysmap.resources import shipped

    return {path.name: path.read_bytes() for path in sorted((shipped("datasets") / "gunungkidul").iterdir())}


COMMAND = new
