"""Whether groups keep to themselves more than their sizes alone explain."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap import algorithms
from sysmap.analysis import Analysis, kept
from sysmap.measures.brokerage_openness import DRAWS, group_sizes, run_permutations
from sysmap.measures.grouping import find_groups

__all__ = ["Openness", "Silo", "known_groupings", "measure_openness"]

UNLIKELY = 0.05
"""If at most this share of the permutations is as extreme as what was seen, chance does not explain it."""


@dataclass(frozen=True, slots=True)
class Silo:
    """A group that keeps to itself more than chance explains.

    `index`: its E-I index; `expected`: the index by chance; `p`: the share of permutations that are as inward.
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
    at least as inward or outward.
    `silos`: the groups that are inward beyond chance, even after correction for as many tests as there are groups
    (Bonferroni); the most inward first.
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
        """Whether the whole network is more inward than chance."""
        return self.index < self.expected and self.inward <= UNLIKELY

    @property
    def is_open(self) -> bool:
        """Whether the whole network is more outward than chance."""
        return self.index > self.expected and self.outward <= UNLIKELY


def known_groupings(analysis: Analysis) -> tuple[str, ...]:
    """Return the fields by which openness is measured: that of the setting `grouping`, and `boundary`."""
    return tuple(dict.fromkeys((analysis.settings.grouping, "boundary")))


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
    shares = run_permutations(analysis, field)
    return Openness(field, len(is_inside), sum(is_inside), index, expected, *shares[None], _find_silos(analysis, field))


def _find_silos(analysis: Analysis, field: str) -> tuple[Silo, ...]:
    sizes, shares = group_sizes(analysis, field), run_permutations(analysis, field)
    # The corrected level, but never below the smallest share that so many permutations can show.
    unlikely = max(UNLIKELY / max(1, len(sizes)), 1 / DRAWS)
    silos = []
    for own, (group, index) in enumerate(
        algorithms.ei_index_by_group(analysis.collaboration, find_groups(analysis, field)).items()
    ):
        expected = algorithms.ei_by_chance(list(sizes.values()), own)
        if index is not None and expected is not None and index < expected and shares[group].inward <= unlikely:
            silos.append(Silo(group, sizes[group], index, expected, shares[group].inward))
    return tuple(sorted(silos, key=lambda silo: (silo.index - silo.expected, silo.group)))
