"""The command `analyze`: say what is there and what is missing: findings with evidence and next step.

A report, and tables of every measure.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._printing import findings_rows, print_estimates, print_findings, print_rows

if TYPE_CHECKING:
    from sysmap.rendering.writing import CsvStyle

__all__ = ["COMMAND"]


@command(group="find", order=1)
@options.database
@options.map_name
@options.out
@options.as_of
@options.language
@options.formats
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only findings of this kind; see `sysmap findings`. May be given again.",
)
@click.option(
    "--top",
    default=12,
    show_default=True,
    type=options.WholeNumber(0),
    metavar="N",
    help="How many findings are printed; all are written to findings.csv.",
)
@click.option(
    "--write-back",
    is_flag=True,
    help="Keep every node's measures (sm_...) and the gaps (:SysmapGap) in the database, for queries.",
)
@click.option("--include-personal", is_flag=True, help="Write personal fields into the tables too.")
@options.parquet
@options.csv
@options.fast
@options.quiet
def analyze(
    address: str | None,
    map_name: str | None,
    out: Path | None,
    as_of: date | None,
    lang: str | None,
    style: str,
    kinds: tuple[str, ...],
    top: int,
    include_personal: bool,
    write_back: bool,
    parquet: bool,
    csv: CsvStyle,
    fast: bool,
    quiet: bool,
) -> None:
    """Say what is there and what is missing: findings with evidence and next step.

    Writes a report, and tables of every measure.

    \b
    Example:
      sysmap analyze --lang en --kind collaboration_gap
      sysmap analyze --write-back
    """
    from sysmap.build import output_folder, write_files
    from sysmap.cli._reading import analysis_in, keep, opened
    from sysmap.findings.port import all_findings

    look = options.chosen_look(lang, parquet=parquet, csv=csv, include_personal=include_personal)
    with opened(address, read_only=not write_back) as store:
        analysis = analysis_in(store, map_name, as_of, fast=fast)
        if write_back:
            keep(analysis, store)
    findings = all_findings(analysis, kinds)
    if style == "table":
        print_findings(analysis, findings, top)
    else:
        print_rows(findings_rows(findings), style)
    files = write_files(analysis, output_folder(analysis.config.name, out), look, what="told")
    print_estimates(analysis)
    if style == "table" and not quiet:
        for path in files:
            click.echo(path)


COMMAND = analyze
