"""Findings: those of the worked example by hand, in both languages, and what is said if data are missing."""

import itertools

import pytest

from sysmap.errors import UnknownName
from sysmap.findings import port
from sysmap.findings.port import FINDINGS, ORDER, all_findings
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.steps import Step, Tie
from sysmap.models.gaps.crowds import find_crowds
from sysmap.models.gaps.ranking import find_gaps

TIE_KINDS = (
    "collaboration_gap",
    "congruence",
    "crowded_problem",
    "single_points_of_failure",
    "stranded_stakeholders",
    "unbridged_problems",
    "unpartnered_stakeholders",
)


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_the_worked_example(tiny):
    analysis = tiny()
    [congruence] = find(analysis, "congruence")
    assert congruence.title.render("en") == "2 of 4 pairs that need to coordinate are partners (50%)"
    assert congruence.title.render("id") == "2 dari 4 pasangan yang perlu berkoordinasi sudah bermitra (50%)"
    assert congruence.severity == "low"
    assert congruence.numbers["congruence_weighted"] == 0.5
    assert "No problem has a severity" in find(analysis, "unrated_problems")[0].why.render("en")
    assert [finding.title.render("id") for finding in find(analysis, "collaboration_gap")] == [
        "A dan D sama-sama menangani 1, tetapi belum bermitra",
        "B menangani 2 dan D menangani 1, dua masalah yang saling terkait, tetapi keduanya belum bermitra",
    ]
    assert find(analysis, "collaboration_gap")[0].evidence == (
        "stakeholder:A",
        "stakeholder:D",
        "problem:1",
        "problem:2",
    )
    assert find(analysis, "collaboration_gap")[0].step == Step(
        ("stakeholder:A", "stakeholder:D"),
        Tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:D"),
        ("stakeholder:A", "stakeholder:D"),
    )
    [unowned] = find(analysis, "unowned_problems")
    assert unowned.severity == "not_assessed"  # no problem has one: that may be or may not have been asked
    assert "owners of problems.csv" in unowned.next_step.render("en")
    [unowned] = find(tiny("A OWNS 2"), "unowned_problems")
    assert unowned.title.render("en") == "3 of 4 problems have no owner: 1, 3 and 4"
    assert unowned.title.render("id") == "3 dari 4 masalah tidak punya penanggung jawab: 1, 3, dan 4"
    [unattended] = find(analysis, "unattended_problems")
    assert unattended.title.render("en") == "Nobody works directly on 1 of 4 problems: 4"
    assert unattended.items == (("problem:4", "WORKS_ON"),)  # of owners and innovations the data say nothing
    assert unattended.next_step.render("en") == "Ask C, who works on 3, to take up 4 too: the two hang together."
    [alone] = find(analysis, "unpartnered_stakeholders")
    assert (alone.title.render("en"), alone.evidence) == ("1 of 5 stakeholders has no partner: E", ("stakeholder:E",))
    assert (
        find(analysis, "stranded_stakeholders")
        == find(analysis, "crowded_problem")
        == find(analysis, "unbridged_problems")
        == []
    )


def test_the_gravest_come_first_and_evidence_is_on_the_map(tiny):
    analysis = tiny("E WORKS_ON 1")
    findings = all_findings(analysis)
    keys = [(ORDER[finding.severity], -finding.weight) for finding in findings]
    assert keys == sorted(keys)
    assert len({finding.id for finding in findings}) == len(findings)
    assert all(uid in analysis.whole for finding in findings for uid in finding.evidence)
    [stranded] = find(analysis, "stranded_stakeholders")
    assert stranded.next_step.render("en").startswith("Bring E together with A, whose work needs it most")
    assert stranded.step == Step(
        ("stakeholder:E",), Tie("PARTNERS_WITH", "stakeholder:A", "stakeholder:E"), ("stakeholder:E", "stakeholder:A")
    )


def test_without_partnerships_every_finding_about_ties_is_not_assessed(tiny):
    analysis = tiny(
        without=("A PARTNERS_WITH B", "C PARTNERS_WITH D"), files=("stakeholders.csv", "problems.csv", "links.csv")
    )
    for kind in TIE_KINDS:
        [finding] = find(analysis, kind)
        assert (finding.severity, finding.evidence) == ("not_assessed", ())
    assert find(analysis, "congruence")[0].title.render("id") == "Kecocokan pekerjaan dan kemitraan: tidak dinilai"
    assert "partnerships.csv" in find(analysis, "congruence")[0].why.render("en")
    assert find(analysis, "unattended_problems")[0].severity == "medium"


@pytest.mark.parametrize(
    ("lines", "files", "absent"),
    [
        (("Stakeholder A",), ("stakeholders.csv", "partnerships.csv"), "problems.csv"),
        (("Stakeholder A", "Problem p"), ("stakeholders.csv", "partnerships.csv"), "worked_on_by"),
    ],
)
def test_what_is_absent_is_named(mapped, lines, files, absent):
    analysis = mapped(*lines, files=files)
    for kind in ("congruence", "collaboration_gap", "unowned_problems", "unattended_problems"):
        [finding] = find(analysis, kind)
        assert finding.severity == "not_assessed"
        assert absent in finding.next_step.render("en")
        assert absent in finding.next_step.render("id")
    assert find(analysis, "unpartnered_stakeholders")[0].severity == "low"


