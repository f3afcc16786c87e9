"""Mental models compared: which causal links groups agree on, dispute, or have in one map only, and how far apart two groups are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from sysmap.analysis import Analysis, kept
from sysmap.records.causes_holders import find_holders
from sysmap.records.causes_map import causal_map, search_loops

__all__ = ["Dispute", "MentalModels", "Views", "compare_mental_models"]

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Views:
    """Two holders, and the links that at least one of them states itself, each as (source, target), by what the two maps say.

    `agreed`: the same sign; `disputed`: opposite signs; `only_one`, `only_other`: in no more than one of the maps; `unclear`: a sign is unknown.
    """

    one: str
    other: str
    agreed: tuple[Link, ...]
    disputed: tuple[Link, ...]
    only_one: tuple[Link, ...]
    only_other: tuple[Link, ...]
    unclear: tuple[Link, ...]

    @property
    def distance(self) -> float | None:
        """Sum of |a - b| over the links, by twice their number, 0 (alike) to 1 (opposite); a, b = 1, -1, or 0 where a map lacks the link.

        After Langfield-Smith & Wirth 1992 and Markóczy & Goldberg 1995, over the links that either states instead of all that might be:
        most pairs of causes nobody was asked about. Unclear links do not count. None where there is no link of which both have a view.

        >>> Views("a", "b", (("x", "y"),), (("y", "z"),), (("x", "z"),), (), ()).distance
        0.5
        """
        missing = len(self.only_one) + len(self.only_other)
        both = len(self.agreed) + len(self.disputed)
        return (2 * len(self.disputed) + missing) / (2 * (both + missing)) if both else None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A link that raises its target for some and lowers it for others; `common`: the sign that it has for all who say nothing, if any.

    `ties` are its uids; `loops` counts the listed feedback loops of the common map that run through it.
    """

    source: str
    target: str
    raises: tuple[str, ...]
    lowers: tuple[str, ...]
    common: int | None
    ties: tuple[str, ...]
    loops: int


@dataclass(frozen=True, slots=True)
class MentalModels:
    """Every holder and how many links it states itself; every two, those furthest apart first; every dispute, that of most holders first."""

    holders: Mapping[str, int]
    pairs: tuple[Views, ...]
    disputes: tuple[Dispute, ...]


@kept
def compare_mental_models(analysis: Analysis) -> MentalModels:
    """The mental models of all holders of links (`held_by`), compared once."""
    stated = {holder: _stated(analysis, spellings) for holder, spellings in find_holders(analysis).items()}
    pairs = [_views(analysis, one, other, stated[one] | stated[other]) for one, other in combinations(stated, 2)]
    return MentalModels(
        {holder: len(links) for holder, links in stated.items()},
        tuple(sorted(pairs, key=lambda one: (one.distance is None, -(one.distance or 0), -len(one.disputed), one.one, one.other))),
        tuple(sorted(_disputes(analysis, stated), key=lambda one: (-len(one.raises) - len(one.lowers), -one.loops, one.source, one.target))))


def _stated(analysis: Analysis, spellings: frozenset[str]) -> set[Link]:
    return {(source, target) for source, target, held in analysis.causal.edges(data="held_by") if held in spellings}


def _views(analysis: Analysis, one: str, other: str, links: set[Link]) -> Views:
    maps = causal_map(analysis, one), causal_map(analysis, other)
    found: dict[str, list[Link]] = {"agreed": [], "disputed": [], "only_one": [], "only_other": [], "unclear": []}
    for link in sorted(links):
        here, there = (seen.edges[link]["sign"] if link in seen.edges else 0 for seen in maps)
        found[_compared(here, there)].append(link)
    return Views(one, other, **{name: tuple(some) for name, some in found.items()})


def _compared(here: int | None, there: int | None) -> str:
    """How two signs compare; 0 is no link, None an unknown sign."""
    if not (here and there):
        return "unclear" if None in (here, there) else "only_one" if here else "only_other"
    return "agreed" if here == there else "disputed"


def _disputes(analysis: Analysis, stated: Mapping[str, set[Link]]) -> Iterator[Dispute]:
    loops = Counter(pair for loop in search_loops(analysis).loops for pair in zip(loop.nodes, loop.nodes[1:] + loop.nodes[:1], strict=True))
    for source, target in sorted(set().union(*stated.values())):
        parallel = analysis.causal[source][target]
        shared = causal_map(analysis).edges[source, target]
        common = shared["sign"] if any(not parallel[uid].get("held_by") for uid in shared["ties"]) else None
        signs = {holder: causal_map(analysis, holder).edges[source, target]["sign"] for holder, links in stated.items() if (source, target) in links}
        sides = {sign: tuple(holder for holder, said in signs.items() if said == sign) for sign in (1, -1)}
        if all(sides[sign] or common == sign for sign in sides):
            yield Dispute(source, target, sides[1], sides[-1], common, tuple(sorted(parallel)), loops[source, target])
