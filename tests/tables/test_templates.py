from __future__ import annotations

from pathlib import Path

import pytest

from sysmap.tables.finding import known_files
from sysmap.tables.folder import examine_folder
from sysmap.tables.templates import session_templates, templates
from sysmap.vocabulary import VOCABULARY


@pytest.mark.parametrize("language", ["id", "en"])
def test_templates_are_read_without_a_word(language: str, tmp_path: Path) -> None:
    files = templates(VOCABULARY, language)
    assert set(files) == {*known_files(VOCABULARY), "sysmap.toml"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.faults == ()
    assert dataset.files == dict.fromkeys(known_files(VOCABULARY), 0)
    assert dataset.config.language == language


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
