"""The bad files of nasty/ give what nasty/EXPECTED.json says, each under the name it says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

HERE = Path(__file__).parent / "nasty"
EXPECTED = {
    name: entry for name, entry in json.loads((HERE / "EXPECTED.json").read_text("utf-8")).items() if name[0].isdigit()
}


def examined(name: str, folder: Path, *, strict: bool = False) -> Dataset:
    entry = EXPECTED[name]
    if entry.get("with_01"):
        shutil.copy(HERE / "01_bom_utf8.csv", folder / "stakeholders.csv")
    shutil.copy(HERE / name, folder / entry["as"])
    return examine_folder(folder, VOCABULARY, strict=strict)


def props(dataset: Dataset) -> dict[str, dict[str, object]]:
    return {node.uid.partition(":")[2]: dict(node.props) for node in dataset.nodes}


@pytest.mark.parametrize("name", EXPECTED)
def test_exit_rows_and_lines(name: str, tmp_path: Path) -> None:
    entry = EXPECTED[name]
    dataset = examined(name, tmp_path)
    assert bool(dataset.errors) == (entry["exit"] == 3)
    assert {fault.file for fault in dataset.faults} <= {entry["as"], "stakeholders.csv"}
    assert set(entry["faults"]) <= {fault.line for fault in dataset.errors}
    assert set(entry.get("warnings", ())) <= {fault.line for fault in dataset.warnings}
    if "rows" in entry:
        assert len(dataset.nodes) == entry["rows"]


@pytest.mark.parametrize(
    ("name", "faulty"),
    [
        ("02_semicolon_decimal_comma.csv", set()),
        ("05_duplicate_ids.csv", {5}),
        ("06_dangling_partnerships.csv", {3}),
        ("12_nul_bytes.csv", {2}),
    ],
)
def test_no_fault_where_none_is(name: str, faulty: set[int], tmp_path: Path) -> None:
    assert {fault.line for fault in examined(name, tmp_path).errors} == faulty


def test_01_the_first_column_is_id(tmp_path: Path) -> None:
    assert set(props(examined("01_bom_utf8.csv", tmp_path))) == {"S1", "S2"}


def test_02_decimal_commas_are_numbers(tmp_path: Path) -> None:
    dataset = examined("02_semicolon_decimal_comma.csv", tmp_path)
    one, two = props(dataset).values()
    assert (one["influence"], two["influence"], one["interest"]) == (0.75, 0.5, 1.0)
    assert one["name"] == "Dinas Sosial; Bidang Rehabilitasi"
    assert "interest" not in two
    assert any("outside 1-5" in str(fault) for fault in dataset.warnings if fault.line == 3)


def test_03_is_decoded_and_said_once(tmp_path: Path) -> None:
    dataset = examined("03_cp1252.csv", tmp_path)
    assert props(dataset)["S1"]["name"] == "Médecins du Monde"
    assert props(dataset)["S2"]["name"] == "Croix-Rouge \u2013 Guinée\u2019s desk"
    assert sum("cp1252" in str(fault.problem) for fault in dataset.faults) == 1


def test_04_javanese_script_survives(tmp_path: Path) -> None:
    assert props(examined("04_utf16le_tab_excel_unicode.csv", tmp_path))["S1"]["name"] == "Kraton Yogyakarta ꦏꦿꦠꦺꦴꦤ꧀"


def test_05_a_contradiction_names_both_lines(tmp_path: Path) -> None:
    dataset = examined("05_duplicate_ids.csv", tmp_path)
    assert "line 4" in str(dataset.errors[0].problem)
    said: dict[int, str] = {}
    for fault in dataset.warnings:
        said[fault.line] = said.get(fault.line, "") + str(fault.problem)
    assert "repeats line 2" in said[3]
    assert "line 4" in said[6]
    assert "'Action Against Hunger' (S3)" in {fault.line: str(fault.problem) for fault in dataset.questions}[8]
    assert set(props(dataset)) == {"S1", "S2", "s2", "S3", "S4"}


def test_06_nearest_ids_and_no_ghost(tmp_path: Path) -> None:
    dataset = examined("06_dangling_partnerships.csv", tmp_path)
    assert set(props(dataset)) == {"S1", "S2"}
    assert "S1" in next(str(fault.remedy) for fault in dataset.errors if "S999" in str(fault.problem))
    assert [tie.uid for tie in dataset.ties] == ["PARTNERS_WITH:stakeholder:S1>stakeholder:S2#MoU"]
    assert [str(fault.problem) for fault in dataset.warnings if fault.line == 5] == [
        "repeats line 2; the same tie counts once"
    ]


def test_07_physical_lines_after_quoted_newlines(tmp_path: Path) -> None:
    description = str(props(examined("07_quoted_newlines.csv", tmp_path))["P1"]["description"])
    assert description.splitlines() == ["Kurang gizi kronis.", "Penyebab:", "- sanitasi", '- "pola asuh"']
    text = (
        (HERE / "07_quoted_newlines.csv")
        .read_bytes()
        .replace(b"id,name,description", b"id,name,description,severity")
        .replace(b'kemarau"', b'kemarau",9')
    )
    (tmp_path / "problems.csv").write_bytes(text)
    assert [fault.line for fault in examine_folder(tmp_path, VOCABULARY).warnings] == [6]


def test_08_dates(tmp_path: Path) -> None:
    dataset = examined("08_excel_dates.csv", tmp_path)
    by_line: dict[int, str] = {}
    for fault in dataset.faults:
        by_line[fault.line] = by_line.get(fault.line, "") + str(fault.problem)
    assert "taken as 1 January 2024" in by_line[2]
    assert {tie.props.get("since") for tie in dataset.ties} >= {"2024-01-01", "2024-02-01", "2024-01"}
    assert "before since" in by_line[6]
    assert "not a day of the calendar" in by_line[7]


def test_09_known_sectors_are_told_from_unknown_ones(tmp_path: Path) -> None:
    dataset = examined("09_mixed_case_types.csv", tmp_path)
    sectors = {id: one.get("sector") for id, one in props(dataset).items()}
    assert sectors == {
        "S1": "government",
        "S2": "government",
        "S3": "GOVERMENT",
        "S4": "government",
        "S5": "NGO",
        "S6": "N.G.O.",
        "S7": None,
    }
    assert next(str(fault.remedy) for fault in dataset.warnings if fault.line == 4) == "did you mean government?"
    assert {fault.line for fault in dataset.warnings} == {4, 6, 7}
    assert {fault.line for fault in examined("09_mixed_case_types.csv", tmp_path, strict=True).errors} == {4, 6, 7}


def test_11_hostile_names_are_kept_exactly(tmp_path: Path) -> None:
    """But for formulas: they are no names, so the id stands for the node."""
    names = [one["name"] for one in props(examined("11_formula_and_html_injection.csv", tmp_path)).values()]
    assert names == [
        "S1",
        "+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd",
        "S4",
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(2)</script>",
        "-2+3",
    ]


def test_12_the_byte_is_named_and_other_lines_are_read(tmp_path: Path) -> None:
    dataset = examined("12_nul_bytes.csv", tmp_path)
    assert "0x00" in str(dataset.errors[0].problem)
    assert set(props(dataset)) == {"S2"}


def test_13_ids_from_names_are_said_once(tmp_path: Path) -> None:
    dataset = examined("13_one_column.csv", tmp_path)
    assert set(props(dataset)) == {"dinas-kesehatan", "bappeda", "karang-taruna"}
    assert [fault.line for fault in dataset.warnings] == [0]


def test_14_a_huge_cell_is_kept_whole(tmp_path: Path) -> None:
    assert max(len(str(one["name"])) for one in props(examined("14_huge_field.csv", tmp_path)).values()) == 300_000
