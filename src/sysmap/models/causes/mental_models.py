"""Mental models compared: on which links groups agree or disagree, and how far apart two groups are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from sysmap.analysis import Analysis, kept
from sysmap.records.causes_holders import find_holders, holder_name
from sysmap.records.causes_map import causal_map, search_loops
from sysmap.records.coverage_work import problem_severities

__all__ = ["Dispute", "MentalModels", "Views", "compare_mental_models"]

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Views:
    """What two holders, `one` and `other`, say about each link that at least one of them states itself.

    A link is (source, target).
    `agreed`: both maps have it with the same sign; `disputed`: with opposite signs; `only_one`, `only_other`: only that
    map has it;
    `unclear`: one of the signs is unknown.
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
        """The sum of |a - b| over the links, divided by twice their number: 0 (alike) to 1 (opposite).

        None if no link can be compared. a and b are the signs of a link in the two maps: 1, -1, or 0 if the map does
        not have it. Unclear links do not count. After Langfield-Smith & Wirth 1992 and Markóczy & Goldberg 1995, but
        over the links that either holder states instead of all possible links, because nobody was asked about most
        pairs of causes.

        >>> Views("a", "b", (("x", "y"),), (("y", "z"),), (("x", "z"),), (), ()).distance
        0.5
        """
        missing = len(self.only_one) + len(self.only_other)
        both = len(self.agreed) + len(self.disputed)
        return (2 * len(self.disputed) + missing) / (2 * (both + missing)) if both else None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A link from `source` to `target` about which holders disagree: some say that it raises the target, others lowers.

    `raises`, `lowers`: these holders. `common`: its sign on the map of those who say nothing about it (1, -1; None if
    it has no sign there). `ties`: the uids of its ties. `loops`: how many listed feedback loops of the common map run
    through it.
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
    """All mental models compared.

    `holders`: holder -> how many links it states itself. `pairs`: every two holders, those furthest apart first.
    `disputes`: those that most holders take part in first.
    """

    holders: Mapping[str, int]
    pairs: tuple[Views, ...]
    disputes: tuple[Dispute, ...]


@kept
def compare_mental_models(analysis: Analysis) -> MentalModels:
    """Compare the mental models of all holders of links (`held_by`)."""
    stated = {holder: _stated_links(analysis, spellings) for holder, spellings in find_holders(analysis).items()}
    pairs = [
        _compare_views(analysis, one, other, stated[one] | stated[other]) for one, other in combinations(stated, 2)
    ]
    return MentalModels(
        {holder: len(links) for holder, links in stated.items()},
        tuple(
            sorted(
                pairs,
                key=lambda views: (
                    views.distance is None,
                    -(views.distance or 0),
                    -len(views.disputed),
                    holder_name(analysis, views.one),
                    holder_name(analysis, views.other),
                    views.one,
                    views.other,
                ),
            )
        ),
        tuple(
            sorted(
                _iterate_disputes(analysis, stated),
                key=lambda dispute: (
                    -len(dispute.raises) - len(dispute.lowers),
                    -dispute.loops,
                    -max(problem_severities(analysis).get(uid, 0) for uid in (dispute.source, dispute.target)),
                    analysis.name(dispute.source),
                    analysis.name(dispute.target),
                    dispute.source,
                    dispute.target,
                ),
            )
        ),
    )


def _stated_links(analysis: Analysis, spellings: frozenset[str]) -> set[Link]:
    return {(source, target) for source, target, held in analysis.causal.edges(data="held_by") if held in spellings}


def _compare_views(analysis: Analysis, one: str, other: str, links: set[Link]) -> Views:
    maps = causal_map(analysis, one), causal_map(analysis, other)
    by_outcome: dict[str, list[Link]] = {"agreed": [], "disputed": [], "only_one": [], "only_other": [], "unclear": []}
    for link in sorted(links):
        here, there = (links_of.edges[link]["sign"] if link in links_of.edges else 0 for links_of in maps)
        by_outcome[_compare_signs(here, there)].append(link)
    return Views(one, other, **{outcome: tuple(those) for outcome, those in by_outcome.items()})


def _compare_signs(here: int | None, there: int | None) -> str:
    """Return the field of `Views` for two signs.

    0 means that the map does not have the link, None that its sign is unknown.
    """
    if not (here and there):
        return "unclear" if None in (here, there) else "only_one" if here else "only_other"
    return "agreed" if here == there else "disputed"


def _iterate_disputes(analysis: Analysis, stated: Mapping[str, set[Link]]) -> Iterator[Dispute]:
    """Yield the links that one holder or the common map says raise their target, and another says lower it.

    Sorted by link.
    """
    loops = Counter(
        pair
        for loop in search_loops(analysis).loops
        for pair in zip(loop.nodes, loop.nodes[1:] + loop.nodes[:1], strict=True)
    )
    for source, target in sorted(set().union(*stated.values())):
        parallel = analysis.causal[source][target]
        shared = causal_map(analysis).edges[source, target]
        # The common map has a sign of its own only if some tie of this link is held by nobody in particular.
        common = shared["sign"] if any(not parallel[uid].get("held_by") for uid in shared["ties"]) else None
        signs = {
            holder: causal_map(analysis, holder).edges[source, target]["sign"]
            for holder, links in stated.items()
            if (source, target) in links
        }
        sides = {
            sign: tuple(holder for holder, stated_sign in signs.items() if stated_sign == sign) for sign in (1, -1)
        }
        if all(sides[sign] or common == sign for sign in sides):
            yield Dispute(source, target, sides[1], sides[-1], common, tuple(sorted(parallel)), loops[source, target])
