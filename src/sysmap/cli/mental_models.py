"""The command `mental-models`: compare how groups see the causes (held_by): links agreed, disputed, in one map only.

And the distance of every two, 0 to 1.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import say
from sysmap.cli._printing import print_rows, printable
from sysmap.messages import Message, in_context

if TYPE_CHECKING:
    from sysmap.analysis import Analysis

__all__ = ["COMMAND"]

COLUMNS = {
    "one": in_context("column", "one"),
    "other": in_context("column", "other"),
    "agreed": in_context("column", "agreed"),
    "disputed": in_context("column", "disputed"),
    "only_one": in_context("column", "only one"),
    "only_other": in_context("column", "only other"),
    "unclear": in_context("column", "unclear"),
    "distance": in_context("column", "distance"),
}
"""Two holders, how many of the links compare how, and their distance; other formats than the table name the disputed
links too."""

NO_HOLDERS = Message("the data do not say whose view any causal link is: fill the column held_by of links.csv")

HELD = Message("holders of links: {n}; disputed links: {disputed}")


@command("mental-models", group="find", order=8)
@options.database
@options.map_name
@options.as_of
@options.spoken
@options.formats
def mental_models(address: str | None, map_name: str | None, as_of: date | None, style: str) -> None:
    """Compare how groups see the causes (held_by): links agreed, disputed, in one map only.

    Says also how far every two groups are apart, from 0 to 1.

    Distance = sum of |a - b| / 2n over the n links that one of the two states itself, a and b = +1, -1, or 0 for a link
    that a map lacks; none where there is no link of which both have a view. The common links count for those who state
    no other.

    \b
    Example:
      sysmap mental-models --lang en
      sysmap mental-models --format csv
    """
    from sysmap.cli._reading import read_analysis
    from sysmap.models.causes.mental_models import compare_mental_models
    from sysmap.records.causes_holders import holder_name

    analysis = read_analysis(address, map_name, as_of)
    models = compare_mental_models(analysis)
    if not models.holders:
        say(NO_HOLDERS, err=True)
        return
    print_rows(
        (
            {
                "one": holder_name(analysis, pair.one),
                "other": holder_name(analysis, pair.other),
                "agreed": len(pair.agreed),
                "disputed": len(pair.disputed),
                "only_one": len(pair.only_one),
                "only_other": len(pair.only_other),
                "unclear": len(pair.unclear),
                "distance": pair.distance,
                "disputed_links": [f"{source} > {target}" for source, target in pair.disputed],
            }
            for pair in models.pairs
        ),
        style,
        COLUMNS if style == "table" else (*COLUMNS, "disputed_links"),
    )
    if style == "table":
        _print_disputes(analysis)
    say(HELD.filled(n=len(models.holders), disputed=len(models.disputes)), err=True)


def _print_disputes(analysis: Analysis) -> None:
    """Print each link on which the holders disagree, and who says what."""
    from sysmap.findings.port import FINDINGS

    for finding in FINDINGS["disputed_causes"].find(analysis):
        click.echo(f"{printable(finding.title)}\n     {printable(finding.why)}")


COMMAND = mental_models
