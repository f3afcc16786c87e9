"""Ties at a time when one of their ends is not there."""

from __future__ import annotations

from collections.abc import Iterable

from sysmap.errors import Cause
from sysmap.messages import AnyText, Message
from sysmap.tables.dates import first_day, last_day
from sysmap.tables.merging import TieSet
from sysmap.tables.rows import NodeRow
from sysmap.tables.text import show_cell

__all__ = ["note_outlived_ties"]

OUTLIVED = Cause(
    "F384", "the tie is said for a time when {name} is not there ({life})", "correct the dates of one of the two"
)
_FROM_TO = Message("{since} to {until}")
_FROM = Message("from {since} on")
_TO = Message("until {until}")

Life = tuple[str, str]
"""First and last day, as ISO text; empty where it is open."""


def note_outlived_ties(ties: TieSet, nodes: Iterable[NodeRow]) -> None:
    """Note each row that dates a tie wholly before one of its ends begins, or after it has ended.

    On no day does such a tie hold.
    """
    lives = {node.uid: (life, node) for node in nodes if any(life := _life(node))}
    for source, target, row in ties.dated_rows() if lives else ():
        for uid in (source, target):
            life, node = lives.get(uid, (("", ""), None))
            if node and _are_apart(row.period, life):
                name = show_cell(node.props["name"])
                row.warn("since" if row.period[0] else "until", OUTLIVED, name=name, life=_tell(life))


def _life(node: NodeRow) -> Life:
    return str(node.props.get("since", "")), str(node.props.get("until", ""))


def _are_apart(one: Life, other: Life) -> bool:
    return any(
        end and start and last_day(end) < first_day(start) for end, start in ((one[1], other[0]), (other[1], one[0]))
    )


def _tell(life: Life) -> AnyText:
    since, until = life
    return (_FROM_TO if since and until else _FROM if since else _TO).filled(since=since, until=until)
