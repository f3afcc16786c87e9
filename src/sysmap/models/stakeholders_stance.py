"""Who supports and who opposes an innovation or a goal, and what the two sides have in common."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.records.coverage_work import read_work

__all__ = ["Stance", "find_stances"]


@dataclass(frozen=True, slots=True)
class Stance:
    """The stakeholders for and against an innovation or goal (`about`). All are uids, sorted.

    `torn`: those who both support and oppose it; they are on neither side. Common ground of the two sides: `goals` that
    somebody on each side shares, open `problems` that somebody on each side works on, and `between`: stakeholders who
    have partners on both sides and are on none.
    """

    about: str
    supporters: tuple[str, ...]
    opponents: tuple[str, ...]
    torn: tuple[str, ...]
    goals: tuple[str, ...]
    problems: tuple[str, ...]
    between: tuple[str, ...]

    @property
    def opposing(self) -> frozenset[str]:
        """All who oppose it, those who support it as well among them."""
        return frozenset((*self.opponents, *self.torn))


@kept
def find_stances(analysis: Analysis) -> tuple[Stance, ...]:
    """Return every innovation and goal that somebody supports or opposes, those with the largest smaller side first."""
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"SUPPORTS": set(), "OPPOSES": set()})
    shared: dict[str, set[str]] = defaultdict(set)
    for source, target, type in analysis.graph.edges(data="type"):
        if type in ("SUPPORTS", "OPPOSES"):
            sides[target][type].add(source)
        elif type == "SHARES":
            shared[source].add(target)
    stances = (
        _build_stance(analysis, about, by_type["SUPPORTS"], by_type["OPPOSES"], shared)
        for about, by_type in sides.items()
    )
    return tuple(
        sorted(
            stances,
            key=lambda stance: (
                -min(len(stance.supporters), len(stance.opponents)),
                -len(stance.opponents),
                analysis.name(stance.about),
                stance.about,
            ),
        )
    )


def _build_stance(
    analysis: Analysis, about: str, supporters: set[str], opponents: set[str], shared: dict[str, set[str]]
) -> Stance:
    torn = supporters & opponents
    sides = supporters - torn, opponents - torn
    goals = set.intersection(*(set().union(*(shared[uid] for uid in side)) for side in sides))
    problems = set.intersection(*(_problems_of(analysis, side) for side in sides))
    network = analysis.collaboration
    near = set.intersection(
        *({partner for uid in side if uid in network for partner in network[uid]} for side in sides)
    )
    return Stance(
        about,
        *(tuple(sorted(uids)) for uids in (*sides, torn, goals - {about}, problems, near - supporters - opponents)),
    )


def _problems_of(analysis: Analysis, side: set[str]) -> set[str]:
    """Uids of the open problems that anybody on this side works on."""
    work = read_work(analysis)
    rows = [number for number, uid in enumerate(work.people) if uid in side]
    return {work.problems[p] for p in work.does[rows].indices.tolist()} if rows else set()
