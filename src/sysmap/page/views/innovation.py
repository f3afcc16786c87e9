"""The pipeline of innovations with the valley of death: where each stands, what it lacks, and who could add it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sysmap.findings.innovation import ASKED, SOMEBODY, risk_tone
from sysmap.measures.innovation import ITEMS
from sysmap.measures.port import values
from sysmap.models.innovation_remedies import Remedy
from sysmap.models.innovation_valley import Crossing, crossings
from sysmap.page.views.port import Told, view
from sysmap.records.innovation_around import around
from sysmap.records.innovation_stages import VALLEY, VALLEY_STAGES, history, is_living, is_stalled
from sysmap.rendering.facts import Facts, clean, pair
from sysmap.schema import Words

__all__ = ["WORDS", "pipeline_view"]

ITEM_LIST = tuple(ITEMS)
OUTSIDE = -1
"""Stands for a node that is known, but not in the part of the map that is drawn."""

WORDS = {
    "pipeline": Words("Innovations", "Inovasi"),
    "valley": Words("Valley of death", "Lembah kematian"),
    "valley_how": Words("The deeper an innovation stands, the more it lacks of eight things that carry one from trial to routine.",
                        "Makin dalam letaknya, makin banyak yang belum dimiliki inovasi itu dari delapan hal yang mengantarnya dari uji coba ke rutinitas."),
    "valley_worst": Words("Closest to dying", "Paling terancam"),
    "valley_safe": Words("Nothing is known to be missing for the innovations in the valley.", "Tidak ada yang diketahui kurang pada inovasi di lembah."),
    "valley_empty": Words("No innovation stands in the valley today.", "Saat ini tidak ada inovasi di lembah."),
    "valley_save": Words("What would save it", "Yang dapat menyelamatkannya"),
    "valley_lacks": Words("{n} of {all} missing", "kurang {n} dari {all}"),
    "valley_whole": Words("nothing missing", "tak ada yang kurang"),
    "valley_level": Words("{n} missing", "kurang {n}"),
    "valley_unknown": Words("{n} not known", "{n} belum diketahui"),
    "valley_stage": Words("no stage given", "tahap tidak disebut"),
    "valley_months": Words("{n} months", "{n} bulan"),
    "valley_month": Words("{n} month", "{n} bulan"),
    "valley_months_short": Words("{n} mo", "{n} bln"),
    "valley_more": Words("{n} more", "{n} lagi"),
    "valley_undated": Words("undated", "tanpa tanggal"),
    "valley_stalled": Words("stalled", "mandek"),
    "valley_readiness": Words("TRL {n}", "TKT {n}"),
    "valley_severity": Words("severity {n}", "keparahan {n}"),
    "valley_no_problem": Words("addresses no open problem", "tidak menjawab masalah terbuka"),
    "valley_list": Words("Who could carry them across", "Siapa yang dapat mengantarnya menyeberang"),
    "valley_list_how": Words("Highest risk first, then the gravest problem. A name is who stands nearest to add what is missing.",
                             "Risiko tertinggi lebih dulu, lalu masalah terparah. Nama adalah pihak terdekat yang dapat melengkapi yang belum ada."),
    "valley_have": Words("there", "sudah ada"),
    "valley_missing": Words("missing", "belum ada"),
    "valley_not_known": Words("not known", "belum diketahui"),
    "valley_nobody": Words("nobody near: find one", "belum ada yang dekat: carikan"),
    "valley_outside": Words("not in this part of the map", "di luar bagian peta ini"),
    "valley_decide": Words("decide", "putuskan"),
    "valley_checklist": Words("Eight things that carry it across", "Delapan hal yang mengantarnya menyeberang"),
    "valley_not_yet": Words("Not in the valley: these count when it comes to the trial.", "Tidak di lembah: daftar ini berlaku saat masuk uji coba."),
    "valley_behind": Words("Through the valley: what carried it.", "Sudah melewati lembah: inilah pengantarnya."),
    "valley_trust": Words("Nobody rated the power of its sponsor, which is taken on trust.", "Kuasa sponsornya belum dinilai dan dianggap cukup."),
    "valley_history": Words("Stages so far", "Tahap yang dilalui"),
    "valley_show_path": Words("Show it on the map", "Tunjukkan di peta"),
    "valley_path": Words("From sponsor to adopter", "Dari sponsor ke pengadopsi"),
    "valley_no_path": Words("No chain of partners joins a sponsor to an adopter.", "Tidak ada rantai mitra dari sponsor ke pengadopsi."),
    "valley_somebody": SOMEBODY,
    "item_sponsor": Words("Sponsor with power", "Sponsor berkuasa"),
    "item_adopter": Words("Adopter", "Pengadopsi"),
    "item_funder": Words("Funding, 12 months", "Dana 12 bulan"),
    "item_across": Words("Inside and outside", "Internal dan eksternal"),
    "item_champion": Words("Internal champion", "Pejuang internal"),
    "item_lead": Words("Second lead", "Pemimpin kedua"),
    "item_owned": Words("Problem owner", "Penanggung jawab masalah"),
    "item_moving": Words("Keeps moving", "Terus maju"),
    **{f"ask_{item}": words for item, words in ASKED.items()},
}


@view("pipeline", WORDS, order=90, topic="innovation")
def pipeline_view(facts: Facts) -> Told:
    """The stages in their order, and every innovation: the living by risk, then those that stopped; None without an innovation."""
    analysis = facts.analysis
    drawn = [uid for uid in analysis.nodes("Innovation") if uid in facts.index]
    if not drawn:
        return None
    field, = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    stages = {choice.value: {"title": pair(choice.label), "valley": choice.value in VALLEY_STAGES, "dead": choice.value in analysis.settings.dead_stages}
              for choice in field.choices}
    place = {value: at for at, value in enumerate(stages)}
    found = {one.innovation: one for one in crossings(analysis) if one.innovation in facts.index}
    stopped = [uid for uid in drawn if not is_living(analysis, uid)]
    return {"items": ITEM_LIST, "stages": list(stages.values()), "all": [_told(facts, uid, place, found.get(uid)) for uid in (*found, *stopped)]}


def _told(facts: Facts, uid: str, place: Mapping[str, int], one: Crossing | None) -> dict[str, Any]:
    """An innovation; what is not known is left out. `place`: stage -> its number."""
    analysis, months = facts.analysis, values(facts.analysis, "months_in_stage")[uid]
    told = {"n": facts.index[uid], "stage": place.get(str(analysis.props(uid).get("stage"))),
            "history": [[clean(day), place[stage]] for day, stage in history(analysis, uid) if stage in place], "trl": clean(analysis.props(uid).get("trl")), "months": months,
            "stalled": is_stalled(analysis, uid) or None,
            "problems": [[facts.index.get(problem, OUTSIDE), clean(analysis.props(problem).get("severity"))] for problem in _problems(facts, uid)]}
    return {key: value for key, value in (told | (_standing(facts, one) if one else {})).items() if value not in (None, [])}


def _problems(facts: Facts, uid: str) -> list[str]:
    """The open problems it addresses, the gravest first."""
    return sorted(around(facts.analysis, uid).problems, key=lambda one: (-(cast("float", facts.analysis.props(one).get("severity")) or 0), one))


def _standing(facts: Facts, one: Crossing) -> dict[str, Any]:
    lacking = bool(one.inside and one.lacks)
    return {"inside": one.inside, "lacks": [ITEM_LIST.index(item) for item in one.lacks], "unknown": [ITEM_LIST.index(item) for item in one.unknown],
            "past": _is_past(facts, one) or None, "risk": one.risk, "tone": risk_tone(one.risk or 0) if lacking else None, "unrated": one.unrated or None,
            "path": [facts.index.get(uid, OUTSIDE) for uid in one.path], "remedies": [_remedy(facts, remedy) for remedy in one.remedies]}


def _is_past(facts: Facts, one: Crossing) -> bool:
    """Whether the valley lies behind it: by its readiness, else by its stage."""
    trl, proven = facts.analysis.props(one.innovation).get("trl"), facts.analysis.settings.proven_stages
    return trl > VALLEY[1] if isinstance(trl, int | float) else one.inside is False and one.stage in proven


def _remedy(facts: Facts, remedy: Remedy) -> list[int | None]:
    """[number of the item, who could add it or None, to what]."""
    who = None if remedy.source is None else facts.index.get(remedy.source, OUTSIDE)
    return [ITEM_LIST.index(remedy.item), who, facts.index.get(remedy.target, OUTSIDE)]
