"""Findings on innovation, GROW and learning: what the example was written to show, and what is said without data."""

from datetime import date
from pathlib import Path

import pytest

from asked_ties import ASKED
from sysmap.analysis import Analysis
from sysmap.findings.port import FINDINGS, all_findings
from sysmap.findings.steps import Step, Tie
from sysmap.graph import build_graph
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

CASE = Path(__file__).parents[2] / "datasets" / "gunungkidul"
KINDS = {name for name, kind in FINDINGS.items() if kind.topic in {"innovation", "grow", "learning"}}


@pytest.fixture(scope="module")
def case():
    dataset = read_folder(CASE, VOCABULARY)
    graph = build_graph(dataset.nodes, dataset.ties, map="gunungkidul", files=dict(dataset.files))
    return Analysis(graph, dataset.vocabulary, dataset.config, dataset.files, date.fromisoformat(dataset.config.date))


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_the_valley_of_death(case):
    first, *rest = find(case, "valley_of_death")
    assert first.id == "valley_of_death:innovation:panen-hujan"
    assert first.severity == "high"
    assert (
        first.title.render("id")
        == "Panen Hujan Cerdas berada di lembah kematian: 5 dari 8 syarat agar inovasi lolos dari sana belum terpenuhi"
    )
    assert first.why.render("en") == (
        "It lacks a sponsor with power, an adopter, funding for twelve months more, an internal champion and movement. "
        "30 months at this stage. Its funding ends on 31 December 2026."
    )
    assert first.next_step.render("en").startswith("Ask BPBD to sponsor it; ask Kalurahan Tirtosewu to adopt it; ")
    # Its funding ends by then, as the tables say: that is when somebody must have agreed.
    assert first.step == Step(
        ("innovation:panen-hujan", "sponsor"),
        Tie("SPONSORS", "stakeholder:bpbd", "innovation:panen-hujan"),
        ("stakeholder:bpbd",),
        date(2026, 12, 31),
    )
    # Neither the innovations that have crossed the valley nor the one that stopped are here.
    others = [(finding.severity, sorted({item[0].rpartition(":")[2] for item in finding.items})) for finding in rest]
    assert others == [
        ("high", ["sampah-rupiah"]),
        ("medium", ["internet-balai", "lumbung-sorgum"]),
        ("low", ["catatan-tumbuh"]),
    ]


def test_partnerships_are_told_beside_those_dealt_by_lot(case):
    [fit] = find(case, "congruence")
    assert "More of them are partners than by chance: by lot only about 10% would be." in fit.why.render("en")
    assert 0.09 < fit.numbers["congruence_by_chance"] < 0.11


def test_the_pipeline_and_the_way_from_report_to_pilot(case):
    [line] = find(case, "innovation_pipeline")
    assert (
        line.title.render("en")
        == "12 innovations: 1 idea, 1 proposal, 2 prototype, 4 pilot, 2 scaling, 1 embedded and 1 stopped"
    )
    [slow] = find(case, "slow_answers")
    assert (
        slow.title.render("en")
        == "7 of 15 reported problems wait for a first pilot; half of those answered took 481 days or longer"
    )
    assert "Sampah melampaui daya tampung, 726 hari" in slow.why.render("id")  # 2023-04-17 to 2025-04-12
    assert slow.severity == "low"


def test_the_sessions(case):
    [late] = find(case, "overdue_actions")
    assert (late.id, late.numbers["overdue"], late.severity) == ("overdue_actions", 2, "high")
    assert late.step.who == ("stakeholder:bumkal-segara", "stakeholder:kal-segaraasri")
    [unfinished] = find(case, "incomplete_session")
    assert (unfinished.evidence[0], unfinished.numbers["missing"]) == ("grow:grow-pemuda", 3)
    [alone] = find(case, "session_not_together")
    assert alone.items == (("grow:grow-pemuda", "affected"), ("grow:grow-pemuda", "sectors"))
    assert "Gapoktan Ngudi Rejeki" in alone.next_step.render("en")
    assert find(case, "chosen_option_stuck")[0].items == (("grow:grow-sampah", "innovation:sampah-rupiah"),)
    assert find(case, "grow_sessions")[0].title.render("id") == "3 sesi GROW: 2 lengkap, 2 diputuskan bersama"


def test_learning(case):
    [vision] = find(case, "shared_vision")
    assert (vision.evidence, vision.severity) == (("goal:pantai-lestari",), "low")
    [progress] = find(case, "goal_progress")
    assert progress.evidence == ("goal:pulang-membangun",)
    [rounds] = find(case, "learning_rounds")
    assert rounds.numbers == {"rounds": 2, "units": 8, "suppressed": 1, "months_since": 3}
    assert "Kalurahan Tirtosewu" in rounds.why.render("id")
    [trend] = find(case, "discipline_trend")
    assert trend.title.render("en").startswith("From round 1 to 2: systems thinking +0.40, ")
    [spread] = find(case, "discipline_spread")
    assert (
        spread.title.render("id")
        == "Jarak antarunit terlebar pada berpikir sistem: dari 2,4 (Dinas Pariwisata) sampai 4,1 (Bapperida)"
    )
    assert find(case, "equal_part")[0].numbers["roleless"] == 4


def test_what_too_few_said_is_in_no_sentence_and_scores_of_units_are_left_out_with_ratings(case):
    profiled = {finding.evidence for finding in find(case, "discipline_profile")}
    assert ("stakeholder:kal-tirtosewu",) not in profiled
    assert len(profiled) == 7
    public = {finding.kind for finding in all_findings(case, personal=False)}
    assert public & KINDS == KINDS - {"discipline_profile", "discipline_spread", "learning_pace"}


