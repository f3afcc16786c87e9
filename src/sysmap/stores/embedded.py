"""The embedded engine: ArcadeDB, in a folder, in this process.

A first load uses the engine's batch import, which is fast but leaves a broken database if the process is killed. So it
is written into a folder of its own, `<database>.loading`, and that folder is renamed to the database when it is
complete. What a killed load left there is removed by the next one.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sysmap.cypher.statements import Ends, Statements
from sysmap.errors import Cause, OutputError, QueryRefused, StoreBusy, StoreDenied, StoreDown, StoreError, SysmapError
from sysmap.stores.engine import (
    NOT_CYPHER,
    PARAMETERS_MISSING,
    PATH_RETURNED,
    READ_ONLY,
    CypherWriter,
    Row,
    Step,
    Writer,
)
from sysmap.stores.lockfile import NOT_WRITABLE, LockFile

if TYPE_CHECKING:
    import arcadedb

__all__ = ["EmbeddedEngine", "translate_errors"]

LANGUAGE = "opencypher"
PATH = re.compile(r"\(#\d+:\d+\)")
"""How the engine writes a path: as text, with the places of its nodes."""

NOT_INSTALLED = Cause(
    "S100",
    "the embedded graph database is not installed; there is none for this platform, or it was left out",
    "start a Neo4j here with 'sysmap db start', or name one with --db bolt://HOST",
)
NO_DATABASE = Cause("S101", "there is no graph database at {place}", "load a map first: sysmap load DIR --db ADDRESS")
OTHER_FOLDER = Cause("S102", "{place} is a folder, and holds no graph database", "name another folder")
FAILED = Cause("S103", "{place}: {reason}")
OPEN_HERE = Cause("S104", "{place} is open in this process already: {reason}", "close it first")
OPEN_ELSEWHERE = Cause("S105", "{place} is open in another process: {reason}", "wait until that is done, and run again")
WRITTEN_BY_ANOTHER = Cause("S106", "{place} is being written by another: {reason}", "run again")
NO_ANSWER = Cause("S107", "{place} did not answer in time: {reason}", "run again")
OPENED_FOR_READING = Cause("S108", "{place} is open for reading only: {reason}", "open it for writing")
NO_RIGHT = Cause(
    "S109", "{place} may not be written: {reason}", "choose a folder that you may write, with --out or --db"
)
DISK_FAILED = Cause(
    "S110",
    "{place} cannot be written or read: {reason}",
    "check that the disk is not full, and that you may write there",
)
LOG_FAILED = Cause("S111", "{place} cannot be written: {reason}", "check that the disk is not full")
NEEDS_RECOVERY = Cause(
    "S112", "{place} was left by a writer that was killed: {reason}", "load into it once more: that mends it"
)
DAMAGED = Cause("S113", "{place} cannot be opened: {reason}", "if it is damaged, remove the folder and load again")

ERRORS: tuple[tuple[str, type[SysmapError], Cause], ...] = (
    ("already in use", StoreBusy, OPEN_HERE),
    ("LockException", StoreBusy, OPEN_ELSEWHERE),
    ("NeedRetryException", StoreBusy, WRITTEN_BY_ANOTHER),
    ("ConcurrentModificationException", StoreBusy, WRITTEN_BY_ANOTHER),
    ("TimeoutException", StoreBusy, NO_ANSWER),
    ("DatabaseIsReadOnlyException", StoreDenied, OPENED_FOR_READING),
    ("AccessDeniedException", OutputError, NO_RIGHT),
    ("java.io.", OutputError, DISK_FAILED),
    ("java.nio.", OutputError, DISK_FAILED),
    ("WALException", OutputError, LOG_FAILED),
    ("needs recovery", StoreDown, NEEDS_RECOVERY),
    ("Database", StoreDown, DAMAGED),
)
"""What is looked for in `class: message` of each of the engine's exceptions, and our error for it; all others are
StoreError."""


def translate_errors(error: Exception, place: str) -> SysmapError:
    """Our error for one of the engine's; `place` is the address of the database.

    The engine wraps its exceptions. The innermost one says what really happened, so the chain is read from its end.
    """
    chain = getattr(error, "java_chain", None) or [(type(error).__name__, str(error))]
    for name, message in reversed(chain):
        for mark, kind, cause in ERRORS:
            if mark in f"{name.removeprefix('com.arcadedb.')}: {message}":
                return kind(cause, place=place, reason=_first_line(message) or name.rpartition(".")[2])
    return StoreError(FAILED, place=place, reason=_first_line(chain[0][1]))


def _first_line(text: object) -> str:
    """The first line of a text; empty where there is none."""
    return (str(text).strip().splitlines() or [""])[0]


def _library() -> Any:
    """The engine's module, set to log neither on the terminal nor in the user's home."""
    if "ARCADEDB_LOG_DIR" not in os.environ:
        folder = tempfile.mkdtemp(prefix="sysmap-engine-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ["ARCADEDB_LOG_DIR"] = folder
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    try:
        import arcadedb
    except ImportError as error:
        raise StoreDown(NOT_INSTALLED) from error
    return arcadedb


class EmbeddedEngine:
    """An ArcadeDB database in the folder `address`, opened by one writer or by any number of readers.

    A database that does not exist is created by the first load or query. With `read_only` it is StoreDown.
    """

    def __init__(self, address: str, statements: Statements, *, read_only: bool) -> None:
        self.address = address
        self._path = Path(
            address
        ).absolute()  # absolute: the engine resolves names in the folder where it was started, even after a chdir
        self._statements = statements
        self._read_only = read_only
        self._library = _library()
        self._lock = LockFile(self._path)
        self._db: arcadedb.Database | None = None
        if read_only and not self._path.is_dir():
            raise StoreDown(NO_DATABASE, place=address)
        if not read_only:
            with _disk_errors(self._path.parent):
                self._path.parent.mkdir(parents=True, exist_ok=True)
        self._lock.take(exclusive=not read_only)
        try:
            self._db = self._open_existing()
        except BaseException:
            self._lock.release()
            raise

    def read(self, text: str, **params: Any) -> list[Row]:
        """Rows of one of our own statements; an empty list if the database does not exist yet."""
        if self._db is None:
            return []
        with self._translating_errors():
            return self._rows(self._db.query(LANGUAGE, text, params))

    @contextmanager
    def writer(self, map: str) -> Iterator[Writer]:  # noqa: ARG002  the lock is on the whole database
        """The only writer; for a database that does not exist yet, the fast one of a first load."""
        if self._read_only:
            raise StoreDenied(READ_ONLY, place=self.address)
        if self._db is None:
            with self._first_load() as writer:
                yield writer
        else:
            self._prepare(self._db)
            yield CypherWriter(self._transact, self._statements)

    def query(self, text: str, params: Mapping[str, Any]) -> list[Row]:
        """Rows of a user's query. The engine itself runs it read-only."""
        if self._db is None:
            self._db = self._create(self._path)
        try:
            return [_plain_value(row) for row in self._rows(self._db.query(LANGUAGE, text, dict(params)))]
        except self._library.ArcadeDBError as error:
            raise _translate_query_error(error, self.address) from error

    def close(self) -> None:
        """Close the database and release its lock; a second call does nothing."""
        if self._db is not None:
            with self._translating_errors():
                self._db.close()
            self._db = None
        self._lock.release()

    def _transact(self, *steps: Step) -> list[Row]:
        assert self._db is not None
        return self._in_transaction(self._db, *steps)

    def _in_transaction(self, db: arcadedb.Database, *steps: Step) -> list[Row]:
        def work() -> list[Row]:
            rows: list[Row] = []
            for text, params in steps:
                rows = self._rows(db.command(LANGUAGE, text, dict(params)))
            return rows

        with self._translating_errors():
            return list(db.run_in_transaction(work))

    @staticmethod
    def _rows(result: Any) -> list[Row]:
        return result.to_list() if result is not None else []

    def _open_existing(self) -> arcadedb.Database | None:
        """Open the database; None if it does not exist yet."""
        left_over = _loading_folder(self._path)
        if not self._read_only and left_over.exists():
            with _disk_errors(left_over):
                shutil.rmtree(left_over)
        if not self._path.is_dir() or not any(self._path.iterdir()):
            return None
        if not self._library.database_exists(str(self._path)):
            raise StoreDown(OTHER_FOLDER, place=self.address)
        if not self._read_only:
            return self._open(read_only=False)
        try:
            return self._open(read_only=True)
        except StoreDown as error:
            if error.cause is not NEEDS_RECOVERY:
                raise
        return self._recover()

    def _recover(self) -> arcadedb.Database:
        """Open a database whose writer was killed: first for writing, which repairs it, then for reading."""
        self._lock.take(exclusive=True)
        with self._translating_errors():
            self._open(read_only=False).close()
        self._lock.take(exclusive=False)
        return self._open(read_only=True)

    def _open(self, *, read_only: bool) -> arcadedb.Database:
        with self._translating_errors():
            db: arcadedb.Database = self._library.open_database(str(self._path), read_only=read_only)
            if not read_only:
                db.set_wal_flush("yes_full")  # every transaction is synced to the disk
            return db

    def _create(self, path: Path) -> arcadedb.Database:
        with self._translating_errors():
            db: arcadedb.Database = self._library.create_database(str(path))
            db.set_wal_flush("yes_full")
        self._prepare(db)
        return db

    def _prepare(self, db: arcadedb.Database) -> None:
        """Make sure that every label has its constraint."""
        self._in_transaction(db, *((text, {}) for text in self._statements.schema()))

    @contextmanager
    def _first_load(self) -> Iterator[Writer]:
        """A writer into the loading folder, which becomes the database when the block ends without an exception."""
        folder = _loading_folder(self._path)
        with (
            ExitStack() as undo
        ):  # what it holds runs only if the load fails: close the database, then remove the folder
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
            db = self._create(folder)
            undo.callback(_close_quietly, db)
            with self._translating_errors():
                writer = _BatchWriter(db, lambda *steps: self._in_transaction(db, *steps))
                yield writer
                writer.flush()
                db.close()
            undo.pop_all()  # the load is complete
        with _disk_errors(self._path):
            _sync_files(folder)
            if self._path.is_dir():  # an empty folder that the user made; a rename needs it gone
                self._path.rmdir()
            folder.rename(self._path)
        self._db = self._open(read_only=False)

    @contextmanager
    def _translating_errors(self) -> Iterator[None]:
        """Turn the engine's exceptions of the block into ours."""
        try:
            yield
        except self._library.ArcadeDBError as error:
            raise translate_errors(error, self.address) from error


