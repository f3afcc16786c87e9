"""Graph databases behind one port: an embedded one in a folder, and Neo4j over Bolt."""

from __future__ import annotations

from sysmap.cypher.statements import Statements
from sysmap.errors import Cause, UnknownName
from sysmap.schema import Vocabulary
from sysmap.stores.neo4j import Credentials
from sysmap.stores.port import Change, GapNode, GraphStore, LoadReport, Plan, Progress

__all__ = ["Change", "Credentials", "GapNode", "GraphStore", "LoadReport", "Plan", "Progress", "open_store"]

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""What an address of a Neo4j begins with, before `://`."""

NO_SCHEME = Cause("S001", "no kind of address is called {name}")


def open_store(
    address: str, vocabulary: Vocabulary, *, credentials: Credentials | None = None, read_only: bool = False
) -> GraphStore:
    """Open the graph database at `address`.

    A Neo4j for `bolt://`, `neo4j://`, `neo4j+s://` ..., otherwise the embedded engine in that folder.

    User and password of a Neo4j come from SYSMAP_USER (default neo4j) and SYSMAP_PASSWORD, from the file that
    SYSMAP_PASSWORD_FILE names, or from calling `credentials`. `read_only` opens a folder beside other readers; the
    folder must exist. Raises StoreDown, StoreDenied, StoreBusy, OutputError or UnknownName.

    >>> open_store("http://localhost", None)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    sysmap.errors.UnknownName: no kind of address is called 'http' (known: bolt, bolt+s, ..., neo4j+ssc)
    """
    from sysmap.stores.store import Store

    statements = Statements(vocabulary)
    scheme, separator, _ = address.partition("://")
    if not separator:
        from sysmap.stores.embedded import EmbeddedEngine

        return Store(EmbeddedEngine(address, statements, read_only=read_only), statements)
    if scheme not in SCHEMES:
        raise UnknownName(NO_SCHEME, scheme, SCHEMES)
    from sysmap.stores.neo4j import Neo4jEngine

    return Store(Neo4jEngine(address, statements, credentials), statements)
