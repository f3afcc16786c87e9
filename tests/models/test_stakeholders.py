"""Openness, brokers, key players, salience, stance, influence and voice: by hand and by brute force."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.models.brokerage.brokers import find_brokers
from sysmap.models.brokerage.chance import known_groupings
from sysmap.models.brokerage.key_players import find_breaking_set, find_reaching_set
from sysmap.models.brokerage.openness import measure_openness
from sysmap.models.learning.voice import measure_voice
from sysmap.models.stakeholders_influence import add_indirect, measure_actors
from sysmap.models.stakeholders_salience import CLASSES, PLANS, QUADRANTS, group_by_plan, read_standings
from sysmap.models.stakeholders_stance import find_stances


def uids(*ids):
    return tuple(f"stakeholder:{id}" for id in ids)


def two_halls(mapped, *more, sizes=(8, 8), **settings):
    """Two groups, each all partners of each other, and one partnership between them."""
    people = [[f"{hall}{number}" for number in range(size)] for hall, size in zip("ab", sizes, strict=True)]
    return mapped(
        *(
            f"Stakeholder {name} sector={hall}"
            for hall, names in zip(("government", "business"), people, strict=True)
            for name in names
        ),
        *(f"{a} PARTNERS_WITH {b}" for names in people for a, b in itertools.combinations(names, 2)),
        "a0 PARTNERS_WITH b0",
        *more,
        **settings,
    )


def test_a_silo_is_told_from_a_small_group(mapped):
    found = measure_openness(two_halls(mapped), "sector")
    assert (found.ties, found.inside) == (57, 56)
    assert found.index == pytest.approx((1 - 56) / 57)
    assert found.expected == pytest.approx((64 - 56) / 120)  # 8 x 8 pairs across, 2 x 28 inside
    assert found.is_closed
    assert {silo.group for silo in found.silos} == {"government", "business"}
    lone = mapped(
        "Stakeholder a sector=media",
        *(f"Stakeholder {name} sector=community" for name in "bcd"),
        "a PARTNERS_WITH b",
        "a PARTNERS_WITH c",
        "b PARTNERS_WITH c",
        "c PARTNERS_WITH d",
    )
    small = measure_openness(lone, "sector")
    assert (small.is_closed, small.is_open, small.silos) == (False, False, ())


def test_one_group_or_no_tie_has_no_openness(mapped):
    assert (
        measure_openness(
            mapped("Stakeholder a sector=media", "Stakeholder b sector=media", "a PARTNERS_WITH b"), "sector"
        )
        is None
    )
    assert measure_openness(mapped("Stakeholder a sector=media", "Stakeholder b sector=business"), "sector") is None
    assert known_groupings(mapped("Stakeholder a")) == ("sector", "boundary")
    assert known_groupings(mapped("Stakeholder a", grouping="boundary")) == ("boundary",)


def test_brokers_in_the_worked_example(tiny):
    found = {(one.stakeholder, one.role): one for one in find_brokers(tiny("B PARTNERS_WITH C"), "sector")}
    assert set(found) == {("stakeholder:B", "gatekeeper/representative"), ("stakeholder:C", "liaison")}
    assert found["stakeholder:B", "gatekeeper/representative"].pairs == 1
    assert found["stakeholder:B", "gatekeeper/representative"].expected == pytest.approx(
        3 * 0.3**2 * 0.7
    )  # 1 mate x 3 strangers
    assert found["stakeholder:C", "liaison"].expected == pytest.approx(5 * 0.3**2 * 0.7)  # AD AE BD BE DE


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 999))
def test_roles_by_lot_are_the_mean_over_all_ways_to_deal_out_the_other_groups(mapped, seed):
    graph, labels = nx.gnp_random_graph(6, 0.5, seed=seed), ("x", "x", "x", "y", "y", "z")

    def analysed(dealt):
        return mapped(
            *(f"Stakeholder {node} sector={group}" for node, group in zip(graph, dealt, strict=True)),
            *(f"{a} PARTNERS_WITH {b}" for a, b in graph.edges),
        )

    ways = [find_brokers(analysed(("x", *rest)), "sector") for rest in set(itertools.permutations(labels[1:]))]
    for one in find_brokers(analysed(labels), "sector"):
        if one.stakeholder == "stakeholder:0":
            counts = [
                sum(other.pairs for other in found if (other.stakeholder, other.role) == (one.stakeholder, one.role))
                for found in ways
            ]
            assert one.by_lot == pytest.approx(np.mean(counts))


def test_the_one_between_two_circles_is_the_key_player(mapped):
    analysis = two_halls(mapped, sizes=(4, 4))
    assert find_breaking_set(analysis).members in (uids("a0"), uids("b0"))
    assert {*uids("a0", "b0")} & {*find_breaking_set(two_halls(mapped, sizes=(12, 12))).members}
    near = find_reaching_set(analysis)
    assert near.members == uids("a0")
    assert (near.after, near.within) == (pytest.approx((1 + 4 + 3 / 2) / 8), 5)


@settings(deadline=None, max_examples=30)
@given(st.integers(2, 12), st.integers(0, 999))
def test_one_key_player_is_the_best_of_all(networked, size, seed):
    graph = nx.gnp_random_graph(size, 0.3, seed=seed)
    analysis, near = (
        networked(graph),
        {
            node: sum(1 / max(1, far) for far in nx.single_source_shortest_path_length(graph, node).values())
            for node in graph
        },
    )
    found = find_reaching_set(analysis)
    if not graph.number_of_edges():
        assert found is find_breaking_set(analysis) is None
    else:
        assert found.after == pytest.approx(max(near.values()) / size)

        def broken(gone):
            rest = graph.subgraph(set(graph) - {gone})
            return (
                1 - sum(nx.harmonic_centrality(rest).values()) / (len(rest) * (len(rest) - 1)) if len(rest) > 1 else -1
            )

        worst = max(map(broken, graph))
        loss = find_breaking_set(analysis)
        if loss:
            assert loss.after <= worst + 1e-9
            assert loss.after > loss.before


def test_large_networks_are_sampled(networked):
    found = find_breaking_set(networked(nx.connected_watts_strogatz_graph(1100, 4, 0.05, seed=1)))
    assert (found.estimate.sources, found.estimate.of, found.estimate.seed) == (256, 1100, 42)
    assert 0 < found.estimate.errors[""] < 0.01
    assert len(found.members) == 3


def rated(*ratings):
    names = ("power", "interest", "legitimacy", "urgency")
    return [
        f"Stakeholder s{number} {' '.join(f'{name}={value}' for name, value in zip(names, row, strict=True) if value)}"
        for number, row in enumerate(ratings)
    ]


def test_every_class_and_quadrant(mapped):
    high, low = 4, 3
    lines = rated(
        *(
            (power, interest, legitimacy, urgency)
            for power, interest, legitimacy, urgency in itertools.product((high, low), repeat=4)
        )
    )
    found = read_standings(mapped(*lines))
    for one, (power, interest, legitimacy, urgency) in zip(
        sorted(found, key=lambda one: int(one.stakeholder.removeprefix("stakeholder:s"))),
        itertools.product((True, False), repeat=4),
        strict=True,
    ):
        assert one.salience == CLASSES[power, legitimacy, urgency]
        assert one.quadrant == QUADRANTS[power, interest]
    assert CLASSES[True, True, True] == "definitive"  # Mitchell, Agle & Wood 1997, figure 2
    assert (CLASSES[True, False, True], CLASSES[False, True, True], CLASSES[False, False, True]) == (
        "dangerous",
        "dependent",
        "demanding",
    )
    assert set(PLANS) == set(CLASSES.values()) | set(QUADRANTS.values())


def test_what_was_not_rated_has_no_class_and_the_threshold_is_a_setting(mapped):
    lines = rated((5, 5, 5, 0), (0, 5, 5, 5), (3, 3, 3, 3), (0, 0, 0, 0))
    found = read_standings(mapped(*lines))
    assert [(one.quadrant, one.salience) for one in found] == [
        ("manage closely", None),
        (None, None),
        ("monitor", "not salient"),
        (None, None),
    ]
    assert read_standings(mapped(*lines, salient=3))[2].salience == "definitive"
    assert list(group_by_plan(mapped(*lines))) == [("not salient", uids("s2")), ("manage closely", uids("s0"))]
    assert read_standings(mapped(*lines, files=("stakeholders.csv",)))[0].partners is None


def test_a_stance_has_two_sides_and_what_they_share(mapped):
    [found, other] = find_stances(
        mapped(
            *(f"Stakeholder {name}" for name in "abcde"),
            "Innovation i",
            "Innovation j",
            "Goal g",
            "Goal h",
            "Problem p",
            "a SUPPORTS i",
            "b SUPPORTS i",
            "c OPPOSES i",
            "e SUPPORTS i",
            "e OPPOSES i",
            "d SUPPORTS j",
            "a SHARES g",
            "c SHARES g",
            "c SHARES h",
            "b WORKS_ON p",
            "c WORKS_ON p",
            "a PARTNERS_WITH d",
            "c PARTNERS_WITH d",
            "a PARTNERS_WITH c",
        )
    )
    assert (found.about, found.supporters, found.opponents, found.torn) == (
        "innovation:i",
        uids("a", "b"),
        uids("c"),
        uids("e"),
    )
    assert (found.goals, found.problems, found.between) == (("goal:g",), ("problem:p",), uids("d"))
    assert (other.about, other.opponents, other.goals, other.between) == ("innovation:j", (), (), ())


def test_influence_goes_through_a_third_no_more_than_its_weaker_step(mapped):
    """MACTOR by hand: A -3-> B -2-> C and A -1-> C. MDII_AC = 1 + min(3, 2) = 3."""
    lines = (
        *(f"Stakeholder {name}" for name in "ABCD"),
        "A RELATES_TO B kind=influence weight=3",
        "B RELATES_TO C kind=influence weight=2",
        "A RELATES_TO C kind=influence",
        "D RELATES_TO A kind=advice weight=9",
    )
    found = measure_actors(mapped(*lines))
    assert [(one.stakeholder, one.influence, one.dependence, one.place) for one in found] == [
        ("stakeholder:A", 6, 0, "dominant"),
        ("stakeholder:B", 2, 3, "dependent"),
        ("stakeholder:C", 0, 5, "dependent"),
    ]
    assert measure_actors(mapped("Stakeholder A")) == ()


@given(st.integers(1, 6), st.integers(0, 999))
def test_indirect_influence_is_mactors_formula(size, seed):
    direct = np.random.default_rng(seed).integers(0, 5, (size, size))
    np.fill_diagonal(direct, 0)
    expected = [
        [direct[i, j] + sum(min(direct[i, k], direct[k, j]) for k in range(size)) for j in range(size)]
        for i in range(size)
    ]
    assert add_indirect(direct).tolist() == [[int(value) for value in row] for row in expected]


def test_a_voice_takes_a_partner_and_a_problem(tiny, mapped):
    found = measure_voice(tiny())
    assert (found.share, found.silent, found.alone, found.idle) == (0.8, uids("E"), uids("E"), uids("E"))
    assert next(iter(found.by_group.items())) == ("business", (0, 1))
    assert found.by_group["government"] == (2, 2)
    assert measure_voice(mapped("Problem p")) is None
