"""Leiden communities: networkx before 3.7 declares the function only, and later ones draw other numbers.

It is checked by planted groups and by networkx's own modularity.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
from functools import partial

import networkx as nx
import pandas as pd
import pytest

SINCE_3_7 = "metric" in inspect.signature(nx.community.leiden_communities).parameters
BY_MODULARITY = {"metric": "modularity"} if SINCE_3_7 else {}  # before, there was nothing else
leiden = partial(nx.community.leiden_communities, **BY_MODULARITY)
since_3_7 = pytest.mark.skipif(not SINCE_3_7, reason="networkx before 3.7 has one metric")


def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "graspologic_native", None)
    with pytest.raises(ImportError, match="pip install graspologic-native"):
        leiden(nx.path_graph(3), backend="sysmap")


class TestWithTheExtra:
    @pytest.fixture(autouse=True)
    def _needed(self):
        pytest.importorskip("graspologic_native")

    def test_planted_groups_are_found(self):
        graph = nx.planted_partition_graph(8, 60, 0.2, 0.005, seed=1)
        assert leiden(graph, seed=1, backend="sysmap") == graph.graph["partition"]

    def test_weights_decide_and_may_be_left_out(self):
        """A ring of 6, three of its ties heavy, by hand.

        With weights three pairs (Q = 30/33 - 1/3), without them two threes.
        """
        ring = nx.cycle_graph(6)
        nx.set_edge_attributes(ring, {(0, 1): 10, (2, 3): 10, (4, 5): 10}, "weight")
        nx.set_edge_attributes(ring, 1, "none")
        heavy = [{0, 1}, {2, 3}, {4, 5}]
        assert leiden(ring, seed=1, backend="sysmap") == heavy
        assert nx.community.modularity(ring, heavy) == pytest.approx(30 / 33 - 1 / 3)
        assert nx.community.modularity(
            ring, leiden(ring, weight=None, seed=1, backend="sysmap"), weight=None
        ) == pytest.approx(4 / 6 - 1 / 2)

    def test_it_is_at_least_as_good_as_louvain_and_every_community_is_connected(self):
        graph = nx.barabasi_albert_graph(1500, 3, seed=1)
        communities, louvain = leiden(graph, seed=1, backend="sysmap"), nx.community.louvain_communities(graph, seed=1)
        assert nx.community.is_partition(graph, communities)
        assert nx.community.modularity(graph, communities) >= nx.community.modularity(graph, louvain)
        assert all(nx.is_connected(graph.subgraph(group)) for group in communities)

    def test_a_seed_means_the_same_in_every_run(self):
        code = (
            "import networkx as nx; graph = nx.barabasi_albert_graph(400, 2, seed=1);"
            "print(nx.community.leiden_communities(graph, seed={seed}, backend='sysmap', **{metric}))"
        )
        one, again, other = (
            subprocess.run(
                [sys.executable, "-c", code.format(seed=seed, metric=BY_MODULARITY)],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in (7, 7, 8)
        )
        assert one == again != other

    @pytest.mark.parametrize(
        "graph",
        [nx.Graph(), nx.empty_graph(3), nx.Graph([(0, 1, {"weight": 0})])],
        ids=["null", "no ties", "ties of 0"],
    )
    def test_who_has_no_tie_is_alone(self, graph):
        assert leiden(graph, seed=1, backend="sysmap") == [{node} for node in graph]

    def test_parallel_ties_add_up_and_columns_do(self):
        ties = [("a", "b"), ("a", "b"), ("b", "c"), ("c", "d"), ("c", "d"), ("d", "a")]
        assert leiden(nx.MultiGraph(ties), seed=1, backend="sysmap") == [{"a", "b"}, {"c", "d"}]
        table = pd.DataFrame(ties[1:], columns=["source", "target"]).assign(weight=[9, 1, 1, 9, 1])
        assert leiden(nx.from_pandas_edgelist(table, edge_attr="weight", backend="sysmap"), seed=1) == [
            {"a", "b"},
            {"c", "d"},
        ]

    @pytest.mark.parametrize(
        ("graph", "kwargs"),
        [
            (nx.Graph([(1, 1), (1, 2)]), {}),
            (nx.Graph([(1, 2, {"weight": -1})]), {}),
            (nx.path_graph(3), {"max_level": 1}),
            pytest.param(nx.DiGraph([(1, 2)]), {}, marks=since_3_7),
            pytest.param(nx.path_graph(3), {"metric": "cpm"}, marks=since_3_7),
        ],
    )
    def test_what_it_cannot(self, graph, kwargs):
        with pytest.raises(NotImplementedError):
            leiden(graph, seed=1, backend="sysmap", **kwargs)

    @since_3_7
    def test_what_it_cannot_is_networkx_s_answer(self):
        """The constant Potts model is networkx's default: a call that names no metric is not answered by modularity."""
        graph = nx.barbell_graph(3, 4)
        plain = nx.community.leiden_communities(graph, resolution=0.4, seed=1)
        with nx.config(backend_priority=["sysmap"]):
            assert nx.community.leiden_communities(graph, resolution=0.4, seed=1) == plain
        assert len(plain) == 4 > len(leiden(graph, resolution=0.4, seed=1, backend="sysmap"))

    @since_3_7
    def test_it_is_as_good_as_networkx_s_own(self):
        graph = nx.barabasi_albert_graph(300, 3, seed=1)
        ours, theirs = (leiden(graph, seed=1, backend=backend) for backend in ("sysmap", "networkx"))
        assert nx.community.modularity(graph, ours) >= nx.community.modularity(graph, theirs)

    def test_a_plain_call_comes_here(self):
        with nx.config(backend_priority=["sysmap"]):
            assert leiden(nx.path_graph(2), seed=1) == [{0, 1}]
