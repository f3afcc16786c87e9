"""How many feedback loops run through each problem, factor, innovation and goal.

The loops are those of the common map, all of them; where they are too many to list, those of at most 8 links.
"""

from __future__ import annotations

from collections import Counter

from sysmap.analysis import Analysis
from sysmap.measures.port import Values, measure
from sysmap.messages import Joined, Message
from sysmap.records.causes_map import causal_map, search_loops

__all__ = ["balancing_loops", "loops_through", "reinforcing_loops"]

UNIT = Message("loops")
SOURCE = "Sterman 2000; Oliva 2004"
UPON = Message("All of them on the common map; where there are more than can be listed, those of at most 8 links.")


@measure(
    topic="causes",
    order=50,
    title=Message("Feedback loops through it"),
    term="loops through a node",
    view="causal",
    unit=UNIT,
    how=Joined((Message("Counts the circles of causes and effects that it is part of."), UPON)),
    advice=Message(
        "Many: a change here comes back by many ways, so it is a candidate for a push. None: nothing that changes here returns."
    ),
    source=SOURCE,
)
def loops_through(analysis: Analysis) -> Values:
    """Loops through each node of the causal view, 0 and up; empty if the map has no causal links."""
    return _count_loops(analysis, "RB?")


@measure(
    topic="causes",
    order=60,
    title=Message("Reinforcing loops through it"),
    term="reinforcing loops (R)",
    view="causal",
    unit=UNIT,
    how=Joined(
        (Message("Counts the circles in which a change comes back and grows: an even number of minus signs."), UPON)
    ),
    advice=Message("Where a problem has some, it feeds itself: turn one around and it heals itself."),
    source=SOURCE,
)
def reinforcing_loops(analysis: Analysis) -> Values:
    """Reinforcing loops through each node of the causal view, 0 and up; empty if the map has no causal links."""
    return _count_loops(analysis, "R")


@measure(
    topic="causes",
    order=70,
    title=Message("Balancing loops through it"),
    term="balancing loops (B)",
    view="causal",
    unit=UNIT,
    how=Joined(
        (Message("Counts the circles in which a change comes back and is undone: an odd number of minus signs."), UPON)
    ),
    advice=Message("Where there are many, a push is resisted: find out what the loop protects before pushing harder."),
    source=SOURCE,
)
def balancing_loops(analysis: Analysis) -> Values:
    """Balancing loops through each node of the causal view, 0 and up; empty if the map has no causal links."""
    return _count_loops(analysis, "B")


def _count_loops(analysis: Analysis, polarities: str) -> Values:
    """Node -> how many loops of these polarities run through it.

    Empty if no causal link is known: that is not the same as 0 loops.
    """
    links = causal_map(analysis)
    counts = Counter(uid for loop in search_loops(analysis).loops if loop.polarity in polarities for uid in loop.nodes)
    return {uid: counts[uid] for uid in links} if links.number_of_edges() else {}
