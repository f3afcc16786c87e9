"""Relations about promises: what is overdue, and the problems that nobody owns."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.consistency.port import Run, compare, relation
from sysmap.consistency.work import subjects, workers
from sysmap.findings.port import FINDINGS
from sysmap.messages import Message, Text

__all__ = ["ownerless_problems_are_told", "the_gravest_ownerless_problems_are_urgent"]


def _owned(run: Run) -> set[str]:
    """The problems that a stakeholder owns on the day."""
    return {target for _, target, type in run.analysis.graph.edges(data="type") if type == "OWNS"}


@relation(400, Message("A problem is told to have no owner only where it has none, and all such are told."))
def ownerless_problems_are_told(run: Run) -> Iterator[Text]:
    """The items of `unowned_problems` are the open problems without an owner."""
    if told := run.of_kind("unowned_problems"):
        ownerless = workers(run.analysis).keys() - _owned(run)
        yield from compare(run, subjects(told, "Problem", run.analysis), ownerless, FINDINGS["unowned_problems"].title)


@relation(410, Message("Every ownerless problem of the highest severity stands in an urgent sentence."))
def the_gravest_ownerless_problems_are_urgent(run: Run) -> Iterator[Text]:
    """Where owners were asked for and problems are rated, the gravest ones of 4 or more."""
    told, grave = run.of_kind("unowned_problems"), 4
    rated = {uid: run.analysis.props(uid).get("severity") for uid in workers(run.analysis)}
    known = [value for value in rated.values() if isinstance(value, int | float)]
    if not told or not known or max(known) < grave or told[0].severity in {"low", "not_assessed"}:
        return
    known_owners = _owned(run)
    urgent = subjects(tuple(one for one in told if one.severity == "high"), "Problem", run.analysis)
    for uid, value in sorted(rated.items()):
        if value == max(known) and uid not in known_owners and uid not in urgent:
            yield Message("{problem} is grave and has no owner, and no urgent sentence names it").filled(
                problem=run.analysis.name(uid)
            )
