"""Problems that nobody owns, nobody works on, nothing answers; and how much of what is grave has a tested answer."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, OWNERS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import by_count, listed, number, percent
from sysmap.findings.severity import by_problems, shortfall
from sysmap.models.coverage import coverage
from sysmap.schema import Words

__all__ = ["solution_coverage", "unaddressed_problems", "unattended_problems", "unowned_problems"]

BY_GRAVEST = Words(
    en="As severe as the gravest of them: high from 4, medium from 3 (or when no problem is rated), else low.",
    id="Tingkatnya mengikuti yang terparah: tinggi mulai 4, sedang mulai 3 (atau bila tidak ada penilaian), selebihnya rendah.")


@finding(
    topic="coverage", order=40, story="waits", answers=("nobody",),
    title=Words(en="Problems without an owner", id="Masalah tanpa penanggung jawab"),
    meaning=Words(en="Open problems that no stakeholder owns (OWNS); not assessed where the data name no owner at all. {rule}",
                  id="Masalah terbuka yang tidak punya penanggung jawab (OWNS); tidak dinilai bila data tidak menyebut satu pun penanggung jawab. {rule}",
                  ).filled(rule=BY_GRAVEST),
    needs=(PROBLEMS, WORK, OWNERS))
def unowned_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unowned problems, the gravest first."""
    unowned = coverage(analysis).unowned
    yield from _orphans(
        analysis, "unowned_problems", unowned,
        title=by_count(len(unowned), "{n} of {all} problems has no owner: {names}", "{n} of {all} problems have no owner: {names}",
                 "{n} dari {all} masalah tidak punya penanggung jawab: {names}"),
        why=Words(en="Where nobody answers for a problem, nobody is asked when nothing happens.",
              id="Bila tidak ada penanggung jawab, tidak ada yang ditanya saat tidak terjadi apa-apa."),
        step=Words(en="Agree on one owner each, beginning with {first}.", id="Sepakati satu penanggung jawab untuk tiap masalah, mulai dari {first}."),
        whole=Words(en="Every problem has an owner", id="Semua masalah punya penanggung jawab"))


@finding(
    topic="coverage", order=30, story="waits", answers=("nobody",),
    title=Words(en="Problems that nobody works on", id="Masalah yang tidak ditangani siapa pun"),
    meaning=Words(en="Open problems that no stakeholder owns or works on. {rule}",
                  id="Masalah terbuka yang tidak dimiliki atau ditangani siapa pun. {rule}").filled(rule=BY_GRAVEST),
    needs=(PROBLEMS, WORK))
def unattended_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unattended problems, the gravest first."""
    unattended = coverage(analysis).unattended
    yield from _orphans(
        analysis, "unattended_problems", unattended,
        title=by_count(len(unattended), "Nobody works on {n} of {all} problems: {names}", "Nobody works on {n} of {all} problems: {names}",
                 "{n} dari {all} masalah tidak ditangani siapa pun: {names}"),
        why=Words(en="A problem without hands stays as it is, or grows.", id="Masalah yang tidak ditangani akan tetap ada, atau membesar."),
        step=Words(en="Ask those affected by {first} and those who work on problems near it who can take it up.",
              id="Tanyakan kepada yang terdampak {first} dan yang menangani masalah serupa, siapa yang dapat mengambilnya."),
        whole=Words(en="Somebody works on every problem", id="Semua masalah ada yang menangani"))


@finding(
    topic="coverage", order=20, story="waits", answers=("nobody",),
    title=Words(en="Problems without an innovation", id="Masalah tanpa inovasi"),
    meaning=Words(en="Open problems that no living innovation addresses (ADDRESSES; stopped ones do not count). {rule}",
                  id="Masalah terbuka yang tidak dijawab inovasi mana pun (ADDRESSES; yang sudah berhenti tidak dihitung). {rule}").filled(rule=BY_GRAVEST),
    needs=(PROBLEMS, INNOVATIONS))
def unaddressed_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unaddressed problems, the gravest first."""
    unaddressed = coverage(analysis).unaddressed
    yield from _orphans(
        analysis, "unaddressed_problems", unaddressed,
        title=by_count(len(unaddressed), "No innovation addresses {n} of {all} problems: {names}",
                 "No innovation addresses {n} of {all} problems: {names}", "{n} dari {all} masalah belum dijawab inovasi: {names}"),
        why=Words(en="Nothing new is being tried there.", id="Belum ada hal baru yang dicoba di sana."),
        step=Words(en="Bring those who work on {first} together to collect options.", id="Kumpulkan pihak yang menangani {first} untuk menghimpun pilihan."),
        whole=Words(en="Every problem has an innovation", id="Semua masalah sudah dijawab inovasi"))


