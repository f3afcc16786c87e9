"""Who works together already without a partnership: in one innovation, or by what one GROW session decided."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.analysis import Analysis, kept
from sysmap.records.innovation_around import CARRIERS

__all__ = ["MOST_TOGETHER", "read_common_work"]

MOST_TOGETHER = 12
"""In a larger group it does not follow that two of its members work together."""


@kept
def read_common_work(analysis: Analysis) -> Mapping[str, frozenset[str]]:
    """Innovations and GROW sessions with the stakeholders who have a part in each, on the day of the analysis.

    An innovation counts while it lives, a session if it decided on actions; with fewer than two stakeholders neither
    does. A part in an innovation is one of `CARRIERS`; to oppose it is none. In a session, those who took part and
    those who have an action count.
    """
    dead = analysis.settings.dead_stages
    groups: dict[str, set[str]] = {
        uid: set() for uid in analysis.nodes("Innovation") if analysis.props(uid).get("stage") not in dead
    }
    sessions: dict[str, set[str]] = {uid: set() for uid in analysis.nodes("GrowSession")}
    acting: set[str] = set()
    stakeholders = set(analysis.nodes("Stakeholder"))
    for source, target, type in analysis.graph.edges(data="type"):
        if type in CARRIERS and target in groups and source in stakeholders:
            groups[target].add(source)
        elif type in ("INVOLVES", "ACTION") and source in sessions and target in stakeholders:
            sessions[source].add(target)
            acting |= {source} if type == "ACTION" else set()
    groups |= {uid: people for uid, people in sessions.items() if uid in acting}
    return {uid: frozenset(people) for uid, people in groups.items() if len(people) > 1}
