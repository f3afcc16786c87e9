"""The worked example keeps its rows: the numbers that other tests take from it were made from these, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysmap.tables.folder import read_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

TINY = Path(__file__).parents[2] / "datasets" / "tiny"


@pytest.fixture(scope="module")
def tiny() -> Dataset:
    return read_folder(TINY, VOCABULARY, strict=True)


def ties(data: Dataset, type: str) -> set[tuple[str, str]]:
    return {(tie.source.partition(":")[2], tie.target.partition(":")[2]) for tie in data.ties if tie.type == type}


def test_it_reads_without_a_word(tiny):
    assert tiny.faults == ()
    assert tiny.config.name == "tiny"


def test_stakeholders_and_their_sectors(tiny):
    assert {
        row.props["id"]: (row.props["name"], row.props["sector"]) for row in tiny.nodes if row.label == "Stakeholder"
    } == {
        "A": ("A", "government"),
        "B": ("B", "government"),
        "C": ("C", "academia"),
        "D": ("D", "community"),
        "E": ("E", "business"),
    }


def test_problems_have_no_severity_so_all_weigh_one(tiny):
    problems = [row for row in tiny.nodes if row.label == "Problem"]
    assert [row.props["id"] for row in problems] == ["1", "2", "3", "4"]
    assert not any("severity" in row.props for row in problems)


def test_nothing_but_the_ties_of_the_example(tiny):
    assert ties(tiny, "WORKS_ON") == {("A", "1"), ("A", "2"), ("B", "2"), ("C", "3"), ("D", "1"), ("D", "3")}
    assert ties(tiny, "DEPENDS_ON") == {("1", "2"), ("3", "4")}
    assert ties(tiny, "PARTNERS_WITH") == {("A", "B"), ("C", "D")}
    assert {tie.type for tie in tiny.ties} == {"WORKS_ON", "DEPENDS_ON", "PARTNERS_WITH"}
    assert {row.label for row in tiny.nodes} == {"Stakeholder", "Problem"}
