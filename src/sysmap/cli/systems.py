"""Commands on feedback: loops."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli.options as options
from sysmap.cli.printing import print_rows

if TYPE_CHECKING:
    from sysmap.models import Loops

__all__ = ["COMMANDS", "NO_CAUSES"]

NO_CAUSES = "the data do not say what influences what: write ties INFLUENCES in links.csv, and build the map again"


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@options.held_by
@click.option("--through", metavar="NODE", help="Only loops through this one: its uid, id or name.")
@click.option("--length", default=8, show_default=True, type=click.IntRange(1, 20), help="How many links a loop has at most.")
@click.option("--top", default=20, show_default=True, type=click.IntRange(1), help="How many are printed as sentences; other formats hold all.")
def loops(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, held_by: str | None,
          through: str | None, length: int, top: int) -> None:
    """List the feedback loops among causes, the shortest first: reinforcing (R), balancing (B), or unknown (?).

    Those of the shortest independent set, of which all others are sums, are marked * and listed whatever their length. Of the
    others at most 10,000 are listed; if there are more, it is said.

    \b
    Example:
      sysmap loops --lang en
      sysmap loops --through Sampah --format csv
      sysmap loops --held-by spamdes
    """
    from sysmap.cli.reading import holder_called, node_called, read_analysis
    from sysmap.models import loops as found_loops
    from sysmap.models import told

    analysis = read_analysis(address, map_name, as_of)
    language = lang or analysis.config.language
    if not analysis.causal.number_of_edges():
        click.echo(NO_CAUSES, err=True)
        return
    made = found_loops(analysis, length, holder_called(analysis, held_by))
    listed = made.through(node_called(analysis, through, sorted(analysis.causal), "cause") if through else None)
    basis = set(made.independent)
    rows: list[dict[str, Any]] = [
        {"polarity": loop.polarity, "links": len(loop.nodes), "late": loop.delayed, "strength": round(loop.strength, 6),
         "independent": loop in basis, "loop": told(analysis, loop)[language], "nodes": list(loop.nodes)} for loop in listed]
    if style != "table":
        print_rows(rows, style, ("polarity", "links", "late", "strength", "independent", "loop", "nodes"))
    for row in rows[:top] if style == "table" else ():
        click.echo(f"{'*' if row['independent'] else ' '} {row['loop']}")
    _sum_up(made, [row["polarity"] for row in rows])


def _sum_up(made: Loops, polarities: list[str]) -> None:
    """How many of each kind, on stderr: rows stay rows."""
    click.echo(f"{len(polarities):,} loops: {polarities.count('R'):,} R, {polarities.count('B'):,} B, {polarities.count('?'):,} ?; "
               f"shortest independent set: {len(made.independent):,}", err=True)
    if made.truncated:
        click.echo(f"truncated: there are more loops than can be listed; all of at most {made.complete} links are here", err=True)
    if made.cut is not None:
        click.echo(f"truncated: the time was over before the independent set was whole; what it has of at most {made.cut} links is", err=True)
    elif made.truncated:
        click.echo("the independent set is whole", err=True)


COMMANDS = (loops,)
