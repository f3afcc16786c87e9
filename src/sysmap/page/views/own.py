"""What readers add for themselves: notes, and views kept under a name.

Their browser keeps the data; only the texts come from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.messages import Message
from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts

__all__ = ["own"]

WORDS: Mapping[str, Message] = {
    "own": Message("Your notes and views"),
    "own_kept": Message("They stay in this browser on this device, and go nowhere."),
    "own_lost": Message("This browser keeps nothing for files: save them before you close the page."),
    "own_note": Message("Your note"),
    "own_page_note": Message("Note on the whole map"),
    "own_notes": Message("Notes"),
    "own_no_notes": Message("None yet: choose something on the map and write under “Your note”."),
    "own_views": Message("Views"),
    "own_name": Message("Name of this view"),
    "own_keep": Message("Keep this view"),
    "own_forget": Message("Delete “{name}”"),
    "own_save": Message("Save all as a file (JSON)"),
    "own_read": Message("Add those of a file"),
    "own_added": Message("Added: notes {notes}, views {views}."),
    "own_strange": Message("That is no file of notes and views of sysmap."),
    "own_elsewhere": Message("not on this map"),
}


@view("own", WORDS, order=80)
def own(facts: Facts) -> dict[str, Any] | None:  # noqa: ARG001  every view is handed the facts
    """None: this view has no data of the map's."""
    return None
