"""Neo4j, over Bolt."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sysmap.cypher.statements import CONSTRAINTS, DROP_LOCK, KEEP_LOCK, LOCK_HOLDER, TAKE_LOCK, Statements
from sysmap.errors import OutputError, QueryRefused, StoreBusy, StoreDenied, StoreDown, StoreError, SysmapError
from sysmap.stores.engine import PATH_REFUSED, CypherWriter, Row, Step, Writer
from sysmap.stores.loading import now

if TYPE_CHECKING:
    import neo4j

__all__ = ["ERRORS", "Credentials", "Neo4jEngine", "translate_errors"]

Credentials = Callable[[str], tuple[str, str]]
"""Asks for user and password; called with the address."""

LEASE = 60_000
"""Milliseconds for which a writer that says nothing more keeps others out; every batch renews it."""

DOWN = "check the address, and that the server runs ('sysmap db status' for your own)"
DENIED = "check SYSMAP_USER, and SYSMAP_PASSWORD or SYSMAP_PASSWORD_FILE"
AGAIN = "run again"

ERRORS: Mapping[str, tuple[type[SysmapError], str, str]] = {
    "AuthError": (StoreDenied, "refuses the user or the password", DENIED),
    "AuthConfigurationError": (StoreDenied, "refuses the way of signing in", DENIED),
    "TokenExpired": (StoreDenied, "wants a new sign-in", DENIED),
    "Forbidden": (StoreDenied, "does not allow this user to do it", "ask its administrator for the right"),
    "ForbiddenOnReadOnlyDatabase": (StoreDenied, "is open for reading only", "name the server that writes"),
    "CertificateConfigurationError": (StoreDown, "cannot be trusted: its certificate does not fit", DOWN),
    "ConfigurationError": (StoreDown, "cannot be reached as it is written", DOWN),
    "ConnectionAcquisitionTimeoutError": (StoreDown, "does not answer in time", DOWN),
    "ConnectionPoolError": (StoreDown, "does not answer", DOWN),
    "DatabaseError": (StoreError, "failed at its work", "look at the server's log; its disk may be full"),
    "DatabaseUnavailable": (StoreDown, "is not available at present", AGAIN),
    "IncompleteCommit": (StoreDown, "was lost in the middle of a commit", AGAIN),
    "NotALeader": (StoreDown, "is not the server that writes", "use a neo4j:// address"),
    "ReadServiceUnavailable": (StoreDown, "has no server that reads", DOWN),
    "RoutingServiceUnavailable": (StoreDown, "has no server that routes", DOWN),
    "ServiceUnavailable": (StoreDown, "does not answer", DOWN),
    "SessionExpired": (StoreDown, "was lost on the way", AGAIN),
    "UnsupportedServerProduct": (StoreDown, "is not a Neo4j", DOWN),
    "WriteServiceUnavailable": (StoreDown, "has no server that writes", DOWN),
    "TransientError": (StoreBusy, "is too busy", AGAIN),
    "SessionError": (StoreError, "failed", ""),
    "TransactionError": (StoreError, "failed", ""),
    "TransactionNestingError": (StoreError, "failed", ""),
    "ResultError": (StoreError, "failed", ""),
    "ResultConsumedError": (StoreError, "failed", ""),
    "ResultFailedError": (StoreError, "failed", ""),
    "ResultNotSingleError": (StoreError, "failed", ""),
    "BrokenRecordError": (StoreError, "sent something that cannot be read", ""),
    "ClientError": (StoreError, "refuses", ""),
    "ConstraintError": (StoreError, "refuses: a constraint of the database is against it", "see SHOW CONSTRAINTS"),
    "CypherSyntaxError": (StoreError, "does not know this Cypher", "Neo4j 5 or later is needed"),
    "CypherTypeError": (StoreError, "refuses a value", ""),
    "DriverError": (StoreError, "failed", ""),
    "Neo4jError": (StoreError, "failed", ""),
    "ValueError": (StoreDown, "cannot be reached as it is written", DOWN),
}
"""The driver's exceptions by class name; a class that is not here counts as its nearest ancestor that is."""


