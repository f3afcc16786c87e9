"""The command `leverage`: compare four scores of leverage for every cause: each with its rank (#), and under them how far the scores agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows, tell_missing
from sysmap.messages import Message, Text

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.causes.leverage import Leverage

__all__ = ["COMMAND"]

SCORED = ("structural", "influence", "loops", "push")

MICMAC = ("role", "dependence", "direct_influence", "direct_dependence", "influence_rank", "dependence_rank")


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@click.option("--top", default=20, show_default=True, type=click.IntRange(1), help="How many a table shows; other formats hold all.")
def leverage(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, top: int) -> None:
    """Compare four scores of leverage for every cause: each with its rank (#), and under them how far the scores agree.

    structural: (effects + 1) / (causes + 1). influence: MICMAC along paths, with dependence and role (driver, relay, dependent,
    autonomous; split at the mean). loops: sum of 1 / length over its feedback loops. push: how much a push here moves the others.
    First come those whom the four rank highest on average. `sysmap measures` says how each is computed.

    \b
    Example:
      sysmap leverage --lang en
      sysmap leverage --format csv
    """
    from sysmap.cli._reading import read_analysis
    from sysmap.findings.needs import CAUSES
    from sysmap.models.causes.leverage import score_levers as found_leverage

    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (CAUSES,), lang or analysis.config.language):
        return
    made, language = found_leverage(analysis), lang or analysis.config.language
    columns = [column for score in SCORED for column in (score, f"#{score}")]
    shown = ("name", *columns, *(MICMAC[:2] if style == "table" else MICMAC), "uid")
    print_rows(list(_levers(analysis, made, language, style))[:top if style == "table" else None], style, shown)
    for note in _agreement(made):
        click.echo(note.render(language), err=True)


def _levers(analysis: Analysis, made: Leverage, lang: str, style: str) -> Iterator[dict[str, Any]]:
    from sysmap.measures.causes_leverage import ROLES

    for lever, impact in zip(made.levers, made.impacts, strict=True):
        scores = {score: None if number is None else round(number, 6) for score, number in lever.scores.items()}
        yield {"name": analysis.name(lever.uid), **scores, **{f"#{score}": rank for score, rank in lever.ranks.items()},
               **{field: getattr(impact, field) if field.endswith("rank") or field == "role" else round(getattr(impact, field), 6) for field in MICMAC},
               **({"role": ROLES[impact.role].render(lang)} if style == "table" else {}), "uid": lever.uid}


def _agreement(made: Leverage) -> Iterator[Text]:
    """How far the scores agree two by two, and what to know of MICMAC and the pushes; on stderr, for rows stay rows."""
    few = {one: f" (n={one.n})" if one.n < len(made.levers) else "" for one in made.agreements}
    pairs = "; ".join(f"{one.one}-{one.other} {'-' if one.tau is None else f'{one.tau:+.2f}'}{few[one]}" for one in made.agreements)
    yield Message("agreement (Kendall's tau-b, 1 = same order, - = one is the same for all): {pairs}").filled(pairs=pairs)
    if made.apart:
        yield Message("hint: {one} and {other} point to different places; ask what each sees before you push").filled(
                        one=made.apart[0].one, other=made.apart[0].other)
    yield Message("MICMAC: paths of up to {n} links; {godet}").filled(n=made.links, godet=_godet(made))
    if made.unsettled:
        yield Message("no push score, as the push neither settles nor swings evenly, or the map is too large: {n}").filled(n=made.unsettled)


def _godet(made: Leverage) -> Text:
    if made.still:
        said = Message("Godet's ranking stands still from power {n} on")
    elif made.ended:
        said = Message("Godet's ranking is that of the longest paths, of {n} links: nothing feeds back")
    else:
        said = Message("Godet's ranking did not stand still up to power {n}")
    return said.filled(n=made.power)


COMMAND = leverage
