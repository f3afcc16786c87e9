"""What would be by lot: roles and congruence against all labellings and networks, and networks with two sides."""

from itertools import combinations, permutations
from math import comb

import networkx as nx
import numpy as np
import pytest

from sysmap.algorithms import adjust, brokerage_by_lot, brokerage_roles, count_ways, rewire
from sysmap.algorithms.lots import deal_labels
from sysmap.models.brokerage.chance import correct_for_chance, is_comparable
from sysmap.models.gaps.chance import compare_congruence
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.partners.parts import find_parts, is_part_of_by_name
from sysmap.models.partners.shape import find_cofunders, find_cosupporters, find_holdings, find_sides


def key(name: str) -> str:
    return f"stakeholder:{name}"


def test_all_ways_are_dealt_once_where_they_are_few_and_the_observed_one_is_first():
    rows = deal_labels([1, 0, 0, 1, 2])
    assert rows[0].tolist() == [1, 0, 0, 1, 2]
    assert {tuple(row) for row in rows.tolist()} == set(permutations([0, 0, 1, 1, 2]))
    assert len(rows) == count_ways([1, 0, 0, 1, 2]) == 30
    many = deal_labels([0, 1] * 20, seed=3)
    assert len(many) == 1000
    assert (many.sum(axis=1) == 20).all()
    assert (many == deal_labels([0, 1] * 20, seed=3)).all()


def test_correction_for_many_tests_is_that_of_benjamini_and_hochberg():
    shares = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    # Their step-up rule at 5 %: the largest k with p(k) <= k / n * 0.05, and all below it.
    largest = max(k for k, share in enumerate(shares, 1) if share <= k / len(shares) * 0.05)
    assert sum(share <= 0.05 for share in adjust(shares)) == largest == 2
    assert adjust(shares[::-1]) == adjust(shares)[::-1]


@pytest.mark.parametrize("seed", range(5))
def test_roles_by_lot_are_counted_over_all_labellings_in_which_the_broker_keeps_its_group(seed):
    graph, labels = nx.gnp_random_graph(7, 0.5, seed=seed), "xxxyyyz"
    groups = dict(zip(graph, labels, strict=True))
    exact, drawn = (brokerage_by_lot(graph, groups, list(graph), draws, seed=1) for draws in (999, 100))
    observed = brokerage_roles(graph, groups)
    for node in graph:
        ways = [dealt for dealt in set(permutations(labels)) if dealt[node] == labels[node]]
        counts = [brokerage_roles(graph, dict(zip(graph, dealt, strict=True)))[node] for dealt in ways]
        for role, pairs in observed[node].items():
            share = sum(count[role] >= pairs for count in counts) / len(ways)
            assert exact[node][role] == pytest.approx(share)
            assert drawn[node][role] == pytest.approx(share, abs=0.2)


def test_rewired_networks_keep_all_numbers_of_partners_and_are_equally_likely():
    path = np.array(list(nx.path_graph(5).edges))
    seen: dict[frozenset[frozenset[int]], int] = {}
    for ties in rewire(path, 5, 3000, 3, seed=1):
        assert np.bincount(ties.ravel()).tolist() == [1, 2, 2, 2, 1]
        network = frozenset(frozenset(tie) for tie in ties.tolist())
        assert len(network) == 4
        assert all(len(tie) == 2 for tie in network)
        seen[network] = seen.get(network, 0) + 1
    every = [
        ties
        for ties in combinations(list(combinations(range(5), 2)), 4)
        if np.bincount(np.array(ties).ravel(), minlength=5).tolist() == [1, 2, 2, 2, 1]
    ]
    assert len(seen) == len(every) == 7
    assert max(seen.values()) < 1.5 * min(seen.values())


def crews(mapped, *, inside: bool, size: int = 6):
    """Three crews, each on a problem of its own; ties inside crews only, or across only."""
    people = [[f"{crew}{number}" for number in range(size)] for crew in "abc"]
    lines = [f"Stakeholder {name}" for crew in people for name in crew]
    lines += [f"Problem {p}" for p in "pqr"]
    lines += [f"{name} WORKS_ON {p}" for crew, p in zip(people, "pqr", strict=True) for name in crew]
    for number, crew in enumerate(people):
        other = crew if inside else people[(number + 1) % 3]
        lines += [f"{name} PARTNERS_WITH {other[(place + 1) % size]}" for place, name in enumerate(crew)]
    return mapped(*lines)


def test_congruence_is_beside_that_of_partnerships_by_lot(mapped):
    together, apart = (compare_congruence(crews(mapped, inside=inside)) for inside in (True, False))
    assert together.congruence == find_gaps(crews(mapped, inside=True)).congruence == pytest.approx(18 / 45)
    # Every one of 18 has two partners of 17 others, 5 of whom it needs: 18 ties, each needed 5 times in 17.
    assert together.expected == pytest.approx(18 * 5 / 17 / 45, rel=0.05)
    assert (together.more, together.is_too_small) == (pytest.approx(0.001), False)
    assert (apart.congruence, apart.fewer <= 0.05, apart.more) == (0, True, 1)


