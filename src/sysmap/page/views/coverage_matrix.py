"""The matrix of organisations and problems: who carries what, which problem nobody owns, and who shares one without working together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sysmap.analysis import Analysis, kept
from sysmap.messages import Message
from sysmap.models.gaps.congruence import measure_fit_by_problem
from sysmap.models.gaps.ranking import find_gaps, iterate_needing_pairs
from sysmap.page.views.port import view
from sysmap.records.coverage_work import read_work
from sysmap.rendering.facts import Facts

__all__ = ["ROLES", "matrix"]

ROLES = {"OWNS": 1, "WORKS_ON": 2, "AFFECTED_BY": 8, "REPORTED": 16}
"""What a tie adds to a cell; 4 is work through an innovation."""
THROUGH = 4
MOST_GAPS = 5_000
"""Up to so many gaps all are marked in the matrix; of more only the strongest, as on the map."""

WORDS: Mapping[str, Message] = {
    "matrix": Message("Who does what"),
    "matrix_caption": Message("Stakeholders and the problems they carry, the gravest problem first."),
    "matrix_choose": Message("Choose a stakeholder: a dashed ring marks who shares one of its problems and is not its partner (collaboration gap)."),
    "matrix_chosen": Message("{name}: gaps with {n} others, who share its problems (dashed rings) or linked ones and are not its partners."),
    "matrix_owns": Message("owns it"),
    "matrix_works": Message("works on it"),
    "matrix_through": Message("through an innovation"),
    "matrix_affected": Message("affected by it"),
    "matrix_reported": Message("reported it"),
    "matrix_carriers": Message("Carried by"),
    "matrix_partners": Message("Partners among them"),
    "matrix_of": Message("{met} of {needed} pairs"),
    "matrix_unowned": Message("no owner"),
    "matrix_gap": Message("gap"),
    "matrix_by": Message("Rows"),
    "matrix_by_sector": Message("by sector"),
    "matrix_by_load": Message("by number of problems"),
    "matrix_idle": Message("Stakeholders without any of these problems have no row: {n}."),
}


@view("matrix", WORDS, order=70, topic="coverage")
def matrix(facts: Facts) -> dict[str, Any] | None:
    """Problems by severity with their counts, a row of cells for each stakeholder who has one, and the gaps between them.

    A problem is [node, severity, carriers, pairs that need, pairs that are partners, owned]; where nobody asked about
    partnerships the pairs are None. A row is [node, [column, roles, column, roles, ...]].
    """
    analysis = facts.analysis
    who = read_work(analysis)
    cells = _cells(analysis, facts.index)
    if not cells or not who.problems:
        return None
    workers = dict(zip(who.problems, who.workers.tolist(), strict=True))
    severity = dict(zip(who.problems, who.severity.tolist(), strict=True))
    order = sorted((uid for uid in who.problems if uid in facts.index), key=lambda uid: (-severity[uid], -workers[uid], analysis.name(uid), uid))
    column = {uid: at for at, uid in enumerate(order)}
    rows = [[facts.index[uid], [value for problem in sorted(mine, key=column.__getitem__) for value in (column[problem], mine[problem])]]
            for uid, mine in sorted(cells.items(), key=lambda item: facts.index[item[0]])]
    return {"problems": [[facts.index[uid], severity[uid], workers[uid], *_fit(analysis, uid), _owned(analysis, uid)] for uid in order],
            "rows": rows, "gaps": _gaps(facts)}


def _cells(analysis: Analysis, index: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Stakeholder -> open problem -> the roles it has there, added up."""
    who = read_work(analysis)
    open_ = set(who.problems) & set(index)
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for source, target, type in analysis.graph.edges(data="type"):
        if type in ROLES and target in open_ and source in index:
            found[source][target] |= ROLES[type]
    does = who.does.tocoo()
    for person, problem in ((who.people[s], who.problems[p]) for s, p in zip(does.row.tolist(), does.col.tolist(), strict=True)):
        if person in index and problem in open_ and not found[person][problem] & (ROLES["OWNS"] | ROLES["WORKS_ON"]):
            found[person][problem] |= THROUGH
    return {uid: dict(mine) for uid, mine in found.items()}


def _owned(analysis: Analysis, problem: str) -> bool | None:
    """Whether somebody owns it; None where nobody wrote down who owns anything."""
    if not analysis.whole_has("OWNS"):
        return None
    return any(type == "OWNS" for _, _, type in analysis.graph.in_edges(problem, data="type"))


@kept
def _fits(analysis: Analysis) -> dict[str, tuple[int, int]]:
    """Problem -> pairs that need to coordinate because of it, and those that are partners."""
    return {fit.between[0]: (fit.needed, fit.met) for fit in measure_fit_by_problem(analysis)}


def _fit(analysis: Analysis, problem: str) -> tuple[int | None, int | None]:
    """Pairs on the problem that need coordination, and those that are partners."""
    if not analysis.ties_assessed:
        return None, None
    fits = _fits(analysis)
    return fits.get(problem, (0, 0))


def _gaps(facts: Facts) -> list[int]:
    """The gaps as numbers of nodes, pair after pair."""
    analysis = facts.analysis
    if not analysis.ties_assessed:
        return []
    found, who = find_gaps(analysis), read_work(analysis)
    pairs = [(gap.source, gap.target) for gap in found.top] if found.count > MOST_GAPS else [
        (who.people[s], who.people[t]) for block in iterate_needing_pairs(who)
        for s, t, tied in zip(block.s.tolist(), block.t.tolist(), block.tied.tolist(), strict=True) if not tied]
    return [facts.index[uid] for pair in pairs if all(uid in facts.index for uid in pair) for uid in pair]
