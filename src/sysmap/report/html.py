"""The report as one offline HTML file without a script, for the screen and for paper."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from sysmap.analysis import Analysis
from sysmap.messages import Message
from sysmap.rendering.markup import ASSETS, mark_as_safe, policy_hash, read_styles
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text
from sysmap.report.report import build_report

__all__ = ["report_html"]


@renderer("report", "report.html", Message("Report to read and print, one offline file"), order=50)
def report_html(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the report to `path`; every text of it is escaped by the template."""
    style = read_styles("report.css")
    template = Environment(
        loader=FileSystemLoader(str(ASSETS)), autoescape=True, keep_trailing_newline=True
    ).get_template("report.html.j2")
    policy = f"default-src 'none'; style-src {policy_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    write_text(
        path,
        template.render(report=build_report(analysis, look, path.parent), style=mark_as_safe(style), policy=policy),
    )
