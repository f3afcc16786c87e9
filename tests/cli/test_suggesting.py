"""gaps and suggest: for all, for one by any of its names, to a file, and the evaluation."""

import json
import re
from pathlib import Path

import pytest


def test_suggestions_as_sentences_and_as_rows(built):
    rows = json.loads(built("suggest", "--top", 4, "--format", "json").output)
    assert len(rows) == 4
    assert rows[0]["score"] == pytest.approx(
        sum(rows[0][term] for term in ("need", "partners", "work", "fit", "bridge", "diversity", "load"))
    )
    text = built("suggest", "--top", 4, "--lang", "en").output
    assert rows[0]["source_name"] in text
    assert "need: Both work on" in text
    assert "kebutuhan: Keduanya menangani" in built("suggest", "--top", 4, "--lang", "id").output


def test_for_one_by_uid_id_or_name(built):
    row = json.loads(built("suggest", "--top", 1, "--format", "json").output)[0]
    uid = row["source"]
    by = [
        built("suggest", "--for", text, "--format", "json").output
        for text in (uid, uid.partition(":")[2], row["source_name"].upper())
    ]
    assert by[0] == by[1] == by[2]
    assert all(uid in (one["source"], one["target"]) for one in json.loads(by[0]))
    wrong = built("suggest", "--for", row["source_name"] + "x")
    assert wrong.exit_code == 2
    assert row["source_name"] in wrong.output


def test_evaluate_names_every_term_and_chance(built):
    rows = json.loads(built("suggest", "--evaluate", "--format", "json").output)
    assert [row["by"] for row in rows] == [
        "score",
        "nearness",
        "need",
        "partners",
        "work",
        "fit",
        "bridge",
        "diversity",
        "load",
        "chance",
    ]
    assert all(row["auc_low"] <= row["auc"] <= row["auc_high"] and row["k"] == rows[0]["k"] for row in rows)
    text = built("suggest", "--evaluate", "--lang", "en").output
    assert "no tie that succeeds" in text
    assert "belum tentu kemitraan yang berhasil" in built("suggest", "--evaluate", "--lang", "id").output
    # Whoever is told that the score loses, is told to what.
    marks = {row["by"]: row["auc"] for row in rows if row["by"] not in ("score", "nearness", "chance")}
    assert f"beside {max(marks.values()):.3f} (" in text


def two_kinds(tmp_path):
    """A map of two kinds of stakeholders who are partners across only, some with all and some with few.

    Nothing else is known.
    """
    folder = tmp_path / "kinds"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text(
        "id\n" + "\n".join(f"{kind}{at}" for kind in "ab" for at in range(8)), encoding="utf-8"
    )
    (folder / "partnerships.csv").write_text(
        "source,target\n" + "\n".join(f"a{one},b{other}" for one in range(8) for other in range(8 - one)),
        encoding="utf-8",
    )
    return folder


def test_where_the_score_loses_it_says_so_and_why(run, tmp_path):
    run("build", two_kinds(tmp_path))
    text = run("suggest", "--evaluate", "--lang", "en").output
    assert "The score loses" in text
    assert "worse than chance" in text
    assert "Below chance: partners" in text
    assert "seldom have a partner in common" in text
    # What nobody told ranks nothing: it has no figure of its own, and least of all that of chance.
    assert "The data tell nothing of: need, work, offers and diversity." in text
    rows = {row["by"]: row["auc"] for row in json.loads(run("suggest", "--evaluate", "--format", "json").output)}
    assert rows["need"] is rows["diversity"] is None
    assert rows["partners"] < 0.5


def test_options_that_would_do_nothing_are_refused(built, tmp_path):
    assert built("suggest", "--evaluate", "--top", 3).exit_code == 2
    assert built("suggest", "--evaluate", "--for", "DPUPRKP").exit_code == 2
    assert built("gaps", "--all", tmp_path / "all.csv", "--top", 3).exit_code == 2


def test_where_nothing_speaks_for_a_partnership_that_is_said(run, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\nb,B\n", encoding="utf-8")
    (folder / "partnerships.csv").write_text("source,target\n", encoding="utf-8")
    run("build", folder)
    assert "nothing in the data speaks for a new partnership" in run("suggest", "--lang", "en").output
    assert run("suggest", "--format", "csv").stdout.startswith("source,source_name,target,target_name,score,need,")
    assert "nothing can be hidden" in run("suggest", "--evaluate", "--lang", "en").output


def test_without_partnership_data_nothing_is_suggested(run, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
    run("build", folder)
    assert "Tidak ada data kemitraan" in run("suggest").output
    for line in ("suggest", "gaps"):
        assert "no data on partnerships" in run(line, "--lang", "en").output


def test_without_problems_no_gap_is_counted_by_the_command_the_report_or_the_page(run, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\nb,B\nc,C\n", encoding="utf-8")
    (folder / "partnerships.csv").write_text("source,target\na,b\nb,c\n", encoding="utf-8")
    run("build", folder, "--out", "out", "--lang", "en")
    told = run("gaps", "--db", "out/graph", "--lang", "en")
    assert (told.exit_code, told.stdout) == (0, "")
    assert "There are no data on problems" in told.stderr
    assert "collaboration gaps" not in Path("out/report.md").read_text("utf-8").split("\n## ")[0]
    [island] = re.findall(
        r'<script type="application/json" id="sysmap-data">(.*?)</script>',
        Path("out/map.html").read_text("utf-8"),
        re.DOTALL,
    )
    found = json.loads(island)
    assert (found["gaps"], found["gapsAbsent"][0]) == ([], "There are no data on problems: no problems.csv.")
    assert len(found["suggestions"]) == 1  # A and C have a partner in common, whatever anybody works on


def test_gaps_ranked_of_one_and_all(built, tmp_path):
    ranked = json.loads(built("gaps", "--top", 50, "--format", "json", "-q").output)
    assert "2 of " in built("gaps", "--top", 2, "--lang", "en").output
    needs = [row["need"] for row in ranked]
    assert needs == sorted(needs, reverse=True)
    first = ranked[0]
    mine = json.loads(built("gaps", "--for", first["source_name"], "--top", 500, "--format", "json", "-q").output)
    assert first in mine
    text = built("gaps", "--all", tmp_path / "all.csv", "--lang", "en")
    rows = (tmp_path / "all.csv").read_text("utf-8-sig").splitlines()
    assert f"{len(rows) - 1} gaps" in text.output
    assert sum(first["source"] in line.split(",") for line in rows) == len(mine)
    assert built("gaps", "--all", tmp_path / "all.txt").exit_code == 6
    assert built("gaps", "--all", tmp_path / "all.csv", "--for", first["source"]).exit_code == 2


def test_tables_as_parquet_are_written_where_asked(built, gunungkidul):
    before = {line for line in built("analyze").output.splitlines() if line.endswith(".parquet")}
    after = {line for line in built("analyze", "--parquet").output.splitlines() if line.endswith(".parquet")}
    assert not before
    assert "measures.parquet" in "".join(after)
    assert "gaps.parquet" in "".join(built("build", gunungkidul, "--parquet", "-v").output)
