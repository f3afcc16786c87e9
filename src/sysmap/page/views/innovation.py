"""The pipeline of innovations with the valley of death: where each stands, what it lacks, and who could add it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sysmap.findings.innovation import ASKED, SOMEBODY, risk_tone
from sysmap.measures.innovation import ITEMS
from sysmap.measures.port import measure_values
from sysmap.messages import Message, in_context
from sysmap.models.innovation_remedies import Remedy
from sysmap.models.innovation_valley import Crossing, find_crossings
from sysmap.page.views.port import Told, view
from sysmap.records.innovation_around import read_surroundings
from sysmap.records.innovation_stages import VALLEY, VALLEY_STAGES, is_living, is_stalled, stage_history
from sysmap.rendering.facts import Facts, clean_value, pair

__all__ = ["WORDS", "pipeline_view"]

ITEM_LIST = tuple(ITEMS)
OUTSIDE = -1
"""Stands for a node that is known, but not in the part of the map that is drawn."""

WORDS = {
    "pipeline": Message("Innovations"),
    "valley": Message("Valley of death"),
    "valley_how": Message("The deeper an innovation stands, the more it lacks of eight things that carry one from trial to routine."),
    "valley_worst": Message("Closest to dying"),
    "valley_safe": Message("Nothing is known to be missing for the innovations in the valley."),
    "valley_empty": Message("No innovation stands in the valley today."),
    "valley_save": Message("What would save it"),
    "valley_lacks": Message("{n} of {all} missing"),
    "valley_whole": Message("nothing missing"),
    "valley_level": Message("{n} missing"),
    "valley_unknown": Message("{n} not known"),
    "valley_stage": Message("no stage given"),
    "valley_months": Message("{n} months"),
    "valley_month": Message("{n} month"),
    "valley_months_short": Message("{n} mo"),
    "valley_more": in_context("pipeline", "{n} more"),
    "valley_undated": Message("undated"),
    "valley_stalled": Message("stalled"),
    "valley_readiness": Message("TRL {n}"),
    "valley_severity": Message("severity {n}"),
    "valley_no_problem": Message("addresses no open problem"),
    "valley_list": Message("Who could carry them across"),
    "valley_list_how": Message("Highest risk first, then the gravest problem. A name is who stands nearest to add what is missing."),
    "valley_have": Message("there"),
    "valley_missing": Message("missing"),
    "valley_not_known": Message("not known"),
    "valley_nobody": Message("nobody near: find one"),
    "valley_outside": Message("not in this part of the map"),
    "valley_decide": Message("decide"),
    "valley_checklist": Message("Eight things that carry it across"),
    "valley_not_yet": Message("Not in the valley: these count when it comes to the trial."),
    "valley_behind": Message("Through the valley: what carried it."),
    "valley_trust": Message("Nobody rated the power of its sponsor, which is taken on trust."),
    "valley_history": Message("Stages so far"),
    "valley_show_path": Message("Show it on the map"),
    "valley_path": Message("From sponsor to adopter"),
    "valley_no_path": Message("No chain of partners joins a sponsor to an adopter."),
    "valley_somebody": SOMEBODY,
    "item_sponsor": Message("Sponsor with power"),
    "item_adopter": Message("Adopter"),
    "item_funder": Message("Funding, 12 months"),
    "item_across": Message("Inside and outside"),
    "item_champion": Message("Internal champion"),
    "item_lead": Message("Second lead"),
    "item_owned": Message("Problem owner"),
    "item_moving": Message("Keeps moving"),
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
    found = {one.innovation: one for one in find_crossings(analysis) if one.innovation in facts.index}
    stopped = [uid for uid in drawn if not is_living(analysis, uid)]
    return {"items": ITEM_LIST, "stages": list(stages.values()), "all": [_told(facts, uid, place, found.get(uid)) for uid in (*found, *stopped)]}


def _told(facts: Facts, uid: str, place: Mapping[str, int], one: Crossing | None) -> dict[str, Any]:
    """An innovation; what is not known is left out. `place`: stage -> its number."""
    analysis, months = facts.analysis, measure_values(facts.analysis, "months_in_stage")[uid]
    told = {"n": facts.index[uid], "stage": place.get(str(analysis.props(uid).get("stage"))),
            "history": [[clean_value(day), place[stage]] for day, stage in stage_history(analysis, uid) if stage in place], "trl": clean_value(analysis.props(uid).get("trl")), "months": months,
            "stalled": is_stalled(analysis, uid) or None,
            "problems": [[facts.index.get(problem, OUTSIDE), clean_value(analysis.props(problem).get("severity"))] for problem in _problems(facts, uid)]}
    return {key: value for key, value in (told | (_standing(facts, one) if one else {})).items() if value not in (None, [])}


def _problems(facts: Facts, uid: str) -> list[str]:
    """The open problems it addresses, the gravest first."""
    return sorted(read_surroundings(facts.analysis, uid).problems, key=lambda one: (-(cast("float", facts.analysis.props(one).get("severity")) or 0), one))


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
