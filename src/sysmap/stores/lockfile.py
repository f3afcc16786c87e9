"""A lock file beside an embedded database: one writer alone, or any number of readers.

The lock is the operating system's, so that it ends with the process that holds it, however that ends; the file's text
names the writer to those who come after.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

from sysmap.errors import OutputError, StoreBusy
from sysmap.stores.loading import now

__all__ = ["LockFile"]


class LockFile:
    """The lock on the database at `database`, in the file `<database>.lock`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     LockFile(Path(folder) / "graph").take(alone=True)
    ...     LockFile(Path(folder) / "graph").take(alone=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sysmap.errors.StoreBusy: ...graph is being written by process ... (wait until that is done, and run again)
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(f"{database.name}.lock")
        self._handle: int | None = None
        self._alone = False

    def take(self, *, alone: bool) -> None:
        """Lock it, or change the lock that is held.

        StoreBusy says who holds it; OutputError, that a writer has no right to the folder.
        """
        if self._handle is None:
            self._handle = self._open(alone=alone)
        if self._handle is None:
            return
        try:
            _lock(self._handle, alone=alone)
        except OSError as error:
            self.release()
            raise StoreBusy(f"{self._database} is {self._holder()}", "wait until that is done, and run again") from error
        if self._alone and not alone:
            os.ftruncate(self._handle, 0)
        if alone:
            self._sign(self._handle)
        self._alone = alone

    def release(self) -> None:
        """Unlock it; calling it again does nothing."""
        if self._handle is not None:
            if self._alone:
                os.ftruncate(self._handle, 0)
            os.close(self._handle)
        self._handle, self._alone = None, False

    def _open(self, *, alone: bool) -> int | None:
        """The file, made where it is not there; None for a reader who has no right to it, and so reads without a lock."""
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            if alone:
                raise OutputError(f"cannot write {self._path}: {error.strerror}", "choose a folder that you may write, with --out or --db") from error
        try:
            return os.open(self._path, os.O_RDONLY)
        except OSError:
            return None

    @staticmethod
    def _sign(handle: int) -> None:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": now()}).encode())

    def _holder(self) -> str:
        try:
            holder = json.loads(self._path.read_text())
        except (OSError, ValueError):   # empty: readers do not sign; or just being signed
            return "being read or written by another process"
        return f"being written by process {holder['pid']} on {holder['host']} since {holder['since']}"


if sys.platform == "win32":
    import msvcrt

    BEYOND = 1 << 30
    """The byte that is locked lies past the text, which stays readable."""

    def _lock(handle: int, *, alone: bool) -> None:
        os.lseek(handle, BEYOND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        if not alone:   # Windows knows no shared lock here: a reader only makes sure that nobody writes
            os.lseek(handle, BEYOND, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int, *, alone: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
