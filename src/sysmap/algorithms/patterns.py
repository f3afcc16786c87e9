"""Find patterns of signed, delayed links in a causal map, such as the system archetypes.

A template is a small graph of roles and ways; it matches where each role can be a node and each way a path. A way may
be a path of several links, because real maps name what lies between: a single arrow of a template is often three links
long. The sign of a path is the product of the signs of its links, its delay is the longest of their delays. Paths of
one match meet only at roles.

The search is a backtracking over the ways in order, with a limit on the number of paths it looks at. Four things keep
it small: only links inside strongly connected components are used; matches are searched by their total number of links,
so a branch ends when the links left cannot suffice; the paths from a node are computed once for each length; and sets
of nodes are integers with one bit for each node, so "do these paths meet" is one AND.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import networkx as nx

from sysmap.algorithms.loops import DELAYS

__all__ = ["Match", "Matches", "Template", "Way", "find_patterns"]

UNREACHABLE = 1_000
"""A distance larger than any limit on links: stands for nodes that cannot be reached."""
LONGEST = 4
"""The largest number of links of a way, unless the way or the caller sets another one."""
LARGEST = 16
"""The largest number of links of a match: nobody can follow a longer story."""


@dataclass(frozen=True, slots=True)
class Way:
    """A path from one role to another or back to itself.

    `least` to `most` links, signs multiplying to `sign` (+1 or -1).

    If `most` is None, the caller of `find_patterns` sets the limit. If `least` is 0, both roles may be the same node.
    """

    source: str
    target: str
    sign: int
    least: int = 1
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """Ways between roles. Each way starts at the first role or at a role of an earlier way.

    The whole is strongly connected.

    `slow` and `fast` hold numbers of ways. In a match the longest delay of the slow ways is longer than the longest
    delay of the fast ways, or equal to it if `equal_delays`. Without `slow`, delays do not matter.

    If `invertible`, the variable of a role may be the opposite of what the template says (distrust instead of trust).
    This turns the signs of all ways that start or end at the role, so only the signs of whole loops count.
    """

    name: str
    ways: tuple[Way, ...]
    slow: tuple[int, ...] = ()
    fast: tuple[int, ...] = ()
    equal_delays: bool = False
    invertible: bool = True

    @property
    def needs_delays(self) -> bool:
        """Whether the template cannot match in a map without delays."""
        return bool(self.slow) and not self.equal_delays


@dataclass(frozen=True, slots=True)
class Match:
    """`roles`: role -> node. `ways`.

    The nodes of the path of each way, both ends included, in the order of the template.
    """

    roles: Mapping[str, str]
    ways: tuple[tuple[str, ...], ...]

    @property
    def links(self) -> frozenset[tuple[str, str]]:
        """Every link as (source, target)."""
        return frozenset(pair for way in self.ways for pair in pairwise(way))

    def between(self, number: int) -> tuple[str, ...]:
        """Return the nodes between the ends of the way with this number."""
        return self.ways[number][1:-1]


@dataclass(frozen=True, slots=True)
class Matches:
    """The matches, those with the fewest links first.

    If `truncated`, the list is complete only for matches of at most `complete` links.
    """

    matches: tuple[Match, ...]
    truncated: bool
    complete: int


class _Path(NamedTuple):
    """A path as node numbers. `inner_bits` has one bit for each node between the ends.

    `delay` is an index of `DELAYS`.
    """

    nodes: tuple[int, ...]
    inner_bits: int
    sign: int
    delay: int


class _BudgetSpent(Exception):
    """Raised when the search has used all its steps."""


def find_patterns(
    links: nx.DiGraph,
    template: Template,
    *,
    longest: int = LONGEST,
    largest: int = LARGEST,
    most: int = 1_000,
    steps: int = 200_000,
) -> Matches:
    """Find all matches of the template, those with fewest links first, until `most` are found or all `steps` are used.

    Two matches with the same set of links count once. A way has at most `longest` links and a match at most `largest`.
    One step is one path that the search looks at; unlike a time limit, this gives the same matches on every machine.
    Links of unknown sign are not used. `links` is the graph that `signed_links` returns.

    >>> plus, minus = {"sign": 1}, {"sign": -1}
    >>> links = nx.DiGraph([("x", "y", plus), ("y", "x", plus), ("x", "z", plus), ("z", "x", minus)])
    >>> limits = Template("limits", (Way("it", "it", 1, 2), Way("it", "it", -1, 2)))
    >>> [(match.roles, match.ways) for match in find_patterns(links, limits).matches]
    [({'it': 'x'}, (('x', 'y', 'x'), ('x', 'z', 'x')))]
    """
    search = _Search(links, template, longest, steps)
    matches_by_links: dict[frozenset[tuple[str, str]], Match] = {}
    lengths = range(sum(way.least for way in template.ways), min(sum(search.max_links), largest) + 1)
    for total_links in () if template.needs_delays and not search.delayed else lengths:
        try:
            for match in search.matches(total_links):
                matches_by_links.setdefault(match.links, match)
                if len(matches_by_links) > most:
                    matches_by_links.popitem()
                    return Matches(tuple(matches_by_links.values()), True, total_links - 1)
        except _BudgetSpent:
            return Matches(tuple(matches_by_links.values()), True, total_links - 1)
    return Matches(tuple(matches_by_links.values()), False, lengths.stop - 1)


class _Search:
    """The search for one template in one map.

    Nodes are numbers, in the order of their names; paths are computed on first use.
    """

    def __init__(self, links: nx.DiGraph, template: Template, longest: int, steps: int) -> None:
        self.template, self.steps_left = template, steps
        self.max_links = [min(way.most or longest, longest) for way in template.ways]
        self.names: list[str] = sorted(links)
        number_of = {name: i for i, name in enumerate(self.names)}
        component_of = {
            node: i for i, component in enumerate(nx.strongly_connected_components(links)) for node in component
        }
        self.successors: list[list[tuple[int, int, int]]] = [[] for _ in self.names]
        for source, target, link in sorted(links.edges(data=True), key=lambda edge: edge[:2]):
            # A template is strongly connected, so a link between two components, which is on no loop, cannot be part of
            # a match.
            if link["sign"] is not None and source != target and component_of[source] == component_of[target]:
                self.successors[number_of[source]].append(
                    (number_of[target], link["sign"], DELAYS.index(link.get("delay", "none")))
                )
        self.delayed = any(delay for successors in self.successors for _, _, delay in successors)
        self._paths_by_length: dict[tuple[int, int], dict[int, list[_Path]]] = {}
        self._distances: dict[int, dict[int, int]] = {}

    def matches(self, total_links: int) -> Iterator[Match]:
        """Yield the matches that have exactly `total_links` links."""
        first = self.template.ways[0].source
        for start, successors in enumerate(self.successors):
            if successors:
                yield from self._extend({first: start}, {first: 1}, [], 1 << start, total_links)

    def _extend(
        self, roles: dict[str, int], wordings: dict[str, int], paths: list[_Path], used_bits: int, links_left: int
    ) -> Iterator[Match]:
        """Yield the matches that continue from the paths of the first ways.

        `roles`: role -> node number, as far as known. `wordings`: role -> +1, or -1 if the node means the opposite of
        the role. `used_bits`: one bit for each node of the paths so far. `links_left`: how many links the remaining
        ways must have.
        """
        if len(paths) == len(self.template.ways):
            if self._delays_fit(paths):
                yield Match(
                    {role: self.names[node] for role, node in roles.items()},
                    tuple(tuple(self.names[node] for node in path.nodes) for path in paths),
                )
            return
        way = self.template.ways[len(paths)]
        later_ways = self.template.ways[len(paths) + 1 :]
        shortest = way.least if later_ways else max(way.least, links_left)
        # The last way must use up all the links that are left; an earlier one must leave enough for those after it.
        for length in range(
            shortest, min(self.max_links[len(paths)], links_left - self._min_links(roles, later_ways)) + 1
        ):
            for path in self._candidate_paths(roles[way.source], roles.get(way.target), length):
                end = path.nodes[-1]
                # The wording that the target needs, so that the sign of the path agrees with the sign of the way.
                wording = path.sign * way.sign * wordings[way.source]
                target_is_known = way.target in roles
                # Refuse a path that meets another one between its ends, that puts a new role on a used node (a path
                # without links,
                # which joins two roles, is allowed), or whose sign needs another wording of the target than it has or
                # may have.
                if (
                    path.inner_bits & used_bits
                    or (not target_is_known and length and used_bits >> end & 1)
                    or wording != wordings.get(way.target, wording if self.template.invertible else 1)
                ):
                    continue
                yield from self._extend(
                    roles | {way.target: end},
                    wordings | {way.target: wording},
                    [*paths, path],
                    used_bits | path.inner_bits | 1 << end,
                    links_left - length,
                )

    def _min_links(self, roles: Mapping[str, int], ways: Sequence[Way]) -> int:
        """Return a lower bound for the links of these ways.

        The distance of the two ends, if both are known, else `least`.
        """
        ends = ((way, roles.get(way.source), roles.get(way.target)) for way in ways)
        return sum(
            way.least
            if source is None or target is None
            else max(way.least, self._distances_from(source).get(target, UNREACHABLE))
            for way, source, target in ends
        )

    def _distances_from(self, source: int) -> dict[int, int]:
        """Return node -> distance from `source`, for the nodes within the length of the longest way."""
        if source not in self._distances:
            distances, frontier = {source: 0}, [source]
            for distance in range(1, max(self.max_links) + 1):
                frontier = [
                    end
                    for end in dict.fromkeys(end for node in frontier for end, _, _ in self.successors[node])
                    if end not in distances
                ]
                distances |= dict.fromkeys(frontier, distance)
            self._distances[source] = distances
        return self._distances[source]

    def _delays_fit(self, paths: Sequence[_Path]) -> bool:
        """Return whether the delays of the paths are as the template demands."""
        if not self.template.slow:
            return True
        slow_delay, fast_delay = (
            max((paths[number].delay for number in numbers), default=0)
            for numbers in (self.template.slow, self.template.fast)
        )
        return slow_delay == fast_delay if self.template.equal_delays else slow_delay > fast_delay

    def _candidate_paths(self, source: int, target: int | None, length: int) -> Iterator[_Path]:
        """Yield the paths of exactly `length` links to `target`, or to any node if it is None. Each costs one step."""
        if not length:
            candidates = [_Path((source,), 0, 1, 0)] if target in (None, source) else []
        elif target is None:
            candidates = [
                path for end, paths in self._paths_from(source, length).items() if end != source for path in paths
            ]
        else:
            candidates = self._paths_from(source, length).get(target, [])
        for path in candidates:
            self._spend_step()
            yield path

    def _paths_from(self, source: int, length: int) -> dict[int, list[_Path]]:
        """Return end node -> simple paths of exactly `length` links from `source`.

        An end may be the source itself (a loop).

        Each length is built from the next shorter one and kept. Loops are never extended. Each new path costs one step.
        """
        key = source, length
        if key not in self._paths_by_length:
            paths_by_end: dict[int, list[_Path]] = {}
            shorter = (
                [_Path((source,), 0, 1, 0)]
                if length == 1
                else [
                    path
                    for end, paths in self._paths_from(source, length - 1).items()
                    if end != source
                    for path in paths
                ]
            )
            for path in shorter:
                last = path.nodes[-1]
                inner_bits = path.inner_bits | (1 << last if last != source else 0)
                for end, sign, delay in self.successors[last]:
                    if not inner_bits >> end & 1:
                        self._spend_step()
                        paths_by_end.setdefault(end, []).append(
                            _Path((*path.nodes, end), inner_bits, path.sign * sign, max(path.delay, delay))
                        )
            self._paths_by_length[key] = {end: paths_by_end[end] for end in sorted(paths_by_end)}
        return self._paths_by_length[key]

    def _spend_step(self) -> None:
        """Count one step; raises `_BudgetSpent` if none are left."""
        self.steps_left -= 1
        if self.steps_left < 0:
            raise _BudgetSpent
