"""Who has a voice: at least one partner, and at least one open problem that it works on."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.measures.grouping import find_groups
from sysmap.records.coverage_work import read_work

__all__ = ["Voice", "measure_voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who has a voice.

    `share`: the stakeholders with a voice as a share of all, 0 to 1. `silent`: the others; `alone`: without a partner;
    `idle`: without a problem they work on; some are both. `by_group`: group (by the setting `grouping`) -> (how many
    have a voice, how many there are), the group with the lowest share first.
    """

    share: float
    silent: tuple[str, ...]
    alone: tuple[str, ...]
    idle: tuple[str, ...]
    by_group: dict[str, tuple[int, int]]


@kept
def measure_voice(analysis: Analysis) -> Voice | None:
    """Find out who has a voice; None if there are no stakeholders."""
    work = read_work(analysis)
    if not work.people:
        return None
    is_busy = dict(zip(work.people, (work.does.sum(axis=1) > 0).tolist(), strict=True))
    alone = tuple(uid for uid in work.people if not analysis.collaboration.degree[uid])
    idle = tuple(uid for uid, works in is_busy.items() if not works)
    silent = {*alone, *idle}
    counts: dict[str, tuple[int, int]] = {}
    for uid, group in find_groups(analysis, analysis.settings.grouping).items():
        if group is not None:
            with_voice, members = counts.get(group, (0, 0))
            counts[group] = with_voice + (uid not in silent), members + 1
    return Voice(
        1 - len(silent) / len(work.people),
        tuple(sorted(silent)),
        alone,
        idle,
        dict(sorted(counts.items(), key=lambda item: (item[1][0] / item[1][1], item[0]))),
    )
