"""The closing set: by hand, beside the fewest by brute force, and the convenor."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.models.partners.closing import find_closing_set

KEY = "stakeholder:"


def test_one_tie_closes_what_hangs_on_its_ends(mapped):
    # A works with B, C, D; E shares a problem with each of the four. E-A brings all four within two steps.
    closing_set = find_closing_set(
        mapped(
            *(f"Stakeholder {name}" for name in "ABCDE"),
            *(f"Problem {p}" for p in "pqrs"),
            *(f"{name} WORKS_ON {p}" for name, p in zip("ABCD", "pqrs", strict=True)),
            *(f"E WORKS_ON {p}" for p in "pqrs"),
            "A PARTNERS_WITH B",
            "A PARTNERS_WITH C",
            "A PARTNERS_WITH D",
        )
    )
    assert [(tie.source, tie.target, tie.closes) for tie in closing_set.ties] == [(KEY + "A", KEY + "E", 4)]
    assert (closing_set.gaps, closing_set.open, closing_set.left) == (4, 4, 0)
    assert (closing_set.convenor, closing_set.convenor_ties) == (KEY + "A", 1)


def test_a_gap_with_a_common_partner_is_closed_already(mapped):
    lines = (
        "Stakeholder A",
        "Stakeholder B",
        "Stakeholder C",
        "Problem p",
        "A WORKS_ON p",
        "B WORKS_ON p",
        "A PARTNERS_WITH C",
        "B PARTNERS_WITH C",
    )
    closing_set = find_closing_set(mapped(*lines))
    assert (closing_set.gaps, closing_set.open, closing_set.ties, closing_set.convenor) == (1, 0, (), None)
    assert find_closing_set(mapped(*lines), steps=1).open == 1


def fewest(graph, wanted, steps):
    """How many new ties the smallest set needs, by trying all sets."""
    absent = list(nx.non_edges(graph))
    for size in range(len(absent) + 1):
        for chosen in combinations(absent, size):
            with_them = graph.copy()
            with_them.add_edges_from(chosen)
            distance = dict(nx.all_pairs_shortest_path_length(with_them, steps))
            if all(t in distance[s] for s, t in wanted):
                return size
    raise AssertionError


@st.composite
def cases(draw):
    people = "ABCDE"[: draw(st.integers(2, 5))]
    every = list(combinations(people, 2))
    return people, draw(st.sets(st.sampled_from(every))), draw(st.sets(st.sampled_from(every)))


@pytest.mark.parametrize("steps", [1, 2, 3])
@given(cases())
def test_all_gaps_are_closed_with_at_most_one_tie_more_than_the_fewest(mapped, steps, case):
    people, ties, shared = case
    lines = [f"Stakeholder {name}" for name in people]
    for a, b in sorted(shared):
        lines += [f"Problem {a}{b}", f"{a} WORKS_ON {a}{b}", f"{b} WORKS_ON {a}{b}"]
    closing_set = find_closing_set(mapped(*lines, *(f"{a} PARTNERS_WITH {b}" for a, b in sorted(ties))), steps=steps)
    graph = nx.Graph(sorted(ties))
    graph.add_nodes_from(people)
    wanted = shared - ties
    best = fewest(graph, wanted, steps)
    graph.add_edges_from((tie.source[-1], tie.target[-1]) for tie in closing_set.ties)
    distance = dict(nx.all_pairs_shortest_path_length(graph, steps))
    assert all(t in distance[s] for s, t in wanted)
    assert closing_set.left == 0
    assert closing_set.open == sum(tie.closes for tie in closing_set.ties)
    assert best <= len(closing_set.ties) <= best + 1
    assert steps > 1 or len(closing_set.ties) == best == len(wanted)
