"""What is said of groups, key players and stakeholders: in both languages, with evidence, and only as far as ratings may be told."""

import itertools

import pytest

from sysmap.findings.port import FINDINGS, all_findings
from sysmap.models.brokerage_brokers import find_brokers

OURS = ("bridge_builders", "brief_first", "closed_groups", "contested", "definitive_unpartnered", "engagement_plan", "loss_breaks_network",
        "unequal_voice", "who_sets_the_course")


def of(analysis, kind):
    return [found for found in all_findings(analysis) if found.kind == kind]


def halls(mapped, size=8, **settings):
    people = [[f"{hall}{number}" for number in range(size)] for hall in "ab"]
    return mapped(*(f"Stakeholder {name} sector={sector}" for sector, names in zip(("government", "business"), people, strict=True) for name in names),
                  *(f"{a} PARTNERS_WITH {b}" for names in people for a, b in itertools.combinations(names, 2)), "a0 PARTNERS_WITH b0", **settings)


def test_silos_are_told_beside_chance_and_opened_by_those_with_partners_outside(mapped):
    [found] = of(halls(mapped), "closed_groups")
    assert found.title.render("en") == "Partnerships keep to one sector: 56 of 57 do (98%), where chance would give 47%"
    assert found.title.render("id") == "Kemitraan cenderung di dalam satu sektor: 56 dari 57 (98%), padahal secara acak hanya sekitar 47%"
    assert "Closed beyond chance: government, business." in found.why.render("en") or "Closed beyond chance: business, government." in found.why.render("en")
    assert "pemerintah" in found.why.render("id")
    assert (found.severity, found.evidence) == ("high", ("stakeholder:a0", "stakeholder:b0"))


def test_a_small_group_is_no_silo(tiny):
    [found] = of(tiny("B PARTNERS_WITH C"), "closed_groups")
    assert found.severity == "info"
    assert found.title.render("en") == "1 of 3 partnerships stay within one sector (33%), which is not clearly other than chance (10%)"


def test_who_can_bridge_is_named_with_role_chance_and_z(mapped):
    people = [f"{hall}{number}" for hall in "ab" for number in range(8)]
    [found] = of(mapped(*(f"Stakeholder {name} sector={name[0]}" for name in people),
                        *(f"a0 PARTNERS_WITH {name}" for name in ("a1", "a2", "a3", "b1", "b2", "b3"))), "bridge_builders")
    assert found.title.render("en") == "a0 links its own sector with others"
    assert found.title.render("id") == "a0 menjadi penghubung sektornya dengan sektor lain"
    assert "penjaga gerbang/wakil" in found.why.render("id")
    assert found.why.render("en").startswith("Of 15 pairs that a0 joins and who are not partners, 9 are of this kind; were groups dealt out by lot, about 8 would be")
    assert found.numbers["by_lot"] == pytest.approx(15 * 7 * 8 / 105)                         # 7 mates x 8 strangers, of 105 pairs of others
    assert found.numbers["expected"] == pytest.approx(7 * 8 * 0.05 ** 2 * 0.95)               # 6 of 120 pairs are partners
    assert found.evidence == ("stakeholder:a0",)


def test_nobody_leans_to_a_role_that_it_hardly_plays(mapped):
    """One pair of its own kind, where groups dealt out by lot would give a half: no coordinator."""
    people = [f"{hall}{number}" for hall in "abcdef" for number in range(4)]
    lines = (*(f"Stakeholder {name} sector={name[0]}" for name in people), "a0 PARTNERS_WITH a1", "a0 PARTNERS_WITH a2",
             *(f"a0 PARTNERS_WITH {hall}0" for hall in "bcdef"))
    [only] = [one for one in find_brokers(mapped(*lines), "sector") if (one.stakeholder, one.role) == ("stakeholder:a0", "coordinator")]
    assert (only.pairs, only.by_lot) == (1, pytest.approx(21 * 3 / 253))          # 21 pairs; 3 of the 253 of others are of its own group
    assert only.z > 2
    assert not [one for one in of(mapped(*lines), "bridge_builders") if one.numbers["role"] == "coordinator"]


def test_key_players(mapped):
    analysis = halls(mapped, size=4)
    [first] = of(analysis, "brief_first")
    assert first.title.render("en") == "News told to a0 reaches 5 of 8 stakeholders in one step"
    [loss] = of(analysis, "loss_breaks_network")
    assert loss.numbers["fragmentation_without"] == pytest.approx(1 - 2 * 9 / 42)     # a triangle and four who are all partners are left
    assert loss.evidence in (("stakeholder:a0",), ("stakeholder:b0",))
    assert loss.title.render("en").startswith(f"Without {loss.evidence[0][-2:]} the network would become")


