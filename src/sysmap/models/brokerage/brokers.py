"""Brokers: stakeholders between two others that are not partners, by role, compared with chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from sysmap import algorithms
from sysmap.analysis import Analysis, kept
from sysmap.measures.brokerage_roles import count_roles
from sysmap.measures.grouping import find_groups

__all__ = ["Broker", "RoleCount", "count_brokerage_roles", "find_brokers", "relation_graphs"]


@dataclass(frozen=True, slots=True)
class Broker:
    """How often a stakeholder plays a role, compared with two kinds of chance.

    `pairs`: how many pairs it joins in this role; `all_pairs`: in all its roles.
    `expected`: the mean for a member of its group if all ties were random; `z`: how many standard deviations `pairs` is
    above it
    (Gould & Fernandez), None if the deviation is 0.
    `by_lot`: the mean if its own ties stayed and the groups of all others were dealt out again at random. A stakeholder
    with many ties is far above `expected` in every role; only one above `by_lot` leans towards this role.
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
        """`pairs` minus `by_lot`; negative if it plays the role less often than chance."""
        return self.pairs - self.by_lot


@kept
def find_brokers(analysis: Analysis, field: str) -> tuple[Broker, ...]:
    """Return every stakeholder in every role that it plays, sorted by role, then the most pairs first.

    Groups are those of `field`. The roles are those of `algorithms.brokerage_roles`: coordinator, itinerant,
    gatekeeper/representative, liaison.
    """
    groups = find_groups(analysis, field)
    chance = algorithms.expected_brokerage_roles(analysis.collaboration, groups)
    brokers = []
    for uid, counts in count_roles(analysis, field).items():
        for role, pairs in (counts or {}).items():
            if pairs:
                group, total = str(groups[uid]), sum((counts or {}).values())
                by_chance = chance[group]
                # If groups are dealt out at random, each pair of others is equally likely to get any two groups. So the
                # share of a role among its pairs is the share of that role among all possible pairs, as in the random
                # network.
                share = by_chance[role].mean / sum(expected.mean for expected in by_chance.values())
                brokers.append(
                    Broker(
                        uid, role, group, pairs, total, by_chance[role].mean, by_chance[role].z(pairs), total * share
                    )
                )
    return tuple(sorted(brokers, key=lambda broker: (broker.role, -broker.pairs, broker.stakeholder)))


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How often a stakeholder, or all of them together (`stakeholder` None), plays a role, compared with random ties.

    `network`: "PARTNERS_WITH" (undirected), or "RELATES_TO" with its kind (directed). `grouping`: the field that
    `group` and roles are based on.
    `z`: how many standard deviations `pairs` is above `expected`; None if the deviation is 0.
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
    """Return kind of `RELATES_TO` ("" if none is given) -> its directed network with all stakeholders."""
    ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for source, target, tie in analysis.graph.edges(data=True):
        if tie["type"] == "RELATES_TO" and source != target:
            ties[str(tie.get("kind") or "")].append((source, target))
    graphs = {}
    for kind in sorted(ties):
        graphs[kind] = nx.DiGraph()
        graphs[kind].add_nodes_from(analysis.nodes("Stakeholder"))
        graphs[kind].add_edges_from(ties[kind])
    return graphs


@kept
def count_brokerage_roles(analysis: Analysis) -> tuple[RoleCount, ...]:
    """Count every role in every network by every grouping that has at least two groups.

    Groupings are the setting `grouping`, sector, boundary, level and community. For each role the total comes first,
    then those who play it, the most pairs first.
    """
    return tuple(_iterate_role_counts(analysis))


def _iterate_role_counts(analysis: Analysis) -> Iterator[RoleCount]:
    networks: dict[str, nx.Graph] = {"PARTNERS_WITH": analysis.collaboration} if analysis.ties_assessed else {}
    networks |= {f"RELATES_TO {kind}".strip(): graph for kind, graph in relation_graphs(analysis).items()}
    for name, network in networks.items():
        for field in dict.fromkeys((analysis.settings.grouping, "sector", "boundary", "level", "community")):
            groups = find_groups(analysis, field)
            if len({group for group in groups.values() if group is not None}) > 1:
                yield from _iterate_counts(name, field, network, groups)


def _iterate_counts(network: str, field: str, graph: nx.Graph, groups: Mapping[str, str | None]) -> Iterator[RoleCount]:
    """Yield the counts of one network by one grouping.

    `network` is its name and `graph` its graph; `field` is the field of the grouping and `groups` the group of each
    stakeholder.
    """
    played = {uid: counts for uid, counts in algorithms.brokerage_roles(graph, groups).items() if counts}
    chance = algorithms.expected_brokerage_roles(graph, groups)
    totals: Counter[str] = Counter()
    for counts in played.values():
        totals.update(counts)
    for role, by_chance in algorithms.expected_brokerage_totals(graph, groups).items():
        yield RoleCount(network, field, role, None, None, totals[role], by_chance.mean, by_chance.z(totals[role]))
        for uid in sorted(
            (uid for uid, counts in played.items() if counts[role]), key=lambda uid: (-played[uid][role], uid)
        ):
            expected, pairs = chance[groups[uid]][role], played[uid][role]
            yield RoleCount(network, field, role, uid, groups[uid], pairs, expected.mean, expected.z(pairs))
