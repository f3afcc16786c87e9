"""The strongest collaboration gaps."""

from __future__ import annotations

from sysmap.models.gaps.ranking import find_gaps
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import MOST_ROWS, Writer

__all__ = ["strongest_gaps"]


@report_table(topic="gaps", order=10)
def strongest_gaps(writer: Writer) -> ReportTable | None:
    """Who should work together and does not, with the problems behind it; None without partnership data."""
    if not (writer.analysis.ties_assessed and writer.analysis.nodes("Stakeholder")):
        return None
    gaps = find_gaps(writer.analysis).top
    # One number of decimals for the column, so that it can be read down.
    digits = 2 if gaps and gaps[0].need >= 1 else 3
    rows = [
        (writer.pair(gap), writer.names(gap.problems), writer.decimal(gap.need, digits)) for gap in gaps[:MOST_ROWS]
    ]
    return build_table(
        writer, "gaps", writer.heads("pair", "behind", "need"), rows, (2,), more=writer.rest(len(gaps), "gaps.csv")
    )
