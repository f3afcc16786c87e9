"""A lock file beside an embedded database: one writer, or any number of readers.

The lock is one of the operating system: it ends with the process that holds it, however that process ends. The text of
the file names the writer, for the message that others get.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

from sysmap.errors import Cause, OutputError, StoreBusy
from sysmap.stores.loading import now

__all__ = ["NOT_WRITABLE", "LockFile"]

IN_USE = Cause("S030", "{place} is being read or written by another process", "wait until that is done, and run again")
BEING_WRITTEN = Cause(
    "S031",
    "{place} is being written by process {pid} on {host} since {since}",
    "wait until that is done, and run again",
)
NOT_WRITABLE = Cause("S032", "cannot write {path}: {reason}", "choose a folder that you may write, with --out or --db")


class LockFile:
    """The lock on the database at `database`: the file `<database>.lock`.

    Writers take it exclusively, readers share it.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     LockFile(Path(folder) / "graph").take(exclusive=True)
    ...     LockFile(Path(folder) / "graph").take(exclusive=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sysmap.errors.StoreBusy: ...graph is being written by process ... (wait until that is done, and run again)
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(f"{database.name}.lock")
        self._handle: int | None = None
        self._exclusive = False

    def take(self, *, exclusive: bool) -> None:
        """Lock the database, or change the kind of lock that is held.

        Raises StoreBusy, which names the process that holds the lock, and OutputError if a writer may not write in the
        folder.
        """
        if self._handle is None:
            self._handle = self._open(exclusive=exclusive)
        if self._handle is None:
            return
        try:
            _lock(self._handle, exclusive=exclusive)
        except OSError as error:
            self.release()
            raise self._busy() from error
        if self._exclusive and not exclusive:
            os.ftruncate(self._handle, 0)
        if exclusive:
            self._sign(self._handle)
        self._exclusive = exclusive

    def release(self) -> None:
        """Unlock the database; a second call does nothing."""
        if self._handle is not None:
            if self._exclusive:
                os.ftruncate(self._handle, 0)
            os.close(self._handle)
        self._handle, self._exclusive = None, False

    def _open(self, *, exclusive: bool) -> int | None:
        """Open the file, and create it if needed.

        None for a reader who may not open it; such a reader reads without a lock.
        """
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            if exclusive:
                raise OutputError(NOT_WRITABLE, path=self._path, reason=error.strerror) from error
        try:
            return os.open(self._path, os.O_RDONLY)
        except OSError:
            return None

    @staticmethod
    def _sign(handle: int) -> None:
        """Write into the file who holds the lock."""
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": now()}).encode())

    def _busy(self) -> StoreBusy:
        """The error that says who holds the lock."""
        try:
            holder = json.loads(self._path.read_text())
        except (OSError, ValueError):  # the file is empty because readers do not sign, or it is being signed right now
            return StoreBusy(IN_USE, place=self._database)
        return StoreBusy(
            BEING_WRITTEN, place=self._database, pid=holder["pid"], host=holder["host"], since=holder["since"]
        )


if sys.platform == "win32":
    import msvcrt

    LOCKED_BYTE = 1 << 30
    """The byte that is locked: it lies far behind the text, so that the text stays readable."""

    def _lock(handle: int, *, exclusive: bool) -> None:
        os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        if not exclusive:  # Windows knows no shared lock here: a reader only makes sure that nobody writes
            os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int, *, exclusive: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
