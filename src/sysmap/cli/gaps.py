"""The command `gaps`: say who should work together, because of what they work on, and does not: the strongest gaps, or all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows, printable, progress_bar, tell_missing

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.gaps.ranking import Gap

__all__ = ["COMMAND"]


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@click.option("--for", "who", metavar="STAKEHOLDER", help="Only for this one: its uid, id or name.")
@options.top
@click.option("--all", "every", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="Write every gap to this file, .csv or .parquet, however many there are; nothing is printed.")
@options.quiet
def gaps(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, who: str | None, top: int | None,
         every: Path | None, quiet: bool) -> None:
    """Say who should work together, because of what they work on, and does not: the strongest gaps, or all of them.

    Without --for nobody appears more than three times (`per_stakeholder` in sysmap.toml), and no more are ranked than `top` there says.

    \b
    Example:
      sysmap gaps --top 5 --lang en
      sysmap gaps --for "Dinas Kesehatan"
      sysmap gaps --all every-gap.csv
    """
    from sysmap.cli._reading import node_called, read_analysis
    from sysmap.findings.needs import COORDINATION
    from sysmap.models.gaps.ranking import find_gaps as ranked
    from sysmap.models.gaps.ranking import find_gaps_of

    if every and (who or top):
        raise click.UsageError("give --all alone, or --for and --top")
    analysis = read_analysis(address, map_name, as_of)
    language = lang or analysis.config.language
    if tell_missing(analysis, COORDINATION, language):
        return
    if every:
        _write_all(analysis, every, quiet)
    else:
        found = find_gaps_of(analysis, node_called(analysis, who, analysis.nodes("Stakeholder"), "stakeholder")) if who else ranked(analysis).top
        shown = found[:top or options.SHOWN]
        _print_gaps(analysis, shown, language, style)
        if not quiet:
            click.echo(f"{len(shown):,} of {len(found) if who else ranked(analysis).count:,} gaps", err=True)


def _write_all(analysis: Analysis, path: Path, quiet: bool) -> None:
    from sysmap.files.every_gap import write_every_gap

    with progress_bar(quiet) as progress:
        count = write_every_gap(analysis, path, progress)
    if not quiet:
        click.echo(f"{path}: {count:,} gaps")


def _print_gaps(analysis: Analysis, found: Iterable[Gap], lang: str, style: str) -> None:
    """As sentences, or as rows with the problems behind each."""
    if style != "table":
        print_rows(({"source": one.source, "source_name": analysis.name(one.source), "target": one.target,
                     "target_name": analysis.name(one.target), "kind": one.kind, "need": one.need, "required": one.required,
                     "severity": one.severity, "problems": list(one.problems), "reason": one.reason.render(lang)} for one in found), style,
                   ("source", "source_name", "target", "target_name", "kind", "need", "required", "severity", "problems", "reason"))
        return
    for one in found:
        click.secho(f"{one.need:.2f}  {printable(analysis.name(one.source))} - {printable(analysis.name(one.target))}", bold=True)
        click.echo(f"     {printable(one.reason.render(lang))}")


COMMAND = gaps
