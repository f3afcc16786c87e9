"""Collaboration gaps: who should work together, because of what they work on, and does not.

A pair needs coordination where both work on one problem, or on two of which one depends on or influences the other
(Cataldo et al., CSCW 2006). The need is weighted as Newman (2001) weighs collaboration: what few carry says much.
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

__all__ = ["Behind", "Gap", "Gaps", "Pairs", "Survey", "describe_gap", "find_gaps", "find_gaps_of", "find_shared_work", "iterate_needing_pairs", "problem_weights", "survey_pairs"]

TIED, HOUSE = 1, 2
"""How a pair stands: tied by a partnership; of one house, and so in need of none."""


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
    reason: Text


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


@kept
def find_gaps(analysis: Analysis) -> Gaps:
    """The gaps of an analysis, found once; without partnership data do not ask (`Analysis.ties_assessed`)."""
    who, found = read_work(analysis), survey_pairs(analysis)
    size = len(who.people)
    return Gaps(
        pairs=size * (size - 1) // 2, needed=found.needed, met=found.met,
        congruence=found.met / found.needed if found.needed else None,
        weighted=found.met_sum / found.needed_sum if found.needed else None,
        top=tuple(_gap(analysis, who, pair) for pair in found.top),
        unbridged=_unbridged(who))


def find_gaps_of(analysis: Analysis, of: str) -> tuple[Gap, ...]:
    """All gaps of one stakeholder, the strongest first; without partnership data do not ask (`Analysis.ties_assessed`)."""
    import numpy as np

    who = read_work(analysis)
    me = who.people.index(of)
    found = (_both(who)[[me]] @ who.does.T).tocoo()
    free = (who.partners + who.related)[[me]].toarray()[0, found.col] == 0
    other, portfolio = found.col[free], np.sqrt(who.does.sum(axis=1))
    kept = Strongest()
    kept.add(np.minimum(other, me), np.maximum(other, me), found.data[free].imag / (portfolio[other] * portfolio[me]))
    return tuple(_gap(analysis, who, pair) for pair in kept)


@dataclass(slots=True)
class Survey:
    """What one walk through all pairs that need coordination gives.

    How many there are and how many have a partnership, the sums of their requirements; `wanted_by`: how many others need
    each stakeholder; `by_group`: (needed, met) by the sectors of the first and of the second of a pair, as codes; `top` gaps as (s, t, need), and
    `strong`, the strongest of all.
    """

    wanted_by: np.ndarray[Any, Any]
    by_group: np.ndarray[Any, Any]
    needed: int = 0
    met: int = 0
    needed_sum: int = 0
    met_sum: int = 0
    top: tuple[tuple[int, int, float], ...] = ()
    strong: Strongest = field(default_factory=Strongest)

    def count(self, pairs: Pairs, code: np.ndarray[Any, Any]) -> None:
        """Add a block of pairs; `code` is the sector of each stakeholder."""
        import numpy as np

        groups = self.by_group.shape[1]
        of_pair = code[pairs.s] * groups + code[pairs.t]
        for place, which in enumerate((of_pair, of_pair[pairs.tied])):
            self.by_group[place] += np.bincount(which, minlength=groups ** 2).reshape(groups, groups)
        for side in (pairs.s, pairs.t):
            self.wanted_by += np.bincount(side, minlength=len(code))
        self.needed, self.met = self.needed + len(pairs.s), self.met + int(pairs.tied.sum())
        self.needed_sum += int(pairs.required.sum())
        self.met_sum += int(pairs.required[pairs.tied].sum())


@kept
def survey_pairs(analysis: Analysis) -> Survey:
    """The walk through all pairs, taken once."""
    import numpy as np

    who, (code, names) = read_work(analysis), sector_codes(analysis)
    found = Survey(np.zeros(len(who.people), dtype="int64"), np.zeros((2, len(names), len(names)), dtype="int64"))

    def added() -> Iterator[tuple[Any, Any, Any]]:
        first = not found.needed
        for pairs in iterate_needing_pairs(who):
            if first:
                found.count(pairs, code)
            yield pairs.s[~pairs.tied], pairs.t[~pairs.tied], pairs.need[~pairs.tied]

    top, found.strong = keep_strongest(added, len(who.people), analysis.settings.top, analysis.settings.per_stakeholder)
    found.top = tuple(top)
    return found


@dataclass(frozen=True, slots=True)
class Pairs:
    """A block of pairs s < t that need coordination: requirement, weighted need, and whether a partnership ties them."""

    s: np.ndarray[Any, Any]
    t: np.ndarray[Any, Any]
    required: np.ndarray[Any, Any]
    need: np.ndarray[Any, Any]
    tied: np.ndarray[Any, Any]


def iterate_needing_pairs(who: Work) -> Iterator[Pairs]:
    """All pairs that need coordination, block by block; pairs of one house need none.

    Need is divided by the geometric mean of the two portfolios' sizes, or those who touch everything would fill the top.
    """
    import numpy as np

    both = _both(who)
    portfolio = np.sqrt(who.does.sum(axis=1))
    standing = (TIED * who.partners + HOUSE * who.related).astype("int8").tocsr()
    for start, stop in split_into_blocks(both, who.does):
        block = (both[start:stop] @ who.does[start:].T).tocoo()
        state = standing[start:stop, start:].toarray()[block.row, block.col]
        kept = (block.row < block.col) & (state < HOUSE)
        s, t, value = block.row[kept] + start, block.col[kept] + start, block.data[kept]
        yield Pairs(s, t, value.real, value.imag / (portfolio[s] * portfolio[t]), state[kept] == TIED)


def _both(who: Work) -> csr_array:
    """What a product with `does` makes both numbers of a pair from: the requirement as real part, the need as imaginary one."""
    return who.does @ (who.linked + identity_matrix(len(who.problems)) + 1j * problem_weights(who)).tocsr()


def problem_weights(who: Work) -> csr_array:
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


def _gap(analysis: Analysis, who: Work, found: tuple[int, int, float]) -> Gap:
    s, t, need = found
    behind = find_shared_work(who, s, t)
    problems, shared, links = (tuple(who.problems[p] for p in behind.problems), tuple(who.problems[p] for p in behind.shared),
                               tuple((who.problems[p], who.problems[q]) for p, q in behind.links))
    return Gap(who.people[s], who.people[t], "shared" if shared else "linked", need,
               len(shared) + len(links), float(sum(who.severity[p] for p in behind.problems)), problems,
               shared, links, describe_gap(analysis, shared, links))


@dataclass(frozen=True, slots=True)
class Behind:
    """The problems behind a pair, by index, in the orders that `Gap` gives."""

    problems: tuple[int, ...]
    shared: tuple[int, ...]
    links: tuple[tuple[int, int], ...]


def find_shared_work(who: Work, s: int, t: int) -> Behind:
    """What makes two stakeholders need each other."""
    of_s, of_t = (set(who.does[[person]].indices.tolist()) for person in (s, t))
    links = sorted(((p, q) for p in of_s for q in who.linked[[p]].indices.tolist() if q in of_t),
                   key=lambda link: (-min(who.severity[[*link]]), link))
    problems = sorted((of_s & of_t).union(*links), key=lambda p: (-who.severity[p] / who.workers[p], p))
    return Behind(tuple(problems), tuple(p for p in problems if p in of_s & of_t), tuple(links))


def describe_gap(analysis: Analysis, shared: tuple[str, ...], links: tuple[tuple[str, str], ...]) -> Text:
    """Why they should work together, in one sentence that names the most telling problem."""
    if shared:
        more = len(shared) - 1
        return (Message("Both work on {problem} and {more} more.") if more else
                Message("Both work on {problem}.")).filled(
                    problem=analysis.name(shared[0]), more=more)
    return Message("One works on {one}, the other on {other}, and these two problems hang together.").filled(
                     one=analysis.name(links[0][0]), other=analysis.name(links[0][1]))


def _unbridged(who: Work) -> tuple[tuple[str, str], ...]:
    """Linked pairs of problems, both worked on, that nobody and no partnership bridges."""
    from scipy.sparse import triu

    # `related` has ones on its diagonal: whoever works on both bridges them.
    bridged = who.does.T @ (who.partners + who.related) @ who.does
    pairs = zip(*(side.tolist() for side in triu(who.linked).nonzero()), strict=True)
    return tuple((who.problems[p], who.problems[q]) for p, q in sorted(pairs)
                 if who.workers[p] and who.workers[q] and not bridged[p, q])
