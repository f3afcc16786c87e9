"""The matrix of stakeholders and problems.

Who carries what, which problem has no owner, and who shares one without being partners.
"""

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
"""Bits of a cell: which ties the stakeholder has to the problem."""
THROUGH = 4
"""The bit of a cell for work on the problem that goes only through an innovation."""
MOST_GAPS = 5_000
"""Up to this number all gaps are marked in the matrix; of more, only the strongest, as on the map."""

WORDS: Mapping[str, Message] = {
    "matrix": Message("Who does what"),
    "matrix_caption": Message("Stakeholders and the problems they carry, the gravest problem first."),
    "matrix_choose": Message(
        "Choose a stakeholder: a dashed ring marks who shares one of its problems and is not its partner (collaboration gap)."
    ),
    "matrix_chosen": Message(
        "{name}: gaps with {n} others, who share its problems (dashed rings) or linked ones and are not its partners."
    ),
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
    """Problems with their counts, the gravest first; a row of cells for each stakeholder who has a cell.

    The gaps between them.

    A problem is [node, severity, number of stakeholders who work on it, pairs that need to coordinate, those of them
    that are partners, owned]; without data on partnerships both counts of pairs are None. A row is [node, [column,
    bits, column, bits, ...]].
    """
    analysis = facts.analysis
    work = read_work(analysis)
    cells = _cells(analysis, facts.index)
    if not cells or not work.problems:
        return None
    workers = dict(zip(work.problems, work.workers.tolist(), strict=True))
    severity = dict(zip(work.problems, work.severity.tolist(), strict=True))
    order = sorted(
        (uid for uid in work.problems if uid in facts.index),
        key=lambda uid: (-severity[uid], -workers[uid], analysis.name(uid), uid),
    )
    column = {uid: at for at, uid in enumerate(order)}
    rows = [
        [
            facts.index[uid],
            [value for problem in sorted(row, key=column.__getitem__) for value in (column[problem], row[problem])],
        ]
        for uid, row in sorted(cells.items(), key=lambda item: facts.index[item[0]])
    ]
    return {
        "problems": [
            [facts.index[uid], severity[uid], workers[uid], *_fit(analysis, uid), _owned(analysis, uid)]
            for uid in order
        ],
        "rows": rows,
        "gaps": _gaps(facts),
    }


def _cells(analysis: Analysis, index: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Stakeholder -> open problem -> the bits of the cell. Only drawn nodes; `index` has their numbers."""
    work = read_work(analysis)
    open_problems = set(work.problems) & set(index)
    cells: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for source, target, type in analysis.graph.edges(data="type"):
        if type in ROLES and target in open_problems and source in index:
            cells[source][target] |= ROLES[type]
    # `does` is a sparse matrix of people and problems; who works on a problem without such a tie does so through an
    # innovation.
    does = work.does.tocoo()
    for person, problem in (
        (work.people[s], work.problems[p]) for s, p in zip(does.row.tolist(), does.col.tolist(), strict=True)
    ):
        if (
            person in index
            and problem in open_problems
            and not cells[person][problem] & (ROLES["OWNS"] | ROLES["WORKS_ON"])
        ):
            cells[person][problem] |= THROUGH
    return {uid: dict(row) for uid, row in cells.items()}


def _owned(analysis: Analysis, problem: str) -> bool | None:
    """Whether the problem has an owner; None where the map names no owner of anything."""
    if not analysis.whole_has("OWNS"):
        return None
    return any(type == "OWNS" for _, _, type in analysis.graph.in_edges(problem, data="type"))


@kept
def _fits(analysis: Analysis) -> dict[str, tuple[int, int]]:
    """Problem -> (pairs that need to coordinate because of it, those of them that are partners)."""
    return {fit.between[0]: (fit.needed, fit.met) for fit in measure_fit_by_problem(analysis)}


def _fit(analysis: Analysis, problem: str) -> tuple[int | None, int | None]:
    """(pairs that need to coordinate because of the problem, those that are partners).

    None twice without data on partnerships.
    """
    if not analysis.ties_assessed:
        return None, None
    fits = _fits(analysis)
    return fits.get(problem, (0, 0))


def _gaps(facts: Facts) -> list[int]:
    """The gaps as numbers of nodes, one pair after the other in one flat list."""
    analysis = facts.analysis
    if not analysis.ties_assessed:
        return []
    gaps, work = find_gaps(analysis), read_work(analysis)
    pairs = (
        [(gap.source, gap.target) for gap in gaps.top]
        if gaps.count > MOST_GAPS
        else [
            (work.people[s], work.people[t])
            for block in iterate_needing_pairs(work)
            for s, t, tied in zip(block.s.tolist(), block.t.tolist(), block.tied.tolist(), strict=True)
            if not tied
        ]
    )
    return [facts.index[uid] for pair in pairs if all(uid in facts.index for uid in pair) for uid in pair]
