"""Which rows are one node, and what becomes of rows that are."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

import pytest

from sysmap.tables.rows import Dataset
from sysmap.tables.text import fold_text

Examine = Callable[..., Dataset]


def names(dataset: Dataset) -> list[str]:
    return sorted(str(node.props["name"]) for node in dataset.nodes)


def test_names_that_differ_in_case_and_blanks_are_one_node(examine: Examine) -> None:
    dataset = examine(
        stakeholders="nama;sektor\nDinas  Sosial;pemerintah\nDINAS SOSIAL;\ndinas sosial;\nDinas Sosial;\n"
    )
    assert [dict(node.props) for node in dataset.nodes] == [
        {"id": "dinas-sosial", "name": "Dinas Sosial", "sector": "government"}
    ]
    assert [(fault.id, fault.line) for fault in dataset.faults] == [
        ("F054", 0),
        ("F331", 2),
        ("F331", 3),
        ("F331", 4),
        ("F056", 5),
    ]
    assert str(dataset.faults[0].problem) == "1 node without id: it was made from nama"


def test_names_that_differ_in_how_an_accent_is_encoded_are_one_node(examine: Examine) -> None:
    dataset = examine(stakeholders=f"name\nKopé\n{unicodedata.normalize('NFD', 'Kopé')}\n")
    assert names(dataset) == ["Kopé"]


def test_a_row_without_id_is_the_node_of_its_name(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,power\nS1,Bappeda,\n,bappeda,4\n,PMI,\n")
    assert [(node.uid, node.props.get("power")) for node in dataset.nodes] == [
        ("stakeholder:S1", 4.0),
        ("stakeholder:pmi", None),
    ]


def test_a_row_without_id_is_none_of_two_that_share_its_name(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nS1,Forum\nS2,Forum\n,Forum\n")
    assert [node.uid for node in dataset.nodes] == ["stakeholder:S1", "stakeholder:S2", "stakeholder:forum"]


def test_one_id_with_two_names_is_a_fault(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nA-1,Kampus Utara\nA-1,Kampus Selatan\nA-1,kampus utara\n")
    assert [(fault.id, fault.line, fault.column) for fault in dataset.errors] == [("F330", 3, 2)]
    assert str(dataset.errors[0].problem) == "'A-1' is 'Kampus Selatan' here and 'Kampus Utara' on line 2"


def test_rows_of_one_organisation_are_united(examine: Examine) -> None:
    """One row for each activity: what may be several is gathered, a period is that of the whole."""
    dataset = examine(
        stakeholders=(
            "name,offers,Activity,since,until,works_on\n"
            "LSM Air,data,Pipa,2024-02-01,2024-06-30,P1\n"
            "LSM Air,dana|data,Klinik,2024-01-13,2024-05-30,P2\n"
            "LSM Air,,Klinik,,,P2\n"
        ),
        problems="id,name\nP1,Air\nP2,Gizi\n",
    )
    node = next(node for node in dataset.nodes if node.label == "Stakeholder")
    assert dict(node.props) == {
        "id": "lsm-air",
        "name": "LSM Air",
        "offers": ["dana", "data"],
        "Activity": ["Klinik", "Pipa"],
        "since": "2024-01-13",
        "until": "2024-06-30",
    }
    assert len(dataset.ties) == 2
    assert not dataset.errors


def test_an_organisation_that_lasts_in_one_row_lasts(examine: Examine) -> None:
    dataset = examine(stakeholders="name,since,until\nA,2020,2021\nA,2022,\n")
    assert dict(dataset.nodes[0].props) == {"id": "a", "name": "A", "since": "2020"}


def test_numbers_of_a_column_of_ones_own_are_kept_as_written(examine: Examine) -> None:
    dataset = examine(stakeholders="name,Penerima\nA,500\nA,1200\nB,7\n")
    assert [node.props["Penerima"] for node in dataset.nodes] == [["1200", "500"], "7"]
    assert [(fault.id, fault.line) for fault in dataset.warnings if fault.line] == [("F333", 3)]


def test_what_can_only_be_one_must_agree(examine: Examine) -> None:
    dataset = examine(stakeholders="name,sector,power,boundary\nA,media,2,inside\nA,business,3,outside\n")
    assert [(fault.id, fault.line, fault.column) for fault in dataset.errors] == [("F055", 3, 2)]
    assert str(dataset.errors[0].problem) == "'a' stands on line 2 already, with another sector, power and boundary"


def test_a_row_that_names_another_problem_adds_to_its_node(examine: Examine) -> None:
    dataset = examine(
        stakeholders="nama;menangani\nDinsos;Banjir\nDinsos;Gizi\nDinsos;gizi\n", problems="nama\nBanjir\nGizi\n"
    )
    said = [(fault.id, fault.line) for fault in dataset.faults if fault.file == "stakeholders.csv" and fault.line]
    assert said == [("F057", 3), ("F056", 4)]
    assert len(dataset.ties) == 2


SPELLINGS: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, "\u00a0{} ".format, "{}\u200b".format)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_the_rows_changes_nothing(examine: Examine, seed: int) -> None:
    """There are as many nodes as classes of names, whatever the order; every row is used or told."""
    dice = random.Random(seed)
    rows = [
        f"{dice.choice(SPELLINGS)(dice.choice(('Dinas Sosial', 'Kopé', 'PMI', 'Forum Anak', 'NA', '')))};"
        f"{dice.choice(('Banjir', 'Gizi', ''))};{dice.choice(('pipa', 'klinik', ''))};{dice.choice(('a|b', 'c', ''))}"
        for _ in range(30)
    ]
    problems = "nama\nBanjir\nGizi\n"
    seen = []
    for _ in range(2):
        dice.shuffle(rows)
        dataset = examine(stakeholders="nama;menangani;kegiatan;tawaran\n" + "\n".join(rows) + "\n", problems=problems)
        assert not dataset.errors
        seen.append((dataset.nodes, dataset.ties))
        folded = {fold_text(row.partition(";")[0]) for row in rows} - {"", "na"}
        assert {fold_text(name) for name in names(dataset)} == folded | {"banjir", "gizi"}
        assert len(dataset.nodes) == len(folded) + 2
        told = sum(fault.id == "F053" for fault in dataset.faults)
        blank = sum(not row.strip(";\u00a0\u200b ") for row in rows)
        assert len(dataset.lost["stakeholders.csv"]) == told
        assert told >= sum(fold_text(row.partition(";")[0]) in ("", "na") for row in rows) - blank
    assert seen[0] == seen[1]
