"""A look from a file, a map without what must stay in the house, and a part of a map.

What is left out is in no file that is made.
"""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from sysmap.build import renderers, write_file
from sysmap.errors import DataError, UnknownName
from sysmap.page.looks import choose_nodes, nodes_around, read_look
from sysmap.rendering.port import Look
from sysmap.vocabulary import VOCABULARY

LINES = (
    "Stakeholder a sector=media description=hush",
    "Stakeholder b sector=business",
    "Stakeholder c",
    "Problem p severity=4",
    "Problem q",
    "Factor whisper",
    "a PARTNERS_WITH b",
    "a WORKS_ON p",
    "b WORKS_ON p",
    "c WORKS_ON q",
    "whisper INFLUENCES p polarity=+",
    "p DEPENDS_ON q",
)


def island(path: Path) -> dict:
    return json.loads(re.search(r'id="sysmap-data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL).group(1))


def test_a_look_file_says_all_that_a_look_may_say(tmp_path):
    file = tmp_path / "look.toml"
    file.write_text(
        'title = "T"\nlanguage = "en"\ntheme = "dark"\nsize_by = "degree"\nviews = ["matrix", "map"]\nleave_out = ["Factor", "Stakeholder.description"]\n'
        "include_personal = false\n[colors]\nProblem = 7\n",
        "utf-8",
    )
    look = Look(**read_look(file, VOCABULARY))
    assert look == Look(
        title="T",
        language="en",
        theme="dark",
        size_by="degree",
        views=("matrix", "map"),
        leave_out=("Factor", "Stakeholder.description"),
        colors={"Problem": 7},
    )


@pytest.mark.parametrize(
    ("line", "problem", "remedy"),
    [
        ('titel = "x"', "titel is not a known key", "did you mean title?"),
        ('theme = "drak"', 'theme is "drak"', "choose system, light or dark"),
        ("title = 3", "title is 3, not a text", "with the text in quotes"),
        ('views = ["mtrix"]', 'views holds "mtrix", which is not known', "did you mean matrix?"),
        ("views = 3", "views is 3, not a list of texts", 'write views = ["...", "..."]'),
        ('views = "matrix"', "views is a single text", 'write views = ["matrix"]'),
        ('leave_out = ["Stakeholder.powr"]', 'leave_out holds "Stakeholder.powr"', "Stakeholder.power"),
        ("include_personal = 1", "include_personal is 1", "true or false"),
        ("colors = 3", "colors is 3, not a table", "[colors]"),
        ("colors = {Problm = 1}", "[colors] Problm is not a kind of node", "did you mean Problem?"),
        ("colors = {Problem = 9}", "[colors] Problem is 9", "from 1 to 8"),
        ("= x", "this line cannot be read", 'key = "value"'),
        ("title = Air", "the text Air stands without quotes", 'write "Air"'),
        ("a = " + "[" * 2000, "one inside the other", "brackets"),
        ("a = 1" + "0" * 5000, "100 digits", "shorter"),
    ],
)
def test_every_fault_of_a_look_file_says_what_to_do(tmp_path, line, problem, remedy):
    file = tmp_path / "look.toml"
    file.write_text(f"# a look\n{line}\n", "utf-8")
    with pytest.raises(DataError) as told:
        read_look(file, VOCABULARY)
    (fault,) = told.value.faults
    assert (fault.file, fault.line) == (str(file), 2)
    assert problem in str(fault.problem)
    assert remedy in str(fault.remedy)


def test_all_faults_of_a_look_file_are_told_at_once_each_at_its_line(tmp_path):
    file = tmp_path / "look.toml"
    file.write_bytes(
        b'\xef\xbb\xbftheme = "drak"\r\nviews = [\r\n  "map",\r\n  "mtrix", "tabel"]\r\n[colors]\r\nProblm = 9\r\nProblem = 0\r\n'
    )
    with pytest.raises(DataError) as told:
        read_look(file, VOCABULARY)
    assert [(fault.line, fault.column) for fault in told.value.faults] == [
        (1, 1),
        (4, 3),
        (4, 12),
        (6, 1),
        (6, 1),
        (7, 1),
    ]


def test_a_look_file_in_another_encoding_is_a_fault_with_its_line(tmp_path):
    file = tmp_path / "look.toml"
    file.write_bytes('theme = "dark"\ntitle = "Médecins"\n'.encode("cp1252"))
    with pytest.raises(DataError) as told:
        read_look(file, VOCABULARY)
    (fault,) = told.value.faults
    assert (fault.line, str(fault.problem)) == (2, "the file is not UTF-8: byte 0xe9 means nothing there")


def test_a_look_file_that_is_not_there_is_a_fault(tmp_path):
    with pytest.raises(DataError):
        read_look(tmp_path / "nowhere.toml", VOCABULARY)


def test_what_is_left_out_is_in_no_file(mapped, tmp_path):
    """By construction: the kinds, ties and fields are gone before anything is computed."""
    look = Look(leave_out=("Factor", "PARTNERS_WITH", "Stakeholder.description"))
    for name in renderers():
        text = write_file(name, mapped(*LINES), look, tmp_path).read_bytes()
        assert b"hush" not in text, name
        assert b"whisper" not in text, name
    told = island(tmp_path / "map.html")
    assert told["gaps"] == []
    assert told["assessed"] is False
    assert told["notes"][0][0].startswith("Left out before anything was computed: Factor, PARTNERS_WITH")


def test_nothing_left_out_is_the_same_analysis(mapped):
    analysis = mapped(*LINES)
    assert analysis.without(()) is analysis


def test_a_part_is_drawn_with_the_numbers_of_the_whole(mapped, tmp_path):
    analysis = mapped(*LINES)
    part = choose_nodes(analysis, ["Stakeholder", "sector=media,business"])
    assert part == {"stakeholder:a", "stakeholder:b"}
    whole, some = (island(write_file("page", analysis, look, tmp_path)) for look in (Look(), Look(part=part)))
    assert [node["label"] for node in some["nodes"]] == ["a", "b"]
    assert len(some["ties"]) == 1
    values = {told["name"]: told["values"] for told in some["measures"]}
    assert {
        told["name"]: told["values"][:2] for told in whole["measures"] if told["name"] in values and told["at"][0] == 0
    } == {
        name: found
        for name, found in values.items()
        if name in {told["name"] for told in whole["measures"] if told["at"][0] == 0}
    }
    assert some["notes"][0][0].startswith("This page shows a part of the map, 2 of 6 things.")


def test_every_file_of_a_part_can_be_made(gunungkidul, tmp_path):
    """Each view and file meets nodes that are named by findings and models but not drawn."""
    for only in (["Stakeholder"], ["Problem,Factor,Innovation"], ["sector=community"], ["Goal"]):
        for name in renderers():
            if not renderers()[name].filename.endswith(".parquet"):
                write_file(
                    name,
                    gunungkidul,
                    replace(Look(), part=choose_nodes(gunungkidul, only), include_personal=True),
                    tmp_path,
                )


def test_a_field_asks_only_those_who_have_it(mapped):
    assert choose_nodes(mapped(*LINES), ["sector=media"]) == {
        "stakeholder:a",
        "problem:p",
        "problem:q",
        "factor:whisper",
    }
    assert choose_nodes(mapped(*LINES), ["Problem.severity=4", "Problem"]) == {"problem:p"}


def test_a_core_can_be_asked_for(mapped):
    """By hand: a triangle with a tail; the 2-core is the triangle."""
    lines = [f"Stakeholder {one}" for one in "abct"] + [
        "a PARTNERS_WITH b",
        "b PARTNERS_WITH c",
        "a PARTNERS_WITH c",
        "c PARTNERS_WITH t",
        "Problem p",
    ]
    assert choose_nodes(mapped(*lines), ["core_number>=2"]) == {f"stakeholder:{one}" for one in "abc"}


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("core_nmber>=2", "core_number"),
        ("core_number>=two", "core_number>=2"),
        ("Stakholder", "Stakeholder"),
        ("sectr=media", "sector"),
        ("sector=medai", "media"),
    ],
)
def test_what_is_not_on_the_map_is_said_with_the_nearest(mapped, text, nearest):
    with pytest.raises(UnknownName) as told:
        choose_nodes(mapped(*LINES), [text])
    assert nearest in str(told.value)


def test_around_takes_ties_in_both_directions(mapped):
    assert nodes_around(mapped(*LINES), ["problem:p"], 0) == {"problem:p"}
    assert nodes_around(mapped(*LINES), ["problem:p"], 1) == {
        "problem:p",
        "problem:q",
        "factor:whisper",
        "stakeholder:a",
        "stakeholder:b",
    }
