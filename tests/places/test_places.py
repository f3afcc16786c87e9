import json

import pytest

from sysmap.build import write_file
from sysmap.places.kept import KEPT, place_nodes
from sysmap.rendering.facts import drawn_nodes
from sysmap.rendering.port import Look


@pytest.fixture
def people(node):
    return [node("Stakeholder", name) for name in "DCBA"]


@pytest.fixture
def ties(people, tie):
    return [tie("PARTNERS_WITH", people[at], people[at + 1]) for at in range(3)]


def test_drawn_goes_by_kind_then_name_and_leaves_assessments_to_the_panel(people, node, analysis_of):
    seen = drawn_nodes(analysis_of([*people, node("Problem", "a"), node("Assessment", "x")], []))
    assert seen == ("stakeholder:A", "stakeholder:B", "stakeholder:C", "stakeholder:D", "problem:a")


def test_a_node_keeps_its_place_when_others_come(tmp_path, people, ties, node, tie, *, analysis_of):
    first = place_nodes(analysis_of(people, ties), tmp_path)
    newcomer = node("Stakeholder", "E")
    second = place_nodes(analysis_of([*people, newcomer], [*ties, tie("PARTNERS_WITH", people[0], newcomer)]), tmp_path)
    assert {uid: second[uid] for uid in first} == first
    assert json.loads((tmp_path / KEPT).read_text(encoding="utf-8")).keys() == second.keys()


def test_another_map_is_laid_out_afresh(tmp_path, people, ties, node, analysis_of):
    place_nodes(analysis_of(people, ties), tmp_path)
    others = analysis_of([people[0], *(node("Stakeholder", f"other {at}") for at in range(9))], [])
    (tmp_path / "elsewhere").mkdir()
    assert place_nodes(others, tmp_path) == place_nodes(others, tmp_path / "elsewhere")


def test_a_spoilt_file_counts_as_none(tmp_path, people, ties, analysis_of):
    (tmp_path / KEPT).write_text('{"stakeholder:A": "here"}', encoding="utf-8")
    assert len(place_nodes(analysis_of(people, ties), tmp_path)) == 4


def test_building_twice_gives_the_same_bytes(tmp_path, people, ties, analysis_of):
    looks = [
        write_file(name, analysis_of(people, ties), Look(), tmp_path).read_bytes()
        for name in ("page", "gexf", "graphml")
        for _ in (1, 2)
    ]
    assert looks[0::2] == looks[1::2]


def test_the_order_of_rows_changes_nothing(tmp_path, people, ties, analysis_of):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = write_file("page", analysis_of(people, ties), Look(), tmp_path / "a").read_bytes()
    assert write_file("page", analysis_of(people[::-1], ties[::-1]), Look(), tmp_path / "b").read_bytes() == one
