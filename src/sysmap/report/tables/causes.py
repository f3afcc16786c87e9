"""Where to push: the causes by their ranks in four scores of leverage."""

from __future__ import annotations

from dataclasses import replace

from sysmap.measures.causes_leverage import ROLES
from sysmap.measures.port import MEASURES
from sysmap.models.causes.leverage import SCORES, score_levers
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import UNDEFINED, Writer
from sysmap.still.quadrants import build_quadrants

__all__ = ["levers"]

MOST_LEVERS = 12


@report_table(topic="causes", order=60)
def levers(writer: Writer) -> ReportTable | None:
    """The strongest levers with MICMAC's place of each, and the plane of influence and dependence as a picture."""
    leverage = score_levers(writer.analysis)
    rows = [
        (
            writer.names((lever.uid,)),
            writer.say(ROLES[impact.role]),
            *(UNDEFINED if rank is None else writer.number(rank) for rank in lever.ranks.values()),
        )
        for lever, impact in zip(leverage.levers[:MOST_LEVERS], leverage.impacts, strict=False)
    ]
    header = [
        *writer.heads("cause"),
        *(MEASURES[name].title.render(writer.language) for name in ("micmac_role", *SCORES.values())),
    ]
    table = build_table(
        writer, "levers", header, rows, range(2, 6), more=writer.rest(len(leverage.levers), "leverage.csv", MOST_LEVERS)
    )
    return replace(table, plot=build_quadrants(writer.analysis, writer.language)) if table else None
