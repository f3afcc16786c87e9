"""Feedback loops of signed, directed links: all simple loops, within a budget of steps.

The polarity of a loop is the product of its signs: R (reinforcing) if it is positive, B (balancing) if it is negative.
If any sign is unknown, the polarity is "?"; it is never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any, Literal

import networkx as nx

__all__ = ["Loop", "LoopSearch", "build_loop", "find_loops", "signed_links"]

SIGNS = {"+": 1, "-": -1}
DELAYS = ("none", "short", "long")
SHORT = 8
"""Where there are too many loops to list, those of at most so many links are listed."""
MOST = 10_000
"""The most loops that are listed."""
STEPS = 5_000_000
"""The budget of one search: the same maps give the same loops on every machine."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop, starting at its smallest uid. `ties[i]` are the uids of the ties that join node i to the next node.

    `signs` has one entry for each link: +1, -1, or None if unknown. `delayed` is the number of links with a delay.
    `strength` is the product of the strengths of the links, 0 to 1; a link without a strength counts 1.
    """

    nodes: tuple[str, ...]
    signs: tuple[int | None, ...]
    delayed: int
    strength: float
    ties: tuple[tuple[str, ...], ...]

    @property
    def polarity(self) -> Literal["R", "B", "?"]:
        """R (reinforcing), B (balancing), or "?" if a sign is unknown."""
        known = [sign for sign in self.signs if sign is not None]
        return "?" if len(known) < len(self.signs) else "R" if prod(known) > 0 else "B"


@dataclass(frozen=True, slots=True)
class LoopSearch:
    """The loops of at most `complete` links, every one of them, the shortest first.

    If `truncated`, the search was asked for more: there may be longer loops.
    """

    loops: tuple[Loop, ...]
    truncated: bool
    complete: int


def signed_links(causal: nx.MultiDiGraph, held_by: Collection[str] = ()) -> nx.DiGraph:
    """Merge parallel links into one, with `sign` (+1, -1, None), `delay`, `strength` (None = not given) and `ties`.

    Several holders may each have drawn their own link between the same two nodes; the attribute `held_by` of a link
    names its holder. Which of the parallel links are merged depends on the argument `held_by`, the names of holders:

    - Without names (the common map): the links without a holder; if there are none, the links of all holders.
    - With names (the map of these holders): their own links; if there are none, the links without a holder. A link that
      only others hold is left out.

    The merged link has a sign only if all polarities are known and agree. It has the longest of the delays, and the
    mean of the strengths that are given.

    >>> one, other = {"polarity": "+", "held_by": "a"}, {"polarity": "-", "held_by": "b"}
    >>> views = nx.MultiDiGraph([("x", "y", "t", one), ("x", "y", "u", other)])
    >>> signed_links(views).edges["x", "y"]
    {'sign': None, 'delay': 'none', 'strength': None, 'ties': ('t', 'u')}
    >>> signed_links(views, ["a"]).edges["x", "y"]["sign"]
    1
    """
    merged = nx.DiGraph()
    merged.add_nodes_from(sorted(causal))
    for source, target in sorted(set(causal.edges())):
        parallel = dict(sorted(causal[source][target].items()))
        held = {uid: tie for uid, tie in parallel.items() if tie.get("held_by") in held_by}
        common = {uid: tie for uid, tie in parallel.items() if not tie.get("held_by")}
        if links := held or common or ({} if held_by else parallel):
            merged.add_edge(source, target, **_merge_links(links))
    return merged


def _merge_links(links: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the attributes of the link that stands for these parallel links (uid -> attributes)."""
    signs = {SIGNS.get(str(link.get("polarity"))) for link in links.values()}
    strengths = [float(link["strength"]) for link in links.values() if link.get("strength") is not None]
    delays = [str(link.get("delay") or "none") for link in links.values()]
    return {
        "sign": signs.pop() if len(signs) == 1 else None,
        "delay": max(delays, key=lambda delay: DELAYS.index(delay) if delay in DELAYS else 0),
        "strength": sum(strengths) / len(strengths) if strengths else None,
        "ties": tuple(links),
    }


def find_loops(links: nx.DiGraph, length: int | None = None, most: int = MOST, steps: int = STEPS) -> LoopSearch:
    """Find all simple loops, or with `length` those of at most so many links, the shortest first.

    `links` is the graph that `signed_links` returns. Where there are more than `most` loops, or `steps` do not suffice,
    the result is `truncated`: it holds all loops of at most 8 links, or of fewer if those are too many as well. It
    never holds a part of the loops of one length, so that their number means something.

    >>> plus, minus = {"sign": 1}, {"sign": -1}
    >>> links = nx.DiGraph([("x", "y", plus), ("y", "x", plus), ("y", "z", plus), ("z", "x", minus)])
    >>> [("".join(loop.nodes), loop.polarity) for loop in find_loops(links).loops]
    [('xy', 'R'), ('xyz', 'B')]
    """
    if length is None:
        whole = _find_whole(links, most, steps)
        if whole is not None:
            return LoopSearch(tuple(build_loop(links, nodes) for nodes in whole), False, len(links))
    found, complete = _find_short(links, SHORT if length is None else length, most, steps)
    return LoopSearch(tuple(build_loop(links, nodes) for nodes in found), length is None or complete < length, complete)