class _BatchWriter:
    """The engine's batch import.

    Several times as fast as MERGE, but only for a database that nobody else has opened yet.
    """

    def __init__(self, db: arcadedb.Database, transact: Any) -> None:
        self._db = db
        self._transact = transact
        self._batch: arcadedb.GraphBatch | None = None
        self._places: dict[str, str] = {}  # uid -> the engine's own id of the node, by which a batch adds ties

    def run(self, *steps: Step) -> list[Row]:
        """Run the steps in a transaction of their own, after the batch has been written."""
        self.flush()
        return list(self._transact(*steps))

    def nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Add nodes, and remember the engine's ids of them."""
        places = self._current_batch().create_vertices(label, [{"uid": row["uid"], **row["props"]} for row in rows])
        self._places.update(zip((row["uid"] for row in rows), places, strict=True))

    def ties(self, ends: Ends, rows: Sequence[Row]) -> None:
        """Add ties between nodes that this writer has added."""
        self._db.schema.get_or_create_edge_type(ends[0])
        self._current_batch().new_edges(
            [self._places[row["source"]] for row in rows],
            ends[0],
            [self._places[row["target"]] for row in rows],
            [{"uid": row["uid"], **row["props"]} for row in rows],
        )

    def flush(self) -> None:
        """Write what is still in the batch."""
        if self._batch is not None:
            self._batch.close()
            self._batch = None

    def _current_batch(self) -> arcadedb.GraphBatch:
        if self._batch is None:
            self._batch = self._db.graph_batch(parallel_flush=True)
        return self._batch


