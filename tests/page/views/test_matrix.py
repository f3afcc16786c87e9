"""The matrix's data: expected cells and counts by hand on a few lines, and on the shipped case against the models."""

import pytest

from sysmap.models.gaps.congruence import measure_fit_by_problem
from sysmap.models.gaps.ranking import find_gaps
from sysmap.page.views.coverage_matrix import THROUGH, matrix
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look

LINES = (
    "Stakeholder a sector=media",
    "Stakeholder b",
    "Stakeholder c",
    "Stakeholder idle",
    "Problem p severity=5",
    "Problem q severity=2",
    "Innovation i stage=pilot",
    "a OWNS p",
    "a WORKS_ON p",
    "b WORKS_ON p",
    "b AFFECTED_BY p",
    "c LEADS i",
    "i ADDRESSES p",
    "c REPORTED q",
    "a PARTNERS_WITH b",
)


def told(analysis):
    facts = Facts(analysis, Look())
    found = matrix(facts)
    names = {at: uid.split(":")[1] for uid, at in facts.index.items()}
    return found, names


def test_cells_say_every_role_and_problems_come_by_severity(mapped):
    found, names = told(mapped(*LINES))
    assert [(names[row[0]], *row[1:]) for row in found["problems"]] == [
        ("p", 5, 3, 3, 1, True),
        ("q", 2, 0, 0, 0, False),
    ]
    cells = {names[node]: dict(zip(flat[::2], flat[1::2], strict=True)) for node, flat in found["rows"]}
    assert cells == {"a": {0: 1 + 2}, "b": {0: 2 + 8}, "c": {0: THROUGH, 1: 16}}


def test_gaps_are_all_pairs_that_need_and_are_no_partners(mapped):
    found, names = told(mapped(*LINES))
    pairs = {
        frozenset((names[found["gaps"][at]], names[found["gaps"][at + 1]])) for at in range(0, len(found["gaps"]), 2)
    }
    assert pairs == {frozenset("ac"), frozenset("bc")}


def test_without_partnership_data_nothing_is_said_of_pairs(mapped):
    found, _ = told(
        mapped(
            *(line for line in LINES if "PARTNERS" not in line), files=("stakeholders.csv", "problems.csv", "links.csv")
        )
    )
    assert found["gaps"] == []
    assert all(problem[3:5] == [None, None] for problem in found["problems"])


@pytest.mark.parametrize("lines", [(), ("Stakeholder a",), ("Stakeholder a", "Problem p")])
def test_where_nobody_carries_anything_there_is_no_matrix(mapped, lines):
    assert told(mapped(*lines))[0] is None


def test_the_shipped_case_counts_as_the_models_do(gunungkidul):
    found, names = told(gunungkidul)
    assert len(found["gaps"]) == 2 * find_gaps(gunungkidul).count
    fits = {fit.between[0].split(":")[1]: [fit.needed, fit.met] for fit in measure_fit_by_problem(gunungkidul)}
    assert {names[row[0]]: row[3:5] for row in found["problems"] if row[3]} == fits
