"""What if: pushes sent through the causal map as through a fuzzy cognitive map, and what they change against doing nothing.

Kosko 1986; Stylios & Groumpos 2004 (modified Kosko); Knight et al. 2013 (why signs and ranks are told, and no amounts).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sysmap.analysis import Analysis
from sysmap.measures.causal import causal_map

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

__all__ = ["LAMBDAS", "Effect", "Outcome", "Rule", "Run", "Scenario", "Squash", "WhatIf", "run", "what_if"]

Rule = Literal["modified", "plain", "rescaled"]
Squash = Literal["tanh", "sigmoid"]
Outcome = Literal["settled", "cycle", "creeping", "chaos"]
"""`creeping`: still on its way, the steps growing smaller; `chaos`: neither settled nor creeping, and no cycle within `PERIOD` steps."""

LAMBDAS = (0.5, 1.0, 2.0)
"""Slopes that the ranking is tried with."""
PERIOD = 100
"""The longest cycle that is looked for; the last `WINDOWS` spans of half so many steps tell whether the steps grow smaller."""
WINDOWS = 8
SAME = 1e-9
"""Differences below this are none: a cycle's return, an effect."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where each scenario ended: `values` scenarios x nodes, the `steps` each took, and how each `outcome` is to be called."""

    values: Numbers
    steps: tuple[int, ...]
    outcomes: tuple[Outcome, ...]


def run(weights: Numbers, start: Numbers, pushes: Numbers, rule: Rule = "modified", squash: Squash = "tanh", *, slope: float = 1.0,
        tolerance: float = 1e-12, most: int = 1_000) -> Run:
    """Step all scenarios (rows of `start` and `pushes`) through `weights` (row influences column) until each stands still.

    `pushes` holds the values that are held fixed, NaN where a node is free. Rules: plain f(xW), modified f(x + xW), rescaled
    f((2x-1) + (2x-1)W), which is for sigmoid; f is tanh(slope y) or 1/(1 + exp(-slope y)). A scenario stands still when no value
    changes by more than `tolerance`.

    >>> import numpy as np
    >>> found = run(np.array([[0.0, 1.0], [0.0, 0.0]]), np.zeros((1, 2)), np.array([[1.0, np.nan]]), "plain")
    >>> found.outcomes, round(float(found.values[0, 1]), 6)
    (('settled',), 0.761594)
    """
    import numpy as np
    from scipy.sparse import csr_array

    free = np.isnan(pushes)
    causes = csr_array(weights.T)
    state = np.where(free, start, pushes)
    steps = np.full(len(state), most)
    rows = np.arange(len(state))
    past: list[Numbers] = []
    for step in range(1, most + 1):
        following = np.where(free[rows], _step(state[rows], causes, rule, squash, slope), pushes[rows])
        still = np.abs(following - state[rows]).max(axis=1, initial=0) <= tolerance
        state[rows] = following
        steps[rows[still]] = step
        rows = rows[~still]
        if not len(rows):
            break
        if step > most - WINDOWS * PERIOD // 2:
            past.append(state.copy())
    moving = set(rows.tolist())
    outcomes = tuple(_outcome(np.array([one[row] for one in past])) if row in moving else "settled" for row in range(len(state)))
    return Run(state, tuple(steps.tolist()), outcomes)


def _step(state: Numbers, causes: csr_array, rule: Rule, squash: Squash, slope: float) -> Numbers:
    import numpy as np

    sent = 2 * state - 1 if rule == "rescaled" else state
    gathered = slope * ((causes @ sent.T).T + (0 if rule == "plain" else sent))
    # 1/(1 + exp(-y)) written so that it cannot overflow
    following: Numbers = np.tanh(gathered) if squash == "tanh" else (1 + np.tanh(gathered / 2)) / 2
    return following


