"""The report as Markdown, for a repository, a wiki or an editor.

Every text of a user's is shown as it is and does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.messages import Message
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text
from sysmap.report.port import ReportTable
from sysmap.report.report import Report, Section, build_report
from sysmap.report.sheets import Sheet

__all__ = ["escape_markdown", "report_md"]

SPECIAL = re.compile(r"[\\`*_\[\]<>|#~&$@!]|(?<=:)/|(?<=\bwww)\.", re.IGNORECASE)
"""Characters that mean something in CommonMark or GitHub's dialect, or without which no address becomes a link."""
OPENING = re.compile(r"^(\d+)(?=[.)](?:\s|$))|^(?=[-+=])")
"""What makes a line a list or a rule, at its start."""


def escape_markdown(text: str) -> str:
    r"""Text that Markdown shows as it is.

    >>> print(escape_markdown("<b> [x](https://a) 1*2"))
    \<b\> \[x\](https:\//a) 1\*2
    >>> print(escape_markdown("1. not a list"))
    1\. not a list
    """
    return OPENING.sub(lambda found: f"{found[0]}\\", SPECIAL.sub(r"\\\g<0>", text))


@renderer("report_md", "report.md", Message("Report as text (Markdown)"), order=60)
def report_md(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the report to `path`."""
    write_text(path, "\n\n".join(_blocks(build_report(analysis, look, path.parent))) + "\n")


def _blocks(report: Report) -> Iterator[str]:
    words = report.words
    yield f"# {escape_markdown(report.title)}"
    yield "  \n".join(escape_markdown(line) for line in (report.about, report.author) if line)
    if report.figures:
        yield "\n".join(
            f"- **{escape_markdown(one.value)}** {escape_markdown(one.title)}. {escape_markdown(one.meaning)}"
            for one in report.figures
        )
    for heading, sheets in (("by_problem", report.problems), ("by_innovation", report.innovations)):
        if sheets:
            yield f"## {words[heading]}"
        for sheet in sheets:
            yield from _sheet(report, sheet)
    yield f"## {words['others_found' if report.problems else 'findings']}"
    yield escape_markdown(report.counts)
    for section in report.sections:
        yield f"### {section.title}"
        yield from _entries(report, section)
    if report.absent.entries:
        yield f"## {report.absent.title}"
        yield words["not_assessed_about"]
        yield from _entries(report, report.absent)
    yield f"## {words['annex']}"
    for table in report.tables:
        yield from _table(table)
    yield f"## {words['assumptions']}"
    yield "\n".join(f"- {escape_markdown(one)}" for one in report.assumptions)


def _sheet(report: Report, sheet: Sheet) -> Iterator[str]:
    yield f"### {escape_markdown(sheet.title)}"
    if sheet.about:
        yield escape_markdown(sheet.about)
    if sheet.blocks:
        yield "\n".join(f"- **{block.title}:** {escape_markdown('; '.join(block.lines))}" for block in sheet.blocks)
    yield from _entries(report, sheet)


def _entries(report: Report, section: Section | Sheet) -> Iterator[str]:
    for one in section.entries:
        lines = [
            f"- **{escape_markdown(one.title)}** ({one.grade})",
            escape_markdown(one.why),
            f"**{report.words['next']}:** {escape_markdown(one.next_step)}",
        ]
        if one.evidence:
            lines.append(f"{report.words['evidence']}: {escape_markdown(one.evidence)}")
        yield "  \n  ".join(lines)
    if isinstance(section, Section) and section.more:
        yield escape_markdown(section.more)


def _table(table: ReportTable) -> Iterator[str]:
    yield f"## {table.title}"
    yield escape_markdown(table.about)
    rule = " | ".join("--:" if place in table.numbers else "---" for place in range(len(table.header)))
    rows = [
        " | ".join(map(escape_markdown, table.header)),
        rule,
        *(" | ".join(map(escape_markdown, row)) for row in table.rows),
    ]
    yield "\n".join(f"| {row} |" for row in rows)
    if table.more:
        yield escape_markdown(table.more)
