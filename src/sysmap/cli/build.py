"""The command `build`: from a folder of CSVs to findings and a map: check, load, analyse, draw."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._printing import open_page, print_estimates, print_findings, progress_bar

if TYPE_CHECKING:
    from sysmap.build import Built
    from sysmap.tables.rows import Dataset

__all__ = ["COMMAND"]


def _tell_warnings(dataset: Dataset, verbose: bool, most: int = 5) -> None:
    shown = dataset.warnings if verbose else dataset.warnings[:most]
    for fault in shown:
        click.echo(str(fault), err=True)
    if len(shown) < len(dataset.warnings):
        click.echo(f"... and {len(dataset.warnings) - len(shown)} more warnings; -v or `sysmap check` lists them", err=True)


def _tell(made: Built, lang: str, verbose: bool) -> None:
    report = made.report
    click.secho(made.analysis.config.title, bold=True)
    click.echo(f"{len(made.dataset.nodes):,} nodes, {len(made.dataset.ties):,} ties; {report.added:,} added, {report.changed:,} changed, "
               f"{report.removed:,} removed, {report.unchanged:,} unchanged")
    for uid in report.kept:
        click.echo(f"kept, because ties of your own hold it: {uid}", err=True)
    click.echo()
    print_findings(made.findings, lang)
    print_estimates(made.analysis, lang)
    click.echo()
    for path in made.files:
        click.echo(path)
    if verbose:
        steps = "  ".join(f"{name} {seconds:.2f} s" for name, seconds in made.seconds.items())
        click.echo(f"{steps}  whole {sum(made.seconds.values()):.2f} s", err=True)


@click.command()
@options.dataset
@options.out
@options.database
@options.map_name
@options.as_of
@options.language
@options.look
@options.parquet
@options.strict
@options.fast
@click.option("--allow-removals", is_flag=True, help="Let a load remove more than 10 % of the map.")
@options.open_page
@options.quiet
@options.verbose
def build(folder: Path, out: Path | None, address: str | None, map_name: str | None, as_of: date | None, lang: str | None,
          strict: bool, fast: bool, allow_removals: bool, opens: bool, quiet: bool, verbose: bool, **look: Any) -> None:
    """From a folder of CSVs to findings and a map: check, load, analyse, draw.

    \b
    Example:
      sysmap build datasets/gunungkidul --open
    """
    from sysmap.build import build_folder

    chosen = options.chosen_look(lang, **look)
    with progress_bar(quiet) as progress:
        made = build_folder(folder, out=out, db=address, map_name=map_name, as_of=as_of, look=chosen, strict=strict,
                            allow_removals=allow_removals, fast=fast, credentials=options.credentials, progress=progress,
                            told=None if quiet else lambda dataset: _tell_warnings(dataset, verbose))
    if not quiet:
        _tell(made, lang or made.analysis.config.language, verbose)
    if opens:
        open_page(made.files)


COMMAND = build
