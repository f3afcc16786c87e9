"""names: what may be one is listed, and answers go into aliases.csv and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

WHO = "nama;sektor\nDinas Sosial;pemerintah\nDinsos;pemerintah\nPT Tirta;bisnis\nCV Tirta;bisnis\n"


def folder_of(tmp_path: Path, text: str = WHO) -> Path:
    folder = tmp_path / "peta"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text(text, encoding="utf-8")
    return folder


def test_the_surest_pair_stands_first(run, tmp_path: Path) -> None:
    listed = json.loads(run("names", folder_of(tmp_path), "--format", "json").output)
    assert [(row["name"], row["other"], row["kind"], row["confidence"]) for row in listed] == [
        ("Dinsos", "Dinas Sosial", "stakeholder", 0.93),
        ("CV Tirta", "PT Tirta", "stakeholder", 0.2),
    ]


def test_after_the_answers_nothing_is_asked(run, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    assert "question" in run("check", folder, "--lang", "en").output
    told = run("names", folder, "--accept", "sure", "--reject", "CV Tirta = PT Tirta", "--lang", "en")
    assert told.exit_code == 0, told.output
    assert "2 rows added" in told.output
    assert (folder / "aliases.csv").read_text("utf-8-sig") == "name,is,not\nDinsos,Dinas Sosial,\nCV Tirta,,PT Tirta\n"
    assert sorted(path.name for path in folder.iterdir()) == ["aliases.csv", "stakeholders.csv"]
    assert (folder / "stakeholders.csv").read_text("utf-8") == WHO
    assert json.loads(run("names", folder, "--format", "json").output) == []
    assert run("check", folder, "--strict").exit_code == 3  # ids made from names
    assert "question" not in run("check", folder, "--lang", "en").output


def test_two_that_nobody_asked_about_can_be_joined(run, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "id,name\nS1,Bappeda\nS2,Badan Perencana\n")
    assert run("names", folder, "--accept", "Bappeda = S2").exit_code == 0
    checked = json.loads(run("check", folder, "--format", "json").output)
    assert checked["nodes"] == 1


def test_names_that_are_not_there_are_refused(run, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    refused = run("names", folder, "--accept", "Dinsos = Dinkes", "--lang", "en")
    assert refused.exit_code == 2
    assert "no two nodes of one kind are called 'Dinsos = Dinkes'" in refused.output
    assert not (folder / "aliases.csv").exists()


def test_a_folder_without_tables_is_refused(run, tmp_path: Path) -> None:
    assert run("names", tmp_path / "nowhere").exit_code == 3
