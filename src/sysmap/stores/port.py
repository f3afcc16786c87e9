"""The interface that every graph database is used through (`GraphStore`), and the records that pass through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import networkx as nx

from sysmap.errors import Cause
from sysmap.messages import AnyText
from sysmap.tables.rows import Dataset, NodeRow, TieRow

__all__ = ["NO_MAP", "Change", "GapNode", "GraphStore", "LoadReport", "Plan", "Progress", "Read"]

Progress = Callable[[AnyText, int, int], None]
"""Called as `progress(step, done, total)` while long work goes on."""

Read = Callable[..., list[dict[str, Any]]]
"""What runs a statement with its parameters, and returns the rows."""

NO_MAP = Cause("S002", "no map is called {name}")


@dataclass(frozen=True, slots=True)
class Change:
    """What a load has to do to the nodes, or to the ties, of one map.

    `changed` pairs each row with the keys that the database has and the row has not (they are set to null). `removed`
    holds pairs (label or type, uid). `unchanged` counts the rows that need nothing.
    """

    added: tuple[NodeRow | TieRow, ...]
    changed: tuple[tuple[NodeRow | TieRow, tuple[str, ...]], ...]
    removed: tuple[tuple[str, str], ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference between the rows of a dataset and what the database holds, for one map."""

    map: str
    dataset: Dataset
    nodes: Change
    ties: Change
    map_id: str
    """The id under which the database keeps the map."""
    interrupted: bool
    """An earlier load of this map did not finish; this one will."""

    @property
    def report(self) -> LoadReport:
        """The plan's counts: what applying it would report."""
        return LoadReport(
            map=self.map,
            added=len(self.nodes.added) + len(self.ties.added),
            changed=len(self.nodes.changed) + len(self.ties.changed),
            removed=len(self.nodes.removed) + len(self.ties.removed),
            unchanged=self.nodes.unchanged + self.ties.unchanged,
        )


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How many nodes and ties a load added, changed, removed and left as they were.

    `kept` holds the uids of nodes that the load should have removed but did not, because the user's own ties are
    attached to them; they lost only the properties that sysmap had written.
    """

    map: str
    added: int
    changed: int
    removed: int
    unchanged: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapNode:
    """A gap as a database stores it.

    A node `SysmapGap` with `props`, tied to the two uids it is `between` and to the problems it is `about`.
    """

    between: tuple[str, str]
    about: tuple[str, ...]
    props: Mapping[str, Any] = field(default_factory=dict)


class GraphStore(Protocol):
    """A graph database, embedded or on a server. One contract test runs on both.

    Raises `StoreDown`, `StoreDenied` and `StoreBusy`; `UnknownName` for a map that does not exist; `LimitReached` where
    a load would remove more than the guard allows; `QueryRefused` for a query that is not read-only.
    """

    address: str

    def plan(self, dataset: Dataset, *, force: bool = False) -> Plan:
        """Compare the rows with what is there; with `force` every row counts as changed."""

    def apply(self, plan: Plan, *, allow_removals: bool = False, progress: Progress | None = None) -> LoadReport:
        """Write the plan; a load that was killed is finished by the next one."""

    def graph(self, map: str) -> nx.MultiDiGraph:
        """Read a map as the graph that `sysmap.graph.build_graph` makes; its attribute `graph` says what was loaded."""

    def maps(self) -> tuple[str, ...]:
        """Names of the maps in this database, sorted."""

    def query(self, text: str, **params: Any) -> Iterator[Mapping[str, Any]]:
        """Rows of a read-only query; values are plain Python."""

    def write_back(self, map: str, columns: Mapping[str, Mapping[str, Any]], gaps: Sequence[GapNode] = ()) -> int:
        """Write `sm_*` properties (property -> uid -> value) and `gaps` in place of those of an earlier run.

        Each is stamped with the run and its time. Returns how many nodes got properties.
        """

    def close(self) -> None:
        """Close the database; a second call does nothing."""
