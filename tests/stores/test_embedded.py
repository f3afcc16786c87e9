"""What only the embedded engine has: a folder, a lock file, and a first load that comes into being whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sysmap.errors import OutputError, StoreBusy, StoreDenied, StoreDown, StoreError
from sysmap.resources import shipped
from sysmap.stores import open_store
from sysmap.stores.embedded import translate_errors
from sysmap.stores.lockfile import LockFile
from sysmap.vocabulary import VOCABULARY

OTHER = """
import os, signal, sys
sys.path[:0] = {path!r}
from sysmap.resources import shipped
from sysmap.stores import open_store
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY
tiny = read_folder(shipped("datasets") / "tiny", VOCABULARY)
address = {address!r}
"""
HOLDS = "store = open_store(address, VOCABULARY); print('ready', flush=True); sys.stdin.read()"
READS = "store = open_store(address, VOCABULARY, read_only=True); store.graph('tiny'); print('ready', flush=True); sys.stdin.read()"
DIES_WRITING = """
store = open_store(address, VOCABULARY)
with store._engine.writer("tiny") as writer:
    writer.run(("MERGE (n:Stakeholder {uid: 'tiny/stakeholder:dead'}) SET n.map = 'tiny'", {}))
    os.kill(os.getpid(), signal.SIGKILL)
"""
FILLS_THE_DISK = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from sysmap.errors import OutputError
try:
    store = open_store(address, VOCABULARY)
    store.apply(store.plan(tiny, force=True))
except OutputError as error:
    print(error)
"""
LOADS = "store = open_store(address, VOCABULARY); store.apply(store.plan(tiny)); store.graph('tiny'); store.close()"


def other(code: str, address: Path, *arguments: str, **options) -> subprocess.Popen[str]:
    """Another process, which does this to the database."""
    return subprocess.Popen(
        [sys.executable, "-c", OTHER.format(path=sys.path, address=str(address)) + code, *arguments],
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


@pytest.fixture
def database(tmp_path, tiny) -> Path:
    path = tmp_path / "graph"
    store = open_store(str(path), VOCABULARY)
    store.apply(store.plan(tiny))
    store.close()
    return path


def test_a_reader_needs_a_database(tmp_path):
    with pytest.raises(StoreDown, match=r"there is no graph database at .* sysmap load"):
        open_store(str(tmp_path / "graph"), VOCABULARY, read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_of_other_things_is_left_alone(tmp_path, read_only):
    (tmp_path / "letter.txt").write_text("dear reader")
    with pytest.raises(StoreDown, match="holds no graph database"):
        open_store(str(tmp_path), VOCABULARY, read_only=read_only)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_will_do(tmp_path, tiny):
    store = open_store(str(tmp_path), VOCABULARY)
    store.apply(store.plan(tiny))
    assert store.maps() == ("tiny",)
    store.close()


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"cannot write .*file"):
        open_store(str(tmp_path / "file" / "graph"), VOCABULARY)


@pytest.mark.posix("the folder /proc")
def test_a_folder_that_may_not_be_written_is_told():
    with pytest.raises(OutputError, match="cannot write /proc/"):
        open_store("/proc/sysmap/graph", VOCABULARY)


def test_a_reader_during_a_load_is_told_who_writes(database):
    with other(HOLDS, database) as writer:
        assert writer.stdout.readline() == "ready\n"
        with pytest.raises(StoreBusy, match=rf"is being written by process {writer.pid} on \S+ since 20"):
            open_store(str(database), VOCABULARY, read_only=True)
        writer.communicate("")
    open_store(str(database), VOCABULARY, read_only=True).close()


def test_readers_read_together_and_a_writer_waits(database):
    with other(READS, database) as reader:
        assert reader.stdout.readline() == "ready\n"
        store = open_store(str(database), VOCABULARY, read_only=True)
        assert len(store.graph("tiny")) == 9
        store.close()
        with pytest.raises(StoreBusy, match="being read"):
            open_store(str(database), VOCABULARY)
        reader.communicate("")


def test_a_reader_writes_nothing(database, tiny):
    store = open_store(str(database), VOCABULARY, read_only=True)
    with pytest.raises(StoreDenied, match="reading only"):
        store.apply(store.plan(tiny))
    with pytest.raises(StoreDenied, match="reading only"):
        store.write_back("tiny", {"sm_x": {"stakeholder:A": 1}})
    store.close()


@pytest.mark.posix("SIGKILL")
def test_a_reader_after_a_killed_writer_finds_the_database_mended(database):
    with other(DIES_WRITING, database) as writer:
        assert writer.wait(60) == -signal.SIGKILL
    assert json.loads(database.with_name("graph.lock").read_text())["pid"] == writer.pid
    store = open_store(str(database), VOCABULARY, read_only=True)
    assert max(store.graph("tiny")) == "stakeholder:dead"
    store.close()


def test_what_a_killed_first_load_left_is_swept_away(tmp_path, tiny):
    left = tmp_path / "graph.loading"
    left.mkdir()
    (left / "rubbish").write_text("half a page")
    store = open_store(str(tmp_path / "graph"), VOCABULARY)
    assert not left.exists()
    assert store.apply(store.plan(tiny)).added == 19
    store.close()


def test_a_first_load_that_fails_leaves_nothing(tmp_path, tiny):
    def stop(*_step: object) -> None:
        raise KeyboardInterrupt

    store = open_store(str(tmp_path / "graph"), VOCABULARY)
    with pytest.raises(KeyboardInterrupt):
        store.apply(store.plan(tiny), progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.lock"]
    assert store.apply(store.plan(tiny)).added == 19
    store.close()


@pytest.mark.posix("a limit on the size of files (the module resource)")
@pytest.mark.parametrize("limit", ["50000", "200000"])
@pytest.mark.parametrize("first", [True, False])
def test_a_full_disk_is_one_line_and_harms_nothing(tmp_path, tiny, limit, first):
    """A limit on the size of files stands in for a disk that is full: the engine meets both as a failed write."""
    path = tmp_path / "graph"
    if not first:
        store = open_store(str(path), VOCABULARY)
        store.apply(store.plan(tiny))
        store.close()
    with other(FILLS_THE_DISK, path, limit) as process:
        told, _ = process.communicate()
    assert told.count("\n") <= 1
    if first and limit == "50000":
        assert "disk is not full" in told
    store = open_store(str(path), VOCABULARY)
    store.apply(store.plan(tiny))
    assert len(store.graph("tiny")) == 9
    store.close()


def test_nothing_reaches_the_terminal_or_the_home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("ARCADEDB", "XDG"))}
    with other(LOADS, tmp_path / "out" / "graph", env={**variables, "HOME": str(home)}, cwd=home) as process:
        assert process.communicate() == ("", "")
    assert process.returncode == 0
    assert list(home.iterdir()) == []
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["graph", "graph.lock"]


