"""From a problem's report to the first trial of an answer: how many days the system took, or has let pass."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.innovation_stages import stage_history
from sysmap.records.times import days_between, months_since

__all__ = ["Response", "find_responses"]

OPENS = "pilot"
"""The stage that counts as the first answer."""


@dataclass(frozen=True, slots=True)
class Response:
    """A reported problem: when, by whom, and the first innovation that was piloted for it by the day of the analysis.

    `days` from report to pilot, 0 where the pilot was there before the report; None while nothing was piloted, or where
    a date is not known to the day. `waiting`: days since the report of a problem that is not settled and for which nothing was
    piloted; None where something was (dated or not), or where the report is not known to the day.
    """

    problem: str
    reported: str
    reporters: tuple[str, ...]
    innovation: str | None
    pilot: str | None
    days: int | None
    waiting: int | None


@kept
def find_responses(analysis: Analysis) -> tuple[Response, ...]:
    """Every problem with a date of report, the slowest answer first, then the longest wait, then by uid."""
    return tuple(sorted(
        filter(None, (_response(analysis, uid) for uid in analysis.nodes("Problem"))),
        key=lambda one: (one.days is None, -(one.days or 0), -(one.waiting or 0), one.problem)))


def _response(analysis: Analysis, problem: str) -> Response | None:
    into = analysis.whole.in_edges(problem, data=True)
    reports = [(str(tie["since"]), source) for source, _, tie in into if tie["type"] == "REPORTED" and tie.get("since")]
    said = analysis.props(problem).get("reported")
    days = sorted(day for day in [*(day for day, _ in reports), *([str(said)] if said else [])] if _has_come(analysis, day))
    if not days:
        return None
    answers = sorted({source for source, _, tie in into if tie["type"] == "ADDRESSES"})
    dated = sorted((day, uid) for uid in answers if (day := _pilot(analysis, uid)))
    pilot, innovation = dated[0] if dated else (None, None)
    passed = days_between(days[0], pilot) if pilot else None
    answered = pilot or any(analysis.props(uid).get("stage") in analysis.settings.proven_stages for uid in answers)
    settled = analysis.props(problem).get("status") in analysis.settings.settled_problems
    return Response(
        problem, days[0], tuple(sorted({who for day, who in reports if _has_come(analysis, day)})), innovation, pilot,
        None if passed is None else max(passed, 0),
        None if answered or settled else days_between(days[0], analysis.as_of.isoformat()))


def _has_come(analysis: Analysis, day: str) -> bool:
    return months_since(day, analysis.as_of) is not None


def _pilot(analysis: Analysis, innovation: str) -> str | None:
    """The day its pilot began: from its history, else from the date of its present stage if that is the pilot."""
    entered = [day for day, stage in stage_history(analysis, innovation) if stage == OPENS]
    props = analysis.props(innovation)
    since = props.get("stage_since") if props.get("stage") == OPENS else None
    return min([*entered, *([str(since)] if since and _has_come(analysis, str(since)) else [])], default=None)
