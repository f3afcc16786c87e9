"""Millions of pairs of stakeholders in bounded memory.

Sparse products in blocks, of which only the strongest pairs are kept.

The matrix of all pairs is never built. A block holds the result of about `BLOCK` multiplications; after each block only
the `KEPT` strongest pairs so far stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[Any]]

__all__ = ["KEPT", "Strongest", "dot_products", "keep_strongest", "multiply_pairs", "split_into_blocks"]

BLOCK = 4_000_000
"""Multiplications in one block."""
BLOCK_ROWS = 1_000
"""The largest number of rows of one block: some callers build dense arrays for the rows of a block."""
KEPT = 100_000
"""How many of the strongest pairs are kept."""


def split_into_blocks(left: csr_array, right: csr_array) -> Iterator[tuple[int, int]]:
    """Yield ranges of rows (start, stop) such that `left[start:stop] @ right.T` takes about `BLOCK` multiplications.

    `left` and `right` are people x items. Row i costs one multiplication for each pair of an item of row i and a person
    who has this item in `right`, plus 1 so that empty rows count too.
    """
    import numpy as np

    cost = np.cumsum((left != 0).astype("int64") @ (right != 0).sum(axis=0) + 1)
    start = 0
    while start < len(cost):
        spent = cost[start - 1] if start else 0
        stop = max(start + 1, min(int(np.searchsorted(cost, spent + BLOCK)), start + BLOCK_ROWS))
        yield start, stop
        start = stop


def multiply_pairs(left: csr_array, right: csr_array) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Yield the entries of `left @ right.T` above the diagonal as arrays (rows, columns, values), block by block."""
    for start, stop in split_into_blocks(left, right):
        # Columns before `start` lie below the diagonal for all rows of this block.
        block = (left[start:stop] @ right[start:].T).tocoo()
        above = block.row < block.col
        yield block.row[above] + start, block.col[above] + start, block.data[above]


def dot_products(left: csr_array, right: csr_array, s: Numbers, t: Numbers) -> Numbers:
    """Return the entries of `left @ right.T` at the places (s[i], t[i]) only.

    One dot product of two sparse rows for each.
    """
    import numpy as np

    if not left.nnz or not right.nnz:
        return np.zeros(len(s))
    size = 50_000
    parts = [
        left[s[start : start + size]].multiply(right[t[start : start + size]]).sum(axis=1)
        for start in range(0, len(s), size)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


class Strongest:
    """Keeps the `most` strongest of all pairs that are added, sorted by descending score, then by s and t.

    Each pair once.

    `s`, `t` and `score` are arrays of equal length. Scores are rounded to 12 decimal places, because further ones
    depend on the order of summation. `dropped` is True once a pair did not fit.
    """

    def __init__(self, most: int = KEPT) -> None:
        import numpy as np

        self.most, self.dropped = most, False
        self.s, self.t, self.score = np.zeros(0, dtype="int64"), np.zeros(0, dtype="int64"), np.zeros(0)

    def add(self, s: Numbers, t: Numbers, score: Numbers) -> None:
        """Add these pairs; only those that are strong enough to be kept cost more than a comparison."""
        import numpy as np

        # A pair below the weakest kept score, or below the `most`-th of the new ones, cannot stay: do not sort it.
        threshold = self.score[-1] if len(self.score) == self.most else -np.inf
        if len(score) > self.most:
            threshold = max(threshold, np.partition(score, -self.most)[-self.most])
        strong = score >= threshold - 1e-12
        self.dropped |= not strong.all()
        joined = [
            np.concatenate(columns)
            for columns in ((self.s, s[strong]), (self.t, t[strong]), (self.score, np.round(score[strong], 12)))
        ]
        # lexsort takes the last key first: score descending, then s, then t.
        order = np.lexsort((joined[1], joined[0], -joined[2]))
        s, t, score = (column[order] for column in joined)
        is_new = np.r_[True, (s[1:] != s[:-1]) | (t[1:] != t[:-1])][: len(s)]
        self.dropped |= int(is_new.sum()) > self.most
        self.s, self.t, self.score = (column[is_new][: self.most] for column in (s, t, score))

    def above(self, least: float) -> Strongest:
        """Those with a higher score than `least`."""
        chosen = Strongest(self.most)
        chosen.dropped = self.dropped
        chosen.s, chosen.t, chosen.score = (column[self.score > least] for column in (self.s, self.t, self.score))
        return chosen

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.s.tolist(), self.t.tolist(), self.score.tolist(), strict=True)


def keep_strongest(
    scored_blocks: Callable[[], Iterable[tuple[Numbers, Numbers, Numbers]]],
    people: int,
    top: int,
    per_person: int,
) -> tuple[list[tuple[int, int, float]], Strongest]:
    """Choose the `top` strongest pairs such that no person is in more than `per_person` of them.

    `scored_blocks()` yields blocks (s, t, score) of all pairs, with s < t < `people`. Returns the chosen pairs (s, t,
    score), the strongest first, and the strongest pairs of the first pass without regard to `per_person`.

    If the pairs kept in one pass do not suffice, there is another pass over all pairs; only pairs of two people who are
    still free count in it. The result is the same as that of going once through one sorted list of all pairs: every
    pair kept before was either chosen or contains a person who is not free any more.
    """
    import numpy as np

    chosen: dict[tuple[int, int], float] = {}
    count: Counter[int] = Counter()
    first_pass: Strongest | None = None
    while True:
        free = np.array([count[person] < per_person for person in range(people)], dtype=bool)
        best = Strongest()
        for s, t, scores in scored_blocks():
            eligible = (
                free[s]
                & free[t]
                & ~np.isin(
                    s * people + t, [first_person * people + second_person for first_person, second_person in chosen]
                )
                if first_pass
                else slice(None)
            )
            best.add(s[eligible], t[eligible], scores[eligible])
        first_pass = first_pass or best
        chosen_before = len(chosen)
        for first_person, second_person, score in best:
            if len(chosen) == top:
                break
            if (
                count[first_person] < per_person
                and count[second_person] < per_person
                and (first_person, second_person) not in chosen
            ):
                count.update((first_person, second_person))
                chosen[first_person, second_person] = score
        # Stop when there are enough, when nothing was left out, or when a pass found nobody new.
        if len(chosen) == top or not best.dropped or len(chosen) == chosen_before:
            return [(*pair, score) for pair, score in chosen.items()], first_pass
