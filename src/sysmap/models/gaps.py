"""Collaboration gaps: who should work together, because of what they work on, and does not.

A pair needs coordination where both work on one problem, or on two of which one depends on or influences the other
(Cataldo et al., CSCW 2006). The need is weighted as Newman (2001) weighs collaboration: what few carry says much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sysmap.analysis import Analysis
from sysmap.models.work import Work, work
from sysmap.schema import Words

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["Gap", "Gaps", "gaps"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Two stakeholders who should work together and have no partnership; `source` < `target`.

    `kind`: shared = both work on one problem; linked = only on problems that hang together. `need`: the weighted need that
    ranks it, above 0. `required`: the plain coordination requirement, 1 and up. `severity`: sum over `problems`, all that
    are behind it, the most telling (severity per worker) first. `shared` of them both work on; `links` are (one of source's,
    one of target's), the graver of their lesser problems first.
    """

    source: str
    target: str
    kind: Literal["shared", "linked"]
    need: float
    required: int
    severity: float
    problems: tuple[str, ...]
    shared: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    reason: Words


@dataclass(frozen=True, slots=True)
class Gaps:
    """All gaps, counted, and the `top` of them.

    `pairs` of stakeholders there are; `needed` need coordination; `met` of those have a partnership. `congruence` =
    met / needed, `weighted` the same with each pair counted by its requirement: 0 to 1, None where no pair needs.
    `unbridged`: pairs of problems that hang together, both worked on, but nobody works on both and no partnership (nor
    house) joins those who do (integrative gaps; Fried, Hamilton & Berardo 2022, the tie clause ours).
    """

    pairs: int
    needed: int
    met: int
    congruence: float | None
    weighted: float | None
    top: tuple[Gap, ...]
    unbridged: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many gaps there are: needed and not met."""
        return self.needed - self.met


def gaps(analysis: Analysis) -> Gaps:
    """The gaps of an analysis, found once; without partnership data do not ask (`Analysis.ties_assessed`)."""
    return analysis.once("gaps", lambda: _gaps(analysis))


def _gaps(analysis: Analysis) -> Gaps:
    who = work(analysis)
    required = who.required
    met = required.multiply(who.partners).tocsr()
    missing = (required - met).tocsr()
    missing.eliminate_zeros()
    needed, have, size = required.nnz, met.nnz, len(who.people)
    return Gaps(
        pairs=size * (size - 1) // 2, needed=needed, met=have,
        congruence=have / needed if needed else None,
        weighted=float(met.sum() / required.sum()) if needed else None,
        top=tuple(_gap(analysis, who, found) for found in _ranked(analysis, who, missing)),
        unbridged=_unbridged(who))


def _weights(who: Work) -> csr_array:
    """What a pair of problems adds to the need of two people on them.

    The same problem p: severity / (k_p - 1). Linked p and q: (1/k_p + 1/k_q)/2 x the lesser severity. k = how many work on it.
    """
    import numpy as np
    from scipy.sparse import csr_array, diags_array

    workers = who.workers
    same = np.divide(who.severity, workers - 1, out=np.zeros_like(who.severity), where=workers > 1)
    p, q = who.linked.nonzero()
    # A problem nobody works on adds to no pair; 1 keeps the division defined.
    per_worker = 1 / np.maximum(workers, 1)
    across = (per_worker[p] + per_worker[q]) / 2 * np.minimum(who.severity[p], who.severity[q])
    return (diags_array(same, format="csr") + csr_array((across, (p, q)), shape=who.linked.shape)).tocsr()


def _ranked(analysis: Analysis, who: Work, missing: csr_array) -> Iterator[tuple[int, int, float, int]]:
    """(s, t, need, requirement) of the top gaps, nobody among them more often than the setting allows.

    Need is divided by the geometric mean of the two portfolios' sizes, or those who touch everything would fill the top.
    """
    import numpy as np

    s, t = missing.nonzero()
    portfolio = np.sqrt(who.does.sum(axis=1))
    need = _at(who.of_pairs(_weights(who)), s, t) / (portfolio[s] * portfolio[t])
    # Rounded: the last digits depend on the order of summing, and equal needs go by uid.
    order = np.lexsort((t, s, -np.round(need, 12)))
    seen: Counter[int] = Counter()
    left = analysis.settings.top
    for place in order:
        pair = int(s[place]), int(t[place])
        if not left:
            return
        if all(seen[person] < analysis.settings.per_stakeholder for person in pair):
            seen.update(pair)
            left -= 1
            yield *pair, float(need[place]), int(missing[pair])


def _at(matrix: csr_array, rows: np.ndarray[Any, Any], columns: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The entries at these places; an empty index is one that scipy refuses."""
    import numpy as np

    return np.asarray(matrix[rows, columns]).ravel() if len(rows) else np.zeros(0)


def _gap(analysis: Analysis, who: Work, found: tuple[int, int, float, int]) -> Gap:
    s, t, need, required = found
    of_s, of_t = (set(who.does[[person]].indices.tolist()) for person in (s, t))
    links = sorted(((p, q) for p in of_s for q in who.linked[[p]].indices.tolist() if q in of_t),
                   key=lambda link: (-min(who.severity[[*link]]), link))
    behind = sorted((of_s & of_t).union(*links), key=lambda p: (-who.severity[p] / who.workers[p], p))
    shared = tuple(who.problems[p] for p in behind if p in of_s & of_t)
    linked = tuple((who.problems[p], who.problems[q]) for p, q in links)
    return Gap(who.people[s], who.people[t], "shared" if shared else "linked", need, required,
               float(sum(who.severity[p] for p in behind)), tuple(who.problems[p] for p in behind),
               shared, linked, _reason(analysis, shared, linked))


def _reason(analysis: Analysis, shared: tuple[str, ...], links: tuple[tuple[str, str], ...]) -> Words:
    """Why they should work together, in one sentence that names the most telling problem."""
    if shared:
        more = len(shared) - 1
        return (Words(en="Both work on {problem} and {more} more.", id="Keduanya menangani {problem} dan {more} masalah lain.") if more else
                Words(en="Both work on {problem}.", id="Keduanya menangani {problem}.")).filled(
                    problem=analysis.name(shared[0]), more=more)
    return Words(en="One works on {one}, the other on {other}, and these two problems hang together.",
                 id="Yang satu menangani {one}, yang lain {other}, padahal kedua masalah itu saling terkait.").filled(
                     one=analysis.name(links[0][0]), other=analysis.name(links[0][1]))


def _unbridged(who: Work) -> tuple[tuple[str, str], ...]:
    """Linked pairs of problems, both worked on, that nobody and no partnership bridges."""
    from scipy.sparse import triu

    # `related` has ones on its diagonal: whoever works on both bridges them.
    bridged = who.does.T @ (who.partners + who.related) @ who.does
    pairs = zip(*(side.tolist() for side in triu(who.linked).nonzero()), strict=True)
    return tuple((who.problems[p], who.problems[q]) for p, q in sorted(pairs)
                 if who.workers[p] and who.workers[q] and not bridged[p, q])
