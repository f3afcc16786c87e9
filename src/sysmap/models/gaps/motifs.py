"""Counts of multi-level motifs, computed by sparse matrix algebra.

One level holds the stakeholders, the other the problems. The classes are those of Bodin & Tengo 2012, named as the R
package motifr (and sma beneath it) names them, for undirected networks:
`1,2` = one stakeholder and two problems, `2,1` = two stakeholders and one problem, `2,2` = two of each. Ties across the
levels say who works on what. Ties within a level are partnerships and links between problems. Pairs of one house count
like all other pairs here.

How squares (`2,2`) are counted. Take a pair of stakeholders s, t and sort all problems by who of the two works on them:
both, only the first, only the second, neither. The family of a square (which ties across it has) follows from which two
of these four classes its two problems come from, so the squares of a pair are products of four numbers
(`_count_families`). That is summed four times: over all pairs, over partners, over linked problems, and over both.
Inclusion and exclusion then gives the squares with exactly one kind of tie within.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sysmap.algorithms.pairs import dot_products, multiply_pairs
from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import Work, read_work

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["count_motifs"]

FAMILIES = ("none", "one", "shared", "split", "apart", "three", "four")
"""The families of a square of stakeholders s, t and problems p, q, by its ties across.

none; one tie; "shared": both work on one of the problems; "split": one stakeholder works on both problems; "apart":
each works on its own problem; three ties; all four.
"""
CLASSES = {
    "apart": ("I.A", "I.B", "I.C", "I.D"),
    "shared": ("II.A", "II.B", "II.C", "II.D"),
    "four": ("III.A", "III.B", "III.C", "III.D"),
    "none": ("IV.A", "IV.B", "IV.C", "IV.D"),
    "three": ("V.A", "V.B", "V.C", "V.D"),
    "split": ("VII.C", "VI.C", "VII.D", "VI.D"),
    "one": ("VII.A", "VI.A", "VII.B", "VI.B"),
}
"""Family -> its four classes: without a tie within a level, with a partnership, with linked problems, with both."""


@kept
def count_motifs(analysis: Analysis) -> dict[str, int]:
    """Count every motif, by motifr's identifier: `1,2[I.A]` ... `2,1[II.C]`, `2,2[I.A]` ... `2,2[VII.D]`.

    Open triangles are I.C, closed ones II.C. The closed square is III.D; I.C is two linked problems, each with its own
    stakeholder, and no partnership between the two.
    """
    return _count_motifs(read_work(analysis))


def _count_motifs(work: Work) -> dict[str, int]:
    does = work.does
    motifs = {**_count_triangles("1,2", does.T.tocsr(), work.linked), **_count_triangles("2,1", does, work.partners)}
    every, partners, linked, both = (
        _count_squares(work, only_partners, only_linked)
        for only_partners, only_linked in ((False, False), (True, False), (False, True), (True, True))
    )
    for family, names in CLASSES.items():
        # Each count includes the next narrower ones; what is wanted are the squares with exactly these ties within.
        counts = (
            every[family] - partners[family] - linked[family] + both[family],
            partners[family] - both[family],
            linked[family] - both[family],
            both[family],
        )
        motifs |= {f"2,2[{name}]": count for name, count in zip(names, counts, strict=True)}
    return dict(sorted(motifs.items()))


def _count_triangles(head: str, ends: csr_array, tied: csr_array) -> dict[str, int]:
    """Count the motifs of two nodes of one level (rows of `ends`) and one of the other level (columns).

    `tied` (rows x rows) are the ties within the level of the rows. Class A has no tie across, B one, C two; II has the
    tie within.
    """
    size, others = ends.shape
    s, t = _pairs_above_diagonal(tied)
    degree = ends.sum(axis=1)
    column = ends.sum(axis=0)
    # A column with c ones has c (c - 1) / 2 pairs of rows with two ties to it, and c (size - c) pairs with one.
    both = int((column * (column - 1) // 2).sum())
    some = int((column * (size - column)).sum())
    tied_both = int(dot_products(ends, ends, s, t).sum())
    tied_some = int((degree[s] + degree[t]).sum()) - 2 * tied_both
    rest, tied_rest = size * (size - 1) // 2 * others - both - some, len(s) * others - tied_both - tied_some
    return {
        f"{head}[I.A]": rest - tied_rest,
        f"{head}[I.B]": some - tied_some,
        f"{head}[I.C]": both - tied_both,
        f"{head}[II.A]": tied_rest,
        f"{head}[II.B]": tied_some,
        f"{head}[II.C]": tied_both,
    }


def _pairs_above_diagonal(matrix: csr_array) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Rows and columns of the entries above the diagonal: each pair once."""
    from scipy.sparse import triu

    s, t = triu(matrix, k=1).nonzero()
    return s, t


@dataclass(frozen=True, slots=True)
class _Parts:
    """How many problems two stakeholders work on, for many pairs at once (arrays of equal length).

    `both`: on these both work; `first`, `second`: only this one; `neither`: nobody of the two.
    """

    both: Any
    first: Any
    second: Any
    neither: Any


