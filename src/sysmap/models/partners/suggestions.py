"""Suggested partnerships: pairs of stakeholders without a partnership, ranked by what speaks for one.

Each reason is said in a sentence. A suggestion is an argument, not a prediction that the partnership will succeed. The
design of the score was settled before it was compared with any network:

- The score of a pair is a weighted sum of terms between 0 and 1. Counts have no upper limit, so each is compared with
  what is usual on this map: x / (x + usual), which is 1/2 for a usual count, whatever the size or density of the map.
- There are two families of terms. Nearness terms (`NEARNESS_TERMS`) say how close two stakeholders are already. Wishes
  (`WISH_TERMS`) ask for what seldom arises by itself: a partnership across groups, or with somebody who is not busy. By
  default all nearness terms weigh the same, and the three wishes together weigh as much as one nearness term.
- A term that no pair has (data are missing) counts nothing. Its weight goes to the other terms of its family, never to
  the other family. So a map without problems is ranked by common partners, not by wishes.
- Suggestions are ranked by nearness, because that finds hidden ties best (`trials`); of equals that with the higher
  score comes first. Where partnerships join two sides only, such as people and events, the whole score finds them
  better, and ranks. The setting `suggest_by` chooses otherwise.

Terms are computed for many pairs at once: s and t are arrays of stakeholder numbers, one place per pair, and the
results are tables with a row per pair and a column per term.
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
from sysmap.models.partners.shape import find_sides
from sysmap.records.coverage_work import Work, read_work, sector_codes

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = [
    "NEARNESS_TERMS",
    "TERMS",
    "WISH_TERMS",
    "Scale",
    "Suggestion",
    "TermInputs",
    "build_inputs",
    "compute_scale",
    "compute_scores",
    "compute_terms",
    "ranks_by_nearness",
    "suggest_partnerships",
]

NEARNESS_TERMS = ("need", "partners", "work", "fit")
"""Terms that say how close two stakeholders are already; all are counts or sums, 0 and up."""
WISH_TERMS = ("bridge", "diversity", "load")
"""Terms that wish for ties across groups, and for partners who are not busy (`load` is negative: it counts against)."""
TERMS = (*NEARNESS_TERMS, *WISH_TERMS)
"""All terms of a score, in the order of the columns of term tables."""
SAME_COMPONENT = 0.5
"""The value of `bridge` for two in one component without a common partner; for two in different components it is 1."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two stakeholders without a partnership, and why they might have one; the uid `source` sorts before `target`.

    `terms`: what each of `TERMS` adds to the score, weight included (`load` is negative or 0). `score`: their sum, at
    most 1; `nearness`: the sum of the nearness terms alone, so that the difference is what the wishes add.
    `reasons`: one sentence for each term that is not 0.
    """

    source: str
    target: str
    score: float
    terms: Mapping[str, float]
    reasons: Mapping[str, Text]

    @property
    def nearness(self) -> float:
        """What the nearness terms add to the score."""
        return sum(self.terms[term] for term in NEARNESS_TERMS)


@dataclass(frozen=True, slots=True)
class TermInputs:
    """The matrices and arrays that terms are computed from.

    Stakeholders are s, problems p, offered or needed things are items.
    `tied` (s x s, 0/1, symmetric): the known partnerships; all of `work.partners`, or all but those hidden in a trial.
    `component`, `degree`, `sector` (s): the number of its connected component; how many partners it has; its sector
    code, 0 = not given.
    `offers`, `needs` (s x items, 0/1): what each stakeholder says it offers and needs.
    `weighted_work` (s x p): how much each problem adds to the need of two if the first is this stakeholder (`does` x
    `problem_weights`).
    `rare_partners` (s x s), `rare_work` (s x p): `tied` and `does`, each column divided by ln(its sum). Multiplied by
    `tied` or `does` transposed, they count common partners or problems so that rare ones count more (Adamic & Adar
    2003).
    """

    work: Work
    tied: csr_array
    component: np.ndarray[Any, Any]
    degree: np.ndarray[Any, Any]
    sector: np.ndarray[Any, Any]
    offers: csr_array
    needs: csr_array
    weighted_work: csr_array
    rare_partners: csr_array
    rare_work: csr_array


@dataclass(frozen=True, slots=True)
class Scale:
    """What turns counts into terms, and terms into a score.

    `usual` (one per nearness term): the mean count over those of the pairs looked at whose count is above 0.
    `share` (one per term): its weight in the score. The weights of a family are shared out among those of its terms
    that some pair has; the weights of all terms add up to 1.
    """

    usual: np.ndarray[Any, Any]
    share: np.ndarray[Any, Any]


EQUALS = 1e-9
"""What the wishes weigh where nearness ranks: so little that they decide between equals only."""


def ranks_by_nearness(analysis: Analysis, by: str | None = None) -> bool:
    """Whether suggestions are ranked by nearness, and not by the whole score.

    `by`: "nearness" or "score"; None takes the setting `suggest_by`.
    """
    chosen = analysis.settings.suggest_by if by is None else by
    return chosen == "nearness" or (not chosen and find_sides(analysis) is None)


def suggest_partnerships(
    analysis: Analysis, of: str | None = None, top: int | None = None, by: str | None = None
) -> tuple[Suggestion, ...]:
    """Return the strongest suggestions, best first, for all or for one stakeholder.

    For all, nobody is in more than `Settings.per_stakeholder` of them.
    `of`: the uid of that stakeholder. `top`: how many at most; None takes the setting of that name. `by`: as for
    `ranks_by_nearness`. Candidates are the strongest gaps, pairs with a common partner, and pairs of which one offers
    what the other needs. Call it only if there are partnership data (`Analysis.ties_assessed`).
    """
    most = analysis.settings.top if top is None else top
    return _rank_suggestions(analysis, of, most, ranks_by_nearness(analysis, by))


@kept
def _read_inputs(analysis: Analysis) -> tuple[TermInputs, Scale]:
    """The inputs with all partnerships of the map, and the scale over all candidates.

    Both are the same for every stakeholder.
    """
    inputs = build_inputs(analysis, read_work(analysis).partners)
    return inputs, compute_scale(analysis, inputs, _drop_partners(inputs, _iterate_candidates(analysis, inputs)))


@kept
def _rank_suggestions(analysis: Analysis, of: str | None, top: int, by_nearness: bool) -> tuple[Suggestion, ...]:
    work = read_work(analysis)
    inputs, scale = _read_inputs(analysis)
    if of is None:
        pairs, _ = keep_strongest(
            lambda: _score_pairs(inputs, scale, _iterate_candidates(analysis, inputs), by_nearness=by_nearness),
            len(work.people),
            top,
            analysis.settings.per_stakeholder,
        )
    else:
        strongest = Strongest()
        candidates = _iterate_candidates_of(inputs, work.people.index(of))
        for block in _score_pairs(inputs, scale, candidates, by_nearness=by_nearness):
            strongest.add(*block)
        pairs = list(strongest)[:top]
    return tuple(_build_suggestion(analysis, inputs, scale, s, t) for s, t, _ in pairs)


def build_inputs(analysis: Analysis, tied: csr_array) -> TermInputs:
    """Build the inputs of the terms.

    `tied` (s x s) are the partnerships taken as known: all, or all but some that are hidden.
    """
    from scipy.sparse.csgraph import connected_components

    work = read_work(analysis)
    offers, needs = _build_exchange(analysis, work.people)
    return TermInputs(
        work,
        tied,
        connected_components(tied, directed=False)[1],
        tied.sum(axis=1),
        sector_codes(analysis)[0],
        offers,
        needs,
        work.does @ problem_weights(work),
        _divide_by_log(tied),
        _divide_by_log(work.does),
    )


def compute_terms(
    inputs: TermInputs, scale: Scale, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    """Compute each of `TERMS` (columns) for each pair s, t (rows), not weighted yet.

    All are 0 to 1, but load is -1 to 0. need: the weighted need of a gap. partners, work: the common partners, the
    common problems, each counted as 1 / ln(how many have it) (Adamic & Adar 2003). fit: how many offers of one meet a
    need of the other. These four as x / (x + usual). bridge: 1 if no chain of partners joins the two, 1/2 if a chain
    does but they have no common partner, else 0. diversity: 1 if both sectors are known and differ. load: -d / (d +
    usual), where d is the number of partners of the busier of the two, and usual the mean number of partners of those
    who have any.
    """
    import numpy as np

    counts = _count_nearness(inputs, s, t)
    return np.column_stack(
        (counts / (counts + scale.usual), _compute_wishes(inputs, s, t, counts[:, NEARNESS_TERMS.index("partners")]))
    )


def _count_nearness(inputs: TermInputs, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The raw counts of the nearness terms (pairs x 4), before they are compared with what is usual."""
    import numpy as np

    does = inputs.work.does
    # As in the ranking of gaps: need over the geometric mean of how many problems each works on.
    portfolio = np.sqrt(np.maximum(does.sum(axis=1), 1))
    return np.column_stack(
        (
            dot_products(inputs.weighted_work, does, s, t) / (portfolio[s] * portfolio[t]),
            dot_products(inputs.rare_partners, inputs.tied, s, t),
            dot_products(inputs.rare_work, does, s, t),
            dot_products(inputs.offers, inputs.needs, s, t) + dot_products(inputs.needs, inputs.offers, s, t),
        )
    )


