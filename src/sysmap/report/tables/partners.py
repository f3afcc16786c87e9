"""Suggested partnerships, with their reasons."""

from __future__ import annotations

from sysmap.models.partners.suggestions import suggest_partnerships
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import Writer

__all__ = ["suggested_partnerships"]

MOST_REASONED = 8
"""Rows whose reasons take several lines each: so many fit on two printed pages."""


@report_table(topic="partners", order=20)
def suggested_partnerships(writer: Writer) -> ReportTable | None:
    """Pairs that might become partners, and why; None without partnership data."""
    if not (writer.analysis.ties_assessed and writer.analysis.nodes("Stakeholder")):
        return None
    suggestions = suggest_partnerships(writer.analysis)
    rows = [
        (
            writer.pair(suggestion),
            " ".join(map(writer.say, suggestion.reasons.values())),
            writer.decimal(suggestion.score, 2),
        )
        for suggestion in suggestions[:MOST_REASONED]
    ]
    more = writer.rest(len(suggestions), "suggestions.csv", MOST_REASONED)
    return build_table(writer, "suggestions", writer.heads("pair", "reasons", "score"), rows, (2,), more=more)
