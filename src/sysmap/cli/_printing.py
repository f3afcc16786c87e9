"""Rows to the terminal or a pipe: a table, CSV, JSON or Markdown. Progress to stderr, only on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sysmap.messages import in_context

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.findings.port import Finding, Need, Severity
    from sysmap.stores import Progress

__all__ = ["findings_rows", "open_page", "print_estimates", "print_findings", "print_rows", "printable", "progress_bar", "tell_missing"]

Row = Mapping[str, Any]


LARGE = 1e6
"""From here on six digits would need an exponent."""


def _text(value: object, *, whole: bool = False) -> str:
    """A cell; numbers with the digits that a reader wants, or if `whole` with all they have."""
    if value is None:
        return ""
    if isinstance(value, float) and not whole:
        return f"{value:.4g}" if abs(value) < 1 else f"{value:.6g}" if abs(value) < LARGE else f"{value:.0f}"
    if isinstance(value, (list, tuple)):
        return "; ".join(_text(item, whole=whole) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def printable(text: str) -> str:
    """Text from a file that cannot move the cursor or recolour the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _table(header: Sequence[str], rows: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, pad_edge=False, header_style="bold")
    for name in header:
        grid.add_column(name, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(printable(_text(row.get(name)))) for name in header))
    # In a pipe nothing should be folded to a screen that is not there.
    Console(width=None if sys.stdout.isatty() else 10_000, soft_wrap=False).print(grid)


def _markdown(header: Sequence[str], rows: Sequence[Row]) -> None:
    click.echo("| " + " | ".join(header) + " |")
    click.echo("|" + " --- |" * len(header))
    for row in rows:
        click.echo("| " + " | ".join(printable(_text(row.get(name))).replace("|", "\\|").replace("<", "&lt;") for name in header) + " |")


def print_rows(rows: Iterable[Row], style: str, header: Sequence[str] = ()) -> None:
    """Print rows in the style asked for; `header` names the columns where there may be no row."""
    listed = list(rows)
    columns = list(header) or list(dict.fromkeys(name for row in listed for name in row))
    if style == "json":
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2, default=str))
    elif style == "csv":
        from sysmap.tables.writing import csv_text

        click.echo(csv_text(columns, [[_text(row.get(name), whole=True) for name in columns] for row in listed]), nl=False)
    elif style == "markdown":
        _markdown(columns, listed)
    elif columns:
        _table(columns, listed)


def findings_rows(findings: Iterable[Finding], lang: str) -> list[dict[str, Any]]:
    """Findings as rows: severity, kind, what, why, next step, evidence."""
    return [{"severity": one.severity, "kind": one.kind, "finding": one.title.render(lang), "why": one.why.render(lang),
             "next step": one.next_step.render(lang), "evidence": list(one.evidence)} for one in findings]


MARKS = {"high": ("!!", "red"), "medium": ("! ", "yellow"), "low": ("- ", None), "info": ("i ", "cyan"), "not_assessed": ("? ", "blue")}


def print_findings(findings: Sequence[Finding], lang: str, most: int = 12) -> None:
    """The gravest findings as sentences, each with its next step, then what could not be assessed, by what is missing; how many more there are."""
    from sysmap.findings.port import group_absences

    told: list[tuple[Severity, str, str, str]] = [
        (one.severity, one.title.render(lang), one.why.render(lang), one.next_step.render(lang)) for one in findings if one.severity != "not_assessed"]
    told += [("not_assessed", one.why.render(lang), one.told.render(lang), one.next_step.render(lang)) for one in group_absences(findings)]
    for severity, title, why, step in told[:most]:
        mark, colour = MARKS[severity]
        click.secho(f"{mark} {printable(title)}", fg=colour, bold=severity == "high")
        click.echo(f"     {printable(why)}")
        click.echo(f"     -> {printable(step)}")
    left = len(told) - most
    if left > 0:
        click.echo("   " + in_context("findings", "... and {n} more", n=left).render(lang))


def tell_missing(analysis: Analysis, needs: tuple[Need, ...], lang: str) -> bool:
    """Whether data are missing that a command asks for; then which, and what to do about it, on stderr."""
    from sysmap.findings.port import first_missing_need

    absent = first_missing_need(analysis, needs)
    if absent:
        click.echo(f"{absent.why.render(lang)}\n-> {absent.next_step.render(lang)}", err=True)
    return absent is not None


def print_estimates(analysis: Analysis, lang: str) -> None:
    """On stderr, which measures in the files are estimates: from what, and how far off they may be."""
    from sysmap.findings.sentences import estimated
    from sysmap.measures.port import MEASURES, measure_estimate

    for name, one in MEASURES.items():
        if said := estimated(measure_estimate(analysis, name)):
            click.echo(f"{one.title.render(lang)}: {said.render(lang)}", err=True)


@contextmanager
def progress_bar(quiet: bool = False) -> Iterator[Progress | None]:
    """A progress callback that draws on stderr once a step has taken a second; None where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
                   console=Console(stderr=True), transient=True)
    tasks: dict[str, Any] = {}
    begun = monotonic()

    def show(step: str, done: int, total: int) -> None:
        if step not in tasks:
            tasks[step] = bar.add_task(step, total=total)
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
