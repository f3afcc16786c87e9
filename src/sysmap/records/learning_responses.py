"""How many days passed from the report of a problem to the first trial of an answer, or have passed so far."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.innovation_stages import stage_history
from sysmap.records.times import days_between, months_since

__all__ = ["Response", "find_responses"]

OPENS = "pilot"
"""The stage that counts as the first trial of an answer."""


@dataclass(frozen=True, slots=True)
class Response:
    """A reported problem, and the first innovation that was piloted for it by the day of the analysis.

    `reported`: the day of the first report; `reporters`: who reported it. `innovation`, `pilot`: the first innovation
    with a dated pilot, and that day; both None if there is none.
    `days`: from report to pilot, 0 if the pilot was there before the report; None if there is no dated pilot, or one of
    the dates is not known to the day.
    `waiting`: the days since the report; None if the problem is settled, if anything was piloted (dated or not), or if
    the report is not known to the day.
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
    """Return the response to every problem with a date of report.

    The slowest answer comes first, then the longest wait, then by uid.
    """
    return tuple(
        sorted(
            filter(None, (_find_response(analysis, uid) for uid in analysis.nodes("Problem"))),
            key=lambda response: (
                response.days is None,
                -(response.days or 0),
                -(response.waiting or 0),
                response.problem,
            ),
        )
    )


def _find_response(analysis: Analysis, problem: str) -> Response | None:
    into = analysis.history.in_edges(problem, data=True)
    reports = [(str(tie["since"]), source) for source, _, tie in into if tie["type"] == "REPORTED" and tie.get("since")]
    of_problem = analysis.props(problem).get("reported")
    days = sorted(
        day
        for day in [*(day for day, _ in reports), *([str(of_problem)] if of_problem else [])]
        if _has_come(analysis, day)
    )
    if not days:
        return None
    answers = sorted({source for source, _, tie in into if tie["type"] == "ADDRESSES"})
    dated = sorted((day, uid) for uid in answers if (day := _pilot_day(analysis, uid)))
    pilot, innovation = dated[0] if dated else (None, None)
    passed = days_between(days[0], pilot) if pilot else None
    is_answered = pilot or any(analysis.props(uid).get("stage") in analysis.settings.proven_stages for uid in answers)
    is_settled = analysis.props(problem).get("status") in analysis.settings.settled_problems
    return Response(
        problem,
        days[0],
        tuple(sorted({who for day, who in reports if _has_come(analysis, day)})),
        innovation,
        pilot,
        None if passed is None else max(passed, 0),
        None if is_answered or is_settled else days_between(days[0], analysis.as_of.isoformat()),
    )


def _has_come(analysis: Analysis, day: str) -> bool:
    """Whether a day is not after the day of the analysis."""
    return months_since(day, analysis.as_of) is not None


def _pilot_day(analysis: Analysis, innovation: str) -> str | None:
    """The first day of its pilot, from its history or, if pilot is its present stage, from `stage_since`.

    None if unknown.
    """
    entered = [day for day, stage in stage_history(analysis, innovation) if stage == OPENS]
    props = analysis.props(innovation)
    since = props.get("stage_since") if props.get("stage") == OPENS else None
    return min([*entered, *([str(since)] if since and _has_come(analysis, str(since)) else [])], default=None)
