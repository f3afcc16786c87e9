"""The command `measures`: list every measure: what it says, how it is computed, what to do with it."""

from __future__ import annotations

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows
from sysmap.messages import Message

__all__ = ["COMMAND"]

ESTIMATED = Message("above `exact` stakeholders (a setting), with its standard error")


@click.command()
@options.formats
@options.language
def measures(style: str, lang: str | None) -> None:
    """List every measure: what it says, how it is computed, what to do with it.

    \b
    Example:
      sysmap measures --lang id
    """
    from sysmap.measures.port import MEASURES

    language = lang or "en"
    print_rows(({"name": m.name, "title": m.title.render(language), "term": m.term, "of": m.level, "low": m.low, "high": m.high,
                 "unit": m.unit.render(language), "how": m.how.render(language), "estimated": ESTIMATED.render(language) if m.estimate else "", "advice": m.advice.render(language), "source": m.source}
                for m in MEASURES.values()), style)


COMMAND = measures
