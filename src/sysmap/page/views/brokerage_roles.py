"""The roles that a stakeholder plays between two who are not partners, for its panel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.measures.brokerage_roles import count_roles
from sysmap.messages import Message
from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts, clean_value, pair

__all__ = ["roles_view"]

ORDER = ("coordinator", "gatekeeper/representative", "itinerant", "liaison")
"""As the page's script names them."""
WORDS: Mapping[str, Message] = {
    "roles_title": Message("Go-between by {field} (brokerage roles)"),
    "role_own": Message("holds its own group together (coordinator)"),
    "role_door": Message("a link between its group and others (gatekeeper, representative)"),
    "role_inside": Message("mediates within another group (itinerant)"),
    "role_between": Message("brings together groups that are not its own (liaison)"),
    "role_pairs": Message("{n} pairs"),
    "role_none": Message("It stands between no two who are not partners of each other."),
}


@view("roles", WORDS, order=100, topic="brokerage")
def roles_view(facts: Facts) -> dict[str, Any] | None:
    """The grouping's label, and for each stakeholder with a group the pairs it joins by role, most first; None without partnership data."""
    analysis = facts.analysis
    field = analysis.settings.grouping
    if not analysis.ties_assessed or field in facts.hidden("Stakeholder"):
        return None
    label = next((one.label for one in analysis.vocabulary.node_columns("Stakeholder") if one.name == field), None)
    found = {facts.index[uid]: counts for uid, counts in count_roles(analysis, field).items() if counts is not None and uid in facts.index}
    return {"field": pair(label) if label else [clean_value(field, 80)] * 2,
            "of": {str(at): [counts[role] for role in ORDER] for at, counts in sorted(found.items())}}
