"""analyze: what it prints and writes, and what it keeps in the database."""

from __future__ import annotations

import json


def test_write_back_keeps_measures_and_gaps_where_queries_read_them(run, tiny) -> None:
    """By hand (datasets/tiny/README.md): A-D (1 / (2 - 1) for problem 1, and 0.5 for the link of 2 and 1) / sqrt(2 x 2); B-D 0.5 / sqrt(1 x 2)."""
    run("load", tiny, "--db", "graph")
    nothing = run("query", "gaps-ranked", "--db", "graph", "--format", "json")
    assert json.loads(nothing.stdout) == []
    told = run("analyze", "--db", "graph", "--out", "out", "--write-back", "--as-of", "2026-01-31")
    assert told.exit_code == 0, told.output
    assert "written back: measures of 9 nodes, 2 gaps" in told.stderr
    gaps = json.loads(run("query", "gaps-ranked", "--db", "graph", "--format", "json").stdout)
    assert [(gap["stakeholder"], gap["other"], gap["need"]) for gap in gaps] == [("A", "D", 0.75), ("B", "D", 0.353553)]
    kept, = json.loads(run("query", "analysis-kept", "--db", "graph", "--format", "json").stdout)
    assert (kept["as_of"], kept["nodes"], kept["gaps"], kept["loaded_since"]) == ("2026-01-31", 5, 2, False)


def test_without_write_back_the_database_stays_as_it_is(run, tiny) -> None:
    run("load", tiny, "--db", "graph")
    assert run("analyze", "--db", "graph", "--out", "out").exit_code == 0
    assert json.loads(run("query", "analysis-kept", "--db", "graph", "--format", "json").stdout) == []