def _compute_wishes(
    inputs: TermInputs, s: np.ndarray[Any, Any], t: np.ndarray[Any, Any], partners: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    """The wish terms (pairs x 3); `partners` is the count of common partners of each pair, 0 if there is none."""
    import numpy as np

    sector, degree = inputs.sector, inputs.degree
    busier = np.maximum(degree[s], degree[t])
    usual = degree[degree > 0].mean() if degree.any() else 1.0
    return np.column_stack(
        (
            np.where(inputs.component[s] != inputs.component[t], 1, SAME_COMPONENT * (partners == 0)),
            (sector[s] != sector[t]) & (sector[s] > 0) & (sector[t] > 0),
            -busier / (busier + usual),
        )
    )


def compute_scale(analysis: Analysis, inputs: TermInputs, pairs: Iterable[tuple[Any, Any]]) -> Scale:
    """Compute the scale from the pairs looked at, given in blocks (s, t), and from the settings `weight_<term>`."""
    import numpy as np

    count = len(NEARNESS_TERMS)
    # For each nearness term: the sum of its counts, and how many pairs have any; for each wish: whether some pair has
    # it.
    total, having, wished = np.zeros(count), np.zeros(count), np.zeros(len(WISH_TERMS), dtype=bool)
    for s, t in pairs:
        counts = _count_nearness(inputs, s, t)
        total, having = total + counts.sum(axis=0), having + (counts > 0).sum(axis=0)
        wished |= (_compute_wishes(inputs, s, t, counts[:, NEARNESS_TERMS.index("partners")]) != 0).any(axis=0)
    occurs = np.concatenate((having > 0, wished))
    weight = np.array([getattr(analysis.settings, f"weight_{term}") for term in TERMS], dtype=float)
    share = np.zeros(len(TERMS))
    for family in (slice(count), slice(count, None)):
        # The terms that occur share the weight of the whole family, in proportion to their own weights.
        effective = (weight * occurs)[family]
        share[family] = effective * weight[family].sum() / (effective.sum() or 1)
    return Scale(np.where(having > 0, total / np.maximum(having, 1), 1), share / (weight.sum() or 1))


def compute_scores(scale: Scale, terms: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return what each term (columns) adds to the score of each pair (rows): `terms` times their weights."""
    return terms * scale.share  # type: ignore[no-any-return]


def _divide_by_log(matrix: csr_array) -> csr_array:
    """Divide each column by ln(its sum).

    The sum is at least 2 wherever two rows have it in common, so 2 is the floor.
    """
    import numpy as np
    from scipy.sparse import diags_array

    return (matrix @ diags_array(1 / np.log(np.maximum(matrix.sum(axis=0), 2)), format="csr")).tocsr()


def _build_exchange(analysis: Analysis, people: tuple[str, ...]) -> tuple[csr_array, csr_array]:
    """Build the 0/1 matrices (offers, needs) of stakeholders x items. Items are compared without regard to case."""
    from scipy.sparse import csr_array

    by_person = [
        {
            field: {str(item).casefold() for item in analysis.props(uid).get(field) or ()}
            for field in ("offers", "needs")
        }
        for uid in people
    ]
    items = {
        item: number
        for number, item in enumerate(
            sorted({item for fields in by_person for named in fields.values() for item in named})
        )
    }

    def build(field: str) -> csr_array:
        cells = [(row, items[item]) for row, fields in enumerate(by_person) for item in fields[field]]
        places = ([row for row, _ in cells], [column for _, column in cells])
        return csr_array(([1] * len(cells), places), shape=(len(people), len(items)), dtype="int64")

    return build("offers"), build("needs")


def _iterate_candidates(analysis: Analysis, inputs: TermInputs) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs s < t that might be suggested, in blocks.

    A pair may come more than once, and partners come too.
    """
    from scipy.sparse import hstack

    strongest = survey_pairs(analysis).strongest
    yield strongest.s, strongest.t
    # One row [offers | needs] times another row [needs | offers] counts both directions: what s offers to t, and t to
    # s.
    gives, seeks = (
        hstack(sides, format="csr") for sides in ((inputs.offers, inputs.needs), (inputs.needs, inputs.offers))
    )
    for left, right in ((inputs.tied, inputs.tied), (gives, seeks)):
        for s, t, _ in multiply_pairs(left, right):
            yield s, t


def _iterate_candidates_of(inputs: TermInputs, person: int) -> Iterator[tuple[Any, Any]]:
    """Yield, as one block, the pairs of one stakeholder with everybody for whom any nearness term speaks."""
    import numpy as np

    row = [person]
    products = (
        inputs.weighted_work[row] @ inputs.work.does.T,
        inputs.tied[row] @ inputs.tied,
        inputs.offers[row] @ inputs.needs.T,
        inputs.needs[row] @ inputs.offers.T,
    )
    others = np.setdiff1d(np.concatenate([product.tocsr().indices for product in products]), row)
    yield np.minimum(others, person), np.maximum(others, person)


def _drop_partners(inputs: TermInputs, pairs: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs without those that are partners already or of one house."""
    barred = (inputs.tied + inputs.work.related).tocsr()
    for s, t in pairs:
        if len(s):
            free = barred[s, t] == 0
            yield s[free], t[free]


def _score_pairs(
    inputs: TermInputs, scale: Scale, pairs: Iterable[tuple[Any, Any]], *, by_nearness: bool
) -> Iterator[tuple[Any, Any, Any]]:
    """Yield blocks (s, t, by what they rank) of the pairs that may be suggested."""
    near = len(NEARNESS_TERMS)
    for s, t in _drop_partners(inputs, pairs):
        added = compute_scores(scale, compute_terms(inputs, scale, s, t))
        wishes = added[:, near:].sum(axis=1)
        yield s, t, added[:, :near].sum(axis=1) + wishes * (EQUALS if by_nearness else 1)


def _build_suggestion(analysis: Analysis, inputs: TermInputs, scale: Scale, s: int, t: int) -> Suggestion:
    import numpy as np

    source, target = inputs.work.people[s], inputs.work.people[t]
    added = compute_scores(scale, compute_terms(inputs, scale, np.array([s]), np.array([t])))[0].tolist()
    terms = dict(zip(TERMS, added, strict=True))
    sentences = explain_suggestion(analysis, source, target)
    return Suggestion(source, target, sum(added), terms, {term: sentences[term] for term in TERMS if terms[term]})
