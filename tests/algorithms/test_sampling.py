"""Sampled betweenness: networkx's values, and errors that are right by hand, over all draws, and as an interval."""

import itertools
import statistics

import networkx as nx
import pytest

from sysmap.algorithms import betweenness_parts, sampled_betweenness, sampling

KITE = nx.krackhardt_kite_graph()


def test_by_hand(monkeypatch):
    """A chain 0-1-2-3-4, drawn: 0, 1 and 4.

    Through 1 go 3 paths from 0 and 1 from 4 (its own do not count): mean 2 of at most 3.

    Variance 2, two of four drawn: the error is sqrt((1 - 2/4) 2 / 2) / 3 = .2357. Through 3: 1 + 1 + 3, variance 4/3,
    three of four drawn.
    """
    monkeypatch.setattr(sampling.Random, "sample", lambda *_: [0, 1, 4])
    values, errors = sampled_betweenness(nx.path_graph(5), 3, 0)
    assert values == pytest.approx({0: 0, 1: 2 / 3, 2: 2 / 3, 3: 5 / 9, 4: 0})
    assert errors == pytest.approx({0: 0, 1: 0.5**0.5 / 3, 2: 0, 3: (0.25 * (4 / 3) / 3) ** 0.5 / 3, 4: 0})


@pytest.mark.parametrize(
    "graph",
    [KITE, nx.gnp_random_graph(9, 0.2, seed=2, directed=True), nx.MultiGraph([(0, 1), (0, 1), (1, 2), (2, 2), (2, 3)])],
)
def test_values_are_networkx_s(graph):
    for sources, seed in itertools.product(range(2, len(graph) + 1), range(5)):
        values, _ = sampled_betweenness(graph, sources, seed)
        assert values == pytest.approx(nx.betweenness_centrality(graph, k=sources, seed=seed))


@pytest.mark.parametrize(("graph", "sources"), [(KITE, 4), (nx.gnp_random_graph(8, 0.3, seed=1, directed=True), 3)])
def test_over_all_draws_the_estimate_is_the_value_and_the_squared_error_its_variance(graph, sources):
    """Cochran's theorems 2.1, 2.2 and 2.4 for each node, apart for draws with it and without it."""
    exact = nx.betweenness_centrality(graph)
    for node in graph:
        for drawn_itself in (False, True):
            estimates = []
            for draw in itertools.combinations(graph, sources):
                if (node in draw) == drawn_itself:
                    sums, squares = betweenness_parts(graph, draw)
                    estimates.append(sampling._estimate(sums[node], squares[node], sources - drawn_itself, len(graph)))
            values, errors = zip(*estimates, strict=True)
            assert statistics.mean(values) == pytest.approx(exact[node])
            assert statistics.mean(error**2 for error in errors) == pytest.approx(
                statistics.pvariance(values), abs=1e-15
            )


def test_the_interval_of_two_errors_holds_the_value_of_the_most_between():
    """19 in 20 is what a bell curve would give.

    What a source adds is far from one (a few add most), so it is somewhat less.
    """
    graph = nx.barabasi_albert_graph(120, 2, seed=1)
    exact = nx.betweenness_centrality(graph)
    busiest = sorted(graph, key=exact.__getitem__)[-5:]
    hits = []
    for seed in range(60):
        values, errors = sampled_betweenness(graph, 80, seed)
        hits += [abs(values[node] - exact[node]) <= 2 * errors[node] for node in busiest]
    assert 0.9 < statistics.mean(hits) < 0.99


def test_all_sources_leave_no_error():
    values, errors = sampled_betweenness(KITE, len(KITE), 1)
    assert values == pytest.approx(nx.betweenness_centrality(KITE))
    assert set(errors.values()) == {0}


def test_values_and_errors_are_none_with_too_few_sources():
    values, errors = sampled_betweenness(nx.path_graph(3), 1, 0)
    assert list(values.values()).count(None) == 1  # the one drawn
    assert set(errors.values()) == {None}
    assert sampled_betweenness(nx.path_graph(2), 2, 0) == ({0: None, 1: None}, {0: None, 1: None})


def test_more_sources_than_nodes():
    with pytest.raises(ValueError, match="larger than population"):
        sampled_betweenness(KITE, 11, 0)
