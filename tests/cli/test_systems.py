"""loops: rows, sentences, names as people write them, and what is said where there is nothing."""

import json

import pytest


@pytest.fixture
def built(run, gunungkidul):
    assert run("build", gunungkidul).exit_code == 0
    return run


def test_loops_as_sentences_and_rows(built):
    rows = json.loads(built("loops", "--format", "json").stdout)
    assert [row["links"] for row in rows] == sorted(row["links"] for row in rows)
    assert {row["polarity"] for row in rows} == {"R", "B", "?"}
    said = built("loops", "--lang", "en", "--top", 3)
    assert said.stdout.count("\n") == 3
    assert said.stdout.startswith("* Balancing (B): ")
    assert f"{len(rows)} loops: 12 R" in said.stderr


def test_loops_through_one_by_uid_id_or_name(built):
    by = [built("loops", "--through", text, "--format", "json").stdout for text in ("factor:kunjungan", "kunjungan", "KUNJUNGAN WISATA")]
    assert by[0] == by[1] == by[2]
    assert all("factor:kunjungan" in row["nodes"] for row in json.loads(by[0]))
    wrong = built("loops", "--through", "kunjungan wisat")
    assert wrong.exit_code == 2
    assert "did you mean Kunjungan wisata" in wrong.output


def test_the_map_of_one_group_by_uid_id_or_name(built):
    by = [built("loops", "--held-by", text, "--format", "json").stdout for text in ("stakeholder:spamdes", "SPAMDES", "Paguyuban Pengelola Air Perdesaan (SPAMDes)")]
    assert by[0] == by[1] == by[2] != built("loops", "--format", "json").stdout
    pushed = [built("whatif", "--push", "kunjungan=+1", "--held-by", who, "--format", "json").stdout for who in ("spamdes", "phri-pesisir")]
    assert pushed[0] != pushed[1]
    wrong = built("loops", "--held-by", "bapperida")
    assert wrong.exit_code == 2
    assert "no holder of links is called 'bapperida'" in wrong.output


def test_without_causes_nothing_is_made_up(run, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
    run("build", folder)
    said = run("loops")
    assert (said.exit_code, said.stdout) == (0, "")
    assert "do not say what influences what" in said.stderr
