"""GraphML and GEXF, read back by networkx: nothing lost, nothing run, nothing private."""

import networkx as nx
import pytest

from sysmap.build import write_file
from sysmap.files.graph_files import flat
from sysmap.places.kept import place_nodes
from sysmap.rendering.port import Look

READ = {"graphml": lambda path: nx.read_graphml(path, force_multigraph=True), "gexf": nx.read_gexf}
HOSTILE = '</node><script>alert(1)</script>"&\u2028'


@pytest.mark.parametrize("name", READ)
def test_the_shipped_case_comes_back(name, gunungkidul, tmp_path):
    back = READ[name](write_file(name, gunungkidul, Look(include_personal=True), tmp_path))
    few = {uid for uid, people in gunungkidul.graph.nodes(data="respondents") if people is not None and people < 5}
    assert set(back) == set(gunungkidul.graph) - few
    assert len(few) == 5
    assert back.number_of_edges() == gunungkidul.graph.number_of_edges() - len(few)  # each is tied to its unit
    for uid, props in gunungkidul.graph.nodes(data=True):
        if uid in few:
            continue
        assert back.nodes[uid]["kind_of_node"] == props["label"]
        assert back.nodes[uid]["label"] == gunungkidul.name(uid)


@pytest.mark.parametrize("name", READ)
def test_lists_are_joined_and_hostile_text_stays_text(name, tmp_path, node, tie, analysis_of):
    bad = node("Stakeholder", "x:/#1", name=HOSTILE + "\x00\x0b", offers=["data", HOSTILE], **{"<b>": "=1+1"})
    good = node("Problem", "p", severity=3, note="text")
    other = node("Problem", "q", note=4)
    back = READ[name](
        write_file(name, analysis_of([bad, good, other], [tie("WORKS_ON", bad, good, role=HOSTILE)]), Look(), tmp_path)
    )
    found = back.nodes[bad.uid]
    assert found["label"] == HOSTILE
    assert found["offers"] == f"data | {HOSTILE}"
    assert found["<b>"] == "=1+1"
    assert back.nodes[good.uid]["severity"] == 3
    assert (back.nodes[good.uid]["note"], back.nodes[other.uid]["note"]) == ("text", "4")
    assert next(tie for *_, tie in back.edges(data=True))["role"] == HOSTILE


@pytest.mark.parametrize("name", READ)
def test_it_reads_as_what_networkx_writes_of_the_same(name, gunungkidul, tmp_path):
    """networkx's own writers as the other program; it numbers GEXF's edges, which have their uids with us."""
    found, graph = flat(gunungkidul, Look()), nx.MultiDiGraph()
    graph.add_nodes_from(found.nodes)
    graph.add_edges_from((source, target, uid, props) for uid, source, target, props in found.ties)
    getattr(nx, f"write_{name}")(graph, tmp_path / "theirs")
    ours, theirs = READ[name](write_file(name, gunungkidul, Look(), tmp_path)), READ[name](tmp_path / "theirs")
    for read in (ours, theirs):
        for *_, told in (*read.nodes(data=True), *read.edges(data=True)):
            for own in ("viz", "id"):
                told.pop(own, None)
    assert dict(ours.nodes(data=True)) == dict(theirs.nodes(data=True))
    edges = [sorted(read.edges(keys=True, data=True), key=lambda tie: tie[2]) for read in (ours, theirs)]
    assert edges[0] == edges[1]


def test_every_type_comes_back_and_is_one_a_column(tmp_path, node, tie, analysis_of):
    a, b = (
        node("Problem", "a", x=1, yes=True, half=0.5, mixed=1),
        node("Problem", "b", x=2.5, yes=False, mixed="m", lines="one\r\ntwo\tthree"),
    )
    both = analysis_of([a, b], [tie("INFLUENCES", a, b, weight=2), tie("INFLUENCES", b, a, weight=1.5)])
    for name, read in READ.items():
        back = read(write_file(name, both, Look(), tmp_path))
        assert [back.nodes[a.uid][key] for key in ("x", "yes", "half", "mixed")] == [1.0, True, 0.5, "1"]
        assert back.nodes[b.uid]["lines"] == "one\r\ntwo\tthree"
        assert back.nodes[b.uid]["yes"] is False
        assert sorted(weight for *_, weight in back.edges(data="weight")) == [1.5, 2.0]


def test_gexf_has_the_places_and_colors_of_the_page(gunungkidul, tmp_path):
    path = write_file("gexf", gunungkidul, Look(), tmp_path)
    found = place_nodes(gunungkidul, tmp_path)
    back = nx.read_gexf(path)
    for uid, (x, y) in found.items():
        position = back.nodes[uid]["viz"]["position"]
        assert (position["x"], -position["y"]) == (x, y)
    assert back.nodes[next(iter(found))]["viz"]["color"]["r"] == 0x00


def test_personal_fields_and_small_assessments_stay_out(node, tie, analysis_of):
    person = node("Stakeholder", "a", email="a@example.org", power=5)
    few, enough = (node("Assessment", str(n), respondents=n, score=2.0) for n in (4, 5))
    analysis = analysis_of([person, few, enough], [tie("ASSESSES", one, person) for one in (few, enough)])
    public, whole = (dict(flat(analysis, look).nodes) for look in (Look(), Look(include_personal=True)))
    assert set(public) == {person.uid, enough.uid}
    assert not {"email", "power"} & public[person.uid].keys()
    assert "score" not in public[enough.uid]
    assert (whole[person.uid]["email"], whole[enough.uid]["score"]) == ("a@example.org", 2)
    assert few.uid not in whole
