"""The command `queries`: list the queries that come with sysmap."""

from __future__ import annotations

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._printing import print_rows
from sysmap.messages import in_context

__all__ = ["COMMAND"]

COLUMNS = {
    "name": in_context("column", "name"),
    "title": in_context("column", "title"),
    "parameters": in_context("column", "parameters"),
    "about": in_context("column", "about"),
}


@command(group="data", order=3)
@options.formats
@options.spoken
def queries(style: str) -> None:
    """List the queries that come with sysmap.

    \b
    Example:
      sysmap queries --lang en
    """
    from sysmap.cypher.queries import all_queries

    print_rows(
        (
            {
                "name": known.name,
                "title": known.title,
                "parameters": " ".join(param.name for param in known.params),
                "about": known.about,
            }
            for known in all_queries().values()
        ),
        style,
        COLUMNS,
    )


COMMAND = queries
