"""Who counts and how to engage them, who is for and against, and who sets the course."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INFLUENCE, PARTNERSHIPS, RATINGS, SALIENCE, STANCES
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import by_count, decimal, joined, listed, number
from sysmap.findings.severity import graded
from sysmap.models.stakeholders_influence import actors
from sysmap.models.stakeholders_salience import PLANS, plans, standings
from sysmap.models.stakeholders_stance import Stance, stances
from sysmap.schema import Words

__all__ = ["contested", "definitive_unpartnered", "engagement_plan", "who_sets_the_course"]

CLASS_NAMES = {
    "definitive": Words(en="Definitive stakeholders", id="Pemangku kepentingan penentu"),
    "dominant": Words(en="Dominant stakeholders", id="Pemangku kepentingan dominan"),
    "dangerous": Words(en="Stakeholders who may use force", id="Pemangku kepentingan yang dapat menekan"),
    "dependent": Words(en="Dependent stakeholders", id="Pemangku kepentingan yang bergantung"),
    "dormant": Words(en="Dormant stakeholders", id="Pemangku kepentingan yang tertidur"),
    "discretionary": Words(en="Discretionary stakeholders", id="Pemangku kepentingan sukarela"),
    "demanding": Words(en="Demanding stakeholders", id="Pemangku kepentingan penuntut"),
    "not salient": Words(en="Stakeholders who are not salient", id="Pemangku kepentingan yang belum menonjol"),
    "manage closely": Words(en="Manage closely", id="Kelola erat"),
    "keep satisfied": Words(en="Keep satisfied", id="Jaga kepuasannya"),
    "keep informed": Words(en="Keep informed", id="Beri informasi"),
    "monitor": Words(en="Monitor", id="Pantau"),
}
CLASS_RULES = {
    "definitive": Words(en="Power, legitimacy and urgency are all high", id="Kuasa, legitimasi, dan kemendesakan semuanya tinggi"),
    "dominant": Words(en="Power and legitimacy are high, urgency is not", id="Kuasa dan legitimasi tinggi, kemendesakan tidak"),
    "dangerous": Words(en="Power and urgency are high, legitimacy is not", id="Kuasa dan kemendesakan tinggi, legitimasi tidak"),
    "dependent": Words(en="Legitimacy and urgency are high, power is not", id="Legitimasi dan kemendesakan tinggi, kuasa tidak"),
    "dormant": Words(en="Only power is high", id="Hanya kuasa yang tinggi"),
    "discretionary": Words(en="Only legitimacy is high", id="Hanya legitimasi yang tinggi"),
    "demanding": Words(en="Only urgency is high", id="Hanya kemendesakan yang tinggi"),
    "not salient": Words(en="Neither power nor legitimacy nor urgency is high", id="Kuasa, legitimasi, dan kemendesakan tidak ada yang tinggi"),
    "manage closely": Words(en="Power and interest are high", id="Kuasa dan minat tinggi"),
    "keep satisfied": Words(en="Power is high, interest is not", id="Kuasa tinggi, minat tidak"),
    "keep informed": Words(en="Interest is high, power is not", id="Minat tinggi, kuasa tidak"),
    "monitor": Words(en="Neither power nor interest is high", id="Kuasa dan minat tidak tinggi"),
}
GRID = ("manage closely", "keep satisfied", "keep informed", "monitor")


@finding(
    topic="stakeholders", order=710,
    title=Words(en="Decisive and without a partner", id="Penentu tetapi tanpa mitra"),
    meaning=Words(en="Stakeholders with high power, legitimacy and urgency (4 and more of 5, a setting) and no partnership (definitive and unpartnered). Always high.",
                  id="Pihak dengan kuasa, legitimasi, dan kemendesakan tinggi (4 ke atas dari 5, dapat diatur) tanpa kemitraan apa pun (definitif dan tanpa mitra). Selalu tinggi."),
    source="Mitchell, Agle & Wood 1997", needs=(PARTNERSHIPS, SALIENCE), personal=True)
def definitive_unpartnered(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names them."""
    found = tuple(one.stakeholder for one in standings(analysis) if one.salience == "definitive" and not one.partners)
    if not found:
        return
    told = {"n": number(len(found)), "names": listed(analysis, found), "first": analysis.name(found[0])}
    yield Finding(
        "definitive_unpartnered", "definitive_unpartnered",
        by_count(len(found), "{n} stakeholder who can decide has no partner: {names}", "{n} stakeholders who can decide have no partner: {names}",
                 "{n} pihak penentu belum punya mitra: {names}").filled(**told),
        Words(en="Power, right and urgency are theirs, and nobody works with them (definitive and unpartnered).",
              id="Kuasa, keabsahan, dan kemendesakan ada pada mereka, tetapi tidak ada yang bermitra dengannya (definitif dan tanpa mitra)."),
        Words(en="Meet {first} now, and offer one piece of work to do together.", id="Temui {first} sekarang, dan tawarkan satu pekerjaan bersama.").filled(**told),
        found, "high", weight=len(found), numbers={"definitive_unpartnered": len(found)})