def test_without_innovations_answers_are_not_assessed_and_an_empty_file_is_no_answer(mapped):
    lines = ("Stakeholder A", "Problem p severity=5", "A OWNS p")
    for kind in ("unaddressed_problems", "solution_coverage"):
        [absent] = find(mapped(*lines, files=("problems.csv",)), kind)
        [empty] = find(mapped(*lines), kind)
        [unasked] = find(mapped(*lines, "Innovation i stage=pilot"), kind)
        assert (absent.severity, empty.severity, unasked.severity) == ("not_assessed", "low", "not_assessed")


def test_coverage_counts_by_severity(mapped):
    [finding] = find(
        mapped("Problem p severity=5", "Problem q severity=3", "Innovation i stage=pilot", "i ADDRESSES q"),
        "solution_coverage",
    )
    assert (
        finding.title.render("en") == "38% of the weight of problems has an answer that was tried out (1 of 2 problems)"
    )
    assert finding.numbers["coverage"] == 3 / 8
    assert (finding.severity, finding.evidence) == ("low", ("problem:p",))


def test_what_is_well_is_said_too(mapped):
    analysis = mapped(
        "Stakeholder A",
        "Stakeholder B",
        "Problem p severity=5",
        "Innovation i stage=embedded",
        "i ADDRESSES p",
        "A OWNS p",
        "B WORKS_ON p",
        "A PARTNERS_WITH B",
    )
    assert {finding.severity for finding in all_findings(analysis)} - {"not_assessed"} == {
        "info"
    }  # no sectors, ratings or stances were given
    assert (
        find(analysis, "congruence")[0].title.render("en")
        == "1 of 1 pair that needs to coordinate is a partnership (100%)"
    )
    assert find(analysis, "unowned_problems")[0].title.render("id") == "Semua masalah punya penanggung jawab"


def test_where_no_pair_needs_congruence_is_no_number(mapped):
    [finding] = find(mapped("Stakeholder A", "Stakeholder B", "Problem p", "A WORKS_ON p"), "congruence")
    assert (finding.severity, finding.numbers["congruence"]) == ("info", None)
    assert "n/a" in finding.why.render("en")


@pytest.mark.parametrize(("severity", "expected"), [(5, "medium"), (3, "medium"), (2, "low")])
def test_a_gap_is_as_severe_as_its_gravest_problem_but_not_urgent(mapped, severity, expected):
    analysis = mapped(
        "Stakeholder A",
        "Stakeholder B",
        f"Problem p severity={severity}",
        "Problem q severity=1",
        "A WORKS_ON p",
        "B WORKS_ON p",
        "A WORKS_ON q",
        "B WORKS_ON q",
    )
    [finding] = find(analysis, "collaboration_gap")
    assert finding.severity == expected
    assert finding.title.render("en") == "A and B both work on p, but are not partners"
    assert finding.why.render("en").endswith("Behind it: p and q.")


def test_a_gap_on_linked_problems_is_as_severe_as_the_lesser(mapped):
    analysis = mapped(
        "Stakeholder A",
        "Stakeholder B",
        "Problem p severity=5",
        "Problem q severity=2",
        "Problem r severity=3",
        "p DEPENDS_ON q",
        "p DEPENDS_ON r",
        "A WORKS_ON p",
        "B WORKS_ON q",
        "B WORKS_ON r",
    )
    [finding] = find(analysis, "collaboration_gap")
    assert finding.severity == "medium"
    assert (
        finding.title.render("en")
        == "A works on p and B on r, two problems that hang together, but they are not partners"
    )


def people(count):
    names = [f"P{number:02}" for number in range(count)]
    return [
        *(f"Stakeholder {name}" for name in names),
        "Problem p severity=4",
        *(f"{name} WORKS_ON p" for name in names),
    ]


def test_a_crowded_problem_is_one_sentence_and_no_pairs(mapped):
    star = [f"P00 PARTNERS_WITH P{number:02}" for number in range(1, 19)]
    analysis = mapped(*people(20), *star)
    [finding] = find(analysis, "crowded_problem")
    assert finding.title.render("id") == "20 pihak menangani p, tetapi 9% pasangan di antara mereka yang bermitra"
    assert (
        finding.next_step.render("en")
        == "Ask P00 to convene the others: it is a partner of 18 of them and reaches 95% within two steps of partnership."
    )
    assert (finding.severity, finding.items) == ("medium", (("problem:p",),))
    assert find(analysis, "collaboration_gap") == []


def test_a_crowd_in_two_camps_is_convened_by_both_and_one_without_ties_meets_as_a_whole(mapped):
    camps = [
        f"P{centre:02} PARTNERS_WITH P{number:02}" for centre in (0, 10) for number in range(centre + 1, centre + 10)
    ]
    assert find(mapped(*people(20), *camps), "crowded_problem")[0].next_step.render("id") == (
        "Kumpulkan 2 pihak ini: P00 dan P10. Mereka bermitra dengan 18 pihak lain dan menjangkau 100% dari 20 pihak "
        "dalam dua langkah kemitraan."
    )
    assert (
        find(mapped(*people(20)), "crowded_problem")[0]
        .next_step.render("en")
        .startswith("Invite all 20 to one meeting on p")
    )


