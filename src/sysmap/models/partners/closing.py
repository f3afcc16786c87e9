"""The closing set: a few new partnerships that bring all gap pairs close together.

And the one stakeholder who could convene them all. A gap pair is closed if the two are at most `steps` partnerships
apart. Finding the smallest closing set is a hard problem. At two steps, one new tie can also raise what another tie
gains, so the greedy search used here is a heuristic without a guaranteed bound. It was compared with the smallest sets,
found by trying all sets (benchmarks/closing.py). On all maps of up to four stakeholders it needed no tie too many. On
those of five it needed 1.5 % more ties (one more on 16 of 617 maps that differ by more than names); on 2,000 random
maps each of six, seven and eight stakeholders 1.4, 2.3 and 3.6 % more, at most three. For larger maps this is not
known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from sysmap.algorithms.pairs import dot_products
from sysmap.analysis import Analysis, kept
from sysmap.models.gaps.ranking import survey_pairs
from sysmap.records.coverage_work import Work, identity_matrix, read_work

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from sysmap.algorithms.pairs import Numbers

__all__ = [
    "Closing",
    "NewTie",
    "build_symmetric",
    "choose_greedily",
    "find_closing_set",
    "find_open_pairs",
    "keep_telling",
]

LEAST_PARTNERS = 2
"""Who has fewer partners is no convenor."""


@dataclass(frozen=True, slots=True)
class NewTie:
    """A partnership to make, `source` < `target`.

    `closes`: how many gap pairs it closes that the ties before it in the same set left open.
    """

    source: str
    target: str
    closes: int


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing set.

    `gaps`: how many gaps were looked at (the strongest, at most 100,000); `open`: how many are more than `steps` apart.
    `ties`: the new ties in the order in which they were chosen, each time the one that closes most. `left`: open gaps
    they do not close.
    `closed`: the gap pairs (uid, uid) that the first tie, the second, ... closes.
    `convenor`: of those with two partners or more, who needs the fewest new ties (`convenor_ties`) to be a partner of
    everybody in an open gap; None if no gap is open, or nobody has two. `equals`: how many others need as few.
    """

    steps: int
    gaps: int
    open: int
    ties: tuple[NewTie, ...]
    left: int
    closed: tuple[tuple[tuple[str, str], ...], ...]
    convenor: str | None
    convenor_ties: int
    equals: int


@kept
def find_closing_set(analysis: Analysis, steps: int = 2, most: int | None = None, least: int = 1) -> Closing:
    """Find the closing set of at most `most` ties (None: as many as close all gaps); `steps` is 1 or more.

    Only ties that close at least `least` gaps are kept. What a tie closes is counted beside those that are kept: a tie
    that only closes much because a dropped one stood before it goes too.

    Call it only if there are partnership data (`Analysis.ties_assessed`).
    """
    work, gaps, open_pairs = read_work(analysis), len(survey_pairs(analysis).strongest.s), _find_open(analysis, steps)
    chosen = list(islice(choose_greedily(work.partners, open_pairs, steps), most))
    kept_ties = keep_telling(chosen, work.partners, open_pairs, steps, least)
    ties = tuple(NewTie(work.people[s], work.people[t], closes) for s, t, closes in kept_ties)
    convenor, missing, equals = _find_convenor(analysis, work, open_pairs)
    count = open_pairs.nnz // 2
    left = count - sum(tie.closes for tie in ties)
    closed = tuple(_list_closed(work, kept_ties, open_pairs, steps))
    return Closing(steps, gaps, count, ties, left, closed, convenor, missing, equals)


@kept
def _find_open(analysis: Analysis, steps: int) -> csr_array:
    """The gap pairs that are more than `steps` partnerships apart (s x s, 0/1, symmetric)."""
    work, strongest = read_work(analysis), survey_pairs(analysis).strongest
    return _keep_open(build_symmetric(strongest.s, strongest.t, len(work.people)), work.partners, steps)


def find_open_pairs(analysis: Analysis, steps: int = 2) -> tuple[tuple[str, str], ...]:
    """Return the gap pairs that are more than `steps` partnerships apart, each with the smaller uid first."""
    return tuple(_name_pairs(read_work(analysis), _find_open(analysis, steps)))


def _name_pairs(work: Work, pairs: csr_array) -> Iterator[tuple[str, str]]:
    """The uids of the pairs of a symmetric matrix."""
    from scipy.sparse import triu

    above = triu(pairs, k=1).tocoo()
    return (
        (work.people[s], work.people[t]) for s, t in sorted(zip(above.row.tolist(), above.col.tolist(), strict=True))
    )


def _list_closed(
    work: Work, ties: list[tuple[int, int, int]], wanted: csr_array, steps: int
) -> Iterator[tuple[tuple[str, str], ...]]:
    """For each new tie the pairs that it closes and those before it left open."""
    tied = work.partners
    for s, t, _ in ties:
        tied, still, _ = _make_tie(s, t, tied, wanted, steps)
        closed = (wanted - still).tocsr()
        closed.eliminate_zeros()
        yield tuple(_name_pairs(work, closed))
        wanted = still


def keep_telling(
    chosen: Sequence[tuple[int, int, int]], tied: csr_array, wanted: csr_array, steps: int, least: int
) -> list[tuple[int, int, int]]:
    """Drop the ties that close fewer than `least` wanted pairs, until each of those that are left closes so many.

    The arguments are those of `choose_greedily` and what it yields. After each round of dropping, the rest are counted
    anew in their order.
    """
    left = list(chosen)
    while any(closes < least for _, _, closes in left):
        left = list(_count_closed([(s, t) for s, t, closes in left if closes >= least], tied, wanted, steps))
    return left


