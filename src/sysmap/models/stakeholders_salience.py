"""Which stakeholders count: the power-interest grid, the salience classes, and how to engage each class.

Mendelow 1991; Mitchell, Agle & Wood 1997. Ratings of persons are personal data, and so are the classes that follow from
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sysmap.analysis import Analysis, kept
from sysmap.messages import Message

__all__ = ["PLANS", "Quadrant", "Salience", "Standing", "group_by_plan", "read_standings"]

Quadrant = Literal["manage closely", "keep satisfied", "keep informed", "monitor"]
Salience = Literal[
    "definitive", "dominant", "dangerous", "dependent", "dormant", "discretionary", "demanding", "not salient"
]

QUADRANTS: dict[tuple[bool, bool], Quadrant] = {
    (True, True): "manage closely",
    (True, False): "keep satisfied",
    (False, True): "keep informed",
    (False, False): "monitor",
}
"""(is power high?, is interest high?) -> quadrant."""
CLASSES: dict[tuple[bool, bool, bool], Salience] = {
    (True, True, True): "definitive",
    (True, True, False): "dominant",
    (True, False, True): "dangerous",
    (False, True, True): "dependent",
    (True, False, False): "dormant",
    (False, True, False): "discretionary",
    (False, False, True): "demanding",
    (False, False, False): "not salient",
}
"""(is power high?, is legitimacy?, is urgency?) -> class."""

PLANS: dict[Salience | Quadrant, Message] = {
    "definitive": Message(
        "Bring {names} into every decision now, and agree on a regular meeting: power, right and urgency are all theirs."
    ),
    "dominant": Message(
        "Give {names} a seat in planning: they expect attention, and can give or withhold what others need."
    ),
    "dangerous": Message(
        "Talk with {names} early and keep the door open: power and urgency without recognised right can turn to force."
    ),
    "dependent": Message(
        "Find {names} a strong ally: their claim is right and urgent, but they cannot carry it alone."
    ),
    "dormant": Message("Keep {names} informed of what may concern them: their power sleeps until a claim wakes it."),
    "discretionary": Message("Invite {names} to contribute: nobody forces it, and their good name helps."),
    "demanding": Message(
        "Listen to {names} and say what can be done and what not: their call is urgent, though it binds nobody."
    ),
    "not salient": Message("Keep an eye on {names}: none of the three is high today, which may change."),
    "manage closely": Message("Work with {names} day by day: they can and they want to."),
    "keep satisfied": Message(
        "Keep {names} content with short and rare messages, and show what is in it for them: they can, but hardly care."
    ),
    "keep informed": Message("Keep {names} informed and give them a voice: they care, but can do little alone."),
    "monitor": Message("Look in on {names} now and then."),
}
"""Class or quadrant -> how to engage its members (`{names}`), the most salient class first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The quadrant and the class of a stakeholder, each None if a rating that it needs is missing.

    `partners`: how many it has; None if there are no partnership data.
    """

    stakeholder: str
    quadrant: Quadrant | None
    salience: Salience | None
    partners: int | None


@kept
def read_standings(analysis: Analysis) -> tuple[Standing, ...]:
    """Return the standing of every stakeholder, in the order of their uids.

    A rating of `Settings.salient` or more is high.
    """

    def read_standing(uid: str) -> Standing:
        power, interest, legitimacy, urgency = (
            _is_high(analysis, uid, name) for name in ("power", "interest", "legitimacy", "urgency")
        )
        return Standing(
            uid,
            None if power is None or interest is None else QUADRANTS[power, interest],
            None if power is None or legitimacy is None or urgency is None else CLASSES[power, legitimacy, urgency],
            analysis.collaboration.degree[uid] if analysis.ties_assessed else None,
        )

    return tuple(map(read_standing, analysis.nodes("Stakeholder")))


def group_by_plan(analysis: Analysis) -> Iterator[tuple[Salience | Quadrant, tuple[str, ...]]]:
    """Yield (class, members) for each class that has members.

    For stakeholders without a class: (quadrant, members). The order is that of `PLANS`: classes first, the most salient
    first; members by name.
    """
    standings = sorted(
        read_standings(analysis), key=lambda standing: (analysis.name(standing.stakeholder), standing.stakeholder)
    )
    for name in PLANS:
        members = tuple(
            standing.stakeholder for standing in standings if name == (standing.salience or standing.quadrant)
        )
        if members:
            yield name, members


def _is_high(analysis: Analysis, uid: str, name: str) -> bool | None:
    """Whether a rating is high, None if it is not given."""
    rating = analysis.props(uid).get(name)
    return rating >= analysis.settings.salient if isinstance(rating, int | float) else None
