"""The feedback loops of a map, said in words: what feeds itself, what resists, and where many loops meet."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.algorithms import Loop, LoopSearch, independent_loops
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Text
from sysmap.records.causes_map import LENGTH, causal_map, search_loops

__all__ = ["KINDS", "LATE", "RETURN", "WAYS", "Loops", "describe_loop", "find_leverage_points", "list_loops", "trend"]

KINDS = {"R": Message("Reinforcing (R)"), "B": Message("Balancing (B)"),
         "?": Message("Unknown (?)")}
WAYS = {1: Message("{name} rises"), -1: Message("{name} falls"),
        None: Message("{name} changes, nobody knows which way")}
RETURN = {"R": Message("so {name} rises further"), "B": Message("so {name} falls back"),
          "?": Message("and back to {name}")}

LATE = Message("Effects that come late: {n}.")


@dataclass(frozen=True, slots=True)
class Loops:
    """Loops of at most so many links, the shortest first, and the shortest independent set of all loops of any length.

    Where `truncated`, there are more than are listed; all of at most `complete` links are here. The independent set does not
    follow from the list: it is whole, or where `cut` is given, what it has of at most so many links is.
    """

    loops: tuple[Loop, ...]
    independent: tuple[Loop, ...]
    truncated: bool
    complete: int
    cut: int | None = None

    def through(self, uid: str | None = None) -> tuple[Loop, ...]:
        """The listed loops, then the independent ones that are too long for the list; only those that a node is part of."""
        known = set(self.loops)
        return tuple(loop for loop in (*self.loops, *(one for one in self.independent if one not in known)) if uid is None or uid in loop.nodes)


@kept
def _independent(analysis: Analysis, holder: str | None) -> LoopSearch:
    return independent_loops(causal_map(analysis, holder))


def list_loops(analysis: Analysis, length: int = LENGTH, holder: str | None = None) -> Loops:
    """The loops with at most `length` links of the common map, or of that of a holder; searched once."""
    found = search_loops(analysis, length, holder)
    independent = _independent(analysis, holder)
    return Loops(found.loops, independent.loops, found.truncated, found.complete, independent.complete if independent.truncated else None)


def trend(loop: Loop, first: int = 0) -> dict[str, int | None]:
    """Node -> whether it rises (1) or falls (-1) when the node at place `first` rises; None once a sign is unknown."""
    way: int | None = 1
    found: dict[str, int | None] = {}
    for step in range(len(loop.nodes)):
        place = (first + step) % len(loop.nodes)
        found[loop.nodes[place]] = way
        sign = loop.signs[place]
        way = None if way is None or sign is None else way * sign
    return found


def describe_loop(analysis: Analysis, loop: Loop, first: int = 0) -> Text:
    """A loop as one sentence, begun at the node at place `first`."""
    ways = trend(loop, first)
    steps = [WAYS[way].filled(name=analysis.name(uid)) for uid, way in ways.items()]
    steps.append(RETURN[loop.polarity].filled(name=analysis.name(loop.nodes[first])))
    way_round = Joined((KINDS[loop.polarity], ": ", Joined(steps, " → "), "."), "")
    return Joined((way_round, LATE.filled(n=loop.delayed))) if loop.delayed else way_round


def find_leverage_points(analysis: Analysis) -> tuple[str, ...]:
    """The nodes that most of the listed loops run through (several where they tie); none where there is no loop."""
    counts = measure_values(analysis, "loops_through")
    most = max((int(count or 0) for count in counts.values()), default=0)
    return tuple(uid for uid, count in counts.items() if most and count == most)
