"""Who is asked first for what an innovation lacks: who may be asked at all, and who of those is nearest.

Each answer by hand.
"""

import pytest

from asked_ties import ASKED
from sysmap.models.innovation_valley import find_crossings

INNOVATION = "innovation:i"
LINES = (
    *ASKED,
    "Innovation i stage=pilot",
    "Problem p",
    "i ADDRESSES p",
    "Stakeholder lead boundary=internal",
    "lead LEADS i",
)


def asked(analysis, item):
    """Whom the remedy for the item names, or None where nobody suggests itself."""
    [crossing] = [one for one in find_crossings(analysis) if one.innovation == INNOVATION]
    [remedy] = [one for one in crossing.remedies if one.item == item]
    return remedy.source and remedy.source.partition(":")[2]


@pytest.mark.parametrize(
    ("powers", "settings", "expected"),
    [
        (("power=3", "power=5"), {}, "far"),  # near is a partner of the lead, but has not the power
        (("power=4", "power=5"), {}, "near"),  # 4 is enough
        (("power=3", "power=3"), {}, None),
        (("", "power=4"), {}, "far"),  # nobody says that it has the power
        (("", ""), {}, None),
        (("power=3", "power=5"), {"salient": 3}, "near"),
        (("power=4", "power=5"), {"salient": 5}, "far"),
    ],
)
def test_a_sponsor_is_one_with_the_power(mapped, powers, settings, expected):
    near, far = powers
    analysis = mapped(
        *LINES,
        f"Stakeholder near {near}",
        f"Stakeholder far {far}",
        "near WORKS_ON p",
        "far WORKS_ON p",
        "lead PARTNERS_WITH near",
        **settings,
    )
    assert asked(analysis, "sponsor") == expected


def test_a_sponsor_works_on_the_problem(mapped):
    people = ("Stakeholder far power=4", "Stakeholder stranger power=5", "lead PARTNERS_WITH stranger")
    assert asked(mapped(*LINES, *people, "far WORKS_ON p"), "sponsor") == "far"
    assert asked(mapped(*LINES, *people, "far OWNS p"), "sponsor") == "far"
    assert asked(mapped(*LINES, *people, "Problem q", "far WORKS_ON q"), "sponsor") is None


@pytest.mark.parametrize(("side", "expected"), [("internal", "outside"), ("external", "inside")])
def test_across_the_boundary_stands_who_works_on_the_problem_on_the_other_side(mapped, side, expected):
    # Both work on the problem; the one on the lead's own side has more power.
    own = {"internal": "inside", "external": "outside"}[side]
    powers = {own: 5, expected: 1}
    analysis = mapped(
        *ASKED,
        "Innovation i stage=pilot",
        "Problem p",
        "i ADDRESSES p",
        f"Stakeholder lead boundary={side}",
        "lead LEADS i",
        f"Stakeholder inside boundary=internal power={powers['inside']}",
        f"Stakeholder outside boundary=external power={powers['outside']}",
        "Stakeholder nowhere power=5",
        "inside WORKS_ON p",
        "outside WORKS_ON p",
        "nowhere WORKS_ON p",
    )
    assert asked(analysis, "across") == expected


def test_across_the_boundary_nobody_is_asked_who_works_elsewhere(mapped):
    people = ("Stakeholder outside boundary=external", "Problem q", "outside WORKS_ON q")
    assert asked(mapped(*LINES, *people), "across") is None
    assert asked(mapped(*LINES, *people, "outside WORKS_ON p"), "across") == "outside"


def test_without_anybody_around_it_either_side_may_be_asked(mapped):
    lines = (
        *ASKED,
        "Innovation i stage=pilot",
        "Problem p",
        "i ADDRESSES p",
        "Stakeholder a boundary=internal power=1",
        "Stakeholder b boundary=external power=2",
        "Stakeholder c power=3",
        "a WORKS_ON p",
        "c WORKS_ON p",
    )
    assert asked(mapped(*lines), "across") == "a"  # c stands on no side
    assert asked(mapped(*lines, "b WORKS_ON p"), "across") == "b"  # more power


