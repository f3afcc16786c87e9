"""What is not there on the day of an analysis changes no output: the map of a day is the map without all of that.

Over made maps of random dates. What findings tell of the past (reports, first pilots, which ties were ever asked for)
is history and left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

import networkx as nx
import pytest

from random_maps import deal_day, make_map
from sysmap.analysis import Analysis
from sysmap.consistency.port import Run
from sysmap.findings.port import FINDINGS, Finding
from sysmap.rendering.port import TABLES, Look
from sysmap.tables.dates import first_day, last_day
from sysmap.vocabulary import VOCABULARY

EVENTS = {"Problem": "reported", "GrowSession": "date"}
PAST_VIEW = "time"
"""The view that shows former years, with the ties that do not hold any more."""
DRAWN = 3
"""Of every third map the page is compared too."""
SEEDS = [*range(30), *(pytest.param(seed, marks=pytest.mark.whole) for seed in range(30, 300))]


def dated_map(seed: int) -> Analysis:
    """A made map where every fifth node and tie begins or ends on some day, looked at on some day."""
    lots = Random(1000 + seed)
    made = make_map(seed)
    graph = made.whole.copy()
    for props in [*dict(graph.nodes(data=True)).values(), *(tie for *_, tie in graph.edges(data=True))]:
        props |= {name: deal_day(lots)[: lots.choice((4, 7, 10))] for name in ("since", "until") if lots.random() < 0.1}
    return Analysis(graph, VOCABULARY, made.config, made.files, date.fromisoformat(deal_day(lots)))


def is_there(props: Mapping[str, Any], today: str) -> bool:
    """Whether a node or tie has begun and not ended, by its dates or the day of its event."""
    since = props.get("since") or props.get(EVENTS.get(props.get("label", ""), "since"))
    until = props.get("until")
    return (not since or first_day(since) <= today) and (not until or last_day(until) >= today)


def stage_there(props: Mapping[str, Any], today: str) -> dict[str, Any]:
    """An innovation as it was on the day: its present stage, or the last that it had entered."""
    entries = [entry.split(" ", 1) for entry in props.get("stage_history", ())]
    days = [day for day, stage in entries if stage == props.get("stage")]
    entered = props.get("stage_since") or (days[-1] if days else "")
    if "stage" in props and (not entered or first_day(entered) <= today):
        return dict(props)
    earlier = [stage for day, stage in entries if first_day(day) <= today]
    gone = {"stage", "stage_since", *(("trl",) if "stage" in props else ())} if "stage" in props or entries else set()
    return {name: value for name, value in props.items() if name not in gone} | (
        {"stage": earlier[-1]} if earlier else {}
    )


def without_what_is_not_there(analysis: Analysis) -> Analysis:
    """The map of the day alone, with the history of the whole map beside it."""
    today, cut = analysis.as_of.isoformat(), nx.MultiDiGraph(**analysis.whole.graph)
    for uid, props in analysis.whole.nodes(data=True):
        if is_there(props, today):
            cut.add_node(uid, **(stage_there(props, today) if props["label"] == "Innovation" else props))
    for source, target, uid, tie in analysis.whole.edges(keys=True, data=True):
        if source in cut and target in cut and is_there(tie, today):
            cut.add_edge(source, target, uid, **tie)
    alone = Analysis(cut, VOCABULARY, analysis.config, analysis.files, analysis.as_of)
    alone.__dict__.update(history=analysis.history, _types=analysis._types)
    return alone


def tell(finding: Finding) -> tuple[object, ...]:
    """Everything that a finding says."""
    said = [str(text) for text in (finding.title, finding.why, finding.next_step)]
    return (finding.kind, finding.severity, *said, finding.evidence, finding.items, sorted(finding.numbers.items()))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_map_of_a_day_is_the_map_without_what_is_not_there(seed: int) -> None:
    """Findings, all that `search` gives, tables and page say the same."""
    analysis = dated_map(seed)
    alone = without_what_is_not_there(analysis)
    full, cut = Run(analysis, Look()), Run(alone, Look())
    assert [tell(one) for one in full.findings] == [tell(one) for one in cut.findings]
    for kind in FINDINGS.values():
        assert list(kind.search(analysis)) == list(kind.search(alone))
    for name in TABLES:
        assert full.table(name) == cut.table(name), name
    if seed % DRAWN:
        return
    assert full.page["nodes"] == cut.page["nodes"]
    assert full.page["ties"] == cut.page["ties"]
    for name, drawn in full.page["views"].items():
        assert name == PAST_VIEW or drawn == cut.page["views"].get(name), name


def test_the_days_of_the_maps_leave_something_out() -> None:
    """Else the test above would say nothing."""
    maps = [dated_map(seed) for seed in range(30)]
    assert sum(len(one.whole) > len(one.graph) > 0 for one in maps) > 20
    assert sum(one.whole.number_of_edges() > one.graph.number_of_edges() > 0 for one in maps) > 20


@pytest.mark.parametrize("seed", range(10))
def test_what_begins_later_counts_nowhere(seed: int) -> None:
    """Nodes and ties that begin after the day change no finding and no number."""
    analysis = make_map(seed)
    later, lots = analysis.whole.copy(), Random(seed)
    for uid, props in analysis.whole.nodes(data=True):
        later.add_node(f"{uid}-later", **{**props, "name": f"{props['name']} later", "since": "2031", "until": None})
    for source, target, _, tie in analysis.whole.edges(keys=True, data=True):
        ends = [lots.choice((uid, f"{uid}-later")) for uid in (source, target)]
        later.add_edge(*ends, f"{tie['type']}:{ends}-later", **{**tie, "since": "2030-01", "until": None})
    beside = Analysis(later, VOCABULARY, analysis.config, analysis.files, analysis.as_of)
    one, other = Run(analysis, Look()), Run(beside, Look())
    assert [tell(it) for it in one.findings] == [tell(it) for it in other.findings]
    for name in TABLES:
        assert one.table(name) == other.table(name), name
