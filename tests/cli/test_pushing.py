"""leverage and whatif: rows, scenarios side by side, what is said of them, and what is no push."""

import csv
import io
import json
import re

import pytest


def test_four_scores_with_their_ranks_and_agreement(built):
    rows = json.loads(built("leverage", "--format", "json").stdout)
    assert rows[0]["uid"] == "factor:kunjungan"
    assert {row["role"] for row in rows} == {"driver", "relay", "dependent", "autonomous"}
    assert min(row["#influence"] for row in rows) == 1
    said = built("leverage", "--lang", "en", "--top", 3)
    assert said.stdout.count("\n") == 4
    assert "structural-influence +0." in said.stderr
    assert "hint: " in said.stderr
    assert "MICMAC: paths of up to 4 links; Godet's ranking stands still from power " in said.stderr
    assert "pendorong" in built("leverage", "--lang", "id").stdout
    assert built("leverage", "--format", "markdown").stdout.startswith("| name | structural | #structural |")


def test_a_push_and_its_effects(built):
    rows = json.loads(built("whatif", "--push", "air-pintar=+1", "--format", "json").stdout)
    assert next(row for row in rows if row["uid"] == "problem:kebocoran-spam")["sign"] == "-"
    assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)
    said = built("whatif", "--push", "air-pintar=1", "--push", "kunjungan=-0.5", "--lang", "en")
    assert re.search(r"it settled \(after \d+ steps\)", said.stderr)
    assert "links left out, as nobody knows their sign: 3" in said.stderr
    assert built("whatif", "--push", "air-pintar=+1", "--rule", "rescaled").exit_code == 0
    assert built("whatif", "--scenario", "air-pintar=1, kunjungan=-0.5", "--lang", "en").stdout == said.stdout


def test_scenarios_side_by_side_are_each_alone(built):
    rows = list(
        csv.DictReader(
            io.StringIO(
                built(
                    "whatif",
                    "--push",
                    "air-pintar=1",
                    "--scenario",
                    "SPAMDes Pintar=+1, kunjungan=-0.5",
                    "--format",
                    "csv",
                ).stdout
            )
        )
    )
    for number, words in enumerate(
        (("--push", "air-pintar=1"), ("--push", "air-pintar=1", "--push", "kunjungan=-0.5")), 1
    ):
        alone = {
            row["uid"]: row for row in csv.DictReader(io.StringIO(built("whatif", *words, "--format", "csv").stdout))
        }
        both = {row["uid"]: row for row in rows if not row[f"held_{number}"]}
        assert {uid: (row[f"sign_{number}"], row[f"rank_{number}"]) for uid, row in both.items()} == {
            uid: (row["sign"], row["rank"]) for uid, row in alone.items()
        }
    assert {row["held_2"] for row in rows if row["uid"] == "factor:kunjungan"} == {"-0.5"}


def test_a_table_of_scenarios_marks_sign_rank_and_what_is_held(built):
    said = built("whatif", "--scenario", "air-pintar=1", "--scenario", "kunjungan=-1", "--lang", "en")
    lines = {line.split()[-1]: line.split()[-3:-1] for line in said.stdout.splitlines()[1:]}
    assert lines["innovation:air-pintar"] == ["=+1", "0"]
    assert lines["factor:kunjungan"][1] == "=-1"
    assert "1 (SPAMDes Pintar +1): it settled (after" in said.stderr
    assert "2 (Kunjungan wisata -1): " in said.stderr
    assert "one scenario raises and another lowers: " in said.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--push", "air-pintar"),
        ("--push", "air-pintar=2"),
        ("--push", "=1"),
        ("--push", "air-pintar=nan"),
        ("--push", "nobody=1"),
        ("--push", "air-pintar=1", "--rule", "rescaled", "--squash", "tanh"),
        ("--push", "air-pintar=1", "--lambda", "0"),
        (),
        ("--push", "air-pintar=1", "--push", "SPAMDes Pintar=-1"),
        ("--scenario", "air-pintar=1, air-pintar=0.5"),
        ("--scenario", "air-pintar"),
        ("--scenario", ""),
        ("--scenario", "air-pintar=1, =1"),
        ("--scenario", "air-pintar=1, kunjungan"),
    ],
)
def test_a_push_that_is_none(built, words):
    assert built("whatif", *words).exit_code == 2


def test_the_same_push_twice_is_one(built):
    assert (
        built("whatif", "--push", "air-pintar=1", "--push", "SPAMDes Pintar=1").stdout
        == built("whatif", "--push", "air-pintar=1").stdout
    )


@pytest.mark.parametrize(("lang", "told"), [("en", "no effect can be told"), ("id", "akibatnya tidak dapat disebut")])
def test_chaos_has_no_effects_and_says_what_to_try(built, lang, told):
    """Groundwater held up under tanh and lambda 3 is chaos (largest Lyapunov exponent +0.2).

    The truck beside it settles at no lambda.
    """
    steep = ("--lambda", "3", "--lang", lang)
    alone = built("whatif", "--push", "air-tanah=1", "--format", "json", *steep)
    assert (alone.exit_code, json.loads(alone.stdout)) == (0, [])
    assert told in alone.stderr
    assert "--squash sigmoid" in alone.stderr
    both = built("whatif", "--scenario", "air-tanah=1", "--scenario", "air-pintar=1", *steep)
    lines = {line.split()[-1]: line.split()[-3:-1] for line in both.stdout.splitlines()[1:]}
    assert lines["factor:air-tanah"][0] == "=+1"
    assert lines["problem:kebocoran-spam"][0] == "?"
    assert lines["problem:kebocoran-spam"][1][0] in "+-"


@pytest.mark.parametrize("words", [("leverage",), ("whatif", "--push", "a=+1")])
def test_without_causes_nothing_is_made_up(run, tmp_path, words):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
    run("build", folder)
    said = run(*words, "--lang", "en")
    assert (said.exit_code, said.stdout) == (0, "")
    assert "do not say what influences what" in said.stderr
