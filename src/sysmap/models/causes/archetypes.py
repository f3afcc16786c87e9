"""The system archetypes that a causal map may contain, each with the nodes in its roles, its story and a remedy.

They are hypotheses: only the signs and delays of links were compared with each archetype's template. Senge 1990.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

import networkx as nx

from sysmap.algorithms import ARCHETYPES, Match, Matches, find_patterns
from sysmap.analysis import Analysis, kept
from sysmap.messages import Text
from sysmap.models.causes.archetype_texts import ARCHETYPE_TEXTS
from sysmap.records.causes_direction import wanted_direction
from sysmap.records.causes_map import causal_map
from sysmap.records.coverage_work import problem_severities

__all__ = ["Archetype", "Archetypes", "find_archetypes"]


@dataclass(frozen=True, slots=True)
class Archetype:
    """One place of the map where an archetype fits.

    `kind`: the name of the archetype. `roles`: role -> uid. `nodes`, `ties`: the uids of all nodes and ties of the
    place; `problems`: the open problems among the nodes. `links`: how many links it has; `strength`: the product of
    their strengths, where a link without one counts 1.
    `alike`: how many other places would be told in the same words and are left out. The rest are its texts (see
    `archetype_texts`).
    """

    kind: str
    roles: Mapping[str, str]
    nodes: tuple[str, ...]
    ties: tuple[str, ...]
    problems: tuple[str, ...]
    links: int
    strength: float
    alike: int
    headline: Text
    story: Text
    check: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Archetypes:
    """All archetypes of a map.

    `found`: by archetype, and within each in the order of `_iterate_ranked`. `cut`: for an archetype whose search was
    stopped, up to how many links it is complete. `timed`: whether any link has a delay; without delays, five of the
    eight archetypes cannot be recognised.
    """

    found: tuple[Archetype, ...]
    cut: Mapping[str, int]
    timed: bool


@kept
def find_archetypes(analysis: Analysis, holder: str | None = None) -> Archetypes:
    """Find the archetypes of the common map, or of the map of one holder (see `causal_map`).

    A place that lies wholly within a larger place of another archetype is left out.
    """
    return _find_archetypes(analysis, causal_map(analysis, holder))


def _find_archetypes(analysis: Analysis, links: nx.DiGraph) -> Archetypes:
    searches = {template.name: find_patterns(links, template) for template in ARCHETYPES}
    plausible = [
        (kind, match)
        for kind, search in searches.items()
        for match in search.matches
        if _is_plausible(analysis, kind, match)
    ]
    outermost = _drop_contained(plausible)
    found = [
        archetype
        for kind in searches
        for archetype in _iterate_ranked(analysis, links, kind, [match for other, match in outermost if other == kind])
    ]
    return Archetypes(
        tuple(found), _list_cut(searches), any(link["delay"] != "none" for _, _, link in links.edges(data=True))
    )


def _list_cut(searches: Mapping[str, Matches]) -> dict[str, int]:
    return {kind: search.complete for kind, search in searches.items() if search.truncated}


def _is_plausible(analysis: Analysis, kind: str, match: Match) -> bool:
    """Whether nothing is in a role where it makes no sense, because people wish it to fall, or to rise.

    A problem is not a fix, not a competitor, and not what should grow; a goal is no symptom.
    """
    texts = ARCHETYPE_TEXTS[kind]
    return not any(
        wanted_direction(analysis, match.roles[role]) == direction
        for roles, direction in ((texts.barred, -1), (texts.barred_good, 1))
        for role in roles
    )


def _drop_contained(plausible: Iterable[tuple[str, Match]]) -> list[tuple[str, Match]]:
    """Drop each match whose links are all part of a larger match of another archetype."""
    with_links = [(kind, match, match.links) for kind, match in plausible]
    through = defaultdict(list)
    for kind, _, links in with_links:
        for link in links:
            through[link].append((kind, links))
    # A match that contains all links contains any one of them, so only those through one link need to be compared.
    return [
        (kind, match)
        for kind, match, links in with_links
        if not any(other != kind and links < wider for other, wider in through[min(links)])
    ]


def _iterate_ranked(analysis: Analysis, links: nx.DiGraph, kind: str, matches: Iterable[Match]) -> Iterator[Archetype]:
    """Yield the archetypes of one kind, the best first; of those that would be told in the same words only the best.

    Best: with an open problem in the ailing role, then with the most severe problem, the fewest links, the greatest
    strength.
    """
    severities = problem_severities(analysis)

    def sort_key(match: Match) -> tuple[object, ...]:
        gravest = max((severities[uid] for way in match.ways for uid in way if uid in severities), default=0)
        ailing = match.roles.get(ARCHETYPE_TEXTS[kind].ailing)
        return ailing not in severities, -gravest, len(match.links), -_multiply_strengths(links, match), match.ways

    ranked = sorted(matches, key=sort_key)
    count = Counter(_named_parts(kind, match) for match in ranked)
    best: dict[tuple[object, ...], Match] = {}
    for match in ranked:
        best.setdefault(_named_parts(kind, match), match)
    for parts, match in best.items():
        yield _build_archetype(analysis, links, kind, match, count[parts] - 1)


def _named_parts(kind: str, match: Match) -> tuple[object, ...]:
    """The roles and ways of a match that its texts name.

    Two matches that are equal in these are told in the same words.
    """
    return tuple(sorted(match.roles.items())), tuple(match.ways[number] for number in ARCHETYPE_TEXTS[kind].along)


def _multiply_strengths(links: nx.DiGraph, match: Match) -> float:
    strengths = (links.edges[pair]["strength"] for pair in sorted(match.links))
    return prod(1.0 if strength is None else strength for strength in strengths)


def _build_archetype(analysis: Analysis, links: nx.DiGraph, kind: str, match: Match, alike: int) -> Archetype:
    nodes = tuple(dict.fromkeys(uid for way in match.ways for uid in way))
    ties = tuple(uid for pair in sorted(match.links) for uid in links.edges[pair]["ties"])
    names = {role: analysis.name(uid) for role, uid in match.roles.items()}
    for number, way in enumerate(match.ways):
        names |= {f"by_{number}": _join_names(analysis, way[1:-1]), f"way_{number}": _join_names(analysis, way)}
    texts = ARCHETYPE_TEXTS[kind]
    return Archetype(
        kind,
        match.roles,
        nodes,
        ties,
        tuple(uid for uid in nodes if uid in problem_severities(analysis)),
        len(match.links),
        _multiply_strengths(links, match),
        alike,
        *(text.filled(**names) for text in (texts.headline, texts.story, texts.check, texts.remedy)),
    )


def _join_names(analysis: Analysis, uids: Iterable[str]) -> str:
    return " → ".join(map(analysis.name, uids))
