"""The command `loops`: list the feedback loops among causes, the shortest first.

Reinforcing (R), balancing (B), or unknown (?).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import say
from sysmap.cli._printing import print_rows, printable, tell_missing
from sysmap.messages import Message, Number, Text, in_context, plural

if TYPE_CHECKING:
    from sysmap.models.causes.loops import Loops

__all__ = ["COMMAND"]

COLUMNS = ("polarity", "links", "late", "strength", "independent", "loop", "nodes")
CAUSE = in_context("kind of thing", "cause")
SUM = plural(
    "{n} loop: {r} R, {b} B, {u} ?; shortest independent set: {basis}",
    "{n} loops: {r} R, {b} B, {u} ?; shortest independent set: {basis}",
)


@command(group="find", order=4)
@options.database
@options.map_name
@options.as_of
@options.spoken
@options.formats
@options.held_by
@click.option("--through", metavar="NODE", help="Only loops through this one: its uid, id or name.")
@click.option(
    "--length",
    default=None,
    type=options.WholeNumber(1, 20),
    metavar="N",
    help="How many links a loop has at most; without it, all loops are listed.",
)
@click.option(
    "--top",
    default=20,
    show_default=True,
    type=options.WholeNumber(1),
    metavar="N",
    help="How many are printed as sentences; other formats hold all.",
)
def loops(
    address: str | None,
    map_name: str | None,
    as_of: date | None,
    style: str,
    held_by: str | None,
    through: str | None,
    length: int | None,
    top: int,
) -> None:
    """List the feedback loops among causes, the shortest first: reinforcing (R), balancing (B), or unknown (?).

    Those of the shortest independent set, of which all others are sums, are marked * and listed whatever their length.
    Where there are more than 10,000, those of at most 8 links are listed, and it is said.

    \b
    Example:
      sysmap loops --lang en
      sysmap loops --through Sampah --format csv
      sysmap loops --held-by spamdes
    """
    from sysmap.cli._reading import holder_called, node_called, read_analysis
    from sysmap.findings.needs import CAUSES
    from sysmap.models.causes.loops import describe_loop, list_loops

    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (CAUSES,)):
        return
    every = list_loops(analysis, length, holder_called(analysis, held_by))
    listed = every.through(node_called(analysis, through, sorted(analysis.causal), CAUSE) if through else None)
    basis = set(every.independent)
    rows: list[dict[str, Any]] = [
        {
            "polarity": loop.polarity,
            "links": len(loop.nodes),
            "late": loop.delayed,
            "strength": round(loop.strength, 6),
            "independent": loop in basis,
            "loop": describe_loop(analysis, loop),
            "nodes": list(loop.nodes),
        }
        for loop in listed
    ]
    if style != "table":
        print_rows(rows, style, COLUMNS)
    for row in rows[:top] if style == "table" else ():
        click.echo(f"{'*' if row['independent'] else ' '} {printable(row['loop'])}")
    for note in _sum_up(every, [row["polarity"] for row in rows]):
        say(note, err=True)


def _sum_up(loops: Loops, polarities: list[str]) -> Iterator[Text]:
    """How many loops of each kind are listed, and whether the list is complete.

    For stderr, so that stdout holds rows alone.
    """
    kinds = {kind: Number(polarities.count(kind)) for kind in "RB?"}
    yield SUM.counted(len(polarities)).filled(
        r=kinds["R"], b=kinds["B"], u=kinds["?"], basis=Number(len(loops.independent))
    )
    if loops.truncated:
        yield Message("truncated: there are more loops than can be listed; these are all of at most {n} links").filled(
            n=loops.complete
        )
    if loops.cut is not None:
        yield Message(
            "truncated: the search for the independent set was too long; what it has of at most {n} links is whole"
        ).filled(n=loops.cut)
    elif loops.truncated:
        yield Message("the independent set is whole")


COMMAND = loops