def test_a_network_that_can_hardly_be_rewired_tells_nothing(mapped):
    lines = ("Stakeholder A", "Stakeholder B", "Problem p", "A WORKS_ON p", "B WORKS_ON p")
    assert compare_congruence(mapped(*lines)) is None
    assert compare_congruence(mapped(*lines, "A PARTNERS_WITH B")).is_too_small


@pytest.mark.parametrize(("seeds", "most"), [(range(30), 5), pytest.param(range(300), 25, marks=pytest.mark.whole)])
def test_congruence_of_ties_by_lot_is_seldom_told_apart_from_chance(mapped, seeds, most):
    """One in twenty would be; more than 5 of 30, or 25 of 300, would be met less than once in a hundred times."""
    assert 1 - sum(comb(300, k) * 0.05**k * 0.95 ** (300 - k) for k in range(26)) < 0.01
    told = []
    for seed in seeds:
        graph = nx.gnm_random_graph(14, 24, seed=seed)
        lots = np.random.default_rng(seed)
        lines = [f"Stakeholder {node}" for node in graph] + [f"Problem p{number}" for number in range(4)]
        lines += [f"{node} WORKS_ON p{lots.integers(4)}" for node in graph]
        found = compare_congruence(mapped(*lines, *(f"{a} PARTNERS_WITH {b}" for a, b in graph.edges)))
        if found and found.fewer <= 0.05:
            told.append(seed)
    assert len(told) <= most, told


def test_groups_that_can_be_dealt_in_few_ways_are_not_tested(mapped):
    four = mapped(*(f"Stakeholder {name} sector={name}" for name in "abc"), "a PARTNERS_WITH b", "b PARTNERS_WITH c")
    assert not is_comparable(four, "sector")
    assert correct_for_chance(four) == {}


def funders(mapped, *more: str, sectors: bool = True):
    few, many = "ABC", [f"g{number}" for number in range(9)]
    return mapped(
        *(f"Stakeholder {name}{' sector=business' if sectors else ''}" for name in few),
        *(f"Stakeholder {name}{' sector=community' if sectors else ''}" for name in many),
        *(f"A PARTNERS_WITH {name}" for name in many),
        *(f"B PARTNERS_WITH {name}" for name in many[:5]),
        *(f"C PARTNERS_WITH {name}" for name in many[4:7]),
        *more,
    )


def test_two_sides_are_seen_by_a_field_or_by_the_shape(mapped):
    by_field, by_shape = find_sides(funders(mapped)), find_sides(funders(mapped, sectors=False))
    assert (by_field.field, by_shape.field) == ("sector", "")
    assert by_field.few == by_shape.few == (key("A"), key("B"), key("C"))
    assert find_sides(funders(mapped, "g0 PARTNERS_WITH g1")) is None
    assert find_sides(mapped("Stakeholder a", "Stakeholder b", "a PARTNERS_WITH b")) is None
    # A tree has two sides whatever it stands for: that shows nothing.
    star = [f"x PARTNERS_WITH y{number}" for number in range(15)]
    assert find_sides(mapped("Stakeholder x", *(f"Stakeholder y{number}" for number in range(15)), *star)) is None


def test_what_one_holds_and_what_two_have_in_common(mapped):
    [held] = find_holdings(funders(mapped))
    assert (held.stakeholder, held.type, held.count, held.all) == (key("A"), "PARTNERS_WITH", 9, 17)
    shared = find_cosupporters(funders(mapped))
    assert [(one, other, len(things)) for one, other, things in shared] == [
        (key("A"), key("B"), 5),
        (key("A"), key("C"), 3),
        (key("B"), key("C"), 1),
    ]
    innovations = [f"i{number}" for number in range(12)]
    offices = mapped(
        *(f"Stakeholder {name}" for name in "AB"),
        *(f"Innovation {name}" for name in innovations),
        *(f"A LEADS {name}" for name in innovations),
        *(f"A FUNDS {name}" for name in innovations[:3]),
        *(f"B FUNDS {name}" for name in innovations[1:4]),
    )
    assert [(held.type, held.count, held.share) for held in find_holdings(offices)] == [("LEADS", 12, 1)]
    assert find_cofunders(offices) == ((key("A"), key("B"), ("innovation:i1", "innovation:i2")),)


def test_a_part_holds_the_name_of_its_whole(mapped):
    lines = [f"Stakeholder {name}" for name in ("a", "b", "c", "d")]
    names = {"a": "Bappeda", "b": "Bidang Riset BAPPEDA", "c": "Forum Bappedalitbang", "d": "Dinas Bidang"}
    analysis = mapped(*lines)
    joined = mapped(*lines, "b BELONGS_TO a")
    for one in (analysis, joined):
        for uid, name in names.items():
            one.whole.nodes[key(uid)]["name"] = name
    assert find_parts(analysis) == ((key("b"), key("a")),)
    assert is_part_of_by_name(analysis, key("a"), key("b"))
    assert not is_part_of_by_name(analysis, key("a"), key("c"))
    assert find_parts(joined) == ()