def _count_squares(work: Work, only_partners: bool, only_linked: bool) -> dict[str, int]:
    """Count the squares by family: of partners only, or of all pairs of stakeholders.

    And of linked problems only, or of all pairs.
    """
    does = work.does
    if only_partners and only_linked:
        return _count_partners_and_linked(work)
    if only_linked:
        # With the levels exchanged (pairs of problems over all stakeholders), "one problem of both" and "both problems
        # of one" swap.
        turned = _count_over_pairs(does.T.tocsr(), *_pairs_above_diagonal(work.linked))
        return turned | {"shared": turned["split"], "split": turned["shared"]}
    return (
        _count_over_pairs(does, *_pairs_above_diagonal(work.partners)) if only_partners else _count_over_all_pairs(does)
    )


def _count_over_pairs(ends: csr_array, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> dict[str, int]:
    """Count the squares of these pairs of rows with all pairs of columns, by family."""
    degree, both = ends.sum(axis=1), dot_products(ends, ends, s, t).astype("int64")
    return _count_families(
        _Parts(both, degree[s] - both, degree[t] - both, ends.shape[1] - degree[s] - degree[t] + both)
    )


def _count_families(parts: _Parts) -> dict[str, int]:
    """Return how many squares of each family all pairs make together.

    The family follows from which two of the four parts the two problems come from.
    """

    def choose_two(number: Any) -> Any:
        return number * (number - 1) // 2

    alone = parts.first + parts.second
    counts = {
        "none": choose_two(parts.neither),
        "one": alone * parts.neither,
        "shared": parts.both * parts.neither,
        "split": choose_two(parts.first) + choose_two(parts.second),
        "apart": parts.first * parts.second,
        "three": parts.both * alone,
        "four": choose_two(parts.both),
    }
    return {family: int(counts[family].sum()) for family in FAMILIES}


def _count_over_all_pairs(does: csr_array) -> dict[str, int]:
    """Count the squares over all pairs of stakeholders, without looking at each pair.

    First every pair is counted as if it had no common problem: that depends only on the two degrees, and few different
    degrees occur. Then the pairs that do have common problems, which come block by block, are corrected.
    """
    import numpy as np

    problems = does.shape[1]
    degree = does.sum(axis=1)
    # `degrees`: the different degrees; `many`: how many stakeholders have each; `pairs`: how many pairs have each two
    # of them.
    degrees, many = np.unique(degree, return_counts=True)
    one, other = np.triu_indices(len(degrees))
    pairs = np.where(one == other, many[one] * (many[one] - 1) // 2, many[one] * many[other])
    total = _count_families_weighted(
        _Parts(0 * one, degrees[one], degrees[other], problems - degrees[one] - degrees[other]), pairs
    )
    for s, t, both in multiply_pairs(does, does):
        first, second = degree[s], degree[t]
        true = _count_families(_Parts(both, first - both, second - both, problems - first - second + both))
        assumed = _count_families(_Parts(0 * both, first, second, problems - first - second))
        total = {family: total[family] + true[family] - assumed[family] for family in FAMILIES}
    return total


def _count_families_weighted(parts: _Parts, weights: np.ndarray[Any, Any]) -> dict[str, int]:
    """As `_count_families`, but each pair is counted as often as its weight says.

    The sums are Python integers, which do not overflow.
    """
    rows = [
        _count_families(
            _Parts(*([getattr(parts, name)[place : place + 1] for name in ("both", "first", "second", "neither")]))
        )
        for place in range(len(weights))
    ]
    return {
        family: sum(row[family] * int(weight) for row, weight in zip(rows, weights, strict=True)) for family in FAMILIES
    }


def _count_partners_and_linked(work: Work) -> dict[str, int]:
    """Count the squares of partners with linked problems, by family.

    For two partners the problems fall into parts (both, first, second, neither) as above; each square is a link between
    two problems, so links within and between the parts are counted. Partners are taken 10,000 at a time to bound the
    memory.
    """
    s, t = _pairs_above_diagonal(work.partners)
    degree = work.linked.sum(axis=0)
    total = dict.fromkeys(FAMILIES, 0)
    for start in range(0, len(s), 10_000):
        # Rows are pairs of partners, columns problems.
        one, other = work.does[s[start : start + 10_000]], work.does[t[start : start + 10_000]]
        both = one.multiply(other).tocsr()
        first, second = (one - both).tocsr(), (other - both).tocsr()

        def links(left: csr_array, right: csr_array) -> int:
            # Links from a problem of `left` to one of `right` of the same pair; within one part each link counts twice.
            return int((left @ work.linked).multiply(right).sum())

        either = (both + first + second).tocsr()
        alone = (first + second).tocsr()
        # Links to problems of neither: all links of a part (sum of degrees) less those to what either works on.
        counts = {
            "four": links(both, both) // 2,
            "three": links(both, alone),
            "apart": links(first, second),
            "split": (links(first, first) + links(second, second)) // 2,
            "shared": int((both @ degree).sum()) - links(both, either),
            "one": int((alone @ degree).sum()) - links(alone, either),
        }
        counts["none"] = both.shape[0] * (work.linked.nnz // 2) - sum(counts.values())
        total = {family: total[family] + counts[family] for family in FAMILIES}
    return total
