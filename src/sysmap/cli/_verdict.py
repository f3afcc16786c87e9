"""What `suggest --evaluate` prints.

How well each way to rank finds ties that were hidden, whether the score wins or loses, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sysmap.cli._language import in_words, say
from sysmap.cli._printing import print_rows
from sysmap.findings.sentences import list_texts, small_number
from sysmap.messages import Joined, Message, Number, Text
from sysmap.models.partners.reasons import TERM_NAMES
from sysmap.models.partners.suggestions import NEARNESS_TERMS, WISH_TERMS

if TYPE_CHECKING:
    from sysmap.models.partners.trials import Trial, Trials

__all__ = ["print_trials"]

NAMES: Mapping[str, Message] = {
    "score": Message("score"),
    "nearness": Message("nearness"),
    **TERM_NAMES,
    "chance": Message("chance"),
}
COLUMNS: Mapping[str, Message] = {
    "by": Message("by"),
    "auc": Message("AUC"),
    "auc_range": Message("AUC 5-95%"),
    "precision": Message("precision@{k}"),
    "precision_range": Message("precision 5-95%"),
}
CHANCE = 0.5
SAME = 0.0005
"""Figures that differ by less are printed alike."""
BELOW: Mapping[str, Message] = {
    "need": Message("those who are tied need each other less than others do"),
    "partners": Message("those who are tied seldom have a partner in common, as where ties only join two kinds"),
    "work": Message("those who are tied seldom work on the same problems"),
    "fit": Message("those who are tied seldom offer what the other needs"),
    "bridge": Message("those who are tied mostly stand in one circle already"),
    "diversity": Message("those who are tied are mostly of one sector"),
    "load": Message("ties go to those who have many already"),
}
"""What it means that a term ranks hidden ties below chance."""


def print_trials(trials: Trials, style: str) -> None:
    """Print how well each way to rank did, as rows; in a table for people also what that means, as sentences.

    A term that no pair has did nothing: its row has nothing but its name, and a table leaves it out.
    """
    if style != "table":
        rest = {"k": trials.hidden, "pairs": trials.pairs, "repeats": trials.repeats}
        print_rows(
            [
                *(_row(trial) | rest for trial in trials.results),
                *(dict.fromkeys(_row(trials.best)) | {"by": term} | rest for term in trials.silent),
            ],
            style,
        )
        return
    print_rows(
        map(_cells, trials.results),
        style,
        {name: title.filled(k=Number(trials.hidden)) for name, title in COLUMNS.items()},
    )
    for sentence in _judge(trials):
        say(sentence)


def _row(trial: Trial) -> dict[str, Any]:
    return {
        "by": trial.name,
        "auc": trial.auc,
        "auc_low": trial.auc_range[0],
        "auc_high": trial.auc_range[1],
        "precision": trial.precision,
        "precision_low": trial.precision_range[0],
        "precision_high": trial.precision_range[1],
    }


def _cells(trial: Trial) -> dict[str, Any]:
    """The figures of one way to rank as people read them: three decimals, a range as "low - high"."""
    figures = ((trial.auc,), trial.auc_range, (trial.precision,), trial.precision_range)
    cells = [" - ".join(in_words(Number(value, 3)) for value in values) for values in figures]
    return dict(zip(COLUMNS, (NAMES[trial.name], *cells), strict=True))


def _judge(trials: Trials) -> Iterator[Text]:
    """What was done; how the score stands beside its best term and chance, and why."""
    yield Message(
        "{hidden} of {ties} ties were hidden, {repeats} times, and ranked among {pairs} pairs. A tie that exists is no tie that succeeds."
    ).filled(
        hidden=Number(trials.hidden),
        ties=Number(trials.ties),
        repeats=Number(trials.repeats),
        pairs=Number(trials.pairs),
    )
    yield _compare_with_best(trials)
    first = max(trials.alone, key=lambda trial: trial.precision)
    yield Message(
        "Of the first {k}, hidden ties are: {score} by the score, {best} by the best term alone ({name}), {chance} by chance."
    ).filled(
        k=Number(trials.hidden),
        score=_share(trials["score"]),
        best=_share(first),
        name=NAMES[first.name],
        chance=_share(trials["chance"]),
    )
    yield from _explain(trials)
    if trials.silent:
        yield Message("The data tell nothing of: {terms}.").filled(
            terms=list_texts([NAMES[term] for term in trials.silent])
        )


def _compare_with_best(trials: Trials) -> Text:
    """Whether the score finds hidden ties better than the best of its terms alone."""
    score, best = trials["score"].auc, trials.best
    values = {
        "score": Number(score, 3),
        "best": Number(best.auc, 3),
        "name": NAMES[best.name],
        "wins": Number(trials.wins),
        "repeats": Number(trials.repeats),
    }
    tail = Message("AUC {score} beside {best} ({name}); above it in {wins} of {repeats} repeats.").filled(**values)
    if abs(score - best.auc) < SAME:
        lead = Message("The score finds hidden ties as well as its best term alone:")
    elif score > best.auc:
        lead = Message("The score finds hidden ties better than any of its terms alone:")
    else:
        lead = Message("The score loses: it finds hidden ties less well than its best term alone,")
    if score < CHANCE - SAME:
        return Joined((lead, tail, Message("That is worse than chance.")))
    return Joined((lead, tail))


def _explain(trials: Trials) -> Iterator[Text]:
    """Why the score is not the best.

    What its wishes cost it, that it weighs reasons alike, and which terms ties go against.
    """
    score, nearness, best = trials["score"].auc, trials["nearness"].auc, trials.best
    if nearness > score + SAME:
        yield Message(
            "Its wishes ({wishes}) ask for what seldom arises by itself: without them (nearness) it would be {nearness}."
        ).filled(wishes=list_texts([NAMES[term] for term in WISH_TERMS]), nearness=Number(nearness, 3))
    if best.auc > max(score, nearness) + SAME:
        yield (
            Message(
                "Several reasons share its weight, and here {name} tells most; what each counts is yours to set (weight_... in sysmap.toml)."
            )
            if best.name in NEARNESS_TERMS
            else Message(
                "Here {name} tells most, a wish that counts less than the reasons; what each counts is yours to set (weight_... in sysmap.toml)."
            )
        ).filled(name=NAMES[best.name])
    for trial in trials.alone:
        if trial.auc_range[1] < CHANCE:
            yield Message("Below chance: {name} ({auc}; turned round {turned}): {why}.").filled(
                name=NAMES[trial.name], auc=Number(trial.auc, 3), turned=Number(1 - trial.auc, 3), why=BELOW[trial.name]
            )


def _share(trial: Trial) -> Text:
    """A precision in per cent, with two significant digits."""
    return Joined((small_number(100 * trial.precision), "%"), "")
