"""The command `findings`: list every kind of finding."""

from __future__ import annotations

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._printing import print_rows
from sysmap.messages import in_context

__all__ = ["COMMAND"]

COLUMNS = {
    "name": in_context("column", "name"),
    "title": in_context("column", "title"),
    "meaning": in_context("column", "meaning"),
    "source": in_context("column", "source"),
}


@command(group="find", order=9)
@options.formats
@options.spoken
def findings(style: str) -> None:
    """List every kind of finding.

    \b
    Example:
      sysmap findings --format markdown
    """
    from sysmap.findings.port import FINDINGS

    print_rows(
        (
            {"name": kind.name, "title": kind.title, "meaning": kind.meaning, "source": kind.source}
            for kind in FINDINGS.values()
        ),
        style,
        COLUMNS,
    )


COMMAND = findings
