"""Whether groups keep to themselves more than their sizes alone explain."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap import algorithms
from sysmap.analysis import Analysis, kept
from sysmap.measures.brokerage_openness import group_sizes, run_permutations
from sysmap.measures.grouping import find_groups
from sysmap.models.brokerage.chance import INWARD, OUTWARD, UNLIKELY, correct_for_chance, is_comparable

__all__ = ["Openness", "Silo", "measure_openness"]


@dataclass(frozen=True, slots=True)
class Silo:
    """A group that keeps to itself more than chance explains.

    `index`: its E-I index; `expected`: the index by chance; `p`: the share of permutations that are as inward,
    corrected for all that is tested on groups.
    """

    group: str
    members: int
    index: float
    expected: float
    p: float


@dataclass(frozen=True, slots=True)
class Openness:
    """The E-I index of all partnerships, with groups by `field`, compared with chance.

    `ties`: the partnerships whose two ends both have a group; `inside`: those within one group. `index`: -1 (all
    inside) to 1 (all across); `expected`: the index by chance. `inward`, `outward`: the shares of permutations that are
    at least as inward or outward; `p_inward`, `p_outward`: these corrected for all that is tested on groups, None if
    the groups cannot be told from chance (`is_comparable`).
    `silos`: the groups that are inward beyond chance, the most inward first.
    """

    field: str
    ties: int
    inside: int
    index: float
    expected: float
    inward: float
    outward: float
    p_inward: float | None
    p_outward: float | None
    silos: tuple[Silo, ...]

    @property
    def is_closed(self) -> bool:
        """Whether the whole network is more inward than chance."""
        return self.p_inward is not None and self.index < self.expected and self.p_inward <= UNLIKELY

    @property
    def is_open(self) -> bool:
        """Whether the whole network is more outward than chance."""
        return self.p_outward is not None and self.index > self.expected and self.p_outward <= UNLIKELY


@kept
def measure_openness(analysis: Analysis, field: str) -> Openness | None:
    """Measure the openness by `field`.

    None with fewer than two groups, or if no partnership joins two stakeholders that have one.
    """
    groups, network, sizes = find_groups(analysis, field), analysis.collaboration, group_sizes(analysis, field)
    index, expected = algorithms.ei_index(network, groups), algorithms.ei_by_chance(list(sizes.values()))
    if len(sizes) < 2 or index is None or expected is None:  # noqa: PLR2004  one group has no outside
        return None
    is_inside = [groups[a] == groups[b] for a, b in network.edges if groups[a] is not None and groups[b] is not None]
    shares, corrected = run_permutations(analysis, field), correct_for_chance(analysis)
    return Openness(
        field,
        len(is_inside),
        sum(is_inside),
        index,
        expected,
        *shares[None],
        corrected.get((field, INWARD)),
        corrected.get((field, OUTWARD)),
        _find_silos(analysis, field) if is_comparable(analysis, field) else (),
    )


def _find_silos(analysis: Analysis, field: str) -> tuple[Silo, ...]:
    sizes, corrected = group_sizes(analysis, field), correct_for_chance(analysis)
    indices = algorithms.ei_index_by_group(analysis.collaboration, find_groups(analysis, field))
    silos = []
    for own, (group, index) in enumerate(indices.items()):
        expected, p = algorithms.ei_by_chance(list(sizes.values()), own), corrected.get((field, INWARD, group), 1.0)
        if index is not None and expected is not None and index < expected and p <= UNLIKELY:
            silos.append(Silo(group, sizes[group], index, expected, p))
    return tuple(sorted(silos, key=lambda silo: (silo.index - silo.expected, silo.group)))
