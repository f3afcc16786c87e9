"""Who works on which problem, as sparse 0/1 matrices.

Gaps, crowds, suggestions and stranded stakeholders are computed from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Any

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_together import MOST_TOGETHER, read_common_work

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["Work", "identity_matrix", "open_problems", "problem_severities", "read_work", "sector_codes"]


@dataclass(frozen=True, slots=True)
class Work:
    """Stakeholders (s) and open problems (p), numbered in the order of their uids, and what joins them.

    All matrices hold 0 and 1; TA, TD and CA are their names in Cataldo et al. 2006.
    `people` (s), `problems` (p): number -> uid.
    `does` (TA, s x p): 1 if the stakeholder works on the problem, or carries a living innovation that addresses it.
    `linked` (TD, p x p, symmetric, 0 on the diagonal): 1 if one problem depends on or influences the other.
    `partners` (CA, s x s, symmetric, 0 on the diagonal): 1 if the two have a partnership.
    `together` (s x s, symmetric, 0 on the diagonal): 1 if the two have parts in one innovation that lives, or in one
    GROW session that decided on actions, with at most `MOST_TOGETHER` in it.
    `related` (s x s, symmetric, 1 on the diagonal): 1 if the two are of one house (`BELONGS_TO`), so that they need no
    partnership.
    `severity` (p): the severity of each problem, as `problem_severities` gives it.
    """

    people: tuple[str, ...]
    problems: tuple[str, ...]
    does: csr_array
    linked: csr_array
    partners: csr_array
    together: csr_array
    related: csr_array
    severity: np.ndarray[Any, np.dtype[np.float64]]

    @property
    def workers(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """How many stakeholders work on each problem (k_p): an array of length p."""
        return self.does.sum(axis=0)  # type: ignore[no-any-return]

    @property
    def required(self) -> csr_array:
        """The coordination requirement CR = TA (TD + identity) TA' of each pair s < t (s x s).

        Pairs of one house are left out. Entry (s, t) counts the pairs (problem of s, problem of t) that are the same or
        linked: `does` picks the problems of s, the middle matrix the problems that hang together with them, and `does`
        transposed the stakeholders who work on those. Cataldo, Wagstrom, Herbsleb & Carley, CSCW 2006.
        """
        return self.sum_weights(self.linked + identity_matrix(len(self.problems)))

    def sum_weights(self, weights: csr_array) -> csr_array:
        """For each pair s < t: the sum of `weights[p, q]` over the problems p of s and q of t.

        Pairs of one house have no entry.
        """
        from scipy.sparse import triu

        summed = triu(self.does @ weights @ self.does.T, k=1, format="csr")
        across_houses = (summed - summed.multiply(self.related)).tocsr()
        across_houses.eliminate_zeros()
        return across_houses


def open_problems(analysis: Analysis) -> tuple[str, ...]:
    """Return the uids of all problems whose status is not one of `Settings.settled_problems`, sorted."""
    settled = analysis.settings.settled_problems
    return tuple(uid for uid in analysis.nodes("Problem") if analysis.props(uid).get("status") not in settled)


@kept
def problem_severities(analysis: Analysis) -> Mapping[str, float]:
    """Return the severity of each open problem.

    An unrated one gets the median of the rated ones, or 1 if no problem is rated.
    """
    rated = {uid: analysis.props(uid).get("severity") for uid in open_problems(analysis)}
    known = [float(value) for value in rated.values() if isinstance(value, int | float)]
    default = median(known) if known else 1.0
    return {uid: float(value) if isinstance(value, int | float) else default for uid, value in rated.items()}


@kept
def sector_codes(analysis: Analysis) -> tuple[np.ndarray[Any, np.dtype[np.int64]], tuple[str, ...]]:
    """Return (codes, names) of the sectors.

    `codes`: the number of the sector of each stakeholder, in the order of their uids; `names`: the sector of each
    number. Number 0 is always "": no sector given.
    """
    import numpy as np

    sectors = [str(analysis.props(uid).get("sector") or "") for uid in analysis.nodes("Stakeholder")]
    names = sorted({*sectors, ""})
    codes = {name: code for code, name in enumerate(names)}
    return np.array([codes[name] for name in sectors], dtype="int64"), tuple(names)


@kept
def read_work(analysis: Analysis) -> Work:
    """Build the matrices of an analysis."""
    import numpy as np

    people, severity = analysis.nodes("Stakeholder"), problem_severities(analysis)
    problems, living = tuple(severity), _living_innovations(analysis)
    edges = analysis.responsibility.edges
    works, carries, addresses = (
        _build_matrix(edges, *sides) for sides in ((people, problems), (people, living), (living, problems))
    )
    linked = _build_matrix(_causal_links(analysis), problems, problems)
    # Row s has a 1 for s and for everything s belongs to. Two rows share a 1 if one belongs to the other, or both to a
    # third.
    house = _build_matrix(_memberships(analysis), people, people) + identity_matrix(len(people))
    return Work(
        people,
        problems,
        _to_binary(works + carries @ addresses),
        _to_symmetric(linked),
        _to_symmetric(_build_matrix(analysis.collaboration.edges, people, people)),
        _to_symmetric(_build_matrix(_pairs_together(analysis), people, people)),
        _to_binary(house @ house.T),
        np.array([severity[uid] for uid in problems], dtype=float),
    )


def _living_innovations(analysis: Analysis) -> tuple[str, ...]:
    """Uids of the innovations that have not stopped."""
    return tuple(
        uid
        for uid in analysis.nodes("Innovation")
        if analysis.props(uid).get("stage") not in analysis.settings.dead_stages
    )


def _causal_links(analysis: Analysis) -> Iterable[tuple[str, str]]:
    """Pairs (source, target) of which one depends on or influences the other, of any kind.

    The matrix takes only problems.
    """
    return (
        (source, target)
        for source, target, type in analysis.graph.edges(data="type")
        if type in ("DEPENDS_ON", "INFLUENCES") and source != target
    )


def _pairs_together(analysis: Analysis) -> Iterable[tuple[str, str]]:
    """Pairs of stakeholders who have a part in the same innovation or session, if it is no crowd."""
    small = (people for people in read_common_work(analysis).values() if len(people) <= MOST_TOGETHER)
    return (pair for people in small for pair in combinations(sorted(people), 2))


def _memberships(analysis: Analysis) -> Iterable[tuple[str, str]]:
    """Pairs (stakeholder, what it belongs to), directly or through others."""
    tree = nx.DiGraph(
        (source, target) for source, target, type in analysis.graph.edges(data="type") if type == "BELONGS_TO"
    )
    return ((uid, above) for uid in tree for above in nx.descendants(tree, uid))


def _build_matrix(pairs: Iterable[tuple[str, str]], rows: tuple[str, ...], columns: tuple[str, ...]) -> csr_array:
    """Build the 0/1 matrix of pairs with one end in `rows` and the other in `columns`; all other pairs are left out.

    If rows and columns are different uids, a pair may be given in either order. If they are the same, (a, b) sets only
    row a, column b.
    """
    from scipy.sparse import csr_array

    row, column = ({uid: number for number, uid in enumerate(uids)} for uids in (rows, columns))
    cells = {(row[a], column[b]) for a, b in pairs if a in row and b in column}
    if rows is not columns:
        cells |= {(row[b], column[a]) for a, b in pairs if b in row and a in column}
    places = ([i for i, _ in cells], [j for _, j in cells])
    return csr_array(([1] * len(cells), places), shape=(len(rows), len(columns)), dtype="int64")


def _to_binary(matrix: csr_array) -> csr_array:
    """1 where the matrix is above 0."""
    return (matrix > 0).astype("int64").tocsr()


def _to_symmetric(matrix: csr_array) -> csr_array:
    """1 where the matrix or its transpose is above 0."""
    return _to_binary(matrix + matrix.T)


def identity_matrix(size: int) -> csr_array:
    """Return the sparse identity matrix: ones on the diagonal."""
    from scipy.sparse import eye_array

    return eye_array(size, dtype="int64", format="csr")
