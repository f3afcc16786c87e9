"""What a `Store` needs of a graph database: read, write, query, close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from sysmap.cypher.statements import Ends, Statements
from sysmap.errors import Cause

__all__ = [
    "NOT_CYPHER",
    "PARAMETERS_MISSING",
    "PATH_RETURNED",
    "READ_ONLY",
    "CypherWriter",
    "Engine",
    "Row",
    "Step",
    "Transact",
    "Writer",
]

Row = dict[str, Any]
Step = tuple[str, Mapping[str, Any]]
"""A statement and its parameters."""

READ_ONLY = Cause("S010", "{place} is open for reading only", "open it for writing")
PATH_RETURNED = Cause(
    "S011",
    "a path cannot be returned whole: it looks different in every engine",
    "return [n IN nodes(p) | n.uid] instead",
)
PARAMETERS_MISSING = Cause(
    "S012", "the query asks for parameters that were not given: {names}", "give them with --param NAME=VALUE"
)
NOT_CYPHER = Cause("S013", "{reason}", "correct the query")
"""A user's query that the engine does not take; the reason is the engine's own words."""


class Transact(Protocol):
    """A function that runs steps in one transaction, again where the engine asks for it.

    Returns the last step's rows.
    """

    def __call__(self, *steps: Step) -> list[Row]:
        """Run the steps; return the rows of the last one."""


class Writer(Protocol):
    """Writes one map while nobody else writes it. Every call is one transaction and may be repeated without harm."""

    def run(self, *steps: Step) -> list[Row]:
        """Run the steps; return the rows of the last one."""

    def nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Add or change nodes: rows of {uid, props}."""

    def ties(self, ends: Ends, rows: Sequence[Row]) -> None:
        """Add or change ties: rows of {uid, source, target, props}."""


class Engine(Protocol):
    """A graph database. It raises only our errors: those of its own library are translated inside it."""

    address: str

    def read(self, text: str, **params: Any) -> list[Row]:
        """Rows of one of our own statements; an empty list if the database does not exist yet."""

    def writer(self, map: str) -> AbstractContextManager[Writer]:
        """A writer of this map, while the block lasts. Raises `StoreBusy`, which names the present writer."""

    def query(self, text: str, params: Mapping[str, Any]) -> list[Row]:
        """Rows of a user's read-only query, as plain Python values.

        Raises `QueryRefused` if the engine does not accept it.
        """

    def close(self) -> None:
        """Close the database; a second call does nothing."""


@dataclass(frozen=True, slots=True)
class CypherWriter:
    """A writer for either engine that does everything in Cypher."""

    run: Transact
    statements: Statements

    def nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Add or change nodes."""
        self.run((self.statements.merge_nodes(label), {"rows": rows}))

    def ties(self, ends: Ends, rows: Sequence[Row]) -> None:
        """Add or change ties."""
        self.run((self.statements.merge_ties(ends), {"rows": rows}))
