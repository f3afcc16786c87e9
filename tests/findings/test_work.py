"""Findings on work, coverage and innovations by hand: what is graded how, told together, and not told at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asked_ties import ASKED
from sysmap.findings.port import all_findings
from sysmap.findings.steps import Field, Step, Tie


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


@pytest.mark.parametrize(
    ("owned", "severity"),
    [(4, "high"), (1, "low")],  # of eight problems: a half names an owner; less than a quarter does
)
def test_what_few_rows_say_is_only_worth_a_look(mapped, owned, severity):
    problems = [f"Problem p{number} severity=5" for number in range(8)]
    analysis = mapped("Stakeholder A", *problems, *(f"A OWNS p{number}" for number in range(owned)))
    [unowned] = find(analysis, "unowned_problems")
    assert (unowned.severity, len(unowned.items)) == (severity, 8 - owned)


@pytest.mark.parametrize(
    ("lines", "says", "wanted"),
    [
        (("A WORKS_ON p",), "Ask A, who works on p, to answer for it.", "A"),
        (("p DEPENDS_ON r", "A WORKS_ON r"), "Ask A, who works on r, to answer for p too: the two hang together.", "A"),
        (("A AFFECTED_BY p",), "Ask A, who is affected by p, who should answer for it, and agree on that one.", None),
        ((), "Ask B to name somebody who answers for p.", None),  # B has the widest say
    ],
)
def test_who_is_asked_about_a_problem_without_an_owner(mapped, lines, says, wanted):
    people = ("Stakeholder A power=2", "Stakeholder B power=5", "Problem p severity=5", "Problem r", "Problem s")
    [unowned] = find(mapped(*people, "B OWNS s", "A OWNS r", *lines), "unowned_problems")
    assert unowned.next_step.render("en") == says
    who = says.removeprefix("Ask ")[0]
    source = wanted and f"stakeholder:{wanted}"
    assert unowned.step == Step(("problem:p",), Tie("OWNS", source, "problem:p"), (f"stakeholder:{who}",))
    assert unowned.severity == "high"


def test_where_nobody_can_be_asked_nothing_is_urgent(mapped):
    [unaddressed] = find(mapped("Problem p severity=5"), "unaddressed_problems")
    assert (unaddressed.severity, unaddressed.step) == ("low", None)
    assert unaddressed.next_step.render("en") == "Look for somebody who could take up p."


def test_a_problem_is_carried_through_an_innovation_and_then_somebody_works_on_it(mapped):
    lines = ("Stakeholder A", "Problem p severity=5", "Problem q", "A WORKS_ON q", "Innovation i", "i ADDRESSES p")
    assert find(mapped(*lines), "unattended_problems")[0].title.render("en") == (
        "Nobody works directly on 1 of 2 problems: p"  # who carries what through innovations, nobody asked
    )
    [whole] = find(mapped(*lines, *ASKED), "unattended_problems")
    assert whole.title.render("en") == "Nobody works on 1 of 2 problems: p"
    assert whole.items == (("problem:p",),)
    assert find(mapped(*lines, *ASKED, "A LEADS i"), "unattended_problems")[0].severity == "info"


def test_problems_without_a_severity_are_named_where_others_have_one(mapped):
    [unrated] = find(mapped("Problem p severity=5", "Problem q"), "unrated_problems")
    assert unrated.title.render("en") == "The severity of 1 of 2 problems is not known: q"
    assert unrated.step == Step(("problem:q",), Field("problem:q", "severity"))
    assert find(mapped("Problem p", "Problem q"), "unrated_problems")[0].severity == "not_assessed"
    assert find(mapped("Problem p severity=5"), "unrated_problems") == []


def pairs(*problems):
    """Two who work on each of these problems, given as name=severity, and are not partners."""
    for problem in problems:
        name = problem.partition("=")[0]
        yield from (f"Stakeholder {name}1", f"Stakeholder {name}2", f"Problem {name} severity={problem[-1]}")
        yield from (f"{name}1 WORKS_ON {name}", f"{name}2 WORKS_ON {name}")


def test_three_problems_have_a_sentence_each_and_more_than_three_share_the_last(mapped):
    three = find(mapped(*pairs("a=3", "b=5", "c=2")), "collaboration_gap")
    assert [(one.id.rpartition(":")[2], one.severity) for one in three] == [
        ("b", "medium"),
        ("a", "medium"),
        ("c", "low"),
    ]
    five = find(mapped(*pairs("a=3", "b=5", "c=2", "d=4", "e=1")), "collaboration_gap")
    assert [(one.id, one.severity, len(one.items)) for one in five] == [
        ("collaboration_gap:problem:b", "medium", 1),
        ("collaboration_gap:problem:d", "medium", 1),
        ("collaboration_gap", "medium", 3),
    ]
    assert five[-1].title.render("en") == (
        "3 more problems are worked on by some who need each other and are not partners: a, c and e"
    )
    assert five[-1].why.render("en") == "The pair to begin with for each: a1 and a2; c1 and c2; e1 and e2."


def test_a_problem_carries_all_its_pairs_and_what_nobody_joins_it_with(mapped):
    analysis = mapped(
        *(f"Stakeholder {name}" for name in "ABCD"),
        "Problem p severity=4",
        "Problem q severity=2",
        "p DEPENDS_ON q",
        *(f"{name} WORKS_ON p" for name in "ABC"),
        "D WORKS_ON q",
        "A PARTNERS_WITH B",
    )
    first, *_ = find(analysis, "collaboration_gap")
    assert first.title.render("en") == "1 of the 3 pairs who work on p are partners; above all A and C are not"
    assert first.why.render("en").endswith(
        "The next pairs: B and C. It hangs together with q, and nobody joins the two."
    )
    assert first.next_step.render("en") == "Bring A and C to one table to agree who does what about p."


def test_several_crowds_are_one_sentence_with_the_gravest_first(mapped):
    [crowds] = find(mapped(*pairs("p=2", "q=5"), crowded=2), "crowded_problem")
    assert crowds.items == (("problem:q",), ("problem:p",))
    assert crowds.title.render("en") == (
        "2 stakeholders work on q, but 0% of the pairs among them are partners; likewise p"
    )
    assert (crowds.severity, crowds.numbers["crowded"]) == ("medium", 2)


def test_names_that_contain_each_other_are_told_as_no_gap(mapped):
    analysis = mapped(
        "Stakeholder Dinas_Air",
        "Stakeholder Balai_Dinas_Air",
        "Problem p severity=5",
        "Dinas_Air WORKS_ON p",
        "Balai_Dinas_Air WORKS_ON p",
    )
    assert find(analysis, "collaboration_gap") != []
    for uid in analysis.nodes("Stakeholder"):
        analysis.whole.nodes[uid]["name"] = uid.partition(":")[2].replace("_", " ")
    assert find(replace(analysis, results={}), "collaboration_gap") == []


def test_the_portfolio_says_what_nothing_is_for(mapped):
    lines = [f"Innovation i{number} facet=enhancement" for number in range(3)]
    assert find(mapped(*lines), "innovation_portfolio")[0].severity == "info"  # three say too little
    [portfolio] = find(mapped(*lines, "Innovation a facet=adaptive", "Innovation b"), "innovation_portfolio")
    assert portfolio.title.render("en") == (
        "Innovations by what they are for: 3 enhancement, 0 mission-oriented, 1 adaptive and 0 anticipatory"
    )
    assert "The facet of 4 of 5 innovations is known." in portfolio.why.render("en")
    assert portfolio.items == (("facet", "mission"), ("facet", "anticipatory"))
    assert find(mapped("Innovation i"), "innovation_portfolio")[0].severity == "not_assessed"


def innovations(count):
    """So many innovations in the valley that lack a sponsor, an adopter, a champion and an owner of their problem."""
    yield from (*ASKED, "Stakeholder boss power=5 boundary=internal", "Stakeholder user boundary=external")
    yield from ("Problem p severity=4", "boss WORKS_ON p", "user AFFECTED_BY p")
    for number in range(count):
        yield from (f"Innovation i{number} stage=pilot", f"i{number} ADDRESSES p", f"user LEADS i{number}")


def test_three_innovations_are_urgent_and_the_others_stand_in_one_sentence(mapped):
    told = find(mapped(*innovations(5)), "valley_of_death")
    assert [(one.severity, one.id.rpartition(":")[2]) for one in told] == [
        ("high", "i0"),
        ("high", "i1"),
        ("high", "i2"),
        ("medium", "medium"),
    ]
    assert told[0].step is not None
    assert told[0].step.wanted == Tie("SPONSORS", "stakeholder:boss", "innovation:i0")
    assert told[-1].title.render("en").endswith("lack much of what carries one across: i3 and i4")


def test_what_nobody_asked_for_is_not_missing_in_the_valley(mapped):
    lines = ("Stakeholder A boundary=internal", "Innovation i stage=pilot", "A CHAMPIONS i", "Innovation j stage=pilot")
    [valley] = find(mapped(*lines), "valley_of_death")
    assert (valley.items, valley.severity) == ((("innovation:j", "champion"),), "low")  # one of eight is known
    assert find(mapped("Innovation i trl=5"), "valley_of_death")[0].severity == "not_assessed"
