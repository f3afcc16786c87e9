"""Who can bridge: stakeholders between two who are not partners, by role, beside what chance would give."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap import algorithms
from sysmap.analysis import Analysis
from sysmap.measures.grouping import groups
from sysmap.measures.roles import roles

__all__ = ["BRIDGING", "Broker", "brokers"]

BRIDGING = ("gatekeeper/representative", "liaison", "itinerant")
"""Roles that involve another group; a coordinator stays within its own."""


@dataclass(frozen=True, slots=True)
class Broker:
    """How often a stakeholder plays a role: `pairs` it joins, of `all_pairs` in all roles, beside chance of two kinds.

    `expected` is what ties by lot give a member of its group, `z` how far `pairs` lies above it (Gould & Fernandez); None
    where chance leaves no room. Whoever has many ties lies far above it in every role, so `by_lot` is what its own ties
    give when the groups of all others are dealt out anew: only above that does it lean to the role.
    """

    stakeholder: str
    role: str
    group: str
    pairs: int
    all_pairs: int
    expected: float
    z: float | None
    by_lot: float

    @property
    def leaning(self) -> float:
        """Pairs above what its own ties give by lot, below 0 where it plays the role less."""
        return self.pairs - self.by_lot


def brokers(analysis: Analysis, field: str) -> tuple[Broker, ...]:
    """Every stakeholder in every role it plays, by role, the most pairs first; groups are those of `field`.

    Roles as in `brokerage_roles`: coordinator, itinerant, gatekeeper/representative, liaison.
    """
    return analysis.once(("brokers", field), lambda: _brokers(analysis, field))


def _brokers(analysis: Analysis, field: str) -> tuple[Broker, ...]:
    of = groups(analysis, field)
    chance = algorithms.expected_brokerage_roles(analysis.collaboration, of)
    found = []
    for uid, counts in roles(analysis, field).items():
        for role, pairs in (counts or {}).items():
            if pairs:
                group, total = str(of[uid]), sum((counts or {}).values())
                by_chance = chance[group]
                # Dealing out groups gives each pair of others the same chance, so roles come as their possible pairs do.
                share = by_chance[role].mean / sum(one.mean for one in by_chance.values())
                found.append(Broker(uid, role, group, pairs, total, by_chance[role].mean, by_chance[role].z(pairs), total * share))
    return tuple(sorted(found, key=lambda one: (one.role, -one.pairs, one.stakeholder)))
