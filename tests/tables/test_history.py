from __future__ import annotations

from collections.abc import Callable

from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]


def test_stages_become_a_list_oldest_first(examine: Examine) -> None:
    dataset = examine(
        innovations="id,name\nI1,Sumur Resapan\nI2,b\n",
        stages="inovasi,tahap,tanggal\nsumur resapan,uji coba,31/12/2023\nI1,gagasan,2021\nI1,gagasan,2021\n",
    )
    assert [node.props.get("stage_history") for node in dataset.nodes] == [["2021 idea", "2023-12-31 pilot"], None]
    assert not dataset.faults
    assert dataset.files == {"innovations.csv": 2, "stages.csv": 3}


def test_faults_of_a_history(examine: Examine) -> None:
    dataset = examine(
        innovations="id\nI1\n",
        stages="innovation,stage,date,note\nI9,pilot,2021,\nI1,flying,2021,\nI1,pilot,,\nI1,pilot,soon,x\n",
    )
    assert [(fault.line, fault.column) for fault in dataset.errors] == [(2, 1)]
    assert [(fault.line, fault.column) for fault in dataset.warnings] == [(1, 4), (3, 2), (4, 0), (5, 3)]


def test_a_history_needs_its_columns(examine: Examine) -> None:
    assert "date" in str(examine(innovations="id\nI1\n", stages="innovation,stage\nI1,pilot\n").errors[0].problem)


def test_a_history_is_not_written_in_two_places(examine: Examine) -> None:
    """stages.csv would overwrite the column without a word."""
    dataset = examine(innovations="id,Stage_History\nI1,2020 idea\n", stages="innovation,stage,date\nI1,pilot,2021\n")
    [fault] = dataset.faults
    assert (fault.file, fault.line, fault.column, fault.level) == ("innovations.csv", 1, 2, "error")
    assert "stages.csv (innovation, stage and date)" in str(fault.remedy)
    assert dataset.nodes[0].props["stage_history"] == ["2021 pilot"]


def test_a_column_of_that_name_is_a_fault_without_the_file_too_and_none_elsewhere(examine: Examine) -> None:
    assert len(examine(innovations="id,stage_history\nI1,2020 idea\n").errors) == 1
    assert not examine(innovations="id\nI1\n", problems="id,stage_history\nP1,x\n").errors