def _find_whole(links: nx.DiGraph, most: int, steps: int) -> list[tuple[str, ...]] | None:
    """All loops of any length, each from its smallest node; None if there are more than `most` or `steps` are used up.

    Johnson's algorithm looks at each node and link of a component at most once for each loop, and once for each node
    that it starts from; so many steps are counted.
    """
    found: list[tuple[str, ...]] = []
    for part in nx.strongly_connected_components(links):
        component = links.subgraph(sorted(part)).copy()
        size = len(component) + component.number_of_edges()
        steps -= size * len(component)
        for nodes in nx.simple_cycles(component) if steps >= 0 else ():
            steps -= size
            if steps < 0 or len(found) == most:
                return None
            smallest = nodes.index(min(nodes))
            found.append((*nodes[smallest:], *nodes[:smallest]))
        if steps < 0:
            return None
    return sorted(found, key=lambda nodes: (len(nodes), nodes))


def _find_short(links: nx.DiGraph, length: int, most: int, steps: int) -> tuple[list[tuple[str, ...]], int]:
    """The loops of at most `length` links, and the length up to which these are all.

    The search goes length by length. Each loop is searched from its smallest node, inside the strongly connected
    component of that node, and a path is continued only if it can still return in time.
    """
    component_of = {
        node: component
        for part in nx.strongly_connected_components(links)
        for component in [_Component.build(links.subgraph(part))]
        for node in part
    }
    budget = [steps]
    found: list[tuple[str, ...]] = []
    for size in range(1, length + 1):
        shorter = len(found)
        for start in sorted(component_of):
            for nodes in component_of[start].loops(start, size, budget):
                if nodes is None or len(found) == most:
                    return found[:shorter], size - 1
                found.append(nodes)
    return found, length


@dataclass(frozen=True, slots=True)
class _Component:
    """A strongly connected component: for each node its successors (`ahead`) and predecessors (`behind`), sorted."""

    ahead: Mapping[str, list[str]]
    behind: Mapping[str, list[str]]

    @classmethod
    def build(cls, part: nx.DiGraph) -> _Component:
        """Build it from the subgraph of a component."""
        return cls(
            *(
                {node: sorted(neighbours) for node, neighbours in direction.items()}
                for direction in (part.succ, part.pred)
            )
        )

    def loops(self, start: str, size: int, budget: list[int]) -> Iterator[tuple[str, ...] | None]:
        """Yield the loops of exactly `size` links whose smallest node is `start`, in the order of their nodes.

        `budget` holds the steps that are left, and is counted down; None is yielded when it is used up.
        """
        distance_back = _measure_distances(start, self.behind, size - 1, start)
        budget[0] -= len(distance_back)
        # Depth-first search without recursion: branches[i] are the successors of path[i] that have not been tried yet.
        path, on_path, branches = [start], {start}, [iter(self.ahead[start])]
        while branches:
            budget[0] -= 1
            if budget[0] < 0:
                yield None
                return
            node = next(branches[-1], None)
            if node is None:
                branches.pop()
                on_path.discard(path.pop())
            elif node == start:
                if len(path) == size:
                    yield tuple(path)
            # Nodes smaller than `start` have no distance_back, so they are never entered.
            elif node not in on_path and len(path) + distance_back.get(node, size) <= size:
                path.append(node)
                on_path.add(node)
                branches.append(iter(self.ahead[node]))


def _measure_distances(
    origin: str, neighbours: Mapping[str, list[str]], max_steps: int, smallest: str
) -> dict[str, int]:
    """Return node -> distance from `origin` up to `max_steps`, on paths with no node smaller than `smallest`."""
    distances, frontier, distance = {origin: 0}, [origin], 0
    while frontier and distance != max_steps:
        distance += 1
        next_frontier = []
        for node in frontier:
            for other in neighbours[node]:
                if other not in distances and other >= smallest:
                    distances[other] = distance
                    next_frontier.append(other)
        frontier = next_frontier
    return distances


def build_loop(links: nx.DiGraph, nodes: tuple[str, ...]) -> Loop:
    """Build the loop that visits these nodes in this order; `links` is the graph that `signed_links` returns."""
    steps = [links.edges[pair] for pair in zip(nodes, nodes[1:] + nodes[:1], strict=True)]
    return Loop(
        nodes,
        tuple(link["sign"] for link in steps),
        sum(link.get("delay", "none") != "none" for link in steps),
        prod(1.0 if (strength := link.get("strength")) is None else strength for link in steps),
        tuple(tuple(link.get("ties", ())) for link in steps),
    )
