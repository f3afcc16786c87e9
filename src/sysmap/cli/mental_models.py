"""The command `mental-models`: compare how groups see the causes (held_by): links agreed, disputed, in one map only; and the distance of every two, 0 to 1."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows
from sysmap.messages import Message

if TYPE_CHECKING:
    from sysmap.analysis import Analysis

__all__ = ["COMMAND"]

VIEWS = ("one", "other", "agreed", "disputed", "only_one", "only_other", "unclear", "distance")
"""Two holders, how many of the links compare how, and their distance; other formats than the table name the disputed links too."""

NO_HOLDERS = Message("the data do not say whose view any causal link is: fill the column held_by of links.csv")

HELD = Message("holders of links: {n}; disputed links: {disputed}")


@click.command("mental-models")
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
def mental_models(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str) -> None:
    """Compare how groups see the causes (held_by): links agreed, disputed, in one map only; and the distance of every two, 0 to 1.

    Distance = sum of |a - b| / 2n over the n links that one of the two states itself, a and b = +1, -1, or 0 for a link that a map
    lacks; none where there is no link of which both have a view. The common links count for those who state no other.

    \b
    Example:
      sysmap mental-models --lang en
      sysmap mental-models --format csv
    """
    from sysmap.cli._reading import read_analysis
    from sysmap.models.causes.mental_models import compare_mental_models as compared
    from sysmap.records.causes_holders import holder_name

    analysis = read_analysis(address, map_name, as_of)
    made, language = compared(analysis), lang or analysis.config.language
    if not made.holders:
        click.echo(NO_HOLDERS.render(language), err=True)
        return
    print_rows(({"one": holder_name(analysis, pair.one), "other": holder_name(analysis, pair.other), "agreed": len(pair.agreed), "disputed": len(pair.disputed),
                 "only_one": len(pair.only_one), "only_other": len(pair.only_other), "unclear": len(pair.unclear), "distance": pair.distance,
                 "disputed_links": [f"{source} > {target}" for source, target in pair.disputed]}
                for pair in made.pairs), style, VIEWS if style == "table" else (*VIEWS, "disputed_links"))
    if style == "table":
        _tell_disputes(analysis, language)
    click.echo(HELD.filled(n=len(made.holders), disputed=len(made.disputes)).render(language), err=True)


def _tell_disputes(analysis: Analysis, lang: str) -> None:
    """Each link on which they disagree, and who says what."""
    from sysmap.findings.port import FINDINGS

    for one in FINDINGS["disputed_causes"].find(analysis):
        click.echo(f"{one.title.render(lang)}\n     {one.why.render(lang)}")


COMMAND = mental_models
