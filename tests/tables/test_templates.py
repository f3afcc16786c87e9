from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sysmap.tables.finding import known_files
from sysmap.tables.folder import examine_folder
from sysmap.tables.notes import Notes
from sysmap.tables.sources.port import read_cells
from sysmap.tables.template_workbook import template_workbook
from sysmap.tables.templates import session_templates, templates
from sysmap.tables.workbook import new_workbook
from sysmap.vocabulary import VOCABULARY


@pytest.mark.parametrize("language", ["id", "en"])
def test_templates_are_read_without_a_word(language: str, tmp_path: Path) -> None:
    files = templates(VOCABULARY, language)
    assert set(files) == {*known_files(VOCABULARY), "sysmap.toml"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.faults == ()
    assert dataset.files == {}  # nobody has looked at them
    assert set(dataset.untouched) == set(known_files(VOCABULARY))
    assert dataset.config.language == language


def test_a_table_that_was_begun_and_is_empty_is_asked(tmp_path: Path) -> None:
    for name, data in templates(VOCABULARY, "en").items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "partnerships.csv").write_text("source,target\n", encoding="utf-8")
    assert examine_folder(tmp_path, VOCABULARY).files == {"partnerships.csv": 0}


@pytest.mark.parametrize("language", ["id", "en"])
def test_templates_of_a_session_are_read_without_a_word(language: str, tmp_path: Path) -> None:
    for name, data in session_templates(VOCABULARY, language).items():
        (tmp_path / name).write_bytes(data)
    assert examine_folder(tmp_path, VOCABULARY).faults == ()


def test_templates_open_in_the_excel_of_the_language() -> None:
    assert templates(VOCABULARY, "id")["stakeholders.csv"].startswith(b"\xef\xbb\xbfkode;nama;")
    assert templates(VOCABULARY, "en")["stakeholders.csv"].startswith(b"\xef\xbb\xbfid,name,")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_words_in_the_sample_config_work(language: str, tmp_path: Path) -> None:
    text = templates(VOCABULARY, language)["sysmap.toml"].decode()
    lines = [line.removeprefix("# ") if "[" in line or " = " in line else line for line in text.splitlines()]
    (tmp_path / "sysmap.toml").write_text("\n".join(lines), "utf-8")
    (tmp_path / "stakeholders.csv").write_text("id\nS1\n", "utf-8")
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.faults == ()
    assert dataset.vocabulary.tie("MENTORS")
    assert dataset.vocabulary.header_synonyms


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_workbook_to_fill_in_is_read_as_an_empty_map(language: str, tmp_path: Path) -> None:
    data = template_workbook(VOCABULARY, language)
    assert data == template_workbook(VOCABULARY, language)
    (tmp_path / "map.xlsx").write_bytes(data)
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.faults == ()
    assert dataset.files == {}
    assert len(dataset.untouched) == len(known_files(VOCABULARY))
    assert dataset.unread == ()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_examples_of_the_workbook_would_be_read_without_faults(language: str, tmp_path: Path) -> None:
    """Filled in as the examples show it, the workbook is a map."""
    sheets = read_cells(template_workbook(VOCABULARY, language), Notes("map.xlsx"), lambda _: False)
    with new_workbook(tmp_path / "map.xlsx", date(2026, 1, 31)) as book:
        for cells in sheets:
            sheet = book.add_sheet(cells.sheet)
            partner = [["u", "Universitas" if language == "id" else "University"]] if cells is sheets[0] else []
            for i, row in enumerate([*(row for _, row in cells.rows), *partner]):
                for j, cell in enumerate(row):
                    book.write(sheet, i, j, cell.removeprefix("(contoh) ").removeprefix("(example) "), "text")
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.errors == ()
    assert dataset.questions == ()
    assert {node.label for node in dataset.nodes} == {kind.label for kind in VOCABULARY.nodes}
    assert {"PARTNERS_WITH", "WORKS_ON", "ASSESSES"} <= {tie.type for tie in dataset.ties}


def test_templates_carry_the_name_and_the_id_of_the_map(tmp_path: Path) -> None:
    for name, data in templates(VOCABULARY, "id", 'peta "kita"', "c0ffee").items():
        (tmp_path / name).write_bytes(data)
    config = examine_folder(tmp_path, VOCABULARY).config
    assert (config.name, config.title, config.id) == ('peta "kita"', 'peta "kita"', "c0ffee")
