"""The archetypes that a map may hold: hypotheses from signs and delays, each with its nodes by role, its story and a remedy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

import networkx as nx

from sysmap.algorithms import ARCHETYPES, Match, Matches, find_patterns
from sysmap.analysis import Analysis, kept
from sysmap.messages import Text
from sysmap.models.causes.archetype_texts import TOLD
from sysmap.records.causes_map import causal_map
from sysmap.records.coverage_work import problem_severities

__all__ = ["Archetype", "Archetypes", "find_archetypes"]


@dataclass(frozen=True, slots=True)
class Archetype:
    """One place where an archetype fits: role -> uid; all `nodes` and `ties`; the open `problems` among the nodes.

    `links` counts its links, `strength` is the product of theirs (one that was not given counts 1), `alike` how many other
    places would be told in the same words. What is said of it are `headline`, `story`, `check` and `remedy`.
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
    """What was found, archetype by archetype, in each those of the gravest problems and the fewest links first.

    `cut`: archetype -> up to how many links its search is complete, where it was cut short. `timed`: whether any link is
    said to come late, without which five of the eight cannot be seen.
    """

    found: tuple[Archetype, ...]
    cut: Mapping[str, int]
    timed: bool


@kept
def find_archetypes(analysis: Analysis, holder: str | None = None) -> Archetypes:
    """The archetypes of the common map, or of that of a holder; searched once.

    A place that lies wholly within a larger one of another archetype is told there. Senge 1990.
    """
    return _archetypes(analysis, causal_map(analysis, holder))


def _archetypes(analysis: Analysis, links: nx.DiGraph) -> Archetypes:
    searched = {template.name: find_patterns(links, template) for template in ARCHETYPES}
    fitting = [(kind, match) for kind, found in searched.items() for match in found.matches if _may_be(analysis, kind, match)]
    told = _outermost(fitting)
    found = [one for kind in searched for one in _ranked(analysis, links, kind, [match for other, match in told if other == kind])]
    return Archetypes(tuple(found), _cut(searched), any(link["delay"] != "none" for _, _, link in links.edges(data=True)))


def _cut(searched: Mapping[str, Matches]) -> dict[str, int]:
    return {kind: found.complete for kind, found in searched.items() if found.truncated}


def _may_be(analysis: Analysis, kind: str, match: Match) -> bool:
    """Whether no open problem fills a role that makes no sense of one: a problem is nobody's fix, does not compete, and need not grow."""
    return not any(match.roles[role] in problem_severities(analysis) for role in TOLD[kind].barred)


def _outermost(fitting: Iterable[tuple[str, Match]]) -> list[tuple[str, Match]]:
    """Without those whose links are all part of a match of another archetype that has more."""
    known = [(kind, match, match.links) for kind, match in fitting]
    through = defaultdict(list)
    for kind, _, links in known:
        for link in links:
            through[link].append((kind, links))
    return [(kind, match) for kind, match, links in known if not any(other != kind and links < wider for other, wider in through[min(links)])]


def _ranked(analysis: Analysis, links: nx.DiGraph, kind: str, matches: Iterable[Match]) -> Iterator[Archetype]:
    """Best first, those that are told in the same words once."""
    known = problem_severities(analysis)

    def place(match: Match) -> tuple[object, ...]:
        gravest = max((known[uid] for way in match.ways for uid in way if uid in known), default=0)
        return match.roles.get(TOLD[kind].ailing) not in known, -gravest, len(match.links), -_strength(links, match), match.ways

    ranked = sorted(matches, key=place)
    count = Counter(_telling(kind, match) for match in ranked)
    told: dict[tuple[object, ...], Match] = {}
    for match in ranked:
        told.setdefault(_telling(kind, match), match)
    for key, match in told.items():
        yield _archetype(analysis, links, kind, match, count[key] - 1)


def _telling(kind: str, match: Match) -> tuple[object, ...]:
    """What of a match is in its words."""
    return tuple(sorted(match.roles.items())), tuple(match.ways[number] for number in TOLD[kind].along)


def _strength(links: nx.DiGraph, match: Match) -> float:
    given = (links.edges[pair]["strength"] for pair in sorted(match.links))
    return prod(1.0 if strength is None else strength for strength in given)


def _archetype(analysis: Analysis, links: nx.DiGraph, kind: str, match: Match, alike: int) -> Archetype:
    nodes = tuple(dict.fromkeys(uid for way in match.ways for uid in way))
    ties = tuple(uid for pair in sorted(match.links) for uid in links.edges[pair]["ties"])
    names = {role: analysis.name(uid) for role, uid in match.roles.items()}
    for number, way in enumerate(match.ways):
        names |= {f"by_{number}": _chain(analysis, way[1:-1]), f"way_{number}": _chain(analysis, way)}
    said = TOLD[kind]
    return Archetype(kind, match.roles, nodes, ties, tuple(uid for uid in nodes if uid in problem_severities(analysis)), len(match.links),
                     _strength(links, match), alike, *(one.filled(**names) for one in (said.headline, said.story, said.check, said.remedy)))


def _chain(analysis: Analysis, uids: Iterable[str]) -> str:
    return " → ".join(map(analysis.name, uids))
