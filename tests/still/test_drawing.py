"""The still picture.

It holds what the page holds, in its colours, keeps private what is private, and is XML whatever the names are.
"""

import re
import xml.etree.ElementTree as ET

import pytest

from sysmap.build import write_file
from sysmap.page.scene import build_scene
from sysmap.rendering.palette import DARK, LIGHT
from sysmap.rendering.port import Look
from sysmap.still.painting import bundle_ties, mix_colors, place_marks

SVG = "{http://www.w3.org/2000/svg}"
EVIL = [
    "</svg><script>alert(1)</script>",
    '"><image href="x" onload="alert(1)"/>',
    "]]>&amp;<!--",
    "a\x00\x08\x1b\ufffe\ud800b",
    "{y}{0}%s",
    "'\"`",
    "😀𠮷",
]


def drawn(analysis, folder, look=None):
    """The picture as a tree."""
    return ET.parse(write_file("drawing", analysis, look or Look(), folder)).getroot()


def titles(root):
    return [one.text for one in root.iter(f"{SVG}title")][1:]


def test_it_holds_each_node_once_and_each_tie(gunungkidul, tmp_path):
    root = drawn(gunungkidul, tmp_path)
    scene = build_scene(gunungkidul, Look(), tmp_path)
    assert sorted(titles(root)) == sorted(node["label"] for node in scene.nodes)
    paths = [
        one.get("d") for one in root.findall(f"{SVG}path") if one.get("fill") == "none" and "h" not in one.get("d")
    ]
    assert sum(path.count("M") for path in paths) == len(scene.ties) + len(scene.island["gaps"])


def test_nodes_stand_where_they_stand_on_the_page(gunungkidul, tmp_path):
    scene = build_scene(gunungkidul, Look(), tmp_path)
    discs = {
        one.find(f"{SVG}title").text: (float(one.get("cx")), float(one.get("cy")))
        for one in drawn(gunungkidul, tmp_path).iter(f"{SVG}circle")
        if one.find(f"{SVG}title") is not None
    }
    assert discs == {node["label"]: (node["x"], node["y"]) for node in scene.nodes if node["shape"] == "dot"}


def test_the_same_map_gives_the_same_bytes(gunungkidul, tmp_path):
    first = write_file("drawing", gunungkidul, Look(), tmp_path).read_bytes()
    assert write_file("drawing", gunungkidul, Look(), tmp_path).read_bytes() == first


@pytest.mark.parametrize(("theme", "colors"), [("system", LIGHT), ("light", LIGHT), ("dark", DARK)])
def test_it_is_dark_only_where_the_look_says_so(gunungkidul, tmp_path, theme, colors):
    assert drawn(gunungkidul, tmp_path, Look(theme=theme)).find(f"{SVG}rect").get("fill") == colors["canvas"]


@pytest.mark.parametrize(("language", "legend"), [("id", "Masalah publik"), ("en", "Public problem")])
def test_it_speaks_the_language_of_the_look(gunungkidul, tmp_path, language, legend):
    assert legend in [one.text for one in drawn(gunungkidul, tmp_path, Look(language=language)).iter(f"{SVG}text")]


def test_hostile_names_stay_text(node, tie, analysis_of, tmp_path):
    people = [node("Stakeholder", str(at), name=text) for at, text in enumerate(EVIL)]
    root = drawn(
        analysis_of(people, [tie("PARTNERS_WITH", people[0], one) for one in people[1:]], title="".join(EVIL)), tmp_path
    )
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "path",
        "g",
        "circle",
        "text",
    }
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]
    assert EVIL[0] in titles(root)
    assert len(titles(root)) == len(EVIL)


def test_a_part_is_drawn_alone(gunungkidul, tmp_path):
    some = frozenset(gunungkidul.nodes("Problem"))
    assert sorted(titles(drawn(gunungkidul, tmp_path, Look(part=some)))) == sorted(
        gunungkidul.name(uid) for uid in some
    )


@pytest.mark.parametrize("personal", [False, True])
def test_of_a_person_only_the_name_is_drawn(node, analysis_of, tmp_path, *, personal):
    people = [
        node("Stakeholder", "a", contact="secret person", email="secret@example.org", power=5),
        node("Stakeholder", "b"),
    ]
    file = write_file("drawing", analysis_of(people, []), Look(include_personal=personal), tmp_path)
    assert "secret" not in file.read_text(encoding="utf-8")


def test_an_empty_map_is_a_picture_too(analysis_of, tmp_path):
    root = drawn(analysis_of([], []), tmp_path)
    assert re.fullmatch(r"-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+", root.get("viewBox"))


def test_colours_are_those_the_legend_of_the_page_gives(gunungkidul, tmp_path):
    by_sector = build_scene(gunungkidul, Look(color_by="sector"), tmp_path)
    facet = next(one for one in by_sector.island["facets"] if one["key"] == "Stakeholder.sector")
    for mark, value in zip(place_marks(by_sector, LIGHT, 1.0), facet["of"], strict=True):
        assert mark.color == (LIGHT["other"] if value in (-1, facet["silent"]) else LIGHT[f"c{value + 1}"])
    by_degree = build_scene(gunungkidul, Look(color_by="degree", size_by="degree"), tmp_path)
    seen = place_marks(by_degree, LIGHT, 1.0)
    assert min(mark.radius for mark in seen) >= 6.5
    assert max(seen, key=lambda mark: mark.radius).color == LIGHT["strong"]


def test_signed_ties_have_the_colour_of_their_sign(node, tie, analysis_of, tmp_path):
    a, b = node("Factor", "a"), node("Factor", "b")
    scene = build_scene(
        analysis_of([a, b], [tie("INFLUENCES", a, b, polarity="+"), tie("INFLUENCES", b, a, polarity="-")]),
        Look(),
        tmp_path,
    )
    found = bundle_ties(scene, place_marks(scene, LIGHT, 1.0), LIGHT, 1.0)
    assert {one.color for one in found} == {LIGHT["plus"], LIGHT["minus"]}
    (one,), (other,) = (bundle.lines for bundle in found)
    assert one[:2] != other[2:4], "the way back lies beside the way there"


def test_a_mixture_ends_where_it_should():
    assert mix_colors("#102030", "#FFEEDD", 0) == "#102030"
    assert mix_colors("#102030", "#FFEEDD", 1) == "#FFEEDD"