def _loading_folder(path: Path) -> Path:
    """Where a first load of the database at `path` is written."""
    return path.with_name(f"{path.name}.loading")


def _sync_files(folder: Path) -> None:
    """Have the system write all files of a folder to the disk.

    A crash cannot leave the new name without the content.
    """
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _close_quietly(db: arcadedb.Database) -> None:
    """Close a database after a failed load; closing may fail again for the same reason."""
    with suppress(Exception):
        db.close()


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into an OutputError about `path`."""
    try:
        yield
    except OSError as error:
        raise OutputError(NOT_WRITABLE, path=path, reason=error.strerror) from error


def _translate_query_error(error: Exception, place: str) -> SysmapError:
    """Our error for a user's query that failed: QueryRefused, unless the database is busy or the disk failed."""
    ours = translate_errors(error, place)
    if isinstance(ours, (StoreBusy, OutputError)):
        return ours
    chain = getattr(error, "java_chain", None) or [("", str(error))]
    name, message = chain[0]
    if "ParameterMissing" in name:
        return QueryRefused(PARAMETERS_MISSING, names=_first_line(message).rpartition(": ")[2])
    return QueryRefused(NOT_CYPHER, reason=_first_line(message))


def _plain_value(value: Any) -> Any:
    """A value as plain Python: a node or a tie becomes a dict of its properties.

    Dates, times and durations are ISO text already.
    """
    if isinstance(value, str):
        if PATH.match(value):
            raise QueryRefused(PATH_RETURNED)
        return value
    if isinstance(value, Mapping):
        return {key: _plain_value(item) for key, item in value.items() if not ("@rid" in value and key.startswith("@"))}
    return [_plain_value(item) for item in value] if isinstance(value, (list, tuple)) else value
