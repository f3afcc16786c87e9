"""Who has no partner, and without whom the network would fall apart."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.models.gaps.ranking import survey_pairs
from sysmap.records.coverage_work import read_work

__all__ = ["Break", "find_breaks", "find_parts_without", "find_stranded", "find_unpartnered"]


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
    breaks = [Break(uid, sum(sizes) - max(sizes)) for uid, sizes in _sizes_without(analysis.collaboration).items()]
    return tuple(sorted(breaks, key=lambda found: (-found.cut_off, found.stakeholder)))


def find_parts_without(analysis: Analysis, cut_point: str) -> tuple[frozenset[str], ...]:
    """Return the parts into which the component of a cut point falls without it, the largest first.

    Of equally large ones that with the first uid comes first.
    """
    rest = nx.restricted_view(analysis.collaboration, [cut_point], [])
    parts = {frozenset(nx.node_connected_component(rest, uid)) for uid in analysis.collaboration[cut_point]}
    return tuple(sorted(parts, key=lambda part: (-len(part), min(part))))


def _sizes_without(network: nx.Graph) -> dict[str, list[int]]:
    """Cut point -> the sizes of the parts into which its component falls without it.

    Computed on the block-cut tree: it joins each block (a largest part that no single loss breaks; here a number) with
    the stakeholders in it (uids). A cut point is in several blocks, so its loss splits the tree: each subtree below it
    is one part, and all that is above it another. One walk from the leaves up sums the stakeholders below each node.
    """
    cuts = set(nx.articulation_points(network))
    tree = nx.Graph(
        (number, uid) for number, block in enumerate(map(set, nx.biconnected_components(network))) for uid in block
    )
    parts: dict[str, list[int]] = {uid: [] for uid in sorted(cuts)}
    for component in nx.connected_components(tree):
        root = min(uid for uid in component if isinstance(uid, str))
        size = sum(isinstance(node, str) for node in component)
        # How many stakeholders the subtree of a node holds, itself included.
        below: dict[str | int, int] = {}
        for node in nx.dfs_postorder_nodes(tree, root):
            children = [child for child in tree[node] if child in below]
            below[node] = isinstance(node, str) + sum(below[child] for child in children)
            if node in cuts:
                parts[node] = [below[child] for child in children]
                parts[node] += [size - below[node]] if node != root else []
    return parts
