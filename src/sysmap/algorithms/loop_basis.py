"""The shortest independent loop set: so many feedback loops that all others are sums of them, the shortest possible. Oliva 2004; Horton 1987."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

import networkx as nx

from sysmap.algorithms.loops import LoopSearch, loop_of

__all__ = ["independent_loops"]

STEPS = 1024
"""How many candidates lie between two looks at the clock."""
UNSEEN = -1


def independent_loops(links: nx.DiGraph, seconds: float = 5.0) -> LoopSearch:
    """The shortest independent loop set, the shortest first, or what was found of it when the time is over.

    Candidates are the shortest ways from a node to a link and back. Taken by length, each that is no sum (modulo 2) of those
    before stays, until a component with n nodes and m links has m - n + 1. It needs no list of all loops, so it is right
    where that list was cut. Where it is `truncated` itself, what it has of at most `complete` links is whole.

    >>> links = nx.DiGraph([("x", "y", {"sign": 1}), ("y", "x", {"sign": 1}), ("y", "z", {"sign": 1}), ("z", "x", {"sign": -1})])
    >>> [loop.nodes for loop in independent_loops(links).loops]
    [('x', 'y'), ('x', 'y', 'z')]
    """
    end = monotonic() + seconds
    chosen: list[tuple[str, ...]] = []
    complete: int | None = None
    for part in sorted(nx.strongly_connected_components(links), key=lambda part: (len(part), min(part))):
        wanted = links.subgraph(part).number_of_edges() - len(part) + 1
        found, whole = _basis(links.subgraph(part), wanted, end) if wanted else ([], None)
        chosen += found
        complete = whole if complete is None else complete if whole is None else min(complete, whole)
    loops = tuple(loop_of(links, nodes) for nodes in sorted(chosen, key=lambda nodes: (len(nodes), nodes)))
    return LoopSearch(loops, complete is not None, len(links) if complete is None else complete)


def _basis(part: nx.DiGraph, wanted: int, end: float) -> tuple[list[tuple[str, ...]], int | None]:
    """The chosen loops of one component, and up to which length they are whole where the time was over."""
    names, room = sorted(part), _Room.of(part)
    bits = {link: 1 << number for number, link in enumerate(room.links)}
    pivots: dict[int, int] = {}
    chosen: list[tuple[int, ...]] = []
    seen: set[tuple[int, ...]] = set()
    size, tried = 0, 0
    for nodes in room.candidates() if room.surveyed(end) else ():
        size, tried = len(nodes), tried + 1
        if tried % STEPS == 0 and monotonic() > end:
            break
        if nodes in seen:
            continue
        seen.add(nodes)
        rest = sum(bits[pair] for pair in zip(nodes, nodes[1:] + nodes[:1], strict=True))
        while rest and (pivot := pivots.get(rest.bit_length())):
            rest ^= pivot
        if rest:
            pivots[rest.bit_length()] = rest
            chosen.append(nodes)
        if len(chosen) == wanted:
            break
    loops = [tuple(names[node] for node in nodes) for nodes in chosen]
    return loops, None if len(chosen) == wanted else max(0, size - 1)


@dataclass(frozen=True, slots=True)
class _Room:
    """A strongly connected component with whole numbers for nodes, and how many steps lie between any two, once it is `surveyed`."""

    links: list[tuple[int, int]]
    ahead: list[list[int]]
    behind: list[list[int]]
    out: list[array[int]]
    into: list[array[int]]

    @classmethod
    def of(cls, part: nx.DiGraph) -> _Room:
        """The room of a component; the nodes are numbered in the order of their names."""
        place = {name: number for number, name in enumerate(sorted(part))}
        ahead, behind = ([sorted(place[other] for other in way[name]) for name in place] for way in (part.succ, part.pred))
        return cls([(node, other) for node, near in enumerate(ahead) for other in near], ahead, behind, [], [])

    def surveyed(self, end: float) -> bool:
        """Fill in the steps from and to each node; False when the time is over."""
        for node in range(len(self.ahead)):
            if monotonic() > end:
                return False
            self.out.append(_steps(node, self.ahead))
            self.into.append(_steps(node, self.behind))
        return True

    def candidates(self) -> Iterator[tuple[int, ...]]:
        """Shortest ways from each node to each link and back that meet no node twice, the shortest first, each begun at its smallest node."""
        import numpy as np

        sources, targets = np.array(self.links).T
        longest = 1
        size = 0
        while size < longest:
            size += 1
            for node, (out, into) in enumerate(zip(self.out, self.into, strict=True)):
                sizes = np.frombuffer(out, np.int32)[sources] + 1 + np.frombuffer(into, np.int32)[targets]
                longest = max(longest, int(sizes.max()))
                for link in np.flatnonzero(sizes == size).tolist():
                    nodes = self._round(node, *self.links[link])
                    if len(set(nodes)) == size:
                        first = nodes.index(min(nodes))
                        yield nodes[first:] + nodes[:first]

    def _round(self, node: int, source: int, target: int) -> tuple[int, ...]:
        """The shortest way from `node` to `source`, then from `target` back to before `node`."""
        there = _way(self.out[node], self.behind, source)
        again = _way(self.into[node], self.ahead, target)
        return (*there[::-1], *(again[:-1]))


def _steps(origin: int, near: list[list[int]]) -> array[int]:
    """How many steps each node is from `origin`."""
    found = array("i", [UNSEEN]) * len(near)
    found[origin] = 0
    front, depth = [origin], 0
    while front:
        depth += 1
        following = []
        for node in front:
            for other in near[node]:
                if found[other] == UNSEEN:
                    found[other] = depth
                    following.append(other)
        front = following
    return found


def _way(steps: array[int], near: list[list[int]], start: int) -> list[int]:
    """The nodes from `start` to where `steps` is 0, over the smallest of equal neighbours."""
    way = [start]
    while left := steps[way[-1]]:
        way.append(next(node for node in near[way[-1]] if steps[node] == left - 1))
    return way
