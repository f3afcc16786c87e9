"""Where to push, and how deep the innovations reach."""

from sysmap.findings.port import all_findings

LINES = (
    "Factor hub",
    "Factor a",
    "Factor b",
    "Factor c",
    "hub INFLUENCES a polarity=+",
    "hub INFLUENCES b polarity=+",
    "hub INFLUENCES c polarity=+",
    "a INFLUENCES hub polarity=-",
)


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_what_most_scores_name(mapped):
    """Hub has most effects and its push moves most; a is in the only loop with it. Two of nine are few."""
    leaves = [f"l{n}" for n in range(5)]
    lines = [line for leaf in leaves for line in (f"Factor {leaf}", f"hub INFLUENCES {leaf} polarity=+")]
    [finding] = find(mapped(*LINES, *lines), "where_to_push")
    assert (finding.severity, finding.evidence) == ("info", ("factor:hub", "factor:a"))
    assert finding.title.render("en").startswith("Where to push: most scores of leverage point to hub and a")
    assert -1 <= finding.numbers["lowest_tau"] <= finding.numbers["highest_tau"] <= 1


def test_where_the_scores_contradict_each_other_nothing_is_recommended(mapped):
    """Of five causes, a has most effects for its causes, and the loop is elsewhere."""
    [finding] = find(
        mapped(
            *(f"Factor {name}" for name in "abcdef"),
            *(f"a INFLUENCES {name} polarity=+ strength=0.1" for name in "bcd"),
            *("e INFLUENCES f polarity=+", "f INFLUENCES e polarity=+", "d INFLUENCES e polarity=+"),
        ),
        "where_to_push",
    )
    assert finding.numbers["agreed"] == 0
    assert finding.title.render("en") == "The scores of leverage do not agree on where to push"
    assert "any push, however small, tips the whole" in finding.why.render("en")


def test_where_nothing_can_be_ordered_nothing_is_said(mapped):
    pair = mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+", "b INFLUENCES a polarity=+")
    assert find(pair, "where_to_push") == []
    [finding] = find(mapped("Factor a"), "where_to_push")
    assert finding.severity == "not_assessed"


def test_all_on_the_surface(mapped):
    [finding] = find(
        mapped(
            "Innovation a leverage_level=12",
            "Innovation b leverage_level=10",
            "Innovation c leverage_level=8",
            "Innovation d",
        ),
        "depth_of_interventions",
    )
    assert (
        finding.title.render("en")
        == "2 of 3 innovations act on numbers and structures, 0 on information, rules or goals"
    )
    assert (
        finding.title.render("id")
        == "2 dari 3 inovasi menyentuh angka dan susunan fisik, 0 menyentuh informasi, aturan, atau tujuan"
    )
    assert "Rated: 3 of 4 living innovations." in finding.why.render("en")
    assert finding.severity == "low"
    assert finding.evidence == ("innovation:a", "innovation:b")


def test_one_that_reaches_a_rule_is_a_fact(mapped):
    [finding] = find(
        mapped("Innovation a leverage_level=12", "Innovation b leverage_level=5"), "depth_of_interventions"
    )
    assert (finding.severity, finding.evidence) == ("info", ("innovation:b",))


def test_without_a_level_nothing_is_said(mapped):
    assert find(mapped("Innovation a"), "depth_of_interventions") == []
