"""Calls of networkx run in the backend or stay with networkx, as the registry says."""

from __future__ import annotations

import inspect
import logging
import subprocess
import sys

import networkx as nx
import pytest

from sysmap import algorithms
from sysmap.backend import interface
from sysmap.backend.info import FUNCTIONS, get_info
from sysmap.backend.registry import REGISTRY

TESTED_ELSEWHERE = {name for name, function in REGISTRY.items() if not function.reads_graph} | {  # tests of their own
    "betweenness_parts",
    "convert_node_labels_to_integers",
    "leiden_communities",
    "modularity",
    "relabel_nodes",
    "to_scipy_sparse_array",
}
SMALL, LARGE = nx.path_graph(4), nx.barabasi_albert_graph(1000, 3, seed=1)


def runs_here(caplog, function, *args, **kwargs):
    """Return whether the call ran in the backend, according to networkx's own log."""
    with caplog.at_level(logging.DEBUG, logger="networkx.utils.backends"), nx.config(backend_priority=["sysmap"]):
        caplog.clear()
        answer = function(*args, **kwargs)
        if not isinstance(answer, dict | float | int):
            list(answer)
    return any(record.getMessage().startswith("Using backend 'sysmap'") for record in caplog.records)


def test_the_table_names_what_is_taken_over():
    assert list(FUNCTIONS) == sorted(REGISTRY)
    assert nx.utils.backends.backend_info["sysmap"] == get_info()
    assert all(
        hasattr(interface, name) and any(hasattr(home, name) for home in (nx, nx.community, algorithms))
        for name in FUNCTIONS
    )
    with pytest.raises(AttributeError, match="no 'planarity'"):
        interface.planarity  # noqa: B018


def test_sampled_betweenness_comes_here(caplog):
    assert runs_here(caplog, algorithms.sampled_betweenness, LARGE.copy(), 40, 1)
    assert not runs_here(caplog, algorithms.sampled_betweenness, SMALL.copy(), 2, 1)


@pytest.mark.parametrize(
    "name", sorted(set(FUNCTIONS) - TESTED_ELSEWHERE - {"connected_components", "weakly_connected_components"})
)
def test_a_large_graph_comes_here(caplog, name):
    assert runs_here(caplog, getattr(nx, name), LARGE.copy())


@pytest.mark.parametrize(
    "name", sorted(set(FUNCTIONS) - TESTED_ELSEWHERE - {"weakly_connected_components", "effective_size"})
)
def test_a_small_graph_stays_with_networkx(caplog, name):
    assert not runs_here(caplog, getattr(nx, name), SMALL.copy())


def test_matrices_and_modularity_come_here(caplog):
    halves = [set(range(500)), set(range(500, 1000))]
    assert runs_here(caplog, nx.to_scipy_sparse_array, LARGE.copy(), dtype=float)
    assert not runs_here(caplog, nx.to_scipy_sparse_array, LARGE.copy())  # whole numbers stay whole
    assert not runs_here(caplog, nx.to_scipy_sparse_array, SMALL.copy(), dtype=float)
    assert runs_here(caplog, nx.community.modularity, LARGE.copy(), halves)
    assert not runs_here(caplog, nx.community.modularity, LARGE.copy(), iter(halves))


def test_names_of_networkx_s_own_graph_change_there(caplog):
    assert not runs_here(caplog, nx.convert_node_labels_to_integers, LARGE.copy())
    assert not runs_here(caplog, nx.relabel_nodes, LARGE.copy(), {0: "a"})


def test_effective_size_comes_here_at_any_size(caplog):
    """networkx's own is wrong (test_same_answers.py): the answer must not depend on the size."""
    assert runs_here(caplog, nx.effective_size, SMALL.copy())


def test_components_come_here_once_the_graph_is_converted(caplog):
    graph = LARGE.copy()
    assert not runs_here(caplog, nx.connected_components, graph)
    nx.pagerank(graph, backend="sysmap")
    assert runs_here(caplog, nx.connected_components, graph)
    directed = graph.to_directed()
    nx.pagerank(directed, backend="sysmap")
    assert runs_here(caplog, nx.weakly_connected_components, directed)


@pytest.mark.parametrize(
    ("name", "kwargs"),
    [
        ("closeness_centrality", {"u": 3}),
        ("closeness_centrality", {"distance": lambda *_: 1}),
        pytest.param(
            "closeness_centrality",
            {"sp": dict(nx.all_pairs_shortest_path_length(LARGE))},
            marks=pytest.mark.skipif(
                "sp" not in inspect.signature(nx.closeness_centrality).parameters,
                reason="networkx before 3.7 takes no lengths",
            ),
        ),
        ("betweenness_centrality", {"weight": lambda *_: 1}),
        ("betweenness_centrality", {"k": 2}),
        ("harmonic_centrality", {"nbunch": [1, 2]}),
        ("harmonic_centrality", {"sources": iter([1, 2])}),
        ("harmonic_centrality", {"distance": lambda *_: 1}),
        ("bridges", {"root": 1}),
        ("clustering", {"nodes": 1}),
        ("eigenvector_centrality", {"nstart": dict.fromkeys(LARGE, 1)}),
        ("triangles", {"nodes": [1]}),
    ],
)
def test_what_networkx_does_as_soon_or_alone_stays_there(caplog, name, kwargs):
    called = getattr(nx, name)
    if "u" in kwargs or name == "clustering":
        with nx.config(backend_priority=["sysmap"]), caplog.at_level(logging.DEBUG, logger="networkx.utils.backends"):
            called(LARGE, **kwargs)
        assert not any("Using backend 'sysmap'" in record.getMessage() for record in caplog.records)
    else:
        assert not runs_here(caplog, called, LARGE, **kwargs)


def test_a_class_of_its_own(caplog):
    class Renamed(nx.Graph):
        """Reads as its parent does."""

    class Complement(nx.Graph):
        def __getitem__(self, node):
            return {other: {} for other in self if other != node and other not in self._adj[node]}

    assert runs_here(caplog, nx.closeness_centrality, Renamed(LARGE))
    assert not runs_here(caplog, nx.closeness_centrality, Complement(LARGE))


def test_a_weight_that_is_no_number_is_answered_by_networkx():
    graph = LARGE.copy()
    nx.set_edge_attributes(graph, 1, "length")
    graph[0][next(iter(graph[0]))]["length"] = "long"
    with nx.config(backend_priority=["sysmap"]), pytest.raises(TypeError):  # networkx's own words for it
        nx.closeness_centrality(graph, distance="length")
    with pytest.raises(NotImplementedError):
        nx.closeness_centrality(graph, distance="length", backend="sysmap")


def test_a_plain_call_never_comes_here(caplog):
    with caplog.at_level(logging.DEBUG, logger="networkx.utils.backends"):
        nx.closeness_centrality(SMALL)
    assert not caplog.records


def test_networkx_starts_without_our_arrays():
    """The entry that networkx reads when it is imported brings no scipy."""
    code = "import sys, networkx; print([name for name in ('scipy', 'numpy', 'rustworkx') if name in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
