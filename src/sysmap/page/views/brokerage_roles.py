"""The roles that a stakeholder plays between two who are not partners, for its panel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.measures.brokerage_roles import roles
from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts, clean, pair
from sysmap.schema import Words

__all__ = ["roles_view"]

ORDER = ("coordinator", "gatekeeper/representative", "itinerant", "liaison")
"""As the page's script names them."""
WORDS: Mapping[str, Words] = {
    "roles_title": Words("Go-between by {field} (brokerage roles)", "Perantara menurut {field} (peran perantara)"),
    "role_own": Words("holds its own group together (coordinator)", "menyatukan kelompoknya sendiri (koordinator)"),
    "role_door": Words("a door between its group and others (gatekeeper, representative)", "pintu antara kelompoknya dan yang lain (penjaga gerbang, wakil)"),
    "role_inside": Words("mediates within another group (itinerant)", "menengahi di dalam kelompok lain (penengah keliling)"),
    "role_between": Words("brings together groups that are not its own (liaison)", "mempertemukan kelompok-kelompok lain (penghubung)"),
    "role_pairs": Words("{n} pairs", "{n} pasang"),
    "role_none": Words("It stands between no two who are not partners of each other.", "Ia tidak berada di antara dua pihak yang tidak saling bermitra."),
}


@view("roles", WORDS, order=100, topic="brokerage")
def roles_view(facts: Facts) -> dict[str, Any] | None:
    """The grouping's label, and for each stakeholder with a group the pairs it joins by role, most first; None without partnership data."""
    analysis = facts.analysis
    field = analysis.settings.grouping
    if not analysis.ties_assessed or field in facts.hidden("Stakeholder"):
        return None
    label = next((one.label for one in analysis.vocabulary.node_columns("Stakeholder") if one.name == field), None)
    found = {facts.index[uid]: counts for uid, counts in roles(analysis, field).items() if counts is not None and uid in facts.index}
    return {"field": pair(label) if label else [clean(field, 80)] * 2,
            "of": {str(at): [counts[role] for role in ORDER] for at, counts in sorted(found.items())}}
