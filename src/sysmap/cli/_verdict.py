"""What `suggest --evaluate` prints: how well each way to rank finds ties that were hidden, whether the score wins or loses, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from sysmap.cli._printing import print_rows
from sysmap.findings.sentences import decimal, enumerated, joined, number, small
from sysmap.models.partners.reasons import TERM_NAMES
from sysmap.models.partners.suggestions import NEAR, WISHED
from sysmap.schema import Language, Words

if TYPE_CHECKING:
    from sysmap.models.partners.trials import Trial, Trials

__all__ = ["print_trials"]

NAMES: Mapping[str, Words] = {"score": Words("score", "skor"), "nearness": Words("nearness", "kedekatan"), **TERM_NAMES, "chance": Words("chance", "kebetulan")}
HEADER = (Words("by", "menurut"), Words("AUC", "AUC"), Words("AUC 5-95%", "AUC 5-95%"), Words("precision@{k}", "ketepatan@{k}"),
          Words("precision 5-95%", "ketepatan 5-95%"))
CHANCE = 0.5
SAME = 0.0005
"""Figures that differ by less are printed alike."""
BELOW: Mapping[str, Words] = {
    "need": Words("those who are tied need each other less than others do", "yang bermitra justru lebih jarang saling membutuhkan"),
    "partners": Words("those who are tied seldom have a partner in common, as where ties only join two kinds",
                      "yang bermitra jarang punya mitra bersama, seperti bila kemitraan hanya menyambungkan dua jenis pihak"),
    "work": Words("those who are tied seldom work on the same problems", "yang bermitra jarang menangani masalah yang sama"),
    "fit": Words("those who are tied seldom offer what the other needs", "yang bermitra jarang menawarkan yang dibutuhkan mitranya"),
    "bridge": Words("those who are tied mostly stand in one circle already", "yang bermitra umumnya sudah berada dalam satu lingkaran"),
    "diversity": Words("those who are tied are mostly of one sector", "yang bermitra umumnya dari satu sektor"),
    "load": Words("ties go to those who have many already", "kemitraan cenderung jatuh ke pihak yang sudah punya banyak mitra"),
}
"""What it means that a term ranks hidden ties below chance."""


def print_trials(made: Trials, style: str, lang: Language) -> None:
    """The marks as rows, a term that no pair has with nothing but its name; to people as sentences too."""
    if style != "table":
        rest = {"k": made.hidden, "pairs": made.pairs, "repeats": made.repeats}
        print_rows([*(_row(one) | rest for one in made.found), *(dict.fromkeys(_row(made.best)) | {"by": term} | rest for term in made.silent)], style)
        return
    names = [title.filled(k=made.hidden)[lang] for title in HEADER]
    print_rows([dict(zip(names, _cells(one, lang), strict=True)) for one in made.found], style)
    for said in _verdict(made):
        click.echo(said[lang])


def _row(one: Trial) -> dict[str, Any]:
    return {"by": one.name, "auc": one.auc, "auc_low": one.auc_range[0], "auc_high": one.auc_range[1],
            "precision": one.precision, "precision_low": one.precision_range[0], "precision_high": one.precision_range[1]}


def _cells(one: Trial, lang: Language) -> list[str]:
    figures = [[decimal(value, 3)[lang] for value in values] for values in ((one.auc,), one.auc_range, (one.precision,), one.precision_range)]
    return [NAMES[one.name][lang], *(" - ".join(some) for some in figures)]


def _verdict(made: Trials) -> Iterator[Words]:
    """What was done; how the score stands beside its best term and chance, and why."""
    yield Words(en="{hidden} of {ties} ties were hidden, {repeats} times, and ranked among {pairs} pairs. A tie that exists is no tie that succeeds.",
                id="{hidden} dari {ties} kemitraan disembunyikan, {repeats} kali, dan diperingkat di antara {pairs} pasangan. Kemitraan yang ada belum tentu "
                   "kemitraan yang berhasil.").filled(
                       hidden=number(made.hidden), ties=number(made.ties), repeats=number(made.repeats), pairs=number(made.pairs))
    yield _standing(made)
    first = max(made.alone, key=lambda one: one.precision)
    yield Words(en="Of the first {k}, hidden ties are: {score} by the score, {best} by the best term alone ({name}), {chance} by chance.",
                id="Dari {k} teratas, yang benar kemitraan tersembunyi: {score} menurut skor, {best} menurut unsur tunggal terbaik ({name}), {chance} bila kebetulan.").filled(
                    k=number(made.hidden), score=_share(made["score"]), best=_share(first), name=NAMES[first.name], chance=_share(made["chance"]))
    yield from _reasons(made)
    if made.silent:
        yield Words(en="The data tell nothing of: {terms}.", id="Data tidak menyebut apa pun tentang: {terms}.").filled(
            terms=enumerated([NAMES[term] for term in made.silent]))


def _standing(made: Trials) -> Words:
    score, best = made["score"].auc, made.best
    told = {"score": decimal(score, 3), "best": decimal(best.auc, 3), "name": NAMES[best.name], "wins": number(made.wins), "repeats": number(made.repeats)}
    tail = Words(en="AUC {score} beside {best} ({name}); above it in {wins} of {repeats} repeats.",
                 id="AUC {score} dibanding {best} ({name}); di atasnya pada {wins} dari {repeats} ulangan.").filled(**told)
    if abs(score - best.auc) < SAME:
        lead = Words(en="The score finds hidden ties as well as its best term alone:", id="Skor menemukan kemitraan tersembunyi sama baiknya dengan unsur tunggal terbaiknya:")
    elif score > best.auc:
        lead = Words(en="The score finds hidden ties better than any of its terms alone:", id="Skor menemukan kemitraan tersembunyi lebih baik daripada unsur mana pun sendirian:")
    else:
        lead = Words(en="The score loses: it finds hidden ties less well than its best term alone,", id="Skor kalah: ia menemukan kemitraan tersembunyi kurang baik daripada unsur tunggal terbaiknya,")
    if score < CHANCE - SAME:
        return joined(lead, tail, Words(en="That is worse than chance.", id="Itu lebih buruk daripada kebetulan."))
    return joined(lead, tail)


def _reasons(made: Trials) -> Iterator[Words]:
    """Why the score is not the best: what its wishes cost it, that it weighs reasons alike, and which terms ties go against."""
    score, nearness, best = made["score"].auc, made["nearness"].auc, made.best
    if nearness > score + SAME:
        yield Words(en="Its wishes ({wishes}) ask for what seldom arises by itself: without them (nearness) it would be {nearness}.",
                    id="Unsur harapannya ({wishes}) mencari yang jarang terjadi dengan sendirinya: tanpa itu (kedekatan) hasilnya {nearness}.").filled(
                        wishes=enumerated([NAMES[term] for term in WISHED]), nearness=decimal(nearness, 3))
    if best.auc > max(score, nearness) + SAME:
        yield (Words(en="Several reasons share its weight, and here {name} tells most; what each counts is yours to set (weight_... in sysmap.toml).",
                     id="Bobotnya dibagi ke beberapa alasan, padahal di sini petunjuk terkuat ialah {name}; bobot itu dapat diatur (weight_... di sysmap.toml).") if best.name in NEAR else
               Words(en="Here {name} tells most, a wish that counts less than the reasons; what each counts is yours to set (weight_... in sysmap.toml).",
                     id="Di sini petunjuk terkuat ialah {name}, unsur harapan yang bobotnya lebih kecil daripada alasan; bobot itu dapat diatur (weight_... di sysmap.toml).")
               ).filled(name=NAMES[best.name])
    for one in made.alone:
        if one.auc_range[1] < CHANCE:
            yield Words(en="Below chance: {name} ({auc}; turned round {turned}): {why}.", id="Di bawah kebetulan: {name} ({auc}; bila dibalik {turned}): {why}.").filled(
                name=NAMES[one.name], auc=decimal(one.auc, 3), turned=decimal(1 - one.auc, 3), why=BELOW[one.name])


def _share(one: Trial) -> Words:
    """A precision in per cent, with two digits that say something."""
    said = small(100 * one.precision)
    return Words(en=f"{said.en}%", id=f"{said.id}%")
