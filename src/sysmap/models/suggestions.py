"""Suggested partnerships: pairs that are not tied, ranked by what speaks for a tie, each term shown and said in a sentence.

It is an argument and no prediction of success. The terms lie between 0 and 1, so that weights compare like with like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis
from sysmap.models.gaps import survey, weights
from sysmap.models.pairs import Strongest, dots, products, strongest
from sysmap.models.reasons import reasons
from sysmap.models.work import Work, sectors, work
from sysmap.schema import Words

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["NEAR", "TERMS", "Ground", "Suggestion", "ground", "suggestions", "terms", "weigh"]

NEAR = ("need", "partners", "work", "fit")
"""Terms that say how near two are."""
TERMS = (*NEAR, "bridge", "diversity", "load")
"""What a score is made of; the last three say what is wished for: ties across, and of those who are not busy (`load` counts against)."""
SAME_PIECE = 0.5
"""What a new bridge within one piece is worth, beside one that joins two."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two stakeholders without a partnership, `source` < `target`, and why they might have one.

    `score`: the sum of `terms`, which are weighted (`load` is negative or 0). `reasons`: one sentence per term that is not 0.
    """

    source: str
    target: str
    score: float
    terms: Mapping[str, float]
    reasons: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Ground:
    """All that terms are computed from, with the partnerships that are known (`tied`, s x s).

    `piece`: the connected component of each stakeholder; `degree`: its partners; `sector`: its code, 0 = none given;
    `offers` and `needs` (s x items): 1 where it says so. `weighed` (s x p): what each problem adds to the need of one who works
    on it; `rare_partners`, `rare_work`: `tied` and `does` with each column over the logarithm of how many have it.
    """

    who: Work
    tied: csr_array
    piece: np.ndarray[Any, Any]
    degree: np.ndarray[Any, Any]
    sector: np.ndarray[Any, Any]
    offers: csr_array
    needs: csr_array
    weighed: csr_array
    rare_partners: csr_array
    rare_work: csr_array


def suggestions(analysis: Analysis, of: str | None = None, top: int | None = None) -> tuple[Suggestion, ...]:
    """The strongest suggestions: of all, nobody more often than `per_stakeholder`; or those for the stakeholder `of`.

    `top` is the setting of that name where it is not given. Candidates are the strongest gaps, those with a partner in
    common, and those of whom one offers what the other needs. Without partnership data do not ask (`Analysis.ties_assessed`).
    """
    most = analysis.settings.top if top is None else top
    return analysis.once(("suggestions", of, most), lambda: _suggestions(analysis, of, most))


def _suggestions(analysis: Analysis, of: str | None, top: int) -> tuple[Suggestion, ...]:
    who = work(analysis)
    on = ground(analysis, who.partners)
    if of is None:
        found, _ = strongest(lambda: _scored(analysis, on, _candidates(analysis, on)), len(who.people), top,
                             analysis.settings.per_stakeholder)
    else:
        kept = Strongest()
        for scored in _scored(analysis, on, _around(on, who.people.index(of))):
            kept.add(*scored)
        found = list(kept)[:top]
    return tuple(_told(analysis, on, s, t) for s, t, _ in found)


def ground(analysis: Analysis, tied: csr_array) -> Ground:
    """The ground of an analysis where `tied` are the partnerships that are known: all of them, or all but some that are hidden."""
    from scipy.sparse.csgraph import connected_components

    who = work(analysis)
    offers, needs = _exchange(analysis, who.people)
    return Ground(who, tied, connected_components(tied, directed=False)[1], tied.sum(axis=1), sectors(analysis)[0], offers, needs,
                  who.does @ weights(who), _rare(tied), _rare(who.does))


def terms(on: Ground, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Each of `TERMS` (columns, not weighted, 0 to 1 but for load) for each pair (rows).

    need: the weighted need of a gap, over the mean severity; partners and work: common partners and common problems, each
    counted 1 / ln(how many have it) (Adamic & Adar 2003); fit: how many offers meet a need; these four as x / (1 + x). bridge: 1 if no
    chain of partners joins them, 1/2 if no partner is common, else 0. diversity: 1 if their sectors differ. load,
    -1 to 0: less the partners of the busier of the two, d / (d + the mean of those who have any).
    """
    import numpy as np

    who = on.who
    portfolio = np.sqrt(np.maximum(who.does.sum(axis=1), 1))
    severity = who.severity.mean() if len(who.severity) else 1.0
    need = dots(on.weighed, who.does, s, t) / (portfolio[s] * portfolio[t] * severity)
    partners = dots(on.rare_partners, on.tied, s, t)
    apart = on.piece[s] != on.piece[t]
    busy = np.maximum(on.degree[s], on.degree[t])
    usual = on.degree[on.degree > 0].mean() if on.degree.any() else 1.0
    counted = np.column_stack((need, partners, dots(on.rare_work, who.does, s, t),
                               dots(on.offers, on.needs, s, t) + dots(on.needs, on.offers, s, t)))
    return np.column_stack((counted / (1 + counted), np.where(apart, 1, SAME_PIECE * (partners == 0)),
                            (on.sector[s] != on.sector[t]) & (on.sector[s] > 0) & (on.sector[t] > 0), -busy / (busy + usual)))


