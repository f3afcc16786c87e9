"""How well the score finds ties that were hidden from it, beside each of its terms alone and beside chance.

A tie that exists is no tie that succeeds: this says whether the score knows the network, and nothing of the future.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis
from sysmap.messages import AnyText, in_context
from sysmap.models.partners.suggestions import NEAR, TERMS, build_ground, compute_scale, compute_scores, compute_terms
from sysmap.records.coverage_work import Work, read_work

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["Trial", "Trials", "run_trials"]

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
    """`hidden` ties (k) of `ties`, ranked among `pairs`, `repeats` times, and how well they were `found`.

    `found`: the score, its part that says how near two are (`nearness`), each term alone (`load`: the less busy first), and chance.
    `silent`: terms that no pair has, so that alone they rank nothing. `wins`: in how many of the repeats the AUC of the score was above
    that of the `best` term.
    """

    ties: int
    hidden: int
    pairs: int
    repeats: int
    found: tuple[Trial, ...]
    silent: tuple[str, ...]
    wins: int

    def __getitem__(self, name: str) -> Trial:
        """The trial of that name."""
        return next(one for one in self.found if one.name == name)

    @property
    def alone(self) -> tuple[Trial, ...]:
        """The trials of single terms."""
        return tuple(one for one in self.found if one.name in TERMS)

    @property
    def best(self) -> Trial:
        """The single term with the highest AUC; `load` at least is always heard."""
        return max(self.alone, key=lambda one: one.auc)


def run_trials(analysis: Analysis, repeats: int = REPEATS, progress: Callable[[AnyText, int, int], None] | None = None) -> Trials | None:
    """Hide a tenth of the ties (at least one), by lot with the map's seed; None where fewer than two ties could be suggested."""
    import numpy as np

    who = read_work(analysis)
    tied, untied = _pairs(analysis, who)
    hidden = max(1, round(HIDDEN * len(tied)))
    if hidden >= len(tied) or not len(untied):
        return None
    draw = np.random.default_rng(analysis.settings.seed)
    runs = []
    for done in range(1, repeats + 1):
        runs.append(_run(analysis, who, tied[draw.permutation(len(tied))[:hidden]], untied))
        if progress:
            progress(in_context("step", "trials"), done, repeats)
    chance = hidden / (hidden + len(untied))
    marks = {name: [run[name] or (0.5, chance) for run in runs] for name in runs[0]}
    silent = tuple(name for name in TERMS if not any(run[name] for run in runs))
    found = (*(_trial(name, some) for name, some in marks.items() if name not in silent), Trial("chance", 0.5, (0.5, 0.5), chance, (chance, chance)))
    made = Trials(len(tied), hidden, hidden + len(untied), repeats, found, silent, 0)
    return replace(made, wins=sum(own[0] > other[0] for own, other in zip(marks["score"], marks[made.best.name], strict=True)))


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


def _run(analysis: Analysis, who: Work, hidden: np.ndarray[Any, Any], untied: np.ndarray[Any, Any]) -> dict[str, tuple[float, float] | None]:
    """(AUC, precision@k) of the score, its nearness and each term, where these ties are not known; None of what no pair has."""
    import numpy as np

    pairs = np.concatenate((hidden, untied))
    on = build_ground(analysis, _without(who.partners, hidden))
    ends = pairs[:, 0], pairs[:, 1]
    by = compute_scale(analysis, on, [ends])
    each = compute_terms(on, by, *ends)
    # A term alone counts whatever its weight; a setting of 0 leaves it out of the score only.
    added = compute_scores(by, each)
    columns = dict(zip(("score", "nearness", *TERMS), (added.sum(axis=1), added[:, :len(NEAR)].sum(axis=1), *each.T), strict=True))
    return {name: _marks(np.round(column, 12), len(hidden)) if column.any() else None for name, column in columns.items()}


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
    # A sort, not np.partition, which is slow where most scores are equal.
    edge = np.sort(score)[-hidden]
    above, level = score > edge, score == edge
    hits = above[:hidden].sum() + level[:hidden].sum() * (hidden - above.sum()) / level.sum()
    return float(auc), float(hits / hidden)


def _trial(name: str, marks: list[tuple[float, float]]) -> Trial:
    import numpy as np

    auc, precision = np.array(marks).T
    ranges = [tuple(np.quantile(one, (0.05, 0.95)).tolist()) for one in (auc, precision)]
    return Trial(name, float(auc.mean()), ranges[0], float(precision.mean()), ranges[1])
