"""The only `GraphStore`: it works on any `Engine`, because everything it does is Cypher that the engine runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from sysmap.cypher.guard import check_read_only
from sysmap.cypher.statements import Statements
from sysmap.errors import UnknownName
from sysmap.stores.engine import Engine
from sysmap.stores.loading import carry_out
from sysmap.stores.planning import guard_removals, make_plan
from sysmap.stores.port import NO_MAP, GapNode, LoadReport, Plan, Progress
from sysmap.stores.reading import map_names, read_graph
from sysmap.stores.results import write_results
from sysmap.tables.garbage import paused_garbage_collection
from sysmap.tables.rows import Dataset

__all__ = ["Store"]


class Store:
    """A graph database behind the interface `GraphStore`, on any engine."""

    def __init__(self, engine: Engine, statements: Statements) -> None:
        self.address = engine.address
        self._engine = engine
        self._statements = statements

    def plan(self, dataset: Dataset, *, force: bool = False) -> Plan:
        """Compare the rows with what is there; with `force` every row counts as changed."""
        with paused_garbage_collection():
            return make_plan(self._engine.read, self._statements, dataset, force=force)

    def apply(self, plan: Plan, *, allow_removals: bool = False, progress: Progress | None = None) -> LoadReport:
        """Write the plan; a load that was killed is finished by the next one."""
        if not allow_removals:
            guard_removals(plan)
        with paused_garbage_collection(), self._engine.writer(plan.map) as writer:
            return carry_out(writer, self._statements, plan, progress)

    def graph(self, map: str) -> nx.MultiDiGraph:
        """Read a map as the graph that `sysmap.graph.build_graph` makes; its attribute `graph` says what was loaded."""
        with paused_garbage_collection():
            return read_graph(self._engine.read, self._statements, map)

    def maps(self) -> tuple[str, ...]:
        """Names of the maps in this database, sorted."""
        return map_names(self._engine.read)

    def query(self, text: str, **params: Any) -> Iterator[Mapping[str, Any]]:
        """Rows of a read-only query; values are plain Python."""
        check_read_only(text)
        return iter(self._engine.query(text, params))

    def write_back(self, map: str, columns: Mapping[str, Mapping[str, Any]], gaps: Sequence[GapNode] = ()) -> int:
        """Write `sm_*` properties and gaps in place of all that an earlier run wrote.

        Returns how many nodes got properties.
        """
        if map not in self.maps():
            raise UnknownName(NO_MAP, map, self.maps())
        with self._engine.writer(map) as writer:
            return write_results(writer, self._statements, map, columns, gaps)

    def close(self) -> None:
        """Close the database; a second call does nothing."""
        self._engine.close()
