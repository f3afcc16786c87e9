"""Fuzzy cognitive maps: the values of concepts that influence one another, iterated until they settle.

Many scenarios at once.

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
"""How a scenario ends.

- `settled`: no value changes any more.
- `creeping`: the values still move towards a limit, in ever smaller steps.
- `cycle`: the values oscillate, exactly or nearly periodically; a slightly different state stays close to them.
- `chaos`: a slightly different state moves away from them, so no value can be given.
"""

LAST_STEPS = 400
"""A scenario that has not settled by then is classified by its last 400 steps."""
PARTS = 8
"""The last steps are split into 8 parts; a scenario creeps if its largest move shrinks from part to part."""
PERTURBATION = 1e-8
"""How far the neighbouring state is placed from the state, as a share of the distance that the state has moved from its
start."""
DIVERGED = 1e-4
"""If the two are further apart than this in the last quarter of the last steps, the scenario is chaotic."""


@dataclass(frozen=True, slots=True)
class Run:
    """The result of each scenario: final `values` (scenarios x nodes), the number of `steps` it took, and its outcome.

    A cycle has no final values; its values are weighted means over the last steps, which do not depend on the step at
    which it was stopped. The values of a chaotic scenario are NaN.
    """

    values: Numbers
    steps: tuple[int, ...]
    outcomes: tuple[Outcome, ...]


def run_cognitive_map(
    weights: Numbers | csr_array,
    start: Numbers,
    pushes: Numbers,
    rule: Rule = "modified",
    squash: Squash = "tanh",
    *,
    slope: float = 1.0,
    tolerance: float = 1e-12,
    max_steps: int = 1_000,
) -> Run:
    """Iterate all scenarios until each settles, at most `max_steps` steps.

    `weights` is n x n: row influences column. `start` and `pushes` are scenarios x n. `start` holds the first values;
    `pushes` holds the values that stay fixed in all steps, NaN where a node is free.

    Rules, with x the row of values and W the weights: plain f(xW); modified f(x + xW); rescaled f((2x - 1) + (2x -
    1)W), which is meant for sigmoid. The squashing function f(y) is tanh(slope y) or 1/(1 + exp(-slope y)). A scenario
    has settled when no value changes by more than `tolerance` in one step.

    >>> import numpy as np
    >>> weights, start, held = np.array([[0.0, 1.0], [0.0, 0.0]]), np.zeros((1, 2)), np.array([[1.0, np.nan]])
    >>> result = run_cognitive_map(weights, start, held, "plain")
    >>> result.outcomes, round(float(result.values[0, 1]), 6)
    (('settled',), 0.761594)
    """
    import numpy as np

    dynamics = _Dynamics.build(weights, rule, squash, slope)
    clamped = np.ascontiguousarray(pushes.T)
    # Arrays are turned to nodes x scenarios, so that one product with the sparse weights steps all scenarios.
    state = np.where(np.isnan(clamped), start.T, clamped)
    # `active`: the row numbers of the scenarios that still move; `state` and `clamped` hold the columns of these only.
    values, steps, active = state.copy(), np.full(len(start), max_steps), np.arange(len(start))
    for step in range(1, max(0, max_steps - LAST_STEPS) + 1):
        next_state = dynamics.step(state, clamped)
        np.subtract(next_state, state, out=state)  # in place: the old state is not needed any more
        settled = np.abs(state, out=state).max(axis=0, initial=0) <= tolerance
        state = next_state
        if settled.any():
            finished, unfinished = active[settled], ~settled
            values[:, finished], steps[finished] = state[:, settled], step
            active, state, clamped = (
                active[unfinished],
                np.ascontiguousarray(state[:, unfinished]),
                np.ascontiguousarray(clamped[:, unfinished]),
            )
        if not len(active):
            break
    values[:, active], steps[active], last_outcomes = _run_last_steps(
        dynamics, (start.T[:, active], state, clamped), tolerance, max_steps
    )
    outcomes: dict[int, Outcome] = dict(zip(active.tolist(), last_outcomes, strict=True))
    return Run(values.T, tuple(steps.tolist()), tuple(outcomes.get(row, "settled") for row in range(len(start))))


@dataclass(frozen=True, slots=True)
class _Dynamics:
    """One step of all scenarios, one column each: the squashing function of `causes` @ state.

    `causes` is n x n, row = effect and column = cause; rule and slope are already worked into it.
    """

    causes: csr_array
    rescaled: bool
    squash: Squash

    @classmethod
    def build(cls, weights: Numbers | csr_array, rule: Rule, squash: Squash, slope: float) -> _Dynamics:
        """Build the step for this rule and squashing function."""
        from scipy.sparse import csr_array, eye_array

        causes = csr_array(weights).T
        if rule != "plain":
            causes = causes + eye_array(causes.shape[0])
        # The sigmoid 1/(1 + exp(-y)) equals (1 + tanh(y/2))/2, which cannot overflow; `step` uses it in this form.
        return cls(csr_array(causes) * (slope if squash == "tanh" else slope / 2), rule == "rescaled", squash)

    def step(self, state: Numbers, clamped: Numbers) -> Numbers:
        """Return the next state (nodes x scenarios). Clamped values stay as they are."""
        import numpy as np

        next_state: Numbers = self.causes @ (2 * state - 1 if self.rescaled else state)
        np.tanh(next_state, out=next_state)
        if self.squash == "sigmoid":
            next_state += 1
            next_state /= 2
        np.copyto(next_state, clamped, where=clamped == clamped)  # noqa: PLR0124  true except for NaN
        return next_state


def _run_last_steps(
    dynamics: _Dynamics, scenarios: tuple[Numbers, Numbers, Numbers], tolerance: float, max_steps: int
) -> tuple[Numbers, Numbers, list[Outcome]]:
    """Run the last steps of the scenarios that have not settled.

    Returns their values (nodes x scenarios), steps and outcomes.

    `scenarios` is (start, state, clamped), each nodes x scenarios. A neighbouring state runs beside each scenario: if
    the distance between the two grows, the scenario is chaotic.
    """
    import numpy as np

    start, state, clamped = scenarios
    mean_weights, count = _smooth_weights(min(LAST_STEPS, max_steps)), state.shape[1]
    neighbour = _place_neighbour(start, state, clamped)
    ends, mean, steps = state.copy(), np.zeros_like(state), np.full(count, max_steps)
    moves, distances, active = (
        np.zeros((len(mean_weights), count)),
        np.zeros((len(mean_weights), count)),
        np.ones(count, dtype=bool),
    )
    for i, mean_weight in enumerate(mean_weights.tolist() if count else ()):
        next_state, neighbour = dynamics.step(state, clamped), dynamics.step(neighbour, clamped)
        moves[i] = np.abs(next_state - state).max(axis=0, initial=0)
        state = next_state
        distances[i] = np.abs(neighbour - state).max(axis=0, initial=0)
        # A neighbour that has merged with the state tells nothing more, so it is placed anew.
        if (merged := distances[i] == 0).any():
            neighbour[:, merged] = _place_neighbour(start[:, merged], state[:, merged], clamped[:, merged])
        mean += mean_weight * state
        if (settled := active & (moves[i] <= tolerance)).any():
            ends[:, settled], steps[settled], active = (
                state[:, settled],
                max_steps - len(mean_weights) + i + 1,
                active & ~settled,
            )
    ends[:, active] = state[:, active]
    # moves, distances: steps x scenarios, so the transposed rows are the histories of single scenarios.
    outcomes = [_classify(*scenario) for scenario in zip(active.tolist(), moves.T, distances.T, strict=True)]
    for i, outcome in enumerate(outcomes):
        ends[:, i] = {"cycle": mean[:, i], "chaos": np.full(len(state), np.nan)}.get(outcome, ends[:, i])
    return ends, steps, outcomes


def _place_neighbour(start: Numbers, state: Numbers, clamped: Numbers) -> Numbers:
    """Return a state close to each state, moved on a little in the direction from its start.

    A value that has not moved since the start stays where it is: it may rest at an unstable point that the scenario
    itself never leaves, and a perturbation there would wrongly look like chaos.
    """
    import numpy as np

    neighbour: Numbers = np.where(np.isnan(clamped), state + PERTURBATION * (state - start), clamped)
    return neighbour


def _classify(active: bool, moves: Numbers, distances: Numbers) -> Outcome:
    """Return the outcome of a scenario from its largest move and its neighbour's distance in each of the last steps."""
    import numpy as np

    if not active:
        return "settled"
    spans, quarter = [float(part.max()) for part in np.array_split(moves, PARTS)], len(distances) // 4
    if spans == sorted(spans, reverse=True) and spans[-1] < 0.9 * spans[0]:
        return "creeping"
    return "chaos" if distances[-quarter:].max() > DIVERGED else "cycle"


def _smooth_weights(count: int) -> Numbers:
    """Return `count` weights that rise and fall smoothly, exp(-1 / (t (1 - t))) at t = k / (count + 1), and sum to 1.

    With these weights it hardly matters at which point of its period a cycle starts and ends: the weighted mean
    converges to the mean of the cycle much faster than a plain mean (weighted Birkhoff average: Das, Saiki, Sander &
    Yorke 2017).

    >>> _smooth_weights(3).round(3).tolist()
    [0.173, 0.655, 0.173]
    """
    import numpy as np

    t = np.arange(1, count + 1) / (count + 1)
    bump = np.exp(-1 / (t * (1 - t)))
    weights: Numbers = bump / bump.sum()
    return weights
