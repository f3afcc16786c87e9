"""Networks with two sides: funders and those they fund, people and events. And what one stakeholder holds alone.

Where partnerships join one side with the other by construction, much is so without saying anything: nobody has a
partner on its own side, and everybody stands between two of the other side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_together import MOST_TOGETHER

__all__ = [
    "Holding",
    "Shared",
    "Sides",
    "find_cofunders",
    "find_cosupporters",
    "find_holdings",
    "find_sides",
]

FIELDS = ("kind", "sector", "boundary", "level")
"""Fields of stakeholders that may name the two sides."""
LEAST_INSIDE = 3
"""If none of the ties stays inside a side, and by chance so many would, that is no accident (Poisson: p below 5 %)."""
LEAST_CIRCLES = 5
"""If so many independent circles are all even, that is no accident: one by lot is odd every other time (2^-5)."""
LEAST_TIES = 12
"""With fewer ties nothing is said of a shape, nor of who holds most."""
LEAST_SHARE, TIMES = 0.5, 2
"""A stakeholder holds most if it has half of all and so many times what an equal part would be, or all of it alone."""
PARTS = ("OWNS", "WORKS_ON", "LEADS", "SPONSORS", "FUNDS", "ADOPTS", "CHAMPIONS")
"""Ties of a stakeholder to what it has in hand."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides, sorted; all partnerships join one with the other. `few` is the smaller side.

    `field`: the field that names them; "" if only the shape of the network shows them.
    """

    field: str
    few: tuple[str, ...]
    many: tuple[str, ...]


@kept
def find_sides(analysis: Analysis) -> Sides | None:
    """Find the two sides of the network of partnerships; None if it has none, or is too small to tell.

    A field names them if its values are two among those with partners, and no tie joins two of one value although
    chance would give some. Else the network must have so many circles, all of them even, that it is no accident.
    """
    network = nx.Graph(analysis.collaboration.edges)
    if len(network.edges) < LEAST_TIES or not nx.is_bipartite(network):
        return None
    for field in FIELDS:
        value = {uid: analysis.props(uid).get(field) for uid in network}
        sizes = Counter(value.values())
        inside = sum(size * (size - 1) for size in sizes.values()) / (len(network) * (len(network) - 1))
        is_across = all(value[one] != value[other] for one, other in network.edges)
        is_no_accident = inside * len(network.edges) >= LEAST_INSIDE
        if None not in sizes and len(sizes) == 2 and is_across and is_no_accident:  # noqa: PLR2004  two sides
            return _build_sides(field, *([uid for uid in network if value[uid] == own] for own in sizes))
    circles = len(network.edges) - len(network) + nx.number_connected_components(network)
    if circles < LEAST_CIRCLES:
        return None
    sides: tuple[list[str], list[str]] = ([], [])
    for component in nx.connected_components(network):
        halves = [sorted(half) for half in nx.bipartite.sets(network.subgraph(component))]
        for side, half in zip(sides, sorted(halves, key=lambda half: (len(half), half)), strict=True):
            side.extend(half)
    return _build_sides("", *sides)


def _build_sides(field: str, one: list[str], other: list[str]) -> Sides:
    few, many = sorted((sorted(one), sorted(other)), key=lambda side: (len(side), side))
    return Sides(field, tuple(few), tuple(many))


@dataclass(frozen=True, slots=True)
class Holding:
    """A stakeholder that has most of the ties of one type.

    `count`: how many things it is tied to; `all`: how many things anybody is tied to (for partnerships: how many there
    are); `holders`: how many stakeholders have any.
    """

    stakeholder: str
    type: str
    count: int
    all: int
    holders: int

    @property
    def share(self) -> float:
        """Its share of all of them, above 0 to 1."""
        return self.count / self.all


@kept
def find_holdings(analysis: Analysis) -> tuple[Holding, ...]:
    """Find who has half of all ties of a type or more, and twice an equal part or all; the largest share first."""
    pairs: dict[str, set[tuple[str, str]]] = {type: set() for type in PARTS}
    for source, target, type in analysis.graph.edges(data="type"):
        if type in pairs:
            pairs[type].add((source, target))
    holdings = [
        Holding(uid, type, count, len({thing for _, thing in held}), len(by_holder))
        for type, held in pairs.items()
        for by_holder in [Counter(source for source, _ in held)]
        for uid, count in by_holder.items()
        if _has_most(count, by_holder, len(held))
    ]
    partners = Counter({uid: degree for uid, degree in analysis.collaboration.degree if degree})
    ties = analysis.collaboration.number_of_edges()
    holdings += [
        Holding(uid, "PARTNERS_WITH", degree, ties, len(partners))
        for uid, degree in partners.items()
        if _has_most(degree, partners, ties)
    ]
    return tuple(
        sorted(holdings, key=lambda held: (-held.share, -held.count, analysis.name(held.stakeholder), held.type))
    )


def _has_most(count: int, by_holder: Counter[str], ties: int) -> bool:
    """Whether so many of the ties are most of them: at least half, and twice an equal part, or all of it."""
    is_uneven = len(by_holder) == 1 or count * len(by_holder) >= TIMES * by_holder.total()
    return ties >= LEAST_TIES and count >= LEAST_SHARE * ties and is_uneven


Shared = tuple[str, str, tuple[str, ...]]
"""Two stakeholders, the smaller uid first, and what both support, sorted."""


@kept
def find_cofunders(analysis: Analysis) -> tuple[Shared, ...]:
    """Return pairs of funders with the innovations that both fund, those with the most in common first."""
    funders: dict[str, set[str]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "FUNDS":
            funders.setdefault(target, set()).add(source)
    return _pair_up(funders.items())


@kept
def find_cosupporters(analysis: Analysis) -> tuple[Shared, ...]:
    """Return pairs of the smaller side of a network with two sides, with the partners that both have."""
    sides = find_sides(analysis)
    return _pair_up((uid, set(analysis.collaboration[uid])) for uid in sides.many) if sides else ()


def _pair_up(funders: Iterable[tuple[str, set[str]]]) -> tuple[Shared, ...]:
    """Pairs of funders that have things in common, from each thing with its funders; not one that very many fund."""
    common: dict[tuple[str, str], list[str]] = {}
    for thing, by in funders:
        for pair in combinations(sorted(by), 2) if len(by) <= MOST_TOGETHER else ():
            common.setdefault(pair, []).append(thing)
    shared = ((one, other, tuple(sorted(things))) for (one, other), things in common.items())
    return tuple(sorted(shared, key=lambda pair: (-len(pair[2]), pair[0], pair[1])))
