"""The command `network`: measure the network in one table of ties, a million of them too: no map, no database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_estimates, print_rows, progress_bar

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.stores import Progress

__all__ = ["COMMAND"]


@click.command()
@click.argument("ties", metavar="TIES", type=click.Path(path_type=Path, dir_okay=False))
@options.out
@options.as_of
@options.language
@options.formats
@options.parquet
@options.fast
@options.quiet
def network(ties: Path, out: Path | None, as_of: date | None, lang: str | None, style: str, parquet: bool, fast: bool, quiet: bool) -> None:
    """Measure the network in one table of ties, a million of them too: no map, no database.

    TIES is a CSV file with the columns source and target, and weight, since, until where there are any; rows of one pair are
    one tie and their weights add up. Prints what is so of the whole, and writes measures.csv: a row for each who is named.

    \b
    Example:
      sysmap network datasets/gunungkidul/partnerships.csv --lang en
    """
    from sysmap.build import analyse_ties, output_folder, write_file

    language = lang or "en"
    look = options.chosen_look(language, parquet=parquet)
    analysis, warnings = analyse_ties(ties, as_of, language=language, fast=fast)
    for fault in () if quiet else warnings:
        click.echo(str(fault), err=True)
    with progress_bar(quiet) as progress:
        rows = list(_whole(analysis, language, progress))
    folder = output_folder(analysis.config.name, out)
    folder.mkdir(parents=True, exist_ok=True)
    files = [write_file(name, analysis, look, folder) for name in ("measures", *(["measures_parquet"] if parquet else []))]
    print_rows(rows, style)
    print_estimates(analysis, language)
    if style == "table" and not quiet:
        for path in files:
            click.echo(path)


def _whole(analysis: Analysis, language: str, progress: Progress | None) -> Iterator[dict[str, Any]]:
    """Compute every measure of the network, telling of each; a row for each that is of the whole."""
    from sysmap.measures.port import MEASURES, measure_values

    asked = [one for one in MEASURES.values() if one.view == "collaboration" and one.level in ("node", "graph")]
    for done, one in enumerate(asked):
        if progress:
            progress(one.term, done, len(asked))
        found = measure_values(analysis, one.name)
        if one.level == "graph":
            yield {"measure": one.name, "title": one.title.render(language), "value": found.get(""), "unit": one.unit.render(language)}


COMMAND = network
