"""Findings on groups, key players and stakeholders: both languages, evidence, and no ratings where they are private."""

import itertools

import pytest

from sysmap.findings.port import FINDINGS, all_findings
from sysmap.models.brokerage.brokers import find_brokers

OURS = (
    "bridge_builders",
    "brief_first",
    "closed_groups",
    "contested",
    "definitive_unpartnered",
    "engagement_plan",
    "loss_breaks_network",
    "unequal_voice",
    "who_sets_the_course",
)


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def halls(mapped, size=8, **settings):
    people = [[f"{hall}{number}" for number in range(size)] for hall in "ab"]
    return mapped(
        *(
            f"Stakeholder {name} sector={sector}"
            for sector, names in zip(("government", "business"), people, strict=True)
            for name in names
        ),
        *(f"{a} PARTNERS_WITH {b}" for names in people for a, b in itertools.combinations(names, 2)),
        "a0 PARTNERS_WITH b0",
        **settings,
    )


def test_silos_are_told_beside_chance_and_opened_by_those_with_partners_outside(mapped):
    [finding] = find(halls(mapped), "closed_groups")
    assert (
        finding.title.render("en") == "Partnerships keep to one sector: 56 of 57 do (98%), where chance would give 47%"
    )
    assert (
        finding.title.render("id")
        == "Kemitraan cenderung di dalam satu sektor: 56 dari 57 (98%), padahal secara acak hanya sekitar 47%"
    )
    why = finding.why.render("en")
    assert any(
        f"these keep to themselves: {silos}." in why for silos in ("government, business", "business, government")
    )
    assert finding.numbers["p_inward_corrected"] <= 0.01
    assert "pemerintah" in finding.why.render("id")
    assert (finding.severity, finding.evidence) == ("medium", ("stakeholder:a0", "stakeholder:b0"))


def test_what_chance_explains_is_not_told_and_a_map_that_is_too_small_is_not_assessed(mapped, tiny):
    people = [f"{hall}{number}" for hall in "ab" for number in range(6)]
    lines = [f"Stakeholder {name} sector={name[0]}" for name in people]
    ring = [f"{one} PARTNERS_WITH {other}" for one, other in zip(people, people[1:] + people[:1], strict=True)]
    mixed = [f"{people[number]} PARTNERS_WITH {people[(number + 5) % 12]}" for number in range(12)]
    assert find(mapped(*lines, *ring, *mixed), "closed_groups") == []
    [finding] = find(mapped("Stakeholder a sector=x", "Stakeholder b sector=y", "a PARTNERS_WITH b"), "closed_groups")
    assert finding.severity == "not_assessed"
    assert "fewer than 20 ways" in finding.why.render("en")
    assert find(tiny("B PARTNERS_WITH C"), "closed_groups") == []  # 60 ways to deal five, and chance explains it


def test_what_is_hardly_more_than_by_lot_is_no_bridge(mapped):
    """Nine of its fifteen pairs join its group with the other; groups dealt out by lot would give eight."""
    people = [f"{hall}{number}" for hall in "ab" for number in range(8)]
    lines = (
        *(f"Stakeholder {name} sector={name[0]}" for name in people),
        *(f"a0 PARTNERS_WITH {name}" for name in ("a1", "a2", "a3", "b1", "b2", "b3")),
    )
    [door] = [
        item
        for item in find_brokers(mapped(*lines), "sector")
        if (item.stakeholder, item.role) == ("stakeholder:a0", "gatekeeper/representative")
    ]
    assert (door.pairs, door.by_lot) == (9, pytest.approx(15 * 7 * 8 / 105))  # 7 mates x 8 strangers, of 105 pairs
    assert door.expected == pytest.approx(7 * 8 * 0.05**2 * 0.95)  # 6 of 120 pairs are partners
    assert find(mapped(*lines), "bridge_builders") == []


