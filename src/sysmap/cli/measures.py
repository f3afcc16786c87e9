"""The command `measures`: list every measure: what it says, how it is computed, what to do with it."""

from __future__ import annotations

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._printing import print_rows
from sysmap.messages import Message, in_context

__all__ = ["COMMAND"]

ESTIMATED = Message("above `exact` stakeholders (a setting), with its standard error")
LEVELS = {
    "node": in_context("level", "node"),
    "tie": in_context("level", "tie"),
    "group": in_context("level", "group"),
    "graph": in_context("level", "whole map"),
}
"""What a measure has one value for."""
COLUMNS = {
    "name": in_context("column", "name"),
    "title": in_context("column", "title"),
    "term": in_context("column", "term"),
    "of": in_context("column", "of each"),
    "low": in_context("column", "low"),
    "high": in_context("column", "high"),
    "unit": in_context("column", "unit"),
    "how": in_context("column", "how"),
    "estimated": in_context("column", "estimated"),
    "advice": in_context("column", "advice"),
    "source": in_context("column", "source"),
}


@command(group="find", order=10)
@options.formats
@options.spoken
def measures(style: str) -> None:
    """List every measure: what it says, how it is computed, what to do with it.

    \b
    Example:
      sysmap measures --lang id
    """
    from sysmap.measures.port import MEASURES

    print_rows(
        (
            {
                "name": measure.name,
                "title": measure.title,
                "term": measure.term,
                "of": LEVELS[measure.level] if style == "table" else measure.level,
                "low": measure.low,
                "high": measure.high,
                "unit": measure.unit,
                "how": measure.how,
                "estimated": ESTIMATED if measure.estimate else "",
                "advice": measure.advice,
                "source": measure.source,
            }
            for measure in MEASURES.values()
        ),
        style,
        COLUMNS,
    )


COMMAND = measures
