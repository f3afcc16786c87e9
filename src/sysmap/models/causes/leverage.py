"""Where to push: four scores of leverage side by side, how far they agree, and MICMAC's roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from sysmap.analysis import Analysis, kept
from sysmap.measures.causes_leverage import Role, direct_impact, linked_causes, push_tips, stable_impact
from sysmap.measures.port import Values, measure_values

__all__ = ["SCORES", "Agreement", "Impact", "Lever", "Leverage", "score_levers"]

SCORES = {
    "structural": "structural_leverage",
    "influence": "micmac_influence",
    "loops": "loop_leverage",
    "push": "push_sensitivity",
}
"""Score -> the measure that gives it. Each of the four means something else by leverage."""
APART = 0.3
"""Two scores point to different places if their orders agree by less than this (Kendall's tau-b)."""


@dataclass(frozen=True, slots=True)
class Lever:
    """A node with its four `scores` and its `ranks` by them (1 = strongest; equal scores share a rank).

    None if a score is undefined.
    """

    uid: str
    scores: Mapping[str, float | None]
    ranks: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike two scores order the `n` nodes that have both: `tau` is Kendall's tau-b, -1 to 1.

    None if one score is equal for all.
    """

    one: str
    other: str
    tau: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Impact:
    """The MICMAC values of one node.

    `influence`, `dependence`: along paths of up to `Settings.micmac_links` links; `direct_...`: along single links.
    `role`: its quadrant.
    `influence_rank`, `dependence_rank`: Godet's ranks, taken from the power of the matrix from which on ranks no longer
    change.
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
    """The leverage of all nodes of a map.

    `levers`: the nodes, those with the highest mean rank by the four scores first; `impacts`: in the same order.
    `agreements`: one for each pair of scores. `links`: the greatest length of a MICMAC path.
    `mean_influence`, `mean_dependence`: the means that separate the quadrants; None if there are no nodes.
    `power`: the power of the matrix behind Godet's ranks; `still`: whether ranks no longer change from it on; `ended`:
    whether no path is longer. `unsettled`: how many pushes neither settle nor swing evenly, and so have no push score.
    `tips`: whether any push tips the map, so that the push score is a linear response.
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
    tips: bool

    @property
    def comparable(self) -> tuple[Agreement, ...]:
        """The agreements that have a tau and cover at least half of the nodes; the lowest tau first."""
        comparable = [
            agreement
            for agreement in self.agreements
            if agreement.tau is not None and 2 * agreement.n >= len(self.levers)
        ]
        return tuple(sorted(comparable, key=lambda agreement: cast("float", agreement.tau)))

    @property
    def apart(self) -> tuple[Agreement, ...]:
        """The pairs of scores that point to different places (tau below `APART`), the lowest tau first."""
        return tuple(agreement for agreement in self.comparable if cast("float", agreement.tau) < APART)


@kept
def score_levers(analysis: Analysis) -> Leverage:
    """Score every node that has a cause or an effect on the common map.

    The result is empty if the map has no causal links.
    """
    scores = {score: measure_values(analysis, name) for score, name in SCORES.items()}
    ranks = {score: _rank(values) for score, values in scores.items()}
    levers = [
        Lever(
            uid,
            {score: cast("float | None", values[uid]) for score, values in scores.items()},
            {score: by_uid[uid] for score, by_uid in ranks.items()},
        )
        for uid in linked_causes(analysis)
    ]
    levers.sort(key=lambda lever: (_mean([rank for rank in lever.ranks.values() if rank is not None]) or 0, lever.uid))
    still, impacts = stable_impact(analysis), _read_impacts(analysis)
    return Leverage(
        tuple(levers),
        tuple(_measure_agreement(one, other, scores[one], scores[other]) for one, other in combinations(SCORES, 2)),
        tuple(impacts[lever.uid] for lever in levers),
        analysis.settings.micmac_links,
        _mean([impact.influence for impact in impacts.values()]),
        _mean([impact.dependence for impact in impacts.values()]),
        still.power,
        still.stable,
        still.ended,
        sum(score is None for score in scores["push"].values()),
        push_tips(analysis),
    )


def _read_impacts(analysis: Analysis) -> dict[str, Impact]:
    columns = (
        *(measure_values(analysis, name) for name in ("micmac_influence", "micmac_dependence")),
        *direct_impact(analysis),
        measure_values(analysis, "micmac_role"),
    )
    still = stable_impact(analysis)
    return {
        uid: Impact(uid, *(column[uid] for column in columns), *ranks)  # type: ignore[arg-type]  # four numbers and a role
        for uid, *ranks in zip(linked_causes(analysis), still.influence, still.dependence, strict=True)
    }


def _mean(numbers: list[float] | list[int]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _rank(scores: Values) -> dict[str, int | None]:
    """Uid -> rank, 1 for the largest score; scores that are equal to nine digits share a rank.

    None for an undefined score.
    """
    rounded = {uid: float(f"{score:.9g}") for uid, score in scores.items() if score is not None}
    order = sorted(rounded.values(), reverse=True)
    first = {score: place for place, score in reversed(list(enumerate(order, 1)))}
    return {uid: first[rounded[uid]] if uid in rounded else None for uid in scores}


def _measure_agreement(one: str, other: str, scores: Values, others: Values) -> Agreement:
    """Measure how alike two scores order the nodes that have both; `one` and `other` are their names."""
    ranks, other_ranks = _rank(scores), _rank(others)
    both = [uid for uid in scores if ranks[uid] is not None and other_ranks[uid] is not None]
    pairs = [[by_uid[uid] for uid in both] for by_uid in (ranks, other_ranks)]
    if any(len(set(column)) < 2 for column in pairs):  # noqa: PLR2004  two, or there is no order
        return Agreement(one, other, None, len(both))
    from scipy.stats import kendalltau

    return Agreement(one, other, round(float(kendalltau(*pairs).statistic), 9), len(both))
