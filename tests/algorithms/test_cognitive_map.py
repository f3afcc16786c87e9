"""The engine of what-if against FCMpy's equilibria (its tests quote the R package fcm), and fixed points by hand."""

import math

import numpy as np
import pytest

from sysmap.algorithms import run_cognitive_map as run

FCMPY = np.array(
    [
        [0, 0, 0.6, 0.9, 0, 0, 0, 0.8],
        [0.1, 0, 0, 0, 0, 0, 0.2, 0.5],
        [0, 0.7, 0, 0, 0.9, 0, 0.4, 0.1],
        [0.4, 0, 0, 0, 0, 0.9, 0, 0],
        [0, 0, 0, 0, 0, -0.9, 0, 0.3],
        [-0.3, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0.8, 0.4, 0.9],
        [0.1, 0, 0, 0, 0, 0.1, 0.6, 0],
    ]
)
EQUILIBRIA = {
    "modified": ([0.7258851, 0.7907061, 0.7694508, 0.8124733, 0.8192938, 0.8399006, 0.9099403, 0.9557739], 6),
    "plain": ([0.5481291, 0.6004012, 0.5814756, 0.620872, 0.6279569, 0.6653852, 0.7617789, 0.8416584], None),
    "rescaled": ([0.4998427, 0.4985174, 0.4989474, 0.4984212, 0.4980938, 0.4885541, 0.4855651, 0.4853266], 48),
}


def free(*shape):
    return np.full(shape, np.nan)


@pytest.mark.parametrize("rule", list(EQUILIBRIA))
def test_the_documented_equilibria(rule):
    values, steps = EQUILIBRIA[rule]
    result = run(FCMPY, np.array([[1.0, 1, 0, 0, 0, 0, 0, 0]]), free(1, 8), rule, "sigmoid", tolerance=0.001)
    assert result.values[0] == pytest.approx(values, abs=5e-8)
    assert steps is None or result.steps == (steps,)


def test_a_chain_settles_where_tanh_says():
    """x held at 1, y = tanh(x), z = tanh(-y / 2)."""
    weights = np.array([[0, 1, 0], [0, 0, -0.5], [0, 0, 0]])
    result = run(weights, np.zeros((1, 3)), np.array([[1, np.nan, np.nan]]), "plain")
    assert result.values[0].tolist() == pytest.approx([1, math.tanh(1), math.tanh(-math.tanh(1) / 2)], abs=1e-12)
    assert result.outcomes == ("settled",)


def test_the_modified_rule_settles_where_y_is_tanh_of_y_and_what_comes_in():
    result = run(np.array([[0.0, 1], [0, 0]]), np.zeros((1, 2)), np.array([[1, np.nan]]))
    y = result.values[0, 1]
    assert y == pytest.approx(math.tanh(y + 1), abs=1e-11)


def test_settled_cycle_creeping_and_chaos_are_distinguished():
    swing = np.array([[0.0, 1], [-1, 0]])  # two that chase each other, steeply: four states in turn
    assert run(swing, np.array([[0.5, 0.5]]), free(1, 2), "plain", slope=50).outcomes == ("cycle",)
    assert run(np.zeros((1, 1)), np.ones((1, 1)), free(1, 1)).outcomes == ("creeping",)  # x = tanh x: as 1/sqrt(t) to 0
    assert run(np.zeros((1, 1)), np.zeros((1, 1)), free(1, 1)).outcomes == ("settled",)
    chance = np.random.default_rng(1)
    wild = chance.normal(size=(60, 60))  # random and strong: chaos (Sompolinsky, Crisanti & Sommers 1988)
    assert run(wild, chance.uniform(-1, 1, (1, 60)), free(1, 60), "plain").outcomes == ("chaos",)


def test_a_cycle_has_the_mean_of_its_period_wherever_it_is_stopped():
    """x <- f(-8x): by hand it swings between the two solutions of f(-8 f(-8x)) = x about the fixed point."""
    turn = np.array([[-1.0]])
    low, high = 0.0, 1.0
    for _ in range(200):  # the two ends of the swing, by iterating the second power
        low, high = 1 / (1 + math.exp(8 * high)), 1 / (1 + math.exp(8 * low))
    results = [
        run(turn, np.array([[0.9]]), free(1, 1), "plain", "sigmoid", slope=8, max_steps=max_steps)
        for max_steps in (1_000, 1_001)
    ]
    assert [result.outcomes for result in results] == [("cycle",), ("cycle",)]
    assert [result.values[0, 0] for result in results] == pytest.approx([(low + high) / 2] * 2, abs=1e-9)
    swing = np.array([[0.0, 1], [-1, 0]])  # four states in turn, (a, a), (-a, a), (-a, -a), (a, -a): the mean is 0
    assert run(swing, np.array([[0.5, 0.5]]), free(1, 2), "plain", slope=50).values[0] == pytest.approx(
        [0, 0], abs=1e-9
    )


def test_chaos_has_no_value():
    chance = np.random.default_rng(1)
    result = run(chance.normal(size=(60, 60)), chance.uniform(-1, 1, (1, 60)), free(1, 60), "plain")
    assert np.isnan(result.values).all()


def test_scenarios_run_together_are_independent():
    chance = np.random.default_rng(2)
    weights = chance.uniform(-0.3, 0.3, (12, 12))
    pushes = free(5, 12)
    pushes[np.arange(5), np.arange(5)] = 1
    together = run(weights, np.zeros((5, 12)), pushes)
    for row in range(5):
        alone = run(weights, np.zeros((1, 12)), pushes[row : row + 1])
        assert alone.steps == together.steps[row : row + 1]
        assert alone.values[0] == pytest.approx(together.values[row], abs=1e-12)


def test_a_scenario_that_settles_early_does_not_affect_the_others():
    """Two copies of one map: a scenario that settles at once, beside one that never does."""
    swing = np.array([[0.0, 1], [-1, 0]])
    result = run(swing, np.array([[0.0, 0.0], [0.5, 0.5]]), free(2, 2), "plain", slope=50)
    assert (result.outcomes, result.steps) == (("settled", "cycle"), (1, 1_000))
    assert result.values[0].tolist() == [0, 0]


def test_no_scenario_and_no_concept():
    assert run(np.zeros((2, 2)), np.zeros((0, 2)), free(0, 2)).outcomes == ()
    assert run(np.zeros((0, 0)), np.zeros((1, 0)), free(1, 0)).outcomes == ("settled",)
