"""Which way people wish a cause to move: problems down, goals up, factors and innovations as their table says."""

from __future__ import annotations

from sysmap.analysis import Analysis
from sysmap.records.coverage_work import problem_severities

__all__ = ["wanted_direction"]

WANTED = {"up": 1, "down": -1}


def wanted_direction(analysis: Analysis, uid: str) -> int:
    """Return 1 if people wish that this node rises, -1 if they wish that it falls, 0 if nobody has said.

    An open problem is to fall, one that is solved hurts nobody, and a goal is to be reached. The field `wanted` says it
    of the others.
    """
    props = analysis.props(uid)
    if props["label"] == "Problem":
        return -1 if uid in problem_severities(analysis) else 0
    return 1 if props["label"] == "Goal" else WANTED.get(str(props.get("wanted")), 0)
