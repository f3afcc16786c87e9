"""The brief as a file: offline HTML for the screen and for two pages of paper, and Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.brief.brief import Brief, build_brief
from sysmap.messages import Message
from sysmap.rendering.markup import render_sheet
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text
from sysmap.report.markdown import escape_markdown

__all__ = ["brief_html", "brief_md"]


@renderer("brief", "brief.html", Message("Brief: two pages for those who decide"), order=4)
def brief_html(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the brief to `path`; every text of it is escaped by the template."""
    write_text(path, render_sheet("brief.html.j2", "brief.css", brief=build_brief(analysis, look, path.parent)))


@renderer("brief_md", "brief.md", Message("Brief as text (Markdown)"), order=6)
def brief_md(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the brief to `path`."""
    write_text(path, "\n\n".join(_blocks(build_brief(analysis, look, path.parent))) + "\n")


def _blocks(brief: Brief) -> Iterator[str]:
    words = brief.words
    yield f"# {escape_markdown(brief.title)}"
    yield "  \n".join(escape_markdown(line) for line in (brief.about, brief.author) if line)
    if brief.sentences:
        yield f"## {words['in_short']}"
        yield "\n".join(f"- {escape_markdown(sentence)}" for sentence in brief.sentences)
    yield f"## {words['decide']}"
    if not brief.decisions:
        yield words["nothing"]
    for number, one in enumerate(brief.decisions, 1):
        lines = [f"{number}. {escape_markdown(one.why)}", f"   **{escape_markdown(one.what)}**"]
        for key, text in (("who", one.who), ("with", one.partners), ("by", one.by)):
            if text:
                lines.append(f"   {words[key]}: {escape_markdown(text)}")
        yield "  \n".join(lines)
    if brief.unknown:
        yield f"## {words['unknown']}"
        yield "\n".join(f"- {escape_markdown(one)}" for one in brief.unknown)
    yield f"{words['more']} {words['drafted']}"
