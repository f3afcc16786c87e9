"""Who stands between others."""

from __future__ import annotations

from dataclasses import replace

from sysmap.measures.port import MEASURES, measure_values
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import MOST_ROWS, Writer

__all__ = ["bridges"]

SHOWN = ("degree", "betweenness", "effective_size", "constraint", "cut_point", "community")
"""The measures told of those who bridge; the rows are in the order of the second."""


@report_table(topic="brokerage", order=30)
def bridges(writer: Writer) -> ReportTable | None:
    """Stakeholders by betweenness, with their other measures; None without partnership data."""
    if not (writer.analysis.ties_assessed and writer.analysis.nodes("Stakeholder")):
        return None
    columns = {name: measure_values(writer.analysis, name) for name in SHOWN}
    scores = {
        uid: score for uid, score in columns["betweenness"].items() if isinstance(score, float | int) and score > 0
    }
    order = sorted(scores, key=lambda uid: (-round(scores[uid], 9), uid))
    rows = [
        (writer.names((uid,)), *(writer.score(name, columns[name].get(uid)) for name in SHOWN))
        for uid in order[:MOST_ROWS]
    ]
    header = [*writer.heads("stakeholder"), *(MEASURES[name].title.render(writer.language) for name in SHOWN)]
    table = build_table(writer, "bridges", header, rows, range(1, 5), more=writer.rest(len(order), "measures.csv"))
    return replace(table, about=table.about + writer.estimate("betweenness")) if table else None
