"""Innovation, GROW and learning in sentences: what the illustrative case was written to show, and what is said where data are absent."""

from datetime import date
from pathlib import Path

import pytest

from sysmap.analysis import Analysis
from sysmap.findings import grow as grow_family
from sysmap.findings import innovation as innovation_family
from sysmap.findings import learning as learning_family
from sysmap.findings.port import FINDINGS, all_findings
from sysmap.graph import build_graph
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

CASE = Path(__file__).parents[2] / "datasets" / "gunungkidul"
FAMILIES = (innovation_family, grow_family, learning_family)
KINDS = {kind for family in FAMILIES for kind in family.__all__ if kind in FINDINGS}


@pytest.fixture(scope="module")
def case():
    dataset = read_folder(CASE, VOCABULARY)
    graph = build_graph(dataset.nodes, dataset.ties, map="gunungkidul", files=dict(dataset.files))
    return Analysis(graph, dataset.vocabulary, dataset.config, dataset.files, date.fromisoformat(dataset.config.date))


def of(analysis, kind):
    return [found for found in all_findings(analysis) if found.kind == kind]


def test_the_valley_of_death(case):
    first, *rest = of(case, "valley_of_death")
    assert first.id == "valley_of_death:innovation:panen-hujan"
    assert first.severity == "high"
    assert first.title.render("id") == "Panen Hujan Cerdas berada di lembah kematian: 5 dari 8 syarat agar inovasi lolos dari sana belum terpenuhi"
    assert first.why.render("en") == ("It lacks a sponsor with power, an adopter, funding for twelve months more, an internal champion and movement. "
                            "30 months at this stage.")
    assert first.next_step.render("en").startswith("Ask BPBD to sponsor it; ask Kalurahan Tirtosewu to adopt it; ")
    told = {found.id.rpartition(":")[2] for found in rest}
    assert told == {"sampah-rupiah", "lumbung-sorgum", "internet-balai", "catatan-tumbuh"}      # neither those who crossed nor the one that stopped


def test_the_pipeline_and_the_way_from_report_to_pilot(case):
    [line] = of(case, "innovation_pipeline")
    assert line.title.render("en") == "12 innovations: 1 idea, 1 proposal, 2 prototype, 4 pilot, 2 scaling, 1 embedded and 1 stopped"
    [slow] = of(case, "slow_answers")
    assert slow.title.render("en") == "7 of 15 reported problems wait for a first pilot; half of those answered took 481 days or longer"
    assert "Sampah melampaui daya tampung, 726 hari" in slow.why.render("id")             # 2023-04-17 to 2025-04-12
    assert slow.severity == "high"


def test_the_sessions(case):
    [late] = of(case, "overdue_actions")
    assert (late.id, late.numbers["overdue"], late.severity) == ("overdue_actions:grow:grow-sampah", 2, "high")
    [unfinished] = of(case, "incomplete_session")
    assert (unfinished.id, unfinished.numbers["missing"]) == ("incomplete_session:grow:grow-pemuda", 3)
    [alone] = of(case, "session_not_together")
    assert alone.id == "session_not_together:grow:grow-pemuda"
    assert "Gapoktan Ngudi Rejeki" in alone.next_step.render("en")
    assert of(case, "chosen_option_stuck")[0].evidence == ("grow:grow-sampah", "innovation:sampah-rupiah")
    assert of(case, "grow_sessions")[0].title.render("id") == "3 sesi GROW: 2 lengkap, 2 diputuskan bersama"


def test_learning(case):
    [vision] = of(case, "shared_vision")
    assert (vision.evidence, vision.severity) == (("goal:pantai-lestari",), "medium")
    [progress] = of(case, "goal_progress")
    assert progress.evidence == ("goal:pulang-membangun",)
    [rounds] = of(case, "learning_rounds")
    assert rounds.numbers == {"rounds": 2, "units": 8, "suppressed": 1, "months_since": 3}
    assert "Kalurahan Tirtosewu" in rounds.why.render("id")
    [trend] = of(case, "discipline_trend")
    assert trend.title.render("en").startswith("From round 1 to 2: systems thinking +0.40, ")
    [spread] = of(case, "discipline_spread")
    assert spread.title.render("id") == "Jarak antarunit terlebar pada berpikir sistem: dari 2,4 (Dinas Pariwisata) sampai 4,1 (Bapperida)"
    assert of(case, "equal_part")[0].numbers["roleless"] == 4


def test_what_too_few_said_is_in_no_sentence_and_scores_of_units_are_left_out_with_ratings(case):
    profiled = {found.evidence for found in of(case, "discipline_profile")}
    assert ("stakeholder:kal-tirtosewu",) not in profiled
    assert len(profiled) == 7
    public = {found.kind for found in all_findings(case, personal=False)}
    assert public & KINDS == KINDS - {"discipline_profile", "discipline_spread", "learning_pace"}


