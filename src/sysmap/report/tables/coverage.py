"""The open problems, who carries them, and what answers them."""

from __future__ import annotations

from collections import defaultdict

from sysmap.models.coverage import find_coverage
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import MOST_ROWS, UNDEFINED, Writer

__all__ = ["carried_problems"]


@report_table(topic="coverage", order=40)
def carried_problems(writer: Writer) -> ReportTable | None:
    """The gravest open problems with their owners, how many work on them, and the innovations tested for them."""
    analysis, problems = writer.analysis, find_coverage(writer.analysis).problems
    sources: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # type of tie -> target -> sources
    for source, target, type in analysis.graph.edges(data="type"):
        sources[type][target].add(source)
    tested = set(analysis.settings.proven_stages)
    rows = []
    for uid in problems[:MOST_ROWS]:
        severity = writer.facts.visible_values("Problem", analysis.props(uid)).get("severity")
        workers = set().union(*(sources[type][uid] for type in analysis.settings.works))
        answers = sorted(
            answer for answer in sources["ADDRESSES"][uid] if analysis.props(answer).get("stage") in tested
        )
        rows.append(
            (
                writer.names((uid,)),
                writer.number(severity) if isinstance(severity, int | float) else UNDEFINED,
                writer.names(sorted(sources["OWNS"][uid])) or UNDEFINED,
                writer.number(len(workers)),
                writer.names(answers) or UNDEFINED,
            )
        )
    header = writer.heads("problem", "severity", "owners", "workers", "answers")
    return build_table(writer, "problems", header, rows, (1, 3), more=writer.rest(len(problems)))
