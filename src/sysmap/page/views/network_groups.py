"""The overview of a large map: each group as one mark, and the ties between groups.

The reader opens one group at a time as a map.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.messages import Message
from sysmap.page.views.port import view
from sysmap.places.kept import find_linked_groups, simple_graph
from sysmap.rendering.facts import Facts

__all__ = ["MANY", "MOST_GROUPS", "groups"]

MANY = 2_000
"""A page with more nodes opens with its groups; it draws the whole map when the reader asks."""
MOST_GROUPS = 50
FEWEST = 5
"""Groups with fewer members, and groups beyond the `MOST_GROUPS` largest, are put together as the last group."""

WORDS: Mapping[str, Message] = {
    "groups": Message("Groups"),
    "groups_caption": Message(
        "{nodes} things on this map fall into {n} groups of those with most ties among themselves (communities). Choose a group to see its map."
    ),
    "groups_around": Message("around {name}"),
    "groups_rest": Message("in small groups or alone"),
    "groups_one": Message("Only the group {name}"),
    "groups_back": Message("All groups"),
    "groups_whole": Message("Draw the whole map"),
    "groups_members": Message("Members"),
    "groups_inside": Message("Ties inside"),
    "groups_outside": Message("Ties to other groups"),
}


@view("groups", WORDS, order=40, topic="network")
def groups(facts: Facts) -> dict[str, Any] | None:
    """The groups, the largest first; None on a map that can be drawn whole.

    `of` holds the number of each node's group, `centre` each group's member with the most ties; `rest` says whether the
    last group is put together from small ones.
    """
    if len(facts.uids) <= MANY:
        return None
    graph = simple_graph(facts.analysis, facts.uids)
    large = [group for group in find_linked_groups(facts.analysis, facts.uids) if len(group) >= FEWEST][
        : MOST_GROUPS - 1
    ]
    rest = sorted(set(facts.uids).difference(*large))
    shown = [*large, *([rest] if rest else [])]
    central = [max(group, key=lambda uid: (graph.degree(uid), uid)) for group in shown]
    number = {uid: at for at, group in enumerate(shown) for uid in group}
    return {
        "of": [number[uid] for uid in facts.uids],
        "centre": [facts.index[uid] for uid in central],
        "rest": bool(rest),
    }
