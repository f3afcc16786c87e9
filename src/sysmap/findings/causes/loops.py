"""Reinforcing loops, which feed themselves for better or worse, and the nodes where many loops meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sysmap.algorithms import Loop
from sysmap.analysis import Analysis
from sysmap.findings.causes.acting import call_together, find_actors, grade_causes
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names
from sysmap.findings.steps import Ended, Step, Subject
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.causes.loops import describe_loop, falls_for_worse, find_leverage_points, list_harms, turn_for_worse
from sysmap.records.causes_map import search_loops

__all__ = ["leverage_point", "reinforcing_circles"]

VICIOUS = Message("A vicious circle around {name}: {n} links in which it feeds itself")
VICIOUS_ONES = Message("{n} vicious circles feed themselves: they make worse {names}")
OPEN_ONE = Message("A circle around {name} that strengthens itself: {n} links, up as well as down")
OPEN_ONES = Message("{n} circles strengthen themselves, up as well as down; the shortest is around {name}")
SHORTEST = Message("The shortest of them:")
BREAK_LINK = Message(
    "Look for what weakens the link {source} → {target}: {k} of the {n} circles run over it. What turns a circle round "
    "makes it heal itself."
)
BREAK = Message(
    "Choose the link that can be weakened most cheaply and begin there: the same circle then turns round and heals "
    "itself."
)
FEED = Message("Decide which way it should turn, give it the first push, and watch what limits it.")
CUT = Message("Only loops of at most {complete} links are counted: all of them are too many to list.")
ASK = Message("Ask of each problem what it makes worse in turn, and write it down among the causes.")


@finding(
    topic="causes_loops",
    order=110,
    story="stays",
    answers=("vicious",),
    title=Message("Circles that strengthen themselves"),
    meaning=Message(
        "All reinforcing loops: a change comes back and grows. Those that make worse what people wish to be better (a "
        "problem that rises, a goal that recedes) are vicious, told in one sentence; important if an open problem of "
        "severity 3 or more grows in one of them, or none is rated, worth a look if only slighter ones do. The others "
        "are told as a fact."
    ),
    source="Senge 1990; Sterman 2000",
    needs=(CAUSES,),
    search=lambda analysis: [loop.nodes for loop in _find_reinforcing(analysis)],
    important=1,
)
def reinforcing_circles(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all vicious circles and one on the other reinforcing loops, or one that there are none."""
    reinforcing = _find_reinforcing(analysis)
    vicious = [loop for loop in reinforcing if list_harms(analysis, loop)]
    others = [loop for loop in reinforcing if not list_harms(analysis, loop)]
    if vicious:
        yield _describe_vicious(analysis, vicious, len(reinforcing))
    if others:
        yield _describe_others(analysis, others, len(reinforcing))
    if not reinforcing:
        loops = search_loops(analysis).loops
        yield Finding(
            kind="reinforcing_circles",
            id="reinforcing_circles",
            title=Message("No circle of causes is known to strengthen itself"),
            why=Message("Loops looked at: {n}; a sign is unknown in {u} of them.").filled(
                n=Number(len(loops)), u=Number(sum(loop.polarity == "?" for loop in loops))
            ),
            next_step=ASK,
            evidence=(),
            severity="info",
            numbers={"loops": 0},
        )


def _find_reinforcing(analysis: Analysis) -> list[Loop]:
    return [loop for loop in search_loops(analysis).loops if loop.polarity == "R"]


def _describe_vicious(analysis: Analysis, loops: Sequence[Loop], total: int) -> Finding:
    """The finding on all vicious circles, of `total` reinforcing ones; the shortest is described."""
    harmed = Counter(uid for loop in loops for uid in list_harms(analysis, loop))
    names = sorted(harmed, key=lambda uid: (-harmed[uid], analysis.name(uid), uid))
    first = loops[0]
    start = turn_for_worse(analysis, first)
    link = _find_common_link(analysis, loops) if len(loops) > 1 else None
    actors = find_actors(analysis, names)
    step = None
    if link is not None:
        source, target, count, tie = link
        item = next(loop.nodes for loop in loops if (source, target) in _pairs(loop))
        step = Step(item, Ended(tie), actors)
        advice: Text = BREAK_LINK.filled(
            source=analysis.name(source), target=analysis.name(target), k=Number(count), n=Number(len(loops))
        )
    else:
        advice = BREAK
    title = (
        VICIOUS.filled(name=analysis.name(first.nodes[start]), n=Number(len(first.nodes)))
        if len(loops) == 1
        else VICIOUS_ONES.filled(n=Number(len(loops)), names=list_names(analysis, names))
    )
    return Finding(
        kind="reinforcing_circles",
        id="reinforcing_circles:vicious",
        title=title,
        why=_describe_first(analysis, loops, start, total),
        next_step=Joined(tuple(part for part in (advice, call_together(analysis, actors)) if part is not None)),
        evidence=_gather_evidence(loops),
        severity=grade_causes(analysis, names),
        weight=len(loops),
        numbers={"circles": len(loops), "reinforcing": total, "links": len(first.nodes), "harmed": len(names)},
        items=tuple(loop.nodes for loop in loops),
        step=step,
    )


