"""What the island says equals what the analysis holds; what is private is not in it at all."""

import pytest

from sysmap.errors import UnknownName
from sysmap.findings.port import all_findings
from sysmap.measures.port import MEASURES, measure_values
from sysmap.messages import take_warnings
from sysmap.models.gaps.ranking import find_gaps
from sysmap.page.scene import build_scene
from sysmap.page.scene_findings import MOST_FINDINGS
from sysmap.records.learning_assessments import FEWEST
from sysmap.rendering.facts import LONGEST, Facts, clean_value
from sysmap.rendering.port import Look
from sysmap.still.drawing import draw_svg


@pytest.fixture
def scene(gunungkidul, tmp_path):
    return build_scene(gunungkidul, Look(), tmp_path)


def test_nodes_and_ties_are_those_of_the_graph(scene, gunungkidul):
    uids = Facts(gunungkidul, Look()).uids
    assert [node["label"] for node in scene.nodes] == [gunungkidul.name(uid) for uid in uids]
    graph = gunungkidul.graph.subgraph(uids)
    assert len(scene.ties) == graph.number_of_edges()
    pairs = sorted((uids[tie["from"]], uids[tie["to"]], scene.island["types"][tie["t"]]["type"]) for tie in scene.ties)
    assert pairs == sorted((source, target, type) for source, target, type in graph.edges(data="type"))


def test_measures_are_those_of_python(scene, gunungkidul):
    uids = Facts(gunungkidul, Look()).uids
    for measure in scene.island["measures"]:
        known = measure_values(gunungkidul, measure["name"])
        at = measure["at"]
        numbers = range(at[0], at[1] + 1) if len(at) == 2 != len(measure["values"]) else at
        assert {uids[number] for number in numbers} == set(known)
        for number, value in zip(numbers, measure["values"], strict=True):
            assert value == (None if known[uids[number]] is None else pytest.approx(known[uids[number]], rel=1e-8))
    numeric = {name for name, one in MEASURES.items() if one.level == "node"} - {"community", "micmac_role"}
    assert {measure["name"] for measure in scene.island["measures"]} == numeric


def test_facets_count_what_the_rows_say(scene, gunungkidul):
    sector = next(facet for facet in scene.island["facets"] if facet["key"] == "Stakeholder.sector")
    words = gunungkidul.vocabulary.node("Stakeholder").fields
    labels = {
        choice.value: choice.label.render("en") for field in words if field.name == "sector" for choice in field.choices
    }
    for at, (english, _) in enumerate(sector["values"]):
        rows = [
            uid
            for uid in gunungkidul.nodes("Stakeholder")
            if labels.get(gunungkidul.props(uid).get("sector"), "not stated") == english
        ]
        assert sector["of"].count(at) == len(rows)


def test_findings_and_gaps_are_those_of_python(scene, gunungkidul):
    known = all_findings(gunungkidul, personal=False)
    assert [one["title"] for one in scene.island["findings"]] == [
        [one.title.render("en"), one.title.render("id")] for one in known[:MOST_FINDINGS]
    ]
    assert len(scene.island["gaps"]) + scene.island["moreGaps"] == find_gaps(gunungkidul).count
    assert len(scene.island["gaps"]) <= 50
    assert len(scene.island["headlines"]) == 3


def test_personal_fields_are_not_in_the_data(tmp_path, node, tie, analysis_of):
    person = node("Stakeholder", "a", email="secret@example.org", phone="0812", power=4.5)
    partner = node("Stakeholder", "b")
    rated = tie("PARTNERS_WITH", person, partner, trust=3.25)
    analysis = analysis_of([person, partner], [rated])
    out = str(build_scene(analysis, Look(), tmp_path))
    assert not [word for word in ("secret@example.org", "0812", "4.5", "3.25") if word in out]
    assert "email" in out  # the note says what was left out
    inside = str(build_scene(analysis, Look(include_personal=True), tmp_path))
    assert all(word in inside for word in ("secret@example.org", "0812", "4.5", "3.25", "pass it on with care"))


def test_assessments_of_few_are_left_out_and_counted(tmp_path, node, tie, analysis_of):
    unit = node("Stakeholder", "unit")
    rows = [
        node(
            "Assessment",
            f"{n}",
            discipline="shared_vision",
            wave=n,
            score=n,
            respondents=FEWEST - 1 if n == 1 else FEWEST,
        )
        for n in (1, 2)
    ]
    rows.append(node("Assessment", "3", discipline="shared_vision", wave=3, score=3))  # of nobody knows how many
    analysis = analysis_of([unit, *rows], [tie("ASSESSES", row, unit) for row in rows])
    public, whole = (build_scene(analysis, Look(include_personal=personal), tmp_path) for personal in (False, True))
    assert public.island["learning"] == {}
    assert whole.island["learning"] == {"0": [[["shared vision", "visi bersama"], 2, 2, 5]]}
    for one in (public, whole):
        assert [note[0] for note in one.island["notes"] if "respondents" in note[0]] == [
            "2 assessments with fewer than 5 respondents were left out."
        ]


