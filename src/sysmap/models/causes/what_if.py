"""What if: pushes on nodes, sent through the causal map as a fuzzy cognitive map.

It says what they change compared with doing nothing. Results are signs and ranks, not amounts; Knight et al. 2013 say
why.

The specification. The page's own engine (`page/assets/views/causal/engine.js`) follows it too, to 1e-9:

1. Concepts are the nodes of one causal map in the order of their uids. w_ji = sign x strength of the link j -> i. A
   strength that was not given is 1. A link of unknown sign is left out.
2. All concepts start in the middle: x = 0 with tanh, 1/2 with sigmoid. A pushed concept is held at its push p (-1 to
   1), with sigmoid at (1 + p)/2. Doing nothing, the baseline, holds no concept.
3. One step sets all concepts that are not held at once: x_i <- f(sum_j w_ji x_j + x_i) (rule "modified"), the same
   without the last x_i ("plain"), or with 2x - 1 in place of x ("rescaled", only with sigmoid); f(y) = tanh(lambda y)
   or 1/(1 + exp(-lambda y)).
4. A run has settled when no concept moves by more than 1e-12 in a step. If it has not settled by step 600, a second
   state starts there beside it: every free concept is moved away from its middle by 1e-8 of its distance from it. This
   is repeated whenever the two states have become equal. After 1,000 steps without settling the outcome is
   - `creeping`, if the largest moves of the last 400 steps, cut into eight spans, have maxima that never rise and the
     last of them is below 9/10 of the first;
   - else `chaos`, if the two states are more than 1e-4 apart in the last 100 steps;
   - else `cycle`: it swings, exactly or nearly.
   The value of a concept is where it is at the last step. In a cycle it is the mean over the last 400 steps, in which
   the k-th has weight exp(-1 / (t (1 - t))), t = k/401, so that it does not matter which part of the swing comes last.
   In chaos it has no value.
5. An effect is the value minus that of the baseline, rounded to 9 digits, or to 3 if either run is a cycle. Its rank
   among the free concepts is 1 + the number of those with a larger absolute effect. If either run is chaos there are no
   effects.
6. The same is done with every f and every lambda of `LAMBDAS` except the chosen pair (rescaled: with sigmoid only).
   `lost` counts those variants without effects. `turned` are the free concepts whose effect has the opposite sign in
   any variant. `agreement` is the smallest share, over the variants, of ordered pairs of free concepts whose absolute
   effects compare alike (less, equal, more) in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sysmap.algorithms import Outcome, Rule, Squash
from sysmap.algorithms.pushing import push_changes, signed_weights
from sysmap.analysis import Analysis
from sysmap.messages import Message, Text
from sysmap.records.causes_direction import wanted_direction
from sysmap.records.causes_map import causal_map

if TYPE_CHECKING:
    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["LAMBDAS", "Effect", "Scenario", "WhatIf", "run_what_if", "tell_effect"]

LAMBDAS = (0.5, 1.0, 2.0)
"""The slopes lambda with which the ranking is tried."""


PROBLEM_MOVES = {1: Message("eases"), -1: Message("worsens")}
GOAL_MOVES = {1: Message("comes nearer"), -1: Message("moves further away")}
OTHER_MOVES = {1: Message("moves as people wish"), -1: Message("moves against what people wish")}
"""1 if something moves as people wish, -1 if against it -> the words for it."""


def tell_effect(analysis: Analysis, uid: str, sign: int) -> Text | None:
    """Say whether a rise (`sign` 1) or fall (-1) of a node is good or bad; None if it does not move or nobody says."""
    words = {"Problem": PROBLEM_MOVES, "Goal": GOAL_MOVES}.get(analysis.props(uid)["label"], OTHER_MOVES)
    return words.get(sign * wanted_direction(analysis, uid))


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect of a scenario on one node.

    `change`: the difference from doing nothing; `sign`: its sign; `rank`: its place among the nodes not pushed (1 =
    strongest).
    """

    uid: str
    change: float
    sign: Literal[-1, 0, 1]
    rank: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario and how certain its ranking is.

    `pushes`: uid -> push. `effects`: on all other nodes, the strongest first; empty if it, or doing nothing, is chaos.
    `outcome`,
    `steps`: how the run ended, and after how many steps. `others`: how many variants (another f or lambda) it was
    compared with.
    `agreement`: the smallest share of pairs of nodes, 0 to 1, that come in the same order in a variant; None if fewer
    than two nodes are ranked, or no variant has effects. `turned`: nodes whose effect changes its sign in a variant.
    `lost`: how many variants have no effects.
    """

    pushes: Mapping[str, float]
    effects: tuple[Effect, ...]
    outcome: Outcome
    steps: int
    agreement: float | None
    turned: tuple[str, ...]
    others: int
    lost: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """All `scenarios`, and what they share.

    `baseline`: the outcome of doing nothing; `unknown`: how many links of unknown sign were left out.
    """

    scenarios: tuple[Scenario, ...]
    baseline: Outcome
    unknown: int

    @property
    def opposed(self) -> tuple[str, ...]:
        """Uids of the nodes that one scenario raises and another lowers, sorted."""
        raised, lowered = (
            {effect.uid for scenario in self.scenarios for effect in scenario.effects if effect.sign == sign}
            for sign in (1, -1)
        )
        return tuple(sorted(raised & lowered))


def run_what_if(
    analysis: Analysis,
    pushes: Sequence[Mapping[str, float]],
    rule: Rule = "modified",
    squash: Squash = "tanh",
    slope: float = 1.0,
    *,
    holder: str | None = None,
) -> WhatIf:
    """Run one scenario for each of `pushes` (uid -> -1 to 1: down, up) on the common map, or on the map of one holder.

    `slope` is lambda. See the specification at the top of this module. Raises ValueError for the rescaled rule with
    tanh: the rule is only defined with sigmoid.
    """
    import numpy as np

    if rule == "rescaled" and squash == "tanh":
        raise ValueError("the rescaled rule is made for sigmoid")
    links = causal_map(analysis, holder)
    uids, weights = list(links), signed_weights(links)
    held = np.array([[of_scenario.get(uid, np.nan) for uid in uids] for of_scenario in pushes], dtype=float).reshape(
        len(pushes), len(uids)
    )
    # Row 0 is the baseline, row n the n-th scenario. `changes` has a column for each concept; NaN means no effect.
    runs, changes = push_changes(weights, held, rule, squash, slope)
    squashes: tuple[Squash, ...] = ("sigmoid",) if rule == "rescaled" else ("tanh", "sigmoid")
    variants = [
        push_changes(weights, held, rule, other, another)[1]
        for other in squashes
        for another in LAMBDAS
        if (other, another) != (squash, slope)
    ]
    scenarios = tuple(
        _build_scenario(
            uids,
            of_scenario,
            changes[row],
            np.array([variant[row] for variant in variants]),
            (runs.outcomes[row], runs.steps[row]),
        )
        for row, of_scenario in enumerate(pushes, 1)
    )
    return WhatIf(scenarios, runs.outcomes[0], sum(link["sign"] is None for _, _, link in links.edges(data=True)))


def _build_scenario(
    uids: Sequence[str], pushes: Mapping[str, float], changes: Numbers, variants: Numbers, ending: tuple[Outcome, int]
) -> Scenario:
    """Build one scenario from its changes (one per concept) and those of its variants (variants x concepts).

    `ending` = (outcome, steps).
    """
    import numpy as np

    has_effects = ~np.isnan(variants).any(axis=1)
    lost = len(variants) - int(has_effects.sum())
    if np.isnan(changes).any():
        return Scenario(dict(pushes), (), *ending, None, (), len(variants), lost)
    free = [number for number, uid in enumerate(uids) if uid not in pushes]
    changes, compared = changes[free], variants[has_effects][:, free]
    sizes = np.abs(changes)
    order = np.argsort(-sizes, kind="stable")
    # The place of the first of equal sizes is the rank of all of them.
    ranks = 1 + np.searchsorted(-sizes[order], -sizes[order])
    rows = zip(
        order.tolist(),
        changes[order].tolist(),
        np.sign(changes[order]).astype(int).tolist(),
        ranks.tolist(),
        strict=True,
    )
    effects = tuple(Effect(uids[free[at]], change, sign, rank) for at, change, sign, rank in rows)
    turned = tuple(uids[free[at]] for at in np.flatnonzero((compared * np.sign(changes) < 0).any(axis=0)))
    agreement = min(_compare_orders(sizes, np.abs(compared)), default=None) if len(free) > 1 else None
    return Scenario(dict(pushes), effects, *ending, agreement, turned, len(variants), lost)


def _compare_orders(sizes: Numbers, variants: Numbers) -> Iterator[float]:
    """Yield for each row of `variants` the share of ordered pairs that compare as they do in `sizes`.

    To compare is to be less, equal or more.
    """
    import numpy as np

    pairs = len(sizes) * (len(sizes) - 1)
    # below[a, b]: a is less than b. A pair compares alike in both if "less" agrees for (a, b) and for (b, a).
    below = np.less.outer(sizes, sizes)
    for variant in variants:
        same = below == np.less.outer(variant, variant)
        # The diagonal (each with itself) always agrees; it does not count.
        yield (int(np.count_nonzero(same & same.T)) - len(sizes)) / pairs
