"""Groups as the layout lays them out, to be drawn softly behind the nodes: each is named after its best tied member."""

from __future__ import annotations

from typing import Any

from sysmap.places.kept import find_linked_groups, simple_graph
from sysmap.rendering.facts import Facts

__all__ = ["MOST_GROUPS", "find_grounds", "find_quiet_types"]

MOST_GROUPS = 24
LEAST = 4
"""Fewer members are no group to look for."""
QUIET = frozenset({"INFLUENCES", "DEPENDS_ON"})
"""Ties that are many and have a view of their own: the map draws them around what is chosen, and all of them when asked."""


def find_grounds(facts: Facts) -> list[dict[str, Any]]:
    """The largest groups: `of` are the numbers of their members, `name` that of the one with the most ties inside."""
    graph = simple_graph(facts.analysis, facts.uids)
    found = [group for group in find_linked_groups(facts.analysis, facts.uids) if len(group) >= LEAST]
    return [{"name": facts.index[_middle(graph, group)], "of": sorted(facts.index[uid] for uid in group)} for group in found[:MOST_GROUPS]]


def _middle(graph: Any, group: list[str]) -> str:
    inside = set(group)
    return min(group, key=lambda uid: (-sum(tie["weight"] for other, tie in graph[uid].items() if other in inside), uid))


def find_quiet_types(types: list[dict[str, Any]]) -> list[int]:
    """Numbers of the types that are not drawn at first; none where the map has no other ties.

    >>> quiet_types([{"type": "OWNS"}, {"type": "INFLUENCES"}]), quiet_types([{"type": "INFLUENCES"}])
    ([1], [])
    """
    quiet = [at for at, type in enumerate(types) if type["type"] in QUIET]
    return quiet if len(quiet) < len(types) else []
