"""Carrying out a plan: in batches, so that a load that is killed is finished by the next one."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from sysmap.cypher.statements import BEGIN_LOAD, DESCRIBE_MAP, END_LOAD, SUPERSEDE, Ends, Statements
from sysmap.messages import AnyText, in_context
from sysmap.schema import OURS
from sysmap.stores.engine import Row, Writer
from sysmap.stores.planning import fingerprint
from sysmap.stores.port import LoadReport, Plan, Progress
from sysmap.tables.rows import NodeRow, TieRow

__all__ = ["BATCH", "batches", "carry_out", "now", "run_name"]

BATCH = 10_000
"""Rows in one transaction."""

Item = TypeVar("Item")
Key = TypeVar("Key")
Tick = Callable[[int], None]


def now() -> str:
    """The present moment in UTC, as ISO text to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def run_name() -> str:
    """A name for one load or one writing back: the moment, and four letters that tell two of one second apart."""
    return f"{now()}-{secrets.token_hex(2)}"


def carry_out(writer: Writer, statements: Statements, plan: Plan, progress: Progress | None) -> LoadReport:
    """Write the plan, between a record that says 'running' and the same record saying 'done'."""
    load = _begin(writer, plan)
    step = _steps(progress)
    nodes = [*((row, ()) for row in plan.nodes.added), *plan.nodes.changed]
    ties = [*((row, ()) for row in plan.ties.added), *plan.ties.changed]
    _write_nodes(writer, plan.map, nodes, step(in_context("step", "nodes"), len(nodes)))
    _write_ties(writer, statements, plan.map, ties, step(in_context("step", "ties"), len(ties)))
    _remove_ties(writer, statements, plan, step(in_context("step", "removed ties"), len(plan.ties.removed)))
    kept = _remove_nodes(writer, statements, plan, step(in_context("step", "removed nodes"), len(plan.nodes.removed)))
    report = replace(plan.report, removed=plan.report.removed - len(kept), kept=kept)
    counts = json.dumps({key: value for key, value in asdict(report).items() if isinstance(value, int)})
    writer.run((END_LOAD, {"load": load, "finished": now(), "counts": counts}), (SUPERSEDE, {"map": plan.map, "load": load}))
    return report


def _begin(writer: Writer, plan: Plan) -> str:
    """Describe the map and open the load's record; the record's uid."""
    run, config = run_name(), plan.dataset.config
    load, files = f"{plan.map}/load:{run}", json.dumps(plan.dataset.files, sort_keys=True)
    about = {"map": plan.map, "title": config.title, "config": config.text, "files": files}
    record = {"run": run, "map": plan.map, "started": now(), "files": files, "status": "running"}
    writer.run((DESCRIBE_MAP, {"map": plan.map, "props": about}), (BEGIN_LOAD, {"load": load, "props": record}))
    return load


def _steps(progress: Progress | None) -> Callable[[AnyText, int], Tick]:
    """Makes the counter of a step: called with how many rows are done, it tells `progress` of all so far."""
    def step(name: AnyText, total: int) -> Tick:
        done = 0

        def tick(rows: int) -> None:
            nonlocal done
            done += rows
            if progress:
                progress(name, done, total)
        return tick
    return step


def batches(rows: Iterable[tuple[Item, Key]]) -> Iterator[tuple[Key, list[Item]]]:
    """The items of each key, at most BATCH at a time; a batch is let go before the next is made."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item, key in rows:
        groups[key].append(item)
        if len(groups[key]) == BATCH:
            yield key, groups.pop(key)
    yield from groups.items()


def _props(row: NodeRow | TieRow, gone: Sequence[str]) -> Row:
    """What is written of a row: its properties, our hash and keys, and null for the keys it no longer has."""
    return {**row.props, **dict.fromkeys(gone), "sm_hash": fingerprint(row.props), "sm_keys": sorted(row.props)}


def _write_nodes(writer: Writer, map: str, written: Iterable[Any], tick: Tick) -> None:
    rows = (({"uid": f"{map}/{row.uid}", "props": {**_props(row, gone), "map": map}}, row.label) for row, gone in written)
    for label, batch in batches(rows):
        writer.nodes(label, batch)
        tick(len(batch))


def _write_ties(writer: Writer, statements: Statements, map: str, written: Iterable[Any], tick: Tick) -> None:
    rows = (({"uid": f"{map}/{row.uid}", "source": f"{map}/{row.source}", "target": f"{map}/{row.target}", "props": _props(row, gone)},
             (row.type, statements.label(row.source), statements.label(row.target))) for row, gone in written)
    for ends, batch in batches(rows):
        writer.ties(ends, batch)
        tick(len(batch))


def _remove_ties(writer: Writer, statements: Statements, plan: Plan, tick: Tick) -> None:
    def placed() -> Iterator[tuple[Row, Ends]]:
        for type, uid in plan.ties.removed:
            source, target, *labels = statements.ends(uid)
            yield ({"uid": f"{plan.map}/{uid}", "source": f"{plan.map}/{source}", "target": f"{plan.map}/{target}"},
                   (type, labels[0], labels[1]))
    for ends, batch in batches(placed()):
        writer.run((statements.remove_ties(ends), {"rows": batch}))
        tick(len(batch))


def _remove_nodes(writer: Writer, statements: Statements, plan: Plan, tick: Tick) -> tuple[str, ...]:
    """Remove the nodes that no tie of the user's holds; of the others take what is ours, all but the uid. Their uids, sorted."""
    kept: list[str] = []
    for label, batch in batches(({"uid": f"{plan.map}/{uid}"}, label) for label, uid in plan.nodes.removed):
        held = writer.run((statements.release(label), {"rows": batch}), (statements.remove_nodes(label), {"rows": batch}),
                          (statements.remaining(label), {"rows": batch}))
        if held:
            ours = [{"uid": row["uid"], "props": dict.fromkeys(_our_keys(row))} for row in held]
            writer.run((statements.set_properties(label), {"rows": ours}))
        kept += (row["uid"][len(plan.map) + 1:] for row in held)
        tick(len(batch))
    return tuple(sorted(kept))


def _our_keys(node: Row) -> list[str]:
    return ["map", *(node["ours"] or ()), *(key for key in node["keys"] if key.startswith(OURS))]
