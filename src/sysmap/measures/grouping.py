"""Which group each stakeholder belongs to: by one of its fields, or by the community it is in."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.analysis import Analysis, kept
from sysmap.measures.port import measure_values

__all__ = ["find_groups"]


@kept
def find_groups(analysis: Analysis, field: str) -> Mapping[str, str | None]:
    """Return stakeholder -> its group, None if it has none.

    `field`: a field of stakeholders, or "community" for the communities found.
    """
    return {uid: _to_group_name(value) for uid, value in _read_values(analysis, field).items()}


def _read_values(analysis: Analysis, field: str) -> Mapping[str, object]:
    if field == "community":
        return measure_values(analysis, "community")
    return {uid: analysis.props(uid).get(field) for uid in analysis.nodes("Stakeholder")}


def _to_group_name(value: object) -> str | None:
    """The name of the group of a value. A list of several values is a group of its own; an empty value is no group."""
    if isinstance(value, list | tuple):
        return " | ".join(sorted(map(str, value))) or None
    return None if value in (None, "") else str(value)