def test_without_the_engine_two_ways_are_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(StoreDown, match=r"sysmap db start.*--db bolt://"):
        open_store(str(tmp_path / "graph"), VOCABULARY)


def test_a_dead_writers_lock_file_locks_nothing(tmp_path):
    lock = LockFile(tmp_path / "graph")
    (tmp_path / "graph.lock").write_text('{"pid": 1, "host": "gone", "since": "2020"}')
    lock.take(exclusive=True)
    assert json.loads((tmp_path / "graph.lock").read_text())["pid"] == os.getpid()
    lock.release()
    lock.release()
    assert (tmp_path / "graph.lock").read_text() == ""


@pytest.mark.parametrize(
    ("chain", "kind"),
    [
        (
            [
                ("com.arcadedb.exception.DatabaseOperationException", "Error on creating"),
                ("com.arcadedb.utility.LockException", "is locked"),
            ],
            StoreBusy,
        ),
        (
            [
                (
                    "com.arcadedb.exception.DatabaseOperationException",
                    "Found active instance of database 'x' already in use",
                )
            ],
            StoreBusy,
        ),
        ([("com.arcadedb.exception.ConcurrentModificationException", "")], StoreBusy),
        ([("com.arcadedb.exception.DatabaseMetadataException", "Database needs recovery but")], StoreDown),
        ([("com.arcadedb.exception.DatabaseNotFoundException", "")], StoreDown),
        ([("com.arcadedb.exception.DatabaseIsReadOnlyException", "")], StoreDenied),
        (
            [("com.arcadedb.exception.TransactionException", ""), ("java.io.IOException", "No space left on device")],
            OutputError,
        ),
        ([("java.nio.file.AccessDeniedException", "/x")], OutputError),
        ([("com.arcadedb.exception.SchemaException", "?")], StoreError),
    ],
)
def test_the_engines_errors_are_ours_at_the_border(chain, kind):
    error = Exception("text")
    error.java_chain = chain
    assert type(translate_errors(error, "graph")) is kind


def test_the_sample_reads_back_the_same_from_a_copy(database, tmp_path):
    """The database is a folder: it may be copied and read elsewhere."""
    import shutil

    copy = tmp_path / "elsewhere"
    shutil.copytree(database, copy)
    graphs = []
    for path in (database, copy):
        store = open_store(str(path), VOCABULARY, read_only=True)
        graphs.append(repr(list(store.graph("tiny").nodes(data=True))))
        store.close()
    assert graphs[0] == graphs[1]
    assert shipped("datasets").is_dir()
