"""The map over the years: the ties that have ended or not yet begun on the day of the analysis.

The page shows them year by year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sysmap.messages import Message
from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts, clean_value
from sysmap.rendering.palette import stroke

__all__ = ["time"]

WORDS: Mapping[str, Message] = {
    "time_show": Message("Through the years"),
    "time_year": Message("Year"),
    "time_held": Message("{year}: {n} ties held at some time of the year; those without dates are always shown."),
    "time_play": Message("Play"),
    "time_stop": Message("Stop"),
    "time_today": Message("Back to {day}"),
}


@view("time", WORDS, order=110, topic="network")
def time(facts: Facts) -> dict[str, Any] | None:
    """First and last year, and the ties that do not hold on the day of the analysis: [from, to, colour, since, until].

    None where no tie begins or ends in another year.
    """
    analysis = facts.analysis
    holding = {uid for _, _, uid in analysis.graph.edges(keys=True)}
    drawn = [
        (source, target, uid, tie)
        for source, target, uid, tie in analysis.whole.edges(keys=True, data=True)
        if source in facts.index and target in facts.index
    ]
    today = analysis.as_of.year
    begun, ended = ({year for *_, tie in drawn if (year := _year(tie.get(end)))} for end in ("since", "until"))
    years = {year for year in begun | {year + 1 for year in ended} if year <= today} | {today}
    if len(years) < 2:  # noqa: PLR2004  with one year there is nothing to turn
        return None
    return {
        "first": min(years),
        "last": today,
        "gone": list(_gone(facts, (tie for tie in drawn if tie[2] not in holding))),
    }


def _gone(facts: Facts, ties: Iterable[tuple[str, str, str, Mapping[str, Any]]]) -> Iterable[list[Any]]:
    for source, target, _, tie in sorted(ties, key=lambda tie: tie[2]):
        yield [
            facts.index[source],
            facts.index[target],
            stroke(tie["type"]).color,
            clean_value(tie.get("since")),
            clean_value(tie.get("until")),
        ]


def _year(value: object) -> int | None:
    """The year of a date, which may be given whole or as a year or month only.

    None where it has no year of four digits.
    """
    text = str(value or "")[:4]
    return int(text) if text.isdecimal() and len(text) == 4 else None  # noqa: PLR2004  the digits of a year
