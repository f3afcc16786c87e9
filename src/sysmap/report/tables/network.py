"""The measures of the whole map."""

from __future__ import annotations

from sysmap.measures.port import MEASURES, measure_values
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import Writer

__all__ = ["system_in_numbers"]


@report_table(topic="network", order=70)
def system_in_numbers(writer: Writer) -> ReportTable | None:
    """Every measure of the whole with its value and what to do with it; nothing where none has a value."""
    rows, known = [], False
    for name, measure in MEASURES.items():
        if measure.level == "graph":
            title = f"{measure.title.render(writer.language)} ({measure.term})"
            value = measure_values(writer.analysis, name).get("")
            known |= value is not None
            rows.append(
                (title, writer.score(name, value), measure.advice.render(writer.language) + writer.estimate(name))
            )
    if not known:
        return None
    return build_table(writer, "numbers", writer.heads("measure", "value", "meaning"), rows, (1,))
