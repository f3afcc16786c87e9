"""How well the score of suggestions finds existing ties that were hidden from it.

It is compared with each of its terms alone and with chance. Some existing partnerships are hidden, all pairs without a
known partnership are scored, and a good score ranks the hidden ones high. This tells whether the score fits the network
as it is. It tells nothing about which partnerships will succeed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis
from sysmap.messages import AnyText, in_context
from sysmap.models.partners.suggestions import (
    NEARNESS_TERMS,
    TERMS,
    build_inputs,
    compute_scale,
    compute_scores,
    compute_terms,
)
from sysmap.records.coverage_work import Work, read_work

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

__all__ = ["Trial", "Trials", "run_trials"]

REPEATS = 20
"""How often ties are hidden and ranked."""
HIDDEN = 0.1
"""The share of the ties that is hidden each time."""
PAIRS = 2_000_000
"""If a network has more pairs than this, so many are drawn at random instead."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How well one way of ranking finds the hidden ties: the means over all repeats, 0 to 1.

    `auc`: the share of comparisons of a hidden tie with a pair without a tie in which the hidden tie ranks higher;
    equal ranks count half.
    `precision`: the share of hidden ties among the first k pairs, where k is how many are hidden; of pairs that rank
    equal at that edge, hidden ties count in proportion. Each range holds the middle nine tenths of the repeats.
    """

    name: str
    auc: float
    auc_range: tuple[float, float]
    precision: float
    precision_range: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Trials:
    """The outcome of all repeats.

    Each time `hidden` of the `ties` are hidden and ranked among `pairs` pairs, `repeats` times in all.
    `results`: one trial per way of ranking: "score", "nearness" (the nearness terms of the score alone), each term
    alone ("load" ranks the less busy first), and "chance". `silent`: terms that no pair has, which therefore rank
    nothing and have no trial.
    `wins`: in how many repeats the AUC of the score was higher than that of the `best` single term.
    """

    ties: int
    hidden: int
    pairs: int
    repeats: int
    results: tuple[Trial, ...]
    silent: tuple[str, ...]
    wins: int

    def __getitem__(self, name: str) -> Trial:
        """The trial of that name; StopIteration if there is none."""
        return next(trial for trial in self.results if trial.name == name)

    @property
    def alone(self) -> tuple[Trial, ...]:
        """The trials of single terms."""
        return tuple(trial for trial in self.results if trial.name in TERMS)

    @property
    def best(self) -> Trial:
        """The single term with the highest AUC; there is always at least `load`."""
        return max(self.alone, key=lambda trial: trial.auc)


def run_trials(
    analysis: Analysis, repeats: int = REPEATS, progress: Callable[[AnyText, int, int], None] | None = None
) -> Trials | None:
    """Hide a tenth of the ties (at least one), drawn with the seed of the map, and measure how the score ranks them.

    Do so `repeats` times. Returns None if there are fewer than two ties between different houses, or no pair without a
    tie. `progress`, if given, is called with ("trials", how many are done, how many there are).
    """
    import numpy as np

    work = read_work(analysis)
    tied, untied = _split_pairs(analysis, work)
    hidden = max(1, round(HIDDEN * len(tied)))
    if hidden >= len(tied) or not len(untied):
        return None
    draw = np.random.default_rng(analysis.settings.seed)
    runs = []
    for done in range(1, repeats + 1):
        runs.append(_run_once(analysis, work, tied[draw.permutation(len(tied))[:hidden]], untied))
        if progress:
            progress(in_context("step", "trials"), done, repeats)
    chance = hidden / (hidden + len(untied))
    # What ranks nothing in one of the repeats is as good as chance in it.
    marks = {name: [run[name] or (0.5, chance) for run in runs] for name in runs[0]}
    silent = tuple(name for name in TERMS if not any(run[name] for run in runs))
    results = (
        *(_build_trial(name, by_run) for name, by_run in marks.items() if name not in silent),
        Trial("chance", 0.5, (0.5, 0.5), chance, (chance, chance)),
    )
    trials = Trials(len(tied), hidden, hidden + len(untied), repeats, results, silent, 0)
    return replace(
        trials, wins=sum(own[0] > other[0] for own, other in zip(marks["score"], marks[trials.best.name], strict=True))
    )


def _split_pairs(analysis: Analysis, work: Work) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return the pairs with a partnership and those without, as arrays of rows (s, t), without pairs of one house.

    Where there are more than `PAIRS` pairs, those without a partnership are drawn at random.
    """
    import numpy as np
    from scipy.sparse import triu

    size = len(work.people)
    tied = np.column_stack(triu(work.partners - work.partners.multiply(work.related), k=1).tocsr().nonzero())
    if size * (size - 1) // 2 <= PAIRS:
        others = np.column_stack(np.triu_indices(size, 1))
    else:
        drawn = np.random.default_rng(analysis.settings.seed).integers(size, size=(PAIRS, 2))
        others = np.unique(np.sort(drawn[drawn[:, 0] != drawn[:, 1]], axis=1), axis=0)
    barred = (work.partners + work.related).tocsr()
    return tied, others[barred[others[:, 0], others[:, 1]] == 0] if len(others) else others


