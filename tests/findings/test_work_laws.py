"""Laws of the findings on work, coverage and innovations, on random maps and on both worked examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from random_works import random_works
from sysmap.analysis import Analysis
from sysmap.findings.port import FINDINGS, Finding, all_findings
from sysmap.findings.steps import Ended, Field, Step, Subject, Tie
from sysmap.graph import build_graph
from sysmap.schema import tie_uid
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

DATASETS = Path(__file__).parents[2] / "datasets"
KINDS = tuple(name for name, kind in FINDINGS.items() if kind.topic in {"coverage", "gaps", "innovation"})
MAPS = ("gunungkidul", "tiny", *range(30))


def load(which: str | int) -> Analysis:
    if isinstance(which, int):
        return random_works(which)
    dataset = read_folder(DATASETS / which, VOCABULARY)
    graph = build_graph(dataset.nodes, dataset.ties, map=which, files=dict(dataset.files))
    day = date.fromisoformat(dataset.config.date or "2026-06-30")
    return Analysis(graph, dataset.vocabulary, dataset.config, dataset.files, day)


def told(analysis: Analysis) -> tuple[Finding, ...]:
    return tuple(one for one in all_findings(analysis, KINDS) if one.severity != "not_assessed")


def subjects(analysis: Analysis, kind: str) -> set[Subject]:
    """All that a kind is true of; none where it is not assessed."""
    return {
        item for item in FINDINGS[kind].search(analysis) if all(need.met(analysis) for need in FINDINGS[kind].needs)
    }


@pytest.fixture(scope="module", params=MAPS)
def analysis(request: pytest.FixtureRequest) -> Analysis:
    return load(request.param)


def test_what_is_told_is_found_and_told_once(analysis: Analysis) -> None:
    for kind in KINDS:
        items = [item for one in told(analysis) if one.kind == kind for item in one.items]
        assert max(Counter(items).values(), default=1) == 1
        assert set(items) <= subjects(analysis, kind)
    for one in told(analysis):
        assert one.step is None or one.step.item in one.items
        assert all(uid in analysis.whole for uid in one.evidence)
        assert (one.severity in {"high", "medium", "low"}) <= bool(one.items) or one.kind == "congruence"


def test_whoever_acts_is_named_and_every_urgent_finding_has_somebody_who_acts(analysis: Analysis) -> None:
    for one in told(analysis):
        assert one.severity != "high" or (one.step is not None and one.step.who)
        for language in ("en", "id"):
            for uid in one.step.who if one.step else ():
                assert analysis.name(uid) in one.next_step.render(language)


def test_no_kind_tells_more_than_it_may(analysis: Analysis) -> None:
    for kind in KINDS:
        grades = Counter(one.severity for one in told(analysis) if one.kind == kind)
        assert grades["high"] <= FINDINGS[kind].urgent
        assert grades["medium"] <= FINDINGS[kind].important
    assert sum(FINDINGS[kind].urgent for kind in KINDS) <= 5
    assert sum(FINDINGS[kind].important for kind in KINDS) <= 7


def test_no_sentence_stands_twice_and_planners_read_no_names_of_files(analysis: Analysis) -> None:
    titles = Counter(one.title.render("en") for one in told(analysis))
    assert max(titles.values(), default=1) == 1
    for one in told(analysis):
        for text in (one.title, one.why, one.next_step):
            assert not any(word in text.render("en") for word in (".csv", ".toml", "--", "`", "{", " ,"))


def written(analysis: Analysis, step: Step) -> Analysis:
    """The map once the step's `wanted` stands in its tables."""
    whole = analysis.whole.copy()
    match step.wanted:
        case Tie(type, source, target):
            ends = [uid or _anyone(analysis, whole, type, at) for at, uid in enumerate((source, target))]
            whole.add_edge(*ends, key=f"{tie_uid(type, *ends)}:new", type=type)
        case Field(uid, name, one_of):
            whole.nodes[uid][name] = one_of[0] if one_of else 3
        case Ended(uid):
            whole.nodes[uid]["until"] = "2000"
    return replace(analysis, whole=whole, results={})


def _anyone(analysis: Analysis, whole: nx.MultiDiGraph, type: str, at: int) -> str:
    """A node that such a tie may have at this end: one of the map that has not stopped, else a new one."""
    (kind,) = (kind for kind in VOCABULARY.ties if kind.type == type)
    label = min(ends[at] for ends in kind.ends)
    dead = analysis.settings.dead_stages
    living = [uid for uid in analysis.nodes(label) if analysis.props(uid).get("stage") not in dead]
    if not living:
        whole.add_node(f"{label}:new", label=label, id="new", name="new")
    return living[0] if living else f"{label}:new"


def test_a_step_that_is_done_ends_what_it_is_about(analysis: Analysis) -> None:
    for one in told(analysis):
        if one.step is not None:
            assert one.step.item not in subjects(written(analysis, one.step), one.kind), one.id


def texts(analysis: Analysis) -> list[tuple[str, str, tuple[Subject, ...]]]:
    return [(one.id, one.title.render("en"), one.items) for one in told(analysis)]


def test_a_node_that_nothing_joins_changes_no_sentence(analysis: Analysis) -> None:
    whole = analysis.whole.copy()
    whole.add_node("factor:lone", label="Factor", id="lone", name="lone")
    whole.add_node("stakeholder:lone", label="Stakeholder", id="lone", name="zz lone")
    assert texts(replace(analysis, whole=whole, results={})) == texts(analysis)


def test_settings_of_what_is_shown_change_nothing_that_is_true(analysis: Analysis) -> None:
    settings = replace(analysis.settings, top=1, per_stakeholder=1)
    less = replace(analysis, config=replace(analysis.config, settings=settings), results={})
    assert {kind: subjects(less, kind) for kind in KINDS} == {kind: subjects(analysis, kind) for kind in KINDS}


def removals(analysis: Analysis) -> Iterator[tuple[str, Analysis]]:
    """The map without each table, each kind of tie and each field that it has, but those that excuse."""
    gone = sorted({type for _, _, type in analysis.whole.edges(data="type")} - {"BELONGS_TO"})
    for label in ("Stakeholder", "Problem", "Innovation"):
        names = {name for uid in analysis.nodes(label) for name in analysis.props(uid)}
        gone += (f"{label}.{name}" for name in sorted(names - {"label", "id", "name", "status"}))
        files = {name: rows for name, rows in analysis.files.items() if name != VOCABULARY.node(label).file}
        yield label, replace(analysis.without((label,)), files=files, results={})
    yield from ((name, analysis.without((name,))) for name in gone)


EXCUSES = {"collaboration_gap": {"Innovation.stage"}, "valley_of_death": {"Innovation.trl"}}
"""What excuses, as status does: an innovation that stopped calls for no work, and one that is ready has left the valley
behind whatever its stage."""


def test_what_is_not_asked_is_not_told_as_missing(analysis: Analysis) -> None:
    before = {kind: subjects(analysis, kind) for kind in KINDS}
    new = [
        (gone, kind, item)
        for gone, less in removals(analysis)
        for kind in KINDS
        if gone not in EXCUSES.get(kind, ())
        for item in sorted(subjects(less, kind) - before[kind])
    ]
    assert new == []
