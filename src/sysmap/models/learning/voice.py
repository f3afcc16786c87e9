"""Who has a voice: a partner to speak with, and a problem in its hands."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis, kept
from sysmap.measures.grouping import find_groups
from sysmap.records.coverage_work import read_work

__all__ = ["Voice", "measure_voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Stakeholders with at least one partner and one open problem they work on, as a share of all (0 to 1).

    `silent` are the others: `alone` those without a partner, `idle` those without a problem; some are both.
    `by_group`: group of the set field -> (with voice, all), the least heard first.
    """

    share: float
    silent: tuple[str, ...]
    alone: tuple[str, ...]
    idle: tuple[str, ...]
    by_group: dict[str, tuple[int, int]]


@kept
def measure_voice(analysis: Analysis) -> Voice | None:
    """Who is heard, found once; None where there is no stakeholder."""
    who = read_work(analysis)
    if not who.people:
        return None
    busy = dict(zip(who.people, (who.does.sum(axis=1) > 0).tolist(), strict=True))
    alone = tuple(uid for uid in who.people if not analysis.collaboration.degree[uid])
    idle = tuple(uid for uid, works in busy.items() if not works)
    silent = {*alone, *idle}
    counts: dict[str, tuple[int, int]] = {}
    for uid, group in find_groups(analysis, analysis.settings.grouping).items():
        if group is not None:
            heard, every = counts.get(group, (0, 0))
            counts[group] = heard + (uid not in silent), every + 1
    return Voice(1 - len(silent) / len(who.people), tuple(sorted(silent)), alone, idle,
                 dict(sorted(counts.items(), key=lambda item: (item[1][0] / item[1][1], item[0]))))
