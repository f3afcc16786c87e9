"""The command `map`: draw the map of what is in the database, or a part of it.

Map.html, and files for other graph tools.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._printing import open_page

__all__ = ["COMMAND"]


@command("map", group="share", order=1)
@options.database
@options.map_name
@options.out
@options.as_of
@options.language
@options.look
@click.option(
    "--only",
    multiple=True,
    metavar="WHAT",
    help="Draw only what fits: a kind of node, FIELD=VALUE (alternatives by commas), or MEASURE>=NUMBER. Given again: all must fit.",
)
@click.option("--focus", metavar="NODE", help="Draw only this node, by uid, id or name, and what lies around it.")
@click.option(
    "--steps",
    type=options.WholeNumber(0),
    metavar="N",
    default=2,
    show_default=True,
    help="How many ties around the focus.",
)
@click.option(
    "--cypher",
    metavar="QUERY",
    help="Draw only what this query returns in columns called uid, stakeholder_id, problem_id ...: a query by name, or your own.",
)
@options.fast
@options.open_page
def map_(
    address: str | None,
    map_name: str | None,
    out: Path | None,
    as_of: date | None,
    lang: str | None,
    fast: bool,
    opens: bool,
    only: tuple[str, ...],
    focus: str | None,
    steps: int,
    cypher: str | None,
    **look: Any,
) -> None:
    """Draw the map of what is in the database, or a part of it: map.html, and files for other graph tools.

    A page of a part says so; its numbers are those of the whole map.

    \b
    Example:
      sysmap map --lang en --color-by sector --open
      sysmap map --focus bapperida --steps 1 --out near-bapperida
      sysmap map --only sector=government,community --only Stakeholder,Problem --out who-does-what
      sysmap map --cypher free-to-bridge --out bridges
    """
    from dataclasses import replace

    from sysmap.build import output_folder, write_files
    from sysmap.cli._reading import analysis_in, opened, part_of

    with opened(address) as store:
        analysis = analysis_in(store, map_name, as_of, fast=fast)
        part = part_of(analysis, store, only, (focus, steps), cypher)
    files = write_files(
        analysis,
        output_folder(analysis.config.name, out),
        replace(options.chosen_look(lang, **look), part=part),
        what="pictures",
    )
    for path in files:
        click.echo(path)
    if opens:
        open_page(files)


COMMAND = map_
