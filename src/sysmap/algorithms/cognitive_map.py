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
"""`creeping`: still on its way, the steps growing smaller; `chaos`: neither settled nor creeping, and no cycle within `PERIOD` steps."""

PERIOD = 100
"""The longest cycle that is looked for."""
WINDOWS, WINDOW = 8, 50
"""The last so many spans of so many steps tell whether the steps grow smaller."""
SAME = 1e-9
"""A state that comes back this near is a cycle's return."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where each scenario ended: `values` scenarios x nodes, the `steps` each took, and how each `outcome` is to be called."""

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
    moves: list[Numbers] = []
    for step in range(1, most + 1):
        following = curve.step(state, held)
        np.subtract(following, state, out=state)
        moved = np.abs(state, out=state).max(axis=0, initial=0)
        state = following
        if step > most - WINDOWS * WINDOW + 1:
            moves.append(moved)
        still = moved <= tolerance
        if still.any():
            ended, going = moving[still], ~still
            values[:, ended], steps[ended] = state[:, still], step
            moving, state, held = moving[going], np.ascontiguousarray(state[:, going]), np.ascontiguousarray(held[:, going])
            moves = [one[going] for one in moves]
        if not len(moving):
            break
    values[:, moving] = state
    outcomes: dict[int, Outcome] = dict(zip(moving.tolist(), _restless(curve, state, held, np.array(moves)), strict=True))
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


def _restless(curve: _Curve, state: Numbers, held: Numbers, moves: Numbers) -> list[Outcome]:
    """What scenarios that did not stand still do: from how far each moved in its last steps, and whether it comes back in the next."""
    import numpy as np

    if not state.size:
        return []
    spans = np.array([span.max(axis=0, initial=0) for span in np.array_split(moves, WINDOWS)])
    creeping = (np.diff(spans, axis=0) <= 0).all(axis=0) & (spans[-1] < 0.9 * spans[0])
    following, back = curve.step(state, held), np.zeros(state.shape[1], dtype=bool)
    for _ in range(2, PERIOD + 1):
        following = curve.step(following, held)
        back |= np.abs(following - state).max(axis=0) <= SAME
    return ["creeping" if slower else "cycle" if again else "chaos" for slower, again in zip(creeping.tolist(), back.tolist(), strict=True)]
