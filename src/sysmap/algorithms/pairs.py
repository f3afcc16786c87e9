"""Pairs of stakeholders by the million: sparse products in blocks, and the strongest pairs kept, so that memory is bounded.

A matrix of all pairs is never built. A block holds what about `BLOCK` multiplications give; of all blocks only the
`KEPT` strongest pairs stay.
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
ROWS = 1_000
"""Rows of one block at most: some look-ups are dense in a block's rows."""
KEPT = 100_000
"""How many of the strongest pairs are kept between blocks."""


def split_into_blocks(left: csr_array, right: csr_array) -> Iterator[tuple[int, int]]:
    """Ranges of rows whose part of `left @ right.T` takes about one block's work each."""
    import numpy as np

    cost = np.cumsum((left != 0).astype("int64") @ (right != 0).sum(axis=0) + 1)
    start = 0
    while start < len(cost):
        spent = cost[start - 1] if start else 0
        stop = max(start + 1, min(int(np.searchsorted(cost, spent + BLOCK)), start + ROWS))
        yield start, stop
        start = stop


def multiply_pairs(left: csr_array, right: csr_array) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """The entries of `left @ right.T` above the diagonal, block by block, as (rows, columns, values)."""
    for start, stop in split_into_blocks(left, right):
        block = (left[start:stop] @ right[start:].T).tocoo()
        above = block.row < block.col
        yield block.row[above] + start, block.col[above] + start, block.data[above]


def dot_products(left: csr_array, right: csr_array, s: Numbers, t: Numbers) -> Numbers:
    """The entries of `left @ right.T` at these places alone."""
    import numpy as np

    if not left.nnz or not right.nnz:
        return np.zeros(len(s))
    size = 50_000
    parts = [left[s[at:at + size]].multiply(right[t[at:at + size]]).sum(axis=1) for at in range(0, len(s), size)]
    return np.concatenate(parts) if parts else np.zeros(0)


class Strongest:
    """The strongest of all pairs that are added, in order: by score, equal scores by place; each pair once.

    Scores are rounded to 12 digits: the last ones depend on the order of summing. `dropped` tells whether any did not fit.
    """

    def __init__(self, most: int = KEPT) -> None:
        import numpy as np

        self.most, self.dropped = most, False
        self.s, self.t, self.score = np.zeros(0, dtype="int64"), np.zeros(0, dtype="int64"), np.zeros(0)

    def add(self, s: Numbers, t: Numbers, score: Numbers) -> None:
        """Take in what is strong enough."""
        import numpy as np

        bar = self.score[-1] if len(self.score) == self.most else -np.inf
        if len(score) > self.most:
            bar = max(bar, np.partition(score, -self.most)[-self.most])
        strong = score >= bar - 1e-12
        self.dropped |= not strong.all()
        joined = [np.concatenate(both) for both in ((self.s, s[strong]), (self.t, t[strong]), (self.score, np.round(score[strong], 12)))]
        order = np.lexsort((joined[1], joined[0], -joined[2]))
        s, t, score = (column[order] for column in joined)
        new = np.r_[True, (s[1:] != s[:-1]) | (t[1:] != t[:-1])][:len(s)]
        self.dropped |= int(new.sum()) > self.most
        self.s, self.t, self.score = (column[new][:self.most] for column in (s, t, score))

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.s.tolist(), self.t.tolist(), self.score.tolist(), strict=True)


def keep_strongest(added: Callable[[], Iterable[tuple[Numbers, Numbers, Numbers]]], people: int, top: int, each: int,
              ) -> tuple[list[tuple[int, int, float]], Strongest]:
    """The `top` strongest pairs, nobody in more than `each`; and the strongest of the first pass, whoever is in them.

    Where those kept do not suffice, `added` is asked again, and only pairs of people who are still free count: every
    pair kept before was taken or holds somebody who is not free, so the answer is that of one sorted list of all.
    """
    import numpy as np

    taken: dict[tuple[int, int], float] = {}
    seen: Counter[int] = Counter()
    first: Strongest | None = None
    while True:
        free = np.array([seen[person] < each for person in range(people)], dtype=bool)
        kept = Strongest()
        for s, t, score in added():
            still = free[s] & free[t] & ~np.isin(s * people + t, [one * people + other for one, other in taken]) if first else slice(None)
            kept.add(s[still], t[still], score[still])
        first = first or kept
        before = len(taken)
        for one, other, value in kept:
            if len(taken) == top:
                break
            if seen[one] < each and seen[other] < each and (one, other) not in taken:
                seen.update((one, other))
                taken[one, other] = value
        if len(taken) == top or not kept.dropped or len(taken) == before:
            return [(*pair, value) for pair, value in taken.items()], first
