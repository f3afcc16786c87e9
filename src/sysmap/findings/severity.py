"""The severity of a finding: from the problems it is about, from a number, or from a share that should be 100%."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.analysis import Analysis
from sysmap.findings.port import ORDER, Severity
from sysmap.messages import Message

__all__ = [
    "GRADES",
    "MEDIUM_FROM",
    "NO_FINDINGS",
    "at_most",
    "at_most_low",
    "grade",
    "grade_by_problems",
    "grade_share",
]

GRADES: Mapping[Severity, Message] = {
    "high": Message("urgent"),
    "medium": Message("important"),
    "low": Message("worth a look"),
    "info": Message("for information"),
    "not_assessed": Message("not assessed"),
}
"""What people call each severity."""
NO_FINDINGS = Message("Nothing has been found on this map.")
HIGH_FROM, MEDIUM_FROM = 4, 3
"""Severities of problems (1 to 5) from which a finding is high or medium."""


def grade_by_problems(analysis: Analysis, problems: tuple[str, ...]) -> Severity:
    """The severity of the gravest of these problems: high from 4, medium from 3, else low; medium if none is rated."""
    ratings = (analysis.props(uid).get("severity") for uid in problems)
    known = [rating for rating in ratings if isinstance(rating, int | float)]
    return grade(max(known, default=MEDIUM_FROM), high=HIGH_FROM, medium=MEDIUM_FROM)


def at_most(highest: Severity, severity: Severity) -> Severity:
    """The severity, but none above `highest`.

    >>> at_most("medium", "high"), at_most("medium", "low")
    ('medium', 'low')
    """
    return max(highest, severity, key=ORDER.__getitem__)


def at_most_low(severity: Severity, said: tuple[int, int]) -> Severity:
    """The severity of a finding on what is missing: no more than "low" where less than a quarter of the rows say it.

    `said` is how many rows say anything, and how many there are (`Analysis.said`).

    >>> at_most_low("high", (2, 10)), at_most_low("high", (3, 10)), at_most_low("info", (0, 10))
    ('low', 'high', 'info')
    """
    rows_that_say, rows = said
    return "low" if 4 * rows_that_say < rows and severity in {"high", "medium"} else severity


def grade(value: float, high: float, medium: float) -> Severity:
    """`high` if the value is at least `high`, `medium` if it is at least `medium`, else `low`.

    >>> grade(4, high=4, medium=3)
    'high'
    """
    return "high" if value >= high else "medium" if value >= medium else "low"


def grade_share(share: float) -> Severity:
    """The severity of a share (0 to 1) that should be 1: high below 0.25, medium below 0.5, low below 1, else info.

    >>> [grade_share(share) for share in (0.24, 0.25, 0.5, 1)]
    ['high', 'medium', 'low', 'info']
    """
    quarter, half = 0.25, 0.5
    return "high" if share < quarter else "medium" if share < half else "low" if share < 1 else "info"
