"""analyze: what it prints and writes, and what it keeps in the database."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest


def test_write_back_keeps_measures_and_gaps_where_queries_read_them(run, tiny) -> None:
    """By hand (datasets/tiny/README.md).

    A-D (1 / (2 - 1) for problem 1, and 0.5 for the link of 2 and 1) / sqrt(2 x 2); B-D 0.5 / sqrt(1 x 2).
    """
    run("load", tiny, "--db", "graph")
    nothing = run("query", "gaps-ranked", "--db", "graph", "--format", "json")
    assert json.loads(nothing.stdout) == []
    told = run("analyze", "--db", "graph", "--out", "out", "--write-back", "--as-of", "2026-01-31")
    assert told.exit_code == 0, told.output
    assert "written back: measures of 9 nodes, 2 gaps" in told.stderr
    gaps = json.loads(run("query", "gaps-ranked", "--db", "graph", "--format", "json").stdout)
    assert [(gap["stakeholder"], gap["other"], gap["need"]) for gap in gaps] == [("A", "D", 0.75), ("B", "D", 0.353553)]
    (kept,) = json.loads(run("query", "analysis-kept", "--db", "graph", "--format", "json").stdout)
    assert (kept["as_of"], kept["stakeholders"], kept["gaps"], kept["loaded_since"]) == ("2026-01-31", 5, 2, False)


def test_without_write_back_the_database_stays_as_it_is(run, tiny) -> None:
    run("load", tiny, "--db", "graph")
    assert run("analyze", "--db", "graph", "--out", "out").exit_code == 0
    assert json.loads(run("query", "analysis-kept", "--db", "graph", "--format", "json").stdout) == []


def test_analysing_and_writing_back_open_the_database_once(run, tiny, monkeypatch) -> None:
    """A password would be asked for at each opening."""
    from sysmap import stores

    opened = []
    real = stores.open_store
    monkeypatch.setattr(
        stores, "open_store", lambda *args, **options: opened.append(options.get("read_only")) or real(*args, **options)
    )
    run("load", tiny, "--db", "graph")
    opened.clear()
    assert run("analyze", "--db", "graph", "--out", "out", "--write-back").exit_code == 0
    assert run("analyze", "--db", "graph", "--out", "out").exit_code == 0
    assert opened == [False, True]


@pytest.fixture
def estimating(gunungkidul, tmp_path) -> Path:
    """The shipped case with a setting that has its betweenness estimated."""
    folder = tmp_path / "case"
    shutil.copytree(gunungkidul, folder)
    config = folder / "sysmap.toml"
    text = config.read_text(encoding="utf-8")
    settings = "exact = 5\nsources = 12\n"
    config.write_text(
        text.replace("[analysis]\n", f"[analysis]\n{settings}")
        if "[analysis]" in text
        else f"{text}\n[analysis]\n{settings}",
        encoding="utf-8",
    )
    return folder


SAID = "Go-between role: Estimated from 12 of "


def test_estimates_are_told_and_kept_with_what_they_rest_on(run, estimating) -> None:
    assert SAID in run("build", estimating, "--lang", "en").stderr
    told = run("analyze", "--write-back", "--lang", "en", "--format", "json")
    assert SAID in told.stderr
    assert "Bertumpu pada satu perantara: Perkiraan dari 12 di antara " in run("analyze", "--lang", "id").stderr
    rows = json.loads(run("query", "bridging-stakeholders", "--format", "json").stdout)
    assert {(row["sources"], row["seed"]) for row in rows} == {(12, 42)}
    assert max(row["standard_error"] for row in rows) > 0


def test_of_exact_numbers_nothing_is_told_and_an_earlier_estimate_is_gone(run, gunungkidul, estimating) -> None:
    run("build", estimating)
    run("analyze", "--write-back")
    config = estimating / "sysmap.toml"
    config.write_text((gunungkidul / "sysmap.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert "Perkiraan" not in run("build", estimating).output
    assert "Perkiraan" not in run("analyze", "--write-back").output
    rows = json.loads(run("query", "bridging-stakeholders", "--format", "json").stdout)
    assert {(row["standard_error"], row["sources"], row["seed"]) for row in rows} == {(None, None, None)}


def test_the_list_of_measures_says_which_may_be_estimates(run) -> None:
    may = {row["name"] for row in json.loads(run("measures", "--format", "json").stdout) if row["estimated"]}
    assert may == {"betweenness", "betweenness_centralization"}
