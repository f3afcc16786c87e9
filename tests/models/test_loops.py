"""Loops against LOOPY's own diagrams, against brute force on small signed digraphs, and by hand."""

import itertools
import math
import random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.algorithms import find_loops, independent_loops, signed_links
from sysmap.measures.port import measure_values
from sysmap.models.causes.loops import describe_loop, find_leverage_points, list_loops, trend
from sysmap.models.causes.what_if import run_what_if
from sysmap.records.causes_holders import find_holders
from sysmap.records.causes_map import causal_map

# Nicky Case's LOOPY (CC0): the links of three of its own diagrams.
LOOPY = {
    "automation": (
        "automation+loss automation+profits profits+automation loss+frustration frustration+unrest profits+tax",
        "R",
    ),
    "depression": (
        "doing+good doing+mistakes mistakes-anxiety anxiety+fear fear-doing demotivation-doing depression+demotivation good-depression",
        "RR",
    ),
    "rabbits": ("foxes-rabbits rabbits+foxes", "B"),
}


def signed(text):
    """`a+b b-a` as signed links; `a?b` is one of unknown sign."""
    links = nx.DiGraph()
    for link in text.split():
        [mark] = [one for one in "+-?" if one in link]
        links.add_edge(*link.split(mark), sign={"+": 1, "-": -1, "?": None}[mark])
    return links


def polarities(found):
    return "".join(sorted(loop.polarity for loop in found))


@pytest.mark.parametrize("name", list(LOOPY))
def test_the_diagrams_of_loopy(name):
    text, wanted = LOOPY[name]
    assert polarities(find_loops(signed(text)).loops) == wanted
    assert polarities(independent_loops(signed(text)).loops) == wanted


def test_the_worked_example():
    found = find_loops(signed("x+y y+x y+z z-x"))
    assert [(loop.nodes, loop.polarity) for loop in found.loops] == [(("x", "y"), "R"), (("x", "y", "z"), "B")]
    assert (found.truncated, found.complete) == (False, 3)


def brute(links):
    """Every ordering of every subset of nodes that begins with its smallest, where each link is there.

    The sign of each.
    """
    found = {}
    for size in range(1, len(links) + 1):
        for nodes in itertools.permutations(sorted(links), size):
            pairs = list(zip(nodes, nodes[1:] + nodes[:1], strict=True))
            if nodes[0] == min(nodes) and all(links.has_edge(*pair) for pair in pairs):
                found[nodes] = "R" if math.prod(links.edges[pair]["sign"] for pair in pairs) > 0 else "B"
    return found


def test_polarity_by_brute_force_on_signed_digraphs_of_four_nodes():
    """3^12 of them: none, plus or minus on each of twelve links; a sample of 3,000, with self-loops now and then."""
    chance = random.Random(4)
    pairs = list(itertools.permutations("abcd", 2))
    for _ in range(3_000):
        links = nx.DiGraph()
        links.add_nodes_from("abcd")
        links.add_edges_from(
            (*pair, {"sign": sign}) for pair in [*pairs, ("a", "a")] if (sign := chance.choice((0, 1, -1)))
        )
        assert {loop.nodes: loop.polarity for loop in find_loops(links).loops} == brute(links)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30))
def test_the_same_loops_as_networkx_and_as_many_independent_ones_as_there_must_be(pairs):
    links = nx.DiGraph((f"n{a}", f"n{b}", {"sign": 1}) for a, b in pairs)
    found = find_loops(links, 5)
    assert {frozenset(zip(loop.nodes, loop.nodes[1:] + loop.nodes[:1], strict=True)) for loop in found.loops} == {
        frozenset(nx.utils.pairwise(loop, cyclic=True)) for loop in nx.simple_cycles(links, 5)
    }
    assert [len(loop.nodes) for loop in found.loops] == sorted(len(loop.nodes) for loop in found.loops)
    parts = [links.subgraph(part) for part in nx.strongly_connected_components(links)]
    assert len(independent_loops(links).loops) == sum(part.number_of_edges() - len(part) + 1 for part in parts)


