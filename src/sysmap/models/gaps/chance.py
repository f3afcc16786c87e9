"""Congruence against chance: how many of those who need each other would be partners if partnerships went by lot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sysmap.algorithms import rewire
from sysmap.algorithms.lots import DRAWS, FEWEST_WAYS
from sysmap.algorithms.pairs import dot_products
from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import Work, identity_matrix, read_work

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["CongruenceByChance", "compare_congruence"]

ROUNDS = 5
"""Rounds of swaps between two networks, in each of which every tie is paired with another."""
MOST_TIES = 5_000
"""With more ties, nothing is compared; from a fifth of it on there are fewer rounds. It is a budget of steps."""
BLOCK = 200_000
"""So many pairs are looked up at once."""


@dataclass(frozen=True, slots=True)
class CongruenceByChance:
    """The congruence found, and that of networks in which everybody has as many partners and partnerships go by lot.

    `expected`: their mean, 0 to 1. `fewer`, `more`: the share of them, the one found counted in, in which at most or at
    least as many of the needing pairs are partners. `is_too_small`: fewer than 20 different networks were met, so
    nothing can be told from chance.
    """

    congruence: float
    expected: float
    fewer: float
    more: float
    is_too_small: bool


@kept
def compare_congruence(analysis: Analysis) -> CongruenceByChance | None:
    """Compare the congruence with 999 networks of rewired partnerships, drawn with the seed of the settings.

    Everybody keeps the number of partners. None if no pair needs coordination, or there are no ties or too many.
    """
    import numpy as np
    from scipy.sparse import triu

    work = read_work(analysis)
    ties = np.column_stack(triu(work.partners, k=1).nonzero()).astype(np.int64)
    needed = work.required.nnz
    if not needed or not 0 < len(ties) <= MOST_TIES:
        return None
    rounds = min(ROUNDS, MOST_TIES // len(ties))
    drawn = list(rewire(ties, len(work.people), DRAWS, rounds, analysis.settings.seed))
    sizes = [len(network) for network in (ties, *drawn)]
    pairs = np.concatenate([ties, *drawn])
    codes, place = np.unique(pairs.min(axis=1) * len(work.people) + pairs.max(axis=1), return_inverse=True)
    is_needed = _look_up(work, *np.divmod(codes, len(work.people)))[place]
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    met = np.add.reduceat(is_needed.astype(np.int64), starts)
    different = len({network.tobytes() for network in np.sort(place.reshape(len(sizes), -1), axis=1)})
    return CongruenceByChance(
        congruence=float(met[0] / needed),
        expected=float(met[1:].mean() / needed),
        fewer=float((met <= met[0]).mean()),
        more=float((met >= met[0]).mean()),
        is_too_small=different < FEWEST_WAYS,
    )


def _look_up(work: Work, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Whether each pair s, t needs coordination: their problems are the same or linked, and they are of two houses."""
    import numpy as np

    reach, houses = _spread(work), work.related.tocsr()
    blocks = [slice(start, start + BLOCK) for start in range(0, len(s), BLOCK)]
    return np.concatenate(
        [
            (dot_products(reach, work.does, s[block], t[block]) > 0) & (houses[s[block], t[block]] == 0)
            for block in blocks
        ]
    )


def _spread(work: Work) -> csr_array:
    """The problems that hang together with what each one works on (s x p), and those themselves."""
    return (work.does @ (work.linked + identity_matrix(len(work.problems)))).tocsr()