def test_huge_texts_are_cut_and_it_is_said(tmp_path, node, analysis_of):
    scene = build_scene(
        analysis_of([node("Stakeholder", "a", name="n" * 300_000, description="d" * 300_000)], []), Look(), tmp_path
    )
    assert len(str(scene.nodes)) < LONGEST * 2
    assert any("are cut" in note[0] for note in scene.island["notes"])


def test_clean_leaves_nothing_that_json_cannot_hold():
    assert clean_value([float("inf"), float("nan"), "\ud800", True, 2.0]) == [None, None, "?", True, 2]


def test_ties_that_are_over_are_not_drawn_and_it_is_said(tmp_path, node, tie, analysis_of):
    a, b = node("Stakeholder", "a"), node("Stakeholder", "b")
    scene = build_scene(analysis_of([a, b], [tie("PARTNERS_WITH", a, b, until="2020-01-01")]), Look(), tmp_path)
    assert scene.ties == []
    assert any("1 tie" in note[0] for note in scene.island["notes"])


def test_without_partnership_data_gaps_are_not_assessed(tmp_path, node, tie, analysis_of):
    a, b, p = node("Stakeholder", "a"), node("Stakeholder", "b"), node("Problem", "p")
    island = build_scene(
        analysis_of([a, b, p], [tie("WORKS_ON", a, p), tie("WORKS_ON", b, p)], files={}), Look(), tmp_path
    ).island
    assert (island["assessed"], island["gaps"]) == (False, [])
    assert "not_assessed" in {one["severity"] for one in island["findings"]}


def texts_of(island):
    """The texts of an island that stand for all.

    Those of the page, of kinds, types, facets, measures, findings and notes.
    """
    yield from island["words"].values()
    yield from (island["about"], island["day"], *island["notes"])
    yield from (
        one[key]
        for name in ("kinds", "types", "facets", "measures", "findings", "story")
        for one in island[name]
        for key in ("title",)
        if key in one
    )
    yield from (text for facet in island["facets"] for text in facet["values"])
    yield from (column["label"] for kind in island["kinds"] for column in kind["columns"])


@pytest.mark.parametrize(
    ("language", "languages"), [("id", ["en", "id"]), ("en", ["en", "id"]), ("xx", ["en", "id", "xx"])]
)
def test_every_text_is_there_in_the_languages_of_the_page(language, languages, tmp_path, node, *, tie, analysis_of):
    people = [node("Stakeholder", "a", sector="of our own", nickname="x"), node("Stakeholder", "b")]
    scene = build_scene(analysis_of(people, [tie("PARTNERS_WITH", *people)]), Look(language=language), tmp_path)
    assert scene.island["languages"] == languages
    assert {len(text) for text in texts_of(scene.island)} == {len(languages)}
    assert scene.choose(scene.island["words"]["search"]) == ("Cari di peta" if language == "id" else "Search the map")
    assert draw_svg(scene).count("<title") == 3
    take_warnings()  # there is no catalogue of xx: English stands in


def test_an_empty_map_is_a_map(tmp_path, analysis_of):
    scene = build_scene(analysis_of([], []), Look(), tmp_path)
    assert (scene.nodes, scene.ties) == ([], [])
    assert scene.island["about"][0].startswith("This map has no nodes")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("sector", "Stakeholder.sector"), ("Problem.status", "Problem.status"), ("degree", "degree"), ("label", "label")],
)
def test_a_look_names_what_to_color_by(tmp_path, node, analysis_of, wanted, found):
    assert (
        build_scene(analysis_of([node("Stakeholder", "a")], []), Look(color_by=wanted), tmp_path).island["colorBy"]
        == found
    )


@pytest.mark.parametrize("look", [Look(color_by="sektor"), Look(size_by="betweeness")])
def test_a_look_that_names_nothing_known_is_refused_with_the_nearest(tmp_path, node, analysis_of, look):
    with pytest.raises(UnknownName, match=r"did you mean (sector|betweenness)"):
        build_scene(analysis_of([node("Stakeholder", "a")], []), look, tmp_path)
