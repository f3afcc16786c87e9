"""Fuzzy cognitive maps: concepts that push one another, stepped until they stand still, many scenarios at once.

Kosko 1986 (plain); Stylios & Groumpos 2004 (modified); Papageorgiou 2011 (rescaled).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

__all__ = ["Outcome", "Rule", "Run", "Squash", "run_cognitive_map"]

Rule = Literal["modified", "plain", "rescaled"]
Squash = Literal["tanh", "sigmoid"]
Outcome = Literal["settled", "cycle", "creeping", "chaos"]
"""`creeping`: still on its way, the steps growing smaller; `cycle`: it swings, exactly again or nearly so, and states beside it stay
beside it; `chaos`: states beside it part from it, so that nothing can be told."""

LAST, SPANS = 400, 8
"""The last so many steps tell what does not stand still, creeping by so many spans of them."""
BESIDE, PARTED = 1e-8, 1e-4
"""Beside the state another is put, further from the start by this share; where they are this far apart in the last quarter of these steps, they part."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where each scenario ended: `values` scenarios x nodes, the `steps` each took, and how each `outcome` is to be called.

    A cycle has no end: its values are means over the last steps, which do not hang on where it was stopped. Chaos has none: NaN.
    """

    values: Numbers
    steps: tuple[int, ...]
    outcomes: tuple[Outcome, ...]


def run_cognitive_map(weights: Numbers | csr_array, start: Numbers, pushes: Numbers, rule: Rule = "modified", squash: Squash = "tanh", *, slope: float = 1.0,
                      tolerance: float = 1e-12, most: int = 1_000) -> Run:
    """Step all scenarios (rows of `start` and `pushes`) through `weights` (row influences column) until each stands still.

    `pushes` holds the values that are held fixed, NaN where a node is free. Rules: plain f(xW), modified f(x + xW), rescaled
    f((2x-1) + (2x-1)W), which is for sigmoid; f is tanh(slope y) or 1/(1 + exp(-slope y)). A scenario stands still when no value
    changes by more than `tolerance`.

    >>> import numpy as np
    >>> found = run_cognitive_map(np.array([[0.0, 1.0], [0.0, 0.0]]), np.zeros((1, 2)), np.array([[1.0, np.nan]]), "plain")
    >>> found.outcomes, round(float(found.values[0, 1]), 6)
    (('settled',), 0.761594)
    """
    import numpy as np

    curve = _Curve.of(weights, rule, squash, slope)
    held = np.ascontiguousarray(pushes.T)
    state = np.where(np.isnan(held), start.T, held)
    values, steps, moving = state.copy(), np.full(len(start), most), np.arange(len(start))
    for step in range(1, max(0, most - LAST) + 1):
        following = curve.step(state, held)
        np.subtract(following, state, out=state)
        still = np.abs(state, out=state).max(axis=0, initial=0) <= tolerance
        state = following
        if still.any():
            ended, going = moving[still], ~still
            values[:, ended], steps[ended] = state[:, still], step
            moving, state, held = moving[going], np.ascontiguousarray(state[:, going]), np.ascontiguousarray(held[:, going])
        if not len(moving):
            break
    values[:, moving], steps[moving], last = _last_steps(curve, (start.T[:, moving], state, held), tolerance, most)
    outcomes: dict[int, Outcome] = dict(zip(moving.tolist(), last, strict=True))
    return Run(values.T, tuple(steps.tolist()), tuple(outcomes.get(row, "settled") for row in range(len(start))))


@dataclass(frozen=True, slots=True)
class _Curve:
    """One step of all scenarios, a column each: what reaches a node is `causes` @ state, with rule and slope in it."""

    causes: csr_array
    rescaled: bool
    squash: Squash

    @classmethod
    def of(cls, weights: Numbers | csr_array, rule: Rule, squash: Squash, slope: float) -> _Curve:
        """The step of this rule and squash."""
        from scipy.sparse import csr_array, eye_array

        causes = csr_array(weights).T
        if rule != "plain":
            causes = causes + eye_array(causes.shape[0])
        # 1/(1 + exp(-y)) is (1 + tanh(y/2))/2, which cannot overflow
        return cls(csr_array(causes) * (slope if squash == "tanh" else slope / 2), rule == "rescaled", squash)

    def step(self, state: Numbers, held: Numbers) -> Numbers:
        """The state that follows; what is held stays."""
        import numpy as np

        following: Numbers = self.causes @ (2 * state - 1 if self.rescaled else state)
        np.tanh(following, out=following)
        if self.squash == "sigmoid":
            following += 1
            following /= 2
        np.copyto(following, held, where=held == held)  # noqa: PLR0124  that is the test for NaN
        return following


def _last_steps(curve: _Curve, scenarios: tuple[Numbers, Numbers, Numbers], tolerance: float, most: int) -> tuple[Numbers, Numbers, list[Outcome]]:
    """The last steps of scenarios (start, state, held) that still move: where each ends, at which step, and what it does; another state goes beside each."""
    import numpy as np

    start, state, held = scenarios
    weights, count = _smooth_weights(min(LAST, most)), state.shape[1]
    near = _beside(start, state, held)
    ends, mean, steps = state.copy(), np.zeros_like(state), np.full(count, most)
    moves, apart, moving = np.zeros((len(weights), count)), np.zeros((len(weights), count)), np.ones(count, dtype=bool)
    for at, weight in enumerate(weights.tolist() if count else ()):
        following, near = curve.step(state, held), curve.step(near, held)
        moves[at] = np.abs(following - state).max(axis=0, initial=0)
        state = following
        apart[at] = np.abs(near - state).max(axis=0, initial=0)
        if (one := apart[at] == 0).any():
            near[:, one] = _beside(start[:, one], state[:, one], held[:, one])
        mean += weight * state
        if (still := moving & (moves[at] <= tolerance)).any():
            ends[:, still], steps[still], moving = state[:, still], most - len(weights) + at + 1, moving & ~still
    ends[:, moving] = state[:, moving]
    outcomes = [_named(*each) for each in zip(moving.tolist(), moves.T, apart.T, strict=True)]
    for at, outcome in enumerate(outcomes):
        ends[:, at] = {"cycle": mean[:, at], "chaos": np.full(len(state), np.nan)}.get(outcome, ends[:, at])
    return ends, steps, outcomes


def _beside(start: Numbers, state: Numbers, held: Numbers) -> Numbers:
    """A state beside each. What nothing has moved stays: it may stand on a point from which nothing here will push it."""
    import numpy as np

    beside: Numbers = np.where(np.isnan(held), state + BESIDE * (state - start), held)
    return beside


def _named(moving: bool, moves: Numbers, apart: Numbers) -> Outcome:
    """What a scenario does, from how far it moved in each of the last steps and how far the state beside it was."""
    import numpy as np

    if not moving:
        return "settled"
    spans, quarter = [float(span.max()) for span in np.array_split(moves, SPANS)], len(apart) // 4
    if spans == sorted(spans, reverse=True) and spans[-1] < 0.9 * spans[0]:
        return "creeping"
    return "chaos" if apart[-quarter:].max() > PARTED else "cycle"


def _smooth_weights(count: int) -> Numbers:
    """Weights of a mean over so many steps that swell and fade, exp(-1 / (t (1 - t))) at t = k / (count + 1), summing to 1.

    Where in its round a swing begins and ends then hardly counts: the mean nears its own much faster than a plain one would (weighted
    Birkhoff average: Das, Saiki, Sander & Yorke 2017).

    >>> _smooth_weights(3).round(3).tolist()
    [0.173, 0.655, 0.173]
    """
    import numpy as np

    t = np.arange(1, count + 1) / (count + 1)
    bump = np.exp(-1 / (t * (1 - t)))
    weights: Numbers = bump / bump.sum()
    return weights
