"""Options that say for one run how the tables are to be read, and personal columns in all that a build makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
ENDS = ("--source", "Yang mengirim", "--target", "Yang menerima", "--weight", "Kuat")


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    folder = tmp_path / "peta"
    folder.mkdir()
    (folder / "partnerships.csv").write_text("Yang mengirim;Yang menerima;Kuat\nA;B;3\nB;C;1\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["check", "load", "build"])
def test_columns_are_named_for_one_run(run: Run, strange: Path, command: str) -> None:
    assert run(command, strange).exit_code == 3
    named = run(command, strange, *ENDS, "--lang", "en")
    assert named.exit_code == 0, named.output
    if command == "check":
        assert "3 nodes, 2 ties" in named.output


def test_columns_of_one_table_are_named(run: Run, strange: Path) -> None:
    ties = strange / "partnerships.csv"
    assert run("network", ties).exit_code == 3
    assert run("network", ties, *ENDS).exit_code == 0


def test_a_column_that_no_table_has_is_a_fault(run: Run, strange: Path) -> None:
    for command, what in (("check", strange), ("network", strange / "partnerships.csv")):
        done = run(command, what, *ENDS[:-1], "Kuta", "--lang", "en")
        assert done.exit_code == 3
        assert "no table has a column 'Kuta' (did you mean 'Kuat'?)" in done.output


def test_options_go_before_what_sysmap_toml_says(run: Run, strange: Path) -> None:
    words = '[headers]\n"Yang menerima" = "source"\n"Yang mengirim" = "target"\n'
    (strange / "sysmap.toml").write_text(words, encoding="utf-8")
    done = run("check", strange, *ENDS, "--dates", "dmy", "--decimal", ",")
    assert done.exit_code == 0, done.output


MARKED = (
    "Nama Instansi,Nama,Sektor,NIK,Telepon PIC,Nama Petugas,Lainnya,kontak lain,Menangani,Alamat\n"
    "Dinas Air,TOKENA,pemerintah,3403011204850001,0812-3456-7890,TOKENB,biasa,tokenc@contoh.id,Banjir,TOKEND\n"
    "Balai Tani,TOKENE,akademisi,3403011204850002,0812-3456-7891,TOKENF,baik,,Banjir,TOKENG\n"
)


def test_personal_columns_stay_out_of_all_that_a_build_makes(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "peta"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text(MARKED, encoding="utf-8")
    (folder / "problems.csv").write_text("nama\nBanjir\n", encoding="utf-8")
    (folder / "partnerships.csv").write_text("dari,ke,Nama petugas\nDinas Air,Balai Tani,TOKENH\n", encoding="utf-8")
    marks = ("token", "34030112048500", "0812-3456")
    done = run("build", folder, "--out", "out", "--db", tmp_path / "graph")
    assert done.exit_code == 0, done.output
    files = [path for path in Path("out").rglob("*") if path.is_file()]
    assert len(files) > 10
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace").casefold()
        assert not [mark for mark in marks if mark in text], path
    for style in ("table", "json", "csv", "markdown"):
        assert not [mark for mark in marks if mark in run("check", folder, "--format", style).output.casefold()]
    assert "nama petugas" in Path("out/report.md").read_text(encoding="utf-8").casefold()
    shown = run("build", folder, "--out", "all", "--db", tmp_path / "graph", "--include-personal")
    assert shown.exit_code == 0
    assert "TOKENB" in Path("all/map.html").read_text(encoding="utf-8")


ROSTER = (
    "Waktu,Email,NIK,Nama petugas,Nama instansi Anda,Dengan siapa? [Dinas Air],Dengan siapa? [Balai Tani]\n"
    "10/11/2025,tokena@contoh.id,3403011204850001,TOKENB,Dinas Air,,sering\n"
    "10/11/2025,tokenc@contoh.id,3403011204850002,TOKEND,Balai Tani,jarang,entahlah\n"
)


def test_personal_columns_of_a_survey_stay_home(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "peta"
    folder.mkdir()
    (folder / "survei.csv").write_text(ROSTER, encoding="utf-8")
    marks = ("token", "34030112048500")
    outputs = [run("check", folder, *more).output for more in ((), ("--format", "json"), ("--lang", "en"))]
    outputs.append(run("network", folder / "survei.csv", "--out", "net").output)
    done = run("build", folder, "--out", "out", "--db", tmp_path / "graph")
    assert done.exit_code == 0, done.output
    files = [path for place in ("out", "net") for path in Path(place).rglob("*") if path.is_file()]
    assert len(files) > 10
    texts = [*outputs, done.output, *(path.read_bytes().decode("utf-8", "ignore") for path in files)]
    assert not [text[:80] for text in texts if any(mark in text.casefold() for mark in marks)]


@pytest.mark.parametrize("command", ["check", "network"])
def test_a_table_without_a_header_is_said_so_for_one_run(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "partnerships.csv").write_text("Dinas Air,Balai Tani\nBalai Tani,PKK\n", encoding="utf-8")
    what = tmp_path if command == "check" else tmp_path / "partnerships.csv"
    asked = run(command, what, "--lang", "en").output
    assert "no word of this row is a known header" in asked
    answered = run(command, what, "--no-header", "--lang", "en").output
    assert "no word of this row is a known header" not in answered


@pytest.mark.parametrize("name", ["partnerships.csv", "matriks.csv", "ties.csv"])
def test_network_reads_a_matrix_as_a_map_does(run: Run, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("No,Instansi,A,B,C,Sektor\n1,A,,2,,swasta\n2,B,2,,,pers\n3,C,,,,pers\n", encoding="utf-8")
    assert "3 nodes, 1 tie" in run("check", tmp_path, "--lang", "en").output
    done = run("network", file, "--out", "net", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert (Path("net") / "measures.csv").read_text("utf-8-sig").count("stakeholder:") == 3