def test_every_finding_stands_on_the_map_and_has_two_languages(case):
    found = [one for one in all_findings(case) if one.kind in KINDS]
    assert {one.kind for one in found} == KINDS
    for one in found:
        assert all(uid in case.whole for uid in one.evidence)
        assert one.title.render("en") != one.title.render("id")
        assert one.next_step.render("en") != one.next_step.render("id")
        assert all("{" not in text.render(language) for text in (one.title, one.why, one.next_step) for language in ("en", "id"))


def test_without_the_files_nothing_is_assessed(mapped):
    found = [one for one in all_findings(mapped("Stakeholder A", files=("stakeholders.csv",))) if one.kind in KINDS]
    assert {one.kind for one in found} == KINDS
    assert {one.severity for one in found} == {"not_assessed"}
    steps = " ".join(one.next_step.render("en") for one in found)
    assert all(file in steps for file in ("innovations.csv", "assessments.csv", "goals.csv", "sysmap new --grow"))


def test_empty_files_say_nothing(mapped):
    files = ("stakeholders.csv", "innovations.csv", "grow.csv", "partnerships.csv")
    found = {one.kind: one.severity for one in all_findings(mapped("Stakeholder A", files=files)) if one.kind in KINDS and one.severity != "not_assessed"}
    assert found == {}


def test_a_sponsor_that_nobody_rated_is_said_to_be_taken_on_trust(mapped):
    [found] = of(mapped("Innovation i stage=pilot", "Stakeholder s", "s SPONSORS i"), "valley_of_death")
    assert "taken on trust" in found.why.render("en")
    assert "Not known: movement." not in found.why.render("en")
    assert "Not known: somebody across the boundary, an owner for its problem and movement." in found.why.render("en")


def test_what_nobody_is_near_enough_to_be_asked_for_is_asked_for_at_once(mapped):
    [found] = of(mapped("Innovation compost stage=pilot"), "valley_of_death")
    assert found.next_step.render("en") == ("Write down which problem it answers, and find among those who work on that: a sponsor with power, an adopter, funding for twelve "
                                  "months more, somebody across the boundary, an internal champion and a second lead.")
    [found] = of(mapped("Innovation compost stage=pilot", "Problem waste severity=4", "Stakeholder office power=5", "office WORKS_ON waste", "compost ADDRESSES waste"),
                 "valley_of_death")
    assert found.next_step.render("en") == ("Ask office to sponsor it; let office lead it too; agree with office on who answers for waste; find among those who work on its problem: "
                                  "an adopter, funding for twelve months more, somebody across the boundary and an internal champion.")
    assert found.next_step.render("id").endswith("pihak dari seberang batas internal-eksternal, dan penggerak internal.")


def test_what_is_well_is_said_too(mapped):
    analysis = mapped("Innovation i trl=5 stage=pilot stage_since=2025-06-01", "Stakeholder s power=5 boundary=internal", "Stakeholder t boundary=external", "Problem p",
                      "i ADDRESSES p", "s OWNS p", "s SPONSORS i", "t ADOPTS i", "s FUNDS i", "s CHAMPIONS i", "s LEADS i", "t LEADS i",
                      "Goal g baseline=1 actual=2 target=3", "s SHARES g", "t SHARES g")
    assert of(analysis, "valley_of_death")[0].severity == "info"
    assert of(analysis, "goal_progress")[0].title.render("en") == "The one goal that is measured lost no ground"
    assert of(analysis, "shared_vision")[0].severity == "info"


def test_goals_that_nobody_holds_are_grave(mapped):
    [found] = of(mapped("Goal g", "Goal h", "Stakeholder s sector=media", "s SHARES h"), "shared_vision")
    assert (found.severity, found.numbers["unheld"]) == ("high", 1)
    assert "Held by nobody: g." in found.why.render("en")


HOSTILE = "{n} {0.__class__} %s <img src=x onerror=alert(1)>"


def test_names_are_text_and_nothing_else():
    dataset = read_folder(CASE, VOCABULARY)
    graph = build_graph(dataset.nodes, dataset.ties, map="gunungkidul", files=dict(dataset.files))
    for uid in graph:
        graph.nodes[uid]["name"] = HOSTILE
    analysis = Analysis(graph, dataset.vocabulary, dataset.config, dataset.files, date.fromisoformat(dataset.config.date))
    assert any(HOSTILE in one.title.render("id") for one in all_findings(analysis, ("valley_of_death", "overdue_actions")))


def test_severities_of_every_kind_are_told():
    for kind in KINDS:
        assert any(word in FINDINGS[kind].meaning.render("en") for word in ("info", "High", "Medium", "Low", "severe"))
