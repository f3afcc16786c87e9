"""Patterns of signed, delayed links: a template's ways are found in a map as paths, each within a budget and each once.

A way is a path of one or more links: real maps name what lies between, so a template's single arrow is often three links long.
What counts is the product of a path's signs and the longest of its delays. Ways meet only at the template's roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import networkx as nx

from sysmap.algorithms.loops import DELAYS

__all__ = ["Match", "Matches", "Template", "Way", "find_patterns"]

FAR = 1_000
LONGEST = 4
"""How many links a way has at most, unless it is said otherwise."""
LARGEST = 16
"""How many links a match has at most: what is longer is no story that anybody follows."""


@dataclass(frozen=True, slots=True)
class Way:
    """From one role to another (or back to the same) by `least` to `most` links whose signs multiply to `sign`.

    Where `least` is 0 both roles may be one node.
    """

    source: str
    target: str
    sign: int
    least: int = 1
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """Ways in such an order that each begins at a role that is known by then; together they are strongly connected.

    `late` and `soon` number ways: the longest delay of the late ones is longer than that of the soon ones, or, if `level`, as long.
    If `turned`, any role may be worded the other way round (trust for distrust): then only the signs of circles count.
    """

    name: str
    ways: tuple[Way, ...]
    late: tuple[int, ...] = ()
    soon: tuple[int, ...] = ()
    level: bool = False
    turned: bool = True

    @property
    def needs_delays(self) -> bool:
        """Whether it cannot be where no effect comes late."""
        return bool(self.late) and not self.level


@dataclass(frozen=True, slots=True)
class Match:
    """Role -> node, and the nodes of each way in the template's order, both ends among them."""

    roles: Mapping[str, str]
    ways: tuple[tuple[str, ...], ...]

    @property
    def links(self) -> frozenset[tuple[str, str]]:
        """Every link as (source, target)."""
        return frozenset(pair for way in self.ways for pair in pairwise(way))

    def between(self, number: int) -> tuple[str, ...]:
        """The nodes of a way between its ends."""
        return self.ways[number][1:-1]


@dataclass(frozen=True, slots=True)
class Matches:
    """The matches found, those of the fewest links first; where `truncated`, only those of at most `complete` links are all here."""

    matches: tuple[Match, ...]
    truncated: bool
    complete: int


class _Path(NamedTuple):
    """A path by the numbers of its nodes; `inner` has a bit for each node between its ends."""

    nodes: tuple[int, ...]
    inner: int
    sign: int
    delay: int


class _BudgetSpent(Exception):
    """The search has taken all its steps."""


def find_patterns(links: nx.DiGraph, template: Template, *, longest: int = LONGEST, largest: int = LARGEST, most: int = 1_000,
                  steps: int = 200_000) -> Matches:
    """Every place where the template fits, each set of links once, the fewest links first, until `most` are found or all `steps` are taken.

    A way has at most `longest` links, a match `largest`. Steps count paths looked at, not seconds: the same map gives the same matches on any machine.
    Links of unknown sign are left out. `links` is what `signed_links` gives.

    >>> links = nx.DiGraph([("x", "y", {"sign": 1}), ("y", "x", {"sign": 1}), ("x", "z", {"sign": 1}), ("z", "x", {"sign": -1})])
    >>> limits = Template("limits", (Way("it", "it", 1, 2), Way("it", "it", -1, 2)))
    >>> [(match.roles, match.ways) for match in find_patterns(links, limits).matches]
    [({'it': 'x'}, (('x', 'y', 'x'), ('x', 'z', 'x')))]
    """
    search = _Search(links, template, longest, steps)
    found: dict[frozenset[tuple[str, str]], Match] = {}
    lengths = range(sum(way.least for way in template.ways), min(sum(search.most), largest) + 1)
    for size in () if template.needs_delays and not search.delayed else lengths:
        try:
            for match in search.matches(size):
                found.setdefault(match.links, match)
                if len(found) > most:
                    found.popitem()
                    return Matches(tuple(found.values()), True, size - 1)
        except _BudgetSpent:
            return Matches(tuple(found.values()), True, size - 1)
    return Matches(tuple(found.values()), False, lengths.stop - 1)


