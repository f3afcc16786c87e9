"""Suggested partnerships: pairs that are not tied, ranked by what speaks for a tie, each term shown and said in a sentence.

It is an argument and no prediction of success. Its design was settled before it was held against any network:

- Like is weighed with like. What is counted has no ceiling, so it is put beside what is usual among the pairs looked at: x / (x + usual),
  1/2 where it is as strong as usual, whatever the size or density of the map.
- Reasons and wishes are two families. Reasons (`NEAR`) say how near two are already; wishes (`WISHED`) ask for what seldom arises by itself: a tie
  across, or to somebody who is not busy. By default every reason weighs the same, and the three wishes together as much as one reason.
- What the data do not tell is silent: where no pair has a term, its weight goes to the others of its family, never to the other family. So a map
  without problems is ranked by partners, not by wishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sysmap.algorithms.pairs import Strongest, dot_products, keep_strongest, multiply_pairs
from sysmap.analysis import Analysis, kept
from sysmap.messages import Text
from sysmap.models.gaps.ranking import problem_weights, survey_pairs
from sysmap.models.partners.reasons import explain_suggestion
from sysmap.records.coverage_work import Work, read_work, sector_codes

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["NEAR", "TERMS", "WISHED", "Ground", "Scale", "Suggestion", "build_ground", "compute_scale", "compute_scores", "compute_terms", "suggest_partnerships"]

NEAR = ("need", "partners", "work", "fit")
"""Reasons: terms that say how near two are."""
WISHED = ("bridge", "diversity", "load")
"""Wishes: ties across, and of those who are not busy (`load` counts against)."""
TERMS = (*NEAR, *WISHED)
"""What a score is made of."""
SAME_PIECE = 0.5
"""What a new bridge within one piece is worth, beside one that joins two."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two stakeholders without a partnership, `source` < `target`, and why they might have one.

    `score`, at most 1: the sum of `terms`, which are weighted (`load` is negative or 0). `reasons`: one sentence per term that is not 0.
    """

    source: str
    target: str
    score: float
    terms: Mapping[str, float]
    reasons: Mapping[str, Text]


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


@dataclass(frozen=True, slots=True)
class Scale:
    """What makes terms of counts, and a score of terms.

    `usual`: the mean of each of `NEAR` over the pairs looked at that have any. `share`: what each of `TERMS` counts, its family's weights shared
    out among those of it that some pair has; all weights together are 1.
    """

    usual: np.ndarray[Any, Any]
    share: np.ndarray[Any, Any]


def suggest_partnerships(analysis: Analysis, of: str | None = None, top: int | None = None) -> tuple[Suggestion, ...]:
    """The strongest suggestions: of all, nobody more often than `per_stakeholder`; or those for the stakeholder `of`.

    `top` is the setting of that name where it is not given. Candidates are the strongest gaps, those with a partner in
    common, and those of whom one offers what the other needs. Without partnership data do not ask (`Analysis.ties_assessed`).
    """
    most = analysis.settings.top if top is None else top
    return _suggestions(analysis, of, most)


@kept
def _whole_ground(analysis: Analysis) -> tuple[Ground, Scale]:
    """The ground of the map with all its partnerships, and the scale that all suggestions share, whoever they are for."""
    on = build_ground(analysis, read_work(analysis).partners)
    return on, compute_scale(analysis, on, _free(on, _candidates(analysis, on)))


@kept
def _suggestions(analysis: Analysis, of: str | None, top: int) -> tuple[Suggestion, ...]:
    who = read_work(analysis)
    on, by = _whole_ground(analysis)
    if of is None:
        found, _ = keep_strongest(lambda: _ranked(on, by, _candidates(analysis, on)), len(who.people), top, analysis.settings.per_stakeholder)
    else:
        kept = Strongest()
        for ranked in _ranked(on, by, _around(on, who.people.index(of))):
            kept.add(*ranked)
        found = list(kept)[:top]
    return tuple(_told(analysis, on, by, s, t) for s, t, _ in found)


def build_ground(analysis: Analysis, tied: csr_array) -> Ground:
    """The ground of an analysis where `tied` are the partnerships that are known: all of them, or all but some that are hidden."""
    from scipy.sparse.csgraph import connected_components

    who = read_work(analysis)
    offers, needs = _exchange(analysis, who.people)
    return Ground(who, tied, connected_components(tied, directed=False)[1], tied.sum(axis=1), sector_codes(analysis)[0], offers, needs,
                  who.does @ problem_weights(who), _rare(tied), _rare(who.does))


def compute_terms(on: Ground, by: Scale, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Each of `TERMS` (columns, not weighted, 0 to 1 but for load) for each pair (rows).

    need: the weighted need of a gap; partners and work: common partners and common problems, each counted 1 / ln(how many have
    it) (Adamic & Adar 2003); fit: how many offers meet a need; these four as x / (x + usual). bridge: 1 if no chain of partners
    joins them, 1/2 if no partner is common, else 0. diversity: 1 if their sectors differ. load, -1 to 0: less the partners of
    the busier of the two, d / (d + the mean of those who have any).
    """
    import numpy as np

    counted = _counted(on, s, t)
    return np.column_stack((counted / (counted + by.usual), _wished(on, s, t, counted[:, NEAR.index("partners")])))


