"""The learning organisation on one page.

Its five disciplines and what they are practised by, each tied to what the map shows and a next step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding
from sysmap.messages import Joined, Message, Number, Text
from sysmap.models.learning.disciplines import COMPANY, average_scores, measure_trends
from sysmap.records.learning_assessments import dated_waves, known_disciplines
from sysmap.report.port import ReportTable, build_table, report_table
from sysmap.report.writer import UNDEFINED, Writer

__all__ = ["Aspect", "learning_organisation", "list_aspects"]

NAMES_OF_ASPECT = 3

SHOWN_BY = {
    "personal_mastery": ("discipline_trend",),
    "mental_models": ("disputed_causes", "minds_apart"),
    "systems_thinking": ("reinforcing_circles", "leverage_point"),
    "team_learning": (
        "session_not_together",
        "overdue_actions",
        "chosen_option_stuck",
        "incomplete_session",
        "grow_sessions",
    ),
    "shared_vision": ("shared_vision",),
}
"""Discipline -> the findings that show whether it is practised; the gravest of them is told."""

PRACTICES = {
    "learning_rounds": Message("Learning goes on"),
    "slow_answers": Message("Quick to answer"),
    "closed_groups:boundary": Message("Inside and outside"),
    "equal_part": Message("A part for everybody"),
    "goal_progress": Message("Change in the world"),
}
"""Finding -> the habit of a learning organisation that it shows."""

ASKED = Message("{score}{change}, {n} units")
TOO_FEW_UNITS = Message("fewer than {n} units: not shown")


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of learning.

    What people said of it when `asked` (None: nobody was), and the finding that shows it on the map, if any.
    """

    title: Text
    asked: Text | None
    shown: Finding | None


@report_table(topic="learning", order=50)
def learning_organisation(writer: Writer) -> ReportTable | None:
    """Each side of learning: what people said of it, the finding that shows it on the map, and the next step."""
    rows = []
    for aspect in list_aspects(writer.analysis, writer.findings, personal=writer.facts.look.include_personal):
        on_the_map = step = UNDEFINED
        if finding := aspect.shown:
            evidence = (
                writer.say(finding.why)
                if finding.severity == "not_assessed"
                else writer.names(finding.evidence, NAMES_OF_ASPECT)
            )
            on_the_map, step = (
                f"{writer.say(finding.title)}{f' ({evidence})' if evidence else ''}",
                writer.say(finding.next_step),
            )
        title = writer.say(aspect.title)
        rows.append(
            (title[:1].upper() + title[1:], writer.say(aspect.asked) if aspect.asked else UNDEFINED, on_the_map, step)
        )
    return build_table(writer, "learning", writer.heads("aspect", "asked", "shown", "next"), rows, ())


def list_aspects(analysis: Analysis, found: Sequence[Finding], *, personal: bool) -> Iterator[Aspect]:
    """The five disciplines, then the habits; `found` are the findings that may be told, the gravest first.

    Nothing where no side of learning was recorded.
    """
    if not any(map(analysis.nodes, ("Assessment", "Goal", "GrowSession"))):
        return
    (field,) = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    labels = {choice.value: choice.label for choice in field.choices}
    for name in known_disciplines(analysis):
        yield Aspect(
            labels[name], _asked(analysis, name, 1 if personal else COMPANY), _shown(found, SHOWN_BY.get(name, ()))
        )
    for kind, title in PRACTICES.items():
        yield Aspect(title, None, _shown(found, (kind,)))


def _shown(found: Sequence[Finding], kinds: Sequence[str]) -> Finding | None:
    """The gravest of these: what was not assessed comes last."""
    return next(
        (
            one
            for one in found
            for kind in kinds
            if one.id == kind or one.id.startswith(f"{kind}:") or one.id == kind.partition(":")[0]
        ),
        None,
    )


def _asked(analysis: Analysis, discipline: str, fewest: int) -> Text | None:
    """The mean over the units of the last round, and its change since the first."""
    last = max(dated_waves(analysis), default=None)
    mean = next((one for one in average_scores(analysis) if one.discipline == discipline and one.wave == last), None)
    if mean is None:
        return None
    if mean.units < fewest:
        return TOO_FEW_UNITS.filled(n=Number(fewest))
    change = next(
        (one.change for one in measure_trends(analysis) if one.discipline == discipline and one.units > 1), None
    )
    told = "" if change is None else Joined((" (", Number(change, 2, signed=round(change, 2) > 0), ")"), "")
    return ASKED.filled(score=Number(mean.score, 1), n=Number(mean.units), change=told)
