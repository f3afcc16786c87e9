"""Congruence by sector and by problem, redundancy and overlap: by hand, and the parts sum to the whole."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sysmap.models.gaps.congruence import (
    find_overlaps,
    find_redundancies,
    measure_fit_by_problem,
    measure_fit_by_sector,
)
from sysmap.models.gaps.ranking import find_gaps


def test_the_worked_example(tiny):
    # Needed AB (met), AD, BD, CD (met); A and B are government, C academia, D community.
    assert {fit.between: (fit.needed, fit.met) for fit in measure_fit_by_sector(tiny())} == {
        ("government", "government"): (1, 1),
        ("community", "government"): (2, 0),
        ("academia", "community"): (1, 1),
    }
    assert {fit.between[0]: (fit.needed, fit.met, fit.share) for fit in measure_fit_by_problem(tiny())} == {
        "problem:1": (1, 0, 0),
        "problem:2": (1, 1, 1),
        "problem:3": (1, 1, 1),
    }


def test_a_pair_of_one_house_is_not_asked_for(mapped):
    lines = (
        "Stakeholder A",
        "Stakeholder B",
        "Stakeholder C",
        "Problem p",
        "A WORKS_ON p",
        "B WORKS_ON p",
        "C WORKS_ON p",
        "A BELONGS_TO B",
        "A PARTNERS_WITH B",
        "B PARTNERS_WITH C",
    )
    [fit] = measure_fit_by_problem(mapped(*lines))
    assert (fit.needed, fit.met) == (2, 1)


@given(
    st.sets(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("pqr"))),
    st.sets(st.sampled_from(list(combinations("ABCDE", 2)))),
    st.lists(st.sampled_from(["media", "business", "community"]), min_size=5, max_size=5),
)
def test_sectors_sum_to_the_whole(mapped, works, ties, sectors):
    analysis = mapped(
        *(f"Stakeholder {name} sector={sector}" for name, sector in zip("ABCDE", sectors, strict=True)),
        "Problem p",
        "Problem q",
        "Problem r",
        "p DEPENDS_ON q",
        *(f"{a} WORKS_ON {p}" for a, p in sorted(works)),
        *(f"{a} PARTNERS_WITH {b}" for a, b in sorted(ties)),
    )
    found, whole = measure_fit_by_sector(analysis), find_gaps(analysis)
    assert (sum(fit.needed for fit in found), sum(fit.met for fit in found)) == (whole.needed, whole.met)
    for fit in measure_fit_by_problem(analysis):
        on = sorted(name for name, p in works if p == fit.between[0][-1])
        assert (fit.needed, fit.met) == (len(list(combinations(on, 2))), len(set(combinations(on, 2)) & ties))


def test_innovations_led_from_separate_pieces(mapped):
    lines = [
        "Stakeholder A",
        "Stakeholder B",
        "Stakeholder C",
        "Problem p",
        "Innovation i",
        "Innovation j",
        "Innovation k",
        "A LEADS i",
        "B LEADS j",
        "C LEADS k",
        "A PARTNERS_WITH B",
        *(f"{i} ADDRESSES p" for i in "ijk"),
    ]
    [found] = find_redundancies(mapped(*lines))
    assert found.groups == (("innovation:i", "innovation:j"), ("innovation:k",))
    assert find_redundancies(mapped(*lines, "B PARTNERS_WITH C")) == ()
    assert find_redundancies(mapped(*lines, "A LEADS k")) == ()  # who leads both knows of both
    stopped = ["Innovation k stage=stopped" if line == "Innovation k" else line for line in lines]
    assert find_redundancies(mapped(*stopped)) == ()


def test_portfolio_overlap(mapped):
    lines = (
        "Problem p",
        "Problem q",
        "Problem r",
        "Innovation i",
        "Innovation j",
        "Innovation k",
        "i ADDRESSES p",
        "i ADDRESSES q",
        "j ADDRESSES q",
        "j ADDRESSES r",
        "k ADDRESSES q",
    )
    found = {(one.one[-1], one.other[-1]): (one.share, one.shared) for one in find_overlaps(mapped(*lines))}
    assert found == {
        ("i", "j"): (1 / 3, ("problem:q",)),
        ("i", "k"): (1 / 2, ("problem:q",)),
        ("j", "k"): (1 / 2, ("problem:q",)),
    }


def test_redundancies_come_most_pieces_first_and_groups_largest_first(mapped):
    # Problem p is answered from three pieces, q and r from two each; in r the larger group is that of the later names.
    lines = [
        *(f"Stakeholder {name}" for name in "ABCD"),
        *(f"Problem {name}" for name in "pqr"),
        *(f"Innovation {name}" for name in "ijklm"),
        "A LEADS i",
        "B LEADS j",
        "C LEADS k",
        "D LEADS l",
        "D LEADS m",
        "C PARTNERS_WITH D",
        *(f"{i} ADDRESSES {p}" for p, them in (("q", "ij"), ("p", "ijk"), ("r", "iklm")) for i in them),
    ]
    assert [
        (found.problem[-1], tuple("".join(uid[-1] for uid in group) for group in found.groups))
        for found in find_redundancies(mapped(*lines))
    ] == [("p", ("i", "j", "k")), ("q", ("i", "j")), ("r", ("klm", "i"))]


def test_what_nobody_leads_or_what_addresses_a_settled_problem_is_not_redundant(mapped):
    lines = (
        "Stakeholder A",
        "Stakeholder B",
        "Innovation i",
        "Innovation j",
        "A LEADS i",
        "i ADDRESSES p",
        "j ADDRESSES p",
    )
    assert find_redundancies(mapped("Problem p", *lines)) == ()
    assert find_redundancies(mapped("Problem p", *lines, "B FUNDS j")) == ()
    assert len(find_redundancies(mapped("Problem p", *lines, "B LEADS j"))) == 1
    assert find_redundancies(mapped("Problem p status=resolved", *lines, "B LEADS j")) == ()


def test_overlaps_come_the_most_alike_first_and_leave_out_what_is_over(mapped):
    lines = [
        *(f"Problem {name}" for name in "pqr"),
        "Problem old status=resolved",
        *(f"Innovation {name}" for name in "ijk"),
        "Innovation z stage=stopped",
        *(f"{i} ADDRESSES {p}" for i, p in ("ip", "iq", "jq", "jp", "jr", "kr", "zp", "zq", "zr")),
        "i ADDRESSES old",
        "k ADDRESSES old",
    ]
    assert [
        (one.one[-1], one.other[-1], one.share, tuple(uid[-1] for uid in one.shared))
        for one in find_overlaps(mapped(*lines))
    ] == [("i", "j", 2 / 3, ("p", "q")), ("j", "k", 1 / 3, ("r",))]


def test_a_stakeholder_without_a_sector_is_of_none(mapped):
    lines = (
        "Stakeholder A",
        "Stakeholder B sector=media",
        "Stakeholder C",
        "Problem p",
        "A WORKS_ON p",
        "B WORKS_ON p",
        "C WORKS_ON p",
        "A PARTNERS_WITH B",
    )
    assert [(fit.between, fit.needed, fit.met, fit.share) for fit in measure_fit_by_sector(mapped(*lines))] == [
        (("", ""), 1, 0, 0),
        (("", "media"), 2, 1, 0.5),
    ]


def test_partners_of_one_house_count_neither_as_needed_nor_as_met(mapped):
    lines = [
        *(f"Stakeholder {name}" for name in "ABCD"),
        "Problem p",
        *(f"{name} WORKS_ON p" for name in "ABCD"),
        "A BELONGS_TO B",
        "A PARTNERS_WITH B",
    ]
    [fit] = measure_fit_by_problem(mapped(*lines, "A PARTNERS_WITH C", "B PARTNERS_WITH D"))
    assert (fit.between, fit.needed, fit.met, fit.share) == (("problem:p",), 5, 2, 0.4)
    assert (
        measure_fit_by_problem(mapped(*lines[:7], "A BELONGS_TO B")) == ()
    )  # two workers, one house: no pair is asked for
