"""The port every graph database stands behind, and the records that pass through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import networkx as nx

from sysmap.messages import AnyText
from sysmap.tables.rows import Dataset, NodeRow, TieRow

__all__ = ["Change", "GapNode", "GraphStore", "LoadReport", "Plan", "Progress"]

Progress = Callable[[AnyText, int, int], None]
"""Called as `progress(step, done, total)` while long work goes on."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to the nodes or ties of one map.

    `written` pairs each row with the keys it no longer has (set to null); `removed` holds (label or type, uid).
    """

    added: tuple[NodeRow | TieRow, ...]
    changed: tuple[tuple[NodeRow | TieRow, tuple[str, ...]], ...]
    removed: tuple[tuple[str, str], ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference between what the rows say and what the database holds, for one map."""

    map: str
    dataset: Dataset
    nodes: Change
    ties: Change
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

    `kept` are uids of nodes that should have gone and stayed, without our properties, because ties of the user's own hold them.
    """

    map: str
    added: int
    changed: int
    removed: int
    unchanged: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapNode:
    """A gap as a database keeps it: a node `SysmapGap` with `props`, tied to the two it is `between` and the problems it is `about`."""

    between: tuple[str, str]
    about: tuple[str, ...]
    props: Mapping[str, Any] = field(default_factory=dict)


class GraphStore(Protocol):
    """A graph database, embedded or served. One contract test runs on each.

    Errors: `StoreDown`, `StoreDenied`, `StoreBusy`; `UnknownName` for a map that is not there; `LimitReached`
    for a removal past the guard; `QueryRefused` for a query that is not read-only.
    """

    address: str

    def plan(self, dataset: Dataset, *, force: bool = False) -> Plan:
        """The difference to what is there; `force` counts every row as changed."""

    def apply(self, plan: Plan, *, allow_removals: bool = False, progress: Progress | None = None) -> LoadReport:
        """Write the plan; a load that was killed is finished by the next one."""

    def graph(self, map: str) -> nx.MultiDiGraph:
        """The map as `sysmap.graph.build_graph` makes it; its `graph` attribute says what was loaded."""

    def maps(self) -> tuple[str, ...]:
        """Names of the maps in this database, sorted."""

    def query(self, text: str, **params: Any) -> Iterator[Mapping[str, Any]]:
        """Rows of a read-only query; values are plain Python."""

    def write_back(self, map: str, columns: Mapping[str, Mapping[str, Any]], gaps: Sequence[GapNode] = ()) -> int:
        """Set `sm_*` properties (property -> uid -> value) and `gaps`, in place of an earlier run's; how many nodes were written.

        All are stamped with the run and its time.
        """

    def close(self) -> None:
        """Let go of the database; calling it again does nothing."""


