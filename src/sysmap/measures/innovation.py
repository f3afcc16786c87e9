"""How far innovations are: how long they have been in their stage, and what they need in the valley of death.

The image is that of Branscomb & Auerswald (2002). When an innovation is in the valley, and the checklist, are our own
definitions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import Literal, cast

from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Score, Values, measure, measure_values
from sysmap.messages import Message
from sysmap.records.innovation_around import CARRIERS, Around, read_surroundings
from sysmap.records.innovation_stages import is_inside, is_living, is_stalled, months_by_innovation
from sysmap.records.times import a_year_after

__all__ = ["ITEMS", "Item", "check_items", "months_in_stage", "valley_risk"]

Item = Literal["sponsor", "adopter", "funder", "across", "champion", "lead", "owned", "moving"]


@measure(
    topic="innovation",
    order=160,
    title=Message("Months in this stage"),
    term="time in stage",
    view="innovation",
    unit=Message("months"),
    how=Message(
        "Whole months since the innovation entered its present stage (stage_since, else stages.csv). Undefined where undated or stopped."
    ),
    advice=Message("Beyond a year before the routine: ask what holds it, and decide to go on or to stop."),
    source="sysmap",
)
def months_in_stage(analysis: Analysis) -> Values:
    """Months of each innovation in its stage, 0 and up; None if it has stopped or no date is given."""
    return months_by_innovation(analysis)


@kept
def check_items(analysis: Analysis, innovation: str) -> Mapping[Item, bool | None]:
    """Return item of the checklist -> True if the innovation has it, False if not, None if the data cannot tell.

    They cannot tell where nobody asked for such ties on the whole map (`Analysis.asks`).
    """
    around = read_surroundings(analysis, innovation)
    return {item: check(analysis, around) for item, check in ITEMS.items()}


@measure(
    topic="innovation",
    order=170,
    title=Message("Risk in the valley of death"),
    term="valley-of-death checklist",
    view="innovation",
    high=1,
    unit=Message("share missing, 0-1"),
    how=Message(
        "Between idea and routine (readiness 4-7, else prototype or pilot): the missing items divided by the known ones of eight: a sponsor with "
        "power (4 of 5; one that is not rated counts), an adopter, funding for twelve months more, people on both sides of the boundary, an internal champion, two "
        "leads or one that is free to bridge, an owner for each problem addressed, movement within a year. 0 outside the valley."
    ),
    advice=Message("Begin with the highest: each missing item names the tie that would add it."),
    source="sysmap; after Branscomb & Auerswald 2002",
)
def valley_risk(analysis: Analysis) -> Values:
    """Risk of each innovation, 0 to 1.

    None if it has stopped, if neither readiness nor stage is known, or if no item of the checklist is known.
    """
    return {
        uid: _compute_risk(analysis, uid) if is_living(analysis, uid) else None for uid in analysis.nodes("Innovation")
    }


def _compute_risk(analysis: Analysis, uid: str) -> Score:
    inside = is_inside(analysis, uid)
    if not inside:
        return None if inside is None else 0
    known = [is_there for is_there in check_items(analysis, uid).values() if is_there is not None]
    return known.count(False) / len(known) if known else None


def _has_sponsor(analysis: Analysis, around: Around) -> bool | None:
    """Whether it has a sponsor of high power; a sponsor whose power nobody rated counts too."""
    ratings = (analysis.props(uid).get("power") for uid in around.by["SPONSORS"])
    is_there = any(power is None or power >= analysis.settings.salient for power in ratings)
    return is_there if analysis.asks("SPONSORS") else None


def _has_adopter(analysis: Analysis, around: Around) -> bool | None:
    return bool(around.by["ADOPTS"]) if analysis.asks("ADOPTS") else None


def _has_funder(analysis: Analysis, around: Around) -> bool | None:
    """Whether some funding lasts another twelve months or has no end."""
    lasts = any(end >= a_year_after(analysis.as_of) for end in around.funding)
    return lasts if analysis.asks("FUNDS") else None


def _has_both_sides(analysis: Analysis, around: Around) -> bool | None:
    """Whether its people are on both sides of the boundary (internal, external).

    Its people are those who have a part in it and the partners of its leads.
    """
    partners = {partner for lead in around.by["LEADS"] for partner in analysis.collaboration[lead]}
    sides = {analysis.props(uid).get("boundary") for uid in around.people | partners}
    if len(sides - {None}) > 1:
        return True
    is_asked = analysis.asks_field("Stakeholder", "boundary") and all(map(analysis.asks, ("PARTNERS_WITH", *CARRIERS)))
    return None if None in sides or not is_asked else False


def _has_champion(analysis: Analysis, around: Around) -> bool | None:
    if not analysis.asks("CHAMPIONS"):
        return None
    sides = (analysis.props(uid).get("boundary") for uid in around.by["CHAMPIONS"])
    return _is_any(None if side is None else side == "internal" for side in sides)


def _has_leads(analysis: Analysis, around: Around) -> bool | None:
    """Whether it has two leads, or one that is free to bridge: whose constraint is below the median."""
    leads = around.by["LEADS"]
    if not analysis.asks("LEADS"):
        return None
    if len(leads) != 1:
        return len(leads) > 1
    if not analysis.ties_assessed:
        return None
    scores = measure_values(analysis, "constraint")
    own, known = scores[leads[0]], [cast("float", score) for score in scores.values() if score is not None]
    return own is not None and cast("float", own) < median(known)


def _is_owned(analysis: Analysis, around: Around) -> bool | None:
    """Whether every open problem that it addresses has an owner.

    None if it addresses no open problem, or if nobody asked who owns which.
    """
    if not analysis.asks("OWNS"):
        return None
    has_owner = (
        any(type == "OWNS" for _, _, type in analysis.graph.in_edges(uid, data="type")) for uid in around.problems
    )
    return all(has_owner) if around.problems else None


def _is_moving(analysis: Analysis, around: Around) -> bool | None:
    stalled = is_stalled(analysis, around.innovation)
    return None if stalled is None else not stalled


def _is_any(answers: Iterable[bool | None]) -> bool | None:
    """Return True if any answer is True; else None if any is unknown (None); else False.

    >>> _is_any([False, None]), _is_any([None, True]), _is_any([])
    (None, True, False)
    """
    known = list(answers)
    return True if True in known else None if None in known else False


ITEMS: Mapping[Item, Callable[[Analysis, Around], bool | None]] = {
    "sponsor": _has_sponsor,
    "adopter": _has_adopter,
    "funder": _has_funder,
    "across": _has_both_sides,
    "champion": _has_champion,
    "lead": _has_leads,
    "owned": _is_owned,
    "moving": _is_moving,
}
"""The checklist: item -> the function that says whether an innovation has it."""
