"""Collaboration gaps: who should work together, because of what they work on, and does not.

Two stakeholders need to coordinate if both work on the same problem, or if they work on two problems of which one
depends on or influences the other (Cataldo et al., CSCW 2006). A gap is such a pair without a partnership. Gaps are
ranked by a weighted need, as Newman (2001) weighs scientific collaboration: a problem that only few work on counts more
than one that many work on.

How it is computed. Stakeholders s and problems p are numbered; `Work` holds the 0/1 matrices `does` (s x p) and
`linked` (p x p).

- requirement (a count): does x (linked + identity) x does'. Entry (s, t) counts the pairs (problem of s, problem of t)
  that are the same problem or are linked.
- need (a float): does x weights x does', where `problem_weights` gives each such pair of problems its weight.

Both products have the same shape and almost the same entries, so they are computed as one complex product: the real
part carries the requirement, the imaginary part the need. It runs in blocks of rows, because the full s x s matrix may
not fit in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from sysmap.algorithms.pairs import Strongest, keep_strongest, split_into_blocks
from sysmap.analysis import Analysis, kept
from sysmap.messages import Text
from sysmap.models.gaps.shared_work import describe_gap, find_shared_work
from sysmap.records.coverage_together import MOST_TOGETHER, read_common_work
from sysmap.records.coverage_work import Work, identity_matrix, read_work, sector_codes

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = [
    "Gap",
    "Gaps",
    "Pairs",
    "Survey",
    "find_gaps",
    "find_gaps_of",
    "iterate_gap_pairs",
    "iterate_needing_pairs",
    "problem_weights",
    "survey_pairs",
]

DIGITS = 12
"""Decimal places to which `Strongest` rounds."""
TIED, HOUSE, TOGETHER = 1, 2, 4
"""Bits of the state of a pair.

Joined by a partnership; of one house (so that they need no partnership); at work together in an innovation or by the
decisions of a GROW session.
"""


@dataclass(frozen=True, slots=True)
class Gap:
    """Two stakeholders who should work together but have no partnership; the uid `source` sorts before `target`.

    `kind`: "shared" if both work on at least one common problem, "linked" if they only work on problems that depend on
    each other.
    `need`: the weighted need, above 0; gaps are ranked by it. `required`: the unweighted coordination requirement, 1 or
    more.
    `problems`: all problems that cause the gap, highest severity per worker first; `severity` is the sum of theirs.
    `shared`: those of `problems` that both work on, in the same order.
    `links`: pairs (problem of source, problem of target) that are linked; the pair whose less severe problem is most
    severe is first.
    `together`: the innovations and sessions in which the two work together already, so that they only lack an agreement
    of their own; such gaps rank below all others. `among`: those of both that are so large that it does not follow.
    `reason`: the sentence that explains the gap.
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
    together: tuple[str, ...]
    among: tuple[str, ...]
    reason: Text


@dataclass(frozen=True, slots=True)
class Gaps:
    """The counts of all gaps, and the `top` gaps.

    `pairs`: all pairs of stakeholders; `needed`: those that need coordination; `met`: those of `needed` that have a
    partnership, and `together` those that have none but work together in an innovation or by a session's decisions.
    `congruence`: met / needed, 0 to 1; None if no pair needs coordination. `weighted`: the same with each pair counted
    by its requirement. `top`: the strongest gaps, at most `Settings.top`, with nobody in more than
    `Settings.per_stakeholder`.
    `unbridged`: pairs of linked problems which both have workers, but nobody works on both, and neither a partnership,
    nor common work, nor a common house joins the workers of one with those of the other (integrative gaps; Fried,
    Hamilton & Berardo 2022; that these bridge them is our addition).
    """

    pairs: int
    needed: int
    met: int
    together: int
    congruence: float | None
    weighted: float | None
    top: tuple[Gap, ...]
    unbridged: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many gaps there are: pairs that need coordination and have no partnership."""
        return self.needed - self.met

    @property
    def apart(self) -> int:
        """How many of the gaps are between two who work together in no recorded way."""
        return self.count - self.together

    @property
    def working(self) -> float | None:
        """The share of the needing pairs that work together in any recorded way; None if no pair needs coordination."""
        return (self.met + self.together) / self.needed if self.needed else None


@kept
def find_gaps(analysis: Analysis) -> Gaps:
    """Return all gaps of an analysis.

    Call it only if there are partnership data (`Analysis.ties_assessed`): else all is a gap.
    """
    work, survey = read_work(analysis), survey_pairs(analysis)
    size = len(work.people)
    return Gaps(
        pairs=size * (size - 1) // 2,
        needed=survey.needed,
        met=survey.met,
        together=survey.together,
        congruence=survey.met / survey.needed if survey.needed else None,
        weighted=survey.met_sum / survey.needed_sum if survey.needed else None,
        top=tuple(_build_gap(analysis, work, pair) for pair in survey.top),
        unbridged=_find_unbridged(work),
    )


def find_gaps_of(analysis: Analysis, stakeholder: str) -> tuple[Gap, ...]:
    """Return all gaps of one stakeholder, given by its uid, the strongest first.

    Call it only if there are partnership data.
    """
    import numpy as np

    work = read_work(analysis)
    person = work.people.index(stakeholder)
    # One row of the complex product: `col` are the others who need this person, the imaginary part of `data` is the
    # need.
    row = (_requirement_and_need(work)[[person]] @ work.does.T).tocoo()
    # `related` is 1 on its diagonal, so this also drops the pair of the person with itself.
    free = (work.partners + work.related)[[person]].toarray()[0, row.col] == 0
    others, portfolio = row.col[free], np.sqrt(work.does.sum(axis=1))
    need = row.data[free].imag / (portfolio[others] * portfolio[person])
    together = work.together[[person]].toarray()[0, others] > 0
    strongest = Strongest()
    strongest.add(np.minimum(others, person), np.maximum(others, person), _rank_gaps(need, together))
    return tuple(_build_gap(analysis, work, (s, t, _need_of(rank))) for s, t, rank in strongest)


def iterate_gap_pairs(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Yield all gaps as pairs of uids, the lower first, however many there are."""
    work = read_work(analysis)
    for pairs in iterate_needing_pairs(work):
        free = ~pairs.tied
        yield from (
            (work.people[s], work.people[t])
            for s, t in zip(pairs.s[free].tolist(), pairs.t[free].tolist(), strict=True)
        )


