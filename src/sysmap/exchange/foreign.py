"""What another program's file holds, before anybody says what it means in sysmap: elements, connections, named loops.

Every importer makes one `Foreign`; `sysmap.exchange.meaning` finds kinds and ties for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sysmap.messages import Text

__all__ = ["Connection", "Direction", "Element", "Foreign", "NamedLoop", "Sign"]

Cell = str | int | float | bool | list[str]
Direction = Literal["directed", "mutual", "undirected"]
Sign = Literal["+", "-", "?", ""]
"""`?`: the file says that there is a sign and not which; empty: it says nothing of a sign."""


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the file. `type` is the file's own word for what it is, empty where it says nothing.

    `columns` are its other attributes by their names. `place` is x to the right and y down, in the file's own units.
    """

    id: str
    name: str
    type: str = ""
    columns: Mapping[str, Cell] = field(default_factory=dict)
    place: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """A tie of the file between two elements, given by their ids; `type` is the file's own word for it.

    `delay` is empty, or what the file says of one. `guess` says what a sign was taken from where that proves nothing,
    such as a colour.
    """

    id: str
    source: str
    target: str
    type: str = ""
    direction: Direction = "directed"
    sign: Sign = ""
    delay: str = ""
    weight: float | None = None
    columns: Mapping[str, Cell] = field(default_factory=dict)
    guess: str = ""


@dataclass(frozen=True, slots=True)
class NamedLoop:
    """A feedback loop that people drew and named: its connections by id, and the sign they gave it (R, B or empty)."""

    name: str
    sign: str
    connections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A whole file.

    `lost` says, a sentence each, what of the file no table can hold. `causal`: the program draws nothing but causes.
    """

    elements: tuple[Element, ...]
    connections: tuple[Connection, ...]
    loops: tuple[NamedLoop, ...] = ()
    title: str = ""
    description: str = ""
    causal: bool = False
    lost: tuple[Text, ...] = ()