class _Search:
    """One template on one map: nodes by number, in the order of their names; paths made when they are first asked for."""

    def __init__(self, links: nx.DiGraph, template: Template, longest: int, steps: int) -> None:
        self.template, self.steps = template, steps
        self.most = [min(way.most or longest, longest) for way in template.ways]
        self.names: list[str] = sorted(links)
        number = {name: place for place, name in enumerate(self.names)}
        room = {node: place for place, part in enumerate(nx.strongly_connected_components(links)) for node in part}
        self.ahead: list[list[tuple[int, int, int]]] = [[] for _ in self.names]
        for source, target, link in sorted(links.edges(data=True), key=lambda one: one[:2]):
            # A template is strongly connected, so what lies on no circle cannot be of it.
            if link["sign"] is not None and source != target and room[source] == room[target]:
                self.ahead[number[source]].append((number[target], link["sign"], DELAYS.index(link.get("delay", "none"))))
        self.delayed = any(delay for near in self.ahead for _, _, delay in near)
        self._tiers: dict[tuple[int, int], dict[int, list[_Path]]] = {}
        self._away: dict[int, dict[int, int]] = {}

    def matches(self, size: int) -> Iterator[Match]:
        """Those of exactly so many links."""
        first = self.template.ways[0].source
        for start, near in enumerate(self.ahead):
            if near:
                yield from self._extended({first: start}, {first: 1}, [], 1 << start, size)

    def _extended(self, roles: dict[str, int], turns: dict[str, int], paths: list[_Path], used: int, left: int) -> Iterator[Match]:
        """The matches that go on from the ways found so far; `used` has a bit for each node of theirs, `left` links are to be laid."""
        if len(paths) == len(self.template.ways):
            if self._in_time(paths):
                yield Match({role: self.names[node] for role, node in roles.items()}, tuple(tuple(self.names[node] for node in path.nodes) for path in paths))
            return
        way = self.template.ways[len(paths)]
        later = self.template.ways[len(paths) + 1:]
        lowest = way.least if later else max(way.least, left)
        for length in range(lowest, min(self.most[len(paths)], left - self._fewest(roles, later)) + 1):
            for path in self._candidates(roles[way.source], roles.get(way.target), length):
                end = path.nodes[-1]
                turn = path.sign * way.sign * turns[way.source]
                known = way.target in roles
                if path.inner & used or (not known and length and used >> end & 1) or turn != turns.get(way.target, turn if self.template.turned else 1):
                    continue
                yield from self._extended(roles | {way.target: end}, turns | {way.target: turn}, [*paths, path], used | path.inner | 1 << end, left - length)

    def _fewest(self, roles: Mapping[str, int], ways: Sequence[Way]) -> int:
        """How many links these ways take at least, where both ends are known: as far as they are apart."""
        known = ((way, roles.get(way.source), roles.get(way.target)) for way in ways)
        return sum(way.least if source is None or target is None else max(way.least, self._steps_from(source).get(target, FAR)) for way, source, target in known)

    def _steps_from(self, source: int) -> dict[int, int]:
        """Node -> how many links it is away, of those within reach of one way."""
        if source not in self._away:
            found, front = {source: 0}, [source]
            for depth in range(1, max(self.most) + 1):
                front = [end for end in dict.fromkeys(end for node in front for end, _, _ in self.ahead[node]) if end not in found]
                found |= dict.fromkeys(front, depth)
            self._away[source] = found
        return self._away[source]

    def _in_time(self, paths: Sequence[_Path]) -> bool:
        if not self.template.late:
            return True
        late, soon = (max((paths[place].delay for place in some), default=0) for some in (self.template.late, self.template.soon))
        return late == soon if self.template.level else late > soon

    def _candidates(self, source: int, target: int | None, length: int) -> Iterator[_Path]:
        """Paths of exactly so many links to the target, or to any node; each is a step of the budget."""
        if not length:
            found = [_Path((source,), 0, 1, 0)] if target in (None, source) else []
        elif target is None:
            found = [path for end, paths in self._tier(source, length).items() if end != source for path in paths]
        else:
            found = self._tier(source, length).get(target, [])
        for path in found:
            self._step()
            yield path

    def _tier(self, source: int, length: int) -> dict[int, list[_Path]]:
        """Where paths of exactly so many links from a node end -> these paths; back at the node itself too."""
        key = source, length
        if key not in self._tiers:
            tier: dict[int, list[_Path]] = {}
            shorter = [_Path((source,), 0, 1, 0)] if length == 1 else [
                path for end, paths in self._tier(source, length - 1).items() if end != source for path in paths]
            for path in shorter:
                last = path.nodes[-1]
                inner = path.inner | (1 << last if last != source else 0)
                for end, sign, delay in self.ahead[last]:
                    if not inner >> end & 1:
                        self._step()
                        tier.setdefault(end, []).append(_Path((*path.nodes, end), inner, path.sign * sign, max(path.delay, delay)))
            self._tiers[key] = {end: tier[end] for end in sorted(tier)}
        return self._tiers[key]

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise _BudgetSpent
