"""The command `load`: load a folder of CSVs into the graph database: only the differences are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._printing import progress_bar

if TYPE_CHECKING:
    from sysmap.stores import Plan

__all__ = ["COMMAND"]


def _print_plan(plan: Plan, verbose: bool) -> None:
    for what, change in (("nodes", plan.nodes), ("ties", plan.ties)):
        click.echo(f"{what}: {len(change.added):,} to add, {len(change.changed):,} to change, {len(change.removed):,} to remove, "
                   f"{change.unchanged:,} unchanged")
        if verbose:
            lines = [f"+ {row.uid}" for row in change.added] + [f"~ {row.uid}" for row, _ in change.changed] + [f"- {uid}" for _, uid in change.removed]
            for line in lines:
                click.echo(f"  {line}")


@click.command()
@options.dataset
@options.database
@options.out
@options.map_name
@options.strict
@click.option("--dry-run", is_flag=True, help="Print the plan of differences and write nothing; -v lists each node and tie.")
@click.option("--force", is_flag=True, help="Write every row, also those that did not change (undoes hand edits).")
@click.option("--allow-removals", is_flag=True, help="Let a load remove more than 10 % of the map.")
@options.quiet
@options.verbose
def load(folder: Path, address: str | None, out: Path | None, map_name: str | None, strict: bool, dry_run: bool, force: bool,
         allow_removals: bool, quiet: bool, verbose: bool) -> None:
    """Load a folder of CSVs into the graph database: only the differences are written.

    \b
    Example:
      sysmap load datasets/gunungkidul --dry-run
    """
    from sysmap.build import output_folder
    from sysmap.stores import open_store
    from sysmap.tables.folder import read_folder
    from sysmap.vocabulary import VOCABULARY

    dataset = read_folder(folder, VOCABULARY, map_name=map_name, strict=strict)
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
        click.echo(f"{report.added:,} added, {report.changed:,} changed, {report.removed:,} removed, {report.unchanged:,} unchanged in {target}")


COMMAND = load
