"""Carry out a plan in batches; a load that is killed is finished by the next one."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from sysmap.cypher.queries import parameters_of
from sysmap.cypher.statements import BEGIN_LOAD, DESCRIBE_MAP, END_LOAD, SUPERSEDE, Ends, Statements
from sysmap.messages import AnyText, in_context
from sysmap.schema import OURS
from sysmap.stores.engine import Row, Writer
from sysmap.stores.planning import fingerprint
from sysmap.stores.port import LoadReport, Plan, Progress
from sysmap.tables.rows import NodeRow, TieRow

__all__ = ["BATCH", "batches", "carry_out", "now", "run_name"]

BATCH = 10_000
"""The most rows in one transaction."""

Item = TypeVar("Item")
Key = TypeVar("Key")
Tick = Callable[[int], None]


def now() -> str:
    """The present time in UTC, as ISO text with seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def run_name() -> str:
    """A name for one load or one writing back.

    The time, and four random letters in case two begin in the same second.
    """
    return f"{now()}-{secrets.token_hex(2)}"


def carry_out(writer: Writer, statements: Statements, plan: Plan, progress: Progress | None) -> LoadReport:
    """Write the plan. The load's record says 'running' before the first row, and 'done' after the last."""
    load = _begin_load(writer, plan)
    step = _count_steps(progress)
    nodes = [*((row, ()) for row in plan.nodes.added), *plan.nodes.changed]
    ties = [*((row, ()) for row in plan.ties.added), *plan.ties.changed]
    _write_nodes(writer, plan.map, nodes, step(in_context("step", "nodes"), len(nodes)))
    _write_ties(writer, statements, plan.map, ties, step(in_context("step", "ties"), len(ties)))
    _remove_ties(writer, statements, plan, step(in_context("step", "removed ties"), len(plan.ties.removed)))
    kept = _remove_nodes(writer, statements, plan, step(in_context("step", "removed nodes"), len(plan.nodes.removed)))
    report = replace(plan.report, removed=plan.report.removed - len(kept), kept=kept)
    counts = json.dumps({key: value for key, value in asdict(report).items() if isinstance(value, int)})
    writer.run(
        (END_LOAD, {"load": load, "finished": now(), "counts": counts}), (SUPERSEDE, {"map": plan.map, "load": load})
    )
    return report


def _begin_load(writer: Writer, plan: Plan) -> str:
    """Describe the map and open the load's record; returns the uid of the record."""
    run, config = run_name(), plan.dataset.config
    load, files = f"{plan.map}/load:{run}", json.dumps(plan.dataset.files, sort_keys=True)
    about: Row = {"map": plan.map, "title": config.title, "config": config.text, "files": files}
    about |= {"map_id": plan.map_id, "map_id_given": bool(config.id)}
    about |= {"as_of": config.date or None, **parameters_of(config.settings)}
    record = {"run": run, "map": plan.map, "started": now(), "files": files, "status": "running"}
    writer.run((DESCRIBE_MAP, {"map": plan.map, "props": about}), (BEGIN_LOAD, {"load": load, "props": record}))
    return load


def _count_steps(progress: Progress | None) -> Callable[[AnyText, int], Tick]:
    """Returns a function that makes the counter of a step, from the step's name and number of rows.

    The counter is called with the rows of each batch, and calls `progress` with the sum so far.
    """

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
    """Group items by their key, at most BATCH in a group.

    Of each key only the group that is being filled is in memory.
    """
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item, key in rows:
        groups[key].append(item)
        if len(groups[key]) == BATCH:
            yield key, groups.pop(key)
    yield from groups.items()


def _stored_props(row: NodeRow | TieRow, dropped: Sequence[str]) -> Row:
    """The properties that are written for a row.

    Its own, our hash and keys, and null for the keys that it no longer has.
    """
    return {**row.props, **dict.fromkeys(dropped), "sm_hash": fingerprint(row.props), "sm_keys": sorted(row.props)}


def _write_nodes(writer: Writer, map: str, changes: Iterable[Any], tick: Tick) -> None:
    """Write nodes; `changes` are pairs of a row and the keys that it no longer has."""
    rows = (
        ({"uid": f"{map}/{row.uid}", "props": {**_stored_props(row, dropped), "map": map}}, row.label)
        for row, dropped in changes
    )
    for label, batch in batches(rows):
        writer.nodes(label, batch)
        tick(len(batch))


def _write_ties(writer: Writer, statements: Statements, map: str, changes: Iterable[Any], tick: Tick) -> None:
    """Write ties; `changes` are pairs of a row and the keys that it no longer has."""
    rows = (
        (
            {
                "uid": f"{map}/{row.uid}",
                "source": f"{map}/{row.source}",
                "target": f"{map}/{row.target}",
                "props": _stored_props(row, dropped),
            },
            (row.type, statements.label(row.source), statements.label(row.target)),
        )
        for row, dropped in changes
    )
    for ends, batch in batches(rows):
        writer.ties(ends, batch)
        tick(len(batch))


def _remove_ties(writer: Writer, statements: Statements, plan: Plan, tick: Tick) -> None:
    def rows_with_ends() -> Iterator[tuple[Row, Ends]]:
        for type, uid in plan.ties.removed:
            source, target, *labels = statements.ends(uid)
            yield (
                {"uid": f"{plan.map}/{uid}", "source": f"{plan.map}/{source}", "target": f"{plan.map}/{target}"},
                (type, labels[0], labels[1]),
            )

    for ends, batch in batches(rows_with_ends()):
        writer.run((statements.remove_ties(ends), {"rows": batch}))
        tick(len(batch))


def _remove_nodes(writer: Writer, statements: Statements, plan: Plan, tick: Tick) -> tuple[str, ...]:
    """Remove nodes, except those that the user's own ties are attached to.

    These lose the properties that sysmap wrote, but not the uid.

    Returns the uids of the nodes that stayed, sorted.
    """
    kept: list[str] = []
    for label, batch in batches(({"uid": f"{plan.map}/{uid}"}, label) for label, uid in plan.nodes.removed):
        remaining = writer.run(
            (statements.remove_gaps_of(label), {"rows": batch}),
            (statements.remove_nodes(label), {"rows": batch}),
            (statements.remaining_nodes(label), {"rows": batch}),
        )
        if remaining:
            nulls = [{"uid": row["uid"], "props": dict.fromkeys(_our_keys(row))} for row in remaining]
            writer.run((statements.set_properties(label), {"rows": nulls}))
        kept += (row["uid"][len(plan.map) + 1 :] for row in remaining)
        tick(len(batch))
    return tuple(sorted(kept))


def _our_keys(node: Row) -> list[str]:
    """The properties of a stored node that sysmap wrote: the map, those of the row, and those that begin with `sm_`."""
    return ["map", *(node["ours"] or ()), *(key for key in node["keys"] if key.startswith(OURS))]
