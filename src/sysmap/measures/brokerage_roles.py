"""Who stands between groups, and whose access depends on a single partner.

Groups are those of the setting `grouping`; by default sectors. Roles: Gould & Fernandez 1989.
"""

from __future__ import annotations

from collections.abc import Mapping

from sysmap import algorithms
from sysmap.analysis import Analysis, kept
from sysmap.measures.grouping import find_groups
from sysmap.measures.port import Values, measure
from sysmap.messages import Message

__all__ = ["bridging", "count_roles", "hierarchy"]


@measure(
    topic="brokerage",
    order=460,
    title=Message("Hangs on one partner"),
    term="hierarchy",
    high=1,
    unit=Message("score, 0-1"),
    how=Message("Whether what hems it in comes from all its partners alike (0) or from a single one (1)."),
    advice=Message("High: its access is borrowed from one partner. Help it to a second one of its own."),
    source="Burt 1992",
    weighted=True,
)
def hierarchy(analysis: Analysis) -> Values:
    """Coleman-Theil disorder of the constraint by contact, 0 to 1; 1 with one partner, None without."""
    return algorithms.hierarchy(analysis.collaboration, weight="weight")


@measure(
    topic="brokerage",
    order=470,
    title=Message("Pairs it joins across groups"),
    term="brokerage across groups",
    unit=Message("pairs"),
    how=Message(
        "Pairs of its partners who are not partners of each other, unless all three are of one group (sector, or as set)."
    ),
    advice=Message("High: it can bring groups together that do not meet. Ask it to."),
    source="Gould & Fernandez 1989: itinerant, gatekeeper/representative and liaison roles together",
)
def bridging(analysis: Analysis) -> Values:
    """Brokered pairs that involve another group, 0 and up; None without a group, or without a partner.

    Weights are not used.
    """
    partners = analysis.collaboration.degree
    return {
        uid: None if counts is None or not partners[uid] else sum(counts.values()) - counts["coordinator"]
        for uid, counts in count_roles(analysis, analysis.settings.grouping).items()
    }


@kept
def count_roles(analysis: Analysis, field: str) -> Mapping[str, Mapping[str, int] | None]:
    """Return stakeholder -> role -> how many pairs it brokers, for the groups of `field`.

    None for a stakeholder without a group.
    """
    return algorithms.brokerage_roles(analysis.collaboration, find_groups(analysis, field))
