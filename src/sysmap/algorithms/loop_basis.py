"""The shortest independent loop set: the fewest and shortest feedback loops from which all others can be combined.

Oliva 2004 defines it for system dynamics; the algorithm follows Horton 1987 (shortest cycle basis).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from sysmap.algorithms.loops import LoopSearch, build_loop

__all__ = ["independent_loops"]

STEPS = 20_000_000
"""The budget of one search: nodes and links looked at. The same maps give the same loops on every machine."""
UNREACHED = -1


def independent_loops(links: nx.DiGraph, steps: int = STEPS) -> LoopSearch:
    """Return the shortest independent loop set, the shortest first, or the part of it that `steps` suffice for.

    A candidate is a loop made of a shortest path from a node to a link, the link, and a shortest path back. Candidates
    are taken by length. A candidate stays if it is independent, that is, if it is not a sum (modulo 2, link by link) of
    loops that stayed before. A strongly connected component with n nodes and m links has m - n + 1 independent loops;
    then it is done.

    The list of all loops is not needed, so the result is right even if that list was cut. If the result itself is
    `truncated`, it is complete for loops of at most `complete` links.

    >>> plus, minus = {"sign": 1}, {"sign": -1}
    >>> links = nx.DiGraph([("x", "y", plus), ("y", "x", plus), ("y", "z", plus), ("z", "x", minus)])
    >>> [loop.nodes for loop in independent_loops(links).loops]
    [('x', 'y'), ('x', 'y', 'z')]
    """
    budget = [steps]
    chosen: list[tuple[str, ...]] = []
    complete: int | None = None
    for part in sorted(nx.strongly_connected_components(links), key=lambda part: (len(part), min(part))):
        rank = links.subgraph(part).number_of_edges() - len(part) + 1
        part_loops, part_complete = _find_basis(links.subgraph(part), rank, budget) if rank else ([], None)
        chosen += part_loops
        complete = (
            part_complete if complete is None else complete if part_complete is None else min(complete, part_complete)
        )
    loops = tuple(build_loop(links, nodes) for nodes in sorted(chosen, key=lambda nodes: (len(nodes), nodes)))
    return LoopSearch(loops, complete is not None, len(links) if complete is None else complete)


def _find_basis(part: nx.DiGraph, rank: int, budget: list[int]) -> tuple[list[tuple[str, ...]], int | None]:
    """Return the chosen loops of one component, and None if all `rank` were found, else up to which length.

    Gaussian elimination over the field of two elements: a loop is an integer with one bit for each of its links, and
    adding two loops modulo 2 is XOR. `pivots` maps the highest bit to a reduced loop, as rows of a triangular matrix. A
    candidate whose remainder becomes 0 depends on the loops before it. `budget` holds the steps that are left, and is
    counted down.
    """
    names, component = sorted(part), _Component.build(part)
    bit_of_link = {link: 1 << number for number, link in enumerate(component.links)}
    pivots: dict[int, int] = {}
    chosen: list[tuple[int, ...]] = []
    seen: set[tuple[int, ...]] = set()
    size = 0
    for nodes in component.candidates() if component.measure_distances(budget) else ():
        size = len(nodes)
        budget[0] -= size
        if budget[0] < 0:
            break
        if nodes in seen:
            continue
        seen.add(nodes)
        remainder = sum(bit_of_link[pair] for pair in zip(nodes, nodes[1:] + nodes[:1], strict=True))
        while remainder and (pivot := pivots.get(remainder.bit_length())):
            remainder ^= pivot
        if remainder:
            pivots[remainder.bit_length()] = remainder
            chosen.append(nodes)
        if len(chosen) == rank:
            break
    loops = [tuple(names[node] for node in nodes) for nodes in chosen]
    return loops, None if len(chosen) == rank else max(0, size - 1)


@dataclass(frozen=True, slots=True)
class _Component:
    """A strongly connected component with numbers for nodes, and the distances between its nodes.

    `ahead` and `behind` are the successors and predecessors of each node. `distances_from[v]` and `distances_to[v]`
    hold the distance from v to each node and from each node to v; they are empty until `measure_distances` has filled
    them.
    """

    links: list[tuple[int, int]]
    ahead: list[list[int]]
    behind: list[list[int]]
    distances_from: list[array[int]]
    distances_to: list[array[int]]

    @classmethod
    def build(cls, part: nx.DiGraph) -> _Component:
        """Build it from the subgraph of a component; the nodes are numbered in the order of their names."""
        number_of = {name: number for number, name in enumerate(sorted(part))}
        ahead, behind = (
            [sorted(number_of[other] for other in direction[name]) for name in number_of]
            for direction in (part.succ, part.pred)
        )
        return cls(
            [(node, other) for node, successors in enumerate(ahead) for other in successors], ahead, behind, [], []
        )

    def measure_distances(self, budget: list[int]) -> bool:
        """Fill in the distances from and to each node. Returns False if the budget of steps is used up."""
        for node in range(len(self.ahead)):
            budget[0] -= 2 * (len(self.ahead) + len(self.links))
            if budget[0] < 0:
                return False
            self.distances_from.append(_measure_distances(node, self.ahead))
            self.distances_to.append(_measure_distances(node, self.behind))
        return True

    def candidates(self) -> Iterator[tuple[int, ...]]:
        """Yield the candidate loops, the shortest first, each starting at its smallest node.

        One loop may come several times.

        A candidate goes from a node over a shortest path to the source of a link, over the link, and over a shortest
        path back. Those that visit a node twice are no simple loops and are skipped.
        """
        import numpy as np

        sources, targets = np.array(self.links).T
        longest = 1
        length = 0
        while length < longest:
            length += 1
            for node, (from_node, to_node) in enumerate(zip(self.distances_from, self.distances_to, strict=True)):
                # One value for each link: the length of the closed walk from `node` over this link.
                lengths = np.frombuffer(from_node, np.int32)[sources] + 1 + np.frombuffer(to_node, np.int32)[targets]
                longest = max(longest, int(lengths.max()))
                for link in np.flatnonzero(lengths == length).tolist():
                    nodes = self._close_loop(node, *self.links[link])
                    if len(set(nodes)) == length:
                        smallest = nodes.index(min(nodes))
                        yield nodes[smallest:] + nodes[:smallest]

    def _close_loop(self, node: int, source: int, target: int) -> tuple[int, ...]:
        """Return the nodes of the path from `node` to `source`, then from `target` back, without the last `node`."""
        way_out = _trace_path(self.distances_from[node], self.behind, source)
        way_back = _trace_path(self.distances_to[node], self.ahead, target)
        return (*way_out[::-1], *(way_back[:-1]))


def _measure_distances(origin: int, neighbours: list[list[int]]) -> array[int]:
    """Return the distance of each node from `origin` by breadth-first search; -1 if it cannot be reached."""
    distances = array("i", [UNREACHED]) * len(neighbours)
    distances[origin] = 0
    frontier, distance = [origin], 0
    while frontier:
        distance += 1
        next_frontier = []
        for node in frontier:
            for other in neighbours[node]:
                if distances[other] == UNREACHED:
                    distances[other] = distance
                    next_frontier.append(other)
        frontier = next_frontier
    return distances


def _trace_path(steps: array[int], neighbours: list[list[int]], start: int) -> list[int]:
    """Return the nodes of a shortest path from `start` to the node where `steps` is 0.

    Of equal neighbours, the smallest is taken.
    """
    way = [start]
    while distance := steps[way[-1]]:
        way.append(next(node for node in neighbours[way[-1]] if steps[node] == distance - 1))
    return way
