"""The report as one offline HTML file without a script, for the screen and for paper."""

from __future__ import annotations

from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.messages import Message
from sysmap.rendering.markup import render_sheet
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text
from sysmap.report.report import build_report

__all__ = ["report_html"]


@renderer("report", "report.html", Message("Report to read and print, one offline file"), order=50)
def report_html(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the report to `path`; every text of it is escaped by the template."""
    write_text(path, render_sheet("report.html.j2", "report.css", report=build_report(analysis, look, path.parent)))
