"""Commands that say who should work together and does not, and who might become partners: gaps, suggest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli.options as options
from sysmap.cli.printing import print_rows, printable, progress_bar, tell_missing

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.gaps.ranking import Gap
    from sysmap.models.partners.suggestions import Suggestion
    from sysmap.schema import Language

__all__ = ["COMMANDS"]

SHOWN = 10
TOP = click.option("--top", type=click.IntRange(1), help=f"How many are printed. [default: {SHOWN}]")


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@click.option("--for", "who", metavar="STAKEHOLDER", help="Only for this one: its uid, id or name.")
@TOP
@click.option("--all", "every", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="Write every gap to this file, .csv or .parquet, however many there are; nothing is printed.")
@options.quiet
def gaps(address: str | None, map_name: str | None, as_of: date | None, lang: Language | None, style: str, who: str | None, top: int | None,
         every: Path | None, quiet: bool) -> None:
    """Say who should work together, because of what they work on, and does not: the strongest gaps, or all of them.

    Without --for nobody appears more than three times (`per_stakeholder` in sysmap.toml), and no more are ranked than `top` there says.

    \b
    Example:
      sysmap gaps --top 5 --lang en
      sysmap gaps --for "Dinas Kesehatan"
      sysmap gaps --all every-gap.csv
    """
    from sysmap.cli.reading import node_called, read_analysis
    from sysmap.findings.needs import COORDINATION
    from sysmap.models.gaps.ranking import gaps as ranked
    from sysmap.models.gaps.ranking import gaps_of

    if every and (who or top):
        raise click.UsageError("give --all alone, or --for and --top")
    analysis = read_analysis(address, map_name, as_of)
    language = lang or analysis.config.language
    if tell_missing(analysis, COORDINATION, language):
        return
    if every:
        _write_all(analysis, every, quiet)
    else:
        found = gaps_of(analysis, node_called(analysis, who, analysis.nodes("Stakeholder"), "stakeholder")) if who else ranked(analysis).top
        shown = found[:top or SHOWN]
        _print_gaps(analysis, shown, language, style)
        if not quiet:
            click.echo(f"{len(shown):,} of {len(found) if who else ranked(analysis).count:,} gaps", err=True)


def _write_all(analysis: Analysis, path: Path, quiet: bool) -> None:
    from sysmap.files.every_gap import write_every_gap

    with progress_bar(quiet) as progress:
        count = write_every_gap(analysis, path, progress)
    if not quiet:
        click.echo(f"{path}: {count:,} gaps")


def _print_gaps(analysis: Analysis, found: Iterable[Gap], lang: Language, style: str) -> None:
    """As sentences, or as rows with the problems behind each."""
    if style != "table":
        print_rows(({"source": one.source, "source_name": analysis.name(one.source), "target": one.target,
                     "target_name": analysis.name(one.target), "kind": one.kind, "need": one.need, "required": one.required,
                     "severity": one.severity, "problems": list(one.problems), "reason": one.reason[lang]} for one in found), style,
                   ("source", "source_name", "target", "target_name", "kind", "need", "required", "severity", "problems", "reason"))
        return
    for one in found:
        click.secho(f"{one.need:.2f}  {printable(analysis.name(one.source))} - {printable(analysis.name(one.target))}", bold=True)
        click.echo(f"     {printable(one.reason[lang])}")


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@click.option("--for", "who", metavar="STAKEHOLDER", help="Only for this one: its uid, id or name.")
@TOP
@click.option("--evaluate", is_flag=True, help="Hide a tenth of the ties, 20 times, and say how well the score and each of its terms find them.")
def suggest(address: str | None, map_name: str | None, as_of: date | None, lang: Language | None, style: str, who: str | None, top: int | None,
            evaluate: bool) -> None:
    """Suggest partnerships that are not there: the score with each of its terms, and one sentence for each.

    An argument to weigh, and no prediction of success. What a term counts is set in sysmap.toml ([analysis] weight_...).

    \b
    Example:
      sysmap suggest --top 5 --lang en
      sysmap suggest --for "Dinas Kesehatan"
      sysmap suggest --evaluate
    """
    from sysmap.cli.reading import node_called, read_analysis
    from sysmap.findings.needs import PARTNERSHIPS
    from sysmap.models.partners.suggestions import suggestions

    if evaluate and (who or top):
        raise click.UsageError("give --evaluate alone, or --for and --top")
    analysis = read_analysis(address, map_name, as_of)
    language = lang or analysis.config.language
    if tell_missing(analysis, (PARTNERSHIPS,), language):
        return
    if evaluate:
        _evaluate(analysis, language, style)
    else:
        found = suggestions(analysis, node_called(analysis, who, analysis.nodes("Stakeholder"), "stakeholder") if who else None, top or SHOWN)
        _print_suggestions(analysis, found, language, style)
        if not found:
            click.echo("nothing in the data speaks for a new partnership", err=True)


def _evaluate(analysis: Analysis, lang: Language, style: str) -> None:
    from sysmap.cli.verdict import print_trials
    from sysmap.models.partners.trials import trials

    with progress_bar() as progress:
        made = trials(analysis, progress=progress)
    if made is None:
        click.echo("fewer than two partnerships, or no pair without one: nothing can be hidden and found again", err=True)
    else:
        print_trials(made, style, lang)


def _print_suggestions(analysis: Analysis, found: Iterable[Suggestion], lang: Language, style: str) -> None:
    """As sentences, or as rows with a column for each term."""
    from sysmap.models.partners.reasons import TERM_NAMES

    if style != "table":
        print_rows(({"source": one.source, "source_name": analysis.name(one.source), "target": one.target,
                     "target_name": analysis.name(one.target), "score": one.score, **one.terms,
                     "why": [said[lang] for said in one.reasons.values()]} for one in found), style,
                   ("source", "source_name", "target", "target_name", "score", *TERM_NAMES, "why"))
        return
    for one in found:
        click.secho(f"{one.score:.2f}  {printable(analysis.name(one.source))} - {printable(analysis.name(one.target))}", bold=True)
        for term, said in one.reasons.items():
            click.echo(f"     {one.terms[term]:+.2f} {TERM_NAMES[term][lang]}: {printable(said[lang])}")


COMMANDS = (gaps, suggest)
