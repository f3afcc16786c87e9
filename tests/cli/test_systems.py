"""loops: rows, sentences, names as people write them, and what is said where there is nothing."""

import json
import random
from collections import Counter


def test_loops_as_sentences_and_rows(built):
    rows = json.loads(built("loops", "--format", "json").stdout)
    assert [row["links"] for row in rows] == sorted(row["links"] for row in rows)
    assert {row["polarity"] for row in rows} == {"R", "B", "?"}
    said = built("loops", "--lang", "en", "--top", 3)
    assert said.stdout.count("\n") == 3
    assert said.stdout.startswith("* Balancing (B): ")
    assert f"{len(rows)} loops: 13 R" in said.stderr
    assert (
        f"{len(rows)} lingkar: 13 R, 13 B, 2 ?; himpunan bebas terpendek: 23" in built("loops", "--lang", "id").stderr
    )


def test_loops_through_one_by_uid_id_or_name(built):
    by = [
        built("loops", "--through", text, "--format", "json").stdout
        for text in ("factor:kunjungan", "kunjungan", "KUNJUNGAN WISATA")
    ]
    assert by[0] == by[1] == by[2]
    assert all("factor:kunjungan" in row["nodes"] for row in json.loads(by[0]))
    wrong = built("loops", "--through", "kunjungan wisat", "--lang", "en")
    assert wrong.exit_code == 2
    assert "did you mean Kunjungan wisata" in wrong.output


def test_the_map_of_one_group_by_uid_id_or_name(built):
    by = [
        built("loops", "--held-by", text, "--format", "json").stdout
        for text in ("stakeholder:spamdes", "SPAMDES", "Paguyuban Pengelola Air Perdesaan (SPAMDes)")
    ]
    assert by[0] == by[1] == by[2] != built("loops", "--format", "json").stdout
    pushed = [
        built("whatif", "--push", "kunjungan=+1", "--held-by", who, "--format", "json").stdout
        for who in ("spamdes", "phri-pesisir")
    ]
    assert pushed[0] != pushed[1]
    wrong = built("loops", "--held-by", "bapperida", "--lang", "en")
    assert wrong.exit_code == 2
    assert "no holder of links is called 'bapperida'" in wrong.output
    assert "tidak ada pemegang pandangan bernama 'bapperida'" in built("loops", "--held-by", "bapperida").output, (
        "the map is in Indonesian"
    )


def test_without_causes_nothing_is_made_up(run, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
    run("build", folder)
    for lang, words in (("en", "do not say what influences what"), ("id", "tidak menyebut apa memengaruhi apa")):
        said = run("loops", "--lang", lang)
        assert (said.exit_code, said.stdout) == (0, "")
        assert words in said.stderr


def test_a_dense_diagram_says_in_both_languages_that_it_was_cut(run, tmp_path):
    """60 causes and 400 links.

    Networkx finds 22, 122 and 557 loops of 2, 3 and 4 links, 2,832 of 5, and a cycle rank of 341.
    """
    lot, folder = random.Random(1), tmp_path / "m"
    folder.mkdir()
    pairs = lot.sample([(a, b) for a in range(60) for b in range(60) if a != b], 400)
    (folder / "links.csv").write_text(
        "source,relation,target,polarity\n" + "".join(f"F{a},influences,F{b},+\n" for a, b in pairs), encoding="utf-8"
    )
    assert run("build", folder).exit_code == 0
    said = {lang: run("loops", "--lang", lang, "--format", "json") for lang in ("en", "id")}
    assert Counter(row["links"] for row in json.loads(said["en"].stdout)).most_common() == [
        (5, 2832),
        (4, 557),
        (3, 122),
        (2, 22),
    ]
    assert "3,533 loops" in said["en"].stderr
    assert "shortest independent set: 341" in said["en"].stderr
    assert "these are all of at most 5 links\nthe independent set is whole" in said["en"].stderr
    assert "terpotong (truncated)" in said["id"].stderr
    assert "himpunan bebasnya utuh" in said["id"].stderr
