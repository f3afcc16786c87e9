"""Stories that recur: a hypothesis each, as grave as its problem, the strongest of each archetype told and the others counted."""

from sysmap.findings.port import all_findings

LIMIT = ("Factor visits", "Factor income", "visits INFLUENCES income polarity=+", "income INFLUENCES visits polarity=+")


def limited(*waste, label="Problem"):
    """Visits that feed themselves, and so many things that slow them."""
    ties = [
        line
        for name in waste
        for line in (f"visits INFLUENCES {name} polarity=+", f"{name} INFLUENCES visits polarity=-")
    ]
    return (*LIMIT, *(f"{label} {name}" + " severity=4" * (label == "Problem") for name in waste), *ties)


def of(analysis):
    return [found for found in all_findings(analysis) if found.kind == "recurring_stories"]


def test_it_is_a_hypothesis_with_what_to_check_and_a_remedy(mapped):
    [found] = of(mapped(*limited("waste")))
    assert found.title.render("en") == "visits may be running into a limit: waste"
    assert found.why.render("en") == (
        "A limit to growth (limits to growth): visits feeds itself by way of income. The more of it, the more it also "
        "calls up waste, which slows it. This is a hypothesis from signs and delays alone; it stands or falls with the "
        "links it is made of."
    )
    assert found.next_step.render("en").startswith("Check: Does visits grow more slowly")
    assert "If so: Do not push the growth harder" in found.next_step.render("en")
    assert found.severity == "high"
    assert len(found.evidence) == 3 + 4


def test_without_a_problem_it_is_a_fact(mapped):
    [found] = of(mapped(*limited("waste", label="Factor")))
    assert found.severity == "info"


def test_one_of_a_kind_is_told_and_the_others_counted(mapped):
    [found] = of(mapped(*limited("waste", "noise", "queues")))
    assert found.why.render("en").endswith("There are 2 more of its kind (sysmap archetypes).")
    assert found.numbers["of_its_kind"] == 3


def test_none_fits_or_delays_are_not_told_or_nothing_is_known(mapped):
    [plain] = of(mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+"))
    assert (plain.severity, "fill the column delay" in plain.why.render("en")) == ("info", True)
    [late] = of(mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+ delay=long"))
    assert late.why.render("en") == "None of the eight is in its links."
    [unknown] = of(mapped("Factor a"))
    assert unknown.severity == "not_assessed"