def _rank_gaps(need: np.ndarray[Any, Any], together: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the numbers by which gaps are ranked: their need, or -1/need for pairs that work together.

    -1/need grows with the need and is below 0, so these come after all others.
    """
    import numpy as np

    return np.where(together, -1 / need, need)


def _need_of(rank: float) -> float:
    """The need of a gap that `_rank_gaps` gave this rank."""
    return rank if rank > 0 else round(-1 / rank, DIGITS)


@dataclass(slots=True)
class Survey:
    """What one pass over all pairs that need coordination gives. Stakeholders and sectors are given by number.

    `needed`, `met`, `together`: how many pairs there are, how many of them have a partnership, and how many have none
    but work together; `needed_sum`, `met_sum`: the
    sums of their requirements. `needed_by` (one number per stakeholder): how many others need it. `by_sector` (2 x
    sectors x sectors): the counts of needed [0] and met [1] pairs by the sectors of the first and of the second of a
    pair.
    `top`: the top gaps as (s, t, need), those of pairs that work together last; `strongest`: the strongest gaps of
    pairs that do not, however often one stakeholder is in them.
    """

    needed_by: np.ndarray[Any, Any]
    by_sector: np.ndarray[Any, Any]
    needed: int = 0
    met: int = 0
    together: int = 0
    needed_sum: int = 0
    met_sum: int = 0
    top: tuple[tuple[int, int, float], ...] = ()
    strongest: Strongest = field(default_factory=Strongest)

    def count(self, pairs: Pairs, sector: np.ndarray[Any, Any]) -> None:
        """Add a block of pairs to the counts; `sector` is the sector code of each stakeholder."""
        import numpy as np

        sectors = self.by_sector.shape[1]
        # The two codes of a pair as one number (row * width + column), so that one bincount fills the whole table.
        cells = sector[pairs.s] * sectors + sector[pairs.t]
        for place, chosen in enumerate((cells, cells[pairs.tied])):
            self.by_sector[place] += np.bincount(chosen, minlength=sectors**2).reshape(sectors, sectors)
        for side in (pairs.s, pairs.t):
            self.needed_by += np.bincount(side, minlength=len(sector))
        self.needed, self.met = self.needed + len(pairs.s), self.met + int(pairs.tied.sum())
        self.together += int((pairs.together & ~pairs.tied).sum())
        self.needed_sum += int(pairs.required.sum())
        self.met_sum += int(pairs.required[pairs.tied].sum())


@kept
def survey_pairs(analysis: Analysis) -> Survey:
    """Go through all pairs that need coordination: count them, and keep the strongest gaps."""
    import numpy as np

    work, (sector, names) = read_work(analysis), sector_codes(analysis)
    survey = Survey(np.zeros(len(work.people), dtype="int64"), np.zeros((2, len(names), len(names)), dtype="int64"))

    def iterate_gaps() -> Iterator[tuple[Any, Any, Any]]:
        # `keep_strongest` may ask for all gaps several times; pairs are counted only the first time.
        is_first_pass = not survey.needed
        for pairs in iterate_needing_pairs(work):
            if is_first_pass:
                survey.count(pairs, sector)
            free = ~pairs.tied
            yield pairs.s[free], pairs.t[free], _rank_gaps(pairs.need, pairs.together)[free]

    top, strongest = keep_strongest(
        iterate_gaps, len(work.people), analysis.settings.top, analysis.settings.per_stakeholder
    )
    survey.top = tuple((s, t, _need_of(rank)) for s, t, rank in top)
    survey.strongest = strongest.above(0)
    return survey


@dataclass(frozen=True, slots=True)
class Pairs:
    """A block of pairs that need coordination, as columns of equal length: one place per pair.

    `s` < `t`: the two stakeholders by number; `required`: the coordination requirement; `need`: the weighted need;
    `tied`: whether they have a partnership; `together`: whether they work together in an innovation or by a session's
    decisions.
    """

    s: np.ndarray[Any, Any]
    t: np.ndarray[Any, Any]
    required: np.ndarray[Any, Any]
    need: np.ndarray[Any, Any]
    tied: np.ndarray[Any, Any]
    together: np.ndarray[Any, Any]


def iterate_needing_pairs(work: Work) -> Iterator[Pairs]:
    """Yield all pairs that need coordination, block by block.

    Pairs of one house are left out: they need no partnership. The need of a pair is divided by the geometric mean of
    how many problems each of the two works on. Otherwise the stakeholders who work on almost everything would fill the
    top of the list.
    """
    import numpy as np

    factor = _requirement_and_need(work)
    portfolio = np.sqrt(work.does.sum(axis=1))
    states = (TIED * work.partners + HOUSE * work.related + TOGETHER * work.together).astype("int8").tocsr()
    for start, stop in split_into_blocks(factor, work.does):
        # Rows start..stop against columns from start on: only pairs s < t are wanted. Indices of a block count from
        # `start`.
        block = (factor[start:stop] @ work.does[start:].T).tocoo()
        state = states[start:stop, start:].toarray()[block.row, block.col]
        needing = (block.row < block.col) & (state & HOUSE == 0)
        s, t, value = block.row[needing] + start, block.col[needing] + start, block.data[needing]
        need, known = value.imag / (portfolio[s] * portfolio[t]), state[needing]
        yield Pairs(s, t, value.real, need, known & TIED > 0, known & TOGETHER > 0)


def _requirement_and_need(work: Work) -> csr_array:
    """Return the left factor F (s x p, complex) of the product that gives requirement and need.

    F x does' has the requirement as real part, and the need before its division as imaginary part. Row s, column q:
    real = how many problems of s are q or linked to q; imaginary = the sum of their weights with q.
    """
    return work.does @ (work.linked + identity_matrix(len(work.problems)) + 1j * problem_weights(work)).tocsr()


def problem_weights(work: Work) -> csr_array:
    """Return the matrix (p x p) of what a pair of problems adds to the need of two stakeholders, one working on each.

    k is how many work on a problem. On the diagonal, where both work on the same problem p: severity / (k_p - 1),
    Newman's weight. For linked problems p and q: (1/k_p + 1/k_q) / 2 x the lower of the two severities. Other pairs
    have no entry.
    """
    import numpy as np
    from scipy.sparse import csr_array, diags_array

    workers = work.workers
    # A problem that only one works on joins no pair: its weight is 0 (and k - 1 would divide by 0).
    same = np.divide(work.severity, workers - 1, out=np.zeros_like(work.severity), where=workers > 1)
    p, q = work.linked.nonzero()
    # A problem that nobody works on joins no pair either; 1 keeps the division defined.
    per_worker = 1 / np.maximum(workers, 1)
    across = (per_worker[p] + per_worker[q]) / 2 * np.minimum(work.severity[p], work.severity[q])
    return (diags_array(same, format="csr") + csr_array((across, (p, q)), shape=work.linked.shape)).tocsr()


def _build_gap(analysis: Analysis, work: Work, pair: tuple[int, int, float]) -> Gap:
    """Build the gap of a pair (s, t, need) of stakeholder numbers: look up what they work on, and say it with uids."""
    s, t, need = pair
    behind = find_shared_work(work, s, t)
    problems, shared, links = (
        tuple(work.problems[p] for p in behind.problems),
        tuple(work.problems[p] for p in behind.shared),
        tuple((work.problems[p], work.problems[q]) for p, q in behind.links),
    )
    both = {work.people[s], work.people[t]}
    common = {uid: len(people) for uid, people in read_common_work(analysis).items() if both <= people}
    together = tuple(sorted(uid for uid, size in common.items() if size <= MOST_TOGETHER))
    return Gap(
        work.people[s],
        work.people[t],
        "shared" if shared else "linked",
        need,
        len(shared) + len(links),
        float(sum(work.severity[p] for p in behind.problems)),
        problems,
        shared,
        links,
        together,
        tuple(sorted(common.keys() - set(together))),
        describe_gap(analysis, shared, links, together),
    )


def _find_unbridged(work: Work) -> tuple[tuple[str, str], ...]:
    """Find the linked pairs of problems, both with workers, that nothing bridges (see `Gaps.unbridged`)."""
    from scipy.sparse import triu

    # p x p: over how many pairs (worker of p, worker of q) a partnership, common work or a house joins p and q.
    # `related` is 1 on its diagonal, so whoever works on both p and q counts as well.
    bridged = work.does.T @ (work.partners + work.together + work.related) @ work.does
    pairs = zip(*(side.tolist() for side in triu(work.linked).nonzero()), strict=True)
    return tuple(
        (work.problems[p], work.problems[q])
        for p, q in sorted(pairs)
        if work.workers[p] and work.workers[q] and not bridged[p, q]
    )
