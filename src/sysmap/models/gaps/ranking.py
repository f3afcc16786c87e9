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
from sysmap.messages import Message, Text
from sysmap.records.coverage_work import Work, identity_matrix, read_work, sector_codes

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = [
    "Gap",
    "Gaps",
    "Pairs",
    "SharedWork",
    "Survey",
    "describe_gap",
    "find_gaps",
    "find_gaps_of",
    "find_shared_work",
    "iterate_needing_pairs",
    "problem_weights",
    "survey_pairs",
]

TIED, HOUSE = 1, 2
"""Codes for the state of a pair: joined by a partnership; of one house (so that they need no partnership).

Both together are 3.
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
    reason: Text


@dataclass(frozen=True, slots=True)
class Gaps:
    """The counts of all gaps, and the `top` gaps.

    `pairs`: all pairs of stakeholders; `needed`: those that need coordination; `met`: those of `needed` that have a
    partnership.
    `congruence`: met / needed, 0 to 1; None if no pair needs coordination. `weighted`: the same with each pair counted
    by its requirement. `top`: the strongest gaps, at most `Settings.top`, with nobody in more than
    `Settings.per_stakeholder`.
    `unbridged`: pairs of linked problems which both have workers, but nobody works on both, and neither a partnership
    nor a common house joins the workers of one with those of the other (integrative gaps; Fried, Hamilton & Berardo
    2022; that partnerships bridge them is our addition).
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
        """How many gaps there are: pairs that need coordination and have no partnership."""
        return self.needed - self.met


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
    strongest = Strongest()
    strongest.add(
        np.minimum(others, person),
        np.maximum(others, person),
        row.data[free].imag / (portfolio[others] * portfolio[person]),
    )
    return tuple(_build_gap(analysis, work, pair) for pair in strongest)


@dataclass(slots=True)
class Survey:
    """What one pass over all pairs that need coordination gives. Stakeholders and sectors are given by number.

    `needed`, `met`: how many pairs there are, and how many of them have a partnership; `needed_sum`, `met_sum`: the
    sums of their requirements. `needed_by` (one number per stakeholder): how many others need it. `by_sector` (2 x
    sectors x sectors): the counts of needed [0] and met [1] pairs by the sectors of the first and of the second of a
    pair.
    `top`: the top gaps as (s, t, need); `strongest`: the strongest of all gaps, however often one stakeholder is in
    them.
    """

    needed_by: np.ndarray[Any, Any]
    by_sector: np.ndarray[Any, Any]
    needed: int = 0
    met: int = 0
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
            yield pairs.s[~pairs.tied], pairs.t[~pairs.tied], pairs.need[~pairs.tied]

    top, survey.strongest = keep_strongest(
        iterate_gaps, len(work.people), analysis.settings.top, analysis.settings.per_stakeholder
    )
    survey.top = tuple(top)
    return survey


@dataclass(frozen=True, slots=True)
class Pairs:
    """A block of pairs that need coordination, as columns of equal length: one place per pair.

    `s` < `t`: the two stakeholders by number; `required`: the coordination requirement; `need`: the weighted need;
    `tied`: whether they have a partnership.
    """

    s: np.ndarray[Any, Any]
    t: np.ndarray[Any, Any]
    required: np.ndarray[Any, Any]
    need: np.ndarray[Any, Any]
    tied: np.ndarray[Any, Any]


def iterate_needing_pairs(work: Work) -> Iterator[Pairs]:
    """Yield all pairs that need coordination, block by block.

    Pairs of one house are left out: they need no partnership. The need of a pair is divided by the geometric mean of
    how many problems each of the two works on. Otherwise the stakeholders who work on almost everything would fill the
    top of the list.
    """
    import numpy as np

    factor = _requirement_and_need(work)
    portfolio = np.sqrt(work.does.sum(axis=1))
    states = (TIED * work.partners + HOUSE * work.related).astype("int8").tocsr()
    for start, stop in split_into_blocks(factor, work.does):
        # Rows start..stop against columns from start on: only pairs s < t are wanted. Indices of a block count from
        # `start`.
        block = (factor[start:stop] @ work.does[start:].T).tocoo()
        state = states[start:stop, start:].toarray()[block.row, block.col]
        needing = (block.row < block.col) & (state < HOUSE)
        s, t, value = block.row[needing] + start, block.col[needing] + start, block.data[needing]
        yield Pairs(s, t, value.real, value.imag / (portfolio[s] * portfolio[t]), state[needing] == TIED)


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
        describe_gap(analysis, shared, links),
    )


@dataclass(frozen=True, slots=True)
class SharedWork:
    """The problems that make two stakeholders need each other, by number; fields and their order are those of `Gap`."""

    problems: tuple[int, ...]
    shared: tuple[int, ...]
    links: tuple[tuple[int, int], ...]


def find_shared_work(work: Work, s: int, t: int) -> SharedWork:
    """Find the common and the linked problems of two stakeholders, given by number.

    All fields are empty if there are none.
    """
    of_s, of_t = (set(work.does[[person]].indices.tolist()) for person in (s, t))
    links = sorted(
        ((p, q) for p in of_s for q in work.linked[[p]].indices.tolist() if q in of_t),
        key=lambda link: (-min(work.severity[[*link]]), link),
    )
    problems = sorted((of_s & of_t).union(*links), key=lambda p: (-work.severity[p] / work.workers[p], p))
    return SharedWork(tuple(problems), tuple(p for p in problems if p in of_s & of_t), tuple(links))


def describe_gap(analysis: Analysis, shared: tuple[str, ...], links: tuple[tuple[str, str], ...]) -> Text:
    """Say in one sentence why two should work together.

    It names the first of their common problems, else the first link.
    """
    if shared:
        more = len(shared) - 1
        return (
            Message("Both work on {problem} and {more} more.") if more else Message("Both work on {problem}.")
        ).filled(problem=analysis.name(shared[0]), more=more)
    return Message("One works on {one}, the other on {other}, and these two problems hang together.").filled(
        one=analysis.name(links[0][0]), other=analysis.name(links[0][1])
    )


def _find_unbridged(work: Work) -> tuple[tuple[str, str], ...]:
    """Find the linked pairs of problems, both with workers, that nothing bridges (see `Gaps.unbridged`)."""
    from scipy.sparse import triu

    # p x p: over how many pairs (worker of p, worker of q) a partnership or a house joins p and q. `related` is 1 on
    # its diagonal, so whoever works on both p and q counts as well.
    bridged = work.does.T @ (work.partners + work.related) @ work.does
    pairs = zip(*(side.tolist() for side in triu(work.linked).nonzero()), strict=True)
    return tuple(
        (work.problems[p], work.problems[q])
        for p, q in sorted(pairs)
        if work.workers[p] and work.workers[q] and not bridged[p, q]
    )
