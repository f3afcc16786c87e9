"""The command `db`: run a real Neo4j Community on this machine, installed with nothing but pip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command_group
from sysmap.cli._language import say
from sysmap.cli._printing import progress_bar
from sysmap.messages import Message

if TYPE_CHECKING:
    from sysmap.stores.local_neo4j import LocalNeo4j

__all__ = ["COMMAND"]

ANSWERS = Message("Neo4j answers at {address} (user {user}, password in {file})")
STOPPED = Message("stopped")
NOT_RUNNING = Message("it was not running")
NOT_STARTED = Message("not running; `sysmap db start` starts it")


@command_group(group="data", order=5)
@options.spoken
def db() -> None:
    """Run a real Neo4j Community on this machine, installed with nothing but pip.

    \b
    Example:
      sysmap db start && sysmap build datasets/gunungkidul --db bolt://127.0.0.1:7687
    """


def _print_server(server: LocalNeo4j) -> None:
    """Print where the server is, and the line that makes it the database of the next commands."""
    say(ANSWERS.filled(address=server.address, user=server.user, file=server.password_file))
    click.echo(f"  export SYSMAP_DB={server.address} SYSMAP_PASSWORD_FILE={server.password_file}")


@db.command()
@options.spoken
def start() -> None:
    """Start it; the first time it is installed, which takes a minute or two.

    \b
    Example:
      sysmap db start
    """
    from sysmap.stores import local_neo4j

    with progress_bar() as progress:
        _print_server(local_neo4j.start(progress))


@db.command()
@options.spoken
def stop() -> None:
    """Stop it; the data stay.

    \b
    Example:
      sysmap db stop
    """
    from sysmap.stores import local_neo4j

    say(STOPPED if local_neo4j.stop() else NOT_RUNNING)


@db.command()
@options.spoken
def status() -> None:
    """Say whether it runs, and where.

    \b
    Example:
      sysmap db status
    """
    from sysmap.stores import local_neo4j

    server = local_neo4j.status()
    if server is None:
        say(NOT_STARTED)
    else:
        _print_server(server)


COMMAND = db
