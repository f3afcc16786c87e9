"""The embedded engine: ArcadeDB, in a folder, in this process.

A first load is written into a folder of its own, `<database>.loading`, by the engine's fastest way, which a kill would
leave in pieces; it gets the database's name when it is whole. What is left of a killed one is swept away by the next.
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
from sysmap.errors import OutputError, QueryRefused, StoreBusy, StoreDenied, StoreDown, StoreError, SysmapError
from sysmap.stores.engine import PATH_REFUSED, CypherWriter, Row, Step, Writer
from sysmap.stores.lockfile import LockFile

if TYPE_CHECKING:
    import arcadedb

__all__ = ["EmbeddedEngine", "translate_errors"]

LANGUAGE = "opencypher"
RECOVERY = "needs recovery"
PATH = re.compile(r"\(#\d+:\d+\)")
"""How the engine writes a path."""

ERRORS: tuple[tuple[str, type[SysmapError], str, str], ...] = (
    ("already in use", StoreBusy, "is open in this process already", "close it first"),
    ("LockException", StoreBusy, "is open in another process", "wait until that is done, and run again"),
    ("NeedRetryException", StoreBusy, "is being written by another", "run again"),
    ("ConcurrentModificationException", StoreBusy, "is being written by another", "run again"),
    ("TimeoutException", StoreBusy, "did not answer in time", "run again"),
    ("DatabaseIsReadOnlyException", StoreDenied, "is open for reading only", "open it for writing"),
    ("AccessDeniedException", OutputError, "may not be written", "choose a folder that you may write, with --out or --db"),
    ("java.io.", OutputError, "cannot be written or read", "check that the disk is not full, and that you may write there"),
    ("java.nio.", OutputError, "cannot be written or read", "check that the disk is not full, and that you may write there"),
    ("WALException", OutputError, "cannot be written", "check that the disk is not full"),
    (RECOVERY, StoreDown, "was left by a writer that was killed", "load into it once more: that mends it"),
    ("Database", StoreDown, "cannot be opened", "if it is damaged, remove the folder and load again"),
)
"""What the engine's exceptions say, class and message, innermost cause first; all others are StoreError."""


def translate_errors(error: Exception, place: str) -> SysmapError:
    """Our error for one of the engine's."""
    chain = getattr(error, "java_chain", None) or [(type(error).__name__, str(error))]
    for name, message in reversed(chain):
        for mark, kind, problem, remedy in ERRORS:
            if mark in f"{name.removeprefix('com.arcadedb.')}: {message}":
                return kind(f"{place} {problem}: {_first_line(message)}", remedy)
    return StoreError(f"{place}: {_first_line(chain[0][1])}")


def _first_line(text: object) -> str:
    return (str(text).strip().splitlines() or [""])[0]


