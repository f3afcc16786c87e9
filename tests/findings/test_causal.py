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


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_a_vicious_circle_begins_with_its_problem_and_names_its_ties(mapped):
    [finding] = find(mapped(*DROUGHT), "reinforcing_circles")
    assert finding.title.render("en") == "A vicious circle around drought: 3 links in which the problem feeds itself"
    assert finding.why.render("en") == (
        "Reinforcing (R): drought rises → trucks rises → repair falls → so drought rises further. "
        "It is the only reinforcing loop."
    )
    assert finding.severity == "high"
    assert len(finding.evidence) == 6
    assert sum(uid.startswith("INFLUENCES") for uid in finding.evidence) == 3


def test_a_circle_without_an_open_problem_is_a_fact(mapped):
    for first, name in (("Factor drought", "drought"), ("Problem drought status=resolved severity=5", "repair")):
        [finding] = find(mapped(first, *DROUGHT[1:]), "reinforcing_circles")
        assert finding.severity == "info"
        assert (
            finding.title.render("en") == f"A circle around {name} that strengthens itself: 3 links, up as well as down"
        )


def test_three_are_told_and_all_are_counted(mapped):
    pairs = [
        f"{source} INFLUENCES {target} polarity=+"
        for n in range(5)
        for source, target in (("hub", f"f{n}"), (f"f{n}", "hub"))
    ]
    analysis = mapped("Factor hub", *(f"Factor f{n}" for n in range(5)), *pairs)
    findings = find(analysis, "reinforcing_circles")
    assert [finding.numbers["reinforcing"] for finding in findings] == [5, 5, 5]
    [point] = find(analysis, "leverage_point")
    assert point.title.render("en") == "5 of 5 feedback loops run through hub"
    assert point.title.render("id") == "5 dari 5 lingkar umpan balik melewati hub"
    assert (point.severity, point.evidence) == ("medium", ("factor:hub",))


def test_a_circle_of_unknown_sign_is_not_denied(mapped):
    ring = mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+", "b INFLUENCES a polarity=?")
    [finding] = find(ring, "reinforcing_circles")
    assert finding.title.render("en") == "No circle of causes is known to strengthen itself"
    assert finding.why.render("en") == "Loops looked at: 1; a sign is unknown in 1 of them."
    [point] = find(ring, "leverage_point")
    assert "Reinforcing: 0; balancing, which resist a push: 0; of unknown sign: 1" in point.why.render("en")


def test_no_circle_and_no_causes(mapped):
    line = mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+")
    assert [finding.severity for finding in find(line, "reinforcing_circles")] == ["info"]
    assert find(line, "leverage_point") == []
    for kind in ("reinforcing_circles", "leverage_point"):
        [finding] = find(mapped("Factor a", "Factor b"), kind)
        assert finding.severity == "not_assessed"