def _describe_others(analysis: Analysis, loops: Sequence[Loop], total: int) -> Finding:
    """The finding on the reinforcing loops in which nothing is said to be good or bad."""
    name = analysis.name(loops[0].nodes[0])
    title = (
        OPEN_ONE.filled(name=name, n=Number(len(loops[0].nodes)))
        if len(loops) == 1
        else OPEN_ONES.filled(name=name, n=Number(len(loops)))
    )
    return Finding(
        kind="reinforcing_circles",
        id="reinforcing_circles:other",
        title=title,
        why=_describe_first(analysis, loops, 0, total),
        next_step=FEED,
        evidence=_gather_evidence(loops),
        severity="info",
        weight=len(loops),
        numbers={"circles": len(loops), "reinforcing": total, "links": len(loops[0].nodes)},
        items=tuple(loop.nodes for loop in loops),
    )


def _describe_first(analysis: Analysis, loops: Sequence[Loop], start: int, total: int) -> Text:
    """The first of the loops in words, and how many reinforcing loops there are in all."""
    search, falls = search_loops(analysis), falls_for_worse(analysis, loops[0])
    counted = plural("It is the only reinforcing loop.", "There are {all} reinforcing loops in all.", total)
    parts: list[Text] = [describe_loop(analysis, loops[0], start, falls=falls), counted.filled(all=Number(total))]
    if len(loops) > 1:
        parts.insert(0, SHORTEST)
    if search.truncated:
        parts.append(CUT.filled(complete=Number(search.complete)))
    return Joined(parts)


def _pairs(loop: Loop) -> list[tuple[str, str]]:
    return list(zip(loop.nodes, loop.nodes[1:] + loop.nodes[:1], strict=True))


def _find_common_link(analysis: Analysis, loops: Iterable[Loop]) -> tuple[str, str, int, str] | None:
    """The link that most of the loops run over: source, target, how many loops, and the uid of its only tie.

    A link of several ties is passed over, since it would hold on when one of them ends. None if no link is left.
    """
    counts = Counter(pair for loop in loops for pair in _pairs(loop))
    single = [pair for pair in counts if analysis.causal.number_of_edges(*pair) == 1]
    if not single:
        return None
    source, target = min(single, key=lambda pair: (-counts[pair], analysis.name(pair[0]), analysis.name(pair[1]), pair))
    return source, target, counts[source, target], next(iter(analysis.causal[source][target]))


def _gather_evidence(loops: Iterable[Loop]) -> tuple[str, ...]:
    """All nodes and ties of the loops, those of the first loop first."""
    return tuple(
        dict.fromkeys(uid for loop in loops for uid in (*loop.nodes, *(tie for ties in loop.ties for tie in ties)))
    )


THROUGH = plural("{n} of {all} feedback loop runs through {names}", "{n} of {all} feedback loops run through {names}")
THROUGH_EACH = Message("{n} of {all} feedback loops run through each of {names}")


def _search_points(analysis: Analysis) -> list[Subject]:
    return [(uid,) for uid in find_leverage_points(analysis)]


@finding(
    topic="causes_loops",
    order=150,
    sums_up=True,
    story="reaches",
    title=Message("Leverage point"),
    meaning=Message(
        "What most feedback loops run through: a push there comes back by many ways. Worth a look. Nothing is said where "
        "there is only one loop, or more than a third of all causes, or more than five, have equally many."
    ),
    source="Meadows 1999",
    needs=(CAUSES,),
    search=_search_points,
)
def leverage_point(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names what most loops run through; nothing if there is no loop, or if too many are equal."""
    points, search = find_leverage_points(analysis), search_loops(analysis)
    if not points:
        return
    through = [loop for loop in search.loops if points[0] in loop.nodes]
    kinds = {kind: sum(loop.polarity == kind for loop in through) for kind in "RB?"}
    values = {
        "n": Number(len(through)),
        "all": Number(len(search.loops)),
        "names": list_names(analysis, points),
        "r": Number(kinds["R"]),
        "b": Number(kinds["B"]),
        "u": Number(kinds["?"]),
        "complete": Number(search.complete),
    }
    title = THROUGH.counted(len(search.loops)) if len(points) == 1 else THROUGH_EACH
    why: Text = Message("Reinforcing: {r}; balancing, which resist a push: {b}; of unknown sign: {u}.")
    if search.truncated:
        why = Joined((why, CUT))
    yield Finding(
        kind="leverage_point",
        id="leverage_point",
        title=title.filled(**values),
        why=why.filled(**values),
        next_step=Message(
            "Before anything is done to {names}, follow each of these loops and say what will come back, and when."
        ).filled(**values),
        evidence=points,
        severity="low",
        weight=len(through),
        numbers={
            "loops": len(through),
            "all_loops": len(search.loops),
            "reinforcing": kinds["R"],
            "balancing": kinds["B"],
        },
        items=tuple(_search_points(analysis)),
    )