def _library() -> Any:
    """The engine's module, told to log neither on the terminal nor in the user's home."""
    if "ARCADEDB_LOG_DIR" not in os.environ:
        folder = tempfile.mkdtemp(prefix="sysmap-engine-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ["ARCADEDB_LOG_DIR"] = folder
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    try:
        import arcadedb
    except ImportError as error:
        raise StoreDown("the embedded graph database is not installed; there is none for this platform, or it was left out",
                        "start a Neo4j here with 'sysmap db start', or name one with --db bolt://HOST") from error
    return arcadedb


class EmbeddedEngine:
    """An ArcadeDB database in the folder `address`. A writer has it alone; readers may be many.

    A database that is not there is made by the first load or query; to one who only reads it is StoreDown.
    """

    def __init__(self, address: str, statements: Statements, *, read_only: bool) -> None:
        self.address = address
        self._path = Path(address).absolute()    # the engine keeps the folder it was started in, whatever chdir says later
        self._statements = statements
        self._read_only = read_only
        self._library = _library()
        self._lock = LockFile(self._path)
        self._db: arcadedb.Database | None = None
        if read_only and not self._path.is_dir():
            raise StoreDown(f"there is no graph database at {address}", "load a map first: sysmap load DIR --db ADDRESS")
        if not read_only:
            with _disk(self._path.parent):
                self._path.parent.mkdir(parents=True, exist_ok=True)
        self._lock.take(alone=not read_only)
        try:
            self._db = self._found()
        except BaseException:
            self._lock.release()
            raise

    def read(self, text: str, **params: Any) -> list[Row]:
        """Rows of one of our own statements; none from a database that is not there yet."""
        if self._db is None:
            return []
        with self._border():
            return self._rows(self._db.query(LANGUAGE, text, params))

    @contextmanager
    def writer(self, map: str) -> Iterator[Writer]:  # noqa: ARG002  the whole database is ours
        """The one writer: of a database that is not there yet, the fast one."""
        if self._read_only:
            raise StoreDenied(f"{self.address} is open for reading only", "open it for writing")
        if self._db is None:
            with self._first_load() as first:
                yield first
        else:
            self._prepare(self._db)
            yield CypherWriter(self._transact, self._statements)

    def query(self, text: str, params: Mapping[str, Any]) -> list[Row]:
        """Rows of a user's query, which the engine itself runs read-only."""
        if self._db is None:
            self._db = self._created(self._path)
        try:
            return [_plain(row) for row in self._rows(self._db.query(LANGUAGE, text, dict(params)))]
        except self._library.ArcadeDBError as error:
            raise _refusal(error, self.address) from error

    def close(self) -> None:
        """Let go of the database; calling it again does nothing."""
        if self._db is not None:
            with self._border():
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
        with self._border():
            return list(db.run_in_transaction(work))

    @staticmethod
    def _rows(found: Any) -> list[Row]:
        return found.to_list() if found is not None else []

    def _found(self) -> arcadedb.Database | None:
        """The database, opened; None where there is none yet."""
        left_over = _loading(self._path)
        if not self._read_only and left_over.exists():
            with _disk(left_over):
                shutil.rmtree(left_over)
        if not self._path.is_dir() or not any(self._path.iterdir()):
            return None
        if not self._library.database_exists(str(self._path)):
            raise StoreDown(f"{self.address} is a folder, and holds no graph database", "name another folder")
        if not self._read_only:
            return self._opened(read_only=False)
        try:
            return self._opened(read_only=True)
        except StoreDown as error:
            if RECOVERY not in str(error.message):
                raise
        return self._recovered()

    def _recovered(self) -> arcadedb.Database:
        """A database whose writer was killed: opened for writing, which mends it, and again for reading."""
        self._lock.take(alone=True)
        with self._border():
            self._opened(read_only=False).close()
        self._lock.take(alone=False)
        return self._opened(read_only=True)

    def _opened(self, *, read_only: bool) -> arcadedb.Database:
        with self._border():
            db: arcadedb.Database = self._library.open_database(str(self._path), read_only=read_only)
            if not read_only:
                db.set_wal_flush("yes_full")
            return db

    def _created(self, path: Path) -> arcadedb.Database:
        with self._border():
            db: arcadedb.Database = self._library.create_database(str(path))
            db.set_wal_flush("yes_full")
        self._prepare(db)
        return db

    def _prepare(self, db: arcadedb.Database) -> None:
        self._in_transaction(db, *((text, {}) for text in self._statements.schema()))

    @contextmanager
    def _first_load(self) -> Iterator[Writer]:
        """A writer into a folder beside, which becomes the database when the load is done."""
        beside = _loading(self._path)
        with ExitStack() as undo:
            undo.callback(shutil.rmtree, beside, ignore_errors=True)
            db = self._created(beside)
            undo.callback(_close_quietly, db)
            with self._border():
                first = _FirstLoad(db, lambda *steps: self._in_transaction(db, *steps))
                yield first
                first.settle()
                db.close()
            undo.pop_all()
        with _disk(self._path):
            _to_disk(beside)
            if self._path.is_dir():     # an empty folder of the user's
                self._path.rmdir()
            beside.rename(self._path)
        self._db = self._opened(read_only=False)

    @contextmanager
    def _border(self) -> Iterator[None]:
        try:
            yield
        except self._library.ArcadeDBError as error:
            raise translate_errors(error, self.address) from error


class _FirstLoad:
    """The engine's batch import: several times as fast as MERGE, and only for a database that nobody has seen yet."""

    def __init__(self, db: arcadedb.Database, transact: Any) -> None:
        self._db = db
        self._transact = transact
        self._batch: arcadedb.GraphBatch | None = None
        self._places: dict[str, str] = {}

    def run(self, *steps: Step) -> list[Row]:
        """Run the steps in a transaction of their own, once the batch is written."""
        self.settle()
        return list(self._transact(*steps))

    def nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Add nodes, and remember where they lie."""
        places = self._open().create_vertices(label, [{"uid": row["uid"], **row["props"]} for row in rows])
        self._places.update(zip((row["uid"] for row in rows), places, strict=True))

    def ties(self, ends: Ends, rows: Sequence[Row]) -> None:
        """Add ties between nodes that were added."""
        self._db.schema.get_or_create_edge_type(ends[0])
        self._open().new_edges([self._places[row["source"]] for row in rows], ends[0], [self._places[row["target"]] for row in rows],
                               [{"uid": row["uid"], **row["props"]} for row in rows])

    def settle(self) -> None:
        """Write what is still in the batch."""
        if self._batch is not None:
            self._batch.close()
            self._batch = None

    def _open(self) -> arcadedb.GraphBatch:
        if self._batch is None:
            self._batch = self._db.graph_batch(parallel_flush=True)
        return self._batch


def _loading(path: Path) -> Path:
    return path.with_name(f"{path.name}.loading")


def _to_disk(folder: Path) -> None:
    """Have the system write what it still holds of these files, so that the new name never precedes the content."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _close_quietly(db: arcadedb.Database) -> None:
    """Close a database that is given up, which may fail again at what it failed at before."""
    with suppress(Exception):
        db.close()


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}", "choose a folder that you may write, with --out or --db") from error


def _refusal(error: Exception, place: str) -> SysmapError:
    """Our error for a user's query that failed: a fault of the query, unless the table knows it as one of the database."""
    known = translate_errors(error, place)
    if isinstance(known, (StoreBusy, OutputError)):
        return known
    chain = getattr(error, "java_chain", None) or [("", str(error))]
    name, message = chain[0]
    if "ParameterMissing" in name:
        return QueryRefused(f"the query asks for parameters that were not given: {_first_line(message).rpartition(': ')[2]}", "give them with --param NAME=VALUE")
    return QueryRefused(_first_line(message), "correct the query")


def _plain(value: Any) -> Any:
    """A value as plain Python: a node or tie is its properties; dates, times and durations are ISO text already."""
    if isinstance(value, str):
        if PATH.match(value):
            raise PATH_REFUSED
        return value
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items() if not ("@rid" in value and key.startswith("@"))}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
