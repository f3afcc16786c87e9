"""Whether partnerships leave a group or stay inside (E-I index), always compared with what chance would give.

Groups are those of the setting `grouping`; by default sectors. Krackhardt & Stern 1988.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sysmap import algorithms
from sysmap.algorithms.homophily import Permuted
from sysmap.analysis import Analysis, kept
from sysmap.measures.grouping import find_groups
from sysmap.measures.port import Values, measure
from sysmap.messages import Message

__all__ = [
    "ei_by_chance",
    "ei_index",
    "ei_index_of_group",
    "ei_index_of_group_by_chance",
    "ei_p",
    "group_sizes",
    "outward",
    "run_permutations",
]

INDEX = Message("-1 all inside, +1 all across")
SOURCE = "Krackhardt & Stern 1988"
BESIDE = Message("Read it beside what chance gives: members of a small group look outward whatever they choose.")


@measure(
    topic="brokerage",
    order=380,
    title=Message("Looks beyond its own group"),
    term="E-I index of a node",
    low=-1,
    high=1,
    unit=INDEX,
    how=Message("Partners of other groups (sectors, or as set) less partners of its own, divided by all its partners."),
    advice=Message("Near -1: knows only its own kind, so introduce it to others. Near +1: a door to other groups."),
    source=SOURCE,
)
def outward(analysis: Analysis) -> Values:
    """E-I of each stakeholder's own partnerships, -1 to 1; None without a partner, or without a group."""
    return algorithms.ei_index_by_node(analysis.collaboration, find_groups(analysis, analysis.settings.grouping))


@measure(
    topic="brokerage",
    order=390,
    title=Message("Openness of the groups"),
    term="E-I index",
    level="graph",
    low=-1,
    high=1,
    unit=INDEX,
    how=Message("Partnerships across groups (sectors, or as set) less those inside one, divided by all."),
    advice=BESIDE,
    source=SOURCE,
)
def ei_index(analysis: Analysis) -> Values:
    """E-I of the whole network, -1 to 1; None where no partnership joins two stakeholders with a group."""
    return {"": algorithms.ei_index(analysis.collaboration, find_groups(analysis, analysis.settings.grouping))}


@measure(
    topic="brokerage",
    order=400,
    title=Message("Openness that chance would give"),
    term="expected E-I index",
    level="graph",
    low=-1,
    high=1,
    unit=INDEX,
    how=Message("Possible pairs across groups less possible pairs inside one, divided by all possible pairs."),
    advice=Message("The openness found is a silo only where it lies clearly below this."),
    source=SOURCE,
)
def ei_by_chance(analysis: Analysis) -> Values:
    """(Emax - Imax)/(Emax + Imax) from the sizes of the groups, -1 to 1; None below two stakeholders with a group."""
    return {"": algorithms.ei_by_chance(list(group_sizes(analysis, analysis.settings.grouping).values()))}


@measure(
    topic="brokerage",
    order=410,
    title=Message("Chance of being so closed by accident"),
    term="permutation p of the E-I index",
    level="graph",
    high=1,
    unit=Message("share, 0-1"),
    how=Message(
        "Groups are dealt out anew by lot, 999 times with a fixed seed (in all ways if they are fewer): the share of times that is at least as closed, what was found counted in."
    ),
    advice=Message("Below 0.05 the groups are silos; above, their sizes may explain it all."),
    source="Krackhardt & Stern 1988; Phipson & Smyth 2010",
)
def ei_p(analysis: Analysis) -> Values:
    """Share of permutations at least as inward, above 0 to 1; None where there is no index."""
    whole = run_permutations(analysis, analysis.settings.grouping).get(None)
    return {"": whole.inward if whole else None}


@measure(
    topic="brokerage",
    order=420,
    title=Message("Openness of each group"),
    term="E-I index of a group",
    level="group",
    low=-1,
    high=1,
    unit=INDEX,
    how=Message("Of the partnerships of a group's members: those that leave it less those inside, divided by all."),
    advice=BESIDE,
    source=SOURCE,
)
def ei_index_of_group(analysis: Analysis) -> Values:
    """E-I of each group, -1 to 1; None for a group without a partnership."""
    return algorithms.ei_index_by_group(analysis.collaboration, find_groups(analysis, analysis.settings.grouping))


@measure(
    topic="brokerage",
    order=430,
    title=Message("Openness of each group that chance would give"),
    term="expected E-I index of a group",
    level="group",
    low=-1,
    high=1,
    unit=INDEX,
    how=Message(
        "Possible pairs that leave the group less possible pairs inside, divided by all possible pairs of its members."
    ),
    advice=Message("A group far below this keeps to itself."),
    source=SOURCE,
)
def ei_index_of_group_by_chance(analysis: Analysis) -> Values:
    """The index that the size of each group gives, -1 to 1; None where no pair is possible."""
    sizes = group_sizes(analysis, analysis.settings.grouping)
    return {group: algorithms.ei_by_chance(list(sizes.values()), own) for own, group in enumerate(sizes)}


def group_sizes(analysis: Analysis, field: str) -> dict[str, int]:
    """Return group -> how many stakeholders it has, in the order in which the groups first occur."""
    return dict(Counter(group for group in find_groups(analysis, field).values() if group is not None))


@kept
def run_permutations(analysis: Analysis, field: str) -> Mapping[str | None, Permuted]:
    """Run the permutation test for the groups of `field`: group -> its result; None -> that of the whole network."""
    return algorithms.ei_permutation_test(
        analysis.collaboration, find_groups(analysis, field), seed=analysis.settings.seed
    )
