"""In which stage innovations are, for how long, and whether they have stalled."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.analysis import Analysis
from sysmap.records.times import months_since

__all__ = ["VALLEY", "VALLEY_STAGES", "is_inside", "is_living", "is_stalled", "months_by_innovation", "stage_history"]

VALLEY = (4, 7)
"""The lowest and the highest technology readiness level at which an innovation is in the valley of death."""
VALLEY_STAGES = ("prototype", "pilot")
"""The stages that count as in the valley if no readiness is given."""
ARRIVED = "embedded"
"""The last stage: staying there is the aim, so it is never stalled."""


def months_by_innovation(analysis: Analysis) -> Mapping[str, int | None]:
    """Return innovation -> whole months in its stage, 0 and up; None if it has stopped or no date is given."""
    return {
        uid: months_since(_entry_day(analysis, uid), analysis.as_of) if is_living(analysis, uid) else None
        for uid in analysis.nodes("Innovation")
    }


def _entry_day(analysis: Analysis, innovation: str) -> str | None:
    """The day it entered its stage: `stage_since`, else the day of the last entry for this stage in its history.

    None if unknown.
    """
    props = analysis.props(innovation)
    entered = [day for day, stage in stage_history(analysis, innovation) if stage == props.get("stage")]
    return props.get("stage_since") or (entered[-1] if entered else None)


def stage_history(analysis: Analysis, innovation: str) -> list[tuple[str, str]]:
    """Return (day, stage) for each stage that it is known to have entered by the day of the analysis, oldest first."""
    entries = (str(entry).partition(" ") for entry in analysis.props(innovation).get("stage_history") or ())
    return sorted((day, stage) for day, _, stage in entries if months_since(day, analysis.as_of) is not None)


def is_living(analysis: Analysis, innovation: str) -> bool:
    """Whether it has not stopped (its stage is not one of `Settings.dead_stages`)."""
    return analysis.props(innovation).get("stage") not in analysis.settings.dead_stages


def is_inside(analysis: Analysis, innovation: str) -> bool | None:
    """Whether it is in the valley of death: by its readiness (4 to 7), else by its stage (prototype or pilot).

    None if neither is given.
    """
    trl, stage = (analysis.props(innovation).get(name) for name in ("trl", "stage"))
    low, high = VALLEY
    if isinstance(trl, int | float):
        return low <= trl <= high
    return None if stage is None else stage in VALLEY_STAGES


def is_stalled(analysis: Analysis, innovation: str) -> bool | None:
    """Whether it has been in its stage for more than `Settings.stalled` months.

    False once embedded, None if undated.
    """
    if analysis.props(innovation).get("stage") == ARRIVED:
        return False
    months = months_by_innovation(analysis)[innovation]
    return None if months is None else months > analysis.settings.stalled
