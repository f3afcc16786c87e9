"""The command `build`: from a folder of CSVs to findings and a map: check, load, analyse, draw."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._faults import print_faults, print_questions
from sysmap.cli._language import follow_map, in_words, say
from sysmap.cli._printing import (
    count_changes,
    count_rows,
    open_page,
    print_estimates,
    print_findings,
    printable,
    progress_bar,
)
from sysmap.messages import AnyText, Joined, Message, Number, Text, in_context, plural

if TYPE_CHECKING:
    from sysmap.build import Built
    from sysmap.tables.overrides import Overrides
    from sysmap.tables.rows import Dataset

__all__ = ["COMMAND"]

SHOWN_WARNINGS = 5
MOST_MISSING = 3
"""Of data that are missing so many are told where nothing is to be decided."""
FIRST_FILES = ("brief.html", "map.html", "report.html", "results.xlsx")
"""The files that a build names; the others stand beside them."""
LOOK_HERE = Message("Where to look")
MORE_FILES = plural(
    "and {n} more file beside them (-v lists it); all findings: sysmap analyze",
    "and {n} more files beside them (-v lists them); all findings: sysmap analyze",
)
MORE_WARNINGS = plural(
    "... and {n} more warning; -v or `sysmap check` shows it",
    "... and {n} more warnings; -v or `sysmap check` lists them",
)
KEPT_NODE = Message("kept, because ties of your own hold it: {uid}")
STEPS: Mapping[str, Text] = {
    "check": in_context("step", "check"),
    "open": in_context("step", "open"),
    "load": in_context("step", "load"),
    "read": in_context("step", "read"),
    "analyse": in_context("step", "analyse"),
    "draw": in_context("step", "draw"),
    "whole": in_context("step", "whole"),
}
"""What a build does, one after the other, and all of it."""
SECONDS = Message("{step} {seconds} s")


def _print_warnings(dataset: Dataset, verbose: bool) -> None:
    """Print every question and the first warnings on stderr and how many more there are; with `verbose` print all."""
    print_faults(dataset.questions, err=True)
    left = print_faults(dataset.warnings, err=True, most=None if verbose else SHOWN_WARNINGS)
    if left:
        say(MORE_WARNINGS.counted(left), err=True)


def _print_built(built: Built, verbose: bool) -> None:
    """Print what was loaded, found and written; with `verbose` the seconds of each step."""
    click.secho(built.analysis.config.title, bold=True)
    say(Joined((count_rows(built.dataset), count_changes(built.report)), "; "))
    for uid in built.report.kept:
        say(KEPT_NODE.filled(uid=uid), err=True)
    click.echo()
    _print_brief(built)
    print_estimates(built.analysis)
    click.echo()
    _print_files(built, verbose)
    if verbose:
        seconds = {**built.seconds, "whole": sum(built.seconds.values())}
        click.echo(
            "  ".join(
                in_words(SECONDS.filled(step=STEPS[step], seconds=Number(spent, 2))) for step, spent in seconds.items()
            ),
            err=True,
        )


def _print_brief(built: Built) -> None:
    """Print the brief: its sentences and decisions, or what data are missing most where nothing is to be decided."""
    from sysmap.brief.brief import TEXT, choose_sentences
    from sysmap.brief.decisions import choose_decisions, tell_due

    for one in choose_sentences(built.analysis):
        click.echo(f"{printable(one.title)}.")
    click.echo()
    decisions = choose_decisions(built.analysis)
    if not decisions:
        print_findings(built.analysis, built.findings, MOST_MISSING)
        return
    click.secho(in_words(TEXT["decide"]), bold=True)
    for number, one in enumerate(decisions, 1):
        if one.step is not None:
            names = [built.analysis.name(uid) for uid in one.step.who]
            click.echo(f"{number}. {printable(one.next_step)}")
            parts: list[tuple[str, AnyText]] = [
                ("who", names[0]),
                ("with", "; ".join(names[1:])),
                ("by", tell_due(one.step)),
                ("why", one.title),
            ]
            for key, text in parts:
                if text:
                    click.echo(f"   {in_words(TEXT[key])}: {printable(text)}")


def _print_files(built: Built, verbose: bool) -> None:
    """Print where to look, each file with what it is; of the others how many there are, or all with `verbose`."""
    from sysmap.build import renderers

    titles = {known.filename: known.title for known in renderers().values()}
    shown = [path for path in built.files if verbose or path.name in FIRST_FILES]
    click.secho(in_words(LOOK_HERE), bold=True)
    widest = max(len(str(path)) for path in shown)
    for path in shown:
        click.echo(f"{path!s:{widest}}  {in_words(titles[path.name])}")
    if left := len(built.files) - len(shown):
        say(MORE_FILES.counted(left))


def _follow_check(dataset: Dataset, quiet: bool, verbose: bool) -> None:
    """Speak the map's language from here on, and print the warnings of rows without faults."""
    if dataset.files:
        follow_map(dataset.config.language)
    if not quiet and not dataset.errors:
        _print_warnings(dataset, verbose)


@command(group="start", order=2)
@options.dataset
@options.out
@options.database
@options.map_name
@options.as_of
@options.language
@options.look
@options.parquet
@options.csv
@options.strict
@options.reading
@options.fast
@options.allow_removals
@options.open_page
@options.quiet
@options.verbose
def build(
    folder: Path,
    out: Path | None,
    address: str | None,
    map_name: str | None,
    as_of: date | None,
    lang: str | None,
    strict: bool,
    overrides: Overrides,
    fast: bool,
    allow_removals: bool,
    opens: bool,
    quiet: bool,
    verbose: bool,
    **look: Any,
) -> None:
    """From a folder of CSVs to findings and a map: check, load, analyse, draw.

    \b
    Example:
      sysmap build datasets/gunungkidul --open
    """
    from sysmap.build import build_folder

    chosen = options.chosen_look(lang, **look)
    with progress_bar(quiet) as progress:
        built = build_folder(
            folder,
            out=out,
            db=address,
            map_name=map_name,
            as_of=as_of,
            look=chosen,
            strict=strict,
            overrides=overrides,
            allow_removals=allow_removals,
            fast=fast,
            credentials=options.credentials,
            progress=progress,
            told=lambda dataset: _follow_check(dataset, quiet, verbose),
        )
    if not quiet:
        _print_built(built, verbose)
        print_questions(built.dataset.faults, err=True)
    if opens:
        open_page(built.files)


COMMAND = build
