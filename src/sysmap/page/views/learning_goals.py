"""The shared vision: how far each goal has come, who shares it by sector and who does not yet, and what contributes to it."""

from __future__ import annotations

from typing import Any

from sysmap.findings.learning import way_gone
from sysmap.models.learning.vision import GoalPull, GoalStanding, goal_pulls, goal_standings
from sysmap.page.scores import rounded
from sysmap.page.views.port import Told, view
from sysmap.rendering.facts import Facts, clean, pair
from sysmap.schema import Words

__all__ = ["WORDS", "goals_view"]

WORDS = {
    "goals": Words("Goals", "Tujuan"),
    "goal_title": Words("Shared vision", "Visi bersama"),
    "goal_count": Words("{n} goals", "{n} tujuan"),
    "goal_count_one": Words("{n} goal", "{n} tujuan"),
    "goal_shared_count": Words("{n} shared by two sectors or more", "{n} dianut dua sektor atau lebih"),
    "goal_unheld_count": Words("{n} held by nobody", "{n} tidak dianut siapa pun"),
    "goal_away_count": Words("{n} losing ground", "{n} menjauh dari sasaran"),
    "goal_by": Words("by {when}", "sampai {when}"),
    "goal_no_horizon": Words("no date to reach it by", "tanpa tenggat capaian"),
    "goal_no_measure": Words("No measure is named.", "Indikator belum disebut."),
    "goal_shared": Words("{n} sectors share it", "dianut {n} sektor"),
    "goal_alone": Words("one sector only", "satu sektor saja"),
    "goal_unheld": Words("nobody holds it", "tidak dianut siapa pun"),
    "goal_unclear": Words("sectors of its holders not known", "sektor penganutnya belum diketahui"),
    "goal_baseline": Words("start {n}", "awal {n}"),
    "goal_actual": Words("now {n}", "kini {n}"),
    "goal_target": Words("target {n}", "sasaran {n}"),
    "goal_no_baseline": Words("start not recorded", "nilai awal belum dicatat"),
    "goal_no_actual": Words("present value not recorded", "nilai kini belum dicatat"),
    "goal_no_target": Words("target not set", "sasaran belum ditetapkan"),
    "goal_way": Words("{share} of the way", "{share} dari jarak ke sasaran"),
    "goal_reached": Words("reached", "tercapai"),
    "goal_unmoved": Words("the target is where it started", "sasaran sama dengan nilai awal"),
    "goal_holders": Words("Who shares it", "Yang menganutnya"),
    "goal_no_sector": Words("sector not stated", "sektor tidak disebut"),
    "goal_not_yet": Words("Nobody yet from: {names}", "Belum ada dari: {names}"),
    "goal_apart": Words("Works for it, but does not share it yet", "Bekerja untuknya, tetapi belum menganutnya"),
    "goal_pull": Words("What contributes to it", "Yang mendukungnya"),
    "goal_no_pull": Words("Nothing on the map contributes to it.", "Belum ada di peta yang mendukungnya."),
}


@view("goals", WORDS, order=20, topic="learning")
def goals_view(facts: Facts) -> Told:
    """Every goal: those that nobody holds first, then those of one sector, then those furthest from their target; None without a goal.

    A node that is not drawn is counted, without a number.
    """
    analysis = facts.analysis
    pulls = {one.goal: one for one in goal_pulls(analysis)}
    found = sorted((one for one in goal_standings(analysis) if one.goal in facts.index), key=lambda one: (bool(one.holders), one.shared is not False, one.progress is None, one.progress or 0, one.goal))
    field, = (field for field in analysis.vocabulary.node("Stakeholder").fields if field.name == "sector")
    present = {clean(analysis.props(uid)["sector"]) for uid in analysis.nodes("Stakeholder") if analysis.props(uid).get("sector")}
    labels = {choice.value: pair(choice.label) for choice in field.choices if choice.value in present}
    labels |= {own: [own, own] for own in sorted(present - set(labels))}
    return {"sectors": list(labels.items()), "goals": [_told(facts, one, pulls[one.goal]) for one in found]} if found else None


def _told(facts: Facts, one: GoalStanding, pull: GoalPull) -> dict[str, Any]:
    props = facts.told("Goal", facts.analysis.props(one.goal))
    told: dict[str, Any] = {name: props.get(name) for name in ("horizon", "measure")}
    told |= {name: rounded(getattr(one, name)) for name in ("baseline", "actual", "target", "progress")}
    return told | {
        "n": facts.index[one.goal], "shared": one.shared, "share": None if one.progress is None else pair(way_gone(one.progress)),
        "holders": [[facts.index.get(uid), clean(facts.analysis.props(uid).get("sector"))] for uid in one.holders],
        "pull": [facts.index.get(uid) for uid in (*pull.innovations, *pull.problems)], "apart": [facts.index.get(uid) for uid in pull.apart]}
