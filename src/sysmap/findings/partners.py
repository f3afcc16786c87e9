"""Who has no partner, who is needed and has none, and on whom the network hangs."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import by_count, listed, number
from sysmap.findings.severity import graded
from sysmap.models.partners.isolation import breaks, stranded, unpartnered
from sysmap.schema import Words

__all__ = ["single_points_of_failure", "stranded_stakeholders", "unpartnered_stakeholders"]

WORST = 5
"""How many single points of failure are told; the others are counted."""


@finding(
    topic="partners", order=250,
    title=Words(en="Stakeholders without a partner", id="Pihak tanpa mitra"),
    meaning=Words(en="Stakeholders without any partnership. Medium from a quarter of all on, else low.",
                  id="Pemangku kepentingan yang tidak punya kemitraan apa pun. Sedang mulai seperempat dari semuanya, selebihnya rendah."),
    needs=(PARTNERSHIPS,))
def unpartnered_stakeholders(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names those without a partner."""
    alone, everybody = unpartnered(analysis), len(analysis.collaboration)
    numbers = {"unpartnered": len(alone), "stakeholders": everybody}
    told = {"n": number(len(alone)), "all": number(everybody)}
    if alone:
        yield Finding(
            "unpartnered_stakeholders", "unpartnered_stakeholders",
            by_count(len(alone), "{n} of {all} stakeholders has no partner: {names}", "{n} of {all} stakeholders have no partner: {names}",
                     "{n} dari {all} pihak tidak punya mitra: {names}").filled(**told, names=listed(analysis, alone)),
            Words(en="Who works alone neither hears nor is heard (unpartnered).",
                  id="Yang bekerja sendiri tidak mendengar dan tidak didengar (tanpa mitra)."),
            Words(en="Ask each what it could bring and what it needs; begin with those whom others need.",
                  id="Tanyakan apa yang dapat disumbangkan dan dibutuhkan masing-masing; mulai dari yang dibutuhkan pihak lain."),
            alone, graded(len(alone) / everybody, high=2, medium=0.25), weight=len(alone), numbers=numbers)
    elif everybody:
        yield Finding(
            "unpartnered_stakeholders", "unpartnered_stakeholders",
            Words(en="Every stakeholder has a partner", id="Semua pihak punya mitra"),
            Words(en="Stakeholders looked at: {all}.", id="Pihak yang diperiksa: {all}.").filled(**told),
            Words(en="Keep it so as new ones join.", id="Pertahankan saat pihak baru bergabung."), (), "info", numbers=numbers)


@finding(
    topic="partners", order=240, story="together",
    title=Words(en="Needed and without a partner", id="Dibutuhkan tetapi tanpa mitra"),
    meaning=Words(en="Stakeholders without a partner although others work on the same problems or on problems that hang together with "
                     "theirs (stranded). Always high.",
                  id="Pihak tanpa mitra, padahal ada yang menangani masalah yang sama atau saling terkait dengan masalahnya "
                     "(terisolasi). Selalu tinggi."),
    needs=(PARTNERSHIPS, PROBLEMS, WORK))
def stranded_stakeholders(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names those who are needed and alone, the most needed first."""
    found = stranded(analysis)
    if not found:
        return
    first, most = next(iter(found.items()))
    told = {"n": number(len(found)), "names": listed(analysis, tuple(found)), "first": analysis.name(first), "most": number(most)}
    yield Finding(
        "stranded_stakeholders", "stranded_stakeholders",
        by_count(len(found), "{n} stakeholder has no partner although others need it: {names}",
                 "{n} stakeholders have no partner although others need them: {names}",
                 "{n} pihak tidak punya mitra padahal dibutuhkan pihak lain: {names}").filled(**told),
        Words(en="Others work on the same problems, or on problems that hang together with theirs (stranded).",
              id="Pihak lain menangani masalah yang sama atau saling terkait (terisolasi)."),
        by_count(most, "Begin with {first}: {most} other works on what it works on.",
                 "Begin with {first}: {most} others work on what it works on.",
                 "Mulai dari {first}: pekerjaannya bersinggungan dengan {most} pihak lain.").filled(**told),
        tuple(found), "high", weight=len(found), numbers={"stranded": len(found), "most_needed_by": most})


@finding(
    topic="partners", order=360, story="bring", answers=("overloaded",),
    title=Words(en="Single point of failure", id="Titik rawan tunggal"),
    meaning=Words(en="A stakeholder whose leaving would cut others off from the network (cut point): the five worst. "
                     "High when a tenth of all, and at least two, would be cut off, medium from two, else low.",
                  id="Pihak yang bila keluar akan memutus pihak lain dari jaringan (titik potong): lima terparah. Tinggi bila "
                     "sepersepuluh dari semua pihak, sedikitnya dua, terputus, sedang mulai dua, selebihnya rendah."),
    source="networkx articulation_points", needs=(PARTNERSHIPS,))
def single_points_of_failure(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the five worst cut points."""
    found = breaks(analysis)
    everybody = len(analysis.collaboration)
    for one in found[:WORST]:
        told = {"name": analysis.name(one.stakeholder), "n": number(one.cut_off), "all": number(len(found))}
        yield Finding(
            "single_points_of_failure", f"single_points_of_failure:{one.stakeholder}",
            by_count(one.cut_off, "If {name} drops out, {n} other loses its link to the rest",
                     "If {name} drops out, {n} others lose their link to the rest",
                     "Bila {name} keluar, {n} pihak lain terputus dari jaringan").filled(**told),
            by_count(len(found), "It alone holds parts of the network together (cut point); no other stakeholder does.",
                     "It alone holds parts of the network together (cut point); there are {all} such stakeholders in all.",
                     "Hanya ia yang menyatukan bagian-bagian jaringan (titik potong); seluruhnya ada {all} pihak seperti ini.").filled(**told),
            Words(en="Prepare a stand-in for {name}, or build a second partnership around it.",
                  id="Siapkan pengganti {name}, atau bangun kemitraan kedua yang tidak melewatinya.").filled(**told),
            (one.stakeholder,), graded(one.cut_off, high=max(2, everybody / 10), medium=2),
            weight=one.cut_off, numbers={"cut_off": one.cut_off, "cut_points": len(found)})
