"""What a checked folder is: nodes and ties as plain frozen rows, and what the map says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sysmap.errors import Fault
from sysmap.messages import AnyText
from sysmap.schema import Vocabulary
from sysmap.tables.asked_settings import AskedSettings
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.settings import Settings

__all__ = ["NONE_OF", "STUB", "Dataset", "MapConfig", "NodeRow", "TieRow", "Value"]

Value = str | int | float | bool | list[str]
"""A property in the graph. Dates are ISO text (`2024-01-31`); lists are of text."""
STUB = "stub"
"""The property, true, of a node that no table lists: it is only named by others (`unlisted = "add"`)."""
NONE_OF = "none_of"
"""The property of a node that lists the types of ties and the fields of which it was asked and has none."""


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One node. `uid` is its identity in the map, `kind:id`; `props` holds id and name too, never None."""

    label: str
    uid: str
    props: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie between two nodes, named by their uids; an undirected one has the lower uid first."""

    type: str
    uid: str
    source: str
    target: str
    props: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class MapConfig:
    """What `sysmap.toml` says of the map; `text` is the file itself, kept so that it travels with the graph.

    `focal` is the uid or name of the organisation that internal/external is seen from. `settings` are those of the
    `[analysis]` table, `read` those of `[read]`, `asked` those of `[asked]`. `id` tells the map from others of its
    name; empty where sysmap.toml gives none.
    """

    name: str
    title: str
    language: str = "id"
    author: str = ""
    date: str = ""
    focal: str = ""
    settings: Settings = field(default_factory=Settings)
    text: str = ""
    read: ReadSettings = field(default_factory=ReadSettings)
    id: str = ""
    asked: AskedSettings = field(default_factory=AskedSettings)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A folder, read: rows that are right, and every fault and open question there was.

    `files` maps each file that is present to its number of rows: a file that is absent is not assessed, one with
    0 rows is empty. `vocabulary` includes the user's own words. `understood` is what each file was read as,
    `lost` the lines of its rows that are not used; both by what the user calls the file, which `places` gives for
    each of `files`. `unread` are the files that hold no table, `untouched` those as they were
    made, which nobody has filled in: they are not among `files`.
    """

    config: MapConfig
    vocabulary: Vocabulary
    files: Mapping[str, int]
    nodes: tuple[NodeRow, ...]
    ties: tuple[TieRow, ...]
    faults: tuple[Fault, ...] = ()
    understood: Mapping[str, tuple[AnyText, ...]] = field(default_factory=dict)
    lost: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    untouched: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that forbid loading."""
        return tuple(fault for fault in self.faults if fault.level == "error")

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What was read all the same, and should be looked at."""
        return tuple(fault for fault in self.faults if fault.level == "warning")

    @property
    def questions(self) -> tuple[Fault, ...]:
        """What only a person can say; until it is answered nothing rests on it."""
        return tuple(fault for fault in self.faults if fault.level == "question")
