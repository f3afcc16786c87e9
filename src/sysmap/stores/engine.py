"""What a graph database has to do so that a `Store` can stand on it: read, write, ask, let go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from sysmap.cypher.statements import Ends, Statements
from sysmap.errors import QueryRefused

__all__ = ["PATH_REFUSED", "CypherWriter", "Engine", "Row", "Step", "Transact", "Writer"]

Row = dict[str, Any]
Step = tuple[str, Mapping[str, Any]]
"""A statement and its parameters."""

PATH_REFUSED = QueryRefused("a path cannot be returned whole: it looks different in every engine", "return [n IN nodes(p) | n.uid] instead")


class Transact(Protocol):
    """Runs steps in one transaction, again where the engine asks for it, and gives the rows of the last."""

    def __call__(self, *steps: Step) -> list[Row]:
        """Run the steps; the rows of the last."""


class Writer(Protocol):
    """Writes one map, while nobody else does. Every call is one transaction, and may be repeated without harm."""

    def run(self, *steps: Step) -> list[Row]:
        """Run the steps; the rows of the last."""

    def nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Add or change nodes: rows of {uid, props}."""

    def ties(self, ends: Ends, rows: Sequence[Row]) -> None:
        """Add or change ties: rows of {uid, source, target, props}."""


class Engine(Protocol):
    """A graph database. Its own errors never get past it."""

    address: str

    def read(self, text: str, **params: Any) -> list[Row]:
        """Rows of one of our own statements; none from a database that is not there yet."""

    def writer(self, map: str) -> AbstractContextManager[Writer]:
        """The one writer of this map; `StoreBusy` names the one who is before us."""

    def query(self, text: str, params: Mapping[str, Any]) -> list[Row]:
        """Rows of a user's read-only query, as plain values; `QueryRefused` where the engine does not take it."""

    def close(self) -> None:
        """Let go of the database; calling it again does nothing."""


@dataclass(frozen=True, slots=True)
class CypherWriter:
    """A writer that speaks Cypher, on either engine."""

    run: Transact
    statements: Statements

    def nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Add or change nodes."""
        self.run((self.statements.merge_nodes(label), {"rows": rows}))

    def ties(self, ends: Ends, rows: Sequence[Row]) -> None:
        """Add or change ties."""
        self.run((self.statements.merge_ties(ends), {"rows": rows}))
