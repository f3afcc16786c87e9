"""Who could take up a problem that lacks somebody: those on it, then those near it, then those with the widest say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sysmap.analysis import Analysis, kept
from sysmap.models.coverage import problem_order
from sysmap.records.coverage_work import read_work

__all__ = ["Taker", "find_taker", "rank_stakeholders", "workers_of"]


@dataclass(frozen=True, slots=True)
class Taker:
    """The stakeholder (uid) to ask first about a problem, and why this one.

    `because`: "works" on it; works on `through`, a problem "near" it (one depends on or influences the other); is
    "affected" by it; or has the widest say of all ("say"), so that it can name somebody.
    """

    stakeholder: str
    because: Literal["works", "near", "affected", "say"]
    through: str | None = None


@kept
def workers_of(analysis: Analysis, problem: str) -> tuple[str, ...]:
    """Who works on an open problem, directly or through an innovation, those with the widest say first."""
    work = read_work(analysis)
    rows = work.does[:, [work.problems.index(problem)]].nonzero()[0].tolist()
    return rank_stakeholders(analysis, (work.people[row] for row in rows))


@kept
def find_taker(analysis: Analysis, problem: str) -> Taker | None:
    """Who to ask first about an open problem; None only if the map has no stakeholder."""
    if on_it := workers_of(analysis, problem):
        return Taker(on_it[0], "works")
    near = {uid: other for other in _problems_near(analysis, problem) for uid in workers_of(analysis, other)}
    if near:
        first = rank_stakeholders(analysis, near)[0]
        return Taker(first, "near", near[first])
    ties = analysis.graph.in_edges(problem, data="type")
    for because, chosen in (
        ("affected", {source for source, _, type in ties if type == "AFFECTED_BY"}),
        ("say", set(analysis.nodes("Stakeholder"))),
    ):
        if chosen:
            return Taker(rank_stakeholders(analysis, chosen)[0], "affected" if because == "affected" else "say")
    return None


def _problems_near(analysis: Analysis, problem: str) -> list[str]:
    """The open problems that depend on or influence this one, or the other way round, the least grave first."""
    work = read_work(analysis)
    row = work.linked[[work.problems.index(problem)]].indices.tolist()
    return sorted((work.problems[other] for other in row), key=lambda uid: problem_order(analysis, uid), reverse=True)


def rank_stakeholders(analysis: Analysis, uids: Iterable[str]) -> tuple[str, ...]:
    """Those with the widest say first: by power, then by how many problems they answer for, then by name and id."""
    owned = _owned_by(analysis)

    def order(uid: str) -> tuple[float, int, str, str]:
        return -float(analysis.props(uid).get("power") or 0), -owned.get(uid, 0), analysis.name(uid), uid

    return tuple(sorted(set(uids), key=order))


@kept
def _owned_by(analysis: Analysis) -> dict[str, int]:
    """How many problems each stakeholder owns."""
    owned: dict[str, int] = {}
    for source, _, type in analysis.graph.edges(data="type"):
        if type == "OWNS":
            owned[source] = owned.get(source, 0) + 1
    return owned
