"""The gaps of one stakeholder, what is behind a gap and in which order: by the gaps of all, and by hand."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.models.gaps.ranking import find_gaps, find_gaps_of, problem_weights
from sysmap.records.coverage_work import open_problems, read_work, sector_codes

PEOPLE, PROBLEMS = "ABCDEF", "pqrs"


@st.composite
def systems(draw):
    works = draw(st.sets(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PROBLEMS)), max_size=14))
    links = draw(st.sets(st.sampled_from(list(combinations(PROBLEMS, 2))), max_size=3))
    ties = draw(st.sets(st.sampled_from(list(combinations(PEOPLE, 2))), max_size=5))
    houses = draw(st.sets(st.sampled_from(list(combinations(PEOPLE, 2))), max_size=2))
    return [
        *(f"Stakeholder {name}" for name in PEOPLE),
        *(f"Problem {name} severity={draw(st.integers(1, 5))}" for name in PROBLEMS),
        *(f"{who} WORKS_ON {p}" for who, p in sorted(works)),
        *(f"{p} INFLUENCES {q} polarity=+" for p, q in sorted(links)),
        *(f"{a} PARTNERS_WITH {b}" for a, b in sorted(ties)),
        *(f"{a} BELONGS_TO {b}" for a, b in sorted(houses)),
    ]


@settings(max_examples=50)
@given(systems())
def test_the_gaps_of_each_are_those_of_all_that_hold_it_in_the_same_order(mapped, lines):
    analysis = mapped(*lines, top=1_000, per_stakeholder=1_000)
    every = find_gaps(analysis)
    assert len(every.top) == every.count
    for name in PEOPLE:
        uid = f"stakeholder:{name}"
        assert find_gaps_of(analysis, uid) == tuple(gap for gap in every.top if uid in (gap.source, gap.target))


def test_what_is_behind_a_gap_comes_in_the_order_of_what_it_tells(mapped):
    # By hand. A and B both work on p (severity 2, two workers: 1 each) and q (severity 4, three: 4/3 each). r (5, one:
    # 5) and s (3, one: 3) are
    # A's and B's alone. Linked are p-q, r-q and r-s: between A's and B's problems lie p-q, q-p, r-q and r-s; the lesser
    # severities 2, 2, 4 and 3.
    lines = (
        "Stakeholder A",
        "Stakeholder B",
        "Stakeholder C",
        "Problem p severity=2",
        "Problem q severity=4",
        "Problem r severity=5",
        "Problem s severity=3",
        *(f"{who} WORKS_ON {p}" for who, p in ("Ap", "Aq", "Ar", "Bp", "Bq", "Bs", "Cq")),
        "p DEPENDS_ON q",
        "q DEPENDS_ON r",
        "s INFLUENCES r polarity=+",
    )
    analysis = mapped(*lines)
    [gap] = [gap for gap in find_gaps(analysis).top if "stakeholder:C" not in (gap.source, gap.target)]
    assert gap.problems == ("problem:r", "problem:s", "problem:q", "problem:p")
    assert gap.shared == ("problem:q", "problem:p")
    assert gap.links == (
        ("problem:r", "problem:q"),
        ("problem:r", "problem:s"),
        ("problem:p", "problem:q"),
        ("problem:q", "problem:p"),
    )
    assert (gap.kind, gap.required, gap.severity) == ("shared", 6, 14)
    # p: 2/1, q: 4/2; p-q twice (1/2 + 1/3)/2 x 2, r-q (1 + 1/3)/2 x 4, r-s (1 + 1)/2 x 3; over the root of 3 x 3.
    assert gap.need == pytest.approx((2 + 2 + 2 * (5 / 6) + 8 / 3 + 3) / 3)
    assert gap.reason.render("en") == "Both work on q and 1 more."
    assert gap.reason.render("id") == "Keduanya menangani q dan 1 masalah lain."


def test_a_linked_gap_names_one_problem_of_each(mapped):
    lines = (
        "Stakeholder A",
        "Stakeholder B",
        "Problem p severity=1",
        "Problem q severity=1",
        "Problem r severity=3",
        "Problem s severity=3",
        "A WORKS_ON p",
        "A WORKS_ON r",
        "B WORKS_ON q",
        "B WORKS_ON s",
        "p DEPENDS_ON q",
        "s DEPENDS_ON r",
    )
    [gap] = find_gaps(mapped(*lines)).top
    assert (gap.kind, gap.shared, gap.links) == ("linked", (), (("problem:r", "problem:s"), ("problem:p", "problem:q")))
    assert gap.reason.render("en") == "One works on r, the other on s, and these two problems hang together."


def test_congruence_weighted_by_requirement_counts_each_pair_by_what_it_needs(mapped):
    # A-B need each other for two problems and are partners, A-C and B-C for one each and are not.
    lines = (
        "Stakeholder A",
        "Stakeholder B",
        "Stakeholder C",
        "Problem p",
        "Problem q",
        "A WORKS_ON p",
        "B WORKS_ON p",
        "A WORKS_ON q",
        "B WORKS_ON q",
        "C WORKS_ON q",
        "A PARTNERS_WITH B",
    )
    found = find_gaps(mapped(*lines))
    assert (found.congruence, found.weighted) == (1 / 3, 2 / 4)


def test_the_matrices_of_work(mapped):
    # By hand. A works on p, and leads i which addresses q; B carries a stopped one and belongs to A; C works on a
    # settled problem.
    analysis = mapped(
        "Stakeholder A",
        "Stakeholder B",
        "Stakeholder C",
        "Problem p severity=5",
        "Problem q",
        "Problem old status=resolved severity=1",
        "Innovation i",
        "Innovation dead stage=stopped",
        "A WORKS_ON p",
        "A LEADS i",
        "i ADDRESSES q",
        "B LEADS dead",
        "dead ADDRESSES p",
        "C WORKS_ON old",
        "B BELONGS_TO A",
        "A PARTNERS_WITH C",
        "p DEPENDS_ON q",
        "q INFLUENCES p polarity=+",
        "p INFLUENCES p polarity=-",
        "q DEPENDS_ON old",
        "i INFLUENCES p polarity=-",
    )
    found = read_work(analysis)
    assert (found.people, found.problems) == (
        ("stakeholder:A", "stakeholder:B", "stakeholder:C"),
        ("problem:p", "problem:q"),
    )
    assert found.does.toarray().tolist() == [[1, 1], [0, 0], [0, 0]]
    assert found.linked.toarray().tolist() == [[0, 1], [1, 0]]
    assert found.partners.toarray().tolist() == [[0, 0, 1], [0, 0, 0], [1, 0, 0]]
    assert found.related.toarray().tolist() == [[1, 1, 0], [1, 1, 0], [0, 0, 1]]
    assert found.severity.tolist() == [5, 5]  # q is not rated: the median of those that are open and rated
    assert found.workers.tolist() == [1, 1]
    assert problem_weights(found).toarray().tolist() == [
        [0, 5],
        [5, 0],
    ]  # alone on p and on q: only the link counts, (1 + 1)/2 x 5


@settings(max_examples=50)
@given(systems())
def test_required_is_the_count_of_shared_and_linked_problems_of_a_pair(mapped, lines):
    who = read_work(mapped(*lines))
    does, linked, related = who.does.toarray(), who.linked.toarray(), who.related.toarray()
    every = range(len(who.problems))
    expected = {
        (s, t): count
        for s, t in combinations(range(len(who.people)), 2)
        if not related[s, t]
        and (count := sum(bool(does[s, p] and does[t, q] and (p == q or linked[p, q])) for p in every for q in every))
    }
    found = who.required.tocoo()
    assert (
        dict(zip(zip(found.row.tolist(), found.col.tolist(), strict=True), found.data.tolist(), strict=True))
        == expected
    )


def test_codes_of_sectors_begin_with_none_given_even_where_all_are(mapped):
    for lines, codes, names in (
        (
            ("Stakeholder A sector=media", "Stakeholder B sector=business", "Stakeholder C sector=media"),
            [2, 1, 2],
            ("", "business", "media"),
        ),
        (("Stakeholder A sector=media", "Stakeholder B"), [1, 0], ("", "media")),
        ((), [], ("",)),
    ):
        found, meaning = sector_codes(mapped(*lines))
        assert (found.tolist(), meaning) == (codes, names)


def test_open_are_the_problems_that_are_not_settled(mapped):
    lines = ("Problem q status=acknowledged", "Problem p", "Problem r status=resolved")
    assert open_problems(mapped(*lines)) == ("problem:p", "problem:q")
    assert open_problems(mapped(*lines, settled_problems=("acknowledged",))) == ("problem:p", "problem:r")
