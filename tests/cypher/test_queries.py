"""The shipped queries keep the contract; a file that does not says where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sysmap.cypher.guard import check_read_only
from sysmap.cypher.lint import portability
from sysmap.cypher.queries import Param, all_queries, bind, find_query, parameters_of
from sysmap.errors import DataError, QueryRefused, UnknownName
from sysmap.messages import UserText
from sysmap.resources import shipped
from sysmap.tables.settings import Settings

GOOD = """// title: T
// judul: J
// about: A: with a colon
// tentang: B
// param top: integer = 5 -- how many | berapa
// param who: text -- one | satu
// returns: id, name

MATCH (n:Stakeholder {map: $map}) WHERE n.id = $who RETURN n.id AS id, n.name AS name ORDER BY id LIMIT $top
"""

THE_TWELVE = {
    "who-works-on-what",
    "partners-of",
    "gaps-shared-problem",
    "gaps-linked-problem",
    "orphan-problems",
    "coverage-by-severity",
    "innovations-by-stage",
    "bridges-between-sectors",
    "shortest-path",
    "stakeholders-by-boundary",
    "ties-by-year",
    "load-history",
}


def test_what_a_data_team_asks_first_is_there() -> None:
    assert set(all_queries()) >= THE_TWELVE
    assert len(all_queries()) == len(list((shipped("cypher") / "queries").iterdir())) >= 14


@pytest.mark.parametrize("name", all_queries())
def test_each_is_read_only_portable_ordered_and_of_one_map(name: str) -> None:
    query = find_query(name)
    check_read_only(query.text)
    assert portability(query.text) == ()
    assert "ORDER BY" in query.text[query.text.rindex("RETURN") :]
    assert "$map" in query.text
    assert all(column.isidentifier() for column in query.returns)
    assert query.title.render("en") != query.title.render("id")
    assert query.about.render("en").endswith(".")
    assert query.about.render("id").endswith(".")


def test_a_file_dropped_in_is_the_whole_act(tmp_path: Path) -> None:
    (tmp_path / "mine.cypher").write_text(GOOD, encoding="utf-8")
    query = all_queries(tmp_path)["mine"]
    assert query.about == UserText({"en": "A: with a colon", "id": "B"})
    assert query.params == (
        Param("top", "integer", "5", UserText({"en": "how many", "id": "berapa"})),
        Param("who", "text", None, UserText({"en": "one", "id": "satu"})),
    )
    assert query.returns == ("id", "name")
    assert query.text.startswith("MATCH")


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("// title: T\n", "", "bad.cypher: ", "no title"),
        ("// judul: J", "// judul:", "bad.cypher:2: ", "not understood"),
        ("// about", "// abuot", "bad.cypher:3: ", "not understood"),
        ("// judul: J", "// title: again\n// judul: J", "bad.cypher:2: ", "once"),
        ("integer = 5", "int = 5", "bad.cypher:5: ", "types: text"),
        ("integer = 5", "integer = five", "bad.cypher:5: ", "no parameter"),
        ("-- how many | berapa", "", "bad.cypher:5: ", "no parameter"),
        ("param top", "param map", "bad.cypher:5: ", "no parameter"),
        ("$who", "'x'", "bad.cypher: ", "$who is not used"),
        ("{map: $map}", "", "bad.cypher: ", "$map is not used"),
        ("LIMIT $top", "LIMIT $top + $more", "bad.cypher: ", "$more is not declared"),
        ("// returns", "// param top: integer -- a | b\n// returns", "bad.cypher: ", "twice"),
    ],
)
def test_a_fault_in_a_header_names_file_and_line(tmp_path: Path, old: str, new: str, place: str, words: str) -> None:
    assert old in GOOD
    (tmp_path / "bad.cypher").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as error:
        all_queries(tmp_path)
    assert any(place in str(fault) and words in str(fault) for fault in error.value.faults), error.value.faults


def test_parameters_are_typed_and_defaults_filled() -> None:
    query, said = find_query("gaps-shared-problem"), parameters_of(Settings())
    of_map = {name: said[name] for name in ("works", "carries", "settled_problems", "dead_stages")}
    assert bind(query, {"top": "3", "as_of": "2024-02-29"}) == {**of_map, "as_of": "2024-02-29", "top": 3}
    assert bind(query, {}) == {**of_map, "as_of": date.today().isoformat(), "top": 50}  # noqa: DTZ011
    assert Param("x", "number", None, UserText({"en": "a", "id": "b"})).read("0.5") == 0.5


def test_what_the_map_says_is_a_default_and_no_more() -> None:
    """A day and settings of the map stand where nobody says otherwise; a list is written with commas."""
    of_map = {**parameters_of(Settings(works=("OWNS",), salient=5)), "as_of": "2020-01-31"}
    query = find_query("orphan-problems")
    assert bind(query, {}, of_map)["works"] == ["OWNS"]
    assert bind(query, {}, of_map)["as_of"] == "2020-01-31"
    assert bind(query, {"works": "WORKS_ON, OWNS"}, of_map)["works"] == ["WORKS_ON", "OWNS"]
    assert bind(find_query("innovations-at-risk"), {}, of_map)["power"] == 5


def test_all_that_read_a_day_or_a_setting_are_given_it() -> None:
    """No query has a day, a kind of work, a settled status or a dead stage of its own."""
    for query in all_queries().values():
        assert {"map"} == {
            param.default for param in query.params if param.name in ("as_of", *parameters_of(Settings()))
        } | {"map"}
        assert "resolved" not in query.text
        assert "WORKS_ON" not in query.text
        if ".since" in query.text:
            assert "$as_of" in query.text or "as_of" in query.text, query.name


@pytest.mark.parametrize(
    ("given", "kind", "words"),
    [
        ({}, QueryRefused, "needs stakeholder"),
        ({"stakeholder": "A", "stakeholders": "B"}, UnknownName, "did you mean stakeholder"),
        ({"stakeholder": "A", "map": "other"}, UnknownName, "'map'"),
    ],
)
def test_what_is_missing_or_unknown_is_refused(given: dict[str, str], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        bind(find_query("partners-of"), given)


@pytest.mark.parametrize("given", [{"top": "many"}, {"as_of": "yesterday"}, {"as_of": "2024-02-30"}])
def test_a_value_of_another_type_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(QueryRefused, match="is no"):
        bind(find_query("gaps-shared-problem"), given)


def test_an_unknown_query_offers_the_nearest() -> None:
    with pytest.raises(UnknownName, match="did you mean orphan-problems"):
        find_query("orphan-problem")
