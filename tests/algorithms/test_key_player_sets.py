"""Key players are the best of all sets where all can be tried; beyond, the heuristic says no more than it found."""

from itertools import combinations

import networkx as nx
import pytest

from sysmap.algorithms import fragmentation, group_reach, key_player_sets, key_players_negative, key_players_positive


@pytest.mark.parametrize("seed", range(24))
def test_the_best_of_all_sets_and_of_equal_ones_the_first(seed):
    size, k = 3 + seed % 8, 1 + seed % 3
    graph = nx.gnp_random_graph(size, (seed % 6 + 1) / 10, seed=seed, directed=seed % 4 == 0)
    sets = list(combinations(graph, min(k, size - 2)))
    values = [fragmentation(graph, some) for some in sets]
    chosen, value, _ = key_players_negative(graph, k)
    assert value == pytest.approx(max(values))
    assert chosen == next(some for some, one in zip(sets, values, strict=True) if one > max(values) - 1e-9)
    groups = list(combinations(graph, min(k, size)))
    reaches = [group_reach(graph, some) for some in groups]
    chosen, value, _ = key_players_positive(graph, k)
    assert value == pytest.approx(max(reaches))
    assert chosen == next(some for some, one in zip(groups, reaches, strict=True) if one > max(reaches) - 1e-9)


def test_the_heuristic_takes_over_beyond_the_bound_and_never_beats_the_best(monkeypatch):
    graph = nx.gnp_random_graph(14, 0.2, seed=8)
    best = key_players_negative(graph, 3)[1], key_players_positive(graph, 3)[1]
    monkeypatch.setattr(key_player_sets, "MOST_SETS", 10)
    assert not key_player_sets.tries_all_sets(14, 3)
    for found, most in zip((key_players_negative(graph, 3)[1], key_players_positive(graph, 3)[1]), best, strict=True):
        assert 0 < found <= most + 1e-12
