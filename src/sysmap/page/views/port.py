"""The port of a view of the page: its words, and a decorated function from the facts to the data that its script draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sysmap.messages import Message
from sysmap.rendering.facts import Facts
from sysmap.rooms import insert_in_order
from sysmap.topics import topic_of

__all__ = ["VIEWS", "View", "view"]

VIEWS: dict[str, View] = {}

Told = dict[str, Any] | None
"""Plain lists and dicts that JSON takes, nodes by their number; None where the map has nothing for this view."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: `assets/views/<name>.js` draws what `told` gives, as `island.views.<name>`, and says `words` (the view's title under its name)."""

    name: str
    topic: str
    order: int
    words: Mapping[str, Message]
    told: Callable[[Facts], Told]


def view(name: str, words: Mapping[str, Message], *, order: int, topic: str = "") -> Callable[[Callable[[Facts], Told]], Callable[[Facts], Told]]:
    """Register the decorated function as the data of the view called `name`; `topic` is empty for a view that serves all topics."""
    def register(told: Callable[[Facts], Told]) -> Callable[[Facts], Told]:
        taken = {key for one in VIEWS.values() for key in one.words} & set(words)
        if taken:
            raise ValueError(f"view {name!r}: its words {sorted(taken)} are declared twice")
        insert_in_order(VIEWS, name, View(name, topic and topic_of(topic), order, words, told))
        return told
    return register
