"""What `suggest --evaluate` prints: how well each way to rank finds ties that were hidden, whether the score wins or loses, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from sysmap.cli._printing import print_rows
from sysmap.findings.sentences import enumerated, small
from sysmap.messages import Joined, Message, Number, Text
from sysmap.models.partners.reasons import TERM_NAMES
from sysmap.models.partners.suggestions import NEARNESS_TERMS, WISH_TERMS

if TYPE_CHECKING:
    from sysmap.models.partners.trials import Trial, Trials

__all__ = ["print_trials"]

NAMES: Mapping[str, Message] = {"score": Message("score"), "nearness": Message("nearness"), **TERM_NAMES, "chance": Message("chance")}
HEADER = (Message("by"), Message("AUC"), Message("AUC 5-95%"), Message("precision@{k}"),
          Message("precision 5-95%"))
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


def print_trials(made: Trials, style: str, lang: str) -> None:
    """The marks as rows, a term that no pair has with nothing but its name; to people as sentences too."""
    if style != "table":
        rest = {"k": made.hidden, "pairs": made.pairs, "repeats": made.repeats}
        print_rows([*(_row(one) | rest for one in made.results), *(dict.fromkeys(_row(made.best)) | {"by": term} | rest for term in made.silent)], style)
        return
    names = [title.filled(k=made.hidden).render(lang) for title in HEADER]
    print_rows([dict(zip(names, _cells(one, lang), strict=True)) for one in made.results], style)
    for said in _verdict(made):
        click.echo(said.render(lang))


def _row(one: Trial) -> dict[str, Any]:
    return {"by": one.name, "auc": one.auc, "auc_low": one.auc_range[0], "auc_high": one.auc_range[1],
            "precision": one.precision, "precision_low": one.precision_range[0], "precision_high": one.precision_range[1]}


def _cells(one: Trial, lang: str) -> list[str]:
    figures = [[Number(value, 3).render(lang) for value in values] for values in ((one.auc,), one.auc_range, (one.precision,), one.precision_range)]
    return [NAMES[one.name].render(lang), *(" - ".join(some) for some in figures)]


def _verdict(made: Trials) -> Iterator[Text]:
    """What was done; how the score stands beside its best term and chance, and why."""
    yield Message("{hidden} of {ties} ties were hidden, {repeats} times, and ranked among {pairs} pairs. A tie that exists is no tie that succeeds.").filled(
                       hidden=Number(made.hidden), ties=Number(made.ties), repeats=Number(made.repeats), pairs=Number(made.pairs))
    yield _standing(made)
    first = max(made.alone, key=lambda one: one.precision)
    yield Message("Of the first {k}, hidden ties are: {score} by the score, {best} by the best term alone ({name}), {chance} by chance.").filled(
                    k=Number(made.hidden), score=_share(made["score"]), best=_share(first), name=NAMES[first.name], chance=_share(made["chance"]))
    yield from _reasons(made)
    if made.silent:
        yield Message("The data tell nothing of: {terms}.").filled(
            terms=enumerated([NAMES[term] for term in made.silent]))


def _standing(made: Trials) -> Text:
    score, best = made["score"].auc, made.best
    told = {"score": Number(score, 3), "best": Number(best.auc, 3), "name": NAMES[best.name], "wins": Number(made.wins), "repeats": Number(made.repeats)}
    tail = Message("AUC {score} beside {best} ({name}); above it in {wins} of {repeats} repeats.").filled(**told)
    if abs(score - best.auc) < SAME:
        lead = Message("The score finds hidden ties as well as its best term alone:")
    elif score > best.auc:
        lead = Message("The score finds hidden ties better than any of its terms alone:")
    else:
        lead = Message("The score loses: it finds hidden ties less well than its best term alone,")
    if score < CHANCE - SAME:
        return Joined((lead, tail, Message("That is worse than chance.")))
    return Joined((lead, tail))


def _reasons(made: Trials) -> Iterator[Text]:
    """Why the score is not the best: what its wishes cost it, that it weighs reasons alike, and which terms ties go against."""
    score, nearness, best = made["score"].auc, made["nearness"].auc, made.best
    if nearness > score + SAME:
        yield Message("Its wishes ({wishes}) ask for what seldom arises by itself: without them (nearness) it would be {nearness}.").filled(
                        wishes=enumerated([NAMES[term] for term in WISH_TERMS]), nearness=Number(nearness, 3))
    if best.auc > max(score, nearness) + SAME:
        yield (Message("Several reasons share its weight, and here {name} tells most; what each counts is yours to set (weight_... in sysmap.toml).") if best.name in NEARNESS_TERMS else
               Message("Here {name} tells most, a wish that counts less than the reasons; what each counts is yours to set (weight_... in sysmap.toml).")
               ).filled(name=NAMES[best.name])
    for one in made.alone:
        if one.auc_range[1] < CHANCE:
            yield Message("Below chance: {name} ({auc}; turned round {turned}): {why}.").filled(
                name=NAMES[one.name], auc=Number(one.auc, 3), turned=Number(1 - one.auc, 3), why=BELOW[one.name])


def _share(one: Trial) -> Text:
    """A precision in per cent, with two digits that say something."""
    return Joined((small(100 * one.precision), "%"), "")
