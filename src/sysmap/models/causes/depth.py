"""How deep the interventions reach: Meadows' twelve places to intervene in a system, in four groups. Meadows 1999; Abson et al. 2017."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sysmap.analysis import Analysis
from sysmap.records.innovation_stages import is_living

__all__ = ["Depth", "Realm", "measure_depth"]

Realm = Literal["parameters", "feedbacks", "design", "intent"]
REALMS: tuple[tuple[int, Realm], ...] = ((10, "parameters"), (7, "feedbacks"), (4, "design"), (1, "intent"))
"""The lowest level of each group, from the shallowest to the deepest."""


@dataclass(frozen=True, slots=True)
class Depth:
    """The living innovations by the group of their leverage level, the shallowest group first, and those whose level nobody gave."""

    by_realm: Mapping[Realm, tuple[str, ...]]
    unrated: tuple[str, ...]

    @property
    def rated(self) -> tuple[str, ...]:
        """All that have a level."""
        return tuple(uid for uids in self.by_realm.values() for uid in uids)


def measure_depth(analysis: Analysis) -> Depth:
    """Parameters are levels 12-10, feedbacks 9-7, design 6-4, intent 3-1; stopped innovations push nothing.

    What is no whole number from 1 to 12 (loaded by another hand) counts as not given.
    """
    found: dict[Realm, list[str]] = {realm: [] for _, realm in REALMS}
    unrated = []
    for uid in analysis.nodes("Innovation"):
        if is_living(analysis, uid):
            level = analysis.props(uid).get("leverage_level")
            if isinstance(level, int) and 1 <= level <= 12:  # noqa: PLR2004  Meadows' twelve
                found[next(realm for lowest, realm in REALMS if level >= lowest)].append(uid)
            else:
                unrated.append(uid)
    return Depth({realm: tuple(uids) for realm, uids in found.items()}, tuple(unrated))