def test_asked_first_is_a_partner_of_a_lead_then_a_worker_then_power_then_the_name(mapped):
    # Whom the problem affects may adopt. Each line adds one who is nearer than those before.
    lines = [*LINES, "Problem q"]
    for who, ties in (
        ("a", ()),
        ("d power=1", ()),
        ("c power=1", ()),
        ("b power=2", ()),
        ("e", ("e WORKS_ON p",)),
        ("f", ("f PARTNERS_WITH lead",)),
        ("g", ("g PARTNERS_WITH lead", "g WORKS_ON p")),
    ):
        name = who.split()[0]
        lines += [f"Stakeholder {who}", f"{name} AFFECTED_BY p", *ties]
        assert asked(mapped(*lines), "adopter") == name


def test_an_adopter_is_affected_by_the_problem_and_does_not_lead(mapped):
    assert asked(mapped(*LINES, "lead AFFECTED_BY p"), "adopter") is None
    assert asked(mapped(*LINES, "Problem q", "Stakeholder a", "a AFFECTED_BY q"), "adopter") is None


def test_a_funder_goes_on_or_gives_elsewhere(mapped):
    others = ("Stakeholder sponsor", "Innovation j", "sponsor SPONSORS j", "Stakeholder bank")
    assert asked(mapped(*LINES, *others), "funder") == "sponsor"
    assert asked(mapped(*LINES, *others, "bank FUNDS j"), "funder") == "bank"  # the first by name of two alike
    # Whose funding of the innovation itself ends within the year is asked to go on, though another is a partner.
    assert (
        asked(mapped(*LINES, *others, "bank FUNDS i until=2026-02", "lead PARTNERS_WITH sponsor"), "funder") == "bank"
    )
    assert asked(mapped(*LINES), "funder") is None


def test_a_champion_works_on_the_problem_inside_or_champions_something_else_there(mapped):
    people = (
        "Stakeholder a boundary=internal",
        "Stakeholder b boundary=external",
        "Innovation j",
        "b CHAMPIONS j",
        "b WORKS_ON p",
    )
    assert asked(mapped(*LINES, *people), "champion") is None
    assert asked(mapped(*LINES, *people, "a CHAMPIONS j"), "champion") == "a"
    assert (
        asked(mapped(*LINES, *people, "Stakeholder c boundary=internal", "a CHAMPIONS j", "c WORKS_ON p"), "champion")
        == "c"
    )


def test_another_lead_works_on_the_problem_and_does_not_lead_yet(mapped):
    assert asked(mapped(*LINES, "lead WORKS_ON p"), "lead") is None
    assert asked(mapped(*LINES, "lead WORKS_ON p", "Stakeholder z", "z WORKS_ON p"), "lead") == "z"


def test_each_problem_without_an_owner_is_asked_for_and_its_own_workers_or_a_lead_may_own_it(mapped):
    lines = (
        *LINES,
        "Problem q",
        "Problem owned",
        "i ADDRESSES q",
        "i ADDRESSES owned",
        "Stakeholder a",
        "lead OWNS owned",
    )
    [crossing] = find_crossings(mapped(*lines, "a WORKS_ON q"))
    owners = [(one.source, one.type, one.target) for one in crossing.remedies if one.item == "owned"]
    # A worker on either is near; of q's two the one who works on it, of p's the lead alone.
    assert owners == [("stakeholder:lead", "OWNS", "problem:p"), ("stakeholder:a", "OWNS", "problem:q")]


def test_each_missing_item_has_its_tie(mapped):
    analysis = mapped(*ASKED, "Innovation i stage=pilot stage_since=2020", "Problem p", "i ADDRESSES p")
    [crossing] = find_crossings(analysis)
    assert [(one.item, one.type, one.target) for one in crossing.remedies] == [
        ("sponsor", "SPONSORS", INNOVATION),
        ("adopter", "ADOPTS", INNOVATION),
        ("funder", "FUNDS", INNOVATION),
        ("across", "TAKES_PART_IN", INNOVATION),
        ("champion", "CHAMPIONS", INNOVATION),
        ("lead", "LEADS", INNOVATION),
        ("owned", "OWNS", "problem:p"),
        ("moving", "", INNOVATION),
    ]
    assert {one.source for one in crossing.remedies} == {None}
