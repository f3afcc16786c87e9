"""Key players: the few stakeholders to brief first, and the few whose loss would break the network most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sysmap.algorithms import (
    fragmentation,
    fragmentation_error,
    group_reach,
    key_players_negative,
    key_players_positive,
    tries_all_sets,
)
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Estimate, measure_values

__all__ = ["KeyPlayers", "find_breaking_set", "find_reaching_set"]

MOST = 3
"""The largest number chosen; it is one for every ten stakeholders with a partner, at least 1."""
POOL = 40
"""Where not all sets can be tried: of so many stakeholders with the highest betweenness the breaking set is sought; in
networks over `LARGE` of a third as many."""
NEAR_POOL = 256
"""Where not all sets can be tried: of so many stakeholders with the most partners the reaching set is sought."""
SAMPLE = 256
"""In networks over `LARGE`, distances are measured only from so many stakeholders, drawn with the seed."""
LARGE = 1024
"""Networks with more stakeholders than this are large."""


@dataclass(frozen=True, slots=True)
class KeyPlayers:
    """A set of stakeholders (`members`, uids) and what it is compared with; both scores are 0 to 1.

    Breaking set: `before` is the fragmentation D_F of the whole network, `after` that without the set. Reaching set:
    `before` is the nearness to all of the stakeholder with most partners, `after` that of the set.
    `within`: how many stakeholders are in the set or a partner of a member. `estimate`: if distances were measured only
    from a sample: the sample, and the standard error of `after`; else None. `exact`: all sets of this size were tried;
    otherwise the search was a heuristic. `equals`: how many other sets are as good; None if not all were tried. Of
    equal ones that with the best connected members is taken. Who has no partner is no candidate, and adding such
    changes nothing in who is chosen.
    """

    members: tuple[str, ...]
    before: float
    after: float
    within: int
    exact: bool
    equals: int | None = None
    estimate: Estimate | None = None


@kept
def find_breaking_set(analysis: Analysis) -> KeyPlayers | None:
    """Find the set whose loss breaks the network most: KPP-NEG (Borgatti 2006).

    Where all sets are too many, it is sought among those with the highest betweenness. None if nobody stands between
    two others, or no loss breaks anything.
    """
    network, is_large = analysis.collaboration, len(analysis.collaboration) > LARGE
    pool, sample = _highest(analysis, "betweenness", POOL // 3 if is_large else POOL), SAMPLE if is_large else None
    if not pool:
        return None
    linked = _linked(analysis)
    if exact := tries_all_sets(len(linked), _set_size(analysis)):
        pool = linked
    chosen, after, equals = key_players_negative(network, _set_size(analysis), pool, sample, analysis.settings.seed)
    before = fragmentation(network, (), sample, analysis.settings.seed)
    if after is None or before is None or after <= before:
        return None
    members = cast("tuple[str, ...]", chosen)
    return KeyPlayers(
        members,
        before,
        after,
        _count_within(analysis, members),
        exact,
        equals,
        _estimate_error(analysis, members) if is_large else None,
    )


@kept
def find_reaching_set(analysis: Analysis) -> KeyPlayers | None:
    """Find the set that is nearest to all: KPP-POS (Borgatti 2006).

    Where all sets are too many, it is sought among those with most partners. None if there is no tie.
    """
    pool = _highest(analysis, "degree", NEAR_POOL)
    if not pool:
        return None
    first, linked = pool[0], _linked(analysis)
    if exact := tries_all_sets(len(linked), _set_size(analysis)):
        pool = linked
    chosen, after, equals = key_players_positive(analysis.collaboration, _set_size(analysis), pool)
    before = group_reach(analysis.collaboration, (first,))
    if after is None or before is None:
        return None
    members = cast("tuple[str, ...]", chosen)
    return KeyPlayers(members, before, after, _count_within(analysis, members), exact, equals)


def _estimate_error(analysis: Analysis, members: tuple[str, ...]) -> Estimate:
    seed = analysis.settings.seed
    return Estimate(
        SAMPLE,
        len(analysis.collaboration),
        seed,
        {"": fragmentation_error(analysis.collaboration, members, SAMPLE, seed)},
    )


def _highest(analysis: Analysis, name: str, most: int) -> tuple[str, ...]:
    """The `most` stakeholders with the highest values above 0 of a measure.

    Values that agree to 9 decimals are equal; of equals those with the most partners come first, then by name.
    """
    scores = {uid: round(cast("float", score or 0), 9) for uid, score in measure_values(analysis, name).items()}
    order = {uid: place for place, uid in enumerate(_linked(analysis))}
    return tuple(
        sorted((uid for uid, score in scores.items() if score > 0), key=lambda uid: (-scores[uid], order[uid]))[:most]
    )


@kept
def _linked(analysis: Analysis) -> tuple[str, ...]:
    """Those who have a partner: the most partners first, equals by name."""
    network = analysis.collaboration
    return tuple(
        sorted(
            (uid for uid, partners in network.degree if partners),
            key=lambda uid: (-network.degree[uid], analysis.name(uid), uid),
        )
    )


def _set_size(analysis: Analysis) -> int:
    return max(1, min(MOST, len(_linked(analysis)) // 10))


def _count_within(analysis: Analysis, members: tuple[str, ...]) -> int:
    return len(set(members).union(*(analysis.collaboration[uid] for uid in members)))
