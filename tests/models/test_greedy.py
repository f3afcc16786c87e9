"""The greedy search of the closing set, tie by tie: each is the first of the best, by trying all."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.models.partners.closing import build_symmetric, choose_greedily, find_closing_set, keep_telling

SIZE = 7
PAIRS = list(combinations(range(SIZE), 2))


def matrix(pairs):
    return build_symmetric([s for s, _ in pairs], [t for _, t in pairs], SIZE)


def within(ties, steps):
    """The distances up to so many steps, as networkx counts them."""
    graph = nx.Graph(list(ties))
    graph.add_nodes_from(range(SIZE))
    return dict(nx.all_pairs_shortest_path_length(graph, steps))


@pytest.mark.parametrize("steps", [1, 2, 3, 4])
@settings(max_examples=40)
@given(st.sets(st.sampled_from(PAIRS), max_size=8), st.sets(st.sampled_from(PAIRS), max_size=12))
def test_each_tie_is_the_first_of_those_that_serve_most(steps, ties, wanted):
    tied = set(ties)
    left = {(s, t) for s, t in wanted if t not in within(tied, steps)[s]}
    for u, v, closes in choose_greedily(matrix(sorted(ties)), matrix(sorted(wanted)), steps):
        near = within(tied, steps)
        # A tie u-v serves s-t where s is i and t is j steps from its ends and i + j < steps, either way round; both
        # ways count twice.
        served = {
            pair: sum(
                near[s].get(pair[0], steps) + near[t].get(pair[1], steps) < steps
                for one, other in left
                for s, t in ((one, other), (other, one))
            )
            for pair in PAIRS
        }
        assert (u, v) == max(PAIRS, key=lambda pair: (served[pair], -pair[0], -pair[1]))
        tied.add((u, v))
        still = {(s, t) for s, t in left if t not in within(tied, steps)[s]}
        assert closes == len(left) - len(still)
        left = still
    assert not left


@settings(max_examples=80)
@given(
    st.sets(st.sampled_from(PAIRS), max_size=8),
    st.sets(st.sampled_from(PAIRS), max_size=12),
    st.integers(1, 3),
    st.integers(1, 4),
)
def test_what_a_kept_tie_closes_is_counted_beside_the_kept_ones(ties, wanted, steps, least):
    tied, open_pairs = matrix(sorted(ties)), matrix(sorted(p for p in wanted if p[1] not in within(ties, steps)[p[0]]))
    chosen = list(choose_greedily(tied, open_pairs, steps))
    made, left = set(ties), {(s, t) for s, t in wanted if t not in within(ties, steps)[s]}
    for s, t, closes in keep_telling(chosen, tied, open_pairs, steps, least):
        made.add((s, t))
        still = {(u, v) for u, v in left if v not in within(made, steps)[u]}
        assert closes == len(left) - len(still) >= least
        left = still


def test_symmetric_and_its_shape():
    assert build_symmetric([0, 1], [2, 2], 4).toarray().tolist() == [
        [0, 0, 1, 0],
        [0, 0, 1, 0],
        [1, 1, 0, 0],
        [0, 0, 0, 0],
    ]
    assert build_symmetric([0], np.array([1]), 2).toarray().tolist() == [[0, 1], [1, 0]]
    assert build_symmetric([], [], 3).nnz == 0


def circle(mapped, **about):
    """Five on one problem, nobody tied: ten gaps."""
    return mapped(
        *(f"Stakeholder {name}" for name in "ABCDE"), "Problem p", *(f"{name} WORKS_ON p" for name in "ABCDE"), **about
    )


def test_no_more_ties_than_wanted(mapped):
    # By hand: A-B closes one pair; each of A's further ties closes its own pair and one with each partner of A.
    made = find_closing_set(circle(mapped))
    assert [(tie.source[-1], tie.target[-1], tie.closes) for tie in made.ties] == [
        ("A", "B", 1),
        ("A", "C", 2),
        ("A", "D", 3),
        ("A", "E", 4),
    ]
    assert (made.steps, made.gaps, made.open, made.left) == (2, 10, 10, 0)
    for most, left in ((0, 10), (1, 9), (2, 7), (3, 4), (4, 0), (9, 0)):
        some = find_closing_set(circle(mapped), most=most)
        assert (some.ties, some.left) == (made.ties[:most], left)
    assert len(find_closing_set(circle(mapped), steps=1).ties) == 10


def test_the_convenor_lacks_the_fewest_ties_to_those_in_open_gaps(mapped):
    def convenor(*lines, **about):
        made = find_closing_set(mapped(*lines), **about)
        return made.convenor and made.convenor[-1], made.convenor_ties

    # By hand: five in open gaps. Nobody who has fewer than two partners convenes.
    five = [*(f"Stakeholder {name}" for name in "ABCDE"), "Problem p", *(f"{name} WORKS_ON p" for name in "ABCDE")]
    assert convenor(*five) == (None, 0)
    assert convenor(*five, "D PARTNERS_WITH E") == (None, 0)
    assert convenor(*five, "D PARTNERS_WITH E", "D PARTNERS_WITH C") == ("D", 2)
    # B and D lack two each. D reaches A in two steps as well, and so all; of equals the first by name.
    two = ("A PARTNERS_WITH B", "B PARTNERS_WITH C", "C PARTNERS_WITH D", "D PARTNERS_WITH E")
    made = find_closing_set(mapped(*five, *two))
    assert (made.convenor[-1], made.convenor_ties, made.equals) == ("C", 2, 0)
    # Z is in no gap but knows three of them: it lacks the other two, and does not count itself.
    assert convenor(*five, "Stakeholder Z", "Z PARTNERS_WITH A", "Z PARTNERS_WITH B", "Z PARTNERS_WITH C") == ("Z", 2)
    # B stands between all others at one step, so that none is open.
    assert convenor(*five, *(f"B PARTNERS_WITH {name}" for name in "ACDE")) == (None, 0)
    assert convenor(*five, *(f"B PARTNERS_WITH {name}" for name in "ACDE"), steps=1) == ("B", 0)
