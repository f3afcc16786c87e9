"""How well the score finds ties that were hidden from it, beside each of its terms alone and beside chance.

A tie that exists is no tie that succeeds: this says whether the score knows the network, and nothing of the future.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis
from sysmap.models.suggestions import NEAR, TERMS, ground, scale, scored, terms
from sysmap.models.work import Work, work

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["Trial", "Trials", "trials"]

REPEATS = 20
HIDDEN = 0.1
PAIRS = 2_000_000
"""Of more pairs than these, so many are drawn by lot."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to rank: its mean AUC and precision@k, 0 to 1, each with the range that holds the middle nine tenths of the repeats.

    `auc`: how often a hidden tie ranks above a pair that is no tie, equal ranks counting half. `precision`: the share of hidden
    ties among the first k, k = how many are hidden; pairs that rank equal at the edge count by their share.
    """

    name: str
    auc: float
    auc_range: tuple[float, float]
    precision: float
    precision_range: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Trials:
    """The score, its part that says how near two are (`nearness`), each term alone (`load`: the less busy first), and chance; `hidden` ties (k) of `ties`, among `pairs`, `repeats` times."""

    ties: int
    hidden: int
    pairs: int
    repeats: int
    found: tuple[Trial, ...]


def trials(analysis: Analysis, repeats: int = REPEATS) -> Trials | None:
    """Hide a tenth of the ties (at least one), by lot with the map's seed; None where fewer than two ties could be suggested."""
    import numpy as np

    who = work(analysis)
    tied, untied = _pairs(analysis, who)
    hidden = max(1, round(HIDDEN * len(tied)))
    if hidden >= len(tied) or not len(untied):
        return None
    draw = np.random.default_rng(analysis.settings.seed)
    runs = [_run(analysis, who, tied[draw.permutation(len(tied))[:hidden]], untied) for _ in range(repeats)]
    chance = hidden / (hidden + len(untied))
    found = [_trial(name, [run[place] for run in runs]) for place, name in enumerate(("score", "nearness", *TERMS))]
    return Trials(len(tied), hidden, hidden + len(untied), repeats,
                  (*found, Trial("chance", 0.5, (0.5, 0.5), chance, (chance, chance))))


def _pairs(analysis: Analysis, who: Work) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Tied pairs and pairs that are not, as rows (s, t), those of one house left out; the others by lot where they are many."""
    import numpy as np
    from scipy.sparse import triu

    size = len(who.people)
    tied = np.column_stack(triu(who.partners - who.partners.multiply(who.related), k=1).tocsr().nonzero())
    if size * (size - 1) // 2 <= PAIRS:
        others = np.column_stack(np.triu_indices(size, 1))
    else:
        drawn = np.random.default_rng(analysis.settings.seed).integers(size, size=(PAIRS, 2))
        others = np.unique(np.sort(drawn[drawn[:, 0] != drawn[:, 1]], axis=1), axis=0)
    barred = (who.partners + who.related).tocsr()
    return tied, others[barred[others[:, 0], others[:, 1]] == 0] if len(others) else others


def _run(analysis: Analysis, who: Work, hidden: np.ndarray[Any, Any], untied: np.ndarray[Any, Any]) -> list[tuple[float, float]]:
    """(AUC, precision@k) of the score, its nearness and each term, where these ties are not known."""
    import numpy as np

    pairs = np.concatenate((hidden, untied))
    on = ground(analysis, _without(who.partners, hidden))
    ends = pairs[:, 0], pairs[:, 1]
    by = scale(analysis, on, [ends])
    each = terms(on, by, *ends)
    # A term alone counts whatever its weight; a setting of 0 leaves it out of the score only.
    added = scored(by, each)
    columns = [added.sum(axis=1), added[:, :len(NEAR)].sum(axis=1), *each.T]
    return [_marks(np.round(column, 12), len(hidden)) for column in columns]


def _without(partners: csr_array, hidden: np.ndarray[Any, Any]) -> csr_array:
    """The partnerships but for the hidden ones."""
    from scipy.sparse import csr_array

    s, t = hidden.T
    gone = csr_array(([1] * (2 * len(hidden)), ([*s, *t], [*t, *s])), shape=partners.shape, dtype="int64")
    left = (partners - gone).tocsr()
    left.eliminate_zeros()
    return left


def _marks(score: np.ndarray[Any, Any], hidden: int) -> tuple[float, float]:
    """AUC (Mann & Whitney 1947) and precision@k of a score whose first `hidden` entries are the hidden ties, k as many."""
    import numpy as np
    from scipy.stats import rankdata

    others = len(score) - hidden
    auc = (rankdata(score)[:hidden].sum() - hidden * (hidden + 1) / 2) / (hidden * others)
    edge = np.partition(score, -hidden)[-hidden]
    above, level = score > edge, score == edge
    hits = above[:hidden].sum() + level[:hidden].sum() * (hidden - above.sum()) / level.sum()
    return float(auc), float(hits / hidden)


def _trial(name: str, marks: list[tuple[float, float]]) -> Trial:
    import numpy as np

    auc, precision = np.array(marks).T
    ranges = [tuple(np.quantile(one, (0.05, 0.95)).tolist()) for one in (auc, precision)]
    return Trial(name, float(auc.mean()), ranges[0], float(precision.mean()), ranges[1])
