"""From an office's workbook to the first true map: what is right is read, what only a person can say is asked."""

from __future__ import annotations

from pathlib import Path

from office_workbook import write_office_workbook
from sysmap.tables.folder import examine_folder
from sysmap.vocabulary import VOCABULARY

BAPPEDA, FARMING = "Badan Perencanaan Pembangunan Daerah", "Dinas Pertanian, Pangan dan Perikanan"


def test_the_workbook_of_an_office_is_a_true_map(tmp_path: Path) -> None:
    write_office_workbook(tmp_path / "Data pemangku.xlsx")
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.errors == ()
    names = {node.uid: str(node.props["name"]) for node in dataset.nodes}
    offices = {str(node.props["name"]): node for node in dataset.nodes if node.label == "Stakeholder"}
    assert set(offices) == {BAPPEDA, "Dinas Kesehatan", FARMING, "UGM", "PKK", "PT Air Sejahtera"}
    assert {offices[name].props["sector"] for name in (BAPPEDA, "Dinas Kesehatan", FARMING)} == {"government"}
    assert [offices[name].props["power"] for name in ("Dinas Kesehatan", "PKK")] == [4, 2]
    problems = {str(node.props["name"]): node.props for node in dataset.nodes if node.label == "Problem"}
    assert set(problems) == {"Stunting", "Air bersih"}
    assert [problems[name]["reach"] for name in ("Stunting", "Air bersih")] == [12500, 1250000]
    assert [problems[name]["reported"] for name in ("Stunting", "Air bersih")] == ["2025-11-10", "2025-11-15"]
    partners = {
        frozenset((names[tie.source], names[tie.target])): tie.props
        for tie in dataset.ties
        if tie.type == "PARTNERS_WITH"
    }
    assert set(partners) == {
        frozenset(pair)
        for pair in (
            (BAPPEDA, "Dinas Kesehatan"),
            (BAPPEDA, "UGM"),
            (BAPPEDA, "PT Air Sejahtera"),
            ("PKK", "Dinas Kesehatan"),
            ("UGM", "PKK"),
        )
    }
    assert partners[frozenset(("PKK", "Dinas Kesehatan"))]["since"] == "2025-11-10"
    works = {(names[tie.source], names[tie.target]) for tie in dataset.ties if tie.type == "WORKS_ON"}
    assert (FARMING, "Stunting") in works
    assert (BAPPEDA, "Air bersih") in works
    assert len(works) == 8
    assert dataset.questions == ()
