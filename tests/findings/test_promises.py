"""What is alike is one sentence, by hand: overdue actions, choices that do not move, sessions apart, who opposes."""

from datetime import date

from sysmap.findings.port import FINDINGS, all_findings
from sysmap.findings.steps import Ended, Field, Tie

DAY = date(2026, 9, 30)
SESSIONS = (
    "GrowSession g date=2026-01-01 goal=water",
    "GrowSession h date=2026-02-01 goal=land",
    "Stakeholder a sector=government",
    "Stakeholder b sector=government",
    "Stakeholder c sector=community",
    "g INVOLVES a",
    "h INVOLVES b",
)


def find(analysis, kind):
    return [finding for finding in all_findings(analysis, (kind,)) if finding.severity != "not_assessed"]


def test_all_overdue_actions_stand_in_one_urgent_sentence_the_longest_overdue_first(mapped):
    analysis = mapped(
        *SESSIONS,
        "g ACTION b what=dig due=2026-08 key=1",
        "h ACTION a what=pay due=2026-02 key=2",
        "h ACTION c what=ask due=2026-08-31 key=3",
        "h ACTION c what=tell due=2026-12-31 key=4",
        day=DAY,
    )
    [late] = find(analysis, "overdue_actions")
    assert late.severity == "high"
    assert late.title.render("en") == "3 of 4 actions that were agreed on are overdue: a, b and c"
    # A month means its last day, in words.
    assert late.why.render("en") == (
        "The one overdue longest comes first: pay (a, due 28 February 2026), dig (b, due 31 August 2026) and ask (c, "
        "due 31 August 2026)."
    )
    first = "ACTION:grow:h>stakeholder:a@2"
    assert late.items[0] == ("grow:h", "stakeholder:a", first)
    assert (late.step.wanted, late.step.who[0]) == (Field(first, "done"), "stakeholder:a")
    assert tuple(FINDINGS["overdue_actions"].search(analysis)) == late.items


def test_choices_that_stand_still_are_urgent_where_somebody_can_act(mapped):
    lines = (
        *SESSIONS,
        "Innovation i stage=pilot stage_since=2024-01-01",
        "Innovation j stage=pilot stage_since=2023-01-01",
        "Innovation k stage=idea",
        "g CHOSE i",
        "h CHOSE j",
        "h OPTION k",
    )
    [stuck] = find(mapped(*lines, "c LEADS j", day=DAY), "chosen_option_stuck")
    assert (stuck.severity, stuck.items) == ("high", (("grow:h", "innovation:j"), ("grow:g", "innovation:i")))
    assert stuck.title.render("en") == "2 innovations that were chosen in GROW sessions stand still: j and i"
    assert "h chose j, which has been in one stage for 44 months." in stuck.why.render("en")
    assert stuck.step.who == ("stakeholder:c",)
    assert "Let c say at the next meeting what holds j" in stuck.next_step.render("en")
    assert stuck.next_step.render("en").endswith("turn to k.")
    nobody = tuple(line for line in lines if "INVOLVES" not in line)
    [alone] = find(mapped(*nobody, day=DAY), "chosen_option_stuck")
    assert (alone.severity, alone.step.who) == ("low", ())


def test_a_choice_that_has_stopped_asks_for_another_and_one_without_a_stage_says_nothing(mapped):
    lines = (*SESSIONS, "Innovation i stage=stopped", "Innovation j stage=pilot", "g CHOSE i", "g OPTION j")
    [stopped] = find(mapped(*lines, day=DAY), "chosen_option_stuck")
    assert (stopped.severity, stopped.items) == ("low", (("grow:g", "choice"),))
    assert stopped.step.wanted == Tie("CHOSE", "grow:g", "innovation:j")
    assert find(mapped(*lines, "g CHOSE j", day=DAY), "chosen_option_stuck") == []
    assert find(mapped(*SESSIONS, "Innovation i stage_since=2020", "g CHOSE i", day=DAY), "chosen_option_stuck") == []


def test_sessions_apart_are_one_sentence_and_who_is_affected_is_invited(mapped):
    lines = (*SESSIONS, "Problem p severity=2", "Problem q severity=5", "g CONSIDERS p", "h CONSIDERS q")
    [apart] = find(mapped(*lines, "c AFFECTED_BY q", day=DAY), "session_not_together")
    assert apart.severity == "medium"
    assert apart.title.render("en") == "2 GROW sessions were not decided together: h and g"
    assert apart.items == (("grow:h", "affected"), ("grow:h", "sectors"), ("grow:g", "sectors"))
    assert apart.step.wanted == Tie("INVOLVES", "grow:h", "stakeholder:c")
    assert apart.next_step.render("en") == "Let b go over h again together with c."
    # Of a problem that is not grave, it is only worth a look.
    [slight] = find(mapped(*lines, "h INVOLVES c", day=DAY), "session_not_together")
    assert (slight.severity, slight.evidence) == ("low", ("grow:g", "stakeholder:a"))


def test_what_is_missing_is_told_of_all_sessions_at_once(mapped):
    analysis = mapped(*SESSIONS, "Innovation i", "g OPTION i", "g ACTION a what=dig", "g ACTION b due=2027-01", day=DAY)
    [one] = find(analysis, "incomplete_session")
    assert one.severity == "low"
    assert one.title.render("en") == "2 of 2 GROW sessions were left unfinished: h and g"
    assert one.items == (
        ("grow:h", "first option"),
        ("grow:h", "actions"),
        ("grow:g", "options"),
        ("grow:g", "stakeholder:a", "ACTION:grow:g>stakeholder:a"),
    )


def test_who_both_supports_and_opposes_is_told_and_who_opposes_alone(mapped):
    lines = ("Stakeholder a", "Stakeholder b", "Innovation i", "Innovation j", "a SUPPORTS i", "a OPPOSES i")
    [torn] = find(mapped(*lines), "contested")
    assert (torn.title.render("en"), torn.severity) == ("a both supports and opposes i", "low")
    strong, weak = find(mapped(*lines, "b OPPOSES j"), "contested")
    assert (strong.items, strong.severity) == ((("innovation:j", "stakeholder:b"),), "medium")
    assert strong.step.wanted == Ended("OPPOSES:stakeholder:b>innovation:j")
    assert weak.items == (("innovation:i", "stakeholder:a"),)


def test_who_decides_and_is_alone_is_met_by_whoever_shares_its_problems(mapped):
    rated = "power=5 legitimacy=5 urgency=5"
    lines = (f"Stakeholder a {rated}", f"Stakeholder b {rated}", "Stakeholder c", "Problem p", "b WORKS_ON p")
    [alone] = find(mapped(*lines, "c OWNS p"), "definitive_unpartnered")
    assert (alone.items, alone.severity) == ((("stakeholder:a",), ("stakeholder:b",)), "medium")
    assert alone.step.wanted == Tie("PARTNERS_WITH", "stakeholder:b", "stakeholder:c")
    assert "Let c, who works on the same problems, meet b" in alone.next_step.render("en")


def test_a_list_in_a_sentence_says_what_is_equal(mapped):
    lines = (
        f"Assessment {who}{wave} discipline=mental_models wave={wave} score={score} respondents=9"
        for who, wave, score in (("a", 1, 2), ("b", 1, 2), ("c", 1, 4))
    )
    analysis = mapped(*(f"Stakeholder {who}x" for who in "abc"), *lines, *(f"{who}1 ASSESSES {who}x" for who in "abc"))
    [spread] = find(analysis, "discipline_spread")
    assert spread.title.render("en").endswith("from 2.0 (ax, equal with 1 more) to 4.0 (cx)")
