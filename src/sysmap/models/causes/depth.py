"""How deeply innovations intervene in the system: Meadows' twelve leverage levels in four groups.

Meadows 1999; Abson et al. 2017.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sysmap.analysis import Analysis
from sysmap.records.innovation_stages import is_living

__all__ = ["Depth", "Realm", "measure_depth"]

Realm = Literal["parameters", "feedbacks", "design", "intent"]
REALMS: tuple[tuple[int, Realm], ...] = ((10, "parameters"), (7, "feedbacks"), (4, "design"), (1, "intent"))
"""(lowest level, group), from the shallowest group to the deepest. Level 12 is the shallowest, 1 the deepest."""


@dataclass(frozen=True, slots=True)
class Depth:
    """The living innovations (uids) by the group of their leverage level, the shallowest group first.

    And the `unrated` ones.
    """

    by_realm: Mapping[Realm, tuple[str, ...]]
    unrated: tuple[str, ...]

    @property
    def rated(self) -> tuple[str, ...]:
        """All innovations that have a level."""
        return tuple(uid for uids in self.by_realm.values() for uid in uids)


def measure_depth(analysis: Analysis) -> Depth:
    """Group the innovations by level: parameters 12-10, feedbacks 9-7, design 6-4, intent 3-1.

    Stopped innovations do not count. A level that is not a whole number from 1 to 12 counts as not given; such a value
    can only come from data that others loaded.
    """
    by_realm: dict[Realm, list[str]] = {realm: [] for _, realm in REALMS}
    unrated = []
    for uid in analysis.nodes("Innovation"):
        if is_living(analysis, uid):
            level = analysis.props(uid).get("leverage_level")
            if isinstance(level, int) and 1 <= level <= 12:  # noqa: PLR2004  Meadows' twelve
                by_realm[next(realm for lowest, realm in REALMS if level >= lowest)].append(uid)
            else:
                unrated.append(uid)
    return Depth({realm: tuple(uids) for realm, uids in by_realm.items()}, tuple(unrated))
