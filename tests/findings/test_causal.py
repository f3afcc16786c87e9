"""Vicious circles, circles without a problem, and the leverage point."""

from sysmap.findings.port import all_findings

DROUGHT = (
    "Problem drought severity=5",
    "Factor trucks",
    "Factor repair",
    "drought INFLUENCES trucks polarity=+",
    "trucks INFLUENCES repair polarity=-",
    "repair INFLUENCES drought polarity=-",
)
PUMP = ("trust INFLUENCES water polarity=+", "water INFLUENCES trust polarity=+")


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_a_vicious_circle_begins_with_its_problem_and_names_its_ties(mapped):
    [finding] = find(mapped(*DROUGHT), "reinforcing_circles")
    assert finding.title.render("en") == "A vicious circle around drought: 3 links in which it feeds itself"
    assert finding.why.render("en") == (
        "Reinforcing (R): drought rises → trucks rises → repair falls → so drought rises further. "
        "It is the only reinforcing loop."
    )
    assert finding.severity == "medium"
    assert len(finding.evidence) == 6
    assert sum(uid.startswith("INFLUENCES") for uid in finding.evidence) == 3


def test_a_circle_without_an_open_problem_is_a_fact(mapped):
    for first in ("Factor drought", "Problem drought status=resolved severity=5"):
        [finding] = find(mapped(first, *DROUGHT[1:]), "reinforcing_circles")
        assert finding.severity == "info"
        assert finding.title.render("en").endswith("that strengthens itself: 3 links, up as well as down")


def test_what_is_wanted_makes_a_circle_vicious_and_is_told_as_it_gets_worse(mapped):
    [finding] = find(mapped("Goal water", "Factor trust wanted=up", *PUMP), "reinforcing_circles")
    assert finding.title.render("en") == "A vicious circle around trust: 2 links in which it feeds itself"
    assert "trust falls → water falls → so trust falls further" in finding.why.render("en")
    assert finding.severity == "info"  # no open problem is in it
    [finding] = find(mapped("Factor water", "Factor trust", *PUMP), "reinforcing_circles")
    assert finding.id == "reinforcing_circles:other"


def test_all_vicious_circles_are_one_sentence_with_the_link_that_most_run_over(mapped):
    lines = (
        *DROUGHT,
        "Factor wells",
        "Stakeholder office",
        "office OWNS drought",
        "repair INFLUENCES wells polarity=-",
        "wells INFLUENCES drought polarity=+",
    )
    [finding] = find(mapped(*lines), "reinforcing_circles")
    assert finding.title.render("en") == "2 vicious circles feed themselves: they make worse drought"
    assert finding.next_step.render("en").startswith(
        "Look for what weakens the link drought → trucks: 2 of the 2 circles run over it."
    )
    assert finding.next_step.render("en").endswith("office can call the others together.")
    assert len(finding.items) == 2
    assert finding.step.who == ("stakeholder:office",)


def test_all_are_told_and_counted(mapped):
    pairs = [
        f"{source} INFLUENCES {target} polarity=+"
        for n in range(5)
        for source, target in (("hub", f"f{n}"), (f"f{n}", "hub"))
    ]
    analysis = mapped("Factor hub", *(f"Factor f{n}" for n in range(5)), *pairs)
    [finding] = find(analysis, "reinforcing_circles")
    assert (finding.numbers["reinforcing"], len(finding.items)) == (5, 5)
    [point] = find(analysis, "leverage_point")
    assert point.title.render("en") == "5 of 5 feedback loops run through hub"
    assert point.title.render("id") == "5 dari 5 lingkar umpan balik melewati hub"
    assert (point.severity, point.evidence) == ("low", ("factor:hub",))


def test_a_circle_of_unknown_sign_is_not_denied(mapped):
    ring = mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+", "b INFLUENCES a polarity=?")
    [finding] = find(ring, "reinforcing_circles")
    assert finding.title.render("en") == "No circle of causes is known to strengthen itself"
    assert finding.why.render("en") == "Loops looked at: 1; a sign is unknown in 1 of them."
    assert find(ring, "leverage_point") == []  # a list of all there is says nothing


def test_no_circle_and_no_causes(mapped):
    line = mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+")
    assert [finding.severity for finding in find(line, "reinforcing_circles")] == ["info"]
    assert find(line, "leverage_point") == []
    for kind in ("reinforcing_circles", "leverage_point"):
        [finding] = find(mapped("Factor a", "Factor b"), kind)
        assert finding.severity == "not_assessed"
