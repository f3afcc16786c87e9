"""Ties at a time when one of their ends is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sysmap.errors import Cause
from sysmap.messages import AnyText, Message
from sysmap.tables.dates import first_day, last_day
from sysmap.tables.merging import Row, TieSet
from sysmap.tables.periods import Period
from sysmap.tables.rows import NodeRow
from sysmap.tables.text import show_cell

__all__ = ["note_outlived_ties"]

OUTLIVED = Cause(
    "F384", "the tie is said for a time when {name} is not there ({life})", "correct the dates of one of the two"
)
_FROM_TO = Message("{since} to {until}")
_FROM = Message("from {since} on")
_TO = Message("until {until}")

Days = tuple[str, str]
"""First and last day, as ISO text."""
_NEVER_BEGUN, _NEVER_ENDED = "", "~"
"""What stands before and behind every day."""


def note_outlived_ties(ties: TieSet, nodes: Iterable[NodeRow]) -> None:
    """Note each row that dates a tie wholly before one of its ends begins, or after it has ended.

    On no day does such a tie hold.
    """
    lives = {node.uid: (_days(life), life, node) for node in nodes if any(life := _life(node))}
    for source, target, row in _early_or_late(ties, [days for days, _, _ in lives.values()]):
        begin, end = _days(row.period)
        for uid in (source, target):
            if uid in lives:
                (first, last), life, node = lives[uid]
                if end < first or last < begin:
                    name = show_cell(node.props["name"])
                    row.warn("since" if row.period[0] else "until", OUTLIVED, name=name, life=_tell(life))


def _early_or_late(ties: TieSet, lives: Collection[Days]) -> Iterator[tuple[str, str, Row]]:
    """Source and target of each row whose time lies outside some of the lives, and the row."""
    if not lives:
        return
    latest, earliest = max(first for first, _ in lives), min(last for _, last in lives)
    outside: dict[Period, bool] = {}
    for source, target, row in ties.dated_rows():
        period = row.period
        if period not in outside:
            begin, end = _days(period)
            outside[period] = end < latest or earliest < begin
        if outside[period]:
            yield source, target, row


def _life(node: NodeRow) -> Period:
    return str(node.props.get("since", "")), str(node.props.get("until", ""))


def _days(period: Period) -> Days:
    since, until = period
    return first_day(since) if since else _NEVER_BEGUN, last_day(until) if until else _NEVER_ENDED


def _tell(life: Period) -> AnyText:
    since, until = life
    return (_FROM_TO if since and until else _FROM if since else _TO).filled(since=since, until=until)
