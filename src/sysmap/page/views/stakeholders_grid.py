"""The power-interest grid. Ratings of stakeholders are personal: without them in the page there is no grid in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.findings.stakeholders import CLASS_NAMES, CLASS_RULES, GRID
from sysmap.messages import Message
from sysmap.models.stakeholders_salience import PLANS, read_standings
from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts, pair

__all__ = ["grid"]

YOU = Message("them")
WORDS: Mapping[str, Message] = {
    "grid": Message("Power and interest"),
    "grid_caption": Message("Who can, and who wants to (power-interest grid). High is {high} and more of 5."),
    "grid_power": Message("Power"),
    "grid_interest": Message("Interest"),
    "grid_unrated": Message("Not rated: {n}"),
    "grid_filtered": Message("{n} more are hidden by the filter."),
    "grid_engage": Message("How to engage"),
}


@view("grid", WORDS, order=30, topic="stakeholders")
def grid(facts: Facts) -> dict[str, Any] | None:
    """Who stands where: [node, power, interest, number of the class]; and each class with its name, rule and plan.

    `classes` are the four quadrants, then the classes of salience; those who lack a rating that it takes have -1.
    """
    analysis = facts.analysis
    found = [(one, one.quadrant) for one in read_standings(analysis) if one.quadrant and one.stakeholder in facts.index]
    if not (facts.look.include_personal and found):
        return None
    names = [*(name for name in PLANS if name in GRID), *(name for name in PLANS if name not in GRID)]
    rating = {one.stakeholder: analysis.props(one.stakeholder) for one, _ in found}
    return {
        "high": analysis.settings.salient,
        "classes": [{"name": pair(CLASS_NAMES[name]), "rule": pair(CLASS_RULES[name]), "plan": pair(PLANS[name].filled(names=YOU))} for name in names],
        "at": [[facts.index[one.stakeholder], rating[one.stakeholder]["power"], rating[one.stakeholder]["interest"],
                names.index(quadrant), names.index(one.salience) if one.salience else -1] for one, quadrant in found],
    }
