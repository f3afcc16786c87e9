"""The causal view's data.

Every map's arrows and loops as Python has them, boxes that do not overlap and stay where they were.
"""

from itertools import combinations

import networkx as nx
import pytest

from sysmap.models.causes.archetypes import find_archetypes
from sysmap.models.causes.leverage import SCORES, score_levers
from sysmap.models.causes.loops import list_loops
from sysmap.page.views.causes import KEPT, MOST_LOOPS, causal
from sysmap.places.bends import bend_links, count_crossings, count_passed_boxes
from sysmap.places.causes_layout import lay_out_boxes
from sysmap.records.causes_holders import find_holders
from sysmap.records.causes_map import causal_map
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


@pytest.fixture(scope="module")
def told(gunungkidul, tmp_path_factory):
    return causal(Facts(gunungkidul, Look(), tmp_path_factory.mktemp("told")))


def grown(rows, at):
    less, more = rows[at]
    return more if at == 0 else [*(set(rows[0][1]) - set(less)), *more]


def test_every_map_has_the_arrows_that_python_merged(gunungkidul, told):
    facts = Facts(gunungkidul, Look())
    rows = [one["links"] for one in told["maps"]]
    for at, holder in enumerate([None, *find_holders(gunungkidul)]):
        links = causal_map(gunungkidul, holder)
        drawn = {
            (told["boxes"][a][0], told["boxes"][b][0], sign, strength)
            for a, b, sign, _, strength, _ in (told["links"][one] for one in grown(rows, at))
        }
        assert drawn == {
            (facts.index[a], facts.index[b], link["sign"] or 0, link["strength"])
            for a, b, link in links.edges(data=True)
        }
    assert told["idle"] == sum(
        not any(
            uid in one and one.degree(uid)
            for one in (causal_map(gunungkidul, holder) for holder in [None, *find_holders(gunungkidul)])
        )
        for uid in causal_map(gunungkidul)
    )


def test_every_map_has_its_loops(gunungkidul, told):
    facts = Facts(gunungkidul, Look())
    rows = [one["loops"] for one in told["listed"]]
    for at, holder in enumerate([None, *find_holders(gunungkidul)]):
        made = list_loops(gunungkidul, holder=holder)
        said = {
            (*told["loops"][one][:3], tuple(told["boxes"][box][0] for box in told["loops"][one][4]))
            for one in grown(rows, at)
        }
        assert said == {
            (loop.polarity, int(loop in made.independent), loop.delayed, tuple(facts.index[uid] for uid in loop.nodes))
            for loop in made.through()
        }


def overlaps(boxes):
    return [
        (a, b)
        for a, b in combinations(boxes, 2)
        if abs(a[1] - b[1]) < (a[3] + b[3]) / 2 and abs(a[2] - b[2]) < (a[4] + b[4]) / 2
    ]


def test_no_box_lies_on_another_and_few_arrows_cross(told):
    assert overlaps(told["boxes"]) == []
    edges, places = [link[:2] for link in told["links"]], [box[1:3] for box in told["boxes"]]
    bow, sizes = [link[5] for link in told["links"]], [box[3:5] for box in told["boxes"]]
    spring = nx.spring_layout(nx.Graph(edges), scale=500, seed=1)  # what networkx would give
    plain = [tuple(spring[at]) for at in range(len(places))]
    assert count_crossings(edges, places, bow) < count_crossings(edges, plain, bow)
    assert count_passed_boxes(edges, places, sizes, bow) < count_passed_boxes(edges, plain, sizes, bow) / 2


def test_boxes_stay_where_readers_found_them(gunungkidul, tmp_path):
    first = causal(Facts(gunungkidul, Look(), tmp_path))
    assert (tmp_path / KEPT).is_file()
    assert causal(Facts(gunungkidul, Look(), tmp_path))["boxes"] == first["boxes"]
    assert causal(Facts(gunungkidul, Look()))["boxes"] == first["boxes"]  # seeded


def test_a_new_box_finds_room_beside_its_neighbour_and_the_others_stay():
    links = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "d")])
    sizes = dict.fromkeys("abcde", (100.0, 40.0))
    kept = {"a": (0.0, 0.0), "b": (150.0, 0.0), "c": (300.0, 0.0), "d": (450.0, 0.0)}
    links.add_edge("e", "b")
    found = lay_out_boxes(links, sizes, kept)
    assert {uid: found[uid] for uid in kept} == pytest.approx(
        {uid: pytest.approx(at, abs=3) for uid, at in kept.items()}
    )
    assert overlaps([(0, *found[uid], *sizes[uid]) for uid in found]) == []
    assert abs(found["e"][0] - 150) < 200


