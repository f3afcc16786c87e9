"""How far innovations are: how long they have stood in their stage, and what carries them across the valley of death.

Gate and checklist are ours; the image is that of Branscomb & Auerswald (2002).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import Literal, cast

from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Score, Values, measure, measure_values
from sysmap.messages import Message
from sysmap.records.innovation_around import Around, read_surroundings
from sysmap.records.innovation_stages import is_inside, is_living, is_stalled, months_by_innovation
from sysmap.records.times import a_year_after

__all__ = ["ITEMS", "Item", "check_items", "months_in_stage", "valley_risk"]

Item = Literal["sponsor", "adopter", "funder", "across", "champion", "lead", "owned", "moving"]


@measure(
    topic="innovation", order=160,
    title=Message("Months in this stage"), term="time in stage", view="innovation",
    unit=Message("months"),
    how=Message("Whole months since the innovation entered its present stage (stage_since, else stages.csv). Undefined where undated or stopped."),
    advice=Message("Beyond a year before the routine: ask what holds it, and decide to go on or to stop."),
    source="sysmap")
def months_in_stage(analysis: Analysis) -> Values:
    """Months of each innovation in its stage, 0 and up; None for a stopped one, and where no date is given."""
    return months_by_innovation(analysis)


@kept
def check_items(analysis: Analysis, innovation: str) -> Mapping[Item, bool | None]:
    """Each item of the checklist: True where it is there, False where it is missing, None where the data cannot tell; found once."""
    near = read_surroundings(analysis, innovation)
    return {item: check(analysis, near) for item, check in ITEMS.items()}


@measure(
    topic="innovation", order=170,
    title=Message("Risk in the valley of death"), term="valley-of-death checklist", view="innovation", high=1,
    unit=Message("share missing, 0-1"),
    how=Message("Between idea and routine (readiness 4-7, else prototype or pilot): the missing items divided by the known ones of eight: a sponsor with "
                "power (4 of 5; one that is not rated counts), an adopter, funding for twelve months more, people on both sides of the boundary, an internal champion, two "
                "leads or one that is free to bridge, an owner for each problem addressed, movement within a year. 0 outside the valley."),
    advice=Message("Begin with the highest: each missing item names the tie that would add it."),
    source="sysmap; after Branscomb & Auerswald 2002")
def valley_risk(analysis: Analysis) -> Values:
    """Risk of each innovation, 0 to 1; None for a stopped one, and where neither readiness nor stage or no item is known."""
    return {uid: _risk(analysis, uid) if is_living(analysis, uid) else None for uid in analysis.nodes("Innovation")}


def _risk(analysis: Analysis, uid: str) -> Score:
    inside = is_inside(analysis, uid)
    if not inside:
        return None if inside is None else 0
    known = [has for has in check_items(analysis, uid).values() if has is not None]
    return known.count(False) / len(known)


def _sponsor(analysis: Analysis, near: Around) -> bool:
    """A sponsor of high power; one that nobody rated counts too."""
    ratings = (analysis.props(uid).get("power") for uid in near.by["SPONSORS"])
    return any(power is None or power >= analysis.settings.salient for power in ratings)


def _adopter(_: Analysis, near: Around) -> bool:
    return bool(near.by["ADOPTS"])


def _funder(analysis: Analysis, near: Around) -> bool:
    """Funding that lasts another twelve months, or has no end."""
    return any(end >= a_year_after(analysis.as_of) for end in near.funding)


def _across(analysis: Analysis, near: Around) -> bool | None:
    """Those who have a part in it, and the partners of its leads, stand on both sides of the boundary."""
    partners = {partner for lead in near.by["LEADS"] for partner in analysis.collaboration[lead]}
    sides = {analysis.props(uid).get("boundary") for uid in near.people | partners}
    if len(sides - {None}) > 1:
        return True
    return None if None in sides or not analysis.ties_assessed else False


def _champion(analysis: Analysis, near: Around) -> bool | None:
    sides = (analysis.props(uid).get("boundary") for uid in near.by["CHAMPIONS"])
    return _any(None if side is None else side == "internal" for side in sides)


def _lead(analysis: Analysis, near: Around) -> bool | None:
    """Two leads, or one that is free to bridge: its constraint is below the median."""
    leads = near.by["LEADS"]
    if len(leads) != 1:
        return len(leads) > 1
    if not analysis.ties_assessed:
        return None
    scores = measure_values(analysis, "constraint")
    own, known = scores[leads[0]], [cast("float", score) for score in scores.values() if score is not None]
    return own is not None and cast("float", own) < median(known)


def _owned(analysis: Analysis, near: Around) -> bool | None:
    """Every open problem it addresses has an owner; not known where it addresses none."""
    owned = (any(type == "OWNS" for _, _, type in analysis.graph.in_edges(uid, data="type")) for uid in near.problems)
    return all(owned) if near.problems else None


def _moving(analysis: Analysis, near: Around) -> bool | None:
    stalled = is_stalled(analysis, near.innovation)
    return None if stalled is None else not stalled


def _any(answers: Iterable[bool | None]) -> bool | None:
    """True where one is, None where none is but one is not known, else False.

    >>> _any([False, None]), _any([None, True]), _any([])
    (None, True, False)
    """
    found = list(answers)
    return True if True in found else None if None in found else False


ITEMS: Mapping[Item, Callable[[Analysis, Around], bool | None]] = {
    "sponsor": _sponsor, "adopter": _adopter, "funder": _funder, "across": _across, "champion": _champion, "lead": _lead, "owned": _owned,
    "moving": _moving}
"""The checklist, item by item."""
