"""The command `suggest`: suggest partnerships that are not there.

The score with each of its terms, and one sentence for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import in_words, say
from sysmap.cli._printing import print_rows, printable, progress_bar, tell_missing
from sysmap.messages import Message, Number, in_context

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.partners.suggestions import Suggestion

__all__ = ["COMMAND"]

STAKEHOLDER = in_context("kind of thing", "stakeholder")
ALONE = Message("give --evaluate alone, or --for, --top and --by")
WITH_WISHES = Message("(with the wishes: {score})")
NOTHING = Message("nothing in the data speaks for a new partnership")
TOO_FEW = Message("fewer than two partnerships, or no pair without one: nothing can be hidden and found again")


@command(group="find", order=3)
@options.database
@options.map_name
@options.as_of
@options.spoken
@options.formats
@click.option("--for", "who", metavar="STAKEHOLDER", help="Only for this one: its uid, id or name.")
@options.top
@click.option(
    "--by",
    type=click.Choice(["nearness", "score"]),
    help="Rank by nearness (the reasons alone), or by the whole score with the wishes. "
    "[default: suggest_by of sysmap.toml; else nearness, but the score where partnerships join two sides only]",
)
@click.option(
    "--evaluate",
    is_flag=True,
    help="Hide a tenth of the ties, 20 times, and say how well the score and each of its terms find them.",
)
def suggest(
    address: str | None,
    map_name: str | None,
    as_of: date | None,
    style: str,
    who: str | None,
    top: int | None,
    by: str | None,
    evaluate: bool,
) -> None:
    """Suggest partnerships that are not there: the score with each of its terms, and one sentence for each.

    An argument to weigh, and no prediction of success. What a term counts is set in sysmap.toml ([analysis]
    weight_...).

    \b
    Example:
      sysmap suggest --top 5 --lang en
      sysmap suggest --for "Dinas Kesehatan"
      sysmap suggest --evaluate
    """
    from sysmap.cli._reading import node_called, read_analysis
    from sysmap.findings.needs import PARTNERSHIPS
    from sysmap.models.partners.suggestions import ranks_by_nearness, suggest_partnerships

    if evaluate and (who or top or by):
        raise click.UsageError(in_words(ALONE))
    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (PARTNERSHIPS,)):
        return
    if evaluate:
        _evaluate(analysis, style)
        return
    uid = node_called(analysis, who, analysis.nodes("Stakeholder"), STAKEHOLDER) if who else None
    suggestions = suggest_partnerships(analysis, uid, top or options.SHOWN, by)
    _print_suggestions(analysis, suggestions, style, by_nearness=ranks_by_nearness(analysis, by))
    if not suggestions:
        say(NOTHING, err=True)


def _evaluate(analysis: Analysis, style: str) -> None:
    """Hide partnerships, rank all pairs, and print how well the hidden ones were found."""
    from sysmap.cli._verdict import print_trials
    from sysmap.models.partners.trials import run_trials

    with progress_bar() as progress:
        trials = run_trials(analysis, progress=progress)
    if trials is None:
        say(TOO_FEW, err=True)
    else:
        print_trials(trials, style)


def _print_suggestions(analysis: Analysis, suggestions: Iterable[Suggestion], style: str, *, by_nearness: bool) -> None:
    """Print suggestions as sentences, or as rows with a column for each term."""
    from sysmap.models.partners.reasons import TERM_NAMES

    if style != "table":
        print_rows(
            (
                {
                    "source": pair.source,
                    "source_name": analysis.name(pair.source),
                    "target": pair.target,
                    "target_name": analysis.name(pair.target),
                    "score": pair.score,
                    **pair.terms,
                    "nearness": pair.nearness,
                    "why": list(pair.reasons.values()),
                }
                for pair in suggestions
            ),
            style,
            ("source", "source_name", "target", "target_name", "score", *TERM_NAMES, "nearness", "why"),
        )
        return
    for pair in suggestions:
        names = f"{printable(analysis.name(pair.source))} - {printable(analysis.name(pair.target))}"
        rank = pair.nearness if by_nearness else pair.score
        click.secho(f"{in_words(Number(rank, 2))}  {names}", bold=True, nl=not by_nearness)
        if by_nearness:
            click.echo(f"  {in_words(WITH_WISHES.filled(score=Number(pair.score, 2)))}")
        for term, reason in pair.reasons.items():
            click.echo(
                f"     {in_words(Number(pair.terms[term], 2, signed=True))} {in_words(TERM_NAMES[term])}: {printable(reason)}"
            )


COMMAND = suggest
