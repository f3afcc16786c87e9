"""Who supports and who opposes an innovation or a goal, and what the two sides have in common."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import read_work

__all__ = ["Stance", "find_stances"]


@dataclass(frozen=True, slots=True)
class Stance:
    """An innovation or goal, and the stakeholders for and against it; one who says both is `torn` and in neither.

    Common ground: `goals` that both sides share, open `problems` that both work on, and `between`, stakeholders who are
    partners of both sides and take none. All in the order of their uids.
    """

    about: str
    supporters: tuple[str, ...]
    opponents: tuple[str, ...]
    torn: tuple[str, ...]
    goals: tuple[str, ...]
    problems: tuple[str, ...]
    between: tuple[str, ...]


@kept
def find_stances(analysis: Analysis) -> tuple[Stance, ...]:
    """Every innovation and goal that somebody supports or opposes, those that divide most stakeholders first."""
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"SUPPORTS": set(), "OPPOSES": set()})
    shared: dict[str, set[str]] = defaultdict(set)
    for source, target, type in analysis.graph.edges(data="type"):
        if type in ("SUPPORTS", "OPPOSES"):
            sides[target][type].add(source)
        elif type == "SHARES":
            shared[source].add(target)
    found = (_stance(analysis, about, found["SUPPORTS"], found["OPPOSES"], shared) for about, found in sides.items())
    return tuple(sorted(found, key=lambda one: (-min(len(one.supporters), len(one.opponents)), -len(one.opponents), one.about)))


def _stance(analysis: Analysis, about: str, supporters: set[str], opponents: set[str], shared: dict[str, set[str]]) -> Stance:
    torn = supporters & opponents
    sides = supporters - torn, opponents - torn
    goals = set.intersection(*(set().union(*(shared[uid] for uid in side)) for side in sides))
    problems = set.intersection(*(_problems(analysis, side) for side in sides))
    network = analysis.collaboration
    near = set.intersection(*({partner for uid in side if uid in network for partner in network[uid]} for side in sides))
    return Stance(about, *(tuple(sorted(some)) for some in (*sides, torn, goals - {about}, problems, near - supporters - opponents)))


def _problems(analysis: Analysis, side: set[str]) -> set[str]:
    who = read_work(analysis)
    rows = [number for number, uid in enumerate(who.people) if uid in side]
    return {who.problems[p] for p in who.does[rows].indices.tolist()} if rows else set()
