"""Cells that name several: where they are cut, and what is told."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from sysmap.tables.lists import Splitter, split_by_rows
from sysmap.tables.rows import Dataset
from sysmap.tables.text import fold_text

Examine = Callable[..., Dataset]
NAMES = (
    "Stunting",
    "Banjir",
    "Dinas Pertanian, Pangan dan Perikanan",
    "Forum; Anak",
    "R&D / Riset",
    "Ayah dan Bunda",
    "Bunda",
    "Pangan",
)
WHAT = "nama\n" + "".join(f'"{name}"\n' for name in NAMES)


def worked_on(examine: Examine, cell: str, **files: str) -> tuple[set[str], Dataset]:
    dataset = examine(problems=WHAT, stakeholders=f'nama,menangani\nDinkes,"{cell}"\n', **files)
    name = {node.uid: str(node.props["name"]) for node in dataset.nodes}
    return {name[tie.target] for tie in dataset.ties}, dataset


@pytest.mark.parametrize(
    ("cell", "names", "said"),
    [
        ("Stunting; Banjir", {"Stunting", "Banjir"}, False),
        ("Stunting\nBanjir", {"Stunting", "Banjir"}, False),
        ("1. Stunting\r\n2) Banjir", {"Stunting", "Banjir"}, False),
        ("- Stunting\n- Banjir", {"Stunting", "Banjir"}, False),
        ("a) Stunting; b) Bunda", {"Stunting", "Bunda"}, False),
        ("Stunting, Banjir", {"Stunting", "Banjir"}, True),
        ("Stunting/Banjir", {"Stunting", "Banjir"}, True),
        ("Stunting dan Banjir", {"Stunting", "Banjir"}, True),
        ("Stunting, Pangan, dan Banjir", {"Stunting", "Banjir", "Pangan"}, True),
        ("Dinas Pertanian, Pangan dan Perikanan", {"Dinas Pertanian, Pangan dan Perikanan"}, False),
        ("Pangan, Dinas Pertanian, Pangan dan Perikanan", {"Pangan", "Dinas Pertanian, Pangan dan Perikanan"}, True),
        ("Ayah dan Bunda & R&D / Riset", {"Ayah dan Bunda", "R&D / Riset"}, True),
        ("Forum; Anak|Banjir", {"Forum; Anak", "Banjir"}, False),
        ("stunting banjir", {"Stunting", "Banjir"}, True),  # every word is an id
    ],
)
def test_known_names_are_cut_out_longest_first(examine: Examine, cell: str, names: set[str], said: bool) -> None:
    found, dataset = worked_on(examine, cell)
    assert found == names
    assert [fault.id for fault in dataset.faults if fault.id != "F054"] == ["F300"] * said


@pytest.mark.parametrize(
    ("cell", "unknown"),
    [
        ("Stunting, Banjr", "'Banjr'"),
        ("Stunting dan Banjr", "'Stunting dan Banjr'"),
        ("Macet, Sampah", "'Macet, Sampah'"),
        ("stunting sampah", "'stunting sampah'"),
    ],
)
def test_the_part_that_is_not_known_is_told_and_no_advice_loses_one(examine: Examine, cell: str, unknown: str) -> None:
    (fault,) = (fault for fault in worked_on(examine, cell)[1].faults if fault.id == "F064")
    assert str(fault.quoted) == unknown
    assert "did you mean Stunting" not in str(fault.remedy)
    assert "nearest are Stunting" not in str(fault.remedy)


def test_a_name_that_is_never_cut(examine: Examine) -> None:
    _, dataset = worked_on(examine, "Stunting, Banjir", toml='[read]\nnames = ["Stunting, Banjir"]\n')
    assert [str(fault.quoted) for fault in dataset.warnings if fault.id == "F064"] == ["'Stunting, Banjir'"]


def test_cells_beyond_the_header_belong_to_a_list_in_the_last_column(examine: Examine) -> None:
    rows = "Dinkes;pemerintah;Stunting;Banjir;\nUGM;akademisi;Stunting\n"
    dataset = examine(problems=WHAT, stakeholders=f"nama;sektor;menangani\n{rows}")
    assert sorted(tie.uid.partition(":")[2] for tie in dataset.ties) == [
        "stakeholder:dinkes>problem:banjir",
        "stakeholder:dinkes>problem:stunting",
        "stakeholder:ugm>problem:stunting",
    ]
    assert not dataset.errors
    assert (dataset.files["stakeholders.csv"], dataset.lost["stakeholders.csv"]) == (2, ())
    assert [fault.id for fault in dataset.warnings if fault.column == 4] == ["F316"]
    wrong = examine(problems=WHAT, stakeholders=f"nama;sektor;menangani\n{rows.replace('Banjir', 'Macet')}")
    assert [(fault.line, fault.id) for fault in wrong.errors] == [(2, "F010")]
    assert wrong.lost["stakeholders.csv"] == (2,)


def test_any_list_of_known_names_splits_into_the_same_names() -> None:
    dice = random.Random(5)
    known = {fold_text(name) for name in NAMES}
    splitter = Splitter(lambda text: fold_text(text) in known, lambda _: False)
    plain = [name for name in NAMES if name not in ("Ayah dan Bunda", "Bunda", "Pangan")]
    for _ in range(500):
        names = dice.sample(plain, dice.randrange(1, 5))
        separator = dice.choice([", ", ",", "; ", "|", " | ", "\n", "\r\n", " dan ", " and ", " & ", "/", ", dan "])
        cell = separator.join(names)
        assert splitter.split(cell).texts == tuple(names), cell


def test_without_a_table_the_order_of_cells_changes_nothing() -> None:
    dice = random.Random(3)
    for _ in range(200):
        cells = [", ".join(dice.choices("ABCDEFG", k=dice.randrange(1, 4))) for _ in range(6)]
        first = split_by_rows(cells)
        dice.shuffle(cells)
        assert split_by_rows(cells) == first
