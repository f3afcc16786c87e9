"""The engine for a Neo4j server, reached over Bolt."""

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
from sysmap.errors import Cause, OutputError, QueryRefused, StoreBusy, StoreDenied, StoreDown, StoreError, SysmapError
from sysmap.messages import Message
from sysmap.stores.engine import NOT_CYPHER, PARAMETERS_MISSING, PATH_RETURNED, CypherWriter, Row, Step, Writer
from sysmap.stores.loading import now

if TYPE_CHECKING:
    import neo4j

__all__ = ["ERRORS", "Credentials", "Neo4jEngine", "translate_errors"]

Credentials = Callable[[str], tuple[str, str]]
"""A function that asks for user and password; it is called with the address."""

LEASE = 60_000
"""Milliseconds for which the lock of a writer holds after its last transaction; every transaction renews it."""

CHECK_ADDRESS = Message("check the address, and that the server runs ('sysmap db status' for your own)")
CHECK_PASSWORD = Message("check SYSMAP_USER, and SYSMAP_PASSWORD or SYSMAP_PASSWORD_FILE")
AGAIN = Message("run again")

WRONG_PASSWORD = Cause("S200", "{place} refuses the user or the password: {reason}", CHECK_PASSWORD)
WRONG_SIGN_IN = Cause("S201", "{place} refuses the way of signing in: {reason}", CHECK_PASSWORD)
SIGN_IN_EXPIRED = Cause("S202", "{place} wants a new sign-in: {reason}", CHECK_PASSWORD)
FORBIDDEN = Cause("S203", "{place} does not allow this user to do it: {reason}", "ask its administrator for the right")
READ_ONLY_SERVER = Cause("S204", "{place} is open for reading only: {reason}", "name the server that writes")
UNTRUSTED = Cause("S205", "{place} cannot be trusted: its certificate does not fit: {reason}", CHECK_ADDRESS)
UNREACHABLE = Cause("S206", "{place} cannot be reached as it is written: {reason}", CHECK_ADDRESS)
TOO_SLOW = Cause("S207", "{place} does not answer in time: {reason}", CHECK_ADDRESS)
NO_ANSWER = Cause("S208", "{place} does not answer: {reason}", CHECK_ADDRESS)
SERVER_FAILED = Cause("S209", "{place} failed at its work: {reason}", "look at the server's log; its disk may be full")
UNAVAILABLE = Cause("S210", "{place} is not available at present: {reason}", AGAIN)
LOST_COMMIT = Cause("S211", "{place} was lost in the middle of a commit: {reason}", AGAIN)
NOT_A_LEADER = Cause("S212", "{place} is not the server that writes: {reason}", "use a neo4j:// address")
NO_READER = Cause("S213", "{place} has no server that reads: {reason}", CHECK_ADDRESS)
NO_ROUTER = Cause("S214", "{place} has no server that routes: {reason}", CHECK_ADDRESS)
LOST_SESSION = Cause("S215", "{place} was lost on the way: {reason}", AGAIN)
OTHER_PRODUCT = Cause("S216", "{place} is not a Neo4j: {reason}", CHECK_ADDRESS)
NO_WRITER = Cause("S217", "{place} has no server that writes: {reason}", CHECK_ADDRESS)
TOO_BUSY = Cause("S218", "{place} is too busy: {reason}", AGAIN)
FAILED = Cause("S219", "{place} failed: {reason}")
UNREADABLE_ANSWER = Cause("S220", "{place} sent something that cannot be read: {reason}")
REFUSED = Cause("S221", "{place} refuses: {reason}")
AGAINST_CONSTRAINT = Cause(
    "S222", "{place} refuses: a constraint of the database is against it: {reason}", "see SHOW CONSTRAINTS"
)
UNKNOWN_CYPHER = Cause("S223", "{place} does not know this Cypher: {reason}", "Neo4j 5 or later is needed")
REFUSED_VALUE = Cause("S224", "{place} refuses a value: {reason}")
LOST_LEASE = Cause("S225", "{place} has given map {map} to another writer", "this load was too slow; run it again")
BEING_WRITTEN = Cause(
    "S226",
    "map {map} in {place} is being written by {holder}",
    "wait until that is done; if it has died, for {seconds} seconds",
)
PASSWORD_IN_ADDRESS = Cause(
    "S227",
    "the address holds a user or a password, which everybody on this machine can see",
    "leave it out; set SYSMAP_USER and SYSMAP_PASSWORD, or SYSMAP_PASSWORD_FILE",
)
NO_ADDRESS = Cause("S228", "{place} is no address of a server", "write it as bolt://HOST:PORT")
NO_PASSWORD_FILE = Cause("S229", "cannot read the password file {file}: {reason}", "check SYSMAP_PASSWORD_FILE")