def dense():
    chance = random.Random(60)
    links = nx.DiGraph()
    while links.number_of_edges() < 400:
        links.add_edge(*chance.sample([f"n{number:02}" for number in range(60)], 2), sign=chance.choice((1, -1)))
    return links


def test_a_dense_diagram_is_cut_and_says_so_and_its_independent_set_is_whole():
    links = dense()
    found = find_loops(links)
    assert found.truncated
    assert 0 < found.complete < 8  # more than 10,000 have at most 8 links
    assert found.loops == find_loops(links, found.complete, most=10**6).loops
    assert find_loops(links) == found
    assert len(links) == 60
    assert nx.is_strongly_connected(links)
    assert len(independent_loops(links).loops) == 400 - 60 + 1


def test_when_the_steps_are_used_up_whole_lengths_are_kept():
    links = dense()
    for steps in (0, 1_000, 100_000):
        found = find_loops(links, 8, 10**9, steps=steps)
        assert found.truncated
        assert found.complete < 8
        assert found.loops == find_loops(links, found.complete, 10**9, 10**9).loops


def test_loops_of_any_length_are_found():
    """A ring of 300 nodes: one loop, which a search by length would look for 300 times."""
    ring = nx.DiGraph((f"n{at:03}", f"n{(at + 1) % 300:03}", {"sign": 1}) for at in range(300))
    found = find_loops(ring)
    assert ([len(loop.nodes) for loop in found.loops], found.truncated) == ([300], False)


@pytest.mark.parametrize("steps", [20_000_000, 0, 1_000, 56_000, 70_000])
def test_an_independent_set_that_was_cut_says_up_to_which_length_it_is_whole(steps):
    """2 x 460 steps for each of sixty nodes, then as many for a candidate as it has links."""
    links = dense()
    whole = independent_loops(links)
    assert (whole.truncated, len(whole.loops)) == (False, 400 - 60 + 1)
    found = independent_loops(links, steps)
    assert found.truncated == (steps < 20_000_000)
    assert set(found.loops) <= set(whole.loops)
    assert {loop for loop in found.loops if len(loop.nodes) <= found.complete} == {
        loop for loop in whole.loops if len(loop.nodes) <= found.complete
    }
    assert (found.complete > 0) == (steps > 2 * 460 * 60)


def test_a_cut_component_does_not_touch_the_smaller_ones_before_it(mapped):
    pair = ("Factor x", "Factor y", "x INFLUENCES y polarity=+", "y INFLUENCES x polarity=+")
    ring = (
        *(f"Factor {name}" for name in "abc"),
        "a INFLUENCES b polarity=+",
        "b INFLUENCES c polarity=+",
        "c INFLUENCES a polarity=+",
    )
    found = independent_loops(
        signed_links(mapped(*pair, *ring).causal), 30
    )  # 2 x 8 + 2 for the pair, 2 x 18 for the ring
    assert ([loop.nodes for loop in found.loops], found.complete) == ([("factor:x", "factor:y")], 0)


def test_who_disagrees_makes_a_sign_unknown_unless_there_is_a_common_link(mapped):
    factors = ("Factor x", "Factor y")
    views = (
        "x INFLUENCES y polarity=+ held_by=a strength=0.2 key=1",
        "x INFLUENCES y polarity=- held_by=b strength=0.6 delay=long key=2",
    )
    link = signed_links(mapped(*factors, *views).causal).edges["factor:x", "factor:y"]
    assert (link["sign"], link["strength"], link["delay"], len(link["ties"])) == (None, pytest.approx(0.4), "long", 2)
    common = signed_links(mapped(*factors, *views, "x INFLUENCES y polarity=+ key=3").causal).edges[
        "factor:x", "factor:y"
    ]
    assert (common["sign"], common["strength"], common["delay"]) == (1, None, "none")


