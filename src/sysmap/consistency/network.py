"""Relations about the network of partnerships: who is alone, and what new ties would close."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.consistency.port import Run, differ, relation
from sysmap.consistency.work import subjects, workers
from sysmap.messages import Message, Text

__all__ = ["stranded_are_alone", "undefined_is_empty", "unpartnered_are_alone"]

OF_NEIGHBOURS = ("constraint", "effective_size", "bridging")
"""Measures of what one's partners are like: undefined for those without a partner."""


def _alone(analysis: Analysis) -> set[str]:
    """The stakeholders without a partnership with another."""
    graph = analysis.graph
    tied = {
        uid
        for source, target, type in graph.edges(data="type")
        if type == "PARTNERS_WITH" and source != target
        for uid in (source, target)
    }
    return {uid for uid, label in graph.nodes(data="label") if label == "Stakeholder"} - tied


@relation(300, Message("Those told to have no partner have none, and all such are told."))
def unpartnered_are_alone(run: Run) -> Iterator[Text]:
    """The items of the finding, and its number, against the partnerships."""
    told = run.of_kind("unpartnered_stakeholders")
    if not told:
        return
    number, found = told[0].numbers["unpartnered"], _alone(run.analysis)
    if number != len(found):
        yield differ("unpartnered_stakeholders", "unpartnered", number, len(found))
    for uid in sorted(subjects(told, "Stakeholder", run.analysis) - found):
        yield Message("{name} is told to have no partner, and has one").filled(name=run.analysis.name(uid))


@relation(310, Message("Who is told to be needed and alone has no partner, and works on something."))
def stranded_are_alone(run: Run) -> Iterator[Text]:
    """The items of `stranded_stakeholders`."""
    found, carried = _alone(run.analysis), set().union(*workers(run.analysis).values())
    for uid in sorted(subjects(run.of_kind("stranded_stakeholders"), "Stakeholder", run.analysis)):
        if uid not in found or uid not in carried:
            yield Message("{name} is told to be needed and alone").filled(name=run.analysis.name(uid))


@relation(320, Message("Undefined is empty, not 0."))
def undefined_is_empty(run: Run) -> Iterator[Text]:
    """Measures of one's partners have no value for those without a partner, and none is infinite or not a number."""
    without = _alone(run.analysis)
    for row in run.table("measures"):
        for name in OF_NEIGHBOURS:
            if row["uid"] in without and row.get(name) is not None:
                yield differ(row["name"], name, row[name], None)
        for name, value in row.items():
            if isinstance(value, float) and not abs(value) < float("inf"):
                yield differ(row["name"], name, value, None)
