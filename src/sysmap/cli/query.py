"""The command `query`: ask the graph in Cypher.

A query by name (see `sysmap queries`), `-` for standard input, or --cypher.
"""

from __future__ import annotations

import sys
from typing import Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import in_words, warn
from sysmap.cli._printing import print_rows
from sysmap.messages import Message

__all__ = ["COMMAND"]

NOT_A_PAIR = Message("{text} is not NAME=VALUE")
NO_QUERY = Message("give the name of a query, `-`, or --cypher")


def _read_pairs(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> dict[str, str]:
    """`NAME=VALUE` options as a mapping."""
    wrong = [text for text in texts if "=" not in text]
    if wrong:
        raise click.BadParameter(in_words(NOT_A_PAIR.filled(text=repr(wrong[0]))))
    return dict(text.split("=", 1) for text in texts)


@command(group="data", order=2)
@click.argument("name", required=False)
@click.option("--cypher", metavar="TEXT", help="A query of your own.")
@click.option(
    "--param",
    "values",
    multiple=True,
    callback=_read_pairs,
    metavar="NAME=VALUE",
    help="A parameter of the query. May be given again.",
)
@options.database
@options.map_name
@options.spoken
@options.formats
def query(
    name: str | None, cypher: str | None, values: dict[str, str], address: str | None, map_name: str | None, style: str
) -> None:
    """Ask the graph in Cypher: a query by name (see `sysmap queries`), `-` for standard input, or --cypher.

    `$map` is always given; the day and the settings that a query takes are the map's own where you give none. Queries
    are read-only and can read no file.

    \b
    Example:
      sysmap query who-works-on-what --format csv
      sysmap query --cypher 'MATCH (s:Stakeholder {map: $map}) RETURN s.name AS name ORDER BY name'
    """
    from sysmap.build import choose_map, parameters_of_map
    from sysmap.cli._reading import opened
    from sysmap.cypher.lint import portability
    from sysmap.cypher.queries import bind, find_query

    if (name is None) == (cypher is None):
        raise click.UsageError(in_words(NO_QUERY))
    known = None if cypher is not None or name == "-" else find_query(name or "")
    text = known.text if known else cypher if cypher is not None else sys.stdin.read()
    if known:
        bind(known, values)
    else:
        for advice in portability(text):
            warn(advice)
    with opened(address) as store:
        map = choose_map(store, map_name)
        params: dict[str, Any] = bind(known, values, parameters_of_map(store, map)) if known else dict(values)
        print_rows(store.query(text, **{**params, "map": map}), style, known.returns if known else ())


COMMAND = query
