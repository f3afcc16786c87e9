"""The command `gaps`: say who should work together, because of what they work on, and does not.

The strongest gaps, or all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import in_words, say
from sysmap.cli._printing import print_rows, printable, progress_bar, tell_missing
from sysmap.messages import Message, Number, in_context, plural

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.gaps.ranking import Gap

__all__ = ["COMMAND"]

COLUMNS = (
    "source",
    "source_name",
    "target",
    "target_name",
    "kind",
    "need",
    "required",
    "severity",
    "problems",
    "reason",
)
STAKEHOLDER = in_context("kind of thing", "stakeholder")
ALONE = Message("give --all alone, or --for and --top")
SHARE = plural("{shown} of {n} gap", "{shown} of {n} gaps")
WRITTEN = plural("{file}: {n} gap", "{file}: {n} gaps")


@command(group="find", order=2)
@options.database
@options.map_name
@options.as_of
@options.spoken
@options.formats
@click.option("--for", "who", metavar="STAKEHOLDER", help="Only for this one: its uid, id or name.")
@options.top
@click.option(
    "--all",
    "every",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write every gap to this file, .csv or .parquet, however many there are; nothing is printed.",
)
@options.quiet
def gaps(
    address: str | None,
    map_name: str | None,
    as_of: date | None,
    style: str,
    who: str | None,
    top: int | None,
    every: Path | None,
    quiet: bool,
) -> None:
    """Say who should work together, because of what they work on, and does not: the strongest gaps, or all of them.

    Without --for nobody appears more than three times (`per_stakeholder` in sysmap.toml), and no more are ranked than
    `top` there says.

    \b
    Example:
      sysmap gaps --top 5 --lang en
      sysmap gaps --for "Dinas Kesehatan"
      sysmap gaps --all every-gap.csv
    """
    from sysmap.cli._reading import node_called, read_analysis
    from sysmap.findings.needs import COORDINATION
    from sysmap.models.gaps.ranking import find_gaps, find_gaps_of

    if every and (who or top):
        raise click.UsageError(in_words(ALONE))
    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, COORDINATION):
        return
    if every:
        _write_all(analysis, every, quiet)
        return
    ranking = (
        find_gaps_of(analysis, node_called(analysis, who, analysis.nodes("Stakeholder"), STAKEHOLDER))
        if who
        else find_gaps(analysis).top
    )
    shown = ranking[: top or options.SHOWN]
    _print_gaps(analysis, shown, style)
    if not quiet:
        count = len(ranking) if who else find_gaps(analysis).count
        say(SHARE.counted(count).filled(shown=Number(len(shown))), err=True)


def _write_all(analysis: Analysis, path: Path, quiet: bool) -> None:
    """Write every gap to a file, and print how many there are."""
    from sysmap.files.every_gap import write_every_gap

    with progress_bar(quiet) as progress:
        count = write_every_gap(analysis, path, progress)
    if not quiet:
        say(WRITTEN.counted(count).filled(file=path))


def _print_gaps(analysis: Analysis, gaps: Iterable[Gap], style: str) -> None:
    """Print gaps as sentences, or as rows with the problems behind each."""
    if style != "table":
        print_rows(
            (
                {
                    "source": gap.source,
                    "source_name": analysis.name(gap.source),
                    "target": gap.target,
                    "target_name": analysis.name(gap.target),
                    "kind": gap.kind,
                    "need": gap.need,
                    "required": gap.required,
                    "severity": gap.severity,
                    "problems": list(gap.problems),
                    "reason": gap.reason,
                }
                for gap in gaps
            ),
            style,
            COLUMNS,
        )
        return
    for gap in gaps:
        click.secho(
            f"{in_words(Number(gap.need, 2))}  {printable(analysis.name(gap.source))} - {printable(analysis.name(gap.target))}",
            bold=True,
        )
        click.echo(f"     {printable(gap.reason)}")


COMMAND = gaps
