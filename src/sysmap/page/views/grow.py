"""The board of GROW sessions: goal, reality, options, what next; what is missing, whether it was decided together, and what became of it."""

from __future__ import annotations

from typing import Any

from sysmap.models.grow import Action, Session, sessions
from sysmap.page.views.port import Told, view
from sysmap.records.times import days_between
from sysmap.rendering.facts import Facts, clean, pair
from sysmap.schema import Words

__all__ = ["WORDS", "grow_view"]

WORDS = {
    "grow": Words("GROW sessions", "Sesi GROW"),
    "grow_goal": Words("Goal", "Tujuan"),
    "grow_reality": Words("Reality", "Kenyataan"),
    "grow_options": Words("Options", "Pilihan"),
    "grow_next": Words("What next", "Tindak lanjut"),
    "grow_goal_asks": Words("What do we want to reach?", "Apa yang ingin dicapai?"),
    "grow_reality_asks": Words("How do things stand?", "Bagaimana keadaannya kini?"),
    "grow_options_asks": Words("What could we do?", "Apa saja pilihannya?"),
    "grow_next_asks": Words("Who does what by when?", "Siapa mengerjakan apa, kapan?"),
    "grow_count": Words("{n} sessions", "{n} sesi"),
    "grow_count_one": Words("{n} session", "{n} sesi"),
    "grow_complete_count": Words("{n} complete", "{n} lengkap"),
    "grow_together_count": Words("{n} decided together", "{n} diputuskan bersama"),
    "grow_done_count": Words("{n} of {all} actions done", "{n} dari {all} aksi selesai"),
    "grow_late_count": Words("{n} overdue", "{n} lewat tenggat"),
    "grow_as_of": Words("as of {day}", "per {day}"),
    "grow_undated": Words("no date", "tanpa tanggal"),
    "grow_steps": Words("Steps taken", "Langkah yang ditempuh"),
    "grow_step_open": Words("{step}: not yet", "{step}: belum"),
    "grow_step_done": Words("{step}: taken", "{step}: sudah"),
    "grow_complete": Words("complete", "lengkap"),
    "grow_lacks": Words("unfinished", "belum tuntas"),
    "grow_together": Words("decided together", "diputuskan bersama"),
    "grow_apart": Words("not decided together", "tidak diputuskan bersama"),
    "grow_perhaps": Words("together? not known", "bersama? belum diketahui"),
    "grow_who": Words("Who met", "Yang hadir"),
    "grow_nobody": Words("Nobody is named.", "Tidak ada yang disebut."),
    "grow_sectors": Words("{n} sectors: {names}", "{n} sektor: {names}"),
    "grow_one_sector": Words("one sector only: {names}", "satu sektor saja: {names}"),
    "grow_no_sector": Words("sectors not stated", "sektor tidak disebut"),
    "grow_affected": Words("affected", "terdampak"),
    "grow_heard": Words("{n} of them affected by the problem", "{n} di antaranya terdampak masalahnya"),
    "grow_unheard": Words("none of them is affected by the problem", "tidak ada yang terdampak masalahnya"),
    "grow_not_asked": Words("who is affected is not recorded", "siapa yang terdampak tidak dicatat"),
    "grow_problems": Words("Problems considered", "Masalah yang dibahas"),
    "grow_chosen": Words("chosen", "dipilih"),
    "grow_stuck": Words("stands still", "mandek"),
    "grow_done": Words("done {day}", "selesai {day}"),
    "grow_due": Words("due {day}", "tenggat {day}"),
    "grow_late": Words("overdue by {n} days", "lewat {n} hari"),
    "grow_late_unknown": Words("overdue", "lewat tenggat"),
    "grow_no_due": Words("no due date", "tanpa tenggat"),
    "grow_some_action": Words("an action without words", "aksi tanpa uraian"),
    "grow_no_goal": Words("No goal was written down.", "Tujuan belum ditulis."),
    "grow_no_reality": Words("How things stand was not written down.", "Kenyataan belum ditulis."),
    "grow_no_options": Words("No option was named: a choice needs two.", "Belum ada pilihan: memilih butuh dua."),
    "grow_one_option": Words("Only one option: a choice needs two.", "Baru satu pilihan: memilih butuh dua."),
    "grow_no_choice": Words("Nothing has been chosen yet.", "Belum ada yang dipilih."),
    "grow_no_actions": Words("Nobody has anything to do yet.", "Belum ada aksi dan pelaksananya."),
}


@view("grow", WORDS, order=50, topic="grow")
def grow_view(facts: Facts) -> Told:
    """Every session held by the day of the analysis, the newest first; None without one. A node that is not drawn is counted, without a number."""
    held = [one for one in sessions(facts.analysis) if one.session in facts.index]
    return {"day": facts.analysis.as_of.isoformat(), "steps": _steps(facts), "sectors": _sectors(facts),
            "sessions": [_told(facts, one) for one in reversed(held)]} if held else None


def _steps(facts: Facts) -> list[list[Any]]:
    """[value, words] of each step of GROW, in order."""
    field, = (field for field in facts.analysis.vocabulary.node("GrowSession").fields if field.name == "status")
    return [[choice.value, pair(choice.label)] for choice in field.choices]


def _sectors(facts: Facts) -> dict[str, list[str]]:
    field, = (field for field in facts.analysis.vocabulary.node("Stakeholder").fields if field.name == "sector")
    return {choice.value: pair(choice.label) for choice in field.choices}


def _told(facts: Facts, one: Session) -> dict[str, Any]:
    def at(uids: tuple[str, ...]) -> list[int | None]:
        return [facts.index.get(uid) for uid in uids]
    props = facts.told("GrowSession", facts.analysis.props(one.session))
    asked = any(type == "AFFECTED_BY" for _, _, type in facts.analysis.graph.in_edges(one.problems, data="type"))
    return {"n": facts.index[one.session], "date": clean(one.date), "step": clean(one.step), "goal": props.get("goal"), "reality": props.get("reality"),
            "problems": at(one.problems), "involved": at(one.involved), "options": at(one.options), "chosen": at(one.chosen), "stuck": at(one.stuck),
            "actions": [_action(facts, action) for action in one.actions], "lacks": one.lacks, "together": one.together,
            "sectors": [clean(sector) for sector in one.sectors], "affected": at(one.affected), "asked": asked}


def _action(facts: Facts, one: Action) -> dict[str, Any]:
    """An action that may be told; `late`: days past its due date, None where that is not known to the day."""
    late = days_between(one.due, facts.analysis.as_of.isoformat()) if one.overdue and one.due else None
    return {"who": facts.index.get(one.stakeholder), "what": clean(one.what), "due": clean(one.due), "done": clean(one.done), "overdue": one.overdue, "late": late}
