"""The closing set: few new ties that bring every gap pair within so many steps; and the one who could convene them all.

Fewest is a hard problem, and at two steps what a tie gains does not only shrink as others are added, so the greedy search
is a heuristic without a bound. Beside the fewest, found by trying all sets (benchmarks/closing.py): none too many on any map of up to four
stakeholders; on those of five 1.5 % more ties (one more on 16 of 617, names aside); on 2,000 drawn maps each of six, seven and eight 1.4, 2.3 and
3.6 % more, at most three. How far it lies on larger maps is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
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

__all__ = ["Closing", "NewTie", "choose_greedily", "find_closing_set", "symmetric"]


@dataclass(frozen=True, slots=True)
class NewTie:
    """A tie to make, `source` < `target`, and how many open gap pairs it brings within the steps, after those before it."""

    source: str
    target: str
    closes: int


@dataclass(frozen=True, slots=True)
class Closing:
    """What closes the gaps. `gaps` were looked at (the strongest, 100,000 at most), `open` of them lie further apart than `steps`.

    `ties`: chosen one by one, the one that closes most first. `left`: open gaps that they do not close.
    `convenor`: who needs the fewest new ties (`convenor_ties`) so that all open gaps meet in it, None where none is open.
    """

    steps: int
    gaps: int
    open: int
    ties: tuple[NewTie, ...]
    left: int
    convenor: str | None
    convenor_ties: int


@kept
def find_closing_set(analysis: Analysis, steps: int = 2, most: int | None = None) -> Closing:
    """The closing set of at most `most` ties (None: until all gaps are closed); `steps` 1 and up. Without partnership data do not ask."""
    who, strong = read_work(analysis), survey_pairs(analysis).strongest
    wanted = _still_open(symmetric(strong.s, strong.t, len(who.people)), who.partners, steps)
    ties = tuple(NewTie(who.people[s], who.people[t], closes) for s, t, closes in islice(choose_greedily(who.partners, wanted, steps), most))
    convenor, needs = _convenor(who, wanted)
    far = wanted.nnz // 2
    return Closing(steps, len(strong.s), far, ties, far - sum(tie.closes for tie in ties), convenor, needs)


def choose_greedily(tied: csr_array, wanted: csr_array, steps: int = 2) -> Iterator[tuple[int, int, int]]:
    """Ties (s, t), and how many wanted pairs each brings within the steps, the best one next, until all are.

    `tied` and `wanted` are symmetric 0/1 matrices.
    """
    wanted = _still_open(wanted, tied, steps)
    while wanted.nnz:
        s, t = _best(wanted, tied, steps)
        tied = (tied + symmetric([s], [t], tied.shape[0])).tocsr()
        before, wanted = wanted.nnz, _still_open(wanted, tied, steps)
        yield s, t, (before - wanted.nnz) // 2


def symmetric(s: Numbers | list[int], t: Numbers | list[int], size: int) -> csr_array:
    """1 at (s, t) and (t, s)."""
    import numpy as np
    from scipy.sparse import csr_array

    ends = np.concatenate((s, t)), np.concatenate((t, s))
    return csr_array((np.ones(len(ends[0]), dtype="int64"), ends), shape=(size, size))


def _rings(tied: csr_array, steps: int) -> list[csr_array]:
    """0/1 matrices of who is at exactly 0, 1, ... steps from whom."""
    rings = [identity_matrix(tied.shape[0])]
    within = rings[0]
    for _ in range(steps):
        reached = ((rings[-1] @ tied) > 0).astype("int64")
        ring = (reached - reached.multiply(within)).tocsr()
        ring.eliminate_zeros()
        rings.append(ring)
        within = (within + ring).tocsr()
    return rings


def _still_open(wanted: csr_array, tied: csr_array, steps: int) -> csr_array:
    """Those wanted pairs that are further apart than `steps`."""
    rings = _rings(tied, steps - 1)
    # Whoever is within `steps` is a neighbour of one within `steps` - 1: the last ring is only asked about wanted pairs.
    within = sum(rings[1:], start=rings[0])
    rows, columns = wanted.nonzero()
    near = dot_products(within, (tied + rings[0]).tocsr(), rows, columns) > 0
    return _kept(wanted, rows[~near], columns[~near])


def _kept(wanted: csr_array, rows: Numbers, columns: Numbers) -> csr_array:
    from scipy.sparse import csr_array

    return csr_array(([1] * len(rows), (rows, columns)), shape=wanted.shape, dtype="int64")


def _best(wanted: csr_array, tied: csr_array, steps: int) -> tuple[int, int]:
    """The pair whose tie brings most open pairs within the steps; of equals the first.

    A tie u-v serves s-t if s lies i and t lies j steps from its ends, i + j < steps: counted over all rings at once. From three
    steps on, a pair served both ways round counts twice here (only here: what is closed is counted by distance).
    """
    import numpy as np
    from scipy.sparse import csr_array, triu

    rings = _rings(tied, steps - 1)
    gain = csr_array(wanted.shape, dtype="int64")
    for i, near in enumerate(rings):
        for far in rings[:steps - i]:
            gain = gain + near @ wanted @ far
    above = triu(gain, k=1, format="coo")
    order: Any = np.lexsort((above.col, above.row, -above.data))
    return int(above.row[order[0]]), int(above.col[order[0]])


def _convenor(who: Work, wanted: csr_array) -> tuple[str | None, int]:
    """Who is a partner of most who stand in an open gap, itself included; and how many ties to the others it lacks."""
    import numpy as np

    members = (wanted.sum(axis=0) > 0).astype("int64")
    if not members.any():
        return None, 0
    lacking = members.sum() - (who.partners + identity_matrix(len(who.people))) @ members
    best = int(np.argmin(lacking))
    return who.people[best], int(lacking[best])
