"""Archetypes by hand in the shape of Senge 1990 (appendix 2), each near miss, and the search against brute force."""

import itertools
import random
from dataclasses import replace
from math import prod

import networkx as nx
import pytest

from sysmap.algorithms import ARCHETYPES, Template, Way, find_patterns
from sysmap.algorithms.archetypes import (
    ESCALATION,
    FIXES_THAT_FAIL,
    LIMITS_TO_GROWTH,
    SUCCESS_TO_THE_SUCCESSFUL,
    TRAGEDY_OF_THE_COMMONS,
)
from sysmap.algorithms.loops import DELAYS

pytestmark = pytest.mark.no_cover  # brute force, which tracing makes twice as slow; other tests reach these lines

BY_NAME = {template.name: template for template in ARCHETYPES}


def signed(text):
    """`a+b b-~a` as signed links; `~` marks a short delay, `=` a long one, `a?b` a link of unknown sign."""
    links = nx.DiGraph()
    for link in text.split():
        [mark] = [sign for sign in "+-?" if sign in link]
        source, target = link.split(mark)
        links.add_edge(
            source,
            target.strip("~="),
            sign={"+": 1, "-": -1, "?": None}[mark],
            delay={"~": "short", "=": "long"}.get(target[0], "none"),
        )
    return links


