"""Who can bridge: stakeholders between two who are not partners, by role, beside what chance would give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from sysmap import algorithms
from sysmap.analysis import Analysis, kept
from sysmap.measures.brokerage_roles import count_roles
from sysmap.measures.grouping import find_groups

__all__ = ["BRIDGING", "Broker", "RoleCount", "count_brokerage_roles", "find_brokers", "relation_graphs"]

BRIDGING = ("gatekeeper/representative", "liaison", "itinerant")
"""Roles that involve another group; a coordinator stays within its own."""


@dataclass(frozen=True, slots=True)
class Broker:
    """How often a stakeholder plays a role: `pairs` it joins, of `all_pairs` in all roles, beside chance of two kinds.

    `expected` is what ties by lot give a member of its group, `z` how far `pairs` lies above it (Gould & Fernandez); None
    where chance leaves no room. Whoever has many ties lies far above it in every role, so `by_lot` is what its own ties
    give when the groups of all others are dealt out anew: only above that does it lean to the role.
    """

    stakeholder: str
    role: str
    group: str
    pairs: int
    all_pairs: int
    expected: float
    z: float | None
    by_lot: float

    @property
    def leaning(self) -> float:
        """Pairs above what its own ties give by lot, below 0 where it plays the role less."""
        return self.pairs - self.by_lot


@kept
def find_brokers(analysis: Analysis, field: str) -> tuple[Broker, ...]:
    """Every stakeholder in every role it plays, by role, the most pairs first; groups are those of `field`.

    Roles as in `brokerage_roles`: coordinator, itinerant, gatekeeper/representative, liaison.
    """
    of = find_groups(analysis, field)
    chance = algorithms.expected_brokerage_roles(analysis.collaboration, of)
    found = []
    for uid, counts in count_roles(analysis, field).items():
        for role, pairs in (counts or {}).items():
            if pairs:
                group, total = str(of[uid]), sum((counts or {}).values())
                by_chance = chance[group]
                # Dealing out groups gives each pair of others the same chance, so roles come as their possible pairs do.
                share = by_chance[role].mean / sum(one.mean for one in by_chance.values())
                found.append(Broker(uid, role, group, pairs, total, by_chance[role].mean, by_chance[role].z(pairs), total * share))
    return tuple(sorted(found, key=lambda one: (one.role, -one.pairs, one.stakeholder)))


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How often a stakeholder plays a role, or all together (`stakeholder` None), beside what ties by lot would give.

    `network`: `PARTNERS_WITH` (undirected), or `RELATES_TO` with its kind (directed). `grouping`: the field by which `group` and roles are told.
    `z`: how many deviations `pairs` lies above `expected`, None where chance leaves no room.
    """

    network: str
    grouping: str
    role: str
    stakeholder: str | None
    group: str | None
    pairs: int
    expected: float
    z: float | None


@kept
def relation_graphs(analysis: Analysis) -> Mapping[str, nx.DiGraph]:
    """The directed networks of the relations told, by kind ("" where none is given), each with all stakeholders."""
    ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for source, target, tie in analysis.graph.edges(data=True):
        if tie["type"] == "RELATES_TO" and source != target:
            ties[str(tie.get("kind") or "")].append((source, target))
    found = {}
    for kind in sorted(ties):
        found[kind] = nx.DiGraph()
        found[kind].add_nodes_from(analysis.nodes("Stakeholder"))
        found[kind].add_edges_from(ties[kind])
    return found


@kept
def count_brokerage_roles(analysis: Analysis) -> tuple[RoleCount, ...]:
    """Every role in every network by every grouping that tells two groups apart: the totals first, then who plays it, the most pairs first.

    Groupings are the setting `grouping`, sector, boundary, level and community. A stakeholder that never plays a role is left out of it.
    """
    return tuple(_role_counts(analysis))


def _role_counts(analysis: Analysis) -> Iterator[RoleCount]:
    networks: dict[str, nx.Graph] = {"PARTNERS_WITH": analysis.collaboration} if analysis.ties_assessed else {}
    networks |= {f"RELATES_TO {kind}".strip(): found for kind, found in relation_graphs(analysis).items()}
    for name, network in networks.items():
        for field in dict.fromkeys((analysis.settings.grouping, "sector", "boundary", "level", "community")):
            of = find_groups(analysis, field)
            if len({group for group in of.values() if group is not None}) > 1:
                yield from _counted(name, field, network, of)


def _counted(network: str, field: str, graph: nx.Graph, of: Mapping[str, str | None]) -> Iterator[RoleCount]:
    played = {uid: counts for uid, counts in algorithms.brokerage_roles(graph, of).items() if counts}
    chance = algorithms.expected_brokerage_roles(graph, of)
    whole: Counter[str] = Counter()
    for counts in played.values():
        whole.update(counts)
    for role, total in algorithms.expected_brokerage_totals(graph, of).items():
        yield RoleCount(network, field, role, None, None, whole[role], total.mean, total.z(whole[role]))
        for uid in sorted((uid for uid, counts in played.items() if counts[role]), key=lambda uid: (-played[uid][role], uid)):
            expected, pairs = chance[of[uid]][role], played[uid][role]
            yield RoleCount(network, field, role, uid, of[uid], pairs, expected.mean, expected.z(pairs))
