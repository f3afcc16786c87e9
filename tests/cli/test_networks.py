"""`sysmap network`: one table of ties, with and without a networkx graph, and beside the same ties as a map."""

import csv
import json
import random

import pytest

from sysmap.analysis import Analysis
from sysmap.build import analyse_ties
from sysmap.graph import build_graph
from sysmap.measures.port import MEASURES, measure_values
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

MEASURED = [name for name, one in MEASURES.items() if one.view == "collaboration" and one.level in ("node", "graph")]


def same(ours, theirs):
    """Keys in the same order, numbers to 9 digits, all else equal."""
    assert list(ours) == list(theirs)
    for key, score in theirs.items():
        assert ours[key] == (pytest.approx(score, rel=1e-9, abs=1e-9) if isinstance(score, float) else score), key


@pytest.fixture(scope="module")
def ties(tmp_path_factory):
    """150 people in three pieces, parallel rows, rows turned over, loops, weights, ties that have ended."""
    dice, file = random.Random(7), tmp_path_factory.mktemp("ties") / "partnerships.csv"
    rows = [
        (f"S{a}", f"S{b}", dice.choice([1, 2, 0.5]), dice.choice(["", "", "2024-06"]))
        for piece in range(3)
        for a, b in [(dice.randrange(50) + 50 * piece, dice.randrange(50) + 50 * piece) for _ in range(120)]
        if a != b
    ]
    rows += [(b, a, 3, "") for a, b, *_ in rows[:20]]
    with file.open("w", newline="") as opened:
        csv.writer(opened).writerows([("source", "target", "weight", "until"), *rows])
    return file


@pytest.fixture(scope="module")
def as_columns(ties):
    return analyse_ties(ties)[0]


@pytest.mark.parametrize("name", MEASURED)
def test_without_a_networkx_graph_the_numbers_are_the_same(name, ties, as_columns):
    same(measure_values(as_columns, name), measure_values(analyse_ties(ties, fast=False)[0], name))


def test_no_graph_is_built(ties, as_columns):
    assert type(as_columns.collaboration).__name__ == "ColumnNetwork"
    assert type(analyse_ties(ties, fast=False)[0].collaboration).__name__ == "Graph"


@pytest.mark.parametrize("name", MEASURED)
def test_the_same_ties_as_a_map_give_the_same_numbers(name, tmp_path):
    dice, folder = random.Random(3), tmp_path / "map"
    folder.mkdir()
    rows = sorted({tuple(sorted((f"S{dice.randrange(30)}", f"S{dice.randrange(30, 60)}"))) for _ in range(90)})
    (folder / "partnerships.csv").write_text(
        "source,target,weight\n" + "".join(f"{a},{b},{1 + at % 3}\n" for at, (a, b) in enumerate(rows))
    )
    as_columns, _ = analyse_ties(folder / "partnerships.csv")
    data = read_folder(folder, VOCABULARY)
    as_map = Analysis(build_graph(data.nodes, data.ties), data.vocabulary, data.config, data.files, as_columns.as_of)
    named = {"": "", **{uid: f"stakeholder:{as_map.name(uid)}" for uid in as_map.nodes("Stakeholder")}}
    same(
        measure_values(as_columns, name),
        dict(sorted((named[uid], score) for uid, score in measure_values(as_map, name).items())),
    )


@pytest.mark.parametrize(("repeat", "strength"), [((), "2.0"), (("--repeat", "sum"), "3.0")])
def test_repeated_ties_and_ended_ones(run, tmp_path, repeat, strength):
    """By hand: A-B 2 and once more, A-C 1 which ended; C only with itself."""
    (tmp_path / "ties.csv").write_text("source,target,weight,until\nA,B,2,\nB,A,,\nA,C,1,2024\nC,C,5,\n")
    asked = ("--out", tmp_path / "out", "--format", "json", "--as-of", "2025-01-01", *repeat)
    done = run("network", tmp_path / "ties.csv", *asked)
    assert done.exit_code == 0, done.output
    whole = {row["measure"]: row["value"] for row in json.loads(done.stdout)}
    assert (whole["component_count"], whole["density"]) == (2, pytest.approx(1 / 3))
    with (tmp_path / "out" / "measures.csv").open(encoding="utf-8-sig") as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    assert [(name, row["degree"], row["strength"], row["constraint"]) for name, row in rows.items()] == [
        ("A", "1", strength, "1.0"),
        ("B", "1", strength, "1.0"),
        ("C", "0", "0.0", ""),
    ]


@pytest.mark.parametrize("text", ["source,target\n", "source,target\nA,A\n"])
def test_nobody_and_one_alone(run, tmp_path, text):
    (tmp_path / "ties.csv").write_text(text)
    done = run("network", tmp_path / "ties.csv", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output


def test_faults_are_told_and_nothing_is_written(run, tmp_path):
    (tmp_path / "ties.csv").write_text("source,target,since,until\nA,,,\nA,B,2022,2020\n")
    done = run("network", tmp_path / "ties.csv", "--out", tmp_path / "out")
    assert done.exit_code == 3
    assert "ties.csv:2:2: warning" in done.stderr
    assert "ties.csv:3:4" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_settings_beside_a_table_hold_for_it(run, tmp_path):
    (tmp_path / "ties.csv").write_text("From,To\nNan,Bran\nNan,Sansa\nBran,Nan\n")
    (tmp_path / "sysmap.toml").write_text('[read]\nkeep = ["Nan"]\n')
    done = run("network", tmp_path / "ties.csv", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / "measures.csv").read_text(encoding="utf-8-sig").count("Nan") > 0
    (tmp_path / "sysmap.toml").write_text("[read]\nkeep = 7\n")
    assert run("network", tmp_path / "ties.csv", "--out", tmp_path / "out").exit_code == 3
