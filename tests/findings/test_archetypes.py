"""Archetypes: each is a hypothesis, so at most worth a look; the strongest of each is told, the others are counted."""

from sysmap.findings.port import all_findings

LIMIT = ("Factor visits", "Factor income", "visits INFLUENCES income polarity=+", "income INFLUENCES visits polarity=+")


def limited(*waste, label="Problem"):
    """A map of visits that feed themselves, and of each thing in `waste` that slows them."""
    ties = [
        line
        for name in waste
        for line in (f"visits INFLUENCES {name} polarity=+", f"{name} INFLUENCES visits polarity=-")
    ]
    return (*LIMIT, *(f"{label} {name}" + " severity=4" * (label == "Problem") for name in waste), *ties)


def find(analysis):
    return [finding for finding in all_findings(analysis) if finding.kind == "recurring_stories"]


def test_it_is_a_hypothesis_with_what_to_check_and_a_remedy(mapped):
    [finding] = find(mapped(*limited("waste")))
    assert finding.title.render("en") == "visits may be running into a limit: waste"
    assert finding.why.render("en") == (
        "A limit to growth (limits to growth): visits feeds itself by way of income. The more of it, the more it also "
        "calls up waste, which slows it. This is a hypothesis from signs and delays alone; it stands or falls with the "
        "links it is made of."
    )
    assert finding.next_step.render("en").startswith("Check: Does visits grow more slowly")
    assert "If so: Do not push the growth harder" in finding.next_step.render("en")
    assert finding.severity == "low"
    assert len(finding.evidence) == 3 + 4


def test_without_a_problem_it_is_a_fact(mapped):
    [finding] = find(mapped(*limited("waste", label="Factor")))
    assert finding.severity == "info"


def test_one_of_a_kind_is_told_and_the_others_counted(mapped):
    [finding] = find(mapped(*limited("waste", "noise", "queues")))
    assert finding.why.render("en").endswith("There are 2 more of its kind.")
    assert finding.numbers["of_its_kind"] == 3


def test_none_fits_or_delays_are_not_told_or_nothing_is_known(mapped):
    [plain] = find(mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+"))
    assert (plain.severity, "No link is said to come late" in plain.why.render("en")) == ("info", True)
    [late] = find(mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+ delay=long"))
    assert late.why.render("en") == "None of the eight is in its links."
    [unknown] = find(mapped("Factor a"))
    assert unknown.severity == "not_assessed"
