"""How well work and partnerships fit together (congruence), by pair of sectors and by problem.

And what may be done twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.models.gaps.ranking import survey_pairs
from sysmap.records.coverage_work import problem_severities, read_work, sector_codes

__all__ = [
    "Fit",
    "Overlap",
    "Redundancy",
    "find_overlaps",
    "find_redundancies",
    "measure_fit_by_problem",
    "measure_fit_by_sector",
]


@dataclass(frozen=True, slots=True)
class Fit:
    """How many pairs of stakeholders need coordination (`needed`), and how many of those are partners (`met`).

    `between`: the two sectors that the pairs join, or the uid of the one problem that both of each pair work on.
    """

    between: tuple[str, ...]
    needed: int
    met: int

    @property
    def share(self) -> float | None:
        """Congruence: met / needed, 0 to 1; None if no pair needs coordination."""
        return self.met / self.needed if self.needed else None


def measure_fit_by_sector(analysis: Analysis) -> tuple[Fit, ...]:
    """Return the congruence of every pair of sectors (a sector with itself too) in which any two need coordination.

    "" stands for "no sector given". The counts of all pairs of sectors add up to those of the whole network.
    """
    _, names = sector_codes(analysis)
    needed, met = survey_pairs(analysis).by_sector
    # The tables are by (sector of s, sector of t), and s comes first only because of its uid: both orders are added.
    folded = [
        (
            one,
            other,
            *(
                (int(count[one, other] + count[other, one]) if one != other else int(count[one, one]))
                for count in (needed, met)
            ),
        )
        for one in range(len(names))
        for other in range(one, len(names))
    ]
    return tuple(Fit((names[one], names[other]), need, have) for one, other, need, have in folded if need)


def measure_fit_by_problem(analysis: Analysis) -> tuple[Fit, ...]:
    """Return the congruence among the workers of each open problem with workers of different houses."""
    work = read_work(analysis)
    workers = work.workers
    # (related x does)[s, p] counts the workers of p in the house of s; multiplied by `does` and summed over s it counts
    # ordered pairs of workers of one house. Less each worker with itself, and halved, these are the pairs of one house
    # by problem.
    of_one_house = ((work.related @ work.does).multiply(work.does).sum(axis=0) - workers) // 2
    partners = (work.partners - work.partners.multiply(work.related)).tocsr()
    met = (partners @ work.does).multiply(work.does).sum(axis=0) // 2
    rows = zip(work.problems, (workers * (workers - 1) // 2 - of_one_house).tolist(), met.tolist(), strict=True)
    return tuple(Fit((problem,), need, have) for problem, need, have in rows if need)


@dataclass(frozen=True, slots=True)
class Redundancy:
    """An open `problem` with living innovations that are led from different components of the network.

    Their leads may not know each other.
    `groups`: the innovations (uids) by component, the largest group first.
    """

    problem: str
    groups: tuple[tuple[str, ...], ...]


def find_redundancies(analysis: Analysis) -> tuple[Redundancy, ...]:
    """Find the problems with innovations that are led from separate components, those with the most components first.

    An innovation with leads in two components joins these to one.
    """
    joined = nx.Graph(analysis.collaboration.edges)
    dead, known = analysis.settings.dead_stages, problem_severities(analysis)
    led: dict[str, set[str]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "LEADS" and analysis.props(target).get("stage") not in dead:
            led.setdefault(target, set()).add(source)
    joined.add_edges_from((innovation, lead) for innovation, leads in led.items() for lead in leads)
    component = {uid: number for number, members in enumerate(nx.connected_components(joined)) for uid in members}
    answers: dict[str, dict[int, set[str]]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "ADDRESSES" and source in led and target in known:
            answers.setdefault(target, {}).setdefault(component[source], set()).add(source)
    redundancies = (
        Redundancy(
            problem,
            tuple(sorted((tuple(sorted(group)) for group in groups.values()), key=lambda group: (-len(group), group))),
        )
        for problem, groups in answers.items()
        if len(groups) > 1
    )
    return tuple(sorted(redundancies, key=lambda redundancy: (-len(redundancy.groups), redundancy.problem)))


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two innovations that address common problems.

    `shared`: these problems (uids); `share`: their number over that of all problems that either addresses (Jaccard
    1901), above 0 to 1.
    """

    one: str
    other: str
    shared: tuple[str, ...]
    share: float


def find_overlaps(analysis: Analysis) -> tuple[Overlap, ...]:
    """Find the pairs of living innovations that address a common open problem, those with the highest share first."""
    return tuple(sorted(_iterate_overlaps(analysis), key=lambda overlap: (-overlap.share, overlap.one, overlap.other)))


def _iterate_overlaps(analysis: Analysis) -> Iterator[Overlap]:
    dead, known = analysis.settings.dead_stages, problem_severities(analysis)
    portfolio: dict[str, set[str]] = {}
    innovations: dict[str, set[str]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "ADDRESSES" and target in known and analysis.props(source).get("stage") not in dead:
            portfolio.setdefault(source, set()).add(target)
            innovations.setdefault(target, set()).add(source)
    for one, other in sorted(
        {pair for on_problem in innovations.values() for pair in combinations(sorted(on_problem), 2)}
    ):
        shared = portfolio[one] & portfolio[other]
        yield Overlap(one, other, tuple(sorted(shared)), len(shared) / len(portfolio[one] | portfolio[other]))
