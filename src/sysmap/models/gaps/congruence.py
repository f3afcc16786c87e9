"""Where work and partnerships fit together: by pair of sectors and by problem; and what is done twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.models.gaps.ranking import survey_pairs
from sysmap.records.coverage_work import problem_severities, read_work, sector_codes

__all__ = ["Fit", "Overlap", "Redundancy", "find_overlaps", "find_redundancies", "measure_fit_by_problem", "measure_fit_by_sector"]


@dataclass(frozen=True, slots=True)
class Fit:
    """Of the pairs that need coordination `between` two sectors, or on one problem, how many are partners; `share` None where none needs."""

    between: tuple[str, ...]
    needed: int
    met: int

    @property
    def share(self) -> float | None:
        """Met over needed, 0 to 1 (congruence)."""
        return self.met / self.needed if self.needed else None


def measure_fit_by_sector(analysis: Analysis) -> tuple[Fit, ...]:
    """Congruence of each pair of sectors, one with itself too, where any pair needs; "" is no sector given. The counts sum to the whole."""
    _, names = sector_codes(analysis)
    needed, met = survey_pairs(analysis).by_sector
    # Who comes first in a pair goes by uid and means nothing.
    folded = [(one, other, *((int(count[one, other] + count[other, one]) if one != other else int(count[one, one])) for count in (needed, met)))
              for one in range(len(names)) for other in range(one, len(names))]
    return tuple(Fit((names[one], names[other]), need, have) for one, other, need, have in folded if need)


def measure_fit_by_problem(analysis: Analysis) -> tuple[Fit, ...]:
    """Congruence among those who work on each open problem, where two or more do and are of different houses."""
    who = read_work(analysis)
    workers = who.workers
    # `related` has ones on its diagonal, and each pair stands in it twice.
    house = ((who.related @ who.does).multiply(who.does).sum(axis=0) - workers) // 2
    free = (who.partners - who.partners.multiply(who.related)).tocsr()
    met = (free @ who.does).multiply(who.does).sum(axis=0) // 2
    rows = zip(who.problems, (workers * (workers - 1) // 2 - house).tolist(), met.tolist(), strict=True)
    return tuple(Fit((problem,), need, have) for problem, need, have in rows if need)


@dataclass(frozen=True, slots=True)
class Redundancy:
    """Living innovations on one open `problem` whose leads stand in different pieces of the network: each may not know of the others.

    `groups`: the innovations by piece, the largest first.
    """

    problem: str
    groups: tuple[tuple[str, ...], ...]


def find_redundancies(analysis: Analysis) -> tuple[Redundancy, ...]:
    """Problems with innovations led from separate components, most pieces first. One with leads in two pieces joins them."""
    joined = nx.Graph(analysis.collaboration.edges)
    joined.add_nodes_from(analysis.collaboration)
    dead, known = analysis.settings.dead_stages, problem_severities(analysis)
    led: dict[str, set[str]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "LEADS" and analysis.props(target).get("stage") not in dead:
            led.setdefault(target, set()).add(source)
    joined.add_edges_from((innovation, lead) for innovation, leads in led.items() for lead in leads)
    piece = {uid: number for number, members in enumerate(nx.connected_components(joined)) for uid in members}
    answers: dict[str, dict[int, set[str]]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "ADDRESSES" and source in led and target in known:
            answers.setdefault(target, {}).setdefault(piece[source], set()).add(source)
    found = (Redundancy(problem, tuple(sorted((tuple(sorted(group)) for group in groups.values()), key=lambda group: (-len(group), group))))
             for problem, groups in answers.items() if len(groups) > 1)
    return tuple(sorted(found, key=lambda one: (-len(one.groups), one.problem)))


@dataclass(frozen=True, slots=True)
class Overlap:
    """How alike two innovations' problems are: `shared` of them, over all that either addresses (Jaccard 1901), above 0 to 1."""

    one: str
    other: str
    shared: tuple[str, ...]
    share: float


def find_overlaps(analysis: Analysis) -> tuple[Overlap, ...]:
    """Pairs of living innovations that address a common open problem, the most alike first."""
    return tuple(sorted(_overlaps(analysis), key=lambda found: (-found.share, found.one, found.other)))


def _overlaps(analysis: Analysis) -> Iterator[Overlap]:
    dead, known = analysis.settings.dead_stages, problem_severities(analysis)
    portfolio: dict[str, set[str]] = {}
    on: dict[str, set[str]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "ADDRESSES" and target in known and analysis.props(source).get("stage") not in dead:
            portfolio.setdefault(source, set()).add(target)
            on.setdefault(target, set()).add(source)
    for one, other in sorted({pair for those in on.values() for pair in combinations(sorted(those), 2)}):
        shared = portfolio[one] & portfolio[other]
        yield Overlap(one, other, tuple(sorted(shared)), len(shared) / len(portfolio[one] | portfolio[other]))
