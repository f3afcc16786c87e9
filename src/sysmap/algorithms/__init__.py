"""Graph algorithms that networkx does not have. Pure functions in networkx style; they import nothing else from sysmap.

Rules for all of them:

- Parallel edges count once.
- Self-loops are ignored, except among signed links, where a link from a node to itself is a feedback loop of length 1.
- No function changes its argument.
- A value that is undefined is None, never 0 and never NaN. The arrays of `cognitive_map` use NaN, because an array
  cannot hold None.
"""

from sysmap.algorithms.archetypes import ARCHETYPES
from sysmap.algorithms.brokerage import Expected, brokerage_roles, expected_brokerage_roles, expected_brokerage_totals
from sysmap.algorithms.brokerage_lots import brokerage_by_lot
from sysmap.algorithms.cognitive_map import Outcome, Rule, Run, Squash, run_cognitive_map
from sysmap.algorithms.communities import quick_communities
from sysmap.algorithms.cross_impact import StableImpact, cross_impact, stable_cross_impact
from sysmap.algorithms.equality import centralization, gini
from sysmap.algorithms.homophily import ei_by_chance, ei_index, ei_index_by_group, ei_index_by_node, ei_permutation_test
from sysmap.algorithms.key_player_sets import tries_all_sets
from sysmap.algorithms.key_players import (
    fragmentation,
    fragmentation_error,
    group_reach,
    key_players_negative,
    key_players_positive,
)
from sysmap.algorithms.loop_basis import independent_loops
from sysmap.algorithms.loops import Loop, LoopSearch, find_loops, signed_links
from sysmap.algorithms.lots import adjust, count_ways
from sysmap.algorithms.patterns import Match, Matches, Template, Way, find_patterns
from sysmap.algorithms.rewiring import rewire
from sysmap.algorithms.sampling import betweenness_parts, sampled_betweenness
from sysmap.algorithms.structural_holes import hierarchy

__all__ = [
    "ARCHETYPES",
    "Expected",
    "Loop",
    "LoopSearch",
    "Match",
    "Matches",
    "Outcome",
    "Rule",
    "Run",
    "Squash",
    "StableImpact",
    "Template",
    "Way",
    "adjust",
    "betweenness_parts",
    "brokerage_by_lot",
    "brokerage_roles",
    "centralization",
    "count_ways",
    "cross_impact",
    "ei_by_chance",
    "ei_index",
    "ei_index_by_group",
    "ei_index_by_node",
    "ei_permutation_test",
    "expected_brokerage_roles",
    "expected_brokerage_totals",
    "find_loops",
    "find_patterns",
    "fragmentation",
    "fragmentation_error",
    "gini",
    "group_reach",
    "hierarchy",
    "independent_loops",
    "key_players_negative",
    "key_players_positive",
    "quick_communities",
    "rewire",
    "run_cognitive_map",
    "sampled_betweenness",
    "signed_links",
    "stable_cross_impact",
    "tries_all_sets",
]
