"""Reinforcing loops, which feed themselves for better or worse, and the nodes where many loops meet."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.algorithms import Loop
from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, Severity, finding
from sysmap.findings.sentences import list_names
from sysmap.findings.severity import grade_by_problems
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.causes.loops import describe_loop, find_leverage_points, trend
from sysmap.records.causes_map import search_loops
from sysmap.records.coverage_work import problem_severities

__all__ = ["leverage_point", "reinforcing_circles"]

MOST_SHOWN = 3
"""How many circles become findings, the shortest first; the others are counted."""

VICIOUS = Message("A vicious circle around {name}: {n} links in which the problem feeds itself")
VIRTUOUS = Message("A circle around {name} that strengthens itself: {n} links, up as well as down")
BREAK = Message(
    "Choose the link that can be weakened most cheaply and push there; the same circle then turns and heals (virtuous "
    "circle)."
)
FEED = Message("Decide which way it should turn, give it the first push with sysmap whatif, and watch what limits it.")
CUT = Message("There are more loops than can be listed; those of at most {complete} links are all counted.")


@finding(
    topic="causes_loops",
    order=110,
    story="stays",
    answers=("vicious",),
    title=Message("Circles that strengthen themselves"),
    meaning=Message(
        "The three shortest reinforcing loops: a change comes back and grows. Around an open problem that rises with "
        "it, the circle is vicious and as grave as the gravest such problem (high from 4, medium from 3, else low); "
        "any other is told as a fact."
    ),
    source="Senge 1990; Sterman 2000",
    needs=(CAUSES,),
)
def reinforcing_circles(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the shortest reinforcing loops, or one that says that there are none."""
    reinforcing = [loop for loop in search_loops(analysis).loops if loop.polarity == "R"]
    for loop in reinforcing[:MOST_SHOWN]:
        yield _describe_circle(analysis, loop, len(reinforcing))
    if not reinforcing:
        yield Finding(
            kind="reinforcing_circles",
            id="reinforcing_circles",
            title=Message("No circle of causes is known to strengthen itself"),
            why=Message("Loops looked at: {n}; a sign is unknown in {u} of them.").filled(
                n=Number(len(search_loops(analysis).loops)),
                u=Number(sum(loop.polarity == "?" for loop in search_loops(analysis).loops)),
            ),
            next_step=Message("Ask of each problem what it makes worse in turn, and write it down in links.csv."),
            evidence=(),
            severity="info",
            numbers={"loops": 0},
        )


def _describe_circle(analysis: Analysis, loop: Loop, total: int) -> Finding:
    """The finding on one reinforcing loop, of `total`. It begins at its first open problem, if it has one."""
    severities = problem_severities(analysis)
    first = next((index for index, uid in enumerate(loop.nodes) if uid in severities), 0)
    trends = trend(loop, first)
    rising = tuple(uid for uid in loop.nodes if uid in severities and trends[uid] == 1)
    severity: Severity = grade_by_problems(analysis, rising) if rising else "info"
    total_in_words = plural("It is the only reinforcing loop.", "There are {all} reinforcing loops in all.", total)
    return Finding(
        kind="reinforcing_circles",
        id=f"reinforcing_circles:{'>'.join(loop.nodes)}",
        title=(VICIOUS if rising else VIRTUOUS).filled(
            name=analysis.name(loop.nodes[first]), n=Number(len(loop.nodes))
        ),
        why=Message("{loop} {all}").filled(
            loop=describe_loop(analysis, loop, first), all=total_in_words.filled(all=Number(total))
        ),
        next_step=BREAK if rising else FEED,
        evidence=(*loop.nodes, *(uid for ties in loop.ties for uid in ties)),
        severity=severity,
        weight=1 / len(loop.nodes),
        numbers={"links": len(loop.nodes), "late": loop.delayed, "strength": loop.strength, "reinforcing": total},
    )


@finding(
    topic="causes_loops",
    order=150,
    story="reaches",
    title=Message("Leverage point"),
    meaning=Message(
        "What most feedback loops run through: a push there comes back by many ways. Medium where it lies in at least "
        "half of all loops, else low."
    ),
    source="Meadows 1999",
    needs=(CAUSES,),
)
def leverage_point(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names what most loops run through; nothing if there is no loop."""
    points, search = find_leverage_points(analysis), search_loops(analysis)
    if not points:
        return
    through = [loop for loop in search.loops if points[0] in loop.nodes]
    kinds = {kind: sum(loop.polarity == kind for loop in through) for kind in "RB?"}
    values = {
        "n": Number(len(through)),
        "all": Number(len(search.loops)),
        "names": list_names(analysis, points),
        "name": analysis.name(points[0]),
        "r": Number(kinds["R"]),
        "b": Number(kinds["B"]),
        "u": Number(kinds["?"]),
        "complete": search.complete,
    }
    why: Text = Message("Reinforcing: {r}; balancing, which resist a push: {b}; of unknown sign: {u} (leverage point).")
    if search.truncated:
        why = Joined((why, CUT))
    yield Finding(
        kind="leverage_point",
        id="leverage_point",
        title=plural(
            "{n} of {all} feedback loop runs through {names}",
            "{n} of {all} feedback loops run through {names}",
            len(search.loops),
        ).filled(**values),
        why=why.filled(**values),
        next_step=Message('Try a push there: sysmap whatif --push "{name}=-1" (or =+1).').filled(**values),
        evidence=points,
        severity="medium" if 2 * len(through) >= len(search.loops) else "low",
        weight=len(through),
        numbers={
            "loops": len(through),
            "all_loops": len(search.loops),
            "reinforcing": kinds["R"],
            "balancing": kinds["B"],
        },
    )