def test_every_finding_stands_on_the_map_and_has_two_languages(case):
    findings = [finding for finding in all_findings(case) if finding.kind in KINDS]
    assert {finding.kind for finding in findings} == KINDS
    for finding in findings:
        assert all(uid in case.whole for uid in finding.evidence)
        assert finding.title.render("en") != finding.title.render("id")
        assert finding.next_step.render("en") != finding.next_step.render("id")
        assert all(
            "{" not in text.render(language)
            for text in (finding.title, finding.why, finding.next_step)
            for language in ("en", "id")
        )


def test_without_the_files_nothing_is_assessed(mapped):
    findings = [
        finding
        for finding in all_findings(mapped("Stakeholder A", files=("stakeholders.csv",)))
        if finding.kind in KINDS
    ]
    assert {finding.kind for finding in findings} == KINDS
    assert {finding.severity for finding in findings} == {"not_assessed"}
    steps = " ".join(finding.next_step.render("en") for finding in findings)
    assert all(file in steps for file in ("innovations.csv", "assessments.csv", "goals.csv", "grow.csv"))


def test_empty_files_say_nothing(mapped):
    files = ("stakeholders.csv", "innovations.csv", "grow.csv", "partnerships.csv")
    findings = {
        finding.kind: finding.severity
        for finding in all_findings(mapped("Stakeholder A", files=files))
        if finding.kind in KINDS and finding.severity != "not_assessed"
    }
    assert findings == {}


def test_a_sponsor_that_nobody_rated_is_said_to_be_taken_on_trust(mapped):
    lines = (*ASKED, "Innovation i stage=pilot", "Stakeholder s", "s SPONSORS i")
    [finding] = find(mapped(*lines), "valley_of_death")
    assert "taken on trust" in finding.why.render("en")
    assert "Not known: movement." not in finding.why.render("en")
    assert "Not known: somebody across the boundary, an owner for its problem and movement." in finding.why.render("en")


def test_what_nobody_is_near_enough_to_be_asked_for_is_asked_for_at_once(mapped):
    [finding] = find(mapped(*ASKED, "Innovation compost stage=pilot"), "valley_of_death")
    assert finding.next_step.render("en") == (
        "Write down which problem it answers, and find among those who work on that: a sponsor with power, an adopter, "
        "funding for twelve months more, somebody across the boundary, an internal champion and a second lead."
    )
    [finding] = find(
        mapped(
            *ASKED,
            "Innovation compost stage=pilot",
            "Problem waste severity=4",
            "Stakeholder office power=5",
            "office WORKS_ON waste",
            "compost ADDRESSES waste",
        ),
        "valley_of_death",
    )
    assert finding.next_step.render("en") == (
        "Ask office to sponsor it; let office lead it too; agree with office on who answers for waste; find among "
        "those who work on its problem: an adopter, funding for twelve months more, somebody across the boundary and "
        "an internal champion."
    )
    assert finding.next_step.render("id").endswith(
        "pihak dari seberang batas internal-eksternal, dan penggerak internal."
    )


def test_what_is_well_is_said_too(mapped):
    analysis = mapped(
        "Innovation i trl=5 stage=pilot stage_since=2025-06-01",
        "Stakeholder s power=5 boundary=internal sector=government",
        "Stakeholder t boundary=external sector=community",
        "Problem p",
        "i ADDRESSES p",
        "s OWNS p",
        "s SPONSORS i",
        "t ADOPTS i",
        "s FUNDS i",
        "s CHAMPIONS i",
        "s LEADS i",
        "t LEADS i",
        "Goal g baseline=1 actual=2 target=3",
        "s SHARES g",
        "t SHARES g",
    )
    assert find(analysis, "valley_of_death")[0].severity == "info"
    assert find(analysis, "goal_progress")[0].title.render("en") == "The one goal that is measured lost no ground"
    assert find(analysis, "shared_vision")[0].severity == "info"


def test_goals_that_nobody_holds_are_told_with_the_share_of_those_that_are_held(mapped):
    [finding] = find(mapped("Goal g", "Goal h", "Stakeholder s sector=media", "s SHARES h"), "shared_vision")
    assert (finding.severity, finding.numbers["unheld"]) == ("low", 1)
    assert "Of 2 goals the tables say of 1 who shares it; of none is that said here: g." in finding.why.render("en")
    assert finding.items == (("goal:g", "holder"), ("goal:h", "sectors"))


HOSTILE = "{n} {0.__class__} %s <img src=x onerror=alert(1)>"


def test_names_are_text_and_nothing_else():
    dataset = read_folder(CASE, VOCABULARY)
    graph = build_graph(dataset.nodes, dataset.ties, map="gunungkidul", files=dict(dataset.files))
    for uid in graph:
        graph.nodes[uid]["name"] = HOSTILE
    analysis = Analysis(
        graph, dataset.vocabulary, dataset.config, dataset.files, date.fromisoformat(dataset.config.date)
    )
    assert any(
        HOSTILE in finding.title.render("id")
        for finding in all_findings(analysis, ("valley_of_death", "overdue_actions"))
    )


def test_severities_of_every_kind_are_told():
    for kind in KINDS:
        assert any(
            word in FINDINGS[kind].meaning.render("en")
            for word in ("info", "High", "Medium", "Low", "severe", "Always")
        )
