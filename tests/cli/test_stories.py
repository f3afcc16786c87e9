"""archetypes and mental-models: sentences and rows, one group's map, and what is said where there is nothing."""

import json

import pytest


def test_the_archetypes_of_the_illustrative_case(built):
    rows = json.loads(built("archetypes", "--format", "json").stdout)
    first = {row["archetype"]: row for row in reversed(rows)}
    assert list(dict.fromkeys(row["archetype"] for row in rows)) == [
        "fixes_that_fail",
        "shifting_the_burden",
        "limits_to_growth",
        "tragedy_of_the_commons",
        "growth_and_underinvestment",
    ]
    assert first["shifting_the_burden"]["roles"] == {
        "symptom": "problem:kekeringan",
        "quick_fix": "factor:droping-air",
        "solution": "factor:perbaikan-jaringan",
    }
    assert (first["fixes_that_fail"]["roles"]["fix"], first["limits_to_growth"]["roles"]["growth"]) == (
        "factor:tambang-rakyat",
        "factor:kunjungan",
    )
    assert (first["tragedy_of_the_commons"]["roles"]["use"], first["tragedy_of_the_commons"]["links"]) == (
        "factor:air-tanah",
        11,
    )


def test_they_are_told_and_counted(built):
    said = built("archetypes", "--lang", "en", "--top", 1)
    assert "A burden that is shifted (shifting the burden)" in said.stdout
    assert "... and 1 more" in said.stdout
    assert "hypotheses, of 5 of the 8 archetypes" in said.stderr
    assert "truncated" not in said.stderr
    assert "9 hipotesis, dari 5 di antara 8 arketipe" in built("archetypes", "--lang", "id").stderr
    assert built("archetypes", "--format", "csv").stdout.startswith("archetype,headline,story")
    assert built("archetypes", "--format", "markdown").stdout.startswith("| archetype |")
    assert built("archetypes", "--held-by", "spamdes").exit_code == 0


@pytest.mark.parametrize(
    ("command", "words"),
    [("archetypes", "do not say what influences what"), ("mental-models", "do not say whose view")],
)
def test_without_causes_nothing_is_made_up(run, tmp_path, command, words):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
    run("build", folder)
    said = run(command, "--lang", "en")
    assert (said.exit_code, said.stdout) == (0, "")
    assert words in said.stderr


def test_mental_models_of_the_illustrative_case(built):
    """By hand: the hotels and the tour guides dispute both links they speak of.

    Guides and water groups agree on both.
    """
    rows = {
        (row["one"][:20], row["other"][:20]): row
        for row in json.loads(built("mental-models", "--format", "json").stdout)
    }
    assert len(rows) == 10
    hotels, guides, water, office = (
        "Paguyuban Hotel dan ",
        "Pokdarwis Segara Asr",
        "Paguyuban Pengelola ",
        "Dinas Pariwisata",
    )
    assert [
        rows[pair]["distance"] for pair in ((hotels, guides), (guides, water), (office, hotels), (office, guides))
    ] == [1.0, 0.0, 0.25, 0.75]
    assert rows[hotels, guides]["disputed_links"] == [
        "factor:fasilitas-wisata > problem:tekanan-wisata",
        "factor:kunjungan > problem:kekeringan",
    ]
    said = built("mental-models", "--lang", "en")
    assert "Does Kunjungan wisata raise or lower Kekeringan" in said.stdout
    assert "holders of links: 5; disputed links: 2" in said.stderr
    assert "hubungan yang dipertentangkan: 2" in built("mental-models", "--lang", "id").stderr
