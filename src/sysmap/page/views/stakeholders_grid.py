"""The power-interest grid. Ratings of stakeholders are personal: without them in the page there is no grid in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.findings.stakeholders import CLASS_NAMES, CLASS_RULES, GRID
from sysmap.models.stakeholders_salience import PLANS, standings
from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts, pair
from sysmap.schema import Words

__all__ = ["grid"]

YOU = Words("them", "mereka")
WORDS: Mapping[str, Words] = {
    "grid": Words("Power and interest", "Kuasa dan minat"),
    "grid_caption": Words("Who can, and who wants to (power-interest grid). High is {high} and more of 5.",
                          "Siapa yang mampu, dan siapa yang berminat (kisi kuasa-minat). Tinggi berarti {high} ke atas dari 5."),
    "grid_power": Words("Power", "Kuasa"),
    "grid_interest": Words("Interest", "Minat"),
    "grid_unrated": Words("Not rated: {n}", "Belum dinilai: {n}"),
    "grid_filtered": Words("{n} more are hidden by the filter.", "{n} lagi disembunyikan saringan."),
    "grid_engage": Words("How to engage", "Cara melibatkan"),
}


@view("grid", WORDS, order=30, topic="stakeholders")
def grid(facts: Facts) -> dict[str, Any] | None:
    """Who stands where: [node, power, interest, number of the class]; and each class with its name, rule and plan.

    `classes` are the four quadrants, then the classes of salience; those who lack a rating that it takes have -1.
    """
    analysis = facts.analysis
    found = [(one, one.quadrant) for one in standings(analysis) if one.quadrant and one.stakeholder in facts.index]
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
