"""The pipeline of innovations with the valley of death: the stage of each, what it lacks, and who could add that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.findings.innovation import ASKED, SOMEBODY, grade_crossing
from sysmap.measures.innovation import ITEMS
from sysmap.measures.port import measure_values
from sysmap.messages import Message, in_context
from sysmap.models.coverage import problem_order
from sysmap.models.innovation_remedies import Remedy
from sysmap.models.innovation_valley import Crossing, find_crossings
from sysmap.page.views.port import ViewData, view
from sysmap.records.innovation_around import read_surroundings
from sysmap.records.innovation_stages import VALLEY, VALLEY_STAGES, is_living, is_stalled, stage_history
from sysmap.rendering.facts import Facts, clean_value

__all__ = ["WORDS", "pipeline_view"]

ITEM_LIST = tuple(ITEMS)
OUTSIDE = -1
"""The number of a node that is known but not drawn, because the page shows another part of the map."""

WORDS = {
    "pipeline": Message("Innovations"),
    "valley": Message("Valley of death"),
    "valley_how": Message(
        "The deeper an innovation stands, the more it lacks of eight things that carry one from trial to routine."
    ),
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
    "valley_list_how": Message(
        "Highest risk first, then the gravest problem. A name is who stands nearest to add what is missing."
    ),
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
def pipeline_view(facts: Facts) -> ViewData:
    """The stages in their order, and every innovation: the living ones by risk, then those that stopped.

    None without an innovation.
    """
    analysis = facts.analysis
    drawn = [uid for uid in analysis.nodes("Innovation") if uid in facts.index]
    if not drawn:
        return None
    (field,) = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    stages = {
        choice.value: {
            "title": facts.translate(choice.label),
            "valley": choice.value in VALLEY_STAGES,
            "dead": choice.value in analysis.settings.dead_stages,
        }
        for choice in field.choices
    }
    stage_numbers = {value: at for at, value in enumerate(stages)}
    crossings = {
        crossing.innovation: crossing for crossing in find_crossings(analysis) if crossing.innovation in facts.index
    }
    stopped = [uid for uid in drawn if not is_living(analysis, uid)]
    return {
        "items": ITEM_LIST,
        "stages": list(stages.values()),
        "all": [_innovation(facts, uid, stage_numbers, crossings.get(uid)) for uid in (*crossings, *stopped)],
    }


def _innovation(facts: Facts, uid: str, stage_numbers: Mapping[str, int], crossing: Crossing | None) -> dict[str, Any]:
    """An innovation for the board: its stages, its problems, and where it stands in the valley.

    What is not known is left out.
    """
    analysis, months = facts.analysis, measure_values(facts.analysis, "months_in_stage")[uid]
    history = [
        [clean_value(day), stage_numbers[stage]]
        for day, stage in stage_history(analysis, uid)
        if stage in stage_numbers
    ]
    values = {
        "n": facts.index[uid],
        "stage": stage_numbers.get(str(analysis.props(uid).get("stage"))),
        "history": history,
        "trl": clean_value(analysis.props(uid).get("trl")),
        "months": months,
        "stalled": is_stalled(analysis, uid) or None,
        "problems": [
            [facts.index.get(problem, OUTSIDE), clean_value(analysis.props(problem).get("severity"))]
            for problem in _problems(facts, uid)
        ],
    }
    return {
        key: value
        for key, value in (values | (_standing(facts, crossing) if crossing else {})).items()
        if value not in (None, [])
    }


def _problems(facts: Facts, uid: str) -> list[str]:
    """The open problems that the innovation addresses, the gravest first."""
    return sorted(
        read_surroundings(facts.analysis, uid).problems, key=lambda problem: problem_order(facts.analysis, problem)
    )


def _standing(facts: Facts, crossing: Crossing) -> dict[str, Any]:
    """Where a living innovation stands in the valley; items of the checklist go by their number in `ITEM_LIST`."""
    lacking = bool(crossing.inside and crossing.lacks)
    return {
        "inside": crossing.inside,
        "lacks": [ITEM_LIST.index(item) for item in crossing.lacks],
        "unknown": [ITEM_LIST.index(item) for item in crossing.unknown],
        "past": _is_past(facts, crossing) or None,
        "risk": crossing.risk,
        "tone": grade_crossing(crossing) if lacking else None,
        "unrated": crossing.unrated or None,
        "path": [facts.index.get(uid, OUTSIDE) for uid in crossing.path],
        "remedies": [_remedy(facts, remedy) for remedy in crossing.remedies],
    }


def _is_past(facts: Facts, crossing: Crossing) -> bool:
    """Whether the innovation has left the valley behind: by its readiness level if it has one, else by its stage."""
    trl, proven = facts.analysis.props(crossing.innovation).get("trl"), facts.analysis.settings.proven_stages
    return trl > VALLEY[1] if isinstance(trl, int | float) else crossing.inside is False and crossing.stage in proven


def _remedy(facts: Facts, remedy: Remedy) -> list[int | None]:
    """[number of the missing item, who could add it (None: nobody is near), what it would be added to]."""
    who = None if remedy.source is None else facts.index.get(remedy.source, OUTSIDE)
    return [ITEM_LIST.index(remedy.item), who, facts.index.get(remedy.target, OUTSIDE)]
