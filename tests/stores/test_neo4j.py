"""What only Neo4j has: a network, a sign-in, a lease; and an answer to every error of its driver."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import neo4j.exceptions
import pytest

from sysmap.cypher.statements import LOCK_HOLDER, TAKE_LOCK
from sysmap.errors import (
    OutputError,
    QueryRefused,
    StoreBusy,
    StoreDenied,
    StoreDown,
    StoreError,
    SysmapError,
    UnknownName,
)
from sysmap.resources import shipped
from sysmap.stores import open_store
from sysmap.stores.neo4j import ERRORS, _short_time, translate_errors
from sysmap.tables.folder import read_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY


def tree(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for child in kind.__subclasses__():
        yield from tree(child)


MAP = f"lease{os.getpid()}"
"""A map for each worker: they share one Neo4j."""
DRIVERS = sorted(
    {*tree(neo4j.exceptions.Neo4jError), *tree(neo4j.exceptions.DriverError)}, key=lambda kind: kind.__name__
)


@pytest.mark.parametrize("kind", DRIVERS)
def test_every_error_of_the_driver_has_its_own_line(kind):
    assert kind.__name__ in ERRORS
    ours = translate_errors(kind.__new__(kind), "bolt://host")
    assert isinstance(ours, SysmapError)
    assert str(ours).startswith("bolt://host ")
    assert ours.render("id").startswith("bolt://host ")
    assert ours.id


def test_the_situations_are_told_apart():
    kinds = {
        name: ERRORS[name][0]
        for name in ("AuthError", "Forbidden", "ServiceUnavailable", "SessionExpired", "TransientError", "ClientError")
    }
    assert list(kinds.values()) == [StoreDenied, StoreDenied, StoreDown, StoreDown, StoreBusy, StoreError]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def signed_out(monkeypatch):
    for name in ("SYSMAP_USER", "SYSMAP_PASSWORD", "SYSMAP_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.usefixtures("signed_out")
def test_a_server_that_is_down():
    address = f"bolt://127.0.0.1:{free_port()}"
    with pytest.raises(StoreDown, match=rf"{address} does not answer: .*check the address") as caught:
        open_store(address, VOCABULARY)
    assert isinstance(caught.value.__cause__, neo4j.exceptions.DriverError)
    assert "\n" not in str(caught.value)


@contextmanager
def web_server() -> Iterator[str]:
    """Something that is no Neo4j, and answers as web servers do."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(20)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"bolt://127.0.0.1:{server.getsockname()[1]}"
        thread.join(5)


@pytest.mark.usefixtures("signed_out")
def test_a_server_that_is_no_neo4j():
    with web_server() as address, pytest.raises(StoreDown):
        open_store(address, VOCABULARY)


@pytest.mark.usefixtures("signed_out")
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("bolt://", StoreDown),
        ("bolt://ho st", StoreDown),
        ("bolt://host:port", StoreDown),
        ("bolt://127.0.0.1/x", StoreDown),
        ("bolt://no.such.host.invalid", StoreDown),
        ("ftp://host", UnknownName),
    ],
)
def test_an_address_that_is_none(address, kind):
    with pytest.raises(kind):
        open_store(address, VOCABULARY)


@pytest.mark.usefixtures("signed_out")
def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(StoreDenied, match="SYSMAP_PASSWORD") as caught:
        open_store("bolt://neo4j:hunter2@localhost", VOCABULARY)
    assert "hunter2" not in str(caught.value)


@pytest.fixture
def secret(neo4j_address: str) -> tuple[str, str]:
    """User and password; to be asked for before `signed_out`, which takes them out of the environment."""
    assert neo4j_address
    return os.environ.get("SYSMAP_USER", "neo4j"), os.environ["SYSMAP_PASSWORD"]


def test_a_wrong_password(neo4j_address, secret, signed_out):
    signed_out.setenv("SYSMAP_PASSWORD", "hunter2" + secret[1])
    with pytest.raises(StoreDenied, match="refuses the user or the password") as caught:
        open_store(neo4j_address, VOCABULARY)
    assert "hunter2" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("secret", "signed_out")
def test_no_password_at_all(neo4j_address):
    with pytest.raises(StoreDenied, match="SYSMAP_PASSWORD"):
        open_store(neo4j_address, VOCABULARY)


def test_a_password_from_a_file(neo4j_address, secret, signed_out, tmp_path):
    (tmp_path / "secret").write_text(secret[1] + "\n")
    signed_out.setenv("SYSMAP_USER", secret[0])
    signed_out.setenv("SYSMAP_PASSWORD_FILE", str(tmp_path / "secret"))
    open_store(neo4j_address, VOCABULARY).close()
    signed_out.setenv("SYSMAP_PASSWORD_FILE", str(tmp_path / "gone"))
    with pytest.raises(OutputError, match="cannot read the password file"):
        open_store(neo4j_address, VOCABULARY)


@pytest.mark.usefixtures("secret", "signed_out")
def test_a_password_that_is_asked_for(neo4j_address, secret):
    asked: list[str] = []

    def credentials(address: str) -> tuple[str, str]:
        asked.append(address)
        return secret

    open_store(neo4j_address, VOCABULARY, credentials=credentials).close()
    assert asked == [neo4j_address]


