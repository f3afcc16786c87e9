"""What the system says of processes, ports and locks: only what a server of our own needs to be found again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sysmap.errors import StoreBusy

__all__ = ["command_line", "free_port", "is_answering", "is_locked", "one_at_a_time"]


def command_line(pid: int) -> str:
    """The command line of a living process; empty where there is none. A pid alone may be another program's by now."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    ask = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    if sys.platform == "win32":
        ask = ["powershell", "-NoProfile", "-Command", f"(Get-CimInstance Win32_Process -Filter 'ProcessId={pid}').CommandLine"]
    return subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - our own words, and a number


def is_answering(port: int) -> bool:
    """Whether a Bolt server shakes hands there (version 5.4 is offered; any answer of four bytes will do)."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
            link.sendall(bytes.fromhex("6060b01700000405") + bytes(12))
            return len(link.recv(4)) == len("5.4.")
    except OSError:
        return False


def free_port(preferred: int) -> int:
    """The first port on loopback from `preferred` on that nobody holds; `StoreBusy` after 200."""
    for port in range(preferred, min(preferred + 200, 65536)):
        with socket.socket() as probe, suppress(OSError):
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)    # as Java does: a port in TIME_WAIT is free
            probe.bind(("127.0.0.1", port))
            return port
    raise StoreBusy(f"no free port from {preferred} on", "stop a server that you no longer need")


def is_locked(lock: Path) -> bool:
    """Whether a process has this file locked. A killed one lets go late, so it is asked for 3 s; never known on Windows."""
    if sys.platform == "win32" or not lock.is_file():
        return False
    import fcntl

    with lock.open("r+b") as file:
        for _ in range(30):
            with suppress(OSError):
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return False
            time.sleep(0.1)
    return True


@contextmanager
def one_at_a_time(lock: Path, patience: int) -> Iterator[None]:
    """Hold the file `lock` meanwhile; a second one waits up to `patience` seconds, then `StoreBusy`. A killed holder counts for nothing."""
    for _ in range(10 * patience):
        try:
            with lock.open("x", encoding="utf-8") as file:
                file.write(str(os.getpid()))
            break
        except FileExistsError:
            with suppress(OSError, ValueError):
                if not command_line(int(lock.read_text(encoding="utf-8"))):
                    lock.unlink()      # its holder was killed
            time.sleep(0.1)
    else:
        raise StoreBusy(f"another start has been under way for {patience} s", f"if there is none, delete {lock}")
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
