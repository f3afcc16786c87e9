"""The one `GraphStore` there is: all it knows is Cypher, and which engine runs it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import networkx as nx

from sysmap.cypher.guard import check_read_only
from sysmap.cypher.statements import Statements
from sysmap.errors import UnknownName
from sysmap.stores.engine import Engine
from sysmap.stores.loading import carry_out
from sysmap.stores.planning import guard_removals, make_plan
from sysmap.stores.port import GapNode, LoadReport, Plan, Progress
from sysmap.stores.reading import map_names, read_graph
from sysmap.stores.results import write_results
from sysmap.tables.rows import Dataset

__all__ = ["Store"]


class Store:
    """A graph database as the port has it, on any engine."""

    def __init__(self, engine: Engine, statements: Statements) -> None:
        self.address = engine.address
        self._engine = engine
        self._statements = statements

    def plan(self, dataset: Dataset, *, force: bool = False) -> Plan:
        """The difference to what is there; `force` counts every row as changed."""
        with _uncollected():
            return make_plan(self._engine.read, self._statements, dataset, force=force)

    def apply(self, plan: Plan, *, allow_removals: bool = False, progress: Progress | None = None) -> LoadReport:
        """Write the plan; a load that was killed is finished by the next one."""
        if not allow_removals:
            guard_removals(plan)
        with _uncollected(), self._engine.writer(plan.map) as writer:
            return carry_out(writer, self._statements, plan, progress)

    def graph(self, map: str) -> nx.MultiDiGraph:
        """The map as `sysmap.graph.build_graph` makes it; its `graph` attribute says what was loaded."""
        with _uncollected():
            return read_graph(self._engine.read, self._statements, map)

    def maps(self) -> tuple[str, ...]:
        """Names of the maps in this database, sorted."""
        return map_names(self._engine.read)

    def query(self, text: str, **params: Any) -> Iterator[Mapping[str, Any]]:
        """Rows of a read-only query; values are plain Python."""
        check_read_only(text)
        return iter(self._engine.query(text, params))

    def write_back(self, map: str, columns: Mapping[str, Mapping[str, Any]], gaps: Sequence[GapNode] = ()) -> int:
        """Set `sm_*` properties and gaps, in place of all that an earlier run wrote; how many nodes were written."""
        if map not in self.maps():
            raise UnknownName("map", map, self.maps())
        with self._engine.writer(map) as writer:
            return write_results(writer, self._statements, map, columns, gaps)

    def close(self) -> None:
        """Let go of the database; calling it again does nothing."""
        self._engine.close()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the search for cycles: it would walk the hundred thousands of records again and again, which all live and hold none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
