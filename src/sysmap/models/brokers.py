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
    """How often a stakeholder plays a role: `pairs` it joins, what chance gives a member of its group, and z between them.

    z is None where chance leaves no room (nobody else in the group, no tie).
    """

    stakeholder: str
    role: str
    group: str
    pairs: int
    expected: float
    z: float | None


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
                group = str(of[uid])
                expected = chance[group][role]
                found.append(Broker(uid, role, group, pairs, expected.mean, expected.z(pairs)))
    return tuple(sorted(found, key=lambda one: (one.role, -one.pairs, one.stakeholder)))
