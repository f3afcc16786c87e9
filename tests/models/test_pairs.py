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


def test_each_entry_of_the_product_comes_once():
    ones = csr_array(np.ones((5, 1), dtype="int64"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "BLOCK_ROWS", 2)
        found = [(s, t) for part in multiply_pairs(ones, ones) for s, t, _ in zip(*part, strict=True)]
    assert sorted(found) == [(s, t) for s in range(5) for t in range(s + 1, 5)]


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 5), st.integers(6, 9)), unique=True, max_size=9), max_size=4),
    st.integers(1, 9),
    st.integers(0, 99),
)
def test_kept_are_the_strongest_of_all_that_came_and_what_did_not_fit_is_known(blocks, most, seed):
    score = dict(
        zip(
            [(s, t) for s in range(6) for t in range(6, 10)],
            np.random.default_rng(seed).integers(0, 4, 24).tolist(),
            strict=True,
        )
    )
    kept = Strongest(most)
    for block in blocks:
        kept.add(
            np.array([s for s, _ in block], dtype="int64"),
            np.array([t for _, t in block], dtype="int64"),
            np.array([score[pair] for pair in block], dtype=float),
        )
    came = sorted({pair for block in blocks for pair in block}, key=lambda pair: (-score[pair], pair))
    assert list(kept) == [(*pair, score[pair]) for pair in came[:most]]
    assert kept.dropped == (len(came) > most)


@pytest.mark.parametrize(("least", "expected"), [(3e-13, (0, 9)), (2e-12, (1, 2))])
def test_scores_that_differ_by_the_order_of_summing_are_equal_and_go_by_place(least, expected):
    # What differs in the 13th digit is equal, and the pair that comes first by place is kept; what differs in the 12th
    # is not.
    for blocks in (
        [[((1, 2), 0.5)], [((0, 9), 0.5 - least)]],
        [[((1, 2), 0.5), ((0, 9), 0.5 - least)]],
        [[((0, 9), 0.5 - least)], [((1, 2), 0.5)]],
    ):
        kept = Strongest(1)
        for block in blocks:
            kept.add(*(np.array(column) for column in zip(*((s, t, score) for (s, t), score in block), strict=True)))
        assert [pair[:2] for pair in kept] == [expected]
        assert kept.dropped


def test_100_000_are_kept():
    kept, s = Strongest(), np.arange(100_001)
    kept.add(s, s + 1, s / 2)
    assert len(list(kept)) == 100_000
    assert next(iter(kept)) == (100_000, 100_001, 50_000)
    assert kept.dropped
    fits = Strongest()
    fits.add(s[1:], s[1:] + 1, s[1:] / 2)
    assert not fits.dropped
    assert list(fits) == list(kept)


def test_a_block_holds_1_000_rows_or_4_000_000_multiplications():
    def ends(rows, *columns):
        """Blocks of so many rows, the first in the first column, the others in the last.

        So many rows of the other matrix are in each column.
        """
        left = np.zeros((rows, len(columns)), dtype="int64")
        left[0, 0] = left[1:, -1] = 1
        right = np.repeat(np.eye(len(columns), dtype="int64"), columns, axis=0)
        return list(pairs.split_into_blocks(csr_array(left), csr_array(right)))

    assert ends(1_203, 1) == [(0, 1_000), (1_000, 1_203)]
    # A row costs as many multiplications as rows share its column, and one: a thousand rows of 4,000 would be the whole
    # block, and are one too many.
    assert ends(1_203, 3_999) == [(0, 999), (999, 1_203)]
    assert ends(1_203, 3_998, 3_999) == [(0, 1_000), (1_000, 1_203)]  # one less in the first row


def test_dots_of_more_pairs_than_are_looked_at_at_once():
    left, right = matrix(9, 4, 1), matrix(9, 4, 2)
    s, t = np.divmod(np.arange(100_003) % 81, 9)
    assert dot_products(left, right, s, t).tolist() == (left @ right.T).toarray()[s, t].tolist()
    assert dot_products(left, right, s[:0], t[:0]).tolist() == []
    empty = csr_array((9, 4), dtype="int64")
    for one, other in ((left, empty), (empty, right), (empty, empty)):
        assert dot_products(one, other, s[:3], t[:3]).tolist() == [0, 0, 0]


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9), st.integers(0, 3)), unique_by=lambda pair: pair[:2]),
    st.integers(0, 4),
    st.integers(1, 5),
)
def test_the_strongest_of_the_first_pass_are_given_whoever_is_in_them(found, top, kept):
    def added():
        yield tuple(
            np.array([row[place] for row in found], dtype=float if place == 2 else "int64") for place in range(3)
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Strongest.__init__, "__defaults__", (kept,))
        chosen, first = keep_strongest(added, 10, top, 1)
    assert list(first) == sorted(found, key=lambda pair: (-pair[2], pair[:2]))[:kept]
    assert len(chosen) <= top
