"""The feedback loops of a map, each described in a sentence, and the nodes where most loops meet."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.algorithms import Loop, LoopSearch, independent_loops
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Text
from sysmap.records.causes_direction import wanted_direction
from sysmap.records.causes_map import causal_map, search_loops
from sysmap.records.coverage_work import problem_severities

__all__ = [
    "KINDS",
    "LATE",
    "RETURN",
    "WAYS",
    "Loops",
    "describe_loop",
    "falls_for_worse",
    "find_leverage_points",
    "is_telling",
    "list_harms",
    "list_loops",
    "trend",
    "turn_for_worse",
]

MOST_NAMED = 5
"""The most nodes that a list of the best ones may name."""

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

RETURN_FALLING = {
    "R": Message("so {name} falls further"),
    "B": Message("so {name} rises again"),
    "?": RETURN["?"],
}
"""How a loop closes that began with a fall."""
LATE = Message("Effects that come late: {n}.")


@dataclass(frozen=True, slots=True)
class Loops:
    """The feedback loops of one map.

    `loops`: all loops, the shortest first. If `truncated`, they are too many to list: those with at most `complete`
    links are here, every one of them. `independent`: the shortest independent set of loops of
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


def list_loops(analysis: Analysis, length: int | None = None, holder: str | None = None) -> Loops:
    """List the loops of the common map, or of the map of one holder; with `length` those of at most so many links."""
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


def describe_loop(analysis: Analysis, loop: Loop, first: int = 0, *, falls: bool = False) -> Text:
    """Describe a loop in one sentence that begins with a rise of the node at place `first`, or with its fall.

    A second sentence counts links with a delay.
    """
    turn = -1 if falls else 1
    steps = [
        WAYS[None if direction is None else turn * direction].filled(name=analysis.name(uid))
        for uid, direction in trend(loop, first).items()
    ]
    closing = (RETURN_FALLING if falls else RETURN)[loop.polarity]
    steps.append(closing.filled(name=analysis.name(loop.nodes[first])))
    circle = Joined((KINDS[loop.polarity], ": ", Joined(steps, " → "), "."), "")
    return Joined((circle, LATE.filled(n=loop.delayed))) if loop.delayed else circle


def turn_for_worse(analysis: Analysis, loop: Loop) -> int:
    """Return the place in the loop of the first open problem; without one, of the first goal or wanted cause; else 0.

    The loop is told from there, in the direction that people do not wish (see `list_harms`).
    """
    open_problems = problem_severities(analysis)
    for is_start in (open_problems.__contains__, lambda uid: wanted_direction(analysis, uid)):
        place = next((place for place, uid in enumerate(loop.nodes) if is_start(uid)), None)
        if place is not None:
            return place
    return 0


def list_harms(analysis: Analysis, loop: Loop) -> tuple[str, ...]:
    """Return what gets worse in a reinforcing loop, when it turns so that the node of `turn_for_worse` gets worse.

    These are open problems that rise, goals that recede, and causes that move against what is wanted of them. Empty if
    nothing in the loop is said to be good or bad.
    """
    start = turn_for_worse(analysis, loop)
    rise = trend(loop, start)
    for_worse = -wanted_direction(analysis, loop.nodes[start])
    return tuple(uid for uid in loop.nodes if (rise[uid] or 0) * for_worse * wanted_direction(analysis, uid) < 0)


def falls_for_worse(analysis: Analysis, loop: Loop) -> bool:
    """Whether the node of `turn_for_worse` gets worse when it falls: a goal, or a cause that is wanted to rise."""
    return wanted_direction(analysis, loop.nodes[turn_for_worse(analysis, loop)]) > 0


def is_telling(named: int, candidates: int) -> bool:
    """Whether a list of the best says anything: it names at most five, and at most a third of the candidates.

    >>> is_telling(2, 6), is_telling(3, 6), is_telling(6, 100)
    (True, False, False)
    """
    return 0 < named <= MOST_NAMED and 3 * named <= candidates


def find_leverage_points(analysis: Analysis) -> tuple[str, ...]:
    """Return the node that the most listed loops run through, several if they tie.

    Empty if no node lies in two loops or more, or if so many tie that naming them says nothing (`is_telling`).
    """
    counts = measure_values(analysis, "loops_through")
    most = max((int(count or 0) for count in counts.values()), default=0)
    if most < 2:  # noqa: PLR2004  one loop is told by itself
        return ()
    points = sorted((uid for uid, count in counts.items() if count == most), key=lambda uid: (analysis.name(uid), uid))
    linked = sum(1 for _, degree in causal_map(analysis).degree if degree)
    return tuple(points) if is_telling(len(points), linked) else ()
