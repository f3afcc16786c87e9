"""new, build, map: what is made, where, and that it is the same the second time."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest


def test_new_gives_templates_that_check_as_an_empty_map(run, tmp_path: Path) -> None:
    assert run("new", "desa").exit_code == 0
    assert (tmp_path / "desa" / "stakeholders.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    checked = run("check", "desa", "--format", "json")
    assert checked.exit_code == 0, checked.output
    assert '"nodes": 0' in checked.output


@pytest.mark.parametrize(("lang", "mark", "action"), [("id", ";", "tindak lanjut"), ("en", ",", "ACTION")])
def test_new_grow_gives_what_a_session_needs_and_what_is_filled_in_is_read(
    run, tiny: Path, tmp_path: Path, *, lang: str, mark: str, action: str
) -> None:
    """Filled in as a facilitator would, in the columns of the template, and laid beside a dataset."""
    told = run("new", "rapat", "--grow", "--lang", lang)
    assert told.exit_code == 0, told.output
    assert {path.name for path in (tmp_path / "rapat").iterdir()} == {"grow.csv", "links.csv"}
    assert {"id": "AKSI", "en": "ACTION"}[lang] in told.output
    assert {"id": "Berikutnya: ", "en": "Next: "}[lang] in told.output
    grow, links = (tmp_path / "rapat" / name for name in ("grow.csv", "links.csv"))
    columns = grow.read_text("utf-8-sig").strip().split(mark)
    cells = dict.fromkeys(columns, "") | {columns[0]: "G1", columns[1]: "Rapat air"}
    people = next(name for name in columns if name in ("melibatkan", "involves"))
    grow.write_text(grow.read_text("utf-8-sig") + mark.join((cells | {people: "A|B"}).values()) + "\n", "utf-8")
    links.write_text(
        links.read_text("utf-8-sig") + mark.join(["Rapat air", action, "A", "Pasang pipa", "2026-12-01", ""]) + "\n",
        "utf-8",
    )
    for name in ("stakeholders.csv", "problems.csv"):
        (tmp_path / "rapat" / name).write_bytes((tiny / name).read_bytes())
    checked = run("check", "rapat", "--strict", "--format", "json")
    assert checked.exit_code == 0, checked.output
    assert run("build", "rapat").exit_code == 0
    late = run("analyze", "--kind", "overdue_actions", "--as-of", "2026-12-02", "--lang", "en")
    assert "Pasang pipa (A, due 1 December 2026)" in late.output.replace("\n", " ")


def test_new_writes_the_folder_s_name_and_an_id_by_chance(run, tmp_path: Path) -> None:
    ids = set()
    for name in ("desa kita", "dusun"):
        run("new", name)
        config = tomllib.loads((tmp_path / name / "sysmap.toml").read_text("utf-8"))
        assert (config["name"], config["title"]) == (name, name)
        ids.add(config["id"])
    assert len(ids) == 2


@pytest.mark.parametrize(("lang", "name"), [("id", "peta.xlsx"), ("en", "map.xlsx")])
def test_new_gives_one_workbook_that_checks_as_an_empty_map(run, tmp_path: Path, lang: str, name: str) -> None:
    assert run("new", "desa", "--xlsx", "--lang", lang).exit_code == 0
    assert {path.name for path in (tmp_path / "desa").iterdir()} == {name, "sysmap.toml"}
    checked = run("check", "desa", "--strict", "--format", "json")
    assert checked.exit_code == 0, checked.output
    assert json.loads(checked.output)["nodes"] == 0


def test_new_makes_one_thing(run, tmp_path: Path) -> None:
    assert run("new", "x", "--grow", "--sample").exit_code == 2
    assert run("new", "x", "--xlsx", "--sample").exit_code == 2
    assert not (tmp_path / "x").exists()


def test_new_overwrites_nothing(run, tmp_path: Path) -> None:
    run("new", "desa")
    mine = tmp_path / "desa" / "problems.csv"
    mine.write_text("id,name\nP1,Kekeringan\n")
    again = run("new", "desa")
    assert again.exit_code == 6
    assert "problems.csv" in again.output
    assert mine.read_text() == "id,name\nP1,Kekeringan\n"


def test_the_sample_builds(run, tmp_path: Path) -> None:
    assert run("new", "contoh", "--sample").exit_code == 0
    built = run("build", "contoh", "--out", "made")
    assert built.exit_code == 0, built.output
    names = {path.name for path in (tmp_path / "made").iterdir()}
    assert {
        "map.html",
        "report.html",
        "report.md",
        "graph",
        "graph.graphml",
        "graph.gexf",
        "measures.csv",
        "findings.csv",
        "gaps.csv",
    } <= names


def test_build_twice_is_byte_identical_and_changes_nothing(run, tiny: Path, tmp_path: Path) -> None:
    assert run("build", tiny, "--out", "made").exit_code == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir() if path.is_file()}
    second = run("build", tiny, "--out", "made")
    assert "0 added, 0 changed, 0 removed" in second.output
    assert {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir() if path.is_file()} == first


def test_the_dataset_folder_is_never_written_to(run, gunungkidul: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in gunungkidul.iterdir()}
    assert run("build", gunungkidul).exit_code == 0
    assert {path.name: path.stat().st_mtime_ns for path in gunungkidul.iterdir()} == before


def test_tiny_finds_what_was_computed_by_hand(run, tiny: Path) -> None:
    assert run("build", tiny).exit_code == 0
    rows = run("analyze", "--format", "json", "--kind", "collaboration_gap", "--lang", "en").output
    assert '"stakeholder:A"' in rows
    assert '"stakeholder:D"' in rows


def test_map_draws_what_is_in_the_database(run, tiny: Path, tmp_path: Path) -> None:
    run("build", tiny)
    (tmp_path / "sysmap-out" / "tiny" / "map.html").unlink()
    assert run("map", "--lang", "id").exit_code == 0
    assert (tmp_path / "sysmap-out" / "tiny" / "map.html").is_file()


@pytest.mark.parametrize("words", [["build", "nowhere"], ["check", "nowhere"], ["load", "nowhere"]])
def test_a_folder_that_is_not_there_is_one_clear_line(run, words: list[str]) -> None:
    answer = run(*words)
    assert answer.exit_code in (3, 6)
    assert "nowhere" in answer.output
    assert "Traceback" not in answer.output


def test_an_output_folder_that_is_a_file_exits_6(run, tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    answer = run("build", tiny, "--out", "taken")
    assert answer.exit_code == 6, answer.output
    assert "taken" in answer.output
    assert "Traceback" not in answer.output


def test_map_draws_a_part_by_kind_focus_or_query(run, tiny: Path, tmp_path: Path) -> None:
    """tiny by hand: A and its one partner B, problems 1 and 2, what depends on them within two ties.

    Orphans by the shipped query.
    """
    assert run("build", tiny, "-q").exit_code == 0

    def drawn(*words: str) -> set[str]:
        made = run("map", *words, "--out", "part")
        assert made.exit_code == 0, made.output
        page = (tmp_path / "part" / "map.html").read_text("utf-8")
        nodes = json.loads(re.search(r'id="sysmap-data">(.*?)</script>', page, re.DOTALL)[1])["nodes"]
        return {node["label"] for node in nodes}

    everything = drawn()
    assert drawn("--only", "Problem") < everything
    assert len(drawn("--focus", "E", "--steps", "0")) == 1
    assert drawn("--cypher", "orphan-problems") == drawn("--only", "Problem")
    assert drawn("--cypher", "MATCH (s:Stakeholder {map: $map}) WHERE s.id = 'A' RETURN s.uid AS uid") == drawn(
        "--focus", "A", "--steps", "0"
    )
    refused = run("map", "--cypher", "MATCH (s:Stakeholder {map: $map}) RETURN s.name AS name")
    assert refused.exit_code == 2
    assert "stakeholder_id" in refused.output


def test_map_looks_as_a_file_says_and_as_the_options_say_first(run, tiny: Path, tmp_path: Path) -> None:
    assert run("build", tiny, "-q").exit_code == 0
    (tmp_path / "look.toml").write_text('title = "From the file"\ntheme = "dark"\nleave_out = ["Factor"]\n', "utf-8")
    assert run("map", "--look", "look.toml", "--theme", "light", "--out", "part").exit_code == 0
    page = (tmp_path / "part" / "map.html").read_text("utf-8")
    assert "<title>From the file</title>" in page
    assert 'data-theme="light"' in page
    (tmp_path / "look.toml").write_text('titel = "x"\n', "utf-8")
    wrong = run("map", "--look", "look.toml")
    assert wrong.exit_code == 3
    assert "look.toml:1:1: titel is not a known key (did you mean title?)" in wrong.output