def translate_errors(error: Exception, place: str) -> SysmapError:
    """Our error for one of the driver's."""
    kind, problem, remedy = next(ERRORS[name] for name in (c.__name__ for c in type(error).__mro__) if name in ERRORS)
    return kind(f"{place} {problem}: {_message(error)}", remedy)


def _message(error: Exception) -> str:
    text = str(getattr(error, "message", None) or error)
    return (text.strip().splitlines() or [type(error).__name__])[0]


class Neo4jEngine:
    """A Neo4j at `address`. One writer per map: a lease in the map's own node, renewed with every transaction."""

    def __init__(self, address: str, statements: Statements, credentials: Credentials | None) -> None:
        self.address = address
        self._statements = statements
        self._lease: tuple[str, str] | None = None
        self._driver = _connected(address, credentials)

    def read(self, text: str, **params: Any) -> list[Row]:
        """Rows of one of our own statements."""
        with self._border(), self._driver.session() as session:
            return session.execute_read(lambda work: _rows(work.run(text, params)))

    @contextmanager
    def writer(self, map: str) -> Iterator[Writer]:
        """The one writer of this map, once the labels have their constraints."""
        known = {row["name"] for row in self.read(CONSTRAINTS)}
        if missing := self._statements.schema(known):
            self._transact(*((text, {}) for text in missing))
        self._take_lock(map)
        try:
            yield CypherWriter(self._transact, self._statements)
        finally:
            self._drop_lock()

    def query(self, text: str, params: Mapping[str, Any]) -> list[Row]:
        """Rows of a user's query, in a session that may only read."""
        from neo4j import READ_ACCESS
        from neo4j.exceptions import ClientError

        try:
            with self._border(passing=ClientError), self._driver.session(default_access_mode=READ_ACCESS) as session:
                found = session.execute_read(lambda work: _rows(work.run(text, dict(params))))
        except ClientError as error:
            raise _refusal(error, self.address) from error
        return [_plain(row) for row in found]

    def close(self) -> None:
        """Let go of the connection; calling it again does nothing."""
        self._driver.close()

    def _transact(self, *steps: Step) -> list[Row]:
        """Run the steps in one transaction that is tried again where it may be; under a lock, it renews the lease first."""
        def work(transaction: neo4j.ManagedTransaction) -> list[Row]:
            if self._lease:
                map, holder = self._lease
                if not transaction.run(KEEP_LOCK, map=map, holder=holder, lease=LEASE).data():
                    raise StoreBusy(f"{self.address} has given map {map!r} to another writer", "this load was too slow; run it again")
            rows: list[Row] = []
            for text, params in steps:
                rows = _rows(transaction.run(text, dict(params)))
            return rows
        with self._border(), self._driver.session() as session:
            return session.execute_write(work)

    def _take_lock(self, map: str) -> None:
        found = self.read(LOCK_HOLDER, map=map)
        before = found[0]["holder"] if found else None
        mine = f"process {os.getpid()} on {socket.gethostname()} since {now()}"
        dead = before if before and _is_dead(before) else ""
        if not self._transact((TAKE_LOCK, {"map": map, "holder": mine, "dead": dead, "lease": LEASE})):
            holder = self.read(LOCK_HOLDER, map=map)[0]
            raise StoreBusy(f"map {map!r} in {self.address} is being written by {holder['holder']}",
                            f"wait until that is done; if it has died, for {max(0, holder['left'] or 0) // 1000 + 1} seconds")
        self._lease = map, mine

    def _drop_lock(self) -> None:
        """Let go, unless the way to the server is lost: then the lease runs out."""
        lease, self._lease = self._lease, None
        try:
            if lease:
                self._transact((DROP_LOCK, {"map": lease[0], "holder": lease[1]}))
        except StoreError:
            return

    @contextmanager
    def _border(self, passing: type[Exception] | tuple[type[Exception], ...] = ()) -> Iterator[None]:
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except passing:
            raise
        except (DriverError, Neo4jError) as error:
            raise translate_errors(error, self.address) from error


