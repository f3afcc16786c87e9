"""Where to go on: which data would bring more answers, and how many, instead of a list of what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding
from sysmap.messages import Message, Number, Text, plural

__all__ = ["Start", "list_starts"]

FOLLOW = plural("{n} more answer follows from it.", "{n} more answers follow from it.")
WITHOUT_STAKEHOLDERS = Message(
    "This map says nothing of stakeholders. A table of them would add who can act on what stands here."
)
LIST_STAKEHOLDERS = Message(
    "List those who have a part in it in stakeholders.csv (id, name), say who works on what, and build the map again."
)
STAKEHOLDERS_ALONE = Message(
    "This map says nothing of what the stakeholders work on. A table of problems would add who should work together, "
    "and on what."
)
LIST_PROBLEMS = Message("List the public problems in problems.csv (id, name, worked_on_by), and build the map again.")


@dataclass(frozen=True, slots=True)
class Start:
    """Data that would bring more answers: what is missing, what to do about it, and how many kinds need it."""

    why: Text
    next_step: Text
    answers: int

    @property
    def consequence(self) -> Text:
        """How many answers follow."""
        return FOLLOW.counted(self.answers).filled(n=Number(self.answers))


def list_starts(analysis: Analysis, findings: Iterable[Finding]) -> tuple[Start, ...]:
    """The data that findings of severity `not_assessed` need; what brings most answers comes first.

    A map of one kind (causes alone, or stakeholders and their ties alone) is whole in itself: where anything was found
    on it, there is one start, on what a table of the other kind would add.
    """
    missing: dict[tuple[Text, Text], int] = {}
    found = False
    for one in findings:
        if one.severity == "not_assessed":
            missing[one.why, one.next_step] = missing.get((one.why, one.next_step), 0) + 1
        else:
            found = True
    labels = {label for _, label in analysis.whole.nodes(data="label")}
    if found and missing and "Stakeholder" not in labels:
        return (Start(WITHOUT_STAKEHOLDERS, LIST_STAKEHOLDERS, sum(missing.values())),)
    if found and missing and labels == {"Stakeholder"}:
        return (Start(STAKEHOLDERS_ALONE, LIST_PROBLEMS, sum(missing.values())),)
    starts = [Start(why, next_step, answers) for (why, next_step), answers in missing.items()]
    return tuple(sorted(starts, key=lambda start: -start.answers))
