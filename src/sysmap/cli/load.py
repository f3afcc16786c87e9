"""The command `load`: load a folder of CSVs into the graph database: only the differences are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import follow_map, say
from sysmap.cli._printing import count_changes, progress_bar
from sysmap.errors import DataError
from sysmap.messages import Message, Number

if TYPE_CHECKING:
    from sysmap.stores import Plan
    from sysmap.tables.overrides import Overrides

__all__ = ["COMMAND"]

NODES = Message("nodes: {added} to add, {changed} to change, {removed} to remove, {unchanged} unchanged")
TIES = Message("ties: {added} to add, {changed} to change, {removed} to remove, {unchanged} unchanged")
LOADED = Message("{changes} in {database}")


def _print_plan(plan: Plan, verbose: bool) -> None:
    """Print how much would be added, changed and removed; with `verbose` each node and tie, marked +, ~ or -."""
    for text, change in ((NODES, plan.nodes), (TIES, plan.ties)):
        say(
            text.filled(
                added=Number(len(change.added)),
                changed=Number(len(change.changed)),
                removed=Number(len(change.removed)),
                unchanged=Number(change.unchanged),
            )
        )
        if verbose:
            lines = (
                [f"+ {row.uid}" for row in change.added]
                + [f"~ {row.uid}" for row, _ in change.changed]
                + [f"- {uid}" for _, uid in change.removed]
            )
            for line in lines:
                click.echo(f"  {line}")


@command(group="data", order=1)
@options.dataset
@options.database
@options.out
@options.map_name
@options.strict
@options.reading
@click.option(
    "--dry-run", is_flag=True, help="Print the plan of differences and write nothing; -v lists each node and tie."
)
@click.option("--force", is_flag=True, help="Write every row, also those that did not change (undoes hand edits).")
@options.allow_removals
@options.spoken
@options.quiet
@options.verbose
def load(
    folder: Path,
    address: str | None,
    out: Path | None,
    map_name: str | None,
    strict: bool,
    overrides: Overrides,
    dry_run: bool,
    force: bool,
    allow_removals: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Load a folder of CSVs into the graph database: only the differences are written.

    \b
    Example:
      sysmap load datasets/gunungkidul --dry-run
    """
    from sysmap.build import output_folder
    from sysmap.stores import open_store
    from sysmap.tables.folder import examine_folder
    from sysmap.vocabulary import VOCABULARY

    dataset = examine_folder(folder, VOCABULARY, map_name=map_name, strict=strict, overrides=overrides)
    if dataset.files:
        follow_map(dataset.config.language)
    if dataset.errors:
        raise DataError(dataset.faults)
    target = address or (output_folder(dataset.config.name, out) / "graph").as_posix()
    store = open_store(target, dataset.vocabulary, credentials=options.credentials)
    try:
        plan = store.plan(dataset, force=force)
        if verbose or dry_run:
            _print_plan(plan, verbose)
        if dry_run:
            return
        with progress_bar(quiet) as progress:
            report = store.apply(plan, allow_removals=allow_removals, progress=progress)
    finally:
        store.close()
    if not quiet:
        say(LOADED.filled(changes=count_changes(report), database=target))


COMMAND = load
