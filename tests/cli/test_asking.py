"""query and queries: by name, from standard input, ad hoc; never a write, never a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def loaded(run, tiny: Path):
    assert run("load", tiny).exit_code == 0
    return run


def test_a_named_query_with_a_parameter(loaded) -> None:
    answer = loaded("query", "partners-of", "--param", "stakeholder=A", "--format", "json")
    assert answer.exit_code == 0, answer.output
    assert "B" in answer.output


def test_a_query_looks_at_the_map_s_own_day(run, gunungkidul: Path) -> None:
    """Panen Hujan Cerdas has been a pilot since 2024-03-01, and the map's own day is 2026-09-30.

    30 months, as in the report.
    """
    assert run("load", gunungkidul).exit_code == 0
    months = [
        {
            row["innovation_id"]: row["months"]
            for row in json.loads(run("query", "innovations-at-risk", "--format", "json", *more).stdout)
        }
        for more in ((), ("--param", "as_of=2025-03-31"))
    ]
    assert [found["panen-hujan"] for found in months] == [30, 12]


def test_standard_input_and_cypher_say_the_same(loaded) -> None:
    text = "MATCH (s:Stakeholder {map: $map}) RETURN s.name AS name ORDER BY name"
    piped = loaded("query", "-", "--format", "json", stdin=text)
    given = loaded("query", "--cypher", text, "--format", "json")
    assert piped.exit_code == given.exit_code == 0, piped.output
    assert json.loads(given.output) == json.loads(piped.output) == [{"name": name} for name in "ABCDE"]


def test_numbers_keep_their_digits_in_csv_and_have_no_exponent_in_a_table(loaded) -> None:
    text = "UNWIND [0.123456789, 1234567.5] AS x RETURN x"
    assert loaded("query", "--cypher", text, "--format", "csv").stdout.split() == ["x", "0.123456789", "1234567.5"]
    assert [line.strip() for line in loaded("query", "--cypher", text).stdout.splitlines()] == [
        "x",
        "0.1235",
        "1234568",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) DETACH DELETE n",
        "CREATE (:Stakeholder {uid: 'x'})",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "load /* */ csv FROM 'file:///etc/passwd' AS row RETURN row",
        "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
        "MATCH (n RETURN n",
    ],
)
def test_what_would_write_read_files_or_is_no_cypher_is_refused(loaded, text: str) -> None:
    answer = loaded("query", "--cypher", text)
    assert answer.exit_code == 2, answer.output
    assert "root:" not in answer.output
    assert "Traceback" not in answer.output
    assert (
        '"n": 9'
        in loaded(
            "query", "--cypher", "MATCH (n {map: $map}) WHERE n.id IS NOT NULL RETURN count(n) AS n", "--format", "json"
        ).output
    )


def test_an_unknown_query_offers_the_nearest(loaded) -> None:
    answer = loaded("query", "partner-of")
    assert answer.exit_code == 2
    assert "partners-of" in answer.output


def test_no_database_and_several_databases_are_told(run, tiny: Path) -> None:
    assert run("query", "overview").exit_code == 2
    run("load", tiny)
    run("load", tiny, "--map", "kedua")
    answer = run("query", "overview")
    assert answer.exit_code == 2
    assert "sysmap-out/kedua/graph" in answer.output
    assert "sysmap-out/tiny/graph" in answer.output


def test_every_query_is_listed(run) -> None:
    listed = run("queries", "--format", "json")
    assert {"who-works-on-what", "load-history"} <= {row["name"] for row in json.loads(listed.output)}
