"""Whether groups keep to themselves more than their sizes explain."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap import algorithms
from sysmap.analysis import Analysis, kept
from sysmap.measures.brokerage_openness import DRAWS, group_sizes, run_permutations
from sysmap.measures.grouping import find_groups

__all__ = ["Openness", "Silo", "known_groupings", "measure_openness"]

UNLIKELY = 0.05
"""A share of permutations below which what was seen is no accident."""


@dataclass(frozen=True, slots=True)
class Silo:
    """A group that is more inward than chance: its E-I `index`, what chance `expected`, and p (inward)."""

    group: str
    members: int
    index: float
    expected: float
    p: float


@dataclass(frozen=True, slots=True)
class Openness:
    """The E-I index of all partnerships by a field, what chance gives, and the shares of permutations as extreme.

    `inside` and `ties`: partnerships within one group, and all between stakeholders that have one. `silos`: the groups that
    are inward beyond chance even when as many tests as groups are made (Bonferroni), the most inward first.
    """

    field: str
    ties: int
    inside: int
    index: float
    expected: float
    inward: float
    outward: float
    silos: tuple[Silo, ...]

    @property
    def is_closed(self) -> bool:
        """Whether the whole is more inward than chance."""
        return self.index < self.expected and self.inward <= UNLIKELY

    @property
    def is_open(self) -> bool:
        """Whether the whole is more outward than chance."""
        return self.index > self.expected and self.outward <= UNLIKELY


def known_groupings(analysis: Analysis) -> tuple[str, ...]:
    """The fields by which openness is told: the setting's, and inside or outside."""
    return tuple(dict.fromkeys((analysis.settings.grouping, "boundary")))


@kept
def measure_openness(analysis: Analysis, field: str) -> Openness | None:
    """The openness by `field`; None where it has not two groups, or no partnership joins two stakeholders that have one."""
    of, network, size = find_groups(analysis, field), analysis.collaboration, group_sizes(analysis, field)
    index, expected = algorithms.ei_index(network, of), algorithms.ei_by_chance(list(size.values()))
    if len(size) < 2 or index is None or expected is None:  # noqa: PLR2004  one group has no outside
        return None
    joined = [of[a] == of[b] for a, b in network.edges if of[a] is not None and of[b] is not None]
    shares = run_permutations(analysis, field)
    return Openness(field, len(joined), sum(joined), index, expected, *shares[None], _silos(analysis, field))


def _silos(analysis: Analysis, field: str) -> tuple[Silo, ...]:
    size, shares = group_sizes(analysis, field), run_permutations(analysis, field)
    unlikely = max(UNLIKELY / max(1, len(size)), 1 / DRAWS)
    found = []
    for own, (group, index) in enumerate(algorithms.ei_index_by_group(analysis.collaboration, find_groups(analysis, field)).items()):
        expected = algorithms.ei_by_chance(list(size.values()), own)
        if index is not None and expected is not None and index < expected and shares[group].inward <= unlikely:
            found.append(Silo(group, size[group], index, expected, shares[group].inward))
    return tuple(sorted(found, key=lambda one: (one.index - one.expected, one.group)))
