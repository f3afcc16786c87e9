"""GROW sessions: whether they were finished, decided together, and kept."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import by_count, enumerated, joined, listed, number
from sysmap.findings.severity import by_problems, graded
from sysmap.models.grow import Session, sessions
from sysmap.records.coverage_work import open_problems
from sysmap.schema import Words

__all__ = ["chosen_option_stuck", "grow_sessions", "incomplete_session", "overdue_actions", "session_not_together"]

SESSIONS = Need(
    lambda analysis: "grow.csv" in analysis.files or bool(analysis.nodes("GrowSession")),
    Words(en="There are no data on GROW sessions: no grow.csv.", id="Tidak ada data sesi GROW: grow.csv tidak ada."),
    Words(en="Hold a session with the tables of sysmap new --grow, and build the map again.",
          id="Adakan satu sesi dengan tabel dari sysmap new --grow, lalu buat lagi petanya."))
HALF = 0.5

PARTS = {
    "goal": Words(en="a goal", id="tujuan (G)"),
    "reality": Words(en="how things stand (reality)", id="kenyataan (R)"),
    "options": Words(en="a second option", id="pilihan kedua (O)"),
    "actions": Words(en="an action with somebody to do it (what next)", id="aksi dengan pelaksananya (W)"),
    "dates": Words(en="a due date for each action", id="batas waktu tiap aksi"),
}


@finding(
    topic="grow", order=550, story="promised",
    title=Words(en="GROW sessions", id="Sesi GROW"),
    meaning=Words(en="How many sessions were held (goal, reality, options, what next), how many are complete and how many were decided together. Always info.",
                  id="Berapa sesi yang diadakan (tujuan, kenyataan, pilihan, tindak lanjut), berapa yang lengkap, dan berapa yang diputuskan bersama. Selalu info."),
    source="Whitmore 1992", needs=(SESSIONS,))
def grow_sessions(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all sessions, where one was held."""
    found = sessions(analysis)
    if not found:
        return
    complete, together = sum(not one.lacks for one in found), sum(one.together is True for one in found)
    actions = [action for one in found for action in one.actions]
    done, late = sum(action.done is not None for action in actions), sum(action.overdue is True for action in actions)
    told = {"n": number(len(found)), "complete": number(complete), "together": number(together), "actions": number(len(actions)),
            "done": number(done), "late": number(late)}
    yield Finding(
        "grow_sessions", "grow_sessions",
        by_count(len(found), "{n} GROW session: {complete} complete, {together} decided together", "{n} GROW sessions: {complete} complete, {together} decided together",
                 "{n} sesi GROW: {complete} lengkap, {together} diputuskan bersama").filled(**told),
        by_count(len(actions), "{n} action: {done} done, {late} overdue.", "{n} actions: {done} done, {late} overdue.",
                 "{n} aksi: {done} selesai, {late} lewat tenggat.").filled(**{**told, "n": told["actions"]}),
        Words(en="Open each session with what came of the last.", id="Mulai tiap sesi dengan hasil sesi sebelumnya."),
        tuple(one.session for one in found), "info", weight=len(found),
        numbers={"sessions": len(found), "complete": complete, "together": together, "actions": len(actions), "done": done, "overdue": late})


@finding(
    topic="grow", order=530, story="promised", answers=("overdue",),
    title=Words(en="GROW session left unfinished", id="Sesi GROW yang belum tuntas"),
    meaning=Words(en="A session without a goal, the reality, two options, an action with somebody to do it, or a due date for each action. Medium when two parts or more are "
                     "missing, else low.",
                  id="Sesi tanpa tujuan, kenyataan, dua pilihan, aksi dengan pelaksananya, atau batas waktu tiap aksi. Sedang bila dua bagian atau lebih belum ada, selebihnya rendah."),
    source="Whitmore 1992", needs=(SESSIONS,))