ERRORS: Mapping[str, tuple[type[SysmapError], Cause]] = {
    "AuthError": (StoreDenied, WRONG_PASSWORD),
    "AuthConfigurationError": (StoreDenied, WRONG_SIGN_IN),
    "TokenExpired": (StoreDenied, SIGN_IN_EXPIRED),
    "Forbidden": (StoreDenied, FORBIDDEN),
    "ForbiddenOnReadOnlyDatabase": (StoreDenied, READ_ONLY_SERVER),
    "CertificateConfigurationError": (StoreDown, UNTRUSTED),
    "ConfigurationError": (StoreDown, UNREACHABLE),
    "ConnectionAcquisitionTimeoutError": (StoreDown, TOO_SLOW),
    "ConnectionPoolError": (StoreDown, NO_ANSWER),
    "DatabaseError": (StoreError, SERVER_FAILED),
    "DatabaseUnavailable": (StoreDown, UNAVAILABLE),
    "IncompleteCommit": (StoreDown, LOST_COMMIT),
    "NotALeader": (StoreDown, NOT_A_LEADER),
    "ReadServiceUnavailable": (StoreDown, NO_READER),
    "RoutingServiceUnavailable": (StoreDown, NO_ROUTER),
    "ServiceUnavailable": (StoreDown, NO_ANSWER),
    "SessionExpired": (StoreDown, LOST_SESSION),
    "UnsupportedServerProduct": (StoreDown, OTHER_PRODUCT),
    "WriteServiceUnavailable": (StoreDown, NO_WRITER),
    "TransientError": (StoreBusy, TOO_BUSY),
    "SessionError": (StoreError, FAILED),
    "TransactionError": (StoreError, FAILED),
    "TransactionNestingError": (StoreError, FAILED),
    "ResultError": (StoreError, FAILED),
    "ResultConsumedError": (StoreError, FAILED),
    "ResultFailedError": (StoreError, FAILED),
    "ResultNotSingleError": (StoreError, FAILED),
    "BrokenRecordError": (StoreError, UNREADABLE_ANSWER),
    "ClientError": (StoreError, REFUSED),
    "ConstraintError": (StoreError, AGAINST_CONSTRAINT),
    "CypherSyntaxError": (StoreError, UNKNOWN_CYPHER),
    "CypherTypeError": (StoreError, REFUSED_VALUE),
    "DriverError": (StoreError, FAILED),
    "Neo4jError": (StoreError, FAILED),
    "ValueError": (StoreDown, UNREACHABLE),
}
"""Our error for each of the driver's exceptions, by class name; a class that is not here counts as its nearest ancestor
that is."""


def translate_errors(error: Exception, place: str) -> SysmapError:
    """Our error for one of the driver's; `place` is the address."""
    kind, cause = next(
        ERRORS[name] for name in (ancestor.__name__ for ancestor in type(error).__mro__) if name in ERRORS
    )
    return kind(cause, place=place, reason=_message(error))


def _message(error: Exception) -> str:
    """The first line of what the driver says; the name of its exception where it says nothing."""
    text = str(getattr(error, "message", None) or error)
    return (text.strip().splitlines() or [type(error).__name__])[0]


class Neo4jEngine:
    """A Neo4j at `address`.

    Each map has one writer at a time: it holds a lease that is stored in the node of the map and renewed by every
    transaction.
    """

    def __init__(self, address: str, statements: Statements, credentials: Credentials | None) -> None:
        self.address = address
        self._statements = statements
        self._lease: tuple[str, str] | None = None
        self._driver = _connect(address, credentials)

    def read(self, text: str, **params: Any) -> list[Row]:
        """Rows of one of our own statements."""
        with self._translating_errors(), self._driver.session() as session:
            return session.execute_read(lambda work: _rows(work.run(text, params)))

    @contextmanager
    def writer(self, map: str) -> Iterator[Writer]:
        """The only writer of this map. Constraints that are missing are made first."""
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
            with (
                self._translating_errors(passing=ClientError),
                self._driver.session(default_access_mode=READ_ACCESS) as session,
            ):
                rows = session.execute_read(lambda work: _rows(work.run(text, dict(params))))
        except ClientError as error:
            raise _translate_query_error(error, self.address) from error
        return [_plain_value(row) for row in rows]

    def close(self) -> None:
        """Close the connection; a second call does nothing."""
        self._driver.close()

    def _transact(self, *steps: Step) -> list[Row]:
        """Run the steps in one transaction, which the driver repeats after a passing failure.

        A writer's transaction renews its lease first.
        """

        def work(transaction: neo4j.ManagedTransaction) -> list[Row]:
            if self._lease:
                map, holder = self._lease
                if not transaction.run(KEEP_LOCK, map=map, holder=holder, lease=LEASE).data():
                    raise StoreBusy(LOST_LEASE, place=self.address, map=repr(map))
            rows: list[Row] = []
            for text, params in steps:
                rows = _rows(transaction.run(text, dict(params)))
            return rows

        with self._translating_errors(), self._driver.session() as session:
            return session.execute_write(work)

    def _take_lock(self, map: str) -> None:
        """Take the lease of a map, also from a process of this machine that has died.

        Raises StoreBusy if another writer holds it.
        """
        rows = self.read(LOCK_HOLDER, map=map)
        previous = rows[0]["holder"] if rows else None
        ours = f"process {os.getpid()} on {socket.gethostname()} since {now()}"
        dead = previous if previous and _is_dead(previous) else ""
        if not self._transact((TAKE_LOCK, {"map": map, "holder": ours, "dead": dead, "lease": LEASE})):
            lock = self.read(LOCK_HOLDER, map=map)[0]
            raise StoreBusy(
                BEING_WRITTEN,
                map=repr(map),
                place=self.address,
                holder=lock["holder"],
                seconds=max(0, lock["left"] or 0) // 1000 + 1,
            )
        self._lease = map, ours

    def _drop_lock(self) -> None:
        """Release the lease. If the server cannot be reached any more, the lease runs out by itself."""
        lease, self._lease = self._lease, None
        try:
            if lease:
                self._transact((DROP_LOCK, {"map": lease[0], "holder": lease[1]}))
        except StoreError:
            return

    @contextmanager
    def _translating_errors(self, passing: type[Exception] | tuple[type[Exception], ...] = ()) -> Iterator[None]:
        """Turn the driver's exceptions of the block into ours, except those of the classes in `passing`."""
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


