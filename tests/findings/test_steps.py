"""A next step can be written into the tables, and then its finding is gone; what is unrelated changes nothing.

Held over every dataset and over made maps of every degree of emptiness, for all kinds that have a step.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import random_maps
from sysmap.analysis import Analysis
from sysmap.findings.port import FINDINGS, Finding, all_findings
from sysmap.findings.steps import Asked, Ended, Field, Subject, Tie, Wanted
from sysmap.graph import build_graph
from sysmap.schema import node_uid, tie_uid
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

DATASETS = sorted(path.parent for path in (Path(__file__).parents[2] / "datasets").glob("*/sysmap.toml"))
SEEDS = range(30)
NEW = "newcomer"
"""The id of whatever is added."""


def read_dataset(folder: Path) -> Analysis:
    dataset = read_folder(folder, VOCABULARY)
    graph = build_graph(dataset.nodes, dataset.ties, map=folder.name, files=dict(dataset.files))
    day = date.fromisoformat(dataset.config.date) if dataset.config.date else random_maps.DAY
    return Analysis(graph, dataset.vocabulary, dataset.config, dataset.files, day)


def add_node(whole: nx.MultiDiGraph, label: str) -> str:
    """Add a node of this kind of which nothing but a name is known; return its uid."""
    uid = node_uid(VOCABULARY.node(label).name, NEW)
    whole.add_node(uid, label=label, id=NEW, name=NEW)
    return uid


def write_tie(whole: nx.MultiDiGraph, tie: Tie) -> None:
    """Add a tie; an end that may be anyone is a new node."""
    ends = VOCABULARY.tie(tie.type).ends
    label_of = whole.nodes(data="label")
    source_label, target_label = next(
        (source, target)
        for source, target in ends
        if (not tie.source or label_of[tie.source] == source) and (not tie.target or label_of[tie.target] == target)
    )
    source, target = tie.source or add_node(whole, source_label), tie.target or add_node(whole, target_label)
    if not VOCABULARY.tie(tie.type).directed:
        source, target = sorted((source, target))
    whole.add_edge(source, target, key=tie_uid(tie.type, source, target, key=NEW), type=tie.type)


def write_field(props: dict[str, Any], wanted: Field, day: date) -> None:
    """Fill in a field; with a stage comes the day on which it was entered."""
    owner = props.get("label") or props["type"]
    columns = VOCABULARY.node_columns(owner) if "label" in props else VOCABULARY.tie_columns(owner)
    (field,) = (field for field in columns if field.name == wanted.name)
    plain = {"date": day.isoformat(), "number": 3, "integer": 3}.get(field.type, "said")
    props[wanted.name] = wanted.one_of[0] if wanted.one_of else field.choices[0].value if field.choices else plain
    if wanted.name == "stage":
        props["stage_since"] = day.isoformat()


def write(analysis: Analysis, wanted: Wanted) -> Analysis:
    """The map after somebody has written into the tables what a step wants."""
    whole: nx.MultiDiGraph = nx.MultiDiGraph(**analysis.whole.graph)
    whole.add_nodes_from((uid, dict(props)) for uid, props in analysis.whole.nodes(data=True))
    whole.add_edges_from((s, t, key, dict(tie)) for s, t, key, tie in analysis.whole.edges(keys=True, data=True))
    files = dict(analysis.files)
    props = {**dict(whole.nodes(data=True)), **{key: tie for _, _, key, tie in whole.edges(keys=True, data=True)}}
    match wanted:
        case Tie():
            write_tie(whole, wanted)
        case Field():
            write_field(props[wanted.uid], wanted, analysis.as_of)
        case Ended():
            props[wanted.uid]["until"] = (analysis.as_of - timedelta(days=1)).isoformat()
        case Asked():
            files[wanted.what] = 0
    return replace(analysis, whole=whole, files=files, results={})


def list_findings(analysis: Analysis) -> list[Finding]:
    return [finding for finding in all_findings(analysis) if finding.severity != "not_assessed"]


def search_all(analysis: Analysis) -> dict[str, set[Subject]]:
    """Kind -> all subjects, of the kinds that are assessed."""
    kinds = {finding.kind for finding in list_findings(analysis)}
    return {name: set(FINDINGS[name].search(analysis)) for name in kinds}


def check_steps(analysis: Analysis) -> None:
    """Whatever a step wants, written into the tables, makes its item untrue."""
    for finding in list_findings(analysis):
        if finding.step is not None:
            item, kind = finding.step.item, FINDINGS[finding.kind]
            assert item in set(kind.search(analysis)), finding.id
            after = write(analysis, finding.step.wanted)
            met = all(need.met(after) for need in kind.needs)
            assert not met or item not in set(kind.search(after)), (finding.id, finding.step)


def check_form(analysis: Analysis) -> None:
    """Items are subjects, each once; no kind tells more than it may; who acts is named."""
    told = Counter((finding.kind, finding.severity) for finding in list_findings(analysis))
    for (name, severity), number in told.items():
        budget = {"high": FINDINGS[name].urgent, "medium": FINDINGS[name].important}
        if FINDINGS[name].urgent or FINDINGS[name].important or FINDINGS[name].topic in OURS:
            assert number <= budget.get(severity, number), (name, severity)
    for finding in list_findings(analysis):
        assert len(set(finding.items)) == len(finding.items), finding.id
        assert set(finding.items) <= set(FINDINGS[finding.kind].search(analysis)), finding.id
        if finding.step is None:
            continue
        assert finding.step.item in finding.items, finding.id
        for language in ("en", "id"):
            said = finding.title.render(language) + finding.next_step.render(language)
            if finding.severity == "high":
                assert finding.step.who, finding.id
                assert all(analysis.name(uid) in said for uid in finding.step.who), (finding.id, language)


OURS = ("grow", "learning", "stakeholders")
"""Topics of which every kind keeps to its budget, be that none."""


@pytest.mark.parametrize("folder", DATASETS, ids=lambda folder: folder.name)
def test_steps_on_a_dataset(folder):
    analysis = read_dataset(folder)
    check_steps(analysis)
    check_form(analysis)


@pytest.mark.parametrize("seed", SEEDS)
def test_steps_on_a_made_map(seed):
    analysis = random_maps.make_map(seed)
    check_steps(analysis)
    check_form(analysis)


@pytest.mark.whole
@pytest.mark.parametrize("seed", range(30, 300))
def test_steps_on_300_made_maps(seed):
    analysis = random_maps.make_map(seed)
    check_steps(analysis)
    check_form(analysis)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_added_unrelated_changes_no_other_subject(seed):
    """A stakeholder, a problem, an innovation, a goal and a factor without ties join; nothing else changes."""
    analysis = random_maps.make_map(seed)
    labels = {label for _, label in analysis.whole.nodes(data="label")}
    whole = analysis.whole.copy()
    added = {
        add_node(whole, label) for label in sorted(labels & {"Stakeholder", "Problem", "Innovation", "Goal", "Factor"})
    }
    after = replace(analysis, whole=whole, results={})
    before, subjects = search_all(analysis), search_all(after)
    for kind in before.keys() & subjects.keys():
        assert {one for one in subjects[kind] if not added & set(one)} == before[kind], kind


@pytest.mark.parametrize("seed", SEEDS)
def test_how_many_are_shown_changes_no_subject(seed):
    few, many = random_maps.make_map(seed, top=1, per_stakeholder=1), random_maps.make_map(seed)
    assert search_all(few) == search_all(many)
