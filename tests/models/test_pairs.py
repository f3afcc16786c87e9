"""Blocks and the strongest pairs, by the plain way over the whole matrix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from sysmap.algorithms import pairs
from sysmap.algorithms.pairs import Strongest, dot_products, keep_strongest, multiply_pairs


def matrix(rows, columns, seed):
    return csr_array(np.random.default_rng(seed).integers(0, 2, (rows, columns)))


@given(st.integers(1, 30), st.integers(1, 6), st.integers(0, 99), st.integers(1, 50))
def test_blocks_give_the_product_above_the_diagonal(rows, columns, seed, block):
    left, right = matrix(rows, columns, seed), matrix(rows, columns, seed + 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "BLOCK", block)
        found = {
            (s, t): value for part in multiply_pairs(left, right) for s, t, value in zip(*part, strict=True) if value
        }
    whole = (left @ right.T).toarray()
    assert found == {(s, t): whole[s, t] for s in range(rows) for t in range(s + 1, rows) if whole[s, t]}
    s, t = np.triu_indices(rows, 1)
    assert dot_products(left, right, s, t).tolist() == whole[s, t].tolist()


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 3)).filter(lambda pair: pair[0] < pair[1]),
        unique_by=lambda pair: pair[:2],
    ),
    st.integers(1, 12),
    st.integers(1, 3),
    st.integers(1, 9),
)
def test_however_few_are_kept_the_answer_is_that_of_one_sorted_list(found, top, each, kept):
    expected, seen = [], [0] * 8
    for s, t, score in sorted(found, key=lambda pair: (-pair[2], pair[:2])):
        if len(expected) < top and seen[s] < each and seen[t] < each:
            seen[s], seen[t] = seen[s] + 1, seen[t] + 1
            expected.append((s, t, score))

    def added():
        for start in range(0, len(found), 4):
            yield tuple(np.array(column) for column in zip(*found[start : start + 4], strict=True))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Strongest.__init__, "__defaults__", (kept,))
        assert keep_strongest(added, 8, top, each)[0] == expected


def test_a_pair_that_is_added_twice_is_kept_once():
    kept = Strongest(2)
    for _ in range(2):
        kept.add(np.array([0, 1]), np.array([2, 2]), np.array([1.0, 5.0]))
    assert list(kept) == [(1, 2, 5.0), (0, 2, 1.0)]
    assert not kept.dropped