def _run_once(
    analysis: Analysis, work: Work, hidden: np.ndarray[Any, Any], untied: np.ndarray[Any, Any]
) -> dict[str, tuple[float, float] | None]:
    """Hide these ties, and return (AUC, precision@k) of "score", "nearness" and each term.

    None for a term that no pair has.
    `hidden` and `untied` are rows (s, t): the ties to hide, and the pairs without a partnership.
    """
    import numpy as np

    pairs = np.concatenate((hidden, untied))
    inputs = build_inputs(analysis, _remove_ties(work.partners, hidden))
    ends = pairs[:, 0], pairs[:, 1]
    scale = compute_scale(analysis, inputs, [ends])
    terms = compute_terms(inputs, scale, *ends)
    # A term alone ranks whatever its weight is; a weight of 0 leaves it out of the score only.
    added = compute_scores(scale, terms)
    columns = dict(
        zip(
            ("score", "nearness", *TERMS),
            (added.sum(axis=1), added[:, : len(NEARNESS_TERMS)].sum(axis=1), *terms.T),
            strict=True,
        )
    )
    return {
        name: _marks(np.round(column, 12), len(hidden)) if column.any() else None for name, column in columns.items()
    }


def _remove_ties(partners: csr_array, hidden: np.ndarray[Any, Any]) -> csr_array:
    """The partnerships (s x s) without the hidden ones."""
    from scipy.sparse import csr_array

    s, t = hidden.T
    gone = csr_array(([1] * (2 * len(hidden)), ([*s, *t], [*t, *s])), shape=partners.shape, dtype="int64")
    left = (partners - gone).tocsr()
    left.eliminate_zeros()
    return left


def _marks(score: np.ndarray[Any, Any], hidden: int) -> tuple[float, float]:
    """Return AUC (Mann & Whitney 1947) and precision@k.

    The first `hidden` entries of `score` are the hidden ties; k = `hidden`.
    """
    import numpy as np
    from scipy.stats import rankdata

    others = len(score) - hidden
    # The sum of ranks, less the smallest sum that so many ranks can have, counts the comparisons won (equal ranks:
    # half).
    auc = (rankdata(score)[:hidden].sum() - hidden * (hidden + 1) / 2) / (hidden * others)
    # A sort, not np.partition, which is slow where most scores are equal.
    edge = np.sort(score)[-hidden]
    # Pairs above the edge are all among the first k; those level with it share the places that are left.
    above, level = score > edge, score == edge
    hits = above[:hidden].sum() + level[:hidden].sum() * (hidden - above.sum()) / level.sum()
    return float(auc), float(hits / hidden)


def _build_trial(name: str, marks: list[tuple[float, float]]) -> Trial:
    import numpy as np

    auc, precision = np.array(marks).T
    ranges = [tuple(np.quantile(values, (0.05, 0.95)).tolist()) for values in (auc, precision)]
    return Trial(name, float(auc.mean()), ranges[0], float(precision.mean()), ranges[1])
