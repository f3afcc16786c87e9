"""What is tested about groups against chance: openness of all, of each group, and the roles of brokers.

All tests are corrected together (Benjamini & Hochberg, 5 %), and all use one set of lots: the ties stay and the groups
are dealt out anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sysmap import algorithms
from sysmap.algorithms.lots import FEWEST_WAYS
from sysmap.analysis import Analysis, kept
from sysmap.measures.brokerage_openness import group_sizes, run_permutations
from sysmap.measures.brokerage_roles import count_roles
from sysmap.measures.grouping import find_groups

__all__ = ["INWARD", "OUTWARD", "UNLIKELY", "correct_for_chance", "is_comparable", "known_groupings"]

UNLIKELY = 0.05
"""The largest corrected p that chance does not explain."""
BROKERS = 8
"""The roles of so many are tested, those who join the most pairs, and whoever joins as many: which these are does not
depend on groups. With more, 999 lots could not tell anything any more."""
INWARD, OUTWARD = "inward", "outward"


def known_groupings(analysis: Analysis) -> tuple[str, ...]:
    """Return the fields whose groups are compared: that of the setting `grouping`, and `boundary`."""
    return tuple(dict.fromkeys((analysis.settings.grouping, "boundary")))


@kept
def is_comparable(analysis: Analysis, field: str) -> bool:
    """Whether the groups of a field can be told from chance.

    That is so if there are at least two, with ties between those who have one, and enough ways to deal them out.
    """
    sizes = group_sizes(analysis, field)
    dealt = [number for number, size in enumerate(sizes.values()) for _ in range(size)]
    return len(sizes) > 1 and algorithms.count_ways(dealt) >= FEWEST_WAYS and bool(run_permutations(analysis, field))


@kept
def correct_for_chance(analysis: Analysis) -> Mapping[tuple[str, ...], float]:
    """Return what is tested -> its corrected p.

    (field, "inward") and (field, "outward") are all partnerships; (field, "inward", group) is one group, and
    (field, role, uid) one stakeholder in a role. What cannot be compared is not in it.
    """
    tests = dict(test for field in known_groupings(analysis) for test in _test_field(analysis, field))
    return dict(zip(tests, algorithms.adjust(list(tests.values())), strict=True))


def _test_field(analysis: Analysis, field: str) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield each test on the groups of one field with its p, not corrected yet."""
    if not is_comparable(analysis, field):
        return
    for group, shares in run_permutations(analysis, field).items():
        if group is None:
            yield (field, INWARD), shares.inward
            yield (field, OUTWARD), shares.outward
        else:
            yield (field, INWARD, group), shares.inward
    if field == analysis.settings.grouping:
        yield from _test_roles(analysis, field)


def _test_roles(analysis: Analysis, field: str) -> Iterator[tuple[tuple[str, ...], float]]:
    pairs = {uid: sum(counts.values()) for uid, counts in count_roles(analysis, field).items() if counts}
    least = max(1, sorted(pairs.values(), reverse=True)[:BROKERS][-1])
    brokers = sorted(uid for uid, count in pairs.items() if count >= least)
    groups = find_groups(analysis, field)
    by_lot = algorithms.brokerage_by_lot(analysis.collaboration, groups, brokers, seed=analysis.settings.seed)
    for uid, shares in by_lot.items():
        for role, share in (shares or {}).items():
            yield (field, role, uid), share
