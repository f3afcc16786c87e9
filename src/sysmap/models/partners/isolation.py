"""Who stands alone, and on whom the network hangs."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.models.gaps.ranking import survey_pairs
from sysmap.records.coverage_work import read_work

__all__ = ["Break", "find_breaks", "find_stranded", "find_unpartnered"]


def find_unpartnered(analysis: Analysis) -> tuple[str, ...]:
    """Stakeholders without a partner, in the order of their uids."""
    return tuple(nx.isolates(analysis.collaboration))


def find_stranded(analysis: Analysis) -> dict[str, int]:
    """Stakeholders without a partner whom others need (CR > 0), with the number of those; the most needed first."""
    who, counts = read_work(analysis), survey_pairs(analysis).needed_by.tolist()
    alone = set(find_unpartnered(analysis))
    found = {uid: int(count) for uid, count in zip(who.people, counts, strict=True) if count and uid in alone}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True)
class Break:
    """A stakeholder whose leaving cuts `cut_off` others, 1 and up, from the largest part that is left of its piece."""

    stakeholder: str
    cut_off: int


def find_breaks(analysis: Analysis) -> tuple[Break, ...]:
    """Every cut point with what its loss would cut off, the worst first.

    Counted on the tree of blocks (maximal parts without a cut point) and cut points: what hangs below each block.
    """
    network = analysis.collaboration
    found = [Break(uid, sum(parts) - max(parts)) for uid, parts in _parts(network).items()]
    return tuple(sorted(found, key=lambda one: (-one.cut_off, one.stakeholder)))


def _parts(network: nx.Graph) -> dict[str, list[int]]:
    """Cut point -> sizes of the parts its piece falls into without it."""
    cuts = set(nx.articulation_points(network))
    tree = nx.Graph((number, uid) for number, block in enumerate(map(set, nx.biconnected_components(network))) for uid in block)
    parts: dict[str, list[int]] = {uid: [] for uid in sorted(cuts)}
    for piece in nx.connected_components(tree):
        root = min(uid for uid in piece if isinstance(uid, str))
        size = sum(isinstance(node, str) for node in piece)
        below: dict[str | int, int] = {}
        for node in nx.dfs_postorder_nodes(tree, root):
            children = [child for child in tree[node] if child in below]
            below[node] = isinstance(node, str) + sum(below[child] for child in children)
            if node in cuts:
                parts[node] = [below[child] for child in children]
                parts[node] += [size - below[node]] if node != root else []
    return parts