def _orphans(analysis: Analysis, kind: str, orphans: tuple[str, ...], *,
             title: Words, why: Words, step: Words, whole: Words) -> Iterator[Finding]:
    """One finding on these problems, or that there are none (`whole`); nothing where there is no open problem."""
    problems = coverage(analysis).problems
    numbers = {"problems": len(problems), "orphans": len(orphans)}
    if orphans:
        told = {"n": number(len(orphans)), "all": number(len(problems)), "names": listed(analysis, orphans), "first": analysis.name(orphans[0])}
        yield Finding(kind, kind, title.filled(**told), why, step.filled(**told), orphans, by_problems(analysis, orphans),
                      weight=len(orphans), numbers=numbers)
    elif problems:
        yield Finding(kind, kind, whole, Words(en="Open problems looked at: {n}.", id="Masalah terbuka yang diperiksa: {n}.").filled(n=number(len(problems))),
                      Words(en="Keep it so as problems are added.", id="Pertahankan saat masalah baru ditambahkan."), problems, "info", numbers=numbers)


@finding(
    topic="coverage", order=50,
    title=Words(en="Share of problems with a tested answer", id="Bagian masalah dengan jawaban teruji"),
    meaning=Words(
        en="Severity of the open problems that an innovation at pilot, scaling or embedded addresses, divided by that of all open "
           "problems. High below 25%, medium below 50%, low below 100%.",
        id="Keparahan masalah terbuka yang dijawab inovasi pada tahap uji coba, perluasan, atau melembaga, dibagi keparahan semua "
           "masalah terbuka. Tinggi di bawah 25%, sedang di bawah 50%, rendah di bawah 100%."),
    needs=(PROBLEMS, INNOVATIONS))
def solution_coverage(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the severity-weighted share of problems with a proven innovation."""
    found = coverage(analysis)
    if found.share is None:
        return
    open_yet = tuple(uid for uid in found.problems if uid not in found.proven)
    told = {"share": percent(found.share), "n": number(len(found.proven)), "all": number(len(found.problems)),
            "names": listed(analysis, open_yet or found.problems)}
    yield Finding(
        "solution_coverage", "solution_coverage",
        Words(en="{share} of the weight of problems has an answer that was tried out ({n} of {all} problems)",
              id="{share} dari bobot masalah sudah punya jawaban yang dicoba ({n} dari {all} masalah)").filled(**told),
        Words(en="Problems count by their severity; an answer counts from the pilot on (coverage).",
              id="Masalah dihitung menurut keparahannya; jawaban dihitung sejak tahap uji coba (cakupan)."),
        Words(en="Bring an innovation to the pilot for: {names}.", id="Dorong inovasi sampai uji coba untuk: {names}.").filled(**told) if open_yet else
        Words(en="See to it that the answers reach all who need them.", id="Pastikan jawabannya sampai ke semua yang membutuhkan."),
        open_yet, shortfall(found.share), weight=len(open_yet),
        numbers={"coverage": found.share, "proven": len(found.proven), "problems": len(found.problems)})
