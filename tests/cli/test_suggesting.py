"""suggest: for all, for one by any of its names, and the evaluation."""

import json

import pytest


@pytest.fixture
def built(run, gunungkidul):
    assert run("build", gunungkidul).exit_code == 0
    return run


def test_suggestions_as_sentences_and_as_rows(built):
    rows = json.loads(built("suggest", "--top", 4, "--format", "json").output)
    assert len(rows) == 4
    assert rows[0]["score"] == pytest.approx(sum(rows[0][term] for term in ("need", "partners", "work", "fit", "bridge", "diversity", "load")))
    text = built("suggest", "--top", 4, "--lang", "en").output
    assert rows[0]["source_name"] in text
    assert "need: Both work on" in text


def test_for_one_by_uid_id_or_name(built):
    row = json.loads(built("suggest", "--top", 1, "--format", "json").output)[0]
    uid = row["source"]
    by = [built("suggest", "--for", text, "--format", "json").output for text in (uid, uid.partition(":")[2], row["source_name"].upper())]
    assert by[0] == by[1] == by[2]
    assert all(uid in (one["source"], one["target"]) for one in json.loads(by[0]))
    wrong = built("suggest", "--for", row["source_name"] + "x")
    assert wrong.exit_code == 2
    assert row["source_name"] in wrong.output


def test_evaluate_names_every_term_and_chance(built):
    rows = json.loads(built("suggest", "--evaluate", "--format", "json").output)
    assert [row["by"] for row in rows] == ["score", "nearness", "need", "partners", "work", "fit", "bridge", "diversity", "load", "chance"]
    assert "no tie that succeeds" in built("suggest", "--evaluate").output


def test_without_partnership_data_nothing_is_suggested(run, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
    run("build", folder)
    assert "no data on partnerships" in run("suggest").output