@finding(
    topic="stakeholders", order=720,
    title=Words(en="How to engage each class of stakeholder", id="Cara melibatkan tiap kelas pemangku kepentingan"),
    meaning=Words(en="Each salience class (power, legitimacy, urgency of 4 and more of 5, a setting) with its members and what to do; those without these "
                     "three ratings by power and interest (the grid). Always info.",
                  id="Tiap kelas salien (kuasa, legitimasi, kemendesakan 4 ke atas dari 5, dapat diatur) dengan anggotanya dan yang perlu dilakukan; yang belum "
                     "punya ketiga nilai itu menurut kuasa dan minat (kisi kuasa-minat). Selalu info."),
    source="Mitchell, Agle & Wood 1997; Mendelow 1991", needs=(RATINGS,), personal=True)
def engagement_plan(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each class that somebody is in."""
    ranks = {name: rank for rank, name in enumerate(PLANS)}
    for name, members in plans(analysis):
        told = {"names": listed(analysis, members), "n": number(len(members)), "class": CLASS_NAMES[name], "rule": CLASS_RULES[name],
                "term": Words(en=f"power-interest grid: {name}", id=f"kisi kuasa-minat: {name}") if name in GRID else Words(en=f"salience: {name}", id=f"salien: {name}")}
        yield Finding(
            "engagement_plan", f"engagement_plan:{name.replace(' ', '-')}",
            Words(en="{class} ({n}): {names}", id="{class} ({n}): {names}").filled(**told),
            Words(en="{rule} ({term}).", id="{rule} ({term}).").filled(**told), PLANS[name].filled(**told), members, "info",
            # The most salient class first, whatever its size.
            weight=1 - ranks[name] / len(ranks), numbers={"class": name, "members": len(members)})


@finding(
    topic="stakeholders", order=730,
    title=Words(en="Supported and opposed", id="Didukung dan ditolak"),
    meaning=Words(en="Innovations and goals that somebody opposes (SUPPORTS, OPPOSES), and what both sides share. High when at least as many oppose as support, "
                     "medium when half as many, else low.",
                  id="Inovasi dan tujuan yang ditolak pihak tertentu (SUPPORTS, OPPOSES), dan yang dimiliki bersama kedua pihak. Tinggi bila penolak sama banyak atau "
                     "lebih dari pendukung, sedang bila setengahnya, selebihnya rendah."),
    needs=(STANCES,))
def contested(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each innovation or goal that somebody opposes."""
    for found in stances(analysis):
        if found.opponents:
            told = {"about": analysis.name(found.about), "for": number(len(found.supporters)), "against": number(len(found.opponents)),
                    "opponents": listed(analysis, found.opponents)}
            yield Finding(
                "contested", f"contested:{found.about}",
                by_count(len(found.opponents), "{about} has {for} for it and {against} against: {opponents} opposes it",
                         "{about} has {for} for it and {against} against: {opponents} oppose it",
                         "{about} didukung {for} pihak dan ditolak {against}: {opponents}").filled(**told),
                _common(analysis, found),
                _mediate(analysis, found),
                (found.about, *found.supporters, *found.opponents), graded(len(found.opponents) / max(1, len(found.supporters)), high=1, medium=0.5),
                weight=len(found.opponents),
                numbers={"supporters": len(found.supporters), "opponents": len(found.opponents), "shared_goals": len(found.goals),
                         "shared_problems": len(found.problems), "between": len(found.between)})


def _common(analysis: Analysis, found: Stance) -> Words:
    """Who is for it, and what both sides have in common."""
    if not found.supporters:
        return Words(en="Nobody is known to support it.", id="Belum diketahui siapa yang mendukungnya.")
    shared = (*found.goals, *found.problems)
    common = Words(en="Both sides share: {shared}.", id="Kedua pihak sama-sama memegang: {shared}.").filled(
        shared=listed(analysis, shared)) if shared else Words(
        en="No goal or problem is known that both sides share.", id="Belum diketahui tujuan atau masalah yang dimiliki bersama kedua pihak.")
    return joined(Words(en="For it: {names}.", id="Pendukung: {names}.").filled(names=listed(analysis, found.supporters)), common)


def _mediate(analysis: Analysis, found: Stance) -> Words:
    """Whom to ask, and who could bring the sides together."""
    first = analysis.name(found.opponents[0])
    if found.between:
        return Words(en="Ask {first} for its reasons, with the help of partners of both sides: {between}.",
                     id="Tanyakan alasan {first}, dengan bantuan mitra kedua pihak: {between}.").filled(
                         first=first, between=listed(analysis, found.between, most=3))
    return Words(en="Ask {first} for its reasons before deciding, and see what would change its mind.",
                 id="Tanyakan alasan {first} sebelum memutuskan, dan apa yang dapat mengubah pendiriannya.").filled(first=first)


@finding(
    topic="stakeholders", order=740,
    title=Words(en="Who sets the course", id="Siapa yang menentukan arah"),
    meaning=Words(en="From ties RELATES_TO of the kind influence: who influences the others more than the mean, and depends on them less, directly "
                     "and through a third (MACTOR, MDII). Always info.",
                  id="Dari hubungan RELATES_TO berjenis influence: siapa yang memengaruhi pihak lain lebih dari rata-rata dan lebih sedikit bergantung, langsung "
                     "maupun lewat pihak ketiga (MACTOR, MDII). Selalu info."),
    source="Godet 2001 (MACTOR)", needs=(INFLUENCE,))
def who_sets_the_course(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the dominant actors, and those who depend on the others."""
    found = actors(analysis)
    dominant = tuple(one.stakeholder for one in found if one.place == "dominant")
    dependent = tuple(one.stakeholder for one in sorted(found, key=lambda one: (-one.dependence, one.stakeholder)) if one.place == "dependent")
    first = found[0]
    told = {"names": listed(analysis, dominant) if dominant else "", "n": number(len(found)), "first": analysis.name(first.stakeholder),
            "influence": decimal(first.influence, 1), "dependence": decimal(first.dependence, 1),
            "dependent": listed(analysis, dependent) if dependent else Words(en="nobody", id="tidak ada")}
    title = by_count(len(dominant), "{names} influences the others more than it depends on them", "{names} influence the others more than they depend on them",
                     "{names} lebih banyak memengaruhi daripada bergantung pada pihak lain")
    step = Words(en="Win {names} before you ask those who follow.", id="Rangkul {names} sebelum meminta pihak yang mengikuti.")
    if not dominant:
        title = Words(en="None of {n} stakeholders sets the course alone: influence is mutual", id="Tidak satu pun dari {n} pihak menentukan arah sendirian: pengaruhnya timbal balik")
        step = Words(en="Bring those who influence each other to one table, {first} among them.", id="Ajak pihak yang saling memengaruhi duduk bersama, termasuk {first}.")
    yield Finding(
        "who_sets_the_course", "who_sets_the_course", title.filled(**told),
        Words(en="Of {n} actors; {first}: influence {influence}, dependence {dependence} (MACTOR, direct and indirect). Most dependent: {dependent}.",
              id="Dari {n} pihak; {first}: pengaruh {influence}, ketergantungan {dependence} (MACTOR, langsung dan tidak langsung). Paling bergantung: {dependent}.",
              ).filled(**told),
        step.filled(**told), (*(dominant or (first.stakeholder,)), *dependent), "info", weight=len(dominant),
        numbers={"actors": len(found), "dominant": len(dominant), "dependent": len(dependent)})
