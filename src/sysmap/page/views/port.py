"""The port of a view of the page: its texts, and a decorated function that collects the data its script draws."""

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

ViewData = dict[str, Any] | None
"""What a view draws: lists and dicts that JSON takes, with nodes by their number. None: the map has nothing for this
view."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: `assets/views/<name>.js` draws what `collect` returns, which it finds in `island.views.<name>`.

    `words` are its texts by key; the text whose key is the view's name is its title.
    """

    name: str
    topic: str
    order: int
    words: Mapping[str, Message]
    collect: Callable[[Facts], ViewData]


def view(
    name: str, words: Mapping[str, Message], *, order: int, topic: str = ""
) -> Callable[[Callable[[Facts], ViewData]], Callable[[Facts], ViewData]]:
    """Register the decorated function, which collects the data of the view `name`.

    `topic` is empty for a view of all topics.

    Raises ValueError where another view has a text under one of the keys of `words`.
    """

    def register(collect: Callable[[Facts], ViewData]) -> Callable[[Facts], ViewData]:
        taken = {key for view in VIEWS.values() for key in view.words} & set(words)
        if taken:
            raise ValueError(f"view {name!r}: its words {sorted(taken)} are declared twice")
        insert_in_order(VIEWS, name, View(name, topic and topic_of(topic), order, words, collect))
        return collect

    return register
