"""Gaps by the worked example, by hand, and by brute force over all pairs."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.models.gaps.ranking import find_gaps
from sysmap.records.coverage_work import problem_severities, read_work


def names(uids):
    return tuple(uid.partition(":")[2] for uid in uids)


def pairs(gaps):
    return {names((gap.source, gap.target)): gap for gap in gaps.top}


def test_the_worked_example(tiny):
    required = read_work(tiny()).required.toarray()  # METRICS: AB 2, AD 2, BD 1, CD 1, else 0
    assert {
        (a, b): int(required["ABCDE".index(a), "ABCDE".index(b)])
        for a, b in combinations("ABCDE", 2)
        if required["ABCDE".index(a), "ABCDE".index(b)]
    } == {("A", "B"): 2, ("A", "D"): 2, ("B", "D"): 1, ("C", "D"): 1}
    gaps = find_gaps(tiny())
    assert (gaps.pairs, gaps.needed, gaps.met, gaps.count) == (10, 4, 2, 2)
    assert (gaps.congruence, gaps.weighted) == (0.5, 0.5)
    assert gaps.unbridged == ()
    assert set(pairs(gaps)) == {("A", "D"), ("B", "D")}
    both, linked = pairs(gaps)["A", "D"], pairs(gaps)["B", "D"]
    assert (both.kind, names(both.shared), both.required) == ("shared", ("1",), 2)
    assert (linked.kind, linked.shared, [names(link) for link in linked.links], linked.required) == (
        "linked",
        (),
        [("2", "1")],
        1,
    )
    # By hand, all severities 1, k = 2 for problems 1-3. A-D: 1/(2-1) + (1/2 + 1/2)/2 = 1.5, over sqrt(2 x 2).
    # B-D: .5 over sqrt(1 x 2).
    assert both.need == pytest.approx(0.75)
    assert linked.need == pytest.approx(0.5 / 2**0.5)
    assert [names((gap.source, gap.target)) for gap in gaps.top] == [("A", "D"), ("B", "D")]
    assert (both.severity, linked.severity) == (2, 2)  # problems 1 and 2 are behind each
    assert both.reason.render("en") == "Both work on 1."
    assert linked.reason.render("id") == "Yang satu menangani 2, yang lain 1, padahal kedua masalah itu saling terkait."


def test_the_need_counts_severity_and_few_hands(mapped):
    gaps = find_gaps(
        mapped(
            "Stakeholder A",
            "Stakeholder B",
            "Stakeholder C",
            "Problem p severity=4",
            "Problem q severity=2",
            "A WORKS_ON p",
            "B WORKS_ON p",
            "C WORKS_ON q",
            "q INFLUENCES p polarity=+",
        )
    )
    needs = {pair: gap.need for pair, gap in pairs(gaps).items()}
    assert needs["A", "B"] == 4  # 4 / (2 - 1)
    assert needs["A", "C"] == (1 / 2 + 1) / 2 * 2  # the lesser severity
    assert pairs(gaps)["A", "C"].severity == 6
    assert {names(pair) for pair in gaps.unbridged} == {("p", "q")}


@pytest.mark.parametrize(
    "house",
    [
        ("A BELONGS_TO B",),  # one within the other
        ("A BELONGS_TO C", "B BELONGS_TO C"),  # one roof
        ("A BELONGS_TO C", "B BELONGS_TO D", "D BELONGS_TO C"),  # one roof, further up
    ],
)
def test_a_pair_of_one_house_needs_no_partnership(mapped, house):
    lines = [
        "Stakeholder A",
        "Stakeholder B",
        "Stakeholder C",
        "Stakeholder D",
        "Problem p",
        "A WORKS_ON p",
        "B WORKS_ON p",
    ]
    assert find_gaps(mapped(*lines)).needed == 1
    assert find_gaps(mapped(*lines, *house)).needed == 0
    assert find_gaps(mapped(*lines, *house)).congruence is None


def test_a_circle_of_belonging_is_one_house(mapped):
    gaps = find_gaps(
        mapped(
            "Stakeholder A",
            "Stakeholder B",
            "Problem p",
            "A WORKS_ON p",
            "B WORKS_ON p",
            "A BELONGS_TO B",
            "B BELONGS_TO A",
        )
    )
    assert gaps.needed == 0


def test_carrying_a_living_innovation_is_work_on_its_problem(mapped):
    lines = ("Stakeholder A", "Stakeholder B", "Problem p", "A FUNDS i", "i ADDRESSES p", "B OWNS p")
    assert find_gaps(mapped("Innovation i stage=pilot", *lines)).count == 1
    assert find_gaps(mapped("Innovation i", *lines)).count == 1
    assert find_gaps(mapped("Innovation i stage=stopped", *lines)).count == 0
    assert find_gaps(mapped("Innovation i", *lines, carries=("LEADS",))).count == 0


def test_settled_problems_do_not_count(mapped):
    lines = ("Stakeholder A", "Stakeholder B", "A WORKS_ON p", "B WORKS_ON p")
    assert find_gaps(mapped("Problem p status=resolved", *lines)).needed == 0
    assert find_gaps(mapped("Problem p status=resolved", *lines, settled_problems=())).needed == 1


def test_ties_of_another_day_do_not_count(mapped):
    lines = ("Stakeholder A", "Stakeholder B", "Problem p", "A WORKS_ON p", "B WORKS_ON p")
    assert find_gaps(mapped(*lines, "A PARTNERS_WITH B until=2024")).count == 1
    assert find_gaps(mapped(*lines, "A PARTNERS_WITH B until=2027")).count == 0


def test_nobody_stands_more_often_among_the_top_than_allowed(mapped):
    people = [f"P{number:02}" for number in range(12)]
    lines = [f"Stakeholder {name}" for name in people] + ["Problem p"] + [f"{name} WORKS_ON p" for name in people]
    gaps = find_gaps(mapped(*lines, top=10))
    assert (gaps.count, len(gaps.top)) == (66, 10)
    for name in people:
        assert sum(f"stakeholder:{name}" in (gap.source, gap.target) for gap in gaps.top) <= 3
    assert len(find_gaps(mapped(*lines, top=50, per_stakeholder=1)).top) == 6
    # Equal needs go by uid, whatever the order of rows.
    assert [names((gap.source, gap.target)) for gap in gaps.top][:3] == [
        ("P00", "P01"),
        ("P00", "P02"),
        ("P00", "P03"),
    ]


def test_problems_without_a_severity_weigh_as_the_middle_of_the_others(mapped):
    assert set(problem_severities(mapped("Problem p", "Problem q")).values()) == {1}
    assert problem_severities(mapped("Problem p severity=5", "Problem q severity=2", "Problem r"))["problem:r"] == 3.5


@pytest.mark.parametrize("bridge", ["B WORKS_ON p", "A PARTNERS_WITH B", "A BELONGS_TO B"])
def test_linked_problems_are_bridged_by_one_on_both_by_partners_or_by_a_house(mapped, bridge):
    lines = (
        "Stakeholder A",
        "Stakeholder B",
        "Problem p",
        "Problem q",
        "Problem nobody",
        "p DEPENDS_ON q",
        "q DEPENDS_ON nobody",
        "A WORKS_ON p",
        "B WORKS_ON q",
    )
    assert [names(pair) for pair in find_gaps(mapped(*lines)).unbridged] == [("p", "q")]
    assert find_gaps(mapped(*lines, bridge)).unbridged == ()


def test_nothing_there_is_no_gap(mapped):
    for analysis in (
        mapped(),
        mapped("Stakeholder A"),
        mapped("Problem p"),
        mapped("Stakeholder A", "Stakeholder B", "Problem p"),
    ):
        gaps = find_gaps(analysis)
        assert (gaps.needed, gaps.count, gaps.congruence, gaps.weighted, gaps.top) == (0, 0, None, None, ())


@st.composite
def systems(draw):
    people, problems = "ABCDEF"[: draw(st.integers(2, 6))], "pqrs"[: draw(st.integers(1, 4))]
    lines = [f"Stakeholder {name}" for name in people] + [
        f"Problem {name} severity={draw(st.integers(1, 5))}" for name in problems
    ]
    works = draw(st.sets(st.tuples(st.sampled_from(people), st.sampled_from(problems))))
    links = draw(
        st.sets(
            st.tuples(st.sampled_from(problems), st.sampled_from(problems)).filter(lambda pair: pair[0] != pair[1]),
            max_size=4,
        )
    )
    ties = draw(
        st.sets(st.tuples(st.sampled_from(people), st.sampled_from(people)).filter(lambda pair: pair[0] < pair[1]))
    )
    return (
        people,
        problems,
        works,
        links,
        ties,
        [
            *lines,
            *(f"{a} WORKS_ON {p}" for a, p in sorted(works)),
            *(f"{p} DEPENDS_ON {q}" for p, q in sorted(links)),
            *(f"{a} PARTNERS_WITH {b}" for a, b in sorted(ties)),
        ],
    )


@settings(deadline=None)
@given(systems())
def test_counts_and_needs_by_brute_force_over_all_pairs(mapped, system):
    people, problems, works, links, ties, lines = system
    analysis = mapped(*lines, top=1000, per_stakeholder=1000)
    severity = {uid.partition(":")[2]: value for uid, value in problem_severities(analysis).items()}
    k = {p: sum(on == p for _, on in works) for p in problems}
    required, need = {}, {}
    for s, t in combinations(people, 2):
        for p in (p for who, p in works if who == s):
            for q in (q for who, q in works if who == t):
                if p == q or (p, q) in links or (q, p) in links:
                    required[s, t] = required.get((s, t), 0) + 1
                    weight = (
                        severity[p] / (k[p] - 1)
                        if p == q
                        else (1 / k[p] + 1 / k[q]) / 2 * min(severity[p], severity[q])
                    )
                    need[s, t] = need.get((s, t), 0) + weight
    gaps = find_gaps(analysis)
    assert (gaps.needed, gaps.met) == (len(required), len(required.keys() & ties))
    assert set(pairs(gaps)) == required.keys() - ties
    size = {s: sum(who == s for who, _ in works) for s in people}
    for pair, gap in pairs(gaps).items():
        assert gap.required == required[pair]
        assert gap.need == pytest.approx(need[pair] / (size[pair[0]] * size[pair[1]]) ** 0.5)
        assert gap.severity == sum(severity[p] for p in names(gap.problems))
    needs = [round(gap.need, 9) for gap in gaps.top]
    assert needs == sorted(needs, reverse=True)
