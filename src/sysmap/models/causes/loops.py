"""The feedback loops of a map, each described in a sentence, and the nodes where most loops meet."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.algorithms import Loop, LoopSearch, independent_loops
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Text
from sysmap.records.causes_map import LENGTH, causal_map, search_loops

__all__ = ["KINDS", "LATE", "RETURN", "WAYS", "Loops", "describe_loop", "find_leverage_points", "list_loops", "trend"]

KINDS = {"R": Message("Reinforcing (R)"), "B": Message("Balancing (B)"), "?": Message("Unknown (?)")}
WAYS = {
    1: Message("{name} rises"),
    -1: Message("{name} falls"),
    None: Message("{name} changes, nobody knows which way"),
}
RETURN = {
    "R": Message("so {name} rises further"),
    "B": Message("so {name} falls back"),
    "?": Message("and back to {name}"),
}

LATE = Message("Effects that come late: {n}.")


@dataclass(frozen=True, slots=True)
class Loops:
    """The feedback loops of one map.

    `loops`: all loops up to a given number of links, the shortest first. If `truncated`, the search was stopped: there
    are more, but all with at most `complete` links are listed. `independent`: the shortest independent set of loops of
    any length. It is computed apart from the list. It is complete if `cut` is None, else only its loops of at most
    `cut` links are complete.
    """

    loops: tuple[Loop, ...]
    independent: tuple[Loop, ...]
    truncated: bool
    complete: int
    cut: int | None = None

    def through(self, uid: str | None = None) -> tuple[Loop, ...]:
        """Return the listed loops, then the independent ones that are too long for the list.

        With `uid` only those through that node.
        """
        listed = set(self.loops)
        longer = (loop for loop in self.independent if loop not in listed)
        return tuple(loop for loop in (*self.loops, *longer) if uid is None or uid in loop.nodes)


@kept
def _find_independent(analysis: Analysis, holder: str | None) -> LoopSearch:
    return independent_loops(causal_map(analysis, holder))


def list_loops(analysis: Analysis, length: int = LENGTH, holder: str | None = None) -> Loops:
    """List the loops with at most `length` links of the common map, or of the map of one holder."""
    search = search_loops(analysis, length, holder)
    independent = _find_independent(analysis, holder)
    return Loops(
        search.loops,
        independent.loops,
        search.truncated,
        search.complete,
        independent.complete if independent.truncated else None,
    )


def trend(loop: Loop, first: int = 0) -> dict[str, int | None]:
    """Follow a rise of the node at place `first` round the loop.

    Returns node -> 1 if it rises, -1 if it falls, None from the first unknown sign on.
    """
    direction: int | None = 1
    directions: dict[str, int | None] = {}
    for step in range(len(loop.nodes)):
        place = (first + step) % len(loop.nodes)
        directions[loop.nodes[place]] = direction
        sign = loop.signs[place]
        direction = None if direction is None or sign is None else direction * sign
    return directions


def describe_loop(analysis: Analysis, loop: Loop, first: int = 0) -> Text:
    """Describe a loop in one sentence that begins with the node at place `first`.

    A second sentence counts links with a delay.
    """
    steps = [WAYS[direction].filled(name=analysis.name(uid)) for uid, direction in trend(loop, first).items()]
    steps.append(RETURN[loop.polarity].filled(name=analysis.name(loop.nodes[first])))
    circle = Joined((KINDS[loop.polarity], ": ", Joined(steps, " → "), "."), "")
    return Joined((circle, LATE.filled(n=loop.delayed))) if loop.delayed else circle


def find_leverage_points(analysis: Analysis) -> tuple[str, ...]:
    """Return the node that the most listed loops run through, several if they tie; empty if there is no loop."""
    counts = measure_values(analysis, "loops_through")
    most = max((int(count or 0) for count in counts.values()), default=0)
    return tuple(uid for uid, count in counts.items() if most and count == most)
