"""The power-interest grid. Ratings of stakeholders are personal, so a page without personal data has no grid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.findings.stakeholders import CLASS_NAMES, CLASS_RULES, GRID
from sysmap.messages import Message
from sysmap.models.stakeholders_salience import PLANS, read_standings
from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts

__all__ = ["grid"]

YOU = Message("them")
"""Stands for the names in the plans, which are here about a class as a whole."""
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
    """The rated stakeholders, and each class with its name, its rule and how to engage its members.

    None without ratings.

    `classes` are the four quadrants, then the classes of salience. `at` has for each stakeholder [node, power,
    interest, number of its quadrant, number of its class of salience]; the last is -1 where a rating that salience
    needs is missing.
    """
    analysis = facts.analysis
    rated = [
        (standing, standing.quadrant)
        for standing in read_standings(analysis)
        if standing.quadrant and standing.stakeholder in facts.index
    ]
    if not (facts.look.include_personal and rated):
        return None
    names = [*(name for name in PLANS if name in GRID), *(name for name in PLANS if name not in GRID)]
    rating = {standing.stakeholder: analysis.props(standing.stakeholder) for standing, _ in rated}
    return {
        "high": analysis.settings.salient,
        "classes": [
            {
                "name": facts.translate(CLASS_NAMES[name]),
                "rule": facts.translate(CLASS_RULES[name]),
                "plan": facts.translate(PLANS[name].filled(names=YOU)),
            }
            for name in names
        ],
        "at": [
            [
                facts.index[standing.stakeholder],
                rating[standing.stakeholder]["power"],
                rating[standing.stakeholder]["interest"],
                names.index(quadrant),
                names.index(standing.salience) if standing.salience else -1,
            ]
            for standing, quadrant in rated
        ],
    }