def test_who_can_bridge_is_named_with_role_and_chance(mapped):
    """The one in the middle knows eight of one other sector, who do not know each other: so it mediates there."""
    people = [f"{hall}{number}" for hall in "ab" for number in range(12)]
    lines = (
        *(f"Stakeholder {name} sector={name[0]}" for name in people),
        *(f"a0 PARTNERS_WITH b{number}" for number in range(10)),
        *(f"a{number} PARTNERS_WITH a{number + 1}" for number in range(1, 11)),
        "a1 PARTNERS_WITH a3",
    )
    [finding] = find(mapped(*lines), "bridge_builders")
    assert finding.title.render("en") == "a0 mediates within another sector"
    assert finding.why.render("en").startswith(
        "Of 45 pairs that a0 joins and who are not partners, 45 are of this kind; were groups dealt out by lot, about 12 "
        "would be"
    )
    assert finding.evidence == ("stakeholder:a0",)
    assert finding.numbers["p_corrected"] <= 0.05


def test_nobody_leans_to_a_role_that_it_hardly_plays(mapped):
    """It joins one pair of its own group, and groups dealt out by lot would give half a pair: it is no coordinator."""
    people = [f"{hall}{number}" for hall in "abcdef" for number in range(4)]
    lines = (
        *(f"Stakeholder {name} sector={name[0]}" for name in people),
        "a0 PARTNERS_WITH a1",
        "a0 PARTNERS_WITH a2",
        *(f"a0 PARTNERS_WITH {hall}0" for hall in "bcdef"),
    )
    [only] = [
        item
        for item in find_brokers(mapped(*lines), "sector")
        if (item.stakeholder, item.role) == ("stakeholder:a0", "coordinator")
    ]
    assert (only.pairs, only.by_lot) == (
        1,
        pytest.approx(21 * 3 / 253),
    )  # 21 pairs; 3 of the 253 of others are of its own group
    assert only.z > 2
    assert not [item for item in find(mapped(*lines), "bridge_builders") if item.numbers["role"] == "coordinator"]


def test_key_players(mapped):
    analysis = halls(mapped, size=4)
    [first] = find(analysis, "brief_first")
    assert first.title.render("en") == "News told to a0 reaches 5 of 8 stakeholders in one step"
    [loss] = find(analysis, "loss_breaks_network")
    assert loss.numbers["fragmentation_without"] == pytest.approx(
        1 - 2 * 9 / 42
    )  # a triangle and four who are all partners are left
    assert loss.evidence in (("stakeholder:a0",), ("stakeholder:b0",))
    assert loss.title.render("en").startswith(f"Without {loss.evidence[0][-2:]} the network would become")


def test_unequal_voice_names_the_silent_and_the_group_heard_least(tiny):
    [finding] = find(tiny(), "unequal_voice")
    assert finding.title.render("id") == "1 dari 5 pihak belum bersuara: E"
    assert "Heard least, by sector: business 0 of 1" in finding.why.render("en")
    assert (finding.severity, finding.evidence, finding.numbers["gini"]) == (
        "low",
        ("stakeholder:E",),
        pytest.approx(0.2),
    )


RATED = (
    "Stakeholder a power=5 interest=5 legitimacy=4 urgency=4",
    "Stakeholder b power=5 interest=1",
    "Stakeholder c power=1 interest=1 legitimacy=1 urgency=1",
)


def test_who_counts_and_has_no_partner_and_how_to_engage(mapped):
    analysis = mapped(*RATED)
    [alone] = find(analysis, "definitive_unpartnered")
    assert (alone.severity, alone.evidence) == ("medium", ("stakeholder:a",))
    findings = find(analysis, "engagement_plan")
    assert [finding.title.render("en") for finding in findings] == [
        "Definitive stakeholders (1): a",
        "Stakeholders who are not salient (1): c",
        "Keep satisfied (1): b",
    ]
    assert findings[0].why.render("id") == "Kuasa, legitimasi, dan kemendesakan semuanya tinggi (salien: definitive)."
    assert find(mapped(*RATED, "a PARTNERS_WITH c"), "definitive_unpartnered") == []
    assert find(mapped(*RATED, files=("stakeholders.csv",)), "definitive_unpartnered")[0].severity == "not_assessed"


