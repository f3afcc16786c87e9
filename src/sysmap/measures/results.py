"""Measures side by side: tables for analysts, and ranks for planners."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from sysmap.analysis import Analysis
from sysmap.measures.port import MEASURES, Level, measure_columns, measure_values

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Rank", "build_table", "rank_nodes"]


class Rank(NamedTuple):
    """A place (1 = the highest value; equal values share a place) among the `of` nodes that have a value."""

    place: int
    of: int


def rank_nodes(analysis: Analysis, name: str) -> dict[str, Rank]:
    """Return uid -> rank by the measure called `name`. Nodes whose value is undefined or a text are left out.

    Values that agree to 9 digits count as equal, because the last digits of a float depend on the order of summing.
    """
    scores = {
        uid: float(f"{score:.9g}")
        for uid, score in measure_values(analysis, name).items()
        if isinstance(score, int | float)
    }
    ordered = sorted(scores.values())
    return {uid: Rank(len(ordered) - bisect_right(ordered, score) + 1, len(ordered)) for uid, score in scores.items()}


def build_table(analysis: Analysis, level: Level = "node") -> pd.DataFrame:
    """Build a table of all measures of one level, a column for each.

    Cells are plain Python values, None where undefined. One row per node (uid, name, label), per tie (uid, source,
    target) or per group, sorted by it; a single row for the graph. Next to an estimate are its standard error, number
    of sources and seed (`measure_columns`).
    """
    import pandas as pd

    columns = {
        title: column
        for name, described in MEASURES.items()
        if described.level == level
        for title, column in measure_columns(analysis, name).items()
    }
    keys = sorted({key for column in columns.values() for key in column})
    cells = _leading_columns(analysis, level, keys) | {
        name: [column.get(key) for key in keys] for name, column in columns.items()
    }
    return pd.DataFrame({name: pd.Series(column, dtype=object) for name, column in cells.items()})


def _leading_columns(analysis: Analysis, level: Level, keys: list[str]) -> dict[str, list[str]]:
    """The first columns, which say which node, tie or group a row is about."""
    if level == "node":
        return {
            "uid": keys,
            "name": [analysis.name(uid) for uid in keys],
            "label": [analysis.whole.nodes[uid]["label"] for uid in keys],
        }
    if level == "tie":
        ends = {uid: (source, target) for source, target, uid in analysis.whole.edges(keys=True)}
        return {"uid": keys, "source": [ends[uid][0] for uid in keys], "target": [ends[uid][1] for uid in keys]}
    return {"group": keys} if level == "group" else {}
