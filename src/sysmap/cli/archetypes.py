"""The command `archetypes`: find where the causal map fits one of the eight system archetypes.

Hypotheses, each with its story, what to check, and the remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import in_words, say
from sysmap.cli._printing import print_rows, printable, tell_missing
from sysmap.messages import Joined, Message, Number, Text, plural

if TYPE_CHECKING:
    from sysmap.models.causes.archetypes import Archetype, Archetypes

__all__ = ["COMMAND"]

COLUMNS = (
    "archetype",
    "headline",
    "story",
    "check",
    "remedy",
    "roles",
    "problems",
    "links",
    "strength",
    "alike",
    "nodes",
)
SUM = plural("{n} hypothesis, of {kinds} of the 8 archetypes", "{n} hypotheses, of {kinds} of the 8 archetypes")


@command(group="find", order=7)
@options.database
@options.map_name
@options.as_of
@options.spoken
@options.formats
@options.held_by
@click.option(
    "--top",
    default=3,
    show_default=True,
    type=options.WholeNumber(1),
    metavar="N",
    help="How many of each are printed as sentences; other formats hold all.",
)
def archetypes(
    address: str | None, map_name: str | None, as_of: date | None, style: str, held_by: str | None, top: int
) -> None:
    """Find where the causal map fits one of the eight system archetypes.

    Each is a hypothesis, with its story, what to check, and the remedy.

    A template's link may be a path of up to 4 links; its sign is the product of theirs, its delay their longest. A
    match has at most 16 links.

    \b
    Example:
      sysmap archetypes --lang en
      sysmap archetypes --format csv
      sysmap archetypes --held-by spamdes
    """
    from sysmap.cli._reading import holder_called, read_analysis
    from sysmap.findings.needs import CAUSES
    from sysmap.models.causes.archetypes import find_archetypes

    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (CAUSES,)):
        return
    archetypes = find_archetypes(analysis, holder_called(analysis, held_by))
    if style == "table":
        _print_stories(archetypes, top)
    else:
        print_rows(map(_row, archetypes.found), style, COLUMNS)
    for note in _sum_up(archetypes):
        say(note, err=True)


def _row(match: Archetype) -> dict[str, Any]:
    return {
        "archetype": match.kind,
        "headline": match.headline,
        "story": match.story,
        "check": match.check,
        "remedy": match.remedy,
        "roles": dict(match.roles),
        "problems": list(match.problems),
        "links": match.links,
        "strength": round(match.strength, 6),
        "alike": match.alike,
        "nodes": list(match.nodes),
    }


def _print_stories(archetypes: Archetypes, top: int) -> None:
    """Print, archetype by archetype, the strongest matches as sentences, and how many more there are."""
    from sysmap.models.causes.archetype_texts import ARCHETYPE_TEXTS

    by_kind: dict[str, list[Archetype]] = {}
    for match in archetypes.found:
        by_kind.setdefault(match.kind, []).append(match)
    for kind, matches in by_kind.items():
        say(ARCHETYPE_TEXTS[kind].title, bold=True)
        for match in matches[:top]:
            click.echo(f"  {printable(match.headline)}")
            click.echo(f"     {printable(match.story)}")
            click.echo(f"     ? {printable(match.check)}")
            click.echo(f"     -> {printable(match.remedy)}")
        if len(matches) > top:
            click.echo("  " + in_words(Message("... and {n} more").filled(n=Number(len(matches) - top))))


def _sum_up(archetypes: Archetypes) -> Iterator[Text]:
    """How many hypotheses there are, and where the search stopped; for stderr, so that stdout holds rows alone."""
    from sysmap.models.causes.archetype_texts import ARCHETYPE_TEXTS

    yield SUM.counted(len(archetypes.found)).filled(kinds=len({match.kind for match in archetypes.found}))
    if archetypes.cut:
        parts = [
            Message("{kind} up to {n} links").filled(kind=ARCHETYPE_TEXTS[kind].title, n=links)
            for kind, links in archetypes.cut.items()
        ]
        yield Message("truncated: there may be more; complete are {parts}").filled(parts=Joined(parts, "; "))
    if not archetypes.timed:
        yield Message(
            "no link is said to come late (column delay of links.csv), without which five of the archetypes cannot be seen"
        )


COMMAND = archetypes