def test_what_follows_from_ratings_is_personal_and_left_out_where_ratings_are(mapped):
    personal = {"definitive_unpartnered", "engagement_plan"}
    assert all(FINDINGS[name].personal for name in personal)
    assert not personal & {finding.kind for finding in all_findings(mapped(*RATED), personal=False)}
    assert {
        finding.kind for finding in all_findings(mapped("Stakeholder a"), personal=False)
    } >= personal  # that nothing was rated is no secret


def test_the_contested_are_told_with_common_ground(mapped):
    lines = (
        *(f"Stakeholder {name}" for name in "abcd"),
        "Innovation i",
        "Goal g",
        "a SUPPORTS i",
        "b SUPPORTS i",
        "c OPPOSES i",
    )
    [finding] = find(mapped(*lines, "a SHARES g", "c SHARES g", "a PARTNERS_WITH d", "d PARTNERS_WITH c"), "contested")
    assert finding.title.render("en") == "i has 2 for it and 1 against: c opposes it"
    assert finding.why.render("en") == "For it: a and b. Both sides share: g."
    assert (
        finding.next_step.render("id")
        == "Minta d, yang bermitra dengan kedua pihak, menanyakan alasan c menolak i sebelum diputuskan."
    )
    assert (finding.severity, finding.step.who) == ("medium", ("stakeholder:d",))
    [bare] = find(mapped("Stakeholder c", "Innovation i", "c OPPOSES i"), "contested")
    assert (bare.severity, bare.why.render("en")) == ("low", "Nobody was asked who supports it.")
    assert find(mapped("Stakeholder a", "Innovation i", "a SUPPORTS i"), "contested") == []


def test_who_sets_the_course(mapped):
    people = [f"Stakeholder {name}" for name in "ABC"]
    [finding] = find(
        mapped(*people, "A RELATES_TO B kind=influence weight=3", "B RELATES_TO C kind=influence weight=2"),
        "who_sets_the_course",
    )
    assert finding.title.render("en") == "A influences the others more than it depends on them"
    assert finding.evidence == ("stakeholder:A", "stakeholder:C", "stakeholder:B")
    [mutual] = find(
        mapped(*people, "A RELATES_TO B kind=influence", "B RELATES_TO A kind=influence"), "who_sets_the_course"
    )
    assert mutual.title.render("en") == "None of 2 stakeholders sets the course alone: influence is mutual"


def test_without_data_each_says_what_is_missing(mapped):
    analysis = mapped("Stakeholder a", files=("stakeholders.csv",))
    for kind in OURS:
        [finding] = find(analysis, kind)
        assert finding.severity == "not_assessed"
        assert finding.title.render("en")
        assert finding.title.render("id")


HOSTILE = "{n} {0.__class__} %s"


def test_names_are_text_and_nothing_else(mapped):
    analysis = mapped(
        *RATED,
        "Stakeholder d sector=media",
        "Stakeholder e sector=business",
        "Innovation i",
        "Problem p",
        "a SUPPORTS i",
        "b OPPOSES i",
        "a PARTNERS_WITH d",
        "b PARTNERS_WITH d",
        "d PARTNERS_WITH e",
        "a RELATES_TO b kind=influence",
        "d WORKS_ON p",
    )
    for uid in analysis.whole:
        analysis.whole.nodes[uid]["name"] = HOSTILE
    ours = [
        finding for finding in all_findings(analysis) if finding.kind in OURS and finding.severity != "not_assessed"
    ]
    assert {finding.kind for finding in ours} >= {
        "brief_first",
        "contested",
        "engagement_plan",
        "loss_breaks_network",
        "unequal_voice",
        "who_sets_the_course",
    }
    for finding in ours:
        if finding.kind != "closed_groups":
            assert HOSTILE in finding.title.render("en")
            assert HOSTILE in finding.title.render("id")
