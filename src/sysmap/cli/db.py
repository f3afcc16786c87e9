"""The command `db`: run a real Neo4j Community on this machine, installed with nothing but pip."""

from __future__ import annotations

from typing import Any

import click

from sysmap.cli._printing import progress_bar

__all__ = ["COMMAND"]


@click.group()
def db() -> None:
    """Run a real Neo4j Community on this machine, installed with nothing but pip.

    \b
    Example:
      sysmap db start && sysmap build datasets/gunungkidul --db bolt://127.0.0.1:7687
    """


def _show(server: Any) -> None:
    click.echo(f"Neo4j answers at {server.address} (user {server.user}, password in {server.password_file})")
    click.echo(f"  export SYSMAP_DB={server.address} SYSMAP_PASSWORD_FILE={server.password_file}")


@db.command()
def start() -> None:
    """Start it; the first time it is installed, which takes a minute or two.

    \b
    Example:
      sysmap db start
    """
    from sysmap.stores import local_neo4j

    with progress_bar() as progress:
        _show(local_neo4j.start(progress))


@db.command()
def stop() -> None:
    """Stop it; the data stay.

    \b
    Example:
      sysmap db stop
    """
    from sysmap.stores import local_neo4j

    click.echo("stopped" if local_neo4j.stop() else "it was not running")


@db.command()
def status() -> None:
    """Say whether it runs, and where.

    \b
    Example:
      sysmap db status
    """
    from sysmap.stores import local_neo4j

    server = local_neo4j.status()
    if server is None:
        click.echo("not running; `sysmap db start` starts it")
    else:
        _show(server)


COMMAND = db
