"""The next step of a finding as data: what is to become true, who does it and by when.

The sentence of a next step is for people; a `Step` is what a later map can be asked: was it done?
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Asked", "Ended", "Field", "Step", "Subject", "Tie", "Wanted"]

Subject = tuple[str, ...]
"""What one finding is about, in a stated order: uids (a pair sorted), and words where a uid does not say it.

For example `("innovation:I1", "sponsor")` for the sponsor that I1 lacks.
"""


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie of this type that holds on the day; an end that is None may be anyone."""

    type: str
    source: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a node that is filled in, with one of these values (any value if there are none)."""

    uid: str
    name: str
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """A node or tie that does not hold any more."""

    uid: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A table, column or kind of tie that somebody has asked for."""

    what: str


Wanted = Tie | Field | Ended | Asked


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done about one item of a finding.

    Once `wanted` stands in the tables, the finding is no longer true of `item`. `who` are the uids of those who act,
    the first one first; they are named in the sentence. `due` is a date that stands in the tables (due, until, the
    limit of a stage), None for the next meeting.
    """

    item: Subject
    wanted: Wanted
    who: tuple[str, ...] = ()
    due: date | None = None
