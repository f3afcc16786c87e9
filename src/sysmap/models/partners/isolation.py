"""Who has no partner, and without whom the network would fall apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.models.gaps.ranking import survey_pairs
from sysmap.records.coverage_work import read_work

__all__ = [
    "Break",
    "PartWithout",
    "find_breaks",
    "find_members_without",
    "find_parts_by_cut",
    "find_stranded",
    "find_unpartnered",
]


def find_unpartnered(analysis: Analysis) -> tuple[str, ...]:
    """Return the stakeholders without a partner, in the order of their uids."""
    return tuple(nx.isolates(analysis.collaboration))


def find_stranded(analysis: Analysis) -> dict[str, int]:
    """Return the stakeholders without a partner whom others need -> how many others (coordination requirement > 0).

    The most needed first, equals by name.
    """
    work, counts = read_work(analysis), survey_pairs(analysis).needed_by.tolist()
    alone = set(find_unpartnered(analysis))
    stranded = {uid: int(count) for uid, count in zip(work.people, counts, strict=True) if count and uid in alone}
    return dict(sorted(stranded.items(), key=lambda item: (-item[1], analysis.name(item[0]), item[0])))


@dataclass(frozen=True, slots=True)
class Break:
    """A cut point: a stakeholder without whom its component falls apart.

    `cut_off`: how many others would then no longer be joined to the largest remaining part of the component, 1 or more.
    """

    stakeholder: str
    cut_off: int


def find_breaks(analysis: Analysis) -> tuple[Break, ...]:
    """Find every cut point and how many its loss would cut off, the worst first."""
    breaks = [Break(uid, sum(part.size for part in parts[1:])) for uid, parts in find_parts_by_cut(analysis).items()]
    return tuple(sorted(breaks, key=lambda found: (-found.cut_off, found.stakeholder)))


def find_members_without(analysis: Analysis, cut_point: str) -> tuple[frozenset[str], ...]:
    """Return the parts into which the component of a cut point falls without it, ordered as by `find_parts_by_cut`."""
    network = analysis.collaboration
    rest = nx.restricted_view(network, [cut_point], [])
    parts = {frozenset(nx.node_connected_component(rest, uid)) for uid in network[cut_point]}
    return tuple(sorted(parts, key=lambda part: (-len(part), min(part & set(network[cut_point])))))


@dataclass(frozen=True, slots=True)
class PartWithout:
    """A part that is left of a component without a cut point.

    `size`: how many stakeholders it has; `partners`: those of them who are partners of the cut point, sorted.
    """

    size: int
    partners: tuple[str, ...]


@kept
def find_parts_by_cut(analysis: Analysis) -> Mapping[str, tuple[PartWithout, ...]]:
    """Return cut point -> the parts into which its component falls without it.

    The largest part comes first, of equals that with the first partner by uid.

    Computed on the block-cut tree: it joins each block (a largest part that no single loss breaks; here a number) with
    the stakeholders in it (uids). A cut point is in several blocks, so its loss splits the tree: each subtree below it
    is one part, and all that is above it another. One walk from the leaves up sums the stakeholders below each node.
    """
    network = analysis.collaboration
    cuts = set(nx.articulation_points(network))
    tree = nx.Graph(
        (number, uid) for number, block in enumerate(map(set, nx.biconnected_components(network))) for uid in block
    )
    parts: dict[str, tuple[PartWithout, ...]] = dict.fromkeys(sorted(cuts), ())
    for component in nx.connected_components(tree):
        root = min(uid for uid in component if isinstance(uid, str))
        size = sum(isinstance(node, str) for node in component)
        # How many stakeholders the subtree of a node holds, itself included.
        below: dict[str | int, int] = {}
        for node in nx.dfs_postorder_nodes(tree, root):
            children = [child for child in tree[node] if child in below]
            below[node] = isinstance(node, str) + sum(below[child] for child in children)
            if node in cuts:
                # Each block that the cut point is in leads to one part; the one that is no child lies above it.
                sizes = {block: below.get(block, size - below[node]) for block in tree[node]}
                found = [PartWithout(count, _partners_in(network, tree, node, block)) for block, count in sizes.items()]
                parts[node] = tuple(sorted(found, key=lambda part: (-part.size, part.partners)))
    return parts


def _partners_in(network: nx.Graph, tree: nx.Graph, uid: str, block: int) -> tuple[str, ...]:
    """The partners of a stakeholder in one block, sorted."""
    few, many = sorted((network[uid], tree[block]), key=len)
    return tuple(sorted(other for other in few if other in many and other != uid))
