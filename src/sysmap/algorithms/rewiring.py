"""Networks with the same numbers of partners and other ties: what a value would be if ties went by lot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Integers = np.ndarray[Any, np.dtype[np.int64]]

__all__ = ["rewire"]


def rewire(ties: Integers, size: int, draws: int, rounds: int, seed: int) -> Iterator[Integers]:
    """Yield `draws` networks in which everybody has as many ties as in the given one, and no two ties are parallel.

    Two ties a-b and c-d become a-d and c-b; in a round every tie is paired with another by lot, and each pair swaps if
    the new ties are free. `rounds` of them lie between two networks. The given network stands at a place of the chain
    that is drawn by lot: from it the chain runs to both sides. So it and the others are exchangeable if it is one of
    them, and (b + 1) / (m + 1) is a valid p however slowly the chain mixes (Besag & Clifford 1989).

    `ties` (ties x 2) are pairs of node numbers below `size`, no loops, each pair once.
    """
    import numpy as np

    rng = np.random.default_rng(seed)
    before = int(rng.integers(draws + 1))
    for length in (before, draws - before):
        current = ties.copy()
        for _ in range(length):
            for _ in range(rounds):
                current = _swap_ends(current, size, rng)
            yield current


def _swap_ends(ties: Integers, size: int, rng: np.random.Generator) -> Integers:
    """One round: pair all ties by lot, and let each pair swap ends if none of its four ties is met elsewhere.

    "Elsewhere" means among all ties there are and all that are proposed. The same rule refuses or allows the way back,
    so all networks are equally likely in the end.
    """
    import numpy as np

    count = len(ties) // 2
    order = rng.permutation(len(ties))[: 2 * count]
    shuffled = np.where(rng.random(len(ties))[:, None] < 0.5, ties, ties[:, ::-1])  # noqa: PLR2004  a fair coin
    first, second = shuffled[order[:count]], shuffled[order[count:]]
    new = np.column_stack((first[:, 0], second[:, 1])), np.column_stack((second[:, 0], first[:, 1]))
    codes = np.concatenate([_encode(pairs, size) for pairs in (ties, *new)])
    _, place, often = np.unique(codes, return_inverse=True, return_counts=True)
    is_single = often[place] == 1
    old, one, other = is_single[: len(ties)], is_single[len(ties) : len(ties) + count], is_single[len(ties) + count :]
    is_free = one & other & old[order[:count]] & old[order[count:]]
    for pairs in new:
        is_free &= pairs[:, 0] != pairs[:, 1]
    swapped = ties.copy()
    swapped[order[:count][is_free]] = new[0][is_free]
    swapped[order[count:][is_free]] = new[1][is_free]
    return swapped


def _encode(pairs: Integers, size: int) -> Integers:
    """A number for each pair, the same for both directions."""
    return pairs.min(axis=1) * size + pairs.max(axis=1)  # type: ignore[no-any-return]