def _outcome(past: Numbers) -> Outcome:
    """What a scenario that did not stand still does, from its last states."""
    import numpy as np

    spans = [span.max(initial=0) for span in np.array_split(np.abs(np.diff(past, axis=0)).max(axis=1), WINDOWS)]
    if (np.diff(spans) <= 0).all() and spans[-1] < 0.9 * spans[0]:
        return "creeping"
    periods = range(2, min(PERIOD, len(past) - 1) + 1)
    return "cycle" if any(np.abs(past[-1] - past[-1 - period]).max() <= SAME for period in periods) else "chaos"


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

    `agreement` is the smallest share of pairs of nodes, 0 to 1, that come in the same order under another f or lambda; None
    where there are fewer than two nodes to rank. `turned` are nodes whose sign another f or lambda changes.
    """

    pushes: Mapping[str, float]
    effects: tuple[Effect, ...]
    outcome: Outcome
    steps: int
    agreement: float | None
    turned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Scenarios side by side, how doing nothing came to rest, and how many links were left out as nobody knows their sign."""

    scenarios: tuple[Scenario, ...]
    baseline: Outcome
    unknown: int


def what_if(analysis: Analysis, pushes: Sequence[Mapping[str, float]], rule: Rule = "modified", squash: Squash = "tanh", slope: float = 1.0, *,
            holder: str | None = None) -> WhatIf:
    """What each of `pushes` (uid -> -1 to 1: down, up) changes on the common map, or on that of a holder, against doing nothing.

    A pushed node is held: with tanh at the push itself, with sigmoid at (1 + push)/2. A link without a strength weighs 1, one
    of unknown sign is left out and counted. `ValueError` for the rescaled rule with tanh, which it is not made for.
    """
    import numpy as np

    if rule == "rescaled" and squash == "tanh":
        raise ValueError("the rescaled rule is made for sigmoid")
    links = causal_map(analysis, holder)
    uids = list(links)
    weights = np.zeros((len(uids), len(uids)))
    place = {uid: number for number, uid in enumerate(uids)}
    for source, target, link in links.edges(data=True):
        strength = 1.0 if link["strength"] is None else link["strength"]
        weights[place[source], place[target]] = (link["sign"] or 0) * strength
    held = np.array([[one.get(uid, np.nan) for uid in uids] for one in ({}, *pushes)], dtype=float).reshape(len(pushes) + 1, len(uids))
    found, changes = _changes(weights, held, rule, squash, slope)
    squashes: tuple[Squash, ...] = ("sigmoid",) if rule == "rescaled" else ("tanh", "sigmoid")
    others = [_changes(weights, held, rule, other, one)[1] for other in squashes for one in LAMBDAS if (other, one) != (squash, slope)]
    scenarios = tuple(_scenario(uids, one, changes[row], [other[row] for other in others], (found.outcomes[row], found.steps[row]))
                      for row, one in enumerate(pushes, 1))
    return WhatIf(scenarios, found.outcomes[0], sum(link["sign"] is None for _, _, link in links.edges(data=True)))


def _changes(weights: Numbers, held: Numbers, rule: Rule, squash: Squash, slope: float) -> tuple[Run, Numbers]:
    """The run, and each row's values less those of the first row; from the middle of the scale, where nothing is more or less than usual."""
    import numpy as np

    middle, pushes = (0.0, held) if squash == "tanh" else (0.5, (1 + held) / 2)
    found = run(weights, np.full_like(held, middle), pushes, rule, squash, slope=slope)
    return found, np.round(found.values - found.values[0], 9) + 0.0


def _scenario(uids: Sequence[str], pushes: Mapping[str, float], changes: Numbers, others: Sequence[Numbers], rest: tuple[Outcome, int]) -> Scenario:
    import numpy as np

    free = np.array([number for number, uid in enumerate(uids) if uid not in pushes], dtype=int)
    sizes = np.abs(changes[free])
    order = np.lexsort((free, -sizes))
    ranks = 1 + (sizes[:, None] < sizes[None, :]).sum(axis=1)
    effects = tuple(Effect(uids[free[one]], float(changes[free[one]]), int(np.sign(changes[free[one]])), int(ranks[one])) for one in order)  # type: ignore[arg-type]
    turned = tuple(uids[one] for one in free if any(np.sign(other[one]) * np.sign(changes[one]) < 0 for other in others))
    agreement = min((_alike(sizes, np.abs(other[free])) for other in others), default=None) if len(free) > 1 else None
    return Scenario(dict(pushes), effects, *rest, agreement, turned)


def _alike(one: Numbers, other: Numbers) -> float:
    """Share of pairs in the same order in both."""
    import numpy as np

    above = np.triu_indices(len(one), 1)
    return float(np.mean(np.sign(one[:, None] - one[None, :])[above] == np.sign(other[:, None] - other[None, :])[above]))
