"""Feedback loops of signed, directed links: every simple one within a budget.

A loop's polarity is the product of its signs: R (reinforcing) where it is positive, B (balancing) where it is negative,
"?" where any sign is unknown: it is never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import prod
from time import monotonic
from typing import Any, Literal

import networkx as nx

__all__ = ["Loop", "LoopSearch", "find_loops", "loop_of", "signed_links"]

SIGNS = {"+": 1, "-": -1}
DELAYS = ("none", "short", "long")
STEPS = 1024
"""How many steps of the search lie between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop from its first node (the smallest uid) round; `ties[i]` join node i to the next.

    `signs` are +1, -1 or None, one a link; `delayed` counts the links whose effect comes late; `strength` is the product of
    the links' strengths, 0 to 1, where one that was not given counts 1.
    """

    nodes: tuple[str, ...]
    signs: tuple[int | None, ...]
    delayed: int
    strength: float
    ties: tuple[tuple[str, ...], ...]

    @property
    def polarity(self) -> Literal["R", "B", "?"]:
        """R, B, or ? where a sign is unknown."""
        known = [sign for sign in self.signs if sign is not None]
        return "?" if len(known) < len(self.signs) else "R" if prod(known) > 0 else "B"


@dataclass(frozen=True, slots=True)
class LoopSearch:
    """The loops found, the shortest first; where `truncated`, there are more, and only up to length `complete` all are here."""

    loops: tuple[Loop, ...]
    truncated: bool
    complete: int


def signed_links(causal: nx.MultiDiGraph, held_by: Collection[str] = ()) -> nx.DiGraph:
    """One map: parallel links as one, with `sign` (+1, -1, None), `delay`, `strength` (None = not given) and `ties`.

    The common map: a link that nobody in particular holds (no `held_by`) speaks for all; only where there is none are those of
    the holders merged. The map of those who are called one of `held_by`: their own links, and the common ones where they have
    none; what only others hold is not in it. Merged links whose polarities disagree, or one of which is unknown, have no sign;
    the longest delay counts, and the mean of the strengths that are given.

    >>> views = nx.MultiDiGraph([("x", "y", "t", {"polarity": "+", "held_by": "a"}), ("x", "y", "u", {"polarity": "-", "held_by": "b"})])
    >>> signed_links(views).edges["x", "y"]
    {'sign': None, 'delay': 'none', 'strength': None, 'ties': ('t', 'u')}
    >>> signed_links(views, ["a"]).edges["x", "y"]["sign"]
    1
    """
    merged = nx.DiGraph()
    merged.add_nodes_from(sorted(causal))
    for source, target in sorted(set(causal.edges())):
        parallel = dict(sorted(causal[source][target].items()))
        own = {uid: tie for uid, tie in parallel.items() if tie.get("held_by") in held_by}
        common = {uid: tie for uid, tie in parallel.items() if not tie.get("held_by")}
        if links := own or common or ({} if held_by else parallel):
            merged.add_edge(source, target, **_merged(links))
    return merged


def _merged(links: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    signs = {SIGNS.get(str(link.get("polarity"))) for link in links.values()}
    strengths = [float(link["strength"]) for link in links.values() if link.get("strength") is not None]
    delays = [str(link.get("delay") or "none") for link in links.values()]
    return {"sign": signs.pop() if len(signs) == 1 else None, "delay": max(delays, key=lambda delay: DELAYS.index(delay) if delay in DELAYS else 0),
            "strength": sum(strengths) / len(strengths) if strengths else None, "ties": tuple(links)}


def find_loops(links: nx.DiGraph, length: int = 8, most: int = 10_000, seconds: float = 5.0) -> LoopSearch:
    """Every simple loop of at most `length` links, the shortest first, until `most` are found or the time is over.

    Length by length, so that what a cut leaves out is the longest. Each is searched from its smallest node inside its strongly
    connected component, and only where the way back is still short enough. `links` is what `signed_links` gives.

    >>> links = nx.DiGraph([("x", "y", {"sign": 1}), ("y", "x", {"sign": 1}), ("y", "z", {"sign": 1}), ("z", "x", {"sign": -1})])
    >>> [("".join(loop.nodes), loop.polarity) for loop in find_loops(links).loops]
    [('xy', 'R'), ('xyz', 'B')]
    """
    end = monotonic() + seconds
    rooms = {node: room for part in nx.strongly_connected_components(links) for room in [_Room.of(links.subgraph(part))] for node in part}
    found: list[Loop] = []
    for size in range(1, length + 1):
        for start in sorted(rooms):
            for nodes in rooms[start].loops(start, size, end):
                if nodes is None or len(found) == most:
                    return LoopSearch(tuple(found), True, size - 1)
                found.append(loop_of(links, nodes))
    return LoopSearch(tuple(found), False, length)


@dataclass(frozen=True, slots=True)
class _Room:
    """A strongly connected component: the neighbours of each node ahead and behind, in order."""

    ahead: Mapping[str, list[str]]
    behind: Mapping[str, list[str]]

    @classmethod
    def of(cls, part: nx.DiGraph) -> _Room:
        """The room of a component."""
        return cls(*({node: sorted(near) for node, near in way.items()} for way in (part.succ, part.pred)))

    def loops(self, start: str, size: int, end: float) -> Iterator[tuple[str, ...] | None]:
        """The loops of exactly `size` links whose smallest node is `start`, in the order of their nodes; None when the time is over."""
        back = _steps(start, self.behind, size - 1, start)
        path, on_path, turns = [start], {start}, [iter(self.ahead[start])]
        steps = 0
        while turns:
            if steps % STEPS == 0 and monotonic() > end:
                yield None
                return
            steps += 1
            step = next(turns[-1], None)
            if step is None:
                turns.pop()
                on_path.discard(path.pop())
            elif step == start:
                if len(path) == size:
                    yield tuple(path)
            elif step not in on_path and len(path) + back.get(step, size) <= size:
                path.append(step)
                on_path.add(step)
                turns.append(iter(self.ahead[step]))


def _steps(origin: str, near: Mapping[str, list[str]], most: int, smallest: str) -> dict[str, int]:
    """Node -> number of steps from `origin` (breadth first), of those at most `most` steps away over nodes from `smallest` on."""
    found, front, depth = {origin: 0}, [origin], 0
    while front and depth != most:
        depth += 1
        following = []
        for node in front:
            for other in near[node]:
                if other not in found and other >= smallest:
                    found[other] = depth
                    following.append(other)
        front = following
    return found


def loop_of(links: nx.DiGraph, nodes: tuple[str, ...]) -> Loop:
    """The loop over these nodes in turn; `links` is what `signed_links` gives."""
    joined = [links.edges[pair] for pair in zip(nodes, nodes[1:] + nodes[:1], strict=True)]
    return Loop(nodes, tuple(link["sign"] for link in joined), sum(link.get("delay", "none") != "none" for link in joined),
                prod(1.0 if (given := link.get("strength")) is None else given for link in joined),
                tuple(tuple(link.get("ties", ())) for link in joined))
