"""What holds on every network: networkx's values, the declared range, no matter the order of rows or the names."""

import math
import os
import random
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sysmap.analysis import Analysis
from sysmap.errors import UnknownName
from sysmap.graph import build_graph, graph_rows
from sysmap.measures.port import MEASURES, measure, measure_values

pytestmark = pytest.mark.no_cover  # brute force, which tracing makes twice as slow; other tests reach these lines

BY_SEED = ("community", "modularity")
"""Louvain searches in an order that the names give: other names may give another division."""


@st.composite
def networks(draw):
    size = draw(st.integers(1, 9))
    pairs = [(a, b) for a in range(size) for b in range(a)]
    graph = nx.empty_graph(size)
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.one_of(st.just(st.just(1)), st.just(st.sampled_from([0.5, 1, 2, 10]))))
    graph.add_weighted_edges_from((a, b, draw(weights)) for a, b in chosen)
    return graph


def found(analysis, name):
    return {uid.removeprefix("stakeholder:"): score for uid, score in measure_values(analysis, name).items()}


def close(left, right):
    assert left.keys() == right.keys()
    for key, score in left.items():
        assert (
            score == right[key]
            if score is None or right[key] is None
            else math.isclose(score, right[key], rel_tol=1e-7, abs_tol=1e-9)
        ), key


EQUAL = {
    "degree": lambda graph: dict(graph.degree),
    "strength": lambda graph: dict(graph.degree(weight="weight")),
    "betweenness": nx.betweenness_centrality,
    "closeness": nx.closeness_centrality,
    "harmonic": nx.harmonic_centrality,
    "pagerank": lambda graph: nx.pagerank(graph, tol=1e-13, max_iter=10_000),
    "core_number": nx.core_number,
    "clustering": lambda graph: {
        node: value if graph.degree[node] > 1 else None for node, value in nx.clustering(graph).items()
    },
    "constraint": lambda graph: nx.constraint(graph, nodes=list(graph), weight="weight"),
    "effective_size": lambda graph: nx.effective_size(graph, nodes=list(graph), weight="weight"),
    "cut_point": lambda graph: {node: int(node in set(nx.articulation_points(graph))) for node in graph},
}


@settings(deadline=None)
@given(networks())
def test_values_are_networkxs_on_its_plain_paths(networked, graph):
    analysis = networked(graph)
    for name, plainly in EQUAL.items():
        expected = {
            str(node): None if value is None or math.isnan(value) else value for node, value in plainly(graph).items()
        }
        close(found(analysis, name), expected)


@settings(deadline=None)
@given(networks())
def test_eigenvector_is_the_projection_of_equal_scores_on_the_principal_space(networked, graph):
    value, vectors = np.linalg.eigh(nx.to_numpy_array(graph, weight=None))
    principal = vectors[:, value > value.max() - 1e-9]
    limit = principal @ (principal.T @ np.ones(len(graph)))
    expected = dict(zip(map(str, graph), (limit / np.linalg.norm(limit)).tolist(), strict=True))
    close(
        found(networked(graph), "eigenvector"), expected if graph.number_of_edges() else dict.fromkeys(map(str, graph))
    )


@settings(deadline=None)
@given(networks())
@example(nx.empty_graph(1))
@example(nx.complete_graph(2))
@example(nx.star_graph(3))
def test_every_measure_stays_in_its_range_and_is_plain(networked, graph):
    analysis = networked(graph)
    for name, one in MEASURES.items():
        for score in measure_values(analysis, name).values():
            assert type(score) in (int, float, str, type(None)), name
            if isinstance(score, int | float):
                assert one.low is None or score >= one.low, (name, score)
                assert one.high is None or score <= one.high + 1e-9, (name, score)


