"""Laws that hold for all kinds of finding on causes, on made maps and on the datasets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from random_maps import make_map
from sysmap import read_folder
from sysmap.analysis import Analysis
from sysmap.findings.port import FINDINGS, Finding
from sysmap.findings.steps import Ended
from sysmap.graph import build_graph
from sysmap.models.causes.archetypes import find_archetypes
from sysmap.records.coverage_work import problem_severities
from sysmap.schema import node_uid, tie_uid
from sysmap.vocabulary import VOCABULARY

KINDS = tuple(kind.name for kind in FINDINGS.values() if kind.topic.startswith("causes"))
DATASETS = Path(__file__).parents[2] / "datasets"
SEEDS = range(30)


def made_causes(seed: int) -> Analysis:
    """A made map with twelve causes more, of every label, and forty links among them."""
    lots, analysis = Random(seed), make_map(seed)
    whole = analysis.whole.copy()
    for number in range(12):
        label = lots.choice(("Problem", "Factor", "Factor", "Goal", "Innovation"))
        props = {"wanted": lots.choice(("up", "down", None))} if label in ("Factor", "Innovation") else {}
        if label == "Problem":
            props["severity"] = lots.choice((1, 3, 5, None))
        uid = node_uid(label, f"c{number}")
        filled = {key: value for key, value in props.items() if value is not None}
        whole.add_node(uid, label=label, id=f"c{number}", name=f"cause {number}", **filled)
    causes = sorted(uid for uid, name in whole.nodes(data="name") if str(name).startswith("cause "))
    for _ in range(40):
        source, target = lots.sample(causes, 2)
        held = {"held_by": lots.choice("abc")} if lots.random() < 0.3 else {}
        uid = tie_uid("INFLUENCES", source, target, key=held.get("held_by", ""))
        delay = lots.choice(("none", "short", "long"))
        whole.add_edge(source, target, uid, type="INFLUENCES", polarity=lots.choice("++--?"), delay=delay, **held)
    return replace(analysis, whole=whole, results={})


def read_dataset(name: str) -> Analysis:
    data = read_folder(DATASETS / name, VOCABULARY, strict=True)
    graph = build_graph(data.nodes, data.ties, map=data.config.name, files=data.files)
    return Analysis(graph, VOCABULARY, data.config, graph.graph["files"], date(2026, 6, 30))


def told(analysis: Analysis) -> list[Finding]:
    findings = [one for kind in KINDS for one in FINDINGS[kind].find(analysis)]
    return [one for one in findings if one.severity != "not_assessed"]


@pytest.fixture(scope="module", params=[*SEEDS, "tiny", "gunungkidul"])
def analysis(request: pytest.FixtureRequest) -> Analysis:
    return made_causes(request.param) if isinstance(request.param, int) else read_dataset(request.param)


def test_items_are_subjects_and_steps_are_about_an_item(analysis):
    for one in told(analysis):
        assert set(one.items) <= set(FINDINGS[one.kind].search(analysis))
        assert one.step is None or one.step.item in one.items


def test_nothing_is_urgent_and_four_are_important(analysis):
    assert sum(FINDINGS[kind].important for kind in KINDS) <= 4
    findings = told(analysis)
    assert not [one for one in findings if one.severity == "high"]
    for kind in KINDS:
        important = [one for one in findings if one.kind == kind and one.severity == "medium"]
        assert len(important) <= FINDINGS[kind].important


def test_once_what_is_wanted_holds_the_finding_is_gone(analysis):
    for one in told(analysis):
        if one.step is None:
            continue
        wanted = one.step.wanted
        assert isinstance(wanted, Ended)
        whole = analysis.whole.copy()
        source, target = next((a, b) for a, b, uid in whole.edges(keys=True) if uid == wanted.uid)
        whole.edges[source, target, wanted.uid]["until"] = "1900-01-01"
        later = replace(analysis, whole=whole, results={})
        assert one.step.item not in set(FINDINGS[one.kind].search(later))


def test_an_unrelated_node_changes_no_subject(analysis):
    whole = analysis.whole.copy()
    whole.add_node("factor:apart", label="Factor", id="apart", name="Apart")
    beside = replace(analysis, whole=whole, results={})
    for kind in KINDS:
        if all(need.met(analysis) for need in FINDINGS[kind].needs):
            assert set(FINDINGS[kind].search(beside)) == set(FINDINGS[kind].search(analysis))


def test_a_plain_sentence_names_no_command_file_or_p_value(analysis):
    for one in told(analysis):
        for text in (one.title, one.why, one.next_step):
            for language in ("en", "id"):
                sentence = text.render(language)
                assert not [
                    word for word in ("sysmap ", ".csv", " --", "Kendall", " tau ", "held_by") if word in sentence
                ]


def test_no_burden_is_told_as_something_wished_for(analysis):
    """In what the archetypes say, a problem neither grows to people's joy nor competes for a share."""
    for archetype in find_archetypes(analysis).found:
        for role, uid in archetype.roles.items():
            label = analysis.props(uid)["label"]
            assert not (
                uid in problem_severities(analysis)
                and role in {"fix", "quick_fix", "growth", "winner", "loser", "user"}
            )
            assert not (label == "Goal" and role in {"problem", "symptom", "gap"})


def test_a_list_of_the_best_names_few(analysis):
    for one in told(analysis):
        if one.kind == "leverage_point" or (one.kind == "where_to_push" and one.numbers["agreed"]):
            assert len(one.evidence) <= 5
            assert 3 * len(one.evidence) <= sum(1 for _, degree in analysis.causal.degree if degree)
        if one.kind == "where_to_push" and one.numbers["lowest_tau"] < 0:
            assert one.numbers["agreed"] == 0
