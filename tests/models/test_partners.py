"""Coverage, crowds, the stranded and the single points of failure: by hand and by brute force."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.models.coverage import find_coverage
from sysmap.models.gaps.crowds import find_crowds
from sysmap.models.partners.isolation import Break, find_breaks, find_stranded, find_unpartnered


def test_the_worked_example_has_no_owner_one_unattended_and_one_alone(tiny):
    found = find_coverage(tiny())
    assert found.unowned == found.problems == ("problem:1", "problem:2", "problem:3", "problem:4")
    assert found.unattended == ("problem:4",)
    assert found.share == 0
    assert find_unpartnered(tiny()) == ("stakeholder:E",)
    assert find_stranded(tiny()) == {}


def test_orphans_are_told_apart_and_settled_problems_left_out(mapped):
    found = find_coverage(
        mapped(
            "Stakeholder A",
            "Problem grave severity=5",
            "Problem light severity=1",
            "Problem owned severity=2",
            "Problem old status=resolved",
            "Innovation tested stage=scaling",
            "Innovation new stage=idea",
            "Innovation gone stage=stopped",
            "A OWNS owned",
            "A WORKS_ON light",
            "tested ADDRESSES owned",
            "new ADDRESSES light",
            "gone ADDRESSES grave",
        )
    )
    assert found.problems == ("problem:grave", "problem:owned", "problem:light")
    assert found.unowned == ("problem:grave", "problem:light")
    assert found.unattended == found.unaddressed == ("problem:grave",)
    assert found.proven == ("problem:owned",)
    assert found.share == 2 / 8


def test_without_a_problem_there_is_no_share(mapped):
    assert find_coverage(mapped("Stakeholder A")).share is None


def test_the_stranded_are_needed_and_alone(tiny):
    analysis = tiny("E WORKS_ON 1")  # A and D are on 1 too, B on 2, which 1 depends on
    assert find_stranded(analysis) == {"stakeholder:E": 3}


def crowd(mapped, *ties, workers=20, **settings):
    people = [f"P{number:02}" for number in range(workers)]
    return find_crowds(
        mapped(
            *(f"Stakeholder {name}" for name in people),
            "Problem p",
            *(f"{name} WORKS_ON p" for name in people),
            *ties,
            **settings,
        )
    )


def test_a_crowd_is_convened_by_those_who_reach_it(mapped):
    star = [f"P00 PARTNERS_WITH P{number:02}" for number in range(1, 19)]
    [found] = crowd(mapped, *star)
    assert (found.problem, found.workers, found.pairs, found.tied) == ("problem:p", 20, 190, 18)
    assert found.convenors == ("stakeholder:P00",)
    assert found.reached == pytest.approx(19 / 20)


def test_nobody_convenes_who_has_fewer_than_two_partners(mapped):
    pairs = [f"P{number:02} PARTNERS_WITH P{number + 1:02}" for number in range(0, 20, 2)]
    for ties in ((), pairs):
        [found] = crowd(mapped, *ties)
        assert (found.convenors, found.reached, found.partners) == ((), 0, 0)


def test_who_has_most_partners_among_them_convenes_first(mapped):
    # P19 reaches six in one step. P00 reaches three others, out of touch with those.
    ties = [
        *(f"P19 PARTNERS_WITH P{number:02}" for number in range(13, 19)),
        *(f"P00 PARTNERS_WITH P{number:02}" for number in (1, 2, 3)),
    ]
    [found] = crowd(mapped, *ties)
    assert found.convenors == ("stakeholder:P19", "stakeholder:P00")
    assert (found.partners, found.reached) == (11, pytest.approx(11 / 20))


def test_few_workers_or_many_ties_make_no_crowd(mapped):
    assert crowd(mapped, workers=19) == ()
    assert len(crowd(mapped, workers=5, crowded=5)) == 1
    assert crowd(mapped, *(f"P00 PARTNERS_WITH P{number:02}" for number in range(1, 20))) == ()  # 19 of 190 are a tenth
    house = [f"P{number:02} BELONGS_TO P00" for number in range(1, 20)]
    assert crowd(mapped, *house) == ()  # one house: no pair needs a partnership


@settings(deadline=None)
@given(st.integers(1, 10), st.data())
def test_what_is_cut_off_by_brute_force(networked, size, data):
    graph = nx.gnp_random_graph(size, data.draw(st.sampled_from([0.1, 0.2, 0.4])), seed=data.draw(st.integers(0, 999)))
    expected = {}
    for node in graph:
        rest = graph.subgraph(nx.node_connected_component(graph, node) - {node})
        parts = [len(part) for part in nx.connected_components(rest)]
        if len(parts) > 1:
            expected[f"stakeholder:{node}"] = sum(parts) - max(parts)
    found = find_breaks(networked(graph))
    assert {one.stakeholder: one.cut_off for one in found} == expected
    assert list(found) == sorted(found, key=lambda one: (-one.cut_off, one.stakeholder))


def test_the_centre_of_a_star_cuts_all_but_one(networked):
    assert find_breaks(networked(nx.star_graph(4))) == (Break("stakeholder:0", 3),)
