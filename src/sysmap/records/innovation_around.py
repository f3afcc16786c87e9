"""What surrounds an innovation on the day of the analysis: its people, its funding, the problems it addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.analysis import Analysis
from sysmap.tables.dates import last_day

__all__ = ["CARRIERS", "Around", "read_surroundings"]

CARRIERS = ("LEADS", "SPONSORS", "FUNDS", "ADOPTS", "CHAMPIONS", "TAKES_PART_IN")
"""Types of ties by which a stakeholder has a part in an innovation."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds an innovation on the day of the analysis.

    `by`: each type of `CARRIERS` -> the stakeholders with such a tie, sorted. `funding`: the last day of each funding
    (ISO text, sorted); "9999-12-31" for one without an end. `problems`: the open problems it addresses (uids, sorted).
    """

    innovation: str
    by: Mapping[str, tuple[str, ...]]
    funding: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def people(self) -> frozenset[str]:
        """All stakeholders who have a part in it."""
        return frozenset(uid for uids in self.by.values() for uid in uids)


def read_surroundings(analysis: Analysis, innovation: str) -> Around:
    """Read what surrounds an innovation, given by its uid, on the day of the analysis."""
    into = list(analysis.graph.in_edges(innovation, data=True))
    by = {type: tuple(sorted({source for source, _, tie in into if tie["type"] == type})) for type in CARRIERS}
    funding = tuple(sorted(last_day(str(tie.get("until") or "9999")) for _, _, tie in into if tie["type"] == "FUNDS"))
    addressed = {target for _, target, type in analysis.graph.out_edges(innovation, data="type") if type == "ADDRESSES"}
    settled = analysis.settings.settled_problems
    return Around(
        innovation,
        by,
        funding,
        tuple(sorted(uid for uid in addressed if analysis.props(uid).get("status") not in settled)),
    )