@settings(deadline=None)
@given(networks(), st.randoms())
def test_the_order_of_rows_changes_nothing(networked, graph, chance):
    analysis = networked(graph)
    nodes, ties = map(list, graph_rows(analysis.whole))
    chance.shuffle(nodes)
    chance.shuffle(ties)
    again = Analysis(build_graph(nodes, ties), analysis.vocabulary, analysis.config, analysis.files, analysis.as_of)
    for name in MEASURES:
        assert repr(measure_values(again, name)) == repr(measure_values(analysis, name))


@settings(deadline=None)
@given(networks(), st.integers(0, 1000))
def test_other_names_change_no_number(networked, graph, seed):
    other = dict(zip(graph, random.Random(seed).sample(range(100, 199), len(graph)), strict=True))
    renamed = networked(nx.relabel_nodes(graph, other))
    analysis = networked(graph)
    back = {str(new): str(old) for old, new in other.items()}
    for name, one in MEASURES.items():
        if one.level == "node" and name not in (*BY_SEED, "component"):
            close({back[node]: score for node, score in found(renamed, name).items()}, found(analysis, name))
        elif one.level == "graph" and name not in BY_SEED:
            close(dict(measure_values(renamed, name)), dict(measure_values(analysis, name)))


@settings(deadline=None)
@given(networks())
def test_one_more_without_a_partner_leaves_what_does_not_depend_on_size(networked, graph):
    larger = nx.Graph(graph)
    larger.add_node("new")
    before, after = networked(graph), networked(larger)
    for name in (
        "degree",
        "strength",
        "harmonic",
        "core_number",
        "clustering",
        "constraint",
        "effective_size",
        "cut_point",
    ):
        now = found(after, name)
        assert now.pop("new") in (0, None)
        close(now, found(before, name))


def test_each_run_of_python_gives_the_same_bytes():
    program = """
import networkx as nx
from datetime import date
from sysmap.analysis import Analysis
from sysmap.graph import build_graph
import sysmap.measures
from sysmap.measures.port import MEASURES, measure_values
from sysmap.tables.rows import MapConfig, NodeRow, TieRow
from sysmap.vocabulary import VOCABULARY
network = nx.relabel_nodes(nx.connected_watts_strogatz_graph(60, 4, 0.3, seed=1), "stakeholder:{}".format)
nodes = [NodeRow("Stakeholder", uid, {}) for uid in network]
ties = [TieRow("PARTNERS_WITH", f"{a}>{b}", a, b, {"weight": 0.1 + len(b)}) for a, b in network.edges]
analysis = Analysis(build_graph(nodes, ties), VOCABULARY, MapConfig("m", "m"), {}, date(2026, 1, 1))
print([sorted(measure_values(analysis, name).items()) for name in MEASURES])
"""
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in "123"
    }
    assert len(runs) == 1


def test_without_partnership_data_nothing_is_a_number(tiny):
    analysis = tiny(without=("A PARTNERS_WITH B", "C PARTNERS_WITH D"), files=("stakeholders.csv",))
    for name, one in MEASURES.items():
        if one.view == "collaboration":
            assert (
                set(measure_values(analysis, name))
                == {"node": set(analysis.nodes("Stakeholder")), "graph": {""}, "tie": set(), "group": set()}[one.level]
            )
            assert set(measure_values(analysis, name).values()) <= {None}


def test_a_map_without_stakeholders_has_no_numbers(mapped):
    analysis = mapped("Problem p")
    assert all(set(measure_values(analysis, name).values()) <= {None} for name in MEASURES)


def test_an_empty_partnerships_file_is_a_network_without_ties(mapped):
    assert measure_values(mapped("Stakeholder A"), "degree") == {"stakeholder:A": 0}


def test_an_unknown_measure_names_the_nearest(tiny):
    with pytest.raises(UnknownName, match="betweenness"):
        measure_values(tiny(), "betweeness")


def test_a_measure_is_declared_once():
    one = MEASURES["degree"]
    with pytest.raises(ValueError, match="twice"):
        measure(
            topic="network", order=1, title=one.title, term="", unit=one.unit, how=one.how, advice=one.advice, source=""
        )(one.compute)
