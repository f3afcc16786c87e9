"""Measures side by side: the table an analyst opens, and the ranks a planner reads."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from sysmap.analysis import Analysis
from sysmap.measures.port import MEASURES, Level, measure_columns, measure_values

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Rank", "build_table", "rank_nodes"]


class Rank(NamedTuple):
    """Place `place` (1 = the highest value; equal values share it) among the `of` that have one."""

    place: int
    of: int


def rank_nodes(analysis: Analysis, name: str) -> dict[str, Rank]:
    """Uid -> rank by the measure called `name`; what is undefined, or a text, has no rank.

    Values equal to 9 digits are equal: the last digits of a float depend on the order of summing.
    """
    scores = {uid: float(f"{score:.9g}") for uid, score in measure_values(analysis, name).items() if isinstance(score, int | float)}
    ordered = sorted(scores.values())
    return {uid: Rank(len(ordered) - bisect_right(ordered, score) + 1, len(ordered)) for uid, score in scores.items()}


def build_table(analysis: Analysis, level: Level = "node") -> pd.DataFrame:
    """Every measure of a level as columns, one row per node (uid, name, label), tie (uid, source, target), group, or one in all.

    Rows are in the order of their uids; cells are plain Python values, None where undefined. Beside an estimate stand its
    standard error, number of sources and seed (`port.columns`).
    """
    import pandas as pd

    found = {title: column for name, one in MEASURES.items() if one.level == level for title, column in measure_columns(analysis, name).items()}
    keys = sorted({key for column in found.values() for key in column})
    leading = _leading(analysis, level, keys)
    cells = leading | {name: [column.get(key) for key in keys] for name, column in found.items()}
    return pd.DataFrame({name: pd.Series(column, dtype=object) for name, column in cells.items()})


def _leading(analysis: Analysis, level: Level, keys: list[str]) -> dict[str, list[str]]:
    """The columns that say what a row is of."""
    if level == "node":
        return {"uid": keys, "name": [analysis.name(uid) for uid in keys],
                "label": [analysis.whole.nodes[uid]["label"] for uid in keys]}
    if level == "tie":
        ends = {uid: (source, target) for source, target, uid in analysis.whole.edges(keys=True)}
        return {"uid": keys, "source": [ends[uid][0] for uid in keys], "target": [ends[uid][1] for uid in keys]}
    return {"group": keys} if level == "group" else {}
