"""The command `archetypes`: find where the causal map fits one of the eight system archetypes: hypotheses, each with its story, what to check, and the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows, tell_missing
from sysmap.messages import Joined, Message, Number, Text, plural

if TYPE_CHECKING:
    from sysmap.models.causes.archetypes import Archetype, Archetypes

__all__ = ["COMMAND"]

COLUMNS = ("archetype", "headline", "story", "check", "remedy", "roles", "problems", "links", "strength", "alike", "nodes")


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@options.held_by
@click.option("--top", default=3, show_default=True, type=click.IntRange(1), help="How many of each are printed as sentences; other formats hold all.")
def archetypes(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, held_by: str | None, top: int) -> None:
    """Find where the causal map fits one of the eight system archetypes: hypotheses, each with its story, what to check, and the remedy.

    A template's link may be a path of up to 4 links; its sign is the product of theirs, its delay their longest. A match has at most 16 links.

    \b
    Example:
      sysmap archetypes --lang en
      sysmap archetypes --format csv
      sysmap archetypes --held-by spamdes
    """
    from sysmap.cli._reading import holder_called, read_analysis
    from sysmap.findings.needs import CAUSES
    from sysmap.models.causes.archetypes import find_archetypes as found_archetypes

    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (CAUSES,), lang or analysis.config.language):
        return
    language = lang or analysis.config.language
    made = found_archetypes(analysis, holder_called(analysis, held_by))
    if style == "table":
        _tell(made, language, top)
    else:
        print_rows(({"archetype": one.kind, "headline": one.headline.render(language), "story": one.story.render(language), "check": one.check.render(language),
                     "remedy": one.remedy.render(language), "roles": dict(one.roles), "problems": list(one.problems), "links": one.links,
                     "strength": round(one.strength, 6), "alike": one.alike, "nodes": list(one.nodes)} for one in made.found), style, COLUMNS)
    for note in _sum_up(made):
        click.echo(note.render(language), err=True)


def _tell(made: Archetypes, lang: str, top: int) -> None:
    """Archetype by archetype, the strongest as sentences; how many more there are."""
    from sysmap.models.causes.archetype_texts import TOLD

    kinds: dict[str, list[Archetype]] = {}
    for one in made.found:
        kinds.setdefault(one.kind, []).append(one)
    for kind, found in kinds.items():
        click.secho(TOLD[kind].title.render(lang), bold=True)
        for one in found[:top]:
            click.echo(f"  {one.headline.render(lang)}")
            click.echo(f"     {one.story.render(lang)}")
            click.echo(f"     ? {one.check.render(lang)}")
            click.echo(f"     -> {one.remedy.render(lang)}")
        if len(found) > top:
            click.echo("  " + Message("... and {n} more").filled(n=len(found) - top).render(lang))


def _sum_up(made: Archetypes) -> Iterator[Text]:
    """How many there are, and where the search stopped; on stderr, for rows stay rows."""
    from sysmap.models.causes.archetype_texts import TOLD

    yield plural("{n} hypothesis, of {kinds} of the 8 archetypes", "{n} hypotheses, of {kinds} of the 8 archetypes", len(made.found)).filled(n=Number(len(made.found)), kinds=len({one.kind for one in made.found}))
    if made.cut:
        parts = [Message("{kind} up to {n} links").filled(kind=TOLD[kind].title, n=links) for kind, links in made.cut.items()]
        yield Message("truncated: there may be more; complete are {parts}").filled(
            parts=Joined(parts, "; "))
    if not made.timed:
        yield Message("no link is said to come late (column delay of links.csv), without which five of the archetypes cannot be seen")


COMMAND = archetypes
