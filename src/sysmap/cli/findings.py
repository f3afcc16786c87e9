"""The command `findings`: list every kind of finding."""

from __future__ import annotations

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows

__all__ = ["COMMAND"]


@click.command()
@options.formats
@options.language
def findings(style: str, lang: str | None) -> None:
    """List every kind of finding.

    \b
    Example:
      sysmap findings --format markdown
    """
    from sysmap.findings.port import FINDINGS

    language = lang or "en"
    print_rows(({"name": kind.name, "title": kind.title.render(language), "meaning": kind.meaning.render(language), "source": kind.source}
                for kind in FINDINGS.values()), style)


COMMAND = findings