@pytest.fixture
def driver(neo4j_address: str) -> Iterator[neo4j.Driver]:
    auth = (os.environ.get("SYSMAP_USER", "neo4j"), os.environ["SYSMAP_PASSWORD"])
    with neo4j.GraphDatabase.driver(neo4j_address, auth=auth, notifications_min_severity="OFF") as opened:
        yield opened
        opened.execute_query("MATCH (n) WHERE n.map = $map OR n.uid = $map DETACH DELETE n", map=MAP)


@pytest.fixture
def leased(tiny: Dataset) -> Dataset:
    return replace(tiny, config=replace(tiny.config, name=MAP))


def lock(driver: neo4j.Driver, holder: str, milliseconds: int) -> None:
    driver.execute_query(
        "MERGE (m:SysmapMap {uid: $map}) SET m.lock_holder = $holder, m.lock_until = timestamp() + $left",
        map=MAP,
        holder=holder,
        left=milliseconds,
    )


def dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


@pytest.mark.parametrize(
    ("holder", "milliseconds"),
    [("process 1 on elsewhere since 2026", -1), ("process {dead} on {here} since 2026", 60_000)],
)
def test_a_lease_that_ran_out_or_whose_holder_died_here_is_taken_over(
    neo4j_address, driver, leased, holder, milliseconds
):
    lock(driver, holder.format(dead=dead_process(), here=socket.gethostname()), milliseconds)
    store = open_store(neo4j_address, VOCABULARY)
    assert store.apply(store.plan(leased)).added == 19
    store.close()
    assert (
        driver.execute_query("MATCH (m:SysmapMap {uid: $map}) RETURN m.lock_holder AS holder", map=MAP).records[0][
            "holder"
        ]
        is None
    )


def test_a_lease_of_another_machine_is_waited_for(neo4j_address, driver, leased):
    lock(driver, "process 1 on elsewhere since 2026", 30_000)
    store = open_store(neo4j_address, VOCABULARY)
    with pytest.raises(
        StoreBusy, match=rf"map '{MAP}' .* is being written by process 1 on elsewhere since 2026 .* for (29|30) seconds"
    ):
        store.apply(store.plan(leased))
    store.close()
    assert driver.execute_query("MATCH (n:Stakeholder {map: $map}) RETURN count(n) AS n", map=MAP).records[0]["n"] == 0


def test_a_load_that_lost_its_lease_stops(neo4j_address, driver, leased):
    """Another has taken the map over: the next batch fails, and nothing of it is written."""
    store = open_store(neo4j_address, VOCABULARY)
    with pytest.raises(StoreBusy, match="another writer"):
        store.apply(
            store.plan(leased),
            progress=lambda step, _done, _total: str(step) == "nodes" and lock(driver, "another", 60_000),
        )
    assert store.graph(MAP).graph["interrupted"] is True
    assert store.graph(MAP).number_of_edges() == 0
    store.close()


def test_writers_of_two_maps_do_not_mind_each_other(neo4j_address, driver):
    lock(driver, "process 1 on elsewhere since 2026", 30_000)
    store = open_store(neo4j_address, VOCABULARY)
    with store._engine.writer(f"{MAP}/2") as writer:
        assert writer.run((LOCK_HOLDER, {"map": f"{MAP}/2"}))[0]["holder"]
    driver.execute_query("MATCH (m:SysmapMap {uid: $map}) DELETE m", map=f"{MAP}/2")
    store.close()


def test_of_many_who_ask_at_once_one_gets_the_lease(driver):
    """Twelve ask in the same moment; the database lets one in, whatever the others have read before."""
    statement = {"map": MAP, "dead": "", "lease": 60_000}
    with ThreadPoolExecutor(12) as pool:
        rows = list(
            pool.map(lambda i: driver.execute_query(TAKE_LOCK, holder=f"holder {i}", **statement).records, range(12))
        )
    assert sum(map(len, rows)) == 1


@pytest.mark.usefixtures("driver")
@pytest.mark.parametrize("name", ["tiny", "gunungkidul"])
def test_both_engines_show_the_same_map_byte_by_byte(neo4j_address, tmp_path, name):
    data = read_folder(shipped("datasets") / name, VOCABULARY, map_name=MAP)
    shown = []
    for address in (neo4j_address, str(tmp_path / "graph")):
        store = open_store(address, VOCABULARY)
        store.apply(store.plan(data))
        graph = store.graph(MAP)
        store.close()
        shown.append(repr([graph.graph, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))]))
    assert shown[0] == shown[1]


def test_a_server_that_refuses_to_write_is_the_last_word(neo4j_address):
    """The guard is one door, the session's own right the other."""
    store = open_store(neo4j_address, VOCABULARY)
    with pytest.raises(QueryRefused, match=r"[Rr]ead|not allowed"):
        store._engine.query("CREATE (n:Nothing)", {})
    store.close()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T00:00:00.000000000", "2024-01-31T00:00"),
        ("10:00:10.000000000+00:00", "10:00:10Z"),
        ("2024-01-31T10:20:30.123456789+07:00", "2024-01-31T10:20:30.123456789+07:00"),
        ("10:00:00.000120000", "10:00:00.000120"),
        ("P1DT2H", "P1DT2H"),
    ],
)
def test_times_are_written_as_java_writes_them(text, short):
    assert _short_time(text) == short
