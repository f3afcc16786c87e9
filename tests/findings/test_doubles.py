"""Two names that may mean one: told as such, and never as a gap between the two."""

from sysmap.findings.port import all_findings

LINES = (
    *(f"Stakeholder {name}" for name in ("Dinsos", "Dinas_Sosial", "PMI")),
    "Problem p severity=5",
    *(f"{name} WORKS_ON p" for name in ("Dinsos", "Dinas_Sosial", "PMI")),
    "Dinsos PARTNERS_WITH PMI",
)


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_two_that_may_be_one_are_named_with_the_reason(mapped):
    [finding] = find(mapped(*LINES), "one_and_the_same")
    assert finding.title.render("en") == (
        "1 pair of names may mean one and the same: Dinsos and Dinas_Sosial (one is the short form of the other)"
    )
    assert finding.evidence == ("stakeholder:Dinsos", "stakeholder:Dinas_Sosial")
    assert (finding.severity, finding.weight) == ("low", 1)
    assert "Dinas_Sosial" in finding.next_step.render("id")
    assert finding.items == (("stakeholder:Dinas_Sosial", "stakeholder:Dinsos"),)


def test_no_gap_is_told_between_them_and_none_is_urgent_that_may_be_closed(mapped):
    """PMI is the partner of one of the two: if they are one, the gap to the other is none."""
    gaps = {(gap.evidence[:2], gap.severity) for gap in find(mapped(*LINES), "collaboration_gap")}
    assert gaps == {(("stakeholder:Dinas_Sosial", "stakeholder:PMI"), "medium")}


def test_what_the_data_say_is_not_one_is_two(mapped):
    analysis = mapped(*LINES)
    analysis.whole.nodes["stakeholder:Dinsos"]["differs_from"] = ["Dinas_Sosial"]
    assert find(analysis, "one_and_the_same") == []
    [finding] = find(analysis, "collaboration_gap")
    assert len(finding.items) == 2
