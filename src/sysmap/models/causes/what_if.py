"""What if: pushes sent through the causal map as through a fuzzy cognitive map, and what they change against doing nothing.

Knight et al. 2013 say why signs and ranks are told, and no amounts.

The specification, which the page's own engine (`page/assets/views/causal/engine.js`) follows to 1e-9 as well:

1. Concepts are the nodes of one causal map in the order of their uids; w_ji = sign x strength of the link j -> i, where a
   strength not given is 1 and a link of unknown sign is left out.
2. All concepts start in the middle: x = 0 with tanh, 1/2 with sigmoid. A pushed one is held at its push p (-1 to 1), with
   sigmoid at (1 + p)/2; doing nothing, the baseline, holds none.
3. A step is x_i <- f(sum_j w_ji x_j + x_i) for the free ones at once (modified), without the last x_i (plain), or with 2x - 1
   for x (rescaled, sigmoid only); f(y) = tanh(lambda y) or 1/(1 + exp(-lambda y)).
4. It has settled when no concept moves by more than 1e-12 in a step. Where it has not by step 600, another state goes beside it
   from there, every free concept further from its middle by 1e-8 of its distance from it; and again wherever the two have become
   one. After 1,000 steps without settling, it is `creeping` if the largest moves of the last 400 steps, cut into eight spans, have maxima that never rise and the last is below 9/10 of
   the first; else `chaos` if the two states are more than 1e-4 apart in the last 100 steps; else `cycle`: it swings, exactly
   again or nearly so. A concept's value is where it stands at the last step; in a cycle its mean over the last 400 steps, where
   the k-th weighs exp(-1 / (t (1 - t))), t = k/401: which part of the swing comes last means nothing. In chaos it has none.
5. An effect is the value less that of the baseline, rounded to 9 digits, to 3 where either is a cycle; its rank among the free
   concepts is 1 + how many of them have a larger absolute effect. Where either is chaos there are no effects.
6. The same is done with every f and every lambda of `LAMBDAS` but the chosen one (rescaled: sigmoid alone). `lost` counts those
   without effects. `turned` are free concepts whose effect has the other sign in any of the rest; `agreement` is the least share
   of ordered pairs of free concepts whose absolute effects compare alike (less, equal, more) in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sysmap.algorithms import Outcome, Rule, Squash
from sysmap.algorithms.pushing import push_changes, signed_weights
from sysmap.analysis import Analysis
from sysmap.records.causes_map import causal_map

if TYPE_CHECKING:
    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["LAMBDAS", "Effect", "Scenario", "WhatIf", "run_what_if"]

LAMBDAS = (0.5, 1.0, 2.0)
"""Slopes that the ranking is tried with."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a scenario changes at one node: `change` against doing nothing, its `sign`, and its `rank` among the nodes not pushed (1 = strongest)."""

    uid: str
    change: float
    sign: Literal[-1, 0, 1]
    rank: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario: the pushes, the effects on all other nodes, the strongest first, how it came to rest, and how sure the ranking is.

    There are no effects where it, or doing nothing, is chaos. `agreement` is the smallest share of pairs of nodes, 0 to 1, that
    come in the same order under another f or lambda; None where there are fewer than two nodes to rank, or no other to compare
    with. `turned` are nodes whose sign another f or lambda changes. `lost`: under how many of the `others` there are no effects.
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
    """Scenarios side by side, how doing nothing came to rest, and how many links were left out as nobody knows their sign."""

    scenarios: tuple[Scenario, ...]
    baseline: Outcome
    unknown: int

    @property
    def opposed(self) -> tuple[str, ...]:
        """What one scenario raises and another lowers, sorted."""
        raised, lowered = ({one.uid for scenario in self.scenarios for one in scenario.effects if one.sign == sign} for sign in (1, -1))
        return tuple(sorted(raised & lowered))


def run_what_if(analysis: Analysis, pushes: Sequence[Mapping[str, float]], rule: Rule = "modified", squash: Squash = "tanh", slope: float = 1.0, *,
            holder: str | None = None) -> WhatIf:
    """What each of `pushes` (uid -> -1 to 1: down, up) changes on the common map, or on that of a holder, against doing nothing.

    A pushed node is held: with tanh at the push itself, with sigmoid at (1 + push)/2. A link without a strength weighs 1, one
    of unknown sign is left out and counted. `ValueError` for the rescaled rule with tanh, which it is not made for.
    """
    import numpy as np

    if rule == "rescaled" and squash == "tanh":
        raise ValueError("the rescaled rule is made for sigmoid")
    links = causal_map(analysis, holder)
    uids, weights = list(links), signed_weights(links)
    held = np.array([[one.get(uid, np.nan) for uid in uids] for one in pushes], dtype=float).reshape(len(pushes), len(uids))
    found, moved = push_changes(weights, held, rule, squash, slope)
    squashes: tuple[Squash, ...] = ("sigmoid",) if rule == "rescaled" else ("tanh", "sigmoid")
    others = [push_changes(weights, held, rule, other, one)[1] for other in squashes for one in LAMBDAS if (other, one) != (squash, slope)]
    scenarios = tuple(_scenario(uids, one, moved[row], np.array([other[row] for other in others]), (found.outcomes[row], found.steps[row]))
                      for row, one in enumerate(pushes, 1))
    return WhatIf(scenarios, found.outcomes[0], sum(link["sign"] is None for _, _, link in links.edges(data=True)))


def _scenario(uids: Sequence[str], pushes: Mapping[str, float], changed: Numbers, others: Numbers, rest: tuple[Outcome, int]) -> Scenario:
    import numpy as np

    told = ~np.isnan(others).any(axis=1)
    lost = len(others) - int(told.sum())
    if np.isnan(changed).any():
        return Scenario(dict(pushes), (), *rest, None, (), len(others), lost)
    free = [number for number, uid in enumerate(uids) if uid not in pushes]
    changed, known = changed[free], others[told][:, free]
    sizes = np.abs(changed)
    order = np.argsort(-sizes, kind="stable")
    ranks = 1 + np.searchsorted(-sizes[order], -sizes[order])
    rows = zip(order.tolist(), changed[order].tolist(), np.sign(changed[order]).astype(int).tolist(), ranks.tolist(), strict=True)
    effects = tuple(Effect(uids[free[at]], change, sign, rank) for at, change, sign, rank in rows)
    turned = tuple(uids[free[at]] for at in np.flatnonzero((known * np.sign(changed) < 0).any(axis=0)))
    agreement = min(_alike(sizes, np.abs(known)), default=None) if len(free) > 1 else None
    return Scenario(dict(pushes), effects, *rest, agreement, turned, len(others), lost)


def _alike(sizes: Numbers, others: Numbers) -> Iterator[float]:
    """Share of pairs that come in the same order as in `sizes`, for each row of `others`."""
    import numpy as np

    pairs = len(sizes) * (len(sizes) - 1)
    below = np.less.outer(sizes, sizes)
    for other in others:
        same = below == np.less.outer(other, other)
        yield (int(np.count_nonzero(same & same.T)) - len(sizes)) / pairs