def _count_closed(
    ties: Iterable[tuple[int, int]], tied: csr_array, wanted: csr_array, steps: int
) -> Iterator[tuple[int, int, int]]:
    """Each new tie with how many of the wanted pairs it closes that those before it left open."""
    for s, t in ties:
        tied, wanted, closes = _make_tie(s, t, tied, wanted, steps)
        yield s, t, closes


def _make_tie(s: int, t: int, tied: csr_array, wanted: csr_array, steps: int) -> tuple[csr_array, csr_array, int]:
    """The ties with the new one, the wanted pairs that it leaves open, and how many it closes."""
    tied = (tied + build_symmetric([s], [t], tied.shape[0])).tocsr()
    still = _keep_open(wanted, tied, steps)
    return tied, still, (wanted.nnz - still.nnz) // 2


def choose_greedily(tied: csr_array, wanted: csr_array, steps: int) -> Iterator[tuple[int, int, int]]:
    """Yield new ties (s, t, how many wanted pairs it closes), each time the one that closes most.

    It ends when all wanted pairs are closed.
    `tied` (the existing ties) and `wanted` (the pairs to close) are symmetric 0/1 matrices of the same shape.
    """
    wanted = _keep_open(wanted, tied, steps)
    while wanted.nnz:
        s, t = _choose_best_tie(wanted, tied, steps)
        tied, wanted, closes = _make_tie(s, t, tied, wanted, steps)
        yield s, t, closes


def build_symmetric(s: Numbers | list[int], t: Numbers | list[int], size: int) -> csr_array:
    """Build the 0/1 matrix (size x size) that is 1 at (s, t) and at (t, s), for each place of the two columns."""
    import numpy as np
    from scipy.sparse import csr_array

    ends = np.concatenate((s, t)), np.concatenate((t, s))
    return csr_array((np.ones(len(ends[0]), dtype="int64"), ends), shape=(size, size))


def _build_rings(tied: csr_array, steps: int) -> list[csr_array]:
    """Build the 0/1 matrices of who is at exactly 0, 1, ..., `steps` steps from whom (shortest paths)."""
    within = identity_matrix(tied.shape[0])
    rings = [within]
    for _ in range(steps):
        # One step on from the last ring, without those who were reached before.
        reached = ((rings[-1] @ tied) > 0).astype("int64")
        ring = (reached - reached.multiply(within)).tocsr()
        ring.eliminate_zeros()
        rings.append(ring)
        within = (within + ring).tocsr()
    return rings


def _keep_open(wanted: csr_array, tied: csr_array, steps: int) -> csr_array:
    """Keep those wanted pairs that are more than `steps` ties apart."""
    rings = _build_rings(tied, steps - 1)
    # Two are within `steps` if one is itself, or has a partner, within `steps` - 1 of the other. So the widest ring,
    # which may be nearly full, is never built: only its entries at wanted pairs are computed.
    within = sum(rings[1:], start=rings[0])
    rows, columns = wanted.nonzero()
    near = dot_products(within, (tied + rings[0]).tocsr(), rows, columns) > 0
    return _build_matrix(wanted, rows[~near], columns[~near])


def _build_matrix(like: csr_array, rows: Numbers, columns: Numbers) -> csr_array:
    """Build the 0/1 matrix, shaped as `like`, that is 1 at these places."""
    from scipy.sparse import csr_array

    return csr_array(([1] * len(rows), (rows, columns)), shape=like.shape, dtype="int64")


def _choose_best_tie(wanted: csr_array, tied: csr_array, steps: int) -> tuple[int, int]:
    """Return the pair (u, v), u < v, whose tie closes most wanted pairs; of equals the first.

    A new tie u-v closes s-t if s is i steps from u, t is j steps from v, and i + j < steps. Entry (u, v) of
    ring_i x wanted x ring_j counts such pairs, so the gain of all possible ties is the sum of these products. From
    three steps on, a pair that u-v closes in both directions is counted twice. This only affects which tie is chosen:
    what a chosen tie really closes is counted by distance.
    """
    import numpy as np
    from scipy.sparse import csr_array, triu

    rings = _build_rings(tied, steps - 1)
    gain = csr_array(wanted.shape, dtype="int64")
    for i, near in enumerate(rings):
        for far in rings[: steps - i]:
            gain = gain + near @ wanted @ far
    above = triu(gain, k=1, format="coo")
    # Sorted by gain, the largest first, then by row, then by column.
    order: Any = np.lexsort((above.col, above.row, -above.data))
    return int(above.row[order[0]]), int(above.col[order[0]])


def _find_convenor(analysis: Analysis, work: Work, open_pairs: csr_array) -> tuple[str | None, int, int]:
    """Return who needs the fewest new ties to be a partner of everybody in an open pair, how many, and how many equals.

    Only who has two partners or more convenes. Of those who lack as few, whoever reaches most of them in two steps,
    then the first by name.
    """
    import numpy as np

    members = (open_pairs.sum(axis=0) > 0).astype("int64")
    degree = work.partners.sum(axis=1)
    able = np.flatnonzero(degree >= LEAST_PARTNERS)
    if not members.any() or not len(able):
        return None, 0, 0
    within = (work.partners + identity_matrix(len(work.people))).tocsr()
    lacking = members.sum() - within[able] @ members
    fewest = able[lacking == lacking.min()]
    near = ((within[fewest] @ within) > 0).astype("int64") @ members
    best = min(
        zip(near.tolist(), fewest.tolist(), strict=True),
        key=lambda one: (-one[0], analysis.name(work.people[one[1]]), work.people[one[1]]),
    )
    return work.people[best[1]], int(lacking.min()), int((near == best[0]).sum()) - 1
