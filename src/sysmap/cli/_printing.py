"""Rows to the terminal or a pipe: a table, CSV, JSON or Markdown. Progress to stderr, only on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sysmap.cli._language import in_words, say
from sysmap.messages import AnyText, Joined, Message, Number, Text, in_context, plural

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.findings.port import Finding, Need, Severity
    from sysmap.stores import LoadReport, Progress
    from sysmap.tables.rows import Dataset

__all__ = [
    "Columns",
    "count_changes",
    "count_rows",
    "findings_rows",
    "open_page",
    "print_estimates",
    "print_findings",
    "print_rows",
    "printable",
    "progress_bar",
    "tell_missing",
]

Row = Mapping[str, Any]
"""Column -> value; a value may be a text, which is printed in the reader's language."""
Columns = Mapping[str, AnyText] | Sequence[str]
"""The columns in order; as a mapping, with the title that a table for people shows."""

NODES = plural("{n} node", "{n} nodes")
TIES = plural("{n} tie", "{n} ties")
CHANGES = Message("{added} added, {changed} changed, {removed} removed, {unchanged} unchanged")
LARGE = 1e6
"""From here on six digits would need an exponent."""


def _format(value: object, *, whole: bool = False) -> str:
    """The text of a cell. Numbers have as many digits as a reader wants, or with `whole` all that they have."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return in_words(value)
    if isinstance(value, float) and not whole:
        return f"{value:.4g}" if abs(value) < 1 else f"{value:.6g}" if abs(value) < LARGE else f"{value:.0f}"
    if isinstance(value, (list, tuple)):
        return "; ".join(_format(item, whole=whole) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=_format)
    return str(value)


def printable(text: AnyText) -> str:
    """A text, which may hold names from a file, as the terminal shows it.

    It cannot move the cursor or change colours.
    """
    return "".join(c if c.isprintable() else " " for c in in_words(text))


def _print_table(titles: Mapping[str, AnyText], rows: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Cell

    grid = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles.values():
        grid.add_column(Cell(printable(title)), overflow="fold")
    for row in rows:
        grid.add_row(*(Cell(printable(_format(row.get(name)))) for name in titles))
    # In a pipe nothing should be folded to a screen that is not there.
    Console(width=None if sys.stdout.isatty() else 10_000, soft_wrap=False).print(grid)


def _print_markdown(header: Sequence[str], rows: Sequence[Row]) -> None:
    click.echo("| " + " | ".join(header) + " |")
    click.echo("|" + " --- |" * len(header))
    for row in rows:
        click.echo(
            "| "
            + " | ".join(printable(_format(row.get(name))).replace("|", "\\|").replace("<", "&lt;") for name in header)
            + " |"
        )


def print_rows(rows: Iterable[Row], style: str, columns: Columns = ()) -> None:
    """Print rows in the style asked for.

    `columns` chooses and orders the columns of a table, CSV or Markdown, also where there is no row; without it they
    are those of the rows. Only a table shows the titles: in the other styles, which programs read, the columns have the
    same names in every language.
    """
    listed = list(rows)
    named = columns or list(dict.fromkeys(name for row in listed for name in row))
    titles = dict(named) if isinstance(named, Mapping) else {name: name for name in named}
    if style == "json":
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2, default=_format))
    elif style == "csv":
        from sysmap.tables.writing import csv_text

        click.echo(
            csv_text(list(titles), [[_format(row.get(name), whole=True) for name in titles] for row in listed]),
            nl=False,
        )
    elif style == "markdown":
        _print_markdown(list(titles), listed)
    elif titles:
        _print_table(titles, listed)


def findings_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as rows: severity, kind, what, why, next step, evidence."""
    return [
        {
            "severity": finding.severity,
            "kind": finding.kind,
            "finding": finding.title,
            "why": finding.why,
            "next step": finding.next_step,
            "evidence": list(finding.evidence),
        }
        for finding in findings
    ]


MOST_STARTS = 3
"""How many data that would bring more answers are printed at least."""
MARKS = {
    "high": ("!!", "red"),
    "medium": ("! ", "yellow"),
    "low": ("- ", None),
    "info": ("i ", "cyan"),
    "not_assessed": ("? ", "blue"),
}
"""The sign and the colour of each severity."""


def print_findings(analysis: Analysis, findings: Sequence[Finding], most: int = 12) -> None:
    """Print the first `most` findings as sentences, each with its next step, and how many more there are.

    Findings come as given, the gravest first; at the end stand the data that would bring more answers, one line each.
    """
    from sysmap.findings.start import list_starts

    sentences: list[tuple[Severity, Text, Text, Text]] = [
        (finding.severity, finding.title, finding.why, finding.next_step)
        for finding in findings
        if finding.severity != "not_assessed"
    ]
    for severity, title, why, step in sentences[:most]:
        mark, colour = MARKS[severity]
        click.secho(f"{mark} {printable(title)}", fg=colour, bold=severity == "high")
        click.echo(f"     {printable(why)}")
        click.echo(f"     -> {printable(step)}")
    left = len(sentences) - most
    if left > 0:
        click.echo("   " + in_words(in_context("findings", "... and {n} more", n=left)))
    mark, colour = MARKS["not_assessed"]
    for start in list_starts(analysis, findings)[: max(MOST_STARTS, -left)]:
        click.secho(f"{mark} {printable(start.why)} {printable(start.consequence)}", fg=colour)
        click.echo(f"     -> {printable(start.next_step)}")


def count_rows(dataset: Dataset) -> Text:
    """How many nodes and ties the rows make."""
    return Joined((NODES.counted(len(dataset.nodes)), TIES.counted(len(dataset.ties))), ", ")


def count_changes(report: LoadReport) -> Text:
    """How many nodes and ties a load added, changed, removed and left alone."""
    return CHANGES.filled(
        added=Number(report.added),
        changed=Number(report.changed),
        removed=Number(report.removed),
        unchanged=Number(report.unchanged),
    )


def tell_missing(analysis: Analysis, needs: tuple[Need, ...]) -> bool:
    """Whether data are missing that a command needs; if so, print on stderr which, and what to do about it."""
    from sysmap.findings.port import first_missing_need

    need = first_missing_need(analysis, needs)
    if need:
        say(need.why, err=True)
        click.echo(f"-> {in_words(need.next_step)}", err=True)
    return need is not None


def print_estimates(analysis: Analysis) -> None:
    """Print on stderr which measures in the files are estimates.

    From how many stakeholders, and how far off they may be.
    """
    from sysmap.findings.sentences import describe_estimate
    from sysmap.measures.port import MEASURES, measure_estimate

    for name, measure in MEASURES.items():
        if sentence := describe_estimate(measure_estimate(analysis, name)):
            click.echo(f"{in_words(measure.title)}: {in_words(sentence)}", err=True)


@contextmanager
def progress_bar(quiet: bool = False) -> Iterator[Progress | None]:
    """A progress callback that draws a bar on stderr once the work has taken a second; None where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    tasks: dict[AnyText, Any] = {}
    begun = monotonic()

    def show(step: AnyText, done: int, total: int) -> None:
        if step not in tasks:
            tasks[step] = bar.add_task(in_words(step), total=total)
        bar.update(tasks[step], completed=done, total=total)
        if not bar.live.is_started and monotonic() - begun > 1:
            bar.start()

    try:
        yield show
    finally:
        bar.stop()


def open_page(files: Iterable[Path]) -> None:
    """Open the first HTML file among these in the browser."""
    page = next((path for path in files if path.suffix == ".html"), None)
    if page:
        click.launch(page.resolve().as_uri())
