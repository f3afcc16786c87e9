"""The command `suggest`: suggest partnerships that are not there: the score with each of its terms, and one sentence for each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows, printable, progress_bar, tell_missing

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.partners.suggestions import Suggestion

__all__ = ["COMMAND"]


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@click.option("--for", "who", metavar="STAKEHOLDER", help="Only for this one: its uid, id or name.")
@options.top
@click.option("--evaluate", is_flag=True, help="Hide a tenth of the ties, 20 times, and say how well the score and each of its terms find them.")
def suggest(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, who: str | None, top: int | None,
            evaluate: bool) -> None:
    """Suggest partnerships that are not there: the score with each of its terms, and one sentence for each.

    An argument to weigh, and no prediction of success. What a term counts is set in sysmap.toml ([analysis] weight_...).

    \b
    Example:
      sysmap suggest --top 5 --lang en
      sysmap suggest --for "Dinas Kesehatan"
      sysmap suggest --evaluate
    """
    from sysmap.cli._reading import node_called, read_analysis
    from sysmap.findings.needs import PARTNERSHIPS
    from sysmap.models.partners.suggestions import suggest_partnerships

    if evaluate and (who or top):
        raise click.UsageError("give --evaluate alone, or --for and --top")
    analysis = read_analysis(address, map_name, as_of)
    language = lang or analysis.config.language
    if tell_missing(analysis, (PARTNERSHIPS,), language):
        return
    if evaluate:
        _evaluate(analysis, language, style)
    else:
        found = suggest_partnerships(analysis, node_called(analysis, who, analysis.nodes("Stakeholder"), "stakeholder") if who else None, top or options.SHOWN)
        _print_suggestions(analysis, found, language, style)
        if not found:
            click.echo("nothing in the data speaks for a new partnership", err=True)


def _evaluate(analysis: Analysis, lang: str, style: str) -> None:
    from sysmap.cli._verdict import print_trials
    from sysmap.models.partners.trials import run_trials

    with progress_bar() as progress:
        made = run_trials(analysis, progress=progress)
    if made is None:
        click.echo("fewer than two partnerships, or no pair without one: nothing can be hidden and found again", err=True)
    else:
        print_trials(made, style, lang)


def _print_suggestions(analysis: Analysis, found: Iterable[Suggestion], lang: str, style: str) -> None:
    """As sentences, or as rows with a column for each term."""
    from sysmap.models.partners.reasons import TERM_NAMES

    if style != "table":
        print_rows(({"source": one.source, "source_name": analysis.name(one.source), "target": one.target,
                     "target_name": analysis.name(one.target), "score": one.score, **one.terms,
                     "why": [said.render(lang) for said in one.reasons.values()]} for one in found), style,
                   ("source", "source_name", "target", "target_name", "score", *TERM_NAMES, "why"))
        return
    for one in found:
        click.secho(f"{one.score:.2f}  {printable(analysis.name(one.source))} - {printable(analysis.name(one.target))}", bold=True)
        for term, said in one.reasons.items():
            click.echo(f"     {one.terms[term]:+.2f} {TERM_NAMES[term].render(lang)}: {printable(said.render(lang))}")


COMMAND = suggest
