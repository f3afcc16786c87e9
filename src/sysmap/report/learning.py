"""The learning organisation on one page: its five disciplines and what they are practised by, each tied to what the map shows and a next step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding
from sysmap.findings.sentences import decimal, number
from sysmap.models.learning.disciplines import COMPANY, averages, trends
from sysmap.records.learning_assessments import disciplines, waves
from sysmap.schema import Words

__all__ = ["Aspect", "aspects"]

SHOWN_BY = {
    "personal_mastery": ("discipline_trend",),
    "mental_models": ("disputed_causes", "minds_apart"),
    "systems_thinking": ("reinforcing_circles", "leverage_point"),
    "team_learning": ("session_not_together", "overdue_actions", "chosen_option_stuck", "incomplete_session", "grow_sessions"),
    "shared_vision": ("shared_vision",)}
"""Discipline -> the findings that show whether it is practised; the gravest of them is told."""

PRACTICES = {
    "learning_rounds": Words(en="Learning goes on", id="Terus belajar"),
    "slow_answers": Words(en="Quick to answer", id="Tanggap"),
    "closed_groups:boundary": Words(en="Inside and outside", id="Internal dan eksternal"),
    "equal_part": Words(en="A part for everybody", id="Peran bagi semua"),
    "goal_progress": Words(en="Change in the world", id="Perubahan nyata")}
"""Finding -> the habit of a learning organisation that it shows."""

ASKED = Words(en="{score}{change}, {n} units", id="{score}{change}, {n} unit")
TOO_FEW_UNITS = Words(en="fewer than {n} units: not shown", id="kurang dari {n} unit: tidak ditampilkan")


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of learning: what people said of it when `asked` (None: nobody was), and the finding that shows it on the map, if any."""

    title: Words
    asked: Words | None
    shown: Finding | None


def aspects(analysis: Analysis, found: Sequence[Finding], *, personal: bool) -> Iterator[Aspect]:
    """The five disciplines, then the habits; `found` are the findings that may be told, the gravest first. Nothing where no side of learning was recorded."""
    if not any(map(analysis.nodes, ("Assessment", "Goal", "GrowSession"))):
        return
    field, = (field for field in analysis.vocabulary.node("Assessment").fields if field.name == "discipline")
    labels = {choice.value: choice.label for choice in field.choices}
    for name in disciplines(analysis):
        yield Aspect(labels[name], _asked(analysis, name, 1 if personal else COMPANY), _shown(found, SHOWN_BY.get(name, ())))
    for kind, title in PRACTICES.items():
        yield Aspect(title, None, _shown(found, (kind,)))


def _shown(found: Sequence[Finding], kinds: Sequence[str]) -> Finding | None:
    """The gravest of these: what was not assessed comes last."""
    return next((one for one in found for kind in kinds if one.id == kind or one.id.startswith(f"{kind}:") or one.id == kind.partition(":")[0]), None)


def _asked(analysis: Analysis, discipline: str, fewest: int) -> Words | None:
    """The mean over the units of the last round, and its change since the first."""
    last = max(waves(analysis), default=None)
    mean = next((one for one in averages(analysis) if one.discipline == discipline and one.wave == last), None)
    if mean is None:
        return None
    if mean.units < fewest:
        return TOO_FEW_UNITS.filled(n=number(fewest))
    change = next((one.change for one in trends(analysis) if one.discipline == discipline and one.units > 1), None)
    sign = "+" if change and round(change, 2) > 0 else ""
    return ASKED.filled(score=decimal(mean.score, 1), n=number(mean.units), change="" if change is None else Words(
        *(f" ({sign}{decimal(change)[lang]})" for lang in ("en", "id"))))
