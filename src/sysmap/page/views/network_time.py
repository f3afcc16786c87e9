"""The map over the years: the ties that have ended or not yet begun on the day of the analysis, for the reader who turns the clock."""

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
    """First and last year, and the ties that do not hold today: [from, to, colour, since, until]; None where nothing changes over the years."""
    analysis = facts.analysis
    held = {uid for _, _, uid in analysis.graph.edges(keys=True)}
    joined = [(source, target, uid, tie) for source, target, uid, tie in analysis.whole.edges(keys=True, data=True)
              if source in facts.index and target in facts.index]
    today = analysis.as_of.year
    begun, ended = ({year for *_, tie in joined if (year := _year(tie.get(end)))} for end in ("since", "until"))
    years = {year for year in begun | {year + 1 for year in ended} if year <= today} | {today}
    if len(years) < 2:  # noqa: PLR2004  one year is no time
        return None
    return {"first": min(years), "last": today, "gone": list(_gone(facts, (tie for tie in joined if tie[2] not in held)))}


def _gone(facts: Facts, ties: Iterable[tuple[str, str, str, Mapping[str, Any]]]) -> Iterable[list[Any]]:
    for source, target, _, tie in sorted(ties, key=lambda found: found[2]):
        yield [facts.index[source], facts.index[target], stroke(tie["type"]).color, clean_value(tie.get("since")), clean_value(tie.get("until"))]


def _year(value: object) -> int | None:
    """The year of a date as it was given, whole or in part."""
    text = str(value or "")[:4]
    return int(text) if text.isdecimal() and len(text) == 4 else None  # noqa: PLR2004  the digits of a year