# Drawn after Senge 1990, appendix 2, with the variables of his own examples shortened; the last of each is what makes a
# near miss.
SHAPES = {
    "fixes_that_fail": ("squeak+oil oil-squeak oil+rust rust+=squeak", {"problem": "squeak", "fix": "oil"}),
    "shifting_the_burden": (
        "stress+drink drink-stress stress+balance balance-=stress drink-health health+balance",
        {"symptom": "stress", "quick_fix": "drink", "solution": "balance"},
    ),
    "limits_to_growth": ("orders+sales sales+orders orders+backlog backlog-orders", {"growth": "orders"}),
    "success_to_the_successful": (
        "bias+a_means a_means+a a+bias bias-b_means b_means+b b-bias",
        {"share": "bias", "winner": "a", "loser": "b"},
    ),
    "tragedy_of_the_commons": (
        "herd+milk milk+herd flock+wool wool+flock herd+grazing flock+grazing grazing-=pasture pasture+milk pasture+wool",
        {"user": "herd", "gain": "milk", "other_user": "flock", "other_gain": "wool"},
    ),
    "escalation": (
        "our_arms+lead lead-threat threat+our_arms lead+their_threat their_threat+their_arms their_arms-lead",
        {"one": "our_arms", "standing": "lead", "other": "their_arms"},
    ),
    "eroding_goals": (
        "goal+gap gap+pressure pressure-goal gap+action action+=quality quality-gap",
        {"goal": "goal", "gap": "gap", "condition": "quality"},
    ),
    "growth_and_underinvestment": (
        "demand+effort effort+demand demand-service service+demand service-need need+investment investment+=capacity capacity+service",
        {"growth": "demand", "performance": "service"},
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_found_once_with_its_roles(name):
    text, roles = SHAPES[name]
    result = find_patterns(signed(text), BY_NAME[name])
    [match] = result.matches
    assert {role: match.roles[role] for role in roles} == roles
    assert match.links == set(signed(text).edges)
    assert not result.truncated


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_not_found_with_a_wrong_sign_a_missing_link_or_an_unknown_sign(name):
    links = signed(SHAPES[name][0])
    for edge in list(links.edges):
        for change in ({"sign": -links.edges[edge]["sign"]}, {"sign": None}, None):
            other = links.copy()
            if change is None:
                other.remove_edge(*edge)
            else:
                other.edges[edge].update(change)
            assert find_patterns(other, BY_NAME[name]).matches == (), (edge, change)


@pytest.mark.parametrize("name", [template.name for template in ARCHETYPES if template.needs_delays])
def test_it_is_not_found_where_nothing_comes_late(name):
    assert find_patterns(signed(SHAPES[name][0].replace("=", "")), BY_NAME[name]).matches == ()


def test_the_side_effect_must_be_slower_than_the_relief():
    for relief, count in (("oil-squeak", 1), ("oil-~squeak", 1), ("oil-=squeak", 0)):
        assert (
            len(find_patterns(signed(f"squeak+oil {relief} oil+rust rust+=squeak"), FIXES_THAT_FAIL).matches) == count
        )


def test_the_delay_tells_eroding_goals_from_an_escalation():
    text = SHAPES["eroding_goals"][0]
    assert [name for name in ("eroding_goals", "escalation") if find_patterns(signed(text), BY_NAME[name]).matches] == [
        "eroding_goals"
    ]
    assert [
        name
        for name in ("eroding_goals", "escalation")
        if find_patterns(signed(text.replace("=", "")), BY_NAME[name]).matches
    ] == ["escalation"]


def test_a_role_may_be_worded_the_other_way_round_where_only_circles_count():
    fixed = signed("calm-oil oil+calm oil+rust rust-=calm")
    assert len(find_patterns(fixed, FIXES_THAT_FAIL).matches) == 1
    assert len(find_patterns(signed("lead-our our-lead lead+their their-lead"), ESCALATION).matches) == 0


def test_two_roles_may_be_one_node():
    [match] = find_patterns(signed("a+x x+a b+y y+b a+water b+water water-=a water-=b"), TRAGEDY_OF_THE_COMMONS).matches
    assert match.roles == {
        "gain": "a",
        "user": "a",
        "use": "water",
        "scarcity": "water",
        "other_gain": "b",
        "other_user": "b",
    }


def test_intermediate_nodes_are_reported_and_ways_have_a_limit():
    links = signed("p+f f-p f+a a+b b+c c+=p")
    [match] = find_patterns(links, FIXES_THAT_FAIL).matches
    assert match.between(2) == ("a", "b", "c")
    assert find_patterns(links, FIXES_THAT_FAIL, longest=3).matches == ()
    assert find_patterns(links, FIXES_THAT_FAIL, largest=5).matches == ()


def dense():
    chance = random.Random(60)
    links = nx.DiGraph()
    while links.number_of_edges() < 400:
        links.add_edge(
            *chance.sample([f"n{number:02}" for number in range(60)], 2),
            sign=chance.choice((1, -1)),
            delay=chance.choice(DELAYS),
        )
    return links


@pytest.mark.parametrize("template", ARCHETYPES, ids=lambda template: template.name)
def test_a_dense_diagram_is_truncated_but_complete_for_short_matches(template):
    links = dense()
    result = find_patterns(links, template, steps=100_000)
    assert result.truncated
    assert len(result.matches) <= 1_000
    assert find_patterns(links, template, steps=100_000) == result
    short = [match for match in result.matches if len(match.links) <= result.complete]
    assert short == list(find_patterns(links, template, largest=result.complete, most=10**6, steps=10**9).matches)


def simple_paths(links, source, target, longest):
    """The simple paths from node to node, or circles, by networkx; from a node to itself the empty one too."""
    if source != target:
        return [tuple(path) for path in nx.all_simple_paths(links, source, target, cutoff=longest)]
    return [
        (source,),
        *(
            (source, *path)
            for after in links[source]
            if after != source
            for path in nx.all_simple_paths(links, after, source, cutoff=longest - 1)
        ),
    ]


def satisfies_template(links, template, paths):
    """Whether the ways meet only at roles, and signs and delays are as the template demands.

    Signs by trying every wording of every role.
    """
    roles = sorted({role for way in template.ways for role in (way.source, way.target)})
    inner = [node for path in paths for node in path[1:-1]]
    ends = {node for path in paths for node in (path[0], path[-1])}
    if len(inner) != len(set(inner)) or set(inner) & ends:
        return False
    signs = [prod(links.edges[pair]["sign"] for pair in itertools.pairwise(path)) for path in paths]
    slow_delay, fast_delay = (
        max(
            [
                DELAYS.index(links.edges[pair]["delay"])
                for number in numbers
                for pair in itertools.pairwise(paths[number])
            ],
            default=0,
        )
        for numbers in (template.slow, template.fast)
    )
    if template.slow and not (slow_delay == fast_delay if template.equal_delays else slow_delay > fast_delay):
        return False
    wordings = itertools.product((1, -1), repeat=len(roles)) if template.invertible else [(1,) * len(roles)]
    return any(
        all(
            sign == way.sign * wording[way.source] * wording[way.target]
            for sign, way in zip(signs, template.ways, strict=True)
        )
        for wording in (dict(zip(roles, numbers, strict=True)) for numbers in wordings)
    )


def links_of_all_matches(links, template, longest):
    """The sets of links of all matches: every node for every role, every path for every way."""
    roles = list(dict.fromkeys(role for way in template.ways for role in (way.source, way.target)))
    may_coincide = {frozenset((way.source, way.target)) for way in template.ways if way.least == 0}
    paths_of = {pair: simple_paths(links, *pair, longest) for pair in itertools.product(links, repeat=2)}
    link_sets = set()
    for nodes in itertools.product(sorted(links), repeat=len(roles)):
        node_of = dict(zip(roles, nodes, strict=True))
        if any(
            node_of[a] == node_of[b] and frozenset((a, b)) not in may_coincide
            for a, b in itertools.combinations(roles, 2)
        ):
            continue
        choices = [
            [
                path
                for path in paths_of[node_of[way.source], node_of[way.target]]
                if way.least < len(path) <= (way.most or longest) + 1
            ]
            for way in template.ways
        ]
        for paths in itertools.product(*choices):
            if satisfies_template(links, template, paths):
                link_sets.add(frozenset(pair for path in paths for pair in itertools.pairwise(path)))
    return link_sets


@pytest.mark.parametrize("template", ARCHETYPES, ids=lambda template: template.name)
def test_as_many_as_by_brute_force(template):
    """Random signed, delayed digraphs of 5 nodes (the commons, which are rare, with some planted).

    That there is something to find is seen too.
    """
    chance = random.Random(5)
    commons = template is TRAGEDY_OF_THE_COMMONS
    count = 0
    for _ in range(12):
        links = signed("a+c c+a b+d d+b a+e b+e e-=a e-=b") if commons else nx.DiGraph()
        links.add_nodes_from("abcde")
        links.add_edges_from(
            (*pair, {"sign": chance.choice((1, -1)), "delay": chance.choice(DELAYS)})
            for pair in itertools.product("abcde", repeat=2)
            if chance.random() < (0.15 if commons else 0.55)
        )
        expected = links_of_all_matches(links, template, 2)
        assert {match.links for match in find_patterns(links, template, longest=2).matches} == expected
        count += len(expected)
    assert count


def test_a_circle_may_not_be_its_own_two_ways():
    assert find_patterns(signed("x+y y+x"), LIMITS_TO_GROWTH).matches == ()
    assert find_patterns(signed("x+y y+x x-x"), replace(LIMITS_TO_GROWTH, name="other")).matches == ()


def test_symmetric_matches_count_once():
    twins = Template("twins", (Way("it", "it", 1, 2), Way("it", "it", 1, 2)))
    assert len(find_patterns(signed("x+y y+x x+z z+x x+w w+x"), twins).matches) == 3  # pairs of three circles
    assert len(find_patterns(signed("s+w w+s s-l l-s"), SUCCESS_TO_THE_SUCCESSFUL).matches) == 1
