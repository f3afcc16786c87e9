"""What was asked: words for none stay with the node, and `[asked]` in sysmap.toml names ties, columns and tables."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import NONE_OF, Dataset
from sysmap.tables.writing import write_folder
from sysmap.vocabulary import VOCABULARY

Examine = Callable[..., Dataset]


def none_of(dataset: Dataset) -> Mapping[str, object]:
    return {node.props["id"]: node.props[NONE_OF] for node in dataset.nodes if NONE_OF in node.props}


def test_a_word_for_none_in_a_column_of_names_stays_with_its_row(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,name,works_on\nA,Dinas A,tidak ada\nB,Dinas B,Banjir\nC,Dinas C,\n",
        problems="id,name\nP,Banjir",
    )
    assert none_of(dataset) == {"A": ["WORKS_ON"]}
    assert len(dataset.ties) == 1


def test_a_dash_says_none_only_beside_a_filled_cell(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,name,works_on\nA,Dinas A,-\nB,Dinas B,Banjir\n",
        problems="id,name,owners\nP,Banjir,-\nQ,Air,-\n",
    )
    assert none_of(dataset) == {"A": ["WORKS_ON"]}
    told = [fault for fault in dataset.warnings if fault.id == "F413"]
    assert [(fault.file, fault.line, fault.column) for fault in told] == [("problems.csv", 1, 3)]


def test_a_list_may_say_that_it_is_empty_and_a_plain_field_may_not(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,offers,sector\nA,Dinas A,tidak ada,tidak ada\nB,Dinas B,data,pemerintah\n")
    assert none_of(dataset) == {"A": ["offers"]}


@pytest.mark.parametrize("row", ["A,tidak ada", "tidak ada,A"])
def test_a_word_for_none_at_the_end_of_a_tie_is_said_of_the_other_end(examine: Examine, row: str) -> None:
    dataset = examine(
        stakeholders="id,name\nA,Dinas A\nB,Dinas B\nC,Dinas C\n", partnerships=f"source,target\n{row}\nB,C\n"
    )
    assert none_of(dataset) == {"A": ["PARTNERS_WITH"]}
    assert len(dataset.ties) == 1


def test_a_tie_of_any_kind_says_none_only_where_its_row_says_which(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,name\nA,Dinas A\nB,Dinas B\n",
        problems="id,name\nP,Banjir",
        links="source,relation,target\nA,works_on,none\nB,,none\n",
    )
    assert none_of(dataset) == {"A": ["WORKS_ON"]}


def test_an_answer_goes_before_a_word_for_none(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,name\nA,Dinas A\nB,Dinas B\n", partnerships="source,target\nA,none\nA,B\nB,none\n"
    )
    assert none_of(dataset) == {}


def test_a_thing_that_is_called_none_is_a_thing(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,name,works_on\nA,Dinas A,Nihil\n",
        problems="id,name\nP,Nihil\n",
        toml='[read]\nkeep = ["nihil"]',
    )
    assert (none_of(dataset), len(dataset.ties)) == ({}, 1)


def test_what_has_none_is_written_and_read_back(examine: Examine, tmp_path: Path) -> None:
    dataset = examine(
        stakeholders="id,name,works_on,offers\nA,Dinas A,tidak ada,none\nB,Dinas B,Banjir,data\n",
        problems="id,name\nP,Banjir",
    )
    write_folder(tmp_path / "again", dataset.nodes, dataset.ties, VOCABULARY)
    again = examine_folder(tmp_path / "again", VOCABULARY)
    assert (again.nodes, again.faults) == (dataset.nodes, ())
    assert none_of(again) == {"A": ["WORKS_ON", "offers"]}


def test_asked_is_listed_in_the_words_of_the_user(examine: Examine) -> None:
    asked = examine(
        problems="id,name,Gawat\nP,Banjir,3\n",
        toml="""
        [headers]
        Gawat = "severity"
        [asked]
        ties = ["Kemitraan", "WORKS_ON", "sponsors"]
        columns = ["gawat", "Innovation.stage", "masalah.status", "owners"]
        tables = ["inovasi", "goals.csv"]
        """,
    ).config.asked
    assert asked.ties == ("PARTNERS_WITH", "WORKS_ON", "SPONSORS", "OWNS")
    assert asked.columns == ("Problem.severity", "Innovation.stage", "Problem.status")
    assert asked.tables == ("innovations.csv", "goals.csv")


def test_a_name_under_asked_that_means_nothing_is_told_with_the_near_ones(examine: Examine) -> None:
    dataset = examine(
        problems="id,name\nP,Banjir\n",
        toml='[asked]\nties = ["kemitran"]\ncolumns = ["keparahn"]\ntables = ["problem.csv", "xyz"]\n',
    )
    told = {(fault.id, fault.line): fault.remedy.render("en") for fault in dataset.errors}  # type: ignore[union-attr]
    assert [*told] == [("F410", 2), ("F411", 3), ("F412", 4)]
    assert "kemitraan" in told["F410", 2]
    assert "keparahan" in told["F411", 3]
