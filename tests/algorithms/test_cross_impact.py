"""MICMAC by hand."""

import numpy as np
import pytest

from sysmap.algorithms import cross_impact, stable_cross_impact

# d -> r, d -> e, r -> e with 1; r -> x, x -> r with a half, one of them negative.
FOUR = np.array([[0, 1, 1, 0], [0, 0, 1, -0.5], [0, 0, 0, 0], [0, 0.5, 0, 0]])


def test_four_variables_directly_and_along_two_links():
    """|A|^2 by hand: d to e 1 and x .5; r to r .25; x to e .5 and x .25."""
    assert [sums.tolist() for sums in cross_impact(FOUR, 1)] == [[2, 1.5, 0, 0.5], [0, 1.5, 2, 0.5]]
    assert [sums.tolist() for sums in cross_impact(FOUR, 2)] == [[3.5, 1.75, 0, 1.25], [0, 1.75, 3.5, 1.25]]


def test_it_is_the_sum_of_the_powers():
    chance = np.random.default_rng(6)
    matrix = chance.uniform(-1, 1, (7, 7)) * (chance.random((7, 7)) < 0.4)
    total = sum(np.linalg.matrix_power(np.abs(matrix), k) for k in range(1, 6))
    influence, dependence = cross_impact(matrix, 5)
    assert influence == pytest.approx(total.sum(axis=1))
    assert dependence == pytest.approx(total.sum(axis=0))


def test_feedback_ranks_first_once_the_ranking_is_stable():
    """a drives three ends; e drives f, which drives itself.

    Directly a is first; from the second power on only e and f are left.
    """
    matrix = np.zeros((6, 6))
    matrix[0, 1:4] = matrix[4, 5] = matrix[5, 5] = 1
    ranking = stable_cross_impact(matrix)
    assert (ranking.influence, ranking.dependence) == ((3, 3, 3, 3, 1, 1), (2, 2, 2, 2, 2, 1))
    assert (ranking.power, ranking.stable, ranking.ended) == (2, True, False)


def test_a_ranking_that_never_becomes_stable():
    """Hub and two spokes: row sums 2 1 1, then 2 2 2, then 4 2 2, and so on for ever."""
    ranking = stable_cross_impact(np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]]))
    assert (ranking.stable, ranking.ended, ranking.power) == (False, False, 50)


def test_the_longest_path_of_a_chain_is_reported():
    chain = np.diag([1.0, 1], 1)
    ranking = stable_cross_impact(chain)
    assert (ranking.power, ranking.ended, ranking.stable) == (2, True, False)
    assert (ranking.influence, ranking.dependence) == ((1, 2, 2), (2, 2, 1))


def test_no_variable():
    assert [sums.tolist() for sums in cross_impact(np.zeros((0, 0)), 3)] == [[], []]
    assert stable_cross_impact(np.zeros((0, 0))).influence == ()
