"""The causal map that all hold in common, or that of one holder, and the feedback loops in it."""

from __future__ import annotations

import networkx as nx

from sysmap.algorithms import LoopSearch, find_loops, signed_links
from sysmap.analysis import Analysis, kept
from sysmap.records.causes_holders import find_holders

__all__ = ["causal_map", "search_loops"]


@kept
def causal_map(analysis: Analysis, holder: str | None = None) -> nx.DiGraph:
    """Return the common map, or the map of one holder: the causal view with parallel links merged.

    `holder` is a key of `find_holders`. See `signed_links` for how they are merged, and for the properties of a link.
    """
    held_by = find_holders(analysis)[holder] if holder else ()
    return signed_links(analysis.causal, held_by)


@kept
def search_loops(analysis: Analysis, length: int | None = None, holder: str | None = None) -> LoopSearch:
    """Search one map for all loops, or with `length` for those of at most so many links (see `find_loops`).

    Whoever counts loops counts those of `search_loops(analysis)`, so that every place tells the same number.
    """
    return find_loops(causal_map(analysis, holder), length)
