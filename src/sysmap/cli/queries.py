"""The command `queries`: list the queries that come with sysmap."""

from __future__ import annotations

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows

__all__ = ["COMMAND"]


@click.command()
@options.formats
@options.language
def queries(style: str, lang: str | None) -> None:
    """List the queries that come with sysmap.

    \b
    Example:
      sysmap queries --lang en
    """
    from sysmap.cypher.queries import all_queries

    print_rows(({"name": known.name, "title": known.title.render(lang or "en"), "parameters": " ".join(p.name for p in known.params),
                 "about": known.about.render(lang or "en")} for known in all_queries().values()), style)


COMMAND = queries