def test_an_arrow_bows_round_a_box_that_is_in_its_way():
    places, sizes = [(0, 0), (400, 0), (200, 0)], [(60, 30), (60, 30), (60, 30)]
    [bend] = bend_links([(0, 1)], places, sizes)
    assert count_passed_boxes([(0, 1)], places, sizes, [0.0]) == 1
    assert count_passed_boxes([(0, 1)], places, sizes, [bend]) == 0


def test_the_arrows_to_and_fro_between_two_boxes_do_not_lie_on_each_other(told):
    bow = {tuple(link[:2]): link[5] for link in told["links"]}
    pairs = [(bow[pair], bow[pair[::-1]]) for pair in bow if pair[::-1] in bow and pair[0] < pair[1]]
    assert len(pairs) > 3
    assert all(
        abs(there + back) > 0.1 for there, back in pairs
    )  # each bows to its own left: the sum is how far they stand apart


def test_innovations_stand_on_the_left_and_goals_on_the_right_where_they_can(told, gunungkidul):
    kind = [gunungkidul.props(uid)["label"] for uid in Facts(gunungkidul, Look()).uids]
    pairs = [(told["boxes"][a], told["boxes"][b]) for a, b, *_ in told["links"]]
    ahead = [a[1] < b[1] for a, b in pairs if kind[a[0]] == "Innovation" or kind[b[0]] == "Goal"]
    assert sum(ahead) > len(ahead) / 2
    found = lay_out_boxes(
        nx.DiGraph([("i", "p"), ("p", "g")]),
        dict.fromkeys("gip", (80, 30)),
        {},
        first=frozenset("i"),
        last=frozenset("g"),
    )
    assert found["i"][0] < found["p"][0] < found["g"][0]


def test_a_map_without_causes_has_no_causal_view(analysis_of, node):
    assert causal(Facts(analysis_of([node("Problem", "p"), node("Factor", "f")], []), Look())) is None


def test_levers_have_the_ranks_and_roles_of_the_four_scores(told, gunungkidul):
    made, index = score_levers(gunungkidul), Facts(gunungkidul, Look()).index
    rows = [(told["boxes"][box][0], *rest) for box, *rest in told["levers"]["rows"]]
    assert rows == [
        (index[lever.uid], impact.role, *lever.ranks.values())
        for lever, impact in zip(made.levers, made.impacts, strict=True)
    ]
    scores = list(SCORES.values())
    agreed = {(scores[one], scores[other]): tau for one, other, tau in told["levers"]["agree"]}
    assert agreed == {(SCORES[one.one], SCORES[one.other]): one.tau for one in made.agreements}


def test_stories_light_the_links_that_they_are_made_of(told, gunungkidul):
    index = Facts(gunungkidul, Look()).index
    ends = {uid: (index[a], index[b]) for a, b, uid in gunungkidul.causal.edges(keys=True)}
    for story, one in zip(told["stories"]["found"], find_archetypes(gunungkidul).found, strict=True):
        assert (story["headline"], story["remedy"]) == (
            [one.headline.render("en"), one.headline.render("id")],
            [one.remedy.render("en"), one.remedy.render("id")],
        )
        assert [told["boxes"][box][0] for box in story["boxes"]] == [index[uid] for uid in one.nodes]
        lit = {tuple(told["boxes"][end][0] for end in told["links"][at][:2]) for at in story["arrows"]}
        assert lit == {ends[uid] for uid in one.ties}


def test_many_loops_are_cut_and_counted(mapped):
    names = "abcdefg"
    links = [f"{a} INFLUENCES {b} polarity=+" for a in names for b in names if a != b]
    dense = mapped(*(f"Factor {name}" for name in names), *links)
    made = list_loops(dense)
    told = causal(Facts(dense, Look()))
    assert len(told["loops"]) == MOST_LOOPS
    assert told["listed"][0]["more"] == len(made.through()) - MOST_LOOPS > 0


def test_very_many_boxes_have_room_too():
    links = nx.relabel_nodes(nx.gnm_random_graph(400, 900, seed=2, directed=True), str)
    sizes = dict.fromkeys(links, (140.0, 59.0))
    found = lay_out_boxes(links, sizes, {})
    assert overlaps([(0, *found[uid], *sizes[uid]) for uid in found]) == []
