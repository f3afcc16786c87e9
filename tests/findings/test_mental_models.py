"""Disputed causes and the minds furthest apart, in words."""

from sysmap.findings.port import all_findings

FACTORS = ("Problem drought severity=5", "Factor visits", "Factor hotels", "Stakeholder spam", "Stakeholder inns")
DISPUTE = (
    "visits INFLUENCES drought polarity=+ held_by=spam key=1",
    "visits INFLUENCES drought polarity=- held_by=inns key=2",
)


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_who_says_what_and_what_to_do(mapped):
    analysis = mapped(*FACTORS, *DISPUTE, "drought INFLUENCES visits polarity=-")
    [finding] = find(analysis, "disputed_causes")
    assert finding.title.render("en") == "Does visits raise or lower drought? The groups disagree"
    assert finding.why.render("en") == "Raises it: spam. Lowers it: inns. 1 feedback loop runs through it."
    assert finding.next_step.render("en").startswith("Bring spam and inns to one table")
    assert (finding.severity, finding.evidence[:4]) == (
        "medium",
        ("factor:visits", "problem:drought", "stakeholder:spam", "stakeholder:inns"),
    )
    [apart] = find(analysis, "minds_apart")
    assert apart.title.render("en") == "inns and spam are furthest apart in what they hold to be the causes"
    assert "agree on 0 and dispute 1; 0 stand in one map only." in apart.why.render("en")
    assert apart.severity == "low"


def test_one_group_against_the_common_map(mapped):
    [finding] = find(
        mapped(
            *FACTORS,
            "visits INFLUENCES hotels polarity=+ key=1",
            "visits INFLUENCES hotels polarity=- held_by=inns key=2",
        ),
        "disputed_causes",
    )
    assert finding.why.render("en").startswith("Raises it: the common map. Lowers it: inns.")
    assert finding.severity == "low"


def test_two_are_told_alone_and_the_rest_in_one_sentence(mapped):
    lines = [
        f"visits INFLUENCES f{n} polarity={sign} held_by={who} key={who}"
        for n in range(6)
        for sign, who in (("+", "spam"), ("-", "inns"))
    ]
    findings = find(mapped(*FACTORS, *(f"Factor f{n}" for n in range(6)), *lines), "disputed_causes")
    assert [len(finding.items) for finding in findings] == [1, 1, 4]
    assert findings[-1].title.render("en") == (
        "The groups also disagree on 4 other links: visits → f2, visits → f3, visits → f4 and visits → f5"
    )
    assert all("6 links are disputed in all." in finding.why.render("en") for finding in findings)


def test_where_all_agree_and_where_nobody_was_asked(mapped):
    agreed = mapped(
        *FACTORS, *(f"visits INFLUENCES drought polarity=+ held_by={who} key={who}" for who in ("spam", "inns"))
    )
    assert [finding.severity for finding in find(agreed, "disputed_causes")] == ["info"]
    assert find(agreed, "minds_apart") == []
    for kind in ("disputed_causes", "minds_apart"):
        [finding] = find(mapped(*FACTORS, "visits INFLUENCES drought polarity=+"), kind)
        assert (finding.severity, "view of anybody" in finding.why.render("en")) == ("not_assessed", True)
