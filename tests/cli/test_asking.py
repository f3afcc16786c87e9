"""query and queries: by name, from standard input, ad hoc; never a write, never a file."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from sysmap.cli._language import speaking
from sysmap.cli._reading import NODE, node_called, read_analysis
from sysmap.errors import Ambiguous


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
    none = run("query", "overview")
    assert none.exit_code == 2
    assert "no database is called" in none.output
    run("load", tiny)
    run("load", tiny, "--map", "desa kedua")
    answer = run("query", "overview")
    assert answer.exit_code == 2
    assert answer.output == (
        "Error: there is more than one database under sysmap-out "
        "(add --db sysmap-out/desa-kedua/graph or --db sysmap-out/tiny/graph)\n"
    )


def test_several_maps_in_one_database_are_told_as_options_that_can_be_copied(run, tiny: Path) -> None:
    run("load", tiny, "--db", "one")
    run("load", tiny, "--db", "one", "--map", 'desa "A"')
    answer = run("gaps", "--db", "one")
    assert answer.exit_code == 2
    shown = r'--map "desa \"A\""'
    assert answer.output == f"Error: the database holds more than one map (add {shown} or --map tiny)\n"
    # A shell takes what is shown as the option that is meant.
    assert run("gaps", "--db", "one", *shlex.split(shown), "--format", "json").exit_code == 0
    assert run("gaps", "--db", "one", "--map", "tin").exit_code == 2


@pytest.fixture
def namesakes(run, tmp_path: Path):
    """A map in which two stakeholders share a name, two things an id, and two ids differ in case only."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name\nA,Dinas\nB,DINAS\nx,Media\nX,Desa\n", encoding="utf-8")
    (folder / "partnerships.csv").write_text("source,target\nA,B\n", encoding="utf-8")
    assert run("load", folder).exit_code == 0
    return run


def test_a_name_of_several_lists_the_uids_and_one_of_them_is_understood(namesakes) -> None:
    answer = namesakes("suggest", "--for", "dinas", "--lang", "en")
    assert answer.exit_code == 2
    assert answer.output == (
        "Error: there is more than one stakeholder called 'dinas' (write stakeholder:A or stakeholder:B)\n"
    )
    assert namesakes("suggest", "--for", "stakeholder:A").exit_code == 0
    told = namesakes("suggest", "--for", "dinas", "--lang", "id").output
    assert told.endswith("(tulis stakeholder:A atau stakeholder:B)\n")


@pytest.mark.usefixtures("namesakes")
def test_the_case_of_letters_decides_where_nothing_else_does() -> None:
    with speaking(()):  # the map's language is spoken from here on, and no longer afterwards
        analysis = read_analysis(None, None, None)
    meant = {
        text: node_called(analysis, text, analysis.nodes("Stakeholder"), NODE)
        for text in ("X", "x", "stakeholder:x", " stakeholder:X ", "a", "DINAS", "Dinas", "media")
    }
    assert [uid.partition(":")[2] for uid in meant.values()] == ["X", "x", "x", "X", "A", "B", "A", "x"]
    with pytest.raises(Ambiguous) as told:
        node_called(analysis, "STAKEHOLDER:X", analysis.nodes("Stakeholder"), NODE)
    assert told.value.choices == ("stakeholder:X", "stakeholder:x")


def test_every_query_is_listed(run) -> None:
    listed = run("queries", "--format", "json")
    assert {"who-works-on-what", "load-history"} <= {row["name"] for row in json.loads(listed.output)}
