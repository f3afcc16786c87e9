from __future__ import annotations

from collections.abc import Callable

import pytest

from sysmap.fault_groups import group_faults
from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]


def said(dataset: Dataset, line: int) -> list[str]:
    return [str(fault) for fault in dataset.faults if fault.line == line]


@pytest.mark.parametrize(
    "header",
    [
        "id,name,sector",
        "ID, Name ,SECTOR",
        "kode,nama,sektor",
        "Code,Label,helix",
        "key,JUDUL,Penta_Helix",
        "i d,n-ame,SÉCTOR",
    ],
)
def test_headers_in_any_case_and_language(examine: Examine, header: str) -> None:
    dataset = examine(stakeholders=f"{header}\nS1,Bappeda,pemerintah\n")
    assert dict(dataset.nodes[0].props) == {"id": "S1", "name": "Bappeda", "sector": "government"}
    assert dataset.faults == ()


def test_the_users_own_header(examine: Examine) -> None:
    dataset = examine(
        stakeholders="No,Nama Instansi Resmi\nS1,Bappeda\n",
        toml='[headers]\n"No" = "id"\n"nama instansi resmi" = "name"\n',
    )
    assert dict(dataset.nodes[0].props) == {"id": "S1", "name": "Bappeda"}
    assert dataset.faults == ()


def test_extra_columns_keep_their_name_and_numbers(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,Luas Wilayah,kode pos,catatan rapat\nS1,a,12.5,05581,x\nS2,b,3,55813,\n")
    assert dict(dataset.nodes[0].props) == {
        "id": "S1",
        "name": "a",
        "Luas Wilayah": 12.5,
        "kode pos": "05581",
        "catatan rapat": "x",
    }
    assert dict(dataset.nodes[1].props) == {"id": "S2", "name": "b", "Luas Wilayah": 3.0, "kode pos": "55813"}


def test_a_near_miss_is_kept_and_asked_about(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,sectro\nS1,a,x\n")
    assert dataset.nodes[0].props["sectro"] == "x"
    assert said(dataset, 1) == [
        "stakeholders.csv:1:3: warning: 'sectro' is not a known column; it was kept as a property of its own (did you mean sector?)"
    ]


@pytest.mark.parametrize(
    ("header", "column"),
    [("id,name,name", 3), ("id,x,x", 3), ("id,uid", 2), ("id,MAP", 2), ("id,sm_hash", 2)],
)
def test_headers_that_are_faults(examine: Examine, header: str, column: int) -> None:
    dataset = examine(stakeholders=f"{header}\nS1,a,b\n"[:40])
    assert [(fault.line, fault.column) for fault in dataset.errors if fault.line == 1] == [(1, column)]


def test_a_second_column_of_one_meaning_is_a_property_of_its_own(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,title\nS1,a,Dr\n")
    assert dict(dataset.nodes[0].props) == {"id": "S1", "name": "a", "title": "Dr"}
    assert len(said(dataset, 1)) == 1


def test_a_column_without_a_header_is_said(examine: Examine) -> None:
    dataset = examine(stakeholders=",id,name\n0,S1,a\n")
    assert dict(dataset.nodes[0].props) == {"id": "S1", "name": "a"}
    assert "column 1 has no header" in said(dataset, 2)[0]


@pytest.mark.parametrize(
    ("header", "values", "props"),
    [
        ("type", ["government", "media"], [{"sector": "government"}, {"sector": "media"}]),
        ("Jenis", ["person", "organisasi"], [{"kind": "person"}, {"kind": "organisation"}]),
        ("type", ["", ""], [{}, {}]),
        ("type", ["FALSE", "TRUE"], [{"type": "FALSE"}, {"type": "TRUE"}]),
    ],
)
def test_what_type_means_its_values_decide(
    examine: Examine, header: str, values: list[str], props: list[dict[str, str]]
) -> None:
    dataset = examine(stakeholders=f"id,{header}\n" + "".join(f"S{i},{value}\n" for i, value in enumerate(values)))
    assert [{k: v for k, v in node.props.items() if k not in ("id", "name")} for node in dataset.nodes] == props
    assert dataset.faults == ()


def test_a_guess_at_type_is_said(examine: Examine) -> None:
    dataset = examine(stakeholders="id,type\nS1,international\n")
    assert dataset.nodes[0].props["sector"] == "international"
    assert ["taken for sector" in one for one in said(dataset, 1)] == [True]
    both = examine(stakeholders="id,type\nS1,media\nS2,person\nS3,government\n")
    assert both.nodes[1].props["sector"] == "person"
    assert "some values fit another column too" in said(both, 1)[0]


def test_type_beside_sector_is_kind(examine: Examine) -> None:
    dataset = examine(stakeholders="id,type,sector\nS1,person,media\n")
    assert dict(dataset.nodes[0].props) == {"id": "S1", "name": "S1", "kind": "person", "sector": "media"}


def test_unknown_choices_are_one_cause_of_their_column(examine: Examine) -> None:
    dataset = examine(stakeholders="id,sector\nS1,ngo\nS2,ngo\nS3,faith\nS4,ngo\n")
    assert [fault.line for fault in dataset.warnings] == [2, 3, 4, 5]
    [group] = group_faults(dataset.warnings)
    assert "4 times: 'ngo' in line 2, 'ngo' in line 3, 'faith' in line 4 and 1 more" in str(group.problem())