def _connect(address: str, credentials: Credentials | None) -> neo4j.Driver:
    """A driver that has reached the server and signed in."""
    import neo4j
    from neo4j.exceptions import DriverError, Neo4jError

    _check_address(address)
    driver = None
    try:
        driver = neo4j.GraphDatabase.driver(
            address,
            auth=_find_sign_in(address, credentials),
            notifications_min_severity="OFF",
            user_agent="sysmap",
            connection_timeout=10,
        )
        driver.verify_connectivity()
    except (
        DriverError,
        Neo4jError,
        ValueError,
    ) as error:  # the driver raises ValueError for a host that does not exist
        if driver:
            driver.close()
        raise translate_errors(error, address) from error
    return driver


def _check_address(address: str) -> None:
    """Refuse an address with a password, which the driver would show, or with a path, which the driver would ignore."""
    if "@" in address:
        raise StoreDenied(PASSWORD_IN_ADDRESS)
    parts = urlsplit(address)
    if not parts.hostname or parts.path.strip("/") or (parts.query and parts.scheme.startswith("bolt")):
        raise StoreDown(NO_ADDRESS, place=address)


def _find_sign_in(address: str, credentials: Credentials | None) -> tuple[str, str] | None:
    """User and password from the environment, from a file, or from calling `credentials`.

    None for a server that wants neither.
    """
    user, password, file = (os.environ.get(f"SYSMAP_{name}") for name in ("USER", "PASSWORD", "PASSWORD_FILE"))
    if password is None and file:
        try:
            password = Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise OutputError(NO_PASSWORD_FILE, file=file, reason=error.strerror) from error
    if password is not None:
        return user or "neo4j", password
    return credentials(address) if credentials else None


def _is_dead(holder: str) -> bool:
    """Whether the holder of a lease is a process of this machine that does not run any more.

    False where that cannot be known.
    """
    match = re.fullmatch(r"process (\d+) on (\S+) since .*", holder)
    if not match or match[2] != socket.gethostname() or sys.platform == "win32":  # on Windows signal 0 is Ctrl-C
        return False
    try:
        os.kill(int(match[1]), 0)  # signal 0 only asks whether the process is there
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _translate_query_error(error: neo4j.exceptions.Neo4jError, place: str) -> SysmapError:
    """Our error for a user's query that failed: QueryRefused where the query itself is at fault."""
    code = error.code or ""
    if ".Statement.ParameterMissing" in code:
        return QueryRefused(PARAMETERS_MISSING, names=_message(error).rpartition(": ")[2])
    if ".Statement." in code:
        return QueryRefused(NOT_CYPHER, reason=_message(error))
    return translate_errors(error, place)


def _plain_value(value: Any) -> Any:
    """A value as plain Python: a node or a tie becomes a dict of its properties.

    Dates, times and durations become ISO text.
    """
    from neo4j.graph import Entity, Path

    if isinstance(value, Path):
        raise QueryRefused(PATH_RETURNED)
    if isinstance(value, (Mapping, Entity)):
        return {key: _plain_value(value[key]) for key in value}
    if isinstance(value, (list, tuple)):
        return [_plain_value(item) for item in value]
    return _short_time(value.iso_format()) if hasattr(value, "iso_format") else value


def _short_time(text: str) -> str:
    """ISO text without trailing zeros of the seconds, as the embedded engine writes it.

    >>> _short_time("2024-01-31T10:00:00.000000000+00:00"), _short_time("10:00:10.500000000")
    ('2024-01-31T10:00Z', '10:00:10.500')
    """
    # fractions lose groups of three zeros, as in Java; then whole minutes lose their seconds, and UTC becomes Z
    text = re.sub(r"(\.(?:\d{3})*?)(?:000)+(?!\d)", lambda match: match[1].rstrip("."), text)
    return re.sub(r"(\d\d:\d\d):00(?![.\d:])", r"\1", text).replace("+00:00", "Z")
