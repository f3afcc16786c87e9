"""The causal map that is held in common, or by one holder, and the feedback loops in it."""

from __future__ import annotations

import networkx as nx

from sysmap.algorithms import LoopSearch, find_loops, signed_links
from sysmap.analysis import Analysis, kept
from sysmap.records.causes_holders import find_holders

__all__ = ["LENGTH", "causal_map", "search_loops"]

LENGTH = 8
"""How many links a loop has at most, unless it is said otherwise."""


@kept
def causal_map(analysis: Analysis, holder: str | None = None) -> nx.DiGraph:
    """The common map, or that of a holder (of `holders`): the causal view with parallel links merged; see `signed_links`."""
    held_by = find_holders(analysis)[holder] if holder else ()
    return signed_links(analysis.causal, held_by)


@kept
def search_loops(analysis: Analysis, length: int = LENGTH, holder: str | None = None) -> LoopSearch:
    """Every loop of at most `length` links of one map within the budget of the search; searched once."""
    return find_loops(causal_map(analysis, holder), length)