def test_a_groups_map_is_the_common_one_with_its_own_links_in_the_place_of_theirs(mapped):
    analysis = mapped(
        "Stakeholder hotels",
        "Factor x",
        "Factor y",
        "Factor z",
        "x INFLUENCES y polarity=+",
        "y INFLUENCES x polarity=+",
        "x INFLUENCES y polarity=- held_by=hotels key=1",
        "x INFLUENCES y polarity=+ held_by=Farmers key=2",
        "y INFLUENCES z polarity=+ held_by=FARMERS",
        "z INFLUENCES y polarity=- held_by=hotels",
    )
    assert dict(find_holders(analysis)) == {"FARMERS": {"FARMERS", "Farmers"}, "stakeholder:hotels": {"hotels"}}
    seen = {
        holder: {f"{a[-1]}{b[-1]}": link["sign"] for a, b, link in causal_map(analysis, holder).edges(data=True)}
        for holder in (None, *find_holders(analysis))
    }
    assert seen == {
        None: {"xy": 1, "yx": 1, "yz": 1, "zy": -1},
        "FARMERS": {"xy": 1, "yx": 1, "yz": 1},
        "stakeholder:hotels": {"xy": -1, "yx": 1, "zy": -1},
    }
    assert polarities(list_loops(analysis).loops) == "BR"
    assert polarities(list_loops(analysis, holder="stakeholder:hotels").loops) == "B"
    [push] = run_what_if(analysis, [{"factor:x": 1.0}], holder="stakeholder:hotels").scenarios
    assert {one.uid: one.sign for one in push.effects} == {"factor:y": -1, "factor:z": 0}


def test_a_loop_in_words_with_delay_strength_and_ties(mapped):
    analysis = mapped(
        "Problem drought",
        "Factor trucks",
        "Factor repair",
        "drought INFLUENCES trucks polarity=+ strength=0.5 delay=short",
        "trucks INFLUENCES repair polarity=-",
        "repair INFLUENCES drought polarity=- strength=0.5",
    )
    [loop] = list_loops(analysis).loops
    assert loop.nodes == ("factor:repair", "problem:drought", "factor:trucks")
    assert (loop.polarity, loop.delayed, loop.strength) == ("R", 1, pytest.approx(0.25))
    assert trend(loop) == {"factor:repair": 1, "problem:drought": -1, "factor:trucks": -1}
    said = describe_loop(analysis, loop, 1)
    assert (
        said.render("en")
        == "Reinforcing (R): drought rises → trucks rises → repair falls → so drought rises further. Effects that come late: 1."
    )
    assert (
        said.render("id")
        == "Penguat (R): drought naik → trucks naik → repair turun → maka drought makin naik. Akibat yang datang terlambat: 1."
    )


def test_an_unknown_sign_is_never_guessed(mapped):
    analysis = mapped("Factor x", "Factor y", "x INFLUENCES y polarity=?", "y INFLUENCES x polarity=+")
    [loop] = list_loops(analysis).loops
    assert loop.polarity == "?"
    assert (
        describe_loop(analysis, loop).render("en")
        == "Unknown (?): x rises → y changes, nobody knows which way → and back to x."
    )


def test_loops_of_each_node_and_where_most_meet(mapped):
    analysis = mapped(
        "Factor x",
        "Factor y",
        "Factor z",
        "Factor apart",
        "x INFLUENCES y polarity=+",
        "y INFLUENCES x polarity=+",
        "y INFLUENCES z polarity=+",
        "z INFLUENCES x polarity=-",
    )
    wanted = {"loops_through": [0, 2, 2, 1], "reinforcing_loops": [0, 1, 1, 0], "balancing_loops": [0, 1, 1, 1]}
    for name, counts in wanted.items():
        assert dict(measure_values(analysis, name)) == dict(
            zip(("factor:apart", "factor:x", "factor:y", "factor:z"), counts, strict=True)
        )
    assert find_leverage_points(analysis) == ("factor:x", "factor:y")
    assert find_leverage_points(mapped("Factor x")) == ()


def test_an_independent_loop_longer_than_the_list_is_listed_after_it(mapped):
    analysis = mapped(
        *(f"Factor {name}" for name in "abc"),
        "a INFLUENCES b polarity=+",
        "b INFLUENCES c polarity=+",
        "c INFLUENCES a polarity=+",
    )
    made = list_loops(analysis, 2)
    assert (made.loops, len(made.through()), len(made.through("factor:b")), made.through("factor:z")) == ((), 1, 1, ())
