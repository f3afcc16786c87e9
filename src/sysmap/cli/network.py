"""The command `network`: measure the network in one table of ties, a million of them too: no map, no database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._faults import print_faults
from sysmap.cli._printing import print_estimates, print_rows, progress_bar
from sysmap.messages import in_context

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.rendering.writing import CsvStyle
    from sysmap.stores import Progress
    from sysmap.tables.overrides import Overrides

__all__ = ["COMMAND"]

COLUMNS = {
    "measure": in_context("column", "measure"),
    "title": in_context("column", "title"),
    "value": in_context("column", "value"),
    "unit": in_context("column", "unit"),
}
DEFAULT_LANGUAGE = "en"
"""The language of the files where none is asked for: a table of ties has none of its own."""


@command(group="data", order=4)
@click.argument("ties", metavar="TIES", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--repeat",
    type=click.Choice(["sum", "max"]),
    help="What rows that repeat a tie are: sum adds their weights, max takes the strongest of all times.",
)
@options.out
@options.as_of
@options.language
@options.formats
@options.parquet
@options.csv
@options.reading
@options.fast
@options.quiet
def network(
    ties: Path,
    repeat: str | None,
    out: Path | None,
    as_of: date | None,
    lang: str | None,
    style: str,
    parquet: bool,
    overrides: Overrides,
    csv: CsvStyle,
    fast: bool,
    quiet: bool,
) -> None:
    """Measure the network in one table of ties, a million of them too: no map, no database.

    TIES is a CSV file with the columns source and target, and weight, since, until where there are any; rows that
    repeat a tie count once, with the largest weight, unless --repeat says otherwise. Prints what is so of the whole,
    and writes measures.csv: a row for each who is named.

    \b
    Example:
      sysmap network datasets/gunungkidul/partnerships.csv --lang en
    """
    from sysmap.build import analyse_ties, output_folder, write_file

    language = lang or DEFAULT_LANGUAGE
    look = options.chosen_look(language, parquet=parquet, csv=csv)
    analysis, warnings = analyse_ties(
        ties, as_of, language=language, fast=fast, repeat=repeat or "", overrides=overrides
    )
    print_faults(() if quiet else warnings, err=True)
    with progress_bar(quiet) as progress:
        rows = list(_measure_whole(analysis, progress))
    folder = output_folder(analysis.config.name, out)
    folder.mkdir(parents=True, exist_ok=True)
    files = [
        write_file(name, analysis, look, folder) for name in ("measures", *(["measures_parquet"] if parquet else []))
    ]
    print_rows(rows, style, COLUMNS)
    print_estimates(analysis)
    if style == "table" and not quiet:
        for path in files:
            click.echo(path)


def _measure_whole(analysis: Analysis, progress: Progress | None) -> Iterator[dict[str, Any]]:
    """Compute every measure of the network, and yield a row for each that has one value for the whole.

    `progress` is called for each measure.
    """
    from sysmap.measures.port import MEASURES, measure_values

    measures = [
        measure
        for measure in MEASURES.values()
        if measure.view == "collaboration" and measure.level in ("node", "graph")
    ]
    for done, measure in enumerate(measures):
        if progress:
            progress(measure.term, done, len(measures))
        values = measure_values(analysis, measure.name)
        if measure.level == "graph":
            yield {"measure": measure.name, "title": measure.title, "value": values.get(""), "unit": measure.unit}


COMMAND = network
