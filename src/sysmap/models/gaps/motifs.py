"""Multi-level motifs, counted by sparse algebra: stakeholders on one level, problems on the other.

The classes are those of Bodin & Tengo 2012 under the names that the R package motifr (and sma beneath it) gives them, for
undirected networks. `1,2` is one stakeholder and two problems, `2,1` two stakeholders and one problem, `2,2` two of each. Ties across are who works
on what, ties within are partnerships and problems that hang together. Pairs of one house count like all others here.
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
"""Ties across in a square of s, t and p, q: none, one; both to one problem; one to both problems; each to its own; three; all four."""
CLASSES = {
    "apart": ("I.A", "I.B", "I.C", "I.D"), "shared": ("II.A", "II.B", "II.C", "II.D"), "four": ("III.A", "III.B", "III.C", "III.D"),
    "none": ("IV.A", "IV.B", "IV.C", "IV.D"), "three": ("V.A", "V.B", "V.C", "V.D"), "split": ("VII.C", "VI.C", "VII.D", "VI.D"),
    "one": ("VII.A", "VI.A", "VII.B", "VI.B")}
"""Names by family: no tie within, a partnership, linked problems, both."""


@kept
def count_motifs(analysis: Analysis) -> dict[str, int]:
    """Count of every motif, by motifr's identifier: `1,2[I.A]` ... `2,1[II.C]`, `2,2[I.A]` ... `2,2[VII.D]`.

    Open triangles are I.C, closed ones II.C; the closed square is III.D, an integrative gap without anybody on both I.C.
    """
    return _motifs(read_work(analysis))


def _motifs(who: Work) -> dict[str, int]:
    does = who.does
    found = {**_triangles("1,2", does.T.tocsr(), who.linked), **_triangles("2,1", does, who.partners)}
    every, partners, linked, both = (_squares(who, tied, hanging) for tied, hanging in (
        (False, False), (True, False), (False, True), (True, True)))
    for family, names in CLASSES.items():
        counts = (every[family] - partners[family] - linked[family] + both[family], partners[family] - both[family],
                  linked[family] - both[family], both[family])
        found |= {f"2,2[{name}]": count for name, count in zip(names, counts, strict=True)}
    return dict(sorted(found.items()))


def _triangles(head: str, ends: csr_array, tied: csr_array) -> dict[str, int]:
    """Motifs of two nodes of one level (rows of `ends`) and one of the other (columns); `tied` joins rows."""
    size, others = ends.shape
    s, t = _above(tied)
    degree = ends.sum(axis=1)
    column = ends.sum(axis=0)
    both = int((column * (column - 1) // 2).sum())
    some = int((column * (size - column)).sum())
    tied_both = int(dot_products(ends, ends, s, t).sum())
    tied_some = int((degree[s] + degree[t]).sum()) - 2 * tied_both
    rest, tied_rest = size * (size - 1) // 2 * others - both - some, len(s) * others - tied_both - tied_some
    return {f"{head}[I.A]": rest - tied_rest, f"{head}[I.B]": some - tied_some, f"{head}[I.C]": both - tied_both,
            f"{head}[II.A]": tied_rest, f"{head}[II.B]": tied_some, f"{head}[II.C]": tied_both}


def _above(matrix: csr_array) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    from scipy.sparse import triu

    s, t = triu(matrix, k=1).nonzero()
    return s, t


@dataclass(frozen=True, slots=True)
class _Parts:
    """For pairs of stakeholders: how many problems both, only the first and only the second works on; and neither."""

    both: Any
    first: Any
    second: Any
    neither: Any


def _squares(who: Work, tied: bool, hanging: bool) -> dict[str, int]:
    """Squares by family, over partners alone (`tied`) or all pairs, and over linked problems alone (`hanging`) or all pairs."""
    does = who.does
    if tied and hanging:
        return _tied_and_linked(who)
    if hanging:
        turned = _by_pairs(does.T.tocsr(), *_above(who.linked))
        return turned | {"shared": turned["split"], "split": turned["shared"]}
    return _by_pairs(does, *_above(who.partners)) if tied else _everybody(does)


def _by_pairs(ends: csr_array, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> dict[str, int]:
    """Over these pairs of rows and all pairs of columns."""
    degree, both = ends.sum(axis=1), dot_products(ends, ends, s, t).astype("int64")
    return _families(_Parts(both, degree[s] - both, degree[t] - both, ends.shape[1] - degree[s] - degree[t] + both))


def _families(n: _Parts) -> dict[str, int]:
    def two(of: Any) -> Any:
        return of * (of - 1) // 2
    alone = n.first + n.second
    counts = {"none": two(n.neither), "one": alone * n.neither, "shared": n.both * n.neither, "split": two(n.first) + two(n.second),
              "apart": n.first * n.second, "three": n.both * alone, "four": two(n.both)}
    return {family: int(counts[family].sum()) for family in FAMILIES}


def _everybody(does: csr_array) -> dict[str, int]:
    """Over all pairs: those who share nothing by sums of their degrees alone, the others block by block."""
    import numpy as np

    problems = does.shape[1]
    degree = does.sum(axis=1)
    # Pairs with so many problems each, as if nobody shared any: degrees are few, so pairs of degrees are.
    sizes, many = np.unique(degree, return_counts=True)
    one, other = np.triu_indices(len(sizes))
    pairs = np.where(one == other, many[one] * (many[one] - 1) // 2, many[one] * many[other])
    total = _weighted(_Parts(0 * one, sizes[one], sizes[other], problems - sizes[one] - sizes[other]), pairs)
    for s, t, both in multiply_pairs(does, does):
        first, second = degree[s], degree[t]
        true = _families(_Parts(both, first - both, second - both, problems - first - second + both))
        assumed = _families(_Parts(0 * both, first, second, problems - first - second))
        total = {family: total[family] + true[family] - assumed[family] for family in FAMILIES}
    return total


def _weighted(n: _Parts, times: np.ndarray[Any, Any]) -> dict[str, int]:
    rows = [_families(_Parts(*([getattr(n, name)[place:place + 1] for name in ("both", "first", "second", "neither")]))) for place in range(len(times))]
    return {family: sum(row[family] * int(often) for row, often in zip(rows, times, strict=True)) for family in FAMILIES}


def _tied_and_linked(who: Work) -> dict[str, int]:
    """Over partners and linked problems: links between and within the parts of what two partners work on."""
    s, t = _above(who.partners)
    degree = who.linked.sum(axis=0)
    total = dict.fromkeys(FAMILIES, 0)
    for start in range(0, len(s), 10_000):
        one, other = who.does[s[start:start + 10_000]], who.does[t[start:start + 10_000]]
        both = one.multiply(other).tocsr()
        first, second = (one - both).tocsr(), (other - both).tocsr()

        def links(left: csr_array, right: csr_array) -> int:
            return int((left @ who.linked).multiply(right).sum())
        all_of = (both + first + second).tocsr()
        alone = (first + second).tocsr()
        found = {"four": links(both, both) // 2, "three": links(both, alone), "apart": links(first, second),
                 "split": (links(first, first) + links(second, second)) // 2,
                 "shared": int((both @ degree).sum()) - links(both, all_of), "one": int((alone @ degree).sum()) - links(alone, all_of)}
        found["none"] = both.shape[0] * (who.linked.nnz // 2) - sum(found.values())
        total = {family: total[family] + found[family] for family in FAMILIES}
    return total