def test_unequal_voice_names_the_silent_and_the_group_heard_least(tiny):
    [found] = of(tiny(), "unequal_voice")
    assert found.title.render("id") == "1 dari 5 pihak belum bersuara: E"
    assert "Heard least, by sector: business 0 of 1" in found.why.render("en")
    assert (found.severity, found.evidence, found.numbers["gini"]) == ("low", ("stakeholder:E",), pytest.approx(0.2))


RATED = ("Stakeholder a power=5 interest=5 legitimacy=4 urgency=4", "Stakeholder b power=5 interest=1", "Stakeholder c power=1 interest=1 legitimacy=1 urgency=1")


def test_who_counts_and_has_no_partner_and_how_to_engage(mapped):
    analysis = mapped(*RATED)
    [alone] = of(analysis, "definitive_unpartnered")
    assert (alone.severity, alone.evidence) == ("high", ("stakeholder:a",))
    found = of(analysis, "engagement_plan")
    assert [one.title.render("en") for one in found] == ["Definitive stakeholders (1): a", "Stakeholders who are not salient (1): c", "Keep satisfied (1): b"]
    assert found[0].why.render("id") == "Kuasa, legitimasi, dan kemendesakan semuanya tinggi (salien: definitive)."
    assert of(mapped(*RATED, "a PARTNERS_WITH c"), "definitive_unpartnered") == []
    assert of(mapped(*RATED, files=("stakeholders.csv",)), "definitive_unpartnered")[0].severity == "not_assessed"


def test_what_follows_from_ratings_is_personal_and_left_out_where_ratings_are(mapped):
    personal = {"definitive_unpartnered", "engagement_plan"}
    assert all(FINDINGS[name].personal for name in personal)
    assert not personal & {one.kind for one in all_findings(mapped(*RATED), personal=False)}
    assert {one.kind for one in all_findings(mapped("Stakeholder a"), personal=False)} >= personal      # that nothing was rated is no secret


def test_the_contested_are_told_with_common_ground(mapped):
    lines = (*(f"Stakeholder {name}" for name in "abcd"), "Innovation i", "Goal g", "a SUPPORTS i", "b SUPPORTS i", "c OPPOSES i")
    [found] = of(mapped(*lines, "a SHARES g", "c SHARES g", "a PARTNERS_WITH d", "d PARTNERS_WITH c"), "contested")
    assert found.title.render("en") == "i has 2 for it and 1 against: c opposes it"
    assert found.why.render("en") == "For it: a and b. Both sides share: g."
    assert found.next_step.render("id") == "Tanyakan alasan c, dengan bantuan mitra kedua pihak: d."
    assert found.severity == "medium"
    [bare] = of(mapped("Stakeholder c", "Innovation i", "c OPPOSES i"), "contested")
    assert (bare.severity, bare.why.render("en")) == ("high", "Nobody is known to support it.")
    assert of(mapped("Stakeholder a", "Innovation i", "a SUPPORTS i"), "contested") == []


def test_who_sets_the_course(mapped):
    people = [f"Stakeholder {name}" for name in "ABC"]
    [found] = of(mapped(*people, "A RELATES_TO B kind=influence weight=3", "B RELATES_TO C kind=influence weight=2"), "who_sets_the_course")
    assert found.title.render("en") == "A influences the others more than it depends on them"
    assert found.evidence == ("stakeholder:A", "stakeholder:C", "stakeholder:B")
    [mutual] = of(mapped(*people, "A RELATES_TO B kind=influence", "B RELATES_TO A kind=influence"), "who_sets_the_course")
    assert mutual.title.render("en") == "None of 2 stakeholders sets the course alone: influence is mutual"


def test_without_data_each_says_what_is_missing(mapped):
    analysis = mapped("Stakeholder a", files=("stakeholders.csv",))
    for kind in OURS:
        [found] = of(analysis, kind)
        assert found.severity == "not_assessed"
        assert found.title.render("en")
        assert found.title.render("id")


HOSTILE = "{n} {0.__class__} %s"


def test_names_are_text_and_nothing_else(mapped):
    analysis = mapped(*RATED, "Stakeholder d sector=media", "Stakeholder e sector=business", "Innovation i", "Problem p", "a SUPPORTS i", "b OPPOSES i",
                      "a PARTNERS_WITH d", "b PARTNERS_WITH d", "d PARTNERS_WITH e", "a RELATES_TO b kind=influence", "d WORKS_ON p")
    for uid in analysis.whole:
        analysis.whole.nodes[uid]["name"] = HOSTILE
    told = [found for found in all_findings(analysis) if found.kind in OURS and found.severity != "not_assessed"]
    assert {found.kind for found in told} >= {"brief_first", "contested", "engagement_plan", "loss_breaks_network", "unequal_voice", "who_sets_the_course"}
    for found in told:
        if found.kind != "closed_groups":
            assert HOSTILE in found.title.render("en")
            assert HOSTILE in found.title.render("id")
