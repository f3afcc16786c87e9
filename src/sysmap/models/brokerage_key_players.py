"""The few to brief first, and the few whose loss breaks the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sysmap.algorithms import (
    fragmentation,
    fragmentation_error,
    group_reach,
    key_players_negative,
    key_players_positive,
)
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Estimate, measure_values

__all__ = ["KeyPlayers", "find_breaking_set", "find_reaching_set"]

MOST = 3
"""How many are chosen: one of each ten stakeholders, at most so many, at least one."""
POOL = 40
"""Whose loss can break much stands between many: so many with the highest betweenness are tried; in larger networks a third."""
NEAR_POOL = 256
"""Who is near to all has many partners: so many with the most are tried."""
SAMPLE = 256
"""In larger networks (over 1,024 stakeholders) distances are taken from so many stakeholders, drawn with the seed."""
LARGE = 1024


@dataclass(frozen=True, slots=True)
class KeyPlayers:
    """A set of stakeholders and its score (0 to 1), beside the score without it.

    Fragmentation D_F with all (`before`) and after the set has left (`after`); or nearness to all, of the one with most
    partners (`before`) and of the set (`after`). `within`: how many the set reaches in one step, members counted.
    `estimate`: from whom distances were taken where it was not from all, and the standard error of `after`.
    """

    members: tuple[str, ...]
    before: float
    after: float
    within: int
    estimate: Estimate | None = None


@kept
def find_breaking_set(analysis: Analysis) -> KeyPlayers | None:
    """KPP-NEG (Borgatti 2006) among those who stand between most; None where nobody stands between two."""
    network, is_large = analysis.collaboration, len(analysis.collaboration) > LARGE
    pool, sample = _first(analysis, "betweenness", POOL // 3 if is_large else POOL), SAMPLE if is_large else None
    if not pool:
        return None
    chosen, after = key_players_negative(network, _count(analysis), pool, sample, analysis.settings.seed)
    before = fragmentation(network, (), sample, analysis.settings.seed)
    if after is None or before is None or after <= before:
        return None
    members = cast("tuple[str, ...]", chosen)
    return KeyPlayers(members, before, after, _within(analysis, members), _error(analysis, members) if is_large else None)


@kept
def find_reaching_set(analysis: Analysis) -> KeyPlayers | None:
    """KPP-POS (Borgatti 2006) among those with most partners; None where there is no tie."""
    pool = _first(analysis, "degree", NEAR_POOL)
    if not pool:
        return None
    chosen, after = key_players_positive(analysis.collaboration, _count(analysis), pool)
    before = group_reach(analysis.collaboration, pool[:1])
    if after is None or before is None:
        return None
    members = cast("tuple[str, ...]", chosen)
    return KeyPlayers(members, before, after, _within(analysis, members))


def _error(analysis: Analysis, members: tuple[str, ...]) -> Estimate:
    seed = analysis.settings.seed
    return Estimate(SAMPLE, len(analysis.collaboration), seed, {"": fragmentation_error(analysis.collaboration, members, SAMPLE, seed)})


def _first(analysis: Analysis, name: str, most: int) -> tuple[str, ...]:
    """Those with the highest value above 0; equal ones (to 9 digits, as sums depend on their order) by uid."""
    scores = {uid: round(cast("float", score or 0), 9) for uid, score in measure_values(analysis, name).items()}
    return tuple(sorted((uid for uid, score in scores.items() if score > 0), key=lambda uid: (-scores[uid], uid))[:most])


def _count(analysis: Analysis) -> int:
    return max(1, min(MOST, len(analysis.collaboration) // 10))


def _within(analysis: Analysis, members: tuple[str, ...]) -> int:
    return len(set(members).union(*(analysis.collaboration[uid] for uid in members)))