def test_problems_that_hang_together_and_nobody_joins(mapped):
    [finding] = find(
        mapped(
            "Stakeholder A",
            "Stakeholder B",
            "Problem p severity=2",
            "Problem q severity=4",
            "p DEPENDS_ON q",
            "A WORKS_ON p",
            "B WORKS_ON q",
        ),
        "unbridged_problems",
    )
    assert finding.title.render("en") == (
        "p and q hang together, but nobody works directly on both and no partners join them"
    )
    assert (finding.severity, finding.items) == ("low", (("problem:p", "problem:q", "WORKS_ON"),))
    assert finding.next_step.render("en") == (
        "Make partners of A, who works on p, and B, who works on q; or give one of them both."
    )


def test_a_single_point_of_failure(mapped):
    analysis = mapped(
        *(f"Stakeholder {name}" for name in "ABCD"), "A PARTNERS_WITH B", "A PARTNERS_WITH C", "A PARTNERS_WITH D"
    )
    [finding] = find(analysis, "single_points_of_failure")
    assert finding.title.render("en") == "If A drops out, 2 others lose their link to the rest"
    assert finding.next_step.render("en") == "Prepare a stand-in for A, or make C and B partners."
    assert (finding.severity, finding.items) == (
        "medium",
        (("stakeholder:A", "stakeholder:C"), ("stakeholder:A", "stakeholder:D")),
    )


def test_all_single_points_of_failure_are_one_sentence(mapped):
    chain = [f"P{number}" for number in range(8)]
    lines = [f"{one} PARTNERS_WITH {other}" for one, other in itertools.pairwise(chain)]
    [finding] = find(mapped(*(f"Stakeholder {name}" for name in chain), *lines), "single_points_of_failure")
    assert finding.why.render("en") == (
        "6 stakeholders hold others on to the network alone (cut points; in brackets how many): P3 (3), P4 (3), P2 (2), "
        "P5 (2), P1 (1) and 1 more."
    )
    assert finding.numbers == {"cut_off": 3, "cut_points": 6}


HOSTILE = "{n} {0.__class__} %s <img src=x onerror=alert(1)>"


def test_names_are_text_and_nothing_else(tiny):
    analysis = tiny()
    for uid in analysis.whole:
        analysis.whole.nodes[uid]["name"] = HOSTILE
    for finding in all_findings(analysis):
        if finding.severity not in ("not_assessed", "info") and finding.kind != "congruence":
            assert any(
                HOSTILE in words.render(language)
                for words in (finding.title, finding.why, finding.next_step)
                for language in ("en", "id")
            )


def test_the_same_map_gives_the_same_findings(tiny):
    assert repr(all_findings(tiny())) == repr(all_findings(tiny()))


def test_figures_are_plain_numbers(mapped):
    analysis = mapped(
        *people(21),
        "Problem q",
        "p DEPENDS_ON q",
        "Stakeholder Z",
        "Z WORKS_ON q",
        "P00 PARTNERS_WITH P01",
        "P01 PARTNERS_WITH P02",
    )
    assert {finding.kind for finding in all_findings(analysis)} >= {
        "crowded_problem",
        "collaboration_gap",
        "single_points_of_failure",
    }
    assert "np." not in repr((all_findings(analysis), find_gaps(analysis), find_crowds(analysis)))


def test_kinds_are_asked_for_by_name(tiny):
    assert {finding.kind for finding in all_findings(tiny(), ("congruence",))} == {"congruence"}
    with pytest.raises(UnknownName, match="congruence"):
        all_findings(tiny(), ("congruense",))


def test_a_kind_is_declared_once_and_says_what_it_means():
    kind = FINDINGS["congruence"]
    with pytest.raises(ValueError, match="twice"):
        port.finding(topic="gaps", order=1, title=kind.title, meaning=kind.meaning)(kind.tell)
    assert set(TIE_KINDS) <= set(FINDINGS)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0%"), (0.004, "less than 1%"), (0.006, "1%"), (0.5, "50%"), (0.996, "more than 99%"), (1, "100%")],
)
def test_a_share_is_never_rounded_to_none_or_all(share, text):
    assert percent(share).render("en") == text


@pytest.mark.parametrize(
    ("count", "en", "id"),
    [
        (1, "A", "A"),
        (2, "A and B", "A dan B"),
        (3, "A, B and C", "A, B, dan C"),
        (7, "A, B, C, D, E and 2 more", "A, B, C, D, E, dan 2 lainnya"),
    ],
)
def test_names_are_listed_as_people_write_them(mapped, count, en, id):
    analysis = mapped(*(f"Stakeholder {name}" for name in "ABCDEFG"))
    words = list_names(analysis, analysis.nodes("Stakeholder")[:count])
    assert (words.render("en"), words.render("id")) == (en, id)
