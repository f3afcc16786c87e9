"""Load rates on both engines beside the bare driver's own UNWIND loop: same rows, same batches, one run."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from cases import write_case

from sysmap.stores import open_store
from sysmap.tables.folder import read_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

BATCH = 10_000
Run = Callable[[str, dict[str, Any]], None]


def _batches(rows: list[Any]) -> Iterator[list[Any]]:
    return (rows[i : i + BATCH] for i in range(0, len(rows), BATCH))


def bare_loop(dataset: Dataset, run: Run, tag: str) -> float:
    """Seconds of the plain loop one would write by hand: MERGE nodes, MERGE ties, nothing kept, nothing compared."""
    labels = {node.label for node in dataset.nodes}
    for label in sorted(labels):
        run(f"CREATE CONSTRAINT bare_{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.uid IS UNIQUE", {})
    start = perf_counter()
    for label in sorted(labels):
        rows = [{"uid": f"{tag}/{n.uid}", "props": dict(n.props)} for n in dataset.nodes if n.label == label]
        for part in _batches(rows):
            run(f"UNWIND $rows AS row MERGE (n:{label} {{uid: row.uid}}) SET n += row.props", {"rows": part})
    kind = {n.uid: n.label for n in dataset.nodes}
    groups: dict[tuple[str, str, str], list[Any]] = {}
    for t in dataset.ties:
        row = {"s": f"{tag}/{t.source}", "t": f"{tag}/{t.target}", "uid": f"{tag}/{t.uid}", "props": dict(t.props)}
        groups.setdefault((kind[t.source], t.type, kind[t.target]), []).append(row)
    for (a, type_, b), rows in groups.items():
        for part in _batches(rows):
            run(
                f"UNWIND $rows AS row MATCH (a:{a} {{uid: row.s}}) MATCH (b:{b} {{uid: row.t}}) "
                f"MERGE (a)-[r:{type_} {{uid: row.uid}}]->(b) SET r += row.props",
                {"rows": part},
            )
    return perf_counter() - start


def embedded_bare(dataset: Dataset, scratch: Path) -> float:
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")  # its log would stand between the rows of the table
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(scratch))
    import arcadedb

    database = arcadedb.create_database(str(scratch / "bare"))
    database.set_wal_flush("yes_full")

    def run(text: str, params: dict[str, Any]) -> None:
        with database.transaction():
            database.command("opencypher", text, params)

    seconds = bare_loop(dataset, run, "bare")
    database.close()
    return seconds


def neo4j_bare(dataset: Dataset, address: str) -> float:
    import neo4j

    auth = (os.environ.get("SYSMAP_USER", "neo4j"), os.environ["SYSMAP_PASSWORD"])
    with (
        neo4j.GraphDatabase.driver(address, auth=auth, notifications_min_severity="OFF") as driver,
        driver.session() as session,
    ):

        def run(text: str, params: dict[str, Any]) -> None:
            session.execute_write(lambda tx: tx.run(text, params).consume())

        return bare_loop(dataset, run, "bare")


def ours(dataset: Dataset, address: str) -> float:
    store = open_store(address, dataset.vocabulary)
    start = perf_counter()
    report = store.apply(store.plan(dataset))
    seconds = perf_counter() - start
    store.close()
    assert report.added == len(dataset.nodes) + len(dataset.ties), report
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--ties", type=int, default=500_000)
    parser.add_argument(
        "--neo4j",
        default=os.environ.get("SYSMAP_TEST_NEO4J"),
        help="address of an empty Neo4j; password in SYSMAP_PASSWORD",
    )
    chosen = parser.parse_args()
    print("| engine | bare loop (s) | sysmap (s) | rows/s bare | rows/s sysmap | sysmap / bare |")
    print("|---|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        problems = chosen.nodes // 100
        folder = write_case(
            Path(scratch) / "case", chosen.nodes - problems, chosen.ties // 2, problems, chosen.ties - chosen.ties // 2
        )
        dataset = read_folder(folder, VOCABULARY)
        rows = len(dataset.nodes) + len(dataset.ties)
        pairs = [
            (
                "embedded",
                lambda: embedded_bare(dataset, Path(scratch)),
                lambda: ours(dataset, str(Path(scratch) / "ours")),
            )
        ]
        if chosen.neo4j:
            pairs.append(("Neo4j", lambda: neo4j_bare(dataset, chosen.neo4j), lambda: ours(dataset, chosen.neo4j)))
        for name, plain, mine in pairs:
            a, b = plain(), mine()
            print(f"| {name} | {a:.1f} | {b:.1f} | {rows / a:,.0f} | {rows / b:,.0f} | {a / b:.2f} |", flush=True)


if __name__ == "__main__":
    main()
