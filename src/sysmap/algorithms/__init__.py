"""What networkx lacks, in its own manner: pure functions on any networkx graph, which nothing of sysmap's is known to.

Parallel edges count once and self-loops not at all; nothing here changes its argument; what is undefined is None.
"""

from sysmap.algorithms.brokerage import Expected, brokerage_roles, expected_brokerage_roles
from sysmap.algorithms.equality import centralization, gini
from sysmap.algorithms.homophily import ei_by_chance, ei_index, ei_index_by_group, ei_index_by_node, ei_permutation_test
from sysmap.algorithms.key_players import fragmentation, group_reach, key_players_negative, key_players_positive
from sysmap.algorithms.structural_holes import hierarchy

__all__ = [
    "Expected",
    "brokerage_roles",
    "centralization",
    "ei_by_chance",
    "ei_index",
    "ei_index_by_group",
    "ei_index_by_node",
    "ei_permutation_test",
    "expected_brokerage_roles",
    "fragmentation",
    "gini",
    "group_reach",
    "hierarchy",
    "key_players_negative",
    "key_players_positive",
]