def weigh(analysis: Analysis, found: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """What each term adds to a pair's score: the terms times their settings `weight_...`."""
    import numpy as np

    return np.asarray(found * np.array([getattr(analysis.settings, f"weight_{term}") for term in TERMS]))


def _rare(matrix: csr_array) -> csr_array:
    """Each column over the logarithm of how many have it; what one alone has is common to no pair."""
    import numpy as np
    from scipy.sparse import diags_array

    return (matrix @ diags_array(1 / np.log(np.maximum(matrix.sum(axis=0), 2)), format="csr")).tocsr()


def _exchange(analysis: Analysis, people: tuple[str, ...]) -> tuple[csr_array, csr_array]:
    """Offers and needs by stakeholder and item; items are compared without case."""
    from scipy.sparse import csr_array

    said = [{field: {str(item).casefold() for item in analysis.props(uid).get(field) or ()} for field in ("offers", "needs")}
            for uid in people]
    items = {item: number for number, item in enumerate(sorted({item for one in said for given in one.values() for item in given}))}

    def matrix(field: str) -> csr_array:
        cells = [(row, items[item]) for row, one in enumerate(said) for item in one[field]]
        ends = ([row for row, _ in cells], [column for _, column in cells])
        return csr_array(([1] * len(cells), ends), shape=(len(people), len(items)), dtype="int64")
    return matrix("offers"), matrix("needs")


def _candidates(analysis: Analysis, on: Ground) -> Iterator[tuple[Any, Any]]:
    """Pairs s < t that something speaks for, block by block."""
    from scipy.sparse import hstack

    strong = survey(analysis).strong
    yield strong.s, strong.t
    # One row says both what one gives and what it seeks; against the row the other way round it meets both directions.
    give, seek = (hstack(sides, format="csr") for sides in ((on.offers, on.needs), (on.needs, on.offers)))
    for left, right in ((on.tied, on.tied), (give, seek)):
        for s, t, _ in products(left, right):
            yield s, t


def _around(on: Ground, person: int) -> Iterator[tuple[Any, Any]]:
    """Everybody for whom anything speaks, paired with one person."""
    import numpy as np

    row = [person]
    near = (on.weighed[row] @ on.who.does.T, on.tied[row] @ on.tied, on.offers[row] @ on.needs.T,
            on.needs[row] @ on.offers.T)
    others = np.setdiff1d(np.concatenate([matrix.tocsr().indices for matrix in near]), row)
    yield np.minimum(others, person), np.maximum(others, person)


def _scored(analysis: Analysis, on: Ground, pairs: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any, Any]]:
    """The pairs that are not tied and of no one house, with their scores."""
    barred = (on.tied + on.who.related).tocsr()
    for s, t in pairs:
        if len(s):
            free = barred[s, t] == 0
            yield s[free], t[free], weigh(analysis, terms(on, s[free], t[free])).sum(axis=1)


def _told(analysis: Analysis, on: Ground, s: int, t: int) -> Suggestion:
    import numpy as np

    added = weigh(analysis, terms(on, np.array([s]), np.array([t])))[0].tolist()
    shown = dict(zip(TERMS, added, strict=True))
    said = reasons(analysis, on.who.people[s], on.who.people[t])
    return Suggestion(on.who.people[s], on.who.people[t], sum(added), shown,
                      {term: said[term] for term in TERMS if shown[term]})
