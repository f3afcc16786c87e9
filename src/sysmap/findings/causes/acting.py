"""Who can act on causes, and how important a finding on causes is."""

from __future__ import annotations

from collections.abc import Collection

from sysmap.analysis import Analysis
from sysmap.findings.port import Severity
from sysmap.findings.sentences import list_names
from sysmap.findings.severity import grade_by_problems
from sysmap.messages import Message, Text, plural
from sysmap.records.coverage_work import problem_severities

__all__ = ["call_together", "find_actors", "grade_causes"]

MOST_ACTORS = 3
"""How many stakeholders a next step names."""

CALL = plural("{who} can call the others together.", "{who} can call the others together.")
NOBODY = Message("Agree first who calls the others together: no stakeholder is said to answer for it or to work on it.")


def grade_causes(analysis: Analysis, uids: Collection[str]) -> Severity:
    """`medium` if an open problem among these is severe (3 or more) or no problem is rated, `low` if all are slighter.

    `info` if there is no open problem among them. Nothing on causes is urgent: causes change over
    years, not this month.
    """
    problems = tuple(uid for uid in uids if uid in problem_severities(analysis))
    if not problems:
        return "info"
    return "low" if grade_by_problems(analysis, problems) == "low" else "medium"


def find_actors(analysis: Analysis, uids: Collection[str]) -> tuple[str, ...]:
    """At most three stakeholders who answer for these problems; if nobody does, who works on them.

    Those with most of them come first, then by name.
    """
    for types in (("OWNS",), analysis.settings.works):
        counts: dict[str, int] = {}
        for uid in sorted(set(uids)):
            for source in sorted({one for one, _, type in analysis.graph.in_edges(uid, data="type") if type in types}):
                counts[source] = counts.get(source, 0) + 1
        if counts:
            ranked = sorted(counts, key=lambda source: (-counts[source], analysis.name(source), source))
            return tuple(ranked[:MOST_ACTORS])
    return ()


def call_together(analysis: Analysis, actors: tuple[str, ...]) -> Text | None:
    """The sentence that says who calls the others together; None on a map without stakeholders."""
    if actors:
        return CALL.counted(len(actors)).filled(who=list_names(analysis, actors))
    return NOBODY if analysis.nodes("Stakeholder") else None
