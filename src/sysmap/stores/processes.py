"""Processes, ports and locks of the operating system.

What is needed to start a server of our own and to find it again.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sysmap.errors import Cause, StoreBusy

__all__ = ["command_line", "free_port", "is_answering", "is_locked", "one_at_a_time"]

NO_FREE_PORT = Cause("S020", "no free port from {first} on", "stop a server that you no longer need")
ANOTHER_START = Cause("S021", "another start has been under way for {seconds} s", "if there is none, delete {file}")


def command_line(pid: int) -> str:
    """The command line of a running process; empty if there is no such process.

    A pid alone may belong to another program by now.
    """
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    if sys.platform == "win32":
        command = [
            "powershell",
            "-NoProfile",
            "-Command",
            f"(Get-CimInstance Win32_Process -Filter 'ProcessId={pid}').CommandLine",
        ]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - our own words, and a number


def is_answering(port: int) -> bool:
    """Whether a Bolt server answers a handshake on this port.

    Version 5.4 is offered; any answer of four bytes counts.
    """
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
            link.sendall(bytes.fromhex("6060b01700000405") + bytes(12))
            return len(link.recv(4)) == len("5.4.")
    except OSError:
        return False


def free_port(preferred: int) -> int:
    """The first port on loopback that no program holds, looking at 200 ports from `preferred` on.

    Raises `StoreBusy` if all are taken.
    """
    for port in range(preferred, min(preferred + 200, 65536)):
        with socket.socket() as probe, suppress(OSError):
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as Java does: a port in TIME_WAIT is free
            probe.bind(("127.0.0.1", port))
            return port
    raise StoreBusy(NO_FREE_PORT, first=preferred)


def is_locked(lock: Path) -> bool:
    """Whether a process has locked this file; always False on Windows.

    The lock of a killed process may last a little longer than the process, so this tries for 3 seconds.
    """
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
    """Hold the file `lock` while the block runs.

    A second process waits up to `patience` seconds for the first; then it raises `StoreBusy`. A file that a killed
    process left behind is removed.
    """
    for _ in range(10 * patience):
        try:
            with lock.open("x", encoding="utf-8") as file:
                file.write(str(os.getpid()))
            break
        except FileExistsError:
            with suppress(OSError, ValueError):
                if not command_line(int(lock.read_text(encoding="utf-8"))):
                    lock.unlink()  # the process that wrote it was killed
            time.sleep(0.1)
    else:
        raise StoreBusy(ANOTHER_START, seconds=patience, file=lock)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
