"""The grounds that the page draws softly behind the nodes.

The groups of the layout, each named after its member with the most ties.
"""

from __future__ import annotations

from typing import Any

from sysmap.places.kept import find_linked_groups, simple_graph
from sysmap.rendering.facts import Facts

__all__ = ["MOST_GROUPS", "find_grounds", "find_quiet_types"]

MOST_GROUPS = 24
FEWEST = 4
"""Groups with fewer members get no ground."""
QUIET = frozenset({"INFLUENCES", "DEPENDS_ON"})
"""Types of tie that are many and have a view of their own. The map draws them around the chosen node, and all of them
on demand."""


def find_grounds(facts: Facts) -> list[dict[str, Any]]:
    """The largest groups.

    `of` holds the numbers of the members, `name` the number of the member with the most ties in the group.
    """
    graph = simple_graph(facts.analysis, facts.uids)
    groups = [group for group in find_linked_groups(facts.analysis, facts.uids) if len(group) >= FEWEST]
    return [
        {"name": facts.index[_best_tied(graph, group)], "of": sorted(facts.index[uid] for uid in group)}
        for group in groups[:MOST_GROUPS]
    ]


def _best_tied(graph: Any, group: list[str]) -> str:
    """The member with the most ties in the group; among equals the first by uid."""
    inside = set(group)
    return min(
        group, key=lambda uid: (-sum(tie["weight"] for other, tie in graph[uid].items() if other in inside), uid)
    )


def find_quiet_types(types: list[dict[str, Any]]) -> list[int]:
    """The numbers of the types of tie that are not drawn at first; empty where the map has only such ties.

    >>> find_quiet_types([{"type": "OWNS"}, {"type": "INFLUENCES"}]), find_quiet_types([{"type": "INFLUENCES"}])
    ([1], [])
    """
    quiet = [at for at, type in enumerate(types) if type["type"] in QUIET]
    return quiet if len(quiet) < len(types) else []
