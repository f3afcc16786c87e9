"""The port of a view of the page: its words, and a decorated function from the facts to the data that its script draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sysmap.maps.facts import Facts
from sysmap.schema import Words

__all__ = ["VIEWS", "View", "view"]

VIEWS: dict[str, View] = {}

Told = dict[str, Any] | None
"""Plain lists and dicts that JSON takes, nodes by their number; None where the map has nothing for this view."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: `assets/views/<name>.js` draws what `told` gives, as `island.views.<name>`, and says `words` (the view's title under its name)."""

    name: str
    words: Mapping[str, Words]
    told: Callable[[Facts], Told]


def view(name: str, words: Mapping[str, Words]) -> Callable[[Callable[[Facts], Told]], Callable[[Facts], Told]]:
    """Register the decorated function as the data of the view called `name`."""
    def register(told: Callable[[Facts], Told]) -> Callable[[Facts], Told]:
        taken = {key for one in VIEWS.values() for key in one.words} & set(words)
        if name in VIEWS or taken:
            raise ValueError(f"view {name!r} is declared twice, or its words {sorted(taken)} are")
        VIEWS[name] = View(name, words, told)
        return told
    return register
