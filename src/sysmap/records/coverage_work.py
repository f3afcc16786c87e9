"""Who works on what, as sparse matrices: the ground on which gaps, crowds and stranded stakeholders stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

import networkx as nx

from sysmap.analysis import Analysis, kept

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["Work", "identity_matrix", "open_problems", "problem_severities", "read_work", "sector_codes"]


@dataclass(frozen=True, slots=True)
class Work:
    """Stakeholders (s) and open problems (p) by index, in the order of their uids; all matrices hold 0 and 1.

    `does` (TA, s x p): works on it, or carries a living innovation that addresses it. `linked` (p x p, symmetric, without
    the diagonal): one depends on or influences the other. `partners` (CA) and `related` (s x s, symmetric): tied by a
    partnership; needing none, because they are of one house (`BELONGS_TO`). `severity` (p): as `severities` gives them.
    """

    people: tuple[str, ...]
    problems: tuple[str, ...]
    does: csr_array
    linked: csr_array
    partners: csr_array
    related: csr_array
    severity: np.ndarray[Any, np.dtype[np.float64]]

    @property
    def workers(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """How many work on each problem (k_p)."""
        return self.does.sum(axis=0)  # type: ignore[no-any-return]

    @property
    def required(self) -> csr_array:
        """Coordination requirement CR = TA TD TA' of each pair, s < t, but for pairs of one house.

        Cataldo, Wagstrom, Herbsleb & Carley, CSCW 2006.
        """
        return self.of_pairs(self.linked + identity_matrix(len(self.problems)))

    def of_pairs(self, weights: csr_array) -> csr_array:
        """Sum of `weights[p, q]` over p of s and q of t, for each pair s < t that is not of one house."""
        from scipy.sparse import triu

        summed = triu(self.does @ weights @ self.does.T, k=1, format="csr")
        kept = (summed - summed.multiply(self.related)).tocsr()
        kept.eliminate_zeros()
        return kept


def open_problems(analysis: Analysis) -> tuple[str, ...]:
    """Uids of the problems that are not settled, sorted."""
    settled = analysis.settings.settled_problems
    return tuple(uid for uid in analysis.nodes("Problem") if analysis.props(uid).get("status") not in settled)


@kept
def problem_severities(analysis: Analysis) -> Mapping[str, float]:
    """Severity of each open problem: as rated; where it is not, the median of those that are; where none is, 1."""
    rated = {uid: analysis.props(uid).get("severity") for uid in open_problems(analysis)}
    known = [float(value) for value in rated.values() if isinstance(value, int | float)]
    middle = median(known) if known else 1.0
    return {uid: float(value) if isinstance(value, int | float) else middle for uid, value in rated.items()}


@kept
def sector_codes(analysis: Analysis) -> tuple[np.ndarray[Any, np.dtype[np.int64]], tuple[str, ...]]:
    """The code of each stakeholder's sector, in the order of their uids, and what the codes mean; "" is none given."""
    import numpy as np

    given = [str(analysis.props(uid).get("sector") or "") for uid in analysis.nodes("Stakeholder")]
    names = sorted({*given, ""})
    code = {name: number for number, name in enumerate(names)}
    return np.array([code[name] for name in given], dtype="int64"), tuple(names)


@kept
def read_work(analysis: Analysis) -> Work:
    """The matrices of an analysis, made once."""
    import numpy as np

    people, severity = analysis.nodes("Stakeholder"), problem_severities(analysis)
    problems, living = tuple(severity), _living(analysis)
    joined = analysis.responsibility.edges
    works, carries, addresses = (_matrix(joined, *sides) for sides in ((people, problems), (people, living), (living, problems)))
    linked = _matrix(_links(analysis), problems, problems)
    house = _matrix(_houses(analysis), people, people) + identity_matrix(len(people))
    return Work(people, problems, _binary(works + carries @ addresses), _both_ways(linked),
                _both_ways(_matrix(analysis.collaboration.edges, people, people)), _binary(house @ house.T),
                np.array([severity[uid] for uid in problems], dtype=float))


def _living(analysis: Analysis) -> tuple[str, ...]:
    """Innovations that are not stopped."""
    return tuple(uid for uid in analysis.nodes("Innovation") if analysis.props(uid).get("stage") not in analysis.settings.dead_stages)


def _links(analysis: Analysis) -> Iterable[tuple[str, str]]:
    """Pairs that depend on or influence each other; those that are no two problems fall out of the matrix."""
    return ((source, target) for source, target, type in analysis.graph.edges(data="type")
            if type in ("DEPENDS_ON", "INFLUENCES") and source != target)


def _houses(analysis: Analysis) -> Iterable[tuple[str, str]]:
    """Each stakeholder with everything it belongs to, directly or not."""
    tree = nx.DiGraph((source, target) for source, target, type in analysis.graph.edges(data="type") if type == "BELONGS_TO")
    return ((uid, above) for uid in tree for above in nx.descendants(tree, uid))


def _matrix(pairs: Iterable[tuple[str, str]], rows: tuple[str, ...], columns: tuple[str, ...]) -> csr_array:
    """1 where a pair has one end among the rows and the other among the columns, in either order if they differ."""
    from scipy.sparse import csr_array

    row, column = ({uid: number for number, uid in enumerate(uids)} for uids in (rows, columns))
    found = {(row[a], column[b]) for a, b in pairs if a in row and b in column}
    if rows is not columns:
        found |= {(row[b], column[a]) for a, b in pairs if b in row and a in column}
    ends = ([i for i, _ in found], [j for _, j in found])
    return csr_array(([1] * len(found), ends), shape=(len(rows), len(columns)), dtype="int64")


def _binary(matrix: csr_array) -> csr_array:
    return (matrix > 0).astype("int64").tocsr()


def _both_ways(matrix: csr_array) -> csr_array:
    return _binary(matrix + matrix.T)


def identity_matrix(size: int) -> csr_array:
    """Ones on the diagonal."""
    from scipy.sparse import eye_array

    return eye_array(size, dtype="int64", format="csr")
