"""Which group each stakeholder is in: by a field of its own, or by whom it works with."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.analysis import Analysis, kept
from sysmap.measures.port import measure_values

__all__ = ["find_groups"]


@kept
def find_groups(analysis: Analysis, field: str) -> Mapping[str, str | None]:
    """Stakeholder -> its value in `field` (`community`: the community found), None where it has none; found once."""
    return {uid: _text(value) for uid, value in _values(analysis, field).items()}


def _values(analysis: Analysis, field: str) -> Mapping[str, object]:
    if field == "community":
        return measure_values(analysis, "community")
    return {uid: analysis.props(uid).get(field) for uid in analysis.nodes("Stakeholder")}


def _text(value: object) -> str | None:
    """A value as the name of a group; several values together are a group of their own."""
    if isinstance(value, list | tuple):
        return " | ".join(sorted(map(str, value))) or None
    return None if value in (None, "") else str(value)
