"""Where to push: four scores of leverage side by side and how far they agree, and MICMAC's places of influence and dependence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from sysmap.analysis import Analysis, kept
from sysmap.measures.causes_leverage import Role, direct_impact, linked_causes, stable_impact
from sysmap.measures.port import Values, measure_values

__all__ = ["SCORES", "Agreement", "Impact", "Lever", "Leverage", "score_levers"]

SCORES = {"structural": "structural_leverage", "influence": "micmac_influence", "loops": "loop_leverage", "push": "push_sensitivity"}
"""The four scores and the measures that give them: each calls something else leverage."""
APART = 0.3
"""Scores whose orders agree by less than this (Kendall's tau-b) point to different places."""


@dataclass(frozen=True, slots=True)
class Lever:
    """A node's four `scores` and its `ranks` by them (1 = strongest, equals share one); None where a score is undefined."""

    uid: str
    scores: Mapping[str, float | None]
    ranks: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike two scores order the `n` nodes that have both: Kendall's tau-b, -1 to 1; None where either is the same for all."""

    one: str
    other: str
    tau: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Impact:
    """MICMAC of one node: `influence` and `dependence` along paths, the same along single links, its `role`, and Godet's ranks.

    Godet's ranks are those of the power from which on they stand still.
    """

    uid: str
    influence: float
    dependence: float
    direct_influence: float
    direct_dependence: float
    role: Role
    influence_rank: int
    dependence_rank: int


@dataclass(frozen=True, slots=True)
class Leverage:
    """All of it: `levers`, those first whom the four scores rank highest on average, and `impacts` in the same order.

    `links`: up to how many a path of MICMAC has; `mean_influence`, `mean_dependence`: where its quadrants are split. `power`: of
    Godet's ranking, which may not stand `still`, or no path is longer (`ended`). `unsettled`: pushes that neither settle nor swing evenly.
    """

    levers: tuple[Lever, ...]
    agreements: tuple[Agreement, ...]
    impacts: tuple[Impact, ...]
    links: int
    mean_influence: float | None
    mean_dependence: float | None
    power: int
    still: bool
    ended: bool
    unsettled: int

    @property
    def comparable(self) -> tuple[Agreement, ...]:
        """The agreements that say something: over at least half of the nodes, and those not all alike; the furthest apart first."""
        known = [one for one in self.agreements if one.tau is not None and 2 * one.n >= len(self.levers)]
        return tuple(sorted(known, key=lambda one: cast("float", one.tau)))

    @property
    def apart(self) -> tuple[Agreement, ...]:
        """The pairs of scores that point to different places, the furthest apart first."""
        return tuple(one for one in self.comparable if cast("float", one.tau) < APART)


@kept
def score_levers(analysis: Analysis) -> Leverage:
    """The leverage of everything that has a cause or an effect on the common map; empty where the map has no causes."""
    found = {score: measure_values(analysis, name) for score, name in SCORES.items()}
    ranks = {score: _ranks(one) for score, one in found.items()}
    levers = [Lever(uid, {score: cast("float | None", one[uid]) for score, one in found.items()}, {score: one[uid] for score, one in ranks.items()})
              for uid in linked_causes(analysis)]
    levers.sort(key=lambda lever: (_mean([rank for rank in lever.ranks.values() if rank is not None]) or 0, lever.uid))
    still, impacts = stable_impact(analysis), _impacts(analysis)
    return Leverage(
        tuple(levers), tuple(_agreement(one, other, found[one], found[other]) for one, other in combinations(SCORES, 2)),
        tuple(impacts[lever.uid] for lever in levers), analysis.settings.micmac_links,
        _mean([one.influence for one in impacts.values()]), _mean([one.dependence for one in impacts.values()]),
        still.power, still.stable, still.ended, sum(score is None for score in found["push"].values()))


def _impacts(analysis: Analysis) -> dict[str, Impact]:
    columns = (*(measure_values(analysis, name) for name in ("micmac_influence", "micmac_dependence")), *direct_impact(analysis), measure_values(analysis, "micmac_role"))
    still = stable_impact(analysis)
    return {uid: Impact(uid, *(column[uid] for column in columns), *ranked)  # type: ignore[arg-type]  # four numbers and a role
            for uid, *ranked in zip(linked_causes(analysis), still.influence, still.dependence, strict=True)}


def _mean(numbers: list[float] | list[int]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _ranks(scores: Values) -> dict[str, int | None]:
    """1 for the largest; equals share a rank, to nine digits."""
    near = {uid: float(f"{score:.9g}") for uid, score in scores.items() if score is not None}
    order = sorted(near.values(), reverse=True)
    first = {score: place for place, score in reversed(list(enumerate(order, 1)))}
    return {uid: first[near[uid]] if uid in near else None for uid in scores}


def _agreement(one: str, other: str, scores: Values, others: Values) -> Agreement:
    """Of two scores, over the nodes that have both."""
    ranks, other_ranks = _ranks(scores), _ranks(others)
    both = [uid for uid in scores if ranks[uid] is not None and other_ranks[uid] is not None]
    pairs = [[ranked[uid] for uid in both] for ranked in (ranks, other_ranks)]
    if any(len(set(column)) < 2 for column in pairs):  # noqa: PLR2004  two, or there is no order
        return Agreement(one, other, None, len(both))
    from scipy.stats import kendalltau

    return Agreement(one, other, round(float(kendalltau(*pairs).statistic), 9), len(both))