def _rows(result: neo4j.Result) -> list[Row]:
    keys = result.keys()
    return [dict(zip(keys, values, strict=True)) for values in result.values()]


def _connected(address: str, credentials: Credentials | None) -> neo4j.Driver:
    """A driver that has reached the server and is let in."""
    import neo4j
    from neo4j.exceptions import DriverError, Neo4jError

    _check_address(address)
    driver = None
    try:
        driver = neo4j.GraphDatabase.driver(address, auth=_sign_in(address, credentials), notifications_min_severity="OFF",
                                            user_agent="sysmap", connection_timeout=10)
        driver.verify_connectivity()
    except (DriverError, Neo4jError, ValueError) as error:     # ValueError: no such host
        if driver:
            driver.close()
        raise translate_errors(error, address) from error
    return driver


def _check_address(address: str) -> None:
    """Refuse what the driver would take and leave out, or show: a path, a password."""
    if "@" in address:
        raise StoreDenied("the address holds a user or a password, which everybody on this machine can see",
                          "leave it out; set SYSMAP_USER and SYSMAP_PASSWORD, or SYSMAP_PASSWORD_FILE")
    parts = urlsplit(address)
    if not parts.hostname or parts.path.strip("/") or (parts.query and parts.scheme.startswith("bolt")):
        raise StoreDown(f"{address} is no address of a server", "write it as bolt://HOST:PORT")


def _sign_in(address: str, credentials: Credentials | None) -> tuple[str, str] | None:
    """User and password from the environment, a file or the one who asks; None signs in to a server that wants neither."""
    user, password, file = (os.environ.get(f"SYSMAP_{name}") for name in ("USER", "PASSWORD", "PASSWORD_FILE"))
    if password is None and file:
        try:
            password = Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise OutputError(f"cannot read the password file {file}: {error.strerror}", "check SYSMAP_PASSWORD_FILE") from error
    if password is not None:
        return user or "neo4j", password
    return credentials(address) if credentials else None


def _is_dead(holder: str) -> bool:
    """Whether the holder is a process of this machine that is no more."""
    found = re.fullmatch(r"process (\d+) on (\S+) since .*", holder)
    if not found or found[2] != socket.gethostname() or sys.platform == "win32":    # there a signal 0 is no question, it is Ctrl-C
        return False
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _refusal(error: neo4j.exceptions.Neo4jError, place: str) -> SysmapError:
    """Our error for a user's query that failed."""
    code = error.code or ""
    if ".Statement.ParameterMissing" in code:
        return QueryRefused(f"the query asks for parameters that were not given: {_message(error).rpartition(': ')[2]}", "give them with --param NAME=VALUE")
    if ".Statement." in code:
        return QueryRefused(_message(error), "correct the query")
    return translate_errors(error, place)


def _plain(value: Any) -> Any:
    """A value as plain Python: a node or tie is its properties; dates, times and durations are ISO text."""
    from neo4j.graph import Entity, Path

    if isinstance(value, Path):
        raise PATH_REFUSED
    if isinstance(value, (Mapping, Entity)):
        return {key: _plain(value[key]) for key in value}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return _short_time(value.iso_format()) if hasattr(value, "iso_format") else value


def _short_time(text: str) -> str:
    """ISO text without zeros that say nothing, as the embedded engine writes it.

    >>> _short_time("2024-01-31T10:00:00.000000000+00:00"), _short_time("10:00:10.500000000")
    ('2024-01-31T10:00Z', '10:00:10.500')
    """
    text = re.sub(r"(\.(?:\d{3})*?)(?:000)+(?!\d)", lambda found: found[1].rstrip("."), text)
    return re.sub(r"(\d\d:\d\d):00(?![.\d:])", r"\1", text).replace("+00:00", "Z")
