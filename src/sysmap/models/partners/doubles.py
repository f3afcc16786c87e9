"""Nodes that may be one and the same, so that nobody is told to work together with himself."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.tables.naming.doubles import find_doubles
from sysmap.tables.naming.near import ASKED, Likeness

__all__ = ["doubles_of", "may_be_partners", "pairs_of_doubles"]


@kept
def pairs_of_doubles(analysis: Analysis) -> tuple[Likeness, ...]:
    """Return the pairs of nodes whose names look as if they meant one and the same, the surest first.

    The names are those of the map; pairs of which the data say that they differ are left out.
    """
    pairs = [
        pair
        for kind in analysis.vocabulary.nodes
        for pair in find_doubles(_named(analysis, kind.label), kind)
        if pair.confidence >= ASKED
    ]
    return tuple(sorted(pairs, key=lambda pair: -pair.confidence))


def _named(analysis: Analysis, label: str) -> dict[str, Mapping[str, object]]:
    """The properties of the nodes of a label by uid; a node without a name is called by its id."""
    return {uid: {"name": analysis.name(uid), **analysis.props(uid)} for uid in analysis.nodes(label)}


@kept
def _groups(analysis: Analysis) -> Mapping[str, tuple[str, ...]]:
    """Return for each node of these pairs all that it may be: nodes that pairs join, directly or through others."""
    graph = nx.Graph((pair.one.uid, pair.other.uid) for pair in pairs_of_doubles(analysis))
    return {uid: tuple(sorted(group)) for group in nx.connected_components(graph) for uid in group}


def doubles_of(analysis: Analysis, uid: str) -> tuple[str, ...]:
    """Return all nodes that a node may be, by their names, itself among them."""
    return _groups(analysis).get(uid, (uid,))


def may_be_partners(analysis: Analysis, one: str, other: str) -> bool:
    """Return whether two nodes may be one, or partners by a node that one of them may be."""
    ones, others = doubles_of(analysis, one), doubles_of(analysis, other)
    return ones == others or any(analysis.collaboration.has_edge(a, b) for a in ones for b in others)
