"""Leiden communities: networkx declares the function only.

It is checked by planted groups and by networkx's own modularity.
"""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import pandas as pd
import pytest

leiden = nx.community.leiden_communities


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
            "print(nx.community.leiden_communities(graph, seed={seed}, backend='sysmap'))"
        )
        one, again, other = (
            subprocess.run(
                [sys.executable, "-c", code.format(seed=seed)], capture_output=True, text=True, check=True
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
        ],
    )
    def test_what_it_cannot(self, graph, kwargs):
        with pytest.raises(NotImplementedError):
            leiden(graph, seed=1, backend="sysmap", **kwargs)

    def test_a_plain_call_comes_here(self):
        with nx.config(backend_priority=["sysmap"]):
            assert leiden(nx.path_graph(2), seed=1) == [{0, 1}]