def _counted(on: Ground, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    import numpy as np

    portfolio = np.sqrt(np.maximum(on.who.does.sum(axis=1), 1))
    return np.column_stack((
        dot_products(on.weighed, on.who.does, s, t) / (portfolio[s] * portfolio[t]), dot_products(on.rare_partners, on.tied, s, t),
        dot_products(on.rare_work, on.who.does, s, t), dot_products(on.offers, on.needs, s, t) + dot_products(on.needs, on.offers, s, t)))


def _wished(on: Ground, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any], partners: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    import numpy as np

    busy = np.maximum(on.degree[s], on.degree[t])
    usual = on.degree[on.degree > 0].mean() if on.degree.any() else 1.0
    return np.column_stack((np.where(on.piece[s] != on.piece[t], 1, SAME_PIECE * (partners == 0)),
                            (on.sector[s] != on.sector[t]) & (on.sector[s] > 0) & (on.sector[t] > 0), -busy / (busy + usual)))


def compute_scale(analysis: Analysis, on: Ground, pairs: Iterable[tuple[Any, Any]]) -> Scale:
    """The scale that these pairs, given in blocks, make; the settings `weight_...` are shared out by it."""
    import numpy as np

    total, having, wished = np.zeros(len(NEAR)), np.zeros(len(NEAR)), np.zeros(len(WISHED), dtype=bool)
    for s, t in pairs:
        counted = _counted(on, s, t)
        total, having = total + counted.sum(axis=0), having + (counted > 0).sum(axis=0)
        wished |= (_wished(on, s, t, counted[:, NEAR.index("partners")]) != 0).any(axis=0)
    told = np.concatenate((having > 0, wished))
    weight = np.array([getattr(analysis.settings, f"weight_{term}") for term in TERMS], dtype=float)
    share = np.zeros(len(TERMS))
    for family in (slice(len(NEAR)), slice(len(NEAR), None)):
        heard = (weight * told)[family]
        share[family] = heard * weight[family].sum() / (heard.sum() or 1)
    return Scale(np.where(having > 0, total / np.maximum(having, 1), 1), share / (weight.sum() or 1))


def compute_scores(by: Scale, found: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """What each term adds to a pair's score."""
    return found * by.share  # type: ignore[no-any-return]


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

    strong = survey_pairs(analysis).strongest
    yield strong.s, strong.t
    # One row says both what one gives and what it seeks; against the row the other way round it meets both directions.
    give, seek = (hstack(sides, format="csr") for sides in ((on.offers, on.needs), (on.needs, on.offers)))
    for left, right in ((on.tied, on.tied), (give, seek)):
        for s, t, _ in multiply_pairs(left, right):
            yield s, t


def _around(on: Ground, person: int) -> Iterator[tuple[Any, Any]]:
    """Everybody for whom anything speaks, paired with one person."""
    import numpy as np

    row = [person]
    near = (on.weighed[row] @ on.who.does.T, on.tied[row] @ on.tied, on.offers[row] @ on.needs.T,
            on.needs[row] @ on.offers.T)
    others = np.setdiff1d(np.concatenate([matrix.tocsr().indices for matrix in near]), row)
    yield np.minimum(others, person), np.maximum(others, person)


def _free(on: Ground, pairs: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The pairs that are not tied and of no one house."""
    barred = (on.tied + on.who.related).tocsr()
    for s, t in pairs:
        if len(s):
            free = barred[s, t] == 0
            yield s[free], t[free]


def _ranked(on: Ground, by: Scale, pairs: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any, Any]]:
    """Those that might be suggested, with their scores."""
    for s, t in _free(on, pairs):
        yield s, t, compute_scores(by, compute_terms(on, by, s, t)).sum(axis=1)


def _told(analysis: Analysis, on: Ground, by: Scale, s: int, t: int) -> Suggestion:
    import numpy as np

    added = compute_scores(by, compute_terms(on, by, np.array([s]), np.array([t])))[0].tolist()
    shown = dict(zip(TERMS, added, strict=True))
    said = explain_suggestion(analysis, on.who.people[s], on.who.people[t])
    return Suggestion(on.who.people[s], on.who.people[t], sum(added), shown,
                      {term: said[term] for term in TERMS if shown[term]})
