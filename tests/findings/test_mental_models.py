"""Disputed causes and the minds furthest apart, in words."""

from sysmap.findings.port import all_findings

FACTORS = ("Problem drought severity=5", "Factor visits", "Factor hotels", "Stakeholder spam", "Stakeholder inns")
DISPUTE = (
    "visits INFLUENCES drought polarity=+ held_by=spam key=1",
    "visits INFLUENCES drought polarity=- held_by=inns key=2",
)


def of(analysis, kind):
    return [found for found in all_findings(analysis) if found.kind == kind]


def test_who_says_what_and_what_to_do(mapped):
    analysis = mapped(*FACTORS, *DISPUTE, "drought INFLUENCES visits polarity=-")
    [found] = of(analysis, "disputed_causes")
    assert found.title.render("en") == "Does visits raise or lower drought? The groups disagree"
    assert found.why.render("en") == "Raises it: spam. Lowers it: inns. 1 feedback loop runs through it."
    assert found.next_step.render("en").startswith("Bring spam and inns to one table")
    assert (found.severity, found.evidence[:4]) == (
        "high",
        ("factor:visits", "problem:drought", "stakeholder:spam", "stakeholder:inns"),
    )
    [apart] = of(analysis, "minds_apart")
    assert apart.title.render("en") == "inns and spam are furthest apart in what they hold to be the causes"
    assert "agree on 0 and dispute 1; 0 stand in one map only. Distance 1.00" in apart.why.render("en")
    assert apart.severity == "low"


def test_one_group_against_the_common_map(mapped):
    [found] = of(
        mapped(
            *FACTORS,
            "visits INFLUENCES hotels polarity=+ key=1",
            "visits INFLUENCES hotels polarity=- held_by=inns key=2",
        ),
        "disputed_causes",
    )
    assert found.why.render("en").startswith("Raises it: the common map. Lowers it: inns.")
    assert found.severity == "low"


def test_five_are_told_and_all_are_counted(mapped):
    lines = [
        f"visits INFLUENCES f{n} polarity={sign} held_by={who} key={who}"
        for n in range(6)
        for sign, who in (("+", "spam"), ("-", "inns"))
    ]
    found = of(mapped(*FACTORS, *(f"Factor f{n}" for n in range(6)), *lines), "disputed_causes")
    assert len(found) == 5
    assert all("6 links are disputed in all." in one.why.render("en") for one in found)


def test_where_all_agree_and_where_nobody_was_asked(mapped):
    agreed = mapped(
        *FACTORS, *(f"visits INFLUENCES drought polarity=+ held_by={who} key={who}" for who in ("spam", "inns"))
    )
    assert [one.severity for one in of(agreed, "disputed_causes")] == ["info"]
    assert of(agreed, "minds_apart") == []
    for kind in ("disputed_causes", "minds_apart"):
        [found] = of(mapped(*FACTORS, "visits INFLUENCES drought polarity=+"), kind)
        assert (found.severity, "view of anybody" in found.why.render("en")) == ("not_assessed", True)
