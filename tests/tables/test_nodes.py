from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]


@pytest.mark.parametrize("id", ["007", "1E5", "TRUE", "12.0", "dac:health", "S|1", "é"])
def test_ids_are_text(examine: Examine, id: str) -> None:
    dataset = examine(stakeholders=f"id,name\n{id},a\n")
    assert [node.props["id"] for node in dataset.nodes] == [id]
    assert not dataset.faults


def test_a_name_that_is_missing_is_the_id(examine: Examine) -> None:
    assert dict(examine(stakeholders="id,name\nS1,\n").nodes[0].props) == {"id": "S1", "name": "S1"}


def test_a_row_with_neither_is_left_out_and_said(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,sector\n,,media\nS1,a,media\nn/a,N/A,media\n,#REF!,\n,=A1,\n")
    assert [(fault.id, fault.line) for fault in dataset.warnings] == [("F053", line) for line in (2, 4, 5, 6)]
    assert [node.props["name"] for node in dataset.nodes] == ["a"]
    assert dataset.lost["stakeholders.csv"] == (2, 4, 5, 6)
    assert not dataset.errors


def test_an_id_that_says_nothing_is_no_id(examine: Examine) -> None:
    """The name still names the node; two ids that say nothing are not one node."""
    dataset = examine(stakeholders="kode,nama\n-,Dinas B\nNA,Dinas C\n")
    assert [node.uid for node in dataset.nodes] == ["stakeholder:dinas-b", "stakeholder:dinas-c"]
    assert [str(fault.problem) for fault in dataset.faults] == ["2 nodes without kode: it was made from nama"]


def test_na_is_an_id_among_other_codes_of_two_letters(examine: Examine) -> None:
    codes = [node.props["id"] for node in examine(stakeholders="id,name\nNA,Namibia\nKE,Kenya\nID,Indonesia\n").nodes]
    assert codes == ["ID", "KE", "NA"]


def test_a_name_that_says_nothing_leaves_the_id(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nS1,#REF!\nS2,b\n")
    assert [node.props["name"] for node in dataset.nodes] == ["S1", "b"]
    assert [(fault.id, fault.line) for fault in dataset.warnings] == [("F332", 2)]


def test_an_assessment_is_called_by_what_it_assesses(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id\nS1\n",
        assessments="stakeholder,discipline,score,wave\nS1,team building,3,1\nS1,visi bersama,4,1\n",
    )
    assert [node.uid for node in dataset.nodes] == [
        "assessment:s1-shared-vision-1",
        "assessment:s1-team-learning-1",
        "stakeholder:S1",
    ]
    assert [tie.uid for tie in dataset.ties] == [
        "ASSESSES:assessment:s1-shared-vision-1>stakeholder:S1",
        "ASSESSES:assessment:s1-team-learning-1>stakeholder:S1",
    ]


def test_repeated_rows_are_one_and_fill_each_other(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,sector,power\nS1,a,media,\nS1,a,,3\nS1,a,media,3\n")
    assert [dict(node.props) for node in dataset.nodes] == [{"id": "S1", "name": "a", "sector": "media", "power": 3.0}]
    assert [fault.line for fault in dataset.warnings] == [3, 4]
    assert not dataset.errors


def test_a_contradiction_names_the_column_and_the_first_line(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,power\nS1,a,2\nS1,a,3\n")
    assert [(fault.line, fault.column) for fault in dataset.errors] == [(3, 3)]
    assert "line 2" in str(dataset.errors[0].problem)


@pytest.mark.parametrize(
    "twin", [unicodedata.normalize("NFD", "Guinée"), "guinée", "Guinée\u200b", "\u00a0Guinée\u00a0x"[:7]]
)
def test_twins_are_warned_of_and_both_kept(examine: Examine, twin: str) -> None:
    dataset = examine(stakeholders=f"id,name\nGuinée,a\n{twin},b\n")
    assert len(dataset.nodes) == (1 if twin.strip("\u00a0") == "Guinée" else 2)
    assert [fault.line for fault in dataset.faults] == [3]


def test_namesakes_are_asked_about_and_both_kept(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nS1,Forum Anak\nS2,Forum\u00a0Anak\n")
    assert [fault.line for fault in dataset.questions] == [3]
    assert "'Forum\\xa0Anak' (S2) and 'Forum Anak' (S1) may be one" in str(dataset.questions[0])
    assert len(dataset.nodes) == 2


def test_a_bad_cell_leaves_the_row(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,power,boundary\nS1,a,9,inside\nS2,b,x,nowhere\n")
    assert [(fault.line, fault.column) for fault in dataset.warnings] == [(2, 3), (3, 3), (3, 4)]
    assert [dict(node.props) for node in dataset.nodes] == [
        {"id": "S1", "name": "a", "boundary": "internal"},
        {"id": "S2", "name": "b", "boundary_written": "nowhere"},
    ]


def test_lists_and_dates(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,offers,since,until\nS1,data; tempat|dana,2020,31 Mei 2024\nS2,,2021-05-02,2021-05\nS3,,2021,2020\n"
    )
    assert dict(dataset.nodes[0].props) == {
        "id": "S1",
        "name": "S1",
        "offers": ["data", "tempat", "dana"],
        "since": "2020",
        "until": "2024-05-31",
    }
    assert [(fault.line, fault.column) for fault in dataset.errors] == [(4, 4)]


def test_a_column_label_beside_name_is_kept(examine: Examine) -> None:
    assert examine(stakeholders="id,name,label\nS1,a,b\n").nodes[0].props["label"] == "b"


def test_the_leverage_level_of_an_innovation_in_anybodys_words(examine: Examine) -> None:
    for header in ("leverage_level", "Meadows", "Tingkat titik ungkit"):
        found = examine(innovations=f"id,name,{header}\na,A,6\n")
        assert [node.props.get("leverage_level") for node in found.nodes] == [6]
    assert (
        str(examine(innovations="id,name,leverage_level\na,A,13\n").faults[0].problem)
        == "leverage_level: '13' is outside 1-12"
    )


def test_a_field_that_nobody_fills_changes_no_row(examine: Examine) -> None:
    """So a dataset that was loaded before a field came loads as unchanged.

    What is compared is made of these properties.
    """
    assert (
        examine(innovations="id,name,stage\na,A,pilot\n").nodes
        == examine(innovations="id,name,stage,leverage_level\na,A,pilot,\n").nodes
    )