def incomplete_session(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session that lacks a part."""
    for one in sessions(analysis):
        if one.lacks:
            told = {"name": analysis.name(one.session), "missing": enumerated([PARTS[part] for part in one.lacks])}
            yield Finding(
                "incomplete_session", f"incomplete_session:{one.session}",
                Words(en="{name} was left unfinished: it lacks {missing}", id="{name} belum tuntas: belum ada {missing}").filled(**told),
                Words(en="What is not settled in the meeting is settled by nobody.", id="Yang tidak diputuskan dalam pertemuan tidak akan diputuskan siapa pun."),
                Words(en="Meet once more and add {missing}.", id="Bertemu sekali lagi dan lengkapi {missing}.").filled(**told),
                (one.session, *one.problems), graded(len(one.lacks), high=len(PARTS) + 1, medium=2), weight=len(one.lacks),
                numbers={"missing": len(one.lacks)})


@finding(
    topic="grow", order=540,
    title=Words(en="Not decided together", id="Tidak diputuskan bersama"),
    meaning=Words(en="A session whose people come from one sector only, or among whom nobody is affected by the problem considered (AFFECTED_BY). As severe as the gravest of its "
                     "open problems: high from 4, medium from 3 (or when no problem is rated), else low.",
                  id="Sesi yang pesertanya dari satu sektor saja, atau tanpa seorang pun yang terdampak masalah yang dibahas (AFFECTED_BY). Tingkatnya mengikuti masalah terbukanya "
                     "yang terparah: tinggi mulai 4, sedang mulai 3 (atau bila tidak ada penilaian), selebihnya rendah."),
    needs=(SESSIONS,))
def session_not_together(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session that was not decided together."""
    for one in sessions(analysis):
        if one.together is False:
            sufferers = tuple(sorted({source for source, _, type in analysis.graph.in_edges(one.problems, data="type") if type == "AFFECTED_BY"}))
            told = {"name": analysis.name(one.session), "n": number(len(one.involved)), "people": listed(analysis, one.involved),
                    "sectors": number(len(one.sectors)), "affected": listed(analysis, sufferers, most=3)}
            yield Finding(
                "session_not_together", f"session_not_together:{one.session}",
                Words(en="{name} was not decided together: {people}", id="{name} tidak diputuskan bersama: {people}").filled(**told),
                joined(by_count(len(one.sectors), "Those who met come from {sectors} sector.", "Those who met come from {sectors} sectors.",
                                "Pesertanya berasal dari {sectors} sektor.").filled(**told), _heard(analysis, one)),
                Words(en="Go over it again with those affected: {affected}.", id="Ulangi bersama pihak yang terdampak: {affected}.").filled(**told) if sufferers else
                Words(en="Invite another sector and those affected, and go over it again.", id="Undang sektor lain dan pihak yang terdampak, lalu bahas ulang."),
                (one.session, *one.involved), _by_problems(analysis, one), weight=len(one.involved),
                numbers={"involved": len(one.involved), "sectors": len(one.sectors), "affected": len(one.affected)})


def _heard(analysis: Analysis, one: Session) -> Words:
    if one.affected:
        return Words(en="Affected among them: {names}.", id="Yang terdampak di antaranya: {names}.").filled(names=listed(analysis, one.affected))
    return Words(en="None of them is known to be affected by the problem.", id="Tidak seorang pun diketahui terdampak masalahnya.")


def _by_problems(analysis: Analysis, one: Session) -> Severity:
    living = set(open_problems(analysis))
    problems = tuple(uid for uid in one.problems if uid in living)
    return by_problems(analysis, problems) if problems else "medium"


@finding(
    topic="grow", order=510, story="promised", answers=("overdue",),
    title=Words(en="Overdue actions", id="Aksi lewat tenggat"),
    meaning=Words(en="Actions of a session that are past their due date and not done. High when half of its actions and more are, else medium.",
                  id="Aksi suatu sesi yang lewat batas waktu dan belum selesai. Tinggi bila separuh aksinya atau lebih, selebihnya sedang."),
    needs=(SESSIONS,))
def overdue_actions(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session with an overdue action."""
    for one in sessions(analysis):
        if one.overdue:
            first, people = one.overdue[0], tuple(dict.fromkeys(action.stakeholder for action in one.overdue))
            told = {"name": analysis.name(one.session), "n": number(len(one.overdue)), "all": number(len(one.actions)), "who": listed(analysis, people),
                    "first": analysis.name(first.stakeholder), "what": first.what or Words(en="an action", id="sebuah aksi"), "due": first.due}
            yield Finding(
                "overdue_actions", f"overdue_actions:{one.session}",
                by_count(len(one.overdue), "{n} of {all} actions of {name} is overdue: {who}", "{n} of {all} actions of {name} are overdue: {who}",
                         "{n} dari {all} aksi {name} lewat tenggat: {who}").filled(**told),
                Words(en="The oldest: {what} ({first}, due {due}).", id="Yang tertua: {what} ({first}, tenggat {due}).").filled(**told),
                Words(en="Ask {first} what stands in the way, and agree on a new date or another hand.",
                      id="Tanyakan kepada {first} apa kendalanya, lalu sepakati tanggal baru atau pelaksana lain.").filled(**told),
                (one.session, *people), graded(len(one.overdue) / len(one.actions), high=HALF, medium=0), weight=len(one.overdue),
                numbers={"overdue": len(one.overdue), "actions": len(one.actions), "oldest_due": first.due})


@finding(
    topic="grow", order=520, story="promised", answers=("overdue",),
    title=Words(en="Chosen, but standing still", id="Dipilih, tetapi mandek"),
    meaning=Words(en="An innovation that a session chose, and that has stopped or stands still (more than 12 months in one stage, a setting). As severe as the gravest open "
                     "problem of the session: high from 4, medium from 3 (or when no problem is rated), else low.",
                  id="Inovasi yang dipilih suatu sesi tetapi sudah berhenti atau mandek (lebih dari 12 bulan di satu tahap, dapat diatur). Tingkatnya mengikuti masalah terbuka "
                     "terparah sesi itu: tinggi mulai 4, sedang mulai 3 (atau bila tidak ada penilaian), selebihnya rendah."),
    needs=(SESSIONS,))
def chosen_option_stuck(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each session whose choice stands still."""
    for one in sessions(analysis):
        if one.stuck:
            others = tuple(uid for uid in one.options if uid not in one.chosen)
            told = {"name": analysis.name(one.session), "stuck": listed(analysis, one.stuck), "others": listed(analysis, others)}
            yield Finding(
                "chosen_option_stuck", f"chosen_option_stuck:{one.session}",
                by_count(len(one.stuck), "{name} chose {stuck}, which stands still", "{name} chose {stuck}, which stand still",
                         "{name} memilih {stuck}, tetapi mandek").filled(**told),
                Words(en="A choice that nobody carries on costs the trust of those who made it.",
                      id="Pilihan yang tidak dilanjutkan menggerus kepercayaan mereka yang memilih."),
                Words(en="Meet again: remove what holds it, or turn to {others}.", id="Bertemu lagi: singkirkan penghambatnya, atau beralih ke {others}.").filled(**told)
                if others else Words(en="Meet again: remove what holds it, or find another option.", id="Bertemu lagi: singkirkan penghambatnya, atau cari pilihan lain."),
                (one.session, *one.stuck), _by_problems(analysis, one), weight=len(one.stuck), numbers={"stuck": len(one.stuck), "chosen": len(one.chosen)})
