"""archetypes: sentences and rows, one group's map, and what is said where there is nothing."""

import json

import pytest


@pytest.fixture
def built(run, gunungkidul):
    assert run("build", gunungkidul).exit_code == 0
    return run


def test_the_archetypes_of_the_illustrative_case(built):
    rows = json.loads(built("archetypes", "--format", "json").stdout)
    first = {row["archetype"]: row for row in reversed(rows)}
    assert list(dict.fromkeys(row["archetype"] for row in rows)) == [
        "fixes_that_fail", "shifting_the_burden", "limits_to_growth", "tragedy_of_the_commons", "growth_and_underinvestment"]
    assert first["shifting_the_burden"]["roles"] == {
        "symptom": "problem:kekeringan", "quick_fix": "factor:droping-air", "solution": "factor:perbaikan-jaringan"}
    assert (first["fixes_that_fail"]["roles"]["fix"], first["limits_to_growth"]["roles"]["growth"]) == ("factor:tambang-rakyat", "factor:kunjungan")
    assert (first["tragedy_of_the_commons"]["roles"]["use"], first["tragedy_of_the_commons"]["links"]) == ("factor:air-tanah", 11)


def test_they_are_told_and_counted(built):
    said = built("archetypes", "--lang", "en", "--top", 1)
    assert "A burden that is shifted (shifting the burden)" in said.stdout
    assert "... and 1 more" in said.stdout
    assert "hypotheses, of 5 of the 8 archetypes" in said.stderr
    assert "truncated" not in said.stderr
    assert built("archetypes", "--format", "csv").stdout.startswith("archetype,headline,story")
    assert built("archetypes", "--format", "markdown").stdout.startswith("| archetype |")
    assert built("archetypes", "--held-by", "spamdes").exit_code == 0


def test_without_causes_nothing_is_made_up(run, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
    run("build", folder)
    said = run("archetypes")
    assert (said.exit_code, said.stdout) == (0, "")
    assert "do not say what influences what" in said.stderr
