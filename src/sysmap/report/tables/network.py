"""The measures of the whole map."""

from __future__ import annotations

from sysmap.measures.port import MEASURES, measure_values
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import Writer

__all__ = ["system_in_numbers"]


@report_table(topic="network", order=70)
def system_in_numbers(writer: Writer) -> ReportTable | None:
    """Every measure of the whole with its value and what to do with it."""
    rows = []
    for name, measure in MEASURES.items():
        if measure.level == "graph":
            title = f"{measure.title.render(writer.language)} ({measure.term})"
            value = writer.score(name, measure_values(writer.analysis, name).get(""))
            rows.append((title, value, measure.advice.render(writer.language) + writer.estimate(name)))
    return build_table(writer, "numbers", writer.heads("measure", "value", "meaning"), rows, (1,))
