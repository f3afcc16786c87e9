"""The report as Markdown, for a repository, a wiki or an editor. Every text of a user's is shown as it is and does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.messages import Message
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text
from sysmap.report.report import Report, Sheet, Theme, build_report

__all__ = ["escape_markdown", "report_md"]

SPECIAL = re.compile(r"[\\`*_\[\]<>|#~&$@!]|(?<=:)/|(?<=\bwww)\.", re.IGNORECASE)
"""Characters that mean something in CommonMark or GitHub's dialect; and those without which no address becomes a link."""
OPENING = re.compile(r"^(\d+)(?=[.)](?:\s|$))|^(?=[-+=])")
"""What makes a line a list or a rule, at its start."""


def escape_markdown(text: str) -> str:
    r"""Text that Markdown shows as it is.

    >>> print(escaped("<b> [x](https://a) 1*2"))
    \<b\> \[x\](https:\//a) 1\*2
    >>> print(escaped("1. not a list"))
    1\. not a list
    """
    return OPENING.sub(lambda found: f"{found[0]}\\", SPECIAL.sub(r"\\\g<0>", text))


@renderer("report_md", "report.md", Message("Report as text (Markdown)"), order=60)
def report_md(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the report to `path`."""
    write_text(path, "\n\n".join(_blocks(build_report(analysis, look))) + "\n")


def _blocks(told: Report) -> Iterator[str]:
    words = told.words
    yield f"# {escape_markdown(told.title)}"
    yield "  \n".join(escape_markdown(line) for line in (told.about, told.author) if line)
    if told.figures:
        yield "\n".join(f"- **{escape_markdown(one.value)}** {escape_markdown(one.title)}. {escape_markdown(one.meaning)}" for one in told.figures)
    yield f"## {words['findings']}"
    yield escape_markdown(told.counts)
    for theme in told.themes:
        yield f"### {theme.title}"
        yield from _entries(told, theme)
    if told.absent.entries:
        yield f"## {told.absent.title}"
        yield words["not_assessed_about"]
        yield from _entries(told, told.absent)
    for sheet in told.sheets:
        yield from _sheet(sheet)
    yield f"## {words['assumptions']}"
    yield "\n".join(f"- {escape_markdown(one)}" for one in told.assumptions)


def _entries(told: Report, theme: Theme) -> Iterator[str]:
    for one in theme.entries:
        lines = [f"- **{escape_markdown(one.title)}** ({one.word})", escape_markdown(one.why), f"**{told.words['next']}:** {escape_markdown(one.next_step)}"]
        if one.evidence:
            lines.append(f"{told.words['evidence']}: {escape_markdown(one.evidence)}")
        yield "  \n  ".join(lines)
    if theme.more:
        yield escape_markdown(theme.more)


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"## {sheet.title}"
    yield escape_markdown(sheet.about)
    rule = " | ".join("--:" if place in sheet.numbers else "---" for place in range(len(sheet.header)))
    rows = [" | ".join(map(escape_markdown, sheet.header)), rule, *(" | ".join(map(escape_markdown, row)) for row in sheet.rows)]
    yield "\n".join(f"| {row} |" for row in rows)
    if sheet.more:
        yield escape_markdown(sheet.more)
